"""Backups on the server: only the owner's root key lets one go, and even then it stays for 30 days.

So whoever has taken over a device, or this server's token, can hold none of them to ransom.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select, update

from khata_desktop.server.access import Caller
from khata_desktop.server.errors import TooMany, Unknown
from khata_desktop.server.registry import genesis_of, lock_ledger
from khata_desktop.server.tables import backups
from khata_desktop.wire.identity import LedgerId
from khata_desktop.wire.signing import verify

MOST_BACKUPS = 1000
KEPT_MS = 30 * 24 * 3600 * 1000
DOMAIN = b"delete-backup"


class Backup(NamedTuple):
    """One backup; the hash of its sealed manifest is its name here."""

    manifest: bytes
    author: bytes
    name: str
    size: int
    made_ms: int
    deleted_ms: int | None

    @property
    def kept_until_ms(self) -> int | None:
        """When it goes, if its end was signed."""
        return None if self.deleted_ms is None else self.deleted_ms + KEPT_MS


_COLUMNS = [backups.c[field] for field in Backup._fields]


def add_backup(connection: Connection, caller: Caller, backup: Backup, blobs: bytes) -> bool:
    """Keep a backup of a locked ledger; return whether it is new. Raises TooMany.

    Telling of one again whose end was signed takes that back.
    """
    place = _place(caller.ledger_id, backup.manifest)
    if connection.execute(update(backups).where(place).values(deleted_ms=None)).rowcount:
        return False
    of_ledger = backups.c.ledger_id == caller.ledger_id
    if (connection.execute(select(func.count()).where(of_ledger)).scalar() or 0) >= MOST_BACKUPS:
        raise TooMany
    connection.execute(backups.insert().values(ledger_id=caller.ledger_id, blobs=blobs, **backup._asdict()))
    return True


def backups_of(connection: Connection, ledger_id: LedgerId) -> list[Backup]:
    """Return the backups of a ledger, newest first."""
    rows = connection.execute(
        select(*_COLUMNS)
        .where(backups.c.ledger_id == ledger_id)
        .order_by(backups.c.made_ms.desc(), backups.c.manifest)
    )
    return [Backup(*row) for row in rows]


def backup_of(connection: Connection, ledger_id: LedgerId, manifest: bytes) -> Backup:
    """Return one backup. Raises Unknown."""
    row = connection.execute(select(*_COLUMNS).where(_place(ledger_id, manifest))).one_or_none()
    if row is None:
        raise Unknown
    return Backup(*row)


def sign_off(
    connection: Connection, ledger_id: LedgerId, manifest: bytes, signature: bytes, now_ms: int
) -> Backup:
    """Let a backup go in 30 days, as the owner's root key says. Raises Unknown, BadSignature."""
    lock_ledger(connection, ledger_id)
    backup = backup_of(connection, ledger_id, manifest)
    verify(genesis_of(connection, ledger_id).root, DOMAIN, manifest, signature)
    if backup.deleted_ms is None:
        place = _place(ledger_id, manifest)
        connection.execute(update(backups).where(place).values(deleted_ms=now_ms))
    return backup_of(connection, ledger_id, manifest)


def forget_expired(connection: Connection, now_ms: int) -> int:
    """Forget the backups whose 30 days are over; return how many."""
    return connection.execute(delete(backups).where(backups.c.deleted_ms < now_ms - KEPT_MS)).rowcount


def _place(ledger_id: LedgerId, manifest: bytes) -> ColumnElement[bool]:
    return and_(backups.c.ledger_id == ledger_id, backups.c.manifest == manifest)
