"""What holds for every test of the window: the theme is on, and every window is let go of afterwards."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khata_desktop.ui.garbage import GarbageCollector
from khata_desktop.ui.theme import apply_theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect what the offscreen platform always says: it has no window manager to give size hints to."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> Iterator[GarbageCollector]:
    """Collect garbage as the program does: where widgets live, and on no other thread."""
    collector = GarbageCollector()
    yield collector
    gc.enable()


@pytest.fixture(autouse=True)
def theme(qapp: QApplication, garbage: GarbageCollector) -> Iterator[None]:
    """Dress the program plainly: light, English, no motion."""
    apply_theme(qapp, "light", motion=False)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.collect_due()


@pytest.fixture
def right_to_left(qapp: QApplication, qtbot: QtBot) -> None:
    """Turn the window round, as Urdu does."""
    apply_theme(qapp, "light", language="ur", motion=False)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
