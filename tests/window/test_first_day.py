"""A shopkeeper's first day in the true window: real keys on a virtual screen, the book checked afterwards."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import ImageGrab

from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.items_list import items_list
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.services.books import Books

pytestmark = pytest.mark.window

T = TypeVar("T")
PATIENCE = 60.0


class Keyboard:
    """Types into the window that has the focus, as a person would."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, with a person's pause after each."""
        for key in keys:
            self._run("key", "--clearmodifiers", key)
            time.sleep(0.4)

    def write(self, text: str) -> None:
        """Type a text."""
        self._run("type", "--delay", "25", text)
        time.sleep(0.6)

    def title(self) -> str:
        """Return the title of the program's window, "" while there is none."""
        window = self._run("search", "--onlyvisible", "--name", "Khata").split("\n")[0]
        return self._run("getwindowname", window) if window else ""

    def focus(self) -> None:
        """Give the window the focus: there is no window manager here to do it."""
        window = self._run("search", "--onlyvisible", "--name", "Khata").split("\n")[0]
        self._run("windowfocus", "--sync", window)
        time.sleep(0.3)


def until(find: Callable[[], T], what: str) -> T:
    """Ask again and again until the answer is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited in vain for {what}")


@contextmanager
def program(display: str, home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the real program on the virtual screen."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "KHATA_HOME": str(home),
        "LANG": "C.UTF-8",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "khata_desktop", *arguments],
        env=environment,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        except BaseException:
            # What was on the screen says more than what was waited for.
            ImageGrab.grab(xdisplay=display).save(home.parent / "failed.png")
            raise
        finally:
            if process.poll() is None:
                process.kill()


def ended(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of the program and see that it complained of nothing."""
    _, complaints = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, complaints.decode()
    assert b"Traceback" not in complaints, complaints.decode()


def in_book(path: Path, ask: Callable[[Books], T]) -> T:
    with Books.open(path) as books:
        return ask(books)


def names(books: Books) -> list[str]:
    return [row.name for row in books.query(party_balances).rows]


def kinds(books: Books) -> list[VoucherKind]:
    return [row.kind for row in books.query(recent_vouchers)]


def balance(books: Books) -> int:
    (row,) = books.query(party_balances).rows
    return row.balance_minor


def test_from_an_empty_folder_to_a_sale_on_khata_and_a_payment(virtual_screen: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    keys = Keyboard(virtual_screen)
    with program(virtual_screen, home) as process:
        until(keys.title, "the window")
        time.sleep(1)
        keys.focus()

        # The language: the first card has the focus.
        keys.press("Return")
        # A new shop: the cursor stands in its name.
        keys.write("Rahmat General Store")
        keys.press("ctrl+Return")
        until(lambda: "Rahmat General Store" in keys.title(), "the new shop")
        book = home / "books" / "Rahmat General Store.khata"
        assert book.exists()
        time.sleep(1.5)

        # The empty dashboard offers to add a customer first.
        keys.press("Return")
        time.sleep(1)
        keys.write("Muhammad Aslam")
        keys.press("ctrl+Return")
        until(lambda: in_book(book, names) == ["Muhammad Aslam"], "the customer in the book")

        # A sale to the customer on screen: an item nobody knows yet is added on the way.
        keys.press("F8")
        time.sleep(1.5)
        keys.write("Cooking oil 5 l")
        keys.press("Return")
        time.sleep(1)
        keys.press("Return")
        keys.write("450")
        keys.press("ctrl+Return")
        until(lambda: in_book(book, partial(Books.query, report=items_list)).rows, "the item in the book")
        time.sleep(1)
        # A customer with a khata buys on it, unless another tender is named.
        keys.focus()
        keys.press("ctrl+s")
        until(lambda: VoucherKind.SALE in in_book(book, kinds), "the sale in the book")

        # Some of it is paid.
        keys.press("F6")
        time.sleep(1.5)
        keys.write("Aslam")
        keys.press("Return")
        keys.write("200+50")
        keys.press("ctrl+Return")
        until(lambda: VoucherKind.RECEIPT in in_book(book, kinds), "the receipt in the book")

        # A slip: undone by key, and done again.
        keys.press("ctrl+z")
        until(lambda: in_book(book, balance) == 45_000, "the receipt undone")
        keys.press("ctrl+shift+z")
        until(lambda: in_book(book, balance) == 20_000, "the receipt again")

        keys.press("ctrl+q")
        ended(process)

    with Books.open(book) as books:
        trial = books.query(trial_balance)
        assert balance(books) == 45_000 - 25_000
    assert trial.debit_minor == trial.credit_minor


def test_the_sample_shop_opens_and_the_window_comes_back_to_it(virtual_screen: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    keys = Keyboard(virtual_screen)
    with program(virtual_screen, home) as process:
        until(keys.title, "the window")
        time.sleep(1)
        keys.focus()
        keys.press("Return")
        # From the name of a new shop: currency, phone, folder, button, and there is the sample.
        keys.press("Tab", "Tab", "Tab", "Tab", "Tab", "Return")
        until(lambda: "Rahmat General Store" in keys.title(), "the sample shop")
        keys.press("ctrl+q")
        ended(process)
    with program(virtual_screen, home) as process:
        until(lambda: "Rahmat General Store" in keys.title(), "the sample shop again")
        process.terminate()
        ended(process)
