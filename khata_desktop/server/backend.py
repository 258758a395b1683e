"""What the requests of one process share. Nothing in it but caches: any process can answer any request."""

from __future__ import annotations

from khata_desktop.domain.clock import Clock
from khata_desktop.server.access import Gatekeeper
from khata_desktop.server.blobs import Blobs
from khata_desktop.server.committer import Committer
from khata_desktop.server.database import Database
from khata_desktop.server.pushing import SignatureChecker
from khata_desktop.server.settings import Settings
from khata_desktop.server.watching import Watch


class Backend:
    """The parts of a running server.

    Attributes:
        stopping: set when it is about to end; a balancer is told to send nothing more.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.gatekeeper = Gatekeeper(settings.secret, clock)
        self.database = Database(settings.database_url)
        self.database.migrate()
        self.blobs = Blobs(settings.blobs_url)
        self.watch = Watch(self.database)
        self.signatures = SignatureChecker(self.database)
        self.committer = Committer(self.database, self.gatekeeper.now_ms, self.watch.announce)
        self.stopping = False

    def now_ms(self) -> int:
        """Return Unix milliseconds."""
        return self.gatekeeper.now_ms()

    def begin_to_stop(self) -> None:
        """Let go of everyone who waits; on the event loop."""
        self.stopping = True
        self.watch.release()

    async def stop(self) -> None:
        """End, with everything that was accepted made durable."""
        self.stopping = True
        await self.watch.stop()
        self.committer.close()
        self.database.close()
