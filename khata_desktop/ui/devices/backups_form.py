"""Backups on the server: the list, one more now, the way back to one, and the word that one may go."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.net_form import FieldWrong, NetForm
from khata_desktop.ui.devices.restore_backup_form import RestoreBackupForm
from khata_desktop.ui.devices.work_in_sight import ask_in_sight
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.server_backup_keeper import is_daily, note_newest, set_daily
from khata_desktop.ui.sync_port import BackupLike, BackupsLike, Progress, SyncDoor
from khata_desktop.ui.sync_way import Stopped
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.note_edit import NoteEdit

_LEAST_ROWS = 300


def size_words(size: int) -> str:
    """Return a size in bytes as people read it: 840 kB, 12.4 MB."""
    if size < 1_000_000:
        return isolated(f"{max(1, round(size / 1000))} kB")
    return isolated(f"{size / 1_000_000:.1f} MB")


class BackupsForm(NetForm):
    """Lists them; the button makes another one.

    Attributes:
        table: the backups, the newest first.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._made: bytes | None = None
        self.set_title(self.tr("Backups on the server"))
        self.add_text(
            self.tr("The whole khata, sealed before it leaves this computer: the server cannot read it."),
            muted=True,
        )
        self.primary_button().set_label(self.tr("Back up now"))
        self.daily = QCheckBox(self.tr("Make one every day by itself"))
        self.daily.setChecked(is_daily(context))
        self.daily.toggled.connect(lambda on: set_daily(context, on))
        self.add_widget(self.daily)
        self.restore = Button(self.tr("Restore…"), icon="history", key="Enter")
        self.sign_off = Button(self.tr("Let it go…"), kind="ghost")
        self.restore.clicked.connect(lambda: self._on_restore(self.table.current_row()))
        self.sign_off.clicked.connect(lambda: self._on_let_go(self.table.current_row()))
        self.table: DataTable = DataTable(TableModel(self._columns()), name=self.tr("Backups on the server"))
        self.table.setMinimumHeight(_LEAST_ROWS)
        self.table.set_identity(lambda backup: backup.id)
        self.table.row_changed.connect(self._on_row_changed)
        self.table.row_activated.connect(self._on_restore)
        self.table.set_empty(self.tr("No backup on the server yet."), icon="backup")
        self.table.set_busy(True)
        self.add_widget(self.table)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.restore)
        row.addWidget(self.sign_off)
        row.addStretch(1)
        self.add_widget(tools)
        self._kept = self.add_text("", muted=True)
        self._on_row_changed(None)
        self.set_clean()
        self.look()

    def _columns(self) -> list[Column]:
        return [
            Column(
                key="made",
                heading=self.tr("Made"),
                value="made_ms",
                kind="date",
                text=self._moment,
                stretch=True,
            ),
            Column(
                key="vouchers",
                heading=self.tr("Vouchers"),
                value="vouchers",
                kind="number",
                text=lambda count: self._context.style.quantity(count * 1000),
                width=92,
            ),
            Column(
                key="size", heading=self.tr("Size"), value="size", kind="number", text=size_words, width=88
            ),
        ]

    def _moment(self, ms: int) -> str:
        return self._context.style.moment(datetime.fromtimestamp(ms / 1000, UTC))

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the list -------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask the server what it keeps."""
        path, passphrase = self._context.path, self._context.sync_way.passphrase

        def ask(door: SyncDoor) -> Sequence[BackupLike]:
            listed: Sequence[BackupLike] = door.with_backups(path, passphrase, _list)
            return listed

        self._context.sync_way.ask(ask, self.take, self._on_list_failed, owner=self)

    def take(self, backups: Sequence[BackupLike]) -> None:
        """Show these."""
        model = self.table.rows_model()
        assert isinstance(model, TableModel)
        model.set_rows(list(backups))
        self.table.set_busy(False)
        if backups:
            note_newest(self._context, max(backup.made_ms for backup in backups))
        just_made = [row for row, backup in enumerate(backups) if backup.id == self._made]
        self._made = None
        if just_made:
            self.table.select_row(just_made[0])
        elif self.table.current_row() is None and backups:
            self.table.select_row(0)
        self._on_row_changed(self.table.current_row())

    def _on_list_failed(self, error: KhataError) -> None:
        self.take(())
        self.show_error(error)

    def _on_row_changed(self, backup: BackupLike | None) -> None:
        self.restore.setEnabled(backup is not None)
        self.sign_off.setEnabled(backup is not None and backup.kept_until_ms is None)
        words = ""
        if backup is not None:
            words = self.tr("Made on \u201c{name}\u201d.").format(name=isolated(backup.device))
            if backup.kept_until_ms is not None:
                until = datetime.fromtimestamp(backup.kept_until_ms / 1000, UTC).astimezone().date()
                gone = self.tr("It goes on {day}; until then it can be restored.")
                words += " " + gone.format(day=self._context.style.date(until))
        self._kept.setText(words)

    # --- what can be done -----------------------------------------------------------------------------

    def command(self) -> None:
        """There is nothing to fill in."""

    def _on_submitted(self, command: object) -> None:
        path, passphrase = self._context.path, self._context.sync_way.passphrase

        def work(door: SyncDoor, progress: Progress) -> BackupLike:
            made: BackupLike = door.with_backups(path, passphrase, lambda backups: backups.make(progress))
            return made

        def done(made: BackupLike) -> None:
            self._made = made.id
            self.set_busy(False)
            self._context.toast(self.tr("The khata is backed up on the server."))
            self.look()

        ask_in_sight(self._context, self.tr("Backing up on the server"), work, done, self._on_stopped)

    def _on_stopped(self, error: KhataError) -> None:
        if isinstance(error, Stopped):
            self.set_busy(False)
            self._context.toast(self.tr("It was stopped. What was sent is kept, and not sent again."))
        else:
            self.show_error(error)

    def _on_restore(self, backup: BackupLike | None) -> None:
        if backup is not None:
            self._context.show_sheet(RestoreBackupForm(self._context, backup))

    def _on_let_go(self, backup: BackupLike | None) -> None:
        if backup is not None:
            self._context.show_sheet(LetGoForm(self._context, backup))


def _list(backups: BackupsLike) -> Sequence[BackupLike]:
    return backups.list()


class LetGoForm(NetForm):
    """Says what it means that a backup goes, and asks for the owner's phrase: nobody else can have it go."""

    def __init__(self, context: PageContext, backup: BackupLike) -> None:
        super().__init__()
        self._context, self._backup = context, backup
        self.set_title(self.tr("Let this backup go?"))
        made = context.style.moment(datetime.fromtimestamp(backup.made_ms / 1000, UTC))
        self.add_text(
            self.tr("The backup of {moment} is removed in 30 days. Until then it can be restored.").format(
                moment=made
            )
        )
        self.phrase = NoteEdit()
        self.phrase.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add_field(
            "phrase",
            self.tr("The 24 words of the recovery phrase"),
            self.phrase,
            hint=self.tr("Only the owner can have a backup removed, so that no thief of a computer can."),
        )
        self.primary_button().set_label(self.tr("Let it go"))
        self.primary_button().set_kind("danger")

    def command(self) -> str:
        """Return the words. Raises FieldWrong."""
        words = self.phrase.toPlainText().split()
        if not words:
            raise FieldWrong(field="phrase", words=self.tr("Type the 24 words from your paper."))
        return " ".join(words)

    def _on_submitted(self, command: object) -> None:
        context, backup_id, phrase = self._context, self._backup.id, str(command)
        path, passphrase = context.path, context.sync_way.passphrase

        def ask(door: SyncDoor) -> object:
            return door.with_backups(path, passphrase, lambda backups: backups.let_go(backup_id, phrase))

        def done(_: object) -> None:
            self.done()
            context.show_sheet(BackupsForm(context))

        context.sync_way.ask(ask, done, self.show_error, owner=self)
