"""Text and rounded boxes as every painted widget draws them: on one baseline, mirrored by layout."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText, QTextOption, QTransform

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
    return int(_lay_out(text, pixels, bold, False)[1]) + 1


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
    # A text of isolated parts alone ("1 Oct – 20 Nov") has no direction of its own: it takes the window's.
    turned = rtl and text[0] in _ISOLATES
    laid_out, width = _lay_out(text, pixels, bold, turned)
    room = rect.width()
    if width > room:
        text = font_metrics(pixels, bold).elidedText(text, _ELIDE, room)
        laid_out, width = _lay_out(text, pixels, bold, turned)
    if align == CENTRE:
        x = rect.left() + (room - width) / 2
    elif align == RIGHT or (align == START) == rtl:
        x = rect.left() + room - width
    else:
        x = float(rect.left())
    capitals, ascent = _heights(pixels, bold)
    baseline = round(rect.top() + (rect.height() + capitals) / 2)
    painter.setFont(make_font(pixels, bold))
    painter.setPen(colour(ink))
    painter.drawStaticText(QPointF(round(x), baseline - ascent), laid_out)
    return width


@lru_cache(maxsize=4096)
def _lay_out(text: str, pixels: int, bold: bool, turned: bool) -> tuple[QStaticText, float]:
    """Return a line shaped once, and its width: shaping costs more than all the rest of a repaint."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if turned else _AUTO)
    laid_out.setTextOption(option)
    laid_out.prepare(QTransform(), make_font(pixels, bold))
    return laid_out, laid_out.size().width()


@lru_cache(maxsize=64)
def _heights(pixels: int, bold: bool) -> tuple[float, float]:
    """Return the height of capitals and the ascent. All our fonts have one ascent, so one baseline."""
    metrics = font_metrics(pixels, bold)
    return metrics.capHeight(), round(metrics.ascent())


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
