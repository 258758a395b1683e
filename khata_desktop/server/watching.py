"""Telling devices at once that there is news. Only a hint: what is missed here, the next pull brings."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select

from khata_desktop.server.access import Caller
from khata_desktop.server.database import Database
from khata_desktop.server.errors import Busy, Unavailable, Unknown
from khata_desktop.server.tables import ledgers
from khata_desktop.wire.identity import Author, LedgerId

log = logging.getLogger(__name__)

#: How often the database is asked what other processes took in, while anyone waits.
_LOOK_SECONDS = 1.0
#: More than its windows need, and what it asked before its network failed.
_MOST_OF_DEVICE = 16


class Watch:
    """Those who wait for news of their ledgers. Lives on the event loop; ``announce`` is for any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[LedgerId, set[asyncio.Future[int]]] = {}
        self._of_device: Counter[tuple[LedgerId, Author]] = Counter()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._looking: asyncio.Task[None] | None = None
        self._stopped = False

    def start(self) -> None:
        """Begin; called on the event loop."""
        self._loop = asyncio.get_running_loop()
        self._looking = self._loop.create_task(self._look())

    async def wait(self, caller: Caller, after: int, seconds: float) -> int:
        """Return the ledger's position once it is beyond ``after``, or as it is when the time is up.

        Raises Busy for a device that waits many times over: each holds a connection. Raises Unknown.
        """
        device = caller.ledger_id, caller.author
        if self._of_device[device] >= _MOST_OF_DEVICE:
            raise Busy
        self._of_device[device] += 1
        try:
            return await self._wait(caller.ledger_id, after, seconds)
        finally:
            self._of_device[device] -= 1
            if not self._of_device[device]:
                del self._of_device[device]

    async def _wait(self, ledger_id: LedgerId, after: int, seconds: float) -> int:
        waiter: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        # First in the list, then the look: nothing can come in between unseen.
        self._waiting.setdefault(ledger_id, set()).add(waiter)
        try:
            position = (await asyncio.to_thread(self._positions, [ledger_id])).get(ledger_id)
            if position is None:
                raise Unknown
            if position > after or self._stopped:
                return position
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    while position <= after and not self._stopped:
                        position = max(position, await waiter)
                        waiter = self._again(ledger_id, waiter)
            return position
        finally:
            self._forget(ledger_id, waiter)

    def waiting(self) -> int:
        """Return how many wait."""
        return sum(len(waiters) for waiters in list(self._waiting.values()))

    def announce(self, positions: Mapping[LedgerId, int]) -> None:
        """Tell those who wait where these ledgers are now."""
        if self._loop is not None and self._waiting:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
                self._loop.call_soon_threadsafe(self._tell, positions)

    def release(self) -> None:
        """Answer everyone now, and from now on: the server is stopping. Called on the event loop."""
        self._stopped = True
        self._tell(dict.fromkeys(self._waiting, 0))

    async def stop(self) -> None:
        """End."""
        self.release()
        if self._looking is not None:
            self._looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._looking

    def _again(self, ledger_id: LedgerId, told: asyncio.Future[int]) -> asyncio.Future[int]:
        self._forget(ledger_id, told)
        waiter: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(ledger_id, set()).add(waiter)
        return waiter

    def _forget(self, ledger_id: LedgerId, waiter: asyncio.Future[int]) -> None:
        waiters = self._waiting.get(ledger_id, set())
        waiters.discard(waiter)
        if not waiters:
            self._waiting.pop(ledger_id, None)

    def _tell(self, positions: Mapping[LedgerId, int]) -> None:
        for ledger_id, position in positions.items():
            for waiter in self._waiting.get(ledger_id, ()):
                if not waiter.done():
                    waiter.set_result(position)

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if self._waiting:
                # The database fails elsewhere too, and is reported there.
                with contextlib.suppress(Unavailable):
                    self._tell(await asyncio.to_thread(self._positions, list(self._waiting)))

    def _positions(self, of: list[LedgerId]) -> dict[LedgerId, int]:
        with self._database.reading() as connection:
            rows = connection.execute(
                select(ledgers.c.ledger_id, ledgers.c.position).where(ledgers.c.ledger_id.in_(of))
            )
            return {LedgerId(ledger_id): position for ledger_id, position in rows}
