"""Ctrl+K: from a few letters to the thing."""

from PySide6.QtCore import Qt

from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from tests.ui.pages.conftest import CTRL, Counter


def find(shop: Counter, text: str, title: str) -> None:
    """Open the palette, type, and take the row of this title."""
    shop.press(Qt.Key.Key_K, CTRL)
    shop.type(text)
    palette = shop.frame.command_palette
    shop.wait_for(lambda: title in palette.titles())
    for _ in range(40):
        marked = palette._list.marked()
        if marked is not None and marked.title == title:
            break
        shop.press(Qt.Key.Key_Down)
    shop.press(Qt.Key.Key_Return)


def test_a_party_is_opened_by_part_of_its_name(shop: Counter) -> None:
    party = next(row for row in shop.ask(party_balances).rows if row.name.isascii())
    find(shop, party.name[:6], party.name)
    assert shop.frame.current_key == "party"


def test_a_voucher_is_opened_by_its_bare_number(shop: Counter) -> None:
    sale = shop.ask(recent_vouchers, limit=1, kinds=(VoucherKind.SALE,))[0]
    page_number = str(int(sale.number.rsplit("-", 1)[1]))
    shop.press(Qt.Key.Key_K, CTRL)
    shop.type(page_number)
    palette = shop.frame.command_palette
    shop.wait_for(lambda: any(sale.number in title for title in palette.titles()))
    shop.press(Qt.Key.Key_Escape)
    assert not palette.is_open


def test_a_command_opens_its_form_over_the_page(shop: Counter) -> None:
    find(shop, "jour", "Journal")
    assert isinstance(shop.form, JournalForm)
    assert shop.frame.current_key == "dashboard"


def test_a_command_given_on_a_khata_is_for_its_party(shop: Counter) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    shop.go("party", party_id=party.party_id)
    find(shop, "rece", "Receipt")
    form = shop.form
    assert isinstance(form, MoneyForm)
    assert form._party.text() == party.name


def test_without_a_text_the_usual_things_are_offered(shop: Counter) -> None:
    shop.press(Qt.Key.Key_K, CTRL)
    palette = shop.frame.command_palette
    newest = shop.ask(recent_vouchers, limit=1)[0]
    shop.wait_for(lambda: any(newest.number in title for title in palette.titles()))
    assert "Sale" in palette.titles()


def test_the_sheet_of_keys_lists_the_forms(shop: Counter) -> None:
    listed = {(binding.words, binding.key) for binding in shop.frame.key_bindings()}
    assert {("Receipt", "F6"), ("Payment", "F5"), ("Journal", "F7"), ("Sale return", "Ctrl+F8")} <= listed
