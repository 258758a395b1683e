"""Keeping in step by a file on a stick: the same sealed changesets, to which each device adds its own.

The file is a row of records, each one byte of kind, four of length (big-endian), and the bytes: the ledger's
genesis first, then credentials, revocations and changesets. Whoever finds it can read none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from khata_desktop.domain.errors import SyncError
from khata_desktop.services.books import Books
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.epoch import begin_epoch, was_restored
from khata_desktop.sync.member import Member
from khata_desktop.sync.receiver import Progress, Received, receive
from khata_desktop.sync.sealer import seal_pending
from khata_desktop.wire.changeset import MOST_SEALED, read_changeset
from khata_desktop.wire.errors import WireError, WrongLedger
from khata_desktop.wire.identity import Author, read_genesis

_MAGIC = b"khata sync file 1\n"
_GENESIS, _CREDENTIAL, _REVOCATION, _CHANGESET = b"G", b"C", b"R", b"S"
_AT_ONCE = 500


class NotASyncFile(SyncError):
    code = "not_a_sync_file"
    template = "{path} is not a sync file, or its end is missing; choose another file. It was left as it is."


@dataclass(slots=True)
class _Content:
    genesis: bytes = b""
    credentials: list[bytes] = field(default_factory=list)
    revocations: list[bytes] = field(default_factory=list)
    changesets: dict[tuple[Author, int], bytes] = field(default_factory=dict)


def sync_by_file(books: Books, member: Member, path: Path, *, progress: Progress | None = None) -> Received:
    """Take in what the file holds and is new, then write all we hold into it.

    The file is made where there is none, and replaced as a whole. Raises NotASyncFile, WrongLedger,
    StorageError.
    """
    with faults_named(path):
        content = _read(path) if path.exists() else _Content(genesis=member.genesis.encoded)
    if content.genesis and read_genesis(content.genesis).ledger_id != member.genesis.ledger_id:
        raise WrongLedger
    if was_restored(books, member):
        begin_epoch(books, member)
    received = Received()
    waiting = books.query(_following, content)
    for first in range(0, max(len(waiting), 1), _AT_ONCE):
        now_ms = int(books.clock.now().timestamp() * 1000)
        taken = receive(
            books, member, waiting[first : first + _AT_ONCE], content.credentials, content.revocations,
            now_ms=now_ms, progress=progress,
        )  # fmt: skip
        received.stored += taken.stored
        received.applied += taken.applied
        received.events += taken.events
        received.topics |= taken.topics
        received.own_ahead |= taken.own_ahead
    if received.own_ahead:
        begin_epoch(books, member)
    seal_pending(books, member)
    books.query(_add_ours, content)
    with faults_named(path):
        _write(path, content)
    return received


def _following(session: Session, content: _Content) -> list[bytes]:
    """Return what follows what this book holds, each author in order.

    What is left out is no sign of anything: a device writes what it holds, and one that joined late holds no
    beginnings.
    """
    reach = {row.author: row.seq for row in SyncStore(session).authors()}
    following = []
    for author, seq in sorted(content.changesets, key=lambda place: place[1]):
        if seq <= reach.get(author, 0) + 1:
            reach[author] = max(seq, reach.get(author, 0))
            following.append(content.changesets[author, seq])
    return following


def _add_ours(session: Session, content: _Content) -> None:
    store = SyncStore(session)
    known = set(content.credentials), set(content.revocations)
    for row in store.authors():
        if row.credential not in known[0]:
            content.credentials.append(row.credential)
        if row.revocation is not None and row.revocation not in known[1]:
            content.revocations.append(row.revocation)
        after = 0
        while batch := store.changesets_after(row.author, after, _AT_ONCE):
            for changeset in batch:
                content.changesets.setdefault((Author(row.author), changeset.seq), changeset.encoded)
            after = batch[-1].seq


def _read(path: Path) -> _Content:
    content = _Content()
    for kind, data in _records(path):
        if kind == _GENESIS:
            content.genesis = data
        elif kind == _CREDENTIAL:
            content.credentials.append(data)
        elif kind == _REVOCATION:
            content.revocations.append(data)
        elif kind == _CHANGESET:
            try:
                header = read_changeset(data).header
            except WireError:
                continue
            content.changesets[header.author, header.seq] = data
    return content


def _records(path: Path) -> Iterator[tuple[bytes, bytes]]:
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotASyncFile(path=path)
        while kind := file.read(1):
            length = int.from_bytes(file.read(4), "big")
            data = file.read(length) if length <= MOST_SEALED else b""
            if len(data) != length or not data:
                raise NotASyncFile(path=path)
            yield kind, data


def _write(path: Path, content: _Content) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(_MAGIC)
            for kind, each in (
                (_GENESIS, [content.genesis]),
                (_CREDENTIAL, content.credentials),
                (_REVOCATION, content.revocations),
                (_CHANGESET, [content.changesets[key] for key in sorted(content.changesets)]),
            ):
                for data in each:
                    file.write(kind + len(data).to_bytes(4, "big") + data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
