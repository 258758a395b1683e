"""What the simulator found, each once more by itself: the shop goes on rightly after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from khata_desktop.domain.clock import Clock
from khata_desktop.reports.reviews import open_reviews
from khata_desktop.services.books import Books
from khata_desktop.services.records import save_item
from khata_desktop.storage.book_file import BookFile
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import alarms
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.sync.loading import load_member
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author
from tests.reports.shop import Shopkeeper
from tests.simulation.disk import Crash, FragileBooks, FragileSurroundings, FragileVault, StopsAt
from tests.sync.floor import DAY, Device, Floor, MemoryVault
from tests.sync.servers import MemoryServer, MemoryTransport


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


def test_wherever_a_computer_stops_while_it_goes_on_under_a_new_epoch_all_it_holds_is_told(
    floor: Floor, tmp_path: Path
) -> None:
    first = floor.first()
    aslam = first.keeper.party("Aslam")
    for moment in range(100):
        second = floor.another()
        # Neither of these was ever sealed; then what is known outside of how far it had sealed is lost.
        second.keeper.gave(DAY, 1000 + moment, aslam)
        second.member.high_water.path.unlink()
        stopped = stops_at(second, moment)
        floor.settle()
        assert are_right(first, second)
        floor.devices.remove(second)
        second.books.close()
        (tmp_path / "B.khata").unlink()
        if not stopped:
            break
    amounts = first.books.query(
        lambda s: s.execute(
            "SELECT total_minor FROM vouchers WHERE total_minor >= 1000 ORDER BY 1"
        ).fetchall()
    )
    assert [amount for (amount,) in amounts] == [1000 + number for number in range(moment + 1)]
    assert 10 < moment < 99


@pytest.mark.parametrize("again", [False, True])
def test_wherever_an_admin_stops_while_a_device_is_shut_out_the_others_can_read_on(
    again: bool, tmp_path: Path
) -> None:
    stopped, moment = True, 0
    while stopped:
        folder = tmp_path / str(moment)
        folder.mkdir()
        floor = Floor(folder)
        first, second, third = floor.first(), floor.another(), floor.another()
        floor.settle()
        author = second.member.author

        def shut_out(device: Device, author: Author = author) -> None:
            shut_out_device(device.books, device.member, author, now_ms=0)

        stopped = stops_at(first, moment, shut_out)
        if again:
            shut_out(first)
        first.keeper.gave(DAY, 7, first.keeper.party("Aslam"))
        for device in (first, third, first, third):
            device.step()
        assert are_right(first, third)
        assert third.books.query(lambda s: s.execute("SELECT count(*) FROM vouchers").fetchone()) == (1,)
        floor.close()
        moment += 1
    assert moment > 3


def test_a_server_put_back_to_before_a_device_was_known_is_told_of_all_again(floor: Floor) -> None:
    floor.first()
    second, third = floor.another(), floor.another()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    floor.settle()
    server = floor.server
    assert server is not None
    server.instance = b"restored from 16"
    for known in (server.stored, server.heads, server.credentials):
        known.clear()
    server.order.clear()
    # Those who are away cannot tell of themselves; whoever comes first tells of all.
    third.step()
    assert set(server.credentials) == {device.member.author for device in floor.devices}
    assert (second.member.author, 1) in server.order


def test_who_holds_what_a_shut_out_device_sent_too_late_is_not_shut_out_itself(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    late = second.keeper.gave(DAY, 4, second.keeper.party("Chanda"))
    second.step()
    third.step()
    # The owner had not heard of that yet.
    revocation = shut_out_device(first.books, first.member, second.member.author, now_ms=0)
    first.transport.revoke(second.member.author, revocation)
    server = floor.server
    assert server is not None
    server.instance = b"restored from 16"
    server.order.clear()
    server.stored.clear()
    server.heads.clear()
    for device in (third, first, third, first):
        device.step()
    assert are_right(first, third)
    held = first.books.query(lambda s: s.execute("SELECT id FROM vouchers").fetchall())
    assert held == [(late.voucher_id,)]


def test_a_busy_server_is_not_taken_for_one_that_withholds(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()

    class Busy(MemoryTransport):
        """Takes something of the other till in after each answer."""

        def pull(self, vector: Mapping[Author, int]) -> Pulled:
            answer = super().pull(vector)
            second.keeper.gave(DAY, 1, aslam)
            second.step()
            return answer

    assert floor.server is not None
    first.transport = Busy(floor.server)
    for _ in range(5):
        first.step()
    assert first.alarms() == []


def test_a_stick_of_a_device_that_joined_late_alarms_nobody(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(), floor.another()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    first.step()
    third = floor.another()
    first.keeper.gave(DAY, 2, first.keeper.party("Bano"))
    first.step()
    third.step()
    stick = tmp_path / "stick"
    for device in (third, second):
        sync_by_file(device.books, device.member, stick)
    assert second.alarms() == []
    second.step()
    assert are_right(first, second, third)


def test_an_edit_that_comes_after_the_one_that_replaced_it_shows_nowhere(floor: Floor) -> None:
    first = floor.first()
    sugar = first.keeper.item("Sugar", unit="kg", price_e4=10)
    second, third = floor.another(), floor.another()
    floor.settle()
    # Its clock is far ahead, so that its edit would win over any other of the same moment.
    ahead = floor.time.moment + timedelta(hours=10)
    second.books.clock = Clock(lambda: ahead)
    second.books.execute(save_item, {"price_e4": 20}, item_id=sugar)
    second.step()
    third.step()
    third.keeper.party("Aslam")
    third.step()
    third.books.execute(save_item, {"price_e4": 30}, item_id=sugar)
    third.step()
    assert floor.server is not None
    first.transport = Hides(floor.server, second.member.author)
    first.step()
    first.transport = floor.server.for_device()
    floor.settle()
    assert are_right(first, second, third)
    assert first.books.query(lambda s: s.execute("SELECT price_e4 FROM items").fetchone()) == (30,)
    assert first.books.query(open_reviews) == []


def test_entries_nobody_can_take_in_hide_none_that_stand_behind_them(floor: Floor) -> None:
    first, stranger, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    aslam = stranger.keeper.party("Aslam")
    for amount in range(5):
        stranger.keeper.gave(DAY, 10 + amount, aslam)
        stranger.step()
    assert floor.server is not None
    # It does not know of those entries either, so that its own rest on none of them.
    third.transport = Hides(floor.server, stranger.member.author)
    third.keeper.gave(DAY, 1, third.keeper.party("Bano"))
    third.step()

    class SmallPages(MemoryTransport):
        """Gives two changesets an answer, and one author's in bytes that are no longer its own."""

        def pull(self, vector: Mapping[Author, int]) -> Pulled:
            later = [
                (author, self.server.stored[author, seq])
                for author, seq in self.server.order
                if seq > vector.get(author, 0)
            ]
            page = tuple(
                encoded[:-1] + bytes([encoded[-1] ^ 1]) if author == stranger.member.author else encoded
                for author, encoded in later[:2]
            )
            return replace(super().pull(vector), changesets=page, more=len(later) > 2)

    first.transport = SmallPages(floor.server)
    first.step()
    rows = first.books.query(lambda s: s.execute("SELECT total_minor FROM vouchers").fetchall())
    assert rows == [(1,)]


class Hides(MemoryTransport):
    """A server that keeps what one author wrote back."""

    def __init__(self, server: MemoryServer, author: Author) -> None:
        super().__init__(server)
        self._author = author

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        answer = super().pull(vector)
        kept = [c for c in answer.changesets if read_changeset(c).header.author != self._author]
        return replace(answer, changesets=tuple(kept))


def stops_at(device: Device, moment: int, act: Callable[[Device], object] = Device.step) -> bool:
    """Let a device act on a computer that stops at a moment, and start it again; return whether it did."""
    danger = StopsAt(Random(0), moments=moment)
    clock, path = device.books.clock, device.books.path
    vault = device.member.around.vault
    assert isinstance(vault, MemoryVault | FragileVault)
    around = FragileSurroundings(
        vault=FragileVault(danger, vault.kept),
        folder=device.member.around.folder,
        random=device.member.around.random,
        danger=danger,
    )
    device.books.close()
    books = FragileBooks(BookFile.open(path), clock)
    device.books, device.member = books, load_member(books, around)
    books.danger = danger
    try:
        act(device)
        stopped = False
    except Crash:
        stopped = True
    danger.moments = -1
    device.books.close()
    device.books = Books.open(path, clock=clock)
    device.member, device.keeper = load_member(device.books, around), Shopkeeper(device.books)
    return stopped


class GoesDown(MemoryTransport):
    """A server that goes down before anything is handed over."""

    def push(self, changesets: Sequence[bytes]) -> None:
        raise ServerUnreachable(server="memory:")
