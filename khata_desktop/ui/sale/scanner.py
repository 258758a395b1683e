"""A barcode scanner types like a keyboard, only faster. Wherever the cursor is, a scan is an item.

What it typed elsewhere before its Enter told that it was a scan is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from khata_desktop.ui.background import is_gone
from khata_desktop.ui.sale.bill import Draft
from khata_desktop.ui.widgets.overlay import Overlay

#: Between two keys of a scanner lie a few milliseconds, between two of the fastest fingers fifty.
_GAP_MS: Final = 30
_LEAST: Final = 6
_CODE = re.compile(r"[0-9A-Za-z \-./$+%_]")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How things were before the first key of a scan: the cursor's place, what stood there, and the bill."""

    focus: QWidget | None
    text: str
    bill: Draft


class ScanCatcher(QObject):
    """Listens to the keys of whatever window has them, while the counter is in view."""

    def __init__(
        self, page: QWidget, bill: Callable[[], Draft], taken: Callable[[str, Before], bool]
    ) -> None:
        """`bill` is the one in view; `taken` takes a code, and returns False for one to be typed as it is."""
        super().__init__(page)
        self._page = page
        self._bill = bill
        self._taken = taken
        self._code = ""
        self._last = 0.0
        self._before: Before | None = None
        self._listening = False

    def listen(self, listening: bool) -> None:
        """Begin or end to listen."""
        application = QGuiApplication.instance()
        if listening == self._listening or not isinstance(application, QGuiApplication):
            return
        self._listening = listening
        if listening:
            application.focusWindowChanged.connect(self._on_focus_window_changed)
            self._on_focus_window_changed(QGuiApplication.focusWindow())
        else:
            application.focusWindowChanged.disconnect(self._on_focus_window_changed)
            for window in QGuiApplication.topLevelWindows():
                if not is_gone(window):
                    window.removeEventFilter(self)

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        # None is kept: PySide gives up what stands for a window while the window is still there. Those that
        # had the focus before get no keys, and listening to one twice is listening once.
        self._code = ""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each key on its way to the widget that has the focus; keep the Enter of a scan from it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_end_of_scan(event)
        return False

    def _is_end_of_scan(self, event: QKeyEvent) -> bool:
        if event.key() in _PASSING:
            return False
        now = float(event.timestamp()) or monotonic() * 1000
        quick, self._last = now - self._last <= _GAP_MS, now
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and not event.isAutoRepeat() and _CODE.fullmatch(event.text()):
            if not quick or not self._code:
                self._code = ""
                self._before = self._now()
            self._code += event.text()
            return False
        code, self._code = self._code, ""
        before, self._before = self._before, None
        if before is None or not (plain and quick and event.key() in _ENTER and _is_code(code)):
            return False
        return self._end_scan(code, before)

    def _now(self) -> Before:
        focus = QApplication.focusWidget()
        text = focus.text() if isinstance(focus, QLineEdit) else ""
        return Before(focus=focus, text=text, bill=self._bill())

    def _end_scan(self, code: str, before: Before) -> bool:
        focus = None if is_gone(before.focus) else before.focus
        if QApplication.activeWindow() is self._page.window() and not _is_over(focus):
            return self._taken(code, before)
        # Over the counter lies a form or a warning. What is typed into it is its own; but the Enter of a
        # scan presses no button.
        return not isinstance(focus, (QLineEdit, QPlainTextEdit, QTextEdit))


def _is_code(text: str) -> bool:
    return len(text) >= _LEAST and any(letter.isdigit() for letter in text)


def _is_over(widget: QWidget | None) -> bool:
    """Whether a widget stands in something that lies over the pages."""
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget is not None
