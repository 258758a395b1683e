"""What a device is still missing, in the order it was taken in."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select

from khata_desktop.server.registry import all_revocations, epochs, instance_of
from khata_desktop.server.tables import changesets
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author, LedgerId

MOST_BYTES = 16 * 1024 * 1024

# A chain's numbers rise with the position, so each author's next ones are found by its chain alone.
_NEXT = (
    select(changesets.c.position, changesets.c.size)
    .where(
        changesets.c.ledger_id == bindparam("ledger_id"),
        changesets.c.author == bindparam("author"),
        changesets.c.seq > bindparam("after"),
    )
    .order_by(changesets.c.seq)
    .limit(bindparam("most"))
)
_BODIES = (
    select(changesets.c.encoded)
    .where(
        changesets.c.ledger_id == bindparam("ledger_id"),
        changesets.c.position.in_(bindparam("positions", expanding=True)),
    )
    .order_by(changesets.c.position)
)


_position = itemgetter(0)


def pull(connection: Connection, ledger_id: LedgerId, vector: Mapping[Author, int], limit: int) -> Pulled:
    """Return the next changesets after a vector, with all credentials and revocations. Raises Unknown."""
    instance = instance_of(connection, ledger_id)
    all_epochs = epochs(connection, ledger_id)
    missing: list[tuple[int, int]] = []
    for epoch in all_epochs:
        after = vector.get(epoch.author, 0)
        if epoch.last_seq > after:
            rows: Any = connection.execute(
                _NEXT, {"ledger_id": ledger_id, "author": epoch.author, "after": after, "most": limit + 1}
            )
            # All at once: to fetch row by row costs more than to find them.
            missing += rows.all()
    missing.sort(key=_position)
    positions = _first(missing, limit)
    bodies = (
        connection.execute(_BODIES, {"ledger_id": ledger_id, "positions": positions}).scalars().all()
        if positions
        else ()
    )
    return Pulled(
        instance=instance,
        changesets=tuple(bodies),
        credentials=tuple(epoch.credential for epoch in all_epochs),
        revocations=tuple(all_revocations(connection, ledger_id)),
        more=len(positions) < len(missing),
    )


def _first(missing: list[tuple[int, int]], limit: int) -> list[int]:
    """Return the positions that fit into one answer, at least one."""
    positions: list[int] = []
    total = 0
    for position, size in missing[:limit]:
        total += size
        if positions and total > MOST_BYTES:
            break
        positions.append(position)
    return positions
