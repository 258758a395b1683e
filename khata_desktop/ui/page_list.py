"""The one list of pages. A page is one function that imports and makes it, and one line of the list.

Pages are imported at their first visit: the window must be painted before reports and PDF are loaded.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from khata_desktop.ui.main_window import PageSpec

if TYPE_CHECKING:
    from khata_desktop.ui.context import PageContext

SELL = str(QT_TRANSLATE_NOOP("pages", "Sell and buy"))
PEOPLE = str(QT_TRANSLATE_NOOP("pages", "People"))
MONEY = str(QT_TRANSLATE_NOOP("pages", "Money"))
KNOW = str(QT_TRANSLATE_NOOP("pages", "Know"))


def _settings(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.settings_page import SettingsPage

    return SettingsPage(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        key="settings",
        title=str(QT_TRANSLATE_NOOP("pages", "Settings")),
        icon="settings",
        group=KNOW,
        factory=_settings,
    ),
)
