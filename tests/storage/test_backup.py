"""A backup is worth what its restore is worth."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookDamaged, NotABook, StorageError
from khata_desktop.reports.trial_balance import TrialBalance, trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import save_party
from khata_desktop.storage.backup import Backup, back_up, list_backups, restore, thin_out
from khata_desktop.storage.verification import verify_file

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


def test_a_backup_is_the_book_and_the_book_can_be_in_use(shop: Path, tmp_path: Path) -> None:
    with Books.open(shop) as books:
        _enter(books, 250)
        made = back_up(shop, tmp_path / "usb", now=NOW)
        _enter(books, 400)
    assert made.path.name == "shop-20261121-123000.khata"
    assert _balance(made.path).debit_minor == 350
    assert verify_file(made.path, deep=True).is_right
    assert [b.path for b in list_backups(shop, tmp_path / "usb")] == [made.path]


def test_restoring_keeps_a_way_back(shop: Path, tmp_path: Path) -> None:
    made = back_up(shop, tmp_path, now=NOW)
    with Books.open(shop) as books:
        _enter(books, 900)
    done = restore(made.path, shop, now=NOW + timedelta(hours=1))
    assert _balance(shop).debit_minor == 100
    assert done.way_back is not None
    assert _balance(done.way_back).debit_minor == 1000
    restore(done.way_back, shop, now=NOW + timedelta(hours=2))
    assert _balance(shop).debit_minor == 1000


def test_a_window_that_has_the_book_open_sees_the_restored_one(shop: Path, tmp_path: Path) -> None:
    made = back_up(shop, tmp_path, now=NOW)
    with Books.open(shop) as window:
        _enter(window, 900)
        assert not window.changed_elsewhere()
        restore(made.path, shop, now=NOW)
        assert window.changed_elsewhere()
        assert window.query(trial_balance).debit_minor == 100
        _enter(window, 5)
    assert verify_file(shop, deep=True).is_right


def test_a_spoiled_backup_is_refused_and_the_book_stays(shop: Path, tmp_path: Path) -> None:
    made = back_up(shop, tmp_path, now=NOW)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = bytes(4096)
    made.path.write_bytes(content)
    before = shop.read_bytes()
    with pytest.raises(StorageError):
        restore(made.path, shop, now=NOW)
    assert shop.read_bytes() == before
    with pytest.raises((NotABook, BookDamaged)):
        restore(_text(tmp_path), shop, now=NOW)


def _text(tmp_path: Path) -> Path:
    path = tmp_path / "letter.khata"
    path.write_text("Dear customer, " * 50)
    return path


def test_a_book_that_cannot_be_read_any_more_is_replaced_and_its_bytes_kept(
    shop: Path, tmp_path: Path
) -> None:
    made = back_up(shop, tmp_path / "usb", now=NOW)
    shop.write_bytes(b"spoiled by a bad cable")
    done = restore(made.path, shop, now=NOW)
    assert _balance(shop).debit_minor == 100
    assert done.way_back is not None
    assert done.way_back.read_bytes() == b"spoiled by a bad cable"


def test_no_room_or_no_right_leaves_nothing_half_made(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("a file, not a folder")
    with pytest.raises(StorageError):
        back_up(shop, tmp_path / "usb", now=NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["shop.khata", "usb"]


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


def test_posting_right_after_a_restore_lands_on_the_right_party(shop: Path, tmp_path: Path) -> None:
    made = back_up(shop, tmp_path, now=NOW)
    with Books.open(shop) as window:
        _enter(window, 900)
        restore(made.path, shop, now=NOW)
        # The key that the party of 900 had now belongs to nobody; the next party gets it.
        _enter(window, 70)
        _enter(window, 80)
    assert verify_file(shop, deep=True).is_right
    assert _balance(shop).debit_minor == 250
