"""The Review inbox: what two devices did apart and a person has to look at.

It is worked out anew each time from what the books say, so that devices that hold the same events show the
same reviews under the same ids, in whatever order those came. What somebody settled is a record under the
review's id; it travels like any other. A book that never synced has none, and costs nothing to ask.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from sqlalchemy import select

from khata_desktop.reports.common import parameter
from khata_desktop.reports.review_alarms import alarms
from khata_desktop.reports.review_fields import fields_apart
from khata_desktop.reports.review_late import came_late
from khata_desktop.reports.review_parts import Device, Devices, Review, Version
from khata_desktop.reports.review_shortfalls import shortfalls
from khata_desktop.reports.review_twins import twins
from khata_desktop.reports.review_voided import counts_again
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import has_other_writers

__all__ = ["Device", "Review", "Version", "all_reviews", "open_reviews"]

_R = t.reviews.c
_SETTLED = select(_R.settled, _R.note, _R.voided).where(_R.id == parameter("id"))


def open_reviews(session: Session) -> list[Review]:
    """Return what nobody has settled yet, the newest first."""
    return [review for review in all_reviews(session) if not review.settled]


def all_reviews(session: Session) -> list[Review]:
    """Return every review whose cause still stands, settled ones too, the newest first."""
    if not has_other_writers(session):
        return []
    devices = Devices(session)
    # What each voided in the inbox may be what each had corrected: that is told once.
    found = {
        review.id: review
        for review in chain(
            shortfalls(session, devices),
            twins(session, devices),
            fields_apart(session, devices),
            came_late(session, devices),
            alarms(session, devices),
        )
    }
    told = [_as_settled(session, review) for review in found.values()]
    return sorted(told, key=lambda review: (-review.hlc, review.id))


def _as_settled(session: Session, review: Review) -> Review:
    row = session.row(_SETTLED, id=review.id)
    if row is None:
        return review
    settled, note, voided = row
    # What was voided for it and counts again, put back by an undo, is to be looked at again.
    settled = settled and not (voided and counts_again(session, voided))
    return replace(review, settled=bool(settled), note=note)
