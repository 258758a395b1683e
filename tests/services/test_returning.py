"""Goods that come back: against their bill, to the last paisa, or without one."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khata_desktop.domain.accounts import (
    BANK,
    CASH,
    COST_OF_GOODS,
    INVENTORY,
    OUTPUT_TAX,
    ROUNDING,
    SALES_RETURNS,
)
from khata_desktop.domain.ids import ItemId, PartyId, VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.voucher_errors import (
    AlreadyReversed,
    KhataNeedsParty,
    LineWithoutName,
    QuantityZero,
    ReturnBelowZero,
    ReturnExceedsSale,
    TendersDoNotMatch,
    VoucherEmpty,
)
from khata_desktop.domain.vouchers import Allocation
from khata_desktop.reports.voucher_detail import voucher_detail
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import change_business
from khata_desktop.services.selling import PostReturn, post_return
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, khata, log_length, on_hand, posted_to, still_open

EARLIER, DAY, LATER = date(2026, 2, 20), date(2026, 3, 2), date(2026, 3, 9)
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


def test_part_of_a_bill_comes_back_at_its_price_and_its_cost(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    back = keeper.take_back(LATER, bill, (1, 1_000))
    assert (back.number, back.total_minor) == ("RET-A-000001", 15_000)
    accounts = posted_to(booked(books, back))
    assert (accounts[SALES_RETURNS], accounts[COST_OF_GOODS], accounts[INVENTORY]) == (
        [15_000],
        [-10_000],
        [10_000],
    )
    assert khata(books, aslam) == 30_000
    assert still_open(books, aslam) == {bill.number: 30_000}
    assert on_hand(books, stocked) == (8_000, 80_000)


def test_the_old_cost_comes_back_whatever_goods_cost_today(
    books: Books, keeper: Shopkeeper, stocked: ItemId, bill: Posted
) -> None:
    keeper.bring_in(DAY, 200_000, item_id=stocked, quantity_milli=5_000)
    back = keeper.take_back(LATER, bill, (1, 1_000))
    assert booked(books, back).lines[0].cost_minor == 10_000


def test_all_of_a_bill_comes_back_and_nothing_is_left_of_it(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId, bill: Posted
) -> None:
    keeper.take_back(LATER, bill, (1, 3_000))
    assert (khata(books, aslam), still_open(books, aslam)) == (0, {})
    assert on_hand(books, stocked) == (10_000, 100_000)
    assert balance(books, COST_OF_GOODS) == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.integers(1, 3_500), min_size=1, max_size=8), discount=st.integers(0, 9_999))
def test_parts_that_come_back_one_by_one_undo_the_bill_exactly(
    books: Books, keeper: Shopkeeper, parts: list[int], discount: int
) -> None:
    nth = str(log_length(books))
    gst, party, tea = keeper.tax("GST " + nth, 170_000), keeper.party("P " + nth), keeper.item("Tea " + nth)
    keeper.bring_in(DAY, 12_345, item_id=tea, quantity_milli=7_001)
    line = keeper.line(tea, 3_333, 1_234_567, tax_ids=(gst,))
    bill = keeper.sell(DAY, line, to=party, bill_discount_minor=discount)
    left = 3_333
    for part in [*parts, left]:
        quantity = min(part, left)
        if quantity:
            keeper.take_back(LATER, bill, (1, quantity))
            left -= quantity
    assert khata(books, party) == 0
    assert on_hand(books, tea) == (7_001, 12_345)
    assert balance(books, OUTPUT_TAX) == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(st.tuples(st.integers(1, 1_500), st.booleans()), min_size=1, max_size=8),
    discount=st.integers(0, 9_999),
)
def test_parts_of_which_some_are_void_undo_the_bill_exactly_all_the_same(
    books: Books, keeper: Shopkeeper, parts: list[tuple[int, bool]], discount: int
) -> None:
    nth = str(log_length(books))
    gst, party, tea = keeper.tax("GST " + nth, 170_000), keeper.party("P " + nth), keeper.item("Tea " + nth)
    keeper.bring_in(DAY, 12_345, item_id=tea, quantity_milli=7_001)
    line = keeper.line(tea, 3_333, 1_234_567, tax_ids=(gst,))
    bill = keeper.sell(DAY, line, to=party, bill_discount_minor=discount)
    left, wrong = 3_333, list[tuple[Posted, int]]()
    for part, mistaken in parts:
        if quantity := min(part, left):
            back = keeper.take_back(LATER, bill, (1, quantity))
            left -= quantity
            if mistaken:
                wrong.append((back, quantity))
        if len(wrong) > 1:
            # The one before last: others have come back since.
            back, quantity = wrong.pop(-2)
            keeper.void(back)
            left += quantity
    for back, quantity in wrong:
        keeper.void(back)
        left += quantity
    if left > 1:
        keeper.take_back(LATER, bill, (1, left // 2))
    if left:
        keeper.take_back(LATER, bill, (1, left - left // 2 if left > 1 else left))
    assert khata(books, party) == 0
    assert on_hand(books, tea) == (7_001, 12_345)
    assert balance(books, OUTPUT_TAX) == 0


def sweets(rupees_e4: int, pieces: int = 1) -> SoldLine:
    """A line without an item, as typed at the counter."""
    return SoldLine(item_id=None, description="sweets", quantity_milli=pieces * 1000, unit_price_e4=rupees_e4)


@pytest.fixture
def whole_rupees(books: Books) -> None:
    """Bills come to whole rupees."""
    books.execute(change_business, {"round_to_minor": 100})


@pytest.mark.usefixtures("whole_rupees")
def test_what_was_rounded_off_a_bill_comes_back_with_it(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    bill = keeper.sell(DAY, sweets(502_000, 2), to=aslam)
    assert khata(books, aslam) == 10_000
    first = keeper.take_back(LATER, bill, (1, 1_000))
    assert (first.total_minor, booked(books, first).round_off_minor) == (5_000, -20)
    second = keeper.take_back(LATER, bill, (1, 1_000))
    assert posted_to(booked(books, second))[ROUNDING] == [-20]
    assert (khata(books, aslam), balance(books, ROUNDING)) == (0, 0)


@pytest.mark.usefixtures("whole_rupees")
def test_what_a_bill_was_rounded_up_by_is_given_back_too(books: Books, keeper: Shopkeeper) -> None:
    bill = keeper.sell(DAY, sweets(7_500, 1))
    assert bill.total_minor == 100
    keeper.take_back(LATER, bill, (1, 1_000))
    assert (balance(books, CASH), balance(books, ROUNDING)) == (0, 0)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prices=st.lists(st.integers(1, 700_000), min_size=1, max_size=3),
    parts=st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 2_500), st.booleans()), min_size=1, max_size=8
    ),
    round_to=st.sampled_from([5, 100, 1_000]),
)
def test_a_rounded_bill_is_undone_exactly_whichever_parts_come_back_or_are_void(
    books: Books, keeper: Shopkeeper, prices: list[int], parts: list[tuple[int, int, bool]], round_to: int
) -> None:
    books.execute(change_business, {"round_to_minor": round_to})
    party = keeper.party("P " + str(log_length(books)))
    bill = keeper.sell(DAY, *(sweets(price, 3) for price in prices), to=party)
    left = dict.fromkeys(range(1, len(prices) + 1), 3_000)
    wrong: list[tuple[Posted, int, int]] = []

    def take_back(line: int, quantity: int) -> Posted:
        shown = books.query(voucher_detail, voucher_id=bill.voucher_id).worth_minor({line: quantity})
        back = keeper.take_back(LATER, bill, (line, quantity))
        assert back.total_minor == shown >= 0
        left[line] -= quantity
        return back

    for nth, part, mistaken in parts:
        line = nth % len(prices) + 1
        if quantity := min(part, left[line]):
            back = take_back(line, quantity)
            if mistaken:
                wrong.append((back, line, quantity))
    for back, line, quantity in wrong:
        keeper.void(back)
        left[line] += quantity
    for line, quantity in list(left.items()):
        if quantity:
            take_back(line, quantity)
    assert (khata(books, party), still_open(books, party)) == (0, {})
    assert balance(books, ROUNDING) == 0


def test_what_is_shown_of_a_return_is_what_is_posted_after_one_in_the_middle_was_void(
    books: Books, keeper: Shopkeeper
) -> None:
    """The window gives back just that money; a walk-in has no khata for a difference."""
    three = SoldLine(item_id=None, description="sweets", quantity_milli=3_000, unit_price_e4=33_333)
    bill = keeper.sell(DAY, three)
    returns = [keeper.take_back(LATER, bill, (1, 1_000)) for _ in range(3)]
    keeper.void(returns[1])
    (line,) = books.query(voucher_detail, voucher_id=bill.voucher_id).lines
    assert line.worth_minor(1_000) == line.left_minor
    command = PostReturn(
        returned_on=LATER,
        against_id=bill.voucher_id,
        taken=((1, 1_000),),
        refunds=(Tender(CASH, line.worth_minor(1_000)),),
    )
    books.execute(post_return, command)
    assert balance(books, CASH) == 0


def test_more_than_was_sold_does_not_come_back(
    books: Books, keeper: Shopkeeper, stocked: ItemId, bill: Posted
) -> None:
    keeper.take_back(LATER, bill, (1, 2_000))
    before = log_length(books)
    with pytest.raises(ReturnExceedsSale, match="INV-A-000001") as refused:
        keeper.take_back(LATER, bill, (1, 1_001))
    assert refused.value.field == "quantity"
    with pytest.raises(ReturnExceedsSale):
        keeper.take_back(LATER, bill, (1, 600), (1, 600))
    assert log_length(books) == before


def test_a_void_return_can_be_taken_back_again(books: Books, keeper: Shopkeeper, bill: Posted) -> None:
    first = keeper.take_back(LATER, bill, (1, 3_000))
    keeper.void(first)
    assert keeper.take_back(LATER, bill, (1, 3_000)).total_minor == 45_000


def test_a_return_is_corrected_as_if_the_first_had_never_been(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    first = keeper.take_back(LATER, bill, (1, 3_000))
    command = PostReturn(
        returned_on=LATER, against_id=bill.voucher_id, taken=((1, 1_000),), corrects=first.voucher_id
    )
    second = books.execute(post_return, command).value
    assert (second.number, booked(books, second).revision) == (first.number, 1)
    assert khata(books, aslam) == 30_000


def test_money_is_given_back_for_goods_of_a_paid_bill(
    books: Books, keeper: Shopkeeper, stocked: ItemId
) -> None:
    bill = keeper.sell(DAY, keeper.line(stocked, 2_000, AT_150))
    keeper.take_back(LATER, bill, (1, 500))
    assert balance(books, CASH) == 22_500


def test_a_refund_may_go_in_part_to_the_bank_and_the_rest_to_the_khata(
    books: Books, aslam: PartyId, bill: Posted
) -> None:
    command = PostReturn(
        returned_on=LATER,
        against_id=bill.voucher_id,
        taken=((1, 2_000),),
        refunds=(Tender(BANK, 12_000),),
    )
    books.execute(post_return, command)
    assert (balance(books, BANK), khata(books, aslam)) == (-12_000, 45_000 - 18_000)


def test_no_more_is_given_back_than_the_goods_were_sold_for(books: Books, bill: Posted) -> None:
    command = PostReturn(
        returned_on=LATER,
        against_id=bill.voucher_id,
        taken=((1, 1_000),),
        refunds=(Tender(CASH, 15_001),),
    )
    with pytest.raises(TendersDoNotMatch):
        books.execute(post_return, command)


def test_goods_come_back_without_a_bill_at_the_average(
    books: Books, keeper: Shopkeeper, stocked: ItemId
) -> None:
    command = PostReturn(returned_on=LATER, lines=(keeper.line(stocked, 2_000, AT_150),))
    back = books.execute(post_return, command).value
    assert (back.total_minor, balance(books, CASH)) == (30_000, -30_000)
    assert on_hand(books, stocked) == (12_000, 120_000)


def test_goods_come_back_to_an_empty_shelf_at_the_cost_of_their_record(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    books.execute(post_return, PostReturn(returned_on=LATER, lines=(keeper.line(sugar, 2_000, AT_150),)))
    assert on_hand(books, sugar) == (2_000, 20_000)


def test_a_return_without_a_bill_is_credited_to_the_khata(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    command = PostReturn(returned_on=LATER, lines=(keeper.line(stocked, 1_000, AT_150),), party_id=aslam)
    books.execute(post_return, command)
    assert khata(books, aslam) == -15_000


def test_a_return_in_which_more_is_sold_is_a_bill_and_refused_as_a_return(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    lines = (keeper.line(stocked, 1_000, AT_150), keeper.line(stocked, -2_000, AT_150))
    before = log_length(books)
    for party in (aslam, None):
        with pytest.raises(ReturnBelowZero, match="as a bill"):
            books.execute(post_return, PostReturn(returned_on=LATER, lines=lines, party_id=party))
    assert log_length(books) == before


def test_a_walk_in_has_no_khata_to_credit(books: Books, keeper: Shopkeeper, stocked: ItemId) -> None:
    lines = (keeper.line(stocked, 1_000, AT_150),)
    with pytest.raises(KhataNeedsParty):
        books.execute(post_return, PostReturn(returned_on=LATER, lines=lines, refunds=()))


def test_a_service_is_taken_back_without_stock(books: Books, keeper: Shopkeeper) -> None:
    ride = keeper.item("Delivery", kind="service")
    bill = keeper.sell(DAY, keeper.line(ride, 1_000, 2_000_000))
    assert booked(books, keeper.take_back(LATER, bill, (1, 1_000))).movements == ()


def test_goods_of_a_void_bill_cannot_come_back(
    books: Books, keeper: Shopkeeper, stocked: ItemId, bill: Posted
) -> None:
    keeper.void(bill)
    with pytest.raises(AlreadyReversed, match="INV-A-000001"):
        keeper.take_back(LATER, bill, (1, 1_000))
    assert on_hand(books, stocked) == (10_000, 100_000)


def test_only_a_bill_can_be_taken_back(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bill: Posted
) -> None:
    money = keeper.receive(DAY, 1_000, aslam)
    with pytest.raises(UnknownRecord):
        keeper.take_back(LATER, money, (1, 1_000))
    back = keeper.take_back(LATER, bill, (1, 1_000))
    with pytest.raises(UnknownRecord):
        keeper.take_back(LATER, back, (1, 1_000))
    with pytest.raises(UnknownRecord):
        keeper.take_back(LATER, Posted(voucher_id=VoucherId(bytes(16)), number="", total_minor=0), (1, 1))


@pytest.mark.parametrize("line", [0, -1, 2])
def test_a_line_the_bill_does_not_have_is_refused(keeper: Shopkeeper, bill: Posted, line: int) -> None:
    with pytest.raises(UnknownRecord):
        keeper.take_back(LATER, bill, (line, 1_000))


def test_an_empty_return_is_refused(books: Books, keeper: Shopkeeper, bill: Posted) -> None:
    with pytest.raises(VoucherEmpty):
        keeper.take_back(LATER, bill)
    with pytest.raises(QuantityZero):
        keeper.take_back(LATER, bill, (1, 0))
    with pytest.raises(VoucherEmpty):
        books.execute(post_return, PostReturn(returned_on=LATER))
    nameless = SoldLine(item_id=None, description="", quantity_milli=1_000, unit_price_e4=0)
    with pytest.raises(LineWithoutName):
        books.execute(post_return, PostReturn(returned_on=LATER, lines=(nameless,)))


def test_goods_that_come_back_settle_their_own_bill_before_older_debts(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    debt = keeper.bring_in(EARLIER, 50_000, party_id=aslam)
    sale = keeper.sell(DAY, keeper.line(stocked, 8_000, 1_500_000), to=aslam)
    back = keeper.take_back(LATER, sale, (1, 8_000))
    assert [(a.against_id, a.amount_minor) for a in booked(books, back).allocations] == [
        (sale.voucher_id, 120_000)
    ]
    assert still_open(books, aslam) == {debt.number: 50_000}
    # Undone and put back again, it settles the same bill.
    keeper.void(back)
    books.execute(reinstate, back.voucher_id)
    assert still_open(books, aslam) == {debt.number: 50_000}


def test_what_is_more_than_is_open_of_their_bill_settles_the_oldest_of_the_others(
    books: Books, keeper: Shopkeeper, aslam: PartyId, stocked: ItemId
) -> None:
    older = keeper.sell(EARLIER, keeper.line(stocked, 1_000, 5_000_000), to=aslam)
    newer = keeper.sell(DAY, keeper.line(stocked, 1_000, 3_000_000), to=aslam)
    sale = keeper.sell(DAY, keeper.line(stocked, 8_000, 1_500_000), to=aslam)
    paid = Allocation(sale.voucher_id, 100_000)
    keeper.receive(DAY, 100_000, aslam, allocations=(paid,))
    keeper.take_back(LATER, sale, (1, 6_000))
    assert still_open(books, aslam) == {newer.number: 10_000}
    assert older.number not in still_open(books, aslam)
