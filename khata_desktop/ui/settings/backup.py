"""Backup: where copies go, the copies there are, and the way back to one of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from khata_desktop.formatting import isolated
from khata_desktop.ui.background import in_background
from khata_desktop.ui.dialogs.restore_form import RestoreForm
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from khata_desktop.storage.backup import Backup


def size_text(size: int) -> str:
    """Return a size in bytes as people read it: 840 kB, 12.4 MB."""
    if size < 1_000_000:
        return isolated(f"{max(1, round(size / 1000))} kB")
    return isolated(f"{size / 1_000_000:.1f} MB")


class BackupSection(SettingsSection):
    """State, folder and button in one sheet; the copies in a table below."""

    def build(self) -> None:
        """Make the sheet and the table."""
        group = SettingGroup()
        self.now = Button(self.tr("Back up now"), kind="primary", icon="backup")
        self.now.clicked.connect(self.context.backups.back_up)
        self.state = group.add_row(" ", self.now)
        self.folder = Button(self.tr("Another folder…"))
        self.folder.clicked.connect(self._on_folder_clicked)
        self.place = group.add_row(self.tr("Copies go to"), self.folder, " ")
        self.usual = Button(self.tr("The usual folder"), kind="ghost")
        self.usual.clicked.connect(lambda: self.context.change_config(backup_folder=""))
        self.usual_row = group.add_row(
            self.tr("Back to the usual folder"), self.usual, self.tr("On this computer's own disk.")
        )
        self.column.addWidget(group)
        self.restore = Button(self.tr("Restore…"), icon="history", key="Enter")
        self.restore.clicked.connect(lambda: self._on_restore(self.table.current_row()))
        self.from_file = Button(self.tr("Restore another file…"), kind="ghost")
        self.from_file.clicked.connect(self._on_from_file_clicked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Copies of this khata"), bold=True), 1)
        head.addWidget(self.from_file)
        head.addWidget(self.restore)
        self.model = TableModel(self._columns(), parent=self)
        self.table: DataTable = DataTable(self.model, name=self.tr("Copies of this khata"))
        self.table.setMinimumHeight(240)
        self.table.set_empty(
            self.tr("No copies yet. One is made every 15 minutes while something changes."),
            icon="backup",
        )
        self.table.set_identity(lambda backup: backup.path)
        self.table.row_activated.connect(self._on_restore)
        self.table.row_changed.connect(lambda row: self.restore.setEnabled(row is not None))
        self.restore.setEnabled(False)
        self.column.addLayout(head)
        self.column.addWidget(self.table, 1)
        if not hasattr(self, "_connected"):
            self._connected = True
            self.context.backups.changed.connect(self.refresh)

    def _columns(self) -> list[Column]:
        style = self.context.style
        return [
            Column(
                key="made_at",
                heading=self.tr("Made"),
                value="made_at",
                kind="date",
                text=lambda at: style.moment(at.astimezone()),
                width=200,
            ),
            Column(
                key="size", heading=self.tr("Size"), value="size", kind="number", text=size_text, width=110
            ),
            Column(
                key="path",
                heading=self.tr("File"),
                value="path",
                text=lambda path: isolated(path.name),
                stretch=True,
                sortable=False,
            ),
        ]

    def refresh(self) -> None:
        """Show the state, and look into the folders."""
        keeper = self.context.backups
        state = keeper.state
        self.state.set_words(
            keeper.words(lambda at, _today: self.context.style.moment(at)),
        )
        self.state.set_hint(self.tr("Every copy is opened and its trial balance compared before it counts."))
        self.state.set_error(error_text(state.fault) if state.fault is not None else "")
        self.now.setEnabled(not state.under_way)
        self.place.set_hint(isolated(str(keeper.folder)))
        self.place.set_error(
            self.tr("The folder is not there now; copies go to the usual one until it is.")
            if state.elsewhere
            else ""
        )
        self.usual_row.set_shown(bool(self.context.config.backup_folder))
        in_background(self._list, self._on_listed, name="backups")

    def _list(self) -> "list[Backup]":
        try:
            return self.context.backups.list_backups()
        except OSError:
            # A stick pulled out at this very moment.
            return []

    def _on_listed(self, backups: "list[Backup]") -> None:
        self.model.set_rows(backups)
        self.restore.setEnabled(self.table.current_row() is not None)

    def _on_folder_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Where copies go"), self.context.config.backup_folder or str(Path.home())
        )
        if chosen:
            self.context.change_config(backup_folder=chosen)
            self.context.backups.back_up()

    def _on_from_file_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Restore another file"),
            str(self.context.backups.folder),
            self.tr("Khata (*.khata);;All files (*)"),
        )
        if chosen:
            self._open_form(Path(chosen))

    def _on_restore(self, backup: "Backup | None") -> None:
        if backup is not None:
            self._open_form(backup.path)

    def _open_form(self, file: Path) -> None:
        self.context.show_sheet(RestoreForm(self.context, file))
