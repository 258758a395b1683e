"""What is half typed into a form is there again after a power cut, and gone once it is saved or left."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.domain.accounts import CASH, RECEIVABLE
from khata_desktop.domain.records import FieldValue
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.pickers import party_pick
from khata_desktop.reports.profiles import item_profile, party_profile
from khata_desktop.reports.voucher_detail import voucher_detail
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.services.records import save_item, save_party
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.party_form import PartyForm
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.form import Form
from tests.ui.pages.conftest import ALT, CTRL, Counter
from tests.ui.pages.test_entry_forms import debtor, owed
from tests.ui.pages.test_sale_page import an_item

Cut = Callable[[Counter], Counter]


@pytest.fixture
def power_cut(open_shop: Callable[[Path], Counter], tmp_path: Path, khata_home: Path) -> Cut:
    """Return a function that leaves a window as it is, and opens the book as the disk has it then."""

    def cut(shop: Counter) -> Counter:
        QTest.qWait(300)
        shop.settle()
        after = tmp_path / "after"
        shutil.copytree(khata_home, after)
        shop.session.stop()
        shutil.rmtree(khata_home)
        shutil.move(after, khata_home)
        return open_shop(shop.session.path)

    return cut


def offer(form: Form) -> list[Button]:
    """Return the buttons of what is offered at the head; none where nothing is."""
    if form._offer is None or not form._offer.isVisible():
        return []
    return form._offer.findChildren(Button)


def go_on_with_it(shop: Counter) -> None:
    """Press the first button of the offer by keys: it stands before the first field."""
    take = offer(shop.form)[0]
    while shop.focus is not take:
        shop.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    shop.press(Qt.Key.Key_Return)
    shop.settle()


def test_a_khata_entry_begun_before_a_power_cut_is_offered_and_saved(shop: Counter, power_cut: Cut) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_G, ALT)
    assert not offer(shop.form)
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    shop.type("125")
    shop.form.field("narration").editor.setFocus()
    shop.type("rice")
    later = power_cut(shop)
    later.press(Qt.Key.Key_G, ALT)
    form = later.form
    assert isinstance(form, KhataForm)
    assert form._amount.value is None
    assert len(offer(form)) == 2
    go_on_with_it(later)
    assert form._party.party_id == party.party_id
    assert form._amount.text().startswith("125")
    assert form._note.text() == "rice"
    later.save()
    assert not later.has_form
    assert later.ask(party_pick, party_id=party.party_id).balance_minor == party.balance_minor + 12_500
    # Saved is saved: nothing is left to go on with.
    later.press(Qt.Key.Key_G, ALT)
    assert not offer(later.form)


def test_a_receipt_comes_back_with_the_bills_that_were_chosen(shop: Counter, power_cut: Cut) -> None:
    party = debtor(shop)
    assert len(owed(shop, party.party_id)) > 1
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    shop.type("9")
    while not shop.form.field("settle").editor.hasFocus():
        shop.press(Qt.Key.Key_Tab)
    shop.press(Qt.Key.Key_Right)
    form = shop.form
    assert isinstance(form, MoneyForm)
    for edit, amount in zip(form._allocations.edits[:2], ("4", "5"), strict=True):
        edit.setFocus()
        shop.press(Qt.Key.Key_A, CTRL)
        shop.type(amount)
    later = power_cut(shop)
    later.press(Qt.Key.Key_F6)
    go_on_with_it(later)
    again = later.form
    assert isinstance(again, MoneyForm)
    assert again._party.party_id == party.party_id
    assert [edit.value for edit in again._allocations.edits[:2]] == [400, 500]
    assert again._allocations.isVisible()


def test_a_journal_comes_back_with_its_lines(shop: Counter, power_cut: Cut) -> None:
    party = debtor(shop)
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    form._more.click()
    form._rows[0].account.set_value(CASH)
    form._rows[2].account.set_value(RECEIVABLE)
    form.show_state()
    form._rows[2].party.setFocus()
    shop.type(party.name[:8])
    shop.press(Qt.Key.Key_Return)
    form._rows[2].credit.setFocus()
    shop.type("3*4")
    later = power_cut(shop)
    later.press(Qt.Key.Key_F7)
    go_on_with_it(later)
    again = later.form
    assert isinstance(again, JournalForm)
    rows = again._rows
    assert [row.account.value for row in rows] == [CASH, None, RECEIVABLE]
    assert rows[2].party.party_id == party.party_id
    assert rows[2].credit.value == 1_200


def test_a_new_party_and_goods_that_come_back_survive_too(shop: Counter, power_cut: Cut) -> None:
    sale = next(
        detail
        for row in shop.ask(recent_vouchers, limit=100, kinds=(VoucherKind.SALE,))
        if (detail := shop.ask(voucher_detail, voucher_id=row.voucher_id)).lines and not detail.returns
    )
    shop.context.show_sheet(PartyForm(shop.context))
    shop.type("Zahoor")
    later = power_cut(shop)
    later.context.show_sheet(PartyForm(later.context))
    later.settle()
    go_on_with_it(later)
    assert later.form.field("name").editor.text() == "Zahoor"  # type: ignore[attr-defined]
    later.press(Qt.Key.Key_Escape)
    later.press(Qt.Key.Key_Escape)
    assert not later.has_form
    later.go("voucher", voucher_id=sale.voucher_id)
    later.press(Qt.Key.Key_F8, CTRL)
    later.type("1")
    last = power_cut(later)
    last.press(Qt.Key.Key_F8, CTRL)
    go_on_with_it(last)
    form = last.form
    assert isinstance(form, ReturnForm)
    assert form._sale is not None
    assert form._sale.voucher_id == sale.voucher_id
    assert form._edits[0][1].value == 1_000


def test_details_of_a_party_that_changed_meanwhile_keep_all_but_what_was_typed(
    shop: Counter, power_cut: Cut
) -> None:
    party = debtor(shop)
    page = shop.go("party", party_id=party.party_id)
    page._edit.click()
    shop.form.field("phone").editor.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("0300 1112223")
    later = power_cut(shop)
    # Somebody else changes the same party before the form is opened again.
    meanwhile: dict[str, FieldValue] = {"address": "7 New Street", "phone": "0300 9998887", "archived": True}
    later.on_books(lambda b: b.execute(save_party, values=meanwhile, party_id=party.party_id))
    page = later.go("party", party_id=party.party_id)
    page._edit.click()
    later.settle()
    go_on_with_it(later)
    assert later.form.field("phone").editor.text() == "0300 1112223"  # type: ignore[attr-defined]
    # What was gone on with is kept through a second power cut as well.
    last = power_cut(later)
    page = last.go("party", party_id=party.party_id)
    page._edit.click()
    last.settle()
    go_on_with_it(last)
    last.save()
    assert not last.has_form
    saved = last.ask(party_profile, party_id=party.party_id)
    assert (saved.name, saved.phone, saved.address) == (party.name, "0300 1112223", "7 New Street")
    assert saved.archived


def test_an_item_whose_price_changed_meanwhile_keeps_the_new_price(shop: Counter, power_cut: Cut) -> None:
    item = an_item(shop)
    shop.go("item", item_id=item.item_id)
    shop.press(Qt.Key.Key_E, CTRL)
    shop.form.field("category").editor.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("Tea and sugar")
    later = power_cut(shop)
    dearer: dict[str, FieldValue] = {"price_e4": 9_990_000, "tax_ids": b"", "price_includes_tax": False}
    later.on_books(lambda b: b.execute(save_item, values=dearer, item_id=item.item_id))
    later.go("item", item_id=item.item_id)
    later.press(Qt.Key.Key_E, CTRL)
    go_on_with_it(later)
    later.save()
    assert not later.has_form
    saved = later.ask(item_profile, item_id=item.item_id)
    assert (saved.category, saved.price_e4, saved.tax_ids) == ("Tea and sugar", 9_990_000, ())


def test_what_is_left_or_discarded_is_not_offered_again(shop: Counter, power_cut: Cut) -> None:
    shop.press(Qt.Key.Key_G, ALT)
    shop.type("Aslam")
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_Escape)
    assert not shop.has_form
    shop.press(Qt.Key.Key_G, ALT)
    assert not offer(shop.form)
    shop.type("Bilal")
    later = power_cut(shop)
    later.press(Qt.Key.Key_G, ALT)
    discard = offer(later.form)[1]
    discard.setFocus()
    later.press(Qt.Key.Key_Return)
    assert not offer(later.form)
    later.press(Qt.Key.Key_Escape)
    later.press(Qt.Key.Key_G, ALT)
    assert not offer(later.form)


def test_closing_the_window_keeps_what_was_typed_last(
    shop: Counter, open_shop: Callable[[Path], Counter]
) -> None:
    shop.press(Qt.Key.Key_F7)
    form = shop.form
    assert isinstance(form, JournalForm)
    form._note.setFocus()
    shop.type("half a word")
    # At once, before the moment after which a draft is kept by itself.
    shop.session.stop()
    later = open_shop(shop.session.path)
    later.press(Qt.Key.Key_F7)
    go_on_with_it(later)
    assert later.form.field("narration").editor.text() == "half a word"  # type: ignore[attr-defined]


def test_what_another_window_changed_while_a_form_stood_open_stays(shop: Counter) -> None:
    party, item = debtor(shop), an_item(shop)
    page = shop.go("party", party_id=party.party_id)
    page._edit.click()
    shop.settle()
    shop.on_books(lambda b: b.execute(save_party, values={"phone": "0300 7654321"}, party_id=party.party_id))
    shop.form.field("address").editor.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("7 New Street")
    shop.save()
    saved = shop.ask(party_profile, party_id=party.party_id)
    assert (saved.phone, saved.address) == ("0300 7654321", "7 New Street")
    shop.go("item", item_id=item.item_id)
    shop.press(Qt.Key.Key_E, CTRL)
    dearer: dict[str, FieldValue] = {"price_e4": 9_990_000, "tax_ids": b""}
    shop.on_books(lambda b: b.execute(save_item, values=dearer, item_id=item.item_id))
    shop.form.field("category").editor.setFocus()
    shop.press(Qt.Key.Key_A, CTRL)
    shop.type("Tea and sugar")
    shop.save()
    kept = shop.ask(item_profile, item_id=item.item_id)
    assert (kept.category, kept.price_e4, kept.tax_ids) == ("Tea and sugar", 9_990_000, ())
