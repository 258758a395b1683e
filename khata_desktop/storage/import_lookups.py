"""What an import needs to know of the book: who and what is there by any name, and what came in before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, func, select

from khata_desktop.domain.records import RECORD_FIELDS, Entity, FieldValue
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_ID: BindParameter[bytes] = bindparam("id")
_PARTIES = select(t.parties.c.id, t.parties.c.code, t.parties.c.name, t.parties.c.phone).where(
    t.parties.c.deleted == 0
)
_ITEMS = select(t.items.c.id, t.items.c.code, t.items.c.name).where(t.items.c.deleted == 0)
_LIVE_OPENING = (t.vouchers.c.kind == VoucherKind.OPENING.value) & (
    t.vouchers.c.status == int(VoucherStatus.LIVE)
)
_PARTY_OPENING = (
    select(func.sum(t.postings.c.amount_minor))
    .join(t.vouchers, t.vouchers.c.seq == t.postings.c.voucher_seq)
    .join(t.parties, t.parties.c.key == t.postings.c.party_key)
    .where(t.parties.c.id == _ID, _LIVE_OPENING)
)
_ITEM_OPENING = (
    select(func.sum(t.stock_movements.c.quantity_milli))
    .join(t.vouchers, t.vouchers.c.seq == t.stock_movements.c.voucher_seq)
    .join(t.items, t.items.c.key == t.stock_movements.c.item_key)
    .where(t.items.c.id == _ID, _LIVE_OPENING)
)
_VALUES = {
    entity: select(*(table.c[name] for name in RECORD_FIELDS[entity])).where(table.c.id == _ID)
    for entity, table in t.RECORD_TABLES.items()
}


class KnownRecord(NamedTuple):
    """A party or an item by everything that can name it."""

    id: bytes
    code: str
    name: str
    phone: str = ""


def known_parties(session: Session) -> Iterator[KnownRecord]:
    """Yield every party, the archived ones too."""
    return (KnownRecord(*row) for row in session.stream(_PARTIES))


def known_items(session: Session) -> Iterator[KnownRecord]:
    """Yield every item, the archived ones too."""
    return (KnownRecord(*row) for row in session.stream(_ITEMS))


def opening_of(session: Session, entity: Entity, record_id: bytes) -> int | None:
    """Return a party's opening balance in minor units or an item's opening stock in thousandths, or None."""
    statement = _PARTY_OPENING if entity is Entity.PARTY else _ITEM_OPENING
    found: int | None = session.value(statement, id=record_id)
    return found


def record_values(session: Session, entity: Entity, record_id: bytes) -> dict[str, FieldValue]:
    """Return the fields of a record as they show; empty when there is no such record."""
    row = session.row(_VALUES[entity], id=record_id)
    return dict(zip(RECORD_FIELDS[entity], row, strict=True)) if row is not None else {}
