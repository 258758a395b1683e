"""What the requests of one process share. Nothing in it but caches: any process can answer any request."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from limits import RateLimitItemPerDay, parse

from khata_desktop.domain.clock import Clock
from khata_desktop.server.access import Gatekeeper
from khata_desktop.server.accounts import Accounts
from khata_desktop.server.blobs import Blobs
from khata_desktop.server.committer import Committer
from khata_desktop.server.database import Database
from khata_desktop.server.housekeeping import Housekeeper
from khata_desktop.server.limiting import Limiter
from khata_desktop.server.messages import Messenger
from khata_desktop.server.metrics import Metrics
from khata_desktop.server.one_time_codes import Codes
from khata_desktop.server.pushing import SignatureChecker
from khata_desktop.server.registry import start_new_instance
from khata_desktop.server.room import Room
from khata_desktop.server.settings import Settings
from khata_desktop.server.tidying import Tidied, tidy
from khata_desktop.server.watching import Watch

_READY_SECONDS = 2.0


class Backend:
    """The parts of a running server.

    Attributes:
        stopping: set when it is about to end; a balancer is told to send nothing more.
        messages_a_day: how many reminders a ledger may send.
        entering: how many new ledgers one address may enter.
        room: how much a ledger may keep.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.gatekeeper = Gatekeeper(settings.secret, clock)
        self.limiter = Limiter(settings.limits_url)
        self.accounts = Accounts(settings.secret, clock, self.limiter)
        self.codes = Codes(settings.secret, clock, self.limiter)
        self.metrics = Metrics()
        self.messenger = Messenger(settings.sms, self.metrics.message)
        self.messages_a_day = RateLimitItemPerDay(settings.messages_a_day)
        self.entering = parse(settings.limit_entering)
        self.database = Database(settings.database_url)
        self.database.open()
        self.blobs = Blobs(settings.blobs_url)
        self.watch = Watch(self.database)
        self.signatures = SignatureChecker(self.database)
        self.room = Room(settings.ledger_megabytes * 1_000_000)
        self.committer = Committer(
            self.database, self.room, self.gatekeeper.now_ms, self.watch.announce, self.metrics.committed
        )
        self.metrics.watch(
            "khata_pushes_waiting", "Pushes the committer has not begun with.", self.committer.waiting
        )
        self.metrics.watch("khata_waiting_for_news", "Devices that wait for news.", self.watch.waiting)
        self._housekeeper = Housekeeper(self.tidy, settings.tidy_hours)
        self._ready, self._ready_until = False, 0.0
        self.stopping = False

    def now_ms(self) -> int:
        """Return Unix milliseconds."""
        return self.gatekeeper.now_ms()

    def start(self) -> None:
        """Begin what goes on by itself; on the event loop."""
        self.watch.start()
        self._housekeeper.start()

    async def is_ready(self) -> bool:
        """Return whether requests can be answered: database and blobs are there, no stop is under way.

        Asked often, it looks only every other second: the question is open to all.
        """
        if monotonic() >= self._ready_until:
            self._ready = await self.database.is_ready_soon() and await self.blobs.is_ready()
            self._ready_until = monotonic() + _READY_SECONDS
        return self._ready and not self.stopping

    def tidy(self, go_on: Callable[[], bool] = lambda: True) -> Tidied:
        """Clear away what has expired, until ``go_on`` says no. Raises Unavailable."""
        return tidy(
            self.database,
            self.blobs,
            now_ms=self.now_ms(),
            blob_days=self.settings.blob_days,
            go_on=go_on,
        )

    def was_restored(self) -> None:
        """Tell every device to compare: the database was restored from a backup. Raises Unavailable."""
        self.database.write(start_new_instance)

    def begin_to_stop(self) -> None:
        """Let go of everyone who waits; on the event loop."""
        self.stopping = True
        self.watch.release()

    async def stop(self) -> None:
        """End, with everything that was accepted made durable."""
        self.stopping = True
        await self._housekeeper.stop()
        await self.watch.stop()
        await self.limiter.close()
        self.close()

    def close(self) -> None:
        """End what was never started."""
        self.committer.close()
        self.database.close()
