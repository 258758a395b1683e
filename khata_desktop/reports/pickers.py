"""What a search field finds: parties with what they owe, items with stock and last price, open bills."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, literal, or_, select

from khata_desktop.domain.ids import ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.common import (
    KINDS,
    LIVE,
    Query,
    contains,
    key_of,
    like,
    parameter,
)
from khata_desktop.reports.finding import found, found_parameters, rank, words_of
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Row, Session

_P, _I, _V = t.parties.c, t.items.c, t.vouchers.c
_PT, _IT, _L, _OPEN = t.party_totals.c, t.item_totals.c, t.voucher_lines.c, t.open_items.c
_POST = t.postings.c
#: What a party paid last is looked for among so many of its newest entries.
_ENTRIES_LOOKED_AT = 2_000


class PartyPick(NamedTuple):
    """A party as found; ``balance_minor`` is what it owes us, negative an advance or what we owe."""

    party_id: PartyId
    name: str
    phone: str
    code: str
    kind: str
    balance_minor: int
    credit_limit_minor: int | None
    due_days: int


class ItemPick(NamedTuple):
    """An item as found; ``last_price_e4`` is what this party paid for it last, ``exact`` a code that fits."""

    item_id: ItemId
    name: str
    code: str
    unit: str
    kind: str
    price_e4: int | None
    wholesale_e4: int | None
    cost_e4: int | None
    tax_ids: tuple[TaxId, ...]
    price_includes_tax: bool
    on_hand_milli: int
    reorder_milli: int | None
    last_price_e4: int | None
    exact: bool


class OpenItem(NamedTuple):
    """A voucher with something not settled: positive is due to us, negative an advance not used up."""

    voucher_id: VoucherId
    number: str
    kind: VoucherKind
    posted_on: date
    due_on: date
    total_minor: int
    open_minor: int


_PARTY_COLUMNS = (
    _P.id, _P.name, _P.phone, _P.code, _P.kind, func.coalesce(_PT.debit_minor - _PT.credit_minor, 0),
    _P.credit_limit_minor, _P.due_days,
)  # fmt: skip
_PARTIES: Query = select(*_PARTY_COLUMNS).outerjoin(t.party_totals, _PT.party_key == _P.key)
_THERE = and_(_P.deleted == 0, _P.archived == 0)
_RECENT_KEYS = (
    select(_V.party_key.label("key"), func.max(_V.seq).label("last"))
    .where(_V.seq > select(func.max(_V.seq) - 500).correlate(None).scalar_subquery())
    .where(_V.party_key.is_not(None))
    .group_by(_V.party_key)
    .subquery()
)
_ONE_PARTY = _PARTIES.where(_P.id == parameter("id"), _P.deleted == 0)

_ITEM_COLUMNS = (
    _I.id, _I.name, _I.code, _I.unit, _I.kind, _I.price_e4, _I.wholesale_e4, _I.cost_e4, _I.tax_ids,
    _I.price_includes_tax, func.coalesce(_IT.on_hand_milli, 0), _I.reorder_milli,
)  # fmt: skip
_ITEMS: Query = select(*_ITEM_COLUMNS, _I.key, _I.barcodes).outerjoin(t.item_totals, _IT.item_key == _I.key)
_ITEM_THERE = and_(_I.deleted == 0, _I.archived == 0)
_ONE_ITEM = _ITEMS.where(_I.id == parameter("id"), _I.deleted == 0)
# One barcode a line, so that a whole one can be told from part of another.
_BARCODES = (
    literal("\n").concat(func.replace(func.replace(_I.barcodes, ",", "\n"), " ", "\n")).concat(literal("\n"))
)
_BY_CODE = _ITEMS.where(_ITEM_THERE, or_(_I.code == parameter("code"), contains(_BARCODES, "barcode"))).limit(
    1
)
# From the party's side: a popular item was sold far more often than one party ever bought anything.
_entries = (
    select(_POST.voucher_seq)
    .where(_POST.party_key == parameter("party"))
    .order_by(_POST.posted_on.desc(), _POST.voucher_seq.desc())
    .limit(_ENTRIES_LOOKED_AT)
    .subquery()
)
_LAST_PRICES = (
    select(_L.item_key, _L.unit_price_e4)
    .select_from(_entries)
    .join(t.vouchers, _V.seq == _entries.c.voucher_seq)
    .join(t.voucher_lines, _L.voucher_seq == _V.seq)
    .where(_V.kind == VoucherKind.SALE.value, LIVE, _L.item_key.is_not(None))
    .order_by(_V.posted_on, _V.seq, _L.line_no)
)
_OPEN_ITEMS = (
    select(_V.id, _V.number, _V.kind, _V.posted_on, _OPEN.due_on, _V.total_minor, _OPEN.open_minor, _V.seq)
    .join(t.vouchers, _V.seq == _OPEN.voucher_seq)
    .where(_OPEN.party_key == parameter("party"))
    .order_by(_OPEN.due_on, _OPEN.voucher_seq)
)
_SETTLING = t.vouchers.alias("settling")
_SETTLED: Query = (
    select(
        _V.id, _V.number, _V.kind, _V.posted_on, func.coalesce(_V.due_on, _V.posted_on), _V.total_minor,
        t.allocations.c.amount_minor, _V.seq, _SETTLING.c.kind,
    )
    .join(t.allocations, _V.seq == t.allocations.c.against_seq)
    .join(_SETTLING, _SETTLING.c.seq == t.allocations.c.voucher_seq)
    .where(_SETTLING.c.id == parameter("settling"))
)  # fmt: skip


def find_parties(
    session: Session, *, text: str = "", limit: int = 20, kind: str | None = None
) -> list[PartyPick]:
    """Return the parties that fit: a code or phone exactly, then names that begin so, then the rest.

    An empty text finds those dealt with last. Names are matched across scripts, after what has the very
    letters that were typed.
    """
    text = text.strip()
    words = words_of(text)
    if text and not words:
        return []
    statement = _party_search(len(words), kind is not None)
    parameters: dict[str, Any] = {"limit": limit}
    if kind is not None:
        parameters["kind"] = kind
    if words:
        parameters |= {"exact": text, **found_parameters(text, words)}
    return [PartyPick._make(row) for row in session.rows(statement, **parameters)]


@lru_cache(maxsize=32)
def _party_search(words: int, by_kind: bool) -> Select[Any]:
    statement = _PARTIES.where(_THERE).limit(parameter("limit"))
    if by_kind:
        statement = statement.where(_P.kind == parameter("kind"))
    if not words:
        recent = statement.outerjoin(_RECENT_KEYS, _RECENT_KEYS.c.key == _P.key)
        return recent.order_by(func.coalesce(_RECENT_KEYS.c.last, 0).desc(), _P.name)
    exact = or_(_P.code == parameter("exact"), _P.phone == parameter("exact"))
    return statement.where(found(t.parties, words, exact)).order_by(rank(t.parties, words, exact), _P.name)


def party_pick(session: Session, *, party_id: PartyId) -> PartyPick:
    """Return one party as the search fields show it. Raises UnknownRecord."""
    row = session.row(_ONE_PARTY, id=party_id)
    if row is None:
        raise UnknownRecord(field="party", entity="party", name=party_id.hex())
    return PartyPick._make(row)


def find_items(
    session: Session, *, text: str = "", limit: int = 20, party_id: PartyId | None = None
) -> list[ItemPick]:
    """Return the items that fit: a code or barcode exactly, then names that begin so, then the rest.

    An empty text finds them by name. With a party, what it last paid is told.
    """
    text = text.strip()
    words = words_of(text)
    if text and not words:
        return []
    parameters: dict[str, Any] = {"limit": limit}
    if words:
        parameters |= {"exact": text, "barcode": like(f"\n{text}\n"), **found_parameters(text, words)}
    prices = _last_prices(session, party_id)
    return [_item(row, prices, text) for row in session.rows(_item_search(len(words)), **parameters)]


@lru_cache(maxsize=32)
def _item_search(words: int) -> Select[Any]:
    statement = _ITEMS.where(_ITEM_THERE).limit(parameter("limit"))
    if not words:
        return statement.order_by(_I.name)
    exact = or_(_I.code == parameter("exact"), contains(_BARCODES, "barcode"))
    return statement.where(found(t.items, words, exact)).order_by(rank(t.items, words, exact), _I.name)


def item_by_code(session: Session, *, code: str, party_id: PartyId | None = None) -> ItemPick | None:
    """Return the item of a scanned code or barcode, or None."""
    code = code.strip()
    row = session.row(_BY_CODE, code=code, barcode=like(f"\n{code}\n")) if code else None
    return None if row is None else _item(row, _last_prices(session, party_id), code)


def item_pick(session: Session, *, item_id: ItemId, party_id: PartyId | None = None) -> ItemPick:
    """Return one item as the search fields show it. Raises UnknownRecord."""
    row = session.row(_ONE_ITEM, id=item_id)
    if row is None:
        raise UnknownRecord(field="item", entity="item", name=item_id.hex())
    return _item(row, _last_prices(session, party_id), "")


def _last_prices(session: Session, party_id: PartyId | None) -> dict[int, int]:
    """Return what a party paid last for each item it bought, by the item's key."""
    if party_id is None:
        return {}
    party = key_of(session, Entity.PARTY, party_id)
    prices: dict[int, int] = dict(session.rows(_LAST_PRICES, party=party))
    return prices


def _item(row: Row, prices: dict[int, int], text: str) -> ItemPick:
    (
        own,
        name,
        code,
        unit,
        kind,
        price,
        wholesale,
        cost,
        tax_ids,
        included,
        on_hand,
        reorder,
        key,
        barcodes,
    ) = row
    return ItemPick(
        item_id=ItemId(own),
        name=name,
        code=code,
        unit=unit,
        kind=kind,
        price_e4=price,
        wholesale_e4=wholesale,
        cost_e4=cost,
        tax_ids=unpack_ids(tax_ids),
        price_includes_tax=bool(included),
        on_hand_milli=on_hand,
        reorder_milli=reorder,
        last_price_e4=prices.get(key),
        exact=bool(text) and (code == text or text in barcodes.replace(",", " ").split()),
    )


def open_items_for_party(
    session: Session, *, party_id: PartyId, without: VoucherId | None = None
) -> list[OpenItem]:
    """Return what stands open in a khata, the oldest due first. Raises UnknownRecord.

    ``without`` is a receipt or payment that is being corrected: what would be open if it had settled nothing.
    """
    opened = {row[0]: row for row in session.rows(_OPEN_ITEMS, party=key_of(session, Entity.PARTY, party_id))}
    for *item, amount, seq, settling in session.rows(_SETTLED, settling=without) if without else ():
        freed = -amount if KINDS[settling] is VoucherKind.PAYMENT else amount
        left = opened[item[0]][6] if item[0] in opened else 0
        opened[item[0]] = (*item, left + freed, seq)
    day = date.fromordinal
    return [
        OpenItem(VoucherId(own), number, KINDS[kind], day(posted), day(due), total, left)
        for own, number, kind, posted, due, total, left, _ in sorted(
            opened.values(), key=lambda row: (row[4], row[7])
        )
    ]
