"""Whole computers around a real server: the book and the folder of keys and marks of each are real files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import pairing
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.rounds import Step
from khata_desktop.sync.vaults import FileVault
from tests.reports.shop import Shopkeeper


class Computer:
    """One computer: a folder with its book and its home, which can be copied and put back as a whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.around = Surroundings(vault=FileVault(folder / "home", "open sesame"), folder=folder / "home")
        self.books: Books
        self.desk: SyncDesk

    @property
    def path(self) -> Path:
        return self.folder / "shop.khata"

    @property
    def keeper(self) -> Shopkeeper:
        return Shopkeeper(self.books)

    def start(self) -> None:
        """Open the book as after the computer was switched on."""
        self.books = Books.open(self.path)
        self.desk = SyncDesk.open(self.books, self.around)

    def stop(self) -> None:
        self.desk.close()
        self.books.close()

    def step(self) -> Step:
        return self.desk.keep_in_step()

    @contextmanager
    def _off(self) -> Iterator[None]:
        self.stop()
        yield
        self.start()

    def copy_to(self, folder: Path) -> None:
        """Copy everything this computer holds, as an image of its disk."""
        with self._off():
            shutil.copytree(self.folder, folder)

    def put_back(self, folder: Path) -> None:
        """Put an image of the disk in the place of everything this computer holds."""
        with self._off():
            shutil.rmtree(self.folder)
            shutil.copytree(folder, self.folder)

    def digest(self) -> bytes:
        return self.books.query(book_digest)

    def alarms(self) -> list[str]:
        return self.books.query(lambda s: [alarm.kind for alarm in SyncStore(s).alarms()])

    def amounts(self) -> list[int]:
        """Return the totals of all vouchers in the book."""
        rows = self.books.query(lambda s: s.execute("SELECT total_minor FROM vouchers ORDER BY 1").fetchall())
        return [amount for (amount,) in rows]


class Computers:
    """A real server on a real port, and the computers around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.all: list[Computer] = []
        self.servers: dict[int, RunningServer] = {}
        self.port = self.serve("server")
        self.phrase = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serve(self, name: str, port: int = 0, **variables: str) -> int:
        """Start a server on the data in a folder and return its port."""
        named = {f"KHATA_SERVER_{key}": value for key, value in variables.items()}
        settings = Settings.embedded(self.folder / name, variables=named)
        server = RunningServer(settings, port=port)
        server.start_in_thread()
        self.servers[server.port] = server
        return server.port

    def end_server(self, port: int | None = None) -> None:
        self.servers.pop(port or self.port).stop()

    def first(self) -> Computer:
        """Return the computer on which sync was switched on."""
        computer = Computer(self.folder / "A")
        computer.books = Books.create(computer.path, name="Shop", currency_code="PKR")
        computer.desk, self.phrase = SyncDesk.switch_on(computer.books, computer.around, self.url)
        self.all.append(computer)
        computer.step()
        computer.desk.leave_snapshot()
        return computer

    def another(self) -> Computer:
        """Return a computer that the first one let in."""
        admin, computer = self.all[0], Computer(self.folder / chr(ord("A") + len(self.all)))
        inviting = pairing.invite(admin.books, admin.desk.member, admin.desk.transport, self.url)
        server = HttpServer(self.url)
        accepting = pairing.accept(inviting.invitation, server, computer.around, "Till")
        assert pairing.look_for_offer(inviting, admin.desk.transport)
        pairing.confirm(admin.books, admin.desk.member, admin.desk.transport, inviting)
        answer = pairing.wait_for_answer(accepting, server, lambda: True)
        pairing.take_over(computer.path, accepting, answer, server)[0].close()
        server.close()
        computer.start()
        self.all.append(computer)
        return computer

    def settle(self, rounds: int = 3) -> None:
        for _ in range(rounds):
            for computer in self.all:
                computer.step()

    def agree(self) -> bool:
        """Return whether all books are the same and without findings, built anew from the log too."""
        return len({one.digest() for one in self.all}) == 1 and not any(
            verify_file(one.path, deep=True).findings for one in self.all
        )

    def close(self) -> None:
        for computer in self.all:
            computer.stop()
        for port in list(self.servers):
            self.end_server(port)
