"""Which files this process has open as databases, and how to have one to oneself.

POSIX takes every lock a process has on a file from it as soon as the process closes that file once, however
it was opened. So a file that SQLite has open here must not be opened here in any other way.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import BookInUse

FileMark = tuple[int, int]

#: The bytes by which SQLite's readers and writers lock a file (its "shared range").
_LOCK_START, _LOCK_LENGTH = 0x40000002, 510

_gate = threading.RLock()
_held: WeakKeyDictionary[Any, FileMark] = WeakKeyDictionary()


def _close(connection: Any) -> None:
    dbapi2.Connection.close(connection)
    with _gate:
        _held.pop(connection, None)


#: The driver's connection, which can be remembered weakly.
_Connection = type("_Connection", (dbapi2.Connection,), {"close": _close})


def connect(path: Path, *, still: bool = False) -> Any:
    """Open a file as a database and remember that it is open; transactions are begun by hand.

    ``still``: for reading only, and nobody writes to it, so that nothing need be made beside it.
    """
    name = f"{path.absolute().as_uri()}?mode=ro&immutable=1" if still else str(path)
    with _gate:
        connection = dbapi2.connect(
            name, isolation_level=None, check_same_thread=False, factory=_Connection, uri=still
        )
        _held[connection] = file_mark(path)
    return connection


def file_mark(path: Path) -> FileMark:
    """Return what tells a file from every other on this computer, whatever it is called. Raises OSError."""
    found = os.stat(path)
    return found.st_dev, found.st_ino


def held_by_others(path: Path, connection: Any) -> bool:
    """Return whether another connection of this process has a file open. Raises OSError."""
    with _gate:
        mark = file_mark(path)
        return any(held == mark for other, held in _held.items() if other is not connection)


@contextmanager
def unless_held(path: Path) -> Iterator[bool]:
    """Tell whether a file may be opened other than as a database; nobody here opens it as one meanwhile.

    Raises OSError where there is none.
    """
    with _gate:
        yield file_mark(path) not in _held.values()


@contextmanager
def held_alone(path: Path) -> Iterator[None]:
    """Keep everybody else from a file. Raises BookInUse where it is open, here or in another process."""
    with unless_held(path) as free:
        if not free:
            raise BookInUse(path=path)
        if os.name == "nt":
            # A file that is open cannot be renamed there, not even to its own name.
            try:
                os.rename(path, path)
            except PermissionError as problem:
                raise BookInUse(path=path) from problem
            yield
            return
        import fcntl

        with path.open("rb+") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_LENGTH, _LOCK_START)
            except (BlockingIOError, PermissionError) as problem:
                raise BookInUse(path=path) from problem
            yield
