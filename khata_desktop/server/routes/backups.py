"""Backups: sealed, made of blobs, and kept until the owner's phrase has signed that one may go."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import Field
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from khata_desktop.server import backups, errors
from khata_desktop.server.asking import WithBackend, WithCaller
from khata_desktop.server.documenting import HERE, refusals
from khata_desktop.server.fields import BlobNames, Hex32, Message, Number, Small
from khata_desktop.server.keeping import told
from khata_desktop.server.registry import check_caller
from khata_desktop.wire.errors import BadSignature
from khata_desktop.wire.signing import SIGNATURE_SIZE

router = APIRouter(prefix="/v1/backups", tags=["backups"])

_MEMBER = (errors.Unauthorized, errors.Revoked)
_NAME = r"^[^\x00-\x1f\x7f]*$"


class NewBackup(Message):
    """A backup whose blobs were all uploaded. Its name is not sealed: a date will do."""

    name: Annotated[str, Field(min_length=1, max_length=100, pattern=_NAME, examples=["2026-01-31"])]
    manifest: Annotated[Hex32, Field(description="The hash of its sealed manifest, which is a blob.")]
    size: Annotated[Number, Field(description="of all its blobs, in bytes")]
    blobs: BlobNames


class Backup(Message):
    """A backup. Times are Unix milliseconds."""

    id: Annotated[Hex32, Field(description="The hash of its manifest, too.")]
    name: str
    manifest: Hex32
    size: Number
    author: Annotated[str, Field(description="The device's epoch that made it, or `root`.")]
    made_at: Number
    deleted_at: Annotated[Number | None, Field(description="When the owner signed that it may go.")]
    kept_until: Annotated[Number | None, Field(description="Until then it can be restored all the same.")]


class Backups(Message):
    """Newest first, those that are about to go included."""

    backups: list[Backup]


@router.post(
    "",
    status_code=201,
    responses={**HERE, **refusals(*_MEMBER, errors.NotAllowed, errors.Unknown, errors.TooMany)},
)
async def keep_backup(new: NewBackup, caller: WithCaller, backend: WithBackend, response: Response) -> Backup:
    """Keep a backup. To tell of one again takes back that it may go."""
    caller.must_be("admin", "member")
    blobs = b"".join(new.blobs)
    made = backups.Backup(
        manifest=new.manifest,
        author=caller.author,
        name=new.name,
        size=new.size,
        made_ms=backend.now_ms(),
        deleted_ms=None,
    )

    def keep(connection: Connection) -> bool:
        check_caller(connection, caller)
        return backups.add_backup(connection, caller, made, blobs)

    if await told(backend.database, backend.blobs, caller.ledger_id, [new.manifest, *new.blobs], keep):
        return _told(made)
    response.status_code = 200

    def look() -> backups.Backup:
        with backend.database.reading() as connection:
            return backups.backup_of(connection, caller.ledger_id, new.manifest)

    return _told(await run_in_threadpool(look))


@router.get("", responses=refusals(*_MEMBER))
def list_backups(caller: WithCaller, backend: WithBackend) -> Backups:
    """Tell which backups there are."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        found = backups.backups_of(connection, caller.ledger_id)
    return Backups(backups=[_told(backup) for backup in found])


@router.get("/{backup_id}", responses=refusals(*_MEMBER, errors.Unknown))
def get_backup(backup_id: Hex32, caller: WithCaller, backend: WithBackend) -> Backup:
    """Tell of one backup; its manifest and its parts are blobs."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        return _told(backups.backup_of(connection, caller.ledger_id, backup_id))


class SignedOff(Message):
    """The owner's word that a backup may go."""

    signature: Annotated[
        Small, Field(description="of the root key, under the domain `delete-backup`, over the id's 32 bytes")
    ]


@router.delete("/{backup_id}", responses=refusals(*_MEMBER, errors.Unknown, BadSignature))
def delete_backup(backup_id: Hex32, signed: SignedOff, caller: WithCaller, backend: WithBackend) -> Backup:
    """Let a backup go in 30 days; until then it is as good as before."""
    if len(signed.signature) != SIGNATURE_SIZE:
        raise BadSignature(what="backup")

    def sign_off(connection: Connection) -> backups.Backup:
        check_caller(connection, caller)
        return backups.sign_off(connection, caller.ledger_id, backup_id, signed.signature, backend.now_ms())

    return _told(backend.database.write(sign_off))


def _told(backup: backups.Backup) -> Backup:
    fields: dict[str, Any] = {
        "id": backup.manifest,
        "name": backup.name,
        "manifest": backup.manifest,
        "size": backup.size,
        "author": "root" if backup.author == b"root" else backup.author.hex(),
        "made_at": backup.made_ms,
        "deleted_at": backup.deleted_ms,
        "kept_until": backup.kept_until_ms,
    }
    return Backup(**fields)
