"""The hub: the shop's own server, started, looked after and ended by one of its computers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from khata_desktop.services.books import Books
from khata_desktop.sync import hub as hub_module
from khata_desktop.sync.door import Door
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.sync.hub import (
    Hub,
    address_for_others,
    find_hubs,
    is_for_this_computer_alone,
    own_address,
)
from khata_desktop.sync.pairing_errors import HubBroke, HubPortTaken
from khata_desktop.wire.pairing import read_invitation


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    made = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    yield made
    made.stop()


def answers(url: str) -> bool:
    try:
        return requests.get(f"{url}/healthz", timeout=5).status_code == 200
    except requests.ConnectionError:
        return False


def soon(holds: Callable[[], bool], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_a_hub_answers_while_it_runs_and_no_longer(hub: Hub) -> None:
    assert hub.can_run
    url = hub.start()
    assert hub.start() == url
    assert answers(url)
    assert isinstance(find_hubs(0.5), list)
    hub.stop()
    assert not hub.runs
    assert not hub.url
    assert not answers(url)


def test_a_taken_port_is_told_and_the_hub_starts_once_it_is_free(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        hub = Hub(tmp_path / "hub", host="127.0.0.1", port=port)
        with pytest.raises(HubPortTaken, match=f"uses port {port}"):
            hub.start()
        assert not hub.runs
    assert hub.start() == f"http://127.0.0.1:{port}"
    hub.stop()


def test_a_hub_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "hub").write_text("a file where its folder should be")
    hub = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    with pytest.raises(HubBroke) as told:
        hub.start()
    assert "did not answer" not in str(told.value)
    assert "khata:" not in str(told.value)
    assert not hub.runs


def test_a_hub_that_broke_down_is_started_again_at_its_port(hub: Hub) -> None:
    url = hub.start()
    process = hub._process
    assert process is not None
    process.kill()
    process.wait()
    assert not answers(url)
    assert hub.start() == url
    assert answers(url)


def test_a_hub_follows_its_computer_to_another_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = Hub(tmp_path / "hub", port=0)
    try:
        first = hub.start()
        assert own_address() in first
        # The router gives the computer another address: every 127.x.y.z is this computer.
        monkeypatch.setattr(hub_module, "own_address", lambda: "127.0.0.77")
        moved = hub.start()
        assert moved == first.replace(own_address(), "127.0.0.77")
        assert answers(moved)
    finally:
        hub.stop()


_PARENT = """
import sys, time
from pathlib import Path
from khata_desktop.sync.hub import Hub
print(Hub(Path(sys.argv[1]), host="127.0.0.1", port=0).start(), flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_hub_ends_with_its_program_also_when_that_is_killed(tmp_path: Path, number: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(tmp_path / "hub")], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    url = parent.stdout.readline().strip()
    assert answers(url)
    os.kill(parent.pid, number)
    parent.communicate(timeout=10)
    assert soon(lambda: not answers(url))


@pytest.mark.parametrize(
    ("url", "alone"),
    [
        ("http://127.0.0.1:8765", True),
        ("http://localhost:8765", True),
        ("http://[::1]:8765", True),
        ("http://192.168.1.20:8765", False),
        ("https://khata.example.com", False),
    ],
)
def test_an_address_that_leads_every_computer_to_itself_is_known(url: str, alone: bool) -> None:
    assert is_for_this_computer_alone(url) is alone


def test_an_address_of_this_computer_alone_is_told_to_others_as_they_reach_it(tmp_path: Path) -> None:
    for_all = Hub(tmp_path / "all", port=0)
    alone = Hub(tmp_path / "alone", host="127.0.0.1", port=0)
    try:
        port = for_all.start().rsplit(":", 1)[1]
        assert address_for_others(f"http://127.0.0.1:{port}") == f"http://{own_address()}:{port}"
        assert address_for_others(alone.start()) == alone.url
        assert address_for_others("https://khata.example.com") == "https://khata.example.com"
    finally:
        for_all.stop()
        alone.stop()


def test_devices_follow_the_hub_to_its_new_address_and_the_code_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")
    path = tmp_path / "shop.khata"
    Books.create(path, name="Shop", currency_code="PKR").close()
    before = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    desk, _ = Door(before).switch_on(path, before.start(), None, None)
    desk.keep_in_step()
    old = desk.server_url
    desk.close()
    before.stop()
    now = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    desk = Door(now).open(path, None)
    try:
        now.start()
        assert now.url != old
        assert read_invitation(desk.invite().text).server_url == now.url
        assert desk.server_url == now.url
        desk.keep_in_step()
    finally:
        desk.close()
        now.stop()


def test_a_hub_of_somebody_else_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")
    path = tmp_path / "shop.khata"
    Books.create(path, name="Shop", currency_code="PKR").close()
    ours = Hub(tmp_path / "ours", host="127.0.0.1", port=0)
    Door(ours).switch_on(path, ours.start(), None, None)[0].close()
    ours.stop()
    strangers = Hub(tmp_path / "strangers", host="127.0.0.1", port=0)
    desk = Door(strangers).open(path, None)
    before = desk.server_url
    try:
        strangers.start()
        with pytest.raises(ServerUnreachable):
            desk.keep_in_step()
        assert desk.server_url == before
    finally:
        desk.close()
        strangers.stop()
