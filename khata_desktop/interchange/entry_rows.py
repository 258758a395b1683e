"""From lines of a table to the entries of a khata."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from khata_desktop.domain.import_errors import (
    CellNotChoice,
    EntryBothWays,
    EntryWithoutAmount,
    RowWithoutName,
)
from khata_desktop.interchange.conventions import Conventions
from khata_desktop.interchange.fields import ColumnMap
from khata_desktop.interchange.rows import LONGEST_NOTE, Cells, PartyKeys, Reading, read_rows
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.interchange.values import read_day, shown
from khata_desktop.services.import_entries import EntryToImport, ImportEntries
from khata_desktop.services.importing import Progress, folded_name

# --- entries ---------------------------------------------------------------------------------------

_GAVE_WORDS = frozenset("gave give given you gave debit dr d out sale udhaar udhar diya naam".split()) | {
    "you gave", "آپ نے دیے", "دیے", "دیا", "بنام", "ادھار", "दिया", "दिए", "आपने दिए", "उधार", "नामे",
}  # fmt: skip
_GOT_WORDS = frozenset("got get received receipt credit cr c in payment jama liya wasooli".split()) | {
    "you got", "آپ کو ملے", "ملے", "لیا", "جمع", "وصول", "मिले", "लिया", "आपको मिले", "जमा",
}  # fmt: skip


class _Given(NamedTuple):
    gave: bool
    amount_minor: int


class EntriesReader:
    """Reads a khata: who, when, and either two columns given and got, or one amount with its direction."""

    def __init__(self, table: Table, mapping: ColumnMap, *, exponent: int, conventions: Conventions) -> None:
        self.reading = Reading()
        self._table = table
        self._cells = Cells(table, mapping, conventions.marks)
        self._exponent = exponent
        self._day_first = conventions.day_first
        self._parties = PartyKeys(self._cells, "party")
        self._entries: list[EntryToImport] = []
        self._twins: dict[str, int] = {}

    def read(self, progress: Progress | None = None) -> ImportEntries:
        """Read the whole file; what cannot be understood is in ``reading``."""
        read_rows(self._table, self.reading, self._parse, progress)
        return ImportEntries(entries=tuple(self._entries), parties=self._parties.seen)

    def _parse(self, row: TableRow) -> None:
        cells = self._cells
        cells.turn_to(row)
        day = read_day(cells.required("date"), self._day_first, cells.column("date"))
        given = self._given()
        due = cells.text("due_date")
        due_on = read_day(due, self._day_first, cells.column("due_date")) if due else None
        party_key = self._parties.read()
        if not party_key:
            named = [n for n in ("party_code", "party_name", "party_phone") if cells.has(n)]
            raise RowWithoutName(columns=" and ".join(cells.column(n) for n in named))
        note, reference = cells.text("note")[:LONGEST_NOTE], cells.text("reference")[:LONGEST_NOTE]
        content = "\x1f".join(
            (day.isoformat(), party_key, "gave" if given.gave else "got", str(given.amount_minor), note,
             reference, due_on.isoformat() if due_on else "")
        )  # fmt: skip
        digest = sha256(content.encode()).hexdigest()[:32]
        # Two lines may say the same and both be true, so the second one of a file is another entry.
        twin = self._twins[digest] = self._twins.get(digest, 0) + 1
        self._entries.append(
            EntryToImport(
                line_no=row.line_no,
                party_key=party_key,
                entered_on=day,
                gave=given.gave,
                amount_minor=given.amount_minor,
                source_key=f"entry:{digest}:{twin}",
                note=note,
                reference=reference,
                due_on=due_on,
            )
        )

    def _given(self) -> _Given:
        """Return what the line gives or gets. Raises EntryWithoutAmount, EntryBothWays or another."""
        cells, exponent = self._cells, self._exponent
        gave, got = cells.number("gave", exponent) or 0, cells.number("got", exponent) or 0
        if gave and got:
            raise EntryBothWays
        net = gave - got
        if not net and cells.has("amount"):
            net = cells.number("amount", exponent) or 0
            direction = folded_name(cells.text("type")).rstrip(".")
            if direction and net:
                if direction not in _GAVE_WORDS | _GOT_WORDS:
                    choices = "gave, got, debit, credit"
                    raise CellNotChoice(column=cells.column("type"), text=shown(direction), choices=choices)
                net = abs(net) if direction in _GAVE_WORDS else -abs(net)
        if not net:
            raise EntryWithoutAmount
        return _Given(net > 0, abs(net))
