"""Python's cyclic garbage is collected on the GUI thread only.

Left to itself the collector runs on whichever thread happens to make the next object. On the database
worker's it would destroy widgets that only cycles still hold, while the GUI thread paints or styles them: a
crash without a message, once in a long while. So it is switched off, and a timer does its work where
widgets live.
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: Often enough that a busy import's cycles never pile up, seldom enough to cost nothing.
_EVERY_MS = 1_000


class GarbageCollector(QObject):
    """Collects cyclic garbage on the thread it was made on, and keeps every other from doing so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start(_EVERY_MS)

    def collect_due(self) -> None:
        """Collect what Python's own thresholds call due, the oldest generation included."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
