"""Line icons of 1.5 px stroke, one SVG each in resources/icons, tinted when loaded."""

import logging
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from khata_desktop.config import resource_path

_log = logging.getLogger(__name__)

# What points in reading direction is turned round for right-to-left; a tick or a clock is not.
DIRECTIONAL = frozenset(
    {
        "arrow-back", "chevron-left", "chevron-right", "undo", "redo", "return", "import", "export",
        "command", "message", "reports", "vouchers", "pdf",
    }
)  # fmt: skip


@lru_cache(maxsize=256)
def _svg(name: str) -> bytes:
    try:
        return resource_path("icons", f"{name}.svg").read_bytes()
    except OSError:
        _log.warning("icon %s is missing", name)
        return b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


@lru_cache(maxsize=512)
def icon_pixmap(
    name: str, colour: str, size: int = 20, ratio: float = 1.0, mirrored: bool = False
) -> QPixmap:
    """Return an icon drawn in one colour.

    `size` is in logical pixels, `ratio` the device pixels of one. `mirrored` turns what points in
    reading direction (back, next) round for right-to-left.
    """
    renderer = QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", colour.encode())))
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return a QIcon for the few places of Qt that want one (menus, line-edit actions)."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(icon_pixmap(name, colour, size, ratio))
    return result
