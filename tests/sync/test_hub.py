"""The hub: the shop's own server, started and stopped by one of its computers."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from khata_desktop.sync.errors import HubFailed
from khata_desktop.sync.hub import Hub, find_hubs


def test_a_hub_answers_while_it_runs_and_no_longer(tmp_path: Path) -> None:
    hub = Hub(tmp_path / "hub", host="127.0.0.1", port=0)
    assert hub.can_run
    hub.start()
    port = hub.url.rsplit(":", 1)[1]
    try:
        assert hub.start() == hub.url
        assert requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200
        assert isinstance(find_hubs(0.5), list)
    finally:
        hub.stop()
    assert not hub.runs
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5)


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    first = Hub(tmp_path / "one", host="127.0.0.1", port=0)
    first.start()
    try:
        second = Hub(tmp_path / "two", host="127.0.0.1", port=int(first.url.rsplit(":", 1)[1]))
        with pytest.raises(HubFailed):
            second.start()
        assert not second.runs
    finally:
        first.stop()
