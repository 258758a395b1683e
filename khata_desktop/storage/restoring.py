"""The way back to a backup, by which nothing that was acknowledged is ever lost.

The backup is first copied beside the book and verified there. Then its pages replace the book's in one
transaction, under the write lock that was taken before the book as it was is copied to its way back: what
was entered before lies there, what is entered after lies in the restored book, and who has the book open
sees the restored one. Only a book that SQLite cannot open any more is set aside instead, with all its bytes,
and only while nobody has it open.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import (
    BookBusy,
    BookDamaged,
    BookMissing,
    DiskFault,
    NotABook,
    StorageError,
)
from khata_desktop.storage.backup import STAMP
from khata_desktop.storage.database import BUSY_MILLISECONDS, open_connection
from khata_desktop.storage.faults import faults_named, storage_error
from khata_desktop.storage.files import (
    COMMITTED_BESIDE,
    beside,
    fsync,
    fsync_folder,
    numbered,
    put_in_first_free,
    put_in_place,
    second_name,
    unfinished,
)
from khata_desktop.storage.findings import Progress
from khata_desktop.storage.held_files import connect, held_alone
from khata_desktop.storage.verification import verify_file

_PAGES_A_STEP = 16
#: Short, for who posts without a pause leaves the lock free for less than a millisecond at a time.
_TRY_AGAIN_SECONDS = 0.001
_BUSY, _LOCKED, _DONE = 5, 6, 101  # what SQLite says of a step of a copy


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored book, and where the one it replaced is kept; None when there was none."""

    path: Path
    way_back: Path | None


def restore(file: Path, to: Path, *, now: datetime, progress: Progress | None = None) -> Restored:
    """Make ``to`` the book that ``file`` is, once a copy of the file has been verified.

    A book that is there already is kept beside it under another name. Raises NotABook for anything else
    that is there, BookTooNew, BookInUse for a damaged book that is open, BookDamaged for a backup that does
    not verify, or another StorageError; then ``to`` is as it was.
    """
    if to.is_symlink():
        to = to.resolve()
    can_be_opened = _can_be_opened(to)
    with faults_named(to):
        to.parent.mkdir(parents=True, exist_ok=True)
    ways_back = numbered(to.with_name(f"{to.stem}-before-restore-{now.strftime(STAMP)}.khata"))
    with unfinished(to) as copy:
        _copy_proved(file, copy, to, progress)
        if can_be_opened is None:
            _put_where_none_is(copy, to, next(ways_back))
            return Restored(to, None)
        if can_be_opened:
            with suppress(BookDamaged):
                return Restored(to, _replace_content(copy, to, ways_back, progress))
        return Restored(to, _set_aside(copy, to, ways_back))


def _can_be_opened(to: Path) -> bool | None:
    """Return whether a book can be opened, None where there is none. Raises for what must stay."""
    try:
        open_connection(to, upgrade=False).close()
    except BookMissing:
        if to.exists():
            raise NotABook(path=to) from None
        return None
    except BookDamaged:
        return False
    except NotABook:
        if _is_blank(to):
            return False
        raise
    return True


def _is_blank(to: Path) -> bool:
    """Return whether a file begins with nothing at all, as the power going leaves one."""
    with faults_named(to), to.open("rb") as file:
        return not any(file.read(100))


def _copy_proved(file: Path, copy: Path, to: Path, progress: Progress | None) -> None:
    """Copy a backup page by page beside the book, and verify the copy."""
    source = open_connection(file, upgrade=False)
    with closing(source), faults_named(to), closing(connect(copy)) as target:
        # One state of it, should it be a book in use.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(target)
    try:
        found = verify_file(copy, progress=progress)
    except StorageError as failure:
        failure.params["path"] = file
        raise
    if not found.is_right:
        raise BookDamaged(path=file, detail=found.findings[0].detail)
    with faults_named(to), closing(connect(copy)) as made:
        made.execute("PRAGMA journal_mode = WAL")


def _put_where_none_is(copy: Path, to: Path, aside: Path) -> None:
    with faults_named(to):
        # What lies beside a name without its book is another book's, and SQLite would read it into this one.
        _move_beside(to, aside)
    put_in_place(copy, to)


# --- within one transaction -------------------------------------------------------------------


def _replace_content(copy: Path, to: Path, ways_back: Iterator[Path], progress: Progress | None) -> Path:
    """Write the copy's pages over the book's, all at once for everybody who reads it; return the way back."""
    with ExitStack() as stack, faults_named(to):
        source, target, reader = (stack.enter_context(closing(_patient(path))) for path in (copy, to, to))
        # A copy that is worked in is no such file yet; readers go on in it while it is replaced.
        target.execute("PRAGMA journal_mode = WAL")
        source.execute("BEGIN")
        swap = _Swap(to, lambda: _keep(reader, ways_back), progress)
        try:
            source.backup(target, pages=_PAGES_A_STEP, progress=swap, sleep=_TRY_AGAIN_SECONDS)
        except Exception as problem:
            swap.forget_way_back(problem)
            raise
        with suppress(dbapi2.DatabaseError):
            # What was written twice is not kept twice; where somebody reads, it is folded in later.
            target.execute("PRAGMA busy_timeout = 0")
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if swap.way_back is None:
        raise AssertionError("a book was replaced without a way back")
    return swap.way_back


class _Swap:
    """What is done between the steps of a copy. From the first step on the copy holds the write lock.

    Attributes:
        way_back: where the book as it was is kept, None until then.
    """

    def __init__(self, to: Path, keep: Callable[[], Path], progress: Progress | None) -> None:
        self.way_back: Path | None = None
        self._to = to
        self._keep = keep
        self._progress = progress
        self._until = monotonic() + BUSY_MILLISECONDS / 1_000
        self._is_done = False

    def __call__(self, status: int, remaining: int, total: int) -> None:
        """Be told of a step."""
        if status == _DONE:
            # It is committed: nothing may stop it any more.
            self._is_done = True
            return
        if status in (_BUSY, _LOCKED):
            if monotonic() > self._until:
                raise BookBusy(path=self._to)
            return
        if self.way_back is None:
            self.way_back = self._keep()
        if self._progress is not None:
            self._progress(total - remaining, total, "restoring")

    def forget_way_back(self, problem: Exception) -> None:
        """Remove the way back, for the book is as it was."""
        failure = problem if isinstance(problem, StorageError) else storage_error(problem, self._to)
        if self.way_back is None or self._is_done or isinstance(failure, DiskFault):
            return  # After a fault of the disk nobody knows; what is kept does no harm.
        with suppress(OSError):
            self.way_back.unlink()


def _patient(path: Path) -> Any:
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _keep(reader: Any, ways_back: Iterator[Path]) -> Path:
    """Copy the book as it is, page by page, damaged ones too, and return the copy."""
    first = next(ways_back)
    with unfinished(first) as copy:
        with closing(connect(copy)) as kept:
            reader.backup(kept)
        return put_in_first_free(copy, numbered(first))


# --- a book that cannot be opened -------------------------------------------------------------


def _set_aside(copy: Path, to: Path, ways_back: Iterator[Path]) -> Path:
    """Give a book that cannot be opened another name, and its own to the copy; return the other name.

    At every moment something bears the book's name: the old one, or the whole new one.
    """
    with faults_named(to), held_alone(to):
        fsync(copy)
        aside = second_name(to, ways_back)
        try:
            _move_beside(to, aside)
            os.replace(copy, to)
        except BaseException:
            _move_beside(aside, to)
            aside.unlink()
            raise
        fsync_folder(to.parent)
    return aside


def _move_beside(path: Path, aside: Path) -> None:
    """Move what was committed beside a file to beside another; drop the index of it."""
    for suffix in COMMITTED_BESIDE:
        with suppress(FileNotFoundError):
            os.rename(beside(path, suffix), beside(aside, suffix))
    beside(path, "-shm").unlink(missing_ok=True)
