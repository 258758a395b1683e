"""What lies over a page: a veil, and a panel that keeps the focus until it is left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QWidget

from khata_desktop.ui.theme import active

_EDITING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Overlay(QWidget):
    """Covers its host widget. Subclasses fill `panel` and place it in `place_panel`.

    While it is open, keys of the page below do not act; Tab goes round inside the panel; Esc or a
    press on the veil calls `dismiss`. Focus returns to where it was.

    Signals:
        opened: it was shown, or shows something else.
        closed: it was hidden.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setObjectName("panel")
        self.panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.isVisibleTo(self._host)

    def open_overlay(self) -> None:
        """Show it over its host and remember where the focus was."""
        if not self.is_open:
            self._before = QApplication.focusWidget()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.place_panel()
        self.opened.emit()

    def close_overlay(self) -> None:
        """Hide it and give the focus back."""
        if not self.is_open:
            return
        inside = QApplication.focusWidget()
        self.hide()
        before, self._before = self._before, None
        try:
            if before is not None and before.isVisible() and (inside is None or self.isAncestorOf(inside)):
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            # The widget that had the focus was deleted meanwhile.
            pass
        self.closed.emit()

    def dismiss(self) -> None:
        """The user wants out: Esc or a press on the veil."""
        self.close_overlay()

    def place_panel(self) -> None:
        """Set the geometry of `panel`; called when shown and when the host is resized."""
        size = self.panel.sizeHint().boundedTo(self.size())
        self.panel.resize(size)
        self.panel.move((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.is_open:
            self.setGeometry(self._host.rect())
            self.place_panel()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep keys from the page below: what the panel does not want, nobody gets."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() not in _EDITING
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc dismisses; a key shown on a button of the panel presses it; the rest goes nowhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        pressed = QKeySequence(event.keyCombination())
        for button in self.panel.findChildren(QAbstractButton):
            if not button.shortcut().isEmpty() and button.shortcut() == pressed and button.isVisible():
                button.click()
                return
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        focus = QApplication.focusWidget()
        start = focus if focus is not None and self.panel.isAncestorOf(focus) else self.panel
        widget: QWidget | None = start.nextInFocusChain() if forward else start.previousInFocusChain()
        while widget is not None and widget is not start:
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            inside = self.panel.isAncestorOf(widget) and widget.focusProxy() is None
            if takes and inside and widget.isEnabled() and widget.isVisible():
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                widget.setFocus(reason)
                return True
            widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel dismisses."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        colour = QColor(active().colours.veil)
        colour.setAlphaF(0.6 if active().colours.name == "contrast" else 0.28)
        QPainter(self).fillRect(self.rect(), colour)
