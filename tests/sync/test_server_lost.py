"""A server that lost what it held, or part of it: whoever comes first tells it again what there is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from khata_desktop.server.tables import changesets
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import alarms
from khata_desktop.sync.errors import DeviceRevoked, ServerUnreachable, SignUpClosed, SignUpNeeded
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.member import SNAPSHOT_LEFT
from khata_desktop.sync.owed import Deed, owe
from khata_desktop.sync.recovering import recover
from khata_desktop.sync.rounds import vector_of
from tests.sync.bad_network import BadNetwork
from tests.sync.computers import Computer, Computers
from tests.sync.floor import DAY


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()


def busy(computers: Computers) -> tuple[Computer, Computer, Computer]:
    first, second, third = computers.first(), computers.another(), computers.another()
    aslam = first.keeper.party("Aslam")
    first.keeper.gave(DAY, 1, aslam)
    second.keeper.gave(DAY, 2, second.keeper.party("Bano"))
    computers.settle()
    return first, second, third


def lose_everything(computers: Computers) -> None:
    port = computers.port
    computers.end_server()
    computers.serve("fresh", port)


def on_server(computers: Computers, query: str, name: str = "fresh") -> list[tuple[Any, ...]]:
    with sqlite3.connect(computers.folder / name / "server.db") as database:
        rows: list[tuple[Any, ...]] = database.execute(query).fetchall()
    return rows


def test_a_server_whose_data_were_deleted_holds_everything_again(computers: Computers) -> None:
    first, second, third = busy(computers)
    lose_everything(computers)
    first.keeper.gave(DAY, 4, first.keeper.party("Chanda"))
    for one in (first, second, third, first):
        one.step()
    assert first.amounts() == second.amounts() == third.amounts() == [1, 2, 4]
    held = dict(on_server(computers, "SELECT author, last_seq FROM authors"))
    assert {one.desk.member.author for one in computers.all} == held.keys()
    assert held[first.desk.member.author]
    assert held[second.desk.member.author]
    assert alarms.ROLLED_BACK not in first.alarms()
    # With the phrase alone the books come back from it.
    books, _ = recover(
        computers.folder / "Z.khata", computers.phrase, HttpServer(computers.url),
        Computer(computers.folder / "Z").around,
    )  # fmt: skip
    with books:
        rows = books.query(lambda s: s.execute("SELECT total_minor FROM vouchers ORDER BY 1").fetchall())
        assert rows == [(1,), (2,), (4,)]


def test_a_device_that_is_no_admin_brings_a_server_back_too(computers: Computers) -> None:
    first, second, third = busy(computers)
    lose_everything(computers)
    second.keeper.gave(DAY, 4, second.keeper.party("Chanda"))
    second.step()
    third.step()
    assert third.amounts() == [1, 2, 4]
    assert on_server(computers, "SELECT count(*) FROM recovery_keys") == [(0,)]
    first.step()
    assert on_server(computers, "SELECT key_epoch FROM recovery_keys") == [(1,)]
    second.step()
    assert on_server(computers, "SELECT count(*) FROM snapshots") == [(1,)]
    assert computers.agree()


def test_who_was_shut_out_stays_so_on_a_server_that_lost_everything(computers: Computers) -> None:
    first, second, third = busy(computers)
    first.desk.shut_out(second.desk.member.author)
    third.step()
    lose_everything(computers)
    first.step()
    with pytest.raises(DeviceRevoked):
        second.step()
    assert third.step().waiting == 0
    # What it wrote while it was in is there for whoever comes later.
    late = computers.another()
    late.step()
    assert late.amounts() == [1, 2]
    keys = on_server(computers, "SELECT key_epoch FROM recovery_keys")
    assert keys == [(2,)]


def test_a_server_put_back_without_a_word_takes_devices_it_never_heard_of(computers: Computers) -> None:
    first, second = computers.first(), computers.another()
    first.step()
    port = computers.port
    computers.end_server()
    shutil.copytree(computers.folder / "server", computers.folder / "copy")
    computers.serve("server", port)
    third = computers.another()
    third.keeper.gave(DAY, 4, third.keeper.party("Chanda"))
    third.step()
    second.step()
    computers.end_server()
    shutil.rmtree(computers.folder / "server")
    shutil.copytree(computers.folder / "copy", computers.folder / "server")
    computers.serve("server", port)
    # The third is away: the second tells of it.
    second.keeper.gave(DAY, 8, second.keeper.party("Daud"))
    second.step()
    first.step()
    assert first.amounts() == [4, 8]


def test_one_author_whom_the_server_refuses_keeps_nobody_else_back(computers: Computers) -> None:
    first, second, third = busy(computers)
    second.keeper.gave(DAY, 3, second.keeper.party("Ejaz"))
    computers.settle()
    # What the server says of one chain does not go with the chain.
    with sqlite3.connect(computers.folder / "server" / "server.db") as database:
        database.execute(
            "UPDATE authors SET last_seq = last_seq - 1, last_hash = zeroblob(32) WHERE author = ?",
            (second.desk.member.author,),
        )
        database.execute(
            "DELETE FROM changesets WHERE author = ? AND seq = (SELECT last_seq + 1 FROM authors "
            "WHERE authors.author = changesets.author)",
            (second.desk.member.author,),
        )
    third.keeper.gave(DAY, 4, third.keeper.party("Chanda"))
    first.keeper.gave(DAY, 8, first.keeper.party("Daud"))
    third.step()
    first.step()
    first.step()
    third.step()
    assert first.amounts() == third.amounts() == [1, 2, 3, 4, 8]
    assert first.alarms() == [alarms.FORK]


def test_a_server_that_wants_a_phone_number_first_says_so(computers: Computers) -> None:
    first = computers.first()
    port = computers.port
    computers.end_server()
    sms = {"SMS_GATEWAY": "sendpk", "SMS_URL": "http://127.0.0.1:9", "SMS_KEY": "key", "SMS_SENDER": "Khata"}
    computers.serve("public", port, SIGN_UP="otp", **sms)
    with pytest.raises(SignUpNeeded, match="phone number"):
        first.step()
    computers.end_server()
    computers.serve("closed", port, SIGN_UP="closed")
    with pytest.raises(SignUpClosed, match="no new books"):
        first.step()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    assert first.amounts() == [1]


@pytest.fixture
def cable(computers: Computers) -> Iterator[BadNetwork]:
    network = BadNetwork(computers.port, 1)
    network.bad = False
    yield network
    network.close()


def test_who_is_shut_out_while_the_cable_is_pulled_is_shut_out_when_it_is_put_back(
    computers: Computers, cable: BadNetwork
) -> None:
    first, second, third = busy(computers)
    first.desk.move_to(f"http://127.0.0.1:{cable.port}")
    first.step()
    first.stop()
    cable.down = True
    first.start()
    with pytest.raises(ServerUnreachable):
        first.desk.shut_out(second.desk.member.author)
    first.stop()
    cable.down = False
    first.start()
    first.step()
    with pytest.raises(DeviceRevoked):
        second.step()
    keys = on_server(computers, "SELECT key_epoch FROM recovery_keys ORDER BY 1", "server")
    assert keys == [(1,), (2,)]
    third.step()
    assert third.desk.member.secrets.keys.newest == 2


def owed_again(uow: UnitOfWork) -> Outcome[None]:
    owe(uow.sync, (Deed.KEYS, b""), (Deed.SNAPSHOT, b""))
    uow.sync.put(SNAPSHOT_LEFT, b"")
    return Outcome(None, frozenset())


def test_keys_and_snapshot_reach_the_server_though_the_cable_is_pulled_in_between(
    computers: Computers, cable: BadNetwork
) -> None:
    first = computers.first()
    for table in ("recovery_keys", "snapshots"):
        with sqlite3.connect(computers.folder / "server" / "server.db") as database:
            database.execute(f"DELETE FROM {table}")
    first.books.execute(owed_again)
    cable.down = True
    first.desk.move_to(f"http://127.0.0.1:{cable.port}")
    with pytest.raises(ServerUnreachable):
        first.step()
    cable.down = False
    first.step()
    assert on_server(computers, "SELECT count(*) FROM recovery_keys", "server") == [(1,)]
    assert on_server(computers, "SELECT count(*) FROM snapshots", "server") == [(1,)]


@pytest.mark.parametrize("lost", [[3], [2, 4], [5], [1, 2, 3, 4, 5, 6, 7]])
def test_what_a_server_lost_of_a_chain_is_missed_and_brought_again_by_whoever_holds_it(
    computers: Computers, lost: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    first, second, third = busy(computers)
    bano = second.keeper.party("Chanda")
    for amount in (10, 20, 30, 40):
        second.keeper.gave(DAY, amount, bano)
        second.step()
    first.step()
    author = second.desk.member.author
    seqs = [seq for (seq,) in on_server(
        computers, f"SELECT seq FROM changesets WHERE author = x'{author.hex()}' ORDER BY seq", "server"
    )]  # fmt: skip
    gone = [seqs[number - 1] for number in lost if number <= len(seqs)]
    lose_changesets(computers, author, gone)
    missing_from_third = seqs[-1] - max(third.books.query(vector_of)[author], min(gone) - 1)
    with caplog.at_level("ERROR"):
        assert third.step().missing == missing_from_third
    # It stays missing though the server names it no longer, and is told after a while.
    assert [third.step().missing for _ in range(2)] == [missing_from_third] * 2
    assert (alarms.WITHHELD in third.alarms()) == (missing_from_third > 0)
    # Whose entries they are is away; the first computer has them too.
    first.step()
    assert third.step().missing == 0
    assert third.amounts() == [1, 2, 10, 20, 30, 40]
    assert alarms.GAP not in third.alarms()
    second.keeper.gave(DAY, 50, bano)
    computers.settle()
    assert computers.agree()


def lose_changesets(computers: Computers, author: bytes, seqs: list[int]) -> None:
    with computers.servers[computers.port].backend.database.writing() as connection:
        connection.execute(
            changesets.delete().where(changesets.c.author == author, changesets.c.seq.in_(seqs))
        )
