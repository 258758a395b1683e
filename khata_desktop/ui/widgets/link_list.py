"""A short list that stands on a page: each row leads somewhere, by click or by keys."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box
from khata_desktop.ui.theme.tokens import SKELETON_AFTER_MS
from khata_desktop.ui.widgets.row_list import SIDE, RowList

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LinkList(RowList):
    """A `RowList` that takes the focus itself; a row is marked only under the pointer or the keys."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("popup", False)
        self.setProperty("inner", True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._busy = self._filled = False

    def set_rows(self, rows: Any) -> None:
        """Show these rows; none is marked unless the list has the focus."""
        super().set_rows(rows)
        self._filled, self._busy = True, False
        if not self.hasFocus():
            self._unmark()
        self._fit()
        self.updateGeometry()

    def set_busy(self) -> None:
        """Show a skeleton until the first rows come, if that takes a moment."""
        QTimer.singleShot(SKELETON_AFTER_MS, self, self._show_busy)

    def _show_busy(self) -> None:
        self._busy = not self._filled
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or bars in their places."""
        super().paintEvent(event)
        if not self._busy:
            return
        m = active().metrics
        painter = QPainter(self.viewport())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step, side, width = m.px(32), m.px(SIDE), self.viewport().width()
        for number in range(self.viewport().height() // step):
            top = number * step + step // 2 - m.px(5)
            title, figure = width * (36, 28, 44)[number % 3] // 100, width * (16, 20)[number % 2] // 100
            for left, own in ((side, title), (width - side - figure, figure)):
                place = width - left - own if rtl else left
                draw_box(painter, QRect(place, top, own, m.px(10)), fill=active().colours.skeleton, radius=4)

    def _unmark(self) -> None:
        self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole rows only; what has no room is in the list behind."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(1, self.viewport().height() // active().metrics.px(32))
        for number in range(self.model().rowCount()):
            self.setRowHidden(number, number >= room)

    def sizeHint(self) -> QSize:
        """Return room for five rows."""
        return QSize(active().metrics.px(240), self.wanted_height(5))

    def minimumSizeHint(self) -> QSize:
        """Return room for three."""
        m = active().metrics
        return QSize(m.px(160), 3 * m.px(32) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows mark, Enter opens."""
        step = _STEPS.get(Qt.Key(event.key()))
        marked = self.marked()
        if step is not None:
            before = self.currentIndex()
            self.move_mark(step)
            if self.isRowHidden(self.currentIndex().row()):
                self.setCurrentIndex(before)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and marked is not None:
            self.row_clicked.emit(marked)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first row, to go on from."""
        super().focusInEvent(event)
        if self.marked() is None:
            self.move_mark(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self._unmark()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._unmark()
