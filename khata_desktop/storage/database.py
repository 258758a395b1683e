"""One book's file: making it, opening it, bringing an older one up to date, refusing any other."""

from __future__ import annotations

import logging
import os
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from khata_desktop.config import migrations_path
from khata_desktop.domain.errors import (
    BookBusy,
    BookDamaged,
    BookExists,
    BookMissing,
    BookTooNew,
    DiskFull,
    NoRoomToOpen,
    NotABook,
    ReadOnlyPlace,
    StorageError,
    UpgradeFailed,
)
from khata_desktop.storage.faults import faults_named, storage_error
from khata_desktop.storage.files import (
    COMMITTED_BESIDE,
    beside,
    numbered,
    put_in_first_free,
    remove_file,
    unfinished,
)
from khata_desktop.storage.held_files import connect, unless_held

log = logging.getLogger(__name__)

APPLICATION_ID = 0x4B485441  # 'KHTA', in every book's header
NEWEST_REVISION = "0003"
BUSY_MILLISECONDS = 30_000

_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
    # Room for the pages of the indexes that a large book's entries of every party and day fall on, and fewer
    # checkpoints, each of which writes those pages once more: taking many in is a sixth faster.
    "cache_size = -65536",
    "wal_autocheckpoint = 4000",
    "temp_store = MEMORY",
)
_HEADER = b"SQLite format 3\0"
_TREE_PAGES = (b"\x05", b"\x0d")  # what the first page's tree of tables begins with, branch or leaf

_Stand = tuple[int, int, int, int]
#: The connections that were made on a full disk, and how the file was when they were.
_stands: WeakKeyDictionary[Any, _Stand] = WeakKeyDictionary()


def _connect(path: Path, *, still: bool = False) -> Any:
    connection = connect(path, still=still)
    try:
        for pragma in (f"busy_timeout = {BUSY_MILLISECONDS}", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def book_engine(path: Path) -> Engine:
    """Return the SQLAlchemy engine of one file, on one connection whose transactions we begin ourselves."""
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: _connect(path), poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def create_file(path: Path) -> None:
    """Make an empty book with its tables and standard chart. Raises BookExists, StorageError."""
    if path.exists():
        raise BookExists(path=path)
    with faults_named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(connect(path)) as connection:
                connection.execute("PRAGMA page_size = 4096")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode = WAL")
            migrate(path)
        except BaseException:
            remove_file(path)
            raise


def open_connection(path: Path, *, upgrade: bool = True, even_if_full: bool = False) -> Any:
    """Return a connection to an existing book, brought up to date first.

    Where nothing can be written it is a connection for reading, if nobody else can be writing either.
    ``even_if_full``: also on a full disk, where others can write as soon as there is room; whoever reads
    asks ``stands_still`` before, and ``check_stood_still`` after. Raises BookMissing, NotABook, BookTooNew,
    BookDamaged, NoRoomToOpen, UpgradeFailed or another StorageError; a file that is refused is left
    untouched.
    """
    _check_header(path)
    try:
        with faults_named(path):
            connection, revision = _look_into(path)
    except DiskFull as problem:
        # Nor has SQLite room for that file there.
        stand = _stand(path)
        if not even_if_full or stand is None:
            raise NoRoomToOpen(path=path) from problem
        with faults_named(path):
            connection, revision = _look_into(path, still=True)
        _stands[connection] = stand
    except ReadOnlyPlace:
        # SQLite would make a file beside the book even to read it.
        if not _lies_still(path):
            raise
        with faults_named(path):
            connection, revision = _look_into(path, still=True)
    except NotABook as problem:
        # It begins as a book does.
        raise BookDamaged(path=path, detail="its first page is gone") from problem
    if revision == NEWEST_REVISION:
        return connection
    if revision not in known_revisions():
        connection.close()
        raise BookTooNew(path=path)
    if not upgrade:
        return connection
    connection.close()
    with faults_named(path):
        _upgrade(path)
        return _connect(path)


def _look_into(path: Path, *, still: bool = False) -> tuple[Any, str]:
    """Open a book and return its connection and its revision."""
    connection = _connect(path, still=still)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except BaseException:
        connection.close()
        raise
    if row is None:
        connection.close()
        raise BookDamaged(path=path, detail="its version is gone")
    return connection, str(row[0])


def known_revisions() -> frozenset[str]:
    """Return the revisions this program has migrations for, read from their file names."""
    versions = migrations_path("book", "versions")
    return frozenset(file.name.split("_")[0] for file in versions.glob("[0-9]*_*.py"))


def migrate(path: Path) -> None:
    """Run every migration that is due. Alembic is slow to import, so it is only when it has work."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_path("book")))
    engine = book_engine(path)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def copy_file(path: Path, target: Path) -> Path:
    """Copy a book that may be in use, consistently, and return the copy: a number is added to a taken name.

    Raises StorageError.
    """
    with unfinished(target) as copy:
        copy_content(path, copy, named=target)
        return put_in_first_free(copy, numbered(target))


def copy_content(path: Path, copy: Path, *, named: Path) -> None:
    """Write what a book says, which may be in use, into a new file without gaps.

    Raises StorageError, which speaks of the book or of ``named``.
    """
    source = open_connection(path, upgrade=False, even_if_full=True)
    try:
        with closing(source), faults_named(named):
            source.execute("VACUUM INTO ?", (str(copy),))
            check_stood_still(path, source)
    except BookDamaged as damage:
        damage.params["path"] = path
        raise


def reads_only_what_stands_still(connection: Any) -> bool:
    """Return whether a connection was made on a full disk: it reads the file alone, and locks nothing."""
    return connection in _stands


def stands_still(path: Path, connection: Any) -> bool:
    """Return whether nobody has written to a book since a connection of a full disk was made to it."""
    return _stand(path) == _stands[connection]


def check_stood_still(path: Path, connection: Any) -> None:
    """Raise BookBusy where what was read on a full disk may be of two states, as nothing was locked."""
    if reads_only_what_stands_still(connection) and not stands_still(path, connection):
        raise BookBusy(path=path)


def _stand(path: Path) -> _Stand | None:
    """Return what tells that a file was not written to, None where not all of the book lies in it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not _is_all_in_its_file(path):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _is_all_in_its_file(path: Path) -> bool:
    for suffix in COMMITTED_BESIDE:
        with suppress(FileNotFoundError):
            if beside(path, suffix).stat().st_size:
                return False
    return True


def _lies_still(path: Path) -> bool:
    """Return whether a book lies where nobody writes: all of it in its file, in a folder that is locked."""
    return _is_all_in_its_file(path) and not os.access(path.parent, os.W_OK)


def _check_header(path: Path) -> None:
    """Refuse what is not a whole book by its first hundred bytes, before SQLite touches the file."""
    try:
        with unless_held(path) as free:
            if not free:
                return  # It was looked at when it was opened here.
            with path.open("rb") as file:
                header = file.read(101)
                size = file.seek(0, os.SEEK_END)
    except (FileNotFoundError, IsADirectoryError) as problem:
        raise BookMissing(path=path) from problem
    except OSError as problem:
        raise storage_error(problem, path) or problem from problem
    if len(header) < 100 or header[:16] != _HEADER:
        raise NotABook(path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotABook(path=path)
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    wal = beside(path, "-wal")
    if wal.exists() and wal.stat().st_size:
        return  # what is missing here may lie there, and is SQLite's to bring back
    if size < page_size * pages:
        raise BookDamaged(path=path, detail="the end of the file is missing")
    if header[100:] not in _TREE_PAGES:
        raise BookDamaged(path=path, detail="its first page is gone")


def _upgrade(path: Path) -> None:
    """Migrate an older book, after a copy of it was made beside it."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    backup = copy_file(path, path.with_name(f"{path.stem}-before-upgrade-{stamp}.khata"))
    try:
        migrate(path)
    except StorageError:
        raise
    except Exception as problem:
        log.exception("upgrade failed")
        raise UpgradeFailed(path=path, detail=str(problem), backup=backup) from problem
