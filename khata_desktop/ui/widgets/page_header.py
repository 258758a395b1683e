"""The head of a page: title and its facts at the reading start, at most three actions at the end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.chips import Badge
from khata_desktop.ui.widgets.label import Label


class PageHeader(QWidget):
    """Title, one line of facts, actions; with `on_back`, a way back before the title.

    With `keeps_line` the line of facts has its room even while it is empty: nothing below jumps when the
    facts arrive.
    """

    def __init__(
        self,
        title: str = "",
        facts: str = "",
        actions: Sequence[Button] = (),
        *,
        on_back: Callable[[], None] | None = None,
        keeps_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, size="title", bold=True)
        self.facts = Label(facts, tone="muted")
        self.badge = Badge()
        self.badge.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if on_back is not None:
            back = IconButton("arrow-back", self.tr("Back (Esc)"))
            back.clicked.connect(on_back)
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        self._keeps_line = keeps_line
        self.facts.setVisible(keeps_line or bool(facts))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)
        self.set_actions(actions)

    def set_title(self, title: str, facts: str = "") -> None:
        """Change title and facts."""
        self.title.setText(title)
        self.facts.setText(facts)
        self.facts.setVisible(self._keeps_line or bool(facts))

    def set_actions(self, actions: Sequence[Button]) -> None:
        """Replace the actions: at most three, the most used last, at the reading end."""
        while self._actions.count():
            item = self._actions.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in actions:
                widget.deleteLater()
        for action in actions:
            self._actions.addWidget(action)
