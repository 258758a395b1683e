"""Money and khata entries by keys: from any page, into the book, and back by Undo."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.domain.accounts import CASH, GENERAL_EXPENSES, RECEIVABLE
from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.accounts_list import account_profile
from khata_desktop.reports.party_balances import PartyBalanceRow, party_balances
from khata_desktop.reports.pickers import open_items_for_party, party_pick
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from tests.ui.pages.conftest import ALT, CTRL, NONE, Counter

SHIFT = Qt.KeyboardModifier.ShiftModifier


def debtor(shop: Counter) -> PartyBalanceRow:
    """Return a customer with at least two open bills."""
    for row in shop.ask(party_balances, only="to_collect").rows:
        if row.name.isascii() and len(owed(shop, row.party_id)) > 1:
            return row
    raise AssertionError("nobody owes two bills")


def owed(shop: Counter, party_id: PartyId) -> list[int]:
    """Return what is open of each bill of a party, the oldest due first."""
    items = shop.ask(open_items_for_party, party_id=party_id)
    return [item.open_minor for item in items if item.open_minor > 0]


def balance(shop: Counter, party_id: PartyId) -> int:
    return shop.ask(party_pick, party_id=party_id).balance_minor


def test_a_khata_entry_takes_party_amount_and_one_key(shop: Counter) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_G, ALT)
    assert isinstance(shop.form, KhataForm)
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    shop.type("3*120+50")
    shop.save()
    assert not shop.has_form
    assert balance(shop, party.party_id) == party.balance_minor + 41_000


def test_the_amount_may_be_typed_before_the_party_is_found(shop: Counter) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_G, ALT)
    # No pause anywhere: the answer comes after all of it was typed.
    shop.type(f"{party.name}\r75")
    shop.settle()
    form = shop.form
    assert isinstance(form, KhataForm)
    assert form._party.party_id == party.party_id
    assert form._amount.hasFocus()
    assert form._amount.value == 7_500


def test_a_payment_goes_from_the_party_to_the_amount(shop: Counter) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_F5)
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    shop.type("60")
    shop.save()
    assert not shop.has_form
    assert balance(shop, party.party_id) == party.balance_minor + 6_000


def test_a_party_added_on_the_way_leads_on_to_the_amount(shop: Counter) -> None:
    shop.press(Qt.Key.Key_G, ALT)
    form = shop.form
    assert isinstance(form, KhataForm)
    shop.type("Zahoor Traders")
    shop.press(Qt.Key.Key_Return)
    # Nobody is called so: the list offers to add him, and Enter does.
    shop.wait_for(lambda: form._party.list_is_open)
    shop.press(Qt.Key.Key_Return)
    shop.wait_for(lambda: shop.focus.window() is not shop.frame)
    shop.save()
    shop.wait_for(lambda: form._party.name == "Zahoor Traders")
    # The window gets the keys back when its dialog is gone; the cursor waits in the amount.
    assert shop.frame.focusWidget() is form._amount


def test_a_journal_is_typed_without_the_mouse(shop: Counter) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    shop.press(Qt.Key.Key_Return)
    assert form._rows[0].account.hasFocus()
    form._rows[0].account.set_value(RECEIVABLE)
    form.show_state()
    shop.press(Qt.Key.Key_Return)
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    shop.type("40+2")
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_Return)
    assert form._rows[1].account.hasFocus()
    form._rows[1].account.set_value(CASH)
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_Return)
    shop.type("30")
    # 12 are missing: another line begins by itself, and none after that.
    shop.press(Qt.Key.Key_Return)
    assert form._rows[2].account.hasFocus()
    form._rows[2].account.set_value(GENERAL_EXPENSES)
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_Return)
    shop.type("12")
    shop.press(Qt.Key.Key_Return)
    assert form._note.hasFocus()
    shop.save()
    assert not shop.has_form
    assert balance(shop, party.party_id) == party.balance_minor + 4_200


def test_undo_takes_an_entry_back_and_redo_posts_it_again(shop: Counter) -> None:
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_G, ALT)
    shop.type("100")
    shop.save()
    assert balance(shop, party.party_id) == party.balance_minor + 10_000
    shop.press(Qt.Key.Key_Z, CTRL)
    assert balance(shop, party.party_id) == party.balance_minor
    shop.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert balance(shop, party.party_id) == party.balance_minor + 10_000


def test_a_form_opened_by_its_key_is_for_the_party_of_the_page(shop: Counter) -> None:
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F5)
    form = shop.form
    assert isinstance(form, MoneyForm)
    assert form._party.text() == party.name


def test_a_receipt_settles_the_oldest_bill_first(shop: Counter) -> None:
    party = debtor(shop)
    before = owed(shop, party.party_id)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    paid = before[0] // 100 - 1
    shop.type(str(paid))
    shop.save()
    after = owed(shop, party.party_id)
    assert after[0] == before[0] - paid * 100
    assert after[1:] == before[1:]


def receive_for_the_second_bill(shop: Counter, party: PartyBalanceRow) -> None:
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    form = shop.form
    assert isinstance(form, MoneyForm)
    shop.type("7")
    form._settle.set_value(True)
    form._settle.choice_changed.emit(True)
    first, second = form._allocations.edits[:2]
    first.setFocus()
    first.selectAll()
    shop.press(Qt.Key.Key_Delete)
    second.setFocus()
    shop.type("7")
    shop.save()
    assert not shop.has_form


def correcting_the_newest(shop: Counter) -> MoneyForm:
    shop.go("voucher", voucher_id=shop.ask(recent_vouchers, limit=1)[0].voucher_id)
    shop.press(Qt.Key.Key_E, CTRL)
    form = shop.form
    assert isinstance(form, MoneyForm)
    assert form._title.text().startswith("Correct ")
    return form


def test_a_receipt_settles_the_bill_that_was_chosen(shop: Counter) -> None:
    party = debtor(shop)
    before = owed(shop, party.party_id)
    receive_for_the_second_bill(shop, party)
    after = owed(shop, party.party_id)
    assert after[0] == before[0]
    assert after[1] == before[1] - 700


def test_a_corrected_receipt_settles_the_bill_that_was_chosen_once(shop: Counter) -> None:
    party = debtor(shop)
    receive_for_the_second_bill(shop, party)
    after = owed(shop, party.party_id)
    form = correcting_the_newest(shop)
    assert form._settle.value is True
    assert [edit.value for edit in form._allocations.edits[:2]] == [None, 700]
    assert not form.dirty
    form._note.setFocus()
    shop.type("By hand")
    shop.save()
    assert not shop.has_form
    assert owed(shop, party.party_id) == after


def test_a_receipt_that_settled_a_whole_bill_is_corrected_as_the_oldest_first(shop: Counter) -> None:
    party = debtor(shop)
    before = owed(shop, party.party_id)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    shop.type(str(before[0] / 100))
    shop.save()
    assert owed(shop, party.party_id) == before[1:]
    form = correcting_the_newest(shop)
    assert form._settle.value is False
    assert [abs(item.open_minor) for item in form._open] == before
    form._amount.setFocus()
    form._amount.selectAll()
    shop.type("1")
    shop.save()
    assert owed(shop, party.party_id) == [before[0] - 100, *before[1:]]


def test_money_without_a_party_asks_for_one_where_it_is_needed(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F6)
    form = shop.form
    shop.save()
    assert form.field("party").error
    assert shop.form is form


def test_an_expense_is_a_payment_out_of_the_till(shop: Counter) -> None:
    before = shop.ask(account_profile, account_id=CASH).balance_minor
    shop.press(Qt.Key.Key_F5)
    form = shop.form
    assert isinstance(form, MoneyForm)
    form._what.set_value(False)
    form._what.choice_changed.emit(False)
    form._for.set_value(GENERAL_EXPENSES)
    form._amount.setFocus()
    shop.type("250")
    shop.save()
    assert shop.ask(account_profile, account_id=CASH).balance_minor == before - 25_000


def test_a_journal_that_does_not_balance_is_refused_where_it_is_wrong(shop: Counter) -> None:
    newest = shop.ask(recent_vouchers, limit=1)[0].voucher_id
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
    shop.save()
    assert shop.form is form
    assert form.field("postings").error
    assert shop.ask(recent_vouchers, limit=1)[0].voucher_id == newest
    second.credit.setFocus()
    second.credit.selectAll()
    shop.type("100")
    shop.save()
    assert not shop.has_form


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow meanwhile, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_the_form_and_what_was_typed(shop: Counter) -> None:
    party = debtor(shop)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    form = shop.form
    assert isinstance(form, MoneyForm)
    shop.type("123.45")
    with full_disk():
        shop.save()
    assert shop.form is form
    assert form._amount.value == 12_345
    assert form._notice.text()
    assert balance(shop, party.party_id) == party.balance_minor
    shop.save()
    assert not shop.has_form
    assert balance(shop, party.party_id) == party.balance_minor - 12_345


def test_escape_asks_before_it_throws_away_what_was_typed(shop: Counter) -> None:
    shop.go("party", party_id=debtor(shop).party_id)
    shop.press(Qt.Key.Key_F6)
    shop.type("12")
    shop.press(Qt.Key.Key_Escape)
    assert shop.has_form
    shop.press(Qt.Key.Key_Escape)
    assert not shop.has_form


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F5, NONE),
        (Qt.Key.Key_F6, NONE),
        (Qt.Key.Key_F7, NONE),
        (Qt.Key.Key_G, ALT),
        (Qt.Key.Key_F8, CTRL),
    ],
)
def test_control_enter_saves_from_every_field_of_every_form(
    shop: Counter, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    shop.press(key, modifier)
    form = shop.form
    tried: list[str] = []
    form.submit = lambda: tried.append("saved")  # type: ignore[method-assign]
    stops = [stop for field in form._fields.values() for stop in form._stops(field.editor)]
    assert len(stops) > 2
    for stop in stops:
        stop.setFocus()
        tried.clear()
        QTest.keyClick(shop.focus, Qt.Key.Key_Return, CTRL)
        assert tried == ["saved"], stop.accessibleName()


def test_what_is_wrong_is_said_under_its_field(shop: Counter) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_G, ALT)
    form = shop.form
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    shop.type("3*")
    shop.save()
    assert form.field("amount").error
    assert shop.focus is form.field("amount").editor
    shop.type("3*5")
    assert not form.field("amount").error
    date = form.field("date").editor
    date.setFocus()
    shop.type("45/45")
    shop.save()
    assert form.field("date").error
    assert shop.has_form
