"""Push, pull, heads, and the hint that there is news. Changesets travel as the bytes that were signed."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from khata_desktop.server import errors
from khata_desktop.server.access import Caller
from khata_desktop.server.asking import BEARER, WithBackend, WithCaller, asked_by, check_still_in
from khata_desktop.server.backend import Backend
from khata_desktop.server.documenting import refusals
from khata_desktop.server.fields import Hex16, Hex32, Message, Number
from khata_desktop.server.gaps import end_before_gaps
from khata_desktop.server.pulling import pull
from khata_desktop.server.registry import check_caller, epochs, instance_of
from khata_desktop.wire.errors import BadSignature, NotCanonical, TooLarge, WrongLedger
from khata_desktop.wire.exchange import MEDIA_TYPE, pack_pulled, read_pull

router = APIRouter(prefix="/v1", tags=["changesets"])

_CBOR: dict[str, Any] = {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}
# These two are asked most of all and do without the framework's way to find out who asks: it costs as much
# as checking a signature.
_TAKES_CBOR: dict[str, Any] = {
    "requestBody": {"required": True, "content": _CBOR},
    "security": [{BEARER: []}],
}
_MEMBER = (errors.Unauthorized, errors.Revoked)
_BYTES = (NotCanonical, BadSignature, WrongLedger, TooLarge)


class Pushed(Message):
    """How many were new, and how far the authors' chains now reach."""

    accepted: Number
    heads: dict[str, Number]


@router.post(
    "/push",
    openapi_extra=_TAKES_CBOR,
    responses={
        200: {"model": Pushed},
        **refusals(
            *_MEMBER,
            errors.UnknownAuthor,
            errors.Fork,
            errors.Gap,
            errors.WrongPrevious,
            errors.StorageFull,
            *_BYTES,
        ),
    },
    response_class=Response,
)
async def push_changesets(request: Request) -> Response:
    """Take changesets in, all of them or none; answered once they are durable."""
    backend, caller = asked_by(request)
    body = await request.body()
    push = backend.signatures.checked_at_once(caller, body)
    if push is None:
        push = await run_in_threadpool(backend.signatures.checked, caller, body)
    accepted = await asyncio.wrap_future(backend.committer.submit(push))
    heads = {author.hex(): seq for author, seq in accepted.heads.items()}
    content = json.dumps({"accepted": accepted.new, "heads": heads}).encode("ascii")
    return Response(content, media_type="application/json")


@router.post(
    "/pull",
    openapi_extra=_TAKES_CBOR,
    responses={
        200: {"content": _CBOR, "description": "The next changesets."},
        **refusals(*_MEMBER, *_BYTES),
    },
    response_class=Response,
)
async def pull_changesets(request: Request) -> Response:
    """Give what a vector of sequence numbers lacks, in the order it was taken in."""
    backend, caller = asked_by(request)
    body = await request.body()
    return Response(await run_in_threadpool(_pulled, backend, caller, body), media_type=MEDIA_TYPE)


def _pulled(backend: Backend, caller: Caller, body: bytes) -> bytes:
    vector, limit = read_pull(body)
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        found = pull(connection, caller.ledger_id, vector, limit)
    end_before_gaps(backend.database, caller.ledger_id, found.broken)
    return pack_pulled(found.pulled)


class Head(Message):
    """The newest changeset of an author that is here."""

    author: Hex16
    seq: Number
    hash: Hex32


class Heads(Message):
    """Where all chains end here; ``instance`` changes when the server was restored."""

    instance: Hex16
    heads: list[Head]


@router.get("/heads", responses=refusals(*_MEMBER))
def list_heads(caller: WithCaller, backend: WithBackend) -> Heads:
    """Tell where all chains end."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        instance = instance_of(connection, caller.ledger_id)
        known = epochs(connection, caller.ledger_id)
    heads = [Head(author=e.author, seq=e.last_seq, hash=e.last_hash) for e in known if e.last_seq]
    return Heads(instance=instance, heads=heads)


class Position(Message):
    """A number that grows with every changeset the ledger gets here."""

    position: Number


@router.get("/events", responses=refusals(*_MEMBER))
async def wait_for_news(
    caller: WithCaller, backend: WithBackend, after: Annotated[Number, Query()] = 0
) -> Position:
    """Answer once there is more than ``after``, or when the time is up. A hint only: pull to be sure."""
    await run_in_threadpool(check_still_in, backend, caller)
    seconds = backend.settings.poll_seconds
    return Position(position=await backend.watch.wait(caller, after, seconds))
