"""Names that came from another computer: what of them may be shown on a terminal or in a window."""

from __future__ import annotations

import unicodedata

#: The longest name a device gives itself.
MOST_DEVICE_NAME = 60
#: Joiners that Urdu and Hindi are written with; all else of their category moves or hides text.
_JOINERS = "\u200c\u200d"
#: Control, formatting (the overrides of direction among them), half and private characters, ends of lines.
_KEPT_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown_name(name: str, most: int = MOST_DEVICE_NAME) -> str:
    """Return a name as one short line of visible letters, which can neither steer a terminal nor turn text.

    What is left of nothing is a question mark.
    """
    line = " ".join(name.split())
    visible = "".join(
        letter for letter in line if letter in _JOINERS or unicodedata.category(letter) not in _KEPT_OUT
    )
    short = " ".join(visible.strip(_JOINERS + " ").split())
    if len(short) > most:
        short = short[: most - 1].rstrip() + "…"
    return short or "?"
