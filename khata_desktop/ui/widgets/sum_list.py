"""Sums under each other: words at the reading start, figures in a column by their last digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import RIGHT, colour, draw_text, text_width
from khata_desktop.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """One line: "Discount", "-80.00". `strong` sets it bold with a line above, as a total stands."""

    words: str
    figure: str
    tone: Tone = ""
    strong: bool = False


class SumList(QWidget):
    """The list of a bill's sums, a day's totals, an entry's postings."""

    def __init__(self, rows: Sequence[SumRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SumRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[SumRow]) -> None:
        """Show these lines."""
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.words} {row.figure}" for row in self._rows))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        m = active().metrics
        return m.line(m.text) + m.px(4)

    def _figures_width(self) -> int:
        m = active().metrics
        return max((text_width(row.figure, m.text, row.strong) for row in self._rows), default=0)

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        m = active().metrics
        words = max((text_width(row.words, m.text, row.strong) for row in self._rows), default=0)
        return QSize(words + m.px(16) + self._figures_width(), len(self._rows) * self._line())

    def minimumSizeHint(self) -> QSize:
        """Return the least: words are shortened, figures never."""
        return QSize(self._figures_width() + active().metrics.px(60), len(self._rows) * self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line, column = self._line(), self._figures_width()
        for number, row in enumerate(self._rows):
            box = QRect(0, number * line, self.width(), line)
            if row.strong:
                painter.fillRect(QRect(0, box.top(), self.width(), 1), colour(c.line))
            ink = c.tone(row.tone)
            figures = QRect(0 if rtl else self.width() - column, box.top(), column, line)
            draw_text(painter, figures, row.figure, pixels=m.text, ink=ink, bold=row.strong, align=RIGHT)
            shift = column + m.px(12)
            words = box.adjusted(shift if rtl else 0, 0, 0 if rtl else -shift, 0)
            quiet = c.ink if row.strong else c.muted
            draw_text(painter, words, row.words, pixels=m.text, ink=quiet, bold=row.strong, rtl=rtl)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
