"""Counting requests in this process's memory, for one process or while Redis cannot be reached."""

from __future__ import annotations

import threading
import time

from limits.storage import Storage

_MOST_KEYS = 100_000


class Counters(Storage):
    """Counters that each end at their time.

    The library's own start a thread a hundred times a second to clear up; here the next to come does it,
    and no flood of addresses makes them grow without end.
    """

    STORAGE_SCHEME = None

    def __init__(self) -> None:
        super().__init__()
        self._counted: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong: nothing."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to a counter, which begins again when its time is over, and return it."""
        now = time.time()
        with self._lock:
            counted, ends = self._counted.get(key, (0, 0.0))
            if ends <= now:
                counted, ends = 0, now + expiry
                if len(self._counted) >= _MOST_KEYS:
                    self._clear_up(now)
            self._counted[key] = counted + amount, ends
            return counted + amount

    def get(self, key: str) -> int:
        """Return a counter."""
        counted, ends = self._counted.get(key, (0, 0.0))
        return counted if ends > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """Return when a counter ends."""
        return self._counted.get(key, (0, time.time()))[1]

    def check(self) -> bool:
        """Return whether it works."""
        return True

    def reset(self) -> int:
        """Begin all again and return how many there were."""
        with self._lock:
            before = len(self._counted)
            self._counted.clear()
            return before

    def clear(self, key: str) -> None:
        """Begin one again."""
        with self._lock:
            self._counted.pop(key, None)

    def _clear_up(self, now: float) -> None:
        self._counted = {key: (counted, ends) for key, (counted, ends) in self._counted.items() if ends > now}
        if len(self._counted) >= _MOST_KEYS:
            self._counted.clear()
