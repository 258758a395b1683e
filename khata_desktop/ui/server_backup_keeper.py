"""A backup on the server every day by itself, where the book is kept in step and nobody switched it off."""

from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sync_port import BackupsLike, Progress, SyncDoor

_SETTING: Final = "server_backups"
#: A little less than a day, so that it does not wander through the shop's hours.
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

    def _on_done(self, _made: object) -> None:
        self.under_way = False
        self.fault = None

    def _on_failed(self, fault: KhataError) -> None:
        # The next hour brings the next attempt; the sheet of the backups says what is wrong.
        self.under_way = False
        self.fault = fault


def _make_due(backups: BackupsLike, before_ms: int, progress: Progress) -> bool:
    newest = backups.newest_ms()
    if newest is not None and newest > before_ms:
        return False
    backups.make(progress)
    return True
