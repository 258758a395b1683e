"""Whoever was let in holds the keys, come or not: it is listed at once, and can be shut out at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.sync.desk import DeviceLine
from khata_desktop.sync.errors import DeviceRevoked
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.wire.changeset import RotationEntry, read_changeset
from tests.reports.shop import Shopkeeper
from tests.sync.computers import Computer, Computers
from tests.sync.floor import DAY
from tests.sync.strangers import Stranger


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()


def line_of(computer: Computer, name: str) -> DeviceLine:
    return next(line for line in computer.desk.devices() if line.name == name)


def shared_with(computer: Computer) -> list[set[bytes]]:
    """Return the devices that each new key in a computer's own chain is sealed to."""
    member = computer.desk.member
    rows = computer.books.query(lambda s: SyncStore(s).changesets_after(member.author, 0, 999))
    bodies = [read_changeset(row.encoded).open(member.secrets.keys) for row in rows]
    entries = [entry for body in bodies for entry in body.entries if isinstance(entry, RotationEntry)]
    return [{bytes(device) for device, _ in entry.shares} for entry in entries]


def test_who_was_let_in_is_listed_at_once_by_everybody_and_then_as_come(computers: Computers) -> None:
    first, second = computers.first(), computers.another()
    stranger = Stranger(computers)
    computers.settle()
    for one in (first, second):
        line = line_of(one, "Bdev")
        assert (line.series, line.has_come, line.is_shut_out) == ("C", False, False)
        assert [other.has_come for other in one.desk.devices() if other.name != "Bdev"] == [True, True]
    first.desk.rename(line_of(first, "Bdev").author, "Godown")
    assert not line_of(first, "Godown").has_come
    stranger.register()
    first.step()
    assert line_of(first, "Godown").has_come
    assert len(first.desk.devices()) == 3


def test_who_never_came_is_shut_out_gets_no_key_and_never_comes_in(computers: Computers) -> None:
    first, second = computers.first(), computers.another()
    stranger = Stranger(computers)
    first.desk.shut_out(line_of(first, "Bdev").author)
    computers.settle()
    for one in (first, second):
        assert (line_of(one, "Bdev").has_come, line_of(one, "Bdev").is_shut_out) == (False, True)
    assert shared_with(first)[-1] == {bytes(one.desk.member.credential.device_id) for one in (first, second)}
    with pytest.raises(DeviceRevoked):
        stranger.register()
    with pytest.raises(DeviceRevoked):
        stranger.take_over()
    second.keeper.gave(DAY, 5, second.keeper.party("Aslam"))
    computers.settle()
    assert computers.agree()
    assert first.alarms() == second.alarms() == []
    # Its letters are not given a second time.
    third = computers.another()
    assert third.desk.member.credential.series == "D"
    assert line_of(third, "Bdev").is_shut_out


def test_who_came_while_it_was_shut_out_can_do_nothing_more_at_the_server(computers: Computers) -> None:
    first, second = computers.first(), computers.another()
    stranger = Stranger(computers)
    author = line_of(first, "Bdev").author
    stranger.take_over()
    stranger.home.step()
    first.desk.shut_out(author)
    stranger.home.keeper.party("Late")
    with pytest.raises(DeviceRevoked):
        stranger.home.step()
    computers.settle()
    for one in (first, second):
        assert line_of(one, "Bdev").is_shut_out
        names = one.books.query(lambda s: s.execute("SELECT name FROM parties").fetchall())
        assert ("Late",) not in names
    assert computers.agree()
    stranger.home.stop()


def test_what_it_brings_by_a_stick_counts_nowhere(computers: Computers, tmp_path: Path) -> None:
    first, second = computers.first(), computers.another()
    aslam = first.keeper.party("Aslam")
    computers.settle()
    stranger = Stranger(computers)
    # It took everything over before anybody knew of it at the server, and keeps to a stick from now on.
    stranger.take_over()
    theirs = stranger.home
    author = theirs.desk.member.author
    first.desk.shut_out(line_of(first, "Bdev").author)
    Shopkeeper(theirs.books).gave(DAY, 9, aslam)
    stick = tmp_path / "stick"
    theirs.desk.go_by_file(stick)
    for one in (second, first, second, first):
        one.desk.go_by_file(stick)
    for one in (first, second):
        assert one.amounts() == []
        rows = one.books.query(lambda s: SyncStore(s).changesets_after(author, 0, 999))
        assert {row.state for row in rows} == {ChangesetState.EXCLUDED}
    stranger.home.stop()


def test_a_shutting_out_that_the_server_lost_is_told_it_again(computers: Computers) -> None:
    first = computers.first()
    stranger = Stranger(computers)
    first.desk.shut_out(line_of(first, "Bdev").author)
    computers.end_server()
    port = computers.serve("another server")
    first.desk.move_to(f"http://127.0.0.1:{port}")
    for _ in range(3):
        first.step()
    stranger.server = HttpServer(f"http://127.0.0.1:{port}")
    with pytest.raises(DeviceRevoked):
        stranger.register()
    computers.port = port
