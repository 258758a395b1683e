"""What waits to be sealed beside the events of the log: revocations, new keys, events adopted from others."""

from __future__ import annotations

from collections.abc import Sequence

from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.member import OUTBOX
from khata_desktop.wire import changeset
from khata_desktop.wire.changeset import Entry

_MOST = 64 * 1024 * 1024


def read(store: SyncStore) -> list[Entry]:
    """Return the entries that wait."""
    packed = store.get(OUTBOX)
    return [] if packed is None else list(changeset.read_entries(packed, most=_MOST))


def write(store: SyncStore, entries: Sequence[Entry]) -> None:
    """Replace the entries that wait."""
    if entries or store.get(OUTBOX) is not None:
        store.put(OUTBOX, changeset.pack_entries(entries))


def add(store: SyncStore, *entries: Entry) -> None:
    """Let entries wait behind those that do."""
    write(store, [*read(store), *entries])


def size_of(entry: Entry) -> int:
    """Return how many bytes an entry takes in a body."""
    return len(changeset.pack_entries([entry]))
