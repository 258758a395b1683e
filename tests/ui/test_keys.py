"""Keys: two profiles, one's own choice, conflicts told, and what no key may do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.config import AppConfig, load_config
from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.reports.accounts_list import account_profile
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.key_form import KeyForm
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.transfer_form import TransferForm
from khata_desktop.ui.key_map import COMMANDS, PROFILES, KeyMap, can_be_chosen, use_keys
from khata_desktop.ui.main_window import keys_of_page
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.settings.keys import KeysSection
from khata_desktop.ui.settings.look import LookSection
from khata_desktop.ui.widgets.date_range import DateRangeBox
from tests.ui.pages.conftest import ALT, CTRL, Counter, open_shop, sample_book, shop
from tests.ui.pages.test_entry_forms import debtor
from tests.ui.pages.test_sale_page import an_item, sell

__all__ = ["open_shop", "sample_book", "shop"]


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    yield
    use_keys(AppConfig())


def section(shop: Counter) -> KeysSection:
    page = shop.go("settings", section="keys")
    assert isinstance(page.section, KeysSection)
    return page.section


def change(shop: Counter, usual: str) -> KeyForm:
    """Open the form for a key by the keyboard."""
    section(shop).buttons[usual].setFocus()
    shop.press(Qt.Key.Key_Return)
    form = shop.form
    assert isinstance(form, KeyForm)
    assert shop.focus is form._key
    return form


# --- which key does what --------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
def test_no_profile_gives_one_key_to_two(profile: str) -> None:
    pressed = [KeyMap(profile).pressed(command.key) for command in COMMANDS]
    assert len(set(pressed)) == len(pressed)
    assert all(can_be_chosen(key) for key in pressed)


@pytest.mark.parametrize("key", ["G", "Shift+G", "5", "Return", "Ctrl+Return", "Esc", "Ctrl+C", "", "Down"])
def test_no_bare_letter_and_no_key_of_typing_can_be_chosen(key: str) -> None:
    assert not can_be_chosen(key)


def test_the_profile_tally_changes_the_keys_at_once_and_shows_them(shop: Counter) -> None:
    sheet = section(shop)
    sheet.profile.setFocus()
    shop.press(Qt.Key.Key_Right)
    assert load_config().key_profile == "tally"
    shop.press(Qt.Key.Key_K, ALT)
    assert isinstance(shop.form, KhataForm)
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_G, ALT)
    assert not shop.has_form
    assert shop.frame.command_palette.is_open
    shop.press(Qt.Key.Key_Escape)
    shop.go("dashboard")
    assert ("Alt+G", "find anything") in shop.frame.status._keys.keys


def test_a_key_of_ones_own_is_pressed_shown_kept_and_taken_back(shop: Counter) -> None:
    form = change(shop, "F6")
    shop.press(Qt.Key.Key_F9)
    shop.save()
    assert not shop.has_form
    assert load_config().shortcuts == {"F6": "F9"}
    shop.press(Qt.Key.Key_F9)
    assert isinstance(shop.form, MoneyForm)
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_F6)
    assert not shop.has_form
    dashboard = shop.go("dashboard")
    assert dashboard._got.key_shown == "F9"
    form = change(shop, "F6")
    form._usual.click()
    shop.save()
    assert load_config().shortcuts == {}
    shop.press(Qt.Key.Key_F6)
    assert isinstance(shop.form, MoneyForm)


def test_a_key_that_is_taken_is_told_and_not_given_twice(shop: Counter) -> None:
    form = change(shop, "F6")
    shop.press(Qt.Key.Key_F8)
    assert "New sale" in form.field("key").error
    shop.save()
    assert shop.form is form
    shop.press(Qt.Key.Key_M)
    assert "typing" in form.field("key").error
    shop.save()
    assert load_config().shortcuts == {}


def test_a_key_of_a_page_follows_too(shop: Counter) -> None:
    change(shop, "Alt+X")
    shop.press(Qt.Key.Key_D, ALT)
    shop.save()
    assert load_config().shortcuts == {"Alt+X": "Alt+D"}
    row = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.RECEIPT,))[0]
    page = shop.go("voucher", voucher_id=row.voucher_id)
    assert page._void.key_shown == "Alt+D"
    shop.press(Qt.Key.Key_D, ALT)
    assert "is void" in shop.toast


def test_a_sentence_names_the_key_in_force(shop: Counter) -> None:
    for usual, own in (("Ctrl+F8", Qt.Key.Key_F9), ("Ctrl+Shift+P", Qt.Key.Key_B)):
        change(shop, usual)
        shop.press(own, CTRL)
        shop.save()
    shop.press(Qt.Key.Key_F8)
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    sell(shop, f"2*{an_item(shop).name}")
    page.bill.table.edit_cell(0, "quantity")
    shop.type("-2")
    shop.press(Qt.Key.Key_Return)
    assert "(Ctrl+F9)" in without_invisible_marks(page.bill.marks["lines"].error)
    look = shop.go("settings", section="look").section
    assert isinstance(look, LookSection)
    assert "Ctrl+B does the same" in without_invisible_marks(look.blur_row.said)


# --- keys that are letters elsewhere ----------------------------------------------------------------------


def test_a_key_of_the_page_behind_is_no_letter_in_a_form(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    form._note.setFocus()
    shop.type("ri")
    # What X sends along with Alt and a letter is that letter.
    QTest.sendKeyEvent(QTest.KeyAction.Click, form._note, Qt.Key.Key_G, "g", ALT)
    QTest.sendKeyEvent(QTest.KeyAction.Click, form._rows[0].debit, Qt.Key.Key_2, "2", ALT)
    shop.type("ce")
    assert form._note.text() == "rice"
    assert form._rows[0].debit.text() == ""
    assert shop.form is form


def test_the_sheet_of_keys_names_every_key_of_the_page_in_front(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F8)
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    listed = {binding.key for binding in shop.frame.key_bindings()}
    assert {"Ctrl+Return", "Ctrl+S", "F10", "F11", "F12", "F2", "Alt+C", "Ctrl+N"} <= listed
    for key in ("vouchers", "parties", "items", "accounts", "dashboard"):
        page = shop.go(key)
        listed = {binding.key for binding in shop.frame.key_bindings()}
        assert {own for own, _ in keys_of_page(page)} <= listed
    assert {"Ctrl+N"} <= {own for own, _ in keys_of_page(shop.go("accounts"))}


# --- F2, Ctrl+R, Alt+F2, Alt+2, F4 ------------------------------------------------------------------------


def test_f2_goes_to_the_date_of_a_form(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F6)
    shop.press(Qt.Key.Key_F2)
    assert shop.focus is shop.form.field("date").editor
    shop.type("y")
    shop.press(Qt.Key.Key_Return)
    yesterday = shop.form.field("date").editor.value  # type: ignore[attr-defined]
    assert (shop.context.today() - yesterday).days == 1


def test_ctrl_r_repeats_the_note_of_the_last_voucher_of_the_kind(shop: Counter) -> None:
    party = debtor(shop)
    for note in ("by Rashid", ""):
        shop.go("party", party_id=party.party_id)
        shop.press(Qt.Key.Key_F6)
        shop.type("5")
        shop.form.field("narration").editor.setFocus()
        shop.type(note)
        shop.save()
    shop.press(Qt.Key.Key_F6)
    shop.press(Qt.Key.Key_R, CTRL)
    assert shop.form.field("narration").editor.text() == "by Rashid"  # type: ignore[attr-defined]
    assert shop.focus is shop.form.field("narration").editor


def test_alt_f2_opens_the_days_of_a_list(shop: Counter) -> None:
    page = shop.go("vouchers")
    assert isinstance(page._period, DateRangeBox)
    shop.press(Qt.Key.Key_F2, ALT)
    popup = page._period._popup
    assert popup is not None
    assert popup.isVisible()


def newest(shop: Counter, kind: VoucherKind) -> VoucherDetail:
    row = shop.ask(recent_vouchers, limit=1, kinds=(kind,))[0]
    return shop.ask(voucher_detail, voucher_id=row.voucher_id)


@pytest.mark.parametrize(
    "kind", [VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.KHATA_ENTRY, VoucherKind.JOURNAL]
)
def test_alt_2_begins_the_same_once_more_of_today(shop: Counter, kind: VoucherKind) -> None:
    if kind is VoucherKind.JOURNAL:
        move_to_the_bank(shop, "40")
    before = newest(shop, kind)
    shop.go("voucher", voucher_id=before.voucher_id)
    shop.press(Qt.Key.Key_2, ALT)
    shop.save()
    assert not shop.has_form
    after = newest(shop, kind)
    assert after.number != before.number
    assert after.total_minor == before.total_minor
    assert after.party_id == before.party_id
    assert after.posted_on == shop.context.today()
    assert shop.ask(voucher_detail, voucher_id=before.voucher_id).status == before.status


def test_alt_2_on_a_bill_puts_its_lines_on_the_counter_again(shop: Counter) -> None:
    before = newest(shop, VoucherKind.SALE)
    shop.go("voucher", voucher_id=before.voucher_id)
    shop.press(Qt.Key.Key_2, ALT)
    page = shop.frame.page("sale")
    assert isinstance(page, SalePage)
    draft = page.bill.draft
    assert [line.description for line in draft.lines] == [line.description for line in before.lines]
    assert draft.party_id == before.party_id
    assert draft.corrects is None
    assert draft.voucher_id != before.voucher_id


def move_to_the_bank(shop: Counter, amount: str) -> None:
    shop.press(Qt.Key.Key_F4)
    assert isinstance(shop.form, TransferForm)
    shop.type(amount)
    shop.save()


def test_f4_moves_money_from_the_till_to_the_bank_and_undo_moves_it_back(shop: Counter) -> None:
    def held() -> tuple[int, int]:
        cash, bank = (shop.ask(account_profile, account_id=own) for own in (CASH, BANK))
        return cash.balance_minor, bank.balance_minor

    cash, bank = held()
    move_to_the_bank(shop, "150")
    assert not shop.has_form
    assert held() == (cash - 15_000, bank + 15_000)
    shop.press(Qt.Key.Key_Z, CTRL)
    assert held() == (cash, bank)
    shop.press(Qt.Key.Key_F4)
    form = shop.form
    assert isinstance(form, TransferForm)
    shop.type("5")
    form._to.set_value(CASH)
    shop.save()
    assert form.field("to").error
    assert shop.focus is form._to
