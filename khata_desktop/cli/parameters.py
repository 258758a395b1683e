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


FILE = _Place(dir_okay=True, path_type=Path)


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
    return click.argument("book", metavar="BOOK", type=FILE)(command)
