"""A short list of painted rows: the popup of a search field, the command palette, the key sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khata_desktop.ui.models.table_model import NO_PARENT
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import END, RIGHT, START, draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS, Tone
from khata_desktop.ui.widgets.button import key_text

SIDE: Final = 10
_SHOWN_AT_MOST: Final = 9
_ROLE_ROW = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row: a section title (`section=True`), or something to choose.

    `tone` colours the figure, or the title where there is no figure.
    """

    title: str
    detail: str = ""
    figure: str = ""
    icon: str = ""
    key: str = ""
    tone: Tone = ""
    section: bool = False
    enabled: bool = True
    data: Any = field(default=None, compare=False)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ListRow] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _DISPLAY:
            return ", ".join(part for part in (row.title, row.detail, row.figure) if part)
        return row if role == _ROLE_ROW else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        if row.section or not row.enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, active().metrics.px(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = active()
        c, metrics = theme.colours, theme.metrics
        row: ListRow = index.data(_ROLE_ROW)
        view = self.parent()
        assert isinstance(view, RowList)
        rect: QRect = option.rect
        rtl = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = rect.adjusted(metrics.px(SIDE), 0, -metrics.px(SIDE), 0)
        if row.section:
            draw_text(painter, box, row.title, pixels=metrics.tiny, ink=c.muted, bold=True, rtl=rtl)
            return
        if view.currentIndex() == index:
            draw_box(painter, rect.adjusted(1, 1, -1, -1), fill=c.select, radius=RADIUS - 1)
        plain = row.tone if not row.figure else ""
        ink = c.tone(plain) if row.enabled else c.muted
        if row.icon:
            size = metrics.px(16)
            x = box.right() + 1 - size if rtl else box.left()
            draw_icon(
                painter, x, box.top() + (box.height() - size) // 2, row.icon, ink if plain else c.muted, size
            )
            box = _cut(box, size + metrics.px(8), rtl)
        if row.key:
            key = key_text(row.key)
            draw_text(painter, box, key, pixels=metrics.tiny, ink=c.muted, align=END, rtl=rtl)
            box = _cut(box, text_width(key, metrics.tiny) + metrics.px(12), not rtl)
        if row.figure:
            box = self._paint_figure(painter, box, row, min(view.figures_width, box.width() // 2), rtl)
        used = draw_text(painter, box, row.title, pixels=metrics.text, ink=ink, align=START, rtl=rtl)
        if row.detail and box.width() - used > metrics.px(48):
            rest = _cut(box, int(used) + metrics.px(10), rtl)
            draw_text(painter, rest, row.detail, pixels=metrics.text, ink=c.muted, align=START, rtl=rtl)

    def _paint_figure(self, painter: QPainter, box: QRect, row: ListRow, column: int, rtl: bool) -> QRect:
        """Draw the figure under those of the other rows, with its arrow; return what is left of the box."""
        c, metrics = active().colours, active().metrics
        place = QRect(box.left() if rtl else box.right() + 1 - column, box.top(), column, box.height())
        ink = c.tone(row.tone)
        width = draw_text(painter, place, row.figure, pixels=metrics.text, ink=ink, align=RIGHT)
        arrow = {"gave": "arrow-up", "got": "arrow-down"}.get(row.tone)
        size = metrics.px(13)
        if arrow:
            x = place.right() - width - size - 2
            draw_icon(painter, round(x), box.top() + (box.height() - size) // 2, arrow, ink, size)
        return _cut(box, column + metrics.px(12), not rtl)


def _cut(box: QRect, width: int, at_right: bool) -> QRect:
    return box.adjusted(0, 0, -width, 0) if at_right else box.adjusted(width, 0, 0, 0)


class RowList(QListView):
    """The list. It never takes the focus: the field above moves its mark.

    Signals:
        row_clicked: the ListRow clicked.
    """

    row_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.figures_width = 0
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("popup", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def rows(self) -> list[ListRow]:
        """Return the rows."""
        return list(self._rows.rows)

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows and mark the first that can be chosen."""
        self._rows.set_rows(rows)
        m = active().metrics
        widest = max((text_width(row.figure, m.text) for row in rows if row.figure), default=0)
        # Where no row has an arrow, none is left room for: it would push the figures off the edge in Urdu.
        arrows = any(row.figure and row.tone in ("gave", "got") for row in rows)
        self.figures_width = widest + (m.px(18) if arrows else 0)
        for number, row in enumerate(rows):
            if row.enabled and not row.section:
                self.setCurrentIndex(self._rows.index(number))
                break
        self.scrollToTop()

    def marked(self) -> ListRow | None:
        """Return the row marked, None where none can be."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        row = self._rows.rows[index.row()]
        return row if row.enabled and not row.section else None

    def move_mark(self, step: int) -> None:
        """Move the mark by so many rows, over titles, stopping at the ends."""
        rows = self._rows.rows
        choices = [number for number, row in enumerate(rows) if row.enabled and not row.section]
        if not choices:
            return
        index = self.currentIndex().row()
        place = choices.index(index) if index in choices else -1
        place = max(0, min(place + step, len(choices) - 1))
        self.setCurrentIndex(self._rows.index(choices[place]))
        self.scrollTo(self._rows.index(choices[place]))
        if place == 0:
            self.scrollToTop()
        self.viewport().update()

    def wanted_height(self, at_most: int = _SHOWN_AT_MOST) -> int:
        """Return the height that shows all rows, up to `at_most` of them."""
        return min(len(self._rows.rows), at_most) * active().metrics.px(32) + 10

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press: the field below keeps the focus."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.row_clicked.emit(self._rows.rows[index.row()])
