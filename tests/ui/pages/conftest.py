"""The true window on a true shop: pages are tested by the keys a shopkeeper presses."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from khata_desktop.config import AppConfig
from khata_desktop.services.books import Books
from khata_desktop.services.demo import create_demo
from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.main_window import MainWindow
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.widgets.form import Form

T = TypeVar("T")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Counter:
    """Somebody at the keyboard of an open shop.

    Attributes:
        frame: the window; `context` what its pages are given.
    """

    def __init__(self, qtbot: QtBot, session: BookSession) -> None:
        self._qtbot = qtbot
        self.session = session
        self.frame: MainWindow = session.frame

    @property
    def context(self) -> PageContext:
        """What the pages are given."""
        assert self.session.context is not None
        return self.session.context

    @property
    def focus(self) -> QWidget:
        """Where the cursor is; the window itself where it is nowhere."""
        return QApplication.focusWidget() or self.frame

    @property
    def form(self) -> Form:
        """The form in the side sheet."""
        assert self.frame.sheet.is_open, "no form is open"
        content = self.frame.sheet.content
        assert isinstance(content, Form)
        return content

    @property
    def has_form(self) -> bool:
        """Whether a form is open."""
        return self.frame.sheet.is_open

    def go(self, page: str, **arguments: object) -> Any:
        """Show a page with its data and return it."""
        self.context.navigate(page, **arguments)
        self.settle()
        return self.frame.page(page)

    def settle(self) -> None:
        """Wait until the worker has answered everything and the answers are shown."""
        QTest.qWait(5)
        self._qtbot.waitUntil(lambda: not self.session.runner.busy, timeout=20_000)
        QTest.qWait(5)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, and wait for what it sets off."""
        QTest.keyClick(self.focus, key, modifier)
        self.settle()

    def save(self) -> None:
        """Press Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def ask(self, report: Callable[..., T], **arguments: Any) -> T:
        """Return what a report says, read by the window's own worker."""
        return self.on_books(lambda books: books.query(report, **arguments))

    def on_books(self, work: Callable[[Books], T]) -> T:
        """Do something with the book on the window's own worker, and return what comes of it."""
        found: list[T] = []
        self.session.runner.call(work, found.append)
        self._qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        self.settle()
        return found[0]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(condition, timeout=20_000)

    @property
    def toast(self) -> str:
        """What the toast at the foot says."""
        return self.frame.toast.text


@pytest.fixture(scope="session")
def sample_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample shop, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHATA_HOME", str(folder / "home"))
        create_demo(folder / "sample.khata", vouchers=400, seed=11).close()
    return folder / "sample.khata"


@pytest.fixture
def open_shop(qtbot: QtBot) -> Iterator[Callable[[Path], Counter]]:
    """Return a function that opens a book in the window."""
    sessions: list[BookSession] = []

    def begin(path: Path) -> Counter:
        session = BookSession(
            path, lambda: Books.open(path), pages=PAGES, config=AppConfig(language="en", theme="light")
        )
        sessions.append(session)
        failures: list[object] = []
        session.crashed.connect(failures.append)
        session.frame.resize(1366, 768)
        session.frame.show()
        session.frame.activateWindow()
        qtbot.waitUntil(session.frame.isActiveWindow, timeout=20_000)
        with qtbot.waitSignal(session.opened, timeout=20_000):
            session.start()
        counter = Counter(qtbot, session)
        counter.settle()
        assert not failures
        return counter

    yield begin
    for session in sessions:
        session.stop()
        session.frame.close()
        session.frame.deleteLater()


@pytest.fixture
def shop(open_shop: Callable[[Path], Counter], sample_book: Path, tmp_path: Path) -> Counter:
    """The sample shop in the window."""
    own = tmp_path / "shop.khata"
    shutil.copy(sample_book, own)
    return open_shop(own)


@pytest.fixture
def empty_shop(open_shop: Callable[[Path], Counter], tmp_path: Path) -> Counter:
    """A shop without any entry in the window."""
    path = tmp_path / "new.khata"
    Books.create(path, name="New Shop", currency_code="PKR").close()
    return open_shop(path)
