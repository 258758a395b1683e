"""Keeping in step by a file on a stick: the same sealed changesets, to which each device adds its own."""

from __future__ import annotations

from pathlib import Path

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.epoch import begin_epoch, was_restored
from khata_desktop.sync.forks import follow_other
from khata_desktop.sync.member import Member
from khata_desktop.sync.receiver import Progress, Received, receive
from khata_desktop.sync.revocations import all_that_hold, credential_of
from khata_desktop.sync.rounds import vector_of
from khata_desktop.sync.sealer import seal_pending
from khata_desktop.sync.stick import StickFile, read_stick, write_stick
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author
from khata_desktop.wire.signing import PublicKey

_AT_ONCE = 500


def sync_by_file(books: Books, member: Member, path: Path, *, progress: Progress | None = None) -> Received:
    """Take in what the file holds and is new, then write all we hold into it.

    The file is made where there is none, and replaced as a whole; what is damaged in it is left out, told in
    an alarm, and replaced by what we hold. Raises FolderMissing, NotASyncFile, WrongLedger, StickNotWritten,
    StorageError.
    """
    file = books.query(_read, member, path)
    if was_restored(books, member):
        begin_epoch(books, member)
    received = Received(damaged=file.damaged)
    _take_in(books, member, file, received, progress)
    if received.own_ahead:
        _leave_own_chain(books, member, file)
        _take_in(books, member, file, received, progress)
    seal_pending(books, member)
    if file.damaged:
        books.execute(_tell_damage, file)
    books.query(_add_ours, member, file)
    write_stick(path, file)
    return received


def _take_in(
    books: Books, member: Member, file: StickFile, received: Received, progress: Progress | None
) -> None:
    waiting = books.query(_following, file)
    for first in range(0, max(len(waiting), 1), _AT_ONCE):
        now_ms = int(books.clock.now().timestamp() * 1000)
        taken = receive(
            books, member, waiting[first : first + _AT_ONCE], file.credentials, file.revocations,
            now_ms=now_ms, more=first + _AT_ONCE < len(waiting), progress=progress,
        )  # fmt: skip
        received.stored += taken.stored
        received.applied += taken.applied
        received.events += taken.events
        received.waiting = taken.waiting
        received.topics |= taken.topics
        received.own_ahead |= taken.own_ahead


def _leave_own_chain(books: Books, member: Member, file: StickFile) -> None:
    """Begin a new epoch; where the stick holds another history of ours, that one is followed."""
    author = member.author
    chain = {seq: encoded for (whose, seq), encoded in file.changesets.items() if whose == author}

    def others(after: int) -> list[Changeset]:
        found: list[Changeset] = []
        while (encoded := chain.get(after + len(found) + 1)) is not None and len(found) < _AT_ONCE:
            found.append(read_changeset(encoded))
        return found

    reach = min(max(chain, default=0), books.query(vector_of)[author])
    if not follow_other(books, member, author, others, reach):
        begin_epoch(books, member)


def _read(session: Session, member: Member, path: Path) -> StickFile:
    store = SyncStore(session)
    known = {
        Author(row.author): credential_of(row.credential, member.genesis).public for row in store.authors()
    }
    return read_stick(path, member.genesis, known, store.changeset_hash)


def _following(session: Session, file: StickFile) -> list[bytes]:
    """Return what follows what this book holds, each author in order.

    What is left out is no sign of anything: a device writes what it holds, and one that joined late holds no
    beginnings.
    """
    reach = {row.author: row.seq for row in SyncStore(session).authors()}
    following = []
    for author, seq in sorted(file.changesets, key=lambda place: place[1]):
        if seq <= reach.get(author, 0) + 1:
            reach[author] = max(seq, reach.get(author, 0))
            following.append(file.changesets[author, seq])
    return following


def _tell_damage(uow: UnitOfWork, file: StickFile) -> Outcome[None]:
    alarms.raise_alarm(uow, alarms.QUARANTINED, "damaged on the stick", file.cause)
    return Outcome(None, frozenset())


def _add_ours(session: Session, member: Member, file: StickFile) -> None:
    store = SyncStore(session)
    file.revocations |= dict.fromkeys(all_that_hold(store, member.genesis))
    for row in store.authors():
        file.credentials[row.credential] = None
        key = credential_of(row.credential, member.genesis).public
        after = 0
        while batch := store.changesets_after(row.author, after, _AT_ONCE):
            for changeset in batch:
                place = Author(row.author), changeset.seq
                if not _is_another(file.changesets.get(place, b""), changeset.encoded, key):
                    file.changesets[place] = changeset.encoded
            after = batch[-1].seq


def _is_another(there: bytes, ours: bytes, key: PublicKey) -> bool:
    """Return whether the stick holds another true changeset in the place of one of ours: it stays there."""
    if there in (b"", ours):
        return False
    try:
        read_changeset(there).check_signature(key)
    except WireError:
        return False
    return True
