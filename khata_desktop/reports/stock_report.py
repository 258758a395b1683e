"""What was on hand at the end of a day and what it cost; and how one item's stock came and went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from khata_desktop.domain.ids import ItemId, VoucherId
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.money import currency, round_half_up
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.common import KINDS, LIVE, currency_code, key_of, parameter
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_I, _S, _M, _V, _P = t.items.c, t.item_totals.c, t.stock_movements.c, t.vouchers.c, t.parties.c

_HEAD = (_I.id, _I.code, _I.name, _I.unit)
_NOW = (
    select(*_HEAD, _S.on_hand_milli, _S.value_minor)
    .join(t.items, _I.key == _S.item_key)
    .where(_I.kind == ItemKind.GOODS.value, _I.deleted == 0)
)
# What is void cancels out within its day. Adding nothing to the key keeps SQLite from going through the
# index, which would look up every row of the table one by one.
_MOVED = (
    select(_M.item_key, func.sum(_M.quantity_milli).label("on_hand"), func.sum(_M.value_minor).label("value"))
    .where(_M.posted_on <= parameter("day"))
    .group_by(_M.item_key + literal_column("0"))
    .subquery()
)
_THEN = (
    select(*_HEAD, _MOVED.c.on_hand, _MOVED.c.value)
    .join(_MOVED, _MOVED.c.item_key == _I.key)
    .where(_I.kind == ItemKind.GOODS.value, _I.deleted == 0)
)
_OPENING = select(
    func.coalesce(func.sum(_M.quantity_milli), 0), func.coalesce(func.sum(_M.value_minor), 0)
).where(_M.item_key == parameter("key"), _M.posted_on < parameter("first"))
_MOVEMENTS = (
    select(
        _V.id, _V.seq, _M.posted_on, _V.number, _V.kind, func.coalesce(_P.name, ""),
        _M.quantity_milli, _M.value_minor,
    )
    .select_from(t.stock_movements)
    .join(t.vouchers, _V.seq == _M.voucher_seq)
    .outerjoin(t.parties, _P.key == _V.party_key)
    .where(
        _M.item_key == parameter("key"), _M.posted_on.between(parameter("first"), parameter("last")), LIVE
    )
    .order_by(_M.posted_on, _M.voucher_seq)
)  # fmt: skip


class StockRow(NamedTuple):
    """An item's stock: thousandths of its unit, and its value at cost.

    ``average_e4`` is the cost of one unit in ten-thousandths of a major unit, None when none is on hand.
    """

    item_id: ItemId
    code: str
    name: str
    unit: str
    on_hand_milli: int
    value_minor: int
    average_e4: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReport:
    """The stock at the end of a day (None: as it is now), by name; its value is that of the stock account."""

    as_of: date | None
    rows: tuple[StockRow, ...]
    value_minor: int


class MovementRow(NamedTuple):
    """Goods that came in or went out; ``on_hand_milli`` and ``value_minor`` are what was there after it."""

    voucher_id: VoucherId
    seq: int
    posted_on: date
    number: str
    kind: VoucherKind
    party_name: str
    in_milli: int
    out_milli: int
    on_hand_milli: int
    value_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMovements:
    """How the stock of one item came and went in a period, the oldest first."""

    item_id: ItemId
    period: Period
    opening_milli: int
    opening_value_minor: int
    rows: tuple[MovementRow, ...]
    closing_milli: int
    closing_value_minor: int


def stock_report(session: Session, *, as_of: date | None = None) -> StockReport:
    """Return what is on hand of every item that ever moved, at the end of a day."""
    exponent = currency(currency_code(session)).exponent
    found = session.rows(_NOW) if as_of is None else session.rows(_THEN, day=as_of.toordinal())
    rows = [
        StockRow._make((*row, average_cost_e4(row[4], row[5], exponent))) for row in found if row[4] or row[5]
    ]
    rows.sort(key=lambda row: row.name.casefold())
    return StockReport(as_of=as_of, rows=tuple(rows), value_minor=sum(row.value_minor for row in rows))


def average_cost_e4(on_hand_milli: int, value_minor: int, exponent: int) -> int | None:
    """Return the cost of one unit in ten-thousandths of a major unit, None when none is on hand."""
    if on_hand_milli <= 0:
        return None
    return round_half_up(value_minor * 10 ** (7 - exponent), on_hand_milli)


def item_movements(session: Session, *, item_id: ItemId, period: Period = ALL_TIME) -> ItemMovements:
    """Return the movements of one item in a period. Raises UnknownRecord."""
    key = key_of(session, Entity.ITEM, item_id)
    opening, opening_value = session.rows(_OPENING, key=key, first=period.first)[0]
    on_hand, worth = opening, opening_value
    rows = []
    for own, seq, day, number, kind, party, quantity, value in session.rows(
        _MOVEMENTS, key=key, first=period.first, last=period.last
    ):
        on_hand, worth = on_hand + quantity, worth + value
        moved_in, moved_out = (quantity, 0) if quantity > 0 else (0, -quantity)
        rows.append(
            MovementRow(
                own, seq, date.fromordinal(day), number, KINDS[kind], party, moved_in, moved_out, on_hand,
                worth,
            )
        )  # fmt: skip
    return ItemMovements(
        item_id=item_id,
        period=period,
        opening_milli=opening,
        opening_value_minor=opening_value,
        rows=tuple(rows),
        closing_milli=on_hand,
        closing_value_minor=worth,
    )
