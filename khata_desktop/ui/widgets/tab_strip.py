"""Bills held open as tabs, and one more with Ctrl+N."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button, IconButton


class TabStrip(QWidget):
    """A row of tabs. Ctrl+Tab and Ctrl+Shift+Tab go round, Ctrl+W closes, Ctrl+N adds.

    Signals:
        current_changed: number of the tab the user or the program made current.
        close_requested: number of the tab to close; the page closes it with `remove_tab`.
        add_requested: another tab is wanted.
    """

    current_changed = Signal(int)
    close_requested = Signal(int)
    add_requested = Signal()

    def __init__(self, add_words: str, *, shortcut: str = "Ctrl+N", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setMovable(True)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bar.currentChanged.connect(self.current_changed)
        self._add = Button(add_words, kind="ghost", icon="plus", shortcut=shortcut)
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self.add_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._bar)
        row.addWidget(self._add)
        row.addStretch(1)
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(key), self)
            turn.activated.connect(lambda by=step: self._turn(by))
        close = QShortcut(QKeySequence("Ctrl+W"), self)
        close.activated.connect(lambda: self.close_requested.emit(self.current))
        self._dress()

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
        close = IconButton("close", self.tr("Close (Ctrl+W)"))
        size = active().metrics.px(22)
        close.setFixedSize(size, size)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda _=False, button=close: self._on_close_clicked(button))
        self._bar.setTabButton(number, QTabBar.ButtonPosition.RightSide, close)
        if make_current:
            self._bar.setCurrentIndex(number)
        return number

    def set_text(self, number: int, text: str) -> None:
        """Rename a tab ("Bill 2 · Aslam")."""
        self._bar.setTabText(number, text.replace("&", "&&"))

    def text(self, number: int) -> str:
        """Return the words of a tab."""
        return self._bar.tabText(number).replace("&&", "&")

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

    def _on_close_clicked(self, button: QWidget) -> None:
        for number in range(self._bar.count()):
            if self._bar.tabButton(number, QTabBar.ButtonPosition.RightSide) is button:
                self.close_requested.emit(number)
                return

    def _dress(self) -> None:
        self._bar.setFixedHeight(active().metrics.px(38))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
