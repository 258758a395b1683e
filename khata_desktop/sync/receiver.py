"""Receiving: changesets of others are checked, kept, and taken in as soon as what they rest on is here.

First everything is stored in one short transaction (storing), then it is applied in small ones (applying).
"""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.services.books import Books
from khata_desktop.sync.applying import Progress, Received, apply_waiting
from khata_desktop.sync.member import Member
from khata_desktop.sync.storing import store_delivery
from khata_desktop.sync.who_may import shut_out

__all__ = ["Progress", "Received", "receive", "shut_out"]


def receive(
    books: Books,
    member: Member,
    changesets: Iterable[bytes],
    credentials: Iterable[bytes] = (),
    revocations: Iterable[bytes] = (),
    *,
    now_ms: int,
    progress: Progress | None = None,
) -> Received:
    """Store what is new and take in all that can be; nothing that was committed is ever lost by a crash.

    Broken bytes, unknown authors, gaps and forks are left out and raise alarms. Raises StorageError.
    """
    received = Received()
    stored = books.execute(
        store_delivery, member, list(changesets), list(credentials), list(revocations), now_ms
    )
    received.stored, received.own_ahead = stored.value
    apply_waiting(books, member, received, progress)
    return received
