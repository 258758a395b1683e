"""Settling a review: looked at, one of two kept, a value chosen. It is settled on every device by that."""

from __future__ import annotations

from collections.abc import Sequence, Set

from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.domain.rights import Right
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.services.posting import GOODS_TOPICS, Posted, reverse
from khata_desktop.services.records import change_business, save_account, save_item, save_party, save_tax
from khata_desktop.storage.lookups import field_heads_of, unpack_ids
from khata_desktop.storage.unit_of_work import UnitOfWork

#: So many vouchers a review names at most; the ids of more are too long for a field.
_MOST_NAMED = 1000
_SETTLED = frozenset({Topic.REVIEWS})


def settle_review(uow: UnitOfWork, review_id: bytes, kind: ReviewKind, *, note: str = "") -> Outcome[None]:
    """Note that somebody looked at a review, and what they found. Raises NotAllowed, ValueTooLong."""
    uow.require(Right.VOID)
    uow.change_record(Entity.REVIEW, review_id, _settled(kind, note))
    return Outcome(None, _SETTLED)


def reopen_review(uow: UnitOfWork, review_id: bytes) -> Outcome[None]:
    """Put a review back to be looked at. Raises NotAllowed."""
    uow.require(Right.VOID)
    uow.change_record(Entity.REVIEW, review_id, {"settled": False})
    return Outcome(None, _SETTLED)


def void_for_review(
    uow: UnitOfWork,
    review_id: bytes,
    kind: ReviewKind,
    voucher_ids: Sequence[VoucherId],
    *,
    note: str = "",
) -> Outcome[list[str]]:
    """Void what is one too many and settle the review with it; return the numbers of the reversals.

    Raises what ``void_voucher`` raises; then nothing is void.
    """
    numbers = [reverse(uow, voucher_id, reason=note) for voucher_id in voucher_ids]
    # Another device may be voiding the other one at this very time: each tells which it was.
    voided = b"".join(sorted(voucher_ids))
    uow.change_record(Entity.REVIEW, review_id, {**_settled(kind, note), "voided": voided})
    return Outcome(numbers, GOODS_TOPICS | _SETTLED)


def restore_for_review(
    uow: UnitOfWork, review_id: bytes, voucher_ids: Sequence[VoucherId]
) -> Outcome[list[str]]:
    """Undo ``void_for_review``: the vouchers count again and the review is open; return their numbers.

    Raises what ``reinstate`` raises; then nothing counts again.
    """
    numbers = [reinstate(uow, voucher_id).value.number for voucher_id in voucher_ids]
    uow.change_record(Entity.REVIEW, review_id, {"settled": False, "voided": None})
    return Outcome(numbers, GOODS_TOPICS | _SETTLED)


def bring_back_for_review(
    uow: UnitOfWork, review_id: bytes, kind: ReviewKind, voucher_id: VoucherId, *, note: str = ""
) -> Outcome[Posted]:
    """Let one of what was voided on several devices count again, and settle the review with it.

    Raises what ``reinstate`` raises; then nothing has changed.
    """
    posted = reinstate(uow, voucher_id).value
    settle_review(uow, review_id, kind, note=note)
    return Outcome(posted, GOODS_TOPICS | _SETTLED)


def void_again_for_review(uow: UnitOfWork, review_id: bytes, voucher_id: VoucherId) -> Outcome[str]:
    """Undo ``bring_back_for_review``: what it posted is void, the review open; return the reversal's number.

    Raises what ``void_voucher`` raises.
    """
    number = reverse(uow, voucher_id, reason="")
    reopen_review(uow, review_id)
    return Outcome(number, GOODS_TOPICS | _SETTLED)


def tell_what_came_late(uow: UnitOfWork, device_id: bytes, voucher_ids: Set[bytes]) -> None:
    """Have all devices look at vouchers of a device that came in after it was shut out, by way of this one.

    Others may have told of some already: a review that was settled is opened again only by new ones.
    """
    own = review_id(ReviewKind.CAME_LATE, device_id)
    told = {
        voucher_id
        for field, _, packed in field_heads_of(uow.session, Entity.REVIEW, own)
        if field == "vouchers"
        for voucher_id in unpack_ids(packed)
    }
    if voucher_ids <= told:
        return
    named = b"".join(sorted(told | voucher_ids)[:_MOST_NAMED])
    values: dict[str, FieldValue] = {"kind": ReviewKind.CAME_LATE.value, "settled": False, "vouchers": named}
    uow.change_record(Entity.REVIEW, own, values)


def choose_value(
    uow: UnitOfWork, entity: Entity, record_id: bytes, field: str, value: FieldValue
) -> Outcome[None]:
    """Write the value that is right in place of all that were written apart.

    Raises what changing the record raises.
    """
    values = {field: value}
    match entity:
        case Entity.BUSINESS:
            topics = change_business(uow, values).topics
        case Entity.PARTY:
            topics = save_party(uow, values, party_id=PartyId(record_id)).topics
        case Entity.ITEM:
            topics = save_item(uow, values, item_id=ItemId(record_id)).topics
        case Entity.TAX:
            topics = save_tax(uow, values, tax_id=TaxId(record_id)).topics
        case _:
            topics = save_account(uow, values, account_id=AccountId(record_id)).topics
    return Outcome(None, topics | _SETTLED)


def _settled(kind: ReviewKind, note: str) -> dict[str, FieldValue]:
    return {"kind": kind.value, "settled": True, "note": note}
