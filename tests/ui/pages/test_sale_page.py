"""Selling by keys: items typed and scanned, money of several kinds, and nothing lost by a power cut."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from khata_desktop.config import Language, load_config
from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.pickers import ItemPick, find_items, party_pick
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.translation import use_language
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_entry_forms import debtor


def counter_page(shop: Counter) -> SalePage:
    shop.press(Qt.Key.Key_F8)
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    return page


def an_item(shop: Counter) -> ItemPick:
    """Return goods with a round price, a code, and stock."""
    for pick in shop.ask(find_items, text="", limit=60):
        goods = pick.kind == "goods" and pick.code and pick.on_hand_milli >= 10_000
        if goods and pick.price_e4 and pick.price_e4 % 10_000 == 0 and pick.name.isascii():
            return pick
    raise AssertionError("the sample shop has no such item")


def price_minor(pick: ItemPick) -> int:
    assert pick.price_e4 is not None
    return pick.price_e4 // 100


def newest_sale(shop: Counter) -> VoucherDetail:
    row = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.SALE,))[0]
    return shop.ask(voucher_detail, voucher_id=row.voucher_id)


def sell(shop: Counter, text: str) -> None:
    """Type into the item field and take what is found."""
    shop.type(text)
    shop.press(Qt.Key.Key_Return)


def test_an_item_is_sold_by_its_name_for_cash(shop: Counter) -> None:
    counter_page(shop)
    pick = an_item(shop)
    sell(shop, pick.name)
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert [(line.item_id, line.quantity_milli) for line in sale.lines] == [(pick.item_id, 1000)]
    assert sale.party_id is None
    assert sale.paid_minor == sale.total_minor
    assert sale.number in shop.toast


def test_a_scan_after_3_times_sells_three(shop: Counter) -> None:
    page = counter_page(shop)
    pick = an_item(shop)
    # A scanner types faster than any search answers, and ends with Enter.
    sell(shop, f"3*{pick.code}")
    assert [(line.item_id, line.quantity_milli) for line in page.bill.draft.lines] == [(pick.item_id, 3000)]
    assert shop.focus is page.bill.item
    sell(shop, pick.code)
    assert [line.quantity_milli for line in page.bill.draft.lines] == [4000]


def test_what_is_not_in_the_list_sells_at_the_price_typed(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, "8961014999")
    shop.type("45.50")
    shop.press(Qt.Key.Key_Return)
    assert shop.focus is page.bill.item
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert [(line.description, line.total_minor) for line in sale.lines] == [("8961014999", 4_550)]


def test_a_bill_is_paid_part_cash_part_bank_and_the_rest_on_khata(shop: Counter) -> None:
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    page = counter_page(shop)
    assert page.bill.draft.party_id == party.party_id
    pick = an_item(shop)
    sell(shop, f"5*{pick.name}")
    page.bill.panel.cash.setFocus()
    shop.type("20")
    page.bill.panel.bank.setFocus()
    shop.type("30")
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert sale.party_id == party.party_id
    paid = {p.account_id: p.amount_minor for p in sale.postings if p.account_id in (CASH, BANK)}
    assert paid == {CASH: 2_000, BANK: 3_000}
    assert sale.khata_minor == sale.total_minor - 5_000
    after = shop.ask(party_pick, party_id=party.party_id).balance_minor
    assert after == party.balance_minor + sale.total_minor - 5_000


def test_change_is_told_when_more_is_handed_over(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.panel.cash.setFocus()
    shop.type("5000")
    total = page.bill.panel.total_minor
    assert shop.context.amount(500_000 - total) == page.bill.panel.change.text()
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert sale.tendered_minor == 500_000
    assert shop.context.amount(500_000 - sale.total_minor) in shop.toast


def test_a_walk_in_cannot_owe(shop: Counter) -> None:
    page = counter_page(shop)
    before = newest_sale(shop).voucher_id
    sell(shop, f"2*{an_item(shop).name}")
    page.bill.panel.cash.setFocus()
    shop.type("1")
    shop.press(Qt.Key.Key_S, CTRL)
    assert page.bill.marks["party"].error
    assert page.bill.party.hasFocus()
    assert newest_sale(shop).voucher_id == before
    assert page.bill.draft.lines


def test_a_bill_survives_the_window(shop: Counter) -> None:
    party = debtor(shop)
    page = counter_page(shop)
    page.bill.party.set_party_id(party.party_id)
    shop.settle()
    page.focus_first()
    sell(shop, f"2*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    sell(shop, an_item(shop).code)
    shop.wait_for(lambda: len(shop.on_books(lambda books: books.workbench.drafts())) == 2)
    # As after a power cut: the window is made anew and reads what is on disk.
    again = SalePage(shop.context)
    shop.settle()
    assert [draft.lines for draft in again.bills] == [draft.lines for draft in page.bills]
    assert again.bills[0].party_id == party.party_id
    again.deleteLater()


def test_a_saved_bill_is_not_kept_as_a_draft(shop: Counter) -> None:
    counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.wait_for(lambda: len(shop.on_books(lambda books: books.workbench.drafts())) == 1)
    shop.press(Qt.Key.Key_S, CTRL)
    shop.settle()
    assert shop.on_books(lambda books: books.workbench.drafts()) == []


def test_a_line_is_changed_and_taken_off_by_keys(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.table.setFocus()
    page.bill.table.select_row(0)
    shop.type("7")
    shop.press(Qt.Key.Key_Return)
    assert [line.quantity_milli for line in page.bill.draft.lines] == [7000]
    page.bill.table.setFocus()
    page.bill.table.select_row(0)
    shop.press(Qt.Key.Key_Delete)
    assert page.bill.draft.lines == ()


def test_a_correction_posts_the_bill_again_under_its_number(shop: Counter) -> None:
    counter_page(shop)
    pick = an_item(shop)
    sell(shop, f"2*{pick.name}")
    shop.press(Qt.Key.Key_S, CTRL)
    first = newest_sale(shop)
    shop.go("voucher", voucher_id=first.voucher_id)
    shop.press(Qt.Key.Key_E, CTRL)
    assert shop.frame.current_key == "sale"
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("5")
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_S, CTRL)
    assert not page.bill.panel.error.text()
    again = newest_sale(shop)
    assert (again.number, again.revision) == (first.number, first.revision + 1)
    assert [line.quantity_milli for line in again.lines] == [5000]
    assert [version.what for version in again.history] == ["posted", "corrected"]


def test_what_stands_in_an_open_cell_is_saved_with_the_bill(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.table.edit_cell(0, "quantity")
    shop.type("6")
    shop.press(Qt.Key.Key_S, CTRL)
    assert [line.quantity_milli for line in newest_sale(shop).lines] == [6000]


def test_closing_a_bill_leaves_the_others_as_they_are(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, f"2*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    sell(shop, f"3*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    page.tabs.close_requested.emit(0)
    shop.settle()
    assert [line.quantity_milli for line in page.bills[0].lines] == [3000]
    assert page.tabs.count == len(page.bills) == 2


def test_a_bill_dragged_elsewhere_takes_its_lines_along(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, f"2*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    sell(shop, f"3*{an_item(shop).name}")
    page.tabs._bar.moveTab(1, 0)
    shop.settle()
    assert [draft.lines[0].quantity_milli for draft in page.bills] == [3000, 2000]
    page.tabs.set_current(1)
    assert page.bill.draft.lines[0].quantity_milli == 2000


@pytest.mark.parametrize("language", ["en", "ur", "hi"])
def test_large_letters_leave_all_of_the_payment_within_reach(shop: Counter, language: Language) -> None:
    page = counter_page(shop)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        use_language(app, language)
        apply_theme(app, "light", scale=1.5, language=language)
        shop.settle()
        shop.context.navigate("sale")
        sell(shop, f"2*{an_item(shop).name}")
        shop.press(Qt.Key.Key_F2)
        assert (shop.frame.width(), shop.frame.height()) == (1366, 768)
        panel = page.bill.panel
        whole = panel.rect()
        for button in (panel.save_print, panel.save, panel.preview):
            assert whole.contains(QRect(button.mapTo(panel, QPoint(0, 0)), button.size()))
            assert button.width() >= button.sizeHint().width()
        shop.press(Qt.Key.Key_F12)
        assert panel.bank.hasFocus()
        for editor in (panel.bank, panel.cash, panel.discount):
            editor.setFocus()
            shop.settle()
            assert editor.visibleRegion().boundingRect() == editor.rect()
        assert page.bill.table.horizontalScrollBar().maximum() == 0
        # The account has its name in the language now spoken, and room for it.
        assert (panel.bank_account.currentText() == "Bank") is (language == "en")
        assert panel.bank_account.width() >= panel.bank_account.sizeHint().width()
    finally:
        use_language(app, "en")
        apply_theme(app, "light")


def test_a_sum_that_cannot_be_read_is_not_taken_for_nothing(shop: Counter) -> None:
    page = counter_page(shop)
    before = newest_sale(shop).voucher_id
    sell(shop, an_item(shop).name)
    page.bill.panel.cash.setFocus()
    shop.type("12+")
    shop.press(Qt.Key.Key_S, CTRL)
    assert newest_sale(shop).voucher_id == before
    assert page.bill.panel._errors["cash"].text()
    assert page.bill.panel.cash.hasFocus()
    shop.type("5000")
    assert not page.bill.panel._errors["cash"].text()
    shop.press(Qt.Key.Key_S, CTRL)
    assert newest_sale(shop).voucher_id != before


def test_a_discount_that_cannot_be_read_is_told_under_it(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.panel.discount.setFocus()
    shop.type("5x")
    assert page.bill.panel._errors["discount"].text()
    shop.press(Qt.Key.Key_S, CTRL)
    assert page.bill.panel.discount.hasFocus()
    assert page.bill.draft.lines


def test_a_customer_is_chosen_with_one_enter_and_the_next_item_scanned(shop: Counter) -> None:
    party = debtor(shop)
    page = counter_page(shop)
    page.bill.party.setFocus()
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    assert page.bill.draft.party_id == party.party_id
    assert page.bill.item.hasFocus()


def newest_return(shop: Counter) -> VoucherDetail | None:
    rows = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.SALE_RETURN,))
    return shop.ask(voucher_detail, voucher_id=rows[0].voucher_id) if rows else None


def begin_return(shop: Counter) -> SalePage:
    """Ctrl+F8 asks for the bill; pressed once more it goes on without."""
    shop.press(Qt.Key.Key_F8, CTRL)
    assert isinstance(shop.form, ReturnForm)
    shop.press(Qt.Key.Key_F8, CTRL)
    assert not shop.has_form
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    assert page.bill.draft.returns
    return page


def test_goods_without_their_bill_come_back_for_cash(shop: Counter) -> None:
    pick = an_item(shop)
    page = begin_return(shop)
    assert page.bill.item.hasFocus()
    sell(shop, f"2*{pick.name}")
    shop.press(Qt.Key.Key_S, CTRL)
    back = newest_return(shop)
    assert back is not None
    assert back.number in shop.toast
    assert (back.against, back.party_id) == (None, None)
    assert [(line.item_id, line.quantity_milli) for line in back.lines] == [(pick.item_id, 2000)]
    assert {p.account_id: p.amount_minor for p in back.postings}[CASH] == -back.total_minor
    stock = {own.item_id: own.on_hand_milli for own in shop.ask(find_items, text=pick.name, limit=5)}
    assert stock[pick.item_id] == pick.on_hand_milli + 2000
    shop.press(Qt.Key.Key_Z, CTRL)
    stock = {own.item_id: own.on_hand_milli for own in shop.ask(find_items, text=pick.name, limit=5)}
    assert stock[pick.item_id] == pick.on_hand_milli


def test_goods_without_their_bill_are_credited_to_the_khata_at_the_price_typed(shop: Counter) -> None:
    party = debtor(shop)
    page = begin_return(shop)
    page.bill.party.setFocus()
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    sell(shop, "8961014998")
    shop.type("3*120+50")
    shop.press(Qt.Key.Key_Return)
    page.bill.panel.cash.setFocus()
    shop.type("10")
    shop.press(Qt.Key.Key_S, CTRL)
    back = newest_return(shop)
    assert back is not None
    assert (back.party_id, back.total_minor) == (party.party_id, 41_000)
    after = shop.ask(party_pick, party_id=party.party_id).balance_minor
    assert after == party.balance_minor - 40_000


def test_more_cannot_be_given_back_than_the_goods_are_worth(shop: Counter) -> None:
    page = begin_return(shop)
    before = newest_return(shop)
    sell(shop, an_item(shop).name)
    page.bill.panel.cash.setFocus()
    shop.type("50000")
    shop.press(Qt.Key.Key_S, CTRL)
    assert page.bill.panel._errors["cash"].text()
    assert newest_return(shop) == before
    assert page.bill.draft.lines


def test_a_return_survives_the_window_as_bills_do(shop: Counter) -> None:
    page = begin_return(shop)
    sell(shop, f"2*{an_item(shop).name}")
    shop.wait_for(lambda: len(shop.on_books(lambda books: books.workbench.drafts())) == 1)
    again = SalePage(shop.context)
    shop.settle()
    assert list(again.bills) == list(page.bills)
    assert again.bill.draft.returns
    again.deleteLater()


def test_a_return_stands_beside_a_bill_that_was_begun(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    begin_return(shop)
    begin_return(shop)
    assert [draft.returns for draft in page.bills] == [False, True]
    assert page.tabs.text(1).startswith("Return 2")
    shop.press(Qt.Key.Key_PageUp, CTRL)
    assert not page.bill.draft.returns


def test_with_its_bill_goods_come_back_line_by_line(shop: Counter) -> None:
    counter_page(shop)
    pick = an_item(shop)
    sell(shop, f"5*{pick.name}")
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    shop.type(sale.number)
    shop.press(Qt.Key.Key_Return)
    # The first line waits for its quantity as soon as the bill is read.
    assert form._edits[0][1].hasFocus()
    shop.type("2")
    shop.save()
    assert not shop.has_form
    back = newest_return(shop)
    assert back is not None
    assert back.against is not None
    assert back.against.voucher_id == sale.voucher_id
    assert [line.quantity_milli for line in back.lines] == [2000]


def test_the_counter_opens_in_the_mode_it_was_left_in(
    open_shop: Callable[[Path], Counter], sample_book: Path, tmp_path: Path
) -> None:
    for number, mode in enumerate(("quick", "full", "full")):
        own = tmp_path / f"shop{number}.khata"
        shutil.copy(sample_book, own)
        shop = open_shop(own)
        shop.context.config = load_config()
        page = shop.go("sale")
        assert page._mode.value == mode
        if mode == "quick":
            page._mode.setFocus()
            shop.press(Qt.Key.Key_Right)
            assert page._mode.value == "full"
