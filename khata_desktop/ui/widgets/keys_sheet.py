"""F1: every key in one list that can be searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import key_text
from khata_desktop.ui.widgets.filter_row import SearchEdit
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.overlay import Overlay
from khata_desktop.ui.widgets.row_list import ListRow, RowList


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyBinding:
    """A key and what it does, both as shown; `section` groups them."""

    section: str
    words: str
    key: str


class KeysSheet(Overlay):
    """The sheet of keys."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._bindings: list[KeyBinding] = []
        self._title = Label("", size="lead", bold=True)
        self._field = SearchEdit()
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._filter)
        self._list = RowList()
        self._list.setProperty("inner", True)
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._field)
        box.addWidget(self._list, 1)

    def show_keys(self, bindings: Sequence[KeyBinding]) -> None:
        """Open with these keys, in their sections' order."""
        self._bindings = list(bindings)
        self._title.setText(self.tr("Keys"))
        self._field.set_placeholder(self.tr("Find a key or what it does"))
        self._field.clear()
        self._filter("")
        self.open_overlay()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown(self) -> list[str]:
        """Return what the listed keys do."""
        return [row.title for row in self._list.rows() if not row.section and row.enabled]

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        rows: list[ListRow] = []
        section = None
        for binding in self._bindings:
            hay = f"{binding.words} {binding.key} {key_text(binding.key)}".casefold()
            if wanted and wanted not in hay:
                continue
            if binding.section != section:
                section = binding.section
                rows.append(ListRow(title=section, section=True))
            rows.append(ListRow(title=binding.words, key=binding.key))
        if not rows:
            rows = [ListRow(title=self.tr("Nothing found"), enabled=False)]
        self._list.set_rows(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the field's arrows to the list; Esc closes at once."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 10,
                Qt.Key.Key_PageUp: -10,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._list.move_mark(step)
                return True
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def place_panel(self) -> None:
        """Stand in the middle, most of the height."""
        m = active().metrics
        width = min(m.px(520), self.width() - m.px(32))
        head = self._title.sizeHint().height() + self._field.sizeHint().height()
        wanted = self._list.wanted_height(40) + head + m.px(56)
        height = min(wanted, m.px(680), self.height() - m.px(48))
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
