"""The look in one place: tokens, fonts, icons, palette and style sheet."""

from khata_desktop.ui.theme.fonts import FAMILIES, make_font, register_fonts
from khata_desktop.ui.theme.icons import icon, icon_pixmap
from khata_desktop.ui.theme.theme import Theme, active, apply_theme, resolve_theme_name
from khata_desktop.ui.theme.tokens import Colours, Metrics, Tone

__all__ = [
    "FAMILIES",
    "Colours",
    "Metrics",
    "Theme",
    "Tone",
    "active",
    "apply_theme",
    "icon",
    "icon_pixmap",
    "make_font",
    "register_fonts",
    "resolve_theme_name",
]
