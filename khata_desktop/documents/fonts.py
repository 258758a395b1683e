"""The document fonts, and which of them draws a given character.

Latin letters, digits and signs are always set in Noto Sans, so that figures look alike in every language
and keep one width. Urdu documents set the Arabic script in Nastaliq, as printed Urdu is; documents in other
languages set an Urdu name in Naskh, whose flat line fits between Latin ones.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from khata_desktop.config import Language, resource_path

if TYPE_CHECKING:
    import uharfbuzz

#: What a character that no font can draw is replaced by when it cannot even be encoded.
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Design:
    """How a typeface wants to be set; heights are parts of an em."""

    file: str
    script: str
    ascent: float
    descent: float
    scale: float = 1.0


#: Nominal heights keep the rhythm of lines; a line with taller ink (Nastaliq stacks letters) gets more.
_DESIGNS = {
    "sans": _Design(file="NotoSans", script="", ascent=0.98, descent=0.32),
    "devanagari": _Design(file="NotoSansDevanagari", script="Deva", ascent=1.0, descent=0.36),
    "naskh": _Design(file="NotoNaskhArabic", script="Arab", ascent=1.0, descent=0.45, scale=1.08),
    "nastaliq": _Design(file="NotoNastaliqUrdu", script="Arab", ascent=1.12, descent=0.5, scale=1.12),
}
_ARABIC_FIRST = {"ur": ("nastaliq", "naskh"), "en": ("naskh", "nastaliq"), "hi": ("naskh", "nastaliq")}


def _candidates(codepoint: int, language: Language) -> tuple[str, ...]:
    """Return the faces to try for a character, its script's own first."""
    if 0x0590 <= codepoint <= 0x08FF or 0xFB1D <= codepoint <= 0xFEFC:
        return (*_ARABIC_FIRST[language], "sans")
    if 0x0900 <= codepoint <= 0x097F or 0xA8E0 <= codepoint <= 0xA8FF or 0x1CD0 <= codepoint <= 0x1CFF:
        return ("devanagari", "sans")
    return ("sans", "devanagari", *_ARABIC_FIRST[language])


class Face:
    """One font file: its outlines for HarfBuzz, what it covers, and how it wants to be set.

    Attributes:
        name: short unique name, e.g. "nastaliq-bold".
        script: ISO 15924 script it is shaped as; "" lets HarfBuzz guess from the text.
        hb_face, hb_font: HarfBuzz objects in font units; treated as read-only.
        glyphs: code point -> glyph id.
        ascent, descent: nominal heights above and below the baseline, in parts of an em.
        scale: optical correction against Noto Sans at the same nominal size.
    """

    __slots__ = (
        "_advances",
        "ascent",
        "descent",
        "glyphs",
        "hb_face",
        "hb_font",
        "name",
        "scale",
        "script",
        "upem",
    )

    def __init__(self, key: str, *, bold: bool) -> None:
        import uharfbuzz as hb

        design = _DESIGNS[key]
        weight = "700Bold" if bold else "400Regular"
        path = resource_path("fonts", f"{design.file}_{weight}.ttf")
        self.name = f"{key}-bold" if bold else key
        self.script = design.script
        self.ascent, self.descent, self.scale = design.ascent, design.descent, design.scale
        self.hb_face: uharfbuzz.Face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.hb_font: uharfbuzz.Font = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self._advances: dict[int, int] = {}
        font = self.hb_font
        self.glyphs: dict[int, int] = {cp: font.get_nominal_glyph(cp) or 0 for cp in self.hb_face.unicodes}

    def advance(self, glyph: int) -> int:
        """Return the glyph's own advance width in font units."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = int(self.hb_font.get_glyph_h_advance(glyph))
        return found

    def __repr__(self) -> str:
        return f"Face({self.name!r})"


@lru_cache(maxsize=16)
def face(key: str, *, bold: bool = False) -> Face:
    """Return a typeface by key ("sans", "nastaliq", "naskh", "devanagari"), loaded once."""
    return Face(key, bold=bold)


def main_face(language: Language, *, bold: bool = False) -> Face:
    """Return the face that most text of a document in `language` is set in."""
    return face({"ur": "nastaliq", "hi": "devanagari"}.get(language, "sans"), bold=bold)


@lru_cache(maxsize=8192)
def _face_for_char(char: str, language: Language, bold: bool) -> Face | None:
    """Return the first face that draws `char`, or None when it should go with its neighbours."""
    if _goes_with_neighbours(char):
        return None
    codepoint = ord(char)
    for key in _candidates(codepoint, language):
        candidate = face(key, bold=bold)
        if codepoint in candidate.glyphs:
            return candidate
    return None


def _goes_with_neighbours(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Cc")


def faces_for(text: str, language: Language, *, bold: bool = False) -> list[Face]:
    """Return the face of every character; marks, spaces and joiners take that of the text around them.

    Arabic and Devanagari punctuation marks sit in their own fonts. A combining mark stays with its base
    when that base's face has it, so a cluster is never torn in two.
    """
    fallback = face("sans", bold=bold)
    if text.isascii():
        return [fallback] * len(text)
    chosen = [_face_for_char(char, language, bold) for char in text]
    current = next((found for found in chosen if found is not None), main_face(language, bold=bold))
    faces: list[Face] = []
    for char, found in zip(text, chosen, strict=True):
        if found is not None:
            current = found
        elif not _goes_with_neighbours(char):
            current = fallback  # nothing draws it: Noto Sans shows its box
        faces.append(current)
    return faces


@lru_cache(maxsize=4096)
def _clean_char(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cs":
        return REPLACEMENT
    if char in "\t\u00a0":
        return " "
    if category == "Cc" or category in ("Co", "Cn"):
        return "" if category == "Cc" else REPLACEMENT
    if category in ("Zl", "Zp"):
        return "\n"
    return char


def clean(text: str) -> str:
    """Return `text` as it can be printed: line ends unified, control characters and lone surrogates gone."""
    if text.isprintable():
        return text.replace("\u00a0", " ")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u0085", "\n").replace("\x0b", "\n")
    return "".join(char if char == "\n" else _clean_char(char) for char in text)
