"""Whether this device knows that it was shut out: by a revocation it holds, or because its server said so.

What the server says is not signed, and stands until it takes the device again; nothing rests on it but words.
"""

from __future__ import annotations

from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.member import Member

#: A piece of ``sync_state``: 1 when the server said so last.
_TOLD_OUT = "told_out"


def is_told_out(session: Session, member: Member) -> bool:
    """Return whether this device knows that it was shut out."""
    store = SyncStore(session)
    return bool(store.get_number(_TOLD_OUT)) or any(
        row.revocation is not None for row in store.authors() if row.author == member.author
    )


def note_told_out(uow: UnitOfWork, is_out: bool) -> Outcome[None]:
    """Note what the server said last."""
    if bool(uow.sync.get_number(_TOLD_OUT)) != is_out:
        uow.sync.put_number(_TOLD_OUT, int(is_out))
    return Outcome(None, frozenset())
