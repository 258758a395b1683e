"""Deleting unusually much asks first: nobody else loses sight of anything before somebody has said yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.records import Entity
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import delete_record
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.holding_back import MANY, confirm
from khata_desktop.sync.usb_file import sync_by_file
from tests.sync.floor import DAY, Device, Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def parties(device: Device) -> int:
    row = device.books.query(lambda s: s.execute("SELECT count(*) FROM parties WHERE NOT deleted").fetchone())
    return int(row[0])


def shop_of(floor: Floor, customers: int) -> tuple[Device, Device, list[PartyId]]:
    first = floor.first()
    ids = [first.keeper.party(f"Customer {number}") for number in range(customers)]
    second = floor.another()
    floor.settle()
    return first, second, ids


def delete(device: Device, ids: list[PartyId]) -> None:
    for party_id in ids:
        device.books.execute(delete_record, Entity.PARTY, party_id)


def put_back(uow: UnitOfWork, party_id: PartyId) -> Outcome[None]:
    uow.change_record(Entity.PARTY, party_id, {"deleted": False})
    return Outcome(None, EVERYTHING)


def test_many_deletions_wait_for_a_yes_while_all_else_goes_on(floor: Floor) -> None:
    first, second, ids = shop_of(floor, 100)
    first.keeper.gave(DAY, 1, ids[99])
    delete(first, ids[:60])
    second.keeper.gave(DAY, 2, ids[98])
    second.step()
    step = first.step()
    assert step.held_back is not None
    assert (step.held_back.records, step.held_back.vouchers) == (60, 0)
    floor.settle()
    assert (parties(first), parties(second)) == (40, 100)
    for device in (first, second):
        rows = device.books.query(lambda s: s.execute("SELECT total_minor FROM vouchers").fetchall())
        assert sorted(rows) == [(1,), (2,)]
    first.books.execute(confirm)
    floor.settle()
    assert (parties(first), parties(second)) == (40, 40)
    assert first.digest() == second.digest()
    assert first.step().held_back is None


def test_deletions_that_were_put_back_are_asked_about_no_more(floor: Floor) -> None:
    first, second, ids = shop_of(floor, 60)
    delete(first, ids)
    assert first.step().held_back is not None
    for party_id in ids:
        first.books.execute(put_back, party_id)
    assert first.step().held_back is None
    floor.settle()
    assert (parties(first), parties(second)) == (60, 60)
    assert first.digest() == second.digest()


def test_few_deletions_and_a_small_part_of_much_go_out_unasked(floor: Floor) -> None:
    first, second, ids = shop_of(floor, 5 * MANY + 50)
    delete(first, ids[:MANY])
    assert first.step().held_back is None
    delete(first, ids[MANY : 2 * MANY - 1])
    assert first.step().held_back is None
    second.step()
    assert parties(second) == parties(first)


def test_many_voids_wait_for_a_yes_on_a_stick_too(floor: Floor, tmp_path: Path) -> None:
    first, second, ids = shop_of(floor, 1)
    bills = [first.keeper.gave(DAY, 1 + number, ids[0]) for number in range(MANY)]
    floor.settle()
    for bill in bills:
        first.books.execute(void_voucher, bill.voucher_id)
    sync_by_file(first.books, first.member, tmp_path / "stick")
    sync_by_file(second.books, second.member, tmp_path / "stick")
    live = "SELECT count(*) FROM vouchers WHERE status = 0"
    assert second.books.query(lambda s: s.execute(live).fetchone()) == (MANY,)
    first.books.execute(confirm)
    sync_by_file(first.books, first.member, tmp_path / "stick")
    sync_by_file(second.books, second.member, tmp_path / "stick")
    assert second.books.query(lambda s: s.execute(live).fetchone()) == (0,)
    assert first.digest() == second.digest()
