"""Backups make themselves while something changes, go where they should, and lead back."""

import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig, default_books_dir, load_config, save_config, user_data_dir
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.parties import PartyKind
from khata_desktop.reports.business import business_profile
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.services.books import Books
from khata_desktop.services.records import change_business, save_party
from khata_desktop.storage.backup import back_up
from khata_desktop.ui.backup_keeper import BackupKeeper, backups_of, usual_folder
from khata_desktop.ui.dialogs.restore_form import RestoreForm, look_into
from khata_desktop.ui.fault_page import FaultPage
from khata_desktop.ui.first_run import StartPage, name_of_backup
from khata_desktop.ui.log_file import stop_log
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.program import Program
from khata_desktop.ui.settings.backup import BackupSection, size_text


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Rahmat", currency_code="PKR").close()
    return path


@pytest.fixture
def keeper(book: Path, qapp: QApplication) -> Iterator[BackupKeeper]:
    made = BackupKeeper(book, lambda: "", minutes=0.002)
    yield made
    made.finish()


def test_a_copy_is_made_while_something_changed_and_only_then(keeper: BackupKeeper, qtbot: QtBot) -> None:
    keeper.start()
    qtbot.wait(400)
    assert keeper.list_backups() == []
    with qtbot.waitSignal(keeper.finished, timeout=20_000):
        keeper.mark_changed()
    assert len(keeper.list_backups()) == 1
    assert not keeper.state.changed
    assert keeper.state.last is not None
    qtbot.wait(400)
    assert len(keeper.list_backups()) == 1


def test_the_end_of_the_day_makes_the_last_copy(book: Path, qapp: QApplication) -> None:
    keeper = BackupKeeper(book, lambda: "")
    keeper.finish()
    assert keeper.list_backups() == []
    keeper.mark_changed()
    keeper.finish()
    (backup,) = keeper.list_backups()
    assert look_into(backup.path).name == "Rahmat"


def test_the_next_day_both_the_copies_here_and_the_one_on_the_server_are_told_of(
    book: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    folder = backups_of(book, usual_folder())
    folder.mkdir(parents=True)
    back_up(book, folder, now=datetime(2026, 3, 2, 9).astimezone())
    keeper = BackupKeeper(book, lambda: "", clock=Clock(lambda: datetime(2026, 3, 4, 9, tzinfo=UTC)))
    keeper.start()
    qtbot.waitUntil(lambda: keeper.state.last is not None, timeout=20_000)
    keeper.note_on_server(datetime(2026, 3, 1, 9, tzinfo=UTC))
    assert keeper.words(lambda at, _today: f"{at:%d %B}") == "Backed up 02 March"
    keeper.note_on_server(datetime(2026, 3, 3, 9, tzinfo=UTC))
    assert keeper.words(lambda at, _today: f"{at:%d %B}") == "Backed up 03 March"
    keeper.finish()


def test_copies_go_to_the_chosen_folder_in_a_place_of_the_books_own(
    book: Path, tmp_path: Path, qapp: QApplication
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    keeper = BackupKeeper(book, lambda: str(stick))
    keeper.mark_changed()
    keeper.finish()
    (backup,) = keeper.list_backups()
    assert backup.path.parent == backups_of(book, stick)
    twin = tmp_path / "other" / "shop.khata"
    assert backups_of(twin, stick) != backups_of(book, stick)


def test_a_stick_that_is_not_there_sends_copies_to_the_usual_folder_and_says_so(
    book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "pulled out"
    keeper = BackupKeeper(book, lambda: str(stick))
    with qtbot.waitSignal(keeper.finished, timeout=20_000):
        keeper.back_up()
    assert not stick.exists()
    assert keeper.state.elsewhere
    assert keeper.state.last is not None
    assert keeper.state.last.path.parent == backups_of(book, usual_folder())
    assert "not in the chosen folder" in keeper.words(lambda *_: "12:30")


def test_a_copy_that_cannot_be_made_is_told_and_tried_again(
    book: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    # A file stands where the folder should be made.
    (user_data_dir() / "backups").write_text("")
    keeper = BackupKeeper(book, lambda: "")
    with caplog.at_level(logging.WARNING):
        keeper.back_up()
        qtbot.waitUntil(lambda: keeper.state.fault is not None, timeout=20_000)
    assert keeper.state.changed
    assert keeper.words(lambda *_: "") == "Backup failed"


def test_a_copy_of_yesterday_is_found_and_a_later_change_is_noticed(
    book: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    first = BackupKeeper(book, lambda: "")
    first.mark_changed()
    first.finish()
    second = BackupKeeper(book, lambda: "")
    second.start()
    qtbot.waitUntil(lambda: second.state.last is not None, timeout=10_000)
    assert not second.state.changed
    second.finish()


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Rahmat Store-20261121-123000", "Rahmat Store"),
        ("Rahmat Store-before-restore-20261121-123000", "Rahmat Store"),
        ("plain", "plain"),
    ],
)
def test_a_restored_backup_loses_its_date(stem: str, name: str) -> None:
    assert name_of_backup(Path(f"{stem}.khata")) == name


def test_sizes_read_well() -> None:
    assert "840 kB" in size_text(840_000)
    assert "12.4 MB" in size_text(12_400_000)


# --- the way back -------------------------------------------------------------------------------------


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    save_config(AppConfig(language="en", theme="light"))
    made = Program(qapp, load_config(), pages=tuple(spec for spec in PAGES if spec.key == "settings"))
    yield made
    made.quit()
    stop_log()


def backed_up(book: Path) -> Path:
    from datetime import datetime

    now = datetime.now().astimezone()
    folder = backups_of(book, usual_folder())
    folder.mkdir(parents=True, exist_ok=True)
    return back_up(book, folder, now=now).path


def customers(book: Path) -> list[str]:
    with Books.open(book) as books:
        return [row.name for row in books.query(party_balances).rows]


def add_customer(book: Path, name: str) -> None:
    with Books.open(book) as books:
        values = {"name": name, "kind": PartyKind.CUSTOMER.value}
        books.execute(partial(save_party, values=values))


def test_restoring_shows_both_sides_keeps_the_present_and_can_be_undone(
    program: Program, book: Path, qtbot: QtBot
) -> None:
    add_customer(book, "Aslam")
    backup = backed_up(book)
    add_customer(book, "Bilal")
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    form = RestoreForm(context, backup)
    context.show_sheet(form)
    qtbot.waitUntil(lambda: form.primary_button().isEnabled(), timeout=10_000)
    assert form._backup is not None
    assert form._now is not None
    assert (form._backup.parties, form._now.parties) == (1, 2)
    assert "2" in form._today.text()
    form.submit()
    toast = program.session.frame.toast
    qtbot.waitUntil(lambda: "restored" in toast.text, timeout=20_000)
    qtbot.waitUntil(lambda: not context.runner.busy)
    assert customers(book) == ["Aslam"]
    toast._on_button_clicked()
    qtbot.waitUntil(lambda: "as it was before" in toast.text, timeout=20_000)
    assert sorted(customers(book)) == ["Aslam", "Bilal"]


def test_the_sheet_of_a_restore_obeys_its_keys_and_keeps_them_from_the_page_behind(
    program: Program, book: Path, qtbot: QtBot
) -> None:
    backed_up(book)
    add_customer(book, "Aslam")
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    assert program.session is not None
    frame, context = program.session.frame, program.session.context
    assert context is not None
    context.navigate("settings", section="backup")
    section = frame.page("settings").section  # type: ignore[union-attr]
    assert isinstance(section, BackupSection)
    qtbot.waitUntil(lambda: len(section.model.rows) == 1, timeout=20_000)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or program.window, key, modifier)

    def opened() -> RestoreForm:
        section.table.setFocus()
        section.table.select_row(0)
        press(Qt.Key.Key_Return)
        form = frame.sheet.content
        assert isinstance(form, RestoreForm)
        return form

    qtbot.waitUntil(program.window.isActiveWindow)
    opened()
    press(Qt.Key.Key_Escape)
    assert not frame.sheet.is_open
    assert frame.current_key == "settings"
    form = opened()
    # Before both sides are known there is nothing to agree to.
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.busy
    qtbot.waitUntil(lambda: form.primary_button().isEnabled(), timeout=10_000)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "restored" in frame.toast.text, timeout=20_000)
    qtbot.waitUntil(lambda: not context.runner.busy)
    assert customers(book) == []


def test_the_window_goes_on_writing_to_a_restored_book(program: Program, book: Path, qtbot: QtBot) -> None:
    backup = backed_up(book)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    context.runner.execute(partial(change_business, values={"name": "Another"}))
    qtbot.waitUntil(lambda: context.business.name == "Another", timeout=10_000)
    form = RestoreForm(context, backup)
    context.show_sheet(form)
    qtbot.waitUntil(lambda: form.primary_button().isEnabled(), timeout=10_000)
    form.submit()
    qtbot.waitUntil(lambda: context.business.name == "Rahmat", timeout=20_000)
    context.runner.execute(partial(change_business, values={"name": "Third"}))
    qtbot.waitUntil(lambda: context.business.name == "Third", timeout=10_000)
    with Books.open(book) as books:
        assert books.query(business_profile).name == "Third"


def test_a_file_that_is_no_backup_is_refused_before_anything_is_done(
    program: Program, book: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    assert program.session is not None
    context = program.session.context
    assert context is not None
    wrong = tmp_path / "photo.khata"
    wrong.write_bytes(b"\xff\xd8" * 200)
    form = RestoreForm(context, wrong)
    context.show_sheet(form)
    qtbot.waitUntil(lambda: "not a Khata book" in form._notice.text(), timeout=10_000)
    assert not form.primary_button().isEnabled()


def test_a_damaged_book_is_restored_from_its_last_copy_and_kept_as_it_is(
    program: Program, book: Path, qtbot: QtBot
) -> None:
    add_customer(book, "Aslam")
    backed_up(book)
    damaged = book.read_bytes()[:5000]
    book.write_bytes(damaged)
    with qtbot.waitSignal(program.failed, timeout=20_000):
        program.begin(book)
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    assert page.restore.isVisibleTo(page)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        page.restore.click()
    assert customers(book) == ["Aslam"]
    (kept,) = book.parent.glob("shop-before-restore-*.khata")
    assert kept.read_bytes() == damaged


def test_a_damaged_book_is_restored_from_an_older_copy_or_from_one_that_lies_elsewhere(
    program: Program, book: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(book)
    away = tmp_path / "stick" / backup.name
    away.parent.mkdir()
    shutil.move(backup, away)
    book.write_bytes(book.read_bytes()[:5000])
    with qtbot.waitSignal(program.failed, timeout=20_000):
        program.begin(book)
    page = program.window.screen_shown
    assert isinstance(page, FaultPage)
    assert not page.restore.isVisibleTo(page)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(away), ""))
    with qtbot.waitSignal(program.usable, timeout=20_000):
        page.other_backup.click()
    assert program.session is not None
    assert program.session.path == book


def test_a_backup_becomes_a_new_file_from_the_start_page(
    program: Program, book: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(book)
    away = tmp_path / "stick" / backup.name
    away.parent.mkdir()
    shutil.copy(backup, away)
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin()
    page = program.window.screen_shown
    assert isinstance(page, StartPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(away), ""))
    with qtbot.waitSignal(program.usable, timeout=20_000):
        page.restore.click()
    assert program.session is not None
    assert program.session.path == default_books_dir() / "shop.khata"


def test_the_settings_list_the_copies_and_make_one_at_a_press(
    program: Program, book: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.usable, timeout=20_000):
        program.begin(book)
    assert program.session is not None
    assert program.session.context is not None
    program.session.frame.status.state_clicked.emit("backup")
    page = program.session.frame.page("settings")
    section = page.section  # type: ignore[union-attr]
    assert isinstance(section, BackupSection)
    section.now.click()
    qtbot.waitUntil(lambda: len(section.model.rows) == 1, timeout=20_000)
    assert "Backed up" in program.session.frame.status.state_text("backup")
    section.table.select_row(0)
    section.restore.click()
    assert isinstance(program.session.frame.sheet.content, RestoreForm)
