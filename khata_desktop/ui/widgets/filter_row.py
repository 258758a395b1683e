"""One row above every table: search and filters at the reading start, outputs at the far end."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_icon
from khata_desktop.ui.widgets.button import Button

_GAP: Final = 8
_SEARCH_WIDTHS: Final = (160, 96)


class SearchEdit(QLineEdit):
    """A search field with its icon; Esc empties it, Down goes to the list below.

    Signals:
        search_changed: the text, a moment after the last key.
        left_down: Down or Enter was pressed: the list should take the focus.
    """

    search_changed = Signal(str)
    left_down = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent = ""
        self._timer = QTimer(self, singleShot=True, interval=200)
        self._timer.timeout.connect(self._send)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)
        self.textChanged.connect(lambda _: self._timer.start())
        self._dress()

    def set_placeholder(self, text: str) -> None:
        """Change the muted words and the accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def _send(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._sent:
            self._sent = text
            self.search_changed.emit(text)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the page while there is something to empty."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties; Enter searches at once; Down goes on to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._send()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._send()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes and direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()

    def _dress(self) -> None:
        room = active().metrics.px(24)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if rtl else room, 0, room if rtl else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its icon."""
        super().paintEvent(event)
        m = active().metrics
        size = m.px(16)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - m.px(10) - size if rtl else m.px(10)
        draw_icon(QPainter(self), x, (self.height() - size) // 2, "search", active().colours.muted, size)


class FilterRow(QWidget):
    """Search field, filters, and outputs at the same place on every page.

    Where letters are large or the window is narrow, the outputs fold to their icons and the search
    field gives way: nothing is cut.

    Signals:
        search_changed: the text, a moment after the last key.
        list_wanted: Down or Enter in the search field: give the table the focus.
    """

    search_changed = Signal(str)
    list_wanted = Signal()

    def __init__(self, placeholder: str = "", *, search: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchEdit(placeholder)
        self.search.search_changed.connect(self.search_changed)
        self.search.left_down.connect(self.list_wanted)
        self._filters = QHBoxLayout()
        self._filters.setSpacing(_GAP)
        self._outputs = QHBoxLayout()
        self._outputs.setSpacing(_GAP)
        self._buttons: list[Button] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.search, 2)
        row.addLayout(self._filters)
        row.addStretch(1)
        self._row = row
        row.addLayout(self._outputs)
        self.search.setVisible(search)
        if search:
            shortcut = QShortcut(QKeySequence.StandardKey.Find, self)
            shortcut.activated.connect(self.focus_search)
        self._dress()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def set_text(self, text: str) -> None:
        """Search for something from the program."""
        self.search.setText(text)

    def set_placeholder(self, text: str) -> None:
        """Change the words in the empty search field."""
        self.search.set_placeholder(text)

    def focus_search(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_filter(self, widget: QWidget) -> None:
        """Add a filter (a `DateRangeBox`, a `ChoiceBox`, a `SegmentedControl`)."""
        self._filters.addWidget(widget)

    def add_output(self, button: Button) -> None:
        """Add an output: Statement, WhatsApp, Excel, in this order everywhere."""
        self._buttons.append(button)
        self._outputs.addWidget(button)

    def _dress(self) -> None:
        self.search.setMaximumWidth(active().metrics.px(320))
        self._fit()

    def _taken(self, search: int, *, folded: bool) -> int:
        """Return the width the row needs with a search field of this width."""
        parts = [button.width_when(folded=folded) for button in self._buttons if not button.isHidden()]
        if not self.search.isHidden():
            parts.append(active().metrics.px(search))
        # The stretch between filters and outputs has its gap too.
        return sum(parts) + self._filters.minimumSize().width() + (len(parts) + 1) * _GAP

    def _fit(self) -> None:
        wide, narrow = _SEARCH_WIDTHS
        folded = self._taken(wide, folded=False) > self.width()
        for button in self._buttons:
            button.set_folded(folded)
        # What is left over in a tight row is the search field's.
        self._row.setStretch(2, 0 if folded else 1)
        fits = self._taken(wide, folded=folded) <= self.width()
        self.search.setMinimumWidth(active().metrics.px(wide if fits else narrow))

    def minimumSizeHint(self) -> QSize:
        """Return the width with all folded: the row does not widen its page."""
        width = self._taken(_SEARCH_WIDTHS[-1], folded=True)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fold or unfold when a filter or an output changed its words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
