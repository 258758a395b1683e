"""Running the server: in the foreground for ``khata serve``, in a thread for a hub inside the desktop."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn

from khata_desktop.domain.clock import Clock
from khata_desktop.server.app import create_app
from khata_desktop.server.backend import Backend
from khata_desktop.server.connections import Doorkeeper, patient
from khata_desktop.server.errors import CannotStart, Unavailable
from khata_desktop.server.logs import write_lines
from khata_desktop.server.metrics import MetricsServer
from khata_desktop.server.settings import Settings
from khata_desktop.server.starting import listening_socket
from khata_desktop.server.tidying import Tidied

log = logging.getLogger(__name__)

_STOP_SECONDS, _SEE_OFF_SECONDS = 20, 0.1
_BACKLOG, _FILES = 2048, 65_536
TURN_SECONDS = 0.0005


class RunningServer(uvicorn.Server):
    """The server on its port. It listens from birth; requests are answered once it serves.

    Making it raises SettingRefused and CannotStart.

    Attributes:
        port: the true one, also where 0 was asked for.
        metrics_port: the one of the figures, where there is one.
        backend: what its requests share.
    """

    def __init__(
        self, settings: Settings, host: str = "127.0.0.1", port: int = 0, *, clock: Clock | None = None
    ) -> None:
        self._socket = listening_socket(host, port, _BACKLOG)
        try:
            app = create_app(settings, clock=clock)
        except BaseException:
            self._socket.close()
            raise
        self.backend: Backend = app.state.backend
        self.metrics_port: int | None = None
        self._metrics: MetricsServer | None = None
        if settings.metrics_port is not None:
            try:
                self._metrics = self.backend.metrics.serve(settings.metrics_host, settings.metrics_port)
            except BaseException:
                self._socket.close()
                self.backend.close()
                raise
            self.metrics_port = self._metrics.port
        self.port: int = self._socket.getsockname()[1]
        self._up = threading.Event()
        self._thread: threading.Thread | None = None
        super().__init__(
            uvicorn.Config(
                app,
                http=patient(settings.body_seconds, Doorkeeper(settings.connections_each, settings.proxies)),
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=True,
                forwarded_allow_ips=settings.proxies,
                backlog=_BACKLOG,
                timeout_graceful_shutdown=_STOP_SECONDS,
            )
        )

    def serve_until_stopped(self) -> None:
        """Answer requests until ``stop``, or SIGINT or SIGTERM where this is the main thread."""
        self.run(sockets=[self._socket])

    def start_in_thread(self) -> None:
        """Answer requests in a thread of its own; return once it does."""
        self._thread = threading.Thread(target=self.serve_until_stopped, name="server", daemon=True)
        self._thread.start()
        while not self._up.wait(0.05):
            if not self._thread.is_alive():
                raise RuntimeError("the server ended while it started")

    def stop(self) -> None:
        """End gracefully: requests under way are answered first. From any thread."""
        self.should_exit = True
        if self._thread is not None:
            self._thread.join()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go of who only waits for news, so that the stop need not wait for them."""
        self.backend.begin_to_stop()
        seeing_off = asyncio.create_task(self._see_off())
        try:
            await super().shutdown(sockets)
        finally:
            seeing_off.cancel()
        if self._metrics is not None:
            self._metrics.stop()

    async def _see_off(self) -> None:
        """Let go also of who was still at the door when the others were let go of."""
        while True:
            for connection in list(self.server_state.connections):
                if not connection.transport.is_closing():
                    connection.shutdown()
            await asyncio.sleep(_SEE_OFF_SECONDS)


def serve(
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 8765,
    *,
    restored: bool = False,
    started: Callable[[int], None] | None = None,
) -> None:
    """Serve until told to stop by a signal, which is a good end. Raises SettingRefused, CannotStart.

    ``restored`` says that the database is one from a backup; ``started`` is told the port.
    """
    write_lines(settings.log_level)
    # The writing thread gives up its turn at every statement; with Python's own 5 ms it would wait so long
    # for the next one whenever the server is busy.
    sys.setswitchinterval(TURN_SECONDS)
    server = RunningServer(settings, host, port)
    server.backend.blobs.check()
    if restored:
        try:
            server.backend.was_restored()
        except Unavailable as problem:
            raise CannotStart(problem="the database can no longer be reached; start again") from problem
        log.warning("the database was restored; every device is told to compare")

    def stop(_number: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    # Once it has ended, uvicorn raises the signal again for whoever was there before: without this the
    # process would seem to have been killed.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    _take_all_files()
    # What is here now stays: the collector need not look through it again, which would hold all up for long.
    gc.collect()
    gc.freeze()
    if started is not None:
        started(server.port)
    log.info("listening on port %d", server.port)
    server.serve_until_stopped()
    log.info("stopped")


def _take_all_files() -> None:
    """Let the process have as many connections as the system would give it; few by default."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # there is none on Windows, nor such a limit

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
        if soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def tidy_once(settings: Settings) -> Tidied:
    """Clear away what has expired, and end. Raises SettingRefused, CannotStart, Unavailable."""
    write_lines(settings.log_level)
    backend = Backend(settings, Clock())
    try:
        backend.blobs.check()
        return backend.tidy()
    finally:
        backend.close()
