"""The recovery phrase and the passphrase on the command line: neither can be lost by a slip."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from khata_desktop.cli.phrase_files import write_phrase
from khata_desktop.services.books import Books
from khata_desktop.wire.recovery import owner_keys
from tests.cli.conftest import Khata, failed_in_one_line

_NO_SERVER = "http://127.0.0.1:9"
_PASSPHRASE = {"KHATA_PASSPHRASE": "open sesame"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = {"KHATA_HOME": str(tmp_path_factory.mktemp("server"))}
    with subprocess.Popen(
        [sys.executable, "-m", "khata_desktop.cli", "serve", "--port", "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, **home},
    ) as serving:  # fmt: skip
        assert serving.stdout is not None
        yield serving.stdout.readline().removeprefix("Listening on ").split(" (")[0]
        serving.terminate()


@pytest.fixture
def book(khata: Khata, tmp_path: Path) -> Path:
    khata("new", "shop.khata", "--name", "Shop", "--currency", "PKR")
    return tmp_path / "shop.khata"


def is_syncing(khata: Khata) -> bool:
    ran = khata("devices", "shop.khata", "--json", env=_PASSPHRASE, check=None)
    return ran.returncode == 0 and len(json.loads(ran.stdout)) == 1


def at_terminal(folder: Path, *arguments: str, typed: list[tuple[str, str]]) -> tuple[int, str]:
    """Run ``khata`` at a terminal, type the answers to its questions, and return code and screen."""
    home = {"KHATA_HOME": str(folder / "home")}
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_AT_A_TERMINAL}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "khata_desktop.cli", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env={**environment, **home},
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    screen, waiting = "", list(typed)
    while True:
        try:
            screen += os.read(ours, 4096).decode()
        except OSError:
            break
        if waiting and re.search(waiting[0][0], screen):
            question, answer = waiting.pop(0)
            screen = re.sub(question, "", screen, count=1)
            os.write(ours, f"{answer}\n".encode())
    os.close(ours)
    return process.wait(timeout=60), screen


_NOT_AT_A_TERMINAL = ("KHATA_PASSPHRASE", "DBUS_SESSION_BUS_ADDRESS")


@pytest.mark.parametrize("place", ["missing/phrase.txt", "folder", "taken.txt", "/dev/full"])
def test_sync_is_not_switched_on_where_the_phrase_cannot_be_written(
    khata: Khata, book: Path, url: str, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "taken.txt").write_text("something else", encoding="utf-8")
    said = khata("sync", "enable", book, "--server", url, "--phrase-file", place, env=_PASSPHRASE, check=None)
    assert place in failed_in_one_line(said)
    assert not is_syncing(khata)
    assert (tmp_path / "taken.txt").read_text(encoding="utf-8") == "something else"
    assert Path("/dev/full").exists()


def test_the_file_of_the_phrase_is_there_for_its_user_alone_and_works(
    khata: Khata, book: Path, url: str, tmp_path: Path
) -> None:
    file = tmp_path / "phrase.txt"
    file.touch(mode=0o644)
    enable = ("sync", "enable", book, "--phrase-file", file)
    assert (
        "Nothing was switched on" in khata(*enable, "--server", _NO_SERVER, env=_PASSPHRASE, check=2).stderr
    )
    assert not file.exists()
    khata(*enable, "--server", url, env=_PASSPHRASE)
    assert file.stat().st_mode & 0o077 == 0
    owner_keys(file.read_text(encoding="utf-8"))
    assert is_syncing(khata)


def test_who_switches_sync_on_twice_is_told_what_to_do_and_loses_nothing(
    khata: Khata, book: Path, url: str, tmp_path: Path
) -> None:
    enable = ("sync", "enable", book, "--server", url, "--phrase-file")
    khata(*enable, tmp_path / "one.txt", env=_PASSPHRASE)
    said = failed_in_one_line(khata(*enable, tmp_path / "two.txt", env=_PASSPHRASE, check=None))
    assert "already" in said
    assert "let another device in" in said
    assert not (tmp_path / "two.txt").exists()
    khata("sync", book, env=_PASSPHRASE)


def test_at_a_terminal_the_phrase_is_shown_before_and_sync_stays_off_until_it_is_on_paper(
    book: Path, url: str, tmp_path: Path, khata: Khata
) -> None:
    enable = ("sync", "enable", str(book), "--server", url)
    asked = [("Passphrase of the key files: ", "abc"), ("Repeat for confirmation: ", "abc")]
    code, screen = at_terminal(tmp_path, *enable, typed=[*asked, (r"Is it on paper\?", "n")])
    assert code != 0
    assert re.search(r" 1 [a-z]+ +2 [a-z]+", screen)
    ran = khata("devices", book, env=_PASSPHRASE, check=2)
    assert "not switched on" in ran.stderr


def test_the_first_passphrase_is_asked_for_twice_and_no_second_one_comes_about(
    book: Path, url: str, tmp_path: Path, khata: Khata
) -> None:
    enable = ("sync", "enable", str(book), "--server", url)
    question, again = "Passphrase of the key files: ", "Repeat for confirmation: "
    mistyped = [(question, "open sesame"), (again, "open sesane")]
    right = [(question, "open sesame"), (again, "open sesame")]
    code, screen = at_terminal(tmp_path, *enable, typed=[*mistyped, *right, (r"Is it on paper\?", "y")])
    assert code == 0, screen
    khata("new", "second.khata", "--name", "Shop", "--currency", "PKR")
    second = ("sync", "enable", "second.khata", "--server", url)
    code, screen = at_terminal(tmp_path, *second, typed=[(question, "open")])
    assert code == 2
    assert "not the passphrase" in screen
    assert "recovery phrase" not in screen
    assert "not switched on" in khata("devices", "second.khata", env=_PASSPHRASE, check=2).stderr


def test_a_passphrase_file_that_is_not_text_is_named(khata: Khata, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(b"caf\xe9")
    said = khata(
        "sync", "enable", book, "--server", _NO_SERVER, "--passphrase-file", file,
        env={"DBUS_SESSION_BUS_ADDRESS": ""}, check=None,
    )  # fmt: skip
    assert "passphrase is not text in UTF-8" in failed_in_one_line(said)


def test_a_word_that_is_in_no_phrase_is_named_by_its_place_before_a_server_is_asked(
    khata: Khata, tmp_path: Path
) -> None:
    file = tmp_path / "words.txt"
    file.write_text(" ".join([*["abandon"] * 23, "trafic"]), encoding="utf-8")
    back = ("recover", tmp_path / "back.khata", "--server", _NO_SERVER, "--phrase-file", file)
    said = khata(*back, env=_PASSPHRASE, check=None)
    assert "Word 24, 'trafic', is not in the list of words" in failed_in_one_line(said)


def test_the_phrase_is_not_written_into_a_book_that_is_open_nor_does_it_lose_its_locks(
    tmp_path: Path,
) -> None:
    with Books.create(tmp_path / "shop.khata", name="Shop", currency_code="PKR") as books:
        with pytest.raises(click.UsageError, match="is there already"):
            write_phrase("abandon " * 24, books.path)
        # Somebody else who comes and goes does not take himself for the last one.
        looking = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM sqlite_schema')"
        subprocess.run([sys.executable, "-c", looking, str(books.path)], check=True, timeout=60)
        assert books.path.with_name("shop.khata-wal").exists()
