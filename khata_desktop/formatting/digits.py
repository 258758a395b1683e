"""Digits of the three scripts, and the invisible marks that keep a number whole in right-to-left text."""

from typing import Literal

Language = Literal["en", "ur", "hi"]
Digits = Literal["latin", "local"]

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
END_OF_ISOLATE = "\u2069"

#: Each language by its own name, as a language chooser shows it.
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "ur": "اردو", "hi": "हिन्दी"}
RIGHT_TO_LEFT_LANGUAGES: frozenset[Language] = frozenset({"ur"})

_LOCAL_DIGITS: dict[str, str] = {"ur": "۰۱۲۳۴۵۶۷۸۹", "hi": "०१२३४५६७८९"}
_TO_LOCAL = {language: str.maketrans("0123456789", digits) for language, digits in _LOCAL_DIGITS.items()}
_TO_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹" + "٠١٢٣٤٥٦٧٨٩" + "०१२३४५६७८९" + "০১২৩৪৫৬৭৮৯", "0123456789" * 4)

# Marks that steer direction or stand for nothing; whatever was copied from a screen may carry them.
_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD]
)


def local_digits(text: str, language: Language) -> str:
    """Return text with its Latin digits replaced by the language's own; English has no others."""
    table = _TO_LOCAL.get(language)
    return text.translate(table) if table else text


def latin_digits(text: str) -> str:
    """Return text with Urdu, Arabic, Hindi and Bengali digits replaced by Latin ones."""
    return text if text.isascii() else text.translate(_TO_LATIN)


def without_invisible_marks(text: str) -> str:
    """Return text without direction marks, zero-width characters and soft hyphens."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def isolated(text: str) -> str:
    """Return text wrapped so that it reads left to right and whole, whatever stands around it."""
    return f"\u2066{text}\u2069"


def isolated_in(text: str, language: Language) -> str:
    """Return text wrapped so that it reads in the language's own direction, whatever stands around it."""
    start = RIGHT_TO_LEFT_ISOLATE if language in RIGHT_TO_LEFT_LANGUAGES else LEFT_TO_RIGHT_ISOLATE
    return f"{start}{text}\u2069"
