"""The Devices page at a real server: sync is switched on, a device let in, renamed, shut out, all by keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig, load_config
from khata_desktop.domain.errors import KhataError
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.sync_state import is_syncing
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.services.records import save_party
from khata_desktop.sync.door import Door
from khata_desktop.sync.hub import Hub
from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.devices.code_view import WordsView
from khata_desktop.ui.devices.device_forms import MoveForm, RenameForm, ShutOutForm, UnlockForm
from khata_desktop.ui.devices.let_in_form import LetInForm
from khata_desktop.ui.devices.net_form import as_url
from khata_desktop.ui.devices.phrase_form import PhraseForm
from khata_desktop.ui.devices.switch_on_form import SwitchOnForm
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.pages.devices_page import DevicesPage
from khata_desktop.ui.sync_way import SyncWay
from khata_desktop.ui.translation import use_language
from khata_desktop.ui.widgets.form import Form
from tests.reports.shop import Shopkeeper
from tests.sync.bad_network import BadNetwork
from tests.sync.floor import DAY
from tests.ui.pages.conftest import CTRL, Counter

F = TypeVar("F", bound=Form)
ESC, ENTER, TAB = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer(Settings.embedded(tmp_path / "server"))
    running.start_in_thread()
    yield running
    running.stop()


@pytest.fixture
def url(server: RunningServer) -> str:
    return f"http://127.0.0.1:{server.port}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = tmp_path / "shop.khata"
    with Books.create(book, name="Rahmat", currency_code="PKR") as books:
        keeper = Shopkeeper(books)
        keeper.gave(DAY, 500, keeper.party("Aslam"))
    return book


Open = Callable[..., Counter]
_CONFIG = AppConfig(language="en", theme="light")


@pytest.fixture
def open_book(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    opened: list[tuple[BookSession, SyncWay]] = []
    # For its plurals.
    use_language(qapp, "en")

    def begin(path: Path, config: AppConfig = _CONFIG) -> Counter:
        way = SyncWay(lambda: Door(Hub(path.with_name("hub"), port=0)))
        session = BookSession(path, lambda: Books.open(path), pages=PAGES, config=config, sync_way=way)
        opened.append((session, way))
        session.frame.resize(1366, 768)
        session.frame.show()
        session.frame.activateWindow()
        qtbot.waitUntil(session.frame.isActiveWindow, timeout=20_000)
        with qtbot.waitSignal(session.usable, timeout=20_000):
            session.start()
        counter = Counter(qtbot, session)
        counter.settle()
        return counter

    yield begin
    for session, way in opened:
        session.stop()
        way.stop()
        session.frame.close()
        session.frame.deleteLater()


@pytest.fixture
def shop(open_book: Open, path: Path) -> Counter:
    return open_book(path)


@pytest.fixture
def in_step(path: Path, url: str, open_book: Open) -> Counter:
    """A shop where sync was switched on before."""
    desk, _ = Door().switch_on(path, url, None, None)
    desk.keep_in_step()
    desk.close()
    counter = open_book(path)
    counter.wait_for(lambda: counter.context.sync.state.last is not None)
    return counter


def devices_page(shop: Counter) -> DevicesPage:
    page = shop.go("devices")
    assert isinstance(page, DevicesPage)
    return page


def form_of(shop: Counter, kind: type[F]) -> F:
    shop.wait_for(lambda: shop.has_form and isinstance(shop.frame.sheet.content, kind))
    form = shop.form
    assert isinstance(form, kind)
    return form


def write(shop: Counter, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.clear()
    shop.type(text)


def status(shop: Counter) -> str:
    return shop.frame.status.state_text("sync")


class Joiner(threading.Thread):
    """Another computer, which reads the code and takes the khata over."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(daemon=True)
        self.path = path
        self.device = Door().accept(text, "Office", None)
        self.error: KhataError | None = None
        self.start()

    def run(self) -> None:
        try:
            self.device.take_over(self.path, lambda: True)
        except KhataError as error:
            self.error = error


def let_in(shop: Counter, path: Path) -> Joiner:
    page = devices_page(shop)
    shop.press(Qt.Key.Key_N, CTRL)
    form = form_of(shop, LetInForm)
    shop.wait_for(form.code.isVisible)
    form.copy.click()
    joiner = Joiner(QGuiApplication.clipboard().text(), path)
    shop.wait_for(form.digits.isVisible)
    shop.wait_for(lambda: form.digits.digits == joiner.device.six_digits)
    shop.press(ENTER)
    joiner.join()
    shop.wait_for(lambda: [device.has_come for device in page.devices] == [True, True])
    return joiner


# --- switching on -------------------------------------------------------------------------------------


def test_a_khata_of_one_computer_says_so_and_nothing_stands_in_the_status_line(shop: Counter) -> None:
    page = devices_page(shop)
    assert page.off.isVisible()
    assert page.header.facts.text() == "Only this computer keeps this khata."
    assert status(shop) == ""
    assert shop.focus is page.off.switch_on


def test_how_it_works_unfolds(shop: Counter) -> None:
    page = devices_page(shop)
    shop.press(TAB)
    assert shop.focus is page.off.how
    shop.press(ENTER)
    assert "six digits" in page.off.said()


def test_sync_is_switched_on_once_three_words_were_typed_from_paper(shop: Counter, url: str) -> None:
    page = devices_page(shop)
    shop.press(ENTER)
    form = form_of(shop, SwitchOnForm)
    form.place.set_value("server")
    form.place.choice_changed.emit("server")
    write(shop, form.address, url)
    shop.save()
    phrase = form_of(shop, PhraseForm)
    assert len(phrase.words) == 24
    assert not shop.ask(is_syncing)
    shop.press(ENTER)
    for number, editor in phrase.answers.items():
        assert editor.hasFocus()
        shop.type(phrase.words[number - 1] if number != min(phrase.answers) else "zebra")
        shop.press(ENTER)
    shop.save()
    first = min(phrase.answers)
    assert f"not word {first}" in phrase.field(f"word{first}").error
    assert not shop.ask(is_syncing)
    write(shop, phrase.answers[first], phrase.words[first - 1])
    shop.save()
    shop.wait_for(lambda: page.is_on and shop.context.sync.state.last is not None)
    shop.wait_for(lambda: "In step" in status(shop))
    shop.wait_for(lambda: shop.toast == "Sync is on. Let the other computers in now.")
    shop.wait_for(lambda: len(page.devices) == 1)
    assert page.devices[0].name == Door().computer_name()
    again = shop.context.path.with_name("again.khata")
    Door().recover(again, url, " ".join(phrase.words), None, name="New counter", shut_out=())
    with Books.open(again) as books:
        assert [row.name for row in books.query(party_balances).rows] == ["Aslam"]


def test_leaving_at_the_phrase_leaves_everything_as_it_was(shop: Counter, url: str) -> None:
    devices_page(shop)
    shop.press(ENTER)
    form = form_of(shop, SwitchOnForm)
    form.place.set_value("server")
    write(shop, form.address, url)
    shop.save()
    form_of(shop, PhraseForm)
    shop.press(ESC)
    form_of(shop, PhraseForm)
    shop.press(ESC)
    assert not shop.has_form
    assert not shop.ask(is_syncing)


def test_an_address_where_nobody_answers_is_marked_and_stays_typed(shop: Counter) -> None:
    devices_page(shop)
    shop.press(ENTER)
    form = form_of(shop, SwitchOnForm)
    form.place.set_value("server")
    form.place.choice_changed.emit("server")
    write(shop, form.address, "127.0.0.1:9")
    shop.save()
    shop.wait_for(lambda: bool(form.field("server").error))
    assert "No server answers there" in form.field("server").error
    assert form.address.text() == "127.0.0.1:9"


def test_this_computer_becomes_the_hub_of_the_shop_and_begins_with_the_program(shop: Counter) -> None:
    page = devices_page(shop)
    shop.press(ENTER)
    form = form_of(shop, SwitchOnForm)
    assert form.place.value == "hub"
    shop.save()
    phrase = form_of(shop, PhraseForm)
    shop.press(ENTER)
    for number in phrase.answers:
        shop.type(phrase.words[number - 1])
        shop.press(ENTER)
    shop.save()
    shop.wait_for(lambda: page.is_on and shop.context.sync.state.last is not None)
    assert load_config().is_hub
    assert shop.context.sync.state.server_url == shop.context.sync_way.hub_url
    page.state.hub.click()
    shop.wait_for(lambda: not shop.context.sync_way.hub_url)
    assert not load_config().is_hub


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("192.168.1.5:8765", "http://192.168.1.5:8765"),
        ("counter:8765", "http://counter:8765"),
        ("counter.local:8765/", "http://counter.local:8765"),
        ("khata.example.com", "https://khata.example.com"),
        ("https://khata.example.com/", "https://khata.example.com"),
        ("  ", ""),
        ("two words", ""),
        ("ftp://khata.example.com", ""),
        ("http://a:99999", ""),
    ],
)
def test_an_address_is_completed_as_it_was_meant(typed: str, asked: str) -> None:
    assert as_url(typed) == asked


# --- letting in and shutting out ----------------------------------------------------------------------


def test_a_device_is_let_in_by_code_and_digits_and_its_sales_are_seen_here(
    in_step: Counter, tmp_path: Path
) -> None:
    joiner = let_in(in_step, tmp_path / "office.khata")
    assert joiner.error is None
    other = Door().open(joiner.path, None)
    with Books.open(joiner.path) as books:
        Shopkeeper(books).party("Bano")
    other.keep_in_step()
    in_step.wait_for(lambda: len(in_step.ask(party_balances, only="all").rows) == 2)
    other.close()


def test_digits_that_differ_turn_the_other_away(in_step: Counter, tmp_path: Path) -> None:
    devices_page(in_step)
    in_step.press(Qt.Key.Key_N, CTRL)
    form = form_of(in_step, LetInForm)
    in_step.wait_for(form.code.isVisible)
    form.copy.click()
    joiner = Joiner(QGuiApplication.clipboard().text(), tmp_path / "thief.khata")
    in_step.wait_for(form.digits.isVisible)
    form.differ.click()
    joiner.join()
    assert joiner.error is not None
    assert joiner.error.code == "turned_away"
    assert not joiner.path.exists()
    assert form.primary_button().label == "Show a new code"


def test_a_picture_of_the_code_can_be_read_and_leaving_voids_it(in_step: Counter, tmp_path: Path) -> None:
    devices_page(in_step)
    in_step.press(Qt.Key.Key_N, CTRL)
    form = form_of(in_step, LetInForm)
    in_step.wait_for(form.code.isVisible)
    form.save_picture(tmp_path / "code.png")
    in_step.wait_for(lambda: "kept as a picture" in in_step.toast)
    text = Door().code_of_picture(tmp_path / "code.png")
    form.copy.click()
    assert text == QGuiApplication.clipboard().text()
    screenshot = tmp_path / "screen.png"
    QImage(in_step.frame.grab().toImage()).save(str(screenshot))
    assert Door().code_of_picture(screenshot) == text
    in_step.press(ESC)
    assert not in_step.has_form
    in_step.wait_for(lambda: _is_void(text))


def _is_void(text: str) -> bool:
    try:
        Door().accept(text, "Late", None)
    except KhataError:
        return True
    return False


def test_a_device_is_renamed_and_shut_out(in_step: Counter, tmp_path: Path) -> None:
    page = devices_page(in_step)
    let_in(in_step, tmp_path / "office.khata")
    page.table.select_row(1)
    page.table.setFocus()
    in_step.press(ENTER)
    rename = form_of(in_step, RenameForm)
    write(in_step, rename.name, "Godown")
    in_step.save()
    in_step.wait_for(lambda: page.devices[1].name == "Godown")
    page.table.select_row(1)
    page.shut_out.click()
    form_of(in_step, ShutOutForm)
    in_step.save()
    in_step.wait_for(lambda: page.devices[1].is_shut_out)
    assert not page.shut_out.isEnabled()
    assert roles(page) == ["let others in", "nothing any more"]
    other = Door().open(tmp_path / "office.khata", None)
    with pytest.raises(KhataError):
        other.keep_in_step()
    other.close()


def roles(page: DevicesPage) -> list[str]:
    model = page.table.rows_model()
    return [row.texts[2] for number in range(model.rowCount()) if (row := model.rendered(number))]


def test_a_computer_that_was_shut_out_tells_one_story(
    in_step: Counter, tmp_path: Path, open_book: Open
) -> None:
    page = devices_page(in_step)
    let_in(in_step, tmp_path / "office.khata")
    author = page.devices[1].author
    in_step.context.sync.do(lambda desk: desk.shut_out(author), lambda _: page.refresh())
    in_step.wait_for(lambda: page.devices[1].is_shut_out)
    office = open_book(tmp_path / "office.khata")
    out = devices_page(office)
    office.wait_for(lambda: status(office) == "Shut out")
    office.wait_for(lambda: roles(out)[:1] == ["nothing any more"])
    assert out.header.facts.text() == "This computer was shut out."
    assert "join anew from the start page" in out.state.said()
    assert out.keys == []
    assert not out.rename.isEnabled()
    assert not out.state.elsewhere.isEnabled()
    assert not out.state.hub.isEnabled()


def test_who_was_let_in_and_never_came_is_seen_at_once_and_can_be_shut_out(in_step: Counter) -> None:
    page = devices_page(in_step)
    in_step.press(Qt.Key.Key_N, CTRL)
    form = form_of(in_step, LetInForm)
    in_step.wait_for(form.code.isVisible)
    form.copy.click()
    Door().accept(QGuiApplication.clipboard().text(), "Stranger", None)
    in_step.wait_for(form.digits.isVisible)
    in_step.press(ENTER)
    in_step.wait_for(lambda: len(page.devices) == 2)
    model = page.table.rows_model()
    seen = [model.index(1, column).data() for column in range(model.columnCount())]
    assert "let in, has not come yet" in seen
    in_step.wait_for(lambda: page.header.facts.text() == "1 device keeps this khata.")
    in_step.wait_for(lambda: not in_step.has_form)
    page.table.select_row(1)
    page.shut_out.click()
    form_of(in_step, ShutOutForm)
    in_step.save()
    in_step.wait_for(lambda: page.devices[1].is_shut_out)
    assert not page.shut_out.isEnabled()


# --- how it stands ------------------------------------------------------------------------------------


def test_without_its_server_the_shop_goes_on_and_the_window_says_what_waits(
    in_step: Counter, server: RunningServer
) -> None:
    page = devices_page(in_step)
    server.stop()
    in_step.on_books(lambda books: Shopkeeper(books).party("Bano"))
    in_step.press(Qt.Key.Key_R, CTRL)
    in_step.wait_for(lambda: status(in_step) == "1 entry not sent: server not reached")
    assert "kept and sent later" in page.state.said()
    assert page.state.again.isVisible()


def test_while_the_server_hangs_the_window_says_that_an_entry_waits(
    path: Path, server: RunningServer, open_book: Open
) -> None:
    network = BadNetwork(server.port, seed=1)
    network.bad = False
    desk, _ = Door().switch_on(path, f"http://127.0.0.1:{network.port}", None, None)
    desk.close()
    shop = open_book(path)
    try:
        shop.wait_for(lambda: "In step" in status(shop))
        page = devices_page(shop)
        network.hangs = True
        shop.session.runner.execute(partial(save_party, values={"name": "Bano"}))
        shop.wait_for(lambda: status(shop) == "1 entry waiting to be sent")
        assert "1 entry of this computer waits to be sent" in page.state.said()
        network.hangs = False
        shop.wait_for(lambda: "In step" in status(shop))
    finally:
        network.close()


def test_what_came_in_while_the_devices_were_apart_is_told_once_they_meet_again(
    in_step: Counter, server: RunningServer, tmp_path: Path
) -> None:
    joiner = let_in(in_step, tmp_path / "office.khata")
    other = Door().open(joiner.path, None)
    server.stop()
    in_step.press(Qt.Key.Key_R, CTRL)
    in_step.wait_for(lambda: status(in_step) == "Server not reached")
    again = RunningServer(Settings.embedded(tmp_path / "server"), port=server.port)
    again.start_in_thread()
    try:
        with Books.open(joiner.path) as books:
            Shopkeeper(books).party("Bano")
        other.keep_in_step()
        in_step.wait_for(lambda: in_step.toast == "1 entry of another device came in")
        in_step.wait_for(lambda: "In step" in status(in_step))
        in_step.context.sync.stop()
    finally:
        other.close()
        again.stop()


def test_the_state_in_the_status_line_leads_to_the_devices(in_step: Counter) -> None:
    in_step.go("dashboard")
    in_step.frame.status.state_clicked.emit("sync")
    assert in_step.frame.current_key == "devices"


def test_an_entry_here_is_sent_by_itself(in_step: Counter, url: str, tmp_path: Path) -> None:
    let_in(in_step, tmp_path / "office.khata")
    in_step.session.runner.execute(partial(save_party, values={"name": "Bano"}))
    other = Door().open(tmp_path / "office.khata", None)

    def has_come() -> bool:
        other.keep_in_step()
        with Books.open(tmp_path / "office.khata") as books:
            return len(books.query(party_balances, only="all").rows) == 2

    in_step.wait_for(has_come)
    other.close()


def test_the_keys_are_unlocked_by_their_passphrase(
    path: Path, url: str, open_book: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = Door().switch_on(path, url, None, None)
    desk.close()
    monkeypatch.delenv("KHATA_PASSPHRASE")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    shop = open_book(path)
    shop.wait_for(lambda: status(shop) == "Locked: passphrase")
    assert "The keys are locked" in shop.toast
    page = devices_page(shop)
    assert not page.rename.isEnabled()
    page.state.unlock.click()
    form = form_of(shop, UnlockForm)
    shop.type("wrong one")
    shop.save()
    shop.wait_for(lambda: bool(form.field("passphrase").error))
    write(shop, form.passphrase, "open sesame")
    shop.save()
    shop.wait_for(lambda: "In step" in status(shop))
    assert not shop.has_form


def test_the_devices_move_to_another_server(in_step: Counter, tmp_path: Path) -> None:
    other = RunningServer(Settings.embedded(tmp_path / "other"))
    other.start_in_thread()
    try:
        page = devices_page(in_step)
        page.state.elsewhere.click()
        form = form_of(in_step, MoveForm)
        write(in_step, form.address, f"http://127.0.0.1:{other.port}")
        in_step.save()
        in_step.wait_for(lambda: str(other.port) in in_step.context.sync.state.server_url)
        in_step.wait_for(lambda: "In step" in status(in_step))
        in_step.session.context.sync.stop()  # type: ignore[union-attr]
    finally:
        other.stop()


def test_the_words_of_the_phrase_stand_in_their_order_and_cannot_be_copied(qtbot: QtBot) -> None:
    view = WordsView([f"word{number}" for number in range(1, 25)])
    qtbot.addWidget(view)
    assert view.accessibleName().startswith("1 word1, 2 word2")
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
