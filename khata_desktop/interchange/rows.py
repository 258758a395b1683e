"""From lines of a table to what the services take: one small parser for each kind of file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    BillLineRefused,
    BillTwoCustomers,
    BillTwoDays,
    CellMissing,
    CellNotChoice,
    CellTooLarge,
    CellUnfit,
    CellZero,
    DiscountUnfit,
    EntryBothWays,
    EntryWithoutAmount,
    RowWithoutName,
)
from khata_desktop.domain.money import MAX_AMOUNT_MINOR, line_amount_minor
from khata_desktop.domain.records import Entity, check_value
from khata_desktop.interchange.fields import ColumnMap
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.interchange.values import DayOrder, clean_text, read_day, read_scaled, shown
from khata_desktop.services.import_entries import EntryToImport, ImportEntries
from khata_desktop.services.import_sales import BillLine, BillToImport, ImportSales
from khata_desktop.services.importing import Progress, Refusal, SeenItem, SeenParty, folded_name, phone_key

_TELL_EVERY = 2048
_LONGEST_NUMBER = 60
_LONGEST_NOTE = 1000


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

    def __init__(self, table: Table, mapping: ColumnMap) -> None:
        self._mapping = mapping
        self._headers = table.headers
        self._row: tuple[str, ...] = ()

    def turn_to(self, row: TableRow) -> None:
        """Speak of this line from now on."""
        self._row = row.cells

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

    def required(self, name: str) -> str:
        """Return a cell that must not be empty. Raises CellMissing."""
        text = self.text(name)
        if not text:
            raise CellMissing(column=self.column(name))
        return text

    def number(self, name: str, places: int) -> int | None:
        """Return a cell as a whole number of ``10**-places``, None when it is empty. Raises RuleViolation."""
        text = self.text(name)
        return read_scaled(text, places, self.column(name)) if text else None

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


class _Parties:
    """Gathers whom the lines speak of; what one line leaves out another may say."""

    def __init__(self, cells: Cells, prefix: str) -> None:
        self._cells = cells
        self._names = {part: f"{prefix}_{part}" for part in ("code", "name", "phone", "address")}
        self.seen: dict[str, SeenParty] = {}

    def read(self) -> str:
        """Return the key of the line's party, empty when it names none. Raises CellUnfit."""
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


#: What shops put into the item column that is no goods: carriage, discounts, fees, corrections.
_SERVICE_CODES = frozenset(
    "POST POSTAGE D DISCOUNT M MANUAL C2 CARRIAGE DOT CRUK AMAZONFEE S SAMPLES PADS B ADJUST ADJUST2 "
    "FREIGHT DELIVERY SHIPPING CHARGES".split()
) | {"BANK CHARGES", "SERVICE CHARGES", "DELIVERY CHARGES"}
_HAS_DIGIT = re.compile(r"\d")
_MOSTLY = 0.8


class _Items:
    """Gathers what the lines speak of: the first name that is not empty, the last price above zero."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self.seen: dict[str, SeenItem] = {}

    def read(self, unit_price_e4: int) -> str:
        """Return the key of the line's item. Raises RowWithoutName, CellUnfit."""
        cells = self._cells
        code = cells.fitting("item_code", Entity.ITEM, "code")
        name = cells.fitting("item_name", Entity.ITEM, "name")
        unit = cells.fitting("unit", Entity.ITEM, "unit")
        if not code and not name:
            columns = " and ".join(cells.column(n) for n in ("item_code", "item_name") if cells.has(n))
            raise RowWithoutName(columns=columns)
        key = f"c:{code}" if code else f"n:{folded_name(name)}"
        before = self.seen.get(key, SeenItem(code))
        price = unit_price_e4 if unit_price_e4 > 0 else before.price_e4
        self.seen[key] = SeenItem(code, before.name or name, before.unit or unit, False, price)
        return key

    def settled(self) -> dict[str, SeenItem]:
        """Return the items with services told from goods, once the whole file was read.

        A code of letters only is a service where the codes of goods have digits.
        """
        codes = [item.code for item in self.seen.values() if item.code]
        digits_mean_goods = sum(1 for code in codes if _HAS_DIGIT.search(code)) > _MOSTLY * len(codes)
        return {
            key: item._replace(is_service=True, price_e4=None)
            if item.code.upper() in _SERVICE_CODES
            or (digits_mean_goods and item.code and not _HAS_DIGIT.search(item.code))
            else item
            for key, item in self.seen.items()
        }


# --- sales -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bill:
    """A bill while its lines are still coming.

    Attributes:
        broken: a line of it that was refused, or 0.
    """

    sold_on: int = 0
    party_key: str = ""
    note: str = ""
    lines: list[BillLine] = field(default_factory=list)
    broken: int = 0
    error: RuleViolation | None = None


class SalesReader:
    """Reads a sales history: one line for each line of a bill, bills told apart by their number."""

    def __init__(self, table: Table, mapping: ColumnMap, *, exponent: int, order: DayOrder) -> None:
        self.reading = Reading()
        self._table = table
        self._cells = Cells(table, mapping)
        self._exponent = exponent
        self._order = order
        self._parties = _Parties(self._cells, "customer")
        self._items = _Items(self._cells)
        self._bills: dict[str, _Bill] = {}

    def read(self, progress: Progress | None = None) -> ImportSales:
        """Read the whole file; what cannot be understood is in ``reading``."""
        read_rows(self._table, self.reading, self._parse, progress)
        # A refused line may have named its bill: the bill would come in short.
        refused = {refusal.line_no for refusal in self.reading.refused}
        if refused:
            for row in self._table.rows():
                if row.line_no in refused:
                    self._cells.turn_to(row)
                    bill = self._bills.get(self._cells.text("number"))
                    if bill is not None and not bill.broken:
                        bill.broken = row.line_no
        return ImportSales(
            bills=tuple(self._whole_bills()), parties=self._parties.seen, items=self._items.settled()
        )

    def _parse(self, row: TableRow) -> None:
        cells = self._cells
        cells.turn_to(row)
        number = cells.required("number")
        if len(number) > _LONGEST_NUMBER:
            raise CellUnfit(column=cells.column("number"), reason=f"longer than {_LONGEST_NUMBER} characters")
        day = read_day(cells.required("date"), self._order, cells.column("date")).toordinal()
        cells.required("quantity")
        quantity = cells.number("quantity", 3) or 0
        if quantity == 0:
            raise CellZero(column=cells.column("quantity"))
        cells.required("unit_price")
        price = cells.number("unit_price", 4) or 0
        amount = line_amount_minor(quantity, price, self._exponent)
        if abs(amount) > MAX_AMOUNT_MINOR:
            raise CellTooLarge(column=cells.column("unit_price"), text=cells.text("unit_price"))
        discount = abs(cells.number("discount", self._exponent) or 0)
        if discount > abs(amount):
            raise DiscountUnfit(text=shown(cells.text("discount")))
        party_key = self._parties.read()
        line = BillLine(
            line_no=row.line_no,
            item_key=self._items.read(price),
            description=cells.text("item_name"),
            quantity_milli=quantity,
            unit_price_e4=price,
            discount_minor=discount if amount >= 0 else -discount,
            unit=cells.text("unit"),
        )
        bill = self._bills.get(number)
        if bill is None:
            bill = self._bills[number] = _Bill(day, party_key)
        elif bill.sold_on != day:
            bill.error = BillTwoDays(number=number)
        elif party_key and bill.party_key and bill.party_key != party_key:
            bill.error = BillTwoCustomers(number=number)
        bill.party_key = bill.party_key or party_key
        bill.note = bill.note or cells.text("note")[:_LONGEST_NOTE]
        bill.lines.append(line)

    def _whole_bills(self) -> Iterator[BillToImport]:
        for number, bill in self._bills.items():
            error = bill.error
            if error is None and bill.broken:
                error = BillLineRefused(line=bill.broken, number=number)
            if error is not None:
                for line in bill.lines:
                    self.reading.refuse(line.line_no, error)
                continue
            yield BillToImport(
                number=number,
                sold_on=date.fromordinal(bill.sold_on),
                lines=tuple(bill.lines),
                party_key=bill.party_key,
                note=bill.note,
            )


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

    def __init__(self, table: Table, mapping: ColumnMap, *, exponent: int, order: DayOrder) -> None:
        self.reading = Reading()
        self._table = table
        self._cells = Cells(table, mapping)
        self._exponent = exponent
        self._order = order
        self._parties = _Parties(self._cells, "party")
        self._entries: list[EntryToImport] = []
        self._twins: dict[str, int] = {}

    def read(self, progress: Progress | None = None) -> ImportEntries:
        """Read the whole file; what cannot be understood is in ``reading``."""
        read_rows(self._table, self.reading, self._parse, progress)
        return ImportEntries(entries=tuple(self._entries), parties=self._parties.seen)

    def _parse(self, row: TableRow) -> None:
        cells = self._cells
        cells.turn_to(row)
        day = read_day(cells.required("date"), self._order, cells.column("date"))
        given = self._given()
        due = cells.text("due_date")
        due_on = read_day(due, self._order, cells.column("due_date")) if due else None
        party_key = self._parties.read()
        if not party_key:
            named = [n for n in ("party_code", "party_name", "party_phone") if cells.has(n)]
            raise RowWithoutName(columns=" and ".join(cells.column(n) for n in named))
        note, reference = cells.text("note")[:_LONGEST_NOTE], cells.text("reference")[:_LONGEST_NOTE]
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
