"""From lines of a table to parties and items."""

from __future__ import annotations

from datetime import date

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    CellNegative,
    CellNotChoice,
    CellUnfit,
    RowWithoutName,
)
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import Entity, FieldValue, check_value
from khata_desktop.interchange.conventions import Conventions
from khata_desktop.interchange.fields import ColumnMap
from khata_desktop.interchange.rows import Cells, Reading, read_rows
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.interchange.values import read_day, shown
from khata_desktop.services.import_records import ImportRecords, RecordToImport
from khata_desktop.services.importing import Progress, folded_name

_PARTY_KINDS = {
    PartyKind.CUSTOMER: "customer client buyer debtor receivable گاہک خریدار ग्राहक",
    PartyKind.SUPPLIER: "supplier vendor seller creditor payable سپلائر فروش सप्लायर आपूर्तिकर्ता विक्रेता",
    PartyKind.STAFF: "staff employee worker ملازم عملہ कर्मचारी स्टाफ",
}
_ITEM_KINDS = {
    ItemKind.GOODS: "goods good item product stock inventory سامان مال सामान माल",
    ItemKind.SERVICE: "service services labour labor سروس خدمت सेवा",
}
_TEXTS = {
    Entity.PARTY: ("name", "code", "phone", "email", "address", "tax_number", "tags", "notes"),
    Entity.ITEM: ("name", "code", "barcodes", "other_names", "category", "unit"),
}
#: Fields of the file, fields of the record, and the decimals kept (None: those of the currency).
_NUMBERS: dict[Entity, tuple[tuple[str, str, int | None], ...]] = {
    Entity.PARTY: (("credit_limit", "credit_limit_minor", None), ("due_days", "due_days", 0)),
    Entity.ITEM: (
        ("price", "price_e4", 4),
        ("wholesale", "wholesale_e4", 4),
        ("cost", "cost_e4", 4),
        ("reorder", "reorder_milli", 3),
    ),
}


class RecordsReader:
    """Reads a list of parties or items, one a line."""

    def __init__(
        self, table: Table, mapping: ColumnMap, *, entity: Entity, exponent: int, conventions: Conventions
    ) -> None:
        self.reading = Reading()
        self._table = table
        self._cells = Cells(table, mapping, conventions.marks)
        self._entity = entity
        self._exponent = exponent
        self._day_first = conventions.day_first
        self._today = conventions.today
        kinds: dict[PartyKind, str] | dict[ItemKind, str] = (
            _PARTY_KINDS if entity is Entity.PARTY else _ITEM_KINDS
        )
        self._kinds = {folded_name(w): kind.value for kind, words in kinds.items() for w in words.split()}
        self._records: list[RecordToImport] = []

    def read(self, progress: Progress | None = None) -> ImportRecords:
        """Read the whole file; what cannot be understood is in ``reading``."""
        read_rows(self._table, self.reading, self._parse, progress)
        return ImportRecords(entity=self._entity, records=tuple(self._records))

    def _parse(self, row: TableRow) -> None:
        cells = self._cells
        cells.turn_to(row)
        values: dict[str, FieldValue] = {}
        for name in _TEXTS[self._entity]:
            if text := cells.fitting(name, self._entity, name):
                values[name] = text
        named = ("name", "phone", "code") if self._entity is Entity.PARTY else ("name", "code")
        if not any(name in values for name in named):
            columns = " and ".join(cells.column(name) for name in named if cells.has(name))
            raise RowWithoutName(columns=columns)
        for name, record_field, places in _NUMBERS[self._entity]:
            number = cells.number(name, self._exponent if places is None else places)
            if number is not None:
                values[record_field] = self._checked(name, record_field, number)
        if kind := self._kind():
            values["kind"] = kind
        opening, opening_on = self._opening(values)
        self._records.append(
            RecordToImport(line_no=row.line_no, values=values, opening=opening, opening_on=opening_on)
        )

    def _checked(self, name: str, record_field: str, number: int) -> int:
        if number < 0:
            raise CellNegative(column=self._cells.column(name), text=shown(self._cells.text(name)))
        try:
            check_value(self._entity, record_field, number)
        except RuleViolation as error:
            raise CellUnfit(column=self._cells.column(name), reason=str(error)) from error
        return number

    def _kind(self) -> str:
        text = self._cells.text("kind")
        if not text:
            return ""
        word = folded_name(text)
        # "Customers" and "Suppliers" head many lists.
        kind = self._kinds.get(word) or self._kinds.get(word.removesuffix("s"))
        if kind is None:
            choices = ", ".join(dict.fromkeys(self._kinds.values()))
            raise CellNotChoice(column=self._cells.column("kind"), text=shown(text), choices=choices)
        return kind

    def _opening(self, values: dict[str, FieldValue]) -> tuple[int | None, date | None]:
        """Return what the party owes or how much of the item there is, and since when."""
        cells = self._cells
        if self._entity is Entity.PARTY:
            opening = cells.number("opening_balance", self._exponent)
        else:
            opening = cells.number("opening_stock", 3)
            if opening is not None and opening < 0:
                column = cells.column("opening_stock")
                raise CellNegative(column=column, text=shown(cells.text("opening_stock")))
            if opening and values.get("kind") == ItemKind.SERVICE.value:
                raise CellUnfit(column=cells.column("opening_stock"), reason="a service has no stock")
        day = cells.text("opening_date")
        if not day:
            return opening, None
        return opening, read_day(day, self._day_first, cells.column("opening_date"), self._today)
