"""Applying: what was stored is taken into the books as soon as what it rests on is here.

In small transactions, so that whoever is at the till gets in between. A changeset that speaks of what is
missing waits; one that a newer program wrote is parked; one whose inside is nonsense is set aside. The chain
goes on in every case.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.events import Envelope, RecordChanged
from khata_desktop.domain.ids import UserId
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome, Topic
from khata_desktop.storage.foreign_events import EventRefused, EventTwice, EventWaits
from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.member import KEY_EPOCH, Member, device_of
from khata_desktop.sync.revocations import credential_of, cut_of, hear
from khata_desktop.wire import changeset
from khata_desktop.wire.changeset import (
    Body,
    Entry,
    EventEntry,
    HeadSeen,
    RevocationEntry,
    RotationEntry,
    read_changeset,
)
from khata_desktop.wire.errors import KeyMissing, NewerProtocol, WireError
from khata_desktop.wire.identity import Author, Credential, Role
from khata_desktop.wire.ledger_keys import open_ledger_keys

log = logging.getLogger(__name__)

#: A piece of ``sync_state``: the schema of the program that last tried what was parked.
_READER = "reader"
#: So many changesets, or not many more than so many events, are applied within one transaction.
_AT_ONCE, _MOST_EVENTS = 100, 2_000

#: Called with (changesets taken in, changesets that were to be taken in).
Progress = Callable[[int, int], object]


@dataclass(slots=True)
class Received:
    """What came of a delivery.

    Attributes:
        stored: changesets that were new and whose signature and place in the chain hold.
        own_ahead: whether somebody holds more of our own chain than this book knows of.
        applied: changesets taken into the books, earlier ones that had waited among them.
        events: events among them that were new here.
        waiting: changesets that rest on what has not arrived.
        topics: what changed in the books.
        damaged: how many places of a stick held nothing whole.
    """

    stored: int = 0
    own_ahead: bool = False
    applied: int = 0
    events: int = 0
    waiting: int = 0
    topics: frozenset[Topic] = field(default_factory=frozenset)
    damaged: int = 0


def apply_waiting(books: Books, member: Member, received: Received, progress: Progress | None = None) -> None:
    """Take in every changeset that waits and now can be, each in a transaction of its own."""
    tell = progress or (lambda _done, _total: None)
    if books.query(lambda session: SyncStore(session).get_number(_READER)) != changeset.SCHEMA:
        books.execute(_wake_for_this_program)
    while True:
        waiting = books.query(lambda session: SyncStore(session).waiting())
        before, done = received.applied, 0
        while done < len(waiting):
            tell(received.applied, received.applied + len(waiting) - done)
            done += _apply_some(books, member, waiting[done : done + _AT_ONCE], received)
        if received.applied == before and not _take_early(books, member, waiting, received):
            received.waiting = len(waiting)
            return


def _take_early(
    books: Books, member: Member, waiting: Sequence[tuple[bytes, int]], received: Received
) -> bool:
    """Take in single events of changesets that wait, and return whether any was new.

    What a device sent after it was shut out comes under the names of those who had taken it in. They saw what
    rests on it before they passed it on, so that all of it would wait for one another for ever.
    """
    somebody_is_out = books.query(lambda s: any(row.revocation is not None for row in SyncStore(s).authors()))
    before = received.events
    for author, seq in waiting if somebody_is_out else ():
        try:
            received.events += books.execute(_take_what_can_be, member, Author(author), seq).value
        except KhataError:
            raise
        except Exception:
            # It is left out, and told of, when its changeset's time comes.
            log.exception("an event of another device cannot be taken in early")
    if received.events == before:
        return False
    received.topics |= EVERYTHING
    return True


def _take_what_can_be(uow: UnitOfWork, member: Member, author: Author, seq: int) -> Outcome[int]:
    row = uow.sync.changeset(author, seq)
    if row is None or row.state is not ChangesetState.WAITING:
        return Outcome(0, frozenset())
    device, new = device_of(_credential(uow.sync, member, author)), 0
    for entry in read_changeset(row.encoded).open(member.secrets.keys).entries:
        if isinstance(entry, EventEntry):
            with suppress(EventWaits, EventTwice, EventRefused):
                envelope = Envelope(entry.hlc, device, UserId(entry.user_id))
                new += uow.receive(entry.payload, envelope) is not None
    return Outcome(new, EVERYTHING if new else frozenset())


def _wake_for_this_program(uow: UnitOfWork) -> Outcome[None]:
    """Let what an older program had parked be tried again by this one."""
    uow.sync.wake_parked()
    uow.sync.put_number(_READER, changeset.SCHEMA)
    return Outcome(None, frozenset())


def _apply_some(
    books: Books, member: Member, waiting: Sequence[tuple[bytes, int]], received: Received
) -> int:
    """Apply changesets within one transaction, or one by one where that fails; return how many were tried."""
    try:
        outcome = books.execute(_apply_all, member, waiting)
    except _NotYet:
        for one in waiting if len(waiting) > 1 else ():
            _apply_some(books, member, [one], received)
        return len(waiting)
    except KhataError:
        raise
    except Exception:
        log.exception("taking in %d changesets at once failed", len(waiting))
        for author, seq in waiting:
            _apply_carefully(books, member, Author(author), seq)
        received.topics |= EVERYTHING
        received.applied += len(waiting)
        return len(waiting)
    tried, applied, events = outcome.value
    received.applied += applied
    received.events += events
    received.topics |= outcome.topics
    return tried


def _apply_all(
    uow: UnitOfWork, member: Member, waiting: Sequence[tuple[bytes, int]]
) -> Outcome[tuple[int, int, int]]:
    tried = applied = events = 0
    for author, seq in waiting:
        tried += 1
        before = uow.recorded
        try:
            events += _apply(uow, member, Author(author), seq)
        except _NotYet:
            # Where nothing was recorded of it yet, the others need not be undone.
            if uow.recorded != before:
                raise
            continue
        applied += 1
        if uow.recorded > _MOST_EVENTS:
            break
    if not applied and waiting:
        raise _NotYet
    return Outcome((tried, applied, events), EVERYTHING if events else frozenset())


def _apply_carefully(books: Books, member: Member, author: Author, seq: int) -> None:
    """Apply a changeset event by event, since something in it upsets the books; that alone is left out."""
    row = books.query(lambda session: SyncStore(session).changeset(author, seq))
    if row is None or row.state is not ChangesetState.WAITING:
        return
    body = read_changeset(row.encoded).open(member.secrets.keys)
    credential = books.query(lambda session: _credential(SyncStore(session), member, author))

    def one(uow: UnitOfWork, entry: Entry) -> Outcome[None]:
        _take_in(uow, member, credential, seq, Body((), (entry,)))
        return Outcome(None, EVERYTHING)

    def refused(uow: UnitOfWork, entry: Entry) -> Outcome[None]:
        alarms.raise_alarm(uow, alarms.REFUSED_EVENT, "it upsets the books", entry)
        return Outcome(None, frozenset())

    def done(uow: UnitOfWork) -> Outcome[None]:
        uow.sync.set_state(author, seq, ChangesetState.APPLIED)
        return Outcome(None, frozenset())

    for entry in body.entries:
        try:
            books.execute(one, entry)
        except KhataError:
            raise
        except Exception:
            log.exception("an event of another device cannot be taken in")
            books.execute(refused, entry)
    books.execute(done)


class _NotYet(Exception):
    """The changeset rests on something that is not here."""


def _credential(store: SyncStore, member: Member, author: Author) -> Credential:
    row = next(row for row in store.authors() if row.author == author)
    return credential_of(row.credential, member.genesis)


def _apply(uow: UnitOfWork, member: Member, author: Author, seq: int) -> int:
    """Apply one changeset and return how many of its events were new. Raises _NotYet."""
    store = uow.sync
    row = store.changeset(author, seq)
    if row is None or row.state is not ChangesetState.WAITING:
        return 0
    try:
        body = read_changeset(row.encoded).open(member.secrets.keys)
    except (NewerProtocol, KeyMissing) as problem:
        store.set_state(author, seq, ChangesetState.PARKED)
        alarms.raise_alarm(uow, alarms.PARKED, problem.code, author)
        return 0
    except WireError as problem:
        store.set_state(author, seq, ChangesetState.QUARANTINED)
        alarms.raise_alarm(uow, alarms.QUARANTINED, problem.code, row.hash)
        return 0
    _check_seen(uow, member, body.seen)
    new = _take_in(uow, member, _credential(store, member, author), seq, body)
    store.set_state(author, seq, ChangesetState.APPLIED)
    return new


def _check_seen(uow: UnitOfWork, member: Member, seen: Iterable[HeadSeen]) -> None:
    """Require that what the author had seen is here, and is the same. Raises _NotYet."""
    store = uow.sync
    known = {row.author: row for row in store.authors()}
    unhandled = store.unhandled()
    for author, seq, digest in seen:
        cause: tuple[object, ...] = (author, seq)
        if author == member.author:
            cause = (author,)
        else:
            row = known.get(author)
            counts = seq
            if row is not None:
                # What it sent after it was shut out, those who took it in pass on; nobody else gets it.
                counts = min(seq, cut_of(row, member.genesis))
            if counts and row is None:
                raise _NotYet
            if row is not None and (row.seq < counts or unhandled.get(author, counts + 1) <= counts):
                raise _NotYet
        ours = store.changeset_hash(author, seq)
        if ours is not None and ours != digest:
            alarms.raise_alarm(uow, alarms.SPLIT_VIEW, f"{author.hex()} {seq}", *cause)


def _take_in(uow: UnitOfWork, member: Member, credential: Credential, seq: int, body: Body) -> int:
    device = device_of(credential)
    new = deleted = 0
    furthest = int(uow.clock.now().timestamp() * 1000) + alarms.MOST_AHEAD_MS
    uow.expect([entry.payload for entry in body.entries if isinstance(entry, EventEntry)])
    for number, entry in enumerate(body.entries):
        match entry:
            case EventEntry(hlc=hlc, user_id=user_id, payload=payload):
                try:
                    event = uow.receive(payload, Envelope(hlc, device, UserId(user_id)))
                except EventWaits as problem:
                    raise _NotYet from problem
                except EventTwice as problem:
                    alarms.raise_alarm(uow, alarms.EVENT_TWICE, problem.code, payload)
                    continue
                except EventRefused as problem:
                    alarms.raise_alarm(uow, alarms.REFUSED_EVENT, str(problem.params["detail"]), payload)
                    continue
                new += event is not None
                if isinstance(event, RecordChanged):
                    deleted += any(write.name == "deleted" and write.value for write in event.writes)
                if hlc >> 16 > furthest:
                    # The clock is the computer's, whichever of its chains told of it.
                    alarms.raise_alarm(uow, alarms.CLOCK, credential.device_id.hex(), credential.device_id)
            case RevocationEntry(encoded=encoded):
                try:
                    hear(uow.sync, member, encoded, place=(credential.author, seq))
                except WireError as problem:
                    alarms.raise_alarm(uow, alarms.REFUSED_EVENT, problem.code, encoded)
            case RotationEntry():
                if credential.role is Role.ADMIN:
                    _take_keys(uow, member, entry, number)
    if deleted > alarms.MANY_DELETIONS:
        alarms.raise_alarm(uow, alarms.MASS_DELETION, f"{device.hex()} {deleted}", device, body.entries[0])
    return new


def _take_keys(uow: UnitOfWork, member: Member, entry: RotationEntry, number: int) -> None:
    """Take the ledger's new keys where they were sealed to this device, and wake what had waited for them."""
    shares = dict(entry.shares)
    share = shares.get(member.credential.device_id)
    if share is None:
        return
    try:
        keys = open_ledger_keys(share, member.secrets.box)
    except WireError as problem:
        alarms.raise_alarm(uow, alarms.REFUSED_EVENT, problem.code, number)
        return
    held = dict(member.secrets.keys.by_epoch)
    for key_epoch, key in keys.by_epoch.items():
        held.setdefault(key_epoch, key)
    member.keep(member.secrets.with_keys(type(keys)(held)))
    uow.sync.put_number(KEY_EPOCH, max(uow.sync.get_number(KEY_EPOCH), keys.newest))
    uow.sync.wake_parked()
