"""The thread of the task runner: it owns the book and does one thing after the other."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QThread, Signal

_log = logging.getLogger(__name__)

POLL_SECONDS: Final = 0.5


class BooksLike(Protocol):
    """What the runner needs of an open book (`khata_desktop.services.books.Books` has it)."""

    def execute(self, operation: Callable[..., Any]) -> Any:
        """Run an operation in one transaction; return its Outcome (value, topics)."""

    def query(self, report: Callable[..., Any]) -> Any:
        """Run a report on one state of the book; return its rows."""

    def changed_elsewhere(self) -> bool:
        """Return whether another process has written since the last call."""

    def interrupt(self) -> None:
        """Stop the report that is running, from another thread."""

    def close(self) -> None:
        """Close the file."""


class Cancelled(Exception):
    """Raised by `Progress` in long work that the user cancelled."""


class Progress:
    """Handed to long work: tells how far it is, and stops it when the user cancels."""

    def __init__(self, job: "Job", tell: Callable[[int, int, str], None]) -> None:
        self._job = job
        self._tell = tell

    def __call__(self, done: int, total: int = 0, words: str = "") -> None:
        """Tell `done` of `total` (0: unknown). Raises Cancelled when the user cancelled."""
        self.check()
        self._tell(done, total, words)

    def check(self) -> None:
        """Raise Cancelled when the user cancelled."""
        if self._job.cancelled:
            raise Cancelled


class Job(QObject):
    """Long work under way.

    Signals:
        progressed: (done, total, words), at most some twenty times a second.
        ended: () finished, failed or cancelled.
    """

    progressed = Signal(object, object, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user cancelled."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing of an unfinished transaction is kept."""
        self._cancelled.set()


@dataclass(slots=True)
class Answer:
    """What came of one piece of work: a value, or the exception it ended with."""

    number: int
    value: Any = None
    error: BaseException | None = None


class Worker(QThread):
    """Serves pieces of work in the order given; in between it asks whether the book changed elsewhere.

    Signals:
        answered: an Answer.
        changed_elsewhere: another process has written.
        progressed: (number, done, total, words) of long work.
        opened, open_failed: once, when the book was opened or could not be.
    """

    answered = Signal(object)
    changed_elsewhere = Signal()
    progressed = Signal(int, object, object, str)
    opened = Signal()
    open_failed = Signal(object)

    def __init__(self, open_books: Callable[[], BooksLike]) -> None:
        super().__init__()
        self._open_books = open_books
        self._tasks: deque[tuple[int, str, Callable[..., Any], Job | None]] = deque()
        self._dropped: set[int] = set()
        self._wake = threading.Condition()
        self._stopping = False
        self._books: BooksLike | None = None

    def put(self, number: int, kind: str, work: Callable[..., Any], job: Job | None) -> None:
        """Queue one piece of work: a "query", an "execute", a "call" or a "long" one."""
        with self._wake:
            self._tasks.append((number, kind, work, job))
            self._wake.notify()

    def drop(self, number: int) -> None:
        """Leave out a piece of work if it has not begun."""
        with self._wake:
            self._dropped.add(number)

    def stop(self) -> None:
        """End when everything queued is done."""
        with self._wake:
            self._stopping = True
            self._wake.notify()

    def interrupt(self) -> None:
        """Break off the report that is running."""
        books = self._books
        if books is not None:
            books.interrupt()

    def run(self) -> None:
        """Open the book, serve, close it."""
        try:
            self._books = self._open_books()
        except Exception as error:
            self.open_failed.emit(error)
            return
        self.opened.emit()
        try:
            self._serve(self._books)
        finally:
            books, self._books = self._books, None
            books.close()

    def _serve(self, books: BooksLike) -> None:
        while True:
            with self._wake:
                if not self._tasks and not self._stopping:
                    self._wake.wait(POLL_SECONDS)
                if self._stopping and not self._tasks:
                    return
                task = self._tasks.popleft() if self._tasks else None
                if task is not None and task[0] in self._dropped:
                    self._dropped.discard(task[0])
                    continue
            if task is None:
                self._poll(books)
                continue
            answer = self._do(books, *task)
            with self._wake:
                self._dropped.discard(task[0])
            # What the work captured may be widgets, which must not die on this thread: let go of it while
            # the GUI side still holds its own reference, that is, before the answer is delivered.
            task = None
            self.answered.emit(answer)

    def _do(
        self, books: BooksLike, number: int, kind: str, work: Callable[..., Any], job: Job | None
    ) -> Answer:
        answer = Answer(number)
        try:
            if kind == "query":
                answer.value = books.query(work)
            elif kind == "execute":
                answer.value = books.execute(work)
            elif job is not None:
                tell = _Throttle(number, self.progressed)
                answer.value = work(books, Progress(job, tell))
            else:
                answer.value = work(books)
        except Exception as error:
            answer.error = error
        return answer

    def _poll(self, books: BooksLike) -> None:
        try:
            if books.changed_elsewhere():
                self.changed_elsewhere.emit()
        except Exception as error:
            _log.warning("could not ask whether the book changed: %s", type(error).__name__)


class _Throttle:
    """Passes on about twenty tellings a second, and every last one."""

    def __init__(self, number: int, signal: Any) -> None:
        self._number = number
        self._signal = signal
        self._last = 0.0

    def __call__(self, done: int, total: int, words: str) -> None:
        now = monotonic()
        if now - self._last >= 0.05 or done == total:
            self._last = now
            self._signal.emit(self._number, done, total, words)
