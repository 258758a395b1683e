"""How far this device has sealed, kept outside the book: a restored book is noticed by it.

Written and fsynced after the sealed bytes are committed and before they are sent, so that no number of a
chain is ever sealed twice and sent.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from khata_desktop.wire.identity import Author

_MAGIC = b"khata high water 1\n"


class Mark(NamedTuple):
    """The last changeset of an author that may have left this device; seq 0 before the first."""

    author: Author
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class HighWater:
    """One small file, replaced as a whole."""

    path: Path

    def read(self) -> Mark | None:
        """Return the mark, or None when there is no file or not a whole one."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        body, digest = data[len(_MAGIC) : -32], data[-32:]
        if not data.startswith(_MAGIC) or len(body) != 56 or sha256(body).digest() != digest:
            return None
        return Mark(Author(body[:16]), int.from_bytes(body[16:24], "big"), body[24:])

    def write(self, mark: Mark) -> None:
        """Replace the mark, durably. Raises OSError."""
        body = mark.author + mark.seq.to_bytes(8, "big") + mark.hash
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(self.path.name + ".new")
        with fresh.open("wb") as file:
            file.write(_MAGIC + body + sha256(body).digest())
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self.path)
        if hasattr(os, "O_DIRECTORY"):
            handle = os.open(self.path.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
