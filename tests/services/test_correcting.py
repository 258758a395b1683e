"""Mistakes are mended by undoing and posting again; what was settled is set free and settled anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from khata_desktop.domain.accounts import CASH, COST_OF_GOODS, SALES
from khata_desktop.domain.ids import ItemId, PartyId, VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.voucher_errors import (
    AlreadyReversed,
    CannotReinstate,
    CannotReverse,
    CorrectsOtherKind,
    ReturnExceedsSale,
    VoucherSettled,
)
from khata_desktop.domain.vouchers import Allocation, Posting
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.khata import PostJournal, post_journal
from khata_desktop.services.posting import Posted
from khata_desktop.services.selling import PostReturn, post_return
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, khata, log_length, on_hand, rows, still_open

DAY, LATER = date(2026, 3, 2), date(2026, 3, 9)
AT_150 = 1_500_000


@pytest.fixture
def stocked(keeper: Shopkeeper, sugar: ItemId) -> ItemId:
    """Ten kilos of sugar that cost 100 each."""
    keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    return sugar


@pytest.fixture
def bill(keeper: Shopkeeper, aslam: PartyId, stocked: ItemId) -> Posted:
    """Three kilos sold to Aslam at 150, all on khata."""
    return keeper.sell(DAY, keeper.line(stocked, 3_000, AT_150), to=aslam)


def history(books: Books, number: str) -> list[tuple[int, int]]:
    """Return (revision, status) of every voucher that bears a number."""
    found = rows(books, "SELECT revision, status FROM vouchers WHERE number = ? ORDER BY seq", (number,))
    return [(revision, status) for revision, status in found]


def test_a_corrected_bill_keeps_its_number_and_its_history(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 2_000, AT_150)
    right = keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id)
    righter = keeper.sell(LATER, line, to=aslam, paid=10_000, corrects=right.voucher_id)
    assert bill.number == right.number == righter.number
    assert history(books, bill.number) == [(0, 1), (1, 1), (2, 0)]
    assert booked(books, righter).supersedes == right.voucher_id
    assert khata(books, aslam) == 20_000
    assert on_hand(books, stocked) == (8_000, 80_000)
    assert (balance(books, CASH), balance(books, SALES)) == (10_000, -30_000)


def test_what_was_paid_on_a_bill_moves_over_to_its_correction(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    receipt = keeper.receive(LATER, 40_000, aslam)
    line = keeper.line(stocked, 2_000, AT_150)
    right = keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id)
    assert booked(books, right).allocations == (Allocation(receipt.voucher_id, 30_000),)
    assert still_open(books, aslam) == {receipt.number: -10_000}


def test_a_bill_moves_from_one_khata_to_another(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    bilal = keeper.party("Bilal")
    keeper.sell(DAY, keeper.line(stocked, 3_000, AT_150), to=bilal, corrects=bill.voucher_id)
    assert (khata(books, aslam), khata(books, bilal)) == (0, 45_000)


def test_a_bill_on_khata_turns_out_to_be_paid(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 3_000, AT_150)
    keeper.sell(DAY, line, to=aslam, tenders=(Tender(CASH, 45_000),), corrects=bill.voucher_id)
    assert (khata(books, aslam), still_open(books, aslam), balance(books, CASH)) == (0, {}, 45_000)


def test_the_cost_of_a_corrected_bill_is_worked_out_on_the_shelf_as_it_was(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    all_of_it = keeper.sell(DAY, keeper.line(stocked, 10_000, AT_150), to=aslam)
    right = keeper.sell(DAY, keeper.line(stocked, 4_000, AT_150), to=aslam, corrects=all_of_it.voucher_id)
    assert booked(books, right).lines[0].cost_minor == 40_000
    assert on_hand(books, stocked) == (6_000, 60_000)


def test_a_receipt_is_corrected_and_settles_again(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    receipt = keeper.receive(DAY, 40_000, aslam)
    right = keeper.receive(LATER, 4_000, aslam, corrects=receipt.voucher_id)
    assert right.number == receipt.number
    assert still_open(books, aslam) == {bill.number: 41_000}
    assert balance(books, CASH) == 4_000


def test_khata_entries_and_journals_are_corrected_alike(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    entry = keeper.gave(DAY, 900, aslam)
    keeper.gave(DAY, 90, aslam, corrects=entry.voucher_id)
    assert (khata(books, aslam), history(books, entry.number)) == (90, [(0, 1), (1, 0)])
    journal = keeper.journal(DAY, Posting(CASH, 700), Posting(SALES, -700))
    command = PostJournal(
        postings=(Posting(CASH, 70), Posting(SALES, -70)), entered_on=DAY, corrects=journal.voucher_id
    )
    assert books.execute(post_journal, command).value.number == journal.number
    assert balance(books, CASH) == 70


def test_a_voucher_is_corrected_by_one_of_its_own_kind(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    receipt, entry = keeper.receive(DAY, 500, aslam), keeper.gave(DAY, 900, aslam)
    line = keeper.line(stocked, 1_000, AT_150)
    before = log_length(books)
    attempts: list[tuple[Posted, Callable[[VoucherId], object]]] = [
        (receipt, lambda own: keeper.sell(DAY, line, to=aslam, corrects=own)),
        (bill, lambda own: keeper.receive(DAY, 500, aslam, corrects=own)),
        (receipt, lambda own: keeper.pay(DAY, 500, aslam, corrects=own)),
        (receipt, lambda own: keeper.gave(DAY, 500, aslam, corrects=own)),
        (
            bill,
            lambda own: books.execute(
                post_return, PostReturn(returned_on=DAY, lines=(line,), party_id=aslam, corrects=own)
            ),
        ),
        (
            entry,
            lambda own: books.execute(
                post_journal,
                PostJournal(postings=(Posting(CASH, 70), Posting(SALES, -70)), entered_on=DAY, corrects=own),
            ),
        ),
    ]
    for original, attempt in attempts:
        with pytest.raises(CorrectsOtherKind, match=original.number) as refused:
            attempt(original.voucher_id)
        assert refused.value.field == "voucher"
    assert log_length(books) == before


def test_what_was_written_as_given_turns_out_to_be_got(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    entry = keeper.gave(DAY, 900, aslam)
    assert keeper.got(DAY, 900, aslam, corrects=entry.voucher_id).number == entry.number
    assert khata(books, aslam) == -900


def test_a_corrected_voucher_cannot_be_corrected_again_in_its_old_form(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 1_000, AT_150)
    keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id)
    before = log_length(books)
    with pytest.raises(AlreadyReversed, match=bill.number):
        keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id)
    assert log_length(books) == before


def test_a_correction_that_fails_leaves_the_original_as_it_was(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    before = log_length(books)
    wrong = SoldLine(item_id=ItemId(bytes(16)), description="ghost", quantity_milli=1_000, unit_price_e4=1)
    with pytest.raises(UnknownRecord):
        keeper.sell(DAY, wrong, to=aslam, corrects=bill.voucher_id)
    assert log_length(books) == before
    assert khata(books, aslam) == 45_000


def test_a_void_bill_gives_back_goods_and_money_and_sets_free_what_was_paid_on_it(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    receipt = keeper.receive(LATER, 40_000, aslam)
    assert keeper.void(bill, reason=" wrong customer ") == "REV-A-000001"
    assert still_open(books, aslam) == {receipt.number: -40_000}
    assert on_hand(books, stocked) == (10_000, 100_000)
    assert balance(books, SALES) == 0
    reversal = "SELECT narration, status FROM vouchers WHERE number = 'REV-A-000001'"
    assert rows(books, reversal) == [("wrong customer", 2)]
    assert history(books, bill.number) == [(0, 1)]


def test_a_void_receipt_makes_its_bills_due_again(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    receipt = keeper.receive(LATER, 50_000, aslam)
    assert still_open(books, aslam) == {receipt.number: -5_000}
    keeper.void(receipt)
    assert still_open(books, aslam) == {bill.number: 45_000}


def test_a_void_bill_gives_back_the_advance_it_used(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    advance = keeper.receive(DAY, 20_000, aslam)
    bill = keeper.sell(DAY, keeper.line(stocked, 1_000, AT_150), to=aslam)
    assert still_open(books, aslam) == {advance.number: -5_000}
    keeper.void(bill)
    assert still_open(books, aslam) == {advance.number: -20_000}


def test_both_sides_of_a_settlement_may_be_void_in_either_order(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    receipt = keeper.receive(LATER, 45_000, aslam)
    keeper.void(bill)
    keeper.void(receipt)
    assert (khata(books, aslam), still_open(books, aslam)) == (0, {})


def test_a_bill_with_goods_returned_stands_until_the_return_is_void(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    back = keeper.take_back(LATER, bill, (1, 1_000))
    with pytest.raises(VoucherSettled, match=back.number):
        keeper.void(bill)
    with pytest.raises(VoucherSettled):
        keeper.sell(DAY, keeper.line(stocked, 1_000, AT_150), to=aslam, corrects=bill.voucher_id)
    keeper.void(back)
    keeper.void(bill)
    assert on_hand(books, stocked) == (10_000, 100_000)


def test_nothing_is_void_twice_and_an_undoing_is_not_undone(
    books: Books, keeper: Shopkeeper, bill: Posted
) -> None:
    keeper.void(bill)
    with pytest.raises(AlreadyReversed):
        keeper.void(bill)
    ((reversal,),) = rows(books, "SELECT id FROM vouchers WHERE status = 2")
    with pytest.raises(CannotReverse, match="REV-A-000001"):
        keeper.void(VoucherId(reversal))
    with pytest.raises(UnknownRecord):
        keeper.void(VoucherId(bytes(16)))


def test_stock_brought_in_by_mistake_is_void(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    opening = keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    keeper.void(opening)
    assert on_hand(books, sugar) == (0, 0)


# --- and undoing that -----------------------------------------------------------------------------


def test_a_void_bill_put_back_is_as_it_was_under_its_number(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    receipt = keeper.receive(LATER, 20_000, aslam)
    keeper.void(bill)
    again = books.execute(reinstate, bill.voucher_id).value
    assert again.number == bill.number
    assert history(books, bill.number) == [(0, 1), (1, 0)]
    assert booked(books, again).lines == booked(books, bill).lines
    assert khata(books, aslam) == 25_000
    assert still_open(books, aslam) == {bill.number: 25_000}
    assert on_hand(books, stocked) == (7_000, 70_000)
    assert booked(books, again).allocations == (Allocation(receipt.voucher_id, 20_000),)


def test_a_void_receipt_put_back_settles_the_bill_that_was_chosen(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    later = keeper.gave(LATER, 30_000, aslam)
    chosen = (Allocation(later.voucher_id, 30_000),)
    receipt = keeper.receive(LATER, 30_000, aslam, allocations=chosen)
    keeper.void(receipt)
    again = books.execute(reinstate, receipt.voucher_id).value
    assert booked(books, again).allocations == chosen
    assert still_open(books, aslam) == {bill.number: 45_000}


def test_undoing_a_correction_brings_back_what_it_corrected_and_so_does_undoing_that(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 2_000, AT_150)
    wrong = keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id)
    first = books.execute(reinstate, bill.voucher_id, in_place_of=wrong.voucher_id).value
    assert (khata(books, aslam), on_hand(books, stocked)) == (45_000, (7_000, 70_000))
    books.execute(reinstate, wrong.voucher_id, in_place_of=first.voucher_id)
    assert (khata(books, aslam), on_hand(books, stocked)) == (30_000, (8_000, 80_000))
    assert history(books, bill.number) == [(0, 1), (1, 1), (2, 1), (3, 0)]


def test_what_counts_or_was_replaced_is_not_put_back(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    with pytest.raises(AlreadyReversed):
        books.execute(reinstate, bill.voucher_id)
    keeper.void(bill)
    books.execute(reinstate, bill.voucher_id)
    with pytest.raises(AlreadyReversed):
        books.execute(reinstate, bill.voucher_id)
    assert khata(books, aslam) == 45_000


def test_a_void_return_is_put_back_unless_its_bill_has_changed_since(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    back = keeper.take_back(LATER, bill, (1, 1_000))
    keeper.void(back)
    again = books.execute(reinstate, back.voucher_id).value
    assert (khata(books, aslam), on_hand(books, stocked)) == (30_000, (8_000, 80_000))
    keeper.void(again)
    keeper.take_back(LATER, bill, (1, 3_000))
    with pytest.raises(ReturnExceedsSale):
        books.execute(reinstate, again.voucher_id)
    assert khata(books, aslam) == 0


def test_a_return_whose_share_of_the_bill_is_another_now_is_entered_anew(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    # Three kilos for eight paisa: a kilo of them is worth three, and two where most came back before.
    sale = keeper.sell(DAY, keeper.line(stocked, 3_000, 267), to=aslam, rounded=False)
    first = keeper.take_back(LATER, sale, (1, 1_000))
    keeper.void(first)
    keeper.take_back(LATER, sale, (1, 1_700))
    owed = khata(books, aslam)
    with pytest.raises(CannotReinstate):
        books.execute(reinstate, first.voucher_id)
    assert khata(books, aslam) == owed


def test_a_correction_that_says_the_same_posts_nothing(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 3_000, AT_150)
    gave = keeper.gave(DAY, 7_000, aslam, narration="atta")
    got = keeper.receive(LATER, 20_000, aslam, reference="12")
    paid = keeper.pay(LATER, 5_000, for_account_id=COST_OF_GOODS)
    moved = PostJournal(postings=(Posting(CASH, 900), Posting(SALES, -900)), entered_on=DAY, narration="left")
    journal = books.execute(post_journal, moved).value
    before = log_length(books)
    again = [
        keeper.sell(DAY, line, to=aslam, corrects=bill.voucher_id),
        keeper.gave(DAY, 7_000, aslam, narration=" atta ", corrects=gave.voucher_id),
        keeper.receive(LATER, 20_000, aslam, reference="12", corrects=got.voucher_id),
        keeper.receive(
            LATER,
            20_000,
            aslam,
            reference="12",
            allocations=(Allocation(bill.voucher_id, 20_000),),
            corrects=got.voucher_id,
        ),
        keeper.pay(LATER, 5_000, for_account_id=COST_OF_GOODS, corrects=paid.voucher_id),
        books.execute(post_journal, replace(moved, corrects=journal.voucher_id)).value,
    ]
    assert [posted.voucher_id for posted in again] == [
        own.voucher_id for own in (bill, gave, got, got, paid, journal)
    ]
    assert all(posted.unchanged for posted in again)
    assert log_length(books) == before
    assert history(books, bill.number) == [(0, 0)]


def test_a_correction_of_the_least_thing_is_posted(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    line = keeper.line(stocked, 3_000, AT_150)
    noted = keeper.sell(DAY, line, to=aslam, narration="by hand", corrects=bill.voucher_id)
    later = keeper.sell(LATER, line, to=aslam, narration="by hand", corrects=noted.voucher_id)
    assert not noted.unchanged
    assert not later.unchanged
    keeper.gave(DAY, 7_000, aslam)
    got = keeper.receive(LATER, 5_000, aslam)
    chosen = (Allocation(later.voucher_id, 5_000),)
    other = keeper.receive(LATER, 5_000, aslam, allocations=chosen, corrects=got.voucher_id)
    assert not other.unchanged
    oldest = keeper.receive(LATER, 5_000, aslam, corrects=other.voucher_id)
    assert not oldest.unchanged


def test_a_walk_in_whose_bill_stays_as_it_is_is_not_sold_to_again(
    books: Books, keeper: Shopkeeper, stocked: ItemId
) -> None:
    line = keeper.line(stocked, 1_000, AT_150)
    sold = keeper.sell(DAY, line, tendered_minor=20_000)
    # Goods that came in meanwhile cost another price; the bill still says what it said.
    keeper.bring_in(DAY, 300_000, item_id=stocked, quantity_milli=10_000)
    before = log_length(books)
    assert keeper.sell(DAY, line, tendered_minor=20_000, corrects=sold.voucher_id).unchanged
    assert log_length(books) == before
    assert not keeper.sell(DAY, line, tendered_minor=50_000, corrects=sold.voucher_id).unchanged
