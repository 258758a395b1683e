"""Many devices, several processes, one order: no position twice, no chain torn, no push by half."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from khata_desktop.server.access import Caller
from khata_desktop.server.chains import Push
from khata_desktop.server.database import Database
from khata_desktop.server.registry import lock_ledger, start_new_instance
from khata_desktop.server.settings import Settings
from khata_desktop.server.tables import changesets
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.exchange import pack_push
from khata_desktop.wire.identity import Author
from tests.server.shop import Running, Shop, chain
from tests.wire.people import Device, device


def _together(*work: Callable[[], None]) -> None:
    problems: list[BaseException] = []

    def safely(one: Callable[[], None]) -> None:
        try:
            one()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=safely, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def _pushing(url: str, shop: Shop, who: Device, length: int) -> Callable[[], None]:
    token = shop.token(who)

    def push() -> None:
        with requests.Session() as http:
            http.headers["Authorization"] = f"Bearer {token}"
            for changeset in chain(who, length):
                good = http.post(url + "/v1/push", data=pack_push([changeset.encoded]), timeout=30)
                assert good.json()["accepted"] == 1, good.text
                # Beside the good ones, pushes whose second half is refused.
                torn = [who.seal(changeset.header.seq + 1, changeset.hash), who.seal(99, b"p" * 32)]
                bad = http.post(url + "/v1/push", data=pack_push([c.encoded for c in torn]), timeout=30)
                assert bad.status_code == 409

    return push


def _check_order(database_url: str, shop: Shop, expected: int) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        rows = connection.execute(
            select(changesets.c.position, changesets.c.author, changesets.c.seq)
            .where(changesets.c.ledger_id == shop.owner.genesis.ledger_id)
            .order_by(changesets.c.position)
        ).all()
    database.close()
    assert [row.position for row in rows] == list(range(1, expected + 1))
    for author in {row.author for row in rows}:
        seqs = [row.seq for row in rows if row.author == author]
        assert seqs == list(range(1, len(seqs) + 1))


def test_pushes_that_share_a_commit_are_each_whole_or_not_at_all(running: Running) -> None:
    shops = [Shop(running) for _ in range(3)]
    for shop in shops:
        shop.register()
    _together(*(_pushing(running.url, shop, who, 15) for shop in shops for who in (shop.admin, shop.member)))
    for shop in shops:
        _check_order(running.settings.database_url, shop, 30)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_processes_on_one_database_keep_one_order(
    kind: str, tmp_path: Path, postgres: Callable[[], str]
) -> None:
    settings = Settings.embedded(tmp_path, postgres() if kind == "postgresql" else None)
    first, second = Running(settings), Running(settings)
    try:
        shop = Shop(first)
        shop.register()
        members = [device(letter, by=shop.admin, owner=shop.owner) for letter in "CDEF"]
        for member in members:
            shop.enter(member)
        told: list[int] = []

        def listen() -> None:
            headers = {"Authorization": f"Bearer {shop.token(shop.admin)}"}
            answer = requests.get(second.url + "/v1/events?after=0", headers=headers, timeout=30)
            told.append(answer.json()["position"])

        shop.token(shop.admin)
        _together(
            listen,
            *(
                _pushing(url.url, shop, member, 10)
                for url, member in zip((first, second, first, second), members, strict=True)
            ),
        )
        assert told
        assert told[0] > 0
        _check_order(settings.database_url, shop, 40)
    finally:
        first.stop()
        second.stop()


def test_a_push_nobody_waits_for_any_more_does_not_disturb_the_others(running: Running) -> None:
    shop = Shop(running)
    shop.register()
    backend = running.server.backend
    caller = Caller(shop.owner.genesis.ledger_id, shop.admin.credential.author, "admin")
    first, second, third = chain(shop.admin, 3)
    with backend.database.writing() as connection:
        lock_ledger(connection, shop.owner.genesis.ledger_id)
        held = backend.committer.submit(Push(caller, [first]))
        while not held.running():
            time.sleep(0.01)
        left = backend.committer.submit(Push(caller, [second]))
        assert left.cancel()
    assert held.result(timeout=10).new == 1
    assert shop.push(shop.admin, first, second, third).json()["accepted"] == 2


def test_a_pull_goes_on_where_the_last_one_ended_whatever_its_size(shop: Shop) -> None:
    shop.push(shop.admin, *chain(shop.admin, 30))
    shop.push(shop.member, *chain(shop.member, 25))
    vector: dict[Author, int] = {}
    got: list[bytes] = []
    more = True
    while more:
        pulled = shop.pull(shop.member, vector, limit=7)
        more = pulled.more
        got += pulled.changesets
        for encoded in pulled.changesets:
            header = read_changeset(encoded).header
            assert header.seq == vector.get(header.author, 0) + 1
            vector[header.author] = header.seq
    assert len(got) == len(set(got)) == 55
    assert shop.pull(shop.member, vector).changesets == ()


def test_a_restored_server_tells_so(tmp_path: Path) -> None:
    running = Running(Settings.embedded(tmp_path))
    shop = Shop(running)
    shop.register()
    before = shop.pull(shop.admin).instance
    assert shop.pull(shop.admin).instance == before
    database = Database(running.settings.database_url)
    database.write(start_new_instance)
    database.close()
    assert shop.pull(shop.admin).instance != before
    running.stop()
