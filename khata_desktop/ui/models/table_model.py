"""Columns, and a read-only table over a short list of immutable rows.

A row is turned into a `Rendered` (texts, tones, raw values) once, never in `data()`: for the short list
when it is first shown, for the paged one on the worker. `data()` then only looks up a tuple.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from khata_desktop.ui.theme.tokens import Tone

Kind = Literal["text", "amount", "signed", "quantity", "number", "date", "badge"]
Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
NUMERIC: frozenset[str] = frozenset({"amount", "signed", "quantity", "number"})

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_ROLE = SORT_ROLE + 1
TONE_ROLE = SORT_ROLE + 2
DETAIL_ROLE = SORT_ROLE + 3
LOADING_ROLE = SORT_ROLE + 4

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HORIZONTAL = Qt.Orientation.Horizontal


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        key: stable name, under which its width is remembered.
        heading: the words over it, already translated.
        value: where the raw value lies in a row: index, attribute name or function.
        kind: text, amount, signed amount (red up-arrow above zero, green down-arrow below), quantity,
            number, date or badge. Figures are right-aligned in every language.
        text: raw value -> what is shown; None shows `str(value)`. Not asked for None, which shows nothing.
            Amounts are shown unsigned where the kind is "signed": hand in a text of the absolute value.
        tone: a fixed tone, or a function of the row.
        detail: a second, muted text behind the first, as function of the row.
        width: pixels at 100 %.
        least: pixels at 100 % below which it never goes; 0 lets it give way.
        stretch: takes what is left; one column a table should.
        share: takes its part of what is left, where no column takes all of it.
        sortable: a click on the heading sorts.
    """

    key: str
    heading: str
    value: int | str | Callable[[Any], Any]
    kind: Kind = "text"
    text: Callable[[Any], str] | None = None
    tone: Tone | Callable[[Any], Tone] = ""
    detail: Callable[[Any], str] | None = None
    width: int = 120
    least: int = 0
    stretch: bool = False
    share: bool = False
    sortable: bool = True

    @property
    def numeric(self) -> bool:
        """Whether the column holds figures."""
        return self.kind in NUMERIC


class Rendered(NamedTuple):
    """A row as shown: per column its text, tone and detail, beside the row and its raw values."""

    row: Any
    texts: tuple[str, ...]
    tones: tuple[Tone, ...]
    details: tuple[str, ...]
    values: tuple[Any, ...]


class Renderer:
    """Turns rows into `Rendered` by the columns; safe to call on any thread."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        self._getters = [_getter(column.value) for column in columns]
        self._plain = tuple("" for _ in columns)
        self._with_details = any(column.detail for column in columns)

    def render(self, row: Any) -> Rendered:
        """Return the row as shown."""
        values = tuple(get(row) for get in self._getters)
        texts = []
        tones: list[Tone] = []
        for column, value in zip(self.columns, values, strict=True):
            if value is None:
                texts.append("")
            else:
                texts.append(column.text(value) if column.text else str(value))
            tones.append(_tone(column, row, value))
        details = self._plain
        if self._with_details:
            details = tuple(column.detail(row) if column.detail else "" for column in self.columns)
        return Rendered(row, tuple(texts), tuple(tones), details, values)


def _getter(value: int | str | Callable[[Any], Any]) -> Callable[[Any], Any]:
    if isinstance(value, int):
        return itemgetter(value)
    if isinstance(value, str):
        return attrgetter(value)
    return value


def _tone(column: Column, row: Any, value: Any) -> Tone:
    if callable(column.tone):
        return column.tone(row)
    if column.kind == "signed" and value is not None:
        return "gave" if value > 0 else "got" if value < 0 else "muted"
    return column.tone


class RowModel(QAbstractTableModel):
    """What both table models share: columns, headings and the lookup of a rendered row.

    Signals:
        sort_requested: (column key, descending) the user clicked a heading.
    """

    sort_requested = Signal(str, bool)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.renderer = Renderer(columns)
        self._alignments = [_RIGHT if column.numeric else _LEFT for column in columns]

    def rendered(self, row: int) -> Rendered | None:
        """Return the row as shown, None while it is still being fetched."""
        raise NotImplementedError

    def row_at(self, row: int) -> Any:
        """Return the row object, None while it is still being fetched."""
        found = self.rendered(row)
        return found.row if found is not None else None

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return what is shown, or the raw value under SORT_ROLE."""
        if not index.isValid():
            return None
        if role == _ALIGN:
            return self._alignments[index.column()]
        if role not in (
            _DISPLAY,
            SORT_ROLE,
            ROW_ROLE,
            TONE_ROLE,
            DETAIL_ROLE,
            LOADING_ROLE,
            _ACCESSIBLE,
            _TOOLTIP,
        ):
            return None
        found = self.rendered(index.row())
        if found is None:
            return role == LOADING_ROLE or None
        column = index.column()
        if role in (_DISPLAY, _ACCESSIBLE, _TOOLTIP):
            return found.texts[column]
        if role == SORT_ROLE:
            return found.values[column]
        if role == TONE_ROLE:
            return found.tones[column]
        if role == DETAIL_ROLE:
            return found.details[column]
        return found.row if role == ROW_ROLE else False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a heading, or its alignment: over its figures."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].heading
        return self._alignments[section] if role == _ALIGN else None

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Replace the columns (another language, blurred amounts); rows are rendered anew."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.renderer = Renderer(columns)
        self._alignments = [_RIGHT if column.numeric else _LEFT for column in columns]
        self._forget()
        self.endResetModel()

    def _forget(self) -> None:
        """Drop what was rendered."""


class TableModel(RowModel):
    """A short list of immutable rows, sorted here; for thousands, not millions."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Any] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._rows: list[Any] = list(rows)
        self._rendered: list[Rendered | None] = [None] * len(self._rows)
        self._sorting: tuple[str, bool] | None = None

    @property
    def rows(self) -> list[Any]:
        """The rows in the order shown."""
        return list(self._rows)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead, sorted as the user last asked."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorting:
            self._sort_rows(*self._sorting)
        self._forget()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def rendered(self, row: int) -> Rendered | None:
        """Return the row as shown, rendering it the first time."""
        found = self._rendered[row]
        if found is None:
            found = self._rendered[row] = self.renderer.render(self._rows[row])
        return found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by raw value, empty ones last; rows of equal value keep their order."""
        if not 0 <= column < len(self.columns):
            return
        spec = self.columns[column]
        if not spec.sortable:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorting = (spec.key, descending)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._rows[index.row()] for index in before]
        self._sort_rows(spec.key, descending)
        self._forget()
        place = {id(row): number for number, row in enumerate(self._rows)}
        after = [self.index(place[id(row)], index.column()) for row, index in zip(rows, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.sort_requested.emit(spec.key, descending)

    def _sort_rows(self, key: str, descending: bool) -> None:
        found = next((column for column in self.columns if column.key == key), None)
        if found is None:
            return
        get = _getter(found.value)
        some = [row for row in self._rows if get(row) is not None]
        none = [row for row in self._rows if get(row) is None]
        some.sort(key=lambda row: _sortable(get(row)), reverse=descending)
        self._rows = some + none

    def _forget(self) -> None:
        self._rendered = [None] * len(self._rows)


def _sortable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
