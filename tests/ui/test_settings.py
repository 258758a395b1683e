"""Settings: each choice acts at once, is kept, and goes back to what the book holds when it is refused."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khata_desktop.config import load_config
from khata_desktop.domain.accounts import CASH, AccountKind
from khata_desktop.reports.accounts_list import accounts_list
from khata_desktop.reports.business import BusinessProfile, business_profile
from khata_desktop.reports.profiles import taxes_list
from khata_desktop.services.books import Books
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.account_form import AccountForm
from khata_desktop.ui.dialogs.business_form import BusinessForm
from khata_desktop.ui.dialogs.tax_form import TaxForm
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.pages.settings_page import SECTIONS, SettingsPage
from khata_desktop.ui.settings.accounts import AccountsSection
from khata_desktop.ui.settings.look import LookSection
from khata_desktop.ui.settings.paper import PaperSection
from khata_desktop.ui.settings.shop import ShopSection, logo_bytes
from khata_desktop.ui.settings.taxes import TaxesSection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = tmp_path / "shop.khata"
    Books.create(book, name="Rahmat", currency_code="PKR").close()
    return book


@pytest.fixture
def session(path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[BookSession]:
    pages = [spec for spec in PAGES if spec.key == "settings"]
    made = BookSession(path, lambda: Books.open(path), pages=pages, config=load_config())
    qtbot.addWidget(made.frame)
    made.frame.resize(1366, 768)
    made.frame.show()
    with qtbot.waitSignal(made.usable, timeout=20_000):
        made.start()
    yield made
    made.stop()


@pytest.fixture
def context(session: BookSession) -> PageContext:
    assert session.context is not None
    return session.context


@pytest.fixture
def page(session: BookSession) -> SettingsPage:
    shown = session.frame.page("settings")
    assert isinstance(shown, SettingsPage)
    return shown


def in_book(path: Path) -> BusinessProfile:
    with Books.open(path) as books:
        return books.query(business_profile)


def settled(qtbot: QtBot, context: PageContext) -> None:
    qtbot.waitUntil(lambda: not context.runner.busy, timeout=10_000)


# --- the page -----------------------------------------------------------------------------------------


def test_every_section_opens_and_the_arrow_keys_walk_through_them(
    page: SettingsPage, context: PageContext, qtbot: QtBot
) -> None:
    page.focus_first()
    seen = []
    for _ in SECTIONS:
        seen.append(page.current)
        QTest.keyClick(page._entries, Qt.Key.Key_Down)
        settled(qtbot, context)
    assert seen == list(SECTIONS)
    assert page.current == "shop"


def test_a_section_can_be_asked_for_by_name(page: SettingsPage) -> None:
    page.open_with(section="taxes")
    assert isinstance(page.section, TaxesSection)
    page.open_with()
    assert page.current == "taxes"


# --- look ---------------------------------------------------------------------------------------------


def test_a_choice_of_look_is_kept_on_this_computer(page: SettingsPage, context: PageContext) -> None:
    page.show_section("look")
    section = page.section
    assert isinstance(section, LookSection)
    section.theme.choice_changed.emit("dark")
    section.scale.choice_changed.emit(125)
    section.blur.setChecked(True)
    kept = load_config()
    assert (kept.theme, kept.font_scale_percent, kept.blur_amounts) == ("dark", 125, True)
    assert context.config == kept


def test_the_grouping_of_figures_belongs_to_the_book(
    page: SettingsPage, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    page.show_section("look")
    section = page.section
    assert isinstance(section, LookSection)
    section.grouping.choice_changed.emit("million")
    qtbot.waitUntil(lambda: context.business.grouping == "million")
    assert "1,234,567" in context.style.amount(123_456_700)
    assert in_book(path).grouping == "million"


# --- shop ---------------------------------------------------------------------------------------------


def test_the_shops_details_are_changed_in_the_side_sheet(
    page: SettingsPage, session: BookSession, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    section = page.section
    assert isinstance(section, ShopSection)
    section.open_form()
    form = session.frame.sheet.content
    assert isinstance(form, BusinessForm)
    form.name.setText("Rahmat and Sons")
    form.phone.setText("0300 1234567")
    form.submit()
    qtbot.waitUntil(lambda: context.business.name == "Rahmat and Sons")
    assert not session.frame.sheet.is_open
    assert "Rahmat and Sons" in section.name.text()
    assert in_book(path).phone == "0300 1234567"


def test_a_shop_without_a_name_is_refused_in_the_form(
    page: SettingsPage, session: BookSession, context: PageContext, path: Path
) -> None:
    section = page.section
    assert isinstance(section, ShopSection)
    section.open_form()
    form = session.frame.sheet.content
    assert isinstance(form, BusinessForm)
    form.name.setText("  ")
    form.submit()
    assert "name is needed" in form.field("name").error
    assert in_book(path).name == "Rahmat"


def test_the_currency_is_fixed_once_something_is_posted(
    path: Path, context: PageContext, qtbot: QtBot
) -> None:
    assert BusinessForm(context).currency.isEnabled()
    opening = BringIn(amount_minor=100_00, entered_on=context.today(), account_id=CASH)
    context.runner.execute(partial(bring_in_balance, command=opening))
    settled(qtbot, context)
    context.runner.query(business_profile, context.set_business)
    settled(qtbot, context)
    assert not BusinessForm(context).currency.isEnabled()


def test_a_logo_is_made_small_enough_for_the_book(
    tmp_path: Path, page: SettingsPage, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    large = QImage(4000, 3000, QImage.Format.Format_RGB32)
    large.fill(QColor("#0E7C66"))
    file = tmp_path / "logo.png"
    large.save(str(file))
    section = page.section
    assert isinstance(section, ShopSection)
    section.set_logo(file)
    qtbot.waitUntil(lambda: context.business.logo is not None)
    logo = in_book(path).logo
    assert logo is not None
    assert max(QImage.fromData(logo).width(), QImage.fromData(logo).height()) == 600


def test_a_file_that_is_no_picture_is_no_logo(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_text("no picture")
    assert logo_bytes(file) is None


# --- paper --------------------------------------------------------------------------------------------


def test_paper_language_rounding_and_payment_go_into_the_book(
    page: SettingsPage, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    page.show_section("paper")
    section = page.section
    assert isinstance(section, PaperSection)
    section.paper.choice_changed.emit("80mm")
    section.language.choice_changed.emit("ur")
    section.rounding.choice_changed.emit(500)
    section.payment_id.setText(" shop@bank ")
    section.payment_id.editingFinished.emit()
    settled(qtbot, context)
    kept = in_book(path)
    assert (kept.paper, kept.language, kept.round_to_minor) == ("80mm", "ur", 500)
    assert kept.payment_id == "shop@bank"


def test_a_printer_is_remembered_for_each_paper_on_this_computer(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khata_desktop.ui.settings.paper.printer_names", lambda: ["Epson", "Thermal"])
    page.show_section("paper")
    section = page.section
    assert isinstance(section, PaperSection)
    section.printers["80mm"].choice_changed.emit("Thermal")
    section.printers["a4"].choice_changed.emit("Epson")
    section.printers["a4"].choice_changed.emit("")
    assert dict(load_config().printers) == {"80mm": "Thermal"}


# --- taxes and accounts -------------------------------------------------------------------------------


def test_a_tax_is_added_put_on_every_bill_and_put_away(
    page: SettingsPage, session: BookSession, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    page.show_section("taxes")
    section = page.section
    assert isinstance(section, TaxesSection)
    section.open_form()
    form = session.frame.sheet.content
    assert isinstance(form, TaxForm)
    form.name.setText("Sales tax")
    form.submit()
    assert form.field("rate_ppm").error
    form.rate.setText("18")
    form.submit()
    qtbot.waitUntil(lambda: len(section.rows) == 1, timeout=10_000)
    (tax,) = section.rows
    assert (tax.name, tax.rate_ppm) == ("Sales tax", 180_000)
    section._on_usual_toggled(tax, True)
    settled(qtbot, context)
    assert in_book(path).default_tax_ids == (tax.tax_id,)
    section._archive(tax)
    qtbot.waitUntil(lambda: not section.rows, timeout=10_000)
    with Books.open(path) as books:
        assert len(books.query(taxes_list, include_archived=True)) == 1


def test_an_account_is_added_renamed_and_put_away_and_back(
    page: SettingsPage, session: BookSession, context: PageContext, qtbot: QtBot, path: Path
) -> None:
    page.show_section("accounts")
    section = page.section
    assert isinstance(section, AccountsSection)
    settled(qtbot, context)
    before = len(section.model.rows)
    section.add.click()
    form = session.frame.sheet.content
    assert isinstance(form, AccountForm)
    form.name.setText("Easypaisa")
    form.what.set_value((AccountKind.ASSET, "bank"))
    form.submit()
    qtbot.waitUntil(lambda: len(section.model.rows) == before + 1, timeout=10_000)
    row = next(row for row in section.model.rows if row.name == "Easypaisa")
    section._rename(row)
    renaming = session.frame.sheet.content
    assert isinstance(renaming, AccountForm)
    renaming.name.setText("Easypaisa wallet")
    renaming.submit()
    qtbot.waitUntil(lambda: any(own.name == "Easypaisa wallet" for own in section.model.rows))
    section._archive(row)
    qtbot.waitUntil(lambda: len(section.model.rows) == before, timeout=10_000)
    with Books.open(path) as books:
        away = [own for own in books.query(accounts_list, include_archived=True) if own.archived]
    assert [own.name for own in away] == ["Easypaisa wallet"]


def test_accounts_that_bills_are_posted_on_cannot_be_put_away(
    page: SettingsPage, context: PageContext, qtbot: QtBot
) -> None:
    page.show_section("accounts")
    section = page.section
    assert isinstance(section, AccountsSection)
    settled(qtbot, context)
    cash = next(row for row in section.model.rows if row.account_id == CASH)
    section._on_table_row_changed(cash)
    assert not section.archive.isEnabled()
    section._archive(cash)
    settled(qtbot, context)
    assert any(row.account_id == CASH for row in section.model.rows)
