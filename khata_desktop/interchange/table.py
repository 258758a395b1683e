"""A table of another program: headings and lines, read from CSV or XLSX, each line with its number.

Reading never fails for a bad line: it is handed on with what is wrong with it, so that it can be
refused by name and nothing is dropped in silence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Literal, NamedTuple

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    FileEmpty,
    FileMissing,
    FileUnreadable,
    NotATable,
    RowBlank,
    RowHasNul,
    RowOneCell,
    RowQuoteOpen,
    RowRagged,
    RowTooLong,
)
from khata_desktop.interchange.encodings import find_encoding
from khata_desktop.storage.held_files import unless_held

LONGEST_LINE = 131_072
#: A quoted cell may go over several lines of the file, but not without end.
_MOST_LINES_A_ROW = 50
_DELIMITERS = ",;\t|"
_SHOWN_OF_TOO_LONG = 2_000


class TableRow(NamedTuple):
    """One line: its number in the file, its cells as text, and what is wrong with it, if anything.

    ``exact`` are the places of cells that are numbers in the file, not texts: their point is a point.
    """

    line_no: int
    cells: tuple[str, ...]
    problem: RuleViolation | None = None
    exact: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file that was looked at; its lines are read from it each time they are asked for.

    Attributes:
        encoding: of a CSV file; empty for XLSX.
        encoding_sure: False when the encoding had to be guessed.
        delimiter: of a CSV file; empty for XLSX.
        sheet: the sheet of an XLSX file; empty for CSV.
        header_line: the number of the line the headings are on.
    """

    path: Path
    kind: Literal["csv", "xlsx"]
    headers: tuple[str, ...]
    header_line: int
    encoding: str = ""
    encoding_sure: bool = True
    delimiter: str = ""
    sheet: str = ""

    def rows(self) -> Iterator[TableRow]:
        """Yield every line below the headings. Raises FileUnreadable when the file went away."""
        try:
            if self.kind == "xlsx":
                from khata_desktop.interchange.spreadsheet import sheet_rows

                raw = sheet_rows(self.path, self.sheet)
            else:
                raw = _csv_rows(self.path, self.encoding, self.delimiter)
            columns = len(self.headers)
            for row in raw:
                if row.line_no > self.header_line:
                    yield _fitted(row, columns)
        except (OSError, UnicodeError) as problem:
            raise FileUnreadable(path=self.path, detail=_said(problem)) from problem

    def preview(self, count: int = 20) -> list[TableRow]:
        """Return the first lines."""
        return list(islice(self.rows(), count))


def read_table(path: Path) -> Table:
    """Look at a CSV or XLSX file and return its headings, encoding and delimiter; a large file is quick.

    Raises FileMissing, FileUnreadable, FileEmpty, NotATable, EncodingBroken.
    """
    try:
        with unless_held(path) as free:
            # A book that is open here would lose its locks with the first file of its name that is closed.
            if not free:
                raise NotATable(path=path)
        with path.open("rb") as file:
            magic = file.read(4)
        if magic == b"PK\x03\x04":
            from khata_desktop.interchange.spreadsheet import open_sheet

            return open_sheet(path)
        encoding, sure = find_encoding(path)
        delimiter, first_line = _find_delimiter(path, encoding)
        head = next((r for r in _csv_rows(path, encoding, delimiter) if r.line_no >= first_line), None)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise FileMissing(path=path) from problem
    except OSError as problem:
        raise FileUnreadable(path=path, detail=_said(problem)) from problem
    if head is None:
        raise FileEmpty(path=path)
    headers = tuple(cell.strip().lstrip("\ufeff") for cell in head.cells)
    if head.problem is not None or not any(headers):
        raise NotATable(path=path)
    return Table(
        path=path,
        kind="csv",
        headers=headers,
        header_line=head.line_no,
        encoding=encoding,
        encoding_sure=sure,
        delimiter=delimiter,
    )


def _said(problem: Exception) -> str:
    return (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)


def _fitted(row: TableRow, columns: int) -> TableRow:
    """Return the row with exactly as many cells as there are headings, or with what is wrong."""
    if row.problem is not None:
        return row
    cells = row.cells
    if not any(cell and not cell.isspace() for cell in cells):
        return row._replace(problem=RowBlank())
    if len(cells) != columns:
        if len(cells) > columns and not any(cell.strip() for cell in cells[columns:]):
            return row._replace(cells=cells[:columns])
        if len(cells) == 1:
            return row._replace(problem=RowOneCell(columns=columns))
        return row._replace(problem=RowRagged(cells=len(cells), columns=columns))
    return row


# --- CSV -----------------------------------------------------------------------------------------


def _open(path: Path, encoding: str) -> IO[str]:
    return path.open(encoding=encoding, errors="strict")


def _find_delimiter(path: Path, encoding: str) -> tuple[str, int]:
    """Return the delimiter and the number of the first line that may be the heading."""
    with _open(path, encoding) as file:
        for number, (line, _) in enumerate(_lines(file), 1):
            text = line.strip()
            if number == 1 and text.lower().startswith("sep=") and len(text) == 5:
                return text[4], 2  # as Excel writes it for itself
            if text:
                outside = "".join(text.split('"')[::2])
                counts = {d: outside.count(d) for d in _DELIMITERS}
                best = max(_DELIMITERS, key=lambda d: counts[d])
                return (best if counts[best] else ","), number
    raise FileEmpty(path=path)


def _lines(file: IO[str]) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a file without their ends, and whether each was cut for its length."""
    while line := file.readline(LONGEST_LINE + 1):
        if line.endswith("\n"):
            yield line[:-1], False
        elif len(line) <= LONGEST_LINE:
            yield line, False  # the last line, without an end
        else:
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            yield line, True


def _csv_rows(path: Path, encoding: str, delimiter: str) -> Iterator[TableRow]:
    """Yield the rows of a CSV file; lines that are wholly empty are no rows, as everywhere."""
    with _open(path, encoding) as file:
        lines = enumerate(_lines(file), 1)
        held: list[tuple[int, tuple[str, bool]]] = []
        while True:
            number, (line, cut) = held.pop(0) if held else next(lines, (0, ("", False)))
            if number == 0:
                return
            if cut:
                yield TableRow(number, (line[:_SHOWN_OF_TOO_LONG],), RowTooLong(limit=LONGEST_LINE))
            elif "\0" in line:
                yield TableRow(number, tuple(line.replace("\0", "\u2400").split(delimiter)), RowHasNul())
            elif '"' not in line:
                if line:
                    yield TableRow(number, tuple(line.split(delimiter)))
            else:
                yield _quoted_row(number, line, delimiter, lines, held)


def _quoted_row(
    number: int,
    line: str,
    delimiter: str,
    lines: Iterator[tuple[int, tuple[str, bool]]],
    held: list[tuple[int, tuple[str, bool]]],
) -> TableRow:
    """Return the row that begins at ``line``, taking on more lines while a quoted cell stays open.

    When it never closes, only the first line is refused and the others are handed back in ``held``.
    """
    gathered, taken = [line], 0
    while True:
        cells = _parse(gathered, delimiter)
        if cells is not None:
            if not cells:
                return TableRow(number, tuple(line.split(delimiter)), RowQuoteOpen())
            del held[:taken]
            return TableRow(number, cells)
        if taken == len(held) and taken < _MOST_LINES_A_ROW:
            held.extend(islice(lines, 1))
        if taken == len(held) or held[taken][1][1] or "\0" in held[taken][1][0]:
            return TableRow(number, tuple(line.split(delimiter)), RowQuoteOpen())
        gathered.append(held[taken][1][0])
        taken += 1


def _parse(gathered: list[str], delimiter: str) -> tuple[str, ...] | None:
    """Return the cells, an empty tuple when the quotes are wrong, None when more lines are needed."""
    try:
        text = [line + "\n" for line in gathered[:-1]] + gathered[-1:]
        return tuple(next(csv.reader(text, delimiter=delimiter, strict=True)))
    except csv.Error as problem:
        return None if "unexpected end" in str(problem) else ()
