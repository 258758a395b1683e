"""Text and rounded boxes as every painted widget draws them: on one baseline, mirrored by layout."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from khata_desktop.ui.theme.fonts import make_font
from khata_desktop.ui.theme.icons import DIRECTIONAL, icon_pixmap

START, END, CENTRE, RIGHT = 0, 1, 2, 3
_ISOLATES = ("\u2066", "\u2067", "\u2068")
_AUTO = Qt.LayoutDirection.LayoutDirectionAuto
_ELIDE = Qt.TextElideMode.ElideRight


@lru_cache(maxsize=64)
def font_metrics(pixels: int, bold: bool = False) -> QFontMetricsF:
    """Return the metrics of the program's font at this size."""
    return QFontMetricsF(make_font(pixels, bold))


@lru_cache(maxsize=64)
def colour(value: str) -> QColor:
    """Return the QColor of "#RRGGBB", kept."""
    return QColor(value)


def text_width(text: str, pixels: int, bold: bool = False) -> int:
    """Return the width of one line of text, in pixels, rounded up."""
    return int(font_metrics(pixels, bold).horizontalAdvance(text)) + 1


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    pixels: int,
    ink: str,
    bold: bool = False,
    align: int = START,
    rtl: bool = False,
) -> float:
    """Draw one line centred on the capitals' height, elided to fit; return the width drawn.

    `align` START and END follow the layout direction; RIGHT does not, for figures stand under each
    other by their last digit in every language. Latin, Naskh and Devanagari share one baseline.
    """
    if not text:
        return 0.0
    metrics = font_metrics(pixels, bold)
    width = metrics.horizontalAdvance(text)
    room = rect.width()
    if width > room:
        text = metrics.elidedText(text, _ELIDE, room)
        width = metrics.horizontalAdvance(text)
    if align == CENTRE:
        x = rect.left() + (room - width) / 2
    elif align == RIGHT or (align == START) == rtl:
        x = rect.left() + room - width
    else:
        x = float(rect.left())
    baseline = rect.top() + (rect.height() + metrics.capHeight()) / 2
    painter.setFont(make_font(pixels, bold))
    painter.setPen(colour(ink))
    # A text of isolated parts alone ("1 Oct – 20 Nov") has no direction of its own: it takes the window's.
    own = rtl and text[0] in _ISOLATES
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if own else _AUTO)
    painter.drawText(QPointF(round(x), round(baseline)), text)
    return width


def draw_box(
    painter: QPainter,
    rect: QRect,
    *,
    fill: str | None,
    border: str | None = None,
    width: int = 1,
    radius: float = 6,
) -> None:
    """Draw a rounded box whose border lies wholly inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    inset = width / 2 if border else 0.0
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(colour(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius - inset, radius - inset)


def draw_icon(
    painter: QPainter, x: float, y: float, name: str, ink: str, size: int, *, mirrored: bool = False
) -> None:
    """Draw an icon with its top left at (x, y) in logical pixels; `mirrored` turns it if it points."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, ink, size, ratio, mirrored and name in DIRECTIONAL))


def plain_font(pixels: int, bold: bool = False) -> QFont:
    """Return a font of one's own to change."""
    return QFont(make_font(pixels, bold))
