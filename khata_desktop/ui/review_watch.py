"""Watches how many reviews wait to be looked at, for the rail. A book that does not sync is asked one row."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QObject, QTimer, Signal

from khata_desktop.services.outcome import Topic
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import has_other_writers
from khata_desktop.ui.context import PageContext

#: So long after the last entry it is counted anew: at the counter one bill follows the other.
_AFTER_MS = 1500


class ReviewWatch(QObject):
    """Counts the open reviews of the open book, at first and some time after it was written to.

    Signals:
        counted: (whether the book syncs, how many reviews are open).
    """

    counted = Signal(bool, int)

    def __init__(self, context: PageContext, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stopped = False
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        context.runner.committed.connect(self._on_runner_committed)

    def ask(self) -> None:
        """Count now."""
        self._context.runner.query(_count, self._take, self._context.show_error, key=self)

    def stop(self) -> None:
        """Ask no more: the book is being closed."""
        self._stopped = True
        self._timer.stop()

    def _take(self, found: tuple[bool, int]) -> None:
        self.counted.emit(*found)

    def _on_runner_committed(self, topics: Container[str], initiator: object) -> None:
        if self._stopped:
            return
        if initiator is not None and Topic.REVIEWS in topics:
            # One was settled in the inbox: its list is read anew now too.
            self._timer.stop()
            self.ask()
        else:
            self._timer.start()


def _count(session: Session) -> tuple[bool, int]:
    if not has_other_writers(session):
        return False, 0
    from khata_desktop.reports.reviews import open_reviews

    return True, len(open_reviews(session))
