"""A whole computer put back from an old copy, keys and marks too, writes no second history unnoticed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.sync import alarms
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.wire.changeset import read_changeset
from tests.reports.shop import Shopkeeper
from tests.sync.computers import Computer, Computers
from tests.sync.floor import DAY, Floor, MemoryVault
from tests.sync.test_after_faults import are_right, stops_at


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()


def three(computers: Computers) -> tuple[Computer, Computer, Computer]:
    return computers.first(), computers.another(), computers.another()


def test_what_was_typed_after_a_whole_computer_was_put_back_reaches_all(
    computers: Computers, tmp_path: Path
) -> None:
    first, second, third = three(computers)
    aslam = second.keeper.party("Aslam")
    second.keeper.gave(DAY, 1, aslam)
    second.step()
    second.keeper.gave(DAY, 2, aslam)
    second.copy_to(tmp_path / "image")
    second.keeper.gave(DAY, 4, aslam)
    computers.settle()
    author = second.desk.member.author
    second.put_back(tmp_path / "image")
    second.keeper.gave(DAY, 8, aslam)
    computers.settle()
    assert second.desk.member.author != author
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2, 4, 8]
    assert computers.agree()
    assert second.keeper.gave(DAY, 16, aslam).number.split("-")[1] == "B2"
    assert alarms.FORK not in {*first.alarms(), *second.alarms(), *third.alarms()}


def forked_by_stick(computers: Computers, tmp_path: Path) -> tuple[Computer, Computer, Computer]:
    """Put the second computer back, and let it seal what is typed then before it meets the server."""
    first, second, third = three(computers)
    aslam = second.keeper.party("Aslam")
    second.keeper.gave(DAY, 1, aslam)
    computers.settle()
    second.copy_to(tmp_path / "image")
    second.keeper.gave(DAY, 2, aslam)
    second.step()
    second.keeper.gave(DAY, 4, aslam)
    second.step()
    first.step()
    second.put_back(tmp_path / "image")
    second.keeper.gave(DAY, 8, aslam)
    # An empty stick cannot tell it that more was sent.
    sync_by_file(second.books, second.desk.member, tmp_path / "stick")
    return first, second, third


def test_what_was_sealed_in_a_second_history_is_sealed_anew_and_nothing_is_lost(
    computers: Computers, tmp_path: Path
) -> None:
    first, second, third = forked_by_stick(computers, tmp_path)
    second.keeper.gave(DAY, 16, second.keeper.party("Bano"))
    computers.settle()
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2, 4, 8, 16]
    assert computers.agree()


def test_a_second_history_as_long_as_the_first_is_noticed_by_its_hash(
    computers: Computers, tmp_path: Path
) -> None:
    first, second, third = forked_by_stick(computers, tmp_path)
    second.keeper.gave(DAY, 16, second.keeper.party("Bano"))
    sync_by_file(second.books, second.desk.member, tmp_path / "stick")
    second.keeper.gave(DAY, 32, second.keeper.party("Chanda"))
    sync_by_file(second.books, second.desk.member, tmp_path / "stick")
    author = second.desk.member.author
    computers.settle()
    assert second.desk.member.author != author
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2, 4, 8, 16, 32]
    assert computers.agree()


def test_who_took_the_second_history_in_by_a_stick_comes_to_the_same_books(
    computers: Computers, tmp_path: Path
) -> None:
    first, second, third = forked_by_stick(computers, tmp_path)
    third.keeper.gave(DAY, 16, third.keeper.party("Chanda"))
    sync_by_file(third.books, third.desk.member, tmp_path / "stick")
    assert 8 in third.amounts()
    computers.settle(4)
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2, 4, 8, 16]
    assert computers.agree()
    assert alarms.FORK in {*second.alarms(), *third.alarms()}


def test_wherever_it_stops_while_it_leaves_a_second_history_all_it_holds_is_told(tmp_path: Path) -> None:
    stopped, moment = True, 0
    while stopped:
        folder = tmp_path / str(moment)
        folder.mkdir()
        floor = Floor(folder)
        first, second = floor.first(), floor.another()
        aslam = second.keeper.party("Aslam")
        floor.settle()
        vault, marks = second.member.around.vault, second.member.around.folder
        assert isinstance(vault, MemoryVault)
        kept = dict(vault.kept)
        second.books.close()
        shutil.copy(second.books.path, folder / "copy.khata")
        shutil.copytree(marks, folder / "copy")
        second.reopen()
        second.keeper.gave(DAY, 1, aslam)
        second.step()
        second.books.close()
        shutil.copy(folder / "copy.khata", second.books.path)
        shutil.copytree(folder / "copy", marks, dirs_exist_ok=True)
        vault.kept = kept
        second.reopen()
        second.keeper.gave(DAY, 2, aslam)
        sync_by_file(second.books, second.member, folder / "stick")
        stopped = stops_at(second, moment)
        floor.settle()
        rows = first.books.query(
            lambda s: s.execute("SELECT total_minor FROM vouchers ORDER BY 1").fetchall()
        )
        assert rows == [(1,), (2,)]
        assert are_right(first, second)
        floor.close()
        moment += 1
    assert moment > 10


def test_two_histories_that_meet_on_a_stick_lose_nothing_either(computers: Computers, tmp_path: Path) -> None:
    first, second, third = forked_by_stick(computers, tmp_path)
    first.step()
    sync_by_file(first.books, first.desk.member, tmp_path / "other stick")
    author = second.desk.member.author
    sync_by_file(second.books, second.desk.member, tmp_path / "other stick")
    assert second.desk.member.author != author
    assert second.amounts() == [1, 2, 4, 8]
    for one in (first, third):
        sync_by_file(one.books, one.desk.member, tmp_path / "other stick")
    assert first.amounts() == third.amounts() == [1, 2, 4, 8]
    assert computers.agree()


def test_a_stick_that_holds_more_of_our_chain_stops_us_in_time(computers: Computers, tmp_path: Path) -> None:
    first, second, third = three(computers)
    aslam = second.keeper.party("Aslam")
    computers.settle()
    second.copy_to(tmp_path / "image")
    second.keeper.gave(DAY, 1, aslam)
    second.step()
    first.step()
    sync_by_file(first.books, first.desk.member, tmp_path / "stick")
    second.put_back(tmp_path / "image")
    second.keeper.gave(DAY, 2, second.keeper.party("Bano"))
    author = second.desk.member.author
    sync_by_file(second.books, second.desk.member, tmp_path / "stick")
    assert second.desk.member.author != author
    sync_by_file(first.books, first.desk.member, tmp_path / "stick")
    computers.settle()
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2]
    assert computers.agree()
    held = third.books.query(
        lambda s: s.execute("SELECT encoded FROM sync_changesets WHERE author = ?", (author,)).fetchall()
    )
    assert len({read_changeset(encoded).header.seq for (encoded,) in held}) == len(held)


def test_numbers_typed_twice_under_one_series_are_told(computers: Computers, tmp_path: Path) -> None:
    first, second, _ = three(computers)
    aslam = second.keeper.party("Aslam")
    computers.settle()
    second.copy_to(tmp_path / "image")
    number = second.keeper.gave(DAY, 1, aslam).number
    second.step()
    second.put_back(tmp_path / "image")
    assert Shopkeeper(second.books).gave(DAY, 2, aslam).number == number
    computers.settle()
    assert first.amounts() == [1, 2]
    assert computers.agree()
