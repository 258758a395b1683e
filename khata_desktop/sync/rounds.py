"""One round of keeping in step: fetch, take in, seal, hand over. May be stopped anywhere and begun again."""

from __future__ import annotations

from dataclasses import dataclass, field

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms, owed
from khata_desktop.sync.epoch import begin_epoch, was_restored
from khata_desktop.sync.errors import DeviceRevoked
from khata_desktop.sync.forks import settle_forks
from khata_desktop.sync.greeting import greet, register
from khata_desktop.sync.handing_over import acknowledged, hand_over, lost_by
from khata_desktop.sync.holding_back import HeldBack
from khata_desktop.sync.member import INSTANCE, ROUNDS_WAITED, Member
from khata_desktop.sync.missing import look_for_missing
from khata_desktop.sync.receiver import Progress, receive
from khata_desktop.sync.sealer import look_for_held_back, seal_pending
from khata_desktop.sync.told_out import note_told_out
from khata_desktop.sync.transport import PushFork, ServerHeads, Transport
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author

#: Changesets that rest on what the server does not deliver are told of after so many rounds.
_PATIENCE = 2
#: More than any chain has.
_FAR = 1 << 53


@dataclass(slots=True)
class Step:
    """What one round did.

    Attributes:
        waiting: changesets that are here and rest on others that are not.
        missing: changesets that the server has named and did not give.
        held_back: what somebody is to be asked about.
    """

    sealed: int = 0
    sent: int = 0
    stored: int = 0
    events: int = 0
    waiting: int = 0
    missing: int = 0
    held_back: HeldBack | None = None
    topics: frozenset[Topic] = field(default_factory=frozenset)


def keep_in_step(
    books: Books, member: Member, transport: Transport, *, progress: Progress | None = None
) -> Step:
    """Do one round. Raises ServerUnreachable, DeviceRevoked, ServerRefused, StorageError.

    Whatever it raises, what was committed stays, and the next round goes on from there.
    """
    step = Step()
    try:
        try:
            _round(books, member, transport, step, progress)
        except PushFork:
            # Somebody handed another chain of ours over in this very moment: look at it, and go on anew.
            _round(books, member, transport, step, progress)
    except DeviceRevoked:
        books.execute(note_told_out, True)
        raise
    books.execute(note_told_out, False)
    return step


def _round(books: Books, member: Member, transport: Transport, step: Step, progress: Progress | None) -> None:
    if was_restored(books, member):
        begin_epoch(books, member)
    was_met = books.query(lambda session: SyncStore(session).get(INSTANCE)) is not None
    heads = greet(books, member, transport)
    owed.pay(books, member, transport)
    # Fetched before anything is sealed: who holds another or a longer chain of ours stops us in time.
    if _fetch(books, member, transport, step, progress):
        begin_epoch(books, member)
        register(books, member, transport)
        _fetch(books, member, transport, step, progress)
    if settle_forks(books, member, transport, heads):
        register(books, member, transport)
        _fetch(books, member, transport, step, progress)
    step.sealed += seal_pending(books, member)
    step.held_back = books.query(lambda session: look_for_held_back(SyncStore(session), books.device_id))
    books.execute(_compare, member, heads, step)
    step.sent += hand_over(books, member, transport, heads)
    if was_met:
        # The first one is left by whoever switches sync on, in sight.
        owed.leave_owed_snapshot(books, member, transport, progress)


def vector_of(session: Session) -> dict[Author, int]:
    """Return how far this book has received each author."""
    return {Author(row.author): row.seq for row in SyncStore(session).authors()}


def _fetch(books: Books, member: Member, transport: Transport, step: Step, progress: Progress | None) -> bool:
    """Pull until nothing more comes; return whether our own chain is ahead of the book.

    An author nothing of whom can be stored is not asked for again: the others stand behind it.
    """
    own_ahead = False
    left_out: dict[Author, int] = {}
    while True:
        pulled = transport.pull({**books.query(vector_of), **left_out})
        now_ms = int(books.clock.now().timestamp() * 1000)
        received = receive(
            books, member, pulled.changesets, pulled.credentials, pulled.revocations,
            now_ms=now_ms, more=pulled.more, progress=progress,
        )  # fmt: skip
        step.stored += received.stored
        step.events += received.events
        step.topics |= received.topics
        own_ahead |= received.own_ahead
        if not pulled.more:
            return own_ahead
        if not received.stored:
            met = dict.fromkeys(_authors_of(pulled.changesets), _FAR)
            if met.keys() <= left_out.keys():
                return own_ahead
            left_out |= met


def _authors_of(changesets: tuple[bytes, ...]) -> set[Author]:
    found = set()
    for encoded in changesets:
        try:
            found.add(read_changeset(encoded).header.author)
        except WireError:
            continue
    return found


def _compare(uow: UnitOfWork, member: Member, server: ServerHeads, step: Step) -> Outcome[None]:
    """Notice what the server lost, and what it knows of and does not deliver."""
    store = uow.sync
    known = acknowledged(store)
    for author in lost_by(server, known):
        alarms.raise_alarm(uow, alarms.ROLLED_BACK, author.hex(), author, known[author])
    short = look_for_missing(store, member, server)
    step.missing = sum(short.values())
    step.waiting = len(store.waiting())
    waited = store.get_number(ROUNDS_WAITED) + 1 if step.waiting or short else 0
    if waited or store.get_number(ROUNDS_WAITED):
        store.put_number(ROUNDS_WAITED, waited)
    if waited > _PATIENCE:
        ours = {row.author: row.seq for row in store.authors()}
        for author in short:
            alarms.raise_alarm(uow, alarms.WITHHELD, author.hex(), author, ours.get(author, 0))
        if step.waiting and not short:
            alarms.raise_alarm(uow, alarms.WITHHELD, str(step.waiting), store.waiting()[0])
    return Outcome(None, frozenset())
