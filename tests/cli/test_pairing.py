"""Pairing by the command line: what each side says when the other one leaves, errs, or is somebody else."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from khata_desktop.wire.pairing import read_invitation
from tests.cli.test_syncing import Computer

_SECONDS = 8


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    serving = Computer(tmp_path_factory.mktemp("server"), "server").start("serve", "--port", 0)
    assert serving.stdout is not None
    yield serving.stdout.readline().removeprefix("Listening on ").split(" (")[0]
    serving.terminate()
    serving.communicate(timeout=30)


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory, url: str) -> Computer:
    """A computer with a book that syncs."""
    made = Computer(tmp_path_factory.mktemp("counter"), "counter")
    made.khata("new", made.book, "--name", "Shop", "--currency", "PKR")
    made.khata("sync", "enable", made.book, "--server", url, "--phrase-file", made.folder / "phrase.txt")
    return made


class Offering:
    """`khata pair offer`, with somebody at its keyboard."""

    def __init__(self, counter: Computer, *options: object) -> None:
        self.process = counter.start("pair", "offer", counter.book, *options, stdin=subprocess.PIPE)
        assert self.process.stdout is not None
        self.text = self.process.stdout.readline().strip()
        assert self.text.startswith("khata:")

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self, code: int) -> str:
        """Return what it said, on both streams."""
        out, err = self.process.communicate(timeout=_SECONDS * 2)
        assert self.process.returncode == code, err
        assert "Traceback" not in err
        return out + err


@pytest.fixture
def office(tmp_path: Path) -> Computer:
    return Computer(tmp_path, "office")


def accepting(office: Computer, text: str, *options: object) -> subprocess.Popen[str]:
    return office.start("pair", "accept", office.book, "--token", text, *options)


def digits_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().removeprefix("Six digits: ").strip()


def ended(process: subprocess.Popen[str]) -> str:
    """Return what an accepting that came to nothing said, within seconds."""
    _, err = process.communicate(timeout=_SECONDS)
    assert process.returncode == 2, err
    assert "Traceback" not in err
    return err


def test_the_digits_of_the_other_screen_are_typed_in_any_script(counter: Computer, office: Computer) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text, "--name", "Office")
    digits = digits_of(process)
    offering.type("000 000" if digits != "000000" else "111 111")
    offering.type(digits[:3] + " " + digits[3:].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")))
    said = offering.end(0)
    assert "This screen has other digits" in said
    assert f"'Office' is let in ({digits})" in said
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert "series B" in out


@pytest.mark.parametrize(
    ("typed", "said"), [(["1", "2", "3"], "six digits are not the same"), ([""], "turned away, as you said")]
)
def test_wrong_digits_typed_three_times_or_none_turn_the_device_away(
    counter: Computer, office: Computer, typed: list[str], said: str
) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits_of(process)
    for line in typed:
        offering.type(line)
    assert said in offering.end(2)
    assert "turned this one away" in ended(process)
    assert not office.book.exists()


@pytest.mark.parametrize(
    ("number", "compared"), [(signal.SIGINT, False), (signal.SIGTERM, True), (signal.SIGHUP, True)]
)
def test_stopping_the_one_side_ends_the_other(
    counter: Computer, office: Computer, number: signal.Signals, compared: bool
) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text) if compared else None
    if process is not None:
        digits_of(process)
    offering.process.send_signal(number)
    assert "stopped" in offering.end(130)
    process = process or accepting(office, offering.text)
    said = ended(process)
    assert "turned this one away" in said or "used this code already" in said


def test_a_picture_that_cannot_be_written_ends_the_offer_with_its_reason(counter: Computer) -> None:
    said = counter.khata("pair", "offer", counter.book, "--png", counter.folder / "no" / "code.png", code=2)
    assert "could not be written to" in said
    assert "No such file or directory" in said


def test_what_a_device_calls_itself_cannot_steer_the_terminal(counter: Computer, office: Computer) -> None:
    offering = Offering(counter, "--yes-any")
    process = accepting(office, offering.text, "--name", "\x1b[2J\u202eOffice\nis let in")
    said = offering.end(0)
    assert process.communicate(timeout=30)[0]
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "'[2JOffice is let in' is let in (" in said
    assert "\x1b" not in counter.khata("devices", counter.book)


def test_a_name_that_is_too_long_spends_no_code(counter: Computer, office: Computer) -> None:
    offering = Offering(counter, "--yes-any")
    assert "longer than 60 letters" in ended(accepting(office, offering.text, "--name", "x" * 61))
    assert "series" in office.khata("pair", "accept", office.book, "--token", offering.text, "--name", "Till")
    offering.end(0)


def test_every_wrong_beginning_says_what_to_do(counter: Computer, office: Computer) -> None:
    book, folder = office.book, office.folder

    def refused(*options: object) -> str:
        return office.khata("pair", "accept", book, *options, code=2)

    assert "not the code of a device" in refused("--token", "hello")
    assert "cannot be read (No such file or directory)" in refused("--image", folder / "none.png")
    (folder / "grey.png").write_bytes(b"no picture")
    assert "it is no picture" in refused("--image", folder / "grey.png")
    assert "give the code that the other device shows" in refused()
    for nothing in ("", "  "):
        assert "the code given by --token is empty" in refused("--token", nothing)
    assert "give --token or --image" in refused("--token", "a", "--image", folder / "grey.png")
    assert "is already there" in office.khata("pair", "accept", counter.book, "--token", "khata:", code=2)
    missing = folder / "no such folder" / "shop.khata"
    assert "There is no folder" in office.khata("pair", "accept", missing, "--token", "khata:", code=2)
    alone = folder / "alone.khata"
    office.khata("new", alone, "--name", "Alone", "--currency", "PKR")
    assert "not switched on" in office.khata("pair", "offer", alone, code=2)


def test_a_used_code_says_so(counter: Computer, office: Computer, tmp_path: Path) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits_of(process)
    late = Computer(tmp_path, "late")
    assert "used this code already" in ended(accepting(late, offering.text))
    offering.type("")
    offering.end(2)
    ended(process)


def test_a_taking_over_that_stops_says_how_it_goes_on(counter: Computer, office: Computer) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits = digits_of(process)
    # Somebody puts a folder where the book is made.
    (office.folder / "office-joining.khata").mkdir()
    offering.type(digits)
    offering.end(0)
    assert "without a code goes on from here" in ended(process)
    (office.folder / "office-joining.khata").rmdir()
    assert "series" in office.khata("pair", "accept", office.book)


@pytest.mark.parametrize("again", ["without a code", "with the same code"])
@pytest.mark.parametrize("answered", [False, True])
def test_who_is_killed_while_waiting_for_the_yes_goes_on_with_the_same_digits(
    counter: Computer, office: Computer, again: str, answered: bool
) -> None:
    before = len(counter.khata("devices", counter.book).splitlines())
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits = digits_of(process)
    process.kill()
    process.communicate(timeout=_SECONDS)
    if answered:
        offering.type(digits)
        offering.end(0)
    code = ("--token", offering.text) if again == "with the same code" else ()
    process = office.start("pair", "accept", office.book, *code)
    assert digits_of(process) == digits
    if not answered:
        offering.type(digits)
        offering.end(0)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert "series" in out
    listed = counter.khata("devices", counter.book).splitlines()
    assert len(listed) == before + 1
    office.book.unlink()
    assert "No pairing was stopped here" in office.khata("pair", "accept", office.book, code=2)


def test_who_was_turned_away_meanwhile_is_told_so_once(counter: Computer, office: Computer) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits_of(process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=_SECONDS)
    assert process.returncode == 130
    assert f"'khata pair accept {office.book}' without a code goes on waiting" in err
    offering.type("")
    offering.end(2)
    assert "turned this one away" in office.khata("pair", "accept", office.book, code=2)
    assert "No pairing was stopped here" in office.khata("pair", "accept", office.book, code=2)


def test_a_taking_over_that_was_stopped_goes_on_with_the_same_code_too(
    counter: Computer, office: Computer
) -> None:
    offering = Offering(counter)
    process = accepting(office, offering.text)
    digits = digits_of(process)
    (office.folder / "office-joining.khata").mkdir()
    offering.type(digits)
    offering.end(0)
    ended(process)
    (office.folder / "office-joining.khata").rmdir()
    said = office.khata("pair", "accept", office.book, "--token", offering.text)
    assert "series" in said
    assert "Six digits" not in said


def test_a_passphrase_is_asked_for_before_anything_is_sent(counter: Computer, office: Computer) -> None:
    offering = Offering(counter, "--yes-any")
    without = office.start("pair", "accept", office.book, "--token", offering.text, passphrase=None)
    assert "give a passphrase for it" in ended(without)
    assert "series" in office.khata("pair", "accept", office.book, "--token", offering.text)
    offering.end(0)


def test_a_server_that_is_not_there_says_where_it_was_looked_for(counter: Computer, office: Computer) -> None:
    offering = Offering(counter)
    nowhere = replace(read_invitation(offering.text), server_url="http://127.0.0.1:9").text()
    assert "No server answers at http://127.0.0.1:9" in ended(accepting(office, nowhere))
    offering.process.send_signal(signal.SIGINT)
    offering.end(130)
