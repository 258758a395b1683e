"""What the rules need to read inside a transaction: one record, one level of stock, what is still due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, func, literal_column, select, true

from khata_desktop.domain.accounts import Account, AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.items import NO_STOCK, Item, ItemKind, StockLevel
from khata_desktop.domain.parties import Party, PartyKind
from khata_desktop.domain.posting_rules.common import Unsettled
from khata_desktop.domain.records import Entity
from khata_desktop.domain.tax import Tax
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_ID: BindParameter[bytes] = bindparam("id")
_P, _I, _A, _T, _V = t.parties.c, t.items.c, t.accounts.c, t.taxes.c, t.vouchers.c

#: Every party, as ``party_of_row`` takes it, with its id at the end.
PARTY_ROWS = select(
    _P.key, _P.name, _P.kind, _P.phone, _P.credit_limit_minor, _P.due_days, _P.archived, _P.deleted, _P.id
)
_PARTY = PARTY_ROWS.where(_P.id == _ID)
_ITEM = select(
    _I.key, _I.name, _I.code, _I.unit, _I.kind, _I.price_e4, _I.wholesale_e4, _I.cost_e4, _I.tax_ids,
    _I.price_includes_tax, _I.archived, _I.deleted,
).where(_I.id == _ID)  # fmt: skip
_ACCOUNT = select(_A.code, _A.name, _A.kind, _A.use, _A.archived, _A.deleted).where(_A.id == _ID)
_TAX = select(_T.name, _T.rate_ppm, _T.compound, _T.deleted).where(_T.id == _ID)
_STOCK = (
    select(t.item_totals.c.on_hand_milli, t.item_totals.c.value_minor)
    .join(t.items, t.items.c.key == t.item_totals.c.item_key)
    .where(_I.id == _ID)
)
_BALANCE = (
    select(t.party_totals.c.debit_minor - t.party_totals.c.credit_minor)
    .join(t.parties, t.parties.c.key == t.party_totals.c.party_key)
    .where(_P.id == _ID)
)
# The index open_items_by_party holds (open_minor < 0), so that only one side of a khata is read.
#: All that stands open, as ``unsettled_of_rows`` takes it, with the party's key at the end.
OPEN_ROWS = (
    select(
        _V.id, _V.number, t.open_items.c.due_on, t.open_items.c.open_minor, _V.seq, t.open_items.c.party_key
    )
    .join(t.vouchers, _V.seq == t.open_items.c.voucher_seq)
    .order_by(t.open_items.c.due_on, t.open_items.c.voucher_seq)
)
_OPEN = OPEN_ROWS.where(t.open_items.c.party_key == bindparam("key"))
_OPEN_SIDE = _OPEN.where((t.open_items.c.open_minor < literal_column("0")) == bindparam("is_advance"))
_HEADER = (
    select(_V.seq, _V.kind, _V.number, _V.revision, _V.status, t.event_log.c.payload)
    .join(t.event_log, t.event_log.c.seq == _V.seq)
    .where(_V.id == _ID)
)
_BY_SOURCE = select(_V.id).where(_V.source_key == bindparam("source_key"))
_BY_NUMBER = (
    select(_V.id)
    .where(_V.number == bindparam("number"), _V.status == int(VoucherStatus.LIVE))
    .order_by(_V.seq.desc())
    .limit(1)
)
_NUMBER_BORNE = select(_V.seq).where(_V.number == bindparam("number")).limit(1)
_IS_LIVE_RETURN = (_V.against_seq == select(_V.seq).where(_V.id == _ID).correlate(None).scalar_subquery()) & (
    _V.status == int(VoucherStatus.LIVE)
)
_LIVE_RETURNS = select(_V.number).where(_IS_LIVE_RETURN)
_RETURN_EVENTS = (
    select(t.event_log.c.payload)
    .join(t.vouchers, _V.seq == t.event_log.c.seq)
    .where(_IS_LIVE_RETURN)
    .order_by(_V.seq)
)
_SUCCESSOR = (
    select(_V.seq)
    .where(_V.supersedes_seq == select(_V.seq).where(_V.id == _ID).correlate(None).scalar_subquery())
    .limit(1)
)
_SERIES = select(t.number_series.c.last).where(t.number_series.c.prefix == bindparam("prefix"))
_HEADS = select(t.field_heads.c.field, t.field_heads.c.write_id, t.field_heads.c.value).where(
    t.field_heads.c.entity == bindparam("entity"), t.field_heads.c.record_key == bindparam("key")
)
_BUSINESS = select(
    t.businesses.c.name,
    t.businesses.c.currency,
    t.businesses.c.round_to_minor,
    t.businesses.c.default_tax_ids,
)
_ANY_VOUCHER = select(_V.seq).limit(1)
_META = select(t.meta.c.value).where(t.meta.c.key == bindparam("key"))
_DEVICE = select(t.devices.c.series).where(t.devices.c.id == _ID)
_RECORD_KEY = {
    entity: select(table.c.key).where(table.c.id == _ID) for entity, table in t.RECORD_TABLES.items()
}
_SAME_NAME: dict[Entity, Select[Any]] = {
    entity: select(table.c.id).where(
        table.c.name == bindparam("name"), table.c.deleted == 0, table.c.id != _ID
    )
    for entity, table in t.RECORD_TABLES.items()
    if entity not in (Entity.BUSINESS, Entity.REVIEW)
}
_SAME_CODE = {
    entity: select(table.c.id, table.c.name).where(
        table.c.code == bindparam("code"), table.c.deleted == 0, table.c.id != _ID
    )
    for entity, table in t.RECORD_TABLES.items()
    if "code" in table.c
}
#: Where vouchers speak of a record. A bill without money or goods posts and moves nothing.
_SPOKEN_OF = {
    Entity.PARTY: (t.postings.c.party_key, t.vouchers.c.party_key),
    Entity.ITEM: (t.voucher_lines.c.item_key, t.stock_movements.c.item_key),
    Entity.ACCOUNT: (t.postings.c.account_key, t.voucher_lines.c.account_key),
    Entity.TAX: (t.line_taxes.c.tax_key,),
}
_USED = {
    entity: [select(column).where(column == bindparam("key")).limit(1) for column in columns]
    for entity, columns in _SPOKEN_OF.items()
}
_KHATA_ENTRIES = (
    select(t.party_totals.c.entries)
    .join(t.parties, t.parties.c.key == t.party_totals.c.party_key)
    .where(_P.id == _ID)
)
_STOCK_ENTRY = (
    select(t.stock_movements.c.voucher_seq)
    .join(t.items, t.items.c.key == t.stock_movements.c.item_key)
    .join(t.vouchers, _V.seq == t.stock_movements.c.voucher_seq)
    .where(_I.id == _ID, _V.status == int(VoucherStatus.LIVE))
    .limit(1)
)
_TAX_IS_SET = [
    select(column).where(func.instr(column, _ID) > 0, live).limit(1)
    for column, live in ((_I.tax_ids, _I.deleted == 0), (t.businesses.c.default_tax_ids, true()))
]


class VoucherHeader(NamedTuple):
    """What decides whether a voucher can be corrected or undone, and its event's bytes."""

    seq: int
    kind: str
    number: str
    revision: int
    status: int
    payload: bytes


class BusinessRules(NamedTuple):
    """What the posting rules take from the business."""

    name: str
    currency_code: str
    round_to_minor: int
    default_tax_ids: tuple[TaxId, ...]


def unpack_ids(joined: bytes | None) -> tuple[TaxId, ...]:
    """Return the 16-byte ids that were run together in one field."""
    return tuple(TaxId(joined[i : i + 16]) for i in range(0, len(joined or b""), 16)) if joined else ()


def get_party(session: Session, party_id: PartyId, keys: dict[bytes, int] | None = None) -> Party | None:
    """Return a party, or None; a deleted one is not there. Its key is noted in ``keys``."""
    return party_of_row(party_id, session.row(_PARTY, id=party_id), keys)


def party_of_row(party_id: PartyId, row: Row | None, keys: dict[bytes, int] | None) -> Party | None:
    """Return the party of a row, or None for none or a deleted one. Its key is noted in ``keys``."""
    if row is None or row[7]:
        return None
    key, name, kind, phone, limit, days, archived, *_ = row
    if keys is not None:
        keys[party_id] = key
    return Party(
        id=party_id,
        name=name,
        kind=PartyKind(kind),
        phone=phone,
        credit_limit_minor=limit,
        due_days=days,
        archived=bool(archived),
    )


def get_item(session: Session, item_id: ItemId, keys: dict[bytes, int] | None = None) -> Item | None:
    """Return an item, a deleted one too, or None. Its key is noted in ``keys``."""
    row = session.row(_ITEM, id=item_id)
    if row is None:
        return None
    if keys is not None:
        keys[item_id] = row[0]
    _, name, code, unit, kind, price, wholesale, cost, tax_ids, included, archived, deleted = row
    return Item(
        id=item_id,
        name=name,
        code=code,
        unit=unit,
        kind=ItemKind(kind),
        price_e4=price,
        wholesale_e4=wholesale,
        cost_e4=cost,
        tax_ids=unpack_ids(tax_ids),
        price_includes_tax=bool(included),
        archived=bool(archived),
        deleted=bool(deleted),
    )


def get_account(session: Session, account_id: AccountId) -> Account | None:
    """Return an account, a deleted one too, or None."""
    row = session.row(_ACCOUNT, id=account_id)
    if row is None:
        return None
    code, name, kind, use, archived, deleted = row
    return Account(
        id=account_id,
        code=code,
        name=name,
        kind=AccountKind(kind),
        use=AccountUse(use),
        archived=bool(archived),
        deleted=bool(deleted),
    )


def get_tax(session: Session, tax_id: TaxId) -> Tax | None:
    """Return a tax, a deleted one too, or None."""
    row = session.row(_TAX, id=tax_id)
    if row is None:
        return None
    name, rate_ppm, compound, deleted = row
    return Tax(id=tax_id, name=name, rate_ppm=rate_ppm, compound=bool(compound), deleted=bool(deleted))


def get_stock(session: Session, item_id: ItemId) -> StockLevel:
    """Return what is on hand of an item."""
    row = session.row(_STOCK, id=item_id)
    return NO_STOCK if row is None else StockLevel(*row)


def get_balance(session: Session, party_id: PartyId) -> int:
    """Return what a party owes us, in minor units; negative is an advance or what we owe."""
    return session.value(_BALANCE, id=party_id) or 0


def unsettled_of(
    session: Session,
    party_id: PartyId,
    *,
    due: bool | None = None,
    key: int | None = None,
    seqs: dict[bytes, int] | None = None,
) -> list[Unsettled]:
    """Return what is not settled of a party's khata, the oldest due first.

    ``due`` asks for what is due to us only (True), or for the advances only (False). ``key`` is the
    party's, where it is known already. The numbers of the vouchers in the log are noted in ``seqs``.
    """
    if key is None:
        key = session.value(_RECORD_KEY[Entity.PARTY], id=party_id)
    rows = (
        session.rows(_OPEN, key=key)
        if due is None
        else session.rows(_OPEN_SIDE, key=key, is_advance=int(not due))
    )
    return unsettled_of_rows(rows, seqs)


def unsettled_of_rows(rows: Sequence[Row], seqs: dict[bytes, int] | None) -> list[Unsettled]:
    """Return what stands open by its rows; the vouchers' numbers in the log are noted in ``seqs``."""
    if seqs is not None:
        seqs.update((row[0], row[4]) for row in rows)
    day = date.fromordinal
    return [Unsettled(day(due_on), own, number, amount) for own, number, due_on, amount, *_ in rows]


def get_header(session: Session, voucher_id: VoucherId) -> VoucherHeader | None:
    """Return a voucher's header, or None."""
    row = session.row(_HEADER, id=voucher_id)
    return None if row is None else VoucherHeader(*row)


def voucher_from_source(session: Session, source_key: str) -> VoucherId | None:
    """Return the voucher that came from a line of another program's file, or None."""
    found = session.value(_BY_SOURCE, source_key=source_key)
    return None if found is None else VoucherId(found)


def number_is_borne(session: Session, number: str) -> bool:
    """Return whether any voucher, live or void, bears the number."""
    return session.value(_NUMBER_BORNE, number=number) is not None


def live_voucher(session: Session, number: str) -> VoucherId | None:
    """Return the newest voucher that bears a number and is not void, or None."""
    found = session.value(_BY_NUMBER, number=number)
    return None if found is None else VoucherId(found)


def return_events_of(session: Session, sale_id: VoucherId) -> list[bytes]:
    """Return the events of the live returns that take a sale's goods back, the oldest first."""
    return [row[0] for row in session.rows(_RETURN_EVENTS, id=sale_id)]


def live_returns_of(session: Session, sale_id: VoucherId) -> list[str]:
    """Return the numbers of the returns that take a sale's goods back."""
    return [row[0] for row in session.rows(_LIVE_RETURNS, id=sale_id)]


def is_superseded(session: Session, voucher_id: VoucherId) -> bool:
    """Return whether another voucher was posted in a voucher's place."""
    return session.value(_SUCCESSOR, id=voucher_id) is not None


def last_of_series(session: Session, prefix: str) -> int:
    """Return the last number given in a series such as ``INV-A-``, or 0."""
    return session.value(_SERIES, prefix=prefix) or 0


def field_heads_of(session: Session, entity: Entity, record_id: bytes) -> list[Row]:
    """Return (field, write id, value) of every unreplaced write to a record."""
    key = session.value(_RECORD_KEY[entity], id=record_id)
    return [] if key is None else session.rows(_HEADS, entity=entity.value, key=key)


def business_rules(session: Session) -> BusinessRules:
    """Return the business's currency and rounding."""
    name, code, round_to, taxes = session.row(_BUSINESS) or ("", "USD", 0, b"")
    return BusinessRules(name, code, round_to, unpack_ids(taxes))


def anything_posted(session: Session) -> bool:
    """Return whether any voucher, live or void, was ever posted."""
    return session.row(_ANY_VOUCHER) is not None


def get_meta(session: Session, key: str) -> bytes | None:
    """Return what this file knows of itself: ``book_id``, ``device_id``, ``user_id``."""
    value: bytes | None = session.value(_META, key=key)
    return value


def device_series(session: Session, device_id: bytes) -> str:
    """Return the letters of a device's number series."""
    return session.value(_DEVICE, id=device_id) or "A"


def record_exists(session: Session, entity: Entity, record_id: bytes) -> bool:
    """Return whether there is such a record."""
    return session.value(_RECORD_KEY[entity], id=record_id) is not None


def same_name(session: Session, entity: Entity, name: str, but: bytes) -> bytes | None:
    """Return another record of that very name, or None."""
    found: bytes | None = session.value(_SAME_NAME[entity], name=name, id=but)
    return found


def same_code(session: Session, entity: Entity, code: str, but: bytes) -> tuple[bytes, str] | None:
    """Return the id and name of another record of that very code, or None."""
    row = session.row(_SAME_CODE[entity], code=code, id=but)
    return None if row is None else (row[0], row[1])


def record_in_use(session: Session, entity: Entity, record_id: bytes) -> bool:
    """Return whether any voucher, live or void, speaks of the record."""
    key = session.value(_RECORD_KEY[entity], id=record_id)
    return key is not None and any(session.row(query, key=key) for query in _USED[entity])


def has_khata(session: Session, party_id: PartyId) -> bool:
    """Return whether any live voucher has an entry in the party's khata."""
    return bool(session.value(_KHATA_ENTRIES, id=party_id))


def has_moved(session: Session, item_id: ItemId) -> bool:
    """Return whether any live voucher moved the item's stock."""
    return session.row(_STOCK_ENTRY, id=item_id) is not None


def tax_is_set(session: Session, tax_id: TaxId) -> bool:
    """Return whether an item, or the business for new items, has the tax."""
    return any(session.row(query, id=tax_id) is not None for query in _TAX_IS_SET)
