"""The program's own fonts: registered from the shipped files, families always named explicitly."""

import logging
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from khata_desktop.config import resource_path

_log = logging.getLogger(__name__)

# Noto Sans first: figures and Latin look the same in every language. Naskh, not Nastaliq, on screen:
# Nastaliq is clipped in one-line fields.
FAMILIES: Final = ("Noto Sans", "Noto Naskh Arabic", "Noto Sans Devanagari")
_FILES: Final = (
    "NotoSans_400Regular.ttf",
    "NotoSans_700Bold.ttf",
    "NotoNaskhArabic_400Regular.ttf",
    "NotoNaskhArabic_700Bold.ttf",
    "NotoSansDevanagari_400Regular.ttf",
    "NotoSansDevanagari_700Bold.ttf",
)


@lru_cache(maxsize=1)
def register_fonts() -> tuple[str, ...]:
    """Load the shipped fonts once; return the families found. A missing file is logged, not fatal."""
    found: list[str] = []
    for name in _FILES:
        identifier = QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
        if identifier < 0:
            _log.warning("font file %s is missing", name)
            continue
        found += QFontDatabase.applicationFontFamilies(identifier)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=64)
def make_font(pixels: int, bold: bool = False) -> QFont:
    """Return the program's font at this pixel size."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    # Hinting to whole pixels makes small Naskh uneven; vertical hinting alone keeps it crisp.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
