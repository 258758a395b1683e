"""How often anyone may ask: counted in memory, or in Redis where several processes share the work."""

from __future__ import annotations

import ipaddress
import logging
import time
from typing import Any

from limits import RateLimitItem, parse
from limits.aio.storage import RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter as SharedWindows
from limits.errors import ConfigurationError, StorageError
from limits.strategies import FixedWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from khata_desktop.server.access import Caller, Gatekeeper
from khata_desktop.server.counters import Counters
from khata_desktop.server.edge import answer_of
from khata_desktop.server.errors import SettingRefused, TooOften, Unauthorized, Unavailable
from khata_desktop.server.settings import PREFIX, Settings

log = logging.getLogger(__name__)

#: So long Redis is left alone after it failed; no request waits for it longer than twice a second.
_PAUSE_SECONDS, _PATIENCE_SECONDS = 10.0, 1.0
_NOT_COUNTED = frozenset({"/healthz", "/readyz"})


class Limiter:
    """Counts and refuses. ``may`` goes on in memory while Redis is away, ``must`` refuses then."""

    def __init__(self, limits_url: str) -> None:
        self._here = FixedWindowRateLimiter(Counters())
        self._redis: RedisStorage | None = None
        self._shared: SharedWindows | None = None
        self._resume_at = 0.0
        if not limits_url.startswith("memory:"):
            self._redis = _redis(limits_url)
            self._shared = SharedWindows(self._redis)

    async def may(self, item: RateLimitItem, *who: str) -> None:
        """Count a request that is one of many. Raises TooOften."""
        if self._shared is not None and time.monotonic() >= self._resume_at:
            try:
                await self._ask_redis(self._shared, item, *who)
                return
            except Unavailable:
                self._resume_at = time.monotonic() + _PAUSE_SECONDS
        if not self._here.hit(item, *who):
            raise _too_often(self._here.get_window_stats(item, *who).reset_time)

    async def must(self, item: RateLimitItem, *who: str) -> None:
        """Count what nobody may guess or pay for more often. Raises TooOften, Unavailable."""
        if self._shared is not None:
            await self._ask_redis(self._shared, item, *who)
        elif not self._here.hit(item, *who):
            raise _too_often(self._here.get_window_stats(item, *who).reset_time)

    async def close(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            bridge: Any = self._redis.bridge
            await bridge.storage.aclose()

    async def _ask_redis(self, shared: SharedWindows, item: RateLimitItem, *who: str) -> None:
        try:
            if await shared.hit(item, *who):
                return
            reset = (await shared.get_window_stats(item, *who)).reset_time
        except (StorageError, OSError) as problem:
            log.warning("Redis does not count: %s", type(problem.__cause__ or problem).__name__)
            raise Unavailable from problem
        raise _too_often(reset)


class LimitGuard:
    """Stands before everything else and ends what comes too often.

    Who shows a device's token is counted by device and ledger, everyone else by address: carriers put many
    shops behind one address.
    """

    def __init__(self, app: ASGIApp, *, limiter: Limiter, gatekeeper: Gatekeeper, settings: Settings) -> None:
        self._app, self._limiter, self._gatekeeper = app, limiter, gatekeeper
        self._address = parse(settings.limit_address)
        self._device, self._ledger = parse(settings.limit_device), parse(settings.limit_ledger)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] not in _NOT_COUNTED:
            try:
                await self._count(scope)
            except TooOften as refusal:
                await answer_of(refusal)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _count(self, scope: Scope) -> None:
        caller = self._caller(scope)
        if caller is None:
            await self._limiter.may(self._address, "address", address_of(scope))
            return
        # For the log, which is written outside of this.
        scope["caller"] = caller
        ledger = caller.ledger_id.hex()
        await self._limiter.may(self._device, "device", ledger, caller.author.hex())
        await self._limiter.may(self._ledger, "ledger", ledger)

    def _caller(self, scope: Scope) -> Caller | None:
        for name, value in scope["headers"]:
            if name == b"authorization":
                try:
                    return self._gatekeeper.caller(value.decode("latin-1"))
                except Unauthorized:
                    return None
        return None


def address_of(scope: Scope) -> str:
    """Return the place a request comes from, as the nearest proxy we trust has it."""
    client = scope.get("client")
    return place_of(str(client[0]) if client else "")


def place_of(address: str) -> str:
    """Return what counts as one place: a single machine has 2^64 addresses of IPv6 to itself."""
    if ":" not in address:
        return address
    try:
        found = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    return str(found.ipv4_mapped or found.packed[:8].hex())


def _redis(url: str) -> RedisStorage:
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    # Once more, for a connection that had gone stale; the library's own patience would hold requests up.
    options: dict[str, Any] = {
        "retry": Retry(NoBackoff(), 1),
        "socket_timeout": _PATIENCE_SECONDS,
        "socket_connect_timeout": _PATIENCE_SECONDS,
    }
    try:
        return RedisStorage(
            f"async+{url}", wrap_exceptions=True, implementation="redispy", key_prefix="khata", **options
        )
    except (ConfigurationError, ValueError) as problem:
        raise SettingRefused(name=PREFIX + "LIMITS_URL", problem="is not redis://HOST:PORT") from problem


def _too_often(reset: float) -> TooOften:
    return TooOften(retry_after=max(1, round(reset - time.time() + 0.5)))
