"""A server over HTTP: requests go out, and its refusals come back as ours."""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from typing import Any

import requests

from khata_desktop.domain.errors import SyncError
from khata_desktop.sync.errors import (
    DeviceRevoked,
    PairingRefused,
    ServerRefused,
    ServerUnreachable,
    UnknownToServer,
)
from khata_desktop.sync.transport import PushFork, PushGap
from khata_desktop.wire.errors import PairingExpired
from khata_desktop.wire.exchange import MEDIA_TYPE
from khata_desktop.wire.identity import Author

log = logging.getLogger(__name__)

_CONNECT_SECONDS, _ANSWER_SECONDS = 5, 60


class SignUpNeeded(ServerRefused):
    code = "sign_up_needed"
    template = "This server wants the owner's phone number before it keeps books; sign up with it first."


class TokenExpired(ServerRefused):
    """The token is too old; a new session is due."""


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


def _refusal(answer: requests.Response, url: str) -> SyncError:
    try:
        body = answer.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    code, status = str(body.get("code", "")), answer.status_code
    if status >= 500 or status in (408, 429):
        return ServerUnreachable(server=url)
    if status == 401:
        return TokenExpired(detail=str(body.get("detail", "the session has ended")))
    match code:
        case "fork" | "wrong_previous":
            return PushFork(_author(body), int(body.get("seq", 0)))
        case "gap":
            return PushGap(_author(body), int(body.get("expected", 1)))
        case "revoked":
            return DeviceRevoked()
        case "sign_up_needed":
            return SignUpNeeded()
        case "expired":
            return PairingExpired()
        case "token_used" | "taken":
            return PairingRefused()
    if status == 404:
        return UnknownToServer()
    return ServerRefused(detail=str(body.get("detail", f"answer {status}")))


def _author(body: dict[str, Any]) -> Author:
    try:
        return Author(bytes.fromhex(str(body.get("author", ""))))
    except ValueError:
        return Author(b"")
