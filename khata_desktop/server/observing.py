"""What each request came to, in the log and in the figures."""

from __future__ import annotations

import logging
import re
import secrets
from time import perf_counter
from typing import Any

import structlog
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from khata_desktop.server.access import Caller
from khata_desktop.server.edge import error_answer
from khata_desktop.server.logs import lines_of
from khata_desktop.server.metrics import Metrics

_lines = lines_of(__name__)
_logger = logging.getLogger(__name__)

_REQUEST_ID = b"x-request-id"
_SOUND_ID = re.compile(rb"[0-9A-Za-z-]{8,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
#: Asked every few seconds by who looks after the server; nobody wants to read it.
_QUIET = frozenset({"/healthz", "/readyz"})


class Observer:
    """The outermost of all: gives each request an id, and tells what became of it."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin = perf_counter()
        request_id = _id_of(scope)
        structlog.contextvars.bind_contextvars(request=request_id.decode())
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (_REQUEST_ID, request_id)]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception:
            # What went wrong is in the log, under the id that the answer carries.
            _logger.exception("a request failed")
            if status:
                raise  # half an answer is out: only hanging up is left
            await _failed()(scope, receive, send_with_id)
        finally:
            self._tell(scope, status, perf_counter() - begin)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        # The route as it was declared: neither log nor figures learn what ids were asked for.
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.answered(method, route, status, seconds)
        level = logging.DEBUG if route in _QUIET else logging.INFO
        if _logger.isEnabledFor(level):
            _lines.log(level, "request", **_fields(scope, method, route, status, seconds))


def _fields(scope: Scope, method: str, route: str, status: int, seconds: float) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "method": method,
        "route": route,
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    caller: Caller | None = scope.get("caller")
    if caller is not None:
        fields["ledger"] = short(caller.ledger_id)
    return fields


def _failed() -> Response:
    return error_answer(500, "failed", "The server failed; this is not the request's fault.")


def short(ledger_id: bytes) -> str:
    """Return how the name of a ledger begins: enough to follow one, too little to ask for it."""
    return ledger_id[:4].hex()


def _id_of(scope: Scope) -> bytes:
    """Return the id a proxy gave the request, or a new one."""
    for name, value in scope["headers"]:
        if name == _REQUEST_ID and _SOUND_ID.fullmatch(value):
            return bytes(value)
    return secrets.token_hex(8).encode()
