"""What of a shut-out device stands in the books though its chain ends before: told once, and told truly.

Who had taken it in before hearing that the device was shut out passes it on, so it counts on all devices.
Which entries those are only that one knows: it tells the others by a review. And the copies of them in the
chain that is excluded are nothing anybody has to write again.
"""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.events import VoucherPosted, VoucherReversed
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.services.reviewing import tell_what_came_late
from khata_desktop.storage.foreign_events import read_foreign
from khata_desktop.storage.sync_store import Alarm, ChangesetState, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.member import Member
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import EventEntry, read_changeset

#: A piece of ``sync_state``: the devices and their vouchers that are still to be told of.
_LATE, _MOST = "late", 64 * 1024 * 1024


def note_late(store: SyncStore, device_id: bytes, payloads: Iterable[bytes]) -> None:
    """Note entries of a device that were taken in past the end of its chain, to be told to all."""
    ids = [own for payload in payloads for own in _voucher_of(payload)]
    if ids:
        store.put(_LATE, strict_cbor.dumps([*_noted(store), [device_id, b"".join(ids)]]))


def tell_late(books: Books) -> None:
    """Tell all devices what was noted."""
    if books.query(lambda session: bool(_noted(SyncStore(session)))):
        books.execute(_tell_late)


def take_back_alarms(books: Books, member: Member) -> None:
    """Take back the alarms about what was left out of a chain and has come in after all."""
    if books.query(lambda session: bool(_excluded(SyncStore(session)))):
        books.execute(_take_back, member)


def _tell_late(uow: UnitOfWork) -> Outcome[None]:
    for device_id, packed in _noted(uow.sync):
        tell_what_came_late(uow, device_id, {packed[i : i + 16] for i in range(0, len(packed), 16)})
    uow.sync.put(_LATE, strict_cbor.dumps([]))
    return Outcome(None, frozenset({Topic.REVIEWS}))


def _take_back(uow: UnitOfWork, member: Member) -> Outcome[None]:
    for alarm in _excluded(uow.sync):
        author, _, seq = alarm.detail.partition(" ")
        row = uow.sync.changeset(bytes.fromhex(author), int(seq))
        if row is None:
            continue
        try:
            entries = read_changeset(row.encoded).open(member.secrets.keys).entries
        except KhataError:
            # Sealed under a key we are not to have, or no message at all: nobody has passed that on.
            continue
        payloads = [entry.payload for entry in entries if isinstance(entry, EventEntry)]
        if row.state is not ChangesetState.EXCLUDED or (payloads and all(map(uow.holds, payloads))):
            uow.sync.drop_alarm(alarm.id)
    return Outcome(None, frozenset({Topic.REVIEWS}))


def _noted(store: SyncStore) -> list[tuple[bytes, bytes]]:
    packed = store.get(_LATE)
    return [(own, ids) for own, ids in strict_cbor.loads(packed, most=_MOST)] if packed else []


def _excluded(store: SyncStore) -> list[Alarm]:
    return [alarm for alarm in store.alarms() if alarm.kind == alarms.EXCLUDED]


def _voucher_of(payload: bytes) -> list[bytes]:
    try:
        event = read_foreign(payload)
    except KhataError:
        return []
    match event:
        case VoucherPosted(voucher=voucher):
            return [voucher.id]
        case VoucherReversed(id=own):
            return [own]
        case _:
            return []
