"""Three tills as processes, killed at random on a bad network, the server killed too: all agree at last."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import pairing
from khata_desktop.sync.desk import SyncDesk, surroundings
from khata_desktop.sync.http_server import HttpServer
from tests.reports.shop import Shopkeeper
from tests.sync.bad_network import BadNetwork

_ROOT = Path(__file__).resolve().parents[2]
_ROUNDS = 6


@dataclass
class ServerProcess:
    """The server as a process of its own, which can be killed and started again."""

    folder: Path
    database_url: str | None
    process: subprocess.Popen[str] | None = None
    port: int = 0

    def start(self) -> None:
        options = ["serve", "--data", str(self.folder), "--port", "0"]
        options += ["--database-url", self.database_url] if self.database_url else []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "khata_desktop.cli", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=_ROOT,
        )  # fmt: skip
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        self.port = int(said.split(" (")[0].rsplit(":", 1)[1])

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


@dataclass
class Till:
    """One computer: its own home, its book, and the process that sells."""

    folder: Path
    letter: str
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0
    said: list[Path] = field(default_factory=list)

    @property
    def book(self) -> Path:
        return self.folder / f"{self.letter}.khata"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "KHATA_HOME": str(self.folder / f"home-{self.letter}"),
            "KHATA_PASSPHRASE": "open sesame",
        }

    def start(self, seed: int) -> None:
        self.starts += 1
        self.said.append(self.folder / f"{self.letter}-{self.starts}.txt")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.shop_process", str(self.book), str(self.said[-1]), str(seed)],
            env={**os.environ, **self.environment}, cwd=_ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait_until_ready(self) -> None:
        until = time.monotonic() + 60
        while not self.said[-1].exists() or not self.said[-1].stat().st_size:
            assert self.process is not None
            assert self.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.02)

    def kill(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def acknowledged(self) -> set[str]:
        lines = [line for said in self.said for line in said.read_text().split("\n")[:-1]]
        return {line for line in lines if line not in ("ready", "") and not line.startswith("#")}


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    """Return the address of a fresh PostgreSQL, or None for a file."""
    if request.param == "sqlite":
        return None
    make: Callable[[], str] = request.getfixturevalue("postgres")
    return make()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[Till], None]:
    """Return what makes this process stand at one till."""

    def stand(till: Till) -> None:
        for name, value in till.environment.items():
            monkeypatch.setenv(name, value)

    return stand


@pytest.fixture
def server(database_url: str | None) -> Iterator[ServerProcess]:
    with tempfile.TemporaryDirectory(prefix="khata-e2e-") as folder:
        made = ServerProcess(Path(folder), database_url)
        made.start()
        yield made
        made.kill()


def _pair(tills: list[Till], at: Callable[[Till], None], url: str) -> None:
    at(tills[0])
    books = Books.create(tills[0].book, name="Shop", currency_code="PKR")
    keeper = Shopkeeper(books)
    for name in ("Aslam", "Bano", "Chanda", "Daud"):
        keeper.party(name)
    desk, _ = SyncDesk.switch_on(books, surroundings(), url)
    for till in tills[1:]:
        at(tills[0])
        inviting = pairing.invite(books, desk.member, desk.transport, url)
        at(till)
        door = HttpServer(url)
        accepting = pairing.accept(inviting.invitation, door, surroundings(), till.letter)
        assert pairing.look_for_offer(inviting, desk.transport)
        pairing.confirm(books, desk.member, desk.transport, inviting)
        answer = pairing.wait_for_answer(accepting, door, lambda: True)
        pairing.take_over(till.book, accepting, answer, door)[0].close()
        door.close()
    desk.close()
    books.close()


def _catch_up(tills: list[Till], at: Callable[[Till], None]) -> None:
    for _ in range(2):
        for till in tills:
            at(till)
            with Books.open(till.book) as books:
                desk = SyncDesk.open(books, surroundings())
                assert desk.keep_in_step().waiting == 0
                desk.close()


@pytest.mark.parametrize("seed", [1])
def test_three_tills_killed_at_random_on_a_bad_network_agree_at_last(
    tmp_path: Path, server: ServerProcess, at: Callable[[Till], None], seed: int
) -> None:
    network = BadNetwork(server.port, seed)
    network.bad = False
    tills = [Till(tmp_path, letter) for letter in "ABC"]
    _pair(tills, at, f"http://127.0.0.1:{network.port}")
    network.bad, rng = True, Random(seed)
    for round_number in range(_ROUNDS):
        for number, till in enumerate(tills):
            if till.process is None:
                till.start(seed * 1_000 + round_number * 10 + number)
        for till in tills:
            till.wait_until_ready()
        time.sleep(0.5 + rng.random() * 0.5)
        for till in rng.sample(tills, rng.randint(1, 3)):
            till.kill()
        if round_number == _ROUNDS // 2:
            server.kill()
            time.sleep(0.3)
            server.start()
            network.retarget(server.port)
    for till in tills:
        till.kill()
    network.bad = False
    _catch_up(tills, at)
    digests, numbers = set(), []
    for till in tills:
        with Books.open(till.book) as books:
            digests.add(books.query(book_digest))
            rows = books.query(lambda s: s.execute("SELECT number FROM vouchers").fetchall())
            numbers.append({row[0] for row in rows})
        assert verify_file(till.book, deep=True).findings == ()
    assert network.faults > 3
    assert len(digests) == 1
    acknowledged = set().union(*(till.acknowledged() for till in tills))
    assert len(acknowledged) > 30
    for have in numbers:
        assert acknowledged <= have
    network.close()
