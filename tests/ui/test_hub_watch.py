"""The window looks after the hub: one that broke down comes back, and a port that is taken is told."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from pytestqt.qtbot import QtBot

from khata_desktop.sync.door import Door
from khata_desktop.sync.hub import Hub
from khata_desktop.ui.sync_way import SyncWay

Watch = Callable[[Hub], SyncWay]


@pytest.fixture
def watch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    ways: list[SyncWay] = []
    monkeypatch.setattr("khata_desktop.ui.sync_way._LOOK_AFTER_MS", 200)

    def begin(hub: Hub) -> SyncWay:
        way = SyncWay(lambda: Door(hub))
        ways.append(way)
        way.start_hub()
        return way

    yield begin
    for way in ways:
        way.stop()


def test_a_hub_that_broke_down_comes_back_by_itself(tmp_path: Path, watch: Watch, qtbot: QtBot) -> None:
    hub = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    way = watch(hub)
    qtbot.waitUntil(lambda: bool(way.hub_url), timeout=20_000)
    url, broken = way.hub_url, hub._process
    assert broken is not None
    broken.kill()
    broken.wait()
    qtbot.waitUntil(lambda: hub.runs and hub._process is not broken, timeout=20_000)
    qtbot.waitUntil(lambda: hub.url == url, timeout=20_000)
    assert requests.get(f"{url}/healthz", timeout=5).ok
    assert way.hub_fault is None


def test_a_taken_port_is_told_until_it_is_free(tmp_path: Path, watch: Watch, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        way = watch(Hub(tmp_path / "hub", host="127.0.0.1", port=port))
        qtbot.waitUntil(lambda: way.hub_fault is not None, timeout=20_000)
        assert f"uses port {port}" in str(way.hub_fault)
        assert not way.hub_starting
    qtbot.waitUntil(lambda: bool(way.hub_url), timeout=20_000)
    assert way.hub_fault is None


def test_a_hub_that_was_switched_off_stays_off(tmp_path: Path, watch: Watch, qtbot: QtBot) -> None:
    hub = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    way = watch(hub)
    way.stop_hub()
    qtbot.waitUntil(lambda: not way.hub_starting and not hub.runs, timeout=20_000)
    qtbot.wait(600)
    assert not hub.runs
    assert not way.hub_url
