"""Any report as one table: what a page, a PDF, an Excel file and a CSV file are all made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from khata_desktop.config import Digits, Grouping, Language
from khata_desktop.documents.flow import Block, Document, write_pdf
from khata_desktop.documents.fonts import clean
from khata_desktop.documents.letterhead import draw_page_number, draw_running_head, running_head_height
from khata_desktop.documents.paper import GREEN, MUTED, SHEETS, Pen
from khata_desktop.documents.setting import Setting, make_setting
from khata_desktop.documents.table import PLAIN, TOTAL, Column, RowLook, Table, fitted_width
from khata_desktop.documents.text import isolate, lay_out

#: text: str · amount: int minor units · quantity: int thousandths · price: int ten-thousandths of a major
#: unit · rate: int parts per million · date: datetime.date · number: int. None is an empty cell.
ColumnKind = Literal["text", "amount", "quantity", "price", "rate", "date", "number"]
Value = str | int | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportColumn:
    """One column: a stable key for programs, a heading for people, and what its values are."""

    key: str
    heading: str
    kind: ColumnKind = "text"

    @property
    def is_figure(self) -> bool:
        """Return whether its cells are figures, aligned to the right."""
        return self.kind not in ("text", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGroup:
    """A stretch of rows under a heading of its own, from row `start` to where the next group starts."""

    heading: str
    start: int
    totals: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A finished report with raw values; every output formats them its own way.

    Attributes:
        business, period: printed above it; empty text is left out.
        dated_on: the day of the report, the creation date of its files.
        rows: one value a column each, see ColumnKind.
        totals: a last row; text cells in it are labels. None for no totals.
        groups: in order of `start`; empty for a plain list.
        currency_code: ISO 4217, the unit of all amounts.
    """

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[Row, ...]
    currency_code: str
    dated_on: date
    subtitle: str = ""
    business: str = ""
    period: str = ""
    totals: Row | None = None
    groups: tuple[ReportGroup, ...] = ()

    def sections(self) -> Iterator[tuple[ReportGroup | None, Sequence[Row]]]:
        """Yield each group with its rows; rows before the first group come with None."""
        if not self.groups:
            yield None, self.rows
            return
        if self.groups[0].start:
            yield None, self.rows[: self.groups[0].start]
        ends = [*(group.start for group in self.groups[1:]), len(self.rows)]
        for group, end in zip(self.groups, ends, strict=True):
            yield group, self.rows[group.start : end]


_GROUP_TOTAL = RowLook(rule_above=MUTED, rule_below="", thickness=0.5)
_WIDEST_TEXT = 0.38  # of the page, before a text column is left to wrap
_MEASURED_ROWS = 400
_GUTTER = 11.0
_MOST_AIR = 10.0


def table_pdf(
    table: ReportTable, *, language: Language, grouping: Grouping | None = None, digits: Digits = "latin"
) -> bytes:
    """Return the report as an A4 PDF, turned on its side when its columns ask for it.

    Raises UnknownCurrency for a currency code that is none.
    """
    setting, columns = _fit(table, language, grouping, digits)
    business = clean(table.business)
    title = isolate(table.title)
    subject = f"{title} · {isolate(table.period)}" if table.period else title

    def furniture(pen: Pen, page: int, pages: int) -> None:
        if page > 1:
            draw_running_head(pen, setting, business, subject)
        draw_page_number(pen, setting, page, pages)

    document = Document(
        blocks=list(_blocks(table, setting, columns)),
        title=clean(table.title),
        author=business,
        dated_on=table.dated_on,
        language=language,
        furniture=furniture,
        later_top=setting.sheet.margin_top + running_head_height(setting),
    )
    return write_pdf(document, setting.sheet)


def cell_text(value: Value, kind: ColumnKind, setting: Setting) -> str:
    """Return a value as printed; a text in a column of figures (a label among totals) stays as it is."""
    figures = setting.figures
    if value is None:
        return ""
    if isinstance(value, str):
        # In a line that runs from the right a phone number such as 0300 1234567 would stand turned round.
        return isolate(value) if value and figures.right_to_left else value
    if isinstance(value, date):
        return figures.date(value, "short" if setting.language == "ur" else "medium")
    if kind == "amount":
        return figures.amount(value)
    if kind == "quantity":
        return figures.quantity(value)
    if kind == "price":
        return figures.price(value)
    return figures.rate(value) if kind == "rate" else setting.number(value)


def _fit(
    table: ReportTable, language: Language, grouping: Grouping | None, digits: Digits
) -> tuple[Setting, list[Column]]:
    """Return the setting and columns on upright paper, or on its side if that is too narrow."""

    upright = make_setting(SHEETS["A4"], language, table.currency_code, grouping=grouping, digits=digits)
    columns, wished = _columns(table, upright)
    if wished <= upright.sheet.content_width:
        return upright, columns
    used = turned = replace(upright, sheet=upright.sheet.turned())
    for used in turned.smaller():
        columns, _ = _columns(table, used)
        taken = sum(column.width for column in columns) + _GUTTER * (len(columns) - 1)
        if taken <= used.sheet.content_width + 1:
            break
    return used, columns


def _columns(table: ReportTable, setting: Setting) -> tuple[list[Column], float]:
    """Return the columns with their widths, and the width they would like, in points."""
    content = setting.sheet.content_width
    natural = [_natural_width(table, i, setting) for i in range(len(table.columns))]
    wide = [i for i, column in enumerate(table.columns) if column.kind == "text"] or [0]
    room = content - _GUTTER * (len(natural) - 1)
    left = room - sum(width for i, width in enumerate(natural) if i not in wide)
    widths = list(natural)
    # Texts that are short keep their width; the long ones share what is left and wrap.
    for turn, i in enumerate(sorted(wide, key=lambda i: natural[i])):
        share = left / (len(wide) - turn)
        widths[i] = max(24.0, min(natural[i], share))
        left -= widths[i]
    if left > 0:
        # Some of what is left over stands between the columns, the rest is the longest text's.
        air = min(left, _MOST_AIR * (len(natural) - 1))
        widths[max(wide, key=lambda i: natural[i])] += left - air
    columns = [
        Column(
            heading=column.heading,
            width=width,
            align="right" if column.is_figure else "start",
            max_lines=4 if column.kind == "text" else 2,
        )
        for column, width in zip(table.columns, widths, strict=True)
    ]
    wished = sum(min(width, content * _WIDEST_TEXT) for width in natural) + content - room
    return columns, wished


def _natural_width(table: ReportTable, at: int, setting: Setting) -> float:
    """Return the width of a column's widest cell: figures by every row, texts by a sample."""
    column = table.columns[at]
    rows = table.rows if column.kind != "text" else table.rows[:_MEASURED_ROWS]
    totals = [row for row in (table.totals, *(group.totals for group in table.groups)) if row]
    return 0.1 + max(
        fitted_width({cell_text(row[at], column.kind, setting) for row in rows}, setting.body),
        fitted_width({cell_text(row[at], column.kind, setting) for row in totals}, setting.style(bold=True)),
        lay_out(column.heading, setting.small).width,
        12.0,
    )


def _blocks(table: ReportTable, setting: Setting, columns: list[Column]) -> Iterator[Block]:
    yield _heading(table, setting)
    room = setting.sheet.content_width - sum(column.width for column in columns)
    laid = Table(
        columns,
        width=setting.sheet.content_width,
        style=setting.body,
        gutter=max(_GUTTER, room / max(1, len(columns) - 1)),
        padding=setting.row_padding * 0.8,
    )
    yield laid.head(setting.small)
    kinds = [column.kind for column in table.columns]

    def texts(row: Row) -> list[str]:
        return [cell_text(value, kind, setting) for value, kind in zip(row, kinds, strict=True)]

    if not table.rows:
        yield laid.banner(setting.word("nothing"), look=PLAIN, bold=False)
    for group, rows in table.sections():
        if group:
            yield laid.banner(group.heading, glued=True)
        for i, row in enumerate(rows):
            # The last row keeps its totals with it.
            yield laid.row(texts(row), glued=i == len(rows) - 1 and bool(table.totals or group))
        if group and group.totals:
            yield laid.row(texts(group.totals), look=_GROUP_TOTAL, bold=True)
    if table.totals:
        yield laid.row(texts(table.totals), look=TOTAL, bold=True)


def _heading(table: ReportTable, setting: Setting) -> Block:
    """Return the head of a report: business, title, subtitle and period over a green rule."""
    width = setting.sheet.content_width
    parts = [
        (lay_out(table.business, setting.small, width=width, max_lines=2), MUTED) if table.business else None,
        (lay_out(table.title, setting.style(1.8, bold=True), width=width, max_lines=2), GREEN),
        (lay_out(table.subtitle, setting.body, width=width, max_lines=3), MUTED) if table.subtitle else None,
        (lay_out(table.period, setting.body, width=width, max_lines=2), MUTED) if table.period else None,
    ]
    present = [part for part in parts if part]
    height = sum(paragraph.height for paragraph, _ in present) + 6

    def draw(pen: Pen, top: float) -> None:
        y = top
        for paragraph, color in present:
            pen.text(paragraph, 0, y, width, color=color)
            y += paragraph.height
        pen.rule(0, top + height, width, color=GREEN, thickness=1.6)

    return Block(height=height + setting.sheet.text_size * 0.8, draw=draw)
