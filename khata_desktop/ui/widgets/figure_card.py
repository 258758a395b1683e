"""A figure that matters, in a sheet of its own: what it is, how much, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS_SHEET, SKELETON_AFTER_MS, Tone


class FigureCard(QWidget):
    """Title, figure and a note. With `link=True` it is a way to the list behind it.

    The tone colours the figure; with "gave" and "got" an arrow stands before the note, so that colour
    is never the only sign.

    Signals:
        clicked: a linked card was clicked, or Enter or Space was pressed on it.
    """

    clicked = Signal()

    def __init__(
        self,
        title: str,
        figure: str = "",
        note: str = "",
        *,
        tone: Tone = "",
        icon: str = "",
        link: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._figure, self._note = title, figure, note
        self._tone: Tone = tone
        self._icon = icon
        self._link = link
        self._busy = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_link(link)
        self._announce()

    def set_link(self, link: bool) -> None:
        """Make the card a way to what is behind it, or a plain figure where there is nothing."""
        self._link = link
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if link else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, link)
        self.update()

    def set_content(self, figure: str, note: str = "", *, title: str | None = None, tone: Tone = "") -> None:
        """Show a figure; a plain title stays unless given."""
        self._figure, self._note, self._tone = figure, note, tone
        self._title = self._title if title is None else title
        self._busy = False
        self._announce()
        self.updateGeometry()
        self.update()

    def set_title(self, title: str) -> None:
        """Change what the figure is called (another language)."""
        self._title = title
        self._announce()
        self.updateGeometry()
        self.update()

    def set_busy(self) -> None:
        """Show a skeleton in place of the figure until `set_content`, if that takes a moment."""
        if not self._figure:
            QTimer.singleShot(SKELETON_AFTER_MS, self, self._show_busy)

    def _show_busy(self) -> None:
        self._busy = not self._figure
        self.update()

    @property
    def figure(self) -> str:
        """The figure shown."""
        return self._figure

    def _announce(self) -> None:
        self.setAccessibleName(f"{self._title}: {self._figure}. {self._note}".strip())

    def sizeHint(self) -> QSize:
        """Return room for three lines on the grid."""
        m = active().metrics
        lines = (self._title, m.text, False), (self._figure, m.title, True), (self._note, m.text, False)
        width = max(text_width(text, size, bold) for text, size, bold in lines)
        height = 2 * m.line(m.text) + m.line(m.title) + m.px(24)
        return QSize(width + m.px(36), height)

    def minimumSizeHint(self) -> QSize:
        """Return the least width: long words are shortened, the figure takes a smaller size first."""
        m = active().metrics
        figure = text_width(self._figure, m.lead, True) + m.px(36)
        return QSize(max(m.px(140), min(figure, m.px(240))), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and its three lines."""
        theme = active()
        c, m = theme.colours, theme.metrics
        painter = QPainter(self)
        over = self._link and self.underMouse()
        border = c.focus if self.hasFocus() else c.outline if over else c.line
        draw_box(
            painter,
            self.rect(),
            fill=c.hover if over else c.surface,
            border=border,
            width=2 if self.hasFocus() else 1,
            radius=RADIUS_SHEET,
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(m.px(16), 0, -m.px(16), 0)
        y = m.px(12)
        line, big = m.line(m.text), m.line(m.title)
        head = box.adjusted(0, y, 0, 0)
        head.setHeight(line)
        name = "chevron-right" if self._link else self._icon
        if name:
            size = m.px(16)
            x = head.left() if rtl else head.right() + 1 - size
            draw_icon(painter, x, y + (line - size) // 2, name, c.muted, size, mirrored=rtl)
            head = head.adjusted(size + 4 if rtl else 0, 0, 0 if rtl else -size - 4, 0)
        draw_text(painter, head, self._title, pixels=m.text, ink=c.muted, rtl=rtl)
        figure = box.adjusted(0, y + line, 0, 0)
        figure.setHeight(big)
        if self._busy:
            bar = figure.adjusted(0, big // 4, -figure.width() // 2, -big // 4)
            if rtl:
                bar.moveRight(figure.right())
            draw_box(painter, bar, fill=c.skeleton, radius=4)
            return
        fits = text_width(self._figure, m.title, True) <= figure.width()
        pixels = m.title if fits else m.lead
        draw_text(painter, figure, self._figure, pixels=pixels, ink=c.tone(self._tone), bold=True, rtl=rtl)
        note = box.adjusted(0, y + line + big, 0, 0)
        note.setHeight(line)
        self._paint_note(painter, note, rtl)

    def _paint_note(self, painter: QPainter, note: QRect, rtl: bool) -> None:
        c, m = active().colours, active().metrics
        arrow = {"gave": "arrow-up", "got": "arrow-down", "warn": "warning"}.get(self._tone, "")
        if arrow and self._note:
            size = m.px(13)
            x = note.right() + 1 - size if rtl else note.left()
            draw_icon(painter, x, note.top() + (note.height() - size) // 2, arrow, c.tone(self._tone), size)
            shift = size + m.px(5)
            note = note.adjusted(0, 0, -shift, 0) if rtl else note.adjusted(shift, 0, 0, 0)
        draw_text(painter, note, self._note, pixels=m.text, ink=c.muted, rtl=rtl)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link."""
        if self._link and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link."""
        if self._link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class FigureRow(QWidget):
    """At most four cards of equal width."""

    def __init__(self, cards: Sequence[FigureCard] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for card in cards:
            self._row.addWidget(card, 1)
