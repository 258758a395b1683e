"""Short messages through a gateway: codes for owners, reminders for their customers."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Protocol

import anyio
import requests

from khata_desktop.server.errors import Busy, MessageFailed, NotOffered, SettingRefused
from khata_desktop.server.settings import PREFIX, SmsSettings

log = logging.getLogger(__name__)

#: So many messages are on their way at once; a slow gateway must not keep everyone else's threads.
_AT_ONCE = 8
_SECONDS = (5, 10)
_MOST_ANSWER = 4096
_WELL = re.compile(rb'^\s*(OK\b|\{.*"success"\s*:\s*"?true)', re.IGNORECASE | re.DOTALL)


class Gateway(Protocol):
    """What takes a message to a telephone."""

    def send(self, to: str, text: str) -> None:
        """Send a text to a number of E.164. Raises MessageFailed."""


class SendPk:
    """A gateway of the SendPK kind: a form with key, sender, number and message."""

    def __init__(self, settings: SmsSettings) -> None:
        self._settings = settings

    def send(self, to: str, text: str) -> None:
        """Send a text to a number of E.164. Raises MessageFailed."""
        # In the body, never in the address: addresses end up in the logs of those on the way.
        form = {
            "api_key": self._settings.key,
            "sender": self._settings.sender,
            "mobile": to.removeprefix("+"),
            "message": text,
        }
        try:
            with requests.post(
                self._settings.url, data=form, timeout=_SECONDS, allow_redirects=False, stream=True
            ) as answer:
                said = answer.raw.read(_MOST_ANSWER, decode_content=True)
        except (requests.RequestException, OSError) as problem:
            log.warning("the SMS gateway does not answer: %s", type(problem).__name__)
            raise MessageFailed from problem
        if answer.status_code != 200 or not _WELL.match(said):
            # What it says may repeat the number or the text.
            log.warning("the SMS gateway refused a message: status %s", answer.status_code)
            raise MessageFailed


_KINDS: dict[str, type[SendPk]] = {"sendpk": SendPk}


class Messenger:
    """Sends messages from the event loop; ``count`` is told how each one ended."""

    def __init__(self, settings: SmsSettings | None, count: Callable[[str], None]) -> None:
        self._count = count
        self._gateway: Gateway | None = None
        self._on_their_way = 0
        if settings is not None:
            if settings.kind not in _KINDS:
                raise SettingRefused(name=PREFIX + "SMS_GATEWAY", problem="is not known")
            self._gateway = _KINDS[settings.kind](settings)

    def check_offered(self) -> None:
        """Return when there is a gateway. Raises NotOffered."""
        if self._gateway is None:
            raise NotOffered

    async def send(self, to: str, text: str) -> None:
        """Send a text to a number of E.164. Raises NotOffered, Busy, MessageFailed."""
        if self._gateway is None:
            raise NotOffered
        if self._on_their_way >= _AT_ONCE:
            raise Busy
        self._on_their_way += 1
        try:
            # Not one of the threads that answer other requests: a slow gateway could take them all.
            await anyio.to_thread.run_sync(self._gateway.send, to, text, limiter=anyio.CapacityLimiter(1))
        except MessageFailed:
            self._count("failed")
            raise
        finally:
            self._on_their_way -= 1
        self._count("sent")
