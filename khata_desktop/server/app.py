"""The server put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from khata_desktop import __version__
from khata_desktop.domain.clock import Clock
from khata_desktop.server.backend import Backend
from khata_desktop.server.bodies import BodyGuard
from khata_desktop.server.edge import answer_errors
from khata_desktop.server.limiting import LimitGuard
from khata_desktop.server.observing import Observer
from khata_desktop.server.routes import (
    accounts,
    backups,
    changesets,
    health,
    ledgers,
    messages,
    pairings,
    session,
    storing,
)
from khata_desktop.server.settings import Settings

_ABOUT = """
Control is JSON: ids and hashes are lowercase hex, other bytes standard base64. Changesets are CBOR, the exact
bytes that their authors signed. Every error is `{"code", "detail", ...}`; `code` is for programs.

Two kinds of bearer token: a **device-token** (`POST /v1/session`) reads and writes in one ledger; an
**account-token** (`POST /v1/auth/verify-otp`) enters new ledgers where owners sign up, and lists them.
"""
_TAGS = [
    {"name": "accounts", "description": "Signing up with the owner's telephone number."},
    {"name": "ledgers", "description": "Ledgers, their devices, and shutting devices out."},
    {"name": "session", "description": "A device or the owner proves itself and gets a token."},
    {"name": "changesets", "description": "What devices tell each other, signed and sealed."},
    {"name": "pairings", "description": "A new device meets one that is inside."},
    {"name": "storing", "description": "Sealed blobs, snapshots made of them, and the owner's keys."},
    {"name": "backups", "description": "Kept until the owner signs that one may go, and 30 days more."},
    {"name": "messages", "description": "Reminders by SMS."},
    {"name": "health", "description": "For who looks after the server."},
]


def create_app(settings: Settings, *, clock: Clock | None = None) -> FastAPI:
    """Return the app, its database brought up to date. Raises SettingRefused, CannotStart."""
    backend = Backend(settings, clock or Clock())

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        backend.start()
        yield
        await backend.stop()

    app = FastAPI(
        title="Khata server",
        version=__version__,
        summary="Keeps signed, sealed changesets in order. It can neither read nor forge them.",
        lifespan=running,
        description=_ABOUT,
        openapi_tags=_TAGS,
    )
    app.state.backend = backend
    for routes in (accounts, ledgers, session, changesets, pairings, storing, backups, messages, health):
        app.include_router(routes.router)
    answer_errors(app)
    # The last one added stands before all others.
    app.add_middleware(BodyGuard, seconds=settings.body_seconds, held_bytes=settings.held_bytes)
    app.add_middleware(LimitGuard, limiter=backend.limiter, gatekeeper=backend.gatekeeper, settings=settings)
    app.add_middleware(Observer, metrics=backend.metrics)
    _build_routes(app)
    return app


def _build_routes(app: FastAPI) -> None:
    """Have every route built now: FastAPI would at the first request, which would wait for it.

    Two servers of one process, met by their first requests at once, would get into each other's way there.
    """
    for route in app.router.routes:
        route.matches({"type": "http", "method": "GET", "path": "/", "headers": []})
