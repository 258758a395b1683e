"""Ending in order, however the program is told to end."""

from __future__ import annotations

import signal
import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from types import FrameType

#: A terminal that is closed, and whoever ends programs when the computer is shut down.
_NUMBERS = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]

#: Until the code that let an interruption fall has been left.
_AGAIN_SECONDS = 0.01


@contextmanager
def stopped_by_any_signal() -> Iterator[None]:
    """Let every signal that ends the program end it as Ctrl+C does, so that what is open is put in order."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in _NUMBERS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def no_interruption_lost() -> Iterator[None]:
    """Interrupt once more where an interruption came to a place that let it fall.

    A library's own machine code, and what runs while an object is cleared away, cannot pass it on: Python
    then writes "Exception ignored" and goes on, for hours where the work is long.
    """
    before, started = sys.unraisablehook, list[Timer]()

    def hook(told: sys.UnraisableHookArgs) -> None:
        if issubclass(told.exc_type, KeyboardInterrupt):
            again = Timer(_AGAIN_SECONDS, interrupt_main)
            again.daemon = True
            again.start()
            started.append(again)
        else:
            before(told)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = before
        for again in started:
            again.cancel()
