"""A sheet as an aligned table on a terminal, in any of the three scripts."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from khata_desktop.cli.sheets import Row, Sheet, SheetColumn
from khata_desktop.formatting.style import TextStyle

_GAP = "  "
_NARROWEST = 8
_MOST_MEASURED = 2_000
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@lru_cache(maxsize=65_536)
def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fitted(text: str, width: int) -> str:
    """Return a text cut to a width, with an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    kept, used = [], 0
    for char in text:
        used += _width(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def padded(text: str, width: int, *, right: bool) -> str:
    """Return a text filled up to a width; Urdu is isolated, so that its neighbours keep their places."""
    space = " " * (width - width_of(text))
    if not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        text = f"\u2068{text}\u2069"
    return space + text if right else text + space


def table_lines(sheet: Sheet, style: TextStyle) -> Iterator[str]:
    """Yield the lines of the table: title, headings, rows, totals."""
    columns = sheet.seen_by("people")
    widths = _widths(sheet, columns, style)

    def line(texts: list[str]) -> str:
        cells = zip(texts, widths, columns, strict=True)
        return _GAP.join(
            padded(fitted(text, width), width, right=_is_figure(column)) for text, width, (_, column) in cells
        ).rstrip()

    def row_line(row: Row) -> str:
        return line([_text(row[i], column, style) for i, column in columns])

    yield f"{sheet.business} · {sheet.title}"
    yield f"{sheet.period} · {sheet.currency_code}"
    yield ""
    yield line([column.heading for _, column in columns])
    rule = _GAP.join("─" * width for width in widths)
    yield rule
    if sheet.opening is not None:
        yield row_line(sheet.opening)
    for group, rows in sheet.grouped_rows():
        if group is not None:
            yield group.heading
        for row in rows:
            yield row_line(row)
        if group is not None and group.totals is not None:
            yield row_line(group.totals)
            yield ""
    if sheet.totals is not None:
        yield rule
        yield row_line(sheet.totals)
    elif not sheet.rows:
        yield "Nothing to show."


def _is_figure(column: SheetColumn) -> bool:
    return column.kind not in ("text", "date")


def _text(value: object, column: SheetColumn, style: TextStyle) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        match column.kind:
            case "amount":
                return style.amount(value)
            case "quantity":
                return style.quantity(value)
            case "price":
                return style.price(value)
    # A name with a line break or an escape sequence must not redraw the terminal.
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Cf" else " " for c in str(value))


def _widths(sheet: Sheet, columns: list[tuple[int, SheetColumn]], style: TextStyle) -> list[int]:
    """Return the widths of the columns, the widest text narrowed until all fit the terminal."""
    rows = list(sheet.rows[:_MOST_MEASURED])
    step = max(1, len(sheet.rows) // _MOST_MEASURED)
    rows += sheet.rows[_MOST_MEASURED::step]
    rows += [group.totals for group in sheet.groups if group.totals is not None]
    rows += [row for row in (sheet.opening, sheet.totals) if row is not None]
    widths = [
        max([width_of(c.heading), *(width_of(_text(row[i], c, style)) for row in rows)]) for i, c in columns
    ]
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().columns - len(_GAP) * (len(widths) - 1)
        texts = [n for n, (_, column) in enumerate(columns) if column.kind == "text"]
        while texts and sum(widths) > room:
            widest = max(texts, key=lambda n: widths[n])
            if widths[widest] <= _NARROWEST:
                break
            widths[widest] -= 1
    return widths
