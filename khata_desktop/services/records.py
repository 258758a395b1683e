"""Adding and changing what vouchers speak of: parties, items, accounts, taxes, the business."""

from __future__ import annotations

from collections.abc import Mapping

from khata_desktop.domain.accounts import STANDARD_CHART
from khata_desktop.domain.errors import (
    CodeTaken,
    CurrencyFixed,
    NameRequired,
    NameTaken,
    RecordInUse,
    UnknownRecord,
)
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId
from khata_desktop.domain.money import currency
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import BUSINESS_ID
from khata_desktop.services.outcome import EVERYTHING, Outcome, Topic
from khata_desktop.storage.lookups import anything_posted, record_exists, record_in_use, same_code, same_name
from khata_desktop.storage.unit_of_work import UnitOfWork

Values = Mapping[str, FieldValue]

_RIGHT = {
    Entity.PARTY: Right.EDIT_PARTIES,
    Entity.ITEM: Right.EDIT_ITEMS,
    Entity.ACCOUNT: Right.EDIT_ACCOUNTS,
    Entity.TAX: Right.EDIT_ITEMS,
}
_TOPIC = {
    Entity.PARTY: Topic.PARTIES,
    Entity.ITEM: Topic.ITEMS,
    Entity.ACCOUNT: Topic.ACCOUNTS,
    Entity.TAX: Topic.TAXES,
}

_FROM_BIRTH = frozenset(account.id for account in STANDARD_CHART)


def save_party(uow: UnitOfWork, values: Values, *, party_id: PartyId | None = None) -> Outcome[PartyId]:
    """Add a party, or change fields of one; returns its id.

    Two parties may share a name when their phones differ. Raises NotAllowed, NameRequired, NameTaken,
    CodeTaken, UnknownRecord or another RuleViolation naming the field.
    """
    outcome = _save(uow, Entity.PARTY, values, party_id)
    return Outcome(PartyId(outcome.value), outcome.topics)


def save_item(uow: UnitOfWork, values: Values, *, item_id: ItemId | None = None) -> Outcome[ItemId]:
    """Add an item, or change fields of one; returns its id. Raises as ``save_party``."""
    outcome = _save(uow, Entity.ITEM, values, item_id)
    return Outcome(ItemId(outcome.value), outcome.topics)


def save_account(
    uow: UnitOfWork, values: Values, *, account_id: AccountId | None = None
) -> Outcome[AccountId]:
    """Add an account, or change fields of one; returns its id. Raises as ``save_party``."""
    outcome = _save(uow, Entity.ACCOUNT, values, account_id)
    return Outcome(AccountId(outcome.value), outcome.topics)


def save_tax(uow: UnitOfWork, values: Values, *, tax_id: TaxId | None = None) -> Outcome[TaxId]:
    """Add a tax, or change fields of one; returns its id. Raises as ``save_party``."""
    outcome = _save(uow, Entity.TAX, values, tax_id)
    return Outcome(TaxId(outcome.value), outcome.topics)


def change_business(uow: UnitOfWork, values: Values) -> Outcome[None]:
    """Change fields of the business. The currency stays once anything is posted.

    Raises NotAllowed, UnknownCurrency, CurrencyFixed or another RuleViolation naming the field.
    """
    uow.require(Right.EDIT_BUSINESS)
    changed = dict(values)
    if isinstance(code := changed.get("currency"), str):
        changed["currency"] = new = currency(code).code
        # The amounts are in minor units of the currency they were posted in.
        if new != uow.rules.currency_code and anything_posted(uow.session):
            raise CurrencyFixed
    uow.change_record(Entity.BUSINESS, BUSINESS_ID, changed)
    return Outcome(None, EVERYTHING)


def archive_record(
    uow: UnitOfWork, entity: Entity, record_id: bytes, *, archived: bool = True
) -> Outcome[None]:
    """Put a record out of the lists, or back; the books keep it. Raises NotAllowed, UnknownRecord."""
    _check(uow, entity, record_id)
    uow.change_record(entity, record_id, {"archived": archived})
    return Outcome(None, frozenset({_TOPIC[entity]}))


def delete_record(uow: UnitOfWork, entity: Entity, record_id: bytes) -> Outcome[None]:
    """Delete a record that no voucher speaks of. Raises NotAllowed, UnknownRecord, RecordInUse.

    The accounts every book has from birth are always in use.
    """
    _check(uow, entity, record_id)
    if record_id in _FROM_BIRTH or record_in_use(uow.session, entity, record_id):
        raise RecordInUse(name=_name(uow, entity, record_id))
    uow.change_record(entity, record_id, {"deleted": True})
    return Outcome(None, frozenset({_TOPIC[entity]}))


def _name(uow: UnitOfWork, entity: Entity, record_id: bytes) -> str:
    match entity:
        case Entity.PARTY:
            return uow.party(PartyId(record_id)).name
        case Entity.ITEM:
            return uow.item(ItemId(record_id)).name
        case Entity.TAX:
            return uow.tax(TaxId(record_id)).name
        case _:
            return uow.account(AccountId(record_id)).name


def _check(uow: UnitOfWork, entity: Entity, record_id: bytes) -> None:
    uow.require(_RIGHT[entity])
    if not record_exists(uow.session, entity, record_id):
        raise UnknownRecord(entity=entity.value, name=record_id.hex())


def _save(uow: UnitOfWork, entity: Entity, values: Values, record_id: bytes | None) -> Outcome[bytes]:
    uow.require(_RIGHT[entity])
    is_new = record_id is None
    own = record_id if record_id is not None else uow.new_id()
    if is_new and not str(values.get("name") or "").strip():
        raise NameRequired
    if not is_new:
        _check(uow, entity, own)
    _refuse_twins(uow, entity, own, values, is_new=is_new)
    uow.change_record(entity, own, dict(values))
    return Outcome(own, frozenset({_TOPIC[entity]}))


def _refuse_twins(uow: UnitOfWork, entity: Entity, own: bytes, values: Values, *, is_new: bool) -> None:
    name, code = str(values.get("name") or "").strip(), str(values.get("code") or "").strip()
    if code and (twin := same_code(uow.session, entity, code, own)) is not None:
        raise CodeTaken(code=code, name=twin[1])
    # A phone or a code of its own tells two of one name apart.
    told_apart = bool(code) or bool(str(values.get("phone") or "").strip())
    if name and is_new and not told_apart and same_name(uow.session, entity, name, own) is not None:
        raise NameTaken(name=name)
