"""Lists and ledgers: what they show, how they are narrowed, and that length does not matter."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.vouchers import Posting, VoucherKind
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.reports.accounts_list import account_profile
from khata_desktop.reports.items_list import items_list
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import party_ledger
from khata_desktop.reports.period import Period
from khata_desktop.reports.vouchers_list import VoucherFilter, vouchers_page, vouchers_totals
from khata_desktop.services.books import Books
from khata_desktop.services.khata import PostJournal, post_journal
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.main_window import PageSpec
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.translation import use_language
from khata_desktop.ui.widgets.button import Button
from tests.ui.pages.conftest import ALT, CTRL, Counter


def shown(page: Any) -> list[Any]:
    """Return the rows of a short list, as shown."""
    return list(page._model.rows)


def page_of(shop: Counter, key: str) -> Any:
    """Return a page that was shown before."""
    return shop.frame.page(key)


# --- parties ------------------------------------------------------------------------------------------


def test_the_parties_to_collect_from_are_those_who_owe(shop: Counter) -> None:
    page = shop.go("parties", only="to_collect")
    everybody = shop.ask(party_balances)
    rows = shown(page)
    assert len(rows) == sum(1 for row in everybody.rows if row.balance_minor > 0)
    assert all(row.balance_minor > 0 for row in rows)
    assert page._collect.figure == shop.context.amount(everybody.to_collect_minor, symbol=True)


def test_a_party_is_found_by_typing_part_of_its_phone(shop: Counter) -> None:
    wanted = shop.ask(party_balances).rows[0]
    page = shop.go("parties")
    shop.type(wanted.phone.replace(" ", "")[-7:])
    shop.wait_for(lambda: len(shown(page)) == 1)
    shop.press(Qt.Key.Key_Return)
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "party"
    assert page_of(shop, "party")._party_id == wanted.party_id


def test_a_list_that_finds_nobody_offers_everybody_again(shop: Counter) -> None:
    page = shop.go("parties")
    before = len(shown(page))
    shop.type("99999999999")
    shop.wait_for(lambda: shown(page) == [])
    page._table._empty._button.click()
    shop.wait_for(lambda: len(shown(page)) == before)


def test_a_new_party_begins_with_what_was_typed_and_opens_its_khata(shop: Counter) -> None:
    shop.go("parties")
    shop.type("Qulsoom Bano")
    shop.settle()
    shop.press(Qt.Key.Key_N, CTRL)
    shop.save()
    assert not shop.has_form
    assert shop.frame.current_key == "party"
    assert [row.name for row in shop.ask(party_balances, search="Qulsoom").rows] == ["Qulsoom Bano"]


def test_the_ledger_of_a_party_is_narrowed_to_what_was_given(shop: Counter) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    page = shop.go("party", party_id=party.party_id)
    everything = page._model.rowCount()
    page._side.set_value("gave")
    page._side.choice_changed.emit("gave")
    shop.settle()
    assert 0 < page._model.rowCount() <= everything
    assert page._got.figure == shop.context.amount(page._totals.credit_minor)
    count = page._model.rowCount()
    # A page of the list that is not here yet is asked for at its first row, and comes after a while.
    for number in range(count):
        page._model.row_at(number)
    shop.settle()
    assert all(page._model.row_at(number).debit_minor > 0 for number in range(count))


class Browser(QObject):
    """Stands where the web browser stands."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    # It wants a str, whatever its stub says.
    QDesktopServices.setUrlHandler("https", browser, "take")  # type: ignore[arg-type]
    yield browser
    QDesktopServices.unsetUrlHandler("https")


def test_what_is_sent_is_the_statement_of_the_days_shown(shop: Counter, browser: Browser) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    page = shop.go("party", party_id=party.party_id)
    day, send = page._model.row_at(0).posted_on, page._outputs.buttons[1]
    then = shop.ask(party_ledger, party_id=party.party_id, period=Period(day, day)).closing_minor

    def date(day: Any) -> str:
        return without_invisible_marks(shop.context.style.date(day))

    for shown, said in (
        ((day, day), f"from {date(day)} to {date(day)}."),
        ("all", f"until {date(shop.context.today())}."),
    ):
        page._period.choose(shown)
        shop.settle()
        send.click()
        shop.settle()
        sent = bytes(browser.opened[-1].toEncoded().data()).decode()
        # As it is dialled from anywhere, not as it is typed at home.
        assert sent.startswith(f"https://wa.me/92{re.sub('[^0-9]', '', party.phone).lstrip('0')}?")
        words = parse_qs(sent.partition("?")[2])["text"][0]
        assert words.splitlines()[0].endswith(said)
        balance = then if shown != "all" else party.balance_minor
        assert without_invisible_marks(shop.context.amount(abs(balance))) in words.splitlines()[1]


def test_the_sums_of_a_ledger_say_what_they_are_of(shop: Counter) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    page = shop.go("party", party_id=party.party_id)
    assert "All dates" in page._gave.accessibleName()
    page._side.set_value("gave")
    page._side.choice_changed.emit("gave")
    shop.settle()
    assert f"{page._totals.count} entries shown" in page._gave.accessibleName()


def test_one_key_previews_the_statement_with_the_whole_width_of_its_page(shop: Counter) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_P, ALT)
    preview = shop.frame.window().findChild(PaperPreview)
    assert preview is not None
    shop.wait_for(lambda: preview.findChild(QLabel, "paper") is not None)
    shop.settle()
    scroll, focused = preview.findChild(QScrollArea), preview.focusWidget()
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    assert isinstance(focused, Button)
    assert focused.label == "Print"
    shop.press(Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_a_ledger_row_leads_to_its_voucher_and_escape_back(shop: Counter) -> None:
    party = shop.ask(party_balances, only="to_collect").rows[0]
    page = shop.go("party", party_id=party.party_id)
    page._table.setFocus()
    page._table.select_row(0)
    row = page._model.row_at(0)
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "voucher"
    assert page_of(shop, "voucher")._voucher_id == row.voucher_id
    shop.press(Qt.Key.Key_Escape)
    assert shop.frame.current_key == "party"


# --- items --------------------------------------------------------------------------------------------


def test_what_runs_low_is_listed_by_itself(shop: Counter) -> None:
    found = shop.ask(items_list, low_stock_only=True)
    page = shop.go("items", low=True)
    assert [row.item_id for row in shown(page)] == [row.item_id for row in found.rows]


# --- accounts -----------------------------------------------------------------------------------------


def test_the_cash_book_ends_at_what_is_in_the_till(shop: Counter) -> None:
    page = shop.go("account", account_id=CASH)
    balance = shop.ask(account_profile, account_id=CASH).balance_minor
    assert page._closing.figure == shop.context.amount(balance, symbol=True)
    assert page._model.row_at(0).balance_minor == balance


def test_an_account_opens_its_ledger(shop: Counter) -> None:
    page = shop.go("accounts", only="money")
    assert {row.use for row in shown(page)} <= {"cash", "bank"}
    page._table.setFocus()
    page._table.select_row(0)
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "account"


# --- vouchers -----------------------------------------------------------------------------------------


def test_vouchers_are_narrowed_to_a_kind(shop: Counter) -> None:
    page = shop.go("vouchers", kind="receipt")
    wanted = VoucherFilter(kinds=(VoucherKind.RECEIPT,))
    assert page._model.rowCount() == shop.ask(vouchers_totals, filter=wanted).count
    assert page._model.row_at(0).kind == VoucherKind.RECEIPT


def test_a_voucher_posted_elsewhere_appears_by_itself(shop: Counter) -> None:
    page = shop.go("vouchers")
    before = page._model.rowCount()
    other = Books.open(shop.session.path)
    postings = (Posting(BANK, 500), Posting(CASH, -500))
    # Another process would do the same: the file is all they share.
    other.execute(post_journal, PostJournal(postings=postings, entered_on=Clock().today()))
    other.close()
    shop.wait_for(lambda: page._model.rowCount() == before + 1)


def _many(uow: UnitOfWork, *, count: int) -> Outcome[None]:
    today = Clock().today()
    for number in range(count):
        postings = (Posting(BANK, number + 1), Posting(CASH, -number - 1))
        post_journal(uow, PostJournal(postings=postings, entered_on=today))
    return Outcome(None, EVERYTHING)


def test_twenty_thousand_vouchers_scroll_to_their_end(
    open_shop: Callable[[Path], Counter], tmp_path: Path
) -> None:
    path = tmp_path / "long.khata"
    books = Books.create(path, name="Long", currency_code="PKR")
    books.execute(lambda uow: _many(uow, count=20_000))
    books.close()
    shop = open_shop(path)
    page = shop.go("vouchers")
    assert page._model.rowCount() == 20_000
    page._table.setFocus()
    page._table.select_row(0)
    shop.press(Qt.Key.Key_End, CTRL)
    shop.wait_for(lambda: page._model.row_at(19_999) is not None)
    oldest = page._model.row_at(19_999)
    assert oldest.total_minor == 1
    assert shop.ask(vouchers_page, filter=VoucherFilter(), first=19_999, count=1) == [oldest]


# --- every page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", [spec for spec in PAGES if not spec.is_form], ids=lambda spec: spec.key)
def test_every_page_speaks_each_language_at_once_and_hides_amounts(
    shop: Counter, qapp: QApplication, spec: PageSpec
) -> None:
    key = spec.key
    party = shop.ask(party_balances, only="to_collect").rows[0]
    item = shop.ask(items_list).rows[0]
    voucher = shop.ask(vouchers_page, count=1)[0]
    arguments: dict[str, dict[str, object]] = {
        "party": {"party_id": party.party_id},
        "item": {"item_id": item.item_id},
        "voucher": {"voucher_id": voucher.voucher_id},
        "account": {"account_id": CASH},
    }
    page = shop.go(key, **arguments.get(key, {}))
    for language in ("ur", "hi", "en"):
        use_language(qapp, language)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        shop.settle()
    shop.press(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert shop.context.config.blur_amounts
    if hasattr(page, "refresh"):
        page.refresh()
    shop.settle()
    assert shop.frame.current_key == key
    assert shop.frame.isActiveWindow(), "a part of the page was a window of its own for a moment"


# --- another question begins at the top ---------------------------------------------------------------


def test_a_filter_put_on_a_list_that_was_scrolled_shows_it_from_its_top(shop: Counter) -> None:
    page = shop.go("vouchers")
    table, bar = page._table, page._table.verticalScrollBar()
    table.setFocus()
    shop.press(Qt.Key.Key_End)
    assert bar.value() > 0
    page._filters.focus_search()
    shop.type("INV")
    shop.wait_for(lambda: page._totals.count < 400)
    shop.settle()
    assert bar.value() == 0
    assert page._model.row_at(0).number.startswith("INV")
    # What is entered elsewhere meanwhile leaves the reader where he is.
    table.setFocus()
    shop.press(Qt.Key.Key_End)
    there = bar.value()
    shop.frame.notify(EVERYTHING)
    shop.settle()
    assert bar.value() == there > 0
    # Nor does a filter that finds as many rows show the old ones.
    page._kind.set_value(VoucherKind.SALE)
    page._kind.choice_changed.emit(VoucherKind.SALE)
    shop.settle()
    assert bar.value() == 0


def test_another_order_shows_the_parties_from_their_top(shop: Counter) -> None:
    page = shop.go("parties")
    page._table.setFocus()
    shop.press(Qt.Key.Key_End)
    assert page._table.verticalScrollBar().value() > 0
    page._order.set_value("name")
    page._order.choice_changed.emit("name")
    shop.settle()
    assert page._table.verticalScrollBar().value() == 0


# --- counts and files ---------------------------------------------------------------------------------


def test_counts_are_grouped_as_amounts_are(shop: Counter) -> None:
    counted = shop.context.counted
    assert without_invisible_marks(counted("98650 vouchers", 98_650)) == "98,650 vouchers"
    assert without_invisible_marks(counted("1234567 in this list", 1_234_567)) == "12,34,567 in this list"
    assert counted("8 entries shown", 8) == "8 entries shown"


def test_a_mistyped_folder_is_named_and_not_made(
    shop: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shop.go("vouchers")
    there = tmp_path / "Documnets" / "vouchers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there), ""))
    page._excel.click()
    shop.settle()
    assert "There is no folder" in shop.toast
    assert not there.parent.exists()
