"""Telling a correction that says what the voucher says already: nothing is posted for it.

A reversal and a posting that change nothing would fill the history of the voucher, and between devices ask
for a review where nobody has to decide anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khata_desktop.domain.accounts import CASH, COST_OF_GOODS, INVENTORY
from khata_desktop.domain.ids import PartyId, VoucherId
from khata_desktop.domain.posting_rules.common import Unsettled, settle_oldest_first
from khata_desktop.domain.vouchers import Allocation, Line, Posting, Voucher, VoucherKind, VoucherStatus
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.lookups import get_header
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the user says by a voucher, as far as the books keep it; what its goods cost is not said by him.

    ``allocations`` is what was chosen to be settled, None the oldest first; ``settles`` whether that is asked
    at all.
    """

    kind: VoucherKind
    posted_on: date
    postings: Sequence[Posting]
    party_id: PartyId | None = None
    lines: Sequence[Line] = ()
    narration: str = ""
    reference: str = ""
    due_on: date | None = None
    tendered_minor: int = 0
    round_off_minor: int = 0
    settles: bool = False
    allocations: Sequence[Allocation] | None = None


def unchanged(uow: UnitOfWork, corrects: VoucherId | None, content: Content) -> Outcome[Posted] | None:
    """Return the outcome of a correction that changes nothing, None where there is something to post."""
    header = get_header(uow.session, corrects) if corrects is not None else None
    if corrects is None or header is None or header.status != VoucherStatus.LIVE:
        return None
    if header.kind != content.kind:
        return None
    voucher, _ = uow.voucher(corrects)
    before = Content(
        kind=voucher.kind,
        posted_on=voucher.posted_on,
        postings=voucher.postings,
        party_id=voucher.party_id,
        lines=voucher.lines,
        narration=voucher.narration,
        reference=voucher.reference,
        due_on=voucher.due_on,
        tendered_minor=voucher.tendered_minor,
        round_off_minor=voucher.round_off_minor,
    )
    if _said(before) != _said(content) or not _settles_alike(uow, voucher, content):
        return None
    posted = Posted(
        voucher_id=corrects, number=voucher.number, total_minor=voucher.total_minor, unchanged=True
    )
    return Outcome(posted, frozenset())


def _said(content: Content) -> tuple[object, ...]:
    of_goods = (COST_OF_GOODS, INVENTORY) if content.lines else ()
    cash = sum(p.amount_minor for p in content.postings if p.account_id == CASH)
    return (
        content.posted_on,
        content.party_id,
        Counter(p for p in content.postings if p.account_id not in of_goods),
        [replace(line, cost_minor=0) for line in content.lines],
        content.narration.strip(),
        content.reference.strip(),
        content.due_on,
        # What was handed over is noted only where somebody typed it; else it was what the bill took.
        content.tendered_minor or cash,
        content.round_off_minor,
    )


def _settles_alike(uow: UnitOfWork, voucher: Voucher, content: Content) -> bool:
    if not content.settles or voucher.party_id is None:
        return True
    before = _amounts(voucher.allocations)
    if content.allocations is not None:
        return before == _amounts(content.allocations)
    # What would be open, had the voucher settled nothing.
    effect = voucher.party_minor
    left = dict(before)
    unsettled = []
    for other in uow.unsettled_of_sign(voucher.party_id, -effect):
        freed = left.pop(other.voucher_id, 0)
        unsettled.append(other._replace(open_minor=other.open_minor + (freed if effect < 0 else -freed)))
    for other_id, freed in left.items():
        other_voucher, _ = uow.voucher(other_id)
        due_on = other_voucher.due_on or other_voucher.posted_on
        open_minor = freed if effect < 0 else -freed
        unsettled.append(Unsettled(due_on, other_id, other_voucher.number, open_minor))
    unsettled.sort(key=lambda u: u.due_on)
    return before == _amounts(settle_oldest_first(effect, unsettled))


def _amounts(allocations: Iterable[Allocation]) -> Counter[VoucherId]:
    amounts: Counter[VoucherId] = Counter()
    for allocation in allocations:
        amounts[allocation.against_id] += allocation.amount_minor
    return +amounts
