"""Clearing away what has expired: pairings, backups signed off long ago, and blobs nothing refers to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from khata_desktop.server import backups as backups_kept
from khata_desktop.server import pairings
from khata_desktop.server.blobs import Blob, Blobs
from khata_desktop.server.database import Database
from khata_desktop.server.keeping import count_tidied
from khata_desktop.server.registry import lock_ledger
from khata_desktop.server.room import blob_bytes_of, correct_blob_bytes
from khata_desktop.server.tables import backups, ledgers, snapshots
from khata_desktop.wire.identity import LedgerId

log = logging.getLogger(__name__)

_DAY_MS = 24 * 3600 * 1000
_HASH_SIZE = 32
#: While a ledger's blobs are removed nothing can be written to it, on SQLite to none; so a few at a time.
_AT_ONCE = 50
_PAGE = 500


class Tidied(NamedTuple):
    """How much was cleared away."""

    pairings: int
    backups: int
    blobs: int


def tidy(
    database: Database, blobs: Blobs, *, now_ms: int, blob_days: int, go_on: Callable[[], bool]
) -> Tidied:
    """Clear away what has expired; it may run beside the server and other runs. Raises Unavailable.

    ``go_on`` is asked now and then; when it says no the rest is left for the next time.
    """
    gone_pairings = database.write(lambda connection: pairings.forget_expired(connection, now_ms))
    gone_backups = database.write(lambda connection: backups_kept.forget_expired(connection, now_ms))
    gone_blobs = sum(
        _tidy_blobs(database, blobs, ledger_id, now_ms, blob_days * _DAY_MS)
        for ledger_id in _all_ledgers(database)
        if go_on()
    )
    tidied = Tidied(gone_pairings, gone_backups, gone_blobs)
    log.info("cleared away: %d pairings, %d backups, %d blobs", *tidied)
    return tidied


def _all_ledgers(database: Database) -> Iterator[LedgerId]:
    """Yield every ledger. What lies under another name in the store is nobody's here, and left alone."""
    last = b""
    while True:
        with database.reading() as connection:
            page = (
                connection.execute(
                    select(ledgers.c.ledger_id)
                    .where(ledgers.c.ledger_id > last)
                    .order_by(ledgers.c.ledger_id)
                    .limit(_PAGE)
                )
                .scalars()
                .all()
            )
        if not page:
            return
        yield from map(LedgerId, page)
        last = page[-1]


def _tidy_blobs(database: Database, blobs: Blobs, ledger_id: LedgerId, now_ms: int, age_ms: int) -> int:
    with database.reading() as connection:
        needed = _needed(connection, ledger_id)
        counted = blob_bytes_of(connection, ledger_id)

    def may_go(blob: Blob | None, needed: set[bytes]) -> bool:
        return blob is not None and blob.put_ms < now_ms - age_ms and blob.sha256 not in needed

    there = 0
    candidates: list[Blob] = []
    for blob in blobs.all_of(ledger_id):
        there += blob.size
        if may_go(blob, needed):
            candidates.append(blob)
    _set_right(database, ledger_id, there - counted)
    gone = 0
    for start in range(0, len(candidates), _AT_ONCE):
        batch = candidates[start : start + _AT_ONCE]

        def remove(connection: Connection, batch: list[Blob] = batch) -> int:
            # Under the ledger's lock, and looked at anew: what was put again or told of since stays. Who
            # tells of it later sees by the count that something went, and looks for its blobs again.
            lock_ledger(connection, ledger_id)
            still_needed = _needed(connection, ledger_id)
            count_tidied(connection, ledger_id)
            removed = [
                blob.size
                for blob in batch
                if may_go(blobs.find(ledger_id, blob.sha256), still_needed)
                and blobs.remove(ledger_id, blob.sha256)
            ]
            correct_blob_bytes(connection, ledger_id, -sum(removed))
            return len(removed)

        gone += database.write(remove)
    return gone


def _set_right(database: Database, ledger_id: LedgerId, difference: int) -> None:
    """Correct what was counted by what was found: a process may have ended between the two."""
    if difference:
        database.write(lambda connection: correct_blob_bytes(connection, ledger_id, difference))


def _needed(connection: Connection, ledger_id: LedgerId) -> set[bytes]:
    """Return the hashes of what a ledger's snapshots and backups consist of."""
    hashes: set[bytes] = set()
    for table in (snapshots, backups):
        rows = connection.execute(
            select(table.c.manifest, table.c.blobs).where(table.c.ledger_id == ledger_id)
        )
        for manifest, told in rows:
            hashes.add(manifest)
            hashes.update(told[at : at + _HASH_SIZE] for at in range(0, len(told), _HASH_SIZE))
    return hashes
