"""The whole book as it stands, voucher by voucher in the order of days: what exports are written from.

Only live vouchers: one that was undone and the one that undid it cancel out on their common day. Rows
are streamed, so that a book of any size is read in little memory; they are good while the report runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_V = t.vouchers.c
_LIVE = _V.status == int(VoucherStatus.LIVE)
_AGAINST = t.vouchers.alias("against")

_HEADERS = (
    select(
        _V.seq, _V.id, _V.kind, _V.number, _V.revision, _V.posted_on, _V.party_key, _V.total_minor,
        _V.narration, _V.reference, _V.due_on, _V.tendered_minor, _V.round_off_minor, _V.source_key,
        _AGAINST.c.number,
    )
    .outerjoin(_AGAINST, _AGAINST.c.seq == _V.against_seq)
    .where(_LIVE)
    .order_by(_V.posted_on, _V.seq)
)  # fmt: skip


def _parts(table: Any, *columns: Any, last: Any) -> Select[Any]:
    """Return a statement of the parts of all live vouchers, in the order of the headers."""
    return (
        select(_V.seq, *columns)
        .join(table, table.c.voucher_seq == _V.seq)
        .where(_LIVE)
        .order_by(_V.posted_on, _V.seq, last)
    )


_P, _L, _M = t.postings.c, t.voucher_lines.c, t.stock_movements.c
_POSTINGS = _parts(t.postings, _P.account_key, _P.amount_minor, _P.party_key, last=_P.line_no)
_LINES = _parts(
    t.voucher_lines, _L.line_no, _L.item_key, _L.description, _L.unit, _L.quantity_milli, _L.unit_price_e4,
    _L.discount_minor, _L.bill_discount_minor, _L.tax_minor, _L.total_minor, _L.cost_minor,
    _L.account_key, last=_L.line_no,
)  # fmt: skip
_MOVEMENTS = _parts(t.stock_movements, _M.item_key, _M.quantity_milli, _M.value_minor, last=_M.line_no)
_SETTLED = t.vouchers.alias("settled")
_ALLOCATIONS = (
    select(_V.seq, _SETTLED.c.number, t.allocations.c.amount_minor)
    .join(t.allocations, t.allocations.c.voucher_seq == _V.seq)
    .join(_SETTLED, _SETTLED.c.seq == t.allocations.c.against_seq)
    .where(_LIVE)
    .order_by(_V.posted_on, _V.seq, t.allocations.c.against_seq)
)
_COUNT = select(func.count()).where(_LIVE)
_ACCOUNT_PARTIES = select(
    _P.account_key, _P.party_key, func.min(_P.posted_on), func.sum(_P.amount_minor)
).group_by(_P.account_key, _P.party_key)
_MONTHS = t.account_months.c
_ACCOUNT_BALANCES = select(
    _MONTHS.account_key, func.sum(_MONTHS.debit_minor - _MONTHS.credit_minor)
).group_by(_MONTHS.account_key)
_DAYS = select(func.min(_V.posted_on), func.max(_V.posted_on)).where(_LIVE)
_RECORDS = {entity: select(table).order_by(table.c.key) for entity, table in t.RECORD_TABLES.items()}


class PostingRow(NamedTuple):
    """An account, an amount (debit positive) and whose khata it is, if any's."""

    account_key: int
    amount_minor: int
    party_key: int | None


class LineRow(NamedTuple):
    """A line of a bill or a return, as posted."""

    line_no: int
    item_key: int | None
    description: str
    unit: str
    quantity_milli: int
    unit_price_e4: int
    discount_minor: int
    bill_discount_minor: int
    tax_minor: int
    total_minor: int
    cost_minor: int
    account_key: int


class MovementRow(NamedTuple):
    """Goods in (positive) or out, with their value at cost."""

    item_key: int
    quantity_milli: int
    value_minor: int


class AllocationRow(NamedTuple):
    """So much of the voucher settles so much of the one with this number."""

    number: str
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeVoucher:
    """A live voucher with its parts; lines, movements and allocations only where they were asked for."""

    id: bytes
    kind: str
    number: str
    revision: int
    posted_on: date
    party_key: int | None
    total_minor: int
    narration: str
    reference: str
    due_on: date | None
    tendered_minor: int
    round_off_minor: int
    source_key: str | None
    against_number: str | None
    postings: list[PostingRow]
    lines: list[LineRow]
    movements: list[MovementRow]
    allocations: list[AllocationRow]


class AccountUseRow(NamedTuple):
    """What one account, or one party within it, was first used on and stands at (debit positive)."""

    account_key: int
    party_key: int | None
    first_on: date
    balance_minor: int


class _Part:
    """One stream of parts, read along with the headers."""

    def __init__(self, session: Session, statement: Select[Any]) -> None:
        self._rows = session.stream(statement)
        self._next: Row | None = next(self._rows, None)

    def of(self, seq: int) -> list[Row]:
        """Return the parts of the voucher whose turn it is, without its number."""
        found = []
        row = self._next
        while row is not None and row[0] == seq:
            found.append(row[1:])
            row = next(self._rows, None)
        self._next = row
        return found


def count_live_vouchers(session: Session) -> int:
    """Return how many vouchers ``whole_vouchers`` yields."""
    return int(session.value(_COUNT) or 0)


def whole_vouchers(session: Session, *, with_goods: bool = False) -> Iterator[WholeVoucher]:
    """Yield every live voucher by day and order of posting; ``with_goods`` adds lines and movements."""
    postings, allocations = _Part(session, _POSTINGS), _Part(session, _ALLOCATIONS)
    lines = _Part(session, _LINES) if with_goods else None
    movements = _Part(session, _MOVEMENTS) if with_goods else None
    for row in session.stream(_HEADERS):
        seq, own, kind, number, revision, day, party, total, narration, reference, due, *rest = row
        tendered, round_off, source_key, against = rest
        yield WholeVoucher(
            id=own,
            kind=kind,
            number=number,
            revision=revision,
            posted_on=date.fromordinal(day),
            party_key=party,
            total_minor=total,
            narration=narration,
            reference=reference,
            due_on=date.fromordinal(due) if due is not None else None,
            tendered_minor=tendered,
            round_off_minor=round_off,
            source_key=source_key,
            against_number=against,
            postings=[PostingRow(*p) for p in postings.of(seq)],
            lines=[LineRow(*p) for p in lines.of(seq)] if lines is not None else [],
            movements=[MovementRow(*p) for p in movements.of(seq)] if movements is not None else [],
            allocations=[AllocationRow(*p) for p in allocations.of(seq)],
        )


def record_rows(session: Session, entity: Entity) -> Iterator[dict[str, Any]]:
    """Yield every record of a kind, the deleted ones too, all its fields and its ``key`` by name."""
    names = [column.name for column in t.RECORD_TABLES[entity].columns]
    for row in session.stream(_RECORDS[entity]):
        yield dict(zip(names, row, strict=True))


def account_uses(session: Session) -> list[AccountUseRow]:
    """Return every account, and every party within one, that was ever posted to."""
    return [
        AccountUseRow(account, party, date.fromordinal(day), balance)
        for account, party, day, balance in session.rows(_ACCOUNT_PARTIES)
    ]


def account_balances(session: Session) -> dict[int, int]:
    """Return the balance of every account by its key, from the kept totals; parties included."""
    return {int(key): int(balance) for key, balance in session.rows(_ACCOUNT_BALANCES)}


def first_and_last_day(session: Session) -> tuple[date, date] | None:
    """Return the days of the first and the last live voucher, or None for an empty book."""
    first, last = session.row(_DAYS) or (None, None)
    return None if first is None else (date.fromordinal(first), date.fromordinal(last))
