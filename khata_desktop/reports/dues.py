"""What is due by a day, party by party: whom to ask today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, select

from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.common import parameter
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_P, _O = t.parties.c, t.open_items.c
#: More open bills than this a party seldom has before the next party's oldest.
_A_PARTYS_BILLS = 20

_IS_DUE_BY = and_(_O.open_minor > 0, _O.due_on <= parameter("until"))
_DUES = (
    select(_P.id, _P.name, _P.phone, func.sum(_O.open_minor), func.min(_O.due_on), func.count(_O.voucher_seq))
    .join(t.parties, _P.key == _O.party_key)
    .where(_IS_DUE_BY)
    .group_by(_O.party_key)
    .order_by(func.min(_O.due_on), func.sum(_O.open_minor).desc())
)
_DUE_OF = (
    select(_P.id, _P.name, _P.phone, func.sum(_O.open_minor), func.min(_O.due_on), func.count(_O.voucher_seq))
    .join(t.parties, _P.key == _O.party_key)
    .where(_O.party_key == parameter("party"), _IS_DUE_BY)
)
_OLDEST = (
    select(_O.party_key).where(_IS_DUE_BY).order_by(_O.due_on, _O.party_key).limit(parameter("looked_at"))
)
_TOTAL = select(func.count(_O.party_key.distinct()), func.coalesce(func.sum(_O.open_minor), 0)).where(
    _IS_DUE_BY
)


@dataclass(frozen=True, slots=True)
class DueRow:
    """What one party has due: how much, since when, on how many vouchers."""

    party_id: PartyId
    name: str
    phone: str
    due_minor: int
    oldest_due_on: date
    count: int


def dues(session: Session, *, until: date, limit: int | None = None) -> list[DueRow]:
    """Return the parties with something due on or before ``until``, the oldest due first.

    With a limit, those who have it due longest, the ones that share the last day in no order.
    """
    day = until.toordinal()
    rows = session.rows(_DUES, until=day) if limit is None else _longest_due(session, day, limit)
    return [
        DueRow(PartyId(own), name, phone, due, date.fromordinal(oldest), count)
        for own, name, phone, due, oldest, count in rows
    ]


def _longest_due(session: Session, day: int, limit: int) -> list[Row]:
    """Return the rows of ``limit`` parties, without adding up what all the others have due."""
    looked_at = limit * _A_PARTYS_BILLS
    oldest = session.rows(_OLDEST, until=day, looked_at=looked_at)
    parties = list(dict.fromkeys(party for (party,) in oldest))[:limit]
    if len(parties) < limit and len(oldest) == looked_at:
        return session.rows(_DUES, until=day)[:limit]
    rows = [session.rows(_DUE_OF, party=party, until=day)[0] for party in parties]
    return sorted(rows, key=lambda row: (row[4], -row[3]))


def dues_totals(session: Session, *, until: date) -> tuple[int, int]:
    """Return how many parties have something due on or before ``until``, and how much in all."""
    count, total = session.rows(_TOTAL, until=until.toordinal())[0]
    return count, total
