"""Sealing: this device's events become changesets of its chain, each number once and for ever."""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.sync_store import AuthorRow, ChangesetRow, ChangesetState, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import outbox
from khata_desktop.sync.high_water import Mark
from khata_desktop.sync.holding_back import HeldBack, held_back
from khata_desktop.sync.member import EARLIER, KEY_EPOCH, SEALED, SEEN, Member
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import (
    MOST_ENTRIES,
    MOST_SEEN,
    Changeset,
    Entry,
    EventEntry,
    HeadSeen,
    RotationEntry,
    body_bytes,
    seal,
)
from khata_desktop.wire.identity import Author
from khata_desktop.wire.ledger_keys import NONCE_SIZE

#: Packing never grows a body by more than a little: so much of it always fits the 256 KiB of a changeset.
_MOST_BYTES = 240 * 1024
#: What an entry adds to its payload, and a head takes, at most.
_ENTRY_BYTES, _HEAD_BYTES = 40, 64


def seal_pending(books: Books, member: Member) -> int:
    """Seal everything this device has recorded since, and return in how many changesets. Raises StorageError.

    Each is committed, then marked outside the book; only what is marked may be sent. Where unusually much
    was deleted, what was recorded from there on waits until somebody has said yes.
    """
    count = 0
    held = books.query(lambda session: look_for_held_back(SyncStore(session), books.device_id))
    before = held.first if held is not None else None
    while True:
        sealed: Changeset | None = books.execute(_seal_one, member, before).value
        if sealed is None:
            return count
        high_water = member.high_water
        with faults_named(high_water.path):
            high_water.write(Mark(member.author, sealed.header.seq, sealed.hash))
        count += 1


def look_for_held_back(store: SyncStore, device_id: bytes) -> HeldBack | None:
    """Return what of this device's events waits for somebody's yes, or None."""
    return held_back(store, device_id, store.get_number(SEALED), earlier_names(store))


def _seal_one(uow: UnitOfWork, member: Member, before: int | None) -> Outcome[Changeset | None]:
    store = uow.sync
    after = store.get_number(SEALED)
    waiting = outbox.read(store)
    events = store.own_events(uow.device_id, after, MOST_ENTRIES, earlier=earlier_names(store))
    if before is not None:
        events = [event for event in events if event.seq < before]
    if not events and not waiting:
        return Outcome(None, frozenset())
    authors = store.authors()
    own = next(row for row in authors if row.author == member.author)
    seen = _newly_seen(store, authors, member.author)
    entries: list[Entry] = []
    room = _MOST_BYTES - _HEAD_BYTES * len(seen)
    for entry in waiting:
        room -= outbox.size_of(entry)
        if entries and (room < 0 or len(entries) >= MOST_ENTRIES):
            break
        entries.append(entry)
    from_outbox = len(entries)
    last = after
    for event in events if from_outbox == len(waiting) else ():
        room -= len(event.payload) + _ENTRY_BYTES
        if entries and (room < 0 or len(entries) >= MOST_ENTRIES):
            break
        entries.append(EventEntry(event.hlc, event.user_id, event.payload))
        last = event.seq
    sealed = seal(
        body_bytes(seen, entries),
        key=member.secrets.epoch_key,
        keys=member.secrets.keys,
        ledger_id=member.genesis.ledger_id,
        author=member.author,
        seq=own.seq + 1,
        previous=own.hash,
        nonce=member.around.random(NONCE_SIZE),
        key_epoch=_key_epoch(store, entries),
    )
    store.add_changeset(
        ChangesetRow(member.author, sealed.header.seq, sealed.hash, ChangesetState.APPLIED, sealed.encoded)
    )
    store.move_head(member.author, sealed.header.seq, sealed.hash, None)
    store.put_number(SEALED, last)
    outbox.write(store, waiting[from_outbox:])
    _note_seen(store, seen)
    return Outcome(sealed, frozenset())


def count_unsealed(store: SyncStore, device_id: bytes) -> int:
    """Return how many of this device's events, and of what it passes on, are not sealed yet."""
    after = store.get_number(SEALED)
    return len(outbox.read(store)) + store.count_own_events(device_id, after, earlier=earlier_names(store))


# --- what this device was called before -----------------------------------------------------------


def earlier_names(store: SyncStore) -> list[tuple[bytes, int]]:
    """Return what this device was called in the log before, each up to which number, while that matters."""
    packed = store.get(EARLIER)
    return [] if packed is None else [(name, upto) for name, upto in strict_cbor.loads(packed, most=1 << 20)]


def note_earlier_name(store: SyncStore, device_id: bytes) -> None:
    """Note what this device was called so far: what it recorded and did not seal is still to be sealed."""
    sealed = store.get_number(SEALED)
    names = [(name, upto) for name, upto in earlier_names(store) if upto > sealed]
    store.put(EARLIER, strict_cbor.dumps([*names, (device_id, store.log_length())]))


def _key_epoch(store: SyncStore, entries: Iterable[Entry]) -> int | None:
    """Return the key to seal with: who is handed a new key here has only the one before to read it with."""
    changes = [entry.key_epoch for entry in entries if isinstance(entry, RotationEntry)]
    if changes:
        return min(changes) - 1
    return store.get_number(KEY_EPOCH) or None


# --- what was seen of others ----------------------------------------------------------------------


def _newly_seen(store: SyncStore, authors: Iterable[AuthorRow], own: bytes) -> list[HeadSeen]:
    """Return the heads of others that were taken in since they were last named, 256 at most."""
    named, unhandled = _named(store), store.unhandled()
    heads = []
    for row in authors:
        if row.author == own:
            continue
        seq, digest = row.seq, row.hash
        if row.author in unhandled:
            seq = unhandled[row.author] - 1
            digest = store.changeset_hash(row.author, seq) or bytes(32)
        if seq > named.get(row.author, 0) and digest != bytes(32):
            heads.append(HeadSeen(Author(row.author), seq, digest))
    return heads[:MOST_SEEN]


def _named(store: SyncStore) -> dict[bytes, int]:
    packed = store.get(SEEN)
    return dict(strict_cbor.loads(packed, most=1 << 20)) if packed is not None else {}


def _note_seen(store: SyncStore, heads: Iterable[HeadSeen]) -> None:
    named = _named(store) | {head.author: head.seq for head in heads}
    store.put(SEEN, strict_cbor.dumps([[author, seq] for author, seq in sorted(named.items())]))
