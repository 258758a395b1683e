"""The folder of keys and marks put back older than the book: nothing typed since is stranded by it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.errors import KeysMissing
from khata_desktop.sync.member import KEY_EPOCH
from tests.sync.computers import Computer, Computers
from tests.sync.floor import DAY


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()


def home_of(computer: Computer) -> Path:
    return computer.folder / "home"


def put_home_back(computer: Computer, older: Path) -> None:
    computer.stop()
    shutil.rmtree(home_of(computer))
    shutil.copytree(older, home_of(computer))
    computer.start()


def key_epoch(computer: Computer) -> int:
    return computer.books.query(lambda session: SyncStore(session).get_number(KEY_EPOCH))


def test_a_computer_that_lost_the_keys_of_its_epoch_goes_on_under_another(
    computers: Computers, tmp_path: Path
) -> None:
    first, second = computers.first(), computers.another()
    older = shutil.copytree(home_of(second), tmp_path / "older")
    aslam = second.keeper.party("Aslam")
    begin_epoch(second.books, second.desk.member)
    second.keeper.gave(DAY, 1, aslam)
    second.step()
    second.keeper.gave(DAY, 2, aslam)
    put_home_back(second, older)
    assert second.desk.member.credential.epoch == 3
    second.keeper.gave(DAY, 4, aslam)
    computers.settle()
    assert first.amounts() == second.amounts() == [1, 2, 4]
    assert computers.agree()
    assert first.alarms() + second.alarms() == []
    second.stop()
    second.start()
    assert second.desk.member.credential.epoch == 3


@pytest.mark.parametrize("told", [False, True], ids=["before it was sent", "after it was sent"])
def test_an_admin_that_lost_the_key_it_made_takes_it_from_its_book(
    told: bool, computers: Computers, tmp_path: Path
) -> None:
    first, second, third = computers.first(), computers.another(), computers.another()
    computers.settle()
    older = shutil.copytree(home_of(first), tmp_path / "older")
    shut_out_device(first.books, first.desk.member, third.desk.member.author, now_ms=0)
    assert key_epoch(first) == 2
    if told:
        first.step()
    computers.all.remove(third)
    third.stop()
    put_home_back(first, older)
    assert first.desk.member.secrets.keys.newest == 2
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    computers.settle()
    assert first.amounts() == second.amounts() == [1]
    assert computers.agree()


def test_a_member_that_lost_two_keys_and_its_epoch_takes_them_from_its_book(
    computers: Computers, tmp_path: Path
) -> None:
    first, second = computers.first(), computers.another()
    older = shutil.copytree(home_of(second), tmp_path / "older")
    for out in (computers.another(), computers.another()):
        computers.settle()
        first.desk.shut_out(out.desk.member.author)
        computers.all.remove(out)
        out.stop()
    computers.settle()
    assert key_epoch(second) == 3
    begin_epoch(second.books, second.desk.member)
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    put_home_back(second, older)
    computers.settle()
    assert first.amounts() == second.amounts() == [1]
    assert computers.agree()


def test_an_empty_folder_of_keys_says_where_what_was_typed_stays(
    computers: Computers, tmp_path: Path
) -> None:
    first = computers.first()
    (tmp_path / "older").mkdir()
    with pytest.raises(KeysMissing, match="stays in this file"):
        put_home_back(first, tmp_path / "older")
    # The desk that could not be opened is not closed again.
    computers.all.clear()
    first.books.close()
