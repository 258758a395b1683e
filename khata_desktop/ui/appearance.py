"""The look of the whole program by the user's choices."""

from PySide6.QtWidgets import QApplication

from khata_desktop.config import AppConfig
from khata_desktop.ui.theme import apply_theme


def dress(app: QApplication, config: AppConfig) -> None:
    """Give the whole program the look of these choices."""
    apply_theme(
        app,
        config.theme,
        scale=config.font_scale_percent / 100,
        language=config.language_or_english,
        compact=config.compact_rows,
    )
