"""The only reader of the clock, and the hybrid logical clock (HLC) that orders writes of many devices.

An HLC value is one integer: 48 bits of Unix milliseconds, then a 16-bit counter. It never runs
backwards within a book, whatever the computer's clock does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

_COUNTER_BITS = 16
#: So far ahead of the present another device's clock is followed, and no further.
MOST_AHEAD_MS = 5 * 60 * 1000


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Reads the time. Tests pass ``now`` to stand at a chosen moment."""

    now: Callable[[], datetime] = _utc_now

    def today(self) -> date:
        """Return the shop's calendar day, in the computer's own time zone."""
        return self.now().astimezone().date()


def next_hlc(now: datetime, last: int) -> int:
    """Return the HLC that follows ``last``: the present moment, or one tick more where that is not later."""
    present = int(now.timestamp() * 1000) << _COUNTER_BITS
    return present if present > last else last + 1


def adopted_hlc(now: datetime, last: int, seen: int) -> int:
    """Return the clock after an event of another device: never behind ``last``, never far ahead of now."""
    furthest = int(now.timestamp() * 1000) + MOST_AHEAD_MS << _COUNTER_BITS
    return max(last, min(seen, furthest))


def hlc_instant(hlc: int) -> datetime:
    """Return the moment an HLC stands for, as an aware UTC datetime."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, UTC)
