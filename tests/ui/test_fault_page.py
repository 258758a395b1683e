"""The page for a book that cannot be opened: every way on can be read and pressed, whatever the language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from khata_desktop.config import Language, RecentBook
from khata_desktop.domain.errors import BookDamaged, BookMissing, KhataError
from khata_desktop.ui.fault_page import FaultPage
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.translation import use_language
from khata_desktop.ui.widgets.button import Button

FAULTS = (BookDamaged(path="x", detail="x"), BookMissing(path="x"))
# As wide as a moment is in each language.
MOMENTS: dict[Language, str] = {
    "en": "28 Sept 2026 16:08",
    "ur": "28 ستمبر 2026 16:08",
    "hi": "28 अक्टूबर 2026 16:08",
}


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(qapp, "en")


def fault_page(qtbot: QtBot, fault: KhataError, *, when: str = "1 May 2026 09:00") -> FaultPage:
    books = [RecentBook(path=f"/home/shop/{name}.khata", name=name) for name in ("Godown", "Old", "Mill")]
    page = FaultPage(fault, Path("/media/usb/Shop.khata"), books=books)
    page.set_backups([(Path(f"{number}.khata"), when) for number in range(5)], Path("/media/usb"))
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def cut_off(page: FaultPage) -> list[str]:
    """Return the buttons that are narrower than their words, or do not stand wholly on the page."""
    out = []
    for button in page.findChildren(Button):
        if button.isHidden():
            continue
        for view in page.findChildren(QScrollArea):
            view.ensureWidgetVisible(button)
        seen = button.visibleRegion().boundingRect()
        if button.width() < button.sizeHint().width() or seen != button.rect():
            out.append(button.label)
    return out


@pytest.mark.parametrize("fault", FAULTS, ids=("damaged", "missing"))
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", ["en", "ur", "hi"])
def test_no_button_is_cut_off(
    qtbot: QtBot, qapp: QApplication, language: Language, scale: float, fault: KhataError
) -> None:
    apply_theme(qapp, "light", scale=scale, language=language, motion=False)
    use_language(qapp, language)
    page = fault_page(qtbot, fault, when=MOMENTS[language])
    assert cut_off(page) == []


def test_with_large_letters_the_last_button_is_reached_with_the_keyboard(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", scale=1.5, motion=False)
    page = fault_page(qtbot, FAULTS[0])
    page.focus_first()
    assert page.restore.hasFocus()
    for _ in range(30):
        if page.other.hasFocus():
            break
        focused = qapp.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert page.other.hasFocus()
    view = page.findChildren(QScrollArea)[0].viewport()
    assert view.rect().contains(QRect(page.other.mapTo(view, QPoint(0, 0)), page.other.size()))
