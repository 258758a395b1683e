"""The hub: the shop's own server, run by one of its computers, and found in its network by name.

It is a process of its own, so that the window stays quick, and ends with the program that started it, however
that ends. Whoever lets it ``start`` now and then has it again where it broke down, and follows the computer
when the network gives it another address.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import logging
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from khata_desktop.config import user_data_dir
from khata_desktop.sync.pairing_errors import HubBroke, HubPortTaken

log = logging.getLogger(__name__)

PORT = 8765
_SERVICE = "_khata._tcp.local."
_START_SECONDS = 20.0
_LOOPBACK = "127.0.0.1"


class Hub:
    """The shop's own server, run by this computer. May be asked from any thread.

    Attributes:
        url: its address in the shop's network while it runs; empty otherwise.
    """

    def __init__(self, folder: Path | None = None, *, host: str = "0.0.0.0", port: int = PORT) -> None:
        self._folder = folder or user_data_dir() / "hub"
        self._host, self._port = host, port
        self._process: subprocess.Popen[str] | None = None
        self._true_port = 0
        self._advert: _Advert | None = None
        self._one_at_a_time = threading.RLock()
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
        """Start it, if it does not run or no longer, and return its address in the network as it is now.

        Raises HubPortTaken, HubBroke.
        """
        with self._one_at_a_time:
            if not self.runs:
                self._end()
                self._begin()
            self._find_address()
            return self.url

    def stop(self) -> None:
        """Stop it; requests under way are answered first."""
        with self._one_at_a_time:
            self._end()

    def _begin(self) -> None:
        # The port it had, so that the others find it again.
        port = self._true_port or self._port
        if _is_taken(self._host, port):
            raise HubPortTaken(port=port)
        options = ["serve", "--with-parent", "--data", str(self._folder), "--host", self._host]
        try:
            self._process = subprocess.Popen(
                [*_program(), *options, "--port", str(port)],
                # It ends when this is closed, and the system closes it for a program that was killed.
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        except OSError as problem:
            raise HubBroke(detail=problem.strerror or str(problem)) from problem
        assert self._process.stdout is not None
        said = _first_line(self._process.stdout)
        if not said.startswith("Listening on "):
            self._end()
            raise HubBroke(detail=said.removeprefix("khata: ").rstrip(".") or "it did not answer in time")
        self._true_port = int(said.split(" (")[0].rsplit(":", 1)[1])

    def _find_address(self) -> None:
        address = own_address() if self._host == "0.0.0.0" else self._host
        url = f"http://{address}:{self._true_port}"
        if url != self.url:
            self.url = url
            self._end_advert()
            self._advert = _Advert(self._true_port, address)

    def _end_advert(self) -> None:
        if self._advert is not None:
            self._advert.end()
            self._advert = None

    def _end(self) -> None:
        self._end_advert()
        process, self._process, self.url = self._process, None, ""
        if process is None:
            return
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        try:
            process.wait(timeout=_START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _is_taken(host: str, port: int) -> bool:
    """Return whether another program listens there."""
    if port == 0:
        return False
    try:
        socket.create_server((host, port)).close()
    except OSError:
        return True
    return False


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
    """Return this computer's address in the shop's network; the loopback's where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it only asks which way a packet would leave.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return _LOOPBACK


def is_for_this_computer_alone(url: str) -> bool:
    """Return whether an address leads every computer to itself."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address_for_others(url: str) -> str:
    """Return an address of this computer as others in its network reach it; any other as it is."""
    if not is_for_this_computer_alone(url):
        return url
    port, address = urlsplit(url).port or 80, own_address()
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return url
    return f"http://{address}:{port}" if url.startswith("http:") else url


def is_in_the_shops_network(url: str) -> bool:
    """Return whether an address is one of a network such as the shop's, and not of the internet."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_private and not is_for_this_computer_alone(url)
    except ValueError:
        return host.endswith(".local") or ("." not in host and host != "localhost")


class _Advert:
    """Tells the shop's network where the hub is, for as long as it runs."""

    def __init__(self, port: int, address: str) -> None:
        from zeroconf import ServiceInfo, Zeroconf

        name = f"{socket.gethostname()}.{_SERVICE}"
        try:
            self._zeroconf: Zeroconf | None = Zeroconf()
            self._zeroconf.register_service(
                ServiceInfo(_SERVICE, name, port=port, addresses=[socket.inet_aton(address)])
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
