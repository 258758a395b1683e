"""Sync by the command line, as scripts use it: several computers, each with a home of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import delete_record
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper

_ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Computer:
    """Runs `khata` with its own home."""

    folder: Path
    name: str

    @property
    def book(self) -> Path:
        return self.folder / f"{self.name}.khata"

    def start(
        self, *arguments: object, stdin: int | None = None, passphrase: str | None = "abc"
    ) -> subprocess.Popen[str]:
        home = {"KHATA_HOME": str(self.folder / self.name)}
        if passphrase is not None:
            home["KHATA_PASSPHRASE"] = passphrase
        return subprocess.Popen(
            [sys.executable, "-m", "khata_desktop.cli", *map(str, arguments)],
            stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=_ROOT,
            env={**home, "PATH": "/usr/bin:/bin"},
        )  # fmt: skip

    def khata(self, *arguments: object, code: int = 0) -> str:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=60)
        assert process.returncode == code, err
        assert "Traceback" not in err
        return out if code == 0 else err


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    serving = Computer(tmp_path_factory.mktemp("server"), "server").start("serve", "--port", 0)
    assert serving.stdout is not None
    said = serving.stdout.readline()
    yield said.removeprefix("Listening on ").split(" (")[0]
    serving.terminate()
    serving.communicate(timeout=30)


@pytest.fixture
def counter(tmp_path: Path, url: str) -> Computer:
    """A computer with a book that syncs."""
    made = Computer(tmp_path, "counter")
    made.khata("new", made.book, "--name", "Shop", "--currency", "PKR")
    made.khata("sync", "enable", made.book, "--server", url, "--phrase-file", tmp_path / "phrase.txt")
    return made


def _entries(path: Path, name: str, amount: int) -> Path:
    path.write_text(f"Date,Party,Amount,Type\n2026-01-02,{name},{amount},gave\n", encoding="utf-8")
    return path


def _pair(counter: Computer, office: Computer) -> str:
    code = counter.folder / "code.png"
    offering = counter.start("pair", "offer", counter.book, "--png", code, "--yes-any")
    assert offering.stdout is not None
    text = offering.stdout.readline()
    assert text.startswith("khata:")
    accepted = office.khata("pair", "accept", office.book, "--image", code, "--name", "Office PC")
    out, err = offering.communicate(timeout=60)
    assert offering.returncode == 0, err
    assert "'Office PC' is let in" in out
    return accepted


def _balances(computer: Computer) -> object:
    return json.loads(computer.khata("report", "party-balances", computer.book, "--json"))


def test_a_second_computer_is_let_in_by_a_picture_of_the_code_and_stays_in_step(
    counter: Computer, tmp_path: Path
) -> None:
    office = Computer(tmp_path, "office")
    accepted = _pair(counter, office)
    assert "series B" in accepted
    office.khata("import", "entries", office.book, _entries(tmp_path / "e.csv", "Aslam", 500))
    office.khata("sync", office.book)
    assert "2 new here" in counter.khata("sync", counter.book)
    assert _balances(counter) == _balances(office)
    listed = json.loads(counter.khata("devices", counter.book, "--json"))
    assert [(line["name"], line["series"]) for line in listed][1] == ("Office PC", "B")
    assert counter.khata("reviews", counter.book) == "Nothing to look at.\n"
    assert json.loads(counter.khata("reviews", counter.book, "--json")) == []


def test_many_deletions_are_sent_when_somebody_says_that_they_were_meant(
    counter: Computer, tmp_path: Path
) -> None:
    counter.khata("sync", counter.book)
    with Books.open(counter.book) as books:
        keeper = Shopkeeper(books)
        for party_id in [keeper.party(f"Customer {number}") for number in range(60)]:
            books.execute(delete_record, Entity.PARTY, party_id)
    process = counter.start("sync", counter.book)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert told.startswith("60 deletions and voids")
    assert "--confirm" in told
    process = counter.start("sync", counter.book, "--confirm")
    said, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "")
    assert "0 batches" not in said


def test_a_stick_does_what_the_server_does(counter: Computer, tmp_path: Path) -> None:
    office = Computer(tmp_path, "office")
    _pair(counter, office)
    counter.khata("import", "entries", counter.book, _entries(tmp_path / "e.csv", "Bano", 70))
    stick = tmp_path / "shop.khatasync"
    counter.khata("sync", counter.book, "--file", stick)
    assert "2 new here" in office.khata("sync", office.book, "--file", stick)
    assert _balances(counter) == _balances(office)
    stick.write_bytes(stick.read_bytes()[:-5])
    process = office.start("sync", office.book, "--file", stick)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "was damaged in 1 place" in told
    stick.write_bytes(b"holiday pictures")
    assert "is not a sync file" in office.khata("sync", office.book, "--file", stick, code=2)


def test_who_is_shut_out_is_told_and_the_phrase_brings_the_books_back(
    counter: Computer, tmp_path: Path, url: str
) -> None:
    office = Computer(tmp_path, "office")
    _pair(counter, office)
    assert "Office PC is shut out" in counter.khata("devices", "revoke", counter.book, "B")
    assert "shut out by the owner" in office.khata("sync", office.book, code=2)
    assert "no such device" in counter.khata("devices", "revoke", counter.book, "Z", code=2)
    counter.khata("import", "entries", counter.book, _entries(tmp_path / "e.csv", "Chanda", 30))
    counter.khata("sync", counter.book)
    phrase = tmp_path / "phrase.txt"
    assert len(phrase.read_text().split()) == 24
    assert phrase.stat().st_mode & 0o077 == 0
    found = Computer(tmp_path, "found")
    found.khata("recover", found.book, "--server", url, "--phrase-file", phrase)
    assert _balances(found) == _balances(counter)
    phrase.write_text("abandon " * 24)
    again = Computer(tmp_path, "again")
    assert "24 words" in again.khata("recover", again.book, "--server", url, "--phrase-file", phrase, code=2)


def test_who_is_let_in_and_never_comes_is_listed_and_can_be_shut_out(
    counter: Computer, tmp_path: Path
) -> None:
    stranger, book = Computer(tmp_path, "stranger"), counter.book
    offering = counter.start("pair", "offer", book, "--yes-any")
    assert offering.stdout is not None
    text = offering.stdout.readline().strip()
    accepting = stranger.start("pair", "accept", stranger.book, "--token", text, "--name", "Bdev")
    assert accepting.stdout is not None
    # It has shown its digits, and is killed before it takes anything over.
    assert accepting.stdout.readline().startswith("Six digits: ")
    accepting.kill()
    accepting.communicate(timeout=30)
    out, err = offering.communicate(timeout=60)
    assert offering.returncode == 0, err
    assert "'Bdev' is let in" in out
    listed = counter.khata("devices", book).splitlines()
    assert listed[1].split(maxsplit=2) == ["B", "Bdev", "let in, has not come yet"]
    assert [line["come"] for line in json.loads(counter.khata("devices", book, "--json"))] == [True, False]
    assert counter.khata("devices", "revoke", book, "bdev") == "Bdev is shut out.\n"
    listed = counter.khata("devices", book).splitlines()
    assert listed[1].split(maxsplit=2) == ["B", "Bdev", "let in, has not come yet, shut out"]
    assert "B: it is shut out already" in counter.khata("devices", "revoke", book, "B", code=2)
    assert "A: that is this computer" in counter.khata("devices", "revoke", book, "A", code=2)
    counter.khata("sync", book)


def record_device(books: Books, name: str, series: str) -> DeviceId:
    """Record a device as letting it in does."""

    def record(uow: UnitOfWork) -> Outcome[DeviceId]:
        device_id = DeviceId(new_id())
        uow.change_record(Entity.DEVICE, device_id, {"name": name, "series": series})
        return Outcome(device_id, EVERYTHING)

    return books.execute(record).value


def test_of_devices_that_are_alike_each_can_be_named_and_shut_out_alone(counter: Computer) -> None:
    book = counter.book
    assert counter.khata("devices", book).split()[0] == "A"
    # Two owner's devices that could not hear of each other give one series to two.
    with Books.open(book) as books:
        one, other = (record_device(books, name, "G") for name in ("Till", "Office"))
        record_device(books, "Till", "H")
    listed = [line.split() for line in counter.khata("devices", book).splitlines()]
    named = {(words[0], words[2]): words[1] for words in listed[1:]}
    assert one.hex().startswith(named["G", "Till"])
    assert other.hex().startswith(named["G", "Office"])
    assert len(set(named.values())) == 3
    for name in ("G", "till"):
        said = counter.khata("devices", "revoke", book, name, code=2)
        assert "give the id of the one you mean: " in said
        assert f"{named['G', 'Till']} (G Till)" in said
    assert "no such device" in counter.khata("devices", "revoke", book, one.hex()[:3], code=2)
    assert "Office is shut out" in counter.khata("devices", "revoke", book, named["G", "Office"].upper())
    assert "Till is shut out" in counter.khata("devices", "revoke", book, "G")
    lines = [line.split(maxsplit=3) for line in counter.khata("devices", book).splitlines()]
    assert ["G", "Office", True] in [[words[0], words[2], "shut out" in words[3]] for words in lines[1:]]


def test_wrong_digits_turn_the_device_away(counter: Computer, tmp_path: Path) -> None:
    office = Computer(tmp_path, "office")
    offering = counter.start("pair", "offer", counter.book, "--yes", "12345")
    assert offering.stdout is not None
    text = offering.stdout.readline().strip()
    refused = office.khata("pair", "accept", office.book, "--token", text, code=2)
    assert "turned this one away" in refused
    assert not office.book.exists()
    _, err = offering.communicate(timeout=60)
    assert offering.returncode == 2
    assert "six digits are not the same" in err


def test_without_sync_or_server_one_clear_line_says_so(tmp_path: Path) -> None:
    alone = Computer(tmp_path, "alone")
    alone.khata("new", alone.book, "--name", "Shop", "--currency", "PKR")
    assert "not switched on" in alone.khata("sync", alone.book, code=2)
    began = time.monotonic()
    said = alone.khata("sync", "enable", alone.book, "--server", "http://127.0.0.1:9", code=2)
    assert "cannot be reached" in said
    assert time.monotonic() - began < 30
    assert "not the code" in alone.khata("pair", "accept", tmp_path / "x.khata", "--token", "hello", code=2)
