"""The device's side of sync: a new device takes a whole book, and what others entered is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from bench import raw_writing
from bench.figures import Figure, seconds
from bench.writing import World
from khata_desktop.services.books import Books
from khata_desktop.services.demo import create_demo
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.database import copy_file
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import pairing
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.hub import Hub
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.receiver import receive
from khata_desktop.sync.rounds import vector_of
from khata_desktop.sync.transport import Transport
from khata_desktop.sync.vaults import FileVault
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.exchange import Pulled

_VOUCHERS, _SMALL = 20_000, 20_000
_COUNT = "SELECT count(*) FROM vouchers"
_ENDS_ON = date(2026, 6, 30)


def measure_syncing(book: Path, scratch: Path) -> Iterator[Figure]:
    """Yield the figures of a device that joins and of one that takes in what another has entered.

    How fast entries are taken in depends on the indexes they are put into: so it is measured on the book of a
    year or two as well.
    """
    hub = Hub(scratch / "hub", host="127.0.0.1", port=0)
    hub.start()
    url = f"http://127.0.0.1:{hub.url.rsplit(':', 1)[1]}"
    small = scratch / "small.khata"
    create_demo(small, vouchers=_SMALL, ends_on=_ENDS_ON).close()
    try:
        for measured, wanted in ((small, 10_000), (book, None)):
            with Books.open(measured) as books:
                vouchers = books.query(lambda session: session.execute(_COUNT).fetchone()[0])
            folder = scratch / ("given" if measured == book else "made")
            folder.mkdir()
            yield from _measure(measured, folder, url, f"{vouchers:,} vouchers", wanted)
    finally:
        hub.stop()


def _measure(book: Path, scratch: Path, url: str, size: str, wanted: int | None) -> Iterator[Figure]:
    first_at, second_at, raw_at = (scratch / f"{name}.khata" for name in ("first", "second", "raw"))
    copy_file(book, first_at)
    with Books.open(first_at) as first:
        desk, _ = SyncDesk.switch_on(first, _around(scratch, "first"), url)
        desk.keep_in_step()
        inviting = pairing.invite(first, desk.member, desk.transport, url)
        server = HttpServer(url)
        accepting = pairing.accept(inviting.invitation, server, _around(scratch, "second"), "Second")
        pairing.look_for_offer(inviting, desk.transport)
        gave = seconds(lambda: pairing.confirm(first, desk.member, desk.transport, inviting))
        answer = pairing.wait_for_answer(accepting, server, lambda: True)
        joined: list[tuple[Books, Member]] = []
        took = seconds(lambda: joined.append(pairing.take_over(second_at, accepting, answer, server)))
        yield Figure(name=f"Hand a book of {size} to a new device", unit="s", ours=gave)
        yield Figure(name=f"A new device takes over {size}", unit="s", ours=took, at_most=180)
        second, member = joined[0]
        copy_file(first_at, raw_at)
        before = first.query(lambda session: SyncStore(session).log_length())
        enter(first, _VOUCHERS)
        sent = seconds(desk.keep_in_step)
        yield Figure(name=f"Seal and send, book of {size}", unit="vouchers/s", ours=_VOUCHERS / sent)
        other = SyncDesk(second, member, server)
        news: list[Pulled] = []
        fetched = seconds(lambda: news.extend(_fetch(second, other.transport)))
        yield Figure(name=f"Fetch, book of {size}", unit="vouchers/s", ours=_VOUCHERS / fetched)
        received = seconds(lambda: _receive(second, member, news))
        ours, raw = raw_writing.connect(first_at), raw_writing.connect(raw_at)
        batch = raw_writing.Batch(ours, before + 1, before + _VOUCHERS)
        hand = seconds(lambda: raw_writing.write(raw, batch))
        yield Figure(
            name=f"Take in what another entered, book of {size}",
            unit="vouchers/s",
            ours=_VOUCHERS / received,
            raw=_VOUCHERS / hand,
            at_least=wanted,
            more_is_better=True,
        )
        other.keep_in_step()
        if first.query(book_digest) != second.query(book_digest):
            raise AssertionError("the two devices do not hold the same")
        for connection in (ours, raw):
            connection.close()
        for end in (other, desk):
            end.close()
        second.close()


def _fetch(books: Books, transport: Transport) -> Iterator[Pulled]:
    """Yield all that a server gives, answer by answer."""
    vector = books.query(vector_of)
    while True:
        pulled = transport.pull(vector)
        yield pulled
        if not pulled.more:
            return
        for encoded in pulled.changesets:
            header = read_changeset(encoded).header
            vector[header.author] = header.seq


def _receive(books: Books, member: Member, news: list[Pulled]) -> None:
    now_ms = int(books.clock.now().timestamp() * 1000)
    for pulled in news:
        receive(
            books, member, pulled.changesets, pulled.credentials, pulled.revocations,
            now_ms=now_ms, more=pulled.more,
        )  # fmt: skip


def _around(scratch: Path, name: str) -> Surroundings:
    return Surroundings(vault=FileVault(scratch / name, "bench"), folder=scratch / name)


def enter(books: Books, vouchers: int) -> None:
    """Enter so many vouchers as an import does."""
    connection = raw_writing.connect(books.path)
    world = World.of(connection, Random(11))
    connection.close()
    works = [world.mixed() for _ in range(vouchers)]

    def all_of_them(uow: UnitOfWork) -> Outcome[None]:
        for service, command in works:
            service(uow, command)
        return Outcome(None, frozenset())

    books.execute(all_of_them)
