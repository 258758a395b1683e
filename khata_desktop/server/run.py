"""Running the server: in the foreground for ``khata serve``, in a thread for a hub inside the desktop."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Callable

import uvicorn

from khata_desktop.domain.clock import Clock
from khata_desktop.server.app import create_app
from khata_desktop.server.backend import Backend
from khata_desktop.server.connections import patient
from khata_desktop.server.settings import Settings

_STOP_SECONDS = 20
_BACKLOG = 2048
_TURN_SECONDS = 0.0005


class RunningServer(uvicorn.Server):
    """The server on its port. It listens from birth; requests are answered once it serves.

    Making it raises SettingRefused, Unavailable, and OSError where the port is taken.

    Attributes:
        port: the true one, also where 0 was asked for.
        backend: what its requests share.
    """

    def __init__(
        self, settings: Settings, host: str = "127.0.0.1", port: int = 0, *, clock: Clock | None = None
    ) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family, backlog=_BACKLOG)
        try:
            app = create_app(settings, clock=clock)
        except BaseException:
            self._socket.close()
            raise
        self.backend: Backend = app.state.backend
        self.port: int = self._socket.getsockname()[1]
        self._up = threading.Event()
        self._thread: threading.Thread | None = None
        super().__init__(
            uvicorn.Config(
                app,
                http=patient(settings.body_seconds),
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
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
        await super().shutdown(sockets)


def serve(
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 8765,
    *,
    started: Callable[[int], None] | None = None,
) -> None:
    """Serve until told to stop by a signal; ``started`` is told the port. Raises SettingRefused, OSError."""
    # The writing thread gives up its turn at every statement; with Python's own 5 ms it would wait so long
    # for the next one whenever the server is busy.
    sys.setswitchinterval(_TURN_SECONDS)
    server = RunningServer(settings, host, port)
    if started is not None:
        started(server.port)
    server.serve_until_stopped()
