"""A book, and a way to bring a text into it as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from khata_desktop.interchange.fields import ImportKind, complete_mapping
from khata_desktop.interchange.importing import ImportReport, import_file
from khata_desktop.interchange.table import read_table
from khata_desktop.services.books import Books

Bring = Callable[..., ImportReport]


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """An empty book in pounds."""
    with Books.create(tmp_path / "shop.khata", name="Gift & Co", currency_code="GBP") as made:
        yield made


@pytest.fixture
def bring(books: Books, tmp_path: Path) -> Bring:
    """Bring a text (or bytes) into the book: ``bring("sales", text, chosen={}, day_first=True, ...)``."""

    def run(
        kind: str, content: str | bytes, *, chosen: dict[str, str] | None = None, **options: Any
    ) -> ImportReport:
        path = tmp_path / f"{kind}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = read_table(path)
        mapping = complete_mapping(ImportKind(kind), table.headers, chosen)
        return import_file(books, ImportKind(kind), table, mapping, **options)

    return run
