"""Joining: a new device makes its book from a snapshot, chunk by chunk; a kill costs one chunk.

Until it is whole the book bears another name; begun again, it goes on where it was stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.events import Envelope
from khata_desktop.domain.ids import DeviceId, UserId
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.files import put_in_place, remove_file
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import SnapshotDiffers
from khata_desktop.sync.high_water import Mark
from khata_desktop.sync.member import (
    GENESIS,
    JOINED_CHUNKS,
    JOINING,
    KEY_EPOCH,
    SEALED,
    SERVER,
    Member,
    keep_secrets,
    note_epoch,
)
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.revocations import add_author, shut_out
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.identity import read_credential, read_revocation
from khata_desktop.wire.snapshot import Manifest, PastEvent, open_chunk, read_manifest

#: Returns the bytes of a SHA-256.
Fetch = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What a device that joins was told to begin with.

    Attributes:
        manifest: the SHA-256 of the sealed manifest.
    """

    manifest: bytes
    server_url: str


def partial_name(path: Path) -> Path:
    """Return the name a book bears until the device has joined."""
    return path.with_name(f"{path.stem}-joining{path.suffix}")


def join(
    path: Path,
    member: Member,
    joining: Joining,
    fetch: Fetch,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Books:
    """Make the book at ``path`` from a snapshot and open it.

    Raises BookExists, SnapshotDiffers, WireError, SyncError, StorageError; what was taken over so far is
    kept for the next attempt.
    """
    partial = partial_name(path)
    keep_secrets(member.around.vault, member.credential, member.secrets)
    sealed = read_manifest(fetch(joining.manifest), member.genesis.ledger_id)
    manifest = sealed.open(member.genesis, member.secrets.keys)
    if _is_ours(partial, member):
        books = Books.open(partial, clock=clock)
    else:
        books = Books.create_for_device(
            partial,
            book_id=manifest.book_id,
            device_id=member.credential.device_id,
            user_id=UserId(manifest.user_id),
            clock=clock,
        )
    with books:
        books.execute(_begin, joining)
        _take_chunks(books, member, manifest, fetch, progress)
        if books.query(book_digest) != manifest.digest:
            raise SnapshotDiffers
        books.execute(_finish, member, manifest, joining)
        member.high_water.write(Mark(member.author, 0, FIRST_PREVIOUS))
    put_in_place(partial, path)
    return Books.open(path, clock=clock)


def _is_ours(partial: Path, member: Member) -> bool:
    """Return whether a joining of this very device was stopped; what another left behind is removed."""
    if not partial.exists():
        return False
    with Books.open(partial) as books:
        ours = books.device_id == member.credential.device_id
    if not ours:
        remove_file(partial)
    return ours


def _begin(uow: UnitOfWork, joining: Joining) -> Outcome[None]:
    # Another snapshot than the one begun with has other chunks: begin at its first again, which is safe,
    # since an event that is here already is passed over.
    if uow.sync.get(JOINING) != joining.manifest:
        uow.sync.put(JOINING, joining.manifest)
        uow.sync.put_number(JOINED_CHUNKS, 0)
    return Outcome(None, frozenset())


def _take_chunks(
    books: Books, member: Member, manifest: Manifest, fetch: Fetch, progress: Progress | None
) -> None:
    tell = progress or (lambda _done, _total: None)
    first = books.execute(lambda uow: Outcome(uow.sync.get_number(JOINED_CHUNKS), frozenset())).value
    done = sum(chunk.events for chunk in manifest.chunks[:first])
    for number in range(first, len(manifest.chunks)):
        tell(done, manifest.events)
        name = manifest.chunks[number]
        events = open_chunk(fetch(name.hash), name, member.secrets.keys)
        books.execute(_take, events, number)
        done += len(events)
    tell(manifest.events, manifest.events)


def _take(uow: UnitOfWork, events: Sequence[PastEvent], number: int) -> Outcome[None]:
    uow.write_on_for_others()
    uow.expect([event.payload for event in events])
    for event in events:
        uow.receive(event.payload, Envelope(event.hlc, DeviceId(event.device_id), UserId(event.user_id)))
    uow.sync.put_number(JOINED_CHUNKS, number + 1)
    return Outcome(None, EVERYTHING)


def _finish(uow: UnitOfWork, member: Member, manifest: Manifest, joining: Joining) -> Outcome[None]:
    store = uow.sync
    for encoded in manifest.revocations:
        shut_out(store, member, read_revocation(encoded, member.genesis))
    for encoded in manifest.credentials:
        add_author(store, read_credential(encoded, member.genesis), member.genesis)
    store.add_author(member.author, member.credential.device_id, member.credential.encoded)
    for head in manifest.vector:
        store.move_head(head.author, head.seq, head.hash, None)
    store.put(GENESIS, member.genesis.encoded)
    note_epoch(store, member.credential)
    store.put(SERVER, joining.server_url.encode())
    store.put_number(SEALED, store.log_length())
    store.put_number(KEY_EPOCH, member.secrets.keys.newest)
    return Outcome(None, EVERYTHING)
