"""Whether what a device took over from a snapshot is true, before its book is put in place.

The chunks were signed by an admin's device; the chains themselves say whether what it claims to stand for was
ever signed by those who wrote it, and what was told at the pairing says whether anything is kept back.
"""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.services.books import Books
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import AuthorRow, SyncStore
from khata_desktop.sync.errors import SnapshotDiffers, StaleBootstrap
from khata_desktop.sync.member import Member
from khata_desktop.sync.receiver import Progress, receive
from khata_desktop.sync.revocations import credential_of, cut_of, shut_out_devices
from khata_desktop.sync.transport import Transport
from khata_desktop.wire.changeset import HeadSeen, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author, read_credential
from khata_desktop.wire.snapshot import Manifest


def check_taken_over(
    books: Books,
    member: Member,
    transport: Transport,
    manifest: Manifest,
    told: Iterable[HeadSeen],
    progress: Progress | None = None,
) -> None:
    """Fetch what came after the snapshot and require that it fits, and reaches what we were told.

    Raises SnapshotDiffers (another snapshot may be true), StaleBootstrap (the server keeps something back),
    and what a transport raises.
    """
    _fetch(books, member, transport, progress)
    maker = read_credential(manifest.maker, member.genesis)
    if maker.device_id in books.query(lambda s: shut_out_devices(SyncStore(s), member.genesis)):
        raise SnapshotDiffers
    told = list(told)
    for head in told:
        seq, digest = books.query(_held, head)
        if seq < head.seq:
            raise StaleBootstrap
        if digest not in (None, head.hash):
            raise SnapshotDiffers
    # What the device that let us in has told us itself needs no other witness.
    _check_chains(
        books, member, transport, {head.author: head for head in manifest.vector if head not in told}
    )


def _fetch(books: Books, member: Member, transport: Transport, progress: Progress | None) -> None:
    while True:
        pulled = transport.pull({Author(row.author): row.seq for row in books.query(_authors)})
        received = receive(
            books, member, pulled.changesets, pulled.credentials, pulled.revocations,
            now_ms=int(books.clock.now().timestamp() * 1000), more=pulled.more, progress=progress,
        )  # fmt: skip
        if not pulled.more or not received.stored:
            return


def _check_chains(
    books: Books, member: Member, transport: Transport, claimed: dict[Author, HeadSeen]
) -> None:
    """Compare claimed heads with the changesets that the server has; no chain there says nothing."""
    rows = {Author(row.author): row for row in books.query(_authors)}
    server = transport.heads().heads
    open_heads = {}
    for author, head in claimed.items():
        row = rows.get(author)
        # Nobody hands over what lies behind a cut, nor what was lost with another server.
        if row is not None and author in server and head.seq <= cut_of(row, member.genesis):
            open_heads[author] = head
    vector = {author: row.seq for author, row in rows.items()}
    vector |= {author: head.seq - 1 for author, head in open_heads.items()}
    while open_heads:
        pulled = transport.pull(vector)
        before = dict(vector)
        for encoded in pulled.changesets:
            _check(encoded, open_heads, rows, vector, member)
        if not pulled.more or vector == before:
            break
    if open_heads:
        raise StaleBootstrap


def _check(
    encoded: bytes,
    open_heads: dict[Author, HeadSeen],
    rows: dict[Author, AuthorRow],
    vector: dict[Author, int],
    member: Member,
) -> None:
    try:
        changeset = read_changeset(encoded)
        author, seq = changeset.header.author, changeset.header.seq
        if author in rows:
            changeset.check_signature(credential_of(rows[author].credential, member.genesis).public)
    except WireError:
        # The server's own fault says nothing about the snapshot.
        return
    vector[author] = max(vector.get(author, 0), seq)
    head = open_heads.get(author)
    if head is not None and head.seq == seq:
        if head.hash != changeset.hash:
            raise SnapshotDiffers
        del open_heads[author]


def _authors(session: Session) -> list[AuthorRow]:
    return SyncStore(session).authors()


def _held(session: Session, head: HeadSeen) -> tuple[int, bytes | None]:
    """Return how far an author was received, and the hash of the changeset named, where that is known."""
    store = SyncStore(session)
    row = next((row for row in store.authors() if row.author == head.author), None)
    if row is None:
        return 0, None
    digest = row.hash if row.seq == head.seq else store.changeset_hash(head.author, head.seq)
    return row.seq, digest
