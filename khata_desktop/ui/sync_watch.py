"""Keeps the open book in step while the window is open, and says how it stands. A book that does not sync
is asked one row, and nothing of sync is imported for it."""

from __future__ import annotations

from math import inf
from time import monotonic

from PySide6.QtCore import QObject, Signal

from khata_desktop.reports.sync_state import is_syncing
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sync_words import Moment, state_look, state_words

#: So many entries at once are worth a word of their own; a few are what goes on all day.
_MANY = 20
#: After the devices were apart they do not all come back at the same moment.
_MEETING_S = 60.0


class SyncWatch(QObject):
    """Begins keeping in step where that is switched on, and wakes the keeper after each entry.

    Entries of others come all day long: they show on the pages and in the status line. A toast tells of them
    only where many come at once, or after the devices had been apart.

    Signals:
        told: (words, icon, tone) for the status line; no words where sync is off.
    """

    told = Signal(str, str, str)

    def __init__(self, context: PageContext, moment: Moment, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._moment = moment
        self._arrived = 0
        self._apart = False
        self._met_at = -inf
        self._said_locked = False
        keeper = context.sync
        keeper.changed.connect(self._on_keeper_changed)
        keeper.events_arrived.connect(self._on_keeper_events_arrived)
        context.runner.saving_ended.connect(lambda _well: keeper.mark_changed())

    def ask(self) -> None:
        """Look whether the book syncs, and begin where it does."""
        self._context.runner.query(is_syncing, self._on_asked, self._context.show_error, key=self)

    def tell(self) -> None:
        """Say how the book stands."""
        state = self._context.sync.state
        words = state_words(
            state, self._moment, self._context.counted, self._context.clock.now(), arrived=self._arrived
        )
        icon, tone = state_look(state)
        self.told.emit(words, icon, tone)

    def _on_asked(self, syncing: bool) -> None:
        # It may have been switched on meanwhile.
        if syncing and not self._context.sync.state.on:
            self._context.sync.begin()

    def _on_keeper_changed(self) -> None:
        state = self._context.sync.state
        if state.under_way:
            if state.late:
                self.tell()
            return
        # What has arrived is told after this, of the same round.
        self._arrived = 0
        if self._apart and state.fault is None:
            self._met_at = monotonic()
        self._apart = state.fault is not None
        self.tell()
        if state.locked and not self._said_locked:
            self._said_locked = True
            self._context.toast(
                self.tr("The keys are locked: nothing goes to the other devices yet."),
                tone="warn",
                action=self.tr("Unlock"),
                on_action=self._unlock,
            )

    def _unlock(self) -> None:
        from khata_desktop.ui.devices.device_forms import UnlockForm

        self._context.show_sheet(UnlockForm(self._context))

    def _on_keeper_events_arrived(self, count: int) -> None:
        self._arrived = count
        if count >= _MANY or monotonic() - self._met_at < _MEETING_S:
            self._met_at = -inf
            words = self.tr("%n entry(s) of other devices came in", None, count)
            self._context.toast(self._context.counted(words, count))
        self.tell()
