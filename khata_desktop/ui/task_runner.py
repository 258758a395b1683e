"""One database worker: everything that touches the book runs on its thread, answers come on the GUI's.

The worker makes its own `Books` and keeps it; nobody else sees it. Between tasks, and twice a second
when idle, it asks whether another process has written, and then tells every page.
"""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from khata_desktop.domain.errors import BookDamaged, KhataError, NotABook
from khata_desktop.ui.background import is_gone, owner_of
from khata_desktop.ui.task_worker import Answer, BooksLike, Cancelled, Job, Progress, Worker

_log = logging.getLogger(__name__)

__all__ = ["BooksLike", "Cancelled", "Job", "Progress", "TaskRunner", "UnexpectedFailure"]

EVERYTHING: Final = frozenset({"*"})

OnDone = Callable[[Any], None]
OnError = Callable[[KhataError], None]


@dataclass(slots=True)
class _Task:
    number: int
    kind: str
    work: Callable[..., Any]
    on_done: OnDone | None
    on_error: OnError | None
    key: Hashable | None = None
    initiator: object = None
    job: Job | None = None
    on_cancel: Callable[[], None] | None = None
    owner: QObject | None = None
    writes: bool = True
    dropped: bool = field(default=False)


class TaskRunner(QObject):
    """Runs queries and operations on the worker, in the order given.

    Callbacks run on the GUI thread. A callback of a deleted QObject (a method, or a lambda that uses
    `self`) is not called.

    Signals:
        committed: (topics, initiator) something was written; `{"*"}` when by another process.
        saving_ended: (well) no operation waits or runs any more; False where one of them failed.
        failed: an unexpected exception, for the error dialog.
        damaged: (exception) something met a file that is damaged, whoever asked and whatever he makes of it.
        busy_changed: whether anything is under way.
        opened: the worker has its book.
        open_failed: the exception that kept the book from opening.
    """

    committed = Signal(object, object)
    saving_ended = Signal(bool)
    failed = Signal(object)
    damaged = Signal(object)
    busy_changed = Signal(bool)
    opened = Signal()
    open_failed = Signal(object)

    def __init__(self, open_books: Callable[[], BooksLike], parent: QObject | None = None) -> None:
        """`open_books` is called once, on the worker thread."""
        super().__init__(parent)
        self._numbers = count(1)
        self._waiting: dict[int, _Task] = {}
        self._latest: dict[Hashable, int] = {}
        self._busy = False
        self._saving_failed = False
        self._refusal: KhataError | None = None
        self._worker = Worker(open_books)
        self._worker.answered.connect(self._on_worker_answered)
        self._worker.changed_elsewhere.connect(self._on_worker_changed_elsewhere)
        self._worker.progressed.connect(self._on_worker_progressed)
        self._worker.opened.connect(self.opened)
        self._worker.open_failed.connect(self._on_worker_open_failed)

    def start(self) -> None:
        """Start the worker; tasks given before wait for it."""
        self._worker.start()

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._busy

    @property
    def saving(self) -> bool:
        """Whether an operation waits or runs: what was entered is not in the book yet."""
        return any(task.kind == "execute" for task in self._waiting.values())

    def query(
        self,
        report: Callable[[Any], Any],
        on_done: OnDone,
        on_error: OnError | None = None,
        *,
        key: Hashable | None = None,
    ) -> None:
        """Run `report(session)`; give its value to `on_done`.

        With a `key`, a newer query of the same key makes this one's answer stale: it is dropped, and
        not even run if it has not begun.
        """
        task = _Task(next(self._numbers), "query", report, on_done, on_error, key=key)
        if key is not None:
            before = self._latest.get(key)
            if before is not None and before in self._waiting:
                self._waiting[before].dropped = True
                self._worker.drop(before)
            self._latest[key] = task.number
        self._put(task)

    def execute(
        self,
        operation: Callable[[Any], Any],
        on_done: OnDone | None = None,
        on_error: OnError | None = None,
        *,
        initiator: object = None,
    ) -> None:
        """Run `operation(uow)` in one transaction; give its Outcome to `on_done`, then tell the pages."""

        def unless_refused(uow: Any) -> Any:
            self._check_writing()
            return operation(uow)

        task = _Task(next(self._numbers), "execute", unless_refused, on_done, on_error, initiator=initiator)
        self._put(task)

    def call(self, work: Callable[[Any], Any], on_done: OnDone, on_error: OnError | None = None) -> None:
        """Run `work(books)` on the worker, for what is neither a report nor one operation (a backup)."""
        self._put(_Task(next(self._numbers), "call", work, on_done, on_error))

    def run_long(
        self,
        work: Callable[[Any, Progress], Any],
        on_done: OnDone,
        on_error: OnError | None = None,
        *,
        on_cancel: Callable[[], None] | None = None,
        initiator: object = None,
        writes: bool = True,
    ) -> Job:
        """Run `work(books, progress)` and return the job to watch and to cancel.

        Afterwards every page is told to look again, for long work writes in several transactions; not so
        where it `writes` nothing.
        """

        def unless_refused(books: Any, progress: Progress) -> Any:
            if writes:
                self._check_writing()
            return work(books, progress)

        task = _Task(
            next(self._numbers),
            "long",
            unless_refused,
            on_done,
            on_error,
            initiator=initiator,
            on_cancel=on_cancel,
        )
        task.job = Job(self)
        task.writes = writes
        self._put(task)
        return task.job

    def stop_writing(self, refusal: KhataError) -> None:
        """Refuse what is given, and what waits, to be written to the book; reading it goes on."""
        self._refusal = refusal

    def _check_writing(self) -> None:
        if self._refusal is not None:
            raise self._refusal

    def stop(self) -> None:
        """Finish what was given, close the book and end the thread. Call before the program ends."""
        for task in self._waiting.values():
            if task.job is not None:
                task.job.cancel()
            if task.kind == "query":
                task.dropped = True
                self._worker.drop(task.number)
        self._worker.stop()
        self._worker.wait()

    def _put(self, task: _Task) -> None:
        task.owner = owner_of(task.on_done)
        self._waiting[task.number] = task
        if not self._busy:
            self._busy = True
            self.busy_changed.emit(True)
        self._worker.put(task.number, task.kind, task.work, task.job)

    # --- answers -------------------------------------------------------------------------------------

    def _on_worker_answered(self, answer: Answer) -> None:
        task = self._waiting.pop(answer.number, None)
        # Queries the worker skipped as stale never answer.
        for number in [number for number, other in self._waiting.items() if other.dropped]:
            del self._waiting[number]
        try:
            if task is not None:
                self._deliver(task, answer)
        finally:
            if task is not None:
                self._let_go(task)
                self._note_saving(task, answer)
            if self._busy and not self._waiting:
                self._busy = False
                self.busy_changed.emit(False)

    def _let_go(self, task: _Task) -> None:
        if task.key is not None and self._latest.get(task.key) == task.number:
            del self._latest[task.key]
        if task.job is not None:
            task.job.ended.emit()
            task.job.deleteLater()

    def _note_saving(self, task: _Task, answer: Answer) -> None:
        if task.kind != "execute":
            return
        self._saving_failed |= answer.error is not None
        if not self.saving:
            well, self._saving_failed = not self._saving_failed, False
            self.saving_ended.emit(well)

    def _deliver(self, task: _Task, answer: Answer) -> None:
        if answer.error is not None:
            self._deliver_error(task, answer.error)
            return
        try:
            if task.on_done is not None and not is_gone(task.owner) and not task.dropped:
                task.on_done(answer.value)
        finally:
            # It is in the book, whatever became of the one who asked.
            if task.kind == "execute":
                self.committed.emit(answer.value.topics, task.initiator)
            elif task.kind == "long" and task.writes:
                self.committed.emit(EVERYTHING, task.initiator)

    def _deliver_error(self, task: _Task, error: BaseException) -> None:
        if isinstance(error, (BookDamaged, NotABook)):
            self.damaged.emit(error)
        gone = is_gone(task.owner) or is_gone(owner_of(task.on_error))
        if task.kind == "long" and task.writes:
            # Part of it may have been written before it stopped.
            self.committed.emit(EVERYTHING, task.initiator)
        if task.dropped:
            return
        if isinstance(error, Cancelled):
            if task.on_cancel is not None and not gone:
                task.on_cancel()
            return
        if isinstance(error, KhataError) and task.on_error is not None and not gone:
            task.on_error(error)
            return
        if not isinstance(error, KhataError):
            _log.error("a task failed unexpectedly", exc_info=error)
            if task.on_error is not None and not gone:
                # The form is let go of, and what was typed stays on screen.
                task.on_error(UnexpectedFailure())
        self.failed.emit(error)

    def _on_worker_changed_elsewhere(self) -> None:
        self.committed.emit(EVERYTHING, None)

    def _on_worker_progressed(self, number: int, done: int, total: int, words: str) -> None:
        task = self._waiting.get(number)
        if task is not None and task.job is not None:
            task.job.progressed.emit(done, total, words)

    def _on_worker_open_failed(self, error: Exception) -> None:
        self._waiting.clear()
        if not isinstance(error, KhataError):
            _log.error("the book could not be opened", exc_info=error)
        # Later: the receiver may want to show a dialog, and that must not run inside a queued call.
        QTimer.singleShot(0, self, lambda: self.open_failed.emit(error))


class UnexpectedFailure(KhataError):
    """Given to a form when a bug, not a rule, kept its command from being saved."""

    code = "unexpected_failure"
    template = "Something went wrong that the program did not expect. Nothing was saved; try again."
