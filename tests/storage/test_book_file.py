"""What is not a book is refused by its name, and left exactly as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from khata_desktop.config import migrations_path
from khata_desktop.domain.errors import (
    BookDamaged,
    BookExists,
    BookMissing,
    BookTooNew,
    DiskFull,
    NotABook,
    StorageError,
    UpgradeFailed,
)
from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.domain.voucher_errors import UnknownCurrency
from khata_desktop.services.books import Books
from khata_desktop.storage import database
from khata_desktop.storage.faults import faults_named, storage_error
from khata_desktop.storage.tables import metadata
from tests.reports.shop import Shopkeeper

DAY = date(2026, 3, 2)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A closed book with a few entries, alone in its folder."""
    path = tmp_path / "place" / "shop.khata"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        keeper = Shopkeeper(books)
        aslam = keeper.party("Aslam")
        for _ in range(40):
            keeper.gave(DAY, 100, aslam, narration="x" * 500)
    assert os.listdir(path.parent) == ["shop.khata"]
    return path


def _change(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with dbapi2.connect(str(path), isolation_level=None) as connection:
            connection.execute(sql)
        connection.close()

    return change


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    connection.close()


def _at(offset: int, data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(data)

    return write


SPOILED: dict[str, tuple[Callable[[Path], object], type[StorageError]]] = {
    "made by a newer program": (_change("UPDATE alembic_version SET version_num = '9999'"), BookTooNew),
    "another program's database": (_foreign, NotABook),
    "a text file": (lambda path: path.write_text("Aslam owes 500\n" * 100), NotABook),
    "a short text file": (lambda path: path.write_text("hello"), NotABook),
    "an empty file": (lambda path: path.write_bytes(b""), NotABook),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), NotABook),
    "an encrypted file": (lambda path: path.write_bytes(os.urandom(8192)), NotABook),
    "no migration at all": (_change("DELETE FROM alembic_version"), BookDamaged),
    "a header alone": (lambda path: os.truncate(path, 100), BookDamaged),
    "half a header": (lambda path: os.truncate(path, 60), NotABook),
    "half the file": (lambda path: os.truncate(path, path.stat().st_size // 2), BookDamaged),
    "all but the last byte": (lambda path: os.truncate(path, path.stat().st_size - 1), BookDamaged),
    "no schema": (_at(100, bytes(3996)), BookDamaged),
    "no identity": (_change("DELETE FROM meta"), BookDamaged),
}


@pytest.mark.parametrize("how", SPOILED)
def test_what_is_not_a_whole_book_is_refused_and_left_untouched(shop: Path, how: str) -> None:
    spoil, problem = SPOILED[how]
    spoil(shop)
    before = shop.read_bytes()
    with pytest.raises(problem, match=shop.name):
        Books.open(shop)
    assert shop.read_bytes() == before
    assert os.listdir(shop.parent) == [shop.name]


def test_there_is_no_book_where_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BookMissing, match="khata new"):
        Books.open(tmp_path / "nothing.khata")
    with pytest.raises(BookMissing):
        Books.open(tmp_path)
    with pytest.raises(StorageError):
        Books.open(tmp_path / "nothing.khata" / "shop.khata")
    assert os.listdir(tmp_path) == []


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        Books.open(tmp_path / ("x" * 300))
    with pytest.raises(StorageError):
        Books.create(tmp_path / ("x" * 300), name="Shop", currency_code="PKR")


def test_nothing_is_overwritten_by_a_new_book(shop: Path) -> None:
    before = shop.read_bytes()
    with pytest.raises(BookExists):
        Books.create(shop, name="Other", currency_code="PKR")
    shop.with_name("notes.txt").write_text("mine")
    with pytest.raises(BookExists):
        Books.create(shop.with_name("notes.txt"), name="Other", currency_code="PKR")
    assert shop.read_bytes() == before
    assert shop.with_name("notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "code", "problem"),
    [("", "PKR", NameRequired), (" ", "PKR", NameRequired), ("Shop", "XYZ", UnknownCurrency)],
)
def test_a_book_that_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, name: str, code: str, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        Books.create(tmp_path / "shop.khata", name=name, currency_code=code)
    assert os.listdir(tmp_path) == []


def test_a_book_in_a_folder_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError):
        Books.create(tmp_path / "file" / "shop.khata", name="Shop", currency_code="PKR")
    assert os.listdir(tmp_path) == ["file"]


def test_a_copied_book_is_the_book(shop: Path, tmp_path: Path) -> None:
    there = tmp_path / "stick" / "کھاتہ ५.khata"
    there.parent.mkdir()
    shutil.copy(shop, there)
    with Books.open(there) as books:
        assert Shopkeeper(books).party("Bilal")


@pytest.fixture
def next_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what gives the program one more migration, as its next version will bring one."""
    folder = tmp_path / "migrations"
    real = migrations_path

    def bring(body: str) -> None:
        shutil.copytree(real("book"), folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "9000_next.py").write_text(
            "from alembic import op\nrevision = '9000'\n"
            f"down_revision = '{database.NEWEST_REVISION}'\ndef upgrade():\n    {body}\n"
        )
        monkeypatch.setattr(database, "migrations_path", lambda *parts: folder.joinpath(*parts[1:]))
        monkeypatch.setattr(database, "NEWEST_REVISION", "9000")

    return bring


def test_an_older_book_is_upgraded_after_a_copy_of_it(
    shop: Path, next_migration: Callable[[str], None]
) -> None:
    next_migration("op.execute('CREATE TABLE loans (key INTEGER PRIMARY KEY)')")
    with Books.open(shop) as books:
        books.query(lambda session: session.execute("SELECT * FROM loans"))
        Shopkeeper(books).party("Bilal")
    (copy,) = shop.parent.glob("shop-before-upgrade-*.khata")
    with dbapi2.connect(str(copy)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM vouchers").fetchone() == (40,)
        assert connection.execute("SELECT COUNT(*) FROM parties").fetchone() == (1,)
        assert connection.execute("SELECT * FROM alembic_version").fetchone() != ("9000",)
    connection.close()
    Books.open(shop).close()
    assert len(os.listdir(shop.parent)) == 2, "a second copy is not made"


def test_an_upgrade_that_fails_leaves_the_book_as_it_was(
    shop: Path, next_migration: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    before = contents(shop)
    next_migration("op.execute('CREATE TABLE loans (key)'); op.execute('CREATE TABLE vouchers (key)')")
    with caplog.at_level("ERROR", logger="khata_desktop.storage.database"):  # noqa: SIM117
        with pytest.raises(UpgradeFailed, match="a copy is at"):
            Books.open(shop)
    assert contents(shop) == before


def contents(path: Path) -> list[object]:
    """Return the schema and every row of a book."""
    with dbapi2.connect(str(path)) as connection:
        found: list[object] = connection.execute("SELECT * FROM sqlite_schema ORDER BY name").fetchall()
        for table in (*metadata.tables, "alembic_version"):
            found.append(connection.execute(f"SELECT * FROM {table}").fetchall())
    connection.close()
    return found


def test_what_the_system_says_is_told_in_words(shop: Path) -> None:
    told = {
        OSError(errno.ENOSPC, "No space left on device"): "disk_full",
        OSError(errno.EROFS, "Read-only file system"): "read_only_place",
        OSError(errno.EIO, "Input/output error"): "disk_fault",
        dbapi2.OperationalError("database or disk is full"): "disk_full",
        dbapi2.OperationalError("attempt to write a readonly database"): "read_only_place",
        dbapi2.OperationalError("database is locked"): "book_busy",
        dbapi2.OperationalError("disk I/O error"): "disk_fault",
        dbapi2.DatabaseError("database disk image is malformed"): "book_damaged",
        dbapi2.DatabaseError("file is not a database"): "not_a_book",
    }
    for problem, code in told.items():
        failure = storage_error(problem, shop)
        assert failure is not None
        assert failure.code == code
        assert str(failure)
    assert storage_error(dbapi2.IntegrityError("UNIQUE constraint failed"), shop) is None


def test_a_disk_that_is_full_while_a_book_is_made_is_told_as_such(tmp_path: Path) -> None:
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        # A migration writes by the same way; of so small a file SQLite says what it says of a full disk.
        connection.exec_driver_sql("PRAGMA max_page_count = 2")
        connection.exec_driver_sql("CREATE TABLE many (one)")
        with pytest.raises(DiskFull), faults_named(tmp_path / "shop.khata"):
            connection.exec_driver_sql("INSERT INTO many VALUES (zeroblob(100000))")
    engine.dispose()
