"""A large button of an icon, a title and one quiet line: the few big choices a screen is made of."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS_SHEET

_STEPS = {
    Qt.Key.Key_Down: True,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Left: False,
}


class ChoiceCard(QAbstractButton):
    """Pressed by click, Enter or Space; the arrow keys go to the next card."""

    def __init__(
        self, title: str, detail: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._detail = detail
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_content(title, detail)

    @property
    def title(self) -> str:
        """The words in bold."""
        return self.text().replace("&&", "&")

    def set_content(self, title: str, detail: str = "") -> None:
        """Change title and detail."""
        self._detail = detail
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        m = active().metrics
        height = m.line(m.lead) + (m.line(m.text) if self._detail else 0) + m.px(24)
        icon = m.px(44) if self._icon else 0
        words = max(text_width(self.title, m.lead, True), text_width(self._detail, m.text))
        return QSize(words + icon + m.px(36), max(height, m.px(64)))

    def minimumSizeHint(self) -> QSize:
        """Let the detail be shortened, the title hardly."""
        return QSize(active().metrics.px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif (forward := _STEPS.get(Qt.Key(event.key()))) is not None:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in (
                Qt.Key.Key_Left,
                Qt.Key.Key_Right,
            ):
                forward = not forward
            self.focusNextPrevChild(forward)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, the icon in a soft square and the words."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        over = self.underMouse() or self.isDown()
        draw_box(
            painter,
            self.rect(),
            fill=c.hover if over else c.surface,
            border=c.focus if self.hasFocus() else c.line,
            width=2 if self.hasFocus() else 1,
            radius=RADIUS_SHEET,
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(m.px(16), 0, -m.px(16), 0)
        if self._icon:
            size = m.px(32)
            x = box.right() + 1 - size if rtl else box.left()
            square = QRect(x, (self.height() - size) // 2, size, size)
            draw_box(painter, square, fill=c.select, radius=8)
            inset = m.px(7)
            draw_icon(painter, x + inset, square.top() + inset, self._icon, c.ink, size - 2 * inset)
            shift = size + m.px(12)
            box = box.adjusted(0 if rtl else shift, 0, -shift if rtl else 0, 0)
        first, second = m.line(m.lead), m.line(m.text) if self._detail else 0
        top = (self.height() - first - second) // 2
        draw_text(
            painter,
            QRect(box.left(), top, box.width(), first),
            self.title,
            pixels=round(m.text * 1.15),
            ink=c.ink,
            bold=True,
            rtl=rtl,
        )
        if self._detail:
            place = QRect(box.left(), top + first, box.width(), second)
            draw_text(painter, place, self._detail, pixels=m.text, ink=c.muted, rtl=rtl)
