"""Files that get their name only once they are whole, and what SQLite keeps beside a file.

A file is made under a name of its own beside the one it is to have. What a killed program left under such
a name is removed by whoever makes the next file in that folder.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import count
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import BookExists, BookInUse
from khata_desktop.domain.ids import new_id
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.held_files import held_alone

#: What SQLite keeps beside a file. The first two may hold what was committed, and go where the file goes.
COMMITTED_BESIDE = ("-wal", "-journal")
BESIDE = (*COMMITTED_BESIDE, "-shm")

_UNFINISHED = re.compile(r"(?P<file>.+-unfinished-[0-9a-f]{8}(\.[^.]*?)?)(-wal|-journal|-shm)?")
_LEFT_BEHIND_SECONDS = 3_600
_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_NO_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV}
)


def beside(path: Path, suffix: str) -> Path:
    """Return the name of one of the files SQLite keeps beside a file."""
    return Path(f"{path}{suffix}")


def unfinished_name(path: Path) -> Path:
    """Return the name under which a file is made until it is whole; each call gives another.

    Removes what killed programs left under such names in that folder, once it is an hour old and unused.
    """
    with suppress(OSError):
        _remove_left_behind(path.parent)
    return path.with_name(f"{path.stem}-unfinished-{new_id()[-4:].hex()}{path.suffix}")


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Lend a name beside ``path`` to make a file under; what still bears it in the end is removed."""
    name = unfinished_name(path)
    try:
        yield name
    finally:
        # Where it cannot be removed it could not be made, or the stick was pulled out.
        with suppress(OSError):
            remove_file(name)


def put_in_place(made: Path, path: Path) -> None:
    """Give a whole file its name, for good, at once and only if nothing bears it.

    Raises BookExists, StorageError.
    """
    with faults_named(path):
        fsync(made)
        try:
            os.link(made, path)
        except FileExistsError as problem:
            raise BookExists(path=path) from problem
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            # A disk that knows no second names, such as a stick's: there, nobody else may take it meanwhile.
            if path.exists():
                raise BookExists(path=path) from problem
            os.rename(made, path)
        else:
            os.unlink(made)
        fsync_folder(path.parent)


def numbered(path: Path) -> Iterator[Path]:
    """Yield a name, and then the same with a number: two restores within a second keep both ways back."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def put_in_first_free(made: Path, names: Iterable[Path]) -> Path:
    """Give a whole file the first of these names that nothing bears, and return it. Raises StorageError."""
    for name in names:
        try:
            put_in_place(made, name)
        except BookExists:
            continue
        return name
    raise ValueError("no name was free")


def second_name(path: Path, names: Iterable[Path]) -> Path:
    """Give a file a second name, the first free one of these, and return it. Raises StorageError."""
    with faults_named(path):
        for name in names:
            try:
                os.link(path, name)
            except FileExistsError:
                continue
            except OSError as problem:
                if problem.errno not in _NO_LINKS:
                    raise
                with unfinished(name) as copy:
                    shutil.copyfile(path, copy)
                    return put_in_first_free(copy, numbered(name))
            return name
    raise ValueError("no name was free")


def remove_file(path: Path) -> None:
    """Remove a book and the files SQLite keeps beside it."""
    for name in (path, *(beside(path, suffix) for suffix in BESIDE)):
        try:
            name.unlink()
        except OSError as problem:
            # What cannot be there (in a folder that is a file, by a name too long) needs no removing.
            if problem.errno not in _NOTHING_THERE:
                raise


def fsync(path: Path) -> None:
    """Make what was written to a file survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def fsync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system has a way to."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_unfinished(path: Path) -> None:
    """Remove what programs that were killed had half made of a file which nobody needs any longer."""
    with suppress(OSError):
        for file in _left_unfinished(path.parent):
            if file.name.startswith(f"{path.stem}-unfinished-") and file.suffix == path.suffix:
                _remove_unless_held(file)


def _remove_left_behind(folder: Path) -> None:
    now = Clock().now().timestamp()
    for file in _left_unfinished(folder):
        with suppress(OSError):
            present = [name for name in (file, *(beside(file, suffix) for suffix in BESIDE)) if name.exists()]
            if now - max((name.stat().st_mtime for name in present), default=now) >= _LEFT_BEHIND_SECONDS:
                _remove_unless_held(file)


def _left_unfinished(folder: Path) -> set[Path]:
    names = (_UNFINISHED.fullmatch(entry.name) for entry in os.scandir(folder))
    return {folder / name["file"] for name in names if name is not None}


def _remove_unless_held(file: Path) -> None:
    with suppress(OSError, BookInUse), held_alone(file) if file.exists() else nullcontext():
        remove_file(file)
