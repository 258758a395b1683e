"""Mass deletion asks first: what deletes or voids unusually much is not sent before somebody has said yes.

What was deleted by mistake, or by somebody who should not, is put back here before anybody else has it. All
else goes on: what was entered before goes out, and everything of the others comes in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khata_desktop.domain.events import RecordChanged, VoucherReversed
from khata_desktop.domain.rights import Right
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.wire.encoding import decode_event

#: So many at least, and more than one in so many of what there is.
MANY, ONE_IN = 50, 5
_AT_ONCE = 1_000
_REVERSED, _CHANGED = 2, 3
#: A piece of ``sync_state``: up to which number of the log somebody has said yes.
_CONFIRMED = "deletions_confirmed"


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What is not sent yet.

    Attributes:
        first: the number in the log from which on nothing of this device is sealed.
        records: parties and items that were deleted.
        vouchers: vouchers that were voided.
    """

    first: int
    records: int
    vouchers: int


def held_back(
    store: SyncStore, device_id: bytes, after: int, earlier: Sequence[tuple[bytes, int]]
) -> HeldBack | None:
    """Return what is to be asked about of the events not sealed yet, or None."""
    after = max(after, store.get_number(_CONFIRMED))
    if store.count_own_events(device_id, after, earlier=earlier) < MANY:
        return None
    deleted, voided = dict[bytes, int](), dict[bytes, int]()
    while events := store.own_events(device_id, after, _AT_ONCE, earlier=earlier):
        for event in events:
            # The others are not even decoded.
            kind = event.payload[1]
            change = decode_event(event.payload) if kind in (_REVERSED, _CHANGED) else None
            if isinstance(change, VoucherReversed):
                voided.setdefault(change.voucher_id, event.seq)
            elif isinstance(change, RecordChanged) and _deletes(change):
                deleted.setdefault(change.record_id, event.seq)
        after = events[-1].seq
    if max(len(deleted), len(voided)) < MANY:
        return None
    # What was put back or corrected meanwhile is not gone.
    records, vouchers = store.still_deleted(deleted), store.still_void(voided)
    live_records, live_vouchers = store.count_live()
    firsts = [
        min(places[one] for one in gone)
        for places, gone, left in ((deleted, records, live_records), (voided, vouchers, live_vouchers))
        if len(gone) >= MANY and len(gone) * ONE_IN > left + len(gone)
    ]
    return HeldBack(min(firsts), len(records), len(vouchers)) if firsts else None


def confirm(uow: UnitOfWork) -> Outcome[None]:
    """Let go out what was held back. Raises NotAllowed."""
    uow.require(Right.EDIT_BUSINESS)
    uow.sync.put_number(_CONFIRMED, uow.sync.log_length())
    return Outcome(None, frozenset())


def _deletes(change: RecordChanged) -> bool:
    return any(write.name == "deleted" and write.value for write in change.writes)
