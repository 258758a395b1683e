"""Python's cyclic garbage is collected on the GUI thread only.

Left to itself the collector runs on whichever thread happens to make the next object. On the database
worker's it would destroy widgets that only cycles still hold, while the GUI thread paints or styles them: a
crash without a message, once in a long while. So it is switched off, and a timer does its work where
widgets live.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer

#: Often, so that each look is short: what another thread makes within a second of a busy import, or while
#: entries of other devices are taken in, takes a tenth of a second to look through, and the window waits.
_EVERY_MS = 20
#: All that ever lasted is looked through seldom: that is the longest of all.
_FULLY_EVERY_S = 300.0


class GarbageCollector(QObject):
    """Collects cyclic garbage on the thread it was made on, and keeps every other from doing so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._fully_at = monotonic() + _FULLY_EVERY_S
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start(_EVERY_MS)

    def collect_due(self) -> None:
        """Collect what Python's own thresholds call due; the oldest generation only once in a while."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[2] > thresholds[2] and monotonic() >= self._fully_at:
            self._fully_at = monotonic() + _FULLY_EVERY_S
            gc.collect(2)
        elif counts[1] > thresholds[1]:
            gc.collect(1)
        elif counts[0] > thresholds[0]:
            gc.collect(0)
