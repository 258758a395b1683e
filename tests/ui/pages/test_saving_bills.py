"""A bill is put into the books once, however impatient the fingers and however slow the disk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.vouchers_list import VoucherRow, recent_vouchers
from khata_desktop.services.books import Books
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.sale.bill import draft_to_json
from tests.ui.pages.conftest import CTRL, NONE, Counter
from tests.ui.pages.test_sale_page import an_item, begin_return, counter_page, newest_sale, sell
from tests.ui.pages.test_slow_saving import held_by_another_process


def bills(shop: Counter, kind: VoucherKind = VoucherKind.SALE) -> list[VoucherRow]:
    return list(shop.ask(recent_vouchers, limit=500, kinds=(kind,)))


def hit(shop: Counter, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key without waiting for anything."""
    QTest.keyClick(shop.focus, key, modifier)


def test_three_presses_of_save_sell_once(shop: Counter) -> None:
    page = counter_page(shop)
    before = len(bills(shop))
    sell(shop, an_item(shop).name)
    for _ in range(3):
        hit(shop, Qt.Key.Key_S, CTRL)
    shop.settle()
    assert len(bills(shop)) == before + 1
    assert page.bill.draft.is_empty
    # The next customer's bill is another one.
    sell(shop, an_item(shop).name)
    shop.press(Qt.Key.Key_S, CTRL)
    assert len(bills(shop)) == before + 2


def test_presses_while_the_book_is_held_sell_once_and_change_nothing(shop: Counter) -> None:
    page = counter_page(shop)
    before = len(bills(shop))
    sell(shop, f"2*{an_item(shop).name}")
    with held_by_another_process(shop.session.path):
        hit(shop, Qt.Key.Key_S, CTRL)
        draft = page.bill.draft
        QTest.qWait(600)
        assert "Saving" in page.bill.panel.notice
        hit(shop, Qt.Key.Key_S, CTRL)
        # Neither money nor lines nor customer of what is being saved can be changed.
        hit(shop, Qt.Key.Key_F10)
        shop.type("100")
        page.bill.table.setFocus()
        page.bill.table.select_row(0)
        shop.type("7")
        hit(shop, Qt.Key.Key_Delete)
        page.bill.party.setFocus()
        shop.type("Sugar")
        page.tabs.close_requested.emit(0)
        assert page.bill.draft is draft
        assert page.bill.panel.cash.text() == ""
        assert page.bill.party.text() == ""
        assert page.bill.panel.save.isEnabled() is False
    shop.settle()
    assert len(bills(shop)) == before + 1
    assert [line.quantity_milli for line in newest_sale(shop).lines] == [2000]
    assert page.bill.draft.is_empty
    assert page.tabs.count == len(page.bills) == 1
    assert page.bill.panel.notice == ""
    assert page.bill.panel.save.isEnabled()
    assert page.bill.item.hasFocus()


def test_another_bill_is_written_while_the_first_one_is_saved(shop: Counter) -> None:
    page = counter_page(shop)
    before = len(bills(shop))
    sell(shop, f"2*{an_item(shop).name}")
    with held_by_another_process(shop.session.path):
        hit(shop, Qt.Key.Key_S, CTRL)
        hit(shop, Qt.Key.Key_N, CTRL)
        assert page.bill.panel.save.isEnabled()
        page.bill.panel.cash.setFocus()
        shop.type("40")
    shop.settle()
    # What was being typed there is still being typed.
    assert page.bill.panel.cash.hasFocus()
    shop.type("0")
    assert page.bill.draft.cash_minor == 40_000
    assert page.tabs.count == len(page.bills) == 1
    assert len(bills(shop)) == before + 1


def test_what_is_scanned_while_a_bill_is_saved_is_the_next_customers(shop: Counter) -> None:
    page = counter_page(shop)
    pick = an_item(shop)
    sell(shop, f"2*{pick.name}")
    with held_by_another_process(shop.session.path):
        hit(shop, Qt.Key.Key_S, CTRL)
        shop.type(pick.code)
        hit(shop, Qt.Key.Key_Return)
        # A query need not wait for who holds the book, but does for the sale before it.
        QTest.qWait(100)
    shop.settle()
    assert [line.quantity_milli for line in newest_sale(shop).lines] == [2000]
    assert page.tabs.count == len(page.bills) == 1
    assert [(line.item_id, line.quantity_milli) for line in page.bill.draft.lines] == [(pick.item_id, 1000)]


def test_a_bill_that_was_refused_can_be_changed_and_saved_again(shop: Counter) -> None:
    page = counter_page(shop)
    before = len(bills(shop))
    sell(shop, an_item(shop).name)
    page.bill.panel.cash.setFocus()
    shop.type("1")
    for _ in range(2):
        shop.press(Qt.Key.Key_S, CTRL)
    assert len(bills(shop)) == before
    page.bill.panel.cash.setFocus()
    shop.type("5000")
    shop.press(Qt.Key.Key_S, CTRL)
    assert len(bills(shop)) == before + 1


def test_goods_come_back_once(shop: Counter) -> None:
    begin_return(shop)
    before = len(bills(shop, VoucherKind.SALE_RETURN))
    sell(shop, an_item(shop).name)
    for _ in range(3):
        hit(shop, Qt.Key.Key_S, CTRL)
    shop.settle()
    assert len(bills(shop, VoucherKind.SALE_RETURN)) == before + 1


def test_a_bill_saved_just_before_the_power_went_does_not_return(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    draft = page.bill.draft
    shop.press(Qt.Key.Key_S, CTRL)

    def keep(books: Books) -> bool:
        books.workbench.keep_draft(draft.key, 0, draft_to_json(draft))
        return True

    shop.on_books(keep)
    again = SalePage(shop.context)
    shop.settle()
    assert [draft.is_empty for draft in again.bills] == [True]
    assert shop.on_books(lambda books: books.workbench.drafts()) == []
    again.deleteLater()


def test_the_same_bill_on_two_counters_is_sold_once(shop: Counter) -> None:
    page = counter_page(shop)
    before = len(bills(shop))
    sell(shop, an_item(shop).name)
    shop.wait_for(lambda: len(shop.on_books(lambda books: books.workbench.drafts())) == 1)
    again = SalePage(shop.context)
    shop.settle()
    shop.press(Qt.Key.Key_S, CTRL)
    assert len(bills(shop)) == before + 1
    again.bill.save(then="")
    shop.settle()
    assert len(bills(shop)) == before + 1
    assert newest_sale(shop).number in again.bill.panel.error.text()
    assert page.bill.draft.is_empty
    again.deleteLater()


def test_undoing_a_line_leaves_the_other_bills_alone(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, f"2*{an_item(shop).name}")
    page.bill.table.setFocus()
    page.bill.table.select_row(0)
    shop.press(Qt.Key.Key_Delete)
    shop.press(Qt.Key.Key_N, CTRL)
    other = page.bill.draft
    shop.frame.toast._button.click()
    assert page.bills[1] is other
    assert page.bill.draft is page.bills[0]
    assert [line.quantity_milli for line in page.bills[0].lines] == [2000]
