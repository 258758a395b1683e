"""Tidying by itself while the server runs. Several processes need not agree: what is gone stays gone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable

from khata_desktop.server.errors import Unavailable

log = logging.getLogger(__name__)


class Housekeeper:
    """Calls ``tidy`` every so many hours, first after a part of that. Lives on the event loop.

    ``tidy`` is given a question that says whether to go on.
    """

    def __init__(self, tidy: Callable[[Callable[[], bool]], object], hours: float) -> None:
        self._tidy, self._seconds = tidy, hours * 3600
        self._task: asyncio.Task[None] | None = None
        self._stop: asyncio.Event | None = None

    def start(self) -> None:
        """Begin, unless it is never to."""
        if self._seconds:
            self._stop = asyncio.Event()
            self._task = asyncio.get_running_loop().create_task(self._run(self._stop))

    async def stop(self) -> None:
        """End, soon."""
        if self._task is not None and self._stop is not None:
            self._stop.set()
            await self._task

    async def _run(self, stop: asyncio.Event) -> None:
        # Processes that were started together do not all begin at once, and none while it starts.
        pause = self._seconds * random.uniform(0.02, 0.2)
        while not stop.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await stop.wait()
            pause = self._seconds
            if not stop.is_set():
                await self._tidy_once(stop)

    async def _tidy_once(self, stop: asyncio.Event) -> None:
        try:
            await asyncio.to_thread(self._tidy, lambda: not stop.is_set())
        except Unavailable:
            log.warning("tidying ended early: the database or the blobs could not be reached")
        except Exception:
            log.exception("tidying failed")
