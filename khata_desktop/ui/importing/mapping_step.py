"""Which column fills which field, with the first lines of the file as they would be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.formatting import isolated
from khata_desktop.interchange.fields import FIELDS, ImportKind, guess_mapping
from khata_desktop.interchange.table import Table, TableRow
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.importing.words import field_title, import_kind_words, missing_fields
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.table_parts import width_of

#: Pixels at 100 %: a column of the preview gives way down to the one, and asks for the other at the most.
_LEAST, _MOST = 104, 260
_DATES = ("date", "due_date", "opening_date")


def likely_kind(headers: Sequence[str]) -> ImportKind:
    """Return what a file with these headings seems to hold: the kind that can use most of its columns."""

    def fit(kind: ImportKind) -> tuple[bool, int]:
        mapping = guess_mapping(kind, headers)
        return not missing_fields(kind, mapping), len(mapping)

    return max(ImportKind, key=fit)


class MappingStep(QWidget):
    """The fields of a kind of file with the column of each; a preview beside them.

    Attributes:
        kind: what the file holds.
        mapping: field name to column number.
        day_first: how 1/12 is meant; None lets the dates tell.
        decimal_comma: how 1,500 is meant; None lets the numbers tell.

    Signals:
        changed: kind, mapping, or how dates or numbers are meant was changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._preview: list[TableRow] = []
        self.mapping: dict[str, int] = {}
        self._boxes: dict[str, ChoiceBox] = {}
        self._kind_words, self._dates_words = Label("", tone="muted"), Label("", tone="muted")
        self._numbers_words = Label("", tone="muted")
        self._fields_words, self._preview_words = Label("", bold=True), Label("", bold=True)
        self._kind = ChoiceBox()
        self._kind.choice_changed.connect(self._on_kind_choice_changed)
        self._dates = SegmentedControl()
        self._dates.choice_changed.connect(lambda _: self.changed.emit())
        self._numbers = SegmentedControl()
        self._numbers.choice_changed.connect(lambda _: self.changed.emit())
        self._missing = Label("", tone="warn", wrap=True)
        self._model = TableModel(())
        self._rows = DataTable(self._model)
        self._fields = QWidget()
        self._fields.setObjectName("scrolled")
        self._grid = QGridLayout(self._fields)
        self._assemble()
        self.retranslate()

    def _assemble(self) -> None:
        self._grid.setContentsMargins(16, 8, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._fields)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        sheet.setFixedWidth(active().metrics.px(376))
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 12, 1, 1)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self._fields_words)
        inside.addLayout(head)
        inside.addWidget(scroll, 1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._kind_words)
        top.addWidget(self._kind)
        top.addSpacing(16)
        top.addWidget(self._numbers_words)
        top.addWidget(self._numbers)
        top.addStretch(1)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._dates_words)
        days.addWidget(self._dates)
        days.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._preview_words)
        right.addWidget(self._rows, 1)
        right.addWidget(self._missing)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(sheet)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(days)
        column.addLayout(across, 1)

    @property
    def kind(self) -> ImportKind:
        """What the file holds."""
        return ImportKind(self._kind.value)

    @property
    def day_first(self) -> bool | None:
        """How 1/12 is meant; None lets the dates tell."""
        return {"day": True, "month": False}.get(self._dates.value)

    @property
    def decimal_comma(self) -> bool | None:
        """How 1,500 is meant; None lets the numbers tell."""
        return {"comma": True, "point": False}.get(self._numbers.value)

    @property
    def is_complete(self) -> bool:
        """Whether the columns chosen are enough."""
        return self._table is not None and not missing_fields(self.kind, self.mapping)

    def take(self, table: Table, preview: Sequence[TableRow], kind: ImportKind | None = None) -> None:
        """Show a file that was looked at; without a kind the likeliest is chosen."""
        self._table, self._preview = table, list(preview)
        self._kind.set_value(kind or likely_kind(table.headers))
        self._dates.set_value("auto")
        self._show_orders()
        self._numbers.set_value("auto")
        self._guess()

    def set_column(self, field: str, column: int | None) -> None:
        """Choose the column of a field; it is taken from the field that had it."""
        if column is None:
            self.mapping.pop(field, None)
        else:
            self.mapping = {name: at for name, at in self.mapping.items() if at != column}
            self.mapping[field] = column
        self._show_mapping()
        self.changed.emit()

    def ask_order(self, day_first: str, month_first: str) -> None:
        """Put the question how dates are meant, with what one of the file's would be either way."""
        self._show_orders(day_first, month_first)
        self._dates.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Go to the first field that wants a column."""
        for name, box in self._boxes.items():
            if name not in self.mapping:
                box.setFocus()
                return
        self._kind.setFocus()

    def _guess(self) -> None:
        table = self._table
        if table is not None:
            self.mapping = dict(guess_mapping(self.kind, table.headers))
            self._make_boxes(table.headers)
            self._show_mapping()

    def _make_boxes(self, headers: Sequence[str]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for row, field in enumerate(FIELDS[self.kind]):
            title = field_title(field.name)
            box = ChoiceBox([(None, "—"), *((n, _heading(h, n)) for n, h in enumerate(headers))])
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(title)
            box.choice_changed.connect(partial(self.set_column, field.name))
            self._boxes[field.name] = box
            self._grid.addWidget(Label(title + (" *" if field.required else "")), row, 0)
            self._grid.addWidget(box, row, 1)

    def _show_mapping(self) -> None:
        for name, box in self._boxes.items():
            if name in self.mapping:
                box.set_value(self.mapping[name])
            else:
                box.setCurrentIndex(0)
        missing = missing_fields(self.kind, self.mapping)
        self._missing.setText(
            self.tr("Still needed: {fields}").format(fields=", ".join(missing)) if missing else ""
        )
        self._missing.setVisible(bool(missing))
        self._model.set_columns(_columns(self.kind, self.mapping, self.tr("Line"), self._preview))
        self._model.set_rows(self._preview)

    def _show_orders(self, day_first: str = "", month_first: str = "") -> None:
        words = self.tr("{order}: {example}")
        choices = [("auto", self.tr("Let the file tell"))]
        for value, order, example in (
            ("day", self.tr("Day first"), day_first),
            ("month", self.tr("Month first"), month_first),
        ):
            asked = words.format(order=order, example=isolated(example))
            choices.append((value, asked if example else order))
        self._dates.set_choices(choices)

    def _on_kind_choice_changed(self, _kind: object) -> None:
        self._guess()
        self.changed.emit()

    def retranslate(self) -> None:
        """Speak the language now in force."""
        self._kind_words.setText(self.tr("The file holds"))
        self._dates_words.setText(self.tr("Dates such as 1/12"))
        self._numbers_words.setText(self.tr("Numbers such as 1,500"))
        self._fields_words.setText(self.tr("Which column is what? (* is needed)"))
        self._preview_words.setText(self.tr("The first lines, as they would come in"))
        self._kind.set_choices([(kind, import_kind_words(kind)) for kind in ImportKind])
        # The example is of the language that was.
        self._show_orders()
        self._numbers.set_choices(
            [
                ("auto", self.tr("Let the file tell")),
                ("point", isolated("1500")),
                ("comma", isolated("1.5")),
            ]
        )
        self._rows.setAccessibleName(self._preview_words.text())
        self._rows.set_empty(self.tr("The file has headings and no lines."))
        if self._table is not None:
            self._make_boxes(self._table.headers)
            self._show_mapping()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _heading(header: str, number: int) -> str:
    return isolated(header) if header else f"#{number + 1}"


def _columns(
    kind: ImportKind, mapping: Mapping[str, int], line_words: str, preview: Sequence[TableRow]
) -> list[Column]:
    """Return the columns of the preview: the line's number, then every field that has a column.

    They are as wide as their cells want. A date is never cut: which of its figures is the day is judged here.
    """

    def cell(number: int, row: TableRow) -> str:
        if row.problem is not None:
            return error_text(row.problem) if number == first else ""
        return row.cells[number]

    first = min(mapping.values(), default=0)
    columns: list[Column] = [
        Column(key="line", heading=line_words, value="line_no", kind="number", tone="muted", width=64)
    ]
    names: list[Any] = [field.name for field in FIELDS[kind] if field.name in mapping]
    whole = [row for row in preview if row.problem is None]
    for name in names:
        heading = field_title(name)
        wanted = width_of([heading, *(row.cells[mapping[name]] for row in whole)])
        is_date = name in _DATES
        columns.append(
            Column(
                key=name,
                heading=heading,
                value=partial(cell, mapping[name]),
                tone=lambda row: "gave" if row.problem is not None else "",
                width=wanted if is_date else min(wanted, _MOST),
                least=wanted if is_date else min(wanted, _LEAST),
                share=True,
                sortable=False,
            )
        )
    return columns
