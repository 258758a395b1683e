"""A sheet of the first page: its head, and what it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import SIDE as BUTTON_SIDE
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.row_list import SIDE as ROW_SIDE

_SIDE: Final = 8


class Panel(QFrame):
    """A sheet with a title, a way to the whole list, and what it holds; a sentence while that is nothing."""

    def __init__(self, content: QWidget, on_all: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._title = Label("", bold=True)
        self._facts = Label("", tone="muted", end=True)
        self._all = Button("", kind="ghost")
        self._all.setVisible(False)
        if on_all is not None:
            self._all.clicked.connect(on_all)
        self._nothing = Label("", tone="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self._nothing)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self._all)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._stack, 1)
        self._stack.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._head = head
        self._align()

    def _align(self) -> None:
        """Stand the head's words over those of the rows; a layout does not mirror its margins itself."""
        m = active().metrics
        start = _SIDE + m.px(ROW_SIDE)
        end = start - m.px(BUTTON_SIDE) if self._all.label else start
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._head.setContentsMargins(end if rtl else start, 0, start if rtl else end, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes and direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._align()

    def set_words(self, title: str, nothing: str, all_words: str = "") -> None:
        """Say what it holds, what it says while that is nothing, and what leads to all of it."""
        self._title.setText(title)
        self._nothing.setText(nothing)
        self._all.set_label(all_words)
        self._all.setVisible(bool(all_words))
        # Panels with and without a button have their titles on one line.
        self._title.setMinimumHeight(active().metrics.control)
        self._align()

    def set_facts(self, facts: str) -> None:
        """Say the sum of it, at the end of the head."""
        self._facts.setText(facts)

    def set_empty(self, empty: bool) -> None:
        """Show the sentence in place of the content."""
        self._stack.setCurrentIndex(1 if empty else 0)
