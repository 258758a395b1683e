"""The ways to a book, run on its worker: open, make, restore, or fill with the sample shop.

What they import is heavy and comes only when they run, after the window was painted.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khata_desktop.config import user_data_dir

if TYPE_CHECKING:
    from khata_desktop.ui.new_shop_form import NewBook
    from khata_desktop.ui.task_runner import BooksLike

SAMPLE_VOUCHERS: Final = 2_000


def sample_path() -> Path:
    """Return where the sample shop of this user lies; it may not exist yet."""
    return user_data_dir() / "sample-shop.khata"


def _preload() -> None:
    """Import on the worker what the first page reads with, so that the GUI thread finds it there."""
    for name in ("khata_desktop.reports.business", "khata_desktop.reports.dashboard"):
        import_module(name)


def open_books(path: Path) -> "BooksLike":
    """Open a book. Raises StorageError."""
    from khata_desktop.services.books import Books

    books = Books.open(path)
    _preload()
    return books


def create_books(new: "NewBook") -> "BooksLike":
    """Make an empty book. Raises RuleViolation, StorageError."""
    from khata_desktop.services.books import Books

    books = Books.create(
        new.path,
        name=new.name,
        currency_code=new.currency_code,
        phone=new.phone,
        language=new.language,
        grouping=new.grouping,
    )
    _preload()
    return books


def restore_books(backup: Path, to: Path) -> "BooksLike":
    """Make `to` the book that a backup is, and open it. Raises StorageError."""
    from khata_desktop.ui.dialogs.restore_form import restore_into

    restore_into(backup, to)
    return open_books(to)


def create_sample(path: Path, progress: Callable[[int, int], object]) -> "BooksLike":
    """Make the sample shop; `progress` is told how many vouchers of how many. Raises StorageError."""
    from khata_desktop.services.demo import create_demo

    books = create_demo(path, vouchers=SAMPLE_VOUCHERS, progress=progress)
    _preload()
    return books
