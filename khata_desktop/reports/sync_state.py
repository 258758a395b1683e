"""Whether a book is kept on several devices: the one question that is asked of every book."""

from __future__ import annotations

from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore

_FOUNDED = "genesis"


def is_syncing(session: Session) -> bool:
    """Return whether sync is switched on for the book."""
    return SyncStore(session).get(_FOUNDED) is not None
