"""Paragraphs: text in any mix of scripts, broken into lines, each line a row of shaped runs.

    style = TypeStyle(size=10, language="ur")
    paragraph = lay_out("محمد اسلم (Lahore)", style, width=200)

The order is the one UAX 9 asks for: levels for the whole paragraph, then line breaks in reading order, then
reordering and shaping line by line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise
from typing import Literal

from khata_desktop.config import Language
from khata_desktop.documents import bidi
from khata_desktop.documents.fonts import Face, clean, face, faces_for, main_face
from khata_desktop.documents.shaping import ShapedRun, forget_shapes, shape

#: "start" and "end" follow the page's direction; "left" and "right" do not.
Align = Literal["start", "end", "center", "left", "right"]

_ELLIPSIS = "\u2026"
_BREAK_AFTER = frozenset("-/\u2013\u2014\u200b|\u060c\u061b,;")
#: Steer the order but draw nothing; joiners (U+200C, U+200D) do shape letters and are kept.
_INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u061c\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ISOLATE_STARTS = ("\u2066", "\u2068")
_ROUNDING = 0.01
_KEPT_LAYOUTS = 8_000  # a few megabytes; a long statement makes fifty thousand while it is written


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """How text is set. `size` in points; `leading` stretches the distance between lines."""

    size: float
    language: Language
    bold: bool = False
    leading: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One set line: runs from left to right with their x (points from the line's left edge).

    `size` is the nominal type size; `quiet` lines are printed in the softer ink.
    """

    runs: tuple[tuple[float, ShapedRun], ...]
    size: float
    width: float
    ascent: float
    descent: float
    quiet: bool = False

    @property
    def height(self) -> float:
        """Return the height of the line's box in points."""
        return self.ascent + self.descent


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Set lines, the widest one's width, and the whole height, in points."""

    lines: tuple[Line, ...]
    style: TypeStyle
    width: float
    height: float
    truncated: bool = False

    @property
    def ascent(self) -> float:
        """Return how far the first baseline lies below the top."""
        return self.lines[0].ascent


def isolate(text: str) -> str:
    """Return `text` shut off from what stands around it, with a direction of its own (U+2068 ... U+2069)."""
    return f"\u2068{text}\u2069"


def stacked(upper: Paragraph, lower: Paragraph) -> Paragraph:
    """Return both one above the other as one paragraph, the lower one quiet."""
    quiet = tuple(replace(line, quiet=True) for line in lower.lines)
    return Paragraph(
        upper.lines + quiet, upper.style, max(upper.width, lower.width), upper.height + lower.height
    )


@lru_cache(maxsize=65_536)
def lay_out(
    text: str, style: TypeStyle, *, width: float | None = None, max_lines: int | None = None
) -> Paragraph:
    """Return `text` set in lines of at most `width` points (None: as wide as it comes).

    A word wider than the line is broken between letters. What does not fit into `max_lines` ends in an
    ellipsis. Text that cannot be drawn shows as a box; no text raises.
    """
    plain = _plain_latin(text, style.language)
    if plain:
        line = _latin_line(plain, style)
        if width is None or line.width <= width + _ROUNDING:
            return Paragraph((line,), style, line.width, line.height * style.leading)
    pieces = list(islice(_pieces(text, style, width), None if max_lines is None else max_lines + 1))
    truncated = max_lines is not None and len(pieces) > max_lines
    lines = [source.line(start, end) for source, start, end in pieces[:max_lines]]
    if truncated and width is not None:
        source, start, _ = pieces[len(lines) - 1]
        lines[-1] = _ellipsized(source, start, width)
    return Paragraph(
        tuple(lines),
        style,
        max(line.width for line in lines),
        sum(line.height for line in lines) * style.leading,
        truncated,
    )


def _pieces(text: str, style: TypeStyle, width: float | None) -> Iterator[tuple[_Source, int, int]]:
    for part in clean(text).split("\n"):
        source = _Source(part, style)
        for start, end in source.break_lines(width):
            yield source, start, end


def forget_layouts() -> None:
    """Give back the memory of remembered layouts when a large document has filled it."""
    if lay_out.cache_info().currsize > _KEPT_LAYOUTS:
        lay_out.cache_clear()
        forget_shapes()


def _plain_latin(text: str, language: Language) -> str:
    """Return the text when it is ASCII that can only run left to right, its isolate taken off; else ""."""
    wrapped = text[:1] in _ISOLATE_STARTS and text[-1:] == "\u2069"
    inner = text[1:-1] if wrapped else text
    if not inner.isascii() or not inner.isprintable():
        return ""
    if not wrapped and language == "ur" and not any(map(str.isalpha, inner)):
        return ""  # bare numbers and signs in an Urdu line: the algorithm decides
    return inner.rstrip()


def _latin_line(text: str, style: TypeStyle) -> Line:
    """Return ASCII text as one line: what most cells of most tables are, so it takes the shortest way."""
    sans = face("sans", bold=style.bold)
    run = shape(sans, text, rtl=False, language=style.language)
    size = style.size
    width = run.advance * size * sans.scale / sans.upem
    return Line(((0.0, run),), size, width, sans.ascent * size, sans.descent * size)


class _Source:
    """One paragraph being set: its characters with their levels and faces."""

    def __init__(self, text: str, style: TypeStyle) -> None:
        self.text = text
        self.style = style
        default = 1 if style.language == "ur" else 0
        if text.isascii() and not default:
            self.levels = [0] * len(text)
        else:
            base = bidi.first_strong_level(text, default=default)
            if base or bidi.needs_bidi(text):
                self.levels = bidi.embedding_levels(text, base)
            else:
                self.levels = [0] * len(text)
        self.faces = faces_for(text, style.language, bold=style.bold)

    # --- lines ---

    def break_lines(self, width: float | None) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each line, trailing spaces outside; one empty line for empty text."""
        length = len(self.text.rstrip())
        if width is None or length == 0 or self.measure(0, length) <= width + _ROUNDING:
            yield 0, length
            return
        start = 0
        while start < length:
            end = self._fit(start, length, width)
            yield start, self._without_spaces(start, end)
            start = end
            while start < length and self.text[start].isspace():
                start += 1

    def _fit(self, start: int, length: int, width: float) -> int:
        """Return where the line beginning at `start` ends: the last break that fits, at least one letter."""
        fitting: list[int] = []
        so_far, previous = 0.0, start
        for end in self._breaks(start, length):
            # Words are measured one by one (and remembered): cheap, and right but for kerning across a space.
            if so_far + self.measure(previous, self._without_spaces(previous, end)) > width + _ROUNDING:
                break
            so_far += self.measure(previous, end)
            previous = end
            fitting.append(end)
        while fitting:
            end = fitting.pop()
            if self.measure(start, self._without_spaces(start, end)) <= width + _ROUNDING:
                return end
        return self._fit_letters(start, length, width)

    def _fit_letters(self, start: int, length: int, width: float) -> int:
        edges = [i for i in range(start + 1, length + 1) if self.is_letter_edge(i, length)]
        low, high = 0, len(edges) - 1
        while low < high:  # the longest piece that fits; one letter always goes
            middle = (low + high + 1) // 2
            if self.measure(start, edges[middle]) <= width + _ROUNDING:
                low = middle
            else:
                high = middle - 1
        return edges[low]

    def _breaks(self, start: int, length: int) -> Iterator[int]:
        for i in range(start + 1, length):
            before, after = self.text[i - 1], self.text[i]
            if after.isspace():
                continue
            if before.isspace() or (before in _BREAK_AFTER and after.isalpha() and i - start > 1):
                yield i
        yield length

    def is_letter_edge(self, i: int, length: int) -> bool:
        if i == length:
            return True
        before, after = self.text[i - 1], self.text[i]
        if before == "\u200d" or after in "\u200c\u200d" or unicodedata.category(after)[0] == "M":
            return False
        return unicodedata.combining(before) != 9  # a virama binds the next consonant

    def _without_spaces(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    # --- runs ---

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, ShapedRun]]:
        """Yield (level, shaped run) in reading order."""
        keys = list(zip(self.levels[start:end], map(id, self.faces[start:end]), strict=True))
        for a, b in _stretches(keys):
            piece = self.text[start + a : start + b]
            if not piece.isascii():
                piece = "".join([char for char in piece if char not in _INVISIBLE])
            if piece:
                level = self.levels[start + a]
                run_face = self.faces[start + a]
                yield level, shape(run_face, piece, rtl=level % 2 == 1, language=self.style.language)

    def points(self, run: ShapedRun) -> float:
        """Return the width of a run in points."""
        return run.advance * self.style.size * run.face.scale / run.face.upem

    def measure(self, start: int, end: int) -> float:
        """Return the width of the characters from `start` to `end` on one line, in points."""
        return sum(self.points(run) for _, run in self._runs(start, end))

    def line(self, start: int, end: int) -> Line:
        """Return the characters from `start` to `end` as a set line."""
        runs = list(self._runs(start, end))
        x = 0.0
        placed: list[tuple[float, ShapedRun]] = []
        for at in bidi.visual_order([level for level, _ in runs]):
            placed.append((x, runs[at][1]))
            x += self.points(runs[at][1])
        faces = {run.face for _, run in runs} or {main_face(self.style.language, bold=self.style.bold)}
        size = self.style.size
        ascent = max(_height(one.ascent, one) for one in faces)
        descent = max(_height(one.descent, one) for one in faces)
        for _, run in runs:
            ascent = max(ascent, _height(run.ink_top / run.face.upem, run.face))
            descent = max(descent, _height(-run.ink_bottom / run.face.upem, run.face))
        return Line(tuple(placed), size, x, ascent * size, descent * size)


def _stretches(values: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each stretch of equal neighbours."""
    if values:
        edges = [i for i, (a, b) in enumerate(pairwise(values), 1) if a != b]
        yield from pairwise([0, *edges, len(values)])


def _height(em: float, one: Face) -> float:
    return em * one.scale


def _ellipsized(source: _Source, start: int, width: float) -> Line:
    """Return the line that begins at `start`, cut where an ellipsis still fits behind it."""
    rest = source.text[start:]
    edges = [0, *(i for i in range(1, len(rest) + 1) if source.is_letter_edge(start + i, len(source.text)))]
    low, high = 0, len(edges) - 1
    while low < high:
        middle = (low + high + 1) // 2
        candidate = _Source(rest[: edges[middle]].rstrip() + _ELLIPSIS, source.style)
        if candidate.measure(0, len(candidate.text)) <= width + _ROUNDING:
            low = middle
        else:
            high = middle - 1
    shortened = _Source(rest[: edges[low]].rstrip() + _ELLIPSIS, source.style)
    return shortened.line(0, len(shortened.text))
