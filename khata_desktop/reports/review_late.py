"""What a device had entered and others took in after it was shut out: it counts, and a person should look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import and_, exists, func, or_, select

from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.reports.common import parameter
from khata_desktop.reports.review_parts import Devices, Review
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Session

#: So many are shown side by side, the oldest first; as they are void, others come up.
_SHOWN = 12
#: So many numbers stand in its sentence.
_NAMED_IN_WORDS = 4

_H, _R, _V, _A = t.field_heads.c, t.reviews.c, t.vouchers.c, t.sync_authors.c
_NAMED = (
    select(_R.id, _H.hlc, _H.value)
    .join(t.reviews, _R.key == _H.record_key)
    .where(_H.entity == Entity.REVIEW.value, _H.field == "vouchers", _H.value.is_not(None))
)
_DEVICES = select(_A.device_id, func.max(_A.revocation.is_not(None))).group_by(_A.device_id)
# What it posted, or undid, and nobody has put right since.
_LATER = t.vouchers.alias("later")
_STANDS = select(_V.seq).where(
    _V.id == parameter("id"),
    or_(
        _V.status == int(VoucherStatus.LIVE),
        and_(
            _V.status == int(VoucherStatus.REVERSAL),
            ~exists().where(_LATER.c.supersedes_seq == _V.counterpart_seq),
        ),
    ),
)


def came_late(session: Session, devices: Devices) -> Iterator[Review]:
    """Yield, of each device that was shut out, what came in afterwards, as long as any of it stands."""
    found: defaultdict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
    for own, hlc, packed in session.rows(_NAMED):
        found[own].append((hlc, packed))
    if not found:
        return
    whose = {review_id(ReviewKind.CAME_LATE, device): (device, out) for device, out in session.rows(_DEVICES)}
    for own, heads in found.items():
        vouchers = sorted({voucher for _, packed in heads for voucher in unpack_ids(packed)})
        stands = [seq for voucher in vouchers for (seq,) in session.rows(_STANDS, id=voucher)]
        if not stands:
            continue
        device, is_out = whose.get(own, (None, True))
        # Who shut it out may turn out to have been shut out before.
        if not is_out:
            continue
        versions = devices.vouchers(dict.fromkeys(stands, 0))
        numbers = [version.number for version in versions]
        yield Review(
            id=own,
            kind=ReviewKind.CAME_LATE,
            hlc=max(hlc for hlc, _ in heads),
            subject=" · ".join(numbers[:_NAMED_IN_WORDS] + ["…"] * (len(numbers) > _NAMED_IN_WORDS)),
            amount=len(versions),
            versions=versions[:_SHOWN],
            devices=() if device is None else (devices.device(device),),
        )
