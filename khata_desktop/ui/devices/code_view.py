"""The code another device reads, and the six digits both screens show."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, draw_box, draw_text
from khata_desktop.ui.theme.tokens import RADIUS_SHEET

Modules = Sequence[Sequence[bool]]

#: Readers want this many light modules around a code.
_QUIET = 4
_SIDE = 360


def picture_of(modules: Modules, pixels: int) -> QImage:
    """Return a code as a picture, each module so many pixels wide, with its quiet zone."""
    side = (len(modules) + 2 * _QUIET) * pixels
    image = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(painter, modules, 0, 0, pixels)
    painter.end()
    return image


def _paint(painter: QPainter, modules: Modules, left: int, top: int, pixels: int) -> None:
    # Dark on light in every theme: that is what cameras and readers look for.
    light, dark = QColor("#FFFFFF"), QColor("#000000")
    side = (len(modules) + 2 * _QUIET) * pixels
    painter.fillRect(left, top, side, side, light)
    for row, line in enumerate(modules):
        for column, is_dark in enumerate(line):
            if is_dark:
                x, y = left + (column + _QUIET) * pixels, top + (row + _QUIET) * pixels
                painter.fillRect(x, y, pixels, pixels, dark)


class CodeView(QWidget):
    """Shows a code in whole pixels, as large as fits: a screenshot of it can be read as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_modules(self, modules: Modules) -> None:
        """Show another code; none for an empty place."""
        self._modules = modules
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return what can be read from the other side of a counter, and is whole on a small screen.

        It does not grow with the letters: a code that is cut off by the window cannot be read at all.
        """
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the code in the middle."""
        painter = QPainter(self)
        if not self._modules:
            return
        count = len(self._modules) + 2 * _QUIET
        pixels = max(1, min(self.width(), self.height()) // count)
        side = count * pixels
        _paint(painter, self._modules, (self.width() - side) // 2, (self.height() - side) // 2, pixels)


class DigitsView(QWidget):
    """Six digits, as large as they are important, read from left to right in every language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def digits(self) -> str:
        """What is shown."""
        return self._digits

    def set_digits(self, digits: str) -> None:
        """Show these six."""
        self._digits = digits
        self.setAccessibleName(" ".join(digits))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for large letters."""
        m = active().metrics
        return QSize(m.px(240), m.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them in two groups of three."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        draw_box(painter, self.rect(), fill=c.select, radius=RADIUS_SHEET)
        text = f"{self._digits[:3]} {self._digits[3:]}"
        draw_text(painter, self.rect(), text, pixels=m.px(48), ink=c.ink, bold=True, align=CENTRE)


class WordsView(QWidget):
    """The words of a recovery phrase with their numbers: painted, so that they cannot be copied."""

    _COLUMNS, _ROWS = 3, 8

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = tuple(words)
        # They are English words in every language, and stand from left to right.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(", ".join(f"{number} {word}" for number, word in enumerate(self.words, 1)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for three columns of eight."""
        m = active().metrics
        return QSize(m.px(360), self._ROWS * m.px(30) + m.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw column after column."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        draw_box(painter, self.rect(), fill=c.sunken, radius=RADIUS_SHEET)
        edge, high = m.px(12), m.px(30)
        wide = (self.width() - 2 * edge) // self._COLUMNS
        for place, word in enumerate(self.words):
            column, row = divmod(place, self._ROWS)
            left, top = edge + column * wide, edge + row * high
            number = QRect(left, top, m.px(22), high)
            draw_text(painter, number, str(place + 1), pixels=m.small, ink=c.muted)
            room = QRect(left + m.px(26), top, wide - m.px(26), high)
            draw_text(painter, room, word, pixels=m.text, ink=c.ink, bold=True)
