"""The server put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from khata_desktop import __version__
from khata_desktop.domain.clock import Clock
from khata_desktop.server.backend import Backend
from khata_desktop.server.bodies import BodyGuard
from khata_desktop.server.edge import answer_errors
from khata_desktop.server.fields import Failure
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

_FAILURE: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Failure, "description": "The request was refused."}
}


def create_app(settings: Settings, *, clock: Clock | None = None) -> FastAPI:
    """Return the app, its database brought up to date. Raises SettingRefused, Unavailable."""
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
        responses=_FAILURE,
    )
    app.state.backend = backend
    for routes in (accounts, ledgers, session, changesets, pairings, storing, backups, messages, health):
        app.include_router(routes.router)
    answer_errors(app)
    # The last one added stands before all others.
    app.add_middleware(BodyGuard, seconds=settings.body_seconds, held_bytes=settings.held_bytes)
    app.add_middleware(LimitGuard, limiter=backend.limiter, gatekeeper=backend.gatekeeper, settings=settings)
    app.add_middleware(Observer, metrics=backend.metrics)
    return app
