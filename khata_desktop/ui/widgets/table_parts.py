"""How the table draws a row and a heading: fast, on one baseline, figures to the right."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from khata_desktop.ui.models.table_model import Column, Rendered, RowModel
from khata_desktop.ui.theme import Theme, active
from khata_desktop.ui.theme.painting import RIGHT, START, colour, draw_box, draw_icon, draw_text, text_width

_PAD = 12
_RTL = Qt.LayoutDirection.RightToLeft


def fitting_widths(columns: Sequence[Column], own: Mapping[str, int], room: int) -> list[int]:
    """Return the columns' widths in pixels for a table `room` pixels wide.

    `own` are widths the user chose, at 100 %. The stretching column takes what is left, or those that
    share it do. Where there is too little, the others give way down to their heading, before anything
    scrolls.
    """
    metrics = active().metrics
    widths, least = [], []
    for column in columns:
        wanted = metrics.px(own.get(column.key, column.width))
        words = text_width(column.heading, metrics.small, True) + metrics.px(28)
        widths.append(max(wanted, metrics.px(160)) if column.stretch else wanted)
        # No section can be narrower than the header allows; see `DataTable._dress`.
        narrow = max(words, wanted * 2 // 3, metrics.px(40))
        if column.least:
            narrow = max(words, metrics.px(column.least), metrics.px(40))
        least.append(wanted * 3 // 4 if column.stretch else min(wanted, narrow))
    short, give = sum(widths) - room, sum(widths) - sum(least)
    if short > 0 and give > 0:
        share = min(short / give, 1.0)
        widths = [
            width - int((width - low) * share + 0.999) for width, low in zip(widths, least, strict=True)
        ]
    for number, column in enumerate(columns):
        if column.stretch:
            widths[number] = max(widths[number], room - sum(widths) + widths[number])
            return widths
    _share(widths, [n for n, column in enumerate(columns) if column.share and column.key not in own], room)
    return widths


def _share(widths: list[int], sharing: Sequence[int], room: int) -> None:
    """Deal out what is left of the room to some of the columns, to the wide ones more."""
    left, total = room - sum(widths), sum(widths[number] for number in sharing)
    if left <= 0 or not total:
        return
    for number in sharing:
        more = left * widths[number] // total
        left, total = left - more, total - widths[number]
        widths[number] += more


def width_of(texts: Iterable[str]) -> int:
    """Return the width of a column, at 100 %, in which none of these texts is cut."""
    metrics = active().metrics
    widest = max((text_width(text, metrics.text) for text in texts), default=0)
    return int((widest + 2 * _PAD) / metrics.scale) + 2


class RowPainter:
    """Draws rows of a table for one repaint, in one theme and direction.

    A delegate would be called cell by cell across the border to C++, which costs more than the drawing.
    """

    def __init__(self, painter: QPainter, table: QTableView, columns: Sequence[Column]) -> None:
        self._painter = painter
        self._table = table
        self._columns = columns
        self._theme: Theme = active()
        self._rtl = table.layoutDirection() == _RTL
        self._height = table.verticalHeader().defaultSectionSize()
        self._room = table.viewport().width()
        header = table.horizontalHeader()
        places = [
            (section, header.sectionViewportPosition(section), header.sectionSize(section))
            for section in range(len(columns))
            if not header.isSectionHidden(section)
        ]
        self._cells = [(n, x, width) for n, x, width in places if x < self._room and x + width > 0]
        self._selection = table.selectionModel()
        self._current = table.currentIndex() if table.hasFocus() else QModelIndex()
        self._typed_into = table.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers

    def paint_ground(self, number: int, top: int, *, hovered: bool) -> None:
        """Draw what lies under a row: chosen, under the pointer, or every second one."""
        c = self._theme.colours
        row = QRect(0, top, self._room, self._height)
        if self._selection.isRowSelected(number, QModelIndex()):
            self._painter.fillRect(row, colour(c.select))
        elif hovered:
            self._painter.fillRect(row, colour(c.hover))
        elif number % 2:
            self._painter.fillRect(row, colour(c.zebra))
        if number == self._current.row():
            # A bar at the reading start says which row the keys act on, whatever is chosen.
            bar = QRect(self._room - 3 if self._rtl else 0, top, 3, self._height)
            self._painter.fillRect(bar, colour(c.focus))
            self._paint_current_cell(top)

    def _paint_current_cell(self, top: int) -> None:
        """Frame the cell that typing goes into, in a table that is typed into."""
        for section, x, width in self._cells if self._typed_into else ():
            if section == self._current.column():
                frame = QRect(x, top, width, self._height).adjusted(3, 3, -3, -3)
                draw_box(self._painter, frame, fill=None, border=self._theme.colours.focus, width=2)

    def paint_row(self, row: Rendered, top: int) -> None:
        """Draw the contents of one row."""
        c, metrics = self._theme.colours, self._theme.metrics
        painter, pixels, rtl = self._painter, metrics.text, self._rtl
        for section, x, cell_width in self._cells:
            text = row.texts[section]
            if not text:
                continue
            column = self._columns[section]
            box = QRect(x + _PAD, top, cell_width - 2 * _PAD, self._height)
            tone = row.tones[section]
            if column.numeric:
                width = draw_text(painter, box, text, pixels=pixels, ink=c.tone(tone), align=RIGHT)
                if column.kind == "signed" and tone in ("gave", "got"):
                    self._paint_arrow(box, width, tone)
            elif column.kind == "badge":
                _paint_badge(painter, box, text, tone, rtl)
            else:
                width = draw_text(painter, box, text, pixels=pixels, ink=c.tone(tone), align=START, rtl=rtl)
                detail = row.details[section]
                if detail and box.width() - width > 40:
                    shift = int(width) + 10
                    rest = box.adjusted(0, 0, -shift, 0) if rtl else box.adjusted(shift, 0, 0, 0)
                    draw_text(painter, rest, detail, pixels=pixels, ink=c.muted, align=START, rtl=rtl)

    def paint_placeholder(self, number: int, top: int) -> None:
        """Draw bars for a row that is on its way, or may be."""
        height = self._theme.metrics.px(10)
        y = top + (self._height - height) // 2
        for section, x, width in self._cells:
            room = width - 2 * _PAD
            length = max(room * (5 + (number * 7 + section * 5) % 4) // 10, 16)
            end = self._rtl or self._columns[section].numeric
            left = x + width - _PAD - length if end else x + _PAD
            bar = QRect(left, y, length, height)
            draw_box(self._painter, bar, fill=self._theme.colours.skeleton, radius=4)

    def _paint_arrow(self, box: QRect, width: float, tone: str) -> None:
        size = self._theme.metrics.px(13)
        x = box.right() + 1 - width - size - 3
        if x >= box.left():
            name = "arrow-up" if tone == "gave" else "arrow-down"
            y = box.top() + (box.height() - size) // 2
            draw_icon(self._painter, round(x), y, name, self._theme.colours.tone(tone), size)


class CellDelegate(QStyledItemDelegate):
    """The base of delegates that give cells an editor; the table draws the cells itself."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw nothing: the table did."""


def _paint_badge(painter: QPainter, box: QRect, text: str, tone: str, rtl: bool) -> None:
    theme = active()
    c, metrics = theme.colours, theme.metrics
    height = metrics.px(20)
    width = min(text_width(text, metrics.tiny) + metrics.px(16), box.width())
    x = box.right() + 1 - width if rtl else box.left()
    pill = QRect(x, box.top() + (box.height() - height) // 2, width, height)
    edge = c.tone(tone) if c.name == "contrast" else None
    draw_box(painter, pill, fill=c.soft(tone), border=edge, radius=height / 2)
    inner = pill.adjusted(metrics.px(8), 0, -metrics.px(8) + 1, 0)
    draw_text(painter, inner, text, pixels=metrics.tiny, ink=c.tone(tone), rtl=rtl)


class TableHeader(QHeaderView):
    """Headings over their column: muted, small, bold; a figure's heading over its last digit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(False)
        self.setMouseTracking(True)
        self._sorted: tuple[int, bool] | None = None
        self.sectionClicked.connect(self._on_section_clicked)

    def set_sorted(self, section: int, descending: bool) -> None:
        """Show by which column the rows are sorted; section -1 for none."""
        self._sorted = (section, descending) if section >= 0 else None
        self.viewport().update()

    def _on_section_clicked(self, section: int) -> None:
        model = self.model()
        if not isinstance(model, RowModel) or not model.columns[section].sortable:
            return
        if self._sorted is not None and self._sorted[0] == section:
            descending = not self._sorted[1]
        else:
            # The biggest and the newest first: that is what one looks for in figures and dates.
            descending = model.columns[section].numeric or model.columns[section].kind == "date"
        self.set_sorted(section, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        model.sort(section, order)

    def sizeHint(self) -> QSize:
        """Return the height of the heading line."""
        return QSize(super().sizeHint().width(), active().metrics.px(36))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one heading with its line and sort mark."""
        model = self.model()
        if not isinstance(model, RowModel) or not 0 <= logicalIndex < len(model.columns):
            return
        theme = active()
        c, metrics = theme.colours, theme.metrics
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(c.line))
        column = model.columns[logicalIndex]
        rtl = self.layoutDirection() == _RTL
        box = rect.adjusted(_PAD, 0, -_PAD, 0)
        right = column.numeric
        arrow = 0
        if self._sorted is not None and self._sorted[0] == logicalIndex:
            arrow = metrics.px(14)
        pixels = metrics.small
        inner = box
        if arrow and right:
            inner = box.adjusted(arrow + 2, 0, 0, 0)
        elif arrow:
            inner = box.adjusted(arrow + 2, 0, 0, 0) if rtl else box.adjusted(0, 0, -arrow - 2, 0)
        width = draw_text(
            painter,
            inner,
            column.heading,
            pixels=pixels,
            ink=c.ink if arrow else c.muted,
            bold=True,
            align=RIGHT if right else START,
            rtl=rtl,
        )
        if arrow and self._sorted is not None:
            at_left = right or rtl
            x = inner.right() + 1 - width - arrow - 2 if at_left else inner.left() + width + 2
            name = "chevron-down" if self._sorted[1] else "chevron-up"
            draw_icon(painter, round(x), rect.top() + (rect.height() - arrow) // 2, name, c.ink, arrow)
        painter.restore()
