"""A book that syncs and was put back, or copied, gives its vouchers other numbers from the first one on.

What it lost has reached other devices under the numbers it would give again. Sync notices as much at its next
round and begins a new epoch; whoever sells before that round, offline or with the keys locked, must not wait
for it. So the number of that epoch is taken at once, without keys, by the mark that lies outside the book.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from khata_desktop.storage.high_water import NOBODY, HighWater, Mark
from khata_desktop.storage.sync_store import SyncStore

#: Pieces of ``sync_state``: the present epoch in plain words, and the series begun ahead of the next.
_EPOCH, _SERIES = "epoch", "series"


def note_epoch(store: SyncStore, chain: str, epoch: int, letters: str) -> None:
    """Note the epoch a book is in; its series is from now on the epoch's own."""
    store.put(_EPOCH, f"{chain} {epoch} {letters}".encode())
    if store.get(_SERIES):
        store.put(_SERIES, b"")


def series_ahead(store: SyncStore) -> str | None:
    """Return the series begun ahead of the next epoch, or None."""
    return (store.get(_SERIES) or b"").decode() or None


def begin_series_where_put_back(store: SyncStore, book: Path, folder: Callable[[], Path]) -> None:
    """Begin the next series where the mark says that more was sealed than the book holds.

    ``folder`` says where the marks lie, and is asked only for a book that syncs.

    Does nothing where there is no mark: the book came from another computer then, and syncs only when it was
    paired. Where the marks cannot be reached nobody is kept from selling: two vouchers of one number are told
    of when they meet.
    """
    noted = store.get(_EPOCH)
    if noted is not None:
        with suppress(OSError):
            _begin_series(store, noted.decode(), book, folder())


def _begin_series(store: SyncStore, noted: str, book: Path, folder: Path) -> None:
    chain, epoch, letters = noted.split(" ")
    high_water = HighWater.of_epoch(folder, chain, int(epoch), book)
    mark = high_water.read()
    if mark is None or (_holds(store, mark) and not high_water.is_anothers()):
        return
    begun = series_ahead(store)
    if begun is not None and _is_ours(folder, chain, int(begun.removeprefix(letters)), book):
        return
    following = int(epoch) + 1
    while not HighWater.of_epoch(folder, chain, following, book).claim():
        following += 1
    store.put(_SERIES, f"{letters}{following}".encode())


def _holds(store: SyncStore, mark: Mark) -> bool:
    """Return whether the book holds the last changeset that was marked."""
    if mark.seq == 0:
        return True  # Nothing may have left yet.
    return store.changeset_hash(mark.author, mark.seq) == mark.hash


def _is_ours(folder: Path, chain: str, epoch: int, book: Path) -> bool:
    """Return whether a number is taken by this book and nothing was begun under it."""
    high_water = HighWater.of_epoch(folder, chain, epoch, book)
    mark = high_water.read()
    return mark is not None and mark.author == NOBODY and high_water.is_held()
