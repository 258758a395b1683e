"""A book, one who keeps it, and the small shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper, SmallShop


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """An empty book in rupees."""
    with Books.create(tmp_path / "shop.khata", name="Small Shop", currency_code="PKR") as made:
        yield made


@pytest.fixture
def keeper(books: Books) -> Shopkeeper:
    """The one who keeps the book."""
    return Shopkeeper(books)


@pytest.fixture
def shop(keeper: Shopkeeper) -> SmallShop:
    """Two months of a shop whose every figure was worked out by hand."""
    return SmallShop(keeper)
