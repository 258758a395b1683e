"""Signing up on a public server: a code by SMS proves the owner's number."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import Field

from khata_desktop.server import errors
from khata_desktop.server.accounts import ACCESS_SECONDS, Tokens
from khata_desktop.server.asking import WithBackend
from khata_desktop.server.documenting import refusals
from khata_desktop.server.fields import Message, Phone, Small
from khata_desktop.server.limiting import address_of
from khata_desktop.server.one_time_codes import sentence

router = APIRouter(prefix="/v1/auth", tags=["accounts"])

_MOST_TOKEN = 2048


class CodeAsked(Message):
    """Whose number is to be proved."""

    phone: Phone
    language: Annotated[Literal["en", "ur", "hi"], Field(description="of the message")] = "en"


class CodeSent(Message):
    """What comes back together with the code."""

    ticket: Annotated[Small, Field(description="to be shown with the code within ten minutes")]


@router.post(
    "/request-otp",
    status_code=202,
    responses=refusals(errors.NotOffered, errors.MessageFailed, errors.Busy),
    response_description="The code is on its way.",
)
async def request_code(asked: CodeAsked, request: Request, backend: WithBackend) -> CodeSent:
    """Send a code of six digits to the owner's number."""
    backend.messenger.check_offered()
    account = backend.accounts.account_of(asked.phone)
    await backend.codes.admit(account, address_of(request.scope))
    code, ticket = backend.codes.new(account)
    await backend.messenger.send(asked.phone, sentence(code, asked.language))
    return CodeSent(ticket=ticket)


class CodeTyped(Message):
    """The code from the message, with the ticket."""

    ticket: Small
    code: Annotated[str, Field(pattern="^[0-9]{6}$", examples=["042317"])]


class AccountTokens(Message):
    """Two bearer tokens: one to enter and list ledgers with, one for the next pair."""

    access_token: str
    refresh_token: Annotated[str, Field(description="good once, within 30 days")]
    expires_in: Annotated[int, Field(description="seconds that the access token is good for")]


@router.post("/verify-otp", responses=refusals(errors.BadTicket, errors.CodeWrong, errors.CodeGone))
async def verify_code(typed: CodeTyped, backend: WithBackend) -> AccountTokens:
    """Give tokens for the right code. It may be tried five times, and is good once."""
    account = await backend.codes.account_for(typed.ticket, typed.code)
    return _answer(backend.accounts.tokens(account))


class Refresh(Message):
    """The refresh token of the pair before."""

    refresh_token: Annotated[str, Field(max_length=_MOST_TOKEN)]


@router.post("/refresh", responses=refusals(errors.Unauthorized))
async def refresh_tokens(asked: Refresh, backend: WithBackend) -> AccountTokens:
    """Give the next pair of tokens; the one that was shown is spent."""
    return _answer(await backend.accounts.refreshed(asked.refresh_token))


def _answer(tokens: Tokens) -> AccountTokens:
    return AccountTokens(access_token=tokens.access, refresh_token=tokens.refresh, expires_in=ACCESS_SECONDS)
