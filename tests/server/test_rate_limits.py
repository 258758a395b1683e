"""Who asks too often is told when to come again, and everyone else is served: in memory and through Redis."""

from __future__ import annotations

import dataclasses
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fakeredis import TcpFakeServer
from limits.util import get_package_data
from redis import Redis

from khata_desktop.server.counters import Counters
from khata_desktop.server.settings import Settings
from tests.server.gateway import FakeGateway
from tests.server.public import Owner, Public
from tests.server.shop import Running, Shop, b64, chain


@pytest.fixture
def redis() -> Iterator[str]:
    """Return the address of something that speaks as Redis does, on a port of its own."""
    server = TcpFakeServer(("127.0.0.1", 0))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    url = f"redis://127.0.0.1:{server.server_address[1]}/0"
    # Unlike Redis it hangs up on who asks for a script that it does not know yet.
    with Redis.from_url(url) as client:
        client.script_load(get_package_data("resources/redis/lua_scripts/incr_expire.lua").decode())
    yield url
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["memory", "redis"])
def strict(request: Any, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Return what starts servers that share what they count, and allow little."""
    url = request.getfixturevalue("redis") if request.param == "redis" else "memory://"
    started: list[Running] = []

    def start(**options: object) -> Running:
        values = {"limits_url": url, **options}
        running = Running(dataclasses.replace(Settings.embedded(tmp_path), **values))  # type: ignore[arg-type]
        started.append(running)
        return running

    yield start
    for running in started:
        running.stop()


def _heads(shop: Shop, times: int) -> list[int]:
    return [shop.ask(shop.admin, "GET", "/v1/heads").status_code for _ in range(times)]


def test_an_address_that_floods_is_stopped_and_others_are_served(strict: Callable[..., Running]) -> None:
    running = strict(limit_address="5/minute")
    known = Shop(running)
    known.register()
    token_before = known.token(known.admin)

    def ask(address: str, times: int) -> list[int]:
        headers = {"X-Forwarded-For": address}
        body = {"ledger_id": known.ledger, "author": known.admin.credential.author.hex()}
        return [
            running.ask("POST", "/v1/session", json=body, headers=headers).status_code for _ in range(times)
        ]

    assert ask("192.0.2.1", 7) == [200] * 5 + [429] * 2
    assert ask("192.0.2.2", 5) == [200] * 5
    # A device that is known is not held to what others behind its address do.
    headers = {"X-Forwarded-For": "192.0.2.1", "Authorization": f"Bearer {token_before}"}
    assert running.ask("GET", "/v1/heads", headers=headers).status_code == 200
    headers["Authorization"] = "Bearer nonsense"
    answer = running.ask("GET", "/v1/heads", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_often")
    assert 1 <= int(answer.headers["Retry-After"]) == answer.json()["retry_after"] <= 61
    # Who looks after the server may ask as often as need be.
    assert running.ask("GET", "/readyz", headers=headers).status_code == 200


def test_a_machine_with_many_addresses_of_ipv6_counts_as_one(strict: Callable[..., Running]) -> None:
    running = strict(limit_address="5/minute")
    statuses = [
        running.ask("GET", "/v1/heads", headers={"X-Forwarded-For": f"2001:db8:1:2::{n:x}"}).status_code
        for n in range(6)
    ]
    assert statuses == [401] * 5 + [429]
    other = {"X-Forwarded-For": "2001:db8:1:3::1"}
    assert running.ask("GET", "/v1/heads", headers=other).status_code == 401


def test_a_device_that_floods_is_stopped_and_the_ledgers_others_are_served(
    strict: Callable[..., Running],
) -> None:
    running = strict(limit_device="6/minute", limit_ledger="1000/minute")
    shop, other = Shop(running), Shop(running, letters="XY")
    for each in (shop, other):
        each.register()
    assert _heads(shop, 8) == [200] * 6 + [429] * 2
    assert shop.push(shop.admin, *chain(shop.admin, 1)).status_code == 429
    assert shop.push(shop.member, *chain(shop.member, 1)).status_code == 200
    assert _heads(other, 6) == [200] * 6


def test_a_ledger_that_floods_is_stopped_and_others_are_served(strict: Callable[..., Running]) -> None:
    running = strict(limit_device="1000/minute", limit_ledger="6/minute")
    shop, other = Shop(running), Shop(running, letters="XY")
    for each in (shop, other):
        each.register()
    assert _heads(shop, 6) == [200] * 6
    assert shop.push(shop.member, *chain(shop.member, 1)).status_code == 429
    assert _heads(other, 6) == [200] * 6


def test_an_address_that_enters_ledger_after_ledger_is_stopped_and_what_is_here_goes_on(
    strict: Callable[..., Running],
) -> None:
    running = strict(limit_entering="3/hour")
    shops = [Shop(running) for _ in range(4)]
    assert [shop.enter_ledger().status_code for shop in shops] == [201] * 3 + [429]
    refused = shops[3].enter_ledger()
    assert refused.json()["code"] == "too_often"
    assert 60 < int(refused.headers["Retry-After"]) <= 3601
    # What is here already may come again, and let its devices in; another address may enter its own.
    assert [shops[0].enter_ledger().status_code for _ in range(5)] == [200] * 5
    assert shops[0].enter(shops[0].member).status_code == 201
    body = {
        "genesis": b64(shops[3].owner.genesis.encoded),
        "credential": b64(shops[3].admin.credential.encoded),
    }
    elsewhere = {"X-Forwarded-For": "192.0.2.9"}
    assert running.ask("POST", "/v1/ledgers", json=body, headers=elsewhere).status_code == 201


def test_a_proxy_nobody_trusts_is_not_believed(tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings.embedded(tmp_path), proxies="192.0.2.7", limit_address="5/minute")
    running = Running(settings)
    statuses = [
        running.ask("GET", "/v1/heads", headers={"X-Forwarded-For": f"10.0.0.{n}"}).status_code
        for n in range(6)
    ]
    running.stop()
    assert statuses == [401] * 5 + [429]


def test_processes_count_together_through_redis(redis: str, tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings.embedded(tmp_path), limits_url=redis, limit_device="6/minute")
    one, other = Running(settings), Running(settings)
    shop = Shop(one)
    shop.register()
    assert _heads(shop, 4) == [200] * 4
    shop.running = other
    assert _heads(shop, 4) == [200] * 2 + [429] * 2
    one.stop()
    other.stop()


def test_without_redis_shops_go_on_and_nobody_may_guess_codes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        nowhere = f"redis://127.0.0.1:{nobody.getsockname()[1]}"
    gateway = FakeGateway()
    embedded = Settings.embedded(tmp_path)
    running = Running(dataclasses.replace(embedded, limits_url=nowhere, limit_device="6/minute"))
    shop = Shop(running)
    with caplog.at_level(logging.WARNING):
        shop.register()
        # The process counts by itself meanwhile.
        assert _heads(shop, 8) == [200] * 6 + [429] * 2
    # Said once, not at every request.
    warnings = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert warnings == ["Redis does not count: ConnectionError"]
    running.stop()
    running = Running(dataclasses.replace(embedded, limits_url=nowhere, sign_up="otp", sms=gateway.settings))
    with caplog.at_level(logging.WARNING):
        assert Owner(Public(running, gateway)).wish().status_code == 503
    assert gateway.sent == []
    running.stop()
    gateway.stop()


def test_a_flood_of_addresses_does_not_fill_the_memory() -> None:
    counters = Counters()
    for number in range(120_000):
        assert counters.incr(f"address/{number}", 60) == 1
    assert counters.reset() <= 100_000


def test_a_counter_begins_again_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    counters = Counters()
    now = 1000.0
    monkeypatch.setattr("khata_desktop.server.counters.time.time", lambda: now)
    assert [counters.incr("one", 60), counters.incr("one", 60), counters.get("one")] == [1, 2, 2]
    assert counters.get_expiry("one") == 1060.0
    now = 1060.0
    assert counters.get("one") == 0
    assert counters.incr("one", 60) == 1
    counters.clear("one")
    assert counters.get("one") == 0
