"""What every service that posts a voucher shares: settling, correcting, and recording it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.events import VoucherPosted, VoucherReversed
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.posting_rules.common import (
    merged,
    revaluation,
    settle_chosen,
    settle_oldest_first,
)
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import (
    AccountDeleted,
    AccountFollowsGoods,
    AlreadyPosted,
    AlreadyReversed,
    CannotReverse,
    CorrectsOtherKind,
    NumberTaken,
    PartyRequired,
    VoucherSettled,
)
from khata_desktop.domain.vouchers import (
    Allocation,
    Posting,
    StockMovement,
    Voucher,
    VoucherKind,
    VoucherStatus,
)
from khata_desktop.services.outcome import Topic
from khata_desktop.storage.lookups import get_header, live_returns_of
from khata_desktop.storage.unit_of_work import UnitOfWork

#: The letters that begin the numbers of each kind. A khata entry has two, by its direction.
SERIES = {
    VoucherKind.SALE: "INV",
    VoucherKind.SALE_RETURN: "RET",
    VoucherKind.RECEIPT: "RCT",
    VoucherKind.PAYMENT: "PAY",
    VoucherKind.OPENING: "OPN",
    VoucherKind.JOURNAL: "JRN",
    VoucherKind.REVERSAL: "REV",
}
GAVE_SERIES, GOT_SERIES = "GAV", "GOT"

MONEY_TOPICS = frozenset({Topic.VOUCHERS, Topic.ACCOUNTS})
KHATA_TOPICS = MONEY_TOPICS | {Topic.PARTIES}
GOODS_TOPICS = KHATA_TOPICS | {Topic.STOCK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What posting a voucher gave; ``supersedes`` is the one it stands in place of.

    ``unchanged`` tells of a correction that said what its voucher says already: that one stands, nothing was
    posted.
    """

    voucher_id: VoucherId
    number: str
    total_minor: int
    supersedes: VoucherId | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The number a voucher bears, and what it corrects if anything."""

    number: str
    revision: int = 0
    supersedes: VoucherId | None = None


def identify(
    uow: UnitOfWork,
    kind: VoucherKind,
    *,
    series: str | None = None,
    number: str | None = None,
    corrects: VoucherId | None = None,
) -> Identity:
    """Return a new voucher's number: given, or the next; a correction undoes its original and keeps its.

    ``series`` is for a kind that has several. Raises NumberTaken, CorrectsOtherKind and what
    ``reverse`` raises.
    """
    if corrects is None:
        given = (number or "").strip()
        if given and uow.number_is_borne(given):
            raise NumberTaken(number=given)
        return Identity(number=given or uow.next_number(series or SERIES[kind]))
    header = get_header(uow.session, corrects)
    if header is not None and header.status != VoucherStatus.REVERSAL and header.kind != kind:
        raise CorrectsOtherKind(number=header.number)
    reverse(uow, corrects, reason="")
    original, header = uow.voucher(corrects)
    return Identity(number=original.number, revision=header.revision + 1, supersedes=corrects)


def own_id(uow: UnitOfWork, chosen: VoucherId | None) -> VoucherId:
    """Return the id of a new voucher: the one chosen while it was written, which comes once, or a fresh one.

    Raises AlreadyPosted.
    """
    if chosen is None:
        return VoucherId(uow.new_id())
    if (header := get_header(uow.session, chosen)) is not None:
        raise AlreadyPosted(number=header.number)
    return chosen


def account_by_hand(uow: UnitOfWork, account_id: AccountId, *, field: str = "account") -> AccountId:
    """Return an account once it is sure that a posting without goods and party may stand on it.

    The stock account is what the goods on the shelf cost, and the khata accounts are what the khatas
    come to; a posting of neither would part them. An archived account is out of the lists, not out of the
    books. Raises AccountFollowsGoods, AccountDeleted, PartyRequired, UnknownRecord.
    """
    account = uow.account(account_id)
    if account.deleted:
        raise AccountDeleted(field=field, account=account.name)
    if account.use is AccountUse.INVENTORY:
        raise AccountFollowsGoods(field=field, account=account.name)
    if account.carries_khatas:
        raise PartyRequired(field=field)
    return account.id


def reverse(uow: UnitOfWork, voucher_id: VoucherId, *, reason: str) -> str:
    """Record the reversal of a live voucher and return its number.

    Raises NotAllowed, UnknownRecord, CannotReverse, AlreadyReversed, VoucherSettled.
    """
    uow.require(Right.VOID)
    header = get_header(uow.session, voucher_id)
    if header is not None and header.status == VoucherStatus.REVERSAL:
        raise CannotReverse(number=header.number)
    voucher, header = uow.voucher(voucher_id)
    if header.status != VoucherStatus.LIVE:
        raise AlreadyReversed(number=header.number)
    returns = live_returns_of(uow.session, voucher_id)
    if returns:
        raise VoucherSettled(number=voucher.number, others=", ".join(returns))
    own = VoucherId(uow.new_id())
    number = uow.next_number(SERIES[VoucherKind.REVERSAL])
    uow.record(VoucherReversed(id=own, voucher_id=voucher_id, number=number, reason=reason.strip()))
    return number


def even_out_stock(uow: UnitOfWork, undone: VoucherId) -> None:
    """Bring stock to a value that it can have, where undoing a voucher has left it with another.

    What was undone may have brought in the goods that others took at an average it had a part in. Goods
    on hand that are left with less than nothing are worth what their record says they cost; the cost of
    goods sold bears the difference, in a journal on the same day.
    """
    voucher, _ = uow.voucher(undone)
    movements, gained = [], 0
    for item_id in dict.fromkeys(m.item_id for m in voucher.movements):
        level, cost_e4 = uow.stock(item_id), uow.item(item_id).cost_e4 or 0
        known = line_amount_minor(level.on_hand_milli, cost_e4, uow.currency.exponent)
        if change := level.possible_minor(known) - level.value_minor:
            movements.append(StockMovement(item_id, 0, change))
            gained += change
    if not movements:
        return
    evened_out = Voucher(
        id=VoucherId(uow.new_id()),
        kind=VoucherKind.JOURNAL,
        number=uow.next_number(SERIES[VoucherKind.JOURNAL]),
        posted_on=voucher.posted_on,
        total_minor=abs(gained),
        postings=merged(revaluation(gained)),
        movements=tuple(movements),
        reference=voucher.number,
    )
    uow.record(VoucherPosted(evened_out))


def settle(
    uow: UnitOfWork,
    party_id: PartyId | None,
    postings: Sequence[Posting],
    chosen: Sequence[Allocation] | None = None,
    *,
    against: VoucherId | None = None,
) -> tuple[Allocation, ...]:
    """Return what the new voucher settles of its party's khata: as chosen, or the oldest first.

    What is ``against`` a voucher settles that one before all others.
    """
    effect = sum(p.amount_minor for p in postings if p.party_id is not None and p.party_id == party_id)
    if party_id is None or effect == 0:
        return ()
    unsettled = uow.unsettled_of_sign(party_id, -effect)
    if chosen is not None:
        return settle_chosen(effect, unsettled, chosen)
    if against is not None:
        unsettled = sorted(unsettled, key=lambda u: u.voucher_id != against)
    return settle_oldest_first(effect, unsettled)


def post(uow: UnitOfWork, voucher: Voucher) -> Posted:
    """Record the voucher."""
    uow.record(VoucherPosted(voucher))
    if voucher.supersedes is not None:
        even_out_stock(uow, voucher.supersedes)
    return Posted(
        voucher_id=voucher.id,
        number=voucher.number,
        total_minor=voucher.total_minor,
        supersedes=voucher.supersedes,
    )
