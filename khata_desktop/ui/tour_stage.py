"""What the tour is drawn on: the window with a book open, and what brings it into a state to be seen."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.main_window import MainWindow
from khata_desktop.ui.shell_window import ShellWindow

PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Ids of the sample shop that pages are opened with; None where the book is empty."""

    party: bytes | None = None
    sale: bytes | None = None
    receipt: bytes | None = None
    item: bytes | None = None
    account: bytes | None = None

    def arguments(self, page: str) -> dict[str, object]:
        """Return what to open a page with."""
        wanted: dict[str, dict[str, object]] = {
            "party": {"party_id": self.party},
            "voucher": {"voucher_id": self.sale},
            "item": {"item_id": self.item},
            "account": {"account_id": self.account},
            "sale_return": {"voucher_id": self.sale},
            "receipt": {"party_id": self.party},
            "payment": {"party_id": self.party},
            "khata_entry": {"party_id": self.party, "gave": True},
        }
        return {name: value for name, value in wanted.get(page, {}).items() if value is not None}


class Stage:
    """The window in front of the camera.

    Attributes:
        window: the outermost window; `frame` and `context` those of the open sample shop.
        samples: ids to open pages with.
    """

    def __init__(self, app: QApplication, window: ShellWindow, session: BookSession) -> None:
        self.app = app
        self.window = window
        self.session = session
        self.samples = Samples()
        self._held = False

    @property
    def frame(self) -> MainWindow:
        """The frame of the open book."""
        return self.session.frame

    @property
    def context(self) -> PageContext:
        """What the pages of the open book were given."""
        context = self.session.context
        assert context is not None, "the book is not open"
        return context

    def go(self, page: str, **arguments: object) -> Any:
        """Show a page with its data, or open a form; without arguments with those of the sample shop.

        Returns the page, or what the side sheet holds.
        """
        self.window.show_screen(self.frame)
        self.frame.navigate(page, **(arguments or self.samples.arguments(page)))
        self.settle()
        return self.frame.page(page) or self.frame.sheet.content

    def sheet(self, form: QWidget) -> None:
        """Show a form in the side sheet."""
        self.context.show_sheet(form)
        self.settle()

    def settle(self, milliseconds: int = 60) -> None:
        """Let the worker answer and everything be laid out, for at least this long."""
        if self._held:
            self.pause(250)
            return
        began = monotonic()
        while monotonic() - began < PATIENCE:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            waited = (monotonic() - began) * 1000 >= milliseconds
            if waited and not self.session.runner.busy:
                break
        self.app.processEvents()

    def pause(self, milliseconds: int) -> None:
        """Let time pass without waiting for the worker."""
        until = monotonic() + milliseconds / 1000
        while monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    @contextmanager
    def held_worker(self) -> Iterator[None]:
        """Keep the worker from answering, so that pages show what they show while they wait."""
        release = threading.Event()
        self.session.runner.call(lambda _books: release.wait(PATIENCE), lambda _: None)
        self._held = True
        try:
            yield
        finally:
            release.set()
            self._held = False
            self.settle()

    def picture(self) -> QPixmap:
        """Return what is on screen: the window, and a dialog over it."""
        shot = self.window.grab()
        for dialog in self.app.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                over = dialog.grab()
                place = QPoint((shot.width() - over.width()) // 2, (shot.height() - over.height()) // 2)
                painter = QPainter(shot)
                painter.drawPixmap(place, over)
                painter.end()
        return shot

    def clear(self) -> None:
        """Take away what lies over the pages."""
        for dialog in self.app.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.done(0)
                dialog.deleteLater()
        frame = self.frame
        frame.command_palette.close_overlay()
        frame.keys_sheet.close_overlay()
        frame.progress.close_overlay()
        frame.sheet.close_sheet()
        frame.toast.hide_toast()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture: `show` brings the stage into the state to be seen, `leave` takes it out again.

    With `waiting` the worker is kept from answering meanwhile; with `empty_book` the shop has no entries.
    """

    name: str
    show: Callable[[Stage], None]
    leave: Callable[[Stage], None] | None = None
    empty_book: bool = False
    waiting: bool = False


def read_samples(session: Any) -> Samples:
    from khata_desktop.domain.accounts import CASH
    from khata_desktop.domain.vouchers import VoucherKind
    from khata_desktop.reports.party_balances import party_balances
    from khata_desktop.reports.party_ledger import party_card
    from khata_desktop.reports.pickers import find_items
    from khata_desktop.reports.vouchers_list import recent_vouchers

    owing = [row.party_id for row in party_balances(session, only="to_collect").rows[:20]]
    sales = [row for row in recent_vouchers(session, limit=40, kinds=(VoucherKind.SALE,)) if row.party_id]
    receipts = recent_vouchers(session, limit=1, kinds=(VoucherKind.RECEIPT,))
    items = find_items(session, limit=1)
    return Samples(
        party=max(owing, key=lambda own: party_card(session, party_id=own).entries, default=None),
        sale=max(sales, key=lambda row: row.line_count).voucher_id if sales else None,
        receipt=receipts[0].voucher_id if receipts else None,
        item=items[0].item_id if items else None,
        account=CASH,
    )
