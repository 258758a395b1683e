"""A report as an Excel workbook or a CSV file, with true numbers and dates.

Text from the book is never taken for a formula: in the workbook it is written as a string, in CSV a text
that a spreadsheet would run is shielded by an apostrophe.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from khata_desktop.config import Grouping, Language
from khata_desktop.documents.fonts import clean
from khata_desktop.documents.report_table import ColumnKind, ReportTable, Row, Value
from khata_desktop.domain.money import currency

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SHEET_NAME_FORBIDS = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LAST_EXCEL_ROW = 1_048_576
_CELL_LIMIT = 32_767
_LAKH = "[>=10000000]##\\,##\\,##\\,##0{d};[>=100000]##\\,##\\,##0{d};#,##0{d}"
_FIRST_EXCEL_DAY = date(1900, 3, 1)


def decimal_value(value: Value, kind: ColumnKind, exponent: int) -> Decimal | int | str | date | None:
    """Return a raw value in units people use: amounts in major units, quantities whole, rates in percent."""
    if not isinstance(value, int):
        return value
    places = {"amount": exponent, "quantity": 3, "price": 4, "rate": 4}.get(kind)
    return value if places is None else Decimal(value).scaleb(-places)


def table_csv(table: ReportTable) -> bytes:
    """Return the report as UTF-8 CSV with a byte order mark, which Excel needs to read Urdu and Hindi.

    Amounts are decimal strings in major units, dates ISO. Headings first, then rows, then the totals.
    """
    exponent = currency(table.currency_code).exponent
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([_shielded(column.heading) for column in table.columns])
    rows = [*table.rows] + ([table.totals] if table.totals else [])
    for row in rows:
        writer.writerow(
            [
                _csv_cell(decimal_value(value, column.kind, exponent), column.kind, exponent)
                for value, column in zip(row, table.columns, strict=True)
            ]
        )
    return buffer.getvalue().encode("utf-8-sig", "replace")


def _csv_cell(value: Decimal | int | str | date | None, kind: ColumnKind, exponent: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _shielded(value)
    if isinstance(value, Decimal):
        return f"{value:.{exponent}f}" if kind == "amount" else f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _shielded(text: str) -> str:
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def table_xlsx(table: ReportTable, *, language: Language = "en", grouping: Grouping = "lakh") -> bytes:
    """Return the report as a workbook: numbers are numbers, dates are dates, the heading row stays in view.

    In Urdu the sheet runs from right to left. Rows beyond Excel's limit go on to further sheets.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    day = table.dated_on
    book.set_properties(
        {
            "title": clean(table.title),
            "author": clean(table.business),
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    _Sheets(book, table, language, grouping).write()
    book.close()
    return buffer.getvalue()


class _Sheets:
    """Writes one report into a workbook, a further sheet when one is full."""

    def __init__(self, book: Any, table: ReportTable, language: Language, grouping: Grouping) -> None:
        self._book = book
        self._table = table
        self._rtl = language == "ur"
        self._exponent = currency(table.currency_code).exponent
        self._formats = {
            bold: {kind: book.add_format(self._look(kind, grouping, bold=bold)) for kind in _KINDS}
            for bold in (False, True)
        }
        self._heading = book.add_format(
            {"bold": True, "bottom": 2, "bottom_color": "#0F5247", "text_wrap": True, "valign": "vcenter"}
        )
        self._title = book.add_format({"bold": True, "font_size": 15, "font_color": "#0F5247"})
        self._quiet = book.add_format({"font_color": "#586271"})
        self._group = book.add_format({"bold": True, "bg_color": "#F5F3EC"})
        self._widths = [len(column.heading) for column in table.columns]
        self._sheet: Any = None
        self._row = 0
        self._count = 0

    def _look(self, kind: ColumnKind, grouping: Grouping, *, bold: bool) -> dict[str, object]:
        look: dict[str, object] = {"bold": True, "top": 1} if bold else {}
        decimals = f".{'0' * self._exponent}" if self._exponent else ""
        if kind == "amount":
            pattern = _LAKH if grouping == "lakh" else "#,##0{d}"
            look["num_format"] = pattern.format(d=decimals)
        elif kind == "date":
            look |= {"num_format": "dd mmm yyyy", "align": "left"}
        else:
            formats = {"quantity": "#,##0.###", "price": "#,##0.00##", "rate": '0.####"%"', "number": "0"}
            look["num_format"] = formats.get(kind, "@")
        if kind == "text":
            look |= {"text_wrap": True, "valign": "top"}
        return look

    def write(self) -> None:
        """Write head, rows, groups and totals."""
        self._begin()
        for group, rows in self._table.sections():
            if group:
                self._line()
                self._sheet.write_string(self._row - 1, 0, _cell(group.heading), self._group)
            for row in rows:
                self._values(row, bold=False)
            if group and group.totals:
                self._values(group.totals, bold=True)
        if self._table.totals:
            self._values(self._table.totals, bold=True)
        self._finish()

    def _begin(self) -> None:
        table = self._table
        self._count += 1
        name = " ".join(clean(table.title).translate(_SHEET_NAME_FORBIDS).split())[:25] or "Report"
        self._sheet = self._book.add_worksheet(name if self._count == 1 else f"{name} {self._count}")
        if self._rtl:
            self._sheet.right_to_left()
        self._row = 0
        head = [(table.business, self._quiet), (table.title, self._title)]
        head += [(table.subtitle, self._quiet), (table.period, self._quiet)]
        for text, look in head:
            if text:
                self._sheet.write_string(self._row, 0, _cell(text), look)
                self._row += 1
        self._row += 1
        for i, column in enumerate(table.columns):
            self._sheet.write_string(self._row, i, _cell(column.heading), self._heading)
        self._row += 1
        self._sheet.freeze_panes(self._row, 0)

    def _line(self) -> None:
        """Take the next line, on a new sheet when this one is full."""
        if self._row >= _LAST_EXCEL_ROW:
            self._finish()
            self._begin()
        self._row += 1

    def _values(self, row: Row, *, bold: bool) -> None:
        self._line()
        self._write_row(self._row - 1, row, bold=bold)

    def _write_row(self, at: int, row: Row, *, bold: bool) -> None:
        formats = self._formats[bold]
        for i, (raw, column) in enumerate(zip(row, self._table.columns, strict=True)):
            value = decimal_value(raw, column.kind, self._exponent)
            if isinstance(value, str):
                text = _cell(value)
                self._sheet.write_string(at, i, text, formats["text"])
            elif isinstance(value, date) and value >= _FIRST_EXCEL_DAY:
                self._sheet.write_datetime(at, i, value, formats["date"])
                text = "00 mmm 0000"
            elif isinstance(value, date):
                text = value.isoformat()
                self._sheet.write_string(at, i, text, formats["text"])
            elif value is None:
                text = ""
                if bold:
                    self._sheet.write_blank(at, i, None, formats["text"])
            else:
                self._sheet.write_number(at, i, value, formats[column.kind])
                text = f"{value:,}00"
            self._widths[i] = max(self._widths[i], len(text))

    def _finish(self) -> None:
        for i, width in enumerate(self._widths):
            self._sheet.set_column(i, i, min(48, max(9, width + 2)))


_KINDS: tuple[ColumnKind, ...] = ("text", "amount", "quantity", "price", "rate", "date", "number")


def _cell(text: str) -> str:
    return clean(text)[:_CELL_LIMIT]
