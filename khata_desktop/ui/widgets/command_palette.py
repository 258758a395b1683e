"""Ctrl+K: find anything, do anything. Commands, parties, items, vouchers in one list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.filter_row import SearchEdit
from khata_desktop.ui.widgets.overlay import Overlay
from khata_desktop.ui.widgets.row_list import ListRow, RowList


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteItem:
    """Something to go to or to do; `run` is called after the palette closed."""

    title: str
    run: Callable[[], None]
    detail: str = ""
    figure: str = ""
    icon: str = ""
    key: str = ""
    tone: Tone = ""


Find = Callable[[str, Callable[[Sequence[PaletteItem]], None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteProvider:
    """One section of the palette.

    `find(text, deliver)` returns at once; `deliver(items)` may come later, on any thread. An empty text
    asks for what is usually wanted (recent things). `title` is asked for at each opening, translated.
    """

    title: Callable[[], str]
    find: Find
    limit: int = 6


class CommandPalette(Overlay):
    """The palette. Type, move with the arrows, Enter does it, Esc closes."""

    _arrived = Signal(int, int, object)

    def __init__(self, host: QWidget, providers: Sequence[PaletteProvider] = ()) -> None:
        super().__init__(host)
        self._providers = list(providers)
        self._token = 0
        self._answers: dict[int, list[PaletteItem]] = {}
        self._field = SearchEdit()
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self._on_field_edited)
        self._list = RowList()
        self._list.setProperty("inner", True)
        self._list.row_clicked.connect(self._on_list_row_clicked)
        self._timer = QTimer(self, singleShot=True, interval=80)
        self._timer.timeout.connect(self._ask)
        self._arrived.connect(self._on_arrived)
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self._field)
        box.addWidget(self._list, 1)

    def set_providers(self, providers: Sequence[PaletteProvider]) -> None:
        """Ask these from now on, in this order of sections."""
        self._providers = list(providers)

    def open_palette(self, text: str = "") -> None:
        """Open, with the usual things listed."""
        self._field.set_placeholder(self.tr("Find a party, item, voucher or command"))
        self._field.setText(text)
        self._list.set_rows([])
        self.open_overlay()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask()

    def titles(self) -> list[str]:
        """Return the titles of what is listed, in order, without section titles."""
        return [row.title for row in self._list.rows() if not row.section]

    def _on_field_edited(self, _text: str) -> None:
        self._token += 1
        self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        self._token += 1
        self._answers = {}
        token, text = self._token, self._field.text().strip()
        for number, provider in enumerate(self._providers):
            provider.find(text, partial(self._deliver, token, number))

    def _deliver(self, token: int, number: int, items: Sequence[PaletteItem]) -> None:
        # By signal, so that it may be called on any thread.
        self._arrived.emit(token, number, list(items))

    def _on_arrived(self, token: int, number: int, items: list[PaletteItem]) -> None:
        if token != self._token or not self.is_open:
            return
        self._answers[number] = items
        marked = self._list.marked()
        rows: list[ListRow] = []
        for place, provider in enumerate(self._providers):
            found = self._answers.get(place, [])[: provider.limit]
            if found:
                rows.append(ListRow(title=provider.title(), section=True))
                rows += [_row(item) for item in found]
        if not rows and len(self._answers) == len(self._providers):
            rows = [ListRow(title=self.tr("Nothing found"), enabled=False)]
        self._list.set_rows(rows)
        # A later section must not move the mark from what the user is about to take.
        if marked is not None:
            choices = [row for row in rows if row.enabled and not row.section]
            if marked in choices:
                self._list.move_mark(choices.index(marked))
        self.place_panel()

    def _on_list_row_clicked(self, row: ListRow) -> None:
        item = row.data
        if isinstance(item, PaletteItem):
            self.close_overlay()
            item.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the field's arrows and Enter to the list."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._list.move_mark(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                marked = self._list.marked()
                if marked is not None:
                    self._on_list_row_clicked(marked)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def place_panel(self) -> None:
        """Stand in the upper middle, as tall as what was found."""
        m = active().metrics
        width = min(m.px(640), self.width() - m.px(32))
        wanted = self._list.wanted_height(14) + self._field.sizeHint().height() + m.px(40)
        top = min(m.px(72), self.height() // 8)
        height = min(wanted, self.height() - top - m.px(24))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)


def _row(item: PaletteItem) -> ListRow:
    return ListRow(
        title=item.title,
        detail=item.detail,
        figure=item.figure,
        icon=item.icon,
        key=item.key,
        tone=item.tone,
        data=item,
    )
