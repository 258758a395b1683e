"""A period: a word for the usual ones, two dates for the rest."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.formatting import TextStyle
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.popup import Popup
from khata_desktop.ui.widgets.row_list import ListRow, RowList

Range = tuple[date | None, date | None]


def preset_range(key: str, today: date, first_month: int = 7) -> Range:
    """Return first and last day of a named period, both inclusive; None is open.

    Keys: all, today, yesterday, week (since Monday), month, last_month, days30, year (the financial
    year, which begins with `first_month`), last_year. Raises KeyError for another.
    """
    month = today.replace(day=1)
    begin = today.year if today.month >= first_month else today.year - 1
    year = date(begin, first_month, 1)
    ranges: dict[str, Range] = {
        "all": (None, None),
        "today": (today, today),
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "week": (today - timedelta(days=today.weekday()), today),
        "month": (month, today),
        "last_month": ((month - timedelta(days=1)).replace(day=1), month - timedelta(days=1)),
        "days30": (today - timedelta(days=29), today),
        "year": (year, today),
        "last_year": (date(begin - 1, first_month, 1), year - timedelta(days=1)),
    }
    return ranges[key]


class _PeriodPopup(Popup):
    def __init__(self, box: "DateRangeBox") -> None:
        super().__init__(box)
        self._box = box
        self._list = RowList(self)
        self._list.setProperty("inner", True)
        self._list.row_clicked.connect(self._on_list_row_clicked)
        self.first = DateEdit(box.text_style, box.today)
        self.last = DateEdit(box.text_style, box.today)
        self._error = Label("", size="small", tone="gave", wrap=True)
        self._error.hide()
        self._apply = Button("", kind="primary")
        self._apply.clicked.connect(self._on_apply_clicked)
        self._from, self._to = Label("", tone="muted"), Label("", tone="muted")
        dates = QVBoxLayout()
        dates.setContentsMargins(8, 4, 8, 0)
        dates.setSpacing(4)
        dates.addWidget(self._from)
        dates.addWidget(self.first)
        dates.addSpacing(4)
        dates.addWidget(self._to)
        dates.addWidget(self.last)
        dates.addWidget(self._error)
        dates.addSpacing(4)
        dates.addWidget(self._apply)
        dates.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 12)
        row.addWidget(self._list)
        row.addLayout(dates)

    def show_period(self) -> None:
        box = self._box
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("To"))
        self._apply.set_label(self.tr("Show"))
        self.first.set_style(box.text_style)
        self.last.set_style(box.text_style)
        first, last = box.value
        self.first.set_value(first or box.today())
        self.last.set_value(last or box.today())
        self._error.hide()
        rows = [ListRow(title=words, data=key) for key, words in box.presets()]
        self._list.set_rows(rows)
        metrics = active().metrics
        self._list.setFixedSize(metrics.px(168), self._list.wanted_height(12))
        self.first.setFixedWidth(metrics.px(168))
        self.last.setFixedWidth(metrics.px(168))
        keys = [key for key, _ in box.presets()]
        if box.preset in keys:
            self._list.move_mark(keys.index(box.preset))
        self.open()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_list_row_clicked(self, row: ListRow) -> None:
        self.close_popup()
        self._box.choose(row.data)

    def _on_apply_clicked(self) -> None:
        try:
            first, last = self.first.read(), self.last.read()
        except RuleViolation as error:
            self._error.setText(error_text(error))
            self._error.show()
            return
        self.close_popup()
        self._box.choose((min(first, last), max(first, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if step is not None:
            self._list.move_mark(step)
        elif enter and self.hasFocus():
            marked = self._list.marked()
            if marked is not None:
                self._on_list_row_clicked(marked)
        elif enter:
            self._on_apply_clicked()
        else:
            super().keyPressEvent(event)


class DateRangeBox(Button):
    """The period filter: shows its period in words, opens the list of periods.

    Signals:
        range_changed: (first day or None, last day or None), both inclusive.
    """

    range_changed = Signal(object, object)

    def __init__(
        self,
        style: TextStyle,
        today: Callable[[], date],
        *,
        preset: str = "all",
        first_month: int = 7,
        parent: QWidget | None = None,
    ) -> None:
        """`first_month` is the month in which the financial year begins."""
        super().__init__("", icon="calendar", parent=parent)
        self.text_style = style
        self.today = today
        self.first_month = first_month
        self.preset = preset
        self._dates: Range = (None, None)
        self._popup: _PeriodPopup | None = None
        self.clicked.connect(self.open_periods)
        self._show_words()

    @property
    def value(self) -> Range:
        """First and last day, both inclusive; None is open."""
        if self.preset:
            return preset_range(self.preset, self.today(), self.first_month)
        return self._dates

    def set_value(self, value: str | Range) -> None:
        """Take a named period or two days from the program; no signal."""
        if isinstance(value, str):
            self.preset = value
        else:
            self.preset, self._dates = "", value
        self._show_words()

    def set_style(self, style: TextStyle) -> None:
        """Write dates in another style or language."""
        self.text_style = style
        self._show_words()

    def choose(self, value: str | Range) -> None:
        """Take a period as the user's choice."""
        self.set_value(value)
        self.range_changed.emit(*self.value)

    def open_periods(self) -> None:
        """Show the list of periods."""
        if self._popup is None:
            self._popup = _PeriodPopup(self)
        self._popup.show_period()

    def presets(self) -> list[tuple[str, str]]:
        """Return the named periods: (key, words)."""
        return [
            ("all", self.tr("All dates")),
            ("today", self.tr("Today")),
            ("yesterday", self.tr("Yesterday")),
            ("week", self.tr("This week")),
            ("month", self.tr("This month")),
            ("last_month", self.tr("Last month")),
            ("days30", self.tr("Last 30 days")),
            ("year", self.tr("This year")),
            ("last_year", self.tr("Last year")),
        ]

    def _show_words(self) -> None:
        if self.preset:
            self.set_label(dict(self.presets())[self.preset])
            return
        first, last = self._dates
        write = self.text_style.date
        if first is not None and last is not None:
            begin = write(first, "day_month") if first.year == last.year else write(first)
            words = write(last) if first == last else f"{begin} – {write(last)}"
        elif first is not None:
            words = self.tr("since {date}").format(date=write(first))
        elif last is not None:
            words = self.tr("until {date}").format(date=write(last))
        else:
            words = dict(self.presets())["all"]
        self.set_label(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens, like a combo box."""
        if event.key() == Qt.Key.Key_Down:
            self.open_periods()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
