"""What long runs of the simulator found, each once more by itself: nobody waits for ever after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.errors import DiskFault
from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.admitting import certify
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.shutting_out import shut_out_device
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.wire.identity import Author
from khata_desktop.wire.pairing import Offer
from khata_desktop.wire.snapshot import read_manifest
from tests.sync.floor import DAY, Floor
from tests.sync.test_after_faults import are_right


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def test_a_bill_of_a_device_shut_out_meanwhile_reaches_whoever_others_paid_it_with(floor: Floor) -> None:
    admin = floor.first()
    aslam = admin.keeper.party("Aslam")
    till, thief, counter = floor.another(), floor.another(), floor.another()
    floor.settle()
    # All but the admin's device see the thief's bill, its payment, and what was sold after that.
    thief.keeper.gave(DAY, 100, aslam)
    thief.step()
    till.step()
    till.keeper.receive(DAY, 100, aslam)
    till.step()
    counter.step()
    counter.keeper.gave(DAY, 70, aslam)
    counter.step()
    shut_out_device(admin.books, admin.member, thief.member.author, now_ms=0)
    floor.devices.remove(thief)
    # Each passes the bill on, having seen of the other what rests on it.
    floor.settle()
    thief.books.close()
    assert admin.step().waiting == 0
    assert are_right(admin, till, counter)


def test_a_later_epoch_of_a_device_shut_out_is_named_in_the_round_that_meets_it(floor: Floor) -> None:
    admin = floor.first()
    aslam = admin.keeper.party("Aslam")
    till, thief = floor.another(), floor.another()
    floor.settle()
    # Its book is put back, and only the till hears of what it enters after that before it is shut out.
    begin_epoch(thief.books, thief.member)
    thief.keeper.gave(DAY, 100, aslam)
    thief.step()
    till.step()
    first_author = next(
        row.author
        for row in admin.books.query(lambda s: SyncStore(s).authors())
        if row.device_id == thief.member.credential.device_id
    )
    shut_out_device(admin.books, admin.member, Author(first_author), now_ms=0)
    floor.devices.remove(thief)
    thief.books.close()
    # The admin's device hears of the epoch and names it; the till passes on what it had taken in.
    admin.step()
    till.step()
    admin.step()
    assert are_right(admin, till)
    assert till.books.query(lambda s: s.execute("SELECT count(*) FROM vouchers").fetchone()[0]) == 1


def test_a_device_first_met_after_the_key_changed_is_given_the_new_key(floor: Floor) -> None:
    admin = floor.first()
    thief, other_thief = floor.another(), floor.another()
    floor.settle()
    # It has joined, and the admin's device has not heard of it yet when the key changes, twice.
    newcomer = floor.another()
    for out in (thief, other_thief):
        shut_out_device(admin.books, admin.member, out.member.author, now_ms=0)
        floor.devices.remove(out)
        out.books.close()
    admin.keeper.gave(DAY, 100, admin.keeper.party("Aslam"))
    floor.settle()
    assert newcomer.member.secrets.keys.newest == 3
    assert are_right(admin, newcomer)
    newcomer.keeper.gave(DAY, 70, newcomer.keeper.party("Bano"))
    floor.settle()
    assert are_right(admin, newcomer)


def test_a_mark_that_cannot_be_written_is_a_fault_of_the_disk_and_costs_nothing(floor: Floor) -> None:
    first = floor.first()
    second = floor.another()
    floor.settle()
    first.keeper.gave(DAY, 100, first.keeper.party("Aslam"))
    # Where the folder of the marks was, a file lies in the way.
    folder = first.member.high_water.path.parent
    away = folder.rename(folder.with_name("away"))
    folder.touch()
    with pytest.raises(DiskFault):
        first.step()
    folder.unlink()
    away.rename(folder)
    floor.settle()
    assert are_right(first, second)
    assert second.books.query(lambda s: s.execute("SELECT count(*) FROM vouchers").fetchone()[0]) == 1


def test_a_clock_before_1970_keeps_nobody_from_letting_in_and_shutting_out(floor: Floor) -> None:
    admin = floor.first()
    till, thief = floor.another(), floor.another()
    floor.settle()
    long_ago = -60 * 365 * 86_400_000
    box = till.member.credential.certificate.box
    identity = till.member.credential.certificate.identity
    offer = Offer(device_id=DeviceId(new_id()), identity=identity, box=box, name="Till")
    certify(admin.books, admin.member, offer, now_ms=long_ago)
    digest = make_snapshot(admin.books, admin.member, admin.transport, now_ms=long_ago)
    sealed = read_manifest(admin.transport.get_blob(digest), admin.member.genesis.ledger_id)
    assert sealed.open(admin.member.genesis, admin.member.secrets.keys).made_ms == 0
    shut_out_device(admin.books, admin.member, thief.member.author, now_ms=long_ago)
    floor.devices.remove(thief)
    thief.books.close()
    floor.settle()
    assert are_right(admin, till)
