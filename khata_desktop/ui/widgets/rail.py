"""The rail at the reading start: groups of pages, folding to icons in a narrow window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, colour, draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS, RAIL_FOLDED, RAIL_WIDTH
from khata_desktop.ui.widgets.button import key_text

_ROW, _LEAST_ROW = 36, 26
_SECTION, _SECTION_FOLDED = 32, 12
_FOOT: Final = 8
_MOST_COUNTED: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """A page in the rail; an entry without a key is a section title. ``count`` is what waits there."""

    title: str
    key: str = ""
    icon: str = ""
    shortcut: str = ""
    count: int = 0


class _RailItem(QAbstractButton):
    def __init__(self, entry: RailEntry, rail: "Rail") -> None:
        super().__init__(rail)
        self.entry = entry
        self._rail = rail
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(entry.title.replace("&", "&&"))
        self.count = 0
        self.set_count(entry.count)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        self.count = count
        self.setAccessibleName(f"{self.entry.title} ({count})" if count else self.entry.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._rail.width(), self._rail.row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        c, m = theme.colours, theme.metrics
        painter = QPainter(self)
        chosen = self.isChecked()
        box = self.rect().adjusted(m.px(8), 1, -m.px(8), -1)
        if chosen or self.underMouse() or self.isDown():
            draw_box(painter, box, fill=c.rail_on if chosen else c.rail_hover, radius=RADIUS)
        if self.hasFocus():
            ring = c.rail_on_ink if c.name != "contrast" or not chosen else c.ink
            draw_box(painter, box, fill=None, border=ring, width=2, radius=RADIUS)
        ink = c.rail_on_ink if chosen else c.rail_ink
        size = m.px(18)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = (self.height() - size) // 2
        if self._rail.folded:
            draw_icon(painter, (self.width() - size) // 2, top, self.entry.icon, ink, size)
            if self.count:
                dot = m.px(8)
                place = QRect((self.width() + size) // 2 - dot // 2, top - dot // 4, dot, dot)
                draw_box(painter, place, fill=c.warn_soft, radius=dot / 2)
            return
        inner = box.adjusted(m.px(10), 0, -m.px(10), 0)
        x = inner.right() + 1 - size if rtl else inner.left()
        draw_icon(painter, x, top, self.entry.icon, ink, size)
        shift = size + m.px(10)
        inner = inner.adjusted(0, 0, -shift, 0) if rtl else inner.adjusted(shift, 0, 0, 0)
        if self.count:
            inner = self._paint_count(painter, inner, rtl)
        elif self.entry.shortcut:
            key = key_text(self.entry.shortcut)
            width = text_width(key, m.tiny)
            place = QRect(inner.left() if rtl else inner.right() + 1 - width, 0, width, self.height())
            quiet = ink if chosen else c.rail_muted
            draw_text(painter, place, key, pixels=m.tiny, ink=quiet)
            inner = inner.adjusted(width + 8 if rtl else 0, 0, 0 if rtl else -width - 8, 0)
        draw_text(painter, inner, self.entry.title, pixels=m.text, ink=ink, bold=chosen, rtl=rtl)

    def _paint_count(self, painter: QPainter, inner: QRect, rtl: bool) -> QRect:
        """Draw how much waits there, at the reading end; return what is left for the title."""
        c, m = active().colours, active().metrics
        text = str(self.count) if self.count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        high = m.line(m.tiny) + m.px(2)
        width = max(high, text_width(text, m.tiny, True) + m.px(12))
        x = inner.left() if rtl else inner.right() + 1 - width
        place = QRect(x, (self.height() - high) // 2, width, high)
        draw_box(painter, place, fill=c.warn_soft, radius=high / 2)
        draw_text(painter, place, text, pixels=m.tiny, ink=c.warn, bold=True, align=CENTRE)
        return inner.adjusted(width + 8 if rtl else 0, 0, 0 if rtl else -width - 8, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._rail.take_key(event):
            super().keyPressEvent(event)


class _Section(QWidget):
    def __init__(self, title: str, rail: "Rail") -> None:
        super().__init__(rail)
        self._title, self._rail = title, rail
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._rail.width(), self._rail.section_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        if self._rail.folded:
            line = QRect(m.px(16), self.height() // 2, self.width() - 2 * m.px(16), 1)
            painter.fillRect(line, colour(c.rail_muted))
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(m.px(18), m.px(8), -m.px(18), 0)
        draw_text(painter, box, self._title.upper(), pixels=m.tiny, ink=c.rail_muted, bold=True, rtl=rtl)


class _Head(QAbstractButton):
    """The program's name and the shop's; a click offers another shop."""

    def __init__(self, rail: "Rail") -> None:
        super().__init__(rail)
        self._rail = rail
        self.shop = ""
        self.brand = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        m = active().metrics
        if self._rail.folded:
            return QSize(self._rail.width(), m.px(68))
        return QSize(self._rail.width(), m.line(m.lead) + m.line(m.text) + m.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        ink = "#FFFFFF"
        if self._rail.folded:
            initial = (self.shop or self.brand)[:1]
            size = m.px(36)
            place = QRect((self.width() - size) // 2, m.px(16), size, size)
            draw_box(painter, place, fill=c.rail_on, radius=RADIUS)
            draw_text(painter, place, initial, pixels=m.lead, ink=c.rail_on_ink, bold=True, align=CENTRE)
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(m.px(18), m.px(14), -m.px(18), 0)
        first, second = m.line(m.lead), m.line(m.text)
        box.setHeight(first)
        brand = QCoreApplication.translate("pages", self.brand)
        draw_text(painter, box, brand, pixels=m.lead, ink=ink, bold=True, rtl=rtl)
        box.translate(0, first)
        box.setHeight(second)
        draw_text(painter, box, self.shop, pixels=m.text, ink=c.rail_ink, rtl=rtl)


class Rail(QFrame):
    """Navigation. Up and Down move, Enter or Space opens; Tab enters at the page shown.

    Signals:
        chosen: key of the page the user wants.
        shop_clicked: the head was clicked.
    """

    chosen = Signal(str)
    shop_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folded = False
        self.row_height = active().metrics.px(_ROW)
        self._items: dict[str, _RailItem] = {}
        self._titles = 0
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Navigation"))
        self._head = _Head(self)
        self._head.clicked.connect(self.shop_clicked)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, _FOOT)
        self._column.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self._scroll = scroll
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head)
        box.addWidget(scroll, 1)
        self._resize()

    def set_names(self, brand: str, shop: str) -> None:
        """Show the program's and the shop's name."""
        self._head.brand, self._head.shop = brand, shop
        self._head.setAccessibleName(f"{brand}, {shop}")
        self._head.setToolTip(shop)
        self._head.update()

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Show these pages and section titles, keeping the one chosen."""
        current = self.current
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items = {}
        self._titles = sum(1 for entry in entries if not entry.key)
        for entry in entries:
            if not entry.key:
                self._column.addWidget(_Section(entry.title, self))
                continue
            button = _RailItem(entry, self)
            button.clicked.connect(lambda _=False, key=entry.key: self._on_item_clicked(key))
            self._items[entry.key] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._show_tips()
        self._fit()
        if current in self._items:
            self.set_current(current)

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits at an entry; 0 for nothing."""
        if key in self._items:
            self._items[key].set_count(count)

    @property
    def current(self) -> str:
        """Key of the page shown, "" for none of these."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark a page as shown."""
        for own, item in self._items.items():
            item.setChecked(own == key)
            # One stop for Tab in the whole rail: the page shown.
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == key else Qt.FocusPolicy.ClickFocus)

    def set_folded(self, folded: bool) -> None:
        """Show icons only, or icons and words."""
        if folded != self.folded:
            self.folded = folded
            self._resize()

    def _resize(self) -> None:
        m = active().metrics
        self.setFixedWidth(m.px(RAIL_FOLDED if self.folded else RAIL_WIDTH))
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
            widget.update()
        self._show_tips()
        self._fit()

    @property
    def section_height(self) -> int:
        """The height of a section's title, or of the line in its place."""
        return active().metrics.px(_SECTION_FOLDED if self.folded else _SECTION)

    def _fit(self) -> None:
        """Draw the rows closer together where the letters are large, so that every page is in sight."""
        m = active().metrics
        room = self.height() - self._head.sizeHint().height() - self._titles * self.section_height - _FOOT
        height = max(m.px(_LEAST_ROW), min(m.px(_ROW), room // max(len(self._items), 1)))
        if height != self.row_height:
            self.row_height = height
            for item in self._items.values():
                item.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the rows of the new height."""
        super().resizeEvent(event)
        self._fit()

    def _show_tips(self) -> None:
        for item in self._items.values():
            tip = item.entry.title
            if item.entry.shortcut:
                tip = f"{tip}  {key_text(item.entry.shortcut)}"
            item.setToolTip(tip if self.folded else "")

    def _on_item_clicked(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move between items or open one; return whether the key was used."""
        items = list(self._items.values())
        now = next((number for number, item in enumerate(items) if item.hasFocus()), -1)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and items:
            target = items[(now + step) % len(items)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(target)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now >= 0:
            items[now].click()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._resize()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Navigation"))
