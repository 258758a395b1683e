"""The hub: the shop's own server, run by one of its computers, and found in its network by name.

It is a process of its own, so that the window stays quick, and ends with the window that started it.
"""

from __future__ import annotations

import importlib.util
import logging
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from khata_desktop.config import user_data_dir
from khata_desktop.sync.errors import HubFailed

log = logging.getLogger(__name__)

PORT = 8765
_SERVICE = "_khata._tcp.local."
_START_SECONDS = 20.0


class Hub:
    """The shop's own server, run by this computer.

    Attributes:
        url: its address in the shop's network while it runs; empty otherwise.
    """

    def __init__(self, folder: Path | None = None, *, host: str = "0.0.0.0", port: int = PORT) -> None:
        self._folder = folder or user_data_dir() / "hub"
        self._host, self._port = host, port
        self._process: subprocess.Popen[str] | None = None
        self._advert: _Advert | None = None
        self.url = ""

    @property
    def can_run(self) -> bool:
        """Whether the server's packages are here."""
        return all(importlib.util.find_spec(name) is not None for name in ("fastapi", "uvicorn"))

    @property
    def runs(self) -> bool:
        """Whether it runs now."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> str:
        """Start it, if it does not run, and return its address in the shop's network. Raises HubFailed."""
        if self.runs:
            return self.url
        options = ["serve", "--data", str(self._folder), "--host", self._host, "--port", str(self._port)]
        try:
            self._process = subprocess.Popen(
                [*_program(), *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
        except OSError as problem:
            raise HubFailed(detail=str(problem)) from problem
        assert self._process.stdout is not None
        said = _first_line(self._process.stdout)
        if not said.startswith("Listening on "):
            self.stop()
            raise HubFailed(detail=said or "it did not start in time")
        port = int(said.split(" (")[0].rsplit(":", 1)[1])
        self.url = f"http://{own_address()}:{port}"
        self._advert = _Advert(port)
        return self.url

    def stop(self) -> None:
        """Stop it; requests under way are answered first."""
        if self._advert is not None:
            self._advert.end()
            self._advert = None
        process, self._process, self.url = self._process, None, ""
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=_START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name("khata" + Path(sys.executable).suffix)
        return [str(beside)]
    return [sys.executable, "-m", "khata_desktop.cli"]


def _first_line(stream: IO[str]) -> str:
    """Return the first line a process says, or nothing when it says none in time."""
    first: list[str] = []
    there = threading.Event()

    def read() -> None:
        with suppress(ValueError, OSError):
            for line in stream:
                if not first:
                    first.append(line.strip())
                    there.set()
        there.set()

    threading.Thread(target=read, name="hub output", daemon=True).start()
    there.wait(_START_SECONDS)
    return first[0] if first else ""


def own_address() -> str:
    """Return this computer's address in the shop's network; the loopback's where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it only asks which way a packet would leave.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


class _Advert:
    """Tells the shop's network where the hub is, for as long as it runs."""

    def __init__(self, port: int) -> None:
        from zeroconf import ServiceInfo, Zeroconf

        name = f"{socket.gethostname()}.{_SERVICE}"
        try:
            self._zeroconf: Zeroconf | None = Zeroconf()
            self._zeroconf.register_service(
                ServiceInfo(_SERVICE, name, port=port, addresses=[socket.inet_aton(own_address())])
            )
        except Exception as problem:  # a network without multicast: the code still says the address
            log.info("the hub is not announced: %s", type(problem).__name__)
            self.end()

    def end(self) -> None:
        """Say good-bye."""
        zeroconf, self._zeroconf = getattr(self, "_zeroconf", None), None
        if zeroconf is not None:
            zeroconf.close()


def find_hubs(seconds: float = 2.0) -> list[str]:
    """Return the addresses of hubs in the shop's network."""
    from zeroconf import ServiceBrowser, ServiceListener, Zeroconf

    found: list[str] = []

    class Listener(ServiceListener):
        def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            info = zc.get_service_info(type_, name, timeout=1000)
            if info is not None:
                found.extend(f"http://{address}:{info.port}" for address in info.parsed_addresses())

        def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            return

        def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            return

    try:
        zeroconf = Zeroconf()
    except OSError:
        return []
    try:
        ServiceBrowser(zeroconf, _SERVICE, Listener())
        threading.Event().wait(seconds)
    finally:
        zeroconf.close()
    return found
