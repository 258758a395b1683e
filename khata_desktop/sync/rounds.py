"""One round of keeping in step: seal, fetch, take in, hand over. May be stopped anywhere and begun again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.epoch import begin_epoch, was_restored
from khata_desktop.sync.errors import DeviceRevoked, UnknownToServer
from khata_desktop.sync.member import ACKNOWLEDGED, INSTANCE, REGISTERED, ROUNDS_WAITED, Member
from khata_desktop.sync.receiver import Progress, receive
from khata_desktop.sync.revocations import cut_of
from khata_desktop.sync.sealer import seal_pending
from khata_desktop.sync.transport import PushFork, PushGap, ServerHeads, Transport
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.exchange import MOST_CHANGESETS
from khata_desktop.wire.identity import Author

_MOST_PUSH_BYTES = 8 * 1024 * 1024
#: Changesets that rest on what the server does not deliver are told of after so many rounds.
_PATIENCE = 2


@dataclass(slots=True)
class Step:
    """What one round did."""

    sealed: int = 0
    sent: int = 0
    stored: int = 0
    events: int = 0
    waiting: int = 0
    topics: frozenset[Topic] = field(default_factory=frozenset)


def keep_in_step(
    books: Books, member: Member, transport: Transport, *, progress: Progress | None = None
) -> Step:
    """Do one round. Raises ServerUnreachable, DeviceRevoked, ServerRefused, StorageError.

    Whatever it raises, what was committed stays, and the next round goes on from there.
    """
    step = Step()
    if was_restored(books, member):
        begin_epoch(books, member)
    heads = _ask_heads(books, member, transport)
    # Fetched before anything is sealed: who holds more of our chain than this book stops us in time.
    if _fetch(books, member, transport, step, progress):
        begin_epoch(books, member)
        _register(books, member, transport)
        _fetch(books, member, transport, step, progress)
    step.sealed = seal_pending(books, member)
    _compare(books, heads, step)
    try:
        _hand_over(books, member, transport, heads, step)
    except PushFork as fork:
        if fork.author != member.author:
            books.execute(_alarm, alarms.FORK, f"{fork.author.hex()} {fork.seq}", fork.author, fork.seq)
        else:
            begin_epoch(books, member)
            _register(books, member, transport)
            step.sealed += seal_pending(books, member)
            _hand_over(books, member, transport, transport.heads(), step)
    return step


def vector_of(session: Session) -> dict[Author, int]:
    """Return how far this book has received each author."""
    return {Author(row.author): row.seq for row in SyncStore(session).authors()}


def _register(books: Books, member: Member, transport: Transport) -> None:
    if books.query(lambda session: SyncStore(session).get(REGISTERED)) != member.author:
        transport.register_epoch(member.credential.encoded)
        books.execute(_put, REGISTERED, member.author)


def _ask_heads(books: Books, member: Member, transport: Transport) -> ServerHeads:
    """Return how far the server is; one that was put back to an older backup is told again who we all are.

    Asked before anything is fetched, so that nothing it names can have come later than what we fetch.
    """
    _register(books, member, transport)
    try:
        heads = transport.heads()
    except UnknownToServer:
        books.execute(_put, REGISTERED, b"")
        _register(books, member, transport)
        heads = transport.heads()
    known = books.query(lambda session: SyncStore(session).get(INSTANCE))
    if known is not None and known != heads.instance:
        for row in books.query(lambda session: SyncStore(session).authors()):
            # Those who were shut out are refused, and rightly.
            with suppress(DeviceRevoked):
                transport.register_epoch(row.credential)
            if row.revocation is not None and member.is_admin:
                transport.revoke(Author(row.author), row.revocation)
    return heads


def _fetch(books: Books, member: Member, transport: Transport, step: Step, progress: Progress | None) -> bool:
    """Pull until nothing more comes; return whether our own chain is ahead of the book."""
    while True:
        vector = books.query(vector_of)
        pulled = transport.pull(vector)
        now_ms = int(books.clock.now().timestamp() * 1000)
        received = receive(
            books, member, pulled.changesets, pulled.credentials, pulled.revocations,
            now_ms=now_ms, progress=progress,
        )  # fmt: skip
        step.stored += received.stored
        step.events += received.events
        step.topics |= received.topics
        if received.own_ahead:
            return True
        if not pulled.more or not received.stored:
            return False


def _compare(books: Books, server: ServerHeads, step: Step) -> None:
    """Notice what the server lost, and what it knows of and does not deliver."""
    books.execute(_compare_within, server, step)


def _compare_within(uow: UnitOfWork, server: ServerHeads, step: Step) -> Outcome[None]:
    store = uow.sync
    instance = store.get(INSTANCE)
    known = acknowledged(store)
    lost = {author: _seq_of(server, author) for author, seq in known.items() if _seq_of(server, author) < seq}
    if instance == server.instance:
        for author in lost:
            alarms.raise_alarm(uow, alarms.ROLLED_BACK, author.hex(), author, known[author])
    else:
        # A server that was openly put back owes us no more than it says it holds.
        store.put(INSTANCE, server.instance)
        if lost:
            _put_acknowledged(store, {**known, **lost})
    ours = {row.author: row.seq for row in store.authors()}
    short = [author for author, (seq, _) in server.heads.items() if ours.get(author, 0) < seq]
    step.waiting = len(store.waiting())
    waited = store.get_number(ROUNDS_WAITED) + 1 if step.waiting or short else 0
    if waited or store.get_number(ROUNDS_WAITED):
        store.put_number(ROUNDS_WAITED, waited)
    if waited > _PATIENCE:
        for author in short:
            alarms.raise_alarm(uow, alarms.WITHHELD, author.hex(), author, ours.get(author, 0))
        if step.waiting and not short:
            alarms.raise_alarm(uow, alarms.WITHHELD, str(step.waiting), store.waiting()[0])
    return Outcome(None, frozenset())


def _hand_over(books: Books, member: Member, transport: Transport, server: ServerHeads, step: Step) -> None:
    """Push whatever the server lacks and this book holds, of every author: it may have been restored.

    Our own first, so that nobody else's chain can keep it back.
    """
    reach = books.query(_reach, member)
    for author, ours in sorted(reach.items(), key=lambda one: (one[0] != member.author, one[0])):
        theirs = server.heads.get(author, (0, b""))[0]
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
            theirs = batch[-1][0]
            step.sent += len(batch)
            books.execute(_acknowledge, author, theirs)


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


def acknowledged(store: SyncStore) -> Mapping[bytes, int]:
    """Return how far the server has acknowledged each author."""
    packed = store.get(ACKNOWLEDGED)
    return dict(strict_cbor.loads(packed, most=1 << 20)) if packed is not None else {}


def _put_acknowledged(store: SyncStore, known: Mapping[bytes, int]) -> None:
    store.put(ACKNOWLEDGED, strict_cbor.dumps([[author, seq] for author, seq in sorted(known.items())]))


def _seq_of(server: ServerHeads, author: bytes) -> int:
    return server.heads.get(Author(author), (0, b""))[0]


def _acknowledge(uow: UnitOfWork, author: Author, seq: int) -> Outcome[None]:
    _put_acknowledged(uow.sync, {**acknowledged(uow.sync), author: seq})
    return Outcome(None, frozenset())


def _put(uow: UnitOfWork, key: str, value: bytes) -> Outcome[None]:
    uow.sync.put(key, value)
    return Outcome(None, frozenset())


def _alarm(uow: UnitOfWork, kind: str, detail: str, *cause: object) -> Outcome[None]:
    alarms.raise_alarm(uow, kind, detail, *cause)
    return Outcome(None, frozenset())
