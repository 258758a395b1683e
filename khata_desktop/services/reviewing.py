"""Settling a review: looked at, one of two kept, a value chosen. It is settled on every device by that."""

from __future__ import annotations

from collections.abc import Sequence

from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.domain.rights import Right
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.services.posting import GOODS_TOPICS, Posted, reverse
from khata_desktop.services.records import change_business, save_account, save_item, save_party, save_tax
from khata_desktop.storage.unit_of_work import UnitOfWork

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
