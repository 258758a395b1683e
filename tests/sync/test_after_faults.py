"""What the simulator found, each once more by itself: the shop goes on rightly after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import alarms
from khata_desktop.sync.errors import ServerUnreachable
from tests.sync.floor import DAY, Device, Floor
from tests.sync.servers import MemoryTransport


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def are_right(*devices: Device) -> bool:
    """Return whether the devices agree and their books are without findings, built anew from the log too."""
    return len({device.digest() for device in devices}) == 1 and not any(
        verify_file(device.books.path, deep=True).findings for device in devices
    )


def open_items(device: Device) -> list[tuple[str, int]]:
    query = """SELECT v.number, o.open_minor FROM open_items o JOIN vouchers v ON v.seq = o.voucher_seq
    ORDER BY v.number"""
    return device.books.query(lambda session: session.execute(query).fetchall())


def test_a_bill_paid_on_two_devices_at_once_is_overpaid_and_pays_the_next_one(floor: Floor) -> None:
    first = floor.first()
    aslam = first.keeper.party("Aslam")
    bill = first.keeper.gave(DAY, 100, aslam)
    second = floor.another()
    floor.settle()
    first.keeper.receive(DAY, 100, aslam)
    second.keeper.receive(DAY, 100, aslam)
    floor.settle()
    assert open_items(first) == [(bill.number, -100)]
    assert are_right(first, second)
    later = second.keeper.gave(DAY, 70, aslam)
    floor.settle()
    assert open_items(first) == [(bill.number, -30)]
    assert are_right(first, second)
    first.keeper.void(bill)
    second.keeper.void(later)
    floor.settle()
    assert first.digest() == second.digest()
    assert [amount for _, amount in open_items(first)] == [-100, -100]
    assert are_right(first, second)


def test_a_server_put_back_openly_is_not_blamed_for_it_later(floor: Floor) -> None:
    first = floor.first()
    server = floor.server
    assert server is not None
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    first.step()
    server.instance = b"restored from 16"
    kept = server.order.pop()
    del server.stored[kept]
    del server.heads[first.member.author]
    server.order.clear()
    server.stored.clear()
    way, first.transport = first.transport, GoesDown(server)
    with pytest.raises(ServerUnreachable):
        first.step()
    first.transport = way
    first.step()
    assert alarms.ROLLED_BACK not in {alarm.kind for alarm in first.alarms()}
    assert server.heads[first.member.author][0] == 1


class GoesDown(MemoryTransport):
    """A server that goes down before anything is handed over."""

    def push(self, changesets: Sequence[bytes]) -> None:
        raise ServerUnreachable(server="memory:")
