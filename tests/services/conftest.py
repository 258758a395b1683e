"""A book in rupees, one who keeps it, and a customer and an item to begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper
from tests.services.figures import assert_all_holds


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """An empty book; whatever a test did to it, everything that must hold in a book holds at the end."""
    with Books.create(tmp_path / "shop.khata", name="Small Shop", currency_code="PKR") as made:
        yield made
        assert_all_holds(made)


@pytest.fixture
def keeper(books: Books) -> Shopkeeper:
    """The one who keeps the book."""
    return Shopkeeper(books)


@pytest.fixture
def aslam(keeper: Shopkeeper) -> PartyId:
    """A customer."""
    return keeper.party("Aslam")


@pytest.fixture
def sugar(keeper: Shopkeeper) -> ItemId:
    """Sugar by the kilo, none of it in stock yet; it costs 100 where nothing better is known."""
    return keeper.item("Sugar", unit="kg", cost_e4=1_000_000)
