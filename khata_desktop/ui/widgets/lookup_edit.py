"""A field that finds: type a name, phone, code or scan; choose from the list below with the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from khata_desktop.ui.background import is_gone
from khata_desktop.ui.key_map import is_pressed
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_icon
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.row_list import ListRow, RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupRow:
    """One thing found.

    Attributes:
        key: what identifies it (a PartyId, an ItemId).
        title: its name.
        detail: phone, code, stock: muted, beside the name.
        figure: an amount at the far end.
        tone: tone of the figure.
        data: anything the page wants back.
    """

    key: Any
    title: str
    detail: str = ""
    figure: str = ""
    tone: Tone = ""
    data: Any = field(default=None, compare=False)


Search = Callable[[str, Callable[[Sequence[LookupRow]], None]], None]


class LookupEdit(QLineEdit):
    """Search field with a list.

    `search(text, deliver)` starts a search and returns at once; `deliver(rows)` may be called later, on
    any thread. Answers to older text are dropped. Down or typing opens the list; Enter or Tab takes the
    marked row and goes on; Esc closes the list, then leaves. Enter in a field already settled goes on.

    Signals:
        chosen: the LookupRow taken, or None when the field was emptied.
        taken: after `chosen`, a row was taken with Enter or the mouse; whoever holds the field moves the
            cursor on. (Tab does that by itself.)
        create_requested: the text to make a new record of (Alt+C, or the last row of the list).
        text_entered: Enter on a text that nothing matches (a scanned code), where `free_text` is set.
    """

    chosen = Signal(object)
    taken = Signal()
    create_requested = Signal(str)
    text_entered = Signal(str)
    _arrived = Signal(int, object)

    def __init__(
        self,
        search: Search,
        *,
        placeholder: str = "",
        create_label: str = "",
        icon: str = "search",
        free_text: bool = False,
        keep_text: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`create_label` with {text} in it offers a row for making a new record.

        `keep_text=False` empties the field after a choice, as the item field of a bill does.
        """
        super().__init__(parent)
        self._search = search
        self._create_label = create_label
        self._icon = icon
        self._free_text = free_text
        self._keep_text = keep_text
        self._current: LookupRow | None = None
        self._token = 0
        self._answered = 0
        self._pending_enter = False
        self._held_keys: list[QKeyEvent] = []
        # A child until it is shown over the window: one that never is goes with its field all the same.
        self._list = RowList(self)
        self._list.hide()
        self._list.row_clicked.connect(self._on_list_row_clicked)
        self._timer = QTimer(self, singleShot=True, interval=60)
        self._timer.timeout.connect(self._start_search)
        self._arrived.connect(self._on_arrived)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._on_text_edited)
        self._dress()

    # --- value ---------------------------------------------------------------------------------------

    @property
    def current(self) -> LookupRow | None:
        """The row chosen, None while there is none."""
        return self._current

    def set_current(self, row: LookupRow | None) -> None:
        """Choose a row from the program; `chosen` is not emitted."""
        self._current = row
        self.setText(row.title if row is not None else "")
        self.setCursorPosition(0)
        self.close_list()

    def set_create_label(self, text: str) -> None:
        """Change the words of the row that makes a new record; {text} stands for what was typed."""
        self._create_label = text

    @property
    def list_is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list.isVisible()

    def rows(self) -> list[LookupRow]:
        """Return the rows in the list."""
        return [row.data for row in self._list.rows() if isinstance(row.data, LookupRow)]

    # --- searching -----------------------------------------------------------------------------------

    def _on_text_edited(self, text: str) -> None:
        if self._current is not None:
            self._current = None
            self.chosen.emit(None)
        self._token += 1
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.close_list()

    def open_list(self) -> None:
        """Search for what stands in the field now and show the list (all, when it is empty)."""
        self._token += 1
        self._start_search()

    def _start_search(self) -> None:
        token = self._token
        text = "" if self._current is not None else self.text().strip()
        self._timer.stop()
        self._search(text, lambda rows: self._answer(token, rows))

    def _answer(self, token: int, rows: Sequence[LookupRow]) -> None:
        # A form that was left is gone by the time a busy computer answers.
        if not is_gone(self):
            self._arrived.emit(token, list(rows))

    def _on_arrived(self, token: int, rows: list[LookupRow]) -> None:
        # Keys may come while no window counts as active, as after a dialog where nothing manages windows: an
        # Enter pressed here is answered, or the field would hold back every key from then on.
        if token != self._token or not (self.hasFocus() or self._pending_enter):
            return
        self._answered = token
        held, self._held_keys = self._held_keys, []
        pending, self._pending_enter = self._pending_enter, False
        if pending and rows:
            # Enter came faster than the answer, as a scanner's does: the first row is what was meant.
            self._take(rows[0])
            self.taken.emit()
        elif pending and self._free_text:
            self._enter_text()
        else:
            self._show_found(rows)
        for event in held:
            QApplication.sendEvent(QApplication.focusWidget() or self, event)

    def _show_found(self, rows: list[LookupRow]) -> None:
        shown = [
            ListRow(title=row.title, detail=row.detail, figure=row.figure, tone=row.tone, data=row)
            for row in rows
        ]
        text = self.text().strip()
        if self._create_label and text and self._current is None:
            words = self._create_label.format(text=text)
            shown.append(ListRow(title=words, icon="plus", key="Alt+C", tone="accent"))
        self._list.set_rows(shown or [ListRow(title=self.tr("Nothing found"), enabled=False)])
        self._place_list()

    def _enter_text(self) -> None:
        text = self.text().strip()
        self.close_list()
        if not self._keep_text:
            # Not clear(), which Ctrl+Z could undo: it should undo what was saved instead.
            self.setText("")
        self.text_entered.emit(text)

    def _take(self, row: LookupRow) -> None:
        self._token += 1
        self._timer.stop()
        if self._keep_text:
            self.set_current(row)
        else:
            self.close_list()
            self.setText("")
        self.chosen.emit(row)

    def _on_list_row_clicked(self, row: ListRow) -> None:
        if isinstance(row.data, LookupRow):
            self._take(row.data)
            self.taken.emit()
        elif row.enabled:
            self._create()

    def _create(self) -> None:
        text = self.text().strip()
        self.close_list()
        self.create_requested.emit(text)

    # --- the list ------------------------------------------------------------------------------------

    def close_list(self) -> None:
        """Hide the list."""
        self._list.hide()

    def _place_list(self) -> None:
        window = self.window()
        if self._list.parent() is not window:
            self._list.setParent(window)
            self.destroyed.connect(self._list.deleteLater)
            window.installEventFilter(self)
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        above = self.mapTo(window, QPoint(0, -4))
        wanted = self._list.wanted_height()
        room_below, room_above = window.height() - below.y() - 8, above.y() - 8
        width = min(max(self.width(), active().metrics.px(320)), window.width() - 16)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = below.x() + self.width() - width if rtl else below.x()
        x = max(8, min(x, window.width() - width - 8))
        if wanted <= room_below or room_below >= room_above:
            self._list.setGeometry(x, below.y(), width, min(wanted, room_below))
        else:
            height = min(wanted, room_above)
            self._list.setGeometry(x, above.y() - height, width, height)
        self._list.show()
        self._list.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when its window changes under it or is clicked elsewhere."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.close_list()
        return super().eventFilter(watched, event)

    # --- events --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Tab for the marked row, and Esc and Alt+C before the page does."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if event.key() == Qt.Key.Key_Escape and self.list_is_open:
                    event.accept()
                    return True
                if self._is_create(event):
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and self.list_is_open:
                marked = self._list.marked()
                if marked is not None and isinstance(marked.data, LookupRow) and self.text().strip():
                    self._take(marked.data)
        return super().event(event)

    def _is_create(self, event: QKeyEvent) -> bool:
        return bool(self._create_label) and is_pressed(event, "Alt+C")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter takes, Esc closes."""
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._pending_enter and key != Qt.Key.Key_Escape:
            # The amount after a name, the next scan after this one: they belong to the field after this.
            self._held_keys.append(event.clone())
        elif self._is_create(event):
            self._create()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            if self.list_is_open:
                self._list.move_mark(
                    {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(Qt.Key(key), -8)
                )
            else:
                self.open_list()
        elif key in _ENTER and not control:
            self._on_enter(event)
        elif key == Qt.Key.Key_Escape and self.list_is_open:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> None:
        text = self.text().strip()
        if text and self._current is None and self._answered != self._token:
            self._pending_enter = True
            self._start_search()
            return
        marked = self._list.marked() if self.list_is_open else None
        if marked is not None:
            self._on_list_row_clicked(marked)
        elif text and self._current is None and self._free_text:
            self._enter_text()
        elif text and self._current is None:
            self.open_list()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what stands there, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; a half-typed name stays to be gone on with."""
        super().focusOutEvent(event)
        self._pending_enter = False
        self._held_keys.clear()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_list()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the empty field shows what there is."""
        super().mouseReleaseEvent(event)
        if not self.text() and not self.list_is_open:
            self.open_list()

    def hideEvent(self, event: Any) -> None:
        """The list goes with its field."""
        self.close_list()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes and direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()

    def _dress(self) -> None:
        room = active().metrics.px(24) if self._icon else 0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if rtl else room, 0, room if rtl else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its icon."""
        super().paintEvent(event)
        if self._icon:
            metrics = active().metrics
            size = metrics.px(16)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = self.width() - metrics.px(10) - size if rtl else metrics.px(10)
            painter = QPainter(self)
            draw_icon(painter, x, (self.height() - size) // 2, self._icon, active().colours.muted, size)
