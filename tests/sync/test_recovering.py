"""Recovery by the phrase, and shutting devices out: who is out reads nothing new, whatever way it comes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookExists
from khata_desktop.storage.database import APPLICATION_ID
from khata_desktop.storage.held_files import connect
from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.sync.admitting import free_series
from khata_desktop.sync.desk import computer_name
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.errors import DeviceRevoked, TooManyDevices
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.joining import partial_name
from khata_desktop.sync.recovering import KnownDevice, known_devices, recover
from khata_desktop.sync.shutting_out import shut_out_by_phrase
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.errors import OwnersDevice, PhraseWrong, WrongLedger
from khata_desktop.wire.recovery import phrase_of
from tests.sync.computers import Computer, Computers
from tests.sync.floor import DAY
from tests.sync.strangers import Stranger


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()


def recovered(computers: Computers, *lost: str, name: str = "New counter") -> Computer:
    """Return a new computer on which the phrase brought the books back, these devices shut out."""
    computer = Computer(computers.folder / "Z")
    server = HttpServer(computers.url)
    known = {device.series: device.device_id for device in known_devices(computers.phrase, server)}
    shut_out = [known[series] for series in lost] if lost else None
    recover(computer.path, computers.phrase, server, computer.around, name=name, shut_out=shut_out)[0].close()
    server.close()
    computer.start()
    return computer


def seen_by(computers: Computers) -> list[KnownDevice]:
    server = HttpServer(computers.url)
    try:
        return known_devices(computers.phrase, server)
    finally:
        server.close()


def can_read_last(reader: Computer, writer: Computer) -> bool:
    """Return whether a device's keys open what another sealed last."""
    author = writer.desk.member.author
    last = writer.books.query(lambda s: SyncStore(s).changesets_after(author, 0, 10_000))[-1]
    return read_changeset(last.encoded).header.key_epoch in reader.desk.member.secrets.keys.by_epoch


def shut_out(computer: Computer, other: Computer) -> None:
    computer.desk.shut_out(other.desk.member.author)


def test_who_has_lost_one_of_three_devices_keeps_the_others_and_they_get_a_new_key(
    computers: Computers, tmp_path: Path
) -> None:
    lost, second, third = computers.first(), computers.another(), computers.another()
    aslam = second.keeper.party("Aslam")
    computers.settle()
    found = recovered(computers)
    assert [(one.series, one.is_shut_out) for one in seen_by(computers)] == [
        ("A", True), ("B", False), ("C", False), ("D", False),
    ]  # fmt: skip
    found.keeper.gave(DAY, 1, aslam)
    found.step()
    second.keeper.gave(DAY, 2, aslam)
    for one in (second, third, found, third):
        one.step()
    assert found.amounts() == second.amounts() == third.amounts() == [1, 2]
    assert not can_read_last(lost, found)
    assert not can_read_last(lost, second)
    with pytest.raises(DeviceRevoked):
        lost.step()
    assert [line.name for line in found.desk.devices() if line.is_this] == ["New counter"]
    found.stop()


def test_who_goes_by_stick_alone_learns_from_the_new_device_who_is_shut_out(
    computers: Computers, tmp_path: Path
) -> None:
    lost, second = computers.first(), computers.another()
    aslam = second.keeper.party("Aslam")
    computers.settle()
    found = recovered(computers)
    stick, thiefs = tmp_path / "stick", tmp_path / "thiefs stick"
    found.keeper.gave(DAY, 1, aslam)
    sync_by_file(found.books, found.desk.member, stick)
    sync_by_file(second.books, second.desk.member, stick)
    lost.keeper.gave(DAY, 1000, aslam)
    sync_by_file(lost.books, lost.desk.member, thiefs)
    sync_by_file(second.books, second.desk.member, thiefs)
    assert second.amounts() == found.amounts() == [1]
    second.keeper.gave(DAY, 2, aslam)
    sync_by_file(second.books, second.desk.member, thiefs)
    assert not can_read_last(lost, second)
    found.stop()


def test_the_owner_says_which_devices_are_lost(computers: Computers) -> None:
    lost, second, third = computers.first(), computers.another(), computers.another()
    computers.settle()
    found = recovered(computers, "A", "C")
    for one in (lost, third):
        with pytest.raises(DeviceRevoked):
            one.step()
    second.step()
    assert [line.is_shut_out for line in second.desk.devices()] == [False, True, True, False]
    found.stop()


def test_where_several_owners_devices_are_in_use_none_is_taken_for_lost(computers: Computers) -> None:
    first = computers.first()
    found = recovered(computers, "A")
    found.stop()
    first.stop()
    computers.all.remove(first)
    again = Computer(computers.folder / "Y")
    server = HttpServer(computers.url)
    books, _ = recover(again.path, computers.phrase, server, again.around, shut_out=[])
    books.close()
    third = Computer(computers.folder / "X")
    recover(third.path, computers.phrase, server, third.around)[0].close()
    server.close()
    assert [(one.series, one.is_shut_out) for one in seen_by(computers)] == [
        ("A", True), ("B", False), ("C", False), ("D", False),
    ]  # fmt: skip
    third.start()
    third.step()
    author = next(line.author for line in third.desk.devices() if line.series == "B")
    with pytest.raises(OwnersDevice):
        third.desk.shut_out(author)
    for phrase, refusal in (("abandon " * 24, PhraseWrong), (phrase_of(bytes(32)), WrongLedger)):
        with pytest.raises(refusal):
            shut_out_by_phrase(third.books, third.desk.member, author, phrase, now_ms=0)
    shut_out_by_phrase(third.books, third.desk.member, author, computers.phrase, now_ms=0)
    third.step()
    assert [one.is_shut_out for one in seen_by(computers)] == [True, True, False, False]
    third.stop()


def test_a_book_that_is_there_is_never_asked_about_twice(computers: Computers) -> None:
    first = computers.first()
    server = HttpServer(computers.url)
    with pytest.raises(BookExists):
        recover(first.path, "not even a phrase", server, first.around)
    server.close()
    assert len(seen_by(computers)) == 1


def test_a_device_shut_out_earlier_gets_none_of_the_keys_that_come_later(computers: Computers) -> None:
    first, second, third, fourth = (computers.first(), *(computers.another() for _ in range(3)))
    computers.settle()
    shut_out(first, second)
    shut_out(first, third)
    aslam = first.keeper.party("Aslam")
    first.step()
    fourth.step()
    assert fourth.books.query(lambda s: s.execute("SELECT name FROM parties").fetchall()) == [("Aslam",)]
    assert aslam
    # Whatever way it gets hold of what was sealed.
    stick = computers.folder / "stick"
    sync_by_file(first.books, first.desk.member, stick)
    for one in (second, third):
        sync_by_file(one.books, one.desk.member, stick)
        assert not can_read_last(one, first)
        parked = one.books.query(lambda s: SyncStore(s).in_state(ChangesetState.PARKED))
        assert parked
    for one in (second, third):
        one.stop()
        computers.all.remove(one)


def test_a_device_is_shut_out_with_all_its_epochs(computers: Computers) -> None:
    first, second, third = computers.first(), computers.another(), computers.another()
    begin_epoch(second.books, second.desk.member)
    second.keeper.party("Aslam")
    computers.settle()
    shut_out(first, second)
    third.step()
    device_id = second.desk.member.credential.device_id
    for one in (first, third):
        rows = [
            row for row in one.books.query(lambda s: SyncStore(s).authors()) if row.device_id == device_id
        ]
        assert len(rows) == 2
        assert len({row.revocation for row in rows} - {None}) == 2
    assert [one.is_shut_out for one in seen_by(computers)] == [False, True, False]


def test_letters_never_run_out_with_the_alphabet() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    two = {first + second for first in letters for second in letters}
    assert free_series({*letters}) == "AA"
    assert free_series({*letters, *two}) == "AAA"
    assert free_series({*letters, *two, "AAA"}) == "AAB"
    with pytest.raises(TooManyDevices):
        free_series(_Everything())


class _Everything(set[str]):
    def __contains__(self, series: object) -> bool:
        return True


def test_a_device_is_recorded_under_a_name_that_steers_nothing(computers: Computers) -> None:
    computers.first()
    found = recovered(computers, name="\x1b[31mTill\r\n" + "x" * 300)
    name = next(line.name for line in found.desk.devices() if line.is_this)
    assert name.isprintable()
    assert len(name) <= 60
    found.stop()


# --- stopped half-way -----------------------------------------------------------------------------


def found_again(computers: Computers) -> Computer:
    """Return the new computer whose book stands already."""
    computer = Computer(computers.folder / "Z")
    computer.start()
    return computer


def recover_killed(computers: Computers, path: Path, at: str) -> None:
    """Recover in a process of its own, which ends as by a kill when it is about to do this."""
    words = computers.folder / "words.txt"
    words.write_text(computers.phrase)
    command = [
        sys.executable,
        "-m",
        "tests.sync.recovering_process",
        str(path),
        computers.url,
        str(words),
        at,
    ]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("moment", ["taking", "made", "checking", "registering", "shut out", "in place"])
def test_however_often_a_recovery_is_killed_it_adds_one_device_and_shuts_the_lost_one_out(
    computers: Computers, moment: str
) -> None:
    lost, second = computers.first(), computers.another()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    computers.settle()
    for _ in range(1 if moment == "in place" else 2):
        recover_killed(computers, computers.folder / "Z" / "shop.khata", moment)
    found = found_again(computers) if moment == "in place" else recovered(computers)
    found.step()
    assert [(one.series, one.is_shut_out) for one in seen_by(computers)] == [
        ("A", True), ("B", False), ("C", False),
    ]  # fmt: skip
    second.step()
    second.keeper.gave(DAY, 2, second.keeper.party("Bano"))
    second.step()
    found.step()
    assert found.amounts() == second.amounts() == [1, 2]
    assert not can_read_last(lost, second)
    assert [line.name for line in found.desk.devices() if line.is_this] == ["New counter"]
    assert not partial_name(found.path).exists()
    assert not list(found.path.parent.glob("*unfinished*"))
    found.stop()


@pytest.mark.parametrize("moment", ["checking", "settling", "registering", "shut out"])
def test_letters_once_given_out_are_not_given_again_however_often_a_recovery_is_killed(
    computers: Computers, moment: str
) -> None:
    computers.first()
    Stranger(computers)
    for _ in range(1 if moment == "settling" else 2):
        recover_killed(computers, computers.folder / "Z" / "shop.khata", moment)
    found = recovered(computers)
    assert [(line.series, line.name) for line in found.desk.devices()] == [
        ("C", "New counter"), ("A", computer_name()), ("B", "Bdev"),
    ]  # fmt: skip
    assert [(one.series, one.is_shut_out) for one in seen_by(computers)] == [("A", True), ("C", False)]
    found.stop()


def test_who_comes_after_a_recovery_writes_numbers_of_its_own(computers: Computers) -> None:
    computers.first()
    let_in = Stranger(computers)
    found, server = Computer(computers.folder / "Z"), HttpServer(computers.url)
    recover(found.path, computers.phrase, server, found.around, shut_out=[])[0].close()
    server.close()
    found.start()
    let_in.take_over()
    for one in (found, let_in.home):
        one.keeper.gave(DAY, 1, one.keeper.party("Aslam"))
        one.step()
    found.step()
    numbers = found.books.query(lambda s: s.execute("SELECT number FROM vouchers ORDER BY number").fetchall())
    assert [number.split("-")[1] for (number,) in numbers] == ["B", "C"]
    assert found.digest() == let_in.home.digest()
    for one in (found, let_in.home):
        one.stop()


def half_made(path: Path) -> None:
    """Leave what a program leaves that is killed before the first table of a book stands."""
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    assert path.stat().st_size == 4096


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(80))


def no_book_at_all(path: Path) -> None:
    path.write_text("Shopping list")


@pytest.mark.parametrize("leave", [half_made, cut_short, no_book_at_all, Path.touch])
def test_what_a_kill_left_of_a_book_half_made_is_made_anew(
    computers: Computers, leave: Callable[[Path], None]
) -> None:
    computers.first()
    left = partial_name(computers.folder / "Z" / "shop.khata")
    left.parent.mkdir()
    leave(left)
    # Killed at another moment, it leaves this beside it.
    earlier = left.with_name("shop-joining-unfinished-0a1b2c3d.khata")
    leave(earlier)
    for beside in ("-wal", "-shm"):
        earlier.with_name(earlier.name + beside).touch()
    found = recovered(computers)
    assert not list(left.parent.glob("*unfinished*"))
    assert found.desk.devices()
    assert [path.name for path in left.parent.glob("*.khata")] == ["shop.khata"]
    found.stop()
