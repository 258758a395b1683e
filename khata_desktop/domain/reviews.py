"""What two devices did apart and a person has to look at: the kinds of it, and the ids they go by.

A review is worked out from what the books say, so that every device comes to the same ones without a word
about it. Its id is a hash of its cause: settling it on one device settles it on all.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b


class ReviewKind(StrEnum):
    """The kinds of review. The first eight are read from the books, the others from what sync met."""

    OVERSOLD = "oversold"
    OVERDRAWN = "overdrawn"
    CORRECTED_APART = "corrected_apart"
    IMPORTED_TWICE = "imported_twice"
    NUMBER_TWICE = "number_twice"
    FIELD_APART = "field_apart"
    BOTH_VOIDED = "both_voided"
    CAME_LATE = "came_late"

    FORK = "fork"
    GAP = "gap"
    SPLIT_VIEW = "split_view"
    ROLLED_BACK = "rolled_back"
    WITHHELD = "withheld"
    REFUSED_EVENT = "refused_event"
    EVENT_TWICE = "event_twice"
    QUARANTINED = "quarantined"
    PARKED = "parked"
    EXCLUDED = "excluded"
    UNKNOWN_AUTHOR = "unknown_author"
    NOT_TAKEN = "not_taken"
    CLOCK = "clock"
    MASS_DELETION = "mass_deletion"
    #: An alarm that this version of the program has no words for.
    OTHER = "other"


def review_id(kind: ReviewKind, *causes: bytes) -> bytes:
    """Return the 16 bytes a review goes by on every device."""
    digest = blake2b(digest_size=16, person=b"khata review")
    for part in (kind.value.encode(), *causes):
        digest.update(len(part).to_bytes(4, "big") + part)
    return digest.digest()
