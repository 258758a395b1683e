"""Tab, Enter and the cursor in rows that a form makes as it goes; after an error the cursor is at it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.accounts import CASH, GENERAL_EXPENSES, RECEIVABLE
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.widgets.form import Form
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_entry_forms import debtor, owed

SHIFT = Qt.KeyboardModifier.ShiftModifier


def walked(shop: Counter, start: QWidget, key: Qt.Key, steps: int) -> list[QWidget]:
    """Return where the cursor stops when a key is pressed so many times."""
    start.setFocus()
    stops = []
    for _ in range(steps):
        shop.press(key)
        stops.append(shop.focus)
    return stops


def receipt_with_bills_to_choose_from(shop: Counter) -> MoneyForm:
    shop.go("party", party_id=debtor(shop).party_id)
    shop.press(Qt.Key.Key_F6)
    form = shop.form
    assert isinstance(form, MoneyForm)
    shop.type("7")
    while not form._settle.hasFocus():
        shop.press(Qt.Key.Key_Tab)
    shop.press(Qt.Key.Key_Right)
    assert form._allocations.isVisible()
    return form


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_bills_of_a_receipt_come_one_after_the_other_and_before_the_note(
    shop: Counter, key: Qt.Key
) -> None:
    form = receipt_with_bills_to_choose_from(shop)
    bills = form._allocations.edits
    assert len(bills) > 1
    wanted: list[QWidget] = [*bills, form._note, form._reference]
    assert walked(shop, form._settle, key, len(wanted)) == wanted
    if key is Qt.Key.Key_Tab:
        back = []
        for _ in range(len(wanted)):
            shop.press(Qt.Key.Key_Tab, SHIFT)
            back.append(shop.focus)
        assert back == [*reversed(wanted[:-1]), form._settle]


def test_tab_walks_the_rows_of_a_journal_in_their_order(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    form._more.click()
    rows = form._rows
    assert len(rows) == 3
    wanted = [edit for row in rows for edit in (row.account, row.debit, row.credit)]
    assert walked(shop, form._date, Qt.Key.Key_Tab, 12) == [
        *wanted, form._more, form._note, form._reference
    ]  # fmt: skip


def test_tab_walks_the_lines_of_a_bill_that_was_chosen_before_the_money(shop: Counter) -> None:
    sale = sale_of_two_lines(shop)
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    shop.type(sale.number)
    shop.wait_for(lambda: form._bill.list_is_open)
    shop.press(Qt.Key.Key_Return)
    edits: list[QWidget] = [edit for _, edit in form._edits]
    assert shop.focus is edits[0]
    wanted = [*edits[1:], form._all, form._money, form._date]
    assert walked(shop, edits[0], Qt.Key.Key_Tab, len(wanted)) == wanted


def sale_of_two_lines(shop: Counter) -> VoucherDetail:
    for row in shop.ask(recent_vouchers, limit=200, kinds=(VoucherKind.SALE,)):
        detail = shop.ask(voucher_detail, voucher_id=row.voucher_id)
        if len(detail.lines) > 1 and not detail.returns:
            return detail
    raise AssertionError("there is no such sale")


def is_in_field(shop: Counter, form: Form, name: str) -> bool:
    editor = form.field(name).editor
    return shop.focus is editor or editor.isAncestorOf(shop.focus)


@pytest.mark.parametrize("by_button", [False, True])
def test_a_quantity_that_is_too_large_has_the_cursor_after_the_error(shop: Counter, by_button: bool) -> None:
    sale = sale_of_two_lines(shop)
    shop.go("voucher", voucher_id=sale.voucher_id)
    shop.press(Qt.Key.Key_F8, CTRL)
    form = shop.form
    assert isinstance(form, ReturnForm)
    wrong = form._edits[1][1]
    wrong.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type(str(sale.lines[1].quantity_milli // 1000 + 5))
    save(shop, form, by_button=by_button)
    assert form.field("quantity").error
    assert shop.focus is wrong
    assert wrong.selectedText() == wrong.text()


@pytest.mark.parametrize("by_button", [False, True])
def test_a_bill_with_too_much_set_against_it_has_the_cursor_after_the_error(
    shop: Counter, by_button: bool
) -> None:
    form = receipt_with_bills_to_choose_from(shop)
    second = form._allocations.edits[1]
    second.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    assert form._party.party_id is not None
    shop.type(str(owed(shop, form._party.party_id)[1] // 100 + 50))
    form._note.setFocus()
    save(shop, form, by_button=by_button)
    assert form.field("allocations").error
    assert shop.focus is second


@pytest.mark.parametrize("by_button", [False, True])
def test_a_journal_line_without_its_party_says_so_under_that_line(shop: Counter, by_button: bool) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    first, second = form._rows
    first.account.set_value(CASH)
    second.account.set_value(RECEIVABLE)
    form.show_state()
    first.debit.setFocus()
    shop.type("10")
    second.credit.setFocus()
    shop.type("10")
    form._note.setFocus()
    save(shop, form, by_button=by_button)
    assert shop.focus is second.party
    assert second.error.isVisible()
    assert second.error.text() == "Choose the customer or supplier first."
    assert not first.error.isVisible()


def test_an_amount_without_its_account_is_not_left_out(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    first, second = form._rows
    first.account.set_value(CASH)
    for side in (first.debit, second.credit):
        side.setFocus()
        shop.type("10")
    shop.save()
    assert second.error.text() == "Choose the account first."
    assert shop.focus is second.account
    shop.press(Qt.Key.Key_Down)
    assert not second.error.isVisible()


def test_a_journal_that_does_not_balance_has_the_cursor_in_its_last_amount(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    first, second = form._rows
    first.account.set_value(CASH)
    second.account.set_value(GENERAL_EXPENSES)
    first.debit.setFocus()
    shop.type("100")
    second.credit.setFocus()
    shop.type("90")
    save(shop, form, by_button=True)
    assert form.field("postings").error
    assert shop.focus is second.credit


def save(shop: Counter, form: Form, *, by_button: bool) -> None:
    """Save by Ctrl+Enter where the cursor is, or by Enter on the button."""
    if not by_button:
        shop.save()
        return
    form.primary_button().setFocus()
    shop.press(Qt.Key.Key_Return)
