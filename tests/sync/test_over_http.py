"""Pairing, keeping in step, recovery: real books, a real server on a real port."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import pairing
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.errors import DeviceRevoked, OtherAddress, PairingRefused, ServerUnreachable
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.recovering import recover
from khata_desktop.wire.pairing import read_invitation
from tests.reports.shop import Shopkeeper
from tests.sync.bad_network import BadNetwork
from tests.sync.floor import DAY, MemoryVault


@dataclass
class Shop:
    """A server, and the computers around it."""

    folder: Path
    server: RunningServer
    opened: list[Books]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def around(self, letter: str) -> Surroundings:
        return Surroundings(vault=MemoryVault(), folder=self.folder / f"marks-{letter}")

    def first(self) -> tuple[Books, SyncDesk, str]:
        books = Books.create(self.folder / "A.khata", name="Shop", currency_code="PKR")
        self.opened.append(books)
        desk, phrase = SyncDesk.switch_on(books, self.around("A"), self.url)
        desk.keep_in_step()
        desk.leave_snapshot()
        return books, desk, phrase

    def another(self, letter: str, books: Books, desk: SyncDesk) -> tuple[Books, SyncDesk]:
        inviting = pairing.invite(books, desk.member, desk.transport, self.url)
        invitation = read_invitation(inviting.invitation.text())
        server = HttpServer(invitation.server_url)
        accepting = pairing.accept(invitation, server, self.around(letter), f"Till {letter}")
        assert pairing.look_for_offer(inviting, desk.transport)
        assert inviting.six_digits == pairing.wait_for_digits(accepting, server, lambda: True)
        pairing.confirm(books, desk.member, desk.transport, inviting)
        answer = pairing.wait_for_answer(accepting, server, lambda: True)
        joined, member = pairing.take_over(self.folder / f"{letter}.khata", accepting, answer, server)
        self.opened.append(joined)
        return joined, SyncDesk(joined, member, server)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    server = RunningServer(Settings.embedded(tmp_path / "server"))
    server.start_in_thread()
    made = Shop(tmp_path, server, [])
    yield made
    for books in made.opened:
        books.close()
    server.stop()


def digest(books: Books) -> bytes:
    return books.query(book_digest)


def test_three_computers_of_one_shop_keep_one_khata(shop: Shop) -> None:
    first, desk, _ = shop.first()
    keeper = Shopkeeper(first)
    aslam = keeper.party("Aslam")
    keeper.gave(DAY, 500, aslam)
    second, second_desk = shop.another("B", first, desk)
    third, third_desk = shop.another("C", first, desk)
    Shopkeeper(second).receive(DAY, 200, aslam)
    Shopkeeper(third).gave(DAY, 50, aslam)
    for _ in range(2):
        for one in (desk, second_desk, third_desk):
            one.keep_in_step()
    assert digest(first) == digest(second) == digest(third)
    assert [line.name for line in second_desk.devices()][:1] == ["Till B"]
    assert {line.series for line in desk.devices()} == {"A", "B", "C"}
    for books in shop.opened:
        assert verify_file(books.path, deep=True).findings == ()
    for one in (second_desk, third_desk):
        one.close()
    desk.close()


def test_who_is_shut_out_can_neither_push_nor_pull(shop: Shop) -> None:
    first, desk, _ = shop.first()
    second, second_desk = shop.another("B", first, desk)
    desk.keep_in_step()
    line = next(line for line in desk.devices() if not line.is_this)
    desk.shut_out(line.author)
    Shopkeeper(second).party("Late")
    with pytest.raises(DeviceRevoked):
        second_desk.keep_in_step()
    desk.keep_in_step()
    assert next(one for one in desk.devices() if not one.is_this).is_shut_out
    second_desk.close()
    desk.close()


def test_the_phrase_alone_brings_the_books_back(shop: Shop) -> None:
    first, desk, phrase = shop.first()
    keeper = Shopkeeper(first)
    keeper.gave(DAY, 777, keeper.party("Aslam"))
    desk.keep_in_step()
    desk.close()
    found, member = recover(shop.folder / "Z.khata", phrase, HttpServer(shop.url), shop.around("Z"))
    shop.opened.append(found)
    amounts = found.query(lambda s: s.execute("SELECT total_minor FROM vouchers").fetchall())
    assert amounts == [(777,)]
    assert Shopkeeper(found).gave(DAY, 1, Shopkeeper(found).party("Bano")).number.split("-")[1] == "B"
    again = SyncDesk(first, desk.member, HttpServer(shop.url))
    with pytest.raises(DeviceRevoked):
        again.keep_in_step()
    again.close()
    assert member.is_admin


def test_a_thief_of_the_code_is_found_out_by_the_digits(shop: Shop) -> None:
    first, desk, _ = shop.first()
    inviting = pairing.invite(first, desk.member, desk.transport, shop.url)
    server = HttpServer(shop.url)
    thief = pairing.accept(inviting.invitation, server, shop.around("T"), "Till B")
    with pytest.raises(PairingRefused):
        pairing.accept(inviting.invitation, server, shop.around("B"), "Till B")
    assert pairing.look_for_offer(inviting, desk.transport)
    pairing.refuse(desk.transport, inviting)
    with pytest.raises(PairingRefused):
        pairing.wait_for_answer(thief, server, lambda: True)
    server.close()
    desk.close()


def test_what_a_device_signs_for_a_liar_in_between_is_none_at_the_true_server(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    names = {"KHATA_SERVER_NAMES": f"127.0.0.1:{port}"}
    server = RunningServer(Settings.embedded(tmp_path / "server", variables=names), port=port)
    server.start_in_thread()
    liar = BadNetwork(port, 1)
    liar.bad = False
    around = Surroundings(vault=MemoryVault(), folder=tmp_path / "marks")
    with Books.create(tmp_path / "A.khata", name="Shop", currency_code="PKR") as books:
        desk, _ = SyncDesk.switch_on(books, around, f"http://127.0.0.1:{port}")
        desk.keep_in_step()
        desk.move_to(f"http://127.0.0.1:{liar.port}")
        with pytest.raises(OtherAddress):
            desk.keep_in_step()
        desk.close()
    liar.close()
    server.stop()


def test_without_a_server_nothing_is_switched_on(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
    around = Surroundings(vault=MemoryVault(), folder=tmp_path / "marks")
    with Books.create(tmp_path / "A.khata", name="Shop", currency_code="PKR") as books:
        with pytest.raises(ServerUnreachable):
            SyncDesk.switch_on(books, around, f"http://127.0.0.1:{port}")
        assert books.query(lambda s: s.execute("SELECT count(*) FROM sync_state").fetchone()) == (0,)
