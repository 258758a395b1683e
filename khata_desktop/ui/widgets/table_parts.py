"""How the table draws a cell and a heading: fast, on one baseline, figures to the right."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khata_desktop.ui.models.table_model import Column, Rendered, RowModel
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import (
    RIGHT,
    START,
    colour,
    draw_box,
    draw_icon,
    draw_text,
    text_width,
)

if TYPE_CHECKING:
    from khata_desktop.ui.widgets.data_table import DataTable

_PAD = 12
_RTL = Qt.LayoutDirection.RightToLeft


class CellDelegate(QStyledItemDelegate):
    """Draws ground, text, tone, arrow, badge and detail of a cell from what the model rendered."""

    def __init__(self, table: "DataTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        table = self._table
        model = index.model()
        if not isinstance(model, RowModel):
            super().paint(painter, option, index)
            return
        theme = active()
        c = theme.colours
        row, section = index.row(), index.column()
        rect: QRect = option.rect
        chosen = table.selectionModel().isRowSelected(row, QModelIndex())
        ground = (
            c.select if chosen else c.hover if row == table.hover_row else c.zebra if row % 2 else c.surface
        )
        painter.fillRect(rect, colour(ground))
        rtl = table.layoutDirection() == _RTL
        if row == table.currentIndex().row() and section == 0 and table.hasFocus():
            bar = QRect(rect.right() - 2 if rtl else rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, colour(c.focus))
        found = model.rendered(row)
        box = rect.adjusted(_PAD, 0, -_PAD, 0)
        if found is None:
            height = theme.metrics.px(10)
            length = box.width() * (5 + (row * 7 + section * 3) % 4) // 10
            x = box.right() - length if rtl or model.columns[section].numeric else box.left()
            bar = QRect(x, box.top() + (box.height() - height) // 2, length, height)
            draw_box(painter, bar, fill=c.skeleton, radius=4)
            return
        self._paint_content(painter, box, model.columns[section], found, section, rtl)

    def _paint_content(
        self, painter: QPainter, box: QRect, column: Column, found: Rendered, section: int, rtl: bool
    ) -> None:
        text = found.texts[section]
        if not text:
            return
        theme = active()
        c, metrics = theme.colours, theme.metrics
        tone = found.tones[section]
        ink = c.tone(tone)
        pixels = metrics.text
        if column.kind == "badge":
            _paint_badge(painter, box, text, tone, rtl)
            return
        if column.numeric:
            width = draw_text(painter, box, text, pixels=pixels, ink=ink, align=RIGHT)
            if column.kind == "signed" and tone in ("gave", "got"):
                size = metrics.px(13)
                x = box.right() + 1 - width - size - 3
                if x >= box.left():
                    name = "arrow-up" if tone == "gave" else "arrow-down"
                    draw_icon(painter, round(x), box.top() + (box.height() - size) // 2, name, ink, size)
            return
        width = draw_text(painter, box, text, pixels=pixels, ink=ink, align=START, rtl=rtl)
        detail = found.details[section]
        if detail and box.width() - width > 40:
            shift = int(width) + 10
            rest = box.adjusted(0, 0, -shift, 0) if rtl else box.adjusted(shift, 0, 0, 0)
            draw_text(painter, rest, detail, pixels=pixels, ink=c.muted, align=START, rtl=rtl)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width the cell's text wants (for fitting a column to its content)."""
        model = index.model()
        found = model.rendered(index.row()) if isinstance(model, RowModel) else None
        text = found.texts[index.column()] if found is not None else ""
        metrics = active().metrics
        return QSize(text_width(text, metrics.text) + 2 * _PAD + metrics.px(18), metrics.row)


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
        model: QObject | Any = self.model()
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
