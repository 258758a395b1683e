"""What the server is still to be told beside changesets: who the devices are, who was shut out, the keys.

Each request is noted in the transaction of the deed that made it necessary, and stands until the server has
acknowledged it: a cable pulled at the wrong moment costs nothing. The server takes each of them twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import AuthorRow, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import DeviceRevoked, ServerRefused, UnknownToServer
from khata_desktop.sync.member import INSTANCE, OWED, SNAPSHOT_LEFT, Member
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.revocations import all_that_hold, is_named, revocation_of
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.sync.transport import Transport
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.identity import Author, Genesis

_MOST = 1 << 20


class Deed(IntEnum):
    """The kinds of requests, in the order they are made."""

    #: An author's credential; of those who were shut out too, so that what they wrote before is taken.
    REGISTER = 1
    #: An author's revocation.
    REVOKE = 2
    #: All ledger keys, sealed to the owner's recovery key.
    KEYS = 3
    #: A snapshot, where the server has none: without one the phrase brings nothing back.
    SNAPSHOT = 4


def read(store: SyncStore) -> list[tuple[Deed, bytes]]:
    """Return what is owed, each with the author it is about; none for keys and snapshots."""
    packed = store.get(OWED)
    return [] if packed is None else [(Deed(d), who) for d, who in strict_cbor.loads(packed, most=_MOST)]


def owe(store: SyncStore, *deeds: tuple[Deed, bytes]) -> None:
    """Note what the server is to be told."""
    _write(store, sorted({*read(store), *deeds}))


def owe_everything(store: SyncStore, member: Member) -> None:
    """Note all that a server may lack which was put back to an older copy, or lost everything."""
    owe(store, (Deed.SNAPSHOT, b""))
    for row in store.authors():
        owe(store, (Deed.REGISTER, row.author))
        if row.revocation is not None and member.is_admin:
            owe(store, (Deed.REVOKE, row.author))
    if member.is_admin:
        owe(
            store, (Deed.KEYS, b""), *((Deed.REVOKE, device_id) for device_id in unmet(store, member.genesis))
        )


def pay(books: Books, member: Member, transport: Transport) -> None:
    """Tell the server what is owed but the snapshot. Raises ServerUnreachable; the rest stays owed then.

    What the server refuses for good is let go: to ask again would bring the same answer.
    """
    for deed, author in books.query(lambda session: read(SyncStore(session))):
        if deed is Deed.SNAPSHOT:
            continue
        row = books.query(_row, author)
        try:
            if row is None and deed is Deed.REVOKE:
                _tell_unmet(books, member, transport, author)
            else:
                _tell(member, transport, deed, row)
        except DeviceRevoked as refusal:
            if refusal.is_about(member.author):
                raise
        except UnknownToServer:
            raise
        except ServerRefused as refusal:
            if type(refusal) is not ServerRefused:
                raise
        books.execute(_paid, deed, author)


def _tell(member: Member, transport: Transport, deed: Deed, row: AuthorRow | None) -> None:
    if deed is Deed.KEYS:
        keys = member.secrets.keys
        transport.put_keys(keys.newest, keys.sealed_to(member.genesis.recovery))
    elif row is not None and deed is Deed.REGISTER:
        transport.register_epoch(row.credential)
    elif row is not None and row.revocation is not None and is_named(row, member.genesis):
        try:
            transport.revoke(Author(row.author), row.revocation)
        except UnknownToServer:
            transport.register_epoch(row.credential)
            transport.revoke(Author(row.author), row.revocation)


def _tell_unmet(books: Books, member: Member, transport: Transport, author: bytes) -> None:
    encoded = books.query(lambda session: unmet(SyncStore(session), member.genesis).get(author))
    if encoded is not None:
        transport.revoke(Author(author), encoded)


def unmet(store: SyncStore, genesis: Genesis) -> dict[bytes, bytes]:
    """Return what holds against devices that never came: it names the device as its own author."""
    held = [revocation_of(encoded, genesis) for encoded in all_that_hold(store, genesis)]
    return {bytes(one.author): one.encoded for one in held if bytes(one.author) == bytes(one.device_id)}


def leave_owed_snapshot(
    books: Books, member: Member, transport: Transport, progress: Progress | None = None
) -> None:
    """Leave the snapshot that is owed, unless the server has one by now. Only an admin's is believed."""
    if not member.is_admin:
        return
    if (Deed.SNAPSHOT, b"") not in books.query(lambda session: read(SyncStore(session))):
        return
    if transport.snapshots():
        books.execute(_paid, Deed.SNAPSHOT, b"")
    else:
        leave_snapshot(books, member, transport, progress)


def leave_snapshot(
    books: Books, member: Member, transport: Transport, progress: Progress | None = None
) -> None:
    """Leave a snapshot of this moment, unless the one left last is still of it."""
    now = books.query(_moment)
    if now != books.query(lambda session: SyncStore(session).get(SNAPSHOT_LEFT)):
        now_ms = int(books.clock.now().timestamp() * 1000)
        make_snapshot(books, member, transport, now_ms=now_ms, progress=progress)
    books.execute(_left, now)


def _moment(session: Session) -> bytes:
    store = SyncStore(session)
    return strict_cbor.dumps([store.get(INSTANCE), store.log_length()])


def _left(uow: UnitOfWork, moment: bytes) -> Outcome[None]:
    uow.sync.put(SNAPSHOT_LEFT, moment)
    return _paid(uow, Deed.SNAPSHOT, b"")


def _paid(uow: UnitOfWork, deed: Deed, author: bytes) -> Outcome[None]:
    owed = read(uow.sync)
    if (deed, author) in owed:
        _write(uow.sync, [one for one in owed if one != (deed, author)])
    return Outcome(None, frozenset())


def _row(session: Session, author: bytes) -> AuthorRow | None:
    return next((row for row in SyncStore(session).authors() if row.author == author), None)


def _write(store: SyncStore, owed: Sequence[tuple[Deed, bytes]]) -> None:
    store.put(OWED, strict_cbor.dumps([[int(deed), author] for deed, author in owed]))
