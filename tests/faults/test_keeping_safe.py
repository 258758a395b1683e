"""Restoring and backing up while others are at work, or killed at any moment: nothing entered is lost."""

import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.storage.backup import back_up, list_backups
from khata_desktop.storage.restoring import restore
from khata_desktop.storage.verification import verify_file
from tests.faults.conftest import Start
from tests.faults.keeping import NOW, back_up_often, restore_once
from tests.faults.posting import post_until_killed
from tests.storage.plain import contents, copy_book

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


@pytest.fixture
def saved(shop: Path, tmp_path: Path) -> Path:
    """A backup of the shop as it is at first."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return back_up(shop, folder, now=NOW).path


def _batches(book: Path) -> Counter[str]:
    """Return how many vouchers of each batch a book holds."""
    with closing(dbapi2.connect(str(book))) as connection:
        batches = "SELECT reference FROM vouchers WHERE reference GLOB '[0-9]*-[0-9]*'"
        return Counter(row[0] for row in connection.execute(batches))


def _said(path: Path, word: str) -> dict[str, str]:
    lines = path.read_text().splitlines() if path.exists() else ()
    return {name: rest for first, name, rest in (line.split(" ", 2) for line in lines) if first == word}


def test_what_is_entered_while_a_backup_is_restored_is_in_the_book_or_on_the_way_back(
    shop: Path, saved: Path, tmp_path: Path, start: Start
) -> None:
    said = [tmp_path / f"said-{seed}.txt" for seed in range(2)]
    posting = [start(post_until_killed, shop, path, seed, None, 0.003) for seed, path in enumerate(said)]
    ways_back: list[Path] = []
    for _ in range(6):
        done = [len(_said(path, "done")) for path in said]
        while any(len(_said(path, "done")) < before + 2 for path, before in zip(said, done, strict=True)):
            assert all(process.is_alive() for process in posting)
            time.sleep(0.002)
        restored = restore(saved, shop, now=NOW)
        assert restored.way_back is not None
        ways_back.append(restored.way_back)
    for process in posting:
        process.kill()
        process.join()
    found: Counter[str] = Counter()
    for book in (shop, *ways_back):
        assert verify_file(book).is_right
        # A batch is in one of them, for each restore takes away what came before it.
        assert not found.keys() & _batches(book).keys()
        found += _batches(book)
    begun = {name: int(count) for path in said for name, count in _said(path, "begun").items()}
    acknowledged = {name for path in said for name in _said(path, "done")}
    assert len(acknowledged) > 50
    assert acknowledged <= found.keys()
    assert {name: begun[name] for name in found} == found
    assert verify_file(shop, deep=True).is_right


@pytest.mark.parametrize("damaged", [False, True])
def test_a_restore_killed_at_any_moment_leaves_the_old_book_or_the_new(
    shop: Path, saved: Path, tmp_path: Path, start: Start, damaged: bool
) -> None:
    start(post_until_killed, shop, tmp_path / "said.txt", 1, 5).join()
    if damaged:
        shop.write_bytes(shop.read_bytes()[:-3000])
    rng, outcomes = Random(3), Counter[str]()
    old_bytes, new = shop.read_bytes(), contents(saved)
    old = {} if damaged else contents(shop)
    begun = time.monotonic()
    start(restore_once, saved, copy_book(shop, tmp_path / "trial.khata")).join()
    takes = time.monotonic() - begun
    for attempt in range(40):
        place = tmp_path / f"place-{attempt}"
        place.mkdir()
        to = copy_book(shop, place / "shop.khata")
        process = start(restore_once, saved, to)
        # From too early to too late, whatever the machine is busy with.
        time.sleep(takes * (attempt % 12 + rng.random()) / 4)
        process.kill()
        process.join()
        kept = [way for way in place.glob("*-before-*.khata") if "unfinished" not in way.name]
        if to.read_bytes() == old_bytes or (not damaged and contents(to) == old):
            outcomes["old"] += 1
        else:
            assert contents(to) == new
            assert len(kept) == 1
            outcomes["new"] += 1
        for way_back in kept:
            assert way_back.read_bytes() == old_bytes if damaged else contents(way_back) == old
        if to.read_bytes() != old_bytes or not damaged:
            assert verify_file(to).is_right
    assert outcomes["old"], "the blows fell all too late"
    assert outcomes["new"], "the blows fell all too early"


def test_processes_that_back_up_at_once_do_not_meet(shop: Path, tmp_path: Path, start: Start) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    posting = start(post_until_killed, shop, tmp_path / "said.txt", 1)
    at_work = [start(back_up_often, shop, folder, 5) for _ in range(4)]
    for process in at_work:
        process.join()
    posting.kill()
    assert [process.exitcode for process in at_work] == [0] * 4
    made = list_backups(shop, folder)
    assert len(made) == 20
    assert len([*folder.iterdir()]) == 20
    assert all(verify_file(backup.path).is_right for backup in made)
