"""The only reader of the clock, and the hybrid logical clock (HLC) that orders writes of many devices.

An HLC value is one integer: 48 bits of Unix milliseconds, then a 16-bit counter. It never runs
backwards within a book, whatever the computer's clock does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

_COUNTER_BITS = 16


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


def hlc_instant(hlc: int) -> datetime:
    """Return the moment an HLC stands for, as an aware UTC datetime."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, UTC)
