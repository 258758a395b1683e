"""From lines of a table to the entries of a khata."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    CellNotChoice,
    CellSignUnclear,
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
        self._today = conventions.today
        self._parties = PartyKeys(self._cells, "party")
        self._entries: list[EntryToImport] = []
        self._twins: dict[str, int] = {}
        self._signs_credits = False

    def read(self, progress: Progress | None = None) -> ImportEntries:
        """Read the whole file; what cannot be understood is in ``reading``."""
        self._signs_credits = self._finds_credits_signed()
        read_rows(self._table, self.reading, self._parse, progress)
        return ImportEntries(entries=tuple(self._entries), parties=self._parties.seen)

    def _parse(self, row: TableRow) -> None:
        cells = self._cells
        cells.turn_to(row)
        day = read_day(cells.required("date"), self._day_first, cells.column("date"), self._today)
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
            net = self._signed_amount()
        if not net:
            raise EntryWithoutAmount
        return _Given(net > 0, abs(net))

    def _signed_amount(self) -> int:
        """Return the amount, below zero for what was got. Raises CellNotChoice, CellSignUnclear, another."""
        cells = self._cells
        amount = cells.number("amount", self._exponent) or 0
        direction = self._direction()
        if not direction or not amount:
            return amount
        if direction not in _GAVE_WORDS | _GOT_WORDS:
            choices = "gave, got, debit, credit"
            raise CellNotChoice(column=cells.column("type"), text=shown(direction), choices=choices)
        is_given = direction in _GAVE_WORDS
        if amount < 0 and (is_given or not self._signs_credits):
            # A slip of the keyboard, or a correction the other way round: the file does not tell which.
            raise CellSignUnclear(
                column=cells.column("amount"),
                text=shown(cells.text("amount")),
                type_column=cells.column("type"),
                type=shown(cells.text("type")),
            )
        return abs(amount) if is_given else -abs(amount)

    def _direction(self) -> str:
        return folded_name(self._cells.text("type")).rstrip(".")

    def _finds_credits_signed(self) -> bool:
        """Return whether every amount that was got has a minus and none that was given, as ledgers are kept.

        Only a file with both of them tells.
        """
        if not (self._cells.has("amount") and self._cells.has("type")):
            return False
        given, got = False, False
        for row in self._table.rows():
            if row.problem is not None:
                continue
            self._cells.turn_to(row)
            try:
                amount = self._cells.number("amount", self._exponent) or 0
            except RuleViolation:
                continue
            direction = self._direction()
            if (direction in _GAVE_WORDS and amount < 0) or (direction in _GOT_WORDS and amount > 0):
                return False
            given = given or (direction in _GAVE_WORDS and amount > 0)
            got = got or (direction in _GOT_WORDS and amount < 0)
        return given and got
