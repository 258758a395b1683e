"""Connections that do not wait for ever: for the head of a request, nor for someone to read the answer.

Nor does one address get all there are: where they come to an end, nobody else is answered.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from khata_desktop.server.limiting import place_of

_log = logging.getLogger("uvicorn.error.clients")


def _calm(record: logging.LogRecord) -> bool:
    """Lower a warning to information: what a client sends wrongly is the client's affair."""
    if record.levelno != logging.WARNING:
        return True
    record.levelno, record.levelname = logging.INFO, "INFO"
    return _log.isEnabledFor(logging.INFO)


_log.addFilter(_calm)


class Doorkeeper:
    """Counts connections by the place they come from; a proxy that is trusted may have any number."""

    def __init__(self, most: int, proxies: str) -> None:
        self._most = most
        self._open: dict[str, int] = {}
        parts = [part.strip() for part in proxies.split(",") if part.strip()]
        self._everyone = "*" in parts
        self._names = frozenset(parts)
        self._networks = [network for part in parts if (network := _network(part)) is not None]

    def admit(self, address: str) -> bool:
        """Return whether one more may come from there, and count it."""
        if self._is_trusted(address):
            return True
        place = place_of(address)
        if self._open.get(place, 0) >= self._most:
            return False
        self._open[place] = self._open.get(place, 0) + 1
        return True

    def let_go(self, address: str) -> None:
        """Count one less that was admitted."""
        place = place_of(address)
        left = self._open.pop(place, 0) - 1
        if left > 0:
            self._open[place] = left

    def _is_trusted(self, address: str) -> bool:
        if self._everyone or address in self._names:
            return True
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self._networks)


def _network(part: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(part, strict=False)
    except ValueError:
        return None


def patient(seconds: float, door: Doorkeeper) -> type[H11Protocol]:
    """Return uvicorn's protocol of HTTP, with so much patience for slow clients."""

    class PatientProtocol(H11Protocol):
        _timer: asyncio.TimerHandle | None = None
        _stuck: asyncio.TimerHandle | None = None
        _admitted: str | None = None

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            # Who asked for what is no business of a log.
            self.access_log = False
            self.logger = _log

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            peer = transport.get_extra_info("peername")
            address = str(peer[0]) if peer else ""
            if not door.admit(address):
                transport.abort()
                return
            self._admitted = address
            # Head and body of an answer are written apart; waiting for the acknowledgement costs 40 ms.
            # asyncio sets this by itself only for sockets it made.
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._expect_head()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._expect_head()

        def connection_lost(self, exc: Exception | None) -> None:
            if self._admitted is not None:
                door.let_go(self._admitted)
                self._admitted = None
            for timer in (self._timer, self._stuck):
                if timer is not None:
                    timer.cancel()
            super().connection_lost(exc)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._stuck = self.loop.call_later(seconds, self.transport.abort)

        def resume_writing(self) -> None:
            super().resume_writing()
            if self._stuck is not None:
                self._stuck.cancel()
                self._stuck = None

        def _expect_head(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = self.loop.call_later(seconds, self._end_if_nothing_was_asked)

        def _end_if_nothing_was_asked(self) -> None:
            cycle: RequestResponseCycle | None = self.cycle
            if cycle is None or cycle.response_complete:
                self.transport.abort()

    return PatientProtocol
