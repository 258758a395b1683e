"""Adding and changing what vouchers speak of: parties, items, accounts, taxes, the business."""

from __future__ import annotations

from collections.abc import Mapping

from khata_desktop.domain.accounts import STANDARD_CHART
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.money import currency
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.record_errors import (
    AccountKindFixed,
    CodeTaken,
    ItemKindFixed,
    NameRequired,
    NameTaken,
    PartyKindFixed,
    RecordInUse,
    UnknownRecord,
)
from khata_desktop.domain.records import Entity, FieldValue, check_value
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import CurrencyFixed
from khata_desktop.services.books import BUSINESS_ID
from khata_desktop.services.outcome import EVERYTHING, Outcome, Topic
from khata_desktop.storage.lookups import (
    anything_posted,
    has_khata,
    has_moved,
    record_exists,
    record_in_use,
    same_code,
    same_name,
    tax_is_set,
)
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

    Two parties may share a name when their phones differ. Who has a khata does not become a supplier, nor
    a supplier something else: its khata would be on two accounts. Raises NotAllowed, NameRequired,
    NameTaken, CodeTaken, UnknownRecord, PartyKindFixed or another RuleViolation naming the field.
    """
    outcome = _save(uow, Entity.PARTY, values, party_id)
    return Outcome(PartyId(outcome.value), outcome.topics)


def save_item(uow: UnitOfWork, values: Values, *, item_id: ItemId | None = None) -> Outcome[ItemId]:
    """Add an item, or change fields of one; returns its id. Raises as ``save_party``, and ItemKindFixed
    for goods that have stock entries: what they are worth would be nobody's.
    """
    outcome = _save(uow, Entity.ITEM, values, item_id)
    return Outcome(ItemId(outcome.value), outcome.topics)


def save_account(
    uow: UnitOfWork, values: Values, *, account_id: AccountId | None = None
) -> Outcome[AccountId]:
    """Add an account, or change fields of one; returns its id. Raises as ``save_party``, and
    AccountKindFixed for one in use: its balance would stand elsewhere in every report ever printed.
    """
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

    The accounts every book has from birth are always in use, and so is a tax that an item has.
    """
    _check(uow, entity, record_id)
    if _is_relied_on(uow, entity, record_id):
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
        _keep_kind(uow, entity, own, values)
    _refuse_twins(uow, entity, own, values, is_new=is_new)
    uow.change_record(entity, own, dict(values))
    return Outcome(own, frozenset({_TOPIC[entity]}))


def _keep_kind(uow: UnitOfWork, entity: Entity, own: bytes, values: Values) -> None:
    """Raise PartyKindFixed, ItemKindFixed, AccountKindFixed where vouchers rely on what a record is."""
    new = {name: check_value(entity, name, values[name]) for name in ("kind", "use") if name in values}
    if not new:
        return
    match entity:
        case Entity.PARTY:
            party, supplier = uow.party(PartyId(own)), PartyKind.SUPPLIER
            if (party.kind is supplier) != (new["kind"] == supplier) and has_khata(uow.session, party.id):
                raise PartyKindFixed(name=party.name)
        case Entity.ITEM:
            item = uow.item(ItemId(own))
            if item.has_stock and new["kind"] != ItemKind.GOODS and has_moved(uow.session, item.id):
                raise ItemKindFixed(name=item.name)
        case Entity.ACCOUNT:
            account = uow.account(AccountId(own))
            same = account.kind == new.get("kind", account.kind) and account.use == new.get(
                "use", account.use
            )
            if not same and _is_relied_on(uow, entity, own):
                raise AccountKindFixed(account=account.name)


def _is_relied_on(uow: UnitOfWork, entity: Entity, own: bytes) -> bool:
    if entity is Entity.TAX and tax_is_set(uow.session, TaxId(own)):
        return True
    return own in _FROM_BIRTH or record_in_use(uow.session, entity, own)


def _refuse_twins(uow: UnitOfWork, entity: Entity, own: bytes, values: Values, *, is_new: bool) -> None:
    name, code = str(values.get("name") or "").strip(), str(values.get("code") or "").strip()
    if code and (twin := same_code(uow.session, entity, code, own)) is not None:
        raise CodeTaken(code=code, name=twin[1])
    # A phone or a code of its own tells two of one name apart.
    told_apart = bool(code) or bool(str(values.get("phone") or "").strip())
    if name and is_new and not told_apart and same_name(uow.session, entity, name, own) is not None:
        raise NameTaken(name=name)
