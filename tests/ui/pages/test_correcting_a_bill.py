"""A posted bill on the counter again: what the khata comes to, and what is said of it."""

from PySide6.QtCore import Qt

from khata_desktop.domain.ids import VoucherId
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.pickers import party_pick
from khata_desktop.services.selling import PostReturn, post_return
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_entry_forms import debtor
from tests.ui.pages.test_sale_page import an_item, counter_page, newest_sale, sell


def sold_on_khata(shop: Counter) -> bytes:
    """Sell three of something on khata, and lay the bill on the counter again; return the party."""
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    counter_page(shop)
    sell(shop, f"3*{an_item(shop).name}")
    shop.press(Qt.Key.Key_S, CTRL)
    shop.go("voucher", voucher_id=newest_sale(shop).voucher_id)
    shop.press(Qt.Key.Key_E, CTRL)
    return party.party_id


def the_page(shop: Counter) -> SalePage:
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    return page


def test_a_bill_that_is_corrected_counts_once_in_the_khata(shop: Counter) -> None:
    own = sold_on_khata(shop)
    page = the_page(shop)
    now = shop.ask(party_pick, party_id=own).balance_minor
    words = page.bill.panel.balance_words
    assert words.count(shop.context.amount(now)) == 2, words
    # Two of the three were never sold.
    worth = newest_sale(shop).total_minor // 3
    page.bill.table.edit_cell(0, "quantity")
    shop.type("1")
    shop.press(Qt.Key.Key_Return)
    words = page.bill.panel.balance_words
    assert shop.context.amount(now) in words
    assert shop.context.amount(now - 2 * worth) in words
    shop.press(Qt.Key.Key_S, CTRL)
    assert shop.ask(party_pick, party_id=own).balance_minor == now - 2 * worth


def test_a_bill_that_goes_to_another_customer_leaves_that_khata_as_it_was_before(shop: Counter) -> None:
    own = sold_on_khata(shop)
    page = the_page(shop)
    rows = shop.ask(party_balances, only="to_collect").rows
    other = next(row for row in rows if row.party_id != own)
    page.bill.party.set_party_id(other.party_id)
    shop.settle()
    khata = newest_sale(shop).total_minor
    words = page.bill.panel.balance_words
    assert shop.context.amount(other.balance_minor) in words
    assert shop.context.amount(other.balance_minor + khata) in words


def test_a_correction_is_told_as_one_and_can_be_undone(shop: Counter) -> None:
    own = sold_on_khata(shop)
    page = the_page(shop)
    before = newest_sale(shop)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("2")
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_S, CTRL)
    assert "Corrected" in shop.toast
    assert "Sold" not in shop.toast
    assert before.number in shop.toast
    assert newest_sale(shop).total_minor < before.total_minor
    shop.press(Qt.Key.Key_Z, CTRL)
    assert newest_sale(shop).total_minor == before.total_minor
    assert newest_sale(shop).party_id == own


def test_what_came_back_of_a_bill_is_read_in_full_on_its_page(shop: Counter) -> None:
    counter_page(shop)
    sell(shop, f"3*{an_item(shop).name}")
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    page = shop.go("voucher", voucher_id=sale.voucher_id)
    headings = [column.heading for column in page._tables.lines.rows_model().columns]
    assert "Came back" not in headings
    taken = PostReturn(returned_on=sale.posted_on, against_id=VoucherId(sale.voucher_id), taken=((1, 1_000),))
    shop.on_books(lambda books: books.execute(post_return, taken))
    page.refresh()
    shop.settle()
    model = page._tables.lines.rows_model()
    column = [column.heading for column in model.columns].index("Came back")
    words = model.data(model.index(0, column))
    assert "1" in words
    assert text_width(words, active().metrics.text) <= page._tables.lines.columnWidth(column) - 16


def test_a_correction_that_changes_nothing_is_told_so_and_the_bill_is_shown(shop: Counter) -> None:
    sold_on_khata(shop)
    before = newest_sale(shop)
    shop.press(Qt.Key.Key_S, CTRL)
    assert shop.toast == "Nothing was changed"
    assert newest_sale(shop).voucher_id == before.voucher_id
    assert shop.frame.current_key == "voucher"
    assert all(draft.corrects is None for draft in the_page(shop).bills)


def test_what_was_typed_for_a_correction_goes_with_its_tab_and_the_page_is_quick_again(shop: Counter) -> None:
    for close in (True, False):
        sold_on_khata(shop)
        page = the_page(shop)
        assert page._mode.value == "full"
        page.focus_first()
        shop.type("zzz")
        if close:
            page.tabs.close_requested.emit(page.tabs.current)
        else:
            page.bill.table.edit_cell(0, "quantity")
            shop.type("2")
            shop.press(Qt.Key.Key_Return)
            shop.press(Qt.Key.Key_S, CTRL)
        shop.settle()
        assert page.bill.draft.corrects is None
        assert page.bill.item.text() == ""
        assert page._mode.value == "quick"
        assert page.bill.facts.isHidden()
