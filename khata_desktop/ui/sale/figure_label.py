"""A figure that is written smaller rather than cut."""

from __future__ import annotations

from PySide6.QtCore import QSize

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from khata_desktop.ui.widgets.label import Label

_SIZES = ("total", "title", "lead", "text", "small")


class FigureLabel(Label):
    """A label whose type becomes smaller, step by step, until all of it is seen; its height stays."""

    def _steps(self) -> list[int]:
        metrics = active().metrics
        return [int(getattr(metrics, size)) for size in _SIZES[_SIZES.index(self._size) :]]

    def _pixels(self) -> int:
        steps = self._steps()
        room = self.contentsRect().width()
        fitting = (pixels for pixels in steps if text_width(self.text(), pixels, self._bold) <= room)
        return next(fitting, steps[-1])

    def sizeHint(self) -> QSize:
        """Return room for the text at its full size."""
        pixels = self._steps()[0]
        return QSize(text_width(self.text(), pixels, self._bold), active().metrics.line(pixels))

    def minimumSizeHint(self) -> QSize:
        """Return room for the text at its smallest, and the height of the largest."""
        return QSize(text_width(self.text(), self._steps()[-1], self._bold), self.sizeHint().height())
