"""Large, lying and slow clients are ended, others are served meanwhile; and the server stops gracefully."""

from __future__ import annotations

import dataclasses
import resource
import socket
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
import requests

from khata_desktop.server.connections import Doorkeeper
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.wire.exchange import MOST_REQUEST, pack_pull, pack_push
from tests.server.shop import Running, Shop, chain


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Shop]:
    """Return a business on a server with little patience and little room."""
    settings = dataclasses.replace(
        Settings.embedded(tmp_path / "server"), body_seconds=1.0, held_bytes=1024 * 1024
    )
    running = Running(settings)
    shop = Shop(running)
    shop.register()
    yield shop
    running.stop()


def _head(shop: Shop, length: str, path: str = "/v1/push") -> bytes:
    bearer = f"Authorization: Bearer {shop.token(shop.admin)}"
    return f"POST {path} HTTP/1.1\r\nHost: x\r\n{bearer}\r\n{length}\r\n\r\n".encode()


def _answer(connection: socket.socket) -> bytes:
    connection.settimeout(10)
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def test_a_length_that_is_too_large_is_refused_before_anything_is_read(shop: Shop) -> None:
    for path, length in (("/v1/push", MOST_REQUEST + 1), ("/v1/push", 10**19), ("/v1/session", 10**6)):
        with socket.create_connection(("127.0.0.1", shop.running.port)) as connection:
            connection.sendall(_head(shop, f"Content-Length: {length}", path))
            answer = b""
            while b"}" not in answer:
                answer += connection.recv(65536)
            assert answer.startswith(b"HTTP/1.1 413"), answer
            assert b'"too_large"' in answer


def test_a_body_without_a_length_is_counted_as_it_comes(shop: Shop) -> None:
    with socket.create_connection(("127.0.0.1", shop.running.port)) as connection:
        connection.sendall(_head(shop, "Transfer-Encoding: chunked", "/v1/session"))
        chunk = b"10000\r\n" + bytes(0x10000) + b"\r\n"
        for _ in range(12):
            connection.sendall(chunk)
        assert connection.recv(65536).startswith(b"HTTP/1.1 413")


def test_who_goes_on_sending_after_the_answer_is_hung_up_on(hasty: Shop) -> None:
    with socket.create_connection(("127.0.0.1", hasty.running.port)) as connection:
        connection.sendall(_head(hasty, f"Content-Length: {10**12}"))
        begin = time.monotonic()
        try:
            while time.monotonic() - begin < 20:
                connection.sendall(bytes(1000))
                time.sleep(0.01)
        except OSError:
            pass  # hung up on
        assert time.monotonic() - begin < 5


def test_json_nested_without_end_is_refused(shop: Shop) -> None:
    for body in (b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe", b"NaN", b'{"author": 1e999}', b'"\\ud800"'):
        answer = shop.running.ask(
            "POST", "/v1/session", data=body, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code in {400, 422}, body[:10]
        assert set(answer.json()) == {"code", "detail"}


def test_nested_cbor_takes_no_memory(shop: Shop) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(20):
        assert shop.push_bytes(shop.admin, b"\x81" * 1_000_000).status_code == 422
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40 * 1024


def test_a_body_that_never_comes_is_not_waited_for(hasty: Shop) -> None:
    with socket.create_connection(("127.0.0.1", hasty.running.port)) as connection:
        connection.sendall(_head(hasty, "Content-Length: 1000") + b"slowly")
        begin = time.monotonic()
        assert hasty.push(hasty.admin, *chain(hasty.admin, 1)).status_code == 200
        assert _answer(connection).startswith(b"HTTP/1.1 408")
        assert time.monotonic() - begin < 5


def test_a_head_that_never_ends_is_not_waited_for(hasty: Shop) -> None:
    with socket.create_connection(("127.0.0.1", hasty.running.port)) as connection:
        begin = time.monotonic()
        try:
            for letter in b"GET /healthz HTTP/1.1\r\nX: yyyyyyyyyyyyyyyyyyyyyyyy":
                connection.sendall(bytes([letter]))
                time.sleep(0.05)
        except OSError:
            pass  # hung up on
        assert _answer(connection) == b""
        assert time.monotonic() - begin < 5


def test_an_answer_nobody_reads_does_not_hold_the_server(hasty: Shop) -> None:
    changesets = chain(hasty.admin, 400)
    assert hasty.push(hasty.admin, *changesets).status_code == 200
    body = pack_pull({})
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", hasty.running.port))
        connection.sendall((_head(hasty, f"Content-Length: {len(body)}", "/v1/pull") + body) * 40)
        time.sleep(1.5)
        assert hasty.ask(hasty.admin, "GET", "/v1/heads").status_code == 200


def test_more_bodies_than_there_is_room_for_are_told_to_come_back(hasty: Shop) -> None:
    with socket.create_connection(("127.0.0.1", hasty.running.port)) as connection:
        connection.sendall(_head(hasty, f"Content-Length: {2_000_000}") + bytes(900_000))
        time.sleep(0.2)
        answer = hasty.push_bytes(hasty.member, bytes(400_000))
        assert (answer.status_code, answer.json()["code"]) == (429, "busy")
        assert answer.headers["Retry-After"] == "1"
    deadline = time.monotonic() + 10
    while hasty.push_bytes(hasty.member, bytes(400_000)).status_code == 429 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert hasty.push_bytes(hasty.member, bytes(400_000)).status_code == 422


def test_news_is_told_at_once(shop: Shop) -> None:
    assert shop.push(shop.admin, shop.admin.seal(1)).status_code == 200
    told: list[int] = []
    headers = {"Authorization": f"Bearer {shop.token(shop.admin)}"}

    def listen() -> None:
        url = shop.running.url + "/v1/events?after=1"
        told.append(requests.get(url, headers=headers, timeout=30).json()["position"])

    shop.token(shop.member)
    thread = threading.Thread(target=listen)
    thread.start()
    time.sleep(0.2)
    begin = time.monotonic()
    assert shop.push(shop.member, shop.member.seal(1)).status_code == 200
    thread.join(timeout=20)
    assert told == [2]
    # Not when the time was up.
    assert time.monotonic() - begin < shop.running.settings.poll_seconds / 2
    assert shop.ask(shop.admin, "GET", "/v1/events").json() == {"position": 2}
    for wrong in ("-1", "x", str(2**63), ""):
        assert shop.ask(shop.admin, "GET", f"/v1/events?after={wrong}").status_code == 422


def test_a_question_for_news_ends_in_time_though_there_is_none(tmp_path: Path) -> None:
    running = Running(dataclasses.replace(Settings.embedded(tmp_path), poll_seconds=0.3))
    shop = Shop(running)
    shop.register()
    assert shop.push(shop.admin, shop.admin.seal(1)).status_code == 200
    assert shop.ask(shop.admin, "GET", "/v1/events?after=1").json() == {"position": 1}
    running.stop()


def test_a_device_that_waits_many_times_over_is_told_to_come_back_and_others_wait_on(tmp_path: Path) -> None:
    running = Running(Settings.embedded(tmp_path))
    shop = Shop(running)
    shop.register()
    told: list[int] = []

    def listen(token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        answer = requests.get(running.url + "/v1/events", headers=headers, timeout=30)
        told.append(answer.json()["position"])

    tokens = [shop.token(shop.admin)] * 16 + [shop.token(shop.member)]
    threads = [threading.Thread(target=listen, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 10
    while running.server.backend.watch.waiting() < 17 and time.monotonic() < deadline:
        time.sleep(0.01)
    refused = shop.ask(shop.admin, "GET", "/v1/events")
    assert (refused.status_code, refused.json()["code"]) == (429, "busy")
    assert shop.push(shop.admin, shop.admin.seal(1)).status_code == 200
    for thread in threads:
        thread.join(timeout=20)
    assert told == [1] * 17
    assert shop.ask(shop.admin, "GET", "/v1/events").json() == {"position": 1}
    running.stop()


def _asks(port: int, address: str) -> int | None:
    """Return how a question from an address is answered; None: it is hung up on."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10, source_address=(address, 0))
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="needs more than one address of its own")
def test_an_address_that_takes_connection_after_connection_is_hung_up_on_and_others_are_served(
    tmp_path: Path,
) -> None:
    settings = dataclasses.replace(Settings.embedded(tmp_path), proxies="192.0.2.7", connections_each=5)
    running = Running(settings)
    held = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(5)]
    time.sleep(0.2)
    assert _asks(running.port, "127.0.0.1") is None
    assert _asks(running.port, "127.0.0.2") == 200
    for connection in held:
        connection.close()
    deadline = time.monotonic() + 10
    while _asks(running.port, "127.0.0.1") is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [_asks(running.port, "127.0.0.1") for _ in range(8)] == [200] * 8
    running.stop()


def test_a_proxy_that_is_trusted_may_have_any_number_of_connections() -> None:
    for proxies in ("10.0.0.5", "192.0.2.1, 10.0.0.0/8", "*"):
        door = Doorkeeper(2, proxies)
        assert all(door.admit("10.0.0.5") for _ in range(9))
    # A network of IPv6 is one place, and addresses of IPv4 that come through it are each their own.
    door = Doorkeeper(2, "proxy.example, 10.0.0.0/8")
    assert [door.admit(f"2001:db8:1:2::{n}") for n in range(3)] == [True, True, False]
    assert [door.admit(f"::ffff:192.0.2.{n}") for n in range(3)] == [True] * 3
    door.let_go("2001:db8:1:2::9")
    assert door.admit("2001:db8:1:2::4")


def test_what_is_being_asked_when_it_stops_is_answered_first(tmp_path: Path) -> None:
    running = Running(Settings.embedded(tmp_path))
    shop = Shop(running)
    shop.register()
    body = pack_push([changeset.encoded for changeset in chain(shop.admin, 3)])
    with socket.create_connection(("127.0.0.1", running.port)) as connection:
        connection.sendall(_head(shop, f"Content-Length: {len(body)}") + body[:50])
        time.sleep(0.2)
        stopping = threading.Thread(target=running.stop)
        stopping.start()
        time.sleep(0.3)
        connection.sendall(body[50:])
        answer = _answer(connection)
    stopping.join()
    assert answer.startswith(b"HTTP/1.1 200")
    assert b'"accepted": 3' in answer
    shop.running = again = Running(Settings.embedded(tmp_path))
    assert len(shop.pull(shop.admin).changesets) == 3
    again.stop()


def test_it_stops_at_once_though_someone_waits_for_news(tmp_path: Path) -> None:
    running = Running(Settings.embedded(tmp_path))
    shop = Shop(running)
    shop.register()
    token = shop.token(shop.admin)
    statuses: list[int] = []

    def listen() -> None:
        headers = {"Authorization": f"Bearer {token}", "Connection": "close"}
        answer = requests.get(running.url + "/v1/events?after=0", headers=headers, timeout=30)
        statuses.append(answer.status_code)

    thread = threading.Thread(target=listen)
    thread.start()
    time.sleep(0.3)
    begin = time.monotonic()
    running.stop()
    assert time.monotonic() - begin < 3
    thread.join()
    assert statuses == [200]
    with pytest.raises(requests.ConnectionError):
        requests.get(running.url + "/healthz", timeout=5)


def test_it_stops_at_once_though_someone_came_in_that_very_moment(tmp_path: Path) -> None:
    server = RunningServer(Settings.embedded(tmp_path))
    server.start_in_thread()
    loop = server.servers[0].get_loop()
    # While it is busy someone connects; it hears of that and of its end together.
    loop.call_soon_threadsafe(time.sleep, 0.5)
    with socket.create_connection(("127.0.0.1", server.port)):
        begin = time.monotonic()
        server.stop()
        assert time.monotonic() - begin < 5


def test_health_is_told(shop: Shop) -> None:
    assert shop.running.ask("GET", "/healthz").json() == {"status": "alive"}
    assert shop.running.ask("GET", "/readyz").json() == {"status": "ready"}
    for path, status in (("/v1/nothing", 404), ("/v1/push", 405)):
        answer = shop.running.ask("GET", path)
        assert (answer.status_code, set(answer.json())) == (status, {"code", "detail"})
