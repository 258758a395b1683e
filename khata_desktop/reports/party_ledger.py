"""A party's khata: who it is, its whole ledger, and the ledger page by page for the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports import running
from khata_desktop.reports.common import IS_DUE, PAGE, Anchor, Query, key_of, parameter
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.profiles import PartyProfile, party_profile
from khata_desktop.reports.running import LedgerFilter, LedgerRow, LedgerTotals, Side
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_T, _P, _O = t.party_totals.c, t.postings.c, t.open_items.c
_KEY = parameter("key")
_OVERALL = select(_T.debit_minor, _T.credit_minor, _T.debit_minor - _T.credit_minor, _T.entries).where(
    _T.party_key == _KEY
)
_NAME = select(t.parties.c.name).where(t.parties.c.key == _KEY)
_FIRST_DAY = select(func.min(_P.posted_on)).where(_P.party_key == _KEY)
_LAST_DAY = select(func.max(_P.posted_on)).where(_P.party_key == _KEY)
_OLDEST = select(func.min(_O.due_on)).where(_O.party_key == _KEY, IS_DUE)


class Overall(NamedTuple):
    """A khata's figures of all time; ``entries`` is the number of its vouchers."""

    debit_minor: int
    credit_minor: int
    balance_minor: int
    entries: int


class PartyCard(NamedTuple):
    """What stands above a party's ledger.

    ``oldest_due_on`` is the day the oldest unpaid bill is due; ``first_on`` and ``last_on`` are the
    days of the first and the last entry.
    """

    profile: PartyProfile
    balance_minor: int
    debit_minor: int
    credit_minor: int
    entries: int
    oldest_due_on: date | None
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLedger:
    """A party's ledger for a period and a filter, the oldest row first.

    ``debit_minor`` and ``credit_minor`` are the totals of the rows shown. Unfiltered, opening + debit
    - credit = closing; the opening and closing balances are the period's, whatever the filter shows.
    """

    party_id: PartyId
    name: str
    period: Period
    opening_minor: int
    rows: tuple[LedgerRow, ...]
    debit_minor: int
    credit_minor: int
    closing_minor: int
    overall: Overall


def _overall(session: Session, key: int) -> Overall:
    return Overall(*(session.row(_OVERALL, key=key) or (0, 0, 0, 0)))


def _day(session: Session, statement: Query, key: int) -> date | None:
    ordinal = session.value(statement, key=key)
    return None if ordinal is None else date.fromordinal(ordinal)


def party_card(session: Session, *, party_id: PartyId) -> PartyCard:
    """Return a party with its balance. Raises UnknownRecord."""
    profile = party_profile(session, party_id=party_id)
    key = key_of(session, Entity.PARTY, party_id)
    overall = _overall(session, key)
    return PartyCard(
        profile,
        overall.balance_minor,
        overall.debit_minor,
        overall.credit_minor,
        overall.entries,
        _day(session, _OLDEST, key),
        _day(session, _FIRST_DAY, key),
        _day(session, _LAST_DAY, key),
    )


def party_ledger(
    session: Session,
    *,
    party_id: PartyId,
    period: Period = ALL_TIME,
    side: Side = "all",
    kinds: Sequence[VoucherKind] = (),
    text: str = "",
) -> PartyLedger:
    """Return the whole ledger of a party for a period and a filter. Raises UnknownRecord."""
    key = key_of(session, Entity.PARTY, party_id)
    wanted = LedgerFilter(period, side, tuple(kinds), text.strip())
    opening = running.balance_before(session, "party_key", key, period)
    rows = running.whole_ledger(session, "party_key", key, wanted, opening)
    if wanted.by_period_only:
        closing = rows[-1].balance_minor if rows else opening
    else:
        closing = running.balance_after(session, "party_key", key, period)
    return PartyLedger(
        party_id=party_id,
        name=session.value(_NAME, key=key),
        period=period,
        opening_minor=opening,
        rows=tuple(rows),
        debit_minor=sum(row.debit_minor for row in rows),
        credit_minor=sum(row.credit_minor for row in rows),
        closing_minor=closing,
        overall=_overall(session, key),
    )


def party_ledger_totals(
    session: Session,
    *,
    party_id: PartyId,
    period: Period = ALL_TIME,
    side: Side = "all",
    kinds: Sequence[VoucherKind] = (),
    text: str = "",
) -> LedgerTotals:
    """Return how many rows the filter shows and what they add up to. Raises UnknownRecord."""
    key = key_of(session, Entity.PARTY, party_id)
    wanted = LedgerFilter(period, side, tuple(kinds), text.strip())
    if wanted.by_period_only and period.is_open:
        debit, credit, balance, entries = _overall(session, key)
        return LedgerTotals(entries, 0, debit, credit, balance)
    return running.ledger_totals(session, "party_key", key, wanted)


def party_ledger_page(
    session: Session,
    *,
    party_id: PartyId,
    period: Period = ALL_TIME,
    side: Side = "all",
    kinds: Sequence[VoucherKind] = (),
    text: str = "",
    first: int = 0,
    count: int = PAGE,
    anchor: Anchor | None = None,
) -> list[LedgerRow]:
    """Return one page of a party's ledger, the newest row first. Raises UnknownRecord.

    It begins at the ``first`` row, or at ``anchor`` (of ``party_ledger_anchors``) where one is given.
    """
    key = key_of(session, Entity.PARTY, party_id)
    return running.ledger_page(
        session,
        "party_key",
        key,
        LedgerFilter(period, side, tuple(kinds), text.strip()),
        first=first,
        count=count,
        anchor=anchor,
    )


def party_ledger_anchors(
    session: Session,
    *,
    party_id: PartyId,
    period: Period = ALL_TIME,
    side: Side = "all",
    kinds: Sequence[VoucherKind] = (),
    text: str = "",
    every: int = PAGE,
) -> list[Anchor]:
    """Return the key of the first row of every page; empty when pages go by offset."""
    key = key_of(session, Entity.PARTY, party_id)
    wanted = LedgerFilter(period, side, tuple(kinds), text.strip())
    return running.ledger_anchors(session, "party_key", key, wanted, every)
