"""The outermost window: it holds the frame of the open book, or what stands there while none is open."""

import base64

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget


class ShellWindow(QMainWindow):
    """One screen at a time; the one before is kept only when asked for.

    Signals:
        painted: the window was drawn for the first time.
        close_requested: the user wants to end the program; the window stays until `let_go`.
    """

    painted = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self._may_close = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(900, 600)
        self.setWindowTitle("Khata")

    @property
    def screen_shown(self) -> QWidget | None:
        """What the window shows."""
        return self._stack.currentWidget()

    def show_screen(self, widget: QWidget) -> None:
        """Show a screen; it stays in the window until `drop_screen`."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def drop_screen(self, widget: QWidget) -> None:
        """Take a screen away for good."""
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    # --- place on the screen --------------------------------------------------------------------------

    def restore_place(self, kept: str) -> None:
        """Stand where the user left the window (base64 text of an earlier `place`), else fill most of it."""
        if kept and self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=False))):
            return
        available = self.screen().availableGeometry()
        self.resize(min(1366, available.width()), min(768, available.height()))
        if available.width() <= 1366:
            self.showMaximized()

    @property
    def place(self) -> str:
        """Where the window stands, as text to keep."""
        return base64.b64encode(self.saveGeometry().data()).decode("ascii")

    # --- life -----------------------------------------------------------------------------------------

    def let_go(self) -> None:
        """Close in earnest."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: something may be under way, and a backup is to be made."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def event(self, event: QEvent) -> bool:
        """Notice the first frame: it was drawn when Qt has handled the request to update."""
        handled = super().event(event)
        if not self._was_painted and event.type() == QEvent.Type.UpdateRequest:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return handled
