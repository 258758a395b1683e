"""Bringing in lists of parties and items, with what they owe or how much of them there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.domain.import_errors import OpeningDiffers, ServiceHasNoStock
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.money import MAX_AMOUNT_MINOR, line_amount_minor
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import AmountTooLarge
from khata_desktop.services.importing import (
    PROGRESS_STEP,
    Progress,
    RecordFinder,
    Refusal,
    Tally,
    folded_name,
    phone_key,
)
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import save_item, save_party
from khata_desktop.storage.import_lookups import (
    KnownRecord,
    known_items,
    known_parties,
    opening_of,
    record_values,
)
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordToImport:
    """One party or item of a list.

    ``values`` holds the fields that the line fills; an empty cell leaves the record as it is.
    ``opening`` is a party's balance in minor units (positive owes us) or an item's stock in
    thousandths, None where the line says nothing.
    """

    line_no: int
    values: Mapping[str, FieldValue]
    opening: int | None = None
    opening_on: date | None = None

    def text(self, name: str) -> str:
        """Return a text among the values, empty where the line says nothing."""
        return str(self.values.get(name) or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecords:
    """A list of parties or of items."""

    entity: Entity
    records: tuple[RecordToImport, ...]


def import_records(
    uow: UnitOfWork, command: ImportRecords, *, progress: Progress | None = None
) -> Outcome[Tally]:
    """Add the records that are not in the book, change those that are. Raises NotAllowed."""
    uow.require(Right.IMPORT)
    is_party = command.entity is Entity.PARTY
    finder = RecordFinder((known_parties if is_party else known_items)(uow.session))
    tally, total = Tally(), len(command.records)
    for done, record in enumerate(command.records, 1):
        try:
            _check_opening(uow, command.entity, record, finder)
            _bring_in(uow, command.entity, record, finder, tally)
        except RuleViolation as error:
            tally.refused.append(Refusal(record.line_no, error))
        if progress is not None and (done % PROGRESS_STEP == 0 or done == total):
            progress(done, total)
    return Outcome(tally, EVERYTHING)


def _found(record: RecordToImport, finder: RecordFinder) -> bytes | None:
    return finder.find(code=record.text("code"), name=record.text("name"), phone=record.text("phone"))


def _check_opening(uow: UnitOfWork, entity: Entity, record: RecordToImport, finder: RecordFinder) -> None:
    """Raise before anything of the line is recorded when its opening cannot be.

    Raises OpeningDiffers, ServiceHasNoStock, AmountTooLarge.
    """
    if not record.opening:
        return
    known = _found(record, finder)
    name = record.text("name") or record.text("code")
    if known is not None:
        before = opening_of(uow.session, entity, known)
        if before is not None and before != record.opening:
            raise OpeningDiffers(name=name)
    if entity is Entity.ITEM:
        item = uow.item(ItemId(known)) if known is not None else None
        kind = record.values.get("kind") or (item.kind if item is not None else ItemKind.GOODS)
        if kind == ItemKind.SERVICE:
            raise ServiceHasNoStock(name=name)
        cost = record.values.get("cost_e4")
        cost_e4 = cost if isinstance(cost, int) else item.cost_e4 if item is not None else 0
        if line_amount_minor(record.opening, cost_e4 or 0, uow.currency.exponent) > MAX_AMOUNT_MINOR:
            raise AmountTooLarge


def _bring_in(
    uow: UnitOfWork, entity: Entity, record: RecordToImport, finder: RecordFinder, tally: Tally
) -> None:
    known, is_party = _found(record, finder), entity is Entity.PARTY
    heard = uow.recorded
    values = dict(record.values)
    if known is None:
        values.setdefault("name", record.text("phone") or record.text("code"))
    else:
        values = _really_new(uow, entity, known, values)
    own: bytes
    if is_party:
        own = save_party(uow, values, party_id=PartyId(known) if known is not None else None).value
    else:
        own = save_item(uow, values, item_id=ItemId(known) if known is not None else None).value
    changed = uow.recorded != heard
    finder.add(_known(uow, entity, own, record))
    if record.opening and opening_of(uow.session, entity, own) is None:
        bring_in_balance(uow, _opening(uow, own, record, is_party))
        tally.openings += 1
        tally.total_minor += record.opening if is_party else 0
        changed = True
    added, altered = known is None, known is not None and changed
    if is_party:
        tally.parties_added += added
        tally.parties_changed += altered
    else:
        tally.items_added += added
        tally.items_changed += altered
    tally.imported += changed
    tally.already += not changed


def _really_new(
    uow: UnitOfWork, entity: Entity, known: bytes, values: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    """Return the values that differ from the record in more than case, spacing or the form of a phone."""
    present = record_values(uow.session, entity, known)

    def differs(name: str, value: FieldValue) -> bool:
        before = present[name]
        if name == "name":
            return folded_name(str(value)) != folded_name(str(before))
        if name == "phone":
            same = phone_key(str(value)) and phone_key(str(value)) == phone_key(str(before))
            return value != before and not same
        return value != before

    return {name: value for name, value in values.items() if differs(name, value)}


def _known(uow: UnitOfWork, entity: Entity, own: bytes, record: RecordToImport) -> KnownRecord:
    if entity is Entity.PARTY:
        party = uow.party(PartyId(own))
        return KnownRecord(own, record.text("code"), party.name, record.text("phone") or party.phone)
    item = uow.item(ItemId(own))
    return KnownRecord(own, record.text("code") or item.code, item.name)


def _opening(uow: UnitOfWork, own: bytes, record: RecordToImport, is_party: bool) -> BringIn:
    entered_on = record.opening_on or uow.today
    opening = record.opening or 0
    if is_party:
        return BringIn(
            amount_minor=opening,
            entered_on=entered_on,
            party_id=PartyId(own),
        )
    item = uow.item(ItemId(own))
    return BringIn(
        amount_minor=line_amount_minor(opening, item.cost_e4 or 0, uow.currency.exponent),
        entered_on=entered_on,
        item_id=ItemId(own),
        quantity_milli=opening,
    )
