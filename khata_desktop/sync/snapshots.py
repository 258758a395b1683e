"""Snapshots: the whole log in sealed chunks, for a device that joins."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.sync.member import Member
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.revocations import all_that_hold
from khata_desktop.sync.transport import Transport
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.identity import Author
from khata_desktop.wire.ledger_keys import NONCE_SIZE
from khata_desktop.wire.snapshot import (
    MOST_EVENTS,
    ChunkName,
    Manifest,
    PastEvent,
    chunk_name,
    seal_chunk,
    seal_manifest,
)


class _State(NamedTuple):
    """The book at one moment: what a snapshot of it holds."""

    events: int
    vector: tuple[HeadSeen, ...]
    digest: bytes
    credentials: tuple[bytes, ...]
    revocations: tuple[bytes, ...]


def make_snapshot(
    books: Books, member: Member, transport: Transport, *, now_ms: int, progress: Progress | None = None
) -> bytes:
    """Leave a snapshot of this moment with the server and return the SHA-256 of its sealed manifest.

    The log is only ever added to, so the chunks may be read while the shop goes on selling.
    """
    tell = progress or (lambda _done, _total: None)
    state = books.query(_state, member)
    chunks: list[ChunkName] = []
    done = 0
    while done < state.events:
        tell(done, state.events)
        events = books.query(_past, done, min(MOST_EVENTS, state.events - done))
        sealed = seal_chunk(events, member.secrets.keys, member.around.random(NONCE_SIZE))
        transport.put_blob(sealed)
        chunks.append(chunk_name(sealed, len(events)))
        done += len(events)
    manifest = Manifest(
        ledger_id=member.genesis.ledger_id,
        maker=member.credential.encoded,
        book_id=books.book_id,
        user_id=books.actor.user_id,
        made_ms=now_ms,
        vector=state.vector,
        events=state.events,
        digest=state.digest,
        chunks=tuple(chunks),
        credentials=state.credentials,
        revocations=state.revocations,
    )
    encoded = seal_manifest(
        manifest, member.secrets.epoch_key, member.secrets.keys, member.around.random(NONCE_SIZE)
    )
    transport.put_blob(encoded)
    digest = sha256(encoded).digest()
    vector = {head.author: head.seq for head in state.vector}
    transport.offer_snapshot(digest, vector, [chunk.hash for chunk in chunks])
    tell(state.events, state.events)
    return digest


def _state(session: Session, member: Member) -> _State:
    store = SyncStore(session)
    authors = store.authors()
    pending = store.unhandled(ChangesetState.WAITING, ChangesetState.PARKED)
    vector = []
    for row in authors:
        seq, digest = row.seq, row.hash
        if row.author in pending:
            seq = pending[row.author] - 1
            digest = store.changeset_hash(row.author, seq) or bytes(32)
        if seq and digest != bytes(32):
            vector.append(HeadSeen(Author(row.author), seq, digest))
    return _State(
        events=store.log_length(),
        vector=tuple(vector),
        digest=book_digest(session),
        credentials=tuple(row.credential for row in authors),
        revocations=all_that_hold(store, member.genesis),
    )


def _past(session: Session, after: int, limit: int) -> list[PastEvent]:
    return [PastEvent(*row[1:]) for row in SyncStore(session).past_events(after, limit)]
