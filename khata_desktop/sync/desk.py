"""The sync of one book on this computer, as windows and commands ask for it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.config import user_data_dir
from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.names_from_outside import shown_name
from khata_desktop.domain.records import Entity
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.errors import DeviceRevoked, NoServerThere, NotSyncing, ServerUnreachable
from khata_desktop.sync.founding import found_ledger
from khata_desktop.sync.handing_over import acknowledged
from khata_desktop.sync.holding_back import confirm
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.loading import load_member
from khata_desktop.sync.member import (
    GENESIS,
    REGISTERED,
    SERVER,
    Member,
    Surroundings,
    device_of,
)
from khata_desktop.sync.owed import leave_snapshot
from khata_desktop.sync.receiver import Progress, Received
from khata_desktop.sync.revocations import shut_out_devices
from khata_desktop.sync.rounds import Step, keep_in_step
from khata_desktop.sync.sealer import count_unsealed, look_for_held_back
from khata_desktop.sync.told_out import is_told_out
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.sync.vaults import open_vault
from khata_desktop.wire.identity import Author, Role, read_credential, read_genesis

#: What every book calls the computer it was made on.
NAMELESS = "This computer"
_DEVICES = "SELECT id, name, series FROM devices"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLine:
    """One device of the ledger, in its newest epoch.

    Attributes:
        name: as one line of visible letters.
        author: what it is called by; of one that has not come, which has no author yet, the device's own id.
        has_come: whether it has shown itself since it was let in.
        heard_ms: when something of it was last received, Unix milliseconds; None for never, or for this one.
    """

    author: Author
    name: str
    series: str
    is_admin: bool
    is_this: bool
    is_shut_out: bool
    has_come: bool
    heard_ms: int | None


def surroundings(
    ask_passphrase: Callable[[], str | None] = lambda: None, *, passphrase: str | None = None
) -> Surroundings:
    """Return where this computer keeps its keys and marks. Raises PassphraseNeeded, KeyStoreFailed."""
    folder = user_data_dir() / "sync"
    vault = open_vault(folder, ask_passphrase, given=passphrase)
    return Surroundings(vault=vault, folder=folder, random=os.urandom)


def computer_name() -> str:
    """Return what this computer is called."""
    return socket.gethostname() or "Another computer"


def is_syncing(session: Session) -> bool:
    """Return whether sync is switched on for a book."""
    return SyncStore(session).get(GENESIS) is not None


def server_of(books: Books) -> str:
    """Return the address of a book's server. Raises NotSyncing."""
    url = books.query(lambda session: SyncStore(session).get(SERVER))
    if url is None:
        raise NotSyncing
    return url.decode()


class SyncDesk:
    """Sync of one open book; used by the thread that uses the book.

    Attributes:
        member: this device in its ledger.
        server: where its ledger lies.
        transport: this device's way there.
    """

    def __init__(self, books: Books, member: Member, server: HttpServer, account: str | None = None) -> None:
        self._books = books
        self.member = member
        self.server = server
        self.transport = HttpTransport(server, member, account_token=account)

    @classmethod
    def open(cls, books: Books, around: Surroundings) -> SyncDesk:
        """Return the desk of a book that syncs. Raises NotSyncing, KeysMissing, SyncError."""
        return cls(books, load_member(books, around), HttpServer(server_of(books)))

    @classmethod
    def switch_on(
        cls,
        books: Books,
        around: Surroundings,
        server_url: str,
        account: str | None = None,
        phrase: str | None = None,
    ) -> tuple[SyncDesk, str]:
        """Switch sync on and return the desk and the recovery phrase, which is kept nowhere.

        ``phrase`` is one of ``new_phrase`` that was written down before. Raises AlreadySyncing,
        NoServerThere or another ServerUnreachable (nothing is changed then), SyncError.
        """
        server = HttpServer(server_url)
        try:
            server.ask("GET", "/healthz")
        except ServerUnreachable as problem:
            if type(problem) is not ServerUnreachable:
                raise
            raise NoServerThere(server=server.url) from problem
        founded = found_ledger(books, around, server.url, phrase)
        books.execute(_name_own, founded.member)
        return cls(books, founded.member, server, account), founded.phrase

    def close(self) -> None:
        """Close the connections."""
        self.server.close()

    def keep_in_step(self, progress: Progress | None = None) -> Step:
        """Do one round. Raises ServerUnreachable, DeviceRevoked, ServerRefused, StorageError."""
        return keep_in_step(self._books, self.member, self.transport, progress=progress)

    def leave_snapshot(self, progress: Progress | None = None) -> None:
        """Leave a snapshot with the server, so that a phrase alone brings everything back."""
        leave_snapshot(self._books, self.member, self.transport, progress)

    def go_by_file(self, path: Path, progress: Progress | None = None) -> Received:
        """Keep in step by a file on a stick. Raises DeviceRevoked where we were shut out."""
        received = sync_by_file(self._books, self.member, path, progress=progress)
        if self._books.query(is_told_out, self.member):
            raise DeviceRevoked(self.member.author)
        return received

    def devices(self) -> list[DeviceLine]:
        """Return the devices of the ledger, this one first."""
        return self._books.query(_devices, self.member)

    def unsent(self) -> int:
        """Return how many entries of this device have not reached the server."""
        return self._books.query(_unsent, self.member)

    def held_back(self) -> int:
        """Return how many deletions and voids wait for somebody's yes before they are sent."""
        held = self._books.query(
            lambda session: look_for_held_back(SyncStore(session), self._books.device_id)
        )
        return held.records + held.vouchers if held is not None else 0

    def send_deletions(self) -> None:
        """Say yes: what was held back goes out with the next round. Raises NotAllowed."""
        self._books.execute(confirm)

    def rename(self, author: Author, name: str) -> None:
        """Call a device something else. Raises NameRequired, NotAllowed."""
        self._books.execute(_rename, author, name, self.member)

    def shut_out(self, author: Author) -> None:
        """Shut a device out, here, at the server and for all others. Raises NotAdmin, SyncError."""
        shut_out_device(self._books, self.member, author, now_ms=self._now_ms())
        # The server is told within the round; where it cannot be reached, within the next that goes through.
        self.keep_in_step()

    def move_to(self, server_url: str) -> None:
        """Keep in step through another server from now on."""

        def move(uow: UnitOfWork) -> Outcome[None]:
            uow.sync.put(SERVER, server_url.rstrip("/").encode())
            # The other server is told who we are anew.
            uow.sync.put(REGISTERED, b"")
            return Outcome(None, frozenset())

        self._books.execute(move)
        self.server.close()
        self.server = HttpServer(server_url)
        self.transport = HttpTransport(self.server, self.member)

    def _now_ms(self) -> int:
        return int(self._books.clock.now().timestamp() * 1000)


def _unsent(session: Session, member: Member) -> int:
    store = SyncStore(session)
    unsealed = count_unsealed(store, member.device)
    batches = store.changesets_after(member.author, acknowledged(store).get(member.author, 0), 1_000)
    return unsealed + len(batches)


def _name_own(uow: UnitOfWork, member: Member) -> Outcome[None]:
    # To the others it is not "this computer".
    if uow.device_name() in ("", NAMELESS):
        uow.change_record(Entity.DEVICE, member.device, {"name": computer_name()})
    return Outcome(None, EVERYTHING)


def _rename(uow: UnitOfWork, author: Author, name: str, member: Member) -> Outcome[None]:
    uow.require(Right.EDIT_BUSINESS)
    rows = [row for row in uow.sync.authors() if row.author == author]
    # One that has not come is called by its own id.
    device = device_of(read_credential(rows[0].credential, member.genesis)) if rows else DeviceId(author)
    uow.change_record(Entity.DEVICE, device, {"name": name})
    return Outcome(None, EVERYTHING)


def _devices(session: Session, member: Member) -> list[DeviceLine]:
    store = SyncStore(session)
    genesis = read_genesis(store.get(GENESIS) or member.genesis.encoded)
    recorded = {row[0]: (shown_name(str(row[1] or "")), str(row[2])) for row in session.execute(_DEVICES)}
    newest: dict[bytes, DeviceLine] = {}
    epochs: dict[bytes, int] = {}
    met: set[bytes] = set()
    for row in store.authors():
        credential = read_credential(row.credential, genesis)
        met |= {row.device_id, device_of(credential)}
        if credential.epoch < epochs.get(row.device_id, 0):
            continue
        epochs[row.device_id] = credential.epoch
        newest[row.device_id] = DeviceLine(
            author=credential.author,
            name=recorded.get(device_of(credential), ("", ""))[0],
            series=credential.series,
            is_admin=credential.role is Role.ADMIN,
            # A copy of this book on this computer is another epoch of the same device.
            is_this=credential.device_id == member.credential.device_id,
            is_shut_out=row.revocation is not None,
            has_come=True,
            heard_ms=row.heard_at,
        )
    out = shut_out_devices(store, genesis)
    for device_id in recorded.keys() - met:
        # Letting it in wrote its record and gave it the keys, whether it ever came or not.
        name, series = recorded[device_id]
        newest[device_id] = DeviceLine(
            author=Author(device_id),
            name=name,
            series=series,
            is_admin=False,
            is_this=False,
            is_shut_out=device_id in out,
            has_come=False,
            heard_ms=None,
        )
    return sorted(newest.values(), key=lambda line: (not line.is_this, line.series))
