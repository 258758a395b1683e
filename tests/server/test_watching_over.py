"""What whoever looks after a server sees of it: lines of JSON, figures, whether it is ready; never a shop."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
import re
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from starlette.types import Message, Receive, Scope, Send

from khata_desktop.server.logs import write_lines
from khata_desktop.server.metrics import Metrics
from khata_desktop.server.observing import Observer
from khata_desktop.server.settings import Settings
from tests.server.public import Owner
from tests.server.served import Served
from tests.server.shop import Running, Shop, chain


def test_every_line_is_json_and_tells_nothing_of_a_shop(tmp_path: Path) -> None:
    served = Served(tmp_path, LOG_LEVEL="info")
    shop = Shop(served)
    shop.register()
    assert shop.push(shop.admin, *chain(shop.admin, 2)).status_code == 200
    assert shop.push_bytes(shop.admin, b"nonsense").status_code == 422
    author = shop.admin.credential.author.hex()
    asked = shop.ask(shop.admin, "GET", f"/v1/{author}?secret=1", headers={"X-Request-Id": "from-a-proxy-1"})
    assert (asked.status_code, asked.headers["X-Request-Id"]) == (404, "from-a-proxy-1")
    forged = shop.ask(shop.admin, "GET", "/v1/heads", headers={"X-Request-Id": 'no"sound id'})
    assert re.fullmatch("[0-9a-f]{16}", forged.headers["X-Request-Id"])
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(b"\x16\x03\x01 this is no HTTP\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.1 400")
    token = shop.token(shop.admin)
    assert served.end() == 0
    answered = [line for line in served.lines if line["event"] == "request"]
    assert {"method", "route", "status", "ms", "request", "level", "timestamp", "logger"} <= answered[
        0
    ].keys()
    pushes = [line for line in answered if line["route"] == "/v1/push"]
    assert [line["status"] for line in pushes] == [200, 422]
    assert {line["ledger"] for line in pushes} == {shop.ledger[:8]}
    assert [line["route"] for line in answered if line["request"] == "from-a-proxy-1"] == ["other"]
    assert len({line["request"] for line in answered}) == len(answered)
    # uvicorn's own lines are of the same form, and what a client sends wrongly is no warning.
    assert any(line["logger"].startswith("uvicorn") for line in served.lines)
    assert {line["level"] for line in served.lines} == {"info"}
    assert served.lines[-1]["event"] == "stopped"
    text = json.dumps(served.lines)
    for telling in (shop.ledger, author, token, "127.0.0.1", "secret=1", str(tmp_path), "nonsense"):
        assert telling not in text, telling


def test_a_hub_says_nothing_while_all_is_well(tmp_path: Path) -> None:
    served = Served(tmp_path)
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.1 400")
    # Ctrl+C is a good end as well.
    assert served.end(signal.SIGINT) == 0
    assert served.lines == []


def test_a_failure_is_one_line_with_all_of_it(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = (tmp_path / "log").open("w+")
    write_lines("info", stream)
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("khata_desktop.server.any").info("failed on %s", Path("x"), exc_info=True)
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
    root.setLevel(level)
    stream.seek(0)
    line = json.loads(stream.read())
    stream.close()
    assert line["event"] == "failed on x"
    assert "ValueError: broken" in line["exception"]


def test_a_request_that_fails_by_our_own_fault_is_answered_counted_and_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ZeroDivisionError

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    metrics = Metrics()
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"x-request-id", b"one-request")]}
    with caplog.at_level(logging.ERROR):
        asyncio.run(_ask(Observer(broken, metrics=metrics), scope, receive, send))
    assert (sent[0]["status"], (b"x-request-id", b"one-request") in sent[0]["headers"]) == (500, True)
    assert json.loads(sent[1]["body"])["code"] == "failed"
    labels = {"method": "GET", "route": "other", "status": "500"}
    assert metrics.registry.get_sample_value("khata_requests_total", labels) == 1
    assert "ZeroDivisionError" in caplog.text


async def _ask(app: Observer, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)


# --- figures --------------------------------------------------------------------------------------


def _becomes(ask: Callable[[], int], wanted: int) -> bool:
    deadline = time.monotonic() + 10
    while ask() != wanted:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[Running]:
    """Return a server that shows its figures."""
    running = Running(dataclasses.replace(Settings.embedded(tmp_path), metrics_port=0))
    yield running
    running.stop()


_OTHERS = 'khata_requests_total{method="GET",route="other",status="404"}'


def _figures(running: Running) -> dict[str, float]:
    url = f"http://127.0.0.1:{running.server.metrics_port}/metrics"
    text = requests.get(url, timeout=10).text
    lines = [line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def test_the_figures_count_what_was_done_on_a_port_of_their_own(counted: Running) -> None:
    shop = Shop(counted)
    shop.register()
    changesets = chain(shop.admin, 5)
    shop.push(shop.admin, *changesets)
    shop.push(shop.admin, *changesets)
    shop.push_bytes(shop.admin, b"nonsense")
    counted.ask("GET", f"/v1/devices/{shop.ledger}")
    # A request is counted once its answer is on its way.
    assert _becomes(lambda: int(_figures(counted).get(_OTHERS, 0)), 1)
    figures = _figures(counted)
    assert figures['khata_requests_total{method="POST",route="/v1/push",status="200"}'] == 2
    assert figures['khata_requests_total{method="POST",route="/v1/push",status="422"}'] == 1
    assert figures['khata_request_seconds_count{route="/v1/push"}'] == 3
    assert figures["khata_changesets_total"] == 5
    assert figures["khata_changeset_bytes_total"] == sum(len(one.encoded) for one in changesets)
    assert figures["khata_commit_seconds_count"] == 2
    assert figures["khata_pushes_waiting"] == 0
    assert figures["khata_waiting_for_news"] == 0
    assert figures["process_resident_memory_bytes"] > 0
    assert not any(shop.ledger in name for name in figures)
    assert counted.ask("GET", "/metrics").status_code == 404


def test_messages_are_counted(counted: Running, public: Any) -> None:
    metrics = public.running.server.backend.metrics.registry
    before = metrics.get_sample_value("khata_messages_total", {"outcome": "sent"}) or 0
    Owner(public).sign_up()
    assert metrics.get_sample_value("khata_messages_total", {"outcome": "sent"}) == before + 1


def test_asking_for_anything_makes_no_new_figure(counted: Running) -> None:
    for number in range(20):
        counted.ask("GET", f"/nowhere/{number}")
        counted.ask(f"VERB{number}", "/v1/push")
    routes = {name for name in _figures(counted) if name.startswith("khata_requests_total")}
    assert len(routes) <= 3


def test_figures_end_with_the_server_and_a_taken_port_is_named(tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings.embedded(tmp_path), metrics_port=0)
    running = Running(settings)
    port = running.server.metrics_port
    from khata_desktop.server.errors import SettingRefused

    with pytest.raises(SettingRefused, match="METRICS_PORT"):
        Running(dataclasses.replace(settings, metrics_port=port))
    running.stop()
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/metrics", timeout=5)


# --- ready or not ---------------------------------------------------------------------------------


def test_it_is_ready_only_while_database_and_blobs_are_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khata_desktop.server.backend._READY_SECONDS", 0.2)
    running = Running(Settings.embedded(tmp_path))

    def ready() -> int:
        return running.ask("GET", "/readyz").status_code

    assert ready() == 200
    shutil.move(tmp_path / "blobs", tmp_path / "elsewhere")
    assert _becomes(ready, 503)
    assert running.ask("GET", "/readyz").json()["code"] == "not_ready"
    assert running.ask("GET", "/healthz").status_code == 200
    shutil.move(tmp_path / "elsewhere", tmp_path / "blobs")
    assert _becomes(ready, 200)
    with caplog.at_level(logging.ERROR):
        running.server.backend.database.close()
        shutil.move(tmp_path / "server.db", tmp_path / "gone.db")
        assert _becomes(ready, 503)
    running.stop()


def test_blobs_that_nobody_answers_for_are_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khata_desktop.server.blobs._READY_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
        monkeypatch.setenv("AWS_REGION", "us-east-1")
        running = Running(dataclasses.replace(Settings.embedded(tmp_path), blobs_url="s3://khata/blobs"))
        begin = time.monotonic()
        assert running.ask("GET", "/readyz").status_code == 503
        assert time.monotonic() - begin < 3
        running.stop()
