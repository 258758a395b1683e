"""The language of the window, switched live.

English is what stands in the sources; Urdu and Hindi come from `resources/i18n/khata_*.qm`, made by
`resources/i18n/update.py`. English has a file as well, for its plurals.
"""

import logging

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from khata_desktop.config import LANGUAGES, Language, resource_path
from khata_desktop.formatting import RIGHT_TO_LEFT_LANGUAGES

_log = logging.getLogger(__name__)

_TRANSLATOR = "khata-translation"
_LANGUAGE = "khataLanguage"


class _HoldBack(QObject):
    """Swallows language changes, of which Qt sends one for each translator taken out or put in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the direction a language is laid out in."""
    if language in RIGHT_TO_LEFT_LANGUAGES:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def use_language(app: QApplication, language: Language) -> None:
    """Put the whole program into a language, at once and while it runs.

    Every widget gets one LanguageChange event after the strings and the direction are in place. A
    missing file is logged and leaves English words; the direction is set all the same.
    """
    if app.property(_LANGUAGE) == language:
        return
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if not translator.load(str(resource_path("i18n", f"khata_{language}.qm"))):
        _log.warning("translation file for %s is missing", language)
    hold_back = _HoldBack()
    app.installEventFilter(hold_back)
    try:
        for former in app.findChildren(QTranslator, _TRANSLATOR, Qt.FindChildOption.FindDirectChildrenOnly):
            if former is not translator:
                QCoreApplication.removeTranslator(former)
                former.setParent(None)
        QCoreApplication.installTranslator(translator)
    finally:
        app.removeEventFilter(hold_back)
    app.setProperty(_LANGUAGE, language)
    app.setLayoutDirection(direction_of(language))
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def language_in_use(app: QApplication) -> Language:
    """Return the language the program is in; English until `use_language` was called."""
    chosen = app.property(_LANGUAGE)
    for language in LANGUAGES:
        if language == chosen:
            return language
    return "en"
