"""Keeping the open book in step: on a thread and a connection of its own, never in the shop's way.

A round is done when something was entered here, when the server has news, and every half minute; where one
did not go through, soon again. The network may be slow or gone; what is entered waits in the book, and the
state says so in words.
"""

import gc
import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.background import is_gone, owner_of
from khata_desktop.ui.sync_port import DeskLike, SyncDoor
from khata_desktop.ui.task_runner import UnexpectedFailure

_log = logging.getLogger(__name__)

_EVERY_SECONDS: Final = 30.0
_SETTLE_SECONDS: Final = 1.0
#: What is not sent after so long is told: the server may hang, and a round with it.
_LATE_MS: Final = 4_000
#: A cable that is put back is to be noticed while one still looks.
_AGAIN_SECONDS: Final = 8.0
_NEWS_PAUSE_SECONDS: Final = 5.0
#: What keeps the key files shut until the passphrase is typed.
_LOCKS: Final = ("passphrase_needed", "passphrase_wrong")

Work = Callable[[DeskLike], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """How the book stands with other devices.

    Attributes:
        on: whether sync is switched on.
        locked: keys are kept in files here, and their passphrase was not given yet.
        under_way: a round is being done.
        last: the last round that went through.
        unsent: entries of this computer that the server does not have.
        late: they have waited longer than a round takes.
        held_back: deletions of this computer that wait for somebody's yes: they are unusually many.
        waiting: batches of others that rest on what has not arrived.
        devices: how many devices keep the book, this one included.
        is_admin: whether this computer may let others in.
        server_url: where they meet.
        fault: what kept the last round from going through; None when it did.
    """

    on: bool = False
    locked: bool = False
    under_way: bool = False
    last: datetime | None = None
    unsent: int = 0
    late: bool = False
    held_back: int = 0
    waiting: int = 0
    devices: int = 0
    is_admin: bool = False
    server_url: str = ""
    fault: KhataError | None = None


class SyncKeeper(QObject):
    """Keeps one book in step.

    Attributes:
        state: how the book stands now.
        door: the way into sync; sync is imported when it is first called.

    Signals:
        changed: `state` is another.
        events_arrived: (count) entries of other devices were taken into the book.
    """

    changed = Signal()
    events_arrived = Signal(int)

    def __init__(
        self,
        path: Path,
        door: Callable[[], SyncDoor],
        *,
        passphrase: Callable[[], str | None] = lambda: None,
        clock: Clock | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`passphrase` returns what was typed for the key files since the program began."""
        super().__init__(parent)
        self._path = path
        self.door = door
        self._passphrase = passphrase
        self._clock = clock or Clock()
        self.state = SyncState()
        self._thread: _DeskThread | None = None
        #: Not sent as the sync thread counted last, and saved since: while it hangs it counts nothing.
        self._counted = self._entered = 0
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self._on_late_timeout)

    def begin(self, open_desk: "Callable[[], DeskLike] | None" = None) -> None:
        """Open the desk on its thread and keep in step from now on; `open_desk` for one just switched on."""
        self._end_thread()
        thread = _DeskThread(open_desk or self._open_desk, self._clock)
        thread.stepped.connect(self._on_thread_stepped)
        thread.failed.connect(self._on_thread_failed)
        thread.began.connect(self._on_thread_began)
        thread.answered.connect(self._on_thread_answered)
        self._thread = thread
        self._set(on=True, locked=False, fault=None)
        thread.start()

    def unlock(self, passphrase: str) -> None:
        """Open the desk with the passphrase of the key files."""
        self.begin(lambda: self.door().open(self._path, passphrase))

    def mark_changed(self) -> None:
        """Something was entered here: do a round soon."""
        if self._thread is not None:
            self._entered += 1
            self._watch_for_late()
            self._thread.wake()

    def keep_in_step_now(self) -> None:
        """Do a round at once; where the desk could not be opened, try that again."""
        if self._thread is not None:
            self._thread.wake(at_once=True)
        elif self.state.on:
            self.begin()

    def do(
        self,
        work: Work,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[KhataError], None] | None = None,
    ) -> None:
        """Run `work(desk)` on the sync thread; the callbacks run on the GUI thread.

        While the desk is not open, `on_error` is told why.
        """
        if self._thread is not None:
            self._thread.put(_Ask(work, on_done, on_error))
        elif on_error is not None and self.state.fault is not None:
            on_error(self.state.fault)

    def stop(self) -> None:
        """Finish the round under way and close the desk. Call before the program ends."""
        self._end_thread()
        self._set(on=self.state.on, under_way=False)

    # --- the thread's answers -------------------------------------------------------------------------

    def _open_desk(self) -> DeskLike:
        return self.door().open(self._path, self._passphrase())

    def _end_thread(self) -> None:
        self._late.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            thread.wait()

    def _watch_for_late(self) -> None:
        if not self._late.isActive():
            self._late.start()

    def _on_late_timeout(self) -> None:
        waiting = self._counted + self._entered
        if waiting and self._thread is not None:
            self._set(unsent=waiting, late=True)

    def _count(self, unsent: int) -> None:
        self._counted, self._entered = unsent, 0
        if unsent:
            self._watch_for_late()
        else:
            self._late.stop()

    def _is_stale(self) -> bool:
        """Whether what is told comes of a thread that was ended meanwhile."""
        return self.sender() is not self._thread

    def _on_thread_began(self, is_admin: bool, server_url: str) -> None:
        if not self._is_stale():
            # What was imported for it stays for good: the collector need not look at it again and again.
            gc.freeze()
            self._set(is_admin=is_admin, server_url=server_url)

    def _on_thread_stepped(self, report: "_Report") -> None:
        if self._is_stale():
            return
        self._count(report.unsent)
        if report.under_way:
            self._set(under_way=True)
            return
        self._set(
            under_way=False,
            late=False,
            last=report.at or self.state.last,
            unsent=report.unsent,
            held_back=report.held_back,
            waiting=report.waiting,
            devices=report.devices,
            server_url=report.server_url or self.state.server_url,
            fault=report.fault,
        )
        if report.events:
            self.events_arrived.emit(report.events)

    def _on_thread_failed(self, fault: KhataError) -> None:
        if self._is_stale():
            return
        # Without its keys nothing can be done before the passphrase is given.
        thread, asks = self._thread, deque[_Ask]()
        if thread is not None:
            asks = thread.take_asks()
        self._end_thread()
        self._set(fault=fault, locked=fault.code in _LOCKS, under_way=False)
        for ask in asks:
            self._on_thread_answered(ask, None, fault)

    def _on_thread_answered(self, ask: "_Ask", value: object, error: KhataError | None) -> None:
        deliver: Callable[[Any], None] | None = ask.on_done if error is None else ask.on_error
        # Who asked may have gone meanwhile.
        if deliver is not None and not is_gone(owner_of(deliver)):
            deliver(value if error is None else error)

    def _set(self, **values: Any) -> None:
        state = replace(self.state, **values)
        if state != self.state:
            self.state = state
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class _Ask:
    work: Work
    on_done: Callable[[Any], None] | None
    on_error: Callable[[KhataError], None] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    under_way: bool = False
    at: datetime | None = None
    events: int = 0
    unsent: int = 0
    held_back: int = 0
    waiting: int = 0
    devices: int = 0
    server_url: str = ""
    fault: KhataError | None = None


class _DeskThread(QThread):
    """Opens the desk, does rounds and what is asked, closes it."""

    began = Signal(bool, str)
    stepped = Signal(object)
    failed = Signal(object)
    answered = Signal(object, object, object)

    def __init__(self, open_desk: Callable[[], DeskLike], clock: Clock) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._clock = clock
        self._wake = threading.Condition()
        self._asks: deque[_Ask] = deque()
        self._due_at = 0.0
        self._stopping = False

    def put(self, ask: _Ask) -> None:
        """Queue something to be asked of the desk."""
        with self._wake:
            self._asks.append(ask)
            self._wake.notify_all()

    def take_asks(self) -> "deque[_Ask]":
        """Take what was asked and will not be answered."""
        with self._wake:
            asks, self._asks = self._asks, deque()
        return asks

    def wake(self, *, at_once: bool = False) -> None:
        """Let a round be due soon, so that several entries go together; or at once."""
        with self._wake:
            due_at = monotonic() + (0.0 if at_once else _SETTLE_SECONDS)
            self._due_at = min(self._due_at, due_at)
            self._wake.notify_all()

    def stop(self) -> None:
        """End after what is under way."""
        with self._wake:
            self._stopping = True
            self._wake.notify_all()

    def run(self) -> None:
        """Open, serve, close."""
        try:
            desk = self._open_desk()
        except Exception as problem:
            self.failed.emit(_foreseen(problem))
            return
        self.began.emit(desk.is_admin, desk.server_url)
        news = threading.Thread(target=self._listen, args=(desk,), name="sync news", daemon=True)
        news.start()
        try:
            self._serve(desk)
        finally:
            desk.close()

    def _serve(self, desk: DeskLike) -> None:
        while True:
            with self._wake:
                left = self._due_at - monotonic()
                if not self._asks and not self._stopping and left > 0:
                    self._wake.wait(left)
                if self._stopping:
                    return
                ask = self._asks.popleft() if self._asks else None
                due = ask is None and self._due_at <= monotonic()
                if due:
                    self._due_at = monotonic() + _EVERY_SECONDS
            if ask is not None:
                self._answer(desk, ask)
            elif due:
                self._step(desk)

    def _answer(self, desk: DeskLike, ask: _Ask) -> None:
        value, error = None, None
        try:
            value = ask.work(desk)
        except Exception as problem:
            error = _foreseen(problem)
        self.answered.emit(ask, value, error)

    def _step(self, desk: DeskLike) -> None:
        before = 0
        with suppress(Exception):
            # A book that cannot be read is told at the end of the round.
            before = desk.unsent()
        self.stepped.emit(_Report(under_way=True, unsent=before))
        events = waiting = 0
        at, fault = None, None
        try:
            step = desk.keep_in_step()
            events, waiting, at = step.events, step.waiting, self._clock.now()
        except Exception as problem:
            fault = _foreseen(problem)
            with self._wake:
                self._due_at = min(self._due_at, monotonic() + _AGAIN_SECONDS)
            _log.info("a round of sync did not go through: %s", fault.code)
        try:
            devices = sum(device.has_come and not device.is_shut_out for device in desk.devices())
            unsent, held_back = desk.unsent(), desk.held_back()
        except Exception as problem:
            # The disk is at fault: the book itself cannot be read.
            self.stepped.emit(_Report(fault=_foreseen(problem)))
            return
        self.stepped.emit(
            _Report(
                at=at,
                events=events,
                waiting=waiting,
                fault=fault,
                devices=devices,
                unsent=unsent,
                held_back=held_back,
                # The hub may have been followed to another address.
                server_url=desk.server_url,
            )
        )

    def _listen(self, desk: DeskLike) -> None:
        """Wake the thread when the server has news. It touches nothing of Qt: it may outlive the window."""
        while not self._is_stopping():
            try:
                desk.wait_for_news()
            except Exception as problem:
                # A round says what is wrong; here it only means that nobody calls.
                _log.info("no news of the server: %s", type(problem).__name__)
                with self._wake:
                    self._wake.wait_for(lambda: self._stopping, _NEWS_PAUSE_SECONDS)
                continue
            self.wake(at_once=True)

    def _is_stopping(self) -> bool:
        with self._wake:
            return self._stopping


def _foreseen(problem: Exception) -> KhataError:
    """Return what is told of a failure; one nobody foresaw is logged, and stops nothing."""
    if isinstance(problem, KhataError):
        return problem
    _log.error("sync failed unexpectedly", exc_info=problem)
    return UnexpectedFailure()
