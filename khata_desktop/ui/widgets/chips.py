"""Small painted things: a key, a badge, a row of segments."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, START, draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS, Tone
from khata_desktop.ui.widgets.button import key_text


class KeyHint(QWidget):
    """A key as it stands on the keyboard: "F8"."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = key_text(shortcut)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_shortcut(self, shortcut: str) -> None:
        """Show another key."""
        self._text = key_text(shortcut)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the key in its frame."""
        metrics = active().metrics
        return QSize(text_width(self._text, metrics.tiny) + metrics.px(12), metrics.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and key."""
        theme = active()
        painter = QPainter(self)
        draw_box(painter, self.rect(), fill=theme.colours.surface, border=theme.colours.outline, radius=4)
        draw_text(
            painter,
            self.rect(),
            self._text,
            pixels=theme.metrics.tiny,
            ink=theme.colours.muted,
            align=CENTRE,
        )


class Badge(QWidget):
    """A word on a soft ground of its tone ("void", "draft", "over the limit")."""

    def __init__(
        self, text: str = "", *, tone: Tone = "muted", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def set_content(self, text: str, *, tone: Tone = "muted", icon: str = "") -> None:
        """Change word, tone and icon; an empty word hides the badge."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        metrics = active().metrics
        icon = metrics.px(18) if self._icon else 0
        return QSize(text_width(self._text, metrics.tiny) + metrics.px(18) + icon, metrics.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        theme = active()
        c, metrics = theme.colours, theme.metrics
        painter = QPainter(self)
        ink = c.tone(self._tone)
        edge = ink if c.name == "contrast" else None
        draw_box(painter, self.rect(), fill=c.soft(self._tone), border=edge, radius=self.height() / 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(metrics.px(9), 0, -metrics.px(8), 0)
        if self._icon:
            size = metrics.px(14)
            x = box.right() + 1 - size if rtl else box.left()
            draw_icon(painter, x, (self.height() - size) // 2, self._icon, ink, size)
            shift = metrics.px(18)
            box = box.adjusted(0, 0, -shift, 0) if rtl else box.adjusted(shift, 0, 0, 0)
        draw_text(painter, box, self._text, pixels=metrics.tiny, ink=ink, align=START, rtl=rtl)


class SegmentedControl(QWidget):
    """One of a few, all in sight: arrows move, a click chooses.

    Signals:
        choice_changed: the value now chosen by the user.
    """

    choice_changed = Signal(object)

    def __init__(
        self,
        choices: Iterable[tuple[Any, str]] = (),
        *,
        current: Any = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (value, words)."""
        super().__init__(parent)
        self._choices: list[tuple[Any, str]] = []
        self._current = 0
        self._name = name
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices, current=current)

    def set_choices(self, choices: Iterable[tuple[Any, str]], *, current: Any = None) -> None:
        """Replace the choices, keeping the chosen value where it is still among them."""
        keep = current if current is not None else self.value
        self._choices = list(choices)
        values = [value for value, _ in self._choices]
        self._current = values.index(keep) if keep in values else 0
        self._announce()
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> Any:
        """The value chosen."""
        return self._choices[self._current][0] if self._choices else None

    def set_value(self, value: Any) -> None:
        """Choose from the program; nothing is emitted."""
        for number, (own, _) in enumerate(self._choices):
            if own == value:
                self._current = number
                self._announce()
                self.update()

    def _announce(self) -> None:
        words = self._choices[self._current][1] if self._choices else ""
        self.setAccessibleName(f"{self._name}: {words}" if self._name else words)

    def _widths(self) -> list[int]:
        metrics = active().metrics
        return [text_width(words, metrics.text, True) + metrics.px(28) for _, words in self._choices]

    def _boxes(self) -> list[QRect]:
        widths = self._widths()
        spare = max(0, self.width() - sum(widths) - 4)
        each = spare // max(len(widths), 1)
        boxes, x = [], 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for width in widths:
            left = self.width() - x - width - each if rtl else x
            boxes.append(QRect(left, 2, width + each, self.height() - 4))
            x += width + each
        return boxes

    def sizeHint(self) -> QSize:
        """Return room for all choices side by side."""
        return QSize(sum(self._widths()) + 4, active().metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no choice is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough and the chosen segment as a sheet in it."""
        theme = active()
        c, metrics = theme.colours, theme.metrics
        painter = QPainter(self)
        ring, width = (c.focus, 2) if self.hasFocus() else (c.outline, 1)
        draw_box(painter, self.rect(), fill=c.sunken, border=ring, width=width, radius=RADIUS)
        for number, (box, (_, words)) in enumerate(zip(self._boxes(), self._choices, strict=True)):
            chosen = number == self._current
            if chosen:
                inner = box.adjusted(1, 1, -1, -1)
                if c.name == "contrast":
                    draw_box(painter, inner, fill=c.accent, radius=RADIUS - 2)
                else:
                    draw_box(painter, inner, fill=c.surface, border=c.outline, radius=RADIUS - 2)
            ink = c.accent_ink if chosen and c.name == "contrast" else c.ink
            if not chosen and number != self._hover:
                ink = c.muted
            draw_text(painter, box, words, pixels=metrics.text, ink=ink, bold=chosen, align=CENTRE)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._choices) and number != self._current:
            self._current = number
            self._announce()
            self.update()
            self.choice_changed.emit(self.value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        for number, box in enumerate(self._boxes()):
            if box.contains(event.position().toPoint()):
                self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Darken the words under the pointer."""
        place = event.position().toPoint()
        hover = next((n for n, box in enumerate(self._boxes()) if box.contains(place)), -1)
        if hover != self._hover:
            self._hover = hover
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in reading direction."""
        ahead = Qt.Key.Key_Right
        back = Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        if event.key() in (ahead, Qt.Key.Key_Down):
            self._choose(self._current + 1)
        elif event.key() in (back, Qt.Key.Key_Up):
            self._choose(self._current - 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
