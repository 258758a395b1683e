"""Telling of something that consists of blobs, so that none of them is cleared away meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select, update
from starlette.concurrency import run_in_threadpool

from khata_desktop.server.blobs import Blobs
from khata_desktop.server.database import Database
from khata_desktop.server.errors import Unavailable, Unknown
from khata_desktop.server.registry import lock_ledger
from khata_desktop.server.tables import ledgers
from khata_desktop.wire.identity import LedgerId

_ATTEMPTS = 3


async def told(
    database: Database,
    blobs: Blobs,
    ledger_id: LedgerId,
    hashes: Sequence[bytes],
    work: Callable[[Connection], bool],
) -> bool:
    """Return what the work returns, done while all these blobs are there. Raises Unknown, Unavailable.

    To look for thousands of blobs takes longer than a transaction may. So they are looked for first, and
    the work is done only if nothing was cleared away since.
    """

    def work_if_nothing_went(connection: Connection) -> bool | None:
        lock_ledger(connection, ledger_id)
        return work(connection) if times_tidied(connection, ledger_id) == before else None

    for _ in range(_ATTEMPTS):
        before = await run_in_threadpool(_times_tidied, database, ledger_id)
        if await blobs.any_missing(ledger_id, hashes):
            raise Unknown
        done = await run_in_threadpool(database.write, work_if_nothing_went)
        if done is not None:
            return done
    raise Unavailable


def times_tidied(connection: Connection, ledger_id: LedgerId) -> int:
    """Return how often blobs of a ledger were cleared away. Raises Unknown."""
    times = connection.execute(select(ledgers.c.tidied).filter_by(ledger_id=ledger_id)).scalar()
    if times is None:
        raise Unknown
    return int(times)


def count_tidied(connection: Connection, ledger_id: LedgerId) -> None:
    """Note that blobs of a locked ledger are being cleared away."""
    connection.execute(
        update(ledgers).where(ledgers.c.ledger_id == ledger_id).values(tidied=ledgers.c.tidied + 1)
    )


def _times_tidied(database: Database, ledger_id: LedgerId) -> int:
    with database.reading() as connection:
        return times_tidied(connection, ledger_id)
