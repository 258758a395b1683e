"""From lines of a table to the bills of a sales history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    BillLineRefused,
    BillReturnSells,
    BillTwoCustomers,
    BillTwoDays,
    CellTooLarge,
    CellUnfit,
    CellZero,
    DiscountUnfit,
    RowWithoutName,
)
from khata_desktop.domain.money import MAX_AMOUNT_MINOR, line_amount_minor
from khata_desktop.domain.records import Entity
from khata_desktop.interchange.conventions import Conventions
from khata_desktop.interchange.fields import ColumnMap
from khata_desktop.interchange.rows import LONGEST_NOTE, Cells, PartyKeys, Reading, read_rows
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.interchange.values import read_day, shown
from khata_desktop.services.import_sales import BillLine, BillToImport, ImportSales
from khata_desktop.services.importing import Progress, SeenItem, folded_name

_LONGEST_NUMBER = 60

#: What shops put into the item column that is no goods: carriage, discounts, fees, corrections.
_SERVICE_CODES = frozenset(
    "POST POSTAGE D DISCOUNT M MANUAL C2 CARRIAGE DOT CRUK AMAZONFEE S SAMPLES PADS B ADJUST ADJUST2 "
    "FREIGHT DELIVERY SHIPPING CHARGES".split()
) | {"BANK CHARGES", "SERVICE CHARGES", "DELIVERY CHARGES"}
#: How a history calls what came back, where it does: the number of the return after a C.
_RETURN_NUMBER = re.compile(r"[Cc][- ]?\d+")
_HAS_DIGIT = re.compile(r"\d")
_MOSTLY = 0.8


class _Items:
    """Gathers what the lines speak of: the first name that is not empty, the last price above zero."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._keys: dict[tuple[str, ...], str] = {}
        self._prices: dict[str, int] = {}
        self.seen: dict[str, SeenItem] = {}

    def read(self, unit_price_e4: int) -> str:
        """Return the key of the line's item. Raises RowWithoutName, CellUnfit."""
        raw = self._cells.raw(("item_code", "item_name", "unit"))
        key = self._keys.get(raw)
        if key is None:
            key = self._keys[raw] = self._read()
        if unit_price_e4 > 0:
            self._prices[key] = unit_price_e4
        return key

    def _read(self) -> str:
        cells = self._cells
        code = cells.fitting("item_code", Entity.ITEM, "code")
        name = cells.fitting("item_name", Entity.ITEM, "name")
        unit = cells.fitting("unit", Entity.ITEM, "unit")
        if not code and not name:
            columns = " and ".join(cells.column(n) for n in ("item_code", "item_name") if cells.has(n))
            raise RowWithoutName(columns=columns)
        key = f"c:{code}" if code else f"n:{folded_name(name)}"
        before = self.seen.get(key, SeenItem(code))
        self.seen[key] = SeenItem(code, before.name or name, before.unit or unit)
        return key

    def settled(self) -> dict[str, SeenItem]:
        """Return the items with services told from goods, once the whole file was read.

        A code of letters only is a service where the codes of goods have digits.
        """
        codes = [item.code for item in self.seen.values() if item.code]
        digits_mean_goods = sum(1 for code in codes if _HAS_DIGIT.search(code)) > _MOSTLY * len(codes)
        return {
            key: item._replace(is_service=True)
            if item.code.upper() in _SERVICE_CODES
            or (digits_mean_goods and item.code and not _HAS_DIGIT.search(item.code))
            else item._replace(price_e4=self._prices.get(key))
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

    def sells(self) -> bool:
        """Return whether any line goes out of the shop."""
        return any(line.quantity_milli * (line.unit_price_e4 or 1) > 0 for line in self.lines)

    def comes_back(self) -> bool:
        """Return whether any line comes back into the shop."""
        return any(line.quantity_milli * (line.unit_price_e4 or 1) < 0 for line in self.lines)


class SalesReader:
    """Reads a sales history: one line for each line of a bill, bills told apart by their number."""

    def __init__(self, table: Table, mapping: ColumnMap, *, exponent: int, conventions: Conventions) -> None:
        self.reading = Reading()
        self._table = table
        self._cells = Cells(table, mapping, conventions.marks)
        self._exponent = exponent
        self._day_first = conventions.day_first
        self._today = conventions.today
        self._parties = PartyKeys(self._cells, "customer")
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
        day = read_day(cells.required("date"), self._day_first, cells.column("date"), self._today).toordinal()
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
        bill.note = bill.note or cells.text("note")[:LONGEST_NOTE]
        bill.lines.append(line)

    def _c_marks_returns(self) -> bool:
        """Return whether a C before a number says that it is a return.

        It does not where such numbers are a series of sales: two at least, and more than come back.
        """
        called = [bill for number, bill in self._bills.items() if _RETURN_NUMBER.fullmatch(number)]
        selling = sum(1 for bill in called if not bill.comes_back())
        return selling < 2 or selling <= sum(1 for bill in called if not bill.sells())

    def _whole_bills(self) -> Iterator[BillToImport]:
        c_marks_returns = self._c_marks_returns()
        for number, bill in self._bills.items():
            error = bill.error
            if error is None and c_marks_returns and bill.sells() and _RETURN_NUMBER.fullmatch(number):
                error = BillReturnSells(number=number)
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
