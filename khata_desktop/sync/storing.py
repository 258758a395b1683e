"""Storing: of what is delivered, everything whose signature and place in the chain hold is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.sync_store import ChangesetRow, ChangesetState
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.late_keys import share_keys
from khata_desktop.sync.member import Member
from khata_desktop.sync.revocations import ends_as_named, hear, heard_of
from khata_desktop.sync.who_may import Authors
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.errors import WireError, WrongLedger
from khata_desktop.wire.identity import Author


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a server or a stick delivers, and when (Unix milliseconds)."""

    changesets: Sequence[bytes]
    credentials: Sequence[bytes]
    revocations: Sequence[bytes]
    now_ms: int


class Stored(NamedTuple):
    """What storing a delivery came to.

    Attributes:
        stored: changesets that were new and whose signature and place in the chain hold.
        own_ahead: whether somebody holds more of our own chain than this book knows of.
        left: whether something was left out that may hold once the rest of the delivery is taken in.
    """

    stored: int
    own_ahead: bool
    left: bool


def store_delivery(uow: UnitOfWork, member: Member, delivery: Delivery, *, at_last: bool) -> Outcome[Stored]:
    """Store what holds of a delivery; the rest is told in alarms.

    What rests on other parts of the delivery is told only ``at_last``, when those were taken in.
    """
    store = uow.sync
    left = _hear_revocations(uow, member, delivery.revocations, at_last)
    known = Authors(store, member)
    for encoded in delivery.credentials:
        known.introduce(encoded)
    share_keys(store, member, known.newcomers)
    stored, own_ahead = 0, False
    stopped: set[Author] = set()
    for encoded in delivery.changesets:
        try:
            changeset = read_changeset(encoded)
            author = changeset.header.author
            if changeset.header.ledger_id != member.genesis.ledger_id:
                raise WrongLedger
            if author == member.author:
                own_ahead |= _is_ahead(uow, member, changeset)
            elif author in known.turned_away and not at_last:
                left = True
            elif author not in stopped:
                stored += _store_one(uow, known, changeset, stopped, delivery.now_ms)
        except WireError as problem:
            alarms.raise_alarm(uow, alarms.QUARANTINED, problem.code, encoded)
    return Outcome(Stored(stored, own_ahead, left), frozenset())


def _hear_revocations(uow: UnitOfWork, member: Member, revocations: Iterable[bytes], at_last: bool) -> bool:
    """Note the revocations that hold; return whether there are others."""
    heard, left = heard_of(uow.sync, member.genesis), False
    for encoded in revocations:
        if encoded in heard:
            continue
        try:
            if not hear(uow.sync, member, encoded):
                left = True
                if at_last:
                    alarms.raise_alarm(uow, alarms.REFUSED_EVENT, "who signed it was shut out", encoded)
        except WireError as problem:
            alarms.raise_alarm(uow, alarms.REFUSED_EVENT, problem.code, encoded)
    return left


def _is_ahead(uow: UnitOfWork, member: Member, changeset: Changeset) -> bool:
    """Return whether a changeset of our own chain is one that this book does not know of."""
    changeset.check_signature(member.credential.public)
    ours = uow.sync.changeset_hash(member.author, changeset.header.seq)
    return ours != changeset.hash


def _store_one(
    uow: UnitOfWork,
    known: Authors,
    changeset: Changeset,
    stopped: set[Author],
    now_ms: int,
) -> bool:
    header, store = changeset.header, uow.sync
    author = header.author
    row = known.row(author)
    if row is None:
        stopped.add(author)
        alarms.raise_alarm(uow, alarms.UNKNOWN_AUTHOR, author.hex(), author)
        return False
    if header.seq <= row.seq:
        ours = store.changeset_hash(author, header.seq)
        if ours is not None and ours != changeset.hash:
            changeset.check_signature(known.credential(author).public)
            alarms.raise_alarm(uow, alarms.FORK, f"{author.hex()} {header.seq}", author, header.seq)
        return False
    if header.seq > row.seq + 1 or header.previous != row.hash:
        stopped.add(author)
        kind = alarms.GAP if header.seq > row.seq + 1 else alarms.FORK
        alarms.raise_alarm(uow, kind, f"{author.hex()} {row.seq + 1}", author, row.seq + 1)
        return False
    changeset.check_signature(known.credential(author).public)
    state = ChangesetState.WAITING
    if not ends_as_named(row, header.seq, changeset.hash, known.genesis):
        stopped.add(author)
        alarms.raise_alarm(uow, alarms.FORK, f"{author.hex()} {header.seq}", author, header.seq)
        return False
    if header.seq > known.cut(author):
        state = ChangesetState.EXCLUDED
        alarms.raise_alarm(uow, alarms.EXCLUDED, f"{author.hex()} {header.seq}", author, header.seq)
    store.add_changeset(ChangesetRow(author, header.seq, changeset.hash, state, changeset.encoded))
    store.move_head(author, header.seq, changeset.hash, now_ms)
    known.moved(author, header.seq, changeset.hash)
    return True
