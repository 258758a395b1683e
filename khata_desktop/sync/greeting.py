"""Greeting a server: it says how far it is; one that lost what it held is told again who we all are."""

from __future__ import annotations

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import owed
from khata_desktop.sync.errors import DeviceRevoked, UnknownToServer
from khata_desktop.sync.handing_over import acknowledged, lost_by, put_acknowledged
from khata_desktop.sync.member import INSTANCE, REGISTERED, Member
from khata_desktop.sync.missing import forget_missing
from khata_desktop.sync.transport import ServerHeads, Transport
from khata_desktop.wire.identity import Role, read_credential


def greet(books: Books, member: Member, transport: Transport) -> ServerHeads:
    """Return how far the server is.

    Asked before anything is fetched, so that nothing it names can have come later than what we fetch. A
    server that does not know us, or none of our books, is told; another instance than before is owed
    everything.
    """
    try:
        register(books, member, transport)
        heads = transport.heads()
    except UnknownToServer:
        _make_known(books, member, transport)
        heads = transport.heads()
    books.execute(_note_instance, member, heads)
    return heads


def register(books: Books, member: Member, transport: Transport) -> None:
    """Make our present epoch known, once."""
    if books.query(lambda session: SyncStore(session).get(REGISTERED)) != member.author:
        transport.register_epoch(member.credential.encoded)
        books.execute(_put, REGISTERED, member.author)


def _make_known(books: Books, member: Member, transport: Transport) -> None:
    """Found the ledger where the server has none, and make us known there.

    An admin's credential founds it, whoever brings it: the owner's root key has signed it. Raises
    UnknownToServer where this book holds none that the server takes.
    """
    try:
        transport.register_epoch(member.credential.encoded)
    except UnknownToServer:
        for credential in books.query(_founders, member):
            try:
                transport.found_ledger(credential)
                break
            except DeviceRevoked:
                continue
        else:
            raise
        transport.register_epoch(member.credential.encoded)
    books.execute(_put, REGISTERED, member.author)


def _founders(session: Session, member: Member) -> list[bytes]:
    """Return the credentials of admins that the owner certified, our own first."""
    found = []
    for row in SyncStore(session).authors():
        credential = read_credential(row.credential, member.genesis)
        if row.revocation is None and credential.role is Role.ADMIN and credential.issued_by is None:
            found.append((credential.author != member.author, row.credential))
    return [credential for _, credential in sorted(found)]


def _note_instance(uow: UnitOfWork, member: Member, server: ServerHeads) -> Outcome[None]:
    store = uow.sync
    known = store.get(INSTANCE)
    if known == server.instance:
        return Outcome(None, frozenset())
    store.put(INSTANCE, server.instance)
    # A server that was openly put back owes us no more than it says it holds.
    forget_missing(store)
    lost = lost_by(server, acknowledged(store))
    if lost:
        put_acknowledged(store, {**acknowledged(store), **lost})
    if known is not None:
        owed.owe_everything(store, member)
    return Outcome(None, frozenset())


def _put(uow: UnitOfWork, key: str, value: bytes) -> Outcome[None]:
    uow.sync.put(key, value)
    return Outcome(None, frozenset())
