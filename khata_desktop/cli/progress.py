"""A progress bar on standard error, only where someone can watch it."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

_WIDTH = 30
_EVERY_SECONDS = 0.1


class ProgressBar:
    """Called with (done, total); total 0 means that it is not known. Use as a context manager."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = sys.stderr.isatty()
        self._next = 0.0
        self._drawn = False

    def __call__(self, done: int, total: int = 0, words: str = "") -> None:
        """Draw the bar, at most ten times a second."""
        now = time.monotonic()
        if not self._shown or (now < self._next and done != total):
            return
        self._next = now + _EVERY_SECONDS
        if total:
            filled = min(_WIDTH, _WIDTH * done // total)
            bar = "█" * filled + "░" * (_WIDTH - filled)
            text = f"{words or self._label} {bar} {100 * done // total:3d}%  {done:,} of {total:,}"
        else:
            text = f"{words or self._label} … {done:,}"
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
        self._drawn = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
