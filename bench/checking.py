"""The file and its proof: how large it is, how long it takes to verify, to back up and to open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bench.figures import Figure, seconds
from khata_desktop.services.books import Books
from khata_desktop.storage.backup import back_up
from khata_desktop.storage.verification import Verification, verify_file

#: The bounds are for half a million vouchers and shrink with the book, but not below this many.
_FULL, _FEWEST = 500_000, 50_000


def measure_file(book: Path, vouchers: int, scratch: Path, *, deep: bool = True) -> Iterator[Figure]:
    """Yield the size of the file and the time of its checks."""
    share = max(vouchers, _FEWEST) / _FULL
    yield Figure(
        name="File, whole log included", unit="MB", ours=book.stat().st_size / 1e6, at_most=250 * share
    )

    def opened() -> None:
        Books.open(book).close()

    yield Figure(name="Open the book", unit="ms", ours=min(seconds(opened) for _ in range(5)) * 1_000)
    yield Figure(name="Verify", unit="s", ours=_verified(book, deep=False), at_most=15 * share)
    if deep:
        yield Figure(name="Verify, deep", unit="s", ours=_verified(book, deep=True), at_most=240 * share)
    took = seconds(lambda: back_up(book, scratch, now=datetime.now().astimezone()))
    yield Figure(name="Back up and prove the copy", unit="s", ours=took)


def _verified(book: Path, *, deep: bool) -> float:
    found: list[Verification] = []
    took = seconds(lambda: found.append(verify_file(book, deep=deep)))
    if not found[0].is_right:
        raise AssertionError(f"the book does not verify: {found[0].findings[0]}")
    return took
