"""One month to pick a day from, with the keyboard as well as the mouse."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.formatting import Language, month_name
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, draw_box, draw_text
from khata_desktop.ui.widgets.button import IconButton
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.popup import Popup

_LOCALES = {"en": "en_PK", "ur": "ur_PK", "hi": "hi_IN"}


def month_later(day: date, months: int) -> date:
    """Return the same day some months later (or earlier), the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = max(1, count // 12), count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class _Days(QWidget):
    picked = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = date(2000, 1, 1)
        self.today = date(2000, 1, 1)
        self.language: Language = "en"
        self._hover: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def _cell(self) -> int:
        return active().metrics.px(40)

    def sizeHint(self) -> QSize:
        return QSize(7 * self._cell(), 6 * self._cell() + active().metrics.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _first(self) -> date:
        """Return the day in the grid's first place."""
        start = QLocale(_LOCALES[self.language]).firstDayOfWeek().value
        first = self.day.replace(day=1)
        return first - timedelta(days=(first.isoweekday() - start) % 7)

    def _box(self, number: int) -> QRect:
        cell = self._cell()
        row, column = divmod(number, 7)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            column = 6 - column
        return QRect(column * cell, active().metrics.px(24) + row * cell, cell, cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        c, m = theme.colours, theme.metrics
        painter = QPainter(self)
        locale = QLocale(_LOCALES[self.language])
        first = self._first()
        for number in range(7):
            box = self._box(number)
            box.moveTop(0)
            box.setHeight(m.px(24))
            weekday = (first + timedelta(days=number)).isoweekday()
            name = locale.standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
            draw_text(painter, box, name, pixels=m.tiny, ink=c.muted, align=CENTRE)
        for number in range(42):
            day = first + timedelta(days=number)
            box = self._box(number).adjusted(2, 2, -2, -2)
            ink = c.ink if day.month == self.day.month else c.muted
            if day == self.day:
                draw_box(painter, box, fill=c.accent, border=c.ink if self.hasFocus() else None, width=2)
                ink = c.accent_ink
            elif day == self._hover:
                draw_box(painter, box, fill=c.hover)
            elif day == self.today:
                draw_box(painter, box, fill=None, border=c.accent)
            draw_text(
                painter, box, str(day.day), pixels=m.text, ink=ink, bold=day == self.today, align=CENTRE
            )

    def _day_at(self, event: QMouseEvent) -> date | None:
        place = event.position().toPoint()
        for number in range(42):
            if self._box(number).contains(place):
                return self._first() + timedelta(days=number)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._day_at(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        if day is not None:
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        days = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Up: -7,
        }.get(Qt.Key(event.key()))
        if days is not None:
            self._move(self.day + timedelta(days=days))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move(month_later(self.day, -1 if event.key() == Qt.Key.Key_PageUp else 1))
        elif event.key() == Qt.Key.Key_Home:
            self._move(self.today)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _move(self, day: date) -> None:
        self.day = day
        self.setAccessibleName(f"{day.day} {month_name(day.month, self.language)} {day.year}")
        self.update()
        self.moved.emit(day)


class MonthPopup(Popup):
    """The month below a date field.

    Signals:
        picked: the day chosen.
    """

    picked = Signal(object)

    def __init__(self, anchor: QWidget, language: Language) -> None:
        super().__init__(anchor)
        self._days = _Days(self)
        self._days.language = language
        self._days.picked.connect(self._on_days_picked)
        self._days.moved.connect(self._show_title)
        self._title = Label("", bold=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = IconButton("chevron-left", self.tr("Month before"))
        ahead = IconButton("chevron-right", self.tr("Month after"))
        for button, step in ((back, -1), (ahead, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self._turn(by))
        head = QHBoxLayout()
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(ahead)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 12)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._days)

    def show_month(self, day: date, today: date, language: Language) -> None:
        """Open at a day."""
        self._days.day, self._days.today, self._days.language = day, today, language
        self._show_title(day)
        self.open()
        self._days.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_title(self, day: date) -> None:
        self._title.setText(f"{month_name(day.month, self._days.language)} {day.year}")

    def _turn(self, months: int) -> None:
        self._days.day = month_later(self._days.day, months)
        self._show_title(self._days.day)
        self._days.update()

    def _on_days_picked(self, day: date) -> None:
        self.close_popup(give_back_focus=False)
        self.picked.emit(day)
