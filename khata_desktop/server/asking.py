"""What a route needs to know of its request: the backend, and who asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from khata_desktop.server.access import Caller
from khata_desktop.server.backend import Backend

BEARER = "device token"
# Only for the OpenAPI document; the gatekeeper reads the header itself.
_bearer = HTTPBearer(auto_error=False, scheme_name=BEARER, bearerFormat="JWT")


async def backend_of(request: Request) -> Backend:
    """Return the backend of the app."""
    backend: Backend = request.app.state.backend
    return backend


def asked_by(request: Request) -> tuple[Backend, Caller]:
    """Return the backend and who asks. Raises Unauthorized."""
    backend: Backend = request.app.state.backend
    return backend, backend.gatekeeper.caller(request.headers.get("authorization"))


async def caller_of(
    request: Request, _documented: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)] = None
) -> Caller:
    """Return who asks. Raises Unauthorized."""
    return asked_by(request)[1]


#: Neither touches a disk, so neither needs a thread of its own.
WithBackend = Annotated[Backend, Depends(backend_of)]
WithCaller = Annotated[Caller, Depends(caller_of)]
