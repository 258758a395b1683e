"""What is due by a day, party by party: whom to ask today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.common import parameter
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_P, _O = t.parties.c, t.open_items.c

_DUES = (
    select(_P.id, _P.name, _P.phone, func.sum(_O.open_minor), func.min(_O.due_on), func.count(_O.voucher_seq))
    .join(t.parties, _P.key == _O.party_key)
    .where(_O.open_minor > 0, _O.due_on <= parameter("until"), _P.deleted == 0)
    .group_by(_O.party_key)
    .order_by(func.min(_O.due_on), func.sum(_O.open_minor).desc())
    .limit(parameter("limit"))
)
_TOTAL = select(func.count(_O.party_key.distinct()), func.coalesce(func.sum(_O.open_minor), 0)).where(
    _O.open_minor > 0, _O.due_on <= parameter("until")
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
    """Return the parties with something due on or before ``until``, the oldest due first."""
    rows = session.rows(_DUES, until=until.toordinal(), limit=-1 if limit is None else limit)
    return [
        DueRow(PartyId(own), name, phone, due, date.fromordinal(oldest), count)
        for own, name, phone, due, oldest, count in rows
    ]


def dues_totals(session: Session, *, until: date) -> tuple[int, int]:
    """Return how many parties have something due on or before ``until``, and how much in all."""
    count, total = session.rows(_TOTAL, until=until.toordinal())[0]
    return count, total
