"""Blobs, each under its ledger and its hash, in a folder or in S3-compatible storage."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from khata_desktop.server.access import hash_of
from khata_desktop.server.errors import HashMismatch, SettingRefused, Unavailable, Unknown
from khata_desktop.server.settings import PREFIX
from khata_desktop.wire.identity import LedgerId


class Blobs:
    """Puts and gets sealed bytes by their SHA-256."""

    def __init__(self, blobs_url: str) -> None:
        self._folder: Path | None = None
        try:
            if urlsplit(blobs_url).scheme == "file":
                self._folder = Path(unquote(urlsplit(blobs_url).path))
                self._store: ObjectStore = LocalStore(self._folder, mkdir=True)
            else:
                self._store = from_url(blobs_url)
        except (BaseError, ValueError) as problem:
            raise SettingRefused(name=PREFIX + "BLOBS_URL", problem="is not a place for blobs") from problem

    async def put(self, ledger_id: LedgerId, sha256: bytes, content: bytes) -> bool:
        """Keep bytes durably; return whether they are new. Raises HashMismatch, Unavailable."""
        if await asyncio.to_thread(hash_of, content) != sha256:
            raise HashMismatch
        if await self.size(ledger_id, sha256) is not None:
            return False
        name = _name(ledger_id, sha256)
        try:
            await obstore.put_async(self._store, name, content)
            if self._folder is not None:
                await asyncio.to_thread(_make_durable, self._folder / name)
        except (BaseError, OSError) as problem:
            raise Unavailable from problem
        return True

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
        try:
            found = await obstore.head_async(self._store, _name(ledger_id, sha256))
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as problem:
            raise Unavailable from problem
        return int(found["size"])


def _name(ledger_id: LedgerId, sha256: bytes) -> str:
    text = sha256.hex()
    return f"{ledger_id.hex()}/{text[:2]}/{text}"


def _make_durable(path: Path) -> None:
    """The store renames into place but leaves it to the system when bytes and names reach the disk."""
    for place in (path, path.parent, path.parent.parent, path.parent.parent.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
