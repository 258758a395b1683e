"""Opening a session: ask for a challenge, sign it, get a token."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from khata_desktop.server import errors
from khata_desktop.server.access import ROOT, TOKEN_SECONDS, Caller
from khata_desktop.server.asking import WithBackend
from khata_desktop.server.documenting import refusals
from khata_desktop.server.fields import AuthorOrRoot, Hex16, Message, Small
from khata_desktop.server.registry import check_caller, instance_of, key_of, saw
from khata_desktop.wire.errors import BadSignature
from khata_desktop.wire.identity import Author, LedgerId
from khata_desktop.wire.session import SESSION, session_statement
from khata_desktop.wire.signing import SIGNATURE_SIZE, verify

router = APIRouter(prefix="/v1", tags=["session"])
DOMAIN = b"session"


class SessionAsked(Message):
    """Who would like in; with challenge and signature once there is a challenge."""

    ledger_id: Hex16
    author: AuthorOrRoot
    server: Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,300}$")] | None = None
    challenge: Small | None = None
    signature: Small | None = None


class Challenge(Message):
    """To be signed by the author's epoch key, with the ledger, the author, the instance and the address."""

    challenge: Small
    instance: Hex16


class Session(Message):
    """The bearer token of every other request; ``instance`` changes when the server was restored."""

    token: str
    expires_in: Annotated[int, Field(description="seconds")]
    instance: Hex16


@router.post(
    "/session",
    responses=refusals(
        errors.Unknown, errors.Revoked, errors.BadChallenge, errors.OtherAddress, BadSignature
    ),
)
def open_session(asked: SessionAsked, backend: WithBackend) -> Challenge | Session:
    """Give a challenge, or a token for a signed one. Who is not known here is told 404.

    ``server`` is the host and port that was called: a signature meant for another server is none here.
    """
    ledger_id, author = LedgerId(asked.ledger_id), Author(asked.author)
    with backend.database.reading() as connection:
        public, standing = key_of(connection, ledger_id, author)
        instance = instance_of(connection, ledger_id)
        caller = Caller(ledger_id, author, standing)
        check_caller(connection, caller)
    if asked.challenge is None or asked.signature is None or asked.server is None:
        return Challenge(challenge=backend.gatekeeper.challenge(ledger_id, author), instance=instance)
    backend.gatekeeper.check_challenge(asked.challenge, ledger_id, author)
    if len(asked.signature) != SIGNATURE_SIZE:
        raise BadSignature(what="session")
    if not backend.settings.is_called(asked.server):
        raise errors.OtherAddress(server=asked.server)
    statement = session_statement(
        ledger_id=ledger_id,
        author=author,
        instance=instance,
        server=asked.server,
        challenge=asked.challenge,
    )
    verify(public, SESSION, statement, asked.signature)
    if author != ROOT:
        backend.database.write(lambda connection: saw(connection, ledger_id, author, backend.now_ms()))
    return Session(token=backend.gatekeeper.token(caller), expires_in=TOKEN_SECONDS, instance=instance)
