"""Widgets die on the thread they live on, whatever thread makes the garbage."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from khata_desktop.ui.garbage import GarbageCollector


class _Page(QWidget):
    """Holds itself in a cycle, as a page with a lambda that uses it does."""

    def __init__(self, died_on: list[int]) -> None:
        super().__init__()
        self.myself = self
        weakref.finalize(self, lambda: died_on.append(threading.get_ident()))


def test_a_page_in_a_cycle_dies_on_the_gui_thread(qtbot: QtBot, garbage: GarbageCollector) -> None:
    died_on: list[int] = []
    page = _Page(died_on)
    del page

    def busy() -> None:
        # Enough to set off the collector ten times over, where it is left to itself.
        kept = [[n] for n in range(20_000)]
        for item in kept:
            item.append(item)  # type: ignore[arg-type]

    worker = threading.Thread(target=busy)
    worker.start()
    worker.join()
    assert died_on == []
    gc.collect(0)
    garbage.collect_due()
    qtbot.waitUntil(lambda: bool(died_on) or not gc.collect())
    assert died_on == [threading.get_ident()]
