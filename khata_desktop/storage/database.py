"""One book's file: making it, opening it, bringing an older one up to date, refusing any other."""

from __future__ import annotations

import errno
import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from khata_desktop.config import migrations_path
from khata_desktop.domain.errors import (
    BookDamaged,
    BookExists,
    BookMissing,
    BookTooNew,
    NotABook,
    StorageError,
    UpgradeFailed,
)
from khata_desktop.domain.ids import new_id
from khata_desktop.storage.faults import faults_named, storage_error

log = logging.getLogger(__name__)

APPLICATION_ID = 0x4B485441  # 'KHTA', in every book's header
NEWEST_REVISION = "0002"
BUSY_MILLISECONDS = 30_000

_HEADER = b"SQLite format 3\0"
_TREE_PAGES = (b"\x05", b"\x0d")  # what the first page's tree of tables begins with, branch or leaf


def _connect(path: Path) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute("PRAGMA temp_store = MEMORY")
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
            with dbapi2.connect(str(path), isolation_level=None) as connection:
                connection.execute("PRAGMA page_size = 4096")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode = WAL")
            connection.close()
            migrate(path)
        except BaseException:
            remove_file(path)
            raise


def unfinished_name(path: Path) -> Path:
    """Return the name under which a file is made until it is whole; each call gives another."""
    return path.with_name(f"{path.stem}-unfinished-{new_id()[-4:].hex()}{path.suffix}")


def put_in_place(unfinished: Path, path: Path) -> None:
    """Give a whole file its name, for good, at once and only if nothing bears it. Raises StorageError."""
    with faults_named(path):
        _fsync(unfinished)
        if path.exists():
            raise BookExists(path=path)
        os.rename(unfinished, path)
        _fsync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove a book and the files SQLite keeps beside it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        try:
            name.unlink()
        except OSError as problem:
            # What cannot be there (in a folder that is a file, by a name too long) needs no removing.
            if problem.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
                raise


def open_connection(path: Path, *, upgrade: bool = True) -> Any:
    """Return a connection to an existing book, brought up to date first.

    Raises BookMissing, NotABook, BookTooNew, BookDamaged, UpgradeFailed or another StorageError; a
    file that is refused is left untouched.
    """
    _check_header(path)
    with faults_named(path):
        connection = _connect(path)
        try:
            revision = _revision(connection, path)
            if revision != NEWEST_REVISION:
                if revision not in known_revisions():
                    raise BookTooNew(path=path)
                if upgrade:
                    connection.close()
                    _upgrade(path)
                    connection = _connect(path)
        except BaseException:
            connection.close()
            raise
    return connection


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


def copy_file(path: Path, target: Path) -> None:
    """Copy a book that may be in use, consistently. Raises StorageError; an unfinished copy is removed."""
    unfinished = target.with_name(target.name + ".part")
    with faults_named(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
    source = dbapi2.connect(str(path), isolation_level=None)
    try:
        with faults_named(target):
            source.execute("VACUUM INTO ?", (str(unfinished),))
            _fsync(unfinished)
            os.replace(unfinished, target)
            _fsync_folder(target.parent)
    finally:
        source.close()
        unfinished.unlink(missing_ok=True)


def _fsync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _fsync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system has a way to."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _check_header(path: Path) -> None:
    """Refuse what is not a whole book by its first hundred bytes, before SQLite touches the file."""
    try:
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
    wal = Path(f"{path}-wal")
    if wal.exists() and wal.stat().st_size:
        return  # what is missing here may lie there, and is SQLite's to bring back
    if size < page_size * pages:
        raise BookDamaged(path=path, detail="the end of the file is missing")
    if header[100:] not in _TREE_PAGES:
        raise BookDamaged(path=path, detail="its first page is gone")


def _revision(connection: Any, path: Path) -> str:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.OperationalError as problem:
        raise storage_error(problem, path) or problem from problem
    if row is None:
        raise NotABook(path=path)
    return str(row[0])


def _upgrade(path: Path) -> None:
    """Migrate an older book, after a copy of it was made beside it."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    backup = path.with_name(f"{path.stem}-before-upgrade-{stamp}.khata")
    copy_file(path, backup)
    try:
        migrate(path)
    except StorageError:
        raise
    except Exception as problem:
        log.exception("upgrade failed")
        raise UpgradeFailed(path=path, detail=str(problem), backup=backup) from problem
