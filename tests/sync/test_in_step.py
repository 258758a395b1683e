"""Devices that keep in step end with the same books, whatever they did apart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.errors import DeviceRevoked
from khata_desktop.sync.loading import load_member
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY, Device, Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def same(*devices: Device) -> bool:
    return len({device.digest() for device in devices}) == 1


def test_what_was_there_before_and_what_comes_after_is_the_same_everywhere(floor: Floor) -> None:
    first = floor.first(before=30)
    second, third = floor.another(), floor.another()
    floor.settle()
    assert same(first, second, third)
    aslam = first.keeper.party("Aslam")
    first.keeper.gave(DAY, 500, aslam)
    second.keeper.gave(DAY, 70, second.keeper.party("Bano"))
    floor.settle()
    assert same(first, second, third)
    third.keeper.receive(DAY, 200, aslam)
    floor.settle()
    assert same(first, second, third)
    for device in floor.devices:
        assert verify_file(device.books.path, deep=True).findings == ()
        assert device.alarms() == []


def test_numbers_of_two_devices_never_collide(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    one = first.keeper.gave(DAY, 10, first.keeper.party("Aslam")).number
    other = second.keeper.gave(DAY, 10, second.keeper.party("Bano")).number
    assert one.split("-")[1] == "A"
    assert other.split("-")[1] == "B"


def test_a_void_and_a_payment_apart_come_together(floor: Floor) -> None:
    first = floor.first()
    aslam = first.keeper.party("Aslam")
    bill = first.keeper.gave(DAY, 500, aslam)
    second, third = floor.another(), floor.another()
    floor.settle()
    first.books.execute(void_voucher, bill.voucher_id)
    second.keeper.receive(DAY, 300, aslam)
    third.books.execute(void_voucher, bill.voucher_id)
    floor.settle()
    assert same(first, second, third)
    for device in floor.devices:
        assert verify_file(device.books.path, deep=True).findings == ()


def test_a_restored_book_goes_on_under_a_new_series_and_loses_nothing(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(before=3), floor.another()
    aslam = second.keeper.party("Aslam")
    second.keeper.gave(DAY, 1, aslam)
    second.step()
    second.keeper.gave(DAY, 2, aslam)
    path = second.books.path
    second.books.close()
    shutil.copy(path, tmp_path / "copy.khata")
    second.books = Books.open(path, clock=floor.time.clock())
    second.keeper = Shopkeeper(second.books)
    second.keeper.gave(DAY, 4, aslam)
    second.step()
    second.books.close()
    shutil.copy(tmp_path / "copy.khata", path)
    second.books = Books.open(path, clock=floor.time.clock())
    second.keeper = Shopkeeper(second.books)
    second.member = load_member(second.books, second.member.around)
    author = second.member.author
    second.step()
    assert second.member.author != author
    later = second.keeper.gave(DAY, 8, aslam)
    assert later.number.split("-")[1] == "B2"
    floor.settle()
    assert same(first, second)
    amounts = first.books.query(
        lambda s: s.execute("SELECT total_minor FROM vouchers WHERE total_minor < 10 ORDER BY 1").fetchall()
    )
    assert [amount for (amount,) in amounts] == [1, 2, 4, 8]
    for device in floor.devices:
        assert verify_file(device.books.path, deep=True).findings == ()


def test_who_is_shut_out_is_heard_no_more_and_reads_no_more(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    floor.settle()
    revocation = shut_out_device(first.books, first.member, second.member.author, now_ms=0)
    first.transport.revoke(second.member.author, revocation)
    bano = first.keeper.party("Bano")
    first.keeper.gave(DAY, 2, bano)
    first.step()
    first.keeper.gave(DAY, 3, bano)
    first.step()
    second.keeper.gave(DAY, 4, second.keeper.party("Chanda"))
    with pytest.raises(DeviceRevoked):
        second.step()
    for _ in range(3):
        first.step()
        third.step()
    assert same(first, third)
    known = first.books.query(lambda s: s.execute("SELECT total_minor FROM vouchers").fetchall())
    assert (4,) not in known
    assert third.member.secrets.keys.newest == 2
    assert second.member.secrets.keys.newest == 1


def test_a_server_that_was_restored_gets_everything_again(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    floor.settle()
    server = floor.server
    assert server is not None
    server.instance = b"restored from 16"
    server.order.clear()
    server.stored.clear()
    server.heads.clear()
    third = floor.another()
    floor.settle()
    assert same(first, second, third)
    assert {author for author, _ in server.order} >= {first.member.author, second.member.author}
    assert all(alarm.kind != "rolled_back" for device in floor.devices for alarm in device.alarms())
