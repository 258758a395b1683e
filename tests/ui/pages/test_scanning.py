"""A scan is an item, wherever the cursor is; its Enter presses nothing."""

from time import monotonic

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from khata_desktop.domain.ids import ItemId
from khata_desktop.reports.pickers import ItemPick, find_items
from khata_desktop.services.records import save_item
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.form_dialog import FormDialog
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_entry_forms import debtor
from tests.ui.pages.test_sale_page import an_item, counter_page, newest_sale, sell
from tests.ui.pages.test_slow_saving import held_by_another_process

CODE = "8961014912347"


def with_barcode(shop: Counter) -> ItemPick:
    """Give an item the barcode."""
    pick = an_item(shop)
    shop.on_books(lambda books: books.execute(save_item, {"code": CODE}, item_id=ItemId(pick.item_id)))
    return next(own for own in shop.ask(find_items, text=CODE, limit=5) if own.item_id == pick.item_id)


def keys(shop: Counter, text: str, *, pause: int = 0) -> None:
    """Press keys as the window system hands them in, without looking where they go.

    Fingers pause before each key and after the last, a scanner does not: its keys bear the times they were
    pressed at, however long a busy computer takes over each.
    """
    window = QApplication.focusWindow()
    assert window is not None
    began = int(monotonic() * 1000)
    for number, letter in enumerate(text):
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper()))
        if pause:
            QTest.qWait(pause)
            QTest.keyClick(window, key)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r" if letter == "\n" else letter)
            event.setTimestamp(began + 2 * number)
            QApplication.sendEvent(window, event)
    if pause:
        QTest.qWait(pause)


def scan(shop: Counter, code: str = CODE) -> None:
    keys(shop, f"{code}\n")
    shop.settle()


def quantities(page: SalePage) -> list[int]:
    return [line.quantity_milli for line in page.bill.draft.lines]


def test_a_scan_in_the_item_field_sells_one(shop: Counter) -> None:
    page = counter_page(shop)
    pick = with_barcode(shop)
    scan(shop)
    scan(shop)
    assert [(line.item_id, line.quantity_milli) for line in page.bill.draft.lines] == [(pick.item_id, 2000)]
    assert page.bill.item.text() == ""


def test_three_times_typed_before_a_scan_sells_three(shop: Counter) -> None:
    page = counter_page(shop)
    with_barcode(shop)
    keys(shop, "3*", pause=60)
    scan(shop)
    assert quantities(page) == [3000]


def test_a_half_typed_name_is_no_part_of_the_scan(shop: Counter) -> None:
    page = counter_page(shop)
    with_barcode(shop)
    keys(shop, "sug", pause=60)
    scan(shop)
    assert quantities(page) == [1000]
    assert page.bill.item.text() == ""


def test_a_scan_never_lands_in_the_quantity(shop: Counter) -> None:
    page = counter_page(shop)
    with_barcode(shop)
    sell(shop, "Xylophone")
    keys(shop, "80\n", pause=60)
    shop.settle()
    page.bill.table.edit_cell(0, "quantity")
    keys(shop, "5", pause=60)
    scan(shop)
    # What fingers typed before it is taken, as by Enter.
    assert quantities(page) == [5000, 1000]
    assert page.bill.item.hasFocus()
    # Nor where only the line is marked, and the first figure opens its quantity.
    page.bill.table.setFocus()
    page.bill.table.select_row(0)
    scan(shop)
    assert quantities(page) == [5000, 2000]
    assert page.bill.item.hasFocus()


def test_a_scan_while_a_price_is_wanted_is_not_the_price(shop: Counter) -> None:
    page = counter_page(shop)
    with_barcode(shop)
    scan(shop, "4006381333931")
    assert page.bill.table.state() == page.bill.table.State.EditingState
    scan(shop)
    assert [line.unit_price_e4 > 0 for line in page.bill.draft.lines] == [False, True]
    assert quantities(page) == [1000, 1000]


def test_a_scan_is_neither_money_nor_discount_nor_note(shop: Counter) -> None:
    page = counter_page(shop)
    with_barcode(shop)
    shop.press(Qt.Key.Key_F2)
    panel = page.bill.panel
    page.bill.panel.cash.setFocus()
    keys(shop, "12", pause=60)
    QTest.qWait(60)
    for number, field in enumerate((panel.cash, panel.bank, panel.discount, page.bill.facts.note), 1):
        field.setFocus()
        scan(shop)
        assert quantities(page) == [number * 1000]
        assert page.bill.item.hasFocus()
    draft = page.bill.draft
    assert (draft.cash_minor, draft.bank_minor, draft.bill_discount, draft.narration) == (1_200, None, "", "")
    assert (panel.cash.text(), panel.bank.text(), panel.discount.text()) == ("12.00", "", "")


def test_a_scan_does_not_take_the_customer_off_the_bill(shop: Counter) -> None:
    party = debtor(shop)
    page = counter_page(shop)
    with_barcode(shop)
    page.bill.party.set_party_id(party.party_id)
    shop.settle()
    page.bill.party.setFocus()
    scan(shop)
    assert page.bill.draft.party_id == party.party_id
    assert page.bill.party.text() == party.name
    assert quantities(page) == [1000]


def test_fingers_type_what_they_type(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.panel.cash.setFocus()
    keys(shop, "1234567", pause=50)
    assert page.bill.draft.cash_minor == 123_456_700
    page.bill.table.edit_cell(0, "price")
    keys(shop, "123456\n", pause=50)
    shop.settle()
    assert page.bill.draft.lines[0].unit_price_e4 == 1_234_560_000


def test_the_enter_of_a_scan_closes_no_warning(shop: Counter) -> None:
    counter_page(shop)
    dialog = QDialog(shop.frame)
    dialog.setModal(True)
    button = Button("Delete everything", parent=dialog)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    dialog.open()
    shop.wait_for(lambda: QApplication.focusWindow() is dialog.windowHandle())
    button.setFocus()
    scan(shop)
    assert dialog.isVisible()
    QTest.qWait(60)
    keys(shop, "\n")
    assert not dialog.isVisible()


def test_a_scan_into_the_form_of_a_new_item_is_its_code(shop: Counter) -> None:
    page = counter_page(shop)
    page.bill.item.create_requested.emit("Green tea")
    shop.settle()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog))
    shop.wait_for(lambda: QApplication.focusWindow() is dialog.windowHandle())
    code = dialog.form.field("code").editor
    code.setFocus()
    scan(shop)
    assert code.text() == CODE  # type: ignore[attr-defined]
    assert page.bill.draft.is_empty
    dialog.reject()


def test_the_enter_of_a_scan_does_not_undo_the_sale(shop: Counter) -> None:
    counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.press(Qt.Key.Key_S, CTRL)
    sold = newest_sale(shop).voucher_id
    shop.frame.toast._button.setFocus()
    scan(shop, "4006381333931")
    assert newest_sale(shop).voucher_id == sold


def test_save_right_after_a_scan_sells_what_was_scanned(shop: Counter) -> None:
    page = counter_page(shop)
    pick = with_barcode(shop)
    sell(shop, an_item(shop).name)
    with held_by_another_process(shop.session.path):
        # Something is being saved, so that the scan is not found at once.
        shop.session.runner.execute(lambda uow: save_item(uow, {"name": "Slow"}))
        keys(shop, f"{CODE}\n")
        QTest.keyClick(shop.focus, Qt.Key.Key_S, CTRL)
        QTest.qWait(50)
    shop.settle()
    lines = {line.item_id: line.quantity_milli for line in newest_sale(shop).lines}
    assert lines[pick.item_id] >= 1000
    assert sum(lines.values()) == 2000
    assert page.bill.draft.is_empty


def test_quick_figures_in_a_form_over_the_counter_leave_the_way_to_other_pages_open(shop: Counter) -> None:
    party = debtor(shop)
    counter_page(shop)
    shop.press(Qt.Key.Key_F6)
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    keys(shop, "500500\n")
    shop.settle()
    shop.save()
    assert not shop.has_form
    page = shop.go("party", party_id=party.party_id)
    shop.settle()
    assert page.isVisible()
    # The counter listens again when one comes back to it.
    counter = counter_page(shop)
    pick = with_barcode(shop)
    scan(shop)
    assert [line.item_id for line in counter.bill.draft.lines] == [pick.item_id]
