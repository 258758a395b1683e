"""What cannot be read in a bill's cell stays there, says so, and is not sold as something else."""

import pytest
from PySide6.QtCore import Qt

from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.sale.bill import draft_from_json, draft_to_json
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_sale_page import an_item, begin_return, counter_page, newest_sale, sell


def shown(page: SalePage, row: int, key: str) -> str:
    model = page.bill.table.bill_model
    column = [column.key for column in model.columns].index(key)
    return str(model.data(model.index(row, column)))


@pytest.mark.parametrize(
    ("key", "typed", "says"),
    [
        ("quantity", "abc", "not a quantity"),
        ("quantity", "99999999999999999999", "larger than"),
        ("price", "12+", "stops in the middle"),
        ("discount", "5x", "5x"),
    ],
)
def test_what_cannot_be_read_stays_in_its_cell_and_says_why(
    shop: Counter, key: str, typed: str, says: str
) -> None:
    page = counter_page(shop)
    shop.press(Qt.Key.Key_F2)
    page.focus_first()
    before = newest_sale(shop).voucher_id
    sell(shop, f"2*{an_item(shop).name}")
    page.bill.table.edit_cell(0, key)
    shop.type(typed)
    shop.press(Qt.Key.Key_Return)
    assert says in page.bill.table.problem_text
    # The cursor goes nowhere else, and what was typed is there to be mended.
    assert shop.focus.property("cell")
    assert shop.focus.text() == typed  # type: ignore[attr-defined]
    page.focus_first()
    assert shown(page, 0, key) == typed
    assert says in page.bill.table.problem_text
    assert page.bill.panel.total_text == "—"
    shop.press(Qt.Key.Key_S, CTRL)
    assert newest_sale(shop).voucher_id == before
    assert shop.focus.property("cell")
    assert shop.focus.text() == typed  # type: ignore[attr-defined]
    shop.type("3")
    shop.press(Qt.Key.Key_Return)
    assert page.bill.table.problem_text == ""
    assert page.bill.item.hasFocus()
    shop.press(Qt.Key.Key_S, CTRL)
    assert newest_sale(shop).voucher_id != before


def test_save_while_the_cell_is_open_does_not_sell_the_old_quantity(shop: Counter) -> None:
    page = counter_page(shop)
    before = newest_sale(shop).voucher_id
    sell(shop, an_item(shop).name)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("1o")
    shop.press(Qt.Key.Key_S, CTRL)
    assert newest_sale(shop).voucher_id == before
    assert "1o" in page.bill.table.problem_text


def test_more_of_the_same_stands_apart_from_a_quantity_that_cannot_be_read(shop: Counter) -> None:
    page = counter_page(shop)
    pick = an_item(shop)
    sell(shop, pick.name)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("abc")
    page.focus_first()
    sell(shop, pick.name)
    assert len(page.bill.draft.lines) == 2
    assert shown(page, 0, "quantity") == "abc"
    assert draft_from_json(draft_to_json(page.bill.draft)) == page.bill.draft


def test_a_bill_that_comes_to_less_than_nothing_is_told_before_it_is_saved(shop: Counter) -> None:
    page = counter_page(shop)
    before = newest_sale(shop).voucher_id
    sell(shop, an_item(shop).name)
    sold = page.bill.panel.total_minor
    page.bill.table.edit_cell(0, "quantity")
    shop.type("-2")
    shop.press(Qt.Key.Key_Return)
    assert "Ctrl+F8" in page.bill.marks["lines"].error
    assert page.bill.panel.total_text == shop.context.amount(-2 * sold)
    shop.press(Qt.Key.Key_S, CTRL)
    assert "Ctrl+F8" in page.bill.marks["lines"].error
    assert newest_sale(shop).voucher_id == before
    page.bill.table.edit_cell(0, "quantity")
    shop.type("2")
    shop.press(Qt.Key.Key_Return)
    assert not page.bill.marks["lines"].error


def test_a_return_that_sells_is_told_to_be_a_bill(shop: Counter) -> None:
    page = begin_return(shop)
    sell(shop, an_item(shop).name)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("-2")
    shop.press(Qt.Key.Key_Return)
    assert "F8" in page.bill.marks["lines"].error
