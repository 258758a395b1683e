"""Arguments of several commands: a book, a day, a party."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class _Place(click.Path):
    """A file or folder, there or not; nothing at all is none, though pathlib takes it for this folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the name is empty; name a file or folder.", param, ctx)
        return super().convert(value, param, ctx)


class _BookPlace(_Place):
    """The file of a book; SQLite names files in UTF-8 only."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not _is_text(str(value)):
            self.fail(f"the name '{_legible(value)}' is not in UTF-8; choose another name.", param, ctx)
        return super().convert(value, param, ctx)


class Text(click.ParamType[str]):
    """What goes into a book or is looked for in it: text, and not any bytes."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _is_text(str(value)):
            self.fail(f"'{_legible(value)}' is not text in UTF-8; type it anew.", param, ctx)
        return str(value)


def _is_text(value: str) -> bool:
    # What could not be decoded stands in the arguments as lone surrogates.
    return not any("\ud800" <= char <= "\udfff" for char in value)


def _legible(value: str) -> str:
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


FILE = _Place(dir_okay=True, path_type=Path)
BOOK = _BookPlace(dir_okay=True, path_type=Path)
TEXT = Text()


class Day(click.ParamType[date]):
    """A day: ISO (2025-07-31), day/month/year, or what the window takes, such as t for today."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from khata_desktop.domain.clock import Clock
        from khata_desktop.domain.errors import RuleViolation
        from khata_desktop.formatting.dates import parse_typed_date

        if isinstance(value, date):
            return value
        try:
            return parse_typed_date(value, Clock().today())
        except RuleViolation as error:
            self.fail(str(error), param, ctx)


DAY = Day()


def book_argument(command: Command) -> Command:
    """Add the BOOK argument, an existing or a new .khata file."""
    return click.argument("book", metavar="BOOK", type=BOOK)(command)
