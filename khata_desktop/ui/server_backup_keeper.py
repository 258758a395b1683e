"""A backup on the server every day by itself, where the book is kept in step and nobody switched it off."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sync_port import BackupsLike, Progress, SyncDoor

_SETTING: Final = "server_backups"
_NEWEST: Final = "server_backup_newest"
#: A little less than a day, so that it does not wander through the shop's hours.
#: What was restored is told in the window of the new file, which is made after the other one is gone.
RESTORED: Final = "restored_from_server"
_EVERY: Final = timedelta(hours=20)
_LOOK_MS: Final = 60 * 60 * 1000
#: Nobody is to wait for it at the start of the day.
_FIRST_LOOK_MS: Final = 5 * 60 * 1000


def is_daily(context: PageContext) -> bool:
    """Return whether this computer makes them."""
    return bool(context.page_setting(_SETTING, True))


def set_daily(context: PageContext, on: bool) -> None:
    """Let this computer make them, or not."""
    context.keep_page_setting(_SETTING, on)


def note_newest(context: PageContext, made_ms: int) -> None:
    """Note when the newest one was made, so that the status line knows it, the next time too."""
    known = context.page_setting(_NEWEST, {})
    context.keep_page_setting(_NEWEST, {**known, str(context.path): made_ms})
    context.backups.note_on_server(datetime.fromtimestamp(made_ms / 1000, UTC))


class ServerBackupKeeper(QObject):
    """Looks every hour whether one is due.

    The server says when it took the last one, whichever device made it: they do not make one each.

    Attributes:
        under_way: one is being made, or the server asked for the last one.
        fault: what kept the last one from being made; None when nothing did.
    """

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.under_way = False
        self.fault: KhataError | None = None
        self._timer = QTimer(self, interval=_FIRST_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        made_ms = context.page_setting(_NEWEST, {}).get(str(context.path))
        if isinstance(made_ms, int):
            context.backups.note_on_server(datetime.fromtimestamp(made_ms / 1000, UTC))
        if context.page_setting(RESTORED) is not None:
            from khata_desktop.ui.devices.restore_backup_form import tell_restored

            tell_restored(context)

    def look(self) -> None:
        """Make one if it is due."""
        self._timer.setInterval(_LOOK_MS)
        context = self._context
        state = context.sync.state
        stands = state.on and not state.locked and state.fault is None and state.last is not None
        if self.under_way or not stands or not is_daily(context):
            return
        self.under_way = True
        path, passphrase = context.path, context.sync_way.passphrase
        before_ms = int((context.clock.now() - _EVERY).timestamp() * 1000)
        progress = context.sync_way.teller(self, lambda _done, _total: None, lambda: is_daily(context))

        def ask(door: SyncDoor) -> Any:
            return door.with_backups(
                path, passphrase, lambda backups: _make_due(backups, before_ms, progress)
            )

        context.sync_way.ask(ask, self._on_done, self._on_failed, owner=self)

    def _on_done(self, newest_ms: int) -> None:
        self.under_way = False
        self.fault = None
        note_newest(self._context, newest_ms)

    def _on_failed(self, fault: KhataError) -> None:
        # The next hour brings the next attempt; the sheet of the backups says what is wrong.
        self.under_way = False
        self.fault = fault


def _make_due(backups: BackupsLike, before_ms: int, progress: Progress) -> int:
    newest = backups.newest_ms()
    if newest is not None and newest > before_ms:
        return newest
    return backups.make(progress).made_ms
