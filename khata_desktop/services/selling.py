"""Selling and taking back: bills, mixed tenders, returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.ids import PartyId, TaxId, VoucherId
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import (
    Bill,
    SoldLine,
    line_left,
    line_taken_back,
    return_postings,
    round_off_taken_back,
    sale_postings,
    work_out_bill,
)
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.rights import Right
from khata_desktop.domain.tax import Tax
from khata_desktop.domain.voucher_errors import (
    AlreadyReversed,
    ItemArchived,
    ItemDeleted,
    LineWithoutName,
    QuantityZero,
    ReturnExceedsSale,
    TaxDeleted,
    VoucherEmpty,
)
from khata_desktop.domain.vouchers import Line, Voucher, VoucherKind, VoucherStatus
from khata_desktop.services.outcome import Notice, Outcome
from khata_desktop.services.posting import (
    GOODS_TOPICS,
    Posted,
    account_by_hand,
    identify,
    own_id,
    post,
    settle,
)
from khata_desktop.services.shelf import Shelf
from khata_desktop.services.unchanged import Content, unchanged
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSale:
    """A bill to post.

    ``tenders`` of None means all in cash for a walk-in and all on khata for a party; what tenders
    do not cover goes on khata. ``tendered_minor`` is the cash handed over, for the change.
    ``corrects`` names a posted bill that this one replaces. ``voucher_id`` is its own id where that was
    chosen while it was written: such a bill is posted once, however often that is asked for.
    """

    sold_on: date
    lines: tuple[SoldLine, ...]
    party_id: PartyId | None = None
    bill_discount_minor: int = 0
    tenders: tuple[Tender, ...] | None = None
    tendered_minor: int = 0
    rounded: bool = True
    number: str | None = None
    narration: str = ""
    reference: str = ""
    due_on: date | None = None
    source_key: str | None = None
    corrects: VoucherId | None = None
    voucher_id: VoucherId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostReturn:
    """Goods that came back.

    With ``against_id`` the lines of that sale come back: ``taken`` holds (line number from 1,
    quantity in thousandths). Without, ``lines`` says what came back at what price. ``refunds`` of
    None means all in cash for a walk-in and all to the khata for a party. ``voucher_id`` is as in `PostSale`.
    """

    returned_on: date
    lines: tuple[SoldLine, ...] = ()
    against_id: VoucherId | None = None
    taken: tuple[tuple[int, int], ...] = ()
    party_id: PartyId | None = None
    refunds: tuple[Tender, ...] | None = None
    number: str | None = None
    narration: str = ""
    reference: str = ""
    source_key: str | None = None
    corrects: VoucherId | None = None
    voucher_id: VoucherId | None = None


def work_out(
    uow: UnitOfWork,
    lines: Sequence[SoldLine],
    *,
    bill_discount_minor: int = 0,
    rounded: bool = True,
    costs: Sequence[int] = (),
) -> Bill:
    """Return the bill as it would be posted, by the book's taxes, currency and rounding.

    Raises TaxDeleted, DiscountTooLarge.
    """
    taxes: dict[TaxId, Tax] = {tax: uow.tax(tax) for line in lines for tax in line.tax_ids}
    for tax in taxes.values():
        if tax.deleted:
            raise TaxDeleted(name=tax.name)
    return work_out_bill(
        lines,
        taxes=taxes,
        exponent=uow.currency.exponent,
        bill_discount_minor=bill_discount_minor,
        round_to_minor=uow.rules.round_to_minor if rounded else 0,
        costs=costs,
    )


def post_sale(uow: UnitOfWork, command: PostSale) -> Outcome[Posted]:
    """Post a bill. Raises NotAllowed, AlreadyPosted or another RuleViolation that names the field.

    Stock below zero and a credit limit passed are notices, never a refusal.
    """
    uow.require(Right.SELL)
    own = own_id(uow, command.voucher_id)
    lines = _checked(uow, command.lines)
    party = uow.party(command.party_id) if command.party_id is not None else None
    _refuse_put_away(uow, lines, of_the_past=command.source_key is not None, corrects=command.corrects)
    due_on = command.due_on
    if due_on is None and party is not None and party.due_days:
        due_on = command.sold_on + timedelta(days=party.due_days)
    if command.corrects is not None:
        content = _content(uow, command, lines, party, due_on)
        if (as_before := unchanged(uow, command.corrects, content)) is not None:
            return as_before
    identity = identify(uow, VoucherKind.SALE, number=command.number, corrects=command.corrects)
    shelf = Shelf(uow, corrected=_corrected(uow, command.corrects))
    costs = [
        shelf.take_off(line.item_id, line.quantity_milli)
        if line.quantity_milli > 0
        else -shelf.put_back(line.item_id, -line.quantity_milli)
        for line in lines
    ]
    bill = work_out(
        uow,
        lines,
        bill_discount_minor=command.bill_discount_minor,
        rounded=command.rounded,
        costs=costs,
    )
    tenders = _tenders(uow, command.tenders, bill.total_minor, party)
    postings = sale_postings(
        bill.lines,
        total_minor=bill.total_minor,
        round_off_minor=bill.round_off_minor,
        tenders=tenders,
        party=party,
        revalued_minor=shelf.revalued_minor,
    )
    voucher = Voucher(
        id=own,
        kind=VoucherKind.SALE,
        number=identity.number,
        revision=identity.revision,
        supersedes=identity.supersedes,
        posted_on=command.sold_on,
        party_id=command.party_id,
        total_minor=bill.total_minor,
        lines=bill.lines,
        movements=tuple(shelf.movements),
        postings=postings,
        allocations=settle(uow, command.party_id, postings),
        narration=command.narration.strip(),
        reference=command.reference.strip(),
        due_on=due_on,
        tendered_minor=command.tendered_minor,
        round_off_minor=bill.round_off_minor,
        source_key=command.source_key,
    )
    posted, notices = post(uow, voucher), list(shelf.notices)
    if party is not None and party.credit_limit_minor is not None and voucher.party_minor > 0:
        balance = uow.balance(party.id)
        if balance > party.credit_limit_minor:
            limit = {"name": party.name, "balance_minor": balance, "limit_minor": party.credit_limit_minor}
            notices.append(Notice("over_credit_limit", limit))
    return Outcome(posted, GOODS_TOPICS, tuple(notices))


def _content(
    uow: UnitOfWork, command: PostSale, lines: Sequence[SoldLine], party: Party | None, due_on: date | None
) -> Content:
    """Return what a bill says, whatever its goods cost."""
    bill = work_out(uow, lines, bill_discount_minor=command.bill_discount_minor, rounded=command.rounded)
    postings = sale_postings(
        bill.lines,
        total_minor=bill.total_minor,
        round_off_minor=bill.round_off_minor,
        tenders=_tenders(uow, command.tenders, bill.total_minor, party),
        party=party,
    )
    return Content(
        kind=VoucherKind.SALE,
        posted_on=command.sold_on,
        postings=postings,
        party_id=command.party_id,
        lines=bill.lines,
        narration=command.narration,
        reference=command.reference,
        due_on=due_on,
        tendered_minor=command.tendered_minor,
        round_off_minor=bill.round_off_minor,
    )


def post_return(uow: UnitOfWork, command: PostReturn) -> Outcome[Posted]:
    """Post a return. Raises NotAllowed, AlreadyPosted, ReturnExceedsSale, AlreadyReversed (of a void bill) or
    another RuleViolation.
    """
    uow.require(Right.RETURN)
    own = own_id(uow, command.voucher_id)
    _refuse_put_away(uow, command.lines, of_the_past=True)
    identity = identify(uow, VoucherKind.SALE_RETURN, number=command.number, corrects=command.corrects)
    party_id, round_off = command.party_id, 0
    shelf = Shelf(uow, corrected=_corrected(uow, command.corrects))
    if command.against_id is not None:
        sale = sale_of_return(uow, command.against_id)
        party_id = sale.party_id
        lines, round_off = taken_back(uow, sale, command.taken)
        # Whatever the item is called now: goods come back where goods went out.
        went_out = {m.item_id for m in sale.movements}
        for line in lines:
            if line.item_id is not None and line.item_id in went_out:
                shelf.put(line.item_id, line.quantity_milli, line.cost_minor)
    else:
        sold = _checked(uow, command.lines)
        costs = [
            shelf.put_back(line.item_id, line.quantity_milli)
            if line.quantity_milli > 0
            else -shelf.take_off(line.item_id, -line.quantity_milli)
            for line in sold
        ]
        lines = work_out(uow, sold, rounded=False, costs=costs).lines
    total = sum(line.total_minor for line in lines) + round_off
    party = uow.party(party_id) if party_id is not None else None
    postings = return_postings(
        lines,
        total_minor=total,
        round_off_minor=round_off,
        refunds=_tenders(uow, command.refunds, total, party),
        party=party,
        revalued_minor=shelf.revalued_minor,
    )
    voucher = Voucher(
        id=own,
        kind=VoucherKind.SALE_RETURN,
        number=identity.number,
        revision=identity.revision,
        supersedes=identity.supersedes,
        posted_on=command.returned_on,
        party_id=party_id,
        total_minor=total,
        lines=lines,
        movements=tuple(shelf.movements),
        postings=postings,
        allocations=settle(uow, party_id, postings, against=command.against_id),
        narration=command.narration.strip(),
        reference=command.reference.strip(),
        against_id=command.against_id,
        round_off_minor=round_off,
        source_key=command.source_key,
    )
    return Outcome(post(uow, voucher), GOODS_TOPICS)


def _checked(uow: UnitOfWork, lines: Sequence[SoldLine]) -> tuple[SoldLine, ...]:
    if not lines:
        raise VoucherEmpty
    for number, line in enumerate(lines, 1):
        if not line.description.strip():
            raise LineWithoutName(line=number)
        if line.quantity_milli == 0:
            raise QuantityZero(line=number)
        if line.account_id is not None:
            account_by_hand(uow, line.account_id, field="lines")
    return tuple(lines)


def _refuse_put_away(
    uow: UnitOfWork, lines: Sequence[SoldLine], *, of_the_past: bool, corrects: VoucherId | None = None
) -> None:
    """Raise ItemDeleted, ItemArchived for a line of what the shop no longer deals in.

    What tells of the past may speak of archived items: a bill of another program, goods that come back,
    and the correction of a bill that has the item already.
    """
    for line in lines:
        if line.item_id is None:
            continue
        item = uow.item(line.item_id)
        if item.deleted:
            raise ItemDeleted(name=item.name)
        if item.archived and line.quantity_milli > 0 and not of_the_past:
            before = uow.voucher(corrects)[0].lines if corrects is not None else ()
            if all(old.item_id != item.id for old in before):
                raise ItemArchived(name=item.name)


def _tenders(
    uow: UnitOfWork, tenders: Sequence[Tender] | None, total_minor: int, party: Party | None
) -> tuple[Tender, ...]:
    if tenders is None:
        return (Tender(CASH, total_minor),) if party is None and total_minor else ()
    kept = tuple(t for t in tenders if t.amount_minor)
    for tender in kept:
        uow.money_account(tender.account_id)
    return kept


def _corrected(uow: UnitOfWork, corrects: VoucherId | None) -> Voucher | None:
    return uow.voucher(corrects)[0] if corrects is not None else None


def sale_of_return(uow: UnitOfWork, sale_id: VoucherId) -> Voucher:
    """Return the bill whose goods come back. Raises UnknownRecord, AlreadyReversed."""
    sale, header = uow.voucher(sale_id)
    if sale.kind is not VoucherKind.SALE:
        raise UnknownRecord(field="against", entity="bill", name=sale.number)
    if header.status != VoucherStatus.LIVE:
        raise AlreadyReversed(number=sale.number)
    return sale


def taken_back(
    uow: UnitOfWork, sale: Voucher, taken: Sequence[tuple[int, int]]
) -> tuple[tuple[Line, ...], int]:
    """Return the lines of a return against its bill, and the share of the bill's round-off it takes.

    Raises QuantityZero, UnknownRecord, ReturnExceedsSale, VoucherEmpty.
    """
    left, round_off = dict(enumerate(sale.lines, 1)), sale.round_off_minor
    for back in uow.returns_of(sale.id):
        round_off -= back.round_off_minor
        for line in back.lines:
            if line.against_line is not None:
                left[line.against_line] = line_left(left[line.against_line], line)
    lines: list[Line] = []
    whole = [line.total_minor for line in left.values() if line.quantity_milli > 0]
    for line_no, quantity in taken:
        if quantity <= 0:
            raise QuantityZero(line=line_no)
        if not 1 <= line_no <= len(sale.lines):
            raise UnknownRecord(field="lines", entity="line", name=str(line_no))
        if quantity > left[line_no].quantity_milli:
            raise ReturnExceedsSale(item=left[line_no].description, number=sale.number)
        back_again = line_taken_back(left[line_no], line_no=line_no, quantity_milli=quantity)
        left[line_no] = line_left(left[line_no], back_again)
        lines.append(back_again)
    if not lines:
        raise VoucherEmpty
    return tuple(lines), round_off_taken_back(round_off, [line.total_minor for line in lines], whole)
