"""The server under load: one process, durable, signatures checked; the load comes from this machine too."""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bench.figures import Figure
from khata_desktop.domain.ids import DeviceId
from khata_desktop.wire.changeset import FIRST_PREVIOUS, EventEntry, body_bytes, read_changeset, seal
from khata_desktop.wire.exchange import pack_pull, pack_push, read_pulled
from khata_desktop.wire.identity import Credential, Role, issue_certificate, read_credential, start_epoch
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.recovery import OwnerKeys, owner_keys, phrase_of
from khata_desktop.wire.session import SESSION, session_statement
from khata_desktop.wire.signing import BoxKey, SigningKey

_LEDGERS, _DEVICES = 4, 4
#: A sale of a few lines takes about so many bytes as an event.
_EVENT = EventEntry(1 << 40, b"u" * 16, os.urandom(200))
_KEYS = LedgerKeys({1: b"k" * 32})
_SERVER = """
import sys
from pathlib import Path
from khata_desktop.server.run import serve
from khata_desktop.server.settings import Settings
serve(Settings.embedded(Path(sys.argv[1])), port=0, started=lambda port: print(port, flush=True))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Load:
    """One load: how many changesets a request, requests a second (None: as fast as it goes), seconds."""

    name: str
    size: int
    rate: int | None
    seconds: float
    at_least: float


_LOADS = (
    _Load(name="1 changeset a request", size=1, rate=600, seconds=6, at_least=590),
    _Load(name="1 changeset a request, unpaced", size=1, rate=None, seconds=4, at_least=600),
    _Load(name="20 changesets a request", size=20, rate=None, seconds=4, at_least=4_000),
    _Load(name="500 changesets a request", size=500, rate=None, seconds=4, at_least=7_000),
)


def measure_server(scratch: Path) -> Iterator[Figure]:
    """Yield the figures of pushing and pulling, each beside a signature check and an insert by hand."""
    folder = scratch / "server"
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        devices = [device for number in range(_LEDGERS) for device in _ledger(port, number)]
        for load in _LOADS:
            yield from _pushing(load, devices, port, scratch)
        yield from _pulling(devices, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


class _Writer:
    """A device with its token and the end of its chain."""

    def __init__(self, owner: OwnerKeys, number: int, role: Role) -> None:
        seed = bytes([number]) * 16 + owner.genesis.ledger_id
        identity, self.key = SigningKey(seed), SigningKey(seed[::-1])
        self.ledger_id = owner.genesis.ledger_id
        certificate = issue_certificate(
            owner.root,
            ledger_id=self.ledger_id,
            device_id=DeviceId(bytes([number]) * 16),
            identity=identity.public,
            box=BoxKey(seed).public,
            role=role,
            series="ABCDEFGH"[number],
            issued_ms=0,
        )
        encoded = start_epoch(identity, self.key, 1, certificate, None)
        self.credential: Credential = read_credential(encoded, owner.genesis)
        self.seq, self.last, self.token = 0, FIRST_PREVIOUS, ""
        self._body = body_bytes((), (_EVENT,))

    def next(self) -> bytes:
        """Return the next sealed changeset of the chain."""
        self.seq += 1
        changeset = seal(
            self._body,
            key=self.key,
            keys=_KEYS,
            ledger_id=self.ledger_id,
            author=self.credential.author,
            seq=self.seq,
            previous=self.last,
            nonce=os.urandom(24),
        )
        self.last = changeset.hash
        return changeset.encoded

    def request(self, path: str, body: bytes) -> bytes:
        """Return the whole bytes of a request."""
        head = (
            f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.token}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body


def _ledger(port: int, number: int) -> list[_Writer]:
    owner = owner_keys(phrase_of(os.urandom(32)))
    writers = [_Writer(owner, n, Role.MEMBER if n else Role.ADMIN) for n in range(_DEVICES)]
    first = {"genesis": _b64(owner.genesis.encoded), "credential": _b64(writers[0].credential.encoded)}
    _json(port, "/v1/ledgers", first)
    for writer in writers:
        _json(port, "/v1/devices", {"credential": _b64(writer.credential.encoded)})
        asked = {"ledger_id": writer.ledger_id.hex(), "author": writer.credential.author.hex()}
        given = _json(port, "/v1/session", asked)
        statement = session_statement(
            ledger_id=writer.ledger_id,
            author=writer.credential.author,
            instance=bytes.fromhex(given["instance"]),
            server="bench:80",
            challenge=b64decode(given["challenge"]),
        )
        signature = writer.key.sign(SESSION, statement)
        signed = {
            **asked, "server": "bench:80", "challenge": given["challenge"], "signature": _b64(signature),
        }  # fmt: skip
        writer.token = _json(port, "/v1/session", signed)["token"]
    return writers


def _b64(data: bytes) -> str:
    return b64encode(data).decode()


def _json(port: int, path: str, body: dict[str, Any]) -> Any:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    content = json.loads(answer.read())
    connection.close()
    assert answer.status < 300, content
    return content


# --- pushing --------------------------------------------------------------------------------------


def _pushing(load: _Load, devices: Sequence[_Writer], port: int, scratch: Path) -> Iterator[Figure]:
    wanted = load.rate * load.size if load.rate else load.at_least * 3
    each = max(2, int(wanted * load.seconds / load.size / len(devices)))
    made = [[[device.next() for _ in range(load.size)] for _ in range(each)] for device in devices]
    requests = [
        [device.request("/v1/push", pack_push(changesets)) for changesets in of_device]
        for device, of_device in zip(devices, made, strict=True)
    ]
    took, late = _run(port, requests, load)
    sample = [(devices[0].key.public, changesets) for changesets in made[0]]
    raw = _by_hand(sample, scratch / f"raw-{load.size}-{load.rate}.db")
    yield Figure(
        name=f"Server: {load.name}",
        unit="changesets/s",
        ours=sum(map(len, requests)) * load.size / took,
        raw=raw,
        at_least=load.at_least,
        more_is_better=True,
    )
    if load.rate:
        yield Figure(name=f"Server: {load.name}, median", unit="ms", ours=statistics.median(late) * 1000)
        p99 = statistics.quantiles(late, n=100)[98]
        yield Figure(name=f"Server: {load.name}, p99", unit="ms", ours=p99 * 1000, at_most=50)


def _run(port: int, requests: Sequence[Sequence[bytes]], load: _Load) -> tuple[float, list[float]]:
    """Send every device's requests over its own connection; return the seconds and each one's lateness.

    With a rate, a request is late from the moment it was due, whether or not the one before had an answer.
    """
    gap = len(requests) / load.rate if load.rate else 0.0
    late: list[float] = []
    begin = time.perf_counter() + 0.1

    def send(number: int) -> None:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            due = begin + gap * number / len(requests)
            for request in requests[number]:
                time.sleep(max(0.0, due - time.perf_counter()))
                asked = due if gap else time.perf_counter()
                status, _body = _exchange(connection, request)
                assert status == b"200", status
                late.append(time.perf_counter() - asked)
                due += gap

    threads = [threading.Thread(target=send, args=(number,)) for number in range(len(requests))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(late) == sum(map(len, requests)), "a request was not answered with 200"
    return time.perf_counter() - begin, late


def _exchange(connection: socket.socket, request: bytes) -> tuple[bytes, bytes]:
    connection.sendall(request)
    answer = bytearray()
    while (end := answer.find(b"\r\n\r\n")) < 0:
        answer += _received(connection)
    head = bytes(answer[:end]).lower()
    length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(answer) < end + 4 + length:
        answer += _received(connection)
    return head[9:12], bytes(answer[end + 4 :])


def _received(connection: socket.socket) -> bytes:
    part = connection.recv(1 << 20)
    if not part:
        raise ConnectionError("the server hung up")
    return part


def _by_hand(pushes: Sequence[tuple[Any, Sequence[bytes]]], path: Path) -> float:
    """Return changesets a second when each push is checked and made durable by hand, one after the other."""
    with dbapi2.connect(str(path), isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE kept (author BLOB, seq INTEGER, encoded BLOB, PRIMARY KEY (author, seq))"
        )
        begin = time.perf_counter()
        for public, encodeds in pushes:
            rows = []
            for encoded in encodeds:
                changeset = read_changeset(encoded)
                changeset.check_signature(public)
                rows.append((changeset.header.author, changeset.header.seq, encoded))
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")
        took = time.perf_counter() - begin
    connection.close()
    return sum(len(encodeds) for _public, encodeds in pushes) / took


# --- pulling --------------------------------------------------------------------------------------


def _pulling(devices: Sequence[_Writer], port: int) -> Iterator[Figure]:
    """A new device of each ledger pulls all there is, one after the other."""
    pulled = 0
    took = 0.0
    for reader in devices[::_DEVICES]:
        vector: dict[Any, int] = {}
        more = True
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while more:
                request = reader.request("/v1/pull", pack_pull(vector))
                begin = time.perf_counter()
                status, body = _exchange(connection, request)
                took += time.perf_counter() - begin
                assert status == b"200", body
                answer = read_pulled(body)
                for encoded in answer.changesets:
                    header = read_changeset(encoded).header
                    vector[header.author] = header.seq
                pulled += len(answer.changesets)
                more = answer.more
    yield Figure(
        name="Server: pull, 500 an answer",
        unit="changesets/s",
        ours=pulled / took,
        at_least=50_000,
        more_is_better=True,
    )
