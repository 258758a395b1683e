"""The window keeps its book in step with a real server, beside whatever the shop does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.sync.door import Door
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.ui.sync_keeper import SyncKeeper
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer(Settings.embedded(tmp_path / "server"))
    running.start_in_thread()
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")


def test_an_entry_here_reaches_the_server_by_itself(
    tmp_path: Path, qtbot: QtBot, server: RunningServer
) -> None:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Shop", currency_code="PKR").close()
    door = Door()
    desk, phrase = door.switch_on(path, f"http://127.0.0.1:{server.port}", None, None)
    assert door.is_phrase(phrase)
    keeper = SyncKeeper(path, lambda: door)
    keeper.begin(lambda: desk)
    qtbot.waitUntil(lambda: keeper.state.last is not None, timeout=10_000)
    assert (keeper.state.on, keeper.state.is_admin, keeper.state.devices) == (True, True, 1)
    with Books.open(path) as books:
        shopkeeper = Shopkeeper(books)
        shopkeeper.gave(DAY, 5, shopkeeper.party("Aslam"))
    before = keeper.state.last
    keeper.mark_changed()
    qtbot.waitUntil(lambda: keeper.state.last != before, timeout=10_000)
    assert keeper.state.unsent == 0
    got: list[object] = []
    keeper.do(lambda at: [line.name for line in at.devices()], got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=5_000)
    assert got == [[socket.gethostname()]]
    keeper.stop()


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(
    tmp_path: Path, qtbot: QtBot, server: RunningServer
) -> None:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Shop", currency_code="PKR").close()
    door = Door()
    desk, _ = door.switch_on(path, f"http://127.0.0.1:{server.port}", None, None)
    keeper = SyncKeeper(path, lambda: door)
    keeper.begin(lambda: desk)
    qtbot.waitUntil(lambda: keeper.state.last is not None, timeout=10_000)
    server.stop()
    with Books.open(path) as books:
        Shopkeeper(books).party("Aslam")
    keeper.keep_in_step_now()
    qtbot.waitUntil(lambda: keeper.state.fault is not None, timeout=10_000)
    assert isinstance(keeper.state.fault, ServerUnreachable)
    assert keeper.state.unsent == 1
    keeper.stop()


def test_without_the_passphrase_the_keys_stay_locked(
    tmp_path: Path, qtbot: QtBot, server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Shop", currency_code="PKR").close()
    door = Door()
    desk, _ = door.switch_on(path, f"http://127.0.0.1:{server.port}", None, None)
    desk.close()
    monkeypatch.delenv("KHATA_PASSPHRASE")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    keeper = SyncKeeper(path, lambda: door)
    keeper.begin()
    qtbot.waitUntil(lambda: keeper.state.locked, timeout=10_000)
    keeper.unlock("open sesame")
    qtbot.waitUntil(lambda: keeper.state.last is not None, timeout=10_000)
    assert not keeper.state.locked
    keeper.stop()
