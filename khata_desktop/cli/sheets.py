"""A report as one sheet of raw values, and the sheet as CSV and JSON for programs.

For people it becomes a table on the terminal (``terminal``), a PDF or a workbook (``documents``).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from khata_desktop.interchange.guarding import guarded

#: As of documents.report_table: amounts in minor units, quantities in thousandths, prices in ten-thousandths.
ColumnKind = Literal["text", "amount", "quantity", "price", "date", "number"]
Value = str | int | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: a key for programs, a heading for people; either may be the only ones to see it."""

    key: str
    heading: str
    kind: ColumnKind = "text"
    seen_by: Literal["all", "programs", "people"] = "all"


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows from ``start`` to the next group's start, under a heading, with a total after them."""

    heading: str
    start: int
    totals: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A finished report.

    Attributes:
        name: the report as the command line calls it.
        period: the days it covers, in words.
        opening, totals: a first and a last row for people, whose texts are labels; programs have ``facts``.
        facts: what JSON says besides the rows; amounts are given as they are to be written.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    currency_code: str
    exponent: int
    business: str
    period: str
    totals: Row | None = None
    opening: Row | None = None
    groups: tuple[SheetGroup, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    def seen_by(self, who: Literal["programs", "people"]) -> list[tuple[int, SheetColumn]]:
        """Return the columns that programs or people see, with their places in a row."""
        return [(i, column) for i, column in enumerate(self.columns) if column.seen_by in ("all", who)]

    def grouped_rows(self) -> Iterator[tuple[SheetGroup | None, Sequence[Row]]]:
        """Yield each group with its rows, or None with all of them."""
        if not self.groups:
            yield None, self.rows
            return
        ends = [*(group.start for group in self.groups[1:]), len(self.rows)]
        for group, end in zip(self.groups, ends, strict=True):
            yield group, self.rows[group.start : end]


def decimal_text(value: int, places: int, least: int | None = None) -> str:
    """Return ``value * 10**-places`` exactly; ``least`` decimals are kept, all when it is None."""
    size = abs(value)
    if places:
        whole, part = divmod(size, 10**places)
        decimals = f"{part:0{places}}"
        if least is not None:
            decimals = decimals.rstrip("0").ljust(least, "0")
        text = f"{whole}.{decimals}" if decimals else str(whole)
    else:
        text = str(size)
    return f"-{text}" if value < 0 else text


def program_text(value: Value, kind: ColumnKind, exponent: int) -> str:
    """Return a value as programs read it: decimals in major units, ISO days, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    match kind:
        case "amount":
            return decimal_text(value, exponent)
        case "quantity":
            return decimal_text(value, 3, 0)
        case "price":
            return decimal_text(value, 4, exponent)
        case _:
            return str(value)


def sheet_csv(sheet: Sheet) -> str:
    """Return the rows as CSV without totals; formulas in names are guarded."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    section = ["section"] if sheet.groups else []
    columns = sheet.seen_by("programs")
    writer.writerow([*section, *(column.key for _, column in columns)])
    for group, rows in sheet.grouped_rows():
        lead = [group.heading] if group is not None else []
        for row in rows:
            texts = [(program_text(row[i], c.kind, sheet.exponent), row[i]) for i, c in columns]
            writer.writerow([*lead, *(guarded(t) if isinstance(v, str) else t for t, v in texts)])
    return text.getvalue()


def sheet_json(sheet: Sheet) -> str:
    """Return the sheet as one JSON object; amounts are decimal strings in major units, days ISO."""

    columns = sheet.seen_by("programs")

    def fields(row: Row) -> dict[str, Any]:
        return {
            column.key: None
            if row[i] is None
            else row[i]
            if column.kind == "number"
            else program_text(row[i], column.kind, sheet.exponent)
            for i, column in columns
        }

    rows = []
    for group, members in sheet.grouped_rows():
        lead = {"section": group.heading} if group is not None else {}
        rows += [{**lead, **fields(row)} for row in members]
    whole = {
        "report": sheet.name,
        "business": sheet.business,
        "currency": sheet.currency_code,
        **sheet.facts,
        "rows": rows,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
