"""Bringing in the bills of another program, with the customers and items they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId, VoucherId
from khata_desktop.domain.import_errors import (
    BillDiffers,
    BillForAnother,
    BillNumberTaken,
    BillOnAnotherDay,
)
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.rights import Right
from khata_desktop.domain.vouchers import Line, VoucherKind
from khata_desktop.services.importing import (
    FLUSH_STEP,
    PROGRESS_STEP,
    Progress,
    RecordFinder,
    Refusal,
    SeenItem,
    SeenParty,
    Tally,
)
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import save_item, save_party
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from khata_desktop.storage.import_lookups import (
    KnownRecord,
    known_items,
    known_parties,
    record_values,
)
from khata_desktop.storage.lookups import voucher_from_source
from khata_desktop.storage.unit_of_work import UnitOfWork


class BillLine(NamedTuple):
    """A line of a bill; the quantity has the sign the file gives it, the discount that of the amount."""

    line_no: int
    item_key: str
    description: str
    quantity_milli: int
    unit_price_e4: int
    discount_minor: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillToImport:
    """One bill: ``party_key`` is empty for a walk-in customer, who pays in cash."""

    number: str
    sold_on: date
    lines: tuple[BillLine, ...]
    party_key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSales:
    """All bills of a file. ``parties`` and ``items`` say who and what their keys stand for."""

    bills: tuple[BillToImport, ...]
    parties: Mapping[str, SeenParty]
    items: Mapping[str, SeenItem]


def source_key_of(number: str) -> str:
    """Return the name under which a bill comes in once and never again."""
    return f"sales:{number}"


def import_sales(
    uow: UnitOfWork, command: ImportSales, *, progress: Progress | None = None
) -> Outcome[Tally]:
    """Post every bill that is not in the book yet: a sale, or a return when it comes to less than nothing.

    A bill comes in whole or not at all. Raises NotAllowed; what is wrong with a bill is in the tally.
    """
    uow.require(Right.IMPORT)
    work = _SalesImport(uow, command)
    work.sort_out()
    work.make_records()
    work.post(progress)
    return Outcome(work.tally, EVERYTHING)


class _SalesImport:
    """One run of the import: sorts the bills out, makes what they need, posts them.

    All reading comes before all posting, so that the vouchers gather and are written together.
    """

    def __init__(self, uow: UnitOfWork, command: ImportSales) -> None:
        self.uow = uow
        self.command = command
        self.tally = Tally()
        self.parties = RecordFinder(known_parties(uow.session))
        self.items = RecordFinder(known_items(uow.session))
        self.party_ids: dict[str, PartyId] = {}
        self.item_ids: dict[str, ItemId] = {}
        self.to_post: list[BillToImport] = []
        self._known_records: dict[bytes, KnownRecord] = {}

    def sort_out(self) -> None:
        """Take out the bills that are there already and those that cannot come in."""
        for bill in self.command.bills:
            known = voucher_from_source(self.uow.session, source_key_of(bill.number))
            try:
                if known is not None:
                    self._check_same(bill, known)
                    self.tally.already += len(bill.lines)
                    continue
                if self.uow.number_is_borne(bill.number):
                    raise BillNumberTaken(number=bill.number)
                self._find(bill)
            except RuleViolation as error:
                self._refuse(bill, error)
                continue
            self.to_post.append(bill)

    def make_records(self) -> None:
        """Make the customers and items that the bills speak of and the book does not have."""
        for key in dict.fromkeys(b.party_key for b in self.to_post if b.party_key):
            if key not in self.party_ids:
                self.party_ids[key] = self._new_party(self.command.parties[key])
        for key in dict.fromkeys(line.item_key for b in self.to_post for line in b.lines):
            if key not in self.item_ids:
                self.item_ids[key] = self._new_item(self.command.items[key])
        for party_id in self.party_ids.values():
            self.uow.party(party_id)
            self.uow.unsettled(party_id)
        for item_id in self.item_ids.values():
            self.uow.item(item_id)
            self.uow.stock(item_id)

    def post(self, progress: Progress | None) -> None:
        """Post the bills in the order of the file."""
        total = sum(len(bill.lines) for bill in self.command.bills)
        done = told = total - sum(len(bill.lines) for bill in self.to_post)
        for number, bill in enumerate(self.to_post, 1):
            try:
                self._post(bill)
            except RuleViolation as error:
                self._refuse(bill, error)
            done += len(bill.lines)
            if number % FLUSH_STEP == 0:
                self.uow.flush()
            if progress is not None and done - told >= PROGRESS_STEP:
                progress(done, total)
                told = done
        if progress is not None:
            progress(total, total)

    def _refuse(self, bill: BillToImport, error: RuleViolation) -> None:
        self.tally.refused.extend(Refusal(line.line_no, error) for line in bill.lines)

    def _find(self, bill: BillToImport) -> None:
        if bill.party_key and bill.party_key not in self.party_ids:
            party = self.command.parties[bill.party_key]
            found = self.parties.find(code=party.code, name=party.name, phone=party.phone)
            if found is not None:
                self.party_ids[bill.party_key] = PartyId(found)
        for line in bill.lines:
            if line.item_key not in self.item_ids:
                item = self.command.items[line.item_key]
                found = self.items.find(code=item.code, name=item.name)
                if found is not None:
                    self.item_ids[line.item_key] = ItemId(found)

    def _check_same(self, bill: BillToImport, known: VoucherId) -> None:
        """Raise unless the voucher that came in under the bill's number says the same as the bill."""
        voucher, _ = self.uow.voucher(known)
        if voucher.posted_on != bill.sold_on:
            raise BillOnAnotherDay(number=bill.number)
        if not self._is_party(bill.party_key, voucher.party_id):
            raise BillForAnother(number=bill.number)
        sign = -1 if voucher.kind is VoucherKind.SALE_RETURN else 1
        if len(bill.lines) != len(voucher.lines) or not all(
            self._is_line(own, kept, sign) for own, kept in zip(bill.lines, voucher.lines, strict=True)
        ):
            raise BillDiffers(number=bill.number)

    def _is_party(self, key: str, party_id: PartyId | None) -> bool:
        if not key or party_id is None:
            return not key and party_id is None
        seen = self.command.parties[key]
        known = self._known(Entity.PARTY, party_id)
        return self.parties.means(known, code=seen.code, name=seen.name, phone=seen.phone)

    def _is_line(self, own: BillLine, kept: Line, sign: int) -> bool:
        figures = (own.quantity_milli, own.unit_price_e4, own.discount_minor)
        if figures != (sign * kept.quantity_milli, kept.unit_price_e4, sign * kept.discount_minor):
            return False
        if (own.unit and own.unit != kept.unit) or (own.description and own.description != kept.description):
            return False
        seen = self.command.items[own.item_key]
        # Without a code the description, which is as it came in, is all that named the item.
        return not seen.code or (
            kept.item_id is not None
            and self.items.means(self._known(Entity.ITEM, kept.item_id), code=seen.code, name=seen.name)
        )

    def _known(self, entity: Entity, record_id: bytes) -> KnownRecord:
        """Return the names of a record of a bill that came in before, of a deleted one too."""
        known = self._known_records.get(record_id)
        if known is None:
            values = record_values(self.uow.session, entity, record_id)
            texts = (str(values.get(name, "")) for name in ("code", "name", "phone"))
            known = self._known_records[record_id] = KnownRecord(record_id, *texts)
        return known

    def _new_party(self, seen: SeenParty) -> PartyId:
        values: dict[str, FieldValue] = {"name": seen.shown_name, "kind": PartyKind.CUSTOMER.value}
        values |= {"code": seen.code, "phone": seen.phone, "address": seen.address}
        party_id = save_party(self.uow, {k: v for k, v in values.items() if v}).value
        self.parties.add(KnownRecord(party_id, seen.code, seen.shown_name, seen.phone))
        self.tally.parties_added += 1
        return party_id

    def _new_item(self, seen: SeenItem) -> ItemId:
        name = seen.name or seen.code
        values: dict[str, FieldValue] = {"name": name, "code": seen.code, "unit": seen.unit}
        values["kind"] = (ItemKind.SERVICE if seen.is_service else ItemKind.GOODS).value
        values["price_e4"] = seen.price_e4
        kept = {k: v for k, v in values.items() if v not in ("", None)}
        item_id = save_item(self.uow, kept).value
        self.items.add(KnownRecord(item_id, seen.code, name))
        self.tally.items_added += 1
        return item_id

    def _post(self, bill: BillToImport) -> None:
        exponent = self.uow.currency.exponent
        total = sum(
            line_amount_minor(line.quantity_milli, line.unit_price_e4, exponent) - line.discount_minor
            for line in bill.lines
        )
        is_return = total < 0 or (total == 0 and _looks_cancelled(bill))
        party_id = self.party_ids[bill.party_key] if bill.party_key else None
        lines = tuple(self._sold(bill.lines, -1 if is_return else 1))
        source_key = source_key_of(bill.number)
        if is_return:
            posted = post_return(
                self.uow,
                PostReturn(
                    returned_on=bill.sold_on,
                    lines=lines,
                    party_id=party_id,
                    number=bill.number,
                    narration=bill.note,
                    source_key=source_key,
                ),
            ).value
            self.tally.returns += 1
            self.tally.total_minor -= posted.total_minor
        else:
            # The amounts are history; today's rounding of bills must not change them.
            posted = post_sale(
                self.uow,
                PostSale(
                    sold_on=bill.sold_on,
                    lines=lines,
                    party_id=party_id,
                    rounded=False,
                    number=bill.number,
                    narration=bill.note,
                    source_key=source_key,
                ),
            ).value
            self.tally.bills += 1
            self.tally.total_minor += posted.total_minor
        self.tally.imported += len(bill.lines)

    def _sold(self, lines: Iterable[BillLine], sign: int) -> Iterable[SoldLine]:
        for line in lines:
            item = self.command.items[line.item_key]
            yield SoldLine(
                item_id=self.item_ids[line.item_key],
                description=line.description or item.name or item.code,
                quantity_milli=sign * line.quantity_milli,
                unit_price_e4=line.unit_price_e4,
                unit=line.unit or item.unit,
                discount_minor=sign * line.discount_minor,
            )


def _looks_cancelled(bill: BillToImport) -> bool:
    """Return whether a bill over nothing is a cancellation, which the file marks with a C."""
    return bill.number[:1] in "Cc" and all(line.quantity_milli < 0 for line in bill.lines)
