"""A backup is worth what its restore is worth: what was saved is whole and lasts."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BackupSpoiled, BookDamaged, FolderMissing
from khata_desktop.reports.trial_balance import TrialBalance, trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import save_party
from khata_desktop.storage.backup import Backup, back_up, drill, list_backups, thin_out
from khata_desktop.storage.verification import verify_file
from tests.storage.plain import tamper

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.khata"
    with Books.create(path, name="Rahmat", currency_code="PKR") as books:
        _enter(books, 100)
    return path


def _enter(books: Books, amount: int) -> None:
    party = books.execute(save_party, {"name": f"Aslam {amount}"}).value
    entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=amount, entered_on=date(2026, 1, 1))
    books.execute(record_khata_entry, entry)


def _balance(path: Path) -> TrialBalance:
    with Books.open(path) as books:
        return books.query(trial_balance)


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def test_a_backup_is_the_book_and_the_book_can_be_in_use(shop: Path, usb: Path) -> None:
    with Books.open(shop) as books:
        _enter(books, 250)
        made = back_up(shop, usb, now=NOW)
        _enter(books, 400)
    assert made.path.name == "shop-20261121-123000.khata"
    assert _balance(made.path).debit_minor == 350
    assert verify_file(made.path, deep=True).is_right
    assert [b.path for b in list_backups(shop, usb)] == [made.path]


def test_no_folder_is_made_for_a_stick_that_is_not_there(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="plug in"):
        back_up(shop, tmp_path / "media" / "usb", now=NOW)
    (tmp_path / "usb").write_text("a file, not a folder")
    with pytest.raises(FolderMissing):
        back_up(shop, tmp_path / "usb", now=NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["shop.khata", "usb"]


def test_backups_made_at_once_all_succeed(shop: Path, usb: Path) -> None:
    with ThreadPoolExecutor(6) as many:
        made = list(many.map(lambda _: back_up(shop, usb, now=NOW), range(6)))
    assert len({backup.path for backup in made}) == 6
    assert sorted(usb.iterdir()) == sorted(backup.path for backup in made)
    for backup in list_backups(shop, usb):
        drill(backup.path)
    assert len(list_backups(shop, usb)) == 6


def test_what_somebody_else_made_is_never_touched(shop: Path, usb: Path) -> None:
    for name in ("shop-20261121-123000.khata", "shop-20261121-123000.khata.part"):
        (usb / name).write_text("somebody's")
    tamper(shop, "UPDATE party_totals SET debit_minor = debit_minor + 1")
    with pytest.raises(BookDamaged):
        back_up(shop, usb, now=NOW)
    assert {file.read_text() for file in usb.iterdir()} == {"somebody's"}
    assert len([*usb.iterdir()]) == 2


ALTERED = {
    "the log": "UPDATE event_log SET payload = CAST(substr(payload, 1, 9) || x'00' AS BLOB) WHERE seq = 4",
    "a khata's total": "UPDATE party_totals SET debit_minor = debit_minor + 1",
    "a month's total": "UPDATE account_months SET debit_minor = debit_minor + 1",
}


@pytest.mark.parametrize("what", ALTERED)
def test_a_copy_that_could_not_be_restored_is_not_called_good(shop: Path, usb: Path, what: str) -> None:
    made = back_up(shop, usb, now=NOW)
    drill(made.path)
    tamper(made.path, ALTERED[what])
    with pytest.raises(BackupSpoiled):
        drill(made.path)


@pytest.mark.parametrize("what", ALTERED)
def test_a_book_that_is_not_right_is_named_and_no_other_disk_asked_for(
    shop: Path, usb: Path, what: str
) -> None:
    tamper(shop, ALTERED[what])
    with pytest.raises(BookDamaged, match=r"shop\.khata"):
        back_up(shop, usb, now=NOW)
    assert not [*usb.iterdir()]


def test_what_a_killed_program_left_is_removed_once_it_is_old_and_unused(shop: Path, usb: Path) -> None:
    left = [
        usb / f"{name}{beside}"
        for name in ("shop-unfinished-0123abcd.khata", "old-unfinished-0a0b0c0d-unfinished-11223344.khata")
        for beside in ("", "-wal", "-shm")
    ]
    fresh, other = usb / "shop-unfinished-99999999.khata", usb / "my unfinished work.khata"
    for file in (*left, fresh, other):
        file.write_bytes(b"half")
    for file in (*left, other):
        os.utime(file, (1_000_000, 1_000_000))
    in_use = usb / "long-unfinished-aaaaaaaa.khata"
    with Books.create(in_use, name="Long", currency_code="PKR") as books:
        for beside in ("", "-wal", "-shm"):
            os.utime(f"{in_use}{beside}", (1_000_000, 1_000_000))
        made = back_up(shop, usb, now=NOW)
        assert {made.path, fresh, other, in_use} == {p for p in usb.iterdir() if p.suffix == ".khata"}
        _enter(books, 5)
    assert verify_file(in_use).is_right
    back_up(shop, usb, now=NOW)
    assert in_use.exists()


def test_old_backups_are_thinned_to_one_a_day_a_week_a_month(tmp_path: Path) -> None:
    backups = []
    for hours in range(0, 24 * 200, 6):
        at = NOW - timedelta(hours=hours)
        path = tmp_path / f"shop-{at:%Y%m%d-%H%M%S}.khata"
        path.write_bytes(b"x")
        backups.append(Backup(path, at, 1))
    gone = thin_out(backups, now=NOW)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) + len(gone) == len(backups)
    ages = [(NOW - datetime.strptime(name[5:20], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)).days for name in left]
    assert sum(age < 1 for age in ages) == 4
    assert sum(1 <= age < 14 for age in ages) == 13
    assert 9 <= sum(14 <= age < 90 for age in ages) <= 12
    assert 2 <= sum(age >= 90 for age in ages) <= 5
    assert backups[0].path.exists()
