"""A small shop of 300 vouchers, made once and copied for each test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.services.books import Books
from khata_desktop.services.demo import create_demo
from tests.storage.plain import copy_book


@pytest.fixture(scope="session")
def made_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "shop.khata"
    create_demo(path, vouchers=300, ends_on=date(2026, 6, 30)).close()
    return path


@pytest.fixture
def shop(made_shop: Path, tmp_path: Path) -> Path:
    """A sample shop of 300 vouchers, closed."""
    return copy_book(made_shop, tmp_path / "shop.khata")


@pytest.fixture
def books(shop: Path) -> Iterator[Books]:
    """The sample shop, open."""
    with Books.open(shop) as opened:
        yield opened


@pytest.fixture
def plain(shop: Path) -> Iterator[dbapi2.Connection]:
    """The sample shop's file as any SQLite program would open it, foreign keys on."""
    connection = dbapi2.connect(str(shop), isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()
