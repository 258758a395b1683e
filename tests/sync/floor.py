"""A shop floor: several devices with real books and real files, around one server in memory."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.sync_store import Alarm, SyncStore
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.founding import found_ledger, fresh_secrets
from khata_desktop.sync.joining import Joining, join
from khata_desktop.sync.loading import load_member
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.rounds import Step, keep_in_step
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.sync.transport import Transport
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.pairing import Offer
from tests.reports.shop import Shopkeeper
from tests.sync.servers import MemoryServer

DAY = date(2026, 3, 2)


class MemoryVault:
    """Keeps secrets for as long as a test runs."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def save(self, name: str, packed: bytes) -> None:
        self.kept[name] = packed

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


@dataclass
class Time:
    """A clock that stands still until it is moved; a device may have one of its own."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))

    def clock(self) -> Clock:
        return Clock(lambda: self.moment)

    def pass_(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclass
class Device:
    """One computer of the shop."""

    books: Books
    member: Member
    transport: Transport
    keeper: Shopkeeper

    def step(self) -> Step:
        return keep_in_step(self.books, self.member, self.transport)

    def reopen(self) -> None:
        """Open the book again, as after the computer was switched on."""
        self.books = Books.open(self.books.path, clock=self.books.clock)
        self.member, self.keeper = load_member(self.books, self.member.around), Shopkeeper(self.books)

    def digest(self) -> bytes:
        return self.books.query(book_digest)

    def alarms(self) -> list[Alarm]:
        return self.books.query(lambda session: list(SyncStore(session).alarms()))


class Floor:
    """Makes the devices. The first founds the ledger, the others join it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.time = folder, Time()
        self.server: MemoryServer | None = None
        self.devices: list[Device] = []
        self.phrase = ""

    def first(self, *, before: int = 0) -> Device:
        """Return the first device; it had some entries before sync was switched on."""
        books = Books.create(
            self.folder / "A.khata", name="Shop", currency_code="PKR", clock=self.time.clock()
        )
        keeper = Shopkeeper(books)
        parties = [keeper.party(f"Customer {number}") for number in range(min(before, 7))]
        for number in range(before):
            keeper.gave(DAY, 100 + number, parties[number % 7])
        around = Surroundings(vault=MemoryVault(), folder=self.folder / "marks-A", random=os.urandom)
        founded = found_ledger(books, around, "memory:")
        self.server, self.phrase = MemoryServer(founded.member.genesis), founded.phrase
        device = Device(books, founded.member, self.server.for_device(), keeper)
        self.devices.append(device)
        device.step()
        return device

    def another(self) -> Device:
        """Return a device that the first admits."""
        assert self.server is not None
        admin, letter = self.devices[0], chr(ord("A") + len(self.devices))
        around = Surroundings(vault=MemoryVault(), folder=self.folder / f"marks-{letter}", random=os.urandom)
        secrets = fresh_secrets(around, LedgerKeys({}))
        offer = Offer(
            device_id=DeviceId(new_id()), identity=secrets.identity.public, box=secrets.box.public,
            name=f"Till {letter}",
        )  # fmt: skip
        certificate = certify(admin.books, admin.member, offer, now_ms=0)
        admin.step()
        manifest = make_snapshot(admin.books, admin.member, admin.transport, now_ms=0)
        answer = answer_to(admin.books, admin.member, certificate, offer.box, manifest)
        member = admitted(answer, secrets, around)
        transport = self.server.for_device()
        joining = Joining(manifest=answer.manifest, server_url="memory:")
        books = join(
            self.folder / f"{letter}.khata", member, joining, transport.get_blob, clock=self.time.clock()
        )
        device = Device(books, member, transport, Shopkeeper(books))
        self.devices.append(device)
        device.step()
        return device

    def settle(self, rounds: int = 3) -> None:
        """Let everybody keep in step until nothing is left to tell."""
        for _ in range(rounds):
            for device in self.devices:
                device.step()

    def close(self) -> None:
        for device in self.devices:
            device.books.close()
