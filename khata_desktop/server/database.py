"""The server's database: SQLite in one file, or PostgreSQL, spoken to by the same statements."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from khata_desktop.config import migrations_path
from khata_desktop.server.errors import CannotStart, SettingRefused, Unavailable
from khata_desktop.server.settings import PREFIX
from khata_desktop.server.starting import what_is_wrong

log = logging.getLogger(__name__)

T = TypeVar("T")

_REVISION = "SELECT version_num FROM alembic_version"
#: Any number; processes that start together take turns at migrating by it.
_MIGRATION_LOCK = 0x4B485441
_WAIT_MS = 30_000
_READY_SECONDS = 3.0
_CONNECT_SECONDS = 5
#: Nobody in this process connects to a file while another thread makes it.
_making = threading.Lock()


class Database:
    """Hands out transactions.

    On SQLite there is one writing connection, which whoever writes waits for, and several reading ones.
    """

    def __init__(self, database_url: str) -> None:
        try:
            url = make_url(database_url)
        except (ArgumentError, ValueError) as problem:
            raise SettingRefused(name=PREFIX + "DATABASE_URL", problem="is not an address") from problem
        self._url = url
        # Until it is open, whoever opens it tells what is wrong; from then on it is in the log.
        self._is_open = False
        backend = url.get_backend_name()
        if backend == "sqlite" and url.database:
            self._writer, self._reader = _sqlite(url, writing=True), _sqlite(url, writing=False)
        elif backend == "postgresql":
            self._writer = create_engine(
                url.set(drivername="postgresql+psycopg"),
                pool_size=10,
                max_overflow=30,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"connect_timeout": _CONNECT_SECONDS},
            )
            # Every statement of one question sees the same moment, as SQLite's do.
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ")
        else:
            raise SettingRefused(
                name=PREFIX + "DATABASE_URL", problem="names neither a file of SQLite nor PostgreSQL"
            )

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection for reading. Raises Unavailable."""
        with self._faults_named(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose transaction is committed, durably, at the end. Raises Unavailable."""
        with self._faults_named(), self._writer.begin() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what the work returns once its writes are durable. Raises Unavailable."""
        try:
            with self.writing() as connection:
                return work(connection)
        except IntegrityError:
            # Another process entered the same at the same moment; now the work finds it.
            with self.writing() as connection:
                return work(connection)

    def open(self) -> None:
        """Bring the tables up to date; of several processes one does it. Raises CannotStart."""
        try:
            self._migrate()
            self._is_open = True
        except Unavailable as problem:
            raise CannotStart(problem=what_is_wrong(self._url, problem.__cause__)) from problem
        except DBAPIError as problem:
            raise CannotStart(problem=what_is_wrong(self._url, problem)) from problem
        finally:
            if not self._is_open:
                self.close()

    def _migrate(self) -> None:
        with self.reading() as connection:
            current = _revision(connection)
        newest = _newest_revision()
        if current == newest:
            return
        if current is not None and current > newest:
            raise CannotStart(
                problem=f"the database is of a newer version of this program (its tables are those of"
                f" {current}, this one knows them up to {newest}); start that version"
            )
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(migrations_path("server")).replace("%", "%%"))
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, PoolTimeout) as problem:
            if not _is_away(problem):
                raise
            if self._is_open:
                log.error("the database failed: %s", problem)
            raise Unavailable from problem

    def is_ready(self) -> bool:
        """Return whether it answers and its tables are this program's."""
        try:
            with self.reading() as connection:
                return _revision(connection) == _newest_revision()
        except Unavailable:
            return False

    async def is_ready_soon(self) -> bool:
        """Return whether it is ready, without waiting for one that hangs."""
        try:
            async with asyncio.timeout(_READY_SECONDS):
                return await asyncio.to_thread(self.is_ready)
        except TimeoutError:
            return False

    def close(self) -> None:
        """Close every connection."""
        self._reader.dispose()
        self._writer.dispose()


def _sqlite(url: URL, *, writing: bool) -> Engine:
    # The books' own SQLite: the system's may be one that can damage a write-ahead log.
    from sqlcipher3 import dbapi2

    path = str(Path(url.database or "").resolve())

    def connect() -> Any:
        _make_private(path)
        connection = dbapi2.connect(path, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -16384")
        if not writing:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1 if writing else 8,
        max_overflow=0 if writing else 32,
        # What is in a statement is nobody's business who reads a log.
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _make_private(path: str) -> None:
    """Make the file for this user alone, before SQLite makes it for all; it gives its other files as much.

    One that is there is not touched: POSIX takes every lock a process has on a file from it as soon as the
    process closes that file once, however it was opened. Whoever looks at the database from outside, as for
    a backup, would then take itself for the last one, and remove the log of changes from under us.
    """
    with _making, contextlib.suppress(OSError):  # SQLite says what is wrong
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))


def _is_away(problem: DBAPIError | PoolTimeout) -> bool:
    """Return whether the database is at fault, and not what it was asked to do."""
    if isinstance(problem, (OperationalError, InterfaceError, PoolTimeout)):
        return True
    # SQLite says this, and nothing more exact, of a file that is damaged.
    return type(problem) is DatabaseError or problem.connection_invalidated


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text(_REVISION)).scalar()


def _newest_revision() -> str:
    files = migrations_path("server", "versions").glob("[0-9]*_*.py")
    return max(file.name.split("_")[0] for file in files)
