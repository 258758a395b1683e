"""The window's way into sync: made when it is first wanted, asked off the GUI thread, ended with the program.

Whoever never switches sync on pays for none of it: nothing of it is imported before `ask` is first called.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.background import in_background

if TYPE_CHECKING:
    # This is imported before the first picture.
    from khata_desktop.ui.sync_port import Progress, SyncDoor

_log = logging.getLogger(__name__)

T = TypeVar("T")

_TELL_EVERY_S: Final = 0.05
_END_SECONDS: Final = 3.0
_LOOK_AFTER_MS: Final = 10_000


class Stopped(KhataError):
    """Long work ended because the user, or the end of the program, wanted it to."""

    code = "stopped"
    template = "It was stopped."


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What this computer brings along.

    Attributes:
        name: what it is called.
        needs_passphrase: keys are kept in files here, under a passphrase.
        can_be_hub: the server's packages are here.
    """

    name: str = ""
    needs_passphrase: bool = False
    can_be_hub: bool = False


class SyncWay(QObject):
    """One for the program.

    Attributes:
        passphrase: of the key files, as it was typed since the program began; None while it was not.
        hub_url: the address of the shop's hub in the shop's network while this computer is it, else "".
        hub_starting: the hub is being started.
        hub_fault: why the hub did not start.

    Signals:
        hub_changed: one of the three is another.
    """

    hub_changed = Signal()
    _told = Signal(object, object, object, object)

    def __init__(
        self, make_door: "Callable[[], SyncDoor] | None" = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_door = make_door
        self._door: SyncDoor | None = None
        self._making = threading.Lock()
        self._ending = threading.Event()
        self._threads: list[threading.Thread] = []
        self._here: Here | None = None
        self.passphrase: str | None = None
        self.hub_url = ""
        self.hub_starting = False
        self.hub_fault: KhataError | None = None
        self._told.connect(self._on_told)
        self._hub_watch = QTimer(self, interval=_LOOK_AFTER_MS)
        self._hub_watch.timeout.connect(self._look_after_hub)

    def door(self) -> "SyncDoor":
        """Return the door; sync is imported now, so call it off the GUI thread."""
        with self._making:
            if self._door is None:
                if self._make_door is None:
                    raise LookupError("no way into sync was handed in")
                self._door = self._make_door()
            return self._door

    def ask(
        self,
        work: "Callable[[SyncDoor], T]",
        on_done: Callable[[T], None],
        on_error: Callable[[KhataError], None],
        *,
        owner: QObject,
    ) -> None:
        """Run `work(door)` on a thread of its own; callbacks run on the GUI thread while `owner` lives."""

        def run() -> tuple[Any, KhataError | None]:
            try:
                return work(self.door()), None
            except KhataError as error:
                return None, error
            except Exception:
                from khata_desktop.ui.task_runner import UnexpectedFailure

                _log.exception("sync failed unexpectedly")
                return None, UnexpectedFailure()

        deliver = partial(self._deliver, owner, on_done, on_error)
        thread = in_background(run, deliver, name="sync ask")
        self._threads = [own for own in self._threads if own.is_alive()] + [thread]

    def teller(
        self,
        owner: QObject,
        tell: Callable[[int, int], None],
        go_on: Callable[[], bool] = lambda: True,
    ) -> "Progress":
        """Return a progress to hand to long work: it tells on the GUI thread, and stops the work.

        The work raises Stopped where `go_on` is no longer true or the program ends.
        """
        last = [0.0]

        def progress(done: int, total: int) -> None:
            if self._ending.is_set() or not go_on():
                raise Stopped
            now = monotonic()
            if now - last[0] >= _TELL_EVERY_S or done == total:
                last[0] = now
                self._told.emit(owner, tell, done, total)

        return progress

    @property
    def ending(self) -> bool:
        """Whether the program ends; long waits look at it."""
        return self._ending.is_set()

    def look_here(
        self,
        on_done: Callable[[Here], None],
        on_error: Callable[[KhataError], None],
        *,
        owner: QObject,
    ) -> None:
        """Learn what this computer brings along: asked once, told at once from then on."""
        if self._here is not None:
            on_done(self._here)
            return

        def learned(here: Here) -> None:
            self._here = here
            on_done(here)

        self.ask(_look, learned, on_error, owner=owner)

    def know(self, here: Here) -> None:
        """Take as known what this computer brings along."""
        self._here = here

    # --- the hub --------------------------------------------------------------------------------------

    def start_hub(self) -> None:
        """Let this computer be the shop's hub until the program ends."""
        if self.hub_url or self.hub_starting:
            return
        self._set_hub(starting=True)

        self._hub_watch.start()
        self._ask_hub()

    def _ask_hub(self) -> None:
        """Start the hub, also where it broke down, and learn its address, which changes with the network."""

        def runs(url: str) -> None:
            if not self._hub_watch.isActive():
                # It was switched off meanwhile.
                self._end_hub()
            elif url != self.hub_url or self.hub_starting:
                self._set_hub(url=url)

        def failed(fault: KhataError) -> None:
            if self._hub_watch.isActive():
                self._set_hub(fault=fault)

        self.ask(lambda door: door.hub().start(), runs, failed, owner=self)

    def _look_after_hub(self) -> None:
        if self._door is not None and not self.hub_starting:
            self._ask_hub()

    def note_hub(self, url: str) -> None:
        """Note that the hub was started on the way, and where it is."""
        if url:
            self._hub_watch.start()
        else:
            self._hub_watch.stop()
        self._set_hub(url=url)

    def stop_hub(self) -> None:
        """Be the hub no longer."""
        wanted = self._hub_watch.isActive()
        self._hub_watch.stop()
        if wanted:
            self._end_hub()

    def _end_hub(self) -> None:
        def stopped(_: object) -> None:
            self._set_hub()

        self.ask(lambda door: door.hub().stop(), stopped, lambda _error: None, owner=self)

    def _set_hub(self, *, url: str = "", starting: bool = False, fault: KhataError | None = None) -> None:
        self.hub_url, self.hub_starting, self.hub_fault = url, starting, fault
        self.hub_changed.emit()

    # --- ending ---------------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop what is under way, and the hub. Call before the program ends."""
        self._ending.set()
        self._hub_watch.stop()
        until = monotonic() + _END_SECONDS
        for thread in self._threads:
            thread.join(timeout=max(0.0, until - monotonic()))
        if self._door is not None:
            self._door.hub().stop()

    # --- back on the GUI thread -----------------------------------------------------------------------

    def _deliver(
        self,
        owner: QObject,
        on_done: Callable[[Any], None],
        on_error: Callable[[KhataError], None],
        answer: tuple[Any, KhataError | None],
    ) -> None:
        value, error = answer
        if not shiboken6.isValid(owner):
            return
        if error is None:
            on_done(value)
        else:
            on_error(error)

    def _on_told(self, owner: QObject, tell: Callable[[int, int], None], done: int, total: int) -> None:
        if shiboken6.isValid(owner):
            tell(done, total)


def _look(door: "SyncDoor") -> Here:
    return Here(
        name=door.computer_name(),
        needs_passphrase=door.needs_passphrase(),
        can_be_hub=door.hub().can_run,
    )
