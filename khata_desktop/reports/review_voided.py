"""What is void altogether because two devices each voided another one of the same.

Two who settle one review at once, without knowing of each other, each keep something else; or each void
their own correction of one bill on its page. What both meant to keep in one form or another is then gone
from the books, and only a person can say whether it should be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sqlalchemy import literal_column, select

from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.reports.common import parameter
from khata_desktop.reports.review_parts import Device, Devices, Review
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Session

_V, _H, _LOG = t.vouchers.c, t.field_heads.c, t.event_log.c
_VOIDED = (
    select(_H.record_key, _H.device, _H.value)
    .where(_H.entity == Entity.REVIEW.value, _H.field == "voided", _H.value.is_not(None))
    .order_by(_H.record_key, _H.device)
)
_VOUCHER = select(_V.seq, _V.status).where(_V.id == parameter("id"))
_FOLLOWING = select(_V.seq, _V.status).where(_V.supersedes_seq == parameter("seq"))
# As the index of undone vouchers has it.
_VOIDED_BY = (
    select(_LOG.device, _LOG.hlc)
    .select_from(t.vouchers)
    .join(t.event_log, _LOG.seq == _V.seq)
    .where(_V.status == literal_column("2"), _V.counterpart_seq == parameter("seq"))
)


class VoidedInReviews:
    """What was voided in settling reviews, where more than one device settled the same one.

    Attributes:
        agreed: vouchers that several devices voided in the same review: they meant the same.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        by_review: defaultdict[int, list[tuple[int, frozenset[bytes]]]] = defaultdict(list)
        for key, device, packed in session.rows(_VOIDED):
            by_review[key].append((device, frozenset(unpack_ids(packed))))
        self._apart = [told for told in by_review.values() if len(told) > 1]
        self.agreed = frozenset(
            own
            for told in self._apart
            for (_, one), (_, other) in combinations(told, 2)
            for own in one & other
        )

    def reviews(self, devices: Devices) -> Iterator[Review]:
        """Yield what those devices left void altogether."""
        for told in self._apart:
            # Where one voided all the other did, both say the same of it.
            if all(one <= other or other <= one for (_, one), (_, other) in combinations(told, 2)):
                continue
            gone = {own for _, ids in told for own in ids}
            lines = [(seq, status) for own in gone for seq, status in self._session.rows(_VOUCHER, id=own)]
            review = all_void(self._session, devices, lines, {devices.of_key(device) for device, _ in told})
            if review is not None:
                yield review


def voided_apart(session: Session, devices: Devices, lines: Iterable[tuple[int, int]]) -> Review | None:
    """Return a review of corrections that are all void, where no device voided all of them."""
    by_line = [
        {device for end, _ in ends_of(session, *line) for device, _ in session.rows(_VOIDED_BY, seq=end)}
        for line in lines
    ]
    if set.intersection(*by_line):
        return None
    return all_void(session, devices, lines, {devices.of_key(key) for one in by_line for key in one})


def all_void(
    session: Session, devices: Devices, lines: Iterable[tuple[int, int]], by: Iterable[Device]
) -> Review | None:
    """Return a review of vouchers as they stood last; None where one of them counts."""
    ends = dict(end for line in lines for end in ends_of(session, *line))
    if VoucherStatus.LIVE in ends.values():
        return None
    versions = devices.vouchers(dict.fromkeys(ends, 0))
    return Review(
        id=review_id(ReviewKind.BOTH_VOIDED, *sorted(version.voucher_id or b"" for version in versions)),
        kind=ReviewKind.BOTH_VOIDED,
        hlc=max(hlc for end in ends for _, hlc in session.rows(_VOIDED_BY, seq=end)),
        subject=" · ".join(dict.fromkeys(version.number for version in versions)),
        amount=len(versions),
        versions=versions,
        devices=tuple(sorted(by, key=lambda device: (device.series, device.device_id))),
    )


def counts_again(session: Session, voided: bytes) -> bool:
    """Return whether any of the vouchers that somebody voided for a review was put back since."""
    rows = [row for own in unpack_ids(voided) for row in session.rows(_VOUCHER, id=own)]
    return any(status == VoucherStatus.LIVE for row in rows for _, status in ends_of(session, *row))


def ends_of(session: Session, seq: int, status: int) -> Iterator[tuple[int, int]]:
    """Yield what became of a voucher: itself, or what was written in its place last, with its status."""
    following = session.rows(_FOLLOWING, seq=seq)
    if not following:
        yield seq, status
    for later in following:
        yield from ends_of(session, *later)
