"""Work beside the book's worker: looking into folders and files that have no part in the open book.

What the work returns comes back on the GUI thread, and only while the one who asked is still there. The
messenger between the threads lives as long as the program: a thread that signals an object which is being
deleted at that moment would bring the program down.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class _Messenger(QObject):
    arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._on_arrived)

    def _on_arrived(self, deliver: Callable[[Any], None], value: object) -> None:
        owner = getattr(deliver, "__self__", None)
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            deliver(value)


class _Kept:
    messenger: _Messenger | None = None


def in_background(work: Callable[[], T], deliver: Callable[[T], None], *, name: str) -> threading.Thread:
    """Run `work` on a thread of its own and give its value to `deliver`, a method of a QObject.

    Call it on the GUI thread. An exception of `work` is unexpected and goes to `threading.excepthook`; what
    may fail is to be caught there and returned.
    """
    messenger = _Kept.messenger
    if messenger is None:
        messenger = _Kept.messenger = _Messenger()

    def run() -> None:
        messenger.arrived.emit(deliver, work())

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread


def is_gone(owner: QObject | None) -> bool:
    """Return whether the one who asked was deleted."""
    return owner is not None and not shiboken6.isValid(owner)


def owner_of(callback: Callable[[Any], None] | None) -> QObject | None:
    """Return the page a callback belongs to: of a method, of a partial of one, of a lambda using `self`."""
    inner = getattr(callback, "func", callback)
    owner = getattr(inner, "__self__", None)
    code, closure = getattr(inner, "__code__", None), getattr(inner, "__closure__", None)
    if owner is None and closure and code is not None and "self" in code.co_freevars:
        owner = closure[code.co_freevars.index("self")].cell_contents
    return owner if isinstance(owner, QObject) else None
