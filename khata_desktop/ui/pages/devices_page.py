"""Devices: which computers keep this khata together, how they stand, and who is let in or shut out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from khata_desktop.formatting import isolated
from khata_desktop.ui.book_session import clock_text
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.backups_form import BackupsForm
from khata_desktop.ui.devices.device_forms import (
    DeletionsForm,
    MoveForm,
    RenameForm,
    ShutOutForm,
    UnlockForm,
    device_name,
)
from khata_desktop.ui.devices.let_in_form import LetInForm
from khata_desktop.ui.devices.off_view import OffView
from khata_desktop.ui.devices.state_sheet import StateSheet
from khata_desktop.ui.devices.switch_on_form import SwitchOnForm
from khata_desktop.ui.devices.work_in_sight import go_by_stick, sign_up
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.sync_port import DeviceLike
from khata_desktop.ui.sync_way import Here
from khata_desktop.ui.sync_words import heard_words
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_LOOK_AGAIN_MS = (0, 2_000, 5_000, 10_000, 20_000)


class DevicesPage(Page):
    """One sentence and a button while sync is off; the devices once it is on."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._last: datetime | None = None
        self.devices: tuple[DeviceLike, ...] = ()
        self.header = PageHeader(keeps_line=True)
        self.off = OffView()
        self.off.switch_on.clicked.connect(self.open_switch_on)
        self.state = StateSheet(context)
        self.state.unlock.clicked.connect(lambda: context.show_sheet(UnlockForm(context)))
        self.state.again.clicked.connect(context.sync.keep_in_step_now)
        self.state.elsewhere.clicked.connect(lambda: context.show_sheet(MoveForm(context)))
        self.state.deletions.clicked.connect(lambda: context.show_sheet(DeletionsForm(context)))
        self.state.sign_up.clicked.connect(lambda: sign_up(context))
        self.state.backups.clicked.connect(lambda: context.show_sheet(BackupsForm(context)))
        self.state.meet_here.clicked.connect(self._on_meet_here_clicked)
        self.table = DataTable(TableModel(()))
        self._heading = Label("", bold=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.off)
        self._stack.addWidget(self._build_on())
        self.body.addWidget(self.header)
        self.body.addWidget(self._stack, 1)
        context.sync.changed.connect(self._on_sync_changed)
        self.retranslate()
        self._show_state()
        self._on_table_row_changed(None)

    def _build_on(self) -> QWidget:
        self.stick = Button("", icon="folder")
        self.stick.clicked.connect(self._on_stick_clicked)
        self.now = Button("", icon="sync", shortcut="Ctrl+R")
        self.now.clicked.connect(self._context.sync.keep_in_step_now)
        self.let_in = Button("", kind="primary", icon="plus", shortcut="Ctrl+N")
        self.let_in.clicked.connect(self.open_let_in)
        self.rename = Button("", icon="edit", key="Enter")
        self.shut_out = Button("", icon="lock")
        self.rename.clicked.connect(lambda: self._open_rename(self.table.current_row()))
        self.shut_out.clicked.connect(lambda: self._open_shut_out(self.table.current_row()))
        self.table.set_identity(lambda device: device.author)
        self.table.row_changed.connect(self._on_table_row_changed)
        self.table.row_activated.connect(self._open_rename)
        self.table.menu_requested.connect(self._on_table_menu_requested)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self.rename)
        head.addWidget(self.shut_out)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        return both

    # --- the page -------------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether sync is on for the book."""
        return self._context.sync.state.on

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        if not self.is_on:
            return []
        keys = [
            (self.let_in, "Ctrl+N", self.tr("let a device in")),
            (self.now, "Ctrl+R", self.tr("get in step now")),
        ]
        return [(key, words) for button, key, words in keys if button.isEnabled()]

    @property
    def _is_out(self) -> bool:
        fault = self._context.sync.state.fault
        return fault is not None and fault.code == "device_revoked"

    def open_with(self) -> None:
        """Show what holds now."""
        self.refresh()

    def focus_first(self) -> None:
        """The devices, or the button that switches sync on."""
        (self.table if self.is_on else self.off.switch_on).setFocus()

    def refresh(self) -> None:
        """Ask for the devices."""
        if self.is_on:
            self._context.sync.do(lambda desk: tuple(desk.devices()), self.take)

    def showEvent(self, event: QShowEvent) -> None:
        """What was heard meanwhile is asked for when it is looked at."""
        super().showEvent(event)
        self.refresh()

    def take(self, devices: Sequence[DeviceLike]) -> None:
        """Show these devices."""
        self.devices = tuple(devices)
        model = self.table.rows_model()
        assert isinstance(model, TableModel)
        model.set_rows(list(devices))
        self.table.set_busy(False)
        if self.table.current_row() is None:
            self.table.select_row(0)
        self._on_table_row_changed(self.table.current_row())

    def _on_sync_changed(self) -> None:
        state = self._context.sync.state
        if state.under_way:
            if state.late:
                self._show_state()
            return
        self._show_state()
        if state.last != self._last and self.isVisible():
            self.refresh()
        self._last = state.last

    def _show_state(self) -> None:
        state = self._context.sync.state
        came_on = state.on and self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if state.on else 0)
        self.header.set_actions([self.stick, self.now, self.let_in])
        for action in (self.stick, self.now, self.let_in):
            action.setVisible(state.on)
        shut_out, keys = self._is_out, self.keys
        self.let_in.setEnabled(state.is_admin and not state.locked and not shut_out)
        self.stick.setEnabled(not state.locked)
        self.now.setEnabled(not state.locked and not shut_out)
        self._show_facts()
        self.state.show_state()
        if keys != self.keys:
            self._context.keys_changed.emit()
            # What the rows say of this computer is another too.
            self.take(self.devices)
        if came_on and self.isVisible():
            # Shown anew, with the keys there are now.
            self._context.navigate("devices")

    def _show_facts(self) -> None:
        state = self._context.sync.state
        facts = self.tr("Only this computer keeps this khata.")
        if state.on:
            # Before the keys are open nobody has counted.
            counted = self.tr("%n device(s) keep this khata together.", None, state.devices)
            facts = counted if state.devices else ""
            if self._is_out:
                facts = self.tr("This computer was shut out.")
        self.header.set_title(self.tr("Devices"), facts)

    # --- what can be done -----------------------------------------------------------------------------

    def open_switch_on(self) -> None:
        """Ask where the devices meet."""
        context = self._context

        def known(here: Here) -> None:
            self.off.switch_on.setEnabled(True)
            context.show_sheet(SwitchOnForm(context, here))

        def failed(error: Exception) -> None:
            self.off.switch_on.setEnabled(True)
            self.off.show_error(error)

        # The first time sync is imported now.
        self.off.switch_on.setEnabled(False)
        context.sync_way.look_here(known, failed, owner=self)

    def open_let_in(self) -> None:
        """Show a code."""
        self._context.show_sheet(LetInForm(self._context, self._on_let_in))

    def _on_let_in(self) -> None:
        # It is listed at once; that it has come shows once it has taken over and made itself known.
        for milliseconds in _LOOK_AGAIN_MS:
            QTimer.singleShot(milliseconds, self, self._context.sync.keep_in_step_now)

    def _open_rename(self, device: DeviceLike | None) -> None:
        if device is not None and self._can_rename(device):
            self._context.show_sheet(RenameForm(self._context, device))

    def _open_shut_out(self, device: DeviceLike | None) -> None:
        if device is not None and self._can_shut_out(device):
            self._context.show_sheet(ShutOutForm(self._context, device))

    def _can_rename(self, device: DeviceLike) -> bool:
        return not device.is_shut_out and not self._is_out

    def _can_shut_out(self, device: DeviceLike) -> bool:
        return self.let_in.isEnabled() and not device.is_this and not device.is_shut_out

    def _on_meet_here_clicked(self) -> None:
        self._context.show_sheet(MoveForm(self._context, self._context.sync_way.hub_url))

    def _on_stick_clicked(self) -> None:
        folder = Path(self._context.config.last_folder or Path.home())
        place = folder / f"{self._context.path.stem}.khatasync"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("The file on the stick"),
            str(place),
            self.tr("Sync file (*.khatasync)"),
            # Nothing in it is lost: what we hold is added to what it holds.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._context.change_config(last_folder=str(Path(chosen).parent))
            go_by_stick(self._context, Path(chosen))

    def _on_table_row_changed(self, device: DeviceLike | None) -> None:
        self.rename.setEnabled(device is not None and self._can_rename(device))
        self.shut_out.setEnabled(device is not None and self._can_shut_out(device))

    def _on_table_menu_requested(self, device: DeviceLike, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.rename.label, partial(self._open_rename, device)).setEnabled(
            self._can_rename(device)
        )
        menu.addAction(self.shut_out.label, partial(self._open_shut_out, device)).setEnabled(
            self._can_shut_out(device)
        )
        menu.popup(place)

    # --- words ----------------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        return [
            Column(
                key="name",
                heading=self.tr("Device"),
                value=device_name,
                detail=self._detail,
                stretch=True,
            ),
            Column(
                key="series",
                heading=self.tr("Its bills are numbered"),
                value="series",
                text=lambda series: isolated(f"INV-{series}-…"),
                width=190,
            ),
            Column(key="role", heading=self.tr("It may"), value=self._role, width=190),
            Column(
                key="heard",
                heading=self.tr("Last heard from"),
                value=self._heard,
                tone=lambda device: "warn" if device.is_shut_out else "",
                width=190,
            ),
        ]

    def _detail(self, device: DeviceLike) -> str:
        return self.tr("this computer") if device.is_this else ""

    def _role(self, device: DeviceLike) -> str:
        if device.is_shut_out or (device.is_this and self._is_out):
            return self.tr("nothing any more")
        return self.tr("let others in") if device.is_admin else self.tr("enter and see")

    def _heard(self, device: DeviceLike) -> str:
        if device.is_shut_out or (device.is_this and self._is_out):
            return self.tr("shut out")
        if device.is_this:
            return self.tr("here")
        if not device.has_come:
            return self.tr("let in, has not come yet")
        return heard_words(device.heard_ms, self._context.clock.now(), self._moment)

    def _moment(self, at: datetime, today: bool) -> str:
        return clock_text(at, self._context.config) if today else self._context.style.date(at.date())

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.stick.set_label(self.tr("By a stick…"))
        self.now.set_label(self.tr("Sync now"))
        self.let_in.set_label(self.tr("Let a device in"))
        self.rename.set_label(self.tr("Rename"))
        self.shut_out.set_label(self.tr("Shut out…"))
        self._heading.setText(self.tr("Devices of this khata"))
        self.table.setAccessibleName(self.tr("Devices of this khata"))
        model = self.table.rows_model()
        assert isinstance(model, TableModel)
        model.set_columns(self._columns())
        self.table.set_empty(self.tr("The devices are listed once the keys are open."), icon="devices")
        self._show_facts()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
