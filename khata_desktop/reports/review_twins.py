"""What two devices each wrote where one of them was meant: a correction, an imported line, a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.reports.common import LIVE, Query, parameter
from khata_desktop.reports.review_parts import Devices, Review, Version, devices_of
from khata_desktop.reports.review_voided import VoidedInReviews, voided_apart
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_V, _LOG = t.vouchers.c, t.event_log.c
_TWIN = t.vouchers.alias("twin")

# Written as the index of undone vouchers has it, which holds the reversals alone.
_UNDOES = _V.status == literal_column("2")
_UNDONE_TWICE = (
    select(_V.counterpart_seq).where(_UNDOES).group_by(_V.counterpart_seq).having(func.count() > 1)
)
_REPLACED_TWICE = (
    select(_V.supersedes_seq)
    .where(_V.supersedes_seq.is_not(None))
    .group_by(_V.supersedes_seq)
    .having(func.count() > 1)
)
_HEAD = select(_V.id, _V.number).where(_V.seq == parameter("seq"))
_SUCCESSORS = select(_V.seq, _V.status).where(_V.supersedes_seq == parameter("seq"))
_REVERSALS = select(_V.seq, _V.id).where(_UNDOES, _V.counterpart_seq == parameter("seq"))
_BEFORE = select(_V.supersedes_seq).where(_V.seq == parameter("seq"))


def _live_twins(name: str) -> Query:
    """Return the SELECT of what is live and bears what another live voucher bears too, in this column.

    Corrections bear the number of what they correct: only what is live twice is looked up in full.
    """
    column, of_twin = _V[name], _TWIN.c[name]
    found = select(column).group_by(column).having(func.count() > 1)
    # The index of sources holds only what came from one; every voucher has a number.
    twice = (found.where(column.is_not(None)) if name == "source_key" else found).subquery()
    live_twice = (
        select(twice.c[name])
        .join(t.vouchers, column == twice.c[name])
        .where(LIVE)
        .group_by(twice.c[name])
        .having(func.count() > 1)
        .subquery()
    )
    return (
        select(of_twin, _TWIN.c.seq, _TWIN.c.id, _LOG.device)
        .join(live_twice, of_twin == live_twice.c[name])
        .join(t.event_log, _LOG.seq == _TWIN.c.seq)
        .where(_TWIN.c.status == int(VoucherStatus.LIVE))
        .order_by(of_twin, _TWIN.c.id)
    )


_SAME_SOURCE = _live_twins("source_key")
_SAME_NUMBER = _live_twins("number")


class _Twin(NamedTuple):
    seq: int
    voucher_id: bytes
    device: int


def twins(session: Session, devices: Devices) -> Iterator[Review]:
    """Yield what was corrected, imported or numbered on two devices, and what two of them left void."""
    voided = VoidedInReviews(session)
    yield from _corrected_apart(session, devices, voided.agreed)
    yield from voided.reviews(devices)
    imported = set[frozenset[bytes]]()
    for _, group in _groups(session, _SAME_SOURCE):
        imported.add(frozenset(twin.voucher_id for twin in group))
        # A line's own key says nothing to anybody; the number of the entry made of it does.
        yield _twin_review(ReviewKind.IMPORTED_TWICE, devices, group)
    for number, group in _groups(session, _SAME_NUMBER):
        # An import gives its numbers along: the same two are told once.
        if frozenset(twin.voucher_id for twin in group) not in imported:
            yield _twin_review(ReviewKind.NUMBER_TWICE, devices, group, number)


def _corrected_apart(session: Session, devices: Devices, agreed: frozenset[bytes]) -> Iterator[Review]:
    originals = {row[0] for query in (_UNDONE_TWICE, _REPLACED_TWICE) for row in session.rows(query)}
    for original in sorted(originals):
        successors = session.rows(_SUCCESSORS, seq=original)
        reversals = session.rows(_REVERSALS, seq=original)
        lines = [live for seq, status in successors if (live := list(_live_end(session, seq, status)))]
        own, number = session.rows(_HEAD, seq=original)[0]
        if not lines and len(successors) > 1:
            both_void = voided_apart(session, devices, successors)
            if both_void is not None:
                yield both_void
            continue
        if own in agreed or not _is_open(len(lines), len(successors), len(reversals)):
            continue
        # What counts now and, where that does not tell it, how the original was undone.
        shown = [seq for live in lines for seq in live]
        if len(lines) < 2:
            shown += [seq for seq, _ in reversals]
        versions = devices.vouchers(dict.fromkeys(shown, 0))
        causes = sorted(reversal for _, reversal in reversals)
        yield _review(ReviewKind.CORRECTED_APART, versions, own, number, own, *causes)


def _is_open(lines: int, successors: int, reversals: int) -> bool:
    """Return whether a voucher that was undone more than once is still to be looked at.

    Two corrections of which one was void since are in order. One that is void here and corrected there is
    not; nor is one that two made void: it may be that each meant to void another one. Where every correction
    is void it depends on who did that.
    """
    if lines > 1:
        return True
    return reversals > 1 and reversals > successors and (lines == 1 or not successors)


def _live_end(session: Session, seq: int, status: int) -> Iterator[int]:
    """Yield what became of a correction: itself, or what corrected it, as far as that is live."""
    if status == 0:
        yield seq
        return
    for following, its_status in session.rows(_SUCCESSORS, seq=seq):
        yield from _live_end(session, following, its_status)


def _groups(session: Session, query: Query) -> Iterator[tuple[str, list[_Twin]]]:
    """Yield what is borne by live vouchers of two devices that are not corrections of one another."""
    found: defaultdict[str, list[_Twin]] = defaultdict(list)
    for borne, *twin in session.rows(query):
        found[borne].append(_Twin._make(twin))
    for borne, group in found.items():
        apart = len({twin.device for twin in group}) > 1
        if apart and len({_first_of(session, twin.seq) for twin in group}) > 1:
            yield borne, group


def _first_of(session: Session, seq: int) -> int:
    """Return the voucher that a line of corrections began with."""
    while (before := session.value(_BEFORE, seq=seq)) is not None:
        seq = before
    return seq


def _twin_review(kind: ReviewKind, devices: Devices, group: list[_Twin], number: str = "") -> Review:
    versions = devices.vouchers({twin.seq: 0 for twin in group})
    subject = number or " · ".join(dict.fromkeys(version.number for version in versions))
    return _review(kind, versions, b"", subject, *(twin.voucher_id for twin in group))


def _review(kind: ReviewKind, versions: Iterable[Version], own: bytes, number: str, *causes: bytes) -> Review:
    shown = tuple(versions)
    return Review(
        id=review_id(kind, *causes),
        kind=kind,
        hlc=max(version.hlc for version in shown),
        subject=number,
        subject_id=own,
        amount=sum(version.kind is not VoucherKind.REVERSAL for version in shown),
        versions=shown,
        devices=devices_of(shown),
    )
