"""The line at the foot: is it saved, is it backed up, is it in step; and the keys that matter here."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_text, text_width
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import key_text
from khata_desktop.ui.widgets.label import Label


class _Keys(QWidget):
    """The keys of this screen; those that do not fit are left out from the end."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        m = active().metrics
        return QSize(m.px(200), m.line(m.small))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixels = m.small
        sizes = [(text_width(key, pixels, True), text_width(words, pixels)) for key, words in self.keys]
        gap, between = m.px(5), m.px(16)
        room = self.width()
        shown = 0
        used = 0
        for key_size, words_size in sizes:
            more = key_size + gap + words_size + (between if shown else 0)
            if used + more > room:
                break
            used += more
            shown += 1
        x = used if rtl else room - used
        for (key, words), (key_width, words_width) in zip(self.keys[:shown], sizes[:shown], strict=True):
            parts = (
                (key, key_width, c.ink, True),
                (words, words_width, c.muted, False),
            )
            for text, width, ink, bold in parts:
                box = self.rect()
                box.setLeft(x - width if rtl else x)
                box.setWidth(width)
                draw_text(painter, box, text, pixels=pixels, ink=ink, bold=bold, rtl=rtl)
                x += -(width + gap) if rtl else width + gap
            x += -(between - gap) if rtl else between - gap

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class StatusBar(QFrame):
    """States at the start, keys at the end.

    Signals:
        state_clicked: name of the state clicked ("saved", "backup", "sync").
        keys_clicked: the keys were clicked: show them all.
    """

    state_clicked = Signal(str)
    keys_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._states: dict[str, Label] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 5, 16, 5)
        self._row.setSpacing(20)
        self._keys = _Keys()
        self._keys.clicked.connect(self.keys_clicked)
        self._row.addWidget(self._keys, 1)

    def set_state(self, name: str, text: str, *, icon: str = "check", tone: Tone = "muted") -> None:
        """Show one of the states; an empty text takes it away."""
        label = self._states.get(name)
        if label is None:
            label = _State(name, self)
            self._states[name] = label
            self._row.insertWidget(len(self._states) - 1, label)
        label.set_icon(icon)
        label.setText(text)
        label.set_tone(tone)
        label.setVisible(bool(text))

    def state_text(self, name: str) -> str:
        """Return what a state says, "" where it is not shown."""
        label = self._states.get(name)
        return label.text() if label is not None else ""

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show (key, words) pairs, the most useful first."""
        self._keys.keys = [(key_text(key), words) for key, words in keys]
        spoken = ", ".join(f"{key} {words}" for key, words in self._keys.keys)
        self._keys.setAccessibleName(spoken)
        self._keys.update()


class _State(Label):
    def __init__(self, name: str, bar: StatusBar) -> None:
        super().__init__("", size="small", tone="muted")
        self._name, self._bar = name, bar
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._bar.state_clicked.emit(self._name)
