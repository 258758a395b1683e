"""Going back to a backup on the server: what is in it, before; where everything lies and goes on, after."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.net_form import NetForm
from khata_desktop.ui.devices.work_in_sight import ask_in_sight
from khata_desktop.ui.dialogs.restore_form import holding
from khata_desktop.ui.server_backup_keeper import RESTORED
from khata_desktop.ui.sync_port import BackupLike, BackupsLike, Progress, SyncDoor
from khata_desktop.ui.sync_way import Stopped

if TYPE_CHECKING:
    from khata_desktop.ui.dialogs.restore_form import Holding

translate = QCoreApplication.translate


class RestoreBackupForm(NetForm):
    """Says what the backup holds, what the khata holds now, and what becomes of both."""

    def __init__(self, context: PageContext, backup: BackupLike) -> None:
        super().__init__()
        self._context, self._backup = context, backup
        self.set_title(self.tr("Restore this backup?"))
        held = self.tr(
            "The backup of {moment}, made on \u201c{name}\u201d, holds %n voucher(s).", None, backup.vouchers
        )
        held = context.counted(held, backup.vouchers)
        self.add_text(held.format(moment=_moment(context, backup.made_ms), name=isolated(backup.device)))
        self._now = self.add_text("")
        self.add_text(
            self.tr(
                "It becomes a new file, which is opened then. The khata as it is now stays as it is in "
                "{file}: to undo this, open that again."
            ).format(file=isolated(context.path.name))
        )
        self.add_text(_going_on(is_own=backup.is_own), muted=True)
        self.primary_button().set_label(self.tr("Name the new file…"))
        context.runner.query(holding, self._show_now, context.show_error, key=self)

    def _show_now(self, now: "Holding") -> None:
        words = self.tr("Now the khata holds %n voucher(s).", None, now.vouchers)
        self._now.setText(self._context.counted(words, now.vouchers))

    def command(self) -> None:
        """There is nothing to fill in."""

    def _on_submitted(self, command: object) -> None:
        self.set_busy(False)
        day = datetime.fromtimestamp(self._backup.made_ms / 1000, UTC).astimezone()
        place = self._context.path.with_name(f"{self._context.path.stem}-{day:%Y-%m-%d}.khata")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Restore into a new file"), str(place), self.tr("Khata (*.khata)")
        )
        if chosen:
            self.restore_to(Path(chosen))

    def restore_to(self, to: Path) -> None:
        """Make a new book of the backup, and open it."""
        context, path, passphrase = self._context, self._context.path, self._context.sync_way.passphrase
        backup = self._backup

        def restore(backups: BackupsLike, progress: Progress) -> None:
            backups.restore(backup.id, to, progress)

        def work(door: SyncDoor, progress: Progress) -> object:
            return door.with_backups(path, passphrase, partial(restore, progress=progress))

        def done(_: object) -> None:
            self.done()
            told = {"file": str(to), "was": str(path), "made_ms": backup.made_ms, "is_own": backup.is_own}
            context.keep_page_setting(RESTORED, told)
            context.book_requested.emit(to)

        self.set_busy(True)
        ask_in_sight(context, self.tr("Restoring from the server"), work, done, self._on_stopped)

    def _on_stopped(self, error: KhataError) -> None:
        self.set_busy(False)
        if isinstance(error, Stopped):
            self._context.toast(self.tr("It was stopped. Nothing was changed."))
        else:
            self.show_error(error)


class RestoredForm(NetForm):
    """Says in the new file what it is, and where the one that was open before lies."""

    def __init__(self, context: PageContext, told: Mapping[str, object]) -> None:
        super().__init__()
        self.set_title(self.tr("The backup is restored"))
        made_ms, was = told["made_ms"], told["was"]
        assert isinstance(made_ms, int)
        self.add_text(
            self.tr("{file} is a new file, and open now: the khata as it was on {moment}.").format(
                file=isolated(context.path.name), moment=_moment(context, made_ms)
            )
        )
        self.add_text(_going_on(is_own=bool(told["is_own"])))
        self.add_text(
            self.tr("The khata that was open before lies unchanged in {file}.").format(
                file=isolated(str(was))
            )
        )
        self.primary_button().set_label(self.tr("Go on"))

    def command(self) -> None:
        """There is nothing to fill in."""

    def _on_submitted(self, command: object) -> None:
        self.done()


def tell_restored(context: PageContext) -> None:
    """Show what was restored where the book that is open now was just made of a backup."""
    told = context.page_setting(RESTORED)
    if isinstance(told, dict) and told.get("file") == str(context.path):
        context.keep_page_setting(RESTORED, None)
        context.show_sheet(RestoredForm(context, told))


def _going_on(*, is_own: bool) -> str:
    if is_own:
        return translate(
            "RestoreBackupForm",
            "What was entered after it is fetched from the other devices at the next sync. Bills are "
            "numbered in a new series from then on, so that no number is given twice.",
        )
    return translate(
        "RestoreBackupForm",
        "It was made on another computer, whose keys are not here: the new file can be used alone. To keep "
        "it together with the others, join anew from the start page.",
    )


def _moment(context: PageContext, ms: int) -> str:
    return isolated(context.style.moment(datetime.fromtimestamp(ms / 1000, UTC)))
