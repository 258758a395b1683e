"""The day book: everything that was booked on the days of a period, and what it did to the till."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import case, func, or_, select

from khata_desktop.domain.accounts import MONEY_USES
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.account_sums import account_heads, balance_at_end_of
from khata_desktop.reports.common import (
    KINDS,
    LIVE,
    line_count_of,
    line_names_of,
    parameter,
    sold_names,
)
from khata_desktop.reports.period import Period
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_V, _P, _A, _PARTY = t.vouchers.c, t.postings.c, t.accounts.c, t.parties.c
_IS_MONEY = or_(*(_A.use == use.value for use in sorted(MONEY_USES)))
_ROWS = (
    select(
        _V.id, _V.seq, _V.posted_on, _V.number, _V.kind, func.coalesce(_PARTY.name, ""), _V.narration,
        sold_names(), _V.total_minor,
        func.coalesce(func.sum(case((_IS_MONEY, func.max(_P.amount_minor, 0)), else_=0)), 0),
        func.coalesce(func.sum(case((_IS_MONEY, func.max(-_P.amount_minor, 0)), else_=0)), 0),
        func.coalesce(func.sum(case((_P.party_key.is_not(None), _P.amount_minor), else_=0)), 0),
    )
    .select_from(t.vouchers)
    .outerjoin(t.postings, _P.voucher_seq == _V.seq)
    .outerjoin(t.accounts, _A.key == _P.account_key)
    .outerjoin(t.parties, _PARTY.key == _V.party_key)
    .where(_V.posted_on.between(parameter("first"), parameter("last")), LIVE)
    .group_by(_V.posted_on, _V.seq)
    .order_by(_V.posted_on, _V.seq)
)  # fmt: skip


class DayBookRow(NamedTuple):
    """One voucher.

    What came into and went out of the cash and bank accounts is never negative; ``khata_minor`` is what
    it did to khatas, positive when the party owes more.
    """

    voucher_id: VoucherId
    seq: int
    posted_on: date
    number: str
    kind: VoucherKind
    party_name: str
    narration: str
    sold: str
    total_minor: int
    money_in_minor: int
    money_out_minor: int
    khata_minor: int

    @property
    def line_count(self) -> int:
        """How many lines the bill has, 0 where the voucher is no bill."""
        return line_count_of(self.sold)

    @property
    def line_names(self) -> str:
        """The first things sold: 'atta, ghee, sugar'."""
        return line_names_of(self.sold)


@dataclass(frozen=True, slots=True)
class KindTotal:
    """How many vouchers there are of a kind, and what they come to."""

    kind: VoucherKind
    count: int
    total_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBook:
    """The vouchers of a period, the oldest first; opening + money in - money out = closing."""

    period: Period
    rows: tuple[DayBookRow, ...]
    opening_money_minor: int
    money_in_minor: int
    money_out_minor: int
    closing_money_minor: int
    khata_minor: int
    by_kind: tuple[KindTotal, ...]


def day_book(session: Session, *, period: Period) -> DayBook:
    """Return the day book of a period."""
    rows = tuple(
        DayBookRow._make((own, seq, date.fromordinal(day), number, KINDS[kind], *rest))
        for own, seq, day, number, kind, *rest in session.rows(_ROWS, first=period.first, last=period.last)
    )
    opening = 0
    if period.first_on is not None:
        yesterday = period.first_on - timedelta(1)
        money = [head.key for head in account_heads(session) if head.use in MONEY_USES]
        opening = sum(balance_at_end_of(session, key, yesterday) for key in money)
    money_in = sum(row.money_in_minor for row in rows)
    money_out = sum(row.money_out_minor for row in rows)
    return DayBook(
        period=period,
        rows=rows,
        opening_money_minor=opening,
        money_in_minor=money_in,
        money_out_minor=money_out,
        closing_money_minor=opening + money_in - money_out,
        khata_minor=sum(row.khata_minor for row in rows),
        by_kind=_by_kind(rows),
    )


def _by_kind(rows: tuple[DayBookRow, ...]) -> tuple[KindTotal, ...]:
    """Return the totals of the kinds that there are, in the order of VoucherKind."""
    totals: dict[VoucherKind, tuple[int, int]] = {}
    for row in rows:
        count, total = totals.get(row.kind, (0, 0))
        totals[row.kind] = (count + 1, total + row.total_minor)
    return tuple(KindTotal(kind, *totals[kind]) for kind in VoucherKind if kind in totals)
