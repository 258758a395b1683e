"""One version of what stands against another: who wrote it, where and when, what it says, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button, ButtonKind
from khata_desktop.ui.widgets.chips import Badge
from khata_desktop.ui.widgets.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAction:
    """What can be done with a version: words, and the key that does it from anywhere on the page."""

    words: str
    run: Callable[[], None]
    kind: ButtonKind = "secondary"
    icon: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContent:
    """A version in words.

    Attributes:
        device, when: where it was written, by whom and when.
        badge: one word on how it stands, "" for none.
        figure: what matters most of it, largest.
        lines: the rest of it.
        choice: what is decided about it here; ``opens`` leads to it.
    """

    device: str
    when: str
    figure: str
    badge: str = ""
    lines: tuple[str, ...] = ()
    choice: CardAction | None = None
    opens: CardAction | None = None


class VersionCard(QFrame):
    """A sheet that shows a version.

    Attributes:
        choice: the button that decides about it, None where there is nothing to decide.
    """

    def __init__(self, content: CardContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(", ".join((content.device, content.when, content.figure, *content.lines)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(content.device, bold=True))
        badge = Badge(tone="accent")
        head.addWidget(badge)
        head.addStretch(1)
        # Cards with and without badge or button keep their lines beside each other.
        head.addStrut(active().metrics.control)
        if content.opens is not None:
            head.addWidget(_button(content.opens))
        column.addLayout(head)
        # Only now: a widget shown before it has a parent is a window, and takes the focus.
        badge.set_content(content.badge, tone="accent")
        column.addWidget(Label(content.when, size="small", tone="muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(Label(content.figure, size="title", bold=True))
        for line in content.lines:
            column.addWidget(Label(line, wrap=True, tone="muted"))
        column.addStretch(1)
        column.addSpacing(12)
        self.choice = _button(content.choice) if content.choice is not None else None
        if self.choice is not None:
            column.addWidget(self.choice)


def _button(action: CardAction) -> Button:
    button = Button(action.words, kind=action.kind, icon=action.icon, shortcut=action.shortcut)
    button.clicked.connect(lambda _checked: action.run())
    return button
