"""Three small charts, painted: bars, a line, shares; with hover, keys, and words for the screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, RIGHT, colour, draw_box, draw_text, text_width
from khata_desktop.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One value: `label` under it, `text` the value in words ("Rs 12,400.00"), `data` for the page."""

    label: str
    value: int
    text: str
    tone: Tone = ""
    data: Any = field(default=None, compare=False)


class _Chart(QWidget):
    """What the charts share: points, the marked one, and the way to speak of them.

    Signals:
        activated: the ChartPoint clicked, or marked when Enter was pressed.
    """

    activated = Signal(object)

    def __init__(self, title: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._empty = empty
        self._points: tuple[ChartPoint, ...] = ()
        self._marked = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._announce()

    def set_points(self, points: Sequence[ChartPoint], *, title: str | None = None) -> None:
        """Show these values."""
        self._points = tuple(points)
        self._title = self._title if title is None else title
        self._marked = -1
        self._announce()
        self.update()

    def set_empty(self, sentence: str) -> None:
        """Say what stands here while there are no values."""
        self._empty = sentence
        self.update()

    @property
    def marked(self) -> ChartPoint | None:
        """The point under the pointer or the keyboard's mark."""
        return self._points[self._marked] if 0 <= self._marked < len(self._points) else None

    def text_alternative(self) -> str:
        """Return the chart in words, one point after the other."""
        return "; ".join(f"{point.label}: {point.text}" for point in self._points)

    def _announce(self) -> None:
        point = self.marked
        name = f"{self._title}: {point.label} {point.text}" if point is not None else self._title
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.text_alternative())

    def _mark(self, number: int) -> None:
        if number != self._marked:
            self._marked = number
            self._announce()
            self.update()

    def _number_at(self, x: float, y: float) -> int:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return a size that reads well."""
        m = active().metrics
        return QSize(m.px(400), m.px(200))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        m = active().metrics
        return QSize(m.px(160), m.px(110))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what is under the pointer."""
        self._mark(self._number_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        if not self.hasFocus():
            self._mark(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        self._mark(self._number_at(event.position().x(), event.position().y()))
        if self.marked is not None:
            self.activated.emit(self.marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows mark, Enter opens."""
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        last = len(self._points) - 1
        if event.key() in (ahead, Qt.Key.Key_Down):
            self._mark(min(self._marked + 1, last))
        elif event.key() in (back, Qt.Key.Key_Up):
            self._mark(max(self._marked - 1, 0) if last >= 0 else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked is not None:
            self.activated.emit(self.marked)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self._mark(-1)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_ground(self, painter: QPainter) -> bool:
        """Draw focus ring and empty sentence; return whether there is something to draw."""
        c, m = active().colours, active().metrics
        if self.hasFocus():
            draw_box(painter, self.rect(), fill=None, border=c.focus, width=2)
        if not self._points and self._empty:
            draw_text(painter, self.rect(), self._empty, pixels=m.text, ink=c.muted, align=CENTRE)
        return bool(self._points)

    def _paint_bubble(self, painter: QPainter, x: float, top: float, point: ChartPoint) -> None:
        """Write label and value of the marked point above it, inside the widget."""
        c, m = active().colours, active().metrics
        words = f"{point.label}   {point.text}"
        width = text_width(words, m.tiny, True) + m.px(16)
        height = m.px(24)
        left = max(0, min(round(x - width / 2), self.width() - width))
        box = QRect(left, max(0, round(top) - height - 6), width, height)
        draw_box(painter, box, fill=c.toast, radius=4)
        draw_text(painter, box, words, pixels=m.tiny, ink=c.toast_ink, bold=True, align=CENTRE)


class _AxisChart(_Chart):
    """Bars and line stand on a common base with labels under it."""

    def _plot(self) -> QRectF:
        m = active().metrics
        return QRectF(4, m.px(30), self.width() - 8, self.height() - m.px(30) - m.px(24))

    def _bounds(self) -> tuple[int, int]:
        values = [point.value for point in self._points]
        low, high = min(0, *values, 0), max(0, *values, 0)
        return low, high if high > low else low + 1

    def _y(self, value: int) -> float:
        plot = self._plot()
        low, high = self._bounds()
        return plot.bottom() - (value - low) / (high - low) * plot.height()

    def _slot(self, number: int) -> tuple[float, float]:
        """Return left edge and width of a point's slot, mirrored in Urdu."""
        plot = self._plot()
        width = plot.width() / max(len(self._points), 1)
        place = len(self._points) - 1 - number if self._rtl() else number
        return plot.left() + place * width, width

    def _number_at(self, x: float, y: float) -> int:
        for number in range(len(self._points)):
            left, width = self._slot(number)
            if left <= x < left + width:
                return number
        return -1

    def _paint_axis(self, painter: QPainter) -> None:
        c, m = active().colours, active().metrics
        plot = self._plot()
        base = round(self._y(0))
        painter.fillRect(QRectF(plot.left(), base, plot.width(), 1), colour(c.outline))
        widest = max((text_width(point.label, m.tiny) for point in self._points), default=1) + m.px(8)
        _, slot = self._slot(0)
        step = max(1, -(-widest // max(int(slot), 1)))
        drawn: list[QRect] = []
        for number in range(0, len(self._points), step):
            left, width = self._slot(number)
            centre = left + width / 2
            box = QRect(round(centre - widest / 2), round(plot.bottom()) + m.px(4), widest, m.px(20))
            if box.left() < 0:
                box.moveLeft(0)
            if box.right() > self.width():
                box.moveRight(self.width())
            # A label moved in from the edge may lean into the air between two, not into the words.
            words = box.adjusted(m.px(4), 0, -m.px(4), 0)
            if any(words.intersects(other) for other in drawn):
                continue
            drawn.append(box)
            ink = c.ink if number == self._marked else c.muted
            draw_text(painter, box, self._points[number].label, pixels=m.tiny, ink=ink, align=CENTRE)


class BarChart(_AxisChart):
    """Values as bars: sales by day, receipts by month."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars on their base."""
        painter = QPainter(self)
        if not self._paint_ground(painter):
            return
        c = active().colours
        self._paint_axis(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self._y(0)
        for number, point in enumerate(self._points):
            left, slot = self._slot(number)
            width = max(2.0, min(slot * 0.64, 48.0))
            top = self._y(point.value)
            bar = QRectF(left + (slot - width) / 2, min(top, base), width, max(abs(base - top), 1.0))
            fill = QColor(c.tone(point.tone or "accent"))
            if self._marked not in (-1, number):
                fill.setAlphaF(0.55)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            radius = min(3.0, width / 2, bar.height() / 2)
            painter.drawRoundedRect(bar, radius, radius)
        if self.marked is not None:
            left, slot = self._slot(self._marked)
            self._paint_bubble(painter, left + slot / 2, self._y(max(self.marked.value, 0)), self.marked)


class LineChart(_AxisChart):
    """Values as a line over a soft ground: a balance over time."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, ground and the marked point."""
        painter = QPainter(self)
        if not self._paint_ground(painter):
            return
        c = active().colours
        self._paint_axis(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = []
        for number, point in enumerate(self._points):
            left, slot = self._slot(number)
            places.append(QPointF(left + slot / 2, self._y(point.value)))
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        ground = QPainterPath(line)
        ground.lineTo(places[-1].x(), self._y(0))
        ground.lineTo(places[0].x(), self._y(0))
        ground.closeSubpath()
        soft = QColor(c.accent)
        soft.setAlphaF(0.12)
        painter.fillPath(ground, soft)
        pen = QPen(colour(c.accent), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)
        marked = self.marked
        if marked is not None or len(places) == 1:
            place = places[max(self._marked, 0)]
            painter.setPen(QPen(colour(c.surface), 2))
            painter.setBrush(colour(c.accent))
            painter.drawEllipse(place, 5, 5)
        if marked is not None:
            place = places[self._marked]
            self._paint_bubble(painter, place.x(), place.y() - 4, marked)


class ShareBar(_Chart):
    """Parts of a whole as one bar with its legend below: expenses by category, tenders of a day."""

    def __init__(self, title: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, empty, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, points: Sequence[ChartPoint], *, title: str | None = None) -> None:
        """Show these parts."""
        super().set_points(points, title=title)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the bar and a line a part."""
        m = active().metrics
        return QSize(m.px(320), m.px(28) + len(self._points) * m.px(26))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: every part has its line."""
        return QSize(active().metrics.px(160), self.sizeHint().height())

    def _fill(self, number: int) -> QColor:
        """Return a part's colour: shades of the one accent; the legend says which is which."""
        c = active().colours
        fill = QColor(c.accent)
        steps = (1.0, 0.72, 0.5, 0.34, 0.22, 0.14)
        fill.setAlphaF(steps[min(number, len(steps) - 1)])
        return fill

    def _number_at(self, x: float, y: float) -> int:
        m = active().metrics
        if y > m.px(24):
            number = int((y - m.px(24)) // m.px(26))
            return number if number < len(self._points) else -1
        for number, (left, width) in enumerate(self._parts()):
            if left <= x < left + width:
                return number
        return -1

    def _parts(self) -> list[tuple[float, float]]:
        whole = sum(max(point.value, 0) for point in self._points) or 1
        parts, x = [], 4.0
        room = self.width() - 8
        for point in self._points:
            width = room * max(point.value, 0) / whole
            parts.append((self.width() - x - width if self._rtl() else x, width))
            x += width
        return parts

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and its legend."""
        painter = QPainter(self)
        if not self._paint_ground(painter):
            return
        c, m = active().colours, active().metrics
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        trough = QPainterPath()
        trough.addRoundedRect(QRectF(4, 4, self.width() - 8, m.px(14)), 4, 4)
        painter.save()
        painter.setClipPath(trough)
        painter.fillPath(trough, colour(c.surface))
        for number, (left, width) in enumerate(self._parts()):
            painter.fillRect(QRectF(left, 4, max(width - 1, 1), m.px(14)), self._fill(number))
        painter.restore()
        column = max(text_width(point.text, m.text) for point in self._points)
        for number, point in enumerate(self._points):
            row = QRect(4, m.px(24) + number * m.px(26), self.width() - 8, m.px(26))
            if number == self._marked:
                draw_box(painter, row, fill=c.hover, radius=4)
            dot = m.px(10)
            x = row.right() - m.px(4) - dot if self._rtl() else row.left() + m.px(4)
            painter.setPen(QPen(colour(c.outline), 1))
            painter.setBrush(self._fill(number))
            painter.drawRoundedRect(QRectF(x, row.center().y() - dot / 2, dot, dot), 2, 2)
            inner = row.adjusted(m.px(22), 0, -m.px(6), 0)
            if self._rtl():
                inner = row.adjusted(m.px(6), 0, -m.px(22), 0)
            figures = inner.adjusted(0, 0, column - inner.width(), 0) if self._rtl() else inner
            draw_text(painter, figures, point.text, pixels=m.text, ink=c.ink, align=RIGHT)
            shift = column + m.px(8)
            inner = inner.adjusted(shift if self._rtl() else 0, 0, 0 if self._rtl() else -shift, 0)
            draw_text(painter, inner, point.label, pixels=m.text, ink=c.muted, rtl=self._rtl())
