"""Backups that make themselves: every quarter of an hour while something changed, and at the end.

A copy is made beside the shop's work, on a thread of its own and from the file alone: a large book takes
seconds to copy and prove, and nobody at the counter may wait for that.
"""

import dataclasses
import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from khata_desktop.config import user_data_dir
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import DiskFault, KhataError
from khata_desktop.ui.background import in_background

if TYPE_CHECKING:
    from khata_desktop.storage.backup import Backup

_log = logging.getLogger(__name__)

MINUTES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the book stands.

    Attributes:
        last: the newest backup found, None while there is none.
        changed: whether something was written since.
        under_way: a copy is being made now.
        fault: what kept the last attempt from succeeding; None when it did.
        elsewhere: the folder chosen was not there, so the copy went into the usual one.
        on_server: when the newest one on the book's server was made; None where none is known.
    """

    last: "Backup | None" = None
    changed: bool = False
    under_way: bool = False
    fault: KhataError | None = None
    elsewhere: bool = False
    on_server: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    made: "Backup | None" = None
    fault: KhataError | None = None
    elsewhere: bool = False


def backups_of(path: Path, folder: Path) -> Path:
    """Return the folder inside a backup folder that is one book's own.

    Two shops may have files of one name; the place of the file tells them apart.
    """
    mark = hashlib.sha256(str(path.resolve()).encode("utf-8")).hexdigest()[:8]
    return folder / f"{path.stem}-{mark}"


def usual_folder() -> Path:
    """Return where backups go when the user chose no folder."""
    return user_data_dir() / "backups"


class BackupKeeper(QObject):
    """Keeps the backups of one book.

    Attributes:
        state: how the book stands now.

    Signals:
        changed: `state` is another.
        finished: (Backup) one was made.
    """

    changed = Signal()
    finished = Signal(object)

    def __init__(
        self,
        path: Path,
        chosen_folder: Callable[[], str],
        *,
        clock: Clock | None = None,
        minutes: float = MINUTES,
        parent: QObject | None = None,
    ) -> None:
        """`chosen_folder` returns the user's folder for backups, "" for the usual one."""
        super().__init__(parent)
        self._path = path
        self._chosen_folder = chosen_folder
        self._clock = clock or Clock()
        self.state = BackupState()
        self._thread: threading.Thread | None = None
        self._looking: threading.Thread | None = None
        self._timer = QTimer(self, interval=int(minutes * 60_000))
        self._timer.timeout.connect(self._on_timer_timeout)

    def words(self, moment: Callable[[datetime, bool], str]) -> str:
        """Return the state in words; `moment(at, today)` writes when a backup was made."""
        state = self.state
        if state.under_way:
            return self.tr("Backing up…")
        if state.fault is not None:
            return self.tr("Backup failed")
        made_at = [state.last.made_at] if state.last is not None else []
        if state.on_server is not None:
            made_at.append(state.on_server)
        if not made_at:
            return self.tr("No backup yet")
        made = max(made_at).astimezone()
        when = moment(made, made.date() == self._clock.today())
        if state.elsewhere:
            return self.tr("Backed up {when}, not in the chosen folder").format(when=when)
        return self.tr("Backed up {when}").format(when=when)

    # --- folders --------------------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """The folder the next backup goes to, where it is there."""
        chosen = self._chosen_folder()
        return backups_of(self._path, Path(chosen) if chosen else usual_folder())

    def folders(self) -> list[Path]:
        """Return every folder backups of this book may lie in."""
        return list(dict.fromkeys([self.folder, backups_of(self._path, usual_folder())]))

    def list_backups(self) -> "list[Backup]":
        """Return the backups of this book, the newest first; reads folders, so call it on a worker."""
        from khata_desktop.storage.backup import list_backups

        found = [backup for folder in self.folders() for backup in list_backups(self._path, folder)]
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    # --- keeping --------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look for the newest backup, and keep making them from now on."""
        self._timer.start()
        self._looking = in_background(self._look, self._on_looked, name="backups")

    def mark_changed(self) -> None:
        """Note that something was written to the book."""
        if not self.state.changed:
            self._set(changed=True)

    def note_on_server(self, made_at: datetime) -> None:
        """Note when the newest backup on the book's server was made."""
        if self.state.on_server != made_at:
            self._set(on_server=made_at)

    def back_up(self) -> None:
        """Make a backup now, unless one is being made."""
        if self._thread is not None:
            return
        self._begin()

    def _begin(self) -> threading.Thread:
        self._set(under_way=True, changed=False)
        thread = self._thread = in_background(self._work, self._on_ended, name="backup")
        return thread

    def finish(self) -> None:
        """Make the last backup of the session where something changed, and wait for it."""
        self._timer.stop()
        if self._looking is not None:
            # Listing a folder is soon done; one on a network that does not answer is not waited for.
            self._looking.join(timeout=2)
        thread = self._thread
        if thread is None and self.state.changed:
            thread = self._begin()
        if thread is not None:
            thread.join()

    def _on_timer_timeout(self) -> None:
        if self.state.changed:
            self.back_up()

    # --- on the thread --------------------------------------------------------------------------------

    def _look(self) -> "tuple[Backup | None, bool]":
        try:
            found = self.list_backups()
            newest = found[0] if found else None
            written = _last_written(self._path)
        except OSError as problem:
            _log.warning("backups could not be listed: %s", type(problem).__name__)
            return None, False
        return newest, newest is not None and written > newest.made_at.timestamp() + 1

    def _work(self) -> "_Attempt":
        from khata_desktop.storage.backup import back_up, list_backups, thin_out
        from khata_desktop.storage.faults import faults_named

        now = self._clock.now().astimezone()
        folder, elsewhere = self.folder, False
        try:
            with faults_named(folder):
                if not self._chosen_folder():
                    folder.mkdir(parents=True, exist_ok=True)
                elif not _made_within(folder):
                    folder, elsewhere = backups_of(self._path, usual_folder()), True
                    folder.mkdir(parents=True, exist_ok=True)
            made = back_up(self._path, folder, now=now)
            thin_out(list_backups(self._path, folder), now=now)
        except KhataError as problem:
            _log.warning("no backup was made: %s", problem.code)
            return _Attempt(fault=problem, elsewhere=elsewhere)
        except Exception as problem:
            _log.exception("no backup was made")
            return _Attempt(fault=DiskFault(path=folder, detail=type(problem).__name__), elsewhere=elsewhere)
        return _Attempt(made=made, elsewhere=elsewhere)

    # --- back on the GUI thread -----------------------------------------------------------------------

    def _on_looked(self, found: "tuple[Backup | None, bool]") -> None:
        newest, changed = found
        if self.state.last is None:
            self._set(last=newest, changed=self.state.changed or changed)

    def _on_ended(self, attempt: "_Attempt") -> None:
        self._thread = None
        if attempt.made is None:
            self._set(under_way=False, fault=attempt.fault, changed=True)
            return
        self._set(last=attempt.made, under_way=False, fault=None, elsewhere=attempt.elsewhere)
        self.finished.emit(attempt.made)

    def _set(self, **fields: object) -> None:
        self.state = dataclasses.replace(self.state, **fields)  # type: ignore[arg-type]
        self.changed.emit()


def _made_within(folder: Path) -> bool:
    """Make the book's own folder within the chosen one; return whether that is there.

    A stick may have been pulled out: making its folder anew would fill the disk it was mounted on.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        return False
    return True


def _last_written(path: Path) -> float:
    times = [path.stat().st_mtime]
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        times.append(log.stat().st_mtime)
    return max(times)
