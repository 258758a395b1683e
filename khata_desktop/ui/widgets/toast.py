"""A short word at the foot of the window after something was done, with a way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from khata_desktop.ui.key_map import pressed_for
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, colour, draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS, TOAST_MS, Tone
from khata_desktop.ui.widgets.button import key_text

_WIDEST = 720


class _ActionButton(QPushButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.setProperty("painted", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        m = active().metrics
        return QSize(text_width(self._words(), m.text, True) + m.px(16), m.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words(self) -> str:
        return f"{self.text()}  {key_text(self.key)}" if self.key else self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            draw_box(painter, self.rect(), fill=None, border=c.toast_action, width=2, radius=RADIUS)
        draw_text(
            painter,
            self.rect(),
            self._words(),
            pixels=m.text,
            ink=c.toast_action,
            bold=True,
            align=CENTRE,
        )


class Toast(QWidget):
    """One toast at a time, for six seconds, longer while the pointer rests on it.

    `show_toast("Receipt RCT-A-000118 saved", action="Undo", on_action=...)` offers a way back, by click
    or Ctrl+Z; in a text field Ctrl+Z first undoes typing.

    It takes two lines where one is too short, and leaves the side sheet's buttons free: `room` returns the
    part of the host it may stand in.
    """

    def __init__(self, host: QWidget, room: Callable[[], QRect] | None = None) -> None:
        super().__init__(host)
        self._host = host
        self._room = room or host.rect
        self._home = (self._host, self._room)
        self._text = ""
        self._lines: list[str] = []
        self._icon = "check"
        self._tone: Tone = ""
        self._on_action: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide_toast)
        self._button = _ActionButton(self)
        self._button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.addStretch(1)
        row.addWidget(self._button)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What the toast says."""
        return self._text

    def show_toast(
        self,
        text: str,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        key: str = "Ctrl+Z",
        tone: Tone = "",
        icon: str = "",
        milliseconds: int = TOAST_MS,
    ) -> None:
        """Say what was done; `action` with its `key` (most often Undo) is offered beside it."""
        self._text, self._tone, self._on_action = text, tone, on_action
        self._icon = icon or {"gave": "error", "warn": "warning"}.get(tone, "check")
        self._button.setText(action)
        self._button.key = key
        self._button.updateGeometry()
        self._button.setVisible(on_action is not None)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start(milliseconds)
        application = QApplication.instance()
        if on_action is not None and application is not None:
            application.installEventFilter(self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def hide_toast(self) -> None:
        """Take it away; what was done stays done."""
        self._on_action = None
        self._timer.stop()
        self.hide()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def stand_over(self, cover: QWidget | None, room: Callable[[], QRect] | None = None) -> None:
        """Stand over what covers the host, where it can be seen and pressed; None goes back to the host."""
        was_shown = not self.isHidden()
        self._host.removeEventFilter(self)
        self._host, self._room = self._home if cover is None else (cover, room or cover.rect)
        self._host.installEventFilter(self)
        self.setParent(self._host)
        if was_shown:
            self.place()
            self.show()
            self.raise_()

    def _on_button_clicked(self) -> None:
        action = self._on_action
        self.hide_toast()
        if isinstance(self._host, QDialog):
            # What is undone must not be printed after all.
            self._host.reject()
        if action is not None:
            action()

    def place(self) -> None:
        """Stand in the middle of the room there is now, at its foot."""
        m, room = active().metrics, self._room()
        words, rest = text_width(self._text, m.text), m.px(60)
        if self._on_action is not None:
            rest += self._button.sizeHint().width() + m.px(8)
        most = min(m.px(_WIDEST), room.width() - m.px(32))
        self._lines = _in_lines(self._text, m.text, most - rest)
        if len(self._lines) > 1:
            words = max(text_width(line, m.text) for line in self._lines)
        width = min(words + rest, most)
        height = m.px(44) + (len(self._lines) - 1) * m.line(m.text)
        self.setGeometry(
            room.left() + (room.width() - width) // 2,
            room.bottom() + 1 - height - m.px(44),
            width,
            height,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place; take the key unless a text field has typing to undo."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        elif (
            self._on_action is not None
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and self._button.key
            and QKeySequence(event.keyCombination()) == QKeySequence(pressed_for(self._button.key))
            and isinstance(watched, QWidget)
            and not _can_undo_typing(QApplication.focusWidget())
        ):
            if event.type() == QEvent.Type.KeyPress:
                self._on_button_clicked()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def enterEvent(self, event: object) -> None:
        """Wait while it is being read."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._timer.start(TOAST_MS // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dark sheet, the icon and the words."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        draw_box(painter, self.rect(), fill=c.toast, radius=m.px(8))
        painter.setPen(colour(c.toast_ink))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = m.px(18)
        box = self.rect().adjusted(m.px(16), 0, -m.px(16), 0)
        x = box.right() + 1 - size if rtl else box.left()
        draw_icon(painter, x, (self.height() - size) // 2, self._icon, c.toast_ink, size)
        shift = size + m.px(10)
        rest = self._button.sizeHint().width() + m.px(8) if self._on_action is not None else 0
        box = box.adjusted(rest if rtl else shift, 0, -shift if rtl else -rest, 0)
        step = m.line(m.text)
        top = (self.height() - step * len(self._lines)) // 2
        for number, line in enumerate(self._lines):
            place = QRect(box.left(), top + number * step, box.width(), step)
            draw_text(painter, place, line, pixels=m.text, ink=c.toast_ink, rtl=rtl)


def _in_lines(text: str, pixels: int, room: int) -> list[str]:
    """Break a sentence into at most two lines; what the second cannot hold is shortened when it is drawn."""
    if text_width(text, pixels) <= room:
        return [text]
    words = text.split(" ")
    fitting = 1
    while fitting < len(words) and text_width(" ".join(words[: fitting + 1]), pixels) <= room:
        fitting += 1
    return [line for line in (" ".join(words[:fitting]), " ".join(words[fitting:])) if line]


def _can_undo_typing(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return False
