"""How far a chain was sealed and which book goes on with it, kept outside the book: one small file an epoch.

Written and fsynced after the sealed bytes are committed and before they are sent, so that no number of a
chain is ever sealed twice and sent. A book that was put back is noticed by it, and a copy by the book it
names.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from khata_desktop.storage.files import fsync_folder

_MAGIC = b"khata high water 2\n"
_HEAD_SIZE = 56
#: Nobody's: the number of an epoch was taken and nothing was begun under it yet.
NOBODY = bytes(16)


class Mark(NamedTuple):
    """The last changeset of an author that may have left this device; seq 0 before the first."""

    author: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class HighWater:
    """One small file, replaced as a whole.

    Attributes:
        book: the file of the book that asks; it is named as the one that goes on with the chain.
    """

    path: Path
    book: Path | None

    @classmethod
    def of_epoch(cls, folder: Path, chain: str, epoch: int, book: Path | None) -> Self:
        """Return the mark of a device's epoch; ``chain`` names ledger and device."""
        return cls(folder / f"{chain}-{epoch}.mark", book)

    def read(self) -> Mark | None:
        """Return the mark, or None when there is no file or not a whole one."""
        found = self._read()
        return None if found is None else found[0]

    def is_anothers(self) -> bool:
        """Return whether another book that is still there goes on with this chain: this one is its copy.

        Where that book is gone, this one was moved; what it lacks then, it is told by the mark.
        """
        found = self._read()
        if found is None or not found[1] or found[1] == self._holder():
            return False
        other = Path(os.fsdecode(found[1]))
        try:
            return self.book is None or not other.samefile(self.book)
        except FileNotFoundError:
            return False
        except OSError:
            # Nobody can tell: to begin anew is safe, to go on is not.
            return True

    def is_held(self) -> bool:
        """Return whether the mark names the book that asks."""
        found = self._read()
        return found is not None and found[1] == self._holder()

    def write(self, mark: Mark) -> None:
        """Replace the mark, durably. Raises OSError."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A name of its own, for another process may be writing too.
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            self._create(fresh, mark)
            os.replace(fresh, self.path)
        finally:
            fresh.unlink(missing_ok=True)
        fsync_folder(self.path.parent)

    def claim(self) -> bool:
        """Take the number of an epoch for this book; return whether it was free, or taken by it and not used.

        Raises OSError.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._create(self.path, Mark(NOBODY, 0, bytes(32)))
        except FileExistsError:
            mark = self.read()
            return mark is not None and mark.author == NOBODY and self.is_held()
        fsync_folder(self.path.parent)
        return True

    def _create(self, path: Path, mark: Mark) -> None:
        body = mark.author + mark.seq.to_bytes(8, "big") + mark.hash + self._holder()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(_MAGIC + body + sha256(body).digest())
            file.flush()
            os.fsync(file.fileno())

    def _read(self) -> tuple[Mark, bytes] | None:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        body, digest = data[len(_MAGIC) : -32], data[-32:]
        if not data.startswith(_MAGIC) or len(body) < _HEAD_SIZE or sha256(body).digest() != digest:
            return None
        mark = Mark(body[:16], int.from_bytes(body[16:24], "big"), body[24:_HEAD_SIZE])
        return mark, body[_HEAD_SIZE:]

    def _holder(self) -> bytes:
        if self.book is None:
            return b""
        with suppress(OSError):
            return os.fsencode(self.book.resolve())
        return os.fsencode(self.book.absolute())
