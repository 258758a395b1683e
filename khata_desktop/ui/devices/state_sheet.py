"""How the devices stand: in step or why not and what to do, where they meet, and whether that is here."""

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.formatting import isolated
from khata_desktop.ui.book_session import clock_text
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.settings.section import SettingGroup, SettingRow
from khata_desktop.ui.sync_keeper import SyncState
from khata_desktop.ui.sync_way import Here
from khata_desktop.ui.sync_words import state_words
from khata_desktop.ui.widgets.button import Button

#: How the address of a hub begins that nobody but its computer can reach.
_HERE_ALONE = "http://127."

#: Faults that are the same again however often one tries.
_NOT_AGAIN = ("device_revoked", "sign_up_needed")


class StateSheet(QWidget):
    """A sheet of rows, as in the settings.

    Attributes:
        unlock, again, sign_up, deletions, elsewhere, meet_here, backups: the page acts on them.
        hub: the switch of the shop's own hub.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._can_be_hub = False
        self.unlock, self.again = Button("", kind="primary", icon="lock"), Button("", icon="sync")
        self.sign_up, self.deletions = Button("", kind="primary"), Button("", kind="primary")
        self.elsewhere, self.meet_here = Button(""), Button("")
        self.backups = Button("", icon="backup")
        self.hub = QCheckBox()
        self.hub.toggled.connect(self._on_hub_toggled)
        group = SettingGroup()
        self._remedies = QWidget()
        remedies = QHBoxLayout(self._remedies)
        remedies.setContentsMargins(0, 0, 0, 0)
        remedies.addWidget(self.unlock)
        remedies.addWidget(self.again)
        remedies.addWidget(self.sign_up)
        remedies.addWidget(self.deletions)
        self._state = self._row(group, self._remedies)
        self._place = self._row(group, self.elsewhere)
        self._hub = self._row(group, self.hub)
        self._moved = self._row(group, self.meet_here)
        self._backups = self._row(group, self.backups)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(group)
        context.sync_way.hub_changed.connect(self.show_state)
        self.retranslate()

    def _row(self, group: SettingGroup, control: QWidget) -> SettingRow:
        return group.add_row(" ", control)

    def said(self) -> str:
        """Return what the rows in sight say."""
        rows = (self._state, self._place, self._hub, self._moved, self._backups)
        return " ".join(row.said for row in rows if row.isVisible())

    def show_state(self) -> None:
        """Show what holds now."""
        state, way = self._context.sync.state, self._context.sync_way
        if not state.on:
            return
        if not self._can_be_hub:
            way.look_here(self._take_here, lambda _error: None, owner=self)
        now = self._context.clock.now()
        self._state.set_words(state_words(state, self._moment, self._context.counted, now))
        self._state.set_hint(self._more_words(state))
        self.unlock.setVisible(state.locked)
        code = state.fault.code if state.fault is not None else ""
        self.deletions.setVisible(bool(state.held_back) and not code)
        self.sign_up.setVisible(code == "sign_up_needed")
        self.again.setVisible(bool(code) and not state.locked and code not in _NOT_AGAIN)
        self._place.set_hint(isolated(state.server_url))
        self._place.set_shown(bool(state.server_url))
        self._backups.set_shown(not state.locked and code not in _NOT_AGAIN)
        hint = self.tr("The whole khata, sealed; a way back when every disk is gone.")
        if way.hub_url and way.hub_url == state.server_url:
            hint = self.tr(
                "The whole khata, sealed; it lies on this computer's own disk, so keep a copy elsewhere too."
            )
        self._backups.set_hint(hint)
        self._show_hub()

    def _more_words(self, state: SyncState) -> str:
        if state.locked:
            return self.tr(
                "What you enter is kept in the khata; it goes to the other devices once the keys are open."
            )
        if _is_out(state):
            return self.tr(
                "The khata stays here and can be used alone; nothing of it is sent any more. To keep it "
                "together again, join anew from the start page."
            )
        if state.fault is not None:
            return error_text(state.fault)
        if state.held_back:
            return self.tr("Unusually much was deleted or voided here; it is not sent before you say yes.")
        if state.unsent:
            words = self.tr("%n entry(s) of this computer wait to be sent.", None, state.unsent)
            return self._context.counted(words, state.unsent)
        return self.tr("Everything entered on this computer is sent.") if state.last is not None else ""

    def _show_hub(self) -> None:
        way, url = self._context.sync_way, self._context.sync.state.server_url
        self._hub.set_shown(self._can_be_hub)
        self.hub.blockSignals(True)
        self.hub.setChecked(self._context.config.is_hub)
        self.hub.blockSignals(False)
        out = _is_out(self._context.sync.state)
        # A hub that runs can still be switched off.
        self.hub.setEnabled(not way.hub_starting and (not out or self._context.config.is_hub))
        self.elsewhere.setEnabled(not out)
        self.meet_here.setEnabled(not out)
        if way.hub_starting:
            self._hub.set_hint(self.tr("Starting…"))
        elif way.hub_url.startswith(_HERE_ALONE):
            hint = self.tr("This computer is in no network now; the others reach the hub once it is in one.")
            self._hub.set_hint(hint)
        elif way.hub_url:
            hint = self.tr("The others reach it at {address} while this program is open here.")
            self._hub.set_hint(hint.format(address=isolated(way.hub_url)))
        else:
            self._hub.set_hint(self.tr("It begins with this program and ends with it."))
        self._hub.set_error(error_text(way.hub_fault) if way.hub_fault is not None else "")
        # A router gives out other addresses now and then.
        self._moved.set_shown(bool(way.hub_url and url and way.hub_url != url))

    def _take_here(self, here: Here) -> None:
        if here.can_be_hub and not self._can_be_hub:
            self._can_be_hub = True
            self._show_hub()

    def _on_hub_toggled(self, wanted: bool) -> None:
        self._context.change_config(is_hub=wanted)
        if wanted:
            self._context.sync_way.start_hub()
        else:
            self._context.sync_way.stop_hub()

    def _moment(self, at: datetime, today: bool) -> str:
        return clock_text(at, self._context.config) if today else self._context.style.date(at.date())

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.unlock.set_label(self.tr("Unlock…"))
        self.again.set_label(self.tr("Try again"))
        self.deletions.set_label(self.tr("Look…"))
        self.sign_up.set_label(self.tr("Sign up…"))
        self.backups.set_label(self.tr("Backups…"))
        self._backups.set_words(self.tr("Backups on the server"))
        self.elsewhere.set_label(self.tr("Another address…"))
        self.meet_here.set_label(self.tr("Meet here…"))
        self._place.set_words(self.tr("The devices meet at"))
        self._hub.set_words(self.tr("This computer is the shop's hub"))
        self._moved.set_words(
            self.tr("The hub of this computer has another address than where the devices meet")
        )
        self.show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _is_out(state: SyncState) -> bool:
    return state.fault is not None and state.fault.code == "device_revoked"
