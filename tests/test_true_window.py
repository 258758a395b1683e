"""The program as a shopkeeper has it: a true window, a keyboard, and a book others can read meanwhile."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab

# A blinking cursor changes fewer pixels than this, a form that opens or a list that drops down far more.
_CARET_PIXELS = 300


class Desk:
    """A screen with the program on it, and hands that type.

    Attributes:
        screen: the DISPLAY.
        home: where the program keeps its settings and logs.
        program: the process of the window.
    """

    def __init__(self, screen: str, home: Path, book: Path) -> None:
        self.screen = screen
        self.home = home
        self._environment = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self.program = subprocess.Popen(
            [sys.executable, "-m", "khata_desktop", str(book)],
            env=self._environment,
            stdin=subprocess.DEVNULL,
        )

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on the screen and return what it prints."""
        run = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return run.stdout.strip()

    def wait_for_window(self, title: str) -> None:
        """Wait until a window whose title holds `title` stands, and give it the keyboard."""
        self._until(lambda: bool(self._window(title)), f"no window titled {title!r}")
        self.xdotool("windowfocus", "--sync", self._window(title))
        self.settled_picture()

    def _window(self, title: str) -> str:
        return self.xdotool("search", "--onlyvisible", "--name", title).split("\n")[0]

    def press(self, *keys: str) -> None:
        """Press keys one after another, named as X names them, e.g. "ctrl+Return"."""
        self.xdotool("key", "--delay", "60", *keys)

    def press_and_see(self, *keys: str, text: str = "") -> Image.Image:
        """Press keys or type a text, wait for more than a cursor to change, and return the new picture."""
        before = self.settled_picture()
        if text:
            self.xdotool("type", "--delay", "60", text)
        if keys:
            self.press(*keys)
        self._until(
            lambda: _pixels_apart(before, self.picture()) > 20 * _CARET_PIXELS,
            f"nothing came of {keys or text}",
        )
        return self.settled_picture()

    def picture(self) -> Image.Image:
        """Return what is on the screen now."""
        return ImageGrab.grab(xdisplay=self.screen).convert("RGB")

    def settled_picture(self) -> Image.Image:
        """Return what is on the screen once nothing but a cursor moves."""
        pictures = [self.picture()]

        def still() -> bool:
            pictures.append(self.picture())
            return _pixels_apart(pictures[-2], pictures[-1]) < _CARET_PIXELS

        self._until(still, "the screen does not come to rest", pause=0.3)
        return pictures[-1]

    def _until(self, holds: Callable[[], bool], complaint: str, *, pause: float = 0.1) -> None:
        patience = time.monotonic() + 40
        while not holds():
            assert self.program.poll() is None, f"the program ended with {self.program.returncode}"
            assert time.monotonic() < patience, complaint
            time.sleep(pause)

    def close(self) -> int:
        """End the program as a session's end does, and return its exit code."""
        self.program.send_signal(signal.SIGTERM)
        return self.program.wait(timeout=30)


def _pixels_apart(one: Image.Image, other: Image.Image) -> int:
    different = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 8 else 0)
    return different.histogram()[255]


def _khata(*arguments: str) -> str:
    run = subprocess.run(
        [Path(sys.executable).with_name("khata"), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def _balances(book: Path) -> dict[str, str]:
    report = json.loads(_khata("report", "party-balances", str(book), "--json"))
    return {row["name"]: row["balance"] for row in report["rows"]}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Make a small sample shop."""
    path = tmp_path / "shop.khata"
    _khata("demo", str(path), "--vouchers", "60", "--seed", "5")
    return path


@pytest.fixture
def desk(virtual_screen: str, khata_home: Path, book: Path) -> Iterator[Desk]:
    """Open the shop in a true window."""
    desk = Desk(virtual_screen, khata_home, book)
    yield desk
    if desk.program.poll() is None:
        desk.program.kill()
        desk.program.wait()


@pytest.mark.window
def test_payment_typed_by_a_customer_s_name_is_in_the_book_at_once(desk: Desk, book: Path) -> None:
    before = _balances(book)
    customer = next(name for name, owed in before.items() if name.isascii() and Decimal(owed) > 500)
    desk.wait_for_window("Dashboard")
    desk.press_and_see("F6")
    desk.press_and_see(text=customer)
    # Takes the name found, and goes on to the amount, which may be a sum.
    desk.press_and_see("Tab")
    desk.xdotool("type", "--delay", "60", "3*100+50")
    desk.press_and_see("ctrl+Return")

    after = _balances(book)
    assert Decimal(after[customer]) == Decimal(before[customer]) - 350
    assert {name: owed for name, owed in after.items() if name != customer} == {
        name: owed for name, owed in before.items() if name != customer
    }
    desk.close()
    _khata("verify", str(book), "--deep")


@pytest.mark.window
def test_window_is_drawn_and_answers_the_keyboard(desk: Desk) -> None:
    desk.wait_for_window("Dashboard")
    dashboard = desk.settled_picture()
    colours = dashboard.getcolors(maxcolors=1 << 20)
    assert colours is not None
    assert len(colours) > 200
    assert max(count for count, _ in colours) < 0.8 * dashboard.width * dashboard.height

    palette = desk.press_and_see("ctrl+k")
    assert _pixels_apart(dashboard, palette) > 10_000
    again = desk.press_and_see("Escape")
    assert _pixels_apart(dashboard, again) < 2_000
    # The session's end stops the program as its own menu does: the book is closed, nothing is left behind.
    assert desk.close() == 0
