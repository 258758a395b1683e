"""The theme in force: what every painted widget asks for its colours, sizes and fonts.

`apply_theme` is called by the frame; a widget reads `active()` when it paints, and is told of a change
by Qt itself (StyleChange, FontChange, PaletteChange reach every widget), so nobody subscribes.
"""

from dataclasses import dataclass

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from khata_desktop.config import resource_path
from khata_desktop.ui.theme.fonts import make_font, register_fonts
from khata_desktop.ui.theme.stylesheet import build_stylesheet
from khata_desktop.ui.theme.tokens import COLOURS, LIGHT, Colours, Metrics, metrics_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours, sizes and habits in force.

    Attributes:
        colours: the set of colours.
        metrics: sizes in pixels.
        language: "en", "ur" or "hi"; decides type and line height.
        compact: tables use the 26 px row.
        motion: False when the user or the system asks for stillness.
    """

    colours: Colours
    metrics: Metrics
    language: str = "en"
    compact: bool = False
    motion: bool = True

    @property
    def row_height(self) -> int:
        """Return the height of a table row in pixels."""
        return self.metrics.row_compact if self.compact else self.metrics.row

    def font(self, size: str = "text", bold: bool = False) -> QFont:
        """Return the font of a named size: tiny, text, lead, title or total."""
        return make_font(getattr(self.metrics, size), bold)


# Set on an application that has the Fusion style. To ask it for its style makes Python learn QStyle with
# its hundreds of names, which costs the first picture a fifteenth of its time.
FUSION = "khataFusion"


class _InForce:
    theme = Theme(colours=LIGHT, metrics=metrics_for())


def active() -> Theme:
    """Return the theme in force."""
    return _InForce.theme


def resolve_theme_name(choice: str) -> str:
    """Return "light", "dark" or "contrast" for a choice that may be "system"."""
    if choice in COLOURS:
        return choice
    hints = QApplication.styleHints()
    preference = getattr(hints.accessibility().contrastPreference(), "name", "")
    if preference == "HighContrast":
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(
    app: QApplication,
    choice: str = "light",
    *,
    scale: float = 1.0,
    language: str = "en",
    compact: bool = False,
    motion: bool | None = None,
) -> Theme:
    """Dress the whole program anew, live, and return the theme now in force.

    `choice` is "light", "dark", "contrast" or "system"; `scale` the factor of type (1.0, 1.25, 1.5).
    `motion` None follows the system.
    """
    register_fonts()
    QDir.setSearchPaths("khataicons", [str(resource_path("themes"))])
    if motion is None:
        motion = (
            QApplication.isEffectEnabled(Qt.UIEffect.UI_General) or QApplication.platformName() != "windows"
        )
    theme = Theme(
        colours=COLOURS[resolve_theme_name(choice)],
        metrics=metrics_for(scale=scale, language=language),
        language=language,
        compact=compact,
        motion=motion,
    )
    _InForce.theme = theme
    if not app.property(FUSION):
        style = QStyleFactory.create("Fusion")
        if style is not None:
            app.setStyle(style)
        app.setProperty(FUSION, True)
    app.setPalette(build_palette(theme.colours))
    app.setFont(theme.font())
    app.setStyleSheet(build_stylesheet(theme.colours, theme.metrics))
    return theme


def build_palette(colours: Colours) -> QPalette:
    """Return the palette for what Qt paints without the style sheet (file dialogs, placeholders)."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, colours.paper),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.zebra),
        (role.Text, colours.ink),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.gave),
        (role.ToolTipBase, colours.toast),
        (role.ToolTipText, colours.toast_ink),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_ink),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.outline),
        (role.Shadow, colours.outline),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette
