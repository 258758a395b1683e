"""Identifiers: UUIDv7 as 16 raw bytes, so that they sort by time and travel as they are."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import NewType
from uuid import UUID

PartyId = NewType("PartyId", bytes)
ItemId = NewType("ItemId", bytes)
AccountId = NewType("AccountId", bytes)
TaxId = NewType("TaxId", bytes)
VoucherId = NewType("VoucherId", bytes)
UserId = NewType("UserId", bytes)
DeviceId = NewType("DeviceId", bytes)
WriteId = NewType("WriteId", bytes)

#: Makes a new id at each call.
IdSource = Callable[[], bytes]


class _FreshIds:
    """Makes UUIDv7s (RFC 9562) from the time and the system's randomness; later ones sort later."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self) -> bytes:
        with self._lock:
            # 48 bits of milliseconds, then 12 bits of the sub-millisecond fraction (method 3 of the RFC).
            stamp = (time.time_ns() << 12) // 1_000_000
            self._last = stamp = stamp if stamp > self._last else self._last + 1
        return _uuid7(stamp, int.from_bytes(os.urandom(8), "big") >> 2)


_fresh = _FreshIds()


def new_id() -> bytes:
    """Return a fresh UUIDv7 (RFC 9562) as 16 bytes; later calls in one process sort later."""
    return _fresh()


class SeededIds:
    """A source of UUIDv7s that makes the same ones again for the same seed and moments.

    For samples and repeatable tests only: anyone who knows the seed knows the ids.
    """

    def __init__(self, seed: int | str, now: Callable[[], datetime]) -> None:
        self._random = Random(f"ids of {seed}")
        self._now = now
        self._last = 0

    def __call__(self) -> bytes:
        """Return the next id; later ones sort later."""
        stamp = int(self._now().timestamp() * 1000) << 12
        self._last = stamp if stamp > self._last else self._last + 1
        return _uuid7(self._last, self._random.getrandbits(62))


def _uuid7(stamp: int, tail: int) -> bytes:
    """Return the UUIDv7 of a moment (milliseconds times 4096) and 62 random bits."""
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | tail
    return value.to_bytes(16, "big")


def fixed_id(number: int) -> bytes:
    """Return the id of a record that every book has from birth, such as a standard account."""
    return number.to_bytes(16, "big")


def id_text(identifier: bytes) -> str:
    """Return the id in the usual hyphened form, for exports and reports of trouble."""
    return str(UUID(bytes=identifier))


def id_from_text(text: str) -> bytes:
    """Return the 16 bytes of a hyphened id. Raises ValueError."""
    return UUID(text).bytes
