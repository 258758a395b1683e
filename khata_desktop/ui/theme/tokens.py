"""The measures of the look, in one place: colours, space, radius, type, rows.

Nothing else in the window names a colour or a size of type. A pair of text and background that may
meet on screen is listed in `text_pairs`, and a test computes that each reaches 4.5:1.
"""

from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["", "gave", "got", "warn", "muted", "accent"]

SPACE_HALF: Final = 4
SPACE: Final = 8
SPACE_1H: Final = 12
SPACE_2: Final = 16
SPACE_3: Final = 24
RADIUS: Final = 6
RADIUS_SHEET: Final = 10
RAIL_WIDTH: Final = 208
RAIL_FOLDED: Final = 56
FOLD_BELOW: Final = 1200
SKELETON_AFTER_MS: Final = 150
TOAST_MS: Final = 6000
MOTION_MS: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours, each "#RRGGBB".

    `*_soft` are backgrounds of badges and notices, `outline` the border of what can be typed into,
    `focus` the ring, `*_on` text or ground of the chosen thing.
    """

    name: str
    dark: bool
    paper: str
    surface: str
    sunken: str
    line: str
    outline: str
    ink: str
    muted: str
    rail: str
    rail_ink: str
    rail_muted: str
    rail_hover: str
    rail_edge: str
    rail_on: str
    rail_on_ink: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_ink: str
    focus: str
    gave: str
    gave_soft: str
    got: str
    got_soft: str
    warn: str
    warn_soft: str
    zebra: str
    hover: str
    select: str
    skeleton: str
    toast: str
    toast_ink: str
    toast_action: str
    scroll: str
    veil: str

    def tone(self, tone: Tone | str) -> str:
        """Return the text colour of a tone; "" is plain ink."""
        return {
            "gave": self.gave,
            "got": self.got,
            "warn": self.warn,
            "muted": self.muted,
            "accent": self.accent,
        }.get(tone, self.ink)

    def soft(self, tone: Tone | str) -> str:
        """Return the ground of a badge or notice of this tone."""
        return {
            "gave": self.gave_soft,
            "got": self.got_soft,
            "warn": self.warn_soft,
            "accent": self.select,
        }.get(tone, self.sunken)


LIGHT: Final = Colours(
    name="light",
    dark=False,
    paper="#FAF8F3",
    surface="#FFFFFF",
    sunken="#F3F0E8",
    line="#E8E3D8",
    outline="#CFC8B8",
    ink="#1B2430",
    muted="#586270",
    rail="#0F3D38",
    rail_ink="#D9E6E2",
    rail_muted="#9DBDB5",
    rail_hover="#144A44",
    rail_edge="#0F3D38",
    rail_on="#17564E",
    rail_on_ink="#FFFFFF",
    accent="#0E7C66",
    accent_hover="#0B6A57",
    accent_pressed="#09584A",
    accent_ink="#FFFFFF",
    focus="#0E7C66",
    gave="#B42318",
    gave_soft="#FDEDEA",
    got="#067647",
    got_soft="#E6F5EC",
    warn="#A84308",
    warn_soft="#FDF1E2",
    zebra="#FCFBF8",
    hover="#F5F3EC",
    select="#DDEFEA",
    skeleton="#ECE8DE",
    toast="#1B2430",
    toast_ink="#F5F3EC",
    toast_action="#7FDCC3",
    scroll="#C9C2B4",
    veil="#1B2430",
)

DARK: Final = Colours(
    name="dark",
    dark=True,
    paper="#12171C",
    surface="#1A2128",
    sunken="#232C34",
    line="#2B343D",
    outline="#3E4A55",
    ink="#E8ECEF",
    muted="#A3AFBA",
    rail="#0B1115",
    rail_ink="#B9C6CC",
    rail_muted="#83969C",
    rail_hover="#141D21",
    rail_edge="#0B1115",
    rail_on="#1D2B30",
    rail_on_ink="#FFFFFF",
    accent="#35B597",
    accent_hover="#47C4A7",
    accent_pressed="#2AA287",
    accent_ink="#06231C",
    focus="#47C4A7",
    gave="#FF8A7A",
    gave_soft="#3A2224",
    got="#5FD4A0",
    got_soft="#17332A",
    warn="#F5B55C",
    warn_soft="#382C1A",
    zebra="#1D252C",
    hover="#222C34",
    select="#1F3B37",
    skeleton="#2A343D",
    toast="#E8ECEF",
    toast_ink="#1A2128",
    toast_action="#0B6A57",
    scroll="#46535E",
    veil="#000000",
)

CONTRAST: Final = Colours(
    name="contrast",
    dark=True,
    paper="#000000",
    surface="#000000",
    sunken="#1C1C1C",
    line="#FFFFFF",
    outline="#FFFFFF",
    ink="#FFFFFF",
    muted="#E6E6E6",
    rail="#000000",
    rail_ink="#FFFFFF",
    rail_muted="#E6E6E6",
    rail_hover="#262626",
    rail_edge="#FFFFFF",
    rail_on="#FFD800",
    rail_on_ink="#000000",
    accent="#FFD800",
    accent_hover="#FFE55C",
    accent_pressed="#E0BE00",
    accent_ink="#000000",
    focus="#FFD800",
    gave="#FFA89C",
    gave_soft="#000000",
    got="#7CFFB2",
    got_soft="#000000",
    warn="#FFD37A",
    warn_soft="#000000",
    zebra="#000000",
    hover="#1F1F1F",
    select="#00457E",
    skeleton="#3A3A3A",
    toast="#FFFFFF",
    toast_ink="#000000",
    toast_action="#003E73",
    scroll="#FFFFFF",
    veil="#000000",
)

COLOURS: Final[dict[str, Colours]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def text_pairs(c: Colours) -> list[tuple[str, str, str]]:
    """Return every (name, text colour, background colour) that may meet on screen."""
    grounds = {
        "paper": c.paper,
        "surface": c.surface,
        "zebra": c.zebra,
        "hover": c.hover,
        "select": c.select,
        "sunken": c.sunken,
    }
    pairs = [
        (f"{tone or 'ink'} on {name}", c.tone(tone), ground)
        for name, ground in grounds.items()
        for tone in ("", "muted", "gave", "got", "warn")
    ]
    pairs += [(f"{tone} badge", c.tone(tone), c.soft(tone)) for tone in ("gave", "got", "warn", "muted")]
    pairs += [
        ("accent on surface", c.accent, c.surface),
        ("accent on paper", c.accent, c.paper),
        ("primary button", c.accent_ink, c.accent),
        ("primary button, hover", c.accent_ink, c.accent_hover),
        ("primary button, pressed", c.accent_ink, c.accent_pressed),
        ("rail", c.rail_ink, c.rail),
        ("rail, hover", c.rail_ink, c.rail_hover),
        ("rail section", c.rail_muted, c.rail),
        ("rail, chosen", c.rail_on_ink, c.rail_on),
        ("toast", c.toast_ink, c.toast),
        ("toast action", c.toast_action, c.toast),
    ]
    return pairs


def contrast_ratio(first: str, second: str) -> float:
    """Return the WCAG 2 contrast of two "#RRGGBB" colours, 1.0 to 21.0."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Sizes in pixels for one font scale and script.

    Urdu is set in Naskh, whose letters are smaller and stand taller: it gets a pixel more of type and
    its own line height, so that rows and rail stay on the same grid as in English.
    """

    scale: float
    tiny: int
    small: int
    text: int
    lead: int
    title: int
    total: int
    control: int
    row: int
    row_compact: int
    line_factor: float

    def px(self, pixels: float) -> int:
        """Return a length of the 100 % drawing at this scale."""
        return round(pixels * self.scale)

    def line(self, size: int) -> int:
        """Return the height of one line of type of this pixel size, on the 4-pixel grid."""
        return int(-(-size * self.line_factor // 4) * 4)


def metrics_for(*, scale: float = 1.0, language: str = "en") -> Metrics:
    """Return the sizes for a font scale (1.0, 1.25, 1.5) and a language ("en", "ur", "hi")."""
    naskh = language == "ur"
    small = 1 if naskh else 0

    def px(pixels: float) -> int:
        return round(pixels * scale)

    return Metrics(
        scale=scale,
        tiny=px(11 + small),
        small=px(12 + small),
        text=px(13 + small),
        lead=px(17 + small),
        title=px(22),
        total=px(34),
        control=px(34),
        row=px(34),
        row_compact=px(26),
        line_factor=1.72 if naskh else 1.4,
    )
