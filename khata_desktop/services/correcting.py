"""Undoing a voucher, and undoing that. Correcting one is posting it again with ``corrects``."""

from __future__ import annotations

from dataclasses import replace

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import AccountDeleted, AlreadyReversed, CannotReinstate
from khata_desktop.domain.vouchers import Allocation, Voucher, VoucherKind, VoucherStatus
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import GOODS_TOPICS, Posted, even_out_stock, post, reverse, settle
from khata_desktop.services.selling import sale_of_return, taken_back
from khata_desktop.storage.lookups import is_superseded
from khata_desktop.storage.unit_of_work import UnitOfWork


def void_voucher(uow: UnitOfWork, voucher_id: VoucherId, *, reason: str = "") -> Outcome[str]:
    """Undo a voucher: it keeps its number, money and stock go back. Returns the reversal's number.

    Stock that is left with a value goods cannot have is evened out in a journal (see ``even_out_stock``).

    Raises NotAllowed, UnknownRecord, CannotReverse, AlreadyReversed, VoucherSettled.
    """
    number = reverse(uow, voucher_id, reason=reason)
    even_out_stock(uow, voucher_id)
    return Outcome(number, GOODS_TOPICS)


def reinstate(
    uow: UnitOfWork, voucher_id: VoucherId, *, in_place_of: VoucherId | None = None
) -> Outcome[Posted]:
    """Post again what a void voucher said, under its number: so undoing it, or correcting it, is undone.

    ``in_place_of`` is the correction that counts now and is undone by this; None where the voucher was
    voided. Money, lines and the cost of the goods are as they were. A receipt settles what it settled as
    far as that stands open; everything else the oldest first, so that what had settled a bill does again.

    Raises NotAllowed, UnknownRecord, AccountDeleted, AlreadyReversed, VoucherSettled, CannotReinstate,
    ReturnExceedsSale.
    """
    uow.require(Right.VOID)
    voucher, header = uow.voucher(voucher_id)
    newest = in_place_of or voucher_id
    if header.status == VoucherStatus.LIVE or is_superseded(uow.session, newest):
        raise AlreadyReversed(number=voucher.number)
    if in_place_of is not None:
        reverse(uow, in_place_of, reason="")
        _, header = uow.voucher(in_place_of)
    _require_possible(uow, voucher)
    again = replace(
        voucher,
        id=VoucherId(uow.new_id()),
        revision=header.revision + 1,
        supersedes=newest,
        allocations=_settled_again(uow, voucher),
        # The line of the other program's file is known by the voucher that first came from it.
        source_key=None,
    )
    return Outcome(post(uow, again), GOODS_TOPICS)


def _require_possible(uow: UnitOfWork, voucher: Voucher) -> None:
    for posting in voucher.postings:
        if (account := uow.account(posting.account_id)).deleted:
            raise AccountDeleted(account=account.name)
    if voucher.kind is not VoucherKind.SALE_RETURN or voucher.against_id is None:
        return
    taken = [(line.against_line or 0, line.quantity_milli) for line in voucher.lines]
    lines, round_off = taken_back(uow, sale_of_return(uow, voucher.against_id), taken)
    if [line.total_minor for line in lines] != [line.total_minor for line in voucher.lines] or (
        round_off != voucher.round_off_minor
    ):
        # The parts of a bill that come back add up to it: what is left now is another share of it.
        raise CannotReinstate(number=voucher.number)


def _settled_again(uow: UnitOfWork, voucher: Voucher) -> tuple[Allocation, ...]:
    if voucher.kind not in (VoucherKind.RECEIPT, VoucherKind.PAYMENT) or voucher.party_id is None:
        return settle(uow, voucher.party_id, voucher.postings, against=voucher.against_id)
    unsettled = uow.unsettled_of_sign(voucher.party_id, -voucher.party_minor)
    still_open = {u.voucher_id: abs(u.open_minor) for u in unsettled}
    chosen = [
        Allocation(a.against_id, min(a.amount_minor, still_open.get(a.against_id, 0)))
        for a in voucher.allocations
    ]
    return settle(uow, voucher.party_id, voucher.postings, chosen)
