"""Joining: a new device makes its book from a snapshot, chunk by chunk; a kill costs one chunk.

Until it is whole the book bears another name; begun again, it goes on where it was stopped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import (
    BookDamaged,
    BookTooNew,
    ChainBroken,
    DiskFault,
    NotABook,
    StorageError,
    SyncError,
    UpgradeFailed,
)
from khata_desktop.domain.events import Envelope
from khata_desktop.domain.ids import DeviceId, UserId
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.files import put_in_place, remove_file, remove_unfinished, unfinished
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import ServerRefused, SnapshotDiffers
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
    kept_secrets,
    note_epoch,
)
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.revocations import add_author, shut_out
from khata_desktop.sync.secrets import DeviceSecrets
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import read_credential, read_revocation
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.snapshot import Manifest, PastEvent, open_chunk, read_manifest

log = logging.getLogger(__name__)

#: Returns the bytes of a SHA-256.
Fetch = Callable[[bytes], bytes]
#: What is said of a file that nothing can be gone on with.
_OF_NO_USE = (BookDamaged, BookTooNew, ChainBroken, NotABook, UpgradeFailed)
#: Raises SnapshotDiffers where a book and the manifest it was made by are not true.
Check = Callable[[Books, Manifest], None]


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
    older: Callable[[], Sequence[bytes]] = tuple,
    check: Check | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Books:
    """Make the book at ``path`` from a snapshot and open it.

    ``older`` returns other manifests, the newest first, for when the one named is damaged or false. ``check``
    is asked about the book before it is put in its place, and may raise SnapshotDiffers. Raises BookExists,
    SnapshotDiffers (none was whole and true), SyncError, StorageError; what was taken over is kept for the
    next attempt.
    """
    partial = partial_name(path)
    keep_secrets(member.around.vault, member.credential, _with_kept_keys(member))
    first: SyncError | None = None
    for manifest in _candidates(partial, member, joining.manifest, older):
        try:
            _join_anyhow(manifest, partial, member, joining.server_url, fetch, check, clock, progress)
        except (SnapshotDiffers, WireError, ServerRefused) as problem:
            log.info("a snapshot cannot be joined by: %s", problem.code)
            first = first or problem
            continue
        put_in_place(partial, path)
        # Attempts that were killed left these, and none will be made any more.
        remove_unfinished(partial)
        return Books.open(path, clock=clock)
    if isinstance(first, ServerRefused):
        raise first
    raise SnapshotDiffers from first


def _with_kept_keys(member: Member, newest: int | None = None) -> DeviceSecrets:
    """Return a member's secrets with the ledger keys that an earlier attempt has kept, up to the newest."""
    kept = kept_secrets(member.around.vault, member.credential)
    if kept is None:
        return member.secrets
    more = {epoch: key for epoch, key in kept.keys.by_epoch.items() if newest is None or epoch <= newest}
    return member.secrets.with_keys(LedgerKeys({**member.secrets.keys.by_epoch, **more}))


def _candidates(
    partial: Path, member: Member, named: bytes, older: Callable[[], Sequence[bytes]]
) -> Iterator[bytes]:
    """Yield the manifests to try, the one of a joining that was stopped first."""
    begun = _begun_by(partial, member)
    if begun not in (None, named) and begun in older():
        yield begun
    yield named
    yield from (manifest for manifest in older() if manifest not in (begun, named))


def _join_anyhow(
    named: bytes,
    partial: Path,
    member: Member,
    server_url: str,
    fetch: Fetch,
    check: Check | None,
    clock: Clock | None,
    progress: Progress | None,
) -> None:
    """Join by one snapshot; a partial book that turns out damaged is made anew: nothing is lost with it."""
    how = (named, partial, member, server_url, fetch, check, clock, progress)
    try:
        _join_by(*how)
    except _OF_NO_USE as problem:
        log.info("what was taken over cannot be gone on with: %s", problem.code)
        remove_file(partial)
        try:
            _join_by(*how)
        except BookDamaged as again:
            # No backup there is could be of help.
            raise DiskFault(path=partial, detail=again.params["detail"]) from again


def _join_by(
    named: bytes,
    partial: Path,
    member: Member,
    server_url: str,
    fetch: Fetch,
    check: Check | None,
    clock: Clock | None,
    progress: Progress | None,
) -> None:
    """Make the partial book by one snapshot, or go on with making it."""
    sealed = read_manifest(fetch(named), member.genesis.ledger_id)
    manifest = sealed.open(member.genesis, member.secrets.keys)
    begun = _begun_by(partial, member)
    if begun is not None and begun != named:
        # It holds what this snapshot may not.
        remove_file(partial)
    if not partial.exists():
        _make_empty(partial, member, manifest)
    with Books.open(partial, clock=clock) as books:
        if not books.query(lambda session: SyncStore(session).get(GENESIS)):
            books.execute(_begin, named)
            _take_chunks(books, member, manifest, fetch, progress)
            if books.query(book_digest) != manifest.digest:
                raise SnapshotDiffers
            books.execute(_finish, member, manifest, server_url)
            member.high_water.write(Mark(member.author, 0, FIRST_PREVIOUS))
        else:
            # It may name a key that was made after it was whole; one that it does not name, nobody was told.
            newest = books.query(lambda session: SyncStore(session).get_number(KEY_EPOCH))
            member.keep(_with_kept_keys(member, newest))
        if check is not None:
            check(books, manifest)


def _make_empty(partial: Path, member: Member, manifest: Manifest) -> None:
    """Make the book that is filled then; it bears its name once its tables stand, whatever is killed when."""
    with unfinished(partial) as fresh:
        try:
            Books.create_for_device(
                fresh,
                book_id=manifest.book_id,
                device_id=member.credential.device_id,
                user_id=UserId(manifest.user_id),
            ).close()
            put_in_place(fresh, partial)
        except StorageError as failure:
            failure.params["path"] = partial
            raise


def _begun_by(partial: Path, member: Member) -> bytes | None:
    """Return the manifest by which a joining of this very device was begun and stopped, or None.

    What another device left behind, or one that was stopped at its first step, is removed, and so is what
    cannot be opened.
    """
    if not partial.exists():
        return None
    try:
        with Books.open(partial) as books:
            ours = books.device_id == member.credential.device_id
            begun = books.query(lambda session: SyncStore(session).get(JOINING))
    except _OF_NO_USE as problem:
        log.info("what was left behind cannot be opened: %s", problem.code)
    else:
        if ours and begun is not None:
            return begun
    remove_file(partial)
    return None


def _begin(uow: UnitOfWork, named: bytes) -> Outcome[None]:
    uow.sync.put(JOINING, named)
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


def _finish(uow: UnitOfWork, member: Member, manifest: Manifest, server_url: str) -> Outcome[None]:
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
    store.put(SERVER, server_url.encode())
    store.put_number(SEALED, store.log_length())
    store.put_number(KEY_EPOCH, member.secrets.keys.newest)
    return Outcome(None, EVERYTHING)
