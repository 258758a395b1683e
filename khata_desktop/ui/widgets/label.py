"""One line of text of a named size and tone, on the grid in every script."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import END, START, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import Tone

TextSize = Literal["tiny", "small", "text", "lead", "title", "total"]


class Label(QLabel):
    """A label that leans to the reading side whatever its first character is.

    Qt aligns a label by its text: a bare figure in an Urdu window leans left. This one follows the
    layout, shortens with an ellipsis (full text as tool tip) and can carry a small icon.
    `wrap=True` gives an ordinary wrapped paragraph.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: TextSize = "text",
        tone: Tone = "",
        bold: bool = False,
        wrap: bool = False,
        icon: str = "",
        end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size: TextSize = size
        self._tone: Tone = tone
        self._bold = bold
        self._icon = icon
        self._end = end
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        if wrap:
            own = self.sizePolicy()
            own.setHeightForWidth(True)
            own.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            self.setSizePolicy(own)
        self._dress()
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Change the tone: "", "gave", "got", "warn", "muted", "accent"."""
        if tone == self._tone:
            return
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def set_icon(self, name: str) -> None:
        """Show this icon before the text; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def _pixels(self) -> int:
        return int(getattr(active().metrics, self._size))

    def _dress(self) -> None:
        self.setProperty("tone", self._tone)
        self.setFont(active().font(self._size, self._bold))
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            # A paragraph that was centred stays so in every language.
            return
        start = Qt.AlignmentFlag.AlignRight if self._leans_right() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _leans_right(self) -> bool:
        return (self.layoutDirection() == Qt.LayoutDirection.RightToLeft) != self._end

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when theme or direction change."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()
            self.updateGeometry()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return text width by grid line height."""
        if self.wordWrap():
            return super().sizeHint()
        pixels = self._pixels()
        width = text_width(self.text(), pixels, self._bold) + self._icon_room()
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), active().metrics.line(pixels))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters: the label shortens rather than pushes."""
        if self.wordWrap():
            return super().minimumSizeHint()
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._pixels() * 3), hint.height())

    def _icon_room(self) -> int:
        return self._pixels() + active().metrics.px(6) if self._icon else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tool tip where it does not fit."""
        super().resizeEvent(event)
        if not self.wordWrap():
            self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line; a paragraph is drawn by Qt."""
        if self.wordWrap():
            super().paintEvent(event)
            return
        theme = active()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixels = self._pixels()
        ink = theme.colours.tone(self._tone)
        painter = QPainter(self)
        area: QRect = self.contentsRect()
        room = self._icon_room()
        if room:
            text = min(text_width(self.text(), pixels, self._bold), area.width() - room)
            block = room + text
            if self._leans_right():
                x = area.right() + 1 - (pixels if rtl else block)
            else:
                x = area.left() + (block - pixels if rtl else 0)
            draw_icon(painter, x, area.top() + (area.height() - pixels) / 2, self._icon, ink, pixels)
            area = area.adjusted(0 if rtl else room, 0, -room if rtl else 0, 0) if not self._end else area
        draw_text(
            painter,
            area,
            self.text(),
            pixels=pixels,
            ink=ink,
            bold=self._bold,
            align=END if self._end else START,
            rtl=rtl,
        )
