"""One more computer, which joins by a snapshot in the middle of the day, over the same bad network."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import DeviceId
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.founding import fresh_secrets
from khata_desktop.sync.joining import Joining, join
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.pairing import Offer
from tests.simulation.device import SimDevice
from tests.simulation.disk import fragile_surroundings
from tests.simulation.network import SimTransport
from tests.simulation.ready_made import BEGIN


class Newcomer:
    """A computer on its way into the shop; what it has taken over so far stays on its disk."""

    def __init__(self, path: Path, transport: SimTransport, chance: Random) -> None:
        self.path, self.transport = path, transport
        self.around = fragile_surroundings(path.with_suffix(".marks"), chance, {})
        self._secrets = fresh_secrets(self.around, LedgerKeys({}))
        self._offer = Offer(
            device_id=DeviceId(chance.randbytes(16)), identity=self._secrets.identity.public,
            box=self._secrets.box.public, name="Till G",
        )  # fmt: skip

    def try_to_join(self, admin: SimDevice, now_ms: int) -> None:
        """Be certified by the admin's device and take over a snapshot. Raises SyncError, Crash, DiskFull."""
        moment = BEGIN + timedelta(milliseconds=now_ms)
        certificate = certify(admin.books, admin.member, self._offer, now_ms=now_ms)
        admin.step()
        manifest = make_snapshot(admin.books, admin.member, admin.transport, now_ms=now_ms)
        answer = answer_to(admin.books, admin.member, certificate, self._offer.box, manifest)
        new = admitted(answer, self._secrets, self.around)
        joining = Joining(manifest=answer.manifest, server_url="memory:")
        join(self.path, new, joining, self.transport.fetch, clock=Clock(lambda: moment)).close()
