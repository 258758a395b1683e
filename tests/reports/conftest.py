"""A book, one who keeps it, and the small shop; made once and copied for each test."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from shutil import copyfile

import pytest

from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper, SmallShop


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty book in rupees."""
    path = tmp_path_factory.mktemp("empty") / "empty.khata"
    Books.create(path, name="Small Shop", currency_code="PKR").close()
    return path


@pytest.fixture(scope="session")
def shop_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SmallShop]:
    """The file of the small shop, and what is in it."""
    path = tmp_path_factory.mktemp("shop") / "shop.khata"
    copyfile(empty_book, path)
    with Books.open(path) as books:
        return path, SmallShop(Shopkeeper(books))


@pytest.fixture
def books(request: pytest.FixtureRequest, tmp_path: Path, empty_book: Path) -> Iterator[Books]:
    """The small shop's book where the test asks for the shop, else an empty one."""
    made = empty_book
    if "shop" in request.fixturenames:
        made = request.getfixturevalue("shop_book")[0]
    with Books.open(Path(copyfile(made, tmp_path / "shop.khata"))) as opened:
        yield opened


@pytest.fixture
def keeper(books: Books) -> Shopkeeper:
    """The one who keeps the book."""
    return Shopkeeper(books)


@pytest.fixture
def shop(books: Books, shop_book: tuple[Path, SmallShop]) -> SmallShop:
    """Two months of a shop whose every figure was worked out by hand."""
    shop = copy(shop_book[1])
    shop.keeper = shop.keeper.in_book(books)
    return shop
