"""What went wrong between devices and no table of the books shows: the alarms of sync, as reviews.

An alarm is raised on the device that met it, and stays until somebody looked at it, or until what it
warned of is mended: the missing changeset came after all, the newer program was installed.
"""

from __future__ import annotations

from collections.abc import Iterator

from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.reports.review_parts import Devices, Review
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import Alarm, ChangesetState, SyncStore

_KINDS = {kind.value: kind for kind in ReviewKind}


def alarms(session: Session, devices: Devices) -> Iterator[Review]:
    """Yield the alarms whose cause is still there."""
    store = SyncStore(session)
    raised = list(store.alarms())
    if not raised:
        return
    heads = {row.author: row.seq for row in store.authors()}
    kept_back = bool(store.unhandled(ChangesetState.PARKED))
    for alarm in raised:
        kind = _KINDS.get(alarm.kind, ReviewKind.OTHER)
        who, number = _about(alarm)
        if kind is ReviewKind.GAP and heads.get(who, 0) >= number:
            continue
        if kind is ReviewKind.PARKED and not kept_back:
            continue
        if kind is ReviewKind.UNKNOWN_AUTHOR and who in heads:
            continue
        yield Review(
            id=alarm.id,
            kind=kind,
            hlc=alarm.hlc,
            subject="" if who else alarm.detail,
            amount=number,
            devices=(devices.device(who),) if who else (),
        )


def _about(alarm: Alarm) -> tuple[bytes, int]:
    """Return the author or device an alarm names, and its number; nothing where it names none."""
    first, _, rest = alarm.detail.partition(" ")
    try:
        who = bytes.fromhex(first)
    except ValueError:
        who = b""
    if len(who) != 16:
        return b"", int(alarm.detail) if alarm.detail.isdecimal() else 0
    return who, int(rest) if rest.isdecimal() else 0
