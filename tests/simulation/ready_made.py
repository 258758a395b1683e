"""A shop of six devices that have met already, made once a process and copied for each seed."""

from __future__ import annotations

import shutil
import tempfile
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import DeviceId, ItemId, PartyId, SeededIds
from khata_desktop.services.books import Books
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.founding import found_ledger, fresh_secrets
from khata_desktop.sync.joining import Joining, join
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.rounds import keep_in_step
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.pairing import Offer
from tests.reports.shop import Shopkeeper
from tests.simulation.disk import fragile_surroundings
from tests.simulation.server import SimServer
from tests.sync.servers import MemoryServer

MOST_DEVICES = 6
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = date(2026, 3, 2)
LETTERS = "ABCDEF"


@dataclass(frozen=True)
class ReadyMade:
    """The shop as it stands when a simulation begins; nobody may write to it.

    Attributes:
        folder: with one book and one folder of marks a letter.
        kept: what the key store of each letter holds.
    """

    folder: Path
    kept: dict[str, dict[str, bytes]]
    server: MemoryServer
    parties: tuple[PartyId, ...]
    items: tuple[ItemId, ...]

    def copy_to(self, folder: Path, letter: str) -> Path:
        """Copy what lies on one device's disk and return its book."""
        shutil.copytree(self.folder / f"marks-{letter}", folder / f"marks-{letter}")
        return Path(shutil.copyfile(self.folder / f"{letter}.ready", folder / f"{letter}.khata"))

    def new_server(self, chance: Random) -> SimServer:
        """Return a server that holds what this one does."""
        return SimServer(copy(self.server), chance)


def fast_folder() -> str | None:
    """Return a folder in memory where there is one: the simulator commits a hundred times a second."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() else None


@lru_cache(maxsize=1)
def ready_made() -> ReadyMade:
    """Make the shop; the same each time, whatever the seed."""
    holder = tempfile.TemporaryDirectory(prefix="khata-ready-made-", dir=fast_folder())
    _HOLDERS.append(holder)
    return _make(Path(holder.name))


#: Keeps the folder until the process ends.
_HOLDERS: list[tempfile.TemporaryDirectory[str]] = []


def _make(folder: Path) -> ReadyMade:
    chance = Random("a ready-made shop")
    moment = BEGIN - timedelta(days=1)
    clock = Clock(lambda: moment)
    ids = SeededIds("a ready-made shop", clock.now)
    kept: dict[str, dict[str, bytes]] = {letter: {} for letter in LETTERS}

    def around(letter: str) -> Surroundings:
        return fragile_surroundings(folder / f"marks-{letter}", chance, kept[letter])

    with Books.create(folder / "A.khata", name="Shop", currency_code="PKR", clock=clock, new_id=ids) as first:
        keeper = Shopkeeper(first)
        parties = tuple(keeper.party(name) for name in ("Aslam", "Bano", "Chanda", "Dilawar"))
        items = tuple(keeper.item(name, unit="kg", price_e4=1_500_000) for name in ("Sugar", "Rice", "Tea"))
        for item in items:
            keeper.bring_in(DAY, 100_000, item_id=item, quantity_milli=50_000)
        for number, party in enumerate(parties):
            keeper.gave(DAY, 10_000 + number, party)
        member = found_ledger(first, around("A"), "memory:").member
        server = MemoryServer(member.genesis)
        transport = server.for_device()
        keep_in_step(first, member, transport)
        for letter in LETTERS[1:]:
            secrets = fresh_secrets(around(letter), LedgerKeys({}))
            offer = Offer(
                device_id=DeviceId(ids()), identity=secrets.identity.public, box=secrets.box.public,
                name=f"Till {letter}",
            )  # fmt: skip
            certificate = certify(first, member, offer, now_ms=0)
            keep_in_step(first, member, transport)
            manifest = make_snapshot(first, member, transport, now_ms=0)
            answer = answer_to(first, member, certificate, offer.box, manifest)
            new = admitted(answer, secrets, around(letter))
            joining = Joining(manifest=answer.manifest, server_url="memory:")
            with join(folder / f"{letter}.khata", new, joining, transport.get_blob, clock=clock) as books:
                keep_in_step(books, new, server.for_device())
    for letter in LETTERS:
        # The marks name the books as they were called: what is copied from here was moved, and is no copy.
        (folder / f"{letter}.khata").rename(folder / f"{letter}.ready")
    return ReadyMade(folder, kept, server, parties, items)
