"""Restoring: a book becomes what its backup is, what was there is kept, and nothing else is replaced."""

import os
import shutil
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import (
    BookBusy,
    BookDamaged,
    BookInUse,
    BookReplaced,
    BookTooNew,
    NotABook,
    StorageError,
)
from khata_desktop.reports.business import business_profile
from khata_desktop.reports.trial_balance import TrialBalance, trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import save_party
from khata_desktop.storage import restoring
from khata_desktop.storage.backup import back_up
from khata_desktop.storage.restoring import restore
from khata_desktop.storage.verification import verify_file
from tests.storage.plain import tamper

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.khata"
    with Books.create(path, name="Rahmat", currency_code="PKR") as books:
        _enter(books, 100)
    return path


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def saved(shop: Path, usb: Path) -> Path:
    """A backup of the shop as it is at first."""
    return back_up(shop, usb, now=NOW).path


def _enter(books: Books, amount: int) -> None:
    party = books.execute(save_party, {"name": f"Aslam {amount}"}).value
    entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=amount, entered_on=date(2026, 1, 1))
    books.execute(record_khata_entry, entry)


def _balance(path: Path) -> TrialBalance:
    with Books.open(path) as books:
        return books.query(trial_balance)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_restoring_keeps_a_way_back(shop: Path, saved: Path) -> None:
    with Books.open(shop) as books:
        _enter(books, 900)
    done = restore(saved, shop, now=NOW + timedelta(hours=1))
    assert _balance(shop).debit_minor == 100
    assert done.way_back is not None
    assert _balance(done.way_back).debit_minor == 1000
    restore(done.way_back, shop, now=NOW + timedelta(hours=2))
    assert _balance(shop).debit_minor == 1000


def test_two_restores_within_a_second_keep_both_ways_back(shop: Path, saved: Path) -> None:
    ways_back = {restore(saved, shop, now=NOW).way_back for _ in range(3)}
    assert len(ways_back) == 3
    assert all(way_back is not None and verify_file(way_back).is_right for way_back in ways_back)
    assert len(_names(shop.parent)) == 5, "something was left behind"


def test_a_restored_book_stands_where_none_was(saved: Path, tmp_path: Path) -> None:
    done = restore(saved, tmp_path / "new folder" / "again.khata", now=NOW)
    assert done.way_back is None
    assert _names(done.path.parent) == ["again.khata"]
    assert _balance(done.path).debit_minor == 100


def test_what_another_book_left_beside_the_name_is_not_read_into_the_restored_one(
    shop: Path, saved: Path
) -> None:
    """Somebody moved the file of a book away, and left the newest entries, which lie beside it."""
    with Books.open(shop) as books:
        _enter(books, 900)
        shutil.copy(f"{shop}-wal", shop.parent / "kept-wal")
    shop.unlink()
    (shop.parent / "kept-wal").rename(f"{shop}-wal")
    newest = Path(f"{shop}-wal").read_bytes()
    restore(saved, shop, now=NOW)
    assert _balance(shop).debit_minor == 100
    assert verify_file(shop, deep=True).is_right
    [kept] = shop.parent.glob("*-before-restore-*-wal")
    assert kept.read_bytes() == newest


def test_a_window_that_has_the_book_open_sees_the_restored_one(shop: Path, saved: Path) -> None:
    with Books.open(shop) as window:
        _enter(window, 900)
        assert not window.changed_elsewhere()
        restore(saved, shop, now=NOW)
        assert window.changed_elsewhere()
        assert window.query(trial_balance).debit_minor == 100
        _enter(window, 5)
    assert verify_file(shop, deep=True).is_right


def test_posting_right_after_a_restore_lands_on_the_right_party(shop: Path, saved: Path) -> None:
    with Books.open(shop) as window:
        _enter(window, 900)
        restore(saved, shop, now=NOW)
        # The key that the party of 900 had now belongs to nobody; the next party gets it.
        _enter(window, 70)
        _enter(window, 80)
    assert verify_file(shop, deep=True).is_right
    assert _balance(shop).debit_minor == 250


def test_a_report_goes_on_in_the_book_as_it_was_while_it_is_replaced(shop: Path, saved: Path) -> None:
    with Books.open(shop) as window, closing(dbapi2.connect(str(shop), isolation_level=None)) as reader:
        _enter(window, 900)
        reader.execute("BEGIN")
        count = "SELECT count(*) FROM vouchers"
        assert reader.execute(count).fetchone() == (2,)
        restore(saved, shop, now=NOW)
        assert reader.execute(count).fetchone() == (2,)
        reader.execute("COMMIT")
        assert reader.execute(count).fetchone() == (1,)


def test_a_book_somebody_keeps_writing_to_is_not_replaced(
    shop: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "BUSY_MILLISECONDS", 200)
    with closing(dbapi2.connect(str(shop), isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookBusy):
            restore(saved, shop, now=NOW)
        writer.execute("ROLLBACK")
    assert _names(shop.parent) == ["shop.khata", "usb"]


def test_a_restore_that_is_cancelled_leaves_the_book_and_nothing_else(shop: Path, saved: Path) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, _total: int, words: str) -> None:
        if words == "restoring" and done > 30:
            raise Enough

    with Books.open(shop) as books:
        _enter(books, 900)
        with pytest.raises(Enough):
            restore(saved, shop, now=NOW, progress=stop)
        _enter(books, 5)
    assert _balance(shop).debit_minor == 1005
    assert _names(shop.parent) == ["shop.khata", "usb"]


# --- what is not replaced -----------------------------------------------------------------------------


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG" + bytes(range(256)) * 10)


def _letter(path: Path) -> None:
    path.write_text("Dear customer, " * 50)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "photo.jpg").write_bytes(b"a photo")


def _another_programs(path: Path) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE songs (name TEXT)")


def _of_tomorrow(path: Path) -> None:
    Books.create(path, name="Tomorrow", currency_code="PKR").close()
    tamper(path, "UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (_picture, NotABook), (_letter, NotABook), (_folder, NotABook), (_another_programs, NotABook),
        (_of_tomorrow, BookTooNew),
    ],
)  # fmt: skip
def test_nothing_but_a_book_is_replaced(
    saved: Path, tmp_path: Path, make: "object", refusal: type[StorageError]
) -> None:
    to = tmp_path / "here" / "what.khata"
    to.parent.mkdir()
    make(to)  # type: ignore[operator]
    before = to.read_bytes() if to.is_file() else _names(to)
    with pytest.raises(refusal, match=r"what\.khata"):
        restore(saved, to, now=NOW)
    assert (to.read_bytes() if to.is_file() else _names(to)) == before
    assert _names(to.parent) == ["what.khata"]


def test_a_spoiled_backup_is_refused_and_the_book_stays(shop: Path, saved: Path, tmp_path: Path) -> None:
    content = bytearray(saved.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = bytes(4096)
    saved.write_bytes(content)
    before = shop.read_bytes()
    with pytest.raises(BookDamaged, match=saved.name):
        restore(saved, shop, now=NOW)
    assert shop.read_bytes() == before
    letter = tmp_path / "letter.khata"
    _letter(letter)
    with pytest.raises(NotABook, match=r"letter\.khata"):
        restore(letter, shop, now=NOW)
    assert _names(tmp_path) == ["letter.khata", "shop.khata", "usb"]


# --- damaged books ------------------------------------------------------------------------------------


def _cut(content: bytearray) -> None:
    del content[len(content) // 2 :]


def _without_beginning(content: bytearray) -> None:
    content[:4096] = bytes(4096)


def _without_tree(content: bytearray) -> None:
    content[100:4096] = bytes(3996)


def _lost(content: bytearray) -> None:
    content.clear()


@pytest.mark.parametrize("harm", [_cut, _without_beginning, _without_tree, _lost])
def test_a_book_that_cannot_be_opened_any_more_is_set_aside_with_all_its_bytes(
    shop: Path, saved: Path, harm: "object"
) -> None:
    content = bytearray(shop.read_bytes())
    harm(content)  # type: ignore[operator]
    shop.write_bytes(content)
    done = restore(saved, shop, now=NOW)
    assert _balance(shop).debit_minor == 100
    assert done.way_back is not None
    assert done.way_back.read_bytes() == content
    assert _names(shop.parent) == [done.way_back.name, "shop.khata", "usb"]


def test_what_was_entered_last_goes_with_a_book_that_is_set_aside(shop: Path, saved: Path) -> None:
    with Books.open(shop) as books:
        _enter(books, 900)
        newest = Path(f"{shop}-wal").read_bytes()
        broken = bytearray(shop.read_bytes())
    broken[:100] = bytes(100)
    shop.write_bytes(broken)
    Path(f"{shop}-wal").write_bytes(newest)
    done = restore(saved, shop, now=NOW)
    assert done.way_back is not None
    assert Path(f"{done.way_back}-wal").read_bytes() == newest
    assert done.way_back.read_bytes() == broken
    assert _balance(shop).debit_minor == 100
    assert verify_file(shop, deep=True).is_right


def test_a_damaged_book_that_is_open_is_not_taken_away_from_who_works_in_it(shop: Path, saved: Path) -> None:
    with Books.open(shop) as books:
        _enter(books, 900)
        with shop.open("rb+") as file:
            file.write(bytes(100))
        with pytest.raises(BookInUse, match="close it"):
            restore(saved, shop, now=NOW)
        assert os.path.samefile(shop, books.path)
    assert not [*shop.parent.glob("*before-restore*")]


def test_a_damaged_book_that_opens_is_replaced_where_it_is_and_all_its_pages_are_kept(
    shop: Path, saved: Path
) -> None:
    with closing(dbapi2.connect(str(shop))) as connection:
        root = "SELECT rootpage FROM sqlite_schema WHERE name = 'postings_by_account'"
        (page,) = connection.execute(root).fetchone()
    content = bytearray(shop.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    shop.write_bytes(content)
    with Books.open(shop) as window:
        done = restore(saved, shop, now=NOW)
        assert window.query(trial_balance).debit_minor == 100
        _enter(window, 5)
    assert done.way_back is not None
    # Only the counters in the first page tell that it was looked at.
    assert done.way_back.read_bytes()[100:] == content[100:]
    assert verify_file(shop, deep=True).is_right


# --- another book in its place ------------------------------------------------------------------------


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another shop's book."""
    path = tmp_path / "usb" / "other.khata"
    with Books.create(path, name="Other", currency_code="PKR") as books:
        _enter(books, 7)
    return path


def test_nothing_is_written_by_mistake_to_another_book_restored_meanwhile(
    shop: Path, saved: Path, other: Path
) -> None:
    with Books.open(shop) as window:
        _enter(window, 900)
        counter = window.workbench
        restore(other, shop, now=NOW)
        with pytest.raises(BookReplaced, match="Look at it"):
            _enter(window, 5)
        assert window.query(business_profile).name == "Other"
        # Who looked at it and saves again writes as one of that book.
        _enter(window, 5)
        assert window.workbench is not counter
    assert _balance(shop).debit_minor == 12
    assert verify_file(shop, deep=True).is_right


def test_nothing_is_written_to_a_file_that_no_longer_bears_the_name(shop: Path, other: Path) -> None:
    with Books.open(shop) as window:
        _enter(window, 900)
        shop.rename(shop.with_name("put away.khata"))
        with pytest.raises(StorageError, match="no longer there"):
            _enter(window, 5)
        for beside in ("-wal", "-shm"):
            Path(f"{shop}{beside}").rename(shop.with_name(f"put away.khata{beside}"))
        shutil.copy(other, shop)
        with pytest.raises(BookReplaced):
            _enter(window, 5)
        _enter(window, 5)
    assert _balance(shop).debit_minor == 12
    assert _balance(shop.with_name("put away.khata")).debit_minor == 1000
