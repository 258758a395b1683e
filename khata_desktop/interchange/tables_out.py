"""The whole book for other programs: one CSV file a table, or all of it as one JSON file.

Amounts, prices and quantities are decimals in major units and whole items, days are ISO, ids are UUIDs.
Debit is positive, credit negative; so what a party owes is positive. Void vouchers are left out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from khata_desktop.domain.ids import id_text
from khata_desktop.domain.money import currency
from khata_desktop.domain.records import RECORD_FIELDS, Entity
from khata_desktop.interchange.guarding import guarded
from khata_desktop.reports.business import business_profile
from khata_desktop.reports.whole_book import WholeVoucher, record_rows, whole_vouchers
from khata_desktop.storage.session import Session

FORMAT_NAME, FORMAT_VERSION = "khata-export", 1

Cell = str | int | bool | list[str] | None


def _decimal(value: int | None, places: int, least: int = 0) -> str | None:
    """Return ``value * 10**-places`` exactly, at least so many decimals."""
    if value is None:
        return None
    whole, part = divmod(abs(value), 10**places)
    decimals = f"{part:0{places}}".rstrip("0").ljust(least, "0") if places else ""
    return f"{'-' if value < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


class _Tables:
    """Every table of the export as rows of named cells.

    Attributes:
        on_voucher: called after each voucher.
    """

    def __init__(self, session: Session, on_voucher: Callable[[], None]) -> None:
        self.session = session
        self.on_voucher = on_voucher
        self.business = business_profile(session)
        self.exponent = currency(self.business.currency_code).exponent
        self._ids: dict[Entity, dict[int, str]] = {}
        for entity in (Entity.ACCOUNT, Entity.TAX, Entity.PARTY, Entity.ITEM):
            self._ids[entity] = {row["key"]: id_text(row["id"]) for row in record_rows(session, entity)}

    def amount(self, minor: int | None) -> str | None:
        """Return an amount in major units, with all decimals of the currency."""
        return _decimal(minor, self.exponent, self.exponent)

    def records(self, entity: Entity) -> Iterator[dict[str, Cell]]:
        """Yield the records of a kind."""
        for row in record_rows(self.session, entity):
            if row["deleted"]:
                continue
            cells: dict[str, Cell] = {"id": id_text(row["id"])}
            for name, spec in RECORD_FIELDS[entity].items():
                if name == "deleted":
                    continue
                value = row[name]
                if spec.type is bool:
                    cells[name] = bool(value)
                elif name == "tax_ids":
                    cells[name] = [id_text(value[i : i + 16]) for i in range(0, len(value or b""), 16)]
                elif name.endswith("_minor"):
                    cells[name.removesuffix("_minor")] = self.amount(value)
                elif name.endswith("_e4"):
                    cells[name.removesuffix("_e4")] = _decimal(value, 4, self.exponent)
                elif name.endswith("_milli"):
                    cells[name.removesuffix("_milli")] = _decimal(value, 3)
                elif name.endswith("_ppm"):
                    cells[f"{name.removesuffix('_ppm')}_percent"] = _decimal(value, 4)
                else:
                    cells[name] = value
            yield cells

    def vouchers(self) -> Iterator[tuple[WholeVoucher, dict[str, Cell]]]:
        """Yield every voucher with its head as cells."""
        for v in whole_vouchers(self.session, with_goods=True):
            yield (
                v,
                {
                    "id": id_text(v.id),
                    "kind": v.kind,
                    "number": v.number,
                    "revision": v.revision,
                    "date": v.posted_on.isoformat(),
                    "due": v.due_on.isoformat() if v.due_on is not None else None,
                    "party_id": self._id(Entity.PARTY, v.party_key),
                    "total": self.amount(v.total_minor),
                    "narration": v.narration,
                    "reference": v.reference,
                    "against": v.against_number,
                    "tendered": self.amount(v.tendered_minor),
                    "round_off": self.amount(v.round_off_minor),
                    "source": v.source_key,
                },
            )
            self.on_voucher()

    def lines(self, v: WholeVoucher) -> Iterator[dict[str, Cell]]:
        """Yield the lines of a bill or return."""
        for line in v.lines:
            yield {
                "line": line.line_no,
                "item_id": self._id(Entity.ITEM, line.item_key),
                "description": line.description,
                "quantity": _decimal(line.quantity_milli, 3),
                "unit": line.unit,
                "unit_price": _decimal(line.unit_price_e4, 4, self.exponent),
                "discount": self.amount(line.discount_minor),
                "bill_discount": self.amount(line.bill_discount_minor),
                "tax": self.amount(line.tax_minor),
                "total": self.amount(line.total_minor),
                "cost": self.amount(line.cost_minor),
                "account_id": self._id(Entity.ACCOUNT, line.account_key),
            }

    def postings(self, v: WholeVoucher) -> Iterator[dict[str, Cell]]:
        """Yield the postings; debit is positive."""
        for p in v.postings:
            yield {
                "account_id": self._id(Entity.ACCOUNT, p.account_key),
                "party_id": self._id(Entity.PARTY, p.party_key),
                "amount": self.amount(p.amount_minor),
            }

    def movements(self, v: WholeVoucher) -> Iterator[dict[str, Cell]]:
        """Yield the stock movements; in is positive."""
        for m in v.movements:
            yield {
                "item_id": self._id(Entity.ITEM, m.item_key),
                "quantity": _decimal(m.quantity_milli, 3),
                "value": self.amount(m.value_minor),
            }

    def allocations(self, v: WholeVoucher) -> Iterator[dict[str, Cell]]:
        """Yield what the voucher settles."""
        for a in v.allocations:
            yield {"settles": a.number, "amount": self.amount(a.amount_minor)}

    def _id(self, entity: Entity, key: int | None) -> str | None:
        return self._ids[entity].get(key) if key is not None else None


_RECORD_FILES = {
    "accounts": Entity.ACCOUNT,
    "parties": Entity.PARTY,
    "items": Entity.ITEM,
    "taxes": Entity.TAX,
}


# --- JSON ------------------------------------------------------------------------------------------


def json_pieces(session: Session, on_voucher: Callable[[], None]) -> Iterator[str]:
    """Yield the pieces of one JSON object: business, records by kind, vouchers with their parts."""
    tables = _Tables(session, on_voucher)
    business = next(record_rows(session, Entity.BUSINESS))
    shown = {
        name: business[name]
        for name in RECORD_FIELDS[Entity.BUSINESS]
        if name not in ("logo", "default_tax_ids", "round_to_minor")
    }
    head = {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "currency": tables.business.currency_code,
        "business": shown,
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    for name, entity in _RECORD_FILES.items():
        yield f',\n "{name}": ['
        yield from _listed(json.dumps(cells, ensure_ascii=False) for cells in tables.records(entity))
    yield ',\n "vouchers": ['
    yield from _listed(
        json.dumps(
            {
                **cells,
                "lines": list(tables.lines(voucher)),
                "postings": list(tables.postings(voucher)),
                "movements": list(tables.movements(voucher)),
                "allocations": list(tables.allocations(voucher)),
            },
            ensure_ascii=False,
        )
        for voucher, cells in tables.vouchers()
    )
    yield "\n}\n"


def _listed(texts: Iterator[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f"{',' if number else ''}\n  {text}"
    yield "\n ]"


# --- CSV -------------------------------------------------------------------------------------------

_PARTS = {
    "lines": "line item_id description quantity unit unit_price discount bill_discount tax total cost "
    "account_id",
    "postings": "account_id party_id amount",
    "movements": "item_id quantity value",
    "allocations": "settles amount",
}
_HEAD = (
    "id kind number revision date due party_id total narration reference against tendered round_off source"
)
CSV_FILES = (*_RECORD_FILES, "vouchers", *_PARTS)


class _CsvFile:
    """One open CSV file; its columns are those of its first row, or given."""

    def __init__(self, file: IO[str], columns: list[str] | None = None) -> None:
        self._writer = csv.writer(file)
        self._columns = columns
        if columns is not None:
            self._writer.writerow(columns)

    def write(self, cells: dict[str, Cell]) -> None:
        """Write one row; texts that a spreadsheet would run are guarded."""
        if self._columns is None:
            self._columns = list(cells)
            self._writer.writerow(self._columns)
        self._writer.writerow([_csv_cell(cells[name]) for name in self._columns])


def _csv_cell(value: Cell) -> Any:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return int(value)
    return " ".join(value) if isinstance(value, list) else value


def write_csv_files(session: Session, folder: Path, on_voucher: Callable[[], None]) -> None:
    """Write one CSV file a table into an existing folder, UTF-8 with a mark for spreadsheets."""
    tables = _Tables(session, on_voucher)
    for name, entity in _RECORD_FILES.items():
        with _open(folder / f"{name}.csv") as file:
            columns = ["id", *(_column(field) for field in RECORD_FIELDS[entity] if field != "deleted")]
            records = _CsvFile(file, columns)
            for cells in tables.records(entity):
                records.write(cells)
    with (
        _open(folder / "vouchers.csv") as vouchers_file,
        _open(folder / "lines.csv") as lines_file,
        _open(folder / "postings.csv") as postings_file,
        _open(folder / "movements.csv") as movements_file,
        _open(folder / "allocations.csv") as allocations_file,
    ):
        vouchers = _CsvFile(vouchers_file, _HEAD.split())
        files = (lines_file, postings_file, movements_file, allocations_file)
        parts = [
            _CsvFile(file, ["voucher_id", *names.split()])
            for file, names in zip(files, _PARTS.values(), strict=True)
        ]
        readers = (tables.lines, tables.postings, tables.movements, tables.allocations)
        for voucher, cells in tables.vouchers():
            vouchers.write(cells)
            for part, read in zip(parts, readers, strict=True):
                for row in read(voucher):
                    part.write({"voucher_id": cells["id"], **row})


def _open(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8-sig", newline="")


def _column(field: str) -> str:
    if field.endswith("_ppm"):
        return f"{field.removesuffix('_ppm')}_percent"
    for ending in ("_minor", "_e4", "_milli"):
        field = field.removesuffix(ending)
    return field
