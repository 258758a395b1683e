"""How much a ledger may keep here. Nothing of it stops reading, restoring, or shutting a device out."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from khata_desktop.server.access import Standing
from khata_desktop.server.errors import StorageFull
from khata_desktop.server.tables import ledgers
from khata_desktop.wire.identity import LedgerId


class Room:
    """The room of one ledger, in bytes; 0: without end.

    Blobs stop at nine tenths of it: a snapshot can wait, a sale cannot. A tenth beyond is the admins': a
    device that filled the rest can still be shut out, and the others told of it and given new keys.
    """

    def __init__(self, size: int) -> None:
        self._size = size

    def check_changesets(self, kept: int, standing: Standing) -> None:
        """Return when changesets may be brought that make the ledger so large. Raises StorageFull."""
        beyond = 0 if standing == "member" else self._size // 10
        if self._size and kept > self._size + beyond:
            raise StorageFull

    def count_blob(self, connection: Connection, ledger_id: LedgerId, size: int) -> None:
        """Count a blob that is about to be put; below zero, one that was not. Raises StorageFull."""
        place = ledgers.c.ledger_id == ledger_id
        if self._size and size > 0:
            most = self._size - self._size // 10
            place &= ledgers.c.changeset_bytes + ledgers.c.blob_bytes + size <= most
        counted = update(ledgers).where(place).values(blob_bytes=ledgers.c.blob_bytes + size)
        if not connection.execute(counted).rowcount:
            raise StorageFull


def blob_bytes_of(connection: Connection, ledger_id: LedgerId) -> int:
    """Return how many bytes of blobs are counted for a ledger."""
    return connection.execute(select(ledgers.c.blob_bytes).filter_by(ledger_id=ledger_id)).scalar() or 0


def correct_blob_bytes(connection: Connection, ledger_id: LedgerId, by: int) -> None:
    """Count blobs that are gone, or were not counted."""
    place = ledgers.c.ledger_id == ledger_id
    connection.execute(update(ledgers).where(place).values(blob_bytes=ledgers.c.blob_bytes + by))
