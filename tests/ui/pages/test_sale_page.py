"""Selling by keys: items typed and scanned, money of several kinds, and nothing lost by a power cut."""

from PySide6.QtCore import Qt

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.pickers import ItemPick, find_items, party_pick
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.pages.sale_page import SalePage
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
    assert [(line.item_id, line.quantity_milli) for line in page._draft.lines] == [(pick.item_id, 3000)]
    assert shop.focus is page._item
    sell(shop, pick.code)
    assert [line.quantity_milli for line in page._draft.lines] == [4000]


def test_what_is_not_in_the_list_sells_at_the_price_typed(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, "8961014999")
    shop.type("45.50")
    shop.press(Qt.Key.Key_Return)
    assert shop.focus is page._item
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert [(line.description, line.total_minor) for line in sale.lines] == [("8961014999", 4_550)]


def test_a_bill_is_paid_part_cash_part_bank_and_the_rest_on_khata(shop: Counter) -> None:
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    page = counter_page(shop)
    assert page._draft.party_id == party.party_id
    pick = an_item(shop)
    sell(shop, f"5*{pick.name}")
    page._panel.cash.setFocus()
    shop.type("20")
    page._panel.bank.setFocus()
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
    page._panel.cash.setFocus()
    shop.type("5000")
    total = page._panel._total_minor
    assert shop.context.amount(500_000 - total) == page._panel._change.text()
    shop.press(Qt.Key.Key_S, CTRL)
    sale = newest_sale(shop)
    assert sale.tendered_minor == 500_000
    assert shop.context.amount(500_000 - sale.total_minor) in shop.toast


def test_a_walk_in_cannot_owe(shop: Counter) -> None:
    page = counter_page(shop)
    before = newest_sale(shop).voucher_id
    sell(shop, f"2*{an_item(shop).name}")
    page._panel.cash.setFocus()
    shop.type("1")
    shop.press(Qt.Key.Key_S, CTRL)
    assert page._panel._error.text()
    assert newest_sale(shop).voucher_id == before
    assert page._draft.lines


def test_a_bill_survives_the_window(shop: Counter) -> None:
    party = debtor(shop)
    page = counter_page(shop)
    page._party.set_party_id(party.party_id)
    shop.settle()
    page.focus_first()
    sell(shop, f"2*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    sell(shop, an_item(shop).code)
    shop.wait_for(lambda: len(shop.on_books(lambda books: books.workbench.drafts())) == 2)
    # As after a power cut: the window is made anew and reads what is on disk.
    again = SalePage(shop.context)
    shop.settle()
    assert [draft.lines for draft in again._drafts] == [draft.lines for draft in page._drafts]
    assert again._drafts[0].party_id == party.party_id
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
    page._table.setFocus()
    page._table.select_row(0)
    shop.type("7")
    shop.press(Qt.Key.Key_Return)
    assert [line.quantity_milli for line in page._draft.lines] == [7000]
    page._table.setFocus()
    page._table.select_row(0)
    shop.press(Qt.Key.Key_Delete)
    assert page._draft.lines == ()


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
    page._table.edit_cell(0, "quantity")
    shop.type("5")
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_S, CTRL)
    assert not page._panel._error.text()
    again = newest_sale(shop)
    assert (again.number, again.revision) == (first.number, first.revision + 1)
    assert [line.quantity_milli for line in again.lines] == [5000]
    assert [version.what for version in again.history] == ["posted", "corrected"]


def test_what_stands_in_an_open_cell_is_saved_with_the_bill(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page._table.edit_cell(0, "quantity")
    shop.type("6")
    shop.press(Qt.Key.Key_S, CTRL)
    assert [line.quantity_milli for line in newest_sale(shop).lines] == [6000]


def test_closing_a_bill_leaves_the_others_as_they_are(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, f"2*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    sell(shop, f"3*{an_item(shop).name}")
    shop.press(Qt.Key.Key_N, CTRL)
    page._tabs.close_requested.emit(0)
    shop.settle()
    assert [line.quantity_milli for line in page._drafts[0].lines] == [3000]
    assert page._tabs.count == len(page._drafts) == 2
