"""From a run of characters to placed glyphs, in font units so that one result serves every size.

A run has one face and one direction. Figures and codes take a short cut without HarfBuzz: their glyphs
stand at their own widths, unkerned, so that columns of numbers line up to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from khata_desktop.documents.fonts import Face

_FIGURE_CHARS = frozenset("0123456789.,-+/:() %ABCDEFGHIJKLMNOPQRSTUVWXYZ\u2212\u2013\u2026")


class Glyph(NamedTuple):
    """One glyph at its place, left to right; distances in font units.

    `text` is what the reader copies when they copy this glyph; "" when another glyph of the same cluster
    already carries the characters.
    """

    glyph_id: int
    text: str
    advance: int
    dx: int
    dy: int


@dataclass(frozen=True, slots=True, eq=False)
class ShapedRun:
    """Glyphs of one run of `text` from left to right, with the total advance and the reach of the ink.

    Distances are font units; in a `plain` run every glyph stands at its own advance.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    advance: int
    ink_top: int
    ink_bottom: int
    plain: bool = False


def shape(face: Face, text: str, *, rtl: bool, language: str) -> ShapedRun:
    """Return the glyphs of `text`, none of whose characters is lost: each lies in some glyph's `text`.

    Brackets in a right-to-left run come out mirrored. Text must hold no lone surrogates (see `fonts.clean`).
    """
    if not rtl and len(text) < 40 and _FIGURE_CHARS.issuperset(text):
        return _shape_figures(face, text)
    return _shape_with_harfbuzz(face, text, rtl, language)


@lru_cache(maxsize=65_536)
def _shape_figures(face: Face, text: str) -> ShapedRun:
    pieces = _figure_glyphs(face)
    try:
        glyphs = tuple([pieces[char] for char in text])
    except KeyError:  # this face has no such sign: HarfBuzz knows what to draw instead
        return _shape_with_harfbuzz(face, text, False, "en")
    return ShapedRun(face, text, glyphs, sum([glyph[2] for glyph in glyphs]), 0, 0, plain=True)


@lru_cache(maxsize=16)
def _figure_glyphs(face: Face) -> dict[str, Glyph]:
    return {
        char: Glyph(face.glyphs[ord(char)], char, face.advance(face.glyphs[ord(char)]), 0, 0)
        for char in _FIGURE_CHARS
        if ord(char) in face.glyphs
    }


@lru_cache(maxsize=32_768)
def _shape_with_harfbuzz(face: Face, text: str, rtl: bool, language: str) -> ShapedRun:
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    if face.script:
        buffer.script = face.script
    buffer.language = language
    buffer.guess_segment_properties()  # fills in only what is still unset: the script
    hb.shape(face.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    unspoken = _texts_by_cluster(text, [info.cluster for info in infos])
    roomy = {info.cluster for info, at in zip(infos, positions, strict=True) if at.x_advance}
    glyphs: list[Glyph] = []
    top = bottom = 0
    for info, at in zip(infos, positions, strict=True):
        # The first glyph that takes room speaks for its cluster; dots and marks around it stay silent.
        speaks = at.x_advance or info.cluster not in roomy
        spoken = unspoken.pop(info.cluster, "") if speaks else ""
        glyphs.append(Glyph(info.codepoint, spoken, at.x_advance, at.x_offset, at.y_offset))
        extents = face.hb_font.get_glyph_extents(info.codepoint)
        if extents is not None and extents.height:
            height = at.y_offset + extents.y_bearing
            top, bottom = max(top, height), min(bottom, height + extents.height)
    return ShapedRun(face, text, tuple(glyphs), sum([glyph.advance for glyph in glyphs]), top, bottom)


def _texts_by_cluster(text: str, clusters: list[int]) -> dict[int, str]:
    """Return the characters each cluster stands for: from its own start to the start of the next one."""
    starts = sorted(set(clusters))
    return {a: text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)}


def forget_shapes() -> None:
    """Give back the memory of remembered runs."""
    _shape_figures.cache_clear()
    _shape_with_harfbuzz.cache_clear()
