"""The lines of a bill: a table one types into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.formatting import TextStyle
from khata_desktop.ui.models.table_model import Column, Index, TableModel
from khata_desktop.ui.sale.bill import DraftLine
from khata_desktop.ui.sale.cell_note import CellNote
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.sum_edit import PriceEdit, QuantityEdit, SumEdit
from khata_desktop.ui.widgets.table_parts import CellDelegate

_EDITABLE = ("item", "quantity", "price", "discount")
_EDIT = int(Qt.ItemDataRole.EditRole)


class BillModel(TableModel):
    """The lines with their amounts, as (number, DraftLine, amount in minor units or None).

    Signals:
        line_edited: (line number from 0, field of DraftLine, new value) the user changed a cell.
    """

    line_edited = Signal(int, str, object)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these lines; while none comes or goes, an editor that is open stays so."""
        if not rows or len(rows) != len(self._rows):
            super().set_rows(rows)
            return
        self._rows = list(rows)
        self._forget()
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that are entered can be edited."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].key in _EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Tell the page; it answers with new rows. A figure that cannot be read comes as text."""
        fields = {
            "item": "description",
            "quantity": "quantity_typed" if isinstance(value, str) else "quantity_milli",
            "price": "price_typed" if isinstance(value, str) else "unit_price_e4",
            "discount": "discount",
        }
        if role != _EDIT or not index.isValid():
            return False
        self.line_edited.emit(index.row(), fields[self.columns[index.column()].key], value)
        return True

    def problem_at(self, index: Index, exponent: int) -> RuleViolation | None:
        """Return why what stands in a cell cannot be read, None where it can."""
        found = self.row_at(index.row())[1].problem(exponent)
        return found[1] if found is not None and found[0] == self.columns[index.column()].key else None


class _LineDelegate(CellDelegate):
    """Gives each cell the editor of its kind."""

    def __init__(self, table: BillTable, style: Callable[[], TextStyle]) -> None:
        super().__init__(table)
        self._style = style

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the editor of a cell."""
        model = index.model()
        assert isinstance(model, BillModel)
        key = model.columns[index.column()].key
        _, line, _ = model.row_at(index.row())
        editor: QLineEdit
        if key == "quantity":
            editor = QuantityEdit(self._style(), value=line.quantity_milli, parent=parent)
            _keep_typed(editor, line.quantity_typed)
        elif key == "price":
            editor = PriceEdit(self._style(), value=line.unit_price_e4, parent=parent)
            _keep_typed(editor, line.price_typed)
        else:
            editor = QLineEdit(line.description if key == "item" else line.discount, parent)
            editor.selectAll()
        editor.setProperty("cell", True)
        editor.setProperty("wrong", model.problem_at(index, self._style().exponent) is not None)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """The editor was filled when it was made."""

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take what was typed; what cannot be read stays as text. An emptied figure stays as it was."""
        if isinstance(editor, SumEdit):
            try:
                model.setData(index, editor.read(), _EDIT)
            except RuleViolation:
                if editor.text().strip():
                    model.setData(index, editor.text().strip(), _EDIT)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip(), _EDIT)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(2, 1, -2, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the value and goes back to the item field, as after every line.

        In a cell that cannot be read the cursor stays, to mend it.
        """
        table = self.parent()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QWidget)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(table, BillTable)
        ):
            index = table.currentIndex()
            self.commitData.emit(watched)
            model, exponent = table.bill_model, self._style().exponent
            if isinstance(watched, QLineEdit) and index.row() < model.rowCount():
                wrong = model.problem_at(index, exponent) is not None
                watched.setProperty("wrong", wrong)
                if wrong:
                    watched.style().unpolish(watched)
                    watched.style().polish(watched)
                    watched.selectAll()
                    return True
            self.closeEditor.emit(watched)
            table.entry_done.emit()
            return True
        return super().eventFilter(watched, event)


class BillTable(DataTable):
    """The table of a bill. Enter or F2 edits the cell, Delete takes the line out, Alt+2 doubles it.

    Signals:
        entry_done: Enter was pressed in an editor.
        remove_requested, duplicate_requested: number of the line.
    """

    entry_done = Signal()
    remove_requested = Signal(int)
    duplicate_requested = Signal(int)

    def __init__(self, style: Callable[[], TextStyle], parent: QWidget | None = None) -> None:
        self.bill_model = BillModel(())
        super().__init__(self.bill_model, parent=parent)
        self._style = style
        self._locked = False
        self._problem: tuple[int, str, str] | None = None
        self._widened: dict[str, int] = {}
        self._note = CellNote(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._place_note)
        self.setItemDelegate(_LineDelegate(self, style))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(True)
        self.set_locked(False)

    def set_locked(self, locked: bool) -> None:
        """Let lines be read only, or changed again."""
        self._locked = locked
        triggers = QAbstractItemView.EditTrigger
        typed_into = triggers.DoubleClicked | triggers.SelectedClicked | triggers.AnyKeyPressed
        self.setEditTriggers(triggers.NoEditTriggers if locked else typed_into)

    def set_lines(self, lines: Sequence[tuple[int, DraftLine, int | None]]) -> None:
        """Show the lines and their amounts; the current cell stays current."""
        index = self.currentIndex()
        row, column = index.row(), index.column()
        self.bill_model.set_rows(lines)
        self._give_room(lines)
        if 0 <= row < len(lines):
            self.setCurrentIndex(self.bill_model.index(row, max(column, 0)))
        self._place_note()

    def _give_room(self, lines: Sequence[tuple[int, DraftLine, int | None]]) -> None:
        """Make columns of figures wider while a figure in them wants it."""
        metrics = active().metrics
        own = {key: width for key, width in self.widths().items() if key not in self._widened}
        self._widened = {}
        for column in self.bill_model.columns:
            if column.key not in ("quantity", "price", "amount") or column.text is None:
                continue
            values = [row[2] if column.key == "amount" else row[1] for row in lines]
            texts = [column.text(value) for value in values if value is not None]
            longest = max((text_width(text, metrics.text) for text in texts), default=0)
            wanted = round((longest + metrics.px(28)) / metrics.scale)
            if column.key not in own and wanted > column.width:
                self._widened[column.key] = wanted
        if {**own, **self._widened} != self.widths():
            self.restore_widths({**own, **self._widened})

    def show_problem(self, problem: tuple[int, str, str] | None) -> bool:
        """Say under a cell (line, column, words) what is wrong; None clears. False where it is not shown."""
        self._problem = problem
        self._place_note()
        return problem is None or any(column.key == problem[1] for column in self.bill_model.columns)

    @property
    def problem_text(self) -> str:
        """What is said to be wrong with a cell, "" for nothing."""
        return "" if self._note.isHidden() else self._note.text()

    def _place_note(self) -> None:
        if self._problem is None:
            self._note.hide()
            return
        row, key, words = self._problem
        columns = [column.key for column in self.bill_model.columns]
        if key not in columns or row >= self.bill_model.rowCount():
            self._note.hide()
            return
        cell = self.visualRect(self.bill_model.index(row, columns.index(key)))
        self._note.show_under(cell, self.viewport().rect(), words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the note under its cell."""
        super().resizeEvent(event)
        self._place_note()

    def finish_editing(self) -> None:
        """Take over what stands in an open editor, and close it."""
        editor = QApplication.focusWidget()
        if isinstance(editor, QLineEdit) and editor.property("cell") and self.isAncestorOf(editor):
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def drop_editing(self) -> None:
        """Close an open editor, and forget what stands in it."""
        editor = QApplication.focusWidget()
        if isinstance(editor, QLineEdit) and editor.property("cell") and self.isAncestorOf(editor):
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    def edit_cell(self, row: int, key: str) -> None:
        """Open the editor of a cell."""
        columns = [column.key for column in self.bill_model.columns]
        if key in columns and 0 <= row < self.bill_model.rowCount() and not self._locked:
            index = self.bill_model.index(row, columns.index(key))
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the line; figures typed on a line change its quantity."""
        row = self.currentIndex().row()
        if row < 0 or self._locked:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            key = self.bill_model.columns[self.currentIndex().column()].key
            self.edit_cell(row, key if key in _EDITABLE else "quantity")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(row)
        elif event.key() == Qt.Key.Key_2 and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.duplicate_requested.emit(row)
        elif event.text().isdigit():
            self.edit_cell(row, "quantity")
            editor = QApplication.focusWidget()
            if isinstance(editor, QuantityEdit):
                # Replaces what was selected when the editor opened.
                editor.setText(event.text())
                editor.textEdited.emit(event.text())
        else:
            super().keyPressEvent(event)

    def columns_for(self, *, full: bool) -> list[Column]:
        """Return the columns of the quick or the full bill in the language now in force."""
        style = self._style()

        def line(row: tuple[int, DraftLine, int | None]) -> DraftLine:
            return row[1]

        columns = [
            Column(key="no", heading="", value=lambda row: row[0] + 1, kind="number", width=40, tone="muted"),
            Column(
                key="item",
                heading=self.tr("Item"),
                value=lambda row: line(row).description,
                detail=self._stock_words,
                tone=_stock_tone,
                stretch=True,
            ),
            Column(
                key="quantity",
                heading=self.tr("Quantity"),
                value=line,
                kind="quantity",
                text=lambda entered: (
                    entered.quantity_typed or style.quantity_of(entered.quantity_milli, entered.unit)
                ),
                tone=lambda row: "gave" if line(row).quantity_typed else "",
                width=96,
            ),
            Column(
                key="price",
                heading=self.tr("Price"),
                value=line,
                kind="amount",
                text=lambda entered: entered.price_typed or style.price(entered.unit_price_e4),
                tone=lambda row: "gave" if line(row).price_typed else "",
                width=96,
            ),
        ]
        discount = Column(
            key="discount",
            heading=self.tr("Discount"),
            value=lambda row: line(row).discount or None,
            kind="number",
            text=str,
            width=84,
        )
        amount = Column(
            key="amount", heading=self.tr("Amount"), value=2, kind="amount", text=style.amount, width=116
        )
        return [
            Column(**{**_plain(column), "sortable": False})
            for column in [*columns, *([discount] if full else []), amount]
        ]

    def _stock_words(self, row: tuple[int, DraftLine, int | None]) -> str:
        line = row[1]
        if line.item_id is None:
            return self.tr("not in the item list")
        if line.on_hand_milli is None or line.quantity_milli <= line.on_hand_milli:
            return ""
        left = self._style().quantity_of(max(line.on_hand_milli, 0), line.unit)
        return self.tr("only {quantity} in stock").format(quantity=left)


def _keep_typed(editor: QLineEdit, typed: str) -> None:
    """Show again what could not be read."""
    if typed:
        editor.setText(typed)
        editor.selectAll()


def _stock_tone(row: tuple[int, DraftLine, int | None]) -> Tone:
    line = row[1]
    short = line.on_hand_milli is not None and line.quantity_milli > line.on_hand_milli
    return "warn" if short or line.unit_price_e4 == 0 else ""


def _plain(column: Column) -> dict[str, Any]:
    return {name: getattr(column, name) for name in column.__dataclass_fields__}
