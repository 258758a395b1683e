"""Kill -9 at any moment: what was acknowledged is there, nothing is there by half, the book opens."""

import os
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.services.books import Books
from khata_desktop.storage.lookups import business_rules
from khata_desktop.storage.verification import verify_file
from tests.faults.conftest import Start
from tests.faults.posting import post_until_killed

KILLS = int(os.environ.get("KHATA_KILLS") or 200)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


def _said(path: Path) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return the batches begun, with their counts, and those acknowledged, with their numbers."""
    begun: dict[str, int] = {}
    done: dict[str, list[str]] = {}
    for line in path.read_text().splitlines() if path.exists() else ():
        word, name, *rest = line.split()
        if word == "begun":
            begun[name] = int(rest[0])
        else:
            done[name] = rest
    return begun, done


def _in_book(path: Path) -> dict[str, list[str]]:
    """Return the numbers of each batch that is in the book, opened as the program opens it."""
    with Books.open(path) as books:
        assert books.query(business_rules).name == "Rahmat General Store"
    found: dict[str, list[str]] = {}
    with closing(dbapi2.connect(str(path))) as connection:
        for name, number in connection.execute(
            "SELECT reference, number FROM vouchers WHERE reference GLOB '[0-9]*-[0-9]*' ORDER BY seq"
        ):
            found.setdefault(name, []).append(number)
    return found


def test_every_acknowledged_voucher_survives_and_none_is_there_by_half(
    shop: Path, tmp_path: Path, start: Start
) -> None:
    rng, said = Random(20260701), tmp_path / "said.txt"
    for kill in range(KILLS):
        size = said.stat().st_size if said.exists() else 0
        process = start(post_until_killed, shop, said, kill)
        # A third dies while it opens the book, a third once it posts, a third once something is acknowledged.
        for _ in range(20_000 if kill % 3 else 0):
            new = _new_lines(said, size)
            if any(kill % 3 == 1 or not line.startswith("begun") for line in new):
                break
            time.sleep(0.001)
        time.sleep(rng.random() * 0.05)
        process.kill()
        process.join()
        if kill % 25 == 0:
            _check(shop, said)
    batches = _check(shop, said)
    assert batches >= KILLS // 3, "the test posted next to nothing"
    assert verify_file(shop, deep=True).is_right


def _new_lines(said: Path, size: int) -> list[str]:
    """Return the whole lines that were written after the first ``size`` bytes."""
    if not said.exists():
        return []
    with said.open() as file:
        file.seek(size)
        return [line for line in file.readlines() if line.endswith("\n")]


def _check(shop: Path, said: Path) -> int:
    begun, done = _said(said)
    in_book = _in_book(shop)
    for name, numbers in done.items():
        assert in_book.get(name) == numbers, f"batch {name} was acknowledged"
    for name, numbers in in_book.items():
        assert len(numbers) == begun[name], f"batch {name} is there by half"
    numbers_of_all = Counter(number for numbers in in_book.values() for number in numbers)
    assert max(numbers_of_all.values(), default=1) == 1
    found = verify_file(shop)
    assert found.is_right, found.findings
    return len(in_book)


def test_a_book_whose_making_is_killed_is_not_there_or_whole(tmp_path: Path, start: Start) -> None:
    rng, made = Random(5), 0
    begun = time.monotonic()
    start(_make, tmp_path / "whole.khata").join()
    takes = time.monotonic() - begun
    for attempt in range(12):
        path = tmp_path / f"book-{attempt}.khata"
        process = start(_make, path)
        # From too early to too late, whatever the machine is busy with.
        time.sleep(takes * (attempt % 6 + rng.random()) / 3)
        process.kill()
        process.join()
        if path.exists():
            made += 1
            with Books.open(path) as books:
                assert books.query(business_rules).name == "New Shop"
            assert verify_file(path).is_right
        else:
            Books.create(path, name="New Shop", currency_code="PKR").close()
    assert 0 < made < 12, "the blows fell all too early or all too late"


def _make(path: Path) -> None:
    Books.create(path, name="New Shop", currency_code="PKR").close()
