"""Several processes with one book: none loses a voucher, none takes another's number."""

import re
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.storage.verification import verify_file
from tests.faults.conftest import Start
from tests.faults.posting import post_until_killed

PROCESSES, BATCHES = 4, 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


def test_processes_that_post_at_once_lose_and_double_nothing(
    shop: Path, tmp_path: Path, start: Start
) -> None:
    with Books.open(shop) as watching:
        # Twenty customers are enough to meet each other in the same khatas.
        before = watching.query(trial_balance)
        said = [tmp_path / f"said-{seed}.txt" for seed in range(PROCESSES)]
        at_work = [start(post_until_killed, shop, path, seed, BATCHES) for seed, path in enumerate(said)]
        seen_changes = 0
        while any(process.is_alive() for process in at_work):
            seen_changes += watching.changed_elsewhere()
            shown = watching.query(trial_balance)
            assert shown.debit_minor == shown.credit_minor
            at_work[0].join(0.02)
            at_work.sort(key=lambda process: not process.is_alive())
        assert [process.exitcode for process in at_work] == [0] * PROCESSES
        assert seen_changes
        after = watching.query(trial_balance)
    acknowledged = [
        number
        for path in said
        for line in path.read_text().splitlines()
        if line.startswith("done")
        for number in line.split()[2:]
    ]
    assert len(acknowledged) > PROCESSES * BATCHES
    assert len(set(acknowledged)) == len(acknowledged)
    with closing(dbapi2.connect(str(shop))) as connection:
        # A correction bears its original's number, one revision on.
        borne = connection.execute("SELECT number, revision FROM vouchers").fetchall()
    assert len(set(borne)) == len(borne)
    numbers = [number for number, revision in borne if revision == 0]
    assert set(acknowledged) <= set(numbers)
    _assert_no_gaps(numbers)
    assert after.debit_minor == after.credit_minor != before.debit_minor
    assert verify_file(shop, deep=True).is_right


def _assert_no_gaps(numbers: list[str]) -> None:
    series: dict[str, list[int]] = {}
    for number in numbers:
        prefix, count = re.fullmatch(r"(.*-)(\d+)", number).groups()  # type: ignore[union-attr]
        series.setdefault(prefix, []).append(int(count))
    for prefix, counts in series.items():
        assert sorted(counts) == list(range(1, max(counts) + 1)), prefix
