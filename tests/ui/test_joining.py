"""A new computer joins: it reads the code of another, shows six digits, takes the khata over and opens it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig, load_config, save_config
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.sync import qr_codes
from khata_desktop.sync.door import CodeOnShow, Desk, Door
from khata_desktop.sync.joining import partial_name
from khata_desktop.ui.devices.join_form import PHRASE, JoinForm
from khata_desktop.ui.devices.join_page import JoinPage, unfinished_in
from khata_desktop.ui.devices.lost_form import LostForm
from khata_desktop.ui.first_run import StartPage
from khata_desktop.ui.log_file import stop_log
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.program import Program
from khata_desktop.ui.translation import use_language
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    running = RunningServer(Settings.embedded(tmp_path / "server"))
    running.start_in_thread()
    yield f"http://127.0.0.1:{running.port}"
    running.stop()


class Owner:
    """The computer that has the khata, and somebody who says yes or no there."""

    def __init__(self, path: Path, url: str) -> None:
        self.path = path
        with Books.create(path, name="Rahmat General Store", currency_code="PKR") as books:
            keeper = Shopkeeper(books)
            keeper.gave(DAY, 500, keeper.party("Aslam"))
        made = Door().switch_on(path, url, None, None)
        self.desk: Desk = made[0]
        self.phrase = made[1]
        self.desk.keep_in_step()
        self.desk.leave_snapshot()
        self.shown: CodeOnShow | None = None

    def show_code(self) -> str:
        self.shown = self.desk.invite()
        return self.shown.text

    def wait_for_digits(self) -> str:
        assert self.shown is not None
        while not self.desk.look_for_offer(self.shown):
            threading.Event().wait(0.05)
        return self.shown.six_digits

    def confirm(self) -> None:
        assert self.shown is not None
        self.desk.confirm(self.shown)

    def refuse(self) -> None:
        assert self.shown is not None
        self.desk.refuse(self.shown)


@pytest.fixture
def owner(tmp_path: Path, url: str) -> Iterator[Owner]:
    made = Owner(tmp_path / "owner.khata", url)
    yield made
    made.desk.close()


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    save_config(AppConfig(language="en", theme="light"))
    use_language(qapp, "en")
    kept = tuple(spec for spec in PAGES if spec.key in ("dashboard", "devices"))
    made = Program(qapp, load_config(), pages=kept, door=Door)
    with qtbot.waitSignal(made.usable, timeout=20_000):
        made.begin()
    yield made
    made.quit()
    stop_log()


@pytest.fixture
def page(program: Program, qtbot: QtBot) -> JoinPage:
    start = program.window.screen_shown
    assert isinstance(start, StartPage)
    start.join.click()
    shown = program.window.screen_shown
    assert isinstance(shown, JoinPage)
    qtbot.waitUntil(lambda: shown.form is not None, timeout=20_000)
    return shown


def form_of(page: JoinPage) -> JoinForm:
    assert page.form is not None
    return page.form


Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda holds: qtbot.waitUntil(holds, timeout=20_000)


def parties(path: Path) -> list[str]:
    with Books.open(path) as books:
        return [row.name for row in books.query(party_balances, only="all").rows]


def test_the_code_in_a_picture_lets_this_computer_in_and_the_book_opens(
    page: JoinPage, owner: Owner, program: Program, wait: Wait, tmp_path: Path
) -> None:
    text = owner.show_code()
    qr_codes.save_png(text, tmp_path / "code.png")
    form = form_of(page)
    form.read_picture(tmp_path / "code.png")
    wait(lambda: form.code.text() == text)
    QTest.keyClick(form.code, Qt.Key.Key_Return, CTRL)
    digits = owner.wait_for_digits()
    wait(page.taking.digits.isVisible)
    assert page.taking.digits.digits == digits
    owner.confirm()
    wait(lambda: program.session is not None and program.session.context is not None)
    assert program.session is not None
    assert program.session.path.name == "Rahmat General Store.khata"
    assert parties(program.session.path) == ["Aslam"]
    keeper = program.session.context
    assert keeper is not None
    wait(lambda: keeper.sync.state.last is not None)
    assert not keeper.sync.state.is_admin
    assert keeper.sync.state.devices == 2


def test_the_code_is_taken_from_the_clipboard_as_text_or_as_a_screenshot(
    page: JoinPage, owner: Owner, wait: Wait, tmp_path: Path
) -> None:
    text = owner.show_code()
    form = form_of(page)
    QGuiApplication.clipboard().setText(text)
    form.paste.click()
    assert form.code.text() == text
    form.code.clear()
    qr_codes.save_png(text, tmp_path / "code.png")
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "code.png")))
    form.paste.click()
    wait(lambda: form.code.text() == text)
    form.code.clear()
    QGuiApplication.clipboard().clear()
    form.paste.click()
    assert "neither a code nor a picture" in form.field("token").error


def test_what_is_no_code_is_told_at_its_field(page: JoinPage, wait: Wait, tmp_path: Path) -> None:
    form = form_of(page)
    QTest.keyClick(form.code, Qt.Key.Key_Return, CTRL)
    assert "Read the code" in form.field("token").error
    form.code.setText("khata:nonsense")
    QTest.keyClick(form.code, Qt.Key.Key_Return, CTRL)
    wait(lambda: "not the code of a device" in form.field("token").error)
    QImage(60, 60, QImage.Format.Format_RGB32).save(str(tmp_path / "grey.png"))
    form.read_picture(tmp_path / "grey.png")
    wait(lambda: "No code was found" in form.field("token").error)


def test_who_is_turned_away_is_told_and_has_no_book(
    page: JoinPage, owner: Owner, wait: Wait, khata_home: Path
) -> None:
    form = form_of(page)
    form.code.setText(owner.show_code())
    QTest.keyClick(form.code, Qt.Key.Key_Return, CTRL)
    owner.wait_for_digits()
    wait(page.taking.digits.isVisible)
    owner.refuse()
    wait(form.isVisible)
    assert "turned this one away" in form.said()
    assert not list((khata_home / "books").glob("*.khata"))


def test_waiting_for_the_owner_can_be_given_up(page: JoinPage, owner: Owner, wait: Wait) -> None:
    form = form_of(page)
    form.code.setText(owner.show_code())
    QTest.keyClick(form.code, Qt.Key.Key_Return, CTRL)
    wait(page.taking.isVisible)
    assert not page.taking.digits.isVisible()
    QTest.keyClick(page.taking.cancel, Qt.Key.Key_Escape)
    wait(form.isVisible)
    assert page.said() == "It was stopped. Show a new code on the other device to try again."


def form_for_the_phrase(page: JoinPage, url: str, phrase: str = "") -> JoinForm:
    form = form_of(page)
    form.ways.set_value(PHRASE)
    form.ways.choice_changed.emit(PHRASE)
    form.address.setText(url)
    form.phrase.setPlainText(phrase)
    return form


def asked_who_is_lost(page: JoinPage, wait: Wait) -> LostForm:
    wait(lambda: page.lost is not None and page.lost.isVisible())
    assert page.lost is not None
    return page.lost


def shut_out_series(owner: Owner, url: str) -> list[str]:
    return [one.series for one in Door().devices_of_phrase(url, owner.phrase) if one.is_shut_out]


def test_the_phrase_brings_the_khata_back_when_every_computer_is_lost(
    page: JoinPage, owner: Owner, program: Program, wait: Wait, url: str
) -> None:
    form = form_for_the_phrase(page, url)
    form.phrase.setPlainText(" ".join(owner.phrase.split()[:20]))
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    assert form.field("phrase").error == "These are 20 words; the phrase has 24."
    numbered = "\n".join(f"{number}. {word}" for number, word in enumerate(owner.phrase.split(), 1))
    form.phrase.setPlainText(numbered)
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    lost = asked_who_is_lost(page, wait)
    assert lost.ticks[0].hasFocus()
    QTest.keyClick(lost.ticks[0], Qt.Key.Key_Space)
    assert lost.primary_button().label == "Go on, shut out 1 device"
    QTest.keyClick(lost.ticks[0], Qt.Key.Key_Return, CTRL)
    wait(lambda: program.session is not None)
    assert program.session is not None
    assert parties(program.session.path) == ["Aslam"]
    assert shut_out_series(owner, url) == ["A"]


def test_the_phrase_shuts_no_device_out_that_was_not_ticked(
    page: JoinPage, owner: Owner, program: Program, wait: Wait, url: str
) -> None:
    form = form_for_the_phrase(page, url, owner.phrase)
    form.name.setText("Till by the door")
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    lost = asked_who_is_lost(page, wait)
    assert not any(tick.isChecked() for tick in lost.ticks)
    assert "just now" in lost.ticks[0].accessibleName()
    assert "Lost: shut it out" in lost.ticks[0].accessibleName()
    QTest.keyClick(lost.ticks[0], Qt.Key.Key_Return, CTRL)
    wait(lambda: program.session is not None and program.session.context is not None)
    assert shut_out_series(owner, url) == []
    owner.desk.keep_in_step()
    assert {device.name for device in owner.desk.devices()} == {Door().computer_name(), "Till by the door"}


def test_who_goes_back_from_the_devices_finds_the_phrase_as_it_was_typed(
    page: JoinPage, owner: Owner, wait: Wait, url: str, khata_home: Path
) -> None:
    form = form_for_the_phrase(page, url, owner.phrase)
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(asked_who_is_lost(page, wait).ticks[0], Qt.Key.Key_Escape)
    wait(form.isVisible)
    assert form.phrase.text == owner.phrase
    assert not list((khata_home / "books").glob("*.khata"))
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    assert asked_who_is_lost(page, wait).ticks


def test_a_wrong_word_is_named_and_the_cursor_is_in_the_phrase(
    page: JoinPage, owner: Owner, wait: Wait, url: str
) -> None:
    form = form_for_the_phrase(page, url, " ".join([*owner.phrase.split()[:-1], "trafic"]))
    height = form.phrase.height()
    QTest.keyClick(form.address, Qt.Key.Key_Return, CTRL)
    wait(lambda: "Word 24, 'trafic', is not in the list" in form.field("phrase").error)
    wait(form.phrase.hasFocus)
    assert form.phrase.height() == height


def stopped_half_way(owner: Owner, path: Path) -> None:
    """Take over until the first chunk is here, and end as a program does that is ended."""
    text = owner.show_code()
    path.parent.mkdir(parents=True)
    accepting = Door().accept(text, "Office", None)

    def give_up(_done: int, _total: int) -> None:
        raise InterruptedError

    def take() -> None:
        with pytest.raises(InterruptedError):
            accepting.take_over(path, lambda: True, give_up)

    taking = threading.Thread(target=take)
    taking.start()
    owner.wait_for_digits()
    owner.confirm()
    taking.join()
    assert partial_name(path).exists()


def test_a_taking_over_that_was_stopped_goes_on_where_it_was(
    page: JoinPage, owner: Owner, program: Program, wait: Wait, khata_home: Path
) -> None:
    path = khata_home / "books" / "Shop.khata"
    stopped_half_way(owner, path)
    assert unfinished_in(path.parent) == [path]
    page.leave()
    start = program.window.screen_shown
    assert isinstance(start, StartPage)
    start.join.click()
    again = program.window.screen_shown
    assert isinstance(again, JoinPage)
    wait(lambda: bool(again.stopped))
    again.stopped[0].click()
    wait(lambda: program.session is not None)
    assert program.session is not None
    assert parties(program.session.path) == ["Aslam"]


def test_what_failed_half_way_can_be_gone_on_with_at_once(
    page: JoinPage, owner: Owner, wait: Wait, khata_home: Path
) -> None:
    wait(lambda: page.form is not None)
    assert page.stopped == []
    stopped_half_way(owner, khata_home / "books" / "Shop.khata")
    form = form_of(page)
    form.code.setText("khata:nonsense")
    form.submit()
    wait(lambda: not form.busy and bool(page.stopped))


def test_esc_goes_back_to_the_start_page(page: JoinPage, program: Program) -> None:
    QTest.keyClick(form_of(page).code, Qt.Key.Key_Escape)
    assert isinstance(program.window.screen_shown, StartPage)
