"""How much a server keeps: so many ledgers, and of each so many bytes; what that never stops goes on."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import select

from khata_desktop.server.settings import Settings
from khata_desktop.server.tables import changesets, ledgers
from khata_desktop.wire.changeset import Changeset, EventEntry
from tests.server.shop import Running, Shop
from tests.wire.people import Device

_MEGABYTE = 1_000_000


@pytest.fixture(params=["sqlite", "postgresql"])
def narrow(request: Any, tmp_path: Path) -> Iterator[Shop]:
    """Return a business on a server where each ledger may keep one megabyte."""
    url = request.getfixturevalue("postgres")() if request.param == "postgresql" else None
    running = Running(dataclasses.replace(Settings.embedded(tmp_path, url), ledger_megabytes=1))
    shop = Shop(running)
    shop.register()
    yield shop
    running.stop()


def _large(who: Device, after: Changeset | None = None, size: int = 200_000) -> Changeset:
    """Return the next changeset of a device, as large as may be: what is random cannot be pressed."""
    parts = [EventEntry(1 << 40, bytes([n]) * 16, os.urandom(size // 4)) for n in range(4)]
    return who.seal(after.header.seq + 1, after.hash, *parts) if after else who.seal(1, bytes(32), *parts)


def _fill(
    shop: Shop, who: Device, last: Changeset | None = None
) -> tuple[list[Changeset], requests.Response]:
    """Push until it is refused; return what was taken, and the refusal."""
    taken: list[Changeset] = []
    while True:
        last = _large(who, last)
        answer = shop.push(who, last)
        if answer.status_code != 200:
            return taken, answer
        taken.append(last)


def _put(shop: Shop, content: bytes) -> requests.Response:
    return shop.ask(shop.admin, "PUT", f"/v1/blobs/{sha256(content).hexdigest()}", data=content)


def _counted(shop: Shop) -> tuple[int, int]:
    with shop.running.server.backend.database.reading() as connection:
        row = connection.execute(
            select(ledgers.c.changeset_bytes, ledgers.c.blob_bytes).where(
                ledgers.c.ledger_id == shop.owner.genesis.ledger_id
            )
        ).one()
        kept = connection.execute(
            select(changesets.c.size).where(changesets.c.ledger_id == shop.owner.genesis.ledger_id)
        )
        assert sum(kept.scalars()) == row.changeset_bytes
    return row.changeset_bytes, row.blob_bytes


def test_a_ledger_that_is_full_is_told_so_and_others_are_served(narrow: Shop) -> None:
    other = Shop(narrow.running, letters="XY")
    other.register()
    taken, answer = _fill(narrow, narrow.member)
    assert (answer.status_code, answer.json()["code"]) == (413, "storage_full")
    assert len(taken) == 4
    assert _counted(narrow)[0] <= _MEGABYTE
    assert other.push(other.member, _large(other.member)).status_code == 200


def test_nothing_stops_reading_and_shutting_out_where_a_device_filled_the_ledger(narrow: Shop) -> None:
    backup = os.urandom(1000)
    assert _put(narrow, backup).status_code == 201
    name = sha256(backup).hexdigest()
    kept = {"name": "2026-01-31", "manifest": name, "size": 1000, "blobs": []}
    assert narrow.ask(narrow.admin, "POST", "/v1/backups", json=kept).status_code == 201
    taken, _answer = _fill(narrow, narrow.member)
    assert len(narrow.pull(narrow.admin).changesets) == len(taken)
    assert narrow.ask(narrow.admin, "GET", f"/v1/blobs/{name}").content == backup
    assert narrow.ask(narrow.admin, "GET", "/v1/backups").json()["backups"][0]["id"] == name
    # The same again, as when an answer was lost, takes no room.
    assert narrow.push(narrow.member, *taken).status_code == 200
    assert _put(narrow, backup).status_code == 200
    assert narrow.revoke(narrow.admin, narrow.member, taken[-1]).status_code == 200
    # A tenth is left for the admins, who tell the others and give them new keys.
    first = _large(narrow.admin)
    assert narrow.push(narrow.admin, first).status_code == 200
    assert _fill(narrow, narrow.admin, first)[1].status_code == 413


def test_blobs_leave_a_tenth_for_what_is_entered(narrow: Shop) -> None:
    assert _put(narrow, os.urandom(600_000)).status_code == 201
    too_much = os.urandom(300_001)
    answer = _put(narrow, too_much)
    assert (answer.status_code, answer.json()["code"]) == (413, "storage_full")
    assert narrow.ask(narrow.admin, "HEAD", f"/v1/blobs/{sha256(too_much).hexdigest()}").status_code == 404
    assert _put(narrow, os.urandom(300_000)).status_code == 201
    assert narrow.push(narrow.member, _large(narrow.member, size=90_000)).status_code == 200
    assert _counted(narrow)[1] == 900_000


def test_what_is_cleared_away_or_was_never_put_makes_room(narrow: Shop, tmp_path: Path) -> None:
    first = os.urandom(900_000)
    assert _put(narrow, first).status_code == 201
    (tmp_path / "blobs").rename(tmp_path / "elsewhere")
    (tmp_path / "blobs").touch()  # nothing can be put into a file
    assert _put(narrow, os.urandom(10)).status_code in (413, 503)
    (tmp_path / "blobs").unlink()
    (tmp_path / "elsewhere").rename(tmp_path / "blobs")
    assert _counted(narrow)[1] == 900_000
    with narrow.running.later(days=31):
        assert narrow.running.server.backend.tidy().blobs == 1
    assert _counted(narrow)[1] == 0
    assert _put(narrow, first).status_code == 201


def test_tidying_counts_anew_what_is_there(narrow: Shop, tmp_path: Path) -> None:
    content = os.urandom(5000)
    assert _put(narrow, content).status_code == 201
    name = sha256(content).hexdigest()
    path = tmp_path / "blobs" / narrow.ledger / name[:2] / name
    path.rename(path.with_name("ab" * 32))
    (path.parent / ("cd" * 32)).write_bytes(bytes(700))
    narrow.running.server.backend.tidy()
    assert _counted(narrow)[1] == 5700


def test_a_server_takes_so_many_ledgers_and_no_more(tmp_path: Path) -> None:
    running = Running(dataclasses.replace(Settings.embedded(tmp_path), most_ledgers=2))
    shops = [Shop(running) for _ in range(3)]
    answers = [shop.enter_ledger() for shop in shops]
    assert [answer.status_code for answer in answers] == [201, 201, 403]
    assert answers[2].json()["code"] == "sign_up_closed"
    assert [shop.enter_ledger().status_code for shop in shops] == [200, 200, 403]
    assert shops[0].enter(shops[0].member).status_code == 201
    running.stop()
