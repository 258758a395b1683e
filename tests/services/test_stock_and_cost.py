"""Goods leave at their moving average; the shelf and the stock account never part ways."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khata_desktop.domain.accounts import CASH, COST_OF_GOODS, INVENTORY, OPENING_BALANCES, SALES
from khata_desktop.domain.ids import ItemId, VoucherId
from khata_desktop.domain.vouchers import StockMovement, VoucherKind
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Notice
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import save_item
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, log_length, on_hand, posted_to, rows

DAY, LATER = date(2026, 3, 2), date(2026, 3, 9)
AT_150 = 1_500_000


def test_goods_leave_at_what_they_cost(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    keeper.bring_in(DAY, 80_000, item_id=sugar, quantity_milli=10_000)
    posted = keeper.sell(DAY, keeper.line(sugar, 2_500, AT_150))
    assert posted_to(booked(books, posted)) == {
        CASH: [37_500],
        SALES: [-37_500],
        COST_OF_GOODS: [20_000],
        INVENTORY: [-20_000],
    }
    assert on_hand(books, sugar) == (7_500, 60_000)


def test_goods_bought_at_two_prices_leave_at_the_average(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    keeper.sell(DAY, keeper.line(sugar, 5_000, AT_150))
    keeper.bring_in(DAY, 70_000, item_id=sugar, quantity_milli=5_000)
    posted = keeper.sell(DAY, keeper.line(sugar, 1_000, AT_150))
    assert booked(books, posted).lines[0].cost_minor == 12_000


def test_the_last_piece_takes_the_last_paisa_with_it(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    keeper.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=3_000)
    costs = [
        booked(books, keeper.sell(DAY, keeper.line(sugar, 1_000, AT_150))).lines[0].cost_minor
        for _ in range(3)
    ]
    assert sum(costs) == 10_000
    assert on_hand(books, sugar) == (0, 0)
    assert balance(books, INVENTORY) == 0


def test_one_item_on_two_lines_is_costed_line_after_line(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=3_000)
    line = keeper.line(sugar, 1_500, AT_150)
    posted = keeper.sell(DAY, line, line)
    assert [line.cost_minor for line in booked(books, posted).lines] == [5_000, 5_000]
    assert on_hand(books, sugar) == (0, 0)


def test_more_than_is_there_is_sold_all_the_same_and_told(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 16_000, item_id=sugar, quantity_milli=2_000)
    sale = PostSale(sold_on=DAY, lines=(keeper.line(sugar, 5_000, AT_150),))
    outcome = books.execute(post_sale, sale)
    told = {"name": "Sugar", "on_hand_milli": -3_000, "unit": "kg"}
    assert outcome.notices == (Notice("stock_below_zero", told),)
    assert booked(books, outcome.value).lines[0].cost_minor == 40_000
    assert on_hand(books, sugar) == (-3_000, -24_000)


def test_what_was_never_bought_goes_out_at_the_cost_of_its_record(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.sell(DAY, keeper.line(sugar, 2_000, AT_150))
    assert on_hand(books, sugar) == (-2_000, -20_000)
    nothing_known = keeper.item("Gift")
    keeper.sell(DAY, keeper.line(nothing_known, 2_000, AT_150))
    assert on_hand(books, nothing_known) == (-2_000, 0)


def test_goods_that_arrive_late_fill_the_shelf_again(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    keeper.sell(DAY, keeper.line(sugar, 2_000, AT_150))
    keeper.bring_in(DAY, 120_000, item_id=sugar, quantity_milli=12_000)
    assert on_hand(books, sugar) == (10_000, 100_000)
    keeper.sell(DAY, keeper.line(sugar, 10_000, AT_150))
    assert on_hand(books, sugar) == (0, 0)


def test_a_new_cost_on_the_record_does_not_touch_what_is_on_the_shelf(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 80_000, item_id=sugar, quantity_milli=10_000)
    books.execute(save_item, {"cost_e4": 9_000_000}, item_id=sugar)
    posted = keeper.sell(DAY, keeper.line(sugar, 1_000, AT_150))
    assert booked(books, posted).lines[0].cost_minor == 8_000


def test_what_came_in_later_and_cheaper_is_what_the_goods_sold_before_cost(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.sell(DAY, keeper.line(sugar, 10_000, AT_150))
    assert on_hand(books, sugar) == (-10_000, -100_000)
    came = keeper.bring_in(DAY, 60_000, item_id=sugar, quantity_milli=12_000)
    assert posted_to(booked(books, came)) == {
        INVENTORY: [110_000],
        OPENING_BALANCES: [-60_000],
        COST_OF_GOODS: [-50_000],
    }
    assert on_hand(books, sugar) == (2_000, 10_000)
    assert balance(books, COST_OF_GOODS) == 50_000


def test_goods_of_unknown_cost_cost_what_is_paid_for_them_later(books: Books, keeper: Shopkeeper) -> None:
    tea = keeper.item("Tea")
    keeper.sell(DAY, keeper.line(tea, 10_000, AT_150))
    keeper.bring_in(DAY, 20_000, item_id=tea, quantity_milli=4_000)
    assert (on_hand(books, tea), balance(books, COST_OF_GOODS)) == ((-6_000, 0), 20_000)
    keeper.bring_in(DAY, 40_000, item_id=tea, quantity_milli=8_000)
    assert (on_hand(books, tea), balance(books, COST_OF_GOODS)) == ((2_000, 10_000), 50_000)


def test_more_that_comes_back_than_is_missing_is_on_hand_at_its_own_cost(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    early = keeper.sell(DAY, keeper.line(sugar, 5_000, AT_150))
    books.execute(save_item, {"cost_e4": 3_000_000}, item_id=sugar)
    keeper.bring_in(DAY, 40_000, item_id=sugar, quantity_milli=4_000)
    assert on_hand(books, sugar) == (-1_000, -10_000)
    books.execute(post_return, PostReturn(returned_on=DAY, lines=(keeper.line(sugar, 2_000, AT_150),)))
    assert on_hand(books, sugar) == (1_000, 30_000)
    keeper.take_back(DAY, early, (1, 5_000))
    assert on_hand(books, sugar) == (6_000, 80_000)


def test_goods_that_go_out_within_a_return_go_out_like_any_others(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 30_000, item_id=sugar, quantity_milli=1_000)
    tea = keeper.item("Tea", cost_e4=500_000)
    lines = (keeper.line(tea, 2_000, AT_150), keeper.line(sugar, -2_000, 100_000))
    back = books.execute(post_return, PostReturn(returned_on=DAY, lines=lines)).value
    assert [line.cost_minor for line in booked(books, back).lines] == [10_000, -60_000]
    assert on_hand(books, sugar) == (-1_000, -30_000)


def test_an_early_sale_that_is_void_puts_its_own_cost_back(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    """The cost of goods sold keeps what the goods that came turned out cheaper by, until they are sold."""
    early = keeper.sell(DAY, keeper.line(sugar, 10_000, AT_150))
    keeper.bring_in(DAY, 60_000, item_id=sugar, quantity_milli=12_000)
    keeper.void(early)
    assert (on_hand(books, sugar), balance(books, COST_OF_GOODS)) == ((12_000, 110_000), -50_000)
    keeper.sell(DAY, keeper.line(sugar, 12_000, AT_150))
    assert (on_hand(books, sugar), balance(books, COST_OF_GOODS)) == ((0, 0), 60_000)


def test_what_undoing_leaves_without_goods_goes_to_the_cost_of_goods_sold(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    first = keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    keeper.bring_in(DAY, 50_000, item_id=sugar, quantity_milli=10_000)
    keeper.sell(LATER, keeper.line(sugar, 10_000, AT_150))
    assert on_hand(books, sugar) == (10_000, 75_000)
    keeper.void(first)
    assert (on_hand(books, sugar), balance(books, COST_OF_GOODS)) == ((0, 0), 50_000)
    journal = booked(books, VoucherId(rows(books, "SELECT id FROM vouchers ORDER BY seq DESC")[0][0]))
    assert (journal.kind, journal.posted_on, journal.reference) == (VoucherKind.JOURNAL, DAY, first.number)
    assert journal.movements == (StockMovement(sugar, 0, 25_000),)
    assert posted_to(journal) == {INVENTORY: [25_000], COST_OF_GOODS: [-25_000]}
    # Undoing the journal too changes nothing for long: it is posted again.
    keeper.void(journal.id)
    assert on_hand(books, sugar) == (0, 0)


def test_goods_left_with_less_than_nothing_are_worth_what_their_record_says(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    first = keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    keeper.bring_in(DAY, 1_000, item_id=sugar, quantity_milli=10_000)
    keeper.sell(DAY, keeper.line(sugar, 9_000, AT_150))
    keeper.void(first)
    assert on_hand(books, sugar) == (1_000, 10_000)


def test_a_corrected_bill_takes_goods_at_the_cost_it_took_them_at(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    """A mended price, or a note, is no reason for goods to cost something else."""
    bill = keeper.sell(DAY, keeper.line(sugar, 10_000, AT_150))
    keeper.bring_in(DAY, 60_000, item_id=sugar, quantity_milli=12_000)
    mended = keeper.sell(DAY, keeper.line(sugar, 10_000, 1_600_000), corrects=bill.voucher_id)
    assert booked(books, mended).lines[0].cost_minor == 100_000
    assert (on_hand(books, sugar), balance(books, COST_OF_GOODS)) == ((2_000, 10_000), 50_000)
    more = keeper.sell(
        DAY,
        keeper.line(sugar, 6_000, AT_150),
        keeper.line(sugar, 5_000, AT_150),
        corrects=mended.voucher_id,
    )
    assert [line.cost_minor for line in booked(books, more).lines] == [60_000, 45_000]
    assert on_hand(books, sugar) == (1_000, 5_000)


def test_a_corrected_return_puts_goods_back_at_the_cost_it_put_them_back_at(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    lines = (keeper.line(sugar, 2_000, AT_150),)
    back = books.execute(post_return, PostReturn(returned_on=DAY, lines=lines)).value
    keeper.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=2_000)
    mended = PostReturn(returned_on=DAY, lines=lines, narration="torn", corrects=back.voucher_id)
    assert booked(books, books.execute(post_return, mended).value).lines[0].cost_minor == 20_000
    assert on_hand(books, sugar) == (4_000, 30_000)


def test_what_was_a_service_when_it_was_sold_brings_no_goods_back(books: Books, keeper: Shopkeeper) -> None:
    ride = keeper.item("Ride", kind="service")
    bill = keeper.sell(DAY, keeper.line(ride, 1_000, AT_150))
    books.execute(save_item, {"kind": "goods"}, item_id=ride)
    assert booked(books, keeper.take_back(DAY, bill, (1, 1_000))).movements == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    known=st.none() | st.integers(0, 3_000_000),
    steps=st.lists(
        st.tuples(
            st.sampled_from(["sell", "come", "back", "void"]), st.integers(1, 9_000), st.integers(0, 99_999)
        ),
        max_size=9,
    ),
)
def test_whatever_comes_goes_and_is_void_the_stock_is_worth_what_it_can_be(
    books: Books, keeper: Shopkeeper, known: int | None, steps: list[tuple[str, int, int]]
) -> None:
    rice = keeper.item("Rice " + str(log_length(books)), cost_e4=known)
    posted: list[Posted] = []
    for step, quantity, amount in steps:
        line = keeper.line(rice, quantity, AT_150)
        match step:
            case "sell":
                posted.append(keeper.sell(DAY, line))
            case "come":
                posted.append(keeper.bring_in(DAY, amount, item_id=rice, quantity_milli=quantity))
            case "back":
                back = PostReturn(returned_on=DAY, lines=(line,))
                posted.append(books.execute(post_return, back).value)
            case _ if posted:
                keeper.void(posted.pop(quantity % len(posted)))
        there, value = on_hand(books, rice)
        assert value == 0 or there * value > 0
    assert balance(books, INVENTORY) == sum(
        value for (value,) in rows(books, "SELECT value_minor FROM item_totals")
    )
