"""A network between a device and its server that drops, delays, cuts and repeats, by one seed."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time


class BadNetwork:
    """A TCP proxy on a port of its own. While ``bad`` it does its worst; otherwise it only passes on."""

    def __init__(self, target: int, seed: int) -> None:
        self._target = target
        self._random = random.Random(seed)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.bad = True
        self.down = False
        #: Takes calls, and passes nothing on meanwhile.
        self.hangs = False
        self.faults = 0
        self._closing = False
        threading.Thread(target=self._accept, name="bad network", daemon=True).start()

    def retarget(self, port: int) -> None:
        """Lead to another port, as after the server was started again."""
        self._target = port

    def close(self) -> None:
        """Pass nothing on any more."""
        self._closing = True
        self._listener.close()

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        fate = self._random.random() if self.bad else 1.0
        with client, contextlib.suppress(OSError):
            if self.down or fate < 0.1:
                self.faults += 1
                return
            if fate < 0.3:
                self.faults += 1
                time.sleep(self._random.random() * 0.2)
            with socket.create_connection(("127.0.0.1", self._target), timeout=5) as server:
                if not self.bad:
                    server.settimeout(None)
                cut_up = self._random.randrange(20_000) if 0.3 <= fate < 0.45 else None
                cut_down = self._random.randrange(20_000) if 0.45 <= fate < 0.6 else None
                kept: list[bytes] | None = [] if 0.6 <= fate < 0.75 else None
                self.faults += cut_up is not None or cut_down is not None or kept is not None
                up = threading.Thread(target=self._pump, args=(client, server, cut_up, kept), daemon=True)
                up.start()
                self._pump(server, client, cut_down, None)
                up.join(5)
            if kept:
                self._repeat(b"".join(kept))

    def _pump(
        self, source: socket.socket, sink: socket.socket, cut_after: int | None, kept: list[bytes] | None
    ) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if cut_after is not None and passed + len(data) > cut_after:
                    sink.sendall(data[: cut_after - passed])
                    break
                while self.hangs and not self._closing:
                    time.sleep(0.05)
                passed += len(data)
                if kept is not None:
                    kept.append(data)
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _repeat(self, said: bytes) -> None:
        """Say everything the client said once more, to nobody's ears."""
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", self._target), timeout=5) as again,
        ):
            again.settimeout(2)
            again.sendall(said)
            again.shutdown(socket.SHUT_WR)
            while again.recv(65536):
                pass
