"""What a new device begins with: the ledger's keys for who has the phrase, and the snapshots."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, select

from khata_desktop.server.access import Caller
from khata_desktop.server.errors import TooMany
from khata_desktop.server.registry import lock_ledger
from khata_desktop.server.tables import recovery_keys, snapshots
from khata_desktop.wire.identity import LedgerId

MOST_KEYS, KEPT_SNAPSHOTS = 10_000, 20


def put_key(connection: Connection, ledger_id: LedgerId, key_epoch: int, share: bytes) -> bool:
    """Keep a ledger key's share for recovery; return whether it is new. Raises TooMany.

    The first of an epoch stays: sealing the same keys again gives other bytes, and nobody may replace what
    the owner will one day depend on.
    """
    lock_ledger(connection, ledger_id)
    mine = recovery_keys.c.ledger_id == ledger_id
    of_epoch = select(recovery_keys.c.key_epoch).where(mine, recovery_keys.c.key_epoch == key_epoch)
    if connection.execute(of_epoch).first():
        return False
    if (connection.execute(select(func.count()).where(mine)).scalar() or 0) >= MOST_KEYS:
        raise TooMany
    connection.execute(
        recovery_keys.insert().values(ledger_id=ledger_id, key_epoch=key_epoch, recovery_share=share)
    )
    return True


def keys_of(connection: Connection, ledger_id: LedgerId) -> list[tuple[int, bytes]]:
    """Return the key epochs and shares of a ledger, oldest first."""
    rows = connection.execute(
        select(recovery_keys.c.key_epoch, recovery_keys.c.recovery_share)
        .where(recovery_keys.c.ledger_id == ledger_id)
        .order_by(recovery_keys.c.key_epoch)
    )
    return [(key_epoch, share) for key_epoch, share in rows]


def note_snapshot(
    connection: Connection,
    caller: Caller,
    manifest: bytes,
    vector: Mapping[str, int],
    blobs: bytes,
    now_ms: int,
) -> bool:
    """Tell of a snapshot whose manifest is a blob; return whether it is new. The oldest are forgotten."""
    lock_ledger(connection, caller.ledger_id)
    mine = snapshots.c.ledger_id == caller.ledger_id
    if connection.execute(select(snapshots.c.manifest).where(mine, snapshots.c.manifest == manifest)).first():
        return False
    connection.execute(
        snapshots.insert().values(
            ledger_id=caller.ledger_id,
            manifest=manifest,
            author=caller.author,
            vector=json.dumps(dict(vector), sort_keys=True).encode("ascii"),
            made_ms=now_ms,
            blobs=blobs,
        )
    )
    newest = select(snapshots.c.manifest).where(mine).order_by(*_NEWEST_FIRST).limit(KEPT_SNAPSHOTS)
    connection.execute(delete(snapshots).where(mine, snapshots.c.manifest.not_in(newest)))
    return True


_NEWEST_FIRST = (snapshots.c.made_ms.desc(), snapshots.c.manifest)


def snapshots_of(
    connection: Connection, ledger_id: LedgerId
) -> list[tuple[bytes, bytes, dict[str, int], int]]:
    """Return manifest, author, vector and time of a ledger's snapshots, newest first."""
    rows = connection.execute(
        select(snapshots.c.manifest, snapshots.c.author, snapshots.c.vector, snapshots.c.made_ms)
        .where(snapshots.c.ledger_id == ledger_id)
        .order_by(*_NEWEST_FIRST)
    )
    return [(manifest, author, json.loads(vector), made_ms) for manifest, author, vector, made_ms in rows]
