"""A day, typed (`t`, `y`, `15`, `15/3`) or picked from a month."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.formatting import TextStyle, parse_typed_date, without_invisible_marks
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_icon
from khata_desktop.ui.widgets.month_popup import MonthPopup, month_later


class DateEdit(QLineEdit):
    """A date field. Up and Down go by a day, Page Up and Page Down by a month, Alt+Down opens the month.

    Signals:
        date_changed: the date the user typed or picked.
    """

    date_changed = Signal(object)

    def __init__(
        self,
        style: TextStyle,
        today: Callable[[], date],
        *,
        value: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`today` tells the shop's calendar day; the field begins with it unless `value` is given."""
        super().__init__(parent)
        self._style = style
        self._today = today
        self._value = value or today()
        self._touched = False
        self._popup: MonthPopup | None = None
        self.setMaxLength(40)
        self.setToolTip(self.tr("t today, y yesterday, 15, 15/3 · Alt+Down opens the month"))
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)
        self._dress()
        self._show_value()

    @property
    def value(self) -> date:
        """The last date that could be read."""
        return self._value

    def set_value(self, value: date) -> None:
        """Show a date; no signal."""
        self._value = value
        self._touched = False
        self._show_value()

    def set_style(self, style: TextStyle) -> None:
        """Write dates in another style or language."""
        self._style = style
        if not self._touched:
            self._show_value()

    def read(self, field: str | None = None) -> date:
        """Return the date typed. Raises RuleViolation naming `field`."""
        if not self._touched:
            return self._value
        try:
            return parse_typed_date(self.text(), self._today())
        except RuleViolation as error:
            if field is not None:
                error.field = field
            raise

    def _show_value(self) -> None:
        self.setText(without_invisible_marks(self._style.date(self._value)))
        self.setCursorPosition(0)

    def _on_text_edited(self, _text: str) -> None:
        self._touched = True

    def _on_editing_finished(self) -> None:
        if not self._touched:
            return
        try:
            value = parse_typed_date(self.text(), self._today())
        except RuleViolation:
            # Left as typed: the form says what is wrong with it when it is saved.
            self.setProperty("wrong", True)
            self._polish()
            return
        self._take(value)

    def _take(self, value: date) -> None:
        changed = value != self._value
        self.set_value(value)
        if self.property("wrong"):
            self.setProperty("wrong", False)
            self._polish()
        if changed:
            self.date_changed.emit(value)

    def _polish(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)

    def open_month(self) -> None:
        """Show the month to pick from."""
        if self._popup is None:
            self._popup = MonthPopup(self, self._style.language)
            self._popup.picked.connect(self._on_popup_picked)
        self._popup.show_month(self._value, self._today(), self._style.language)

    def _on_popup_picked(self, value: date) -> None:
        self._take(value)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days and months, or open the month."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_month()
            return
        steps: dict[Qt.Key, Callable[[date], date]] = {
            Qt.Key.Key_Up: lambda day: day + timedelta(days=1),
            Qt.Key.Key_Down: lambda day: day - timedelta(days=1),
            Qt.Key.Key_PageUp: lambda day: month_later(day, 1),
            Qt.Key.Key_PageDown: lambda day: month_later(day, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self._on_editing_finished()
        self._take(step(self._value))
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces it."""
        super().focusInEvent(event)
        if not self._touched or event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.selectAll()

    def _icon_box(self) -> QRect:
        size = active().metrics.px(16)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margin = active().metrics.px(10)
        x = margin if rtl else self.width() - margin - size
        return QRect(x, (self.height() - size) // 2, size, size)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The calendar at the end opens the month."""
        super().mouseReleaseEvent(event)
        if self._icon_box().adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.open_month()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the calendar."""
        over = self._icon_box().adjusted(-6, -6, 6, 6).contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its calendar."""
        super().paintEvent(event)
        box = self._icon_box()
        ink = active().colours.muted
        draw_icon(QPainter(self), box.x(), box.y(), "calendar", ink, box.width())

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes, direction and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setToolTip(self.tr("t today, y yesterday, 15, 15/3 · Alt+Down opens the month"))

    def _dress(self) -> None:
        room = active().metrics.px(22)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)
        self.setMouseTracking(True)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
