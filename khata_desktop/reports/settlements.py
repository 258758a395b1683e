"""What a voucher settles and what settles it, as a shopkeeper says it, whichever was posted first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, literal, select

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.common import KINDS, LIVE, parameter
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_V, _AL, _PO = t.vouchers.c, t.allocations.c, t.postings.c


class Settlement(NamedTuple):
    """How much of this voucher and that one settle each other."""

    voucher_id: VoucherId
    number: str
    kind: VoucherKind
    posted_on: date
    amount_minor: int


# Of the two, the one posted later (or again, when it was corrected) holds the allocation. Whose khata it is
# about, the holder says: the other may be a journal of several.
_holder = t.vouchers.alias("holder")
_effect = (
    select(func.sum(_PO.amount_minor))
    .where(_PO.voucher_seq == _holder.c.seq, _PO.party_key == _holder.c.party_key)
    .scalar_subquery()
)
_COLUMNS = (_V.id, _V.number, _V.kind, _V.posted_on, _AL.amount_minor, t.parties.c.kind, _effect)
_HELD = (
    select(*_COLUMNS, literal(1))
    .select_from(t.allocations)
    .join(t.vouchers, _V.seq == _AL.against_seq)
    .join(_holder, _holder.c.seq == _AL.voucher_seq)
    .join(t.parties, t.parties.c.key == _holder.c.party_key)
    .where(_AL.voucher_seq == parameter("seq"), LIVE)
)
_HOLDING = (
    select(*_COLUMNS, literal(-1))
    .select_from(t.allocations)
    .join(t.vouchers, _V.seq == _AL.voucher_seq)
    .join(_holder, _holder.c.seq == _AL.voucher_seq)
    .join(t.parties, t.parties.c.key == _holder.c.party_key)
    .where(_AL.against_seq == parameter("seq"), LIVE)
)

_MONEY = (VoucherKind.RECEIPT, VoucherKind.PAYMENT)
_PAID_OFF = (VoucherKind.SALE, VoucherKind.SALE_RETURN, VoucherKind.OPENING, VoucherKind.JOURNAL)


def settlements(
    session: Session, *, seq: int, kind: VoucherKind
) -> tuple[tuple[Settlement, ...], tuple[Settlement, ...]]:
    """Return what the voucher of this number in the log settles, and what settles it, by day."""
    settles: list[Settlement] = []
    settled_by: list[Settlement] = []
    rows = session.rows(_HELD, seq=seq) + session.rows(_HOLDING, seq=seq)
    for own, number, other, day, amount, party, effect, sign in rows:
        found = Settlement(VoucherId(own), number, KINDS[other], date.fromordinal(day), amount)
        # Positive: it raised what the party owes us.
        ours = effect * sign
        (settles if _is_settling(kind, found.kind, ours, party) else settled_by).append(found)
    return tuple(sorted(settles, key=_by_day)), tuple(sorted(settled_by, key=_by_day))


def _by_day(settlement: Settlement) -> tuple[date, str]:
    return settlement.posted_on, settlement.number


def _is_settling(kind: VoucherKind, other: VoucherKind, effect_minor: int, party: str) -> bool:
    if kind in _MONEY and other in _PAID_OFF:
        return True
    if kind in _PAID_OFF and other in _MONEY:
        return False
    # What a customer came to owe is settled by what lowers it; with a supplier it is we who owe.
    return (effect_minor > 0) == (party == PartyKind.SUPPLIER)
