"""How a voucher came to be what it is: posted, corrected, voided, put back as it was.

The log knows postings and reversals only. A voucher posted again that says what an earlier version said was
put back (an undo), any other was corrected.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from sqlalchemy import select

from khata_desktop.domain.clock import hlc_instant
from khata_desktop.domain.events import VoucherPosted, VoucherReversed
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import Allocation, Voucher, VoucherKind, VoucherStatus
from khata_desktop.reports.common import KINDS, parameter
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session
from khata_desktop.wire.encoding import decode_event

_V, _LOG = t.vouchers.c, t.event_log.c

What = Literal["posted", "corrected", "voided", "reinstated"]


class Version(NamedTuple):
    """One step in a voucher's history; ``total_minor`` is what it came to then."""

    voucher_id: VoucherId
    number: str
    kind: VoucherKind
    revision: int
    status: VoucherStatus
    posted_on: date
    total_minor: int
    recorded_at: datetime
    user_name: str
    device_name: str
    reason: str
    what: What


_BEFORE = select(_V.supersedes_seq).where(_V.seq == parameter("seq"))
_AFTER = select(_V.seq).where(_V.supersedes_seq == parameter("seq")).order_by(_V.seq).limit(1)
_device, _user = t.log_actors.alias("device_actor"), t.log_actors.alias("user_actor")
_STEP = (
    select(
        _V.id, _V.number, _V.kind, _V.revision, _V.status, _V.posted_on, _V.total_minor, _LOG.hlc,
        t.users.c.name, t.devices.c.name, _V.counterpart_seq,
    )
    .join(t.event_log, _LOG.seq == _V.seq)
    .join(_device, _device.c.key == _LOG.device)
    .join(_user, _user.c.key == _LOG.user)
    .outerjoin(t.devices, t.devices.c.id == _device.c.id)
    .outerjoin(t.users, t.users.c.id == _user.c.id)
    .where(_V.seq == parameter("seq"))
)  # fmt: skip
_PAYLOAD = select(_LOG.payload).where(_LOG.seq == parameter("seq"))


def voucher_history(session: Session, seq: int) -> tuple[Version, ...]:
    """Return the steps from the first posting on, each correction in place of the undoing it implies."""
    versions = [*_versions_before(session, seq), seq]
    while (following := session.value(_AFTER, seq=versions[-1])) is not None:
        versions.append(following)
    said = [_said(session, version) for version in versions] if len(versions) > 1 else []
    steps: list[Version] = []
    undone_by: int | None = None
    for place, version in enumerate(versions):
        row = session.row(_STEP, seq=version)
        if row is None:
            break
        what: What = "posted" if not place else "corrected"
        if place and said[place] in said[:place]:
            what = "reinstated"
            if said[place] == said[place - 1]:
                # It was void in between; what was corrected was not.
                steps += _undoing(session, undone_by)
        steps.append(_version(row, what, ""))
        undone_by = row[10]
    return (*steps, *_undoing(session, undone_by))


def was_corrected(session: Session, seq: int) -> bool:
    """Return whether a voucher says anything else than when it was first posted."""
    before = _versions_before(session, seq)
    return bool(before) and _said(session, before[0]) != _said(session, seq)


def _versions_before(session: Session, seq: int) -> list[int]:
    """Return the earlier versions of a voucher, the first one first."""
    versions = [seq]
    while (before := session.value(_BEFORE, seq=versions[0])) is not None:
        versions.insert(0, before)
    return versions[:-1]


def _said(session: Session, seq: int) -> tuple[Voucher, frozenset[Allocation]] | None:
    """Return what a version says, without what names the version; None where the log has no such voucher."""
    event = decode_event(session.value(_PAYLOAD, seq=seq))
    if not isinstance(event, VoucherPosted):
        return None
    voucher = event.voucher
    # What money settles is chosen by the user; what bills settle follows from what is open that day.
    chosen = voucher.kind in (VoucherKind.RECEIPT, VoucherKind.PAYMENT)
    bare = replace(
        voucher, id=VoucherId(bytes(16)), revision=0, supersedes=None, allocations=(), source_key=None
    )
    return bare, frozenset(voucher.allocations if chosen else ())


def _undoing(session: Session, seq: int | None) -> list[Version]:
    """Return the step of a reversal, if there is one."""
    row = session.row(_STEP, seq=seq) if seq is not None else None
    return [_version(row, "voided", _reason(session, seq))] if row is not None and seq is not None else []


def _reason(session: Session, seq: int) -> str:
    event = decode_event(session.value(_PAYLOAD, seq=seq))
    return event.reason if isinstance(event, VoucherReversed) else ""


def _version(row: Row, what: What, reason: str) -> Version:
    own, number, kind, revision, status, day, total, hlc, user, device, _ = row
    return Version(
        voucher_id=VoucherId(own),
        number=number,
        kind=KINDS[kind],
        revision=revision,
        status=VoucherStatus(status),
        posted_on=date.fromordinal(day),
        total_minor=total,
        recorded_at=hlc_instant(hlc),
        user_name=user or "",
        device_name=device or "",
        reason=reason,
        what=what,
    )
