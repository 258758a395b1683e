"""What a route needs to know of its request: the backend, and who asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from khata_desktop.server.access import Caller
from khata_desktop.server.accounts import Account
from khata_desktop.server.backend import Backend
from khata_desktop.server.registry import check_caller

BEARER, ACCOUNT_BEARER = "device-token", "account-token"
# Only for the OpenAPI document; the gatekeeper reads the header itself.
_bearer = HTTPBearer(
    auto_error=False,
    scheme_name=BEARER,
    bearerFormat="JWT",
    description="Of `POST /v1/session`, for fifteen minutes.",
)
_account_bearer = HTTPBearer(
    auto_error=False,
    scheme_name=ACCOUNT_BEARER,
    bearerFormat="JWT",
    description="Of `POST /v1/auth/verify-otp`, for an hour.",
)


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


async def account_of(
    request: Request,
    _documented: Annotated[HTTPAuthorizationCredentials | None, Security(_account_bearer)] = None,
) -> Account | None:
    """Return the account that asks, None where none does. Raises Unauthorized."""
    backend: Backend = request.app.state.backend
    return backend.accounts.asked_by(request.headers.get("authorization"))


def check_still_in(backend: Backend, caller: Caller) -> None:
    """Return when the caller has not been shut out since its token was made. Raises Revoked."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)


#: Neither touches a disk, so neither needs a thread of its own.
WithBackend = Annotated[Backend, Depends(backend_of)]
WithCaller = Annotated[Caller, Depends(caller_of)]
WithAccount = Annotated[Account | None, Depends(account_of)]
