"""Goods leave at their moving average; the shelf and the stock account never part ways."""

from datetime import date

from khata_desktop.domain.accounts import CASH, COST_OF_GOODS, INVENTORY, SALES
from khata_desktop.domain.ids import ItemId
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Notice
from khata_desktop.services.records import save_item
from khata_desktop.services.selling import PostSale, post_sale
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, on_hand, posted_to

DAY = date(2026, 3, 2)
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
