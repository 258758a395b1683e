"""Storing: of what is delivered, everything whose signature and place in the chain hold is kept."""

from __future__ import annotations

from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.sync_store import ChangesetRow, ChangesetState
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.member import Member
from khata_desktop.sync.who_may import Authors, shut_out
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.errors import WireError, WrongLedger
from khata_desktop.wire.identity import Author, read_revocation


def store_delivery(
    uow: UnitOfWork,
    member: Member,
    changesets: list[bytes],
    credentials: list[bytes],
    revocations: list[bytes],
    now_ms: int,
) -> Outcome[tuple[int, bool]]:
    store, known = uow.sync, Authors(uow.sync, member)
    for encoded in credentials:
        known.introduce(encoded)
    for encoded in revocations:
        try:
            shut_out(store, member, read_revocation(encoded, member.genesis))
        except WireError as problem:
            alarms.raise_alarm(uow, alarms.REFUSED_EVENT, problem.code, encoded)
    if revocations:
        known = Authors(store, member)
    stored, own_ahead = 0, False
    stopped: set[Author] = set()
    for encoded in changesets:
        try:
            changeset = read_changeset(encoded)
            if changeset.header.ledger_id != member.genesis.ledger_id:
                raise WrongLedger
            if changeset.header.author == member.author:
                own_ahead |= _is_ahead(uow, member, changeset)
            elif changeset.header.author not in stopped:
                stored += _store_one(uow, known, changeset, stopped, now_ms)
        except WireError as problem:
            alarms.raise_alarm(uow, alarms.QUARANTINED, problem.code, encoded)
    return Outcome((stored, own_ahead), frozenset())


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
    revoked = known.revocation(author)
    state = ChangesetState.WAITING
    if revoked is not None and header.seq > revoked.last_seq:
        state = ChangesetState.EXCLUDED
        alarms.raise_alarm(uow, alarms.EXCLUDED, f"{author.hex()} {header.seq}", author, header.seq)
    store.add_changeset(ChangesetRow(author, header.seq, changeset.hash, state, changeset.encoded))
    store.move_head(author, header.seq, changeset.hash, now_ms)
    known.moved(author, header.seq, changeset.hash)
    return True
