"""Connections that do not wait for ever: for the head of a request, nor for someone to read the answer."""

from __future__ import annotations

import asyncio
import logging
import socket
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

_log = logging.getLogger("uvicorn.error.clients")


def _calm(record: logging.LogRecord) -> bool:
    """Lower a warning to information: what a client sends wrongly is the client's affair."""
    if record.levelno != logging.WARNING:
        return True
    record.levelno, record.levelname = logging.INFO, "INFO"
    return _log.isEnabledFor(logging.INFO)


_log.addFilter(_calm)


def patient(seconds: float) -> type[H11Protocol]:
    """Return uvicorn's protocol of HTTP, with so much patience for slow clients."""

    class PatientProtocol(H11Protocol):
        _timer: asyncio.TimerHandle | None = None
        _stuck: asyncio.TimerHandle | None = None

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            # Who asked for what is no business of a log.
            self.access_log = False
            self.logger = _log

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            # Head and body of an answer are written apart; waiting for the acknowledgement costs 40 ms.
            # asyncio sets this by itself only for sockets it made.
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._expect_head()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._expect_head()

        def connection_lost(self, exc: Exception | None) -> None:
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
