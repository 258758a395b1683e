"""What every reader of a table shares: the cells of a line by field, refusing lines, whom they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    CellMissing,
    CellUnfit,
)
from khata_desktop.domain.records import Entity, check_value
from khata_desktop.interchange.fields import ColumnMap
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.interchange.values import Mark, clean_text, read_scaled
from khata_desktop.services.importing import Progress, Refusal, SeenParty, folded_name, phone_key

_TELL_EVERY = 2048
LONGEST_NOTE = 1000


@dataclass(slots=True)
class Reading:
    """What reading a file gave beside its content.

    Attributes:
        lines: how many lines the file has below its headings.
        refused: those of them that cannot be understood.
    """

    lines: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def refuse(self, line_no: int, error: RuleViolation) -> None:
        """Take note of a line that does not come in."""
        self.refused.append(Refusal(line_no, error))


class Cells:
    """The cells of one line after the other, by the field they fill."""

    def __init__(self, table: Table, mapping: ColumnMap, marks: Mapping[int, Mark]) -> None:
        self._mapping = mapping
        self._marks = marks
        self._headers = table.headers
        self._row: tuple[str, ...] = ()
        self._exact: frozenset[int] = frozenset()

    def turn_to(self, row: TableRow) -> None:
        """Speak of this line from now on."""
        self._row, self._exact = row.cells, row.exact

    def has(self, name: str) -> bool:
        """Return whether a column fills the field."""
        return name in self._mapping

    def column(self, name: str) -> str:
        """Return the heading of the column that fills the field."""
        return self._headers[self._mapping[name]] or f"column {self._mapping[name] + 1}"

    def text(self, name: str) -> str:
        """Return a cell on one line, empty when no column fills the field."""
        column = self._mapping.get(name)
        if column is None or column >= len(self._row):
            return ""
        return clean_text(self._row[column])

    def raw(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return cells as they are, to recognise what was read before."""
        row, mapping = self._row, self._mapping
        return tuple(row[mapping[name]] if name in mapping else "" for name in names)

    def required(self, name: str) -> str:
        """Return a cell that must not be empty. Raises CellMissing."""
        text = self.text(name)
        if not text:
            raise CellMissing(column=self.column(name))
        return text

    def number(self, name: str, places: int) -> int | None:
        """Return a cell as a whole number of ``10**-places``, None when it is empty. Raises RuleViolation."""
        text = self.text(name)
        if not text:
            return None
        place = self._mapping[name]
        mark = "." if place in self._exact else self._marks.get(place, ".")
        return read_scaled(text, places, self.column(name), mark)

    def fitting(self, name: str, entity: Entity, record_field: str) -> str:
        """Return a text that the record's field can hold. Raises CellUnfit."""
        text = self.text(name)
        if text:
            try:
                check_value(entity, record_field, text)
            except RuleViolation as error:
                raise CellUnfit(column=self.column(name), reason=str(error)) from error
        return text


def read_rows(
    table: Table, reading: Reading, parse: Callable[[TableRow], None], progress: Progress | None
) -> None:
    """Hand each line to ``parse``; what it raises, and what is wrong already, refuses the line."""
    for row in table.rows():
        reading.lines += 1
        if progress is not None and reading.lines % _TELL_EVERY == 0:
            progress(reading.lines, 0)
        try:
            if row.problem is not None:
                raise row.problem
            parse(row)
        except RuleViolation as error:
            reading.refuse(row.line_no, error)


# --- who and what ----------------------------------------------------------------------------------


class PartyKeys:
    """Gathers whom the lines speak of; what one line leaves out another may say."""

    def __init__(self, cells: Cells, prefix: str) -> None:
        self._cells = cells
        self._names = {part: f"{prefix}_{part}" for part in ("code", "name", "phone", "address")}
        self._keys: dict[tuple[str, ...], str] = {}
        self.seen: dict[str, SeenParty] = {}

    def read(self) -> str:
        """Return the key of the line's party, empty when it names none. Raises CellUnfit."""
        raw = self._cells.raw(self._names.values())
        key = self._keys.get(raw)
        if key is None:
            key = self._keys[raw] = self._read()
        return key

    def _read(self) -> str:
        found = SeenParty(
            *(self._cells.fitting(self._names[part], Entity.PARTY, part) for part in SeenParty._fields)
        )
        if not (found.code or found.name or found.phone):
            return ""
        key = f"c:{found.code}" if found.code else f"n:{folded_name(found.name)}|{phone_key(found.phone)}"
        before = self.seen.get(key)
        self.seen[key] = (
            found if before is None else SeenParty(*(a or b for a, b in zip(before, found, strict=True)))
        )
        return key
