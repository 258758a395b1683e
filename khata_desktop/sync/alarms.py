"""Alarms: what went wrong between devices and no table of the books shows. The Review inbox tells them.

An alarm's id comes from its kind and cause, so that it is raised once, however often it is met.
"""

from __future__ import annotations

from hashlib import blake2b

from khata_desktop.storage.sync_store import Alarm
from khata_desktop.storage.unit_of_work import UnitOfWork

#: The same number of a chain with other bytes: a copied or restored book, or a dishonest server.
FORK = "fork"
#: Something in the middle of a chain was not delivered.
GAP = "gap"
#: Another device was shown another history of somebody than this one.
SPLIT_VIEW = "split_view"
#: The server holds less than it had acknowledged.
ROLLED_BACK = "rolled_back"
#: A device refers to changesets that the server does not deliver.
WITHHELD = "withheld"
REFUSED_EVENT = "refused_event"
EVENT_TWICE = "event_twice"
QUARANTINED = "quarantined"
PARKED = "parked"
EXCLUDED = "excluded"
UNKNOWN_AUTHOR = "unknown_author"
#: The server does not take what this book holds of another device.
NOT_TAKEN = "not_taken"
#: A device whose clock is more than a day ahead.
CLOCK = "clock"
MASS_DELETION = "mass_deletion"

MOST_AHEAD_MS = 24 * 60 * 60 * 1000
#: More deletions than these in one changeset ask for a look.
MANY_DELETIONS = 50


def raise_alarm(uow: UnitOfWork, kind: str, detail: str, *cause: object) -> None:
    """Note an alarm within the transaction."""
    digest = blake2b(digest_size=16, person=b"khata alarm")
    for part in (kind, *cause):
        digest.update(repr(part).encode() + b"\0")
    now_ms = int(uow.clock.now().timestamp() * 1000)
    uow.sync.raise_alarm(Alarm(digest.digest(), kind, now_ms << 16, detail))
