"""What a device is still missing, in the order it was taken in."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from khata_desktop.server.registry import all_revocations, epochs, instance_of
from khata_desktop.server.tables import changesets
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author, LedgerId

MOST_BYTES = 16 * 1024 * 1024
#: More than any position.
_FAR = 1 << 62

# A chain's numbers rise with the position, so each author's next ones are found by its chain alone.
_NEXT = (
    select(changesets.c.position, changesets.c.size, changesets.c.seq)
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
#: The same where none of others lies between: some hundred numbers in a statement cost more than the rows.
_RUN_OF_BODIES = (
    select(changesets.c.encoded)
    .where(
        changesets.c.ledger_id == bindparam("ledger_id"),
        changesets.c.position.between(bindparam("first"), bindparam("last")),
    )
    .order_by(changesets.c.position)
)


_position = itemgetter(0)


class Found(NamedTuple):
    """The answer to a pull, and the authors of whose chains the database lost something."""

    pulled: Pulled
    broken: frozenset[Author]


def pull(connection: Connection, ledger_id: LedgerId, vector: Mapping[Author, int], limit: int) -> Found:
    """Find the next changesets after a vector, with all credentials and revocations. Raises Unknown.

    Nothing that stands behind a gap is given: nobody could take it in.
    """
    instance = instance_of(connection, ledger_id)
    all_epochs = epochs(connection, ledger_id)
    behind = [
        (epoch, after) for epoch in all_epochs if epoch.last_seq > (after := vector.get(epoch.author, 0))
    ]
    # Of each author somewhat more than its share: to read all that would fit of every one costs far more.
    most = min(limit, 2 * limit // max(1, len(behind))) + 1
    missing: list[tuple[int, int]] = []
    broken: set[Author] = set()
    # Beyond it stands what was not read yet of an author.
    horizon = _FAR
    for epoch, after in behind:
        rows: Any = connection.execute(
            _NEXT, {"ledger_id": ledger_id, "author": epoch.author, "after": after, "most": most}
        )
        # All at once: to fetch row by row costs more than to find them.
        whole = [
            (position, size)
            for expected, (position, size, seq) in enumerate(rows.all(), after + 1)
            if seq == expected
        ]
        missing += whole
        if len(whole) < min(most, epoch.last_seq - after):
            broken.add(epoch.author)
        elif epoch.last_seq - after > most:
            horizon = min(horizon, whole[-1][0])
    missing.sort(key=_position)
    positions = _first([one for one in missing if one[0] <= horizon], limit)
    pulled = Pulled(
        instance=instance,
        changesets=_bodies(connection, ledger_id, positions),
        credentials=tuple(epoch.credential for epoch in all_epochs),
        revocations=tuple(all_revocations(connection, ledger_id)),
        more=len(positions) < len(missing) or horizon < _FAR,
    )
    return Found(pulled, frozenset(broken))


def _bodies(connection: Connection, ledger_id: LedgerId, positions: list[int]) -> tuple[bytes, ...]:
    if not positions:
        return ()
    first, last = positions[0], positions[-1]
    if last - first + 1 == len(positions):
        run = {"ledger_id": ledger_id, "first": first, "last": last}
        return tuple(connection.execute(_RUN_OF_BODIES, run).scalars().all())
    some = {"ledger_id": ledger_id, "positions": positions}
    return tuple(connection.execute(_BODIES, some).scalars().all())


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
