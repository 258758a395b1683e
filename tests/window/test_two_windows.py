"""Two computers of one shop, as true windows: paired by a screenshot of the code, kept in step, cut off."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.sync.door import Door
from khata_desktop.sync.errors import NoCodeInPicture
from khata_desktop.sync.qr_codes import read_picture
from tests.reports.shop import Shopkeeper
from tests.window.test_first_day import Keyboard, ended, in_book, kinds, program, until

pytestmark = pytest.mark.window


class Seat(Keyboard):
    """One of the two computers: its window comes to the front before anything is pressed."""

    def __init__(self, display: str, process: subprocess.Popen[bytes], pictures: Path) -> None:
        super().__init__(display)
        self._display, self._pictures = display, pictures
        self.process = process

    def _window(self) -> str:
        found = self._run(
            "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Khata"
        )
        return found.split("\n")[0]

    def title(self) -> str:
        """Return the title of this computer's window, "" while there is none."""
        window = self._window()
        return self._run("getwindowname", window) if window else ""

    def focus(self) -> None:
        """Bring the window to the front and give it the keys."""
        window = self._window()
        self._run("windowraise", window)
        self._run("windowfocus", "--sync", window)
        time.sleep(0.4)

    def hurry(self, *keys: str) -> None:
        """Press keys one after the other without looking."""
        self._run("key", "--clearmodifiers", "--delay", "60", *keys)
        time.sleep(0.2)

    def look(self, name: str) -> Path:
        """Take a picture of the screen, as the keyboard's key for that does."""
        path = self._pictures / f"{name}.png"
        ImageGrab.grab(xdisplay=self._display).save(path)
        return path


@contextmanager
def serving(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the server as `khata serve` does; 0 for a port of its own choice."""
    words = ["serve", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(
        [sys.executable, "-m", "khata_desktop.cli", *words], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert said.startswith("Listening on "), said
            yield process, int(said.split(" (")[0].strip().rsplit(":", 1)[1])
        finally:
            if process.poll() is None:
                process.kill()


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")


@contextmanager
def home_of(home: Path) -> Iterator[None]:
    """Do something as the user of one of the two computers."""
    before = os.environ["KHATA_HOME"]
    os.environ["KHATA_HOME"] = str(home)
    try:
        yield
    finally:
        os.environ["KHATA_HOME"] = before


def a_shop_that_syncs(path: Path, url: str) -> None:
    with Books.create(path, name="Rahmat General Store", currency_code="PKR", language="en") as books:
        keeper = Shopkeeper(books)
        keeper.party("Muhammad Aslam")
        keeper.item("Cooking oil 5 l", price_e4=4_500_000)
    desk, _ = Door().switch_on(path, url, None, None)
    desk.keep_in_step()
    desk.leave_snapshot()
    desk.close()


def show_code(counter: Seat) -> Path:
    """Open the Devices page, show the code, and return a picture of the screen."""
    counter.focus()
    go_to_devices(counter)
    counter.press("ctrl+n")
    until(lambda: _has_a_code(counter.look("1-code")), "a code that can be read")
    return counter.look("1-code")


def _has_a_code(picture: Path) -> bool:
    try:
        read_picture(picture)
    except NoCodeInPicture:
        return False
    return True


def go_to_devices(seat: Seat) -> None:
    seat.press("ctrl+k")
    seat.write("Devices")
    seat.press("Return")
    time.sleep(0.5)


def read_code(office: Seat, screenshot: Path) -> None:
    """From the very first screen to the six digits."""
    until(office.title, "the office's window")
    time.sleep(1)
    office.focus()
    office.press("Return")
    # From the name of a new shop past everything else to joining another device.
    office.hurry(*["Tab"] * 8)
    office.press("Return")
    # Sync is imported now, the first time.
    time.sleep(4)
    office.look("2-join")
    office.press("Tab", "Return")
    time.sleep(0.8)
    office.write(str(screenshot))
    office.press("Return")
    time.sleep(0.8)
    office.look("3-read")
    office.press("Return")
    # The counter looks once a second whether somebody came, and only then both have digits.
    time.sleep(4)
    office.look("4-office-digits")


def _has_a_form(picture: Path) -> bool:
    """Whether something stands below the page's head."""
    with Image.open(picture) as image:
        dark, light = image.convert("L").crop((0, 100, 1366, 700)).getextrema()
    return dark != light


def say_yes(counter: Seat) -> None:
    """The digits, which take the place of the code, are the same on both."""
    counter.focus()
    until(lambda: not _has_a_code(counter.look("5-counter-digits")), "the digits at the counter")
    time.sleep(0.5)
    counter.press("Return")


def sell(counter: Seat) -> None:
    """A sale for cash to somebody who walked in."""
    counter.focus()
    counter.press("F8")
    time.sleep(1)
    counter.write("Cooking oil")
    counter.press("Return")
    counter.press("ctrl+s")


def receive(office: Seat) -> None:
    """Somebody pays something."""
    office.press("F6")
    time.sleep(0.8)
    office.write("Aslam")
    office.press("Return")
    office.write("100")
    office.press("ctrl+Return")


def leave(seat: Seat) -> None:
    """Close the window, and see that the program complained of nothing."""
    seat.focus()
    seat.press("ctrl+q")
    ended(seat.process)


def test_a_sale_at_the_counter_is_seen_in_the_office_and_a_cut_cable_loses_nothing(
    virtual_screen: str, tmp_path: Path
) -> None:
    counter_home, office_home = tmp_path / "counter", tmp_path / "office"
    counter_book = counter_home / "books" / "shop.khata"
    counter_book.parent.mkdir(parents=True)
    office_book = office_home / "books" / "Rahmat General Store.khata"
    with ExitStack() as stack:
        server, port = stack.enter_context(serving(tmp_path / "server", 0))
        with home_of(counter_home):
            a_shop_that_syncs(counter_book, f"http://127.0.0.1:{port}")
        running = stack.enter_context(program(virtual_screen, counter_home, str(counter_book)))
        counter = Seat(virtual_screen, running, tmp_path)
        until(lambda: "Rahmat" in counter.title(), "the counter's window")
        time.sleep(1.5)
        screenshot = show_code(counter)

        running = stack.enter_context(program(virtual_screen, office_home))
        office = Seat(virtual_screen, running, tmp_path)
        read_code(office, screenshot)
        say_yes(counter)
        until(lambda: "Rahmat" in office.title(), "the khata in the office")
        until(office_book.exists, "the book under the shop's name")

        sell(counter)
        until(lambda: VoucherKind.SALE in in_book(counter_book, kinds), "the sale at the counter")
        until(lambda: VoucherKind.SALE in in_book(office_book, kinds), "the sale in the office")
        office.focus()
        time.sleep(1)
        office.look("6-office-has-the-sale")

        # The cable is pulled: the office goes on.
        server.kill()
        server.wait()
        receive(office)
        until(lambda: VoucherKind.RECEIPT in in_book(office_book, kinds), "the receipt in the office")
        time.sleep(1.5)
        office.look("7-cut-off")
        assert VoucherKind.RECEIPT not in in_book(counter_book, kinds)

        # And put back: nobody has to do anything.
        stack.enter_context(serving(tmp_path / "server", port))
        go_to_devices(office)
        until(lambda: VoucherKind.RECEIPT in in_book(counter_book, kinds), "the receipt at the counter")
        office.look("8-office-in-step")
        leave(counter)
        leave(office)
    digests = {in_book(book, lambda books: books.query(book_digest)) for book in (counter_book, office_book)}
    assert len(digests) == 1
    trial = in_book(office_book, lambda books: books.query(trial_balance))
    assert trial.debit_minor == trial.credit_minor
