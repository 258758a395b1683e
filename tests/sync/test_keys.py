"""The keys and marks of a device: never lost, never another book's, and each epoch one book's alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.config import user_data_dir
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.database import copy_file
from khata_desktop.storage.restoring import restore
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.errors import AlreadySyncing, KeysMissing, OtherKeysThere
from khata_desktop.sync.founding import found_ledger, fresh_secrets
from khata_desktop.sync.high_water import chain_name
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.loading import load_member
from khata_desktop.sync.member import Surroundings, secret_name
from khata_desktop.wire.ledger_keys import LedgerKeys
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY, Device, Floor, MemoryVault


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def opened(floor: Floor, path: Path, like: Device) -> Device:
    """Open another book with the key store and the marks of a computer."""
    assert floor.server is not None
    books = Books.open(path, clock=floor.time.clock())
    member = load_member(books, like.member.around)
    device = Device(books, member, floor.server.for_device(), Shopkeeper(books))
    floor.devices.append(device)
    return device


def stop(floor: Floor, device: Device) -> Path:
    device.books.close()
    floor.devices.remove(device)
    return device.books.path


def epochs_of(device: Device) -> int:
    """Return how many epochs of a device the book knows."""
    own = device.member.credential.device_id
    rows = device.books.query(lambda session: SyncStore(session).authors())
    return sum(row.device_id == own for row in rows)


def amounts(device: Device) -> list[int]:
    rows = device.books.query(lambda s: s.execute("SELECT total_minor FROM vouchers ORDER BY 1").fetchall())
    return [amount for (amount,) in rows]


def test_switching_sync_on_twice_leaves_the_keys_as_they_are(floor: Floor) -> None:
    device = floor.first()
    with pytest.raises(AlreadySyncing, match="let another device in"):
        found_ledger(device.books, device.member.around, "memory:")
    device.books.close()
    device.reopen()
    device.keeper.gave(DAY, 5, device.keeper.party("Aslam"))
    device.step()
    assert floor.server is not None
    assert floor.server.heads[device.member.author][0] > 0


def test_copies_of_a_book_that_are_each_switched_on_keep_keys_of_their_own(tmp_path: Path) -> None:
    around = Surroundings(vault=MemoryVault(), folder=tmp_path / "marks", random=os.urandom)
    with Books.create(tmp_path / "one.khata", name="Shop", currency_code="PKR") as books:
        pass
    copy_file(tmp_path / "one.khata", tmp_path / "two.khata")
    members = []
    for name in ("one", "two"):
        with Books.open(tmp_path / f"{name}.khata") as books:
            members.append(found_ledger(books, around, "memory:").member)
    for name, founded in zip(("one", "two"), members, strict=True):
        with Books.open(tmp_path / f"{name}.khata") as books:
            member = load_member(books, around)
            assert member.author == founded.author
            assert member.high_water.read() == (member.author, 0, bytes(32))


def test_keys_are_never_put_in_the_place_of_others(floor: Floor) -> None:
    device = floor.first()
    others = fresh_secrets(device.member.around, LedgerKeys({1: bytes(32)}))
    member = device.member
    member.around.vault.save(secret_name(chain_name(member.credential), 1), others.packed())
    with pytest.raises(OtherKeysThere, match="nothing was changed"):
        member.keep(member.secrets)
    with pytest.raises(KeysMissing):
        load_member(device.books, member.around)


def test_two_copies_used_in_turn_take_one_epoch_each_and_come_to_the_same_books(
    floor: Floor, tmp_path: Path
) -> None:
    first, second = floor.first(), floor.another()
    aslam = first.keeper.party("Aslam")
    first.keeper.gave(DAY, 1, aslam)
    floor.settle()
    author = first.member.author
    copy = opened(floor, copy_file(first.books.path, tmp_path / "copy.khata"), first)
    for amount in (2, 8, 32):
        for device, more in ((copy, amount), (first, 2 * amount)):
            device.keeper.gave(DAY, more, aslam)
            device.step()
    floor.settle()
    assert first.member.author == author
    assert copy.member.author != author
    assert epochs_of(first) == epochs_of(copy) == 2
    assert amounts(first) == amounts(second) == amounts(copy) == [1, 2, 4, 8, 16, 32, 64]
    assert first.digest() == second.digest() == copy.digest()
    assert not first.alarms() + second.alarms() + copy.alarms()


def test_the_list_of_devices_shows_a_copy_as_this_computer_under_a_name_that_steers_nothing(
    floor: Floor, tmp_path: Path
) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    name = {"name": "\x1b[2J\u202eTill\nB"}
    device = second.member.device

    def rename(uow: UnitOfWork) -> Outcome[None]:
        uow.change_record(Entity.DEVICE, device, {**name})
        return Outcome(None, EVERYTHING)

    second.books.execute(rename)
    copy = opened(floor, copy_file(first.books.path, tmp_path / "copy.khata"), first)
    floor.settle()
    for one in (first, copy):
        desk = SyncDesk(one.books, one.member, HttpServer("http://127.0.0.1:9"))
        listed = [(line.is_this, line.series, line.name) for line in desk.devices()]
        desk.close()
        assert listed == [(True, "A2", "This computer"), (False, "B", "[2JTill B")]


def test_a_book_that_was_moved_goes_on_as_before(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    author = first.member.author
    there = tmp_path / "elsewhere" / "shop.khata"
    there.parent.mkdir()
    shutil.move(stop(floor, first), there)
    moved = opened(floor, there, first)
    moved.keeper.gave(DAY, 1, moved.keeper.party("Aslam"))
    moved.step()
    assert moved.member.author == author
    # What stood there before comes back, as from a disk that was not plugged in.
    back = opened(floor, copy_file(there, tmp_path / "A.khata"), moved)
    back.step()
    assert back.member.author != author
    moved.step()
    assert moved.member.author == author


def test_a_backup_restored_under_a_new_name_begins_an_epoch_and_gets_the_rest_back(
    floor: Floor, tmp_path: Path
) -> None:
    first = floor.first()
    aslam = first.keeper.party("Aslam")
    backup = copy_file(first.books.path, tmp_path / "backup.khata")
    first.keeper.gave(DAY, 1, aslam)
    first.step()
    author = first.member.author
    stop(floor, first).unlink()
    restored = opened(floor, backup, first)
    restored.keeper.gave(DAY, 2, aslam)
    for _ in range(2):
        restored.step()
    assert restored.member.credential.epoch == 2
    assert author != restored.member.author
    assert amounts(restored) == [1, 2]


def test_a_book_put_back_to_an_epoch_that_ended_begins_another(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    backup = copy_file(first.books.path, tmp_path / "backup.khata")
    begin_epoch(first.books, first.member)
    first.step()
    path = stop(floor, first)
    shutil.copy(backup, path)
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    again = opened(floor, path, first)
    again.step()
    assert again.member.credential.epoch == 3


def at_home(floor: Floor) -> Device:
    """Return a device whose marks lie where the program keeps them."""
    device = floor.first()
    shutil.copytree(device.member.around.folder, user_data_dir() / "sync")
    device.member.around = Surroundings(vault=device.member.around.vault, folder=user_data_dir() / "sync")
    return device


def test_a_book_that_was_put_back_numbers_its_first_voucher_anew_before_it_meets_anybody(
    floor: Floor, tmp_path: Path
) -> None:
    first = at_home(floor)
    aslam = first.keeper.party("Aslam")
    first.keeper.gave(DAY, 1, aslam)
    first.step()
    backup = copy_file(first.books.path, tmp_path / "backup.khata")
    lost = first.keeper.gave(DAY, 2, aslam)
    first.step()
    path = stop(floor, first)
    for beside in ("", "-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    backup.rename(path)
    with Books.open(path) as books:
        typed = Shopkeeper(books).gave(DAY, 4, aslam)
    with Books.open(path) as books:
        another = Shopkeeper(books).gave(DAY, 8, aslam)
    assert lost.number.split("-")[1] == "A"
    assert [one.number.split("-")[1:] for one in (typed, another)] == [["A2", "000001"], ["A2", "000002"]]
    again = opened(floor, path, first)
    for _ in range(2):
        again.step()
    assert again.keeper.gave(DAY, 16, aslam).number.split("-")[1:] == ["A2", "000003"]
    assert amounts(again) == [1, 2, 4, 8, 16]
    numbers = again.books.query(lambda s: s.execute("SELECT number FROM vouchers").fetchall())
    assert len(set(numbers)) == 5


def test_a_backup_restored_under_the_hands_of_who_sells_numbers_anew_at_once(
    floor: Floor, tmp_path: Path
) -> None:
    first = at_home(floor)
    aslam = first.keeper.party("Aslam")
    first.step()
    backup = copy_file(first.books.path, tmp_path / "backup.khata")
    first.keeper.gave(DAY, 1, aslam)
    first.step()
    restore(backup, first.books.path, now=floor.time.moment)
    assert first.keeper.gave(DAY, 2, aslam).number.split("-")[1:] == ["A2", "000001"]
    first.step()
    first.step()
    assert amounts(first) == [1, 2]
    assert first.member.credential.epoch == 2


def test_a_book_that_was_not_put_back_keeps_its_numbers(floor: Floor) -> None:
    first = at_home(floor)
    aslam = first.keeper.party("Aslam")
    for amount in (1, 2):
        first.keeper.gave(DAY, amount, aslam)
        first.step()
        first.books.close()
        first.reopen()
    # Stopped after sealing and before it was noted outside: the book is ahead.
    first.keeper.gave(DAY, 4, aslam)
    mark = first.member.high_water.read()
    assert mark is not None
    first.step()
    first.member.high_water.write(mark)
    first.books.close()
    first.reopen()
    assert first.keeper.gave(DAY, 8, aslam).number.split("-")[1] == "A"
    assert first.step().sent == 1
    assert first.member.credential.epoch == 1


def test_marks_are_for_their_user_alone(floor: Floor) -> None:
    mark = floor.first().member.high_water.path
    assert mark.stat().st_mode & 0o077 == 0
    assert mark.parent.stat().st_mode & 0o077 == 0
