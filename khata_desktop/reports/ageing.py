"""How old what is owed is: party by party from what stands open, and one party's as of any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, select

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import Entity
from khata_desktop.reports.common import LIVE, Query, day_or_none, key_of, parameter
from khata_desktop.reports.period import LAST_ORDINAL
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

AgeingSide = Literal["to_collect", "to_pay"]

_O, _V, _P, _PARTY = t.open_items.c, t.vouchers.c, t.postings.c, t.parties.c
_DAY = parameter("day")
#: The last day of each age but the oldest, counted from the day of the bill.
_AGES = (30, 60, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing:
    """What is owed, by the days since each bill, in minor units. `advance_minor` is unused money received."""

    days_0_30_minor: int = 0
    days_31_60_minor: int = 0
    days_61_90_minor: int = 0
    days_over_90_minor: int = 0
    advance_minor: int = 0


class AgeingRow(NamedTuple):
    """One party. On the side to collect, positive is owed to the shop; on the side to pay, the shop owes it.

    The four ages less the advance make the balance. ``oldest_due_on`` is the day the oldest is due.
    """

    party_id: PartyId
    name: str
    phone: str
    days_0_30_minor: int
    days_31_60_minor: int
    days_61_90_minor: int
    days_over_90_minor: int
    advance_minor: int
    balance_minor: int
    oldest_due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingReport:
    """The ageing of all parties that have a balance on the side asked for, the largest first."""

    as_of: date
    side: AgeingSide
    rows: tuple[AgeingRow, ...]
    totals: Ageing
    balance_minor: int


def ageing(
    session: Session, *, as_of: date, side: AgeingSide = "to_collect", kind: PartyKind | None = None
) -> AgeingReport:
    """Return the age on the day ``as_of`` of everything that stands open now."""
    sign = 1 if side == "to_collect" else -1
    found = session.rows(
        _statement(sign, kind is not None), day=as_of.toordinal(), kind=kind.value if kind else ""
    )
    rows = [AgeingRow._make((*row[:9], day_or_none(row[9]))) for row in found]
    return AgeingReport(
        as_of=as_of,
        side=side,
        rows=tuple(rows),
        totals=Ageing(
            days_0_30_minor=sum(row.days_0_30_minor for row in rows),
            days_31_60_minor=sum(row.days_31_60_minor for row in rows),
            days_61_90_minor=sum(row.days_61_90_minor for row in rows),
            days_over_90_minor=sum(row.days_over_90_minor for row in rows),
            advance_minor=sum(row.advance_minor for row in rows),
        ),
        balance_minor=sum(row.balance_minor for row in rows),
    )


def party_ageing(session: Session, *, party_id: PartyId, as_of: date) -> Ageing:
    """Return the age of what a party owes at the end of a day. Raises UnknownRecord.

    As long as nothing came after that day it is by what each bill has open; for a day in the past, by
    the rule that the oldest is paid first.
    """
    key, day = key_of(session, Entity.PARTY, party_id), as_of.toordinal()
    if session.value(_LATER, key=key, day=day) is not None:
        return _by_order(session, key, day)
    ages, advance = [0, 0, 0, 0], 0
    for posted_on, open_minor in session.rows(_OPEN, key=key):
        if open_minor > 0:
            ages[_age(day - posted_on)] += open_minor
        else:
            advance -= open_minor
    return _ageing(ages, advance)


_LATER = select(_P.posted_on).where(_P.party_key == parameter("key"), _P.posted_on > _DAY).limit(1)
_OPEN = (
    select(_V.posted_on, _O.open_minor)
    .join(t.vouchers, _V.seq == _O.voucher_seq)
    .where(_O.party_key == parameter("key"))
)
_BALANCE = select(func.coalesce(func.sum(_P.amount_minor), 0)).where(
    _P.party_key == parameter("key"), _P.posted_on <= _DAY
)
_NEWEST = (
    select(_P.posted_on, func.sum(_P.amount_minor))
    .join(t.vouchers, _V.seq == _P.voucher_seq)
    .where(_P.party_key == parameter("key"), _P.posted_on <= _DAY, LIVE)
    .group_by(_P.posted_on, _P.voucher_seq)
    .order_by(_P.posted_on.desc(), _P.voucher_seq.desc())
)


def _ageing(ages: list[int], advance_minor: int) -> Ageing:
    fresh, month, two_months, old = ages
    return Ageing(
        days_0_30_minor=fresh,
        days_31_60_minor=month,
        days_61_90_minor=two_months,
        days_over_90_minor=old,
        advance_minor=advance_minor,
    )


def _age(days: int) -> int:
    return sum(days > last for last in _AGES)


def _by_order(session: Session, key: int, day: int) -> Ageing:
    left = session.value(_BALANCE, key=key, day=day)
    if left <= 0:
        return Ageing(advance_minor=-left)
    ages = [0, 0, 0, 0]
    for posted_on, effect in session.stream(_NEWEST, key=key, day=day):
        if effect > 0:
            unpaid = min(effect, left)
            ages[_age(day - posted_on)] += unpaid
            left -= unpaid
            if not left:
                break
    return _ageing(ages, 0)


@lru_cache(maxsize=4)
def _statement(sign: int, by_kind: bool) -> Query:
    owed = sign * _O.open_minor

    def aged(first: int, last: int) -> ColumnElement[int]:
        days = _DAY - _V.posted_on
        within = and_(owed > 0, days >= first, days <= last)
        return func.sum(case((within, owed), else_=0))

    one, two, three = _AGES
    balance = func.sum(owed)
    statement = (
        select(
            _PARTY.id, _PARTY.name, _PARTY.phone,
            aged(-LAST_ORDINAL, one), aged(one + 1, two), aged(two + 1, three), aged(three + 1, LAST_ORDINAL),
            func.sum(func.max(-owed, 0)), balance, func.min(case((owed > 0, _O.due_on))),
        )
        .select_from(t.open_items)
        .join(t.vouchers, _V.seq == _O.voucher_seq)
        .join(t.parties, _PARTY.key == _O.party_key)
        .group_by(_O.party_key)
        .having(balance > 0)
        .order_by(balance.desc(), _PARTY.name)
    )  # fmt: skip
    return statement.where(_PARTY.kind == parameter("kind")) if by_kind else statement
