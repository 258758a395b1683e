"""A small sheet under a field: inside the window, so that it is mirrored, themed and grabbed with it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Popup(QFrame):
    """Stands below (or above) its anchor; goes with Esc, a click elsewhere, or when focus leaves.

    Signals:
        closed: it was hidden, for whatever reason.
    """

    closed = Signal()

    def __init__(self, anchor: QWidget) -> None:
        super().__init__()
        self.anchor = anchor
        self.setObjectName("sheet")
        self.setProperty("popup", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        anchor.destroyed.connect(self.deleteLater)

    def open(self) -> None:
        """Show it where there is room, within the anchor's window."""
        window = self.anchor.window()
        if self.parent() is not window:
            self.setParent(window)
        self.setLayoutDirection(self.anchor.layoutDirection())
        self.adjustSize()
        size = self.sizeHint()
        below = self.anchor.mapTo(window, QPoint(0, self.anchor.height() + 4))
        above = self.anchor.mapTo(window, QPoint(0, -4 - size.height()))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = below.x() + self.anchor.width() - size.width() if rtl else below.x()
        x = max(8, min(x, window.width() - size.width() - 8))
        fits = below.y() + size.height() <= window.height() - 8
        y = (
            below.y()
            if fits
            else max(8, above.y() if above.y() >= 8 else window.height() - size.height() - 8)
        )
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def close_popup(self, *, give_back_focus: bool = True) -> None:
        """Hide it; by default the anchor has the focus again."""
        if self.isVisible():
            self.hide()
            if give_back_focus:
                self.anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: object) -> None:
        """Stop listening."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press outside, on leaving by Tab, or when the window changes."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            inside = self.rect().contains(self.mapFromGlobal(place))
            on_anchor = self.anchor.rect().contains(self.anchor.mapFromGlobal(place))
            if not inside and isinstance(watched, QWidget):
                self.close_popup(give_back_focus=False)
                # The press that closes is not also the press that opens again.
                return on_anchor
        elif (kind == QEvent.Type.Resize and watched is self.window()) or (
            kind == QEvent.Type.WindowDeactivate and watched is self.window()
        ):
            self.close_popup()
        elif kind == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            outside = watched is not self and not self.isAncestorOf(watched) and watched is not self.anchor
            if outside and watched.window() is self.window():
                self.close_popup(give_back_focus=False)
        return False

    def event(self, event: QEvent) -> bool:
        """Take Esc before the page does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            super().keyPressEvent(event)
