"""Reading a sheet of an XLSX file as text cells. openpyxl is slow to import, so only from here."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from khata_desktop.domain.import_errors import FileEmpty, FileUnreadable, NotATable
from khata_desktop.interchange.table import Table, TableRow

#: A small file that unpacks to more than this is made to fill a memory, not to be read.
_LARGEST_UNPACKED = 1 << 30

#: openpyxl lets what its XML and ZIP readers say through as it is; its own exceptions are no better.
_UNREADABLE = (zipfile.BadZipFile, LookupError, ValueError, SyntaxError, TypeError, AttributeError)


def open_sheet(path: Path) -> Table:
    """Look at the first visible sheet of an XLSX file. Raises NotATable, FileEmpty, FileUnreadable."""
    book = _workbook(path)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                for row in _rows(sheet):
                    headers = [" ".join(cell.split()) for cell in row.cells]
                    while headers and not headers[-1]:
                        headers.pop()
                    if not headers:
                        continue
                    return Table(
                        path=path,
                        kind="xlsx",
                        headers=tuple(headers),
                        header_line=row.line_no,
                        sheet=sheet.title,
                    )
        raise FileEmpty(path=path)
    finally:
        book.close()


def sheet_rows(path: Path, sheet: str) -> Iterator[TableRow]:
    """Yield the rows of a sheet that are not wholly empty. Raises NotATable, FileUnreadable."""
    book = _workbook(path)
    try:
        yield from _rows(book[sheet])
    finally:
        book.close()


def _workbook(path: Path) -> Any:
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
                raise FileUnreadable(path=path, detail="it unpacks to more than 1 GB")
        return openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except _UNREADABLE as problem:
        raise NotATable(path=path) from problem


def _rows(sheet: Any) -> Iterator[TableRow]:
    # Files of some programs claim a used range of one cell or of a million rows; the rows themselves know.
    sheet.reset_dimensions()
    width = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = tuple(_text(value) for value in values)
        if any(cell for cell in cells):
            width = width or len(cells)
            exact = frozenset(place for place, value in enumerate(values) if isinstance(value, int | float))
            yield TableRow(number, cells + ("",) * (width - len(cells)), exact=exact)


def _text(value: object) -> str:
    """Return a cell as CSV would have it: ISO dates, numbers to the fifteen digits that Excel keeps."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            shown = format(value, ".15g")
            return format(Decimal(shown), "f") if "e" in shown else shown
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case _:
            return str(value)
