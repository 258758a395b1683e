"""What the database lost of a chain: it ends before the gap, until whoever holds what is missing brings it.

Its rows may be gone by a damaged disk or somebody's hand. What lies behind the gap stays: perhaps nobody
else has it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial

from sqlalchemy import Connection, func, select, update

from khata_desktop.server.database import Database
from khata_desktop.server.errors import Unavailable
from khata_desktop.server.registry import lock_ledger
from khata_desktop.server.tables import authors, changesets, ledgers
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.identity import Author, LedgerId

log = logging.getLogger(__name__)


def end_before_gaps(database: Database, ledger_id: LedgerId, broken: Iterable[Author]) -> None:
    """Let the chains of these authors end before their gap, so that every device sees what is missing here.

    Where the database cannot be written to now, whoever asks next brings it here again.
    """
    for author in broken:
        try:
            ended = database.write(partial(_end_before_gap, ledger_id=ledger_id, author=author))
        except Unavailable:
            return
        if ended is not None:
            log.error(
                "the database lost part of ledger %s: changeset %d of %s is gone; the devices that have it"
                " bring it again",
                ledger_id.hex()[:8],
                ended + 1,
                author.hex()[:8],
            )


def _end_before_gap(connection: Connection, ledger_id: LedgerId, author: Author) -> int | None:
    """Return the number the chain ends with now, or None where it is whole."""
    if lock_ledger(connection, ledger_id) is None:
        return None
    mine = authors.c.ledger_id == ledger_id, authors.c.author == author
    last_seq = connection.execute(select(authors.c.last_seq).where(*mine)).scalar_one()
    kept = connection.execute(
        select(changesets.c.seq, changesets.c.hash)
        .where(
            changesets.c.ledger_id == ledger_id,
            changesets.c.author == author,
            changesets.c.seq <= last_seq,
        )
        .order_by(changesets.c.seq)
    )
    end, end_hash = 0, FIRST_PREVIOUS
    for seq, digest in kept:
        if seq != end + 1:
            break
        end, end_hash = seq, digest
    if end == last_seq:
        return None
    connection.execute(update(authors).where(*mine).values(last_seq=end, last_hash=end_hash))
    # What is gone takes no room, and finds it when it comes again.
    left = select(func.coalesce(func.sum(changesets.c.size), 0)).where(changesets.c.ledger_id == ledger_id)
    connection.execute(
        update(ledgers).where(ledgers.c.ledger_id == ledger_id).values(changeset_bytes=left.scalar_subquery())
    )
    return end
