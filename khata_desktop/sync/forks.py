"""Two chains of one author: a book that was copied or put back wrote on, or somebody made a second history.

Whatever was taken in of either stays in the books, since nothing acknowledged is ever lost. From where the
two part the chain that the others have is followed; what only this book has of the author is passed on under
our own name. An own chain of which another is known is never gone on with: a new epoch is begun first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import AuthorRow, ChangesetState, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms, outbox
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.member import Member
from khata_desktop.sync.transport import ServerHeads, Transport
from khata_desktop.wire.changeset import FIRST_PREVIOUS, Changeset, Entry, RotationEntry, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author, Credential, read_credential

#: More than any chain has.
_FAR = 1 << 53
_WIDER = 8

#: Returns the other chain of an author after a number, some of it at a time, in order.
Others = Callable[[int], Sequence[Changeset]]


class Parting(NamedTuple):
    """The last changeset that two chains of an author have in common."""

    seq: int
    hash: bytes


def settle_forks(books: Books, member: Member, transport: Transport, server: ServerHeads) -> bool:
    """Follow the server's chain of every author where it proves to be another than ours.

    Return whether there was any. Asked after everything the server gives was fetched.
    """
    found = False
    for row in books.query(_doubtful, server):
        author = Author(row.author)

        def others(after: int, author: Author = author) -> list[Changeset]:
            known = {Author(one.author): _FAR for one in books.query(_authors)}
            pulled = transport.pull({**known, author: after})
            return _chain(pulled.changesets, author)

        reach = min(row.seq, server.heads[author][0])
        found |= follow_other(books, member, author, others, reach)
    return found


def follow_other(books: Books, member: Member, author: Author, others: Others, reach: int) -> bool:
    """Go over to another chain of an author where there is one up to ``reach``; return whether."""
    parting = _parting(books, member, author, others, reach)
    if parting is None:
        return False
    if author == member.author:
        # Stopped from here on, the chain left behind is met again as another author's.
        begin_epoch(books, member)
    books.execute(_follow, member, author, parting)
    return True


def _doubtful(session: Session, server: ServerHeads) -> list[AuthorRow]:
    """Return the authors whose chain at the server does not go with ours, or did not follow it."""
    store = SyncStore(session)
    doubtful = []
    for row in store.authors():
        seq, digest = server.heads.get(Author(row.author), (0, b""))
        ours = row.hash if seq == row.seq else store.changeset_hash(row.author, seq)
        if row.revocation is None and seq and (seq > row.seq or ours not in (None, digest)):
            doubtful.append(row)
    return doubtful


def _parting(books: Books, member: Member, author: Author, others: Others, reach: int) -> Parting | None:
    """Return where the other chain proves to part from ours, or None where it cannot be shown to."""
    credential = books.query(_credential, member, author)
    span = 1
    while True:
        after = max(0, reach - span)
        before = books.query(_hash_at, author, after)
        chain = others(after)
        if before is None or not chain or chain[0].header.seq != after + 1:
            return None
        if chain[0].header.previous == before:
            break
        if after == 0:
            return None
        span *= _WIDER
    while chain:
        for changeset in chain:
            ours = books.query(_hash_at, author, changeset.header.seq)
            if ours is None:
                return None
            if ours != changeset.hash:
                try:
                    changeset.check_signature(credential.public)
                except WireError:
                    return None
                return Parting(changeset.header.seq - 1, changeset.header.previous)
        chain = others(chain[-1].header.seq)
    return None


def _follow(uow: UnitOfWork, member: Member, author: Author, parting: Parting) -> Outcome[None]:
    store = uow.sync
    seq = parting.seq + 1
    alarms.raise_alarm(uow, alarms.FORK, f"{author.hex()} {seq}", author, seq)
    later = store.changesets_after(author, parting.seq, _FAR)
    if any(row.state in (ChangesetState.WAITING, ChangesetState.PARKED) for row in later):
        # Not taken in yet, and so it would be lost here.
        return Outcome(None, frozenset())
    passed_on: list[Entry] = []
    for row in later:
        if row.state is ChangesetState.APPLIED:
            body = read_changeset(row.encoded).open(member.secrets.keys)
            passed_on += [e for e in body.entries if member.is_admin or not isinstance(e, RotationEntry)]
    outbox.add(store, *passed_on)
    store.forget_after(author, parting.seq)
    store.move_head(author, parting.seq, parting.hash, None)
    return Outcome(None, frozenset())


def _chain(encoded: Sequence[bytes], author: Author) -> list[Changeset]:
    chain = []
    for one in encoded:
        try:
            changeset = read_changeset(one)
        except WireError:
            continue
        if changeset.header.author == author:
            chain.append(changeset)
    return chain


def _authors(session: Session) -> list[AuthorRow]:
    return SyncStore(session).authors()


def _credential(session: Session, member: Member, author: Author) -> Credential:
    row = next(row for row in SyncStore(session).authors() if row.author == author)
    return read_credential(row.credential, member.genesis)


def _hash_at(session: Session, author: Author, seq: int) -> bytes | None:
    return FIRST_PREVIOUS if seq == 0 else SyncStore(session).changeset_hash(author, seq)
