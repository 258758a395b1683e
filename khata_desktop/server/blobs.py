"""Blobs, each under its ledger and its hash, in a folder or in S3-compatible storage."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from khata_desktop.server.access import hash_of
from khata_desktop.server.errors import CannotStart, HashMismatch, SettingRefused, Unavailable, Unknown
from khata_desktop.server.settings import PREFIX
from khata_desktop.wire.identity import LedgerId

if TYPE_CHECKING:
    from obstore import ObjectMeta
    from obstore.store import RetryConfig

#: What lies here for so long is put anew when it is put again: nothing younger is ever cleared away.
_FRESH = timedelta(days=1)
#: Asked for at once, when many are looked for.
_AT_ONCE = 32
_READY_SECONDS, _CHECK_SECONDS, _PAUSE_SECONDS = 3.0, 20.0, 0.5
#: Who asks for a blob is told that it cannot be had before he gives up by himself.
_PATIENCE: RetryConfig = {"max_retries": 3, "retry_timeout": timedelta(seconds=20)}


class Blob(NamedTuple):
    """One that lies here, and since when."""

    sha256: bytes
    put_ms: int
    size: int


class Blobs:
    """Puts and gets sealed bytes by their SHA-256."""

    def __init__(self, blobs_url: str) -> None:
        self._folder: Path | None = None
        try:
            place = urlsplit(blobs_url)
            if place.scheme == "file":
                if place.netloc or not place.path.startswith("/"):
                    raise ValueError("not file:///path")
                self._folder = Path(url2pathname(place.path))
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._store: ObjectStore = LocalStore(self._folder)
            else:
                self._store = from_url(blobs_url, retry_config=_PATIENCE)
        except (BaseError, ValueError) as problem:
            raise SettingRefused(name=PREFIX + "BLOBS_URL", problem="is not a place for blobs") from problem

    async def put(
        self, ledger_id: LedgerId, sha256: bytes, content: bytes, count: Callable[[int], None]
    ) -> bool:
        """Keep bytes durably; return whether they are new. Raises HashMismatch, Unavailable.

        ``count`` is told before by how many bytes the ledger grows, in a thread, and may refuse; should they
        not be kept in the end, it is told the same below zero.
        """
        if await asyncio.to_thread(hash_of, content) != sha256:
            raise HashMismatch
        there = await self._head(ledger_id, sha256)
        if there is not None and datetime.now(UTC) - there["last_modified"] < _FRESH:
            return False
        if there is None:
            await asyncio.to_thread(count, len(content))
        name = _name(ledger_id, sha256)
        try:
            await obstore.put_async(self._store, name, content)
            if self._folder is not None:
                await asyncio.to_thread(_make_durable, self._folder / name)
        except (BaseError, OSError) as problem:
            if there is None:
                await asyncio.to_thread(count, -len(content))
            raise Unavailable from problem
        return there is None

    async def get(self, ledger_id: LedgerId, sha256: bytes) -> bytes:
        """Return bytes. Raises Unknown, Unavailable."""
        try:
            found = await obstore.get_async(self._store, _name(ledger_id, sha256))
            return bytes(await found.bytes_async())
        except FileNotFoundError as problem:
            raise Unknown from problem
        except (BaseError, OSError) as problem:
            raise Unavailable from problem

    async def size(self, ledger_id: LedgerId, sha256: bytes) -> int | None:
        """Return how many bytes lie under a hash, or None. Raises Unavailable."""
        found = await self._head(ledger_id, sha256)
        return None if found is None else int(found["size"])

    async def any_missing(self, ledger_id: LedgerId, hashes: Sequence[bytes]) -> bool:
        """Return whether one of these is not here. Raises Unavailable."""
        for start in range(0, len(hashes), _AT_ONCE):
            part = hashes[start : start + _AT_ONCE]
            if None in await asyncio.gather(*(self._head(ledger_id, sha256) for sha256 in part)):
                return True
        return False

    def check(self, seconds: float = _CHECK_SECONDS) -> None:
        """Return when blobs can be kept; storage that starts meanwhile is waited for. Raises CannotStart."""
        if self._folder is not None:
            if not os.access(self._folder, os.R_OK | os.W_OK | os.X_OK):
                raise CannotStart(problem=f"{self._folder} cannot be written to; see whose it is")
            return
        deadline = monotonic() + seconds
        while (problem := asyncio.run(self._problem(seconds))) is not None:
            if monotonic() > deadline:
                raise CannotStart(
                    problem=f"the blobs' place cannot be used ({problem}); see that it runs, and what"
                    f" {PREFIX}BLOBS_URL and the AWS_ settings say"
                )
            sleep(_PAUSE_SECONDS)

    async def _problem(self, seconds: float) -> str | None:
        """Return in short what is wrong with the store, in its own word where it gave an answer."""
        try:
            async with asyncio.timeout(seconds):
                # A list, and not one blob: only so a bucket that is not there is told from an empty one.
                await obstore.list_with_delimiter_async(self._store, prefix="ready")
        except (BaseError, OSError) as problem:
            found = re.search(r"<Code>(\w+)</Code>", str(problem))
            return f"it says {found[1]}" if found else "nobody answers there"
        return None

    async def is_ready(self) -> bool:
        """Return whether the store answers: what cannot be there is not there."""
        try:
            async with asyncio.timeout(_READY_SECONDS):
                await obstore.head_async(self._store, "ready")
        except FileNotFoundError:
            return self._folder is None or self._folder.is_dir()
        except (BaseError, OSError):
            return False
        return True

    async def _head(self, ledger_id: LedgerId, sha256: bytes) -> ObjectMeta | None:
        try:
            return await obstore.head_async(self._store, _name(ledger_id, sha256))
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as problem:
            raise Unavailable from problem

    # For whoever clears away, in a thread of its own.

    def all_of(self, ledger_id: LedgerId) -> Iterator[Blob]:
        """Yield what lies here of a ledger. Raises Unavailable."""
        try:
            for page in obstore.list(self._store, prefix=ledger_id.hex()):
                yield from (blob for meta in page if (blob := _blob(meta)) is not None)
        except FileNotFoundError:
            return
        except (BaseError, OSError) as problem:
            raise Unavailable from problem

    def find(self, ledger_id: LedgerId, sha256: bytes) -> Blob | None:
        """Return one, or None where it is not here. Raises Unavailable."""
        try:
            return _blob(obstore.head(self._store, _name(ledger_id, sha256)))
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as problem:
            raise Unavailable from problem

    def remove(self, ledger_id: LedgerId, sha256: bytes) -> bool:
        """Remove one; return whether it was here. Raises Unavailable."""
        try:
            obstore.delete(self._store, _name(ledger_id, sha256))
        except FileNotFoundError:
            return False
        except (BaseError, OSError) as problem:
            raise Unavailable from problem
        return True


def _name(ledger_id: LedgerId, sha256: bytes) -> str:
    text = sha256.hex()
    return f"{ledger_id.hex()}/{text[:2]}/{text}"


def _blob(meta: ObjectMeta) -> Blob | None:
    """Return what lies under a name, or None for a name that none of ours has."""
    text = meta["path"].rpartition("/")[2]
    try:
        sha256 = bytes.fromhex(text)
    except ValueError:
        return None
    if len(sha256) != 32 or sha256.hex() != text:
        return None
    return Blob(sha256, int(meta["last_modified"].timestamp() * 1000), int(meta["size"]))


def _make_durable(path: Path) -> None:
    """The store renames into place but leaves it to the system when bytes and names reach the disk."""
    if os.name == "nt":  # its folders cannot be opened, and it writes names down by itself
        with path.open("r+b") as file:
            os.fsync(file.fileno())
        return
    for place in (path, path.parent, path.parent.parent, path.parent.parent.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
