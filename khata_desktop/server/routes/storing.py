"""Blobs, snapshots made of them, and the ledger keys for who has the owner's phrase."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from khata_desktop.server import errors, recovering
from khata_desktop.server.asking import WithBackend, WithCaller, check_still_in
from khata_desktop.server.documenting import HERE, refusals
from khata_desktop.server.errors import Unknown
from khata_desktop.server.fields import HIGHEST, BlobNames, Hex32, Message, Number, Sealed
from khata_desktop.server.keeping import told
from khata_desktop.server.registry import check_caller

router = APIRouter(prefix="/v1", tags=["storing"])

_MEMBER = (errors.Unauthorized, errors.Revoked)
_BYTES: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_MOST_VECTOR = 4096


class Done(Message):
    """It is so now."""


@router.put(
    "/blobs/{sha256}",
    status_code=201,
    openapi_extra={"requestBody": {"required": True, "content": _BYTES}},
    responses={**HERE, **refusals(*_MEMBER, errors.HashMismatch, errors.StorageFull)},
)
async def put_blob(
    sha256: Hex32, request: Request, caller: WithCaller, backend: WithBackend, response: Response
) -> Done:
    """Keep sealed bytes, at most 4 MiB, under their hash."""
    await run_in_threadpool(check_still_in, backend, caller)

    def count(size: int) -> None:
        backend.database.write(lambda connection: backend.room.count_blob(connection, caller.ledger_id, size))

    if not await backend.blobs.put(caller.ledger_id, sha256, await request.body(), count):
        response.status_code = 200
    return Done()


@router.get(
    "/blobs/{sha256}",
    responses={200: {"content": _BYTES}, **refusals(*_MEMBER, Unknown)},
    response_class=Response,
)
async def get_blob(sha256: Hex32, caller: WithCaller, backend: WithBackend) -> Response:
    """Give the bytes of a hash."""
    await run_in_threadpool(check_still_in, backend, caller)
    content = await backend.blobs.get(caller.ledger_id, sha256)
    return Response(content, media_type="application/octet-stream")


@router.head("/blobs/{sha256}", responses=refusals(*_MEMBER, Unknown), response_class=Response)
async def head_blob(sha256: Hex32, caller: WithCaller, backend: WithBackend) -> Response:
    """Tell whether the bytes of a hash are here, and how many."""
    await run_in_threadpool(check_still_in, backend, caller)
    size = await backend.blobs.size(caller.ledger_id, sha256)
    if size is None:
        raise Unknown
    return Response(headers={"Content-Length": str(size)}, media_type="application/octet-stream")


class NewSnapshot(Message):
    """The hash of a sealed manifest, which is a blob, and how far each author's chain is in it."""

    manifest: Hex32
    vector: Annotated[
        dict[Annotated[str, Field(pattern="^[0-9a-f]{32}$")], Number], Field(max_length=_MOST_VECTOR)
    ]
    blobs: BlobNames


class Snapshot(Message):
    """A snapshot that was told of. The time is in Unix milliseconds."""

    manifest: Hex32
    author: str
    vector: dict[str, Number]
    made_at: Number


class Snapshots(Message):
    """Newest first."""

    snapshots: list[Snapshot]


@router.post("/snapshots", status_code=201, responses={**HERE, **refusals(*_MEMBER, Unknown)})
async def note_snapshot(
    new: NewSnapshot, caller: WithCaller, backend: WithBackend, response: Response
) -> Done:
    """Tell of a snapshot whose parts were all uploaded."""
    blobs = b"".join(new.blobs)

    def note(connection: Connection) -> bool:
        check_caller(connection, caller)
        return recovering.note_snapshot(connection, caller, new.manifest, new.vector, blobs, backend.now_ms())

    if not await told(backend.database, backend.blobs, caller.ledger_id, [new.manifest, *new.blobs], note):
        response.status_code = 200
    return Done()


@router.get("/snapshots", responses=refusals(*_MEMBER))
def list_snapshots(caller: WithCaller, backend: WithBackend) -> Snapshots:
    """Tell which snapshots a new device can begin with."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        found = recovering.snapshots_of(connection, caller.ledger_id)
    return Snapshots(
        snapshots=[
            Snapshot(manifest=manifest, author=author.hex(), vector=vector, made_at=made_ms)
            for manifest, author, vector, made_ms in found
        ]
    )


class Key(Message):
    """A ledger key, sealed to the owner's recovery key."""

    key_epoch: Annotated[int, Field(ge=1, le=HIGHEST)]
    recovery_share: Sealed


class Keys(Message):
    """Oldest first."""

    keys: list[Key]


@router.put(
    "/keys",
    status_code=201,
    responses={**HERE, **refusals(*_MEMBER, errors.NotAllowed, errors.TooMany)},
)
def put_key(key: Key, caller: WithCaller, backend: WithBackend, response: Response) -> Done:
    """Keep a ledger key for who has the phrase; the first of an epoch stays."""
    caller.must_be("admin", "owner")

    def put(connection: Connection) -> bool:
        check_caller(connection, caller)
        return recovering.put_key(connection, caller.ledger_id, key.key_epoch, key.recovery_share)

    response.status_code = 201 if backend.database.write(put) else 200
    return Done()


@router.get("/keys", responses=refusals(errors.Unauthorized, errors.NotAllowed))
def list_keys(caller: WithCaller, backend: WithBackend) -> Keys:
    """Give the owner, who signed in with the root key, all ledger keys."""
    caller.must_be("owner")
    with backend.database.reading() as connection:
        found = recovering.keys_of(connection, caller.ledger_id)
    return Keys(keys=[Key(key_epoch=epoch, recovery_share=share) for epoch, share in found])
