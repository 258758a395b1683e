"""The program as a whole: what it shows first, what it says of a bad file, what it does when it stumbles."""

import logging
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig, Language, load_config, save_config
from khata_desktop.domain.accounts import SALES
from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.parties import PartyKind
from khata_desktop.services.books import Books
from khata_desktop.services.demo import create_demo
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import change_business, save_party
from khata_desktop.ui.crash_report import make_report, without_shop_data
from khata_desktop.ui.fault_page import FaultPage
from khata_desktop.ui.first_run import StartPage
from khata_desktop.ui.language_page import LanguagePage
from khata_desktop.ui.log_file import start_log, stop_log
from khata_desktop.ui.main_window import PageSpec
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.program import Program
from khata_desktop.ui.translation import use_language

#: The shell is what is tested here; each page has tests of its own.
SETTINGS_ONLY = tuple(spec for spec in PAGES if spec.key == "settings")
WITH_VOUCHERS = (*SETTINGS_ONLY, *(spec for spec in PAGES if spec.key == "vouchers"))


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    stop_log()
    logging.getLogger().setLevel(logging.WARNING)
    use_language(qapp, "en")


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[list[Program]]:
    made: list[Program] = []
    yield made
    for program in made:
        program.reporter.uninstall()
        program.quit()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Rahmat", currency_code="PKR").close()
    return path


def begun(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    book: Path | None = None,
    *,
    pages: tuple[PageSpec, ...] = SETTINGS_ONLY,
) -> Program:
    """Start the program and wait until it can be worked with."""
    program = Program(qapp, load_config(), pages=pages)
    programs.append(program)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    return program


def begun_badly(qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path) -> FaultPage:
    program = Program(qapp, load_config(), pages=SETTINGS_ONLY)
    programs.append(program)
    with qtbot.waitSignal(program.failed, timeout=20_000):
        program.begin(book)
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, FaultPage))
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    return page


# --- what comes first ---------------------------------------------------------------------------------


def test_the_very_first_start_asks_for_the_language(
    qapp: QApplication, programs: list[Program], qtbot: QtBot
) -> None:
    program = begun(qapp, programs, qtbot)
    assert isinstance(program.window.screen_shown, LanguagePage)
    page = program.window.screen_shown
    page.cards["ur"].click()
    assert isinstance(program.window.screen_shown, StartPage)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert load_config().language == "ur"


def test_a_later_start_without_a_book_offers_to_make_one(
    qapp: QApplication, programs: list[Program], qtbot: QtBot
) -> None:
    save_config(AppConfig(language="en"))
    program = begun(qapp, programs, qtbot)
    assert isinstance(program.window.screen_shown, StartPage)


def test_a_book_named_is_opened_and_remembered(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    assert program.window.screen_shown is program.session.frame
    assert "Rahmat" in program.window.windowTitle()
    assert [(own.path, own.name) for own in load_config().recent_books] == [(str(book.resolve()), "Rahmat")]


def test_a_book_closed_before_its_first_page_was_filled_is_remembered(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = Program(qapp, load_config(), pages=SETTINGS_ONLY)
    programs.append(program)
    happened: list[str] = []
    program.usable.connect(lambda: happened.append("usable"))

    def on_title_changed(title: str) -> None:
        # It tells the shop's name as soon as the book is open; what its first page shows comes later.
        if "Rahmat" in title:
            happened.append("closed")
            program.quit()

    program.window.windowTitleChanged.connect(on_title_changed)
    program.begin(book)
    qtbot.waitUntil(lambda: bool(happened), timeout=20_000)
    assert happened[0] == "closed"
    assert [(own.path, own.name) for own in load_config().recent_books] == [(str(book.resolve()), "Rahmat")]


def test_the_book_open_last_is_opened_again(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    save_config(AppConfig(language="en").with_recent_book(book, "Rahmat"))
    program = begun(qapp, programs, qtbot)
    assert program.session is not None
    assert program.session.path == book.resolve()


def test_the_shops_name_in_the_rail_leads_to_the_start_page_and_back(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    program.session.frame.rail.shop_clicked.emit()
    page = program.window.screen_shown
    assert isinstance(page, StartPage)
    assert page.recent_cards[0].title == "Rahmat"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.window.screen_shown is program.session.frame


# --- bad files ----------------------------------------------------------------------------------------


def untouched(path: Path, before: bytes) -> bool:
    return path.read_bytes() == before


def test_a_missing_book_is_named_and_no_file_is_made(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gone.khata"
    page = begun_badly(qapp, programs, qtbot, path)
    assert page.error.code == "book_missing"  # type: ignore[attr-defined]
    assert page.retry.isVisibleTo(page)
    assert not path.exists()


def test_a_file_of_another_program_is_refused_and_left_alone(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "other.khata"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    before = path.read_bytes()
    page = begun_badly(qapp, programs, qtbot, path)
    assert page.error.code == "not_a_book"  # type: ignore[attr-defined]
    assert not page.retry.isVisibleTo(page)
    assert untouched(path, before)


def test_a_truncated_book_is_called_damaged_and_left_alone(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    content = book.read_bytes()
    book.write_bytes(content[: len(content) // 2])
    before = book.read_bytes()
    page = begun_badly(qapp, programs, qtbot, book)
    assert page.error.code == "book_damaged"  # type: ignore[attr-defined]
    assert untouched(book, before)


def test_a_book_of_a_newer_version_asks_for_an_update(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    with sqlite3.connect(book) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    page = begun_badly(qapp, programs, qtbot, book)
    assert page.error.code == "book_too_new"  # type: ignore[attr-defined]
    assert not page.restore.isVisibleTo(page)


def spoil(path: Path, table: str) -> None:
    """Overwrite the page a table begins with by what no page holds."""
    with sqlite3.connect(path) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        root = connection.execute(sql, (table,)).fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_damage_that_a_list_meets_brings_up_the_page_that_says_so(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = tmp_path / "demo.khata"
    create_demo(path, vouchers=60, ends_on=date(2026, 6, 30)).close()
    spoil(path, "vouchers")
    before = path.read_bytes()
    program = begun(qapp, programs, qtbot, path, pages=WITH_VOUCHERS)
    assert program.session is not None
    with caplog.at_level(logging.ERROR):
        with qtbot.waitSignal(program.failed, timeout=20_000):
            program.session.frame.navigate("vouchers")
        assert "is damaged" in caplog.text
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    assert "damaged" in page._title.text()
    assert page.other_backup.isVisibleTo(page)
    qtbot.waitUntil(lambda: program.session is None)
    assert untouched(path, before)


def test_nothing_is_written_to_a_book_found_damaged_and_what_was_half_typed_is_kept(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    book: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from khata_desktop.reports.vouchers_list import recent_vouchers
    from khata_desktop.ui.dialogs.party_form import PartyForm

    spoil(book, "vouchers")
    before = book.read_bytes()
    program = begun(qapp, programs, qtbot, book)
    session = program.session
    assert session is not None
    assert session.context is not None
    form = PartyForm(session.context)
    session.context.show_sheet(form)
    key = form.draft_key
    QTest.keyClicks(form.field("name").editor, "Aslam")
    refused: list[KhataError] = []

    def save(_damage: KhataError) -> None:
        # Before the window has gone: a key pressed a moment too late.
        session.runner.execute(partial(save_party, values={"name": "Bilal"}), on_error=refused.append)

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(program.failed, timeout=20_000):
        session.runner.query(partial(recent_vouchers, limit=9), lambda _: None, save)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].code == "book_damaged"
    assert untouched(book, before)
    with Books.open(book) as books:
        assert "Aslam" in (books.workbench.form(key) or "")


def test_trying_again_opens_a_book_that_came_back(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    away = book.with_suffix(".away")
    book.rename(away)
    page = begun_badly(qapp, programs, qtbot, book)
    away.rename(book)
    program = programs[-1]
    with qtbot.waitSignal(program.usable, timeout=20_000):
        page.retry.click()
    assert program.session is not None
    assert program.window.screen_shown is program.session.frame


def test_a_khata_on_a_stick_that_is_not_in_is_named_and_no_other_opens_in_its_place(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    gone, other = tmp_path / "stick" / "bazaar.khata", tmp_path / "other.khata"
    Books.create(other, name="Other Shop", currency_code="PKR").close()
    config = AppConfig(language="en").with_recent_book(other, "Other Shop")
    save_config(config.with_recent_book(gone, "Bazaar Branch"))
    program = Program(qapp, load_config(), pages=SETTINGS_ONLY)
    programs.append(program)
    with qtbot.waitSignal(program.failed, timeout=20_000):
        program.begin()
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    assert "Bazaar Branch" in page._title.text()
    assert page.retry.hasFocus() or page.focusWidget() is page.retry
    assert [card.title for card in page.book_cards] == ["Other Shop"]
    # Once the stick is in, Enter opens it.
    gone.parent.mkdir()
    shutil.copy(book, gone)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        QTest.keyClick(page.retry, Qt.Key.Key_Return)
    assert program.session is not None
    assert program.session.path == gone


def test_instead_of_a_missing_khata_another_recent_one_is_opened_when_chosen(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    config = AppConfig(language="en").with_recent_book(book, "Rahmat")
    save_config(config.with_recent_book(tmp_path / "gone.khata", "Gone"))
    program = Program(qapp, load_config(), pages=SETTINGS_ONLY)
    programs.append(program)
    with qtbot.waitSignal(program.failed, timeout=20_000):
        program.begin()
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        QTest.keyClick(page.book_cards[0], Qt.Key.Key_Return)
    assert program.session is not None
    assert program.session.path == book


# --- what happens in the book -------------------------------------------------------------------------


def test_a_change_by_another_process_is_noticed(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None

    def elsewhere() -> None:
        with Books.open(book) as books:
            books.execute(partial(change_business, values={"name": "Rahmat and Sons"}))

    other = threading.Thread(target=elsewhere)
    other.start()
    other.join()
    qtbot.waitUntil(lambda: context.business.name == "Rahmat and Sons", timeout=5_000)
    qtbot.waitUntil(lambda: "Rahmat and Sons" in program.window.windowTitle())


def test_what_was_saved_can_be_undone_and_done_again_by_key(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    with Books.open(book) as books:
        made = books.execute(partial(save_party, values={"name": "Aslam", "kind": PartyKind.CUSTOMER.value}))
        party = PartyId(made.value)
        today = books.clock.today()
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    entry = RecordKhataEntry(
        party_id=party, gave=True, amount_minor=50_000, entered_on=today, against_id=SALES
    )
    operation = partial(record_khata_entry, command=entry)
    context.runner.execute(operation, lambda outcome: context.posted("You gave Rs 500", outcome.value))
    toast = program.session.frame.toast
    qtbot.waitUntil(lambda: "500" in toast.text)
    context.undo()
    qtbot.waitUntil(lambda: "Undone" in toast.text)
    assert balance_of(book, party) == 0
    context.redo()
    qtbot.waitUntil(lambda: toast.text == "You gave Rs 500")
    assert balance_of(book, party) == 50_000


def balance_of(book: Path, party: PartyId) -> int:
    from khata_desktop.storage.lookups import get_balance

    with Books.open(book) as books:
        return books.query(partial(get_balance, party_id=party))


def test_saving_to_a_folder_that_became_read_only_keeps_what_is_on_screen(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from khata_desktop.ui.dialogs.business_form import BusinessForm

    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    form = BusinessForm(context)
    context.show_sheet(form)
    form.name.setText("Rahmat Brothers")
    program.session.runner.call(_forbid_writing, lambda _: None)
    form.submit()
    qtbot.waitUntil(lambda: form.primary_button().isEnabled())
    assert program.session.frame.sheet.is_open
    assert form.name.text() == "Rahmat Brothers"
    assert "cannot be written" in form._notice.text()


def test_a_book_on_a_read_only_disk_says_so_from_the_beginning(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the system's answer is given as it is for such a disk.
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK or Path(place) != book.parent)
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    status = program.session.frame.status
    assert "Can only be looked at" in status.state_text("saved")
    program.session.retranslate()
    assert "Can only be looked at" in status.state_text("saved")


def test_a_book_taken_away_while_it_is_open_is_asked_for_in_the_shopkeepers_words(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    from khata_desktop.ui.dialogs.business_form import BusinessForm

    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    assert program.session.frame.status.state_text("saved") == "All saved"
    form = BusinessForm(context)
    context.show_sheet(form)
    form.name.setText("Rahmat Brothers")
    away = book.with_suffix(".away")
    book.rename(away)
    form.submit()
    qtbot.waitUntil(lambda: form.primary_button().isEnabled())
    assert "no longer there" in form._notice.text()
    assert "khata new" not in form._notice.text()
    away.rename(book)
    form.submit()
    qtbot.waitUntil(lambda: context.business.name == "Rahmat Brothers")


def _forbid_writing(books: Books) -> None:
    # Root may write anywhere, so the connection itself is told what a read-only disk would say.
    books._file._connection.execute("PRAGMA query_only = ON")


def stalled_entry(
    program: Program, book: Path, *, then_refuse: bool = False
) -> tuple[threading.Event, PartyId]:
    """Begin to save Rs 500 given to Aslam; it is held up until the event is set."""

    def hold_up(books: Books) -> None:
        go_on.wait(20)
        if then_refuse:
            _forbid_writing(books)

    with Books.open(book) as books:
        made = books.execute(partial(save_party, values={"name": "Aslam", "kind": PartyKind.CUSTOMER.value}))
        today = books.clock.today()
    assert program.session is not None
    runner = program.session.runner
    entry = RecordKhataEntry(
        party_id=PartyId(made.value), gave=True, amount_minor=50_000, entered_on=today, against_id=SALES
    )
    go_on = threading.Event()
    runner.call(hold_up, lambda _: None)
    assert program.session.context is not None
    runner.execute(partial(record_khata_entry, command=entry), on_error=program.session.context.show_error)
    return go_on, PartyId(made.value)


def test_closing_the_window_waits_for_what_is_being_saved(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    go_on, party = stalled_entry(program, book)
    program.window.close()
    qtbot.wait(50)
    assert program.window.isVisible()
    assert program.session is not None
    assert "Saving" in program.session.frame.toast.text
    go_on.set()
    qtbot.waitUntil(lambda: program.session is None, timeout=10_000)
    assert balance_of(book, party) == 50_000


def test_the_window_stays_when_what_was_being_saved_fails(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    go_on, party = stalled_entry(program, book, then_refuse=True)
    program.window.close()
    go_on.set()
    qtbot.wait(300)
    assert program.session is not None
    assert program.window.isVisible()
    assert "cannot be written" in program.session.frame.toast.text
    assert balance_of(book, party) == 0


# --- stumbling ----------------------------------------------------------------------------------------


def test_a_bug_in_a_slot_shows_a_report_to_copy_and_the_window_goes_on(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    book: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    program = begun(qapp, programs, qtbot, book)
    with caplog.at_level(logging.ERROR):
        program.reporter._on_exception(*_stumble("Aslam owes 48,230"))
        qtbot.waitUntil(lambda: program.reporter.dialog is not None)
    dialog = program.reporter.dialog
    assert dialog is not None
    assert "ValueError" in dialog.report
    assert "48,230" not in dialog.report
    dialog._on_copy_clicked()
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.accept()
    assert program.reporter.dialog is None
    assert program.window.isVisible()


def _stumble(words: str) -> tuple[type[BaseException], BaseException, None]:
    try:
        raise ValueError(f"cannot read '{words}'")
    except ValueError as problem:
        return ValueError, problem, None


def test_a_bug_that_comes_back_with_every_frame_is_shown_once(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    problem = _stumble("x")[1]
    program.reporter.show(problem)
    assert program.reporter.dialog is not None
    program.reporter.dialog.accept()
    program.reporter.show(problem)
    assert program.reporter.dialog is None


def test_an_exception_of_another_thread_reaches_the_dialog(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    book: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    program = begun(qapp, programs, qtbot, book)

    def stumble() -> None:
        program.reporter._on_exception(*_stumble("y"))

    with caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=stumble)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: program.reporter.dialog is not None)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("'Muhammad Aslam' is not a number", "'…' is not a number"),
        ("invalid literal for int(): 48,230.50", "invalid literal for int(): #"),
        ("محمد اسلم failed", "… failed"),
    ],
)
def test_a_report_names_no_customer_phone_or_amount(message: str, expected: str) -> None:
    assert without_shop_data(message).startswith(expected.split("…", maxsplit=1)[0])
    assert "Aslam" not in without_shop_data(message)
    assert "48,230" not in without_shop_data(message)
    assert "اسلم" not in without_shop_data(message)


def test_a_report_tells_the_whole_chain_of_causes() -> None:
    try:
        try:
            raise KeyError("phone 0300 1234567")
        except KeyError as cause:
            raise RuntimeError("while saving") from cause
    except RuntimeError as problem:
        report = make_report(problem)
    assert report.index("KeyError") < report.index("RuntimeError")
    assert "KeyError: '…'" in report


def test_the_log_holds_where_it_happened_but_not_the_message(tmp_path: Path) -> None:
    log = start_log(tmp_path)
    assert log is not None
    try:
        raise ValueError("cannot read 'Aslam 0300 1234567'")
    except ValueError:
        logging.getLogger("khata_desktop.test").info("a task failed", exc_info=True)
    stop_log()
    text = log.read_text(encoding="utf-8")
    assert "test_app.py" in text
    assert "ValueError" in text


# --- choices ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "shown"), [("ur", Qt.LayoutDirection.RightToLeft), ("hi", None)])
def test_the_language_switches_live_and_stays_chosen(
    qapp: QApplication,
    programs: list[Program],
    qtbot: QtBot,
    book: Path,
    language: Language,
    shown: Qt.LayoutDirection | None,
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    before = program.session.frame.status.state_text("saved")
    context.change_config(language=language)
    assert load_config().language == language
    assert context.style.language == language
    assert qapp.layoutDirection() == (shown or Qt.LayoutDirection.LeftToRight)
    assert program.session.frame.status.state_text("saved") != before


def test_hiding_amounts_puts_dots_in_their_place(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    assert "500" in context.amount(50_000)
    program.session.toggle_blur()
    assert "500" not in context.amount(50_000)


def test_ending_the_program_closes_the_book_and_keeps_the_windows_place(
    qapp: QApplication, programs: list[Program], qtbot: QtBot, book: Path
) -> None:
    program = begun(qapp, programs, qtbot, book)
    QTimer.singleShot(0, program.window.close)
    qtbot.waitUntil(lambda: program.session is None, timeout=10_000)
    assert load_config().window_geometry
    assert not Path(f"{book}-wal").exists()
