"""A server over HTTP: requests go out, and its refusals come back as ours."""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from typing import Any

import requests

from khata_desktop.domain.errors import SyncError
from khata_desktop.sync.errors import (
    AuthorUnknown,
    CodeExpired,
    CodeWrong,
    DeviceRevoked,
    MessageNotSent,
    NoMessages,
    NotAdmin,
    NotAServer,
    OtherAddress,
    PairingRefused,
    ServerBusy,
    ServerFaulty,
    ServerFull,
    ServerRefused,
    ServerUnreachable,
    SignUpClosed,
    SignUpNeeded,
    UnknownToServer,
)
from khata_desktop.sync.transport import PushFork, PushGap
from khata_desktop.wire.errors import PairingExpired
from khata_desktop.wire.exchange import MEDIA_TYPE
from khata_desktop.wire.identity import Author

log = logging.getLogger(__name__)

#: A server that hangs is to be told while one still looks; the long wait for news brings its own.
_CONNECT_SECONDS, _ANSWER_SECONDS = 5, 15
#: Where a server does not say when to come again, and at most.
_WAIT, _LONGEST_WAIT = 30, 24 * 60 * 60
_OURS = ("application/json", MEDIA_TYPE, "application/octet-stream")
#: What a refusal says by its code alone.
_PLAIN: dict[str, type[ServerRefused]] = {
    "unknown_author": AuthorUnknown,
    "sign_up_needed": SignUpNeeded,
    "sign_up_closed": SignUpClosed,
    "wrong_code": CodeWrong,
    "code_expired": CodeExpired,
    "bad_ticket": CodeExpired,
    "storage_full": ServerFull,
    "message_failed": MessageNotSent,
    "not_offered": NoMessages,
    "other_address": OtherAddress,
}


class TokenExpired(ServerRefused):
    """The token is too old; a new session is due, and opened at once."""

    code = "token_expired"
    template = "The server did not take this device's signature; set date and time, and sync again."


class HttpServer:
    """One server. Raises ServerUnreachable where there is no answer, and a SyncError for every refusal.

    Attributes:
        url: its address, without a slash at the end.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = requests.Session()
        # A proxy of the system's is not for the shop's own network; addresses are what the owner typed.
        self._session.trust_env = not self.url.startswith("http://")

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        json: dict[str, Any] | None = None,
        data: bytes | None = None,
        params: dict[str, str] | None = None,
        seconds: float = _ANSWER_SECONDS,
    ) -> requests.Response:
        """Send one request and return the answer, which is good. ``data`` is sent as CBOR or raw bytes."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if data is not None:
            headers["Content-Type"] = (
                "application/octet-stream" if path.startswith("/v1/blobs") else MEDIA_TYPE
            )
        try:
            answer = self._session.request(
                method,
                self.url + path,
                json=json,
                data=data,
                headers=headers,
                params=params,
                timeout=(_CONNECT_SECONDS, seconds),
            )
        except requests.RequestException as problem:
            log.info("no answer from the server: %s", type(problem).__name__)
            raise ServerUnreachable(server=self.url) from problem
        if answer.status_code >= 400:
            raise _refusal(answer, self.url)
        if answer.headers.get("Content-Type", "").partition(";")[0] not in _OURS:
            raise NotAServer(server=self.url)
        return answer


def as_text(data: bytes) -> str:
    """Return bytes as the base64 that travels within JSON."""
    return b64encode(data).decode()


def as_bytes(text: object) -> bytes:
    """Return the bytes of base64. Raises ServerRefused for anything else."""
    if not isinstance(text, str):
        raise ServerRefused(detail="an answer without the bytes it should hold")
    try:
        return b64decode(text, validate=True)
    except ValueError as problem:
        raise ServerRefused(detail="an answer that is not base64") from problem


def as_hex(text: object) -> bytes:
    """Return the bytes of hexadecimal digits. Raises ServerRefused for anything else."""
    try:
        return bytes.fromhex(text if isinstance(text, str) else "?")
    except ValueError as problem:
        raise ServerRefused(detail="an answer without the bytes it should hold") from problem


def _refusal(answer: requests.Response, url: str) -> SyncError:
    try:
        body = answer.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    code, status = str(body.get("code", "")), answer.status_code
    if code in _PLAIN:
        return _PLAIN[code]()
    if status in (408, 429, 503):
        return ServerBusy(server=url, seconds=_seconds(answer.headers.get("Retry-After", "")))
    if status >= 500:
        return ServerFaulty(server=url)
    if not code and answer.request.method != "HEAD":
        return NotAServer(server=url)
    if status == 401:
        return TokenExpired()
    match code:
        case "fork" | "wrong_previous":
            return PushFork(_author(body), int(body.get("seq", 0)))
        case "gap":
            return PushGap(_author(body), int(body.get("expected", 1)))
        case "revoked":
            return DeviceRevoked(_author(body))
        case "expired":
            return PairingExpired()
        case "token_used" | "taken":
            return PairingRefused()
        case "not_allowed":
            return NotAdmin()
    if status == 404:
        return UnknownToServer()
    return ServerRefused(detail=str(body.get("detail", f"answer {status}")).rstrip("."))


def _seconds(text: str) -> int:
    return min(int(text), _LONGEST_WAIT) if text.isascii() and text.isdigit() else _WAIT


def _author(body: dict[str, Any]) -> Author:
    try:
        return Author(bytes.fromhex(str(body.get("author", ""))))
    except ValueError:
        return Author(b"")
