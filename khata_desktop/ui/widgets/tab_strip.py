"""Bills held open as tabs, and one more with Ctrl+N."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS
from khata_desktop.ui.widgets.button import Button


class _Bar(QTabBar):
    """The tabs themselves, painted: words, a close mark, a line under the current one."""

    close_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._hover: tuple[int, bool] = (-1, False)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setMovable(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def words(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def tabSizeHint(self, index: int) -> QSize:
        m = active().metrics
        width = min(text_width(self.words(index), m.text, True), m.px(200)) + m.px(48)
        return QSize(width, m.px(36))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _close_box(self, index: int) -> QRect:
        m = active().metrics
        tab = self.tabRect(index)
        size = m.px(20)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = tab.left() + m.px(6) if rtl else tab.right() - m.px(6) - size
        return QRect(x, tab.center().y() - size // 2, size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(self.count()):
            tab = self.tabRect(index)
            chosen = index == self.currentIndex()
            hovered = index == self._hover[0]
            if chosen and self.hasFocus():
                draw_box(painter, tab.adjusted(1, 1, -1, -3), fill=None, border=c.focus, width=2)
            elif hovered and not chosen:
                draw_box(painter, tab.adjusted(2, 3, -2, -4), fill=c.hover, radius=RADIUS)
            if chosen:
                line = QRect(tab.left() + m.px(8), tab.bottom() - 2, tab.width() - m.px(16), 3)
                draw_box(painter, line, fill=c.accent, radius=1.5)
            box = tab.adjusted(m.px(12), 0, -m.px(30), 0)
            if rtl:
                box = tab.adjusted(m.px(30), 0, -m.px(12), 0)
            ink = c.ink if chosen or hovered else c.muted
            draw_text(painter, box, self.words(index), pixels=m.text, ink=ink, bold=chosen, rtl=rtl)
            if chosen or hovered:
                mark = self._close_box(index)
                if hovered and self._hover[1]:
                    draw_box(painter, mark, fill=c.sunken, radius=4)
                size = m.px(12)
                place = mark.center() - QPoint(size // 2 - 1, size // 2 - 1)
                draw_icon(painter, place.x(), place.y(), "close", c.muted, size)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.tabAt(place)
        hover = (index, index >= 0 and self._close_box(index).contains(place))
        if hover != self._hover:
            self._hover = hover
            self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = (-1, False)
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.tabAt(place)
        middle = event.button() == Qt.MouseButton.MiddleButton
        super().mouseReleaseEvent(event)
        if index >= 0 and (middle or self._close_box(index).contains(place)):
            self.close_clicked.emit(index)


class TabStrip(QWidget):
    """A row of tabs. Ctrl+Tab and Ctrl+Shift+Tab go round, Ctrl+W closes, Ctrl+N adds.

    Signals:
        current_changed: number of the tab the user or the program made current.
        close_requested: number of the tab to close; the page closes it with `remove_tab`.
        add_requested: another tab is wanted.
        moved: (from, to) the user dragged a tab.
    """

    current_changed = Signal(int)
    close_requested = Signal(int)
    add_requested = Signal()
    moved = Signal(int, int)

    def __init__(self, add_words: str, *, shortcut: str = "Ctrl+N", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._bar.currentChanged.connect(self.current_changed)
        self._bar.close_clicked.connect(self.close_requested)
        self._bar.tabMoved.connect(self.moved)
        self._add = Button(add_words, kind="ghost", icon="plus", shortcut=shortcut)
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self.add_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(key), self)
            turn.activated.connect(lambda by=step: self._turn(by))
        close = QShortcut(QKeySequence("Ctrl+W"), self)
        close.activated.connect(self._on_close_activated)

    @property
    def current(self) -> int:
        """Number of the current tab, -1 for none."""
        return self._bar.currentIndex()

    @property
    def count(self) -> int:
        """How many tabs there are."""
        return self._bar.count()

    def add_tab(self, text: str, *, make_current: bool = True) -> int:
        """Add a tab at the end and return its number."""
        number = self._bar.addTab(text.replace("&", "&&"))
        if make_current:
            self._bar.setCurrentIndex(number)
        return number

    def set_text(self, number: int, text: str) -> None:
        """Rename a tab ("Bill 2 · Aslam")."""
        self._bar.setTabText(number, text.replace("&", "&&"))

    def text(self, number: int) -> str:
        """Return the words of a tab."""
        return self._bar.words(number)

    def set_current(self, number: int) -> None:
        """Make a tab current."""
        self._bar.setCurrentIndex(number)

    def remove_tab(self, number: int) -> None:
        """Take a tab away."""
        self._bar.removeTab(number)

    def set_add_words(self, text: str) -> None:
        """Change the words of the adding button."""
        self._add.set_label(text)

    def _turn(self, step: int) -> None:
        if self._bar.count():
            self._bar.setCurrentIndex((self._bar.currentIndex() + step) % self._bar.count())

    def _on_close_activated(self) -> None:
        if self.current >= 0:
            self.close_requested.emit(self.current)
