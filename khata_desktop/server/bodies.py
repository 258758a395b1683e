"""What may come in: how large, how slowly, and how much of it at once. It stands before everything else."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from khata_desktop.server.edge import answer_of
from khata_desktop.server.errors import BodyTooLarge, BodyTooSlow, Busy, Refusal
from khata_desktop.wire.exchange import MOST_REQUEST

MOST_BLOB = 4 * 1024 * 1024
#: A message of control: keys and sealed offers, in base64.
MOST_CONTROL = 512 * 1024
_PUSH, _BLOBS = "/v1/push", "/v1/blobs/"


class BodyGuard:
    """Ends a request whose body is too large, arrives too slowly, or for which there is no room now."""

    def __init__(self, app: ASGIApp, *, seconds: float, held_bytes: int) -> None:
        self._app, self._seconds, self._room = app, seconds, held_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = _Body(self, _most(scope["path"]), receive, self._seconds)
        try:
            body.expect(_announced(scope))
        except Refusal as refusal:
            await answer_of(refusal)(scope, receive, send)
            return
        try:
            await self._app(scope, body.receive, send)
        finally:
            body.let_go()

    def take_room(self, size: int) -> None:
        """Count bytes as held. Raises Busy."""
        if size > self._room:
            raise Busy
        self._room -= size

    def give_room(self, size: int) -> None:
        """Count bytes as let go."""
        self._room += size


class _Body:
    """The body of one request, as it arrives."""

    def __init__(self, guard: BodyGuard, most: int, receive: Receive, seconds: float) -> None:
        self._guard, self._most, self._receive = guard, most, receive
        self._deadline = asyncio.get_running_loop().time() + seconds
        self._held, self._whole = 0, False

    def expect(self, size: int) -> None:
        """Refuse by the announced size, before anything is read."""
        if size > self._most:
            raise BodyTooLarge(most=self._most)

    async def receive(self) -> Message:
        """Return the next part."""
        if self._whole:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError as late:
            raise BodyTooSlow from late
        self._count(message)
        return message

    def _count(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] != "http.request":
            self._whole = True
            return
        size = len(message.get("body", b""))
        self._guard.take_room(size)
        self._held += size
        self._whole = not message.get("more_body", False)
        if self._held > self._most:
            raise BodyTooLarge(most=self._most)

    def let_go(self) -> None:
        """Give back the room it took."""
        self._guard.give_room(self._held)


def _most(path: str) -> int:
    if path == _PUSH:
        return MOST_REQUEST
    return MOST_BLOB if path.startswith(_BLOBS) else MOST_CONTROL


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:20])
    return 0
