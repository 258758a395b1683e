"""Taking over a book by a snapshot and what came after it; what was killed on the way is gone on with.

What is needed for that lies in the key store until the book is in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.services.books import Books
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.files import remove_file
from khata_desktop.sync.asking import asked_by_code, forget_asked
from khata_desktop.sync.errors import NothingToGoOn, RecoveryStopped
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.joining import Joining, join, partial_name
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.rounds import keep_in_step
from khata_desktop.sync.secrets import read_secrets
from khata_desktop.sync.taken_over import check_taken_over
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.identity import Author, read_credential, read_genesis
from khata_desktop.wire.pairing import Invitation
from khata_desktop.wire.snapshot import Manifest
from khata_desktop.wire.strict_cbor import Fields


def catch_up(
    path: Path,
    member: Member,
    joining: Joining,
    heads: tuple[HeadSeen, ...],
    server: HttpServer,
    *,
    through: HttpTransport | None = None,
    finish: Callable[[Books], object] | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> tuple[Books, Member]:
    """Join by a snapshot and then fetch what came after it, which must reach the ``heads`` we were told.

    What is needed to go on after a kill is kept in the key store until the book is in its place. ``finish``
    is called with the book before that, once more after each kill. Who takes over ``through`` another
    session than the member's makes the member known to the server in ``finish``.
    """
    keep_joining(path, member, joining, heads)
    transport = HttpTransport(server, member)
    if through is None:
        transport.register_epoch(member.credential.encoded)
    taking = through or transport

    def check(books: Books, manifest: Manifest) -> None:
        check_taken_over(books, member, taking, manifest, heads, progress)
        if finish is not None:
            finish(books)

    books = join(
        path, member, joining, taking.get_blob,
        older=taking.snapshots, check=check, clock=clock, progress=progress,
    )  # fmt: skip
    try:
        member.around.vault.forget(_place(path))
        forget_asked(member.around, member.credential.device_id)
        keep_in_step(books, member, transport, progress=progress)
    except BaseException:
        books.close()
        raise
    return books, member


def go_on_joining(
    path: Path, around: Surroundings, *, clock: Clock | None = None, progress: Progress | None = None
) -> tuple[Books, Member]:
    """Go on with a joining that was stopped.

    Raises NothingToGoOn, RecoveryStopped and what joining raises.
    """
    stopped = stopped_joining(path, around)
    if stopped is None or path.exists():
        raise NothingToGoOn
    member, joining, heads = stopped
    if member.credential.issued_by is None:
        # Only with the phrase can what was lost be shut out.
        raise RecoveryStopped
    server = HttpServer(joining.server_url)
    return catch_up(path, member, joining, heads, server, clock=clock, progress=progress)


def stopped_joining(path: Path, around: Surroundings) -> tuple[Member, Joining, tuple[HeadSeen, ...]] | None:
    """Return what a joining began with that was stopped before its book was in its place, or None."""
    packed = around.vault.load(_place(path))
    if packed is None:
        return None
    fields = Fields(strict_cbor.loads(packed, most=1 << 20), "the joining")
    genesis = read_genesis(fields.some(4096))
    credential = read_credential(fields.some(4096), genesis)
    secrets = read_secrets(fields.some(1 << 20))
    joining = Joining(manifest=fields.exact(32), server_url=fields.text(500))
    heads = tuple(HeadSeen(Author(author), seq, digest) for author, seq, digest in fields.items(4096))
    fields.end()
    return Member(genesis, credential, secrets, around), joining, heads


def is_let_in(path: Path, invitation: Invitation, around: Surroundings) -> bool:
    """Return whether whoever shows a code has said yes already, and the book was being made at this path."""
    asked, stopped = asked_by_code(around, invitation), stopped_joining(path, around)
    if asked is None or stopped is None:
        return False
    return asked.offer.device_id == stopped[0].credential.device_id


def keep_joining(path: Path, member: Member, joining: Joining, heads: tuple[HeadSeen, ...]) -> None:
    """Keep what a joining is gone on with after a kill. Raises SyncError, StorageError."""
    member.around.vault.save(_place(path), _packed(member, joining, heads))


def forget_joining(path: Path, around: Surroundings) -> None:
    """Forget a joining that was stopped, with what was taken over. Raises StorageError, SyncError."""
    with faults_named(partial_name(path)):
        remove_file(partial_name(path))
    around.vault.forget(_place(path))


def _place(path: Path) -> str:
    return "joining-" + blake2b(str(path.absolute()).encode(), digest_size=16).hexdigest()


def _packed(member: Member, joining: Joining, heads: tuple[HeadSeen, ...]) -> bytes:
    return strict_cbor.dumps(
        [
            member.genesis.encoded, member.credential.encoded, member.secrets.packed(), joining.manifest,
            joining.server_url, [list(head) for head in heads],
        ]
    )  # fmt: skip
