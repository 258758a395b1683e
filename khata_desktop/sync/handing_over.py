"""Handing over what the server lacks and this book holds, of every author: it may have been put back.

Each author is a matter of its own: what is wrong with one keeps back neither us nor any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.errors import AuthorUnknown, DeviceRevoked, ServerRefused
from khata_desktop.sync.member import ACKNOWLEDGED, Member
from khata_desktop.sync.revocations import cut_of
from khata_desktop.sync.transport import PushFork, PushGap, ServerHeads, Transport
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.exchange import MOST_CHANGESETS
from khata_desktop.wire.identity import Author

_MOST_PUSH_BYTES = 8 * 1024 * 1024


def hand_over(books: Books, member: Member, transport: Transport, server: ServerHeads) -> int:
    """Push what the server lacks, our own first; return how many changesets were taken.

    Raises ServerUnreachable and DeviceRevoked (of ourselves) at once. PushFork and ServerRefused are raised
    where they concern our own chain, after all others were handed over; of another's they are alarms.
    """
    sent = 0
    own_trouble: PushFork | ServerRefused | None = None
    reach = books.query(_reach, member)
    for author, ours in sorted(reach.items(), key=lambda one: (one[0] != member.author, one[0])):
        try:
            sent += _hand_over_one(books, transport, author, _seq_of(server, author), ours)
        except DeviceRevoked as refusal:
            # Of another it only says where its chain ends at the server.
            if refusal.is_about(member.author):
                raise
        except PushFork as fork:
            if author == member.author:
                own_trouble = fork
            else:
                cause = (author, fork.seq)
                books.execute(_alarm, alarms.FORK, f"{author.hex()} {fork.seq}", *cause)
        except ServerRefused as refusal:
            if type(refusal) not in (ServerRefused, AuthorUnknown):
                raise
            if author == member.author:
                own_trouble = refusal
            else:
                books.execute(_alarm, alarms.NOT_TAKEN, author.hex(), author)
    if own_trouble is not None:
        raise own_trouble
    return sent


def _hand_over_one(books: Books, transport: Transport, author: Author, theirs: int, ours: int) -> int:
    sent, introduced = 0, False
    while theirs < ours:
        batch = books.query(_batch, author, theirs, ours)
        if not batch or batch[0][0] != theirs + 1:
            break
        try:
            transport.push([encoded for _, encoded in batch])
        except PushGap as gap:
            if gap.author != author or gap.expected <= theirs:
                break
            theirs = gap.expected - 1
            continue
        except AuthorUnknown:
            if introduced:
                raise
            transport.register_epoch(books.query(_credential, author))
            introduced = True
            continue
        theirs = batch[-1][0]
        sent += len(batch)
        books.execute(_acknowledge, author, theirs)
    return sent


def _reach(session: Session, member: Member) -> dict[Author, int]:
    """Return up to where each author's chain may be handed over: none past where it was shut out."""
    reach = {}
    for row in SyncStore(session).authors():
        reach[Author(row.author)] = row.seq
        if row.revocation is not None and row.author != member.author:
            reach[Author(row.author)] = min(row.seq, cut_of(row, member.genesis))
    return reach


def _batch(session: Session, author: Author, after: int, upto: int) -> list[tuple[int, bytes]]:
    batch: list[tuple[int, bytes]] = []
    size = 0
    for row in SyncStore(session).changesets_after(author, after, MOST_CHANGESETS):
        size += len(row.encoded)
        if row.seq > upto or (batch and size > _MOST_PUSH_BYTES):
            break
        batch.append((row.seq, row.encoded))
    return batch


def _credential(session: Session, author: Author) -> bytes:
    return next(row.credential for row in SyncStore(session).authors() if row.author == author)


def acknowledged(store: SyncStore) -> Mapping[bytes, int]:
    """Return how far the server has acknowledged each author."""
    packed = store.get(ACKNOWLEDGED)
    return dict(strict_cbor.loads(packed, most=1 << 20)) if packed is not None else {}


def put_acknowledged(store: SyncStore, known: Mapping[bytes, int]) -> None:
    """Note how far the server has acknowledged each author."""
    store.put(ACKNOWLEDGED, strict_cbor.dumps([[author, seq] for author, seq in sorted(known.items())]))


def lost_by(server: ServerHeads, known: Mapping[bytes, int]) -> dict[bytes, int]:
    """Return of each author of whom the server has less than it acknowledged how far it is."""
    return {author: _seq_of(server, author) for author, seq in known.items() if _seq_of(server, author) < seq}


def _seq_of(server: ServerHeads, author: bytes) -> int:
    return server.heads.get(Author(author), (0, b""))[0]


def _acknowledge(uow: UnitOfWork, author: Author, seq: int) -> Outcome[None]:
    put_acknowledged(uow.sync, {**acknowledged(uow.sync), author: seq})
    return Outcome(None, frozenset())


def _alarm(uow: UnitOfWork, kind: str, detail: str, *cause: object) -> Outcome[None]:
    alarms.raise_alarm(uow, kind, detail, *cause)
    return Outcome(None, frozenset())
