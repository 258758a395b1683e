"""Backups go only by the owner's word and 30 days after it; what nothing refers to is cleared away."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import text

from khata_desktop.server.database import Database
from khata_desktop.server.settings import Settings
from khata_desktop.wire.signing import SigningKey
from tests.server.shop import Running, Shop, b64, chain
from tests.wire.people import Device

_DAY = 24 * 3600


def _put(shop: Shop, content: bytes | None = None) -> str:
    """Upload a blob and return its name."""
    content = content or os.urandom(40)
    name = sha256(content).hexdigest()
    answer = shop.ask(shop.admin, "PUT", f"/v1/blobs/{name}", data=content)
    assert answer.status_code in (200, 201)
    return name


def _keep(shop: Shop, manifest: str, who: Device | None = None, **more: Any) -> requests.Response:
    body = {"name": "2026-01-31", "manifest": manifest, "size": 40, "blobs": [], **more}
    return shop.ask(who or shop.admin, "POST", "/v1/backups", json=body)


def _delete(shop: Shop, backup: str, key: SigningKey, domain: bytes = b"delete-backup") -> requests.Response:
    signature = b64(key.sign(domain, bytes.fromhex(backup)))
    return shop.ask(shop.admin, "DELETE", f"/v1/backups/{backup}", json={"signature": signature})


def _listed(shop: Shop) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = shop.ask(shop.member, "GET", "/v1/backups").json()["backups"]
    return listed


def test_a_backup_is_kept_and_listed_newest_first(shop: Shop, other: Shop) -> None:
    first, second = _put(shop), _put(shop)
    parts = [_put(shop), _put(shop)]
    made = _keep(shop, first, blobs=parts)
    assert made.status_code == 201
    assert made.json() == {
        "id": first,
        "name": "2026-01-31",
        "manifest": first,
        "size": 40,
        "author": shop.admin.credential.author.hex(),
        "made_at": made.json()["made_at"],
        "deleted_at": None,
        "kept_until": None,
    }
    with shop.running.later(seconds=5):
        assert _keep(shop, second, who=shop.member, name="بیک اپ").status_code == 201
    assert [one["id"] for one in _listed(shop)] == [second, first]
    assert shop.ask(shop.member, "GET", f"/v1/backups/{first}").json() == made.json()
    # The same again is the same backup, as when an answer was lost.
    again = _keep(shop, first, blobs=parts, name="another name")
    assert (again.status_code, again.json()) == (200, made.json())
    for path in (f"/v1/backups/{first}", f"/v1/backups/{'00' * 32}"):
        assert other.ask(other.admin, "GET", path).status_code == 404
    assert _listed(other) == []


def test_a_backup_whose_blobs_are_not_here_is_refused(shop: Shop, other: Shop) -> None:
    here, nowhere, elsewhere = _put(shop), "ab" * 32, _put(other)
    for manifest, parts in ((nowhere, []), (here, [here, nowhere]), (here, [elsewhere])):
        assert _keep(shop, manifest, blobs=parts).status_code == 404
    assert _listed(shop) == []


def test_a_name_that_is_none_is_refused(shop: Shop) -> None:
    manifest = _put(shop)
    for name in ("", "x" * 101, "a\x00b", "a\nb", 5):
        assert _keep(shop, manifest, name=name).status_code == 422, name


def test_only_the_owners_root_key_lets_a_backup_go(shop: Shop, other: Shop) -> None:
    backup = _put(shop)
    _keep(shop, backup)
    for key, domain in (
        (shop.admin.epoch, b"delete-backup"),
        (shop.admin.identity, b"delete-backup"),
        (other.owner.root, b"delete-backup"),
        (shop.owner.root, b"session"),
    ):
        assert _delete(shop, backup, key, domain).status_code == 422
    of_another = b64(shop.owner.root.sign(b"delete-backup", bytes(32)))
    for signature in (of_another, b64(b""), b64(bytes(64))):
        answer = shop.ask(shop.admin, "DELETE", f"/v1/backups/{backup}", json={"signature": signature})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_signature")
    assert _delete(other, backup, shop.owner.root).status_code == 404
    assert _listed(shop)[0]["deleted_at"] is None
    assert _delete(shop, backup, shop.owner.root).status_code == 200
    assert _delete(shop, "00" * 32, shop.owner.root).status_code == 404


def test_a_backup_that_may_go_can_be_restored_for_thirty_days(shop: Shop) -> None:
    running = shop.running
    content = os.urandom(40)
    backup = _put(shop, content)
    _keep(shop, backup, blobs=[])
    gone = _delete(shop, backup, shop.owner.root).json()
    assert gone["kept_until"] - gone["deleted_at"] == 30 * _DAY * 1000
    # To say it again later does not make it go sooner, or later.
    with running.later(minutes=10):
        assert _delete(shop, backup, shop.owner.root).json() == gone
    with running.later(days=29):
        running.server.backend.tidy()
        token = shop.session(shop.admin.credential.author.hex(), shop.admin.epoch).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        assert running.ask("GET", f"/v1/backups/{backup}", headers=headers).json() == gone
        assert running.ask("GET", f"/v1/blobs/{backup}", headers=headers).content == content
    with running.later(days=30, minutes=1):
        running.server.backend.tidy()
    assert _listed(shop) == []
    assert shop.ask(shop.admin, "GET", f"/v1/backups/{backup}").status_code == 404


def test_telling_of_a_backup_again_takes_back_that_it_may_go(shop: Shop) -> None:
    backup = _put(shop)
    _keep(shop, backup)
    assert _delete(shop, backup, shop.owner.root).status_code == 200
    assert _keep(shop, backup).json()["deleted_at"] is None
    with shop.running.later(days=31):
        shop.running.server.backend.tidy()
    assert [one["id"] for one in _listed(shop)] == [backup]


def test_the_owner_finds_the_backups_with_the_phrase_and_who_was_shut_out_does_not(shop: Shop) -> None:
    backup = _put(shop)
    _keep(shop, backup)
    token = shop.session("root", shop.owner.root).json()["token"]
    headers = {"Authorization": f"Bearer {token}"}
    listed = shop.running.ask("GET", "/v1/backups", headers=headers).json()["backups"]
    assert [one["id"] for one in listed] == [backup]
    shop.token(shop.member)
    shop.revoke(shop.admin, shop.member)
    assert shop.ask(shop.member, "GET", "/v1/backups").status_code == 403
    assert _keep(shop, backup, who=shop.member).status_code == 403


# --- clearing away --------------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgresql"])
def own(request: Any, tmp_path: Path) -> Iterator[Shop]:
    """Return a business on a server of its own, with a folder of blobs."""
    url = request.getfixturevalue("postgres")() if request.param == "postgresql" else None
    running = Running(Settings.embedded(tmp_path, url))
    shop = Shop(running)
    shop.register()
    yield shop
    running.stop()


def _age(shop: Shop, folder: Path, name: str, days: float) -> None:
    """Make a blob so old."""
    path = folder / "blobs" / shop.ledger / name[:2] / name
    then = time.time() - days * _DAY
    os.utime(path, (then, then))


def _there(shop: Shop, *names: str) -> list[bool]:
    return [shop.ask(shop.admin, "HEAD", f"/v1/blobs/{name}").status_code == 200 for name in names]


def _snapshot(shop: Shop, manifest: str, **more: Any) -> requests.Response:
    body = {"manifest": manifest, "vector": {}, "blobs": [], **more}
    return shop.ask(shop.admin, "POST", "/v1/snapshots", json=body)


def test_old_blobs_that_nothing_refers_to_are_cleared_away(own: Shop, tmp_path: Path) -> None:
    of_snapshot, part, of_backup, part_of_backup, nobodys, young = (_put(own) for _ in range(6))
    assert _snapshot(own, of_snapshot, blobs=[part]).status_code == 201
    assert _keep(own, of_backup, blobs=[part_of_backup]).status_code == 201
    for name in (of_snapshot, part, of_backup, part_of_backup, nobodys):
        _age(own, tmp_path, name, 31)
    _age(own, tmp_path, young, 29)
    assert own.running.server.backend.tidy().blobs == 1
    names = of_snapshot, part, of_backup, part_of_backup, nobodys, young
    assert _there(own, *names) == [True, True, True, True, False, True]


def test_who_tells_of_a_snapshot_or_backup_tells_all_it_consists_of(own: Shop) -> None:
    manifest = _put(own)
    for path, body in (
        ("snapshots", {"manifest": manifest, "vector": {}}),
        ("backups", {"name": "2026-01-31", "manifest": manifest, "size": 40}),
    ):
        for blobs in ({}, {"blobs": None}):
            answer = own.ask(own.admin, "POST", f"/v1/{path}", json={**body, **blobs})
            assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert _snapshot(own, manifest, blobs=["ab" * 32]).status_code == 404


def test_what_a_forgotten_snapshot_consisted_of_goes_and_what_a_kept_one_shares_stays(
    own: Shop, tmp_path: Path
) -> None:
    shared, old, new = (_put(own) for _ in range(3))
    manifests = [_put(own) for _ in range(21)]
    for number, manifest in enumerate(manifests):
        with own.running.later(seconds=number):
            parts = [shared, old] if number == 0 else [shared, new]
            assert _snapshot(own, manifest, blobs=parts).status_code == 201
    for name in (shared, old, new, *manifests):
        _age(own, tmp_path, name, 400)
    assert own.running.server.backend.tidy().blobs == 2
    assert _there(own, shared, new, old, *manifests) == [True, True, False, False] + [True] * 20


def test_a_ledgers_blobs_are_not_cleared_away_for_another_and_strangers_files_are_left_alone(
    own: Shop, tmp_path: Path
) -> None:
    other = Shop(own.running, letters="XY")
    other.register()
    content = os.urandom(40)
    mine, others = _put(own, content), _put(other, content)
    _keep(own, mine, blobs=[])
    stranger = tmp_path / "blobs" / ("ab" * 16) / "cd" / ("cd" * 32)
    odd = tmp_path / "blobs" / other.ledger / "readme.txt"
    for path in (stranger, odd):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    _age(own, tmp_path, mine, 40)
    _age(other, tmp_path, others, 40)
    assert own.running.server.backend.tidy().blobs == 1
    assert (_there(own, mine), _there(other, others)) == ([True], [False])
    assert stranger.exists()
    assert odd.exists()


def test_what_is_put_again_is_young_again(own: Shop, tmp_path: Path) -> None:
    content = os.urandom(40)
    name = _put(own, content)
    _age(own, tmp_path, name, 40)
    assert own.ask(own.admin, "PUT", f"/v1/blobs/{name}", data=content).status_code == 200
    assert own.running.server.backend.tidy().blobs == 0
    assert _there(own, name) == [True]


def test_a_backup_told_of_while_its_blobs_are_cleared_away_is_refused_or_whole(
    own: Shop, tmp_path: Path
) -> None:
    own.token(own.admin)
    kept: list[tuple[str, list[str]]] = []
    stop = threading.Event()

    def tidy_all_the_time() -> None:
        while not stop.is_set():
            own.running.server.backend.tidy()

    tidying = threading.Thread(target=tidy_all_the_time)
    tidying.start()
    refused = 0
    for _ in range(25):
        names = [_put(own) for _ in range(3)]
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # cleared away already
                _age(own, tmp_path, name, 40)
        answer = _keep(own, names[0], blobs=names)
        if answer.status_code == 201:
            kept.append((names[0], names))
        else:
            refused += 1
            assert answer.status_code in (404, 503)
    stop.set()
    tidying.join()
    own.running.server.backend.tidy()
    for _manifest, names in kept:
        assert _there(own, *names) == [True] * 3
    assert refused + len(kept) == 25


def test_pairings_that_ended_are_cleared_away(own: Shop) -> None:
    body = {"token_hash": os.urandom(32).hex()}
    assert own.ask(own.admin, "POST", "/v1/pairings", json=body).status_code == 201
    with own.running.later(hours=24):
        assert own.running.server.backend.tidy().pairings == 0
    with own.running.later(hours=24, minutes=11):
        assert own.running.server.backend.tidy().pairings == 1


def test_a_server_tidies_by_itself(tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings.embedded(tmp_path), tidy_hours=1e-4)
    running = Running(settings)
    shop = Shop(running)
    shop.register()
    name = _put(shop)
    _age(shop, tmp_path, name, 31)
    deadline = time.monotonic() + 10
    while _there(shop, name) == [True] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _there(shop, name) == [False]
    running.stop()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_blobs_in_s3_compatible_storage_are_cleared_away_too(bucket: str, tmp_path: Path) -> None:
    running = Running(dataclasses.replace(Settings.embedded(tmp_path), blobs_url=bucket))
    shop = Shop(running)
    shop.register()
    needed, nobodys = _put(shop), _put(shop)
    _keep(shop, needed, blobs=[])
    with running.later(days=31):
        assert running.server.backend.tidy().blobs == 1
    assert _there(shop, needed, nobodys) == [True, False]
    running.stop()


def test_a_copy_made_as_the_guide_says_while_it_runs_is_a_server_elsewhere(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    running = Running(Settings.embedded(here))
    shop = Shop(running)
    shop.register()
    content = os.urandom(40)
    pushed = chain(shop.admin, 5)
    assert shop.push(shop.admin, *pushed).status_code == 200
    backup = _put(shop, content)
    assert _keep(shop, backup).status_code == 201
    before = shop.pull(shop.admin).instance
    there.mkdir()
    with (
        closing(sqlite3.connect(here / "server.db")) as source,
        closing(sqlite3.connect(there / "server.db")) as copy,
    ):
        source.backup(copy)
    shutil.copytree(here / "blobs", there / "blobs")
    shutil.copy2(here / "secret", there / "secret")
    # What came after it is lost here, and only here.
    later = chain(shop.admin, 1, pushed[-1])
    assert shop.push(shop.admin, *later).status_code == 200
    running.stop()
    shop.running = again = Running(Settings.embedded(there))
    again.server.backend.was_restored()
    pulled = shop.pull(shop.admin)
    assert list(pulled.changesets) == [changeset.encoded for changeset in pushed]
    assert pulled.instance != before
    assert shop.ask(shop.admin, "GET", f"/v1/blobs/{backup}").content == content
    assert [one["id"] for one in _listed(shop)] == [backup]
    # Whoever has it brings it again.
    assert shop.push(shop.member, *later).json()["accepted"] == 1
    again.stop()


def test_a_restored_database_makes_every_device_compare(tmp_path: Path, own: Shop) -> None:
    author = own.admin.credential.author.hex()
    before = own.session(author, own.admin.epoch).json()["instance"]
    own.running.server.backend.was_restored()
    answer = own.session(author, own.admin.epoch).json()
    assert answer["instance"] != before
    assert own.pull(own.admin).instance.hex() == answer["instance"]


def test_the_account_column_holds_nothing_where_nobody_signs_up(own: Shop) -> None:
    database = Database(own.running.settings.database_url)
    with database.reading() as connection:
        assert connection.execute(text("SELECT account FROM ledgers")).scalars().all() == [None]
    database.close()
