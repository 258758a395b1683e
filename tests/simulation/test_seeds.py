"""A shop of two to six devices lives through five hundred days with every fault, and what is promised holds.

`make simulate` runs many more. A seed that fails says how to run it alone.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.simulation.happened import Happened
from tests.simulation.run import Tally, run_seeds

SEEDS = 500
_IN_ONE = 25
_FIRSTS = range(0, SEEDS, _IN_ONE)


@pytest.fixture(scope="session")
def book_keeping(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder in which all workers of this run write down what happened to their seeds."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "simulated"
    folder.mkdir(exist_ok=True)
    return folder


def never_happened(folder: Path) -> list[Happened]:
    """Return what befell no seed, once all seeds of the run are written down; nothing before."""
    written = [folder / f"{first}.json" for first in _FIRSTS]
    if not all(path.exists() for path in written):
        return []
    total: Counter[str] = Counter()
    for path in written:
        total.update(json.loads(path.read_text(encoding="utf-8")))
    return [what for what in Happened if not total[what]]


def write_down(folder: Path, first: int, tally: Tally) -> None:
    """Write it under another name first: another worker may be looking."""
    fresh = folder / f"{first}.new"
    fresh.write_text(json.dumps(tally.happened), encoding="utf-8")
    fresh.replace(folder / f"{first}.json")


@pytest.mark.parametrize("first", _FIRSTS)
def test_whatever_befalls_the_shop_what_is_promised_holds(first: int, book_keeping: Path) -> None:
    tally = run_seeds(range(first, first + _IN_ONE))
    assert tally.facts > 100
    write_down(book_keeping, first, tally)
    # Whoever is the last of all workers sees to it that every fault was met at least once.
    assert never_happened(book_keeping) == []


def test_a_seed_is_the_same_day_each_time() -> None:
    once, again = run_seeds([7]), run_seeds([7])
    assert once.happened == again.happened
    assert (once.facts, once.device_hours) == (again.facts, again.device_hours)
