"""The language of the window, switched live.

English is what stands in the sources; Urdu and Hindi come from `resources/i18n/khata_*.qm`, made by
`resources/i18n/update.py`. English has a file as well, for its plurals.
"""

import logging

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from khata_desktop.config import LANGUAGES, Language, resource_path

_log = logging.getLogger(__name__)

_TRANSLATOR = "khata-translation"
_LANGUAGE = "khataLanguage"
# As `formatting.RIGHT_TO_LEFT_LANGUAGES`, whose package would cost the first picture a tenth of its time.
_RIGHT_TO_LEFT: frozenset[Language] = frozenset({"ur"})

_read: dict[Language, bytes] = {}


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the direction a language is laid out in."""
    if language in _RIGHT_TO_LEFT:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _words_of(language: Language) -> bytes:
    """Return what a translation file holds, "" where it is missing.

    Qt would map the file by its name, and end the program when an update writes it anew meanwhile; of bytes
    it keeps no copy, so they stay here.
    """
    try:
        _read[language] = resource_path("i18n", f"khata_{language}.qm").read_bytes()
    except OSError:
        return b""
    return _read[language]


def use_language(app: QApplication, language: Language) -> None:
    """Put the whole program into a language while it runs.

    Strings and direction are in place on return; then every widget gets one LanguageChange event. A
    missing file is logged and leaves English words; the direction is set all the same.
    """
    if app.property(_LANGUAGE) == language:
        return
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if not translator.load(_words_of(language)):
        _log.warning("translation file for %s is missing", language)
    for former in app.findChildren(QTranslator, _TRANSLATOR, Qt.FindChildOption.FindDirectChildrenOnly):
        if former is not translator:
            QCoreApplication.removeTranslator(former)
            former.setParent(None)
    QCoreApplication.installTranslator(translator)
    app.setProperty(_LANGUAGE, language)
    app.setLayoutDirection(direction_of(language))
    # Qt tells of a change only when there are strings in the file; it sums up several into one.
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def language_in_use(app: QApplication) -> Language:
    """Return the language the program is in; English until `use_language` was called."""
    chosen = app.property(_LANGUAGE)
    for language in LANGUAGES:
        if language == chosen:
            return language
    return "en"
