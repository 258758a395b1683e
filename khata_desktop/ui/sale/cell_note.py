"""What is wrong with a cell of the bill, said right under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box
from khata_desktop.ui.widgets.label import Label


class CellNote(Label):
    """A few words over the rows below the cell; clicks go through to them."""

    def __init__(self, table: QWidget) -> None:
        super().__init__("", size="small", tone="gave", wrap=True, parent=table)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(10, 5, 10, 5)
        self.hide()

    def show_under(self, cell: QRect, room: QRect, words: str) -> None:
        """Show the words under a cell (above it, where there is no room below) within the table."""
        self.setText(words)
        width = min(active().metrics.px(360), room.width() - 16)
        self.resize(width, self.heightForWidth(width))
        x = max(room.left() + 8, min(cell.right() - width, room.right() - width - 8))
        y = cell.bottom() + 3
        if y + self.height() > room.bottom():
            y = cell.top() - self.height() - 3
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the words."""
        colours = active().colours
        draw_box(QPainter(self), self.rect(), fill=colours.gave_soft, border=colours.gave)
        super().paintEvent(event)
