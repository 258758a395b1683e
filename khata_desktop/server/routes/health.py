"""For who looks after the server: does it live, may it be given work."""

from __future__ import annotations

from fastapi import APIRouter, Response

from khata_desktop.server.asking import WithBackend
from khata_desktop.server.edge import error_answer
from khata_desktop.server.fields import Failure

_NOT_READY = "The server is stopping, or its database or its blobs cannot be reached."
router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Tell that the process lives."""
    return {"status": "alive"}


@router.get(
    "/readyz",
    responses={503: {"model": Failure, "description": f"`not_ready`: {_NOT_READY}"}},
    response_model=None,
)
async def readyz(backend: WithBackend) -> Response | dict[str, str]:
    """Tell whether requests can be answered: database and blobs are there, and no stop is under way."""
    if not await backend.is_ready():
        return error_answer(503, "not_ready", _NOT_READY)
    return {"status": "ready"}
