"""The first run: from nothing to a shop of one's own, to the sample shop, or to a book that is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig, RecentBook, load_config, save_config
from khata_desktop.domain.errors import BookExists
from khata_desktop.domain.voucher_errors import UnknownCurrency
from khata_desktop.reports.business import business_profile
from khata_desktop.services.books import Books
from khata_desktop.ui.book_opening import sample_path
from khata_desktop.ui.currencies import currency_choices, usual_grouping
from khata_desktop.ui.first_run import StartPage, recent_that_exist
from khata_desktop.ui.language_page import LanguagePage
from khata_desktop.ui.log_file import stop_log
from khata_desktop.ui.new_shop_form import NewBook, free_path
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.program import Program
from khata_desktop.ui.translation import use_language


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> StartPage:
    made = StartPage(AppConfig(language="en"), folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


def asked(page: StartPage) -> list[NewBook]:
    books: list[NewBook] = []
    page.create_requested.connect(books.append)
    return books


def test_a_language_is_chosen_with_the_keyboard_alone(qtbot: QtBot) -> None:
    page = LanguagePage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.focus_first()
    chosen: list[str] = []
    page.language_chosen.connect(chosen.append)
    QTest.keyClick(page.cards["en"], Qt.Key.Key_Down)
    QTest.keyClick(page.cards["ur"], Qt.Key.Key_Return)
    assert chosen == ["ur"]


def test_a_shop_needs_a_name_and_the_field_says_so(page: StartPage) -> None:
    books = asked(page)
    page.form.submit()
    assert not books
    assert "name of your shop" in page.form.name_field.error
    QTest.keyClicks(page.form.name, "Rahmat")
    assert page.form.name_field.error == ""


def test_an_error_is_said_in_the_language_that_is_chosen_after_it(
    qapp: QApplication, page: StartPage, tmp_path: Path
) -> None:
    page.form.submit()
    in_english = page.form.name_field.error
    try:
        use_language(qapp, "ur")
        QApplication.processEvents()
        assert page.form.name_field.error not in ("", in_english)
        page.form.show_error(BookExists(path=tmp_path / "x.khata"))
        in_urdu = page.form.notice.text()
    finally:
        use_language(qapp, "en")
    QApplication.processEvents()
    assert page.form.name_field.error == in_english
    assert "already there" in page.form.notice.text() != in_urdu


def test_a_shop_is_asked_for_with_what_was_typed(page: StartPage, tmp_path: Path) -> None:
    books = asked(page)
    QTest.keyClicks(page.form.name, "Rahmat General Store")
    page.form.currency.set_value("GBP")
    QTest.keyClicks(page.form.phone, "0300 1234567")
    QTest.keyClick(page.form.phone, Qt.Key.Key_Return)
    (new,) = books
    assert new.name == "Rahmat General Store"
    assert new.path == tmp_path / "Rahmat General Store.khata"
    assert (new.currency_code, new.phone, new.grouping) == ("GBP", "0300 1234567", "million")
    assert not page.form.create_button.isEnabled()


@pytest.mark.parametrize("field", ["name", "phone"])
def test_ctrl_enter_makes_one_shop_from_any_field(page: StartPage, field: str) -> None:
    books = asked(page)
    QTest.keyClicks(page.form.name, "Rahmat")
    editor: QLineEdit = getattr(page.form, field)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [new.name for new in books] == ["Rahmat"]


def test_the_cursor_of_an_empty_name_stands_where_urdu_begins(qapp: QApplication, page: StartPage) -> None:
    name = page.form.name
    try:
        use_language(qapp, "ur")
        QApplication.processEvents()
        assert name.cursorRect().center().x() > name.width() / 2
    finally:
        use_language(qapp, "en")
    QApplication.processEvents()
    assert name.cursorRect().center().x() < name.width() / 2


def test_what_was_typed_stays_when_the_book_cannot_be_made(page: StartPage, tmp_path: Path) -> None:
    QTest.keyClicks(page.form.name, "Rahmat")
    page.form.submit()
    page.show_error(BookExists(path=tmp_path))
    assert page.form.name.text() == "Rahmat"
    assert page.form.create_button.isEnabled()
    assert "already there" in page.form.notice.text()
    page.show_error(UnknownCurrency(currency="XX"))
    assert page.form.currency_field.error


def test_a_second_shop_of_one_name_gets_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "Rahmat.khata").touch()
    assert free_path(tmp_path, "Rahmat") == tmp_path / "Rahmat (2).khata"


@pytest.mark.parametrize(
    ("name", "file"), [("A/B: C?", "A B C.khata"), ("...", "khata.khata"), ("رحمت سٹور", "رحمت سٹور.khata")]
)
def test_a_name_becomes_a_file_name_on_every_system(tmp_path: Path, name: str, file: str) -> None:
    assert free_path(tmp_path, name).name == file


def test_currencies_of_the_neighbourhood_come_first_and_none_is_missing() -> None:
    codes = [code for code, _ in currency_choices()]
    assert codes[0] == "PKR"
    assert len(codes) == len(set(codes)) > 140
    assert usual_grouping("INR") == "lakh"
    assert usual_grouping("USD") == "million"


def test_who_has_a_shop_finds_it_before_the_form_for_another(qtbot: QtBot, tmp_path: Path) -> None:
    books = (RecentBook(path=str(tmp_path / "a.khata"), name="A"),)
    made = StartPage(AppConfig(language="en", recent_books=books), folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    recent, form = (part.mapTo(made, part.rect().topLeft()).x() for part in (made.recent_cards[0], made.form))
    assert recent < form


def test_recent_books_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    there = tmp_path / "a.khata"
    there.touch()
    books = (
        RecentBook(path=str(there), name="A"),
        RecentBook(path=str(tmp_path / "gone.khata"), name="Gone"),
    )
    assert [book.name for book in recent_that_exist(books)] == ["A"]


# --- in the program -----------------------------------------------------------------------------------


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    save_config(AppConfig(language="ur", theme="light"))
    use_language(qapp, "ur")
    made = Program(qapp, load_config(), pages=tuple(spec for spec in PAGES if spec.key == "settings"))
    with qtbot.waitSignal(made.usable, timeout=20_000):
        made.begin()
    yield made
    made.quit()
    stop_log()
    use_language(qapp, "en")


def start_page(program: Program) -> StartPage:
    page = program.window.screen_shown
    assert isinstance(page, StartPage)
    return page


def test_an_empty_shop_is_made_opened_and_remembered(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    page = start_page(program)
    page.form.name.setText("رحمت جنرل سٹور")
    page.form.folder = tmp_path / "books"
    with qtbot.waitSignal(program.usable, timeout=20_000):
        page.form.submit()
    assert program.session is not None
    made = tmp_path / "books" / "رحمت جنرل سٹور.khata"
    assert program.session.path == made
    program.back_to_book()
    (recent,) = load_config().recent_books
    assert recent.name == "رحمت جنرل سٹور"
    with Books.open(made) as books:
        profile = books.query(business_profile)
    assert (profile.language, profile.grouping) == ("ur", "lakh")


def test_a_folder_that_cannot_be_written_is_said_and_the_form_stays(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "books").write_text("a file stands where the folder should be")
    page = start_page(program)
    page.form.name.setText("Rahmat")
    page.form.folder = tmp_path / "books"
    with qtbot.waitSignal(program.failed, timeout=20_000):
        page.form.submit()
    qtbot.waitUntil(page.form.create_button.isEnabled)
    assert program.window.screen_shown is page
    assert page.form.name.text() == "Rahmat"
    assert page.form.notice.text()


def test_the_sample_shop_is_made_once_and_opened(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khata_desktop.ui.book_opening.SAMPLE_VOUCHERS", 60)
    with qtbot.waitSignal(program.usable, timeout=60_000):
        start_page(program).sample.click()
    assert program.session is not None
    assert program.session.path == sample_path()
    with Books.open(sample_path()) as books:
        assert books.query(business_profile).has_vouchers


def test_a_book_of_this_computer_is_opened_by_the_file_dialog(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.khata"
    Books.create(path, name="Other", currency_code="INR").close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(program.usable, timeout=20_000):
        start_page(program).open.click()
    assert program.session is not None
    assert program.session.context is not None
    assert program.session.context.business.name == "Other"
