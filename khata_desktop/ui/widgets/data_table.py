"""The table of every list: rows on the grid, figures under their heading, keys, empty and loading."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from khata_desktop.ui.models.table_model import RowModel
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from khata_desktop.ui.theme.tokens import SKELETON_AFTER_MS
from khata_desktop.ui.widgets.empty_state import EmptyState
from khata_desktop.ui.widgets.table_parts import RowPainter, TableHeader, fitting_widths

_ISOLATES = dict.fromkeys([0x2066, 0x2067, 0x2068, 0x2069])


class DataTable(QTableView):
    """A table view for `TableModel` and `PagedTableModel`.

    Enter or a double click on a row activates it, Ctrl+C copies the chosen rows as tab-separated text,
    a click on a heading sorts. After the rows are replaced, the same row is current at the same place.
    The table draws its rows itself; a delegate may be set for editing, not for looks.

    Signals:
        row_activated: the row object.
        row_changed: the row object now current, or None.
        menu_requested: (row object, global position) right click or the menu key.
        widths_changed: () the user dragged a column; keep `widths()`.
    """

    row_activated = Signal(object)
    row_changed = Signal(object)
    menu_requested = Signal(object, object)
    widths_changed = Signal()

    def __init__(
        self, model: RowModel | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("data", True)
        self.setAccessibleName(name)
        self.hover_row = -1
        self._identity: Callable[[Any], Any] = _same
        self._kept: tuple[Any, int, int] = (None, -1, 0)
        self._question: object = None
        self._from_top = False
        self._own_widths: dict[str, int] = {}
        self._dressing = False
        self._skeleton = False
        self._busy = False
        self._compact: bool | None = None
        self._skeleton_timer = QTimer(self, singleShot=True, interval=SKELETON_AFTER_MS)
        self._skeleton_timer.timeout.connect(self._on_skeleton_timeout)
        self._empty = EmptyState(parent=self.viewport())
        self._empty.hide()
        self.setHorizontalHeader(TableHeader(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sectionResized.connect(self._on_header_section_resized)
        self._dress()
        if model is not None:
            self.setModel(model)

    # --- model ---------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; its columns decide widths and looks."""
        old = self.model()
        if isinstance(old, RowModel):
            old.modelAboutToBeReset.disconnect(self._on_model_about_to_be_reset)
            old.modelReset.disconnect(self._on_model_reset)
        super().setModel(model)
        if isinstance(model, RowModel):
            model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
            model.modelReset.connect(self._on_model_reset)
            self._lay_columns()
        self._show_state()

    def _any_model(self) -> QAbstractItemModel | None:
        # PySide's stub says a view always has a model; before the first one it has not.
        return self.model()

    def rows_model(self) -> RowModel:
        """Return the model. Raises TypeError while none is set."""
        model = self.model()
        if not isinstance(model, RowModel):
            raise TypeError("the table has no row model yet")
        return model

    def set_identity(self, identity: Callable[[Any], Any]) -> None:
        """Say what makes two rows the same (e.g. `lambda row: row.party_id`) when rows are replaced."""
        self._identity = identity

    def current_row(self) -> Any:
        """Return the row object that is current, None where there is none."""
        index = self.currentIndex()
        return self.rows_model().row_at(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Any]:
        """Return the chosen row objects from top to bottom, leaving out those not yet fetched."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.rows_model().row_at(number) for number in numbers)
        return [row for row in rows if row is not None]

    def select_row(self, number: int) -> None:
        """Make a row current and bring it into view."""
        model = self._any_model()
        if model is None or not 0 <= number < model.rowCount():
            return
        self.setCurrentIndex(model.index(number, 0))
        self.scrollTo(model.index(number, 0))

    # --- state ---------------------------------------------------------------------------------------

    def set_empty(
        self, sentence: str, button: str = "", on_click: Callable[[], None] | None = None, *, icon: str = ""
    ) -> None:
        """Say what stands here while there are no rows: one sentence and at most one button."""
        self._empty.set_content(sentence, button, on_click, icon=icon)
        self._show_state()

    def set_busy(self, busy: bool) -> None:
        """Tell that rows are being fetched: skeleton rows after 150 ms where there are none yet."""
        self._busy = busy
        if busy and not self._has_rows():
            self._skeleton_timer.start()
        else:
            self._skeleton_timer.stop()
            self._skeleton = False
        self._show_state()

    def set_compact(self, compact: bool | None) -> None:
        """Use 26 px rows (True), 34 px rows (False), or what the user chose (None)."""
        self._compact = compact
        self._dress()

    def _has_rows(self) -> bool:
        model = self._any_model()
        return model is not None and model.rowCount() > 0

    def _show_state(self) -> None:
        show = not self._has_rows() and not self._busy and self._empty.has_content
        self._empty.setVisible(show)
        if show:
            self._empty.setGeometry(self.viewport().rect())
        self.viewport().update()

    def _on_skeleton_timeout(self) -> None:
        self._skeleton = self._busy and not self._has_rows()
        self.viewport().update()

    # --- widths --------------------------------------------------------------------------------------

    def widths(self) -> dict[str, int]:
        """Return the widths the user chose, in pixels at 100 %, by column key."""
        return dict(self._own_widths)

    def restore_widths(self, widths: Mapping[str, int]) -> None:
        """Use widths kept from an earlier day; unknown columns are ignored."""
        self._own_widths = {key: int(width) for key, width in widths.items() if 24 <= int(width) <= 2000}
        self._lay_columns()

    def _lay_columns(self) -> None:
        """Give every column its width and the stretching one the rest.

        Where that does not fit, the others give way down to their heading, before anything scrolls.
        """
        model = self.model()
        if not isinstance(model, RowModel) or self._dressing:
            return
        self._dressing = True
        header = self.horizontalHeader()
        widths = fitting_widths(model.columns, self._own_widths, self.viewport().width())
        for section, width in enumerate(widths):
            header.resizeSection(section, width)
        self._dressing = False

    def _on_header_section_resized(self, section: int, _old: int, new: int) -> None:
        model = self.model()
        if self._dressing or not isinstance(model, RowModel) or section >= len(model.columns):
            return
        column = model.columns[section]
        if not column.stretch:
            self._own_widths[column.key] = round(new / active().metrics.scale)
            self._lay_columns()
            self.widths_changed.emit()

    # --- events --------------------------------------------------------------------------------------

    def _dress(self) -> None:
        theme = active()
        compact = theme.compact if self._compact is None else self._compact
        height = theme.metrics.row_compact if compact else theme.metrics.row
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMinimumSectionSize(theme.metrics.px(40))
        self._lay_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates, Ctrl+C copies, Home and End go to the first and last row."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._activate(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            model = self.model()
            self.select_row(0 if event.key() == Qt.Key.Key_Home else (model.rowCount() if model else 0) - 1)
        elif event.text().isprintable() and event.text() and not event.modifiers():
            # Letters belong to the page (its search field, a scanner); keyboard search would eat them.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard: headings, then tab-separated texts."""
        model = self.rows_model()
        lines = ["\t".join(column.heading for column in model.columns)]
        for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row):
            found = model.rendered(index.row())
            if found is not None:
                lines.append("\t".join(text.replace("\t", " ").translate(_ISOLATES) for text in found.texts))
        if len(lines) > 1:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Activate the row under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate(self.indexAt(event.position().toPoint()))
        super().mouseDoubleClickEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        row = self.rows_model().row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.row_activated.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the page the row under the pointer, or the current one for the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows_model().row_at(index.row()) if index.isValid() else None
        if row is not None:
            place = event.globalPos()
            if not by_mouse:
                place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(row, place)

    def currentChanged(self, current: QModelIndex | Any, previous: QModelIndex | Any) -> None:
        """Tell the page which row is current."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit(self.rows_model().row_at(current.row()) if current.isValid() else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer by whole rows."""
        super().mouseMoveEvent(event)
        self._set_hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        super().leaveEvent(event)
        self._set_hover(-1)

    def _set_hover(self, row: int) -> None:
        if row == self.hover_row:
            return
        before, self.hover_row = self.hover_row, row
        model = self._any_model()
        for number in (before, row):
            if model is not None and 0 <= number < model.rowCount():
                top, height = self.rowViewportPosition(number), self.rowHeight(number)
                self.viewport().update(QRect(0, top, self.viewport().width(), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty sentence in the middle."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self._lay_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view, or skeleton rows while the first ones are on their way."""
        model = self.model()
        if not isinstance(model, RowModel):
            super().paintEvent(event)
            return
        rows = RowPainter(QPainter(self.viewport()), self, model.columns)
        height = self.verticalHeader().defaultSectionSize()
        if not model.rowCount():
            shown = range(min(12, self.viewport().height() // height)) if self._skeleton else range(0)
            for number in shown:
                rows.paint_placeholder(number, number * height)
            return
        last = self.rowAt(event.rect().bottom())
        last = model.rowCount() - 1 if last < 0 else last
        for number in range(max(self.rowAt(event.rect().top()), 0), last + 1):
            top = self.rowViewportPosition(number)
            rows.paint_ground(number, top, hovered=number == self.hover_row)
            found = model.rendered(number)
            if found is None:
                rows.paint_placeholder(number, top)
            else:
                rows.paint_row(found, top)

    def sizeHintForColumn(self, column: int) -> int:
        """Return the width the rows in view want, for a double click on a column's edge."""
        model = self.model()
        if not isinstance(model, RowModel):
            return super().sizeHintForColumn(column)
        metrics = active().metrics
        first, last = max(self.rowAt(0), 0), self.rowAt(self.viewport().height())
        last = model.rowCount() - 1 if last < 0 else last
        found = (model.rendered(number) for number in range(first, last + 1))
        texts = (f"{row.texts[column]} {row.details[column]}" for row in found if row is not None)
        return max((text_width(text, metrics.text) for text in texts), default=0) + metrics.px(44)

    # --- replacing rows without a jump ---------------------------------------------------------------

    def is_new_question(self, question: object) -> bool:
        """Note what the rows that come next answer (the filter); return whether that is another question.

        The same one asked again after a change leaves the list where it stands; another begins at its top.
        """
        before, self._question = self._question, question
        if before == question:
            return False
        self._from_top = True
        return True

    def _on_model_about_to_be_reset(self) -> None:
        row = self.current_row()
        identity = self._identity(row) if row is not None else None
        self._kept = (identity, self.currentIndex().row(), self.verticalScrollBar().value())

    def _on_model_reset(self) -> None:
        self._lay_columns()
        if self._has_rows():
            self._skeleton = False
            self._skeleton_timer.stop()
        self._show_state()
        identity, number, scroll = self._kept
        from_top, self._from_top = self._from_top, False
        if from_top:
            self.scrollToTop()
            return
        if identity is None or not self._has_rows():
            return
        model = self.rows_model()
        count = model.rowCount()
        # Only a short list is searched: asking every row of a paged one would fetch it whole.
        near = range(count) if count <= 2000 else range(max(0, number - 2), min(count, number + 3))
        found = next(
            (n for n in near if (row := model.row_at(n)) is not None and self._identity(row) == identity),
            None,
        )
        if found is None:
            found = min(number, count - 1)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(model.index(found, 0), flags.ClearAndSelect | flags.Rows)
        self.verticalScrollBar().setValue(scroll)


def _same(row: Any) -> Any:
    return row
