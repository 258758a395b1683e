"""Turns what SQLite and the operating system say into failures a shopkeeper can act on."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import (
    BookBusy,
    BookDamaged,
    DiskFault,
    DiskFull,
    NotABook,
    ReadOnlyPlace,
    StorageError,
)

# SQLite's own English sentences (sqlite3ErrStr); the driver passes no codes on.
_SENTENCES = (
    ("disk is full", DiskFull),
    ("readonly database", ReadOnlyPlace),
    ("unable to open", ReadOnlyPlace),
    ("is locked", BookBusy),
    ("not a database", NotABook),
    ("malformed", BookDamaged),
    ("could not decode", BookDamaged),
    ("unsupported file format", BookDamaged),
    ("integer overflow", BookDamaged),
    ("datatype mismatch", BookDamaged),
    ("too big", BookDamaged),
    ("no such table", BookDamaged),
    ("no such column", BookDamaged),
    ("has no column named", BookDamaged),
    ("disk i/o error", DiskFault),
)

_NO_ROOM = 100_000  # bytes

#: What reading a damaged page can end in besides: a bug, unless the file turns out to be damaged.
NONSENSE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    AttributeError,
    dbapi2.IntegrityError,
)


def storage_error(problem: Exception, path: Path) -> StorageError | None:
    """Return the failure the exception stands for, or None when it is a bug."""
    if isinstance(problem, DBAPIError) and isinstance(problem.orig, Exception):
        # So it comes out of a migration, which a new book is made by.
        return storage_error(problem.orig, path)
    if isinstance(problem, OSError):
        if problem.errno == errno.ENOSPC:
            return DiskFull(path=path)
        if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return ReadOnlyPlace(path=path)
        return DiskFault(path=path, detail=problem.strerror or str(problem))
    if isinstance(problem, UnicodeDecodeError):
        # SQLite quotes what it finds malformed, and the driver cannot read the quotation.
        return BookDamaged(path=path, detail="text in it is not text")
    if isinstance(problem, dbapi2.DatabaseError):
        sentence = str(problem).lower()
        for part, failure in _SENTENCES:
            if part in sentence:
                if failure is DiskFault and _is_full(path):
                    # It says no more when the file by which processes share memory cannot grow.
                    return DiskFull(path=path)
                return failure(path=path, detail=str(problem))
    return None


def _is_full(path: Path) -> bool:
    """Return whether the disk has no room worth the name."""
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Raise StorageError in place of SQLite's and the operating system's exceptions."""
    try:
        yield
    except (OSError, dbapi2.DatabaseError, DBAPIError, UnicodeDecodeError) as problem:
        failure = storage_error(problem, path)
        if failure is None:
            raise
        raise failure from problem
