"""A voucher opened, voided, taken back."""

from PySide6.QtCore import Qt

from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.reports.pickers import item_pick, party_pick
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.pages.voucher_page import VoucherPage
from khata_desktop.ui.widgets.label import Label
from tests.ui.pages.conftest import ALT, CTRL, Counter

SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_sale_on_khata(shop: Counter) -> VoucherDetail:
    """Return a sale of goods to a party that nothing came back from."""
    for row in shop.ask(recent_vouchers, limit=200, kinds=(VoucherKind.SALE,)):
        detail = shop.ask(voucher_detail, voucher_id=row.voucher_id)
        goods = detail.lines and detail.lines[0].item_id is not None
        whole = all(line.returned_milli == 0 for line in detail.lines)
        if goods and whole and detail.party_id is not None and detail.can_void:
            return detail
    raise AssertionError("there is no such sale")


def opened(shop: Counter, detail: VoucherDetail) -> VoucherPage:
    page = shop.go("voucher", voucher_id=detail.voucher_id)
    assert isinstance(page, VoucherPage)
    return page


def test_a_voided_voucher_keeps_its_number_and_takes_its_money_back(shop: Counter) -> None:
    sale = a_sale_on_khata(shop)
    assert sale.party_id is not None
    owed = shop.ask(party_pick, party_id=sale.party_id).balance_minor
    opened(shop, sale)
    shop.press(Qt.Key.Key_X, ALT)
    after = shop.ask(voucher_detail, voucher_id=sale.voucher_id)
    assert after.status == VoucherStatus.REVERSED
    assert after.number == sale.number
    assert shop.ask(party_pick, party_id=sale.party_id).balance_minor == owed - sale.khata_minor


def test_undo_puts_a_voided_voucher_back_and_touches_no_other(shop: Counter) -> None:
    sale = a_sale_on_khata(shop)
    assert sale.party_id is not None
    owed = shop.ask(party_pick, party_id=sale.party_id).balance_minor
    # Something else was posted before: that is not what Undo is about.
    shop.go("party", party_id=sale.party_id)
    shop.press(Qt.Key.Key_G, ALT)
    shop.type("100")
    shop.save()
    owed += 10_000
    page = opened(shop, sale)
    shop.press(Qt.Key.Key_X, ALT)
    assert sale.number in shop.toast
    shop.press(Qt.Key.Key_Z, CTRL)
    assert shop.toast == f"Undone: {sale.number} is void: money and goods went back"
    assert shop.ask(party_pick, party_id=sale.party_id).balance_minor == owed
    assert page._detail is not None
    assert (page._detail.number, page._detail.status) == (sale.number, VoucherStatus.LIVE)
    assert page._header.badge.text == "put back"
    assert "put back as it was by Owner" in facts_of(page)[-1]
    assert "undone by Owner" in facts_of(page)[-2]
    shop.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert shop.ask(party_pick, party_id=sale.party_id).balance_minor == owed - sale.khata_minor
    assert page._detail.status == VoucherStatus.REVERSED
    shop.press(Qt.Key.Key_Z, CTRL)
    shop.press(Qt.Key.Key_Z, CTRL)
    assert shop.ask(party_pick, party_id=sale.party_id).balance_minor == owed - 10_000


def test_undo_of_a_correction_brings_back_what_was_corrected(shop: Counter) -> None:
    row = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.RECEIPT,))[0]
    page = shop.go("voucher", voucher_id=row.voucher_id)
    assert isinstance(page, VoucherPage)
    shop.press(Qt.Key.Key_E, CTRL)
    shop.form.field("amount").editor.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("777")
    shop.save()
    shop.press(Qt.Key.Key_Z, CTRL)
    assert page._detail is not None
    assert (page._detail.number, page._detail.total_minor) == (row.number, row.total_minor)
    assert page._detail.status == VoucherStatus.LIVE
    shop.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert (page._detail.number, page._detail.total_minor) == (row.number, 77_700)


def test_goods_come_back_from_the_bill_that_is_open(shop: Counter) -> None:
    sale = a_sale_on_khata(shop)
    line = sale.lines[0]
    assert line.item_id is not None
    stock = shop.ask(item_pick, item_id=line.item_id).on_hand_milli
    opened(shop, sale)
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    first = form._edits[0][1]
    first.setFocus()
    first.selectAll()
    quantity = line.quantity_milli
    shop.type(f"{quantity // 1000}.{quantity % 1000:03}")
    shop.save()
    assert not shop.has_form
    after = shop.ask(voucher_detail, voucher_id=sale.voucher_id)
    assert [link.kind for link in after.returns] == [VoucherKind.SALE_RETURN]
    assert after.lines[0].returned_milli == quantity
    assert shop.ask(item_pick, item_id=line.item_id).on_hand_milli == stock + quantity


def test_more_than_was_sold_does_not_come_back(shop: Counter) -> None:
    sale = a_sale_on_khata(shop)
    opened(shop, sale)
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    form._edits[0][1].setFocus()
    form._edits[0][1].selectAll()
    shop.type(str(sale.lines[0].quantity_milli // 1000 + 1))
    shop.save()
    assert shop.form is form
    assert form.field("quantity").error
    assert shop.ask(voucher_detail, voucher_id=sale.voucher_id).returns == ()


def test_a_receipt_is_corrected_in_its_form(shop: Counter) -> None:
    row = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.RECEIPT,))[0]
    page = shop.go("voucher", voucher_id=row.voucher_id)
    assert isinstance(page, VoucherPage)
    shop.press(Qt.Key.Key_E, CTRL)
    form = shop.form
    amount = form.field("amount").editor
    amount.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("777")
    shop.save()
    assert not shop.has_form
    newest = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.RECEIPT,))[0]
    assert (newest.number, newest.revision, newest.total_minor) == (row.number, row.revision + 1, 77_700)
    assert page._detail is not None
    assert page._detail.voucher_id == newest.voucher_id


def test_a_walk_in_is_no_link_and_a_customer_is(shop: Counter) -> None:
    sales = shop.ask(recent_vouchers, limit=60, kinds=(VoucherKind.SALE,))
    walk_in = next(row for row in sales if row.party_id is None)
    known = next(row for row in sales if row.party_id is not None)
    page = shop.go("voucher", voucher_id=walk_in.voucher_id)
    assert page._party.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert page._party.cursor().shape() == Qt.CursorShape.ArrowCursor
    shop.go("voucher", voucher_id=known.voucher_id)
    assert page._party.focusPolicy() == Qt.FocusPolicy.StrongFocus
    page._party.setFocus()
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "party"


def test_a_bill_says_why_it_cannot_be_changed_once_goods_of_it_came_back(shop: Counter) -> None:
    sale = a_sale_on_khata(shop)
    page = opened(shop, sale)
    assert keys_shown(shop) >= {"Ctrl+E", "Alt+X", "Alt+P"}
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    form._on_all_clicked()
    shop.save()
    assert not page._void.isVisible()
    assert any("void what came back" in words for words in facts_of(page))
    assert "Alt+P" in keys_shown(shop)
    assert not {"Ctrl+E", "Alt+X"} & keys_shown(shop)


def test_a_bill_says_which_tax_is_in_its_prices(shop: Counter) -> None:
    sales = shop.ask(recent_vouchers, limit=200, kinds=(VoucherKind.SALE,))
    details = (shop.ask(voucher_detail, voucher_id=row.voucher_id) for row in sales)
    taxed = next(detail for detail in details if detail.taxes and all(tax.included for tax in detail.taxes))
    page = opened(shop, taxed)
    said = [without_invisible_marks(label.text()) for label in page.findChildren(Label)]
    assert "GST 18% (included)" in said


def test_a_void_receipt_no_longer_says_what_it_settled_nor_offers_keys(shop: Counter) -> None:
    receipts = shop.ask(recent_vouchers, limit=60, kinds=(VoucherKind.RECEIPT,))
    details = (shop.ask(voucher_detail, voucher_id=row.voucher_id) for row in receipts)
    page = opened(shop, next(detail for detail in details if detail.settles))
    assert "Settles" in facts_of(page)
    assert "Alt+P" not in keys_shown(shop)
    shop.press(Qt.Key.Key_X, ALT)
    assert "Settles" not in facts_of(page)
    assert not {"Ctrl+E", "Alt+X", "Alt+P"} & keys_shown(shop)


def facts_of(page: VoucherPage) -> list[str]:
    return page._facts.words


def keys_shown(shop: Counter) -> set[str]:
    return {key for key, _ in shop.frame.status._keys.keys}
