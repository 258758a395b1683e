"""Sheets of paper and the pen that draws on them, in points from the top edge down.

Everything is placed along the reading direction: "start" is the left edge in English and the right edge in
Urdu, so one description of a page serves both. Only figures keep their side: units stand under units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from khata_desktop.config import Language
from khata_desktop.documents.pdf_fonts import DocumentFonts
from khata_desktop.documents.text import Align, Line, Paragraph, TypeStyle, lay_out

Paper = Literal["A4", "A5", "80mm"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

_MM = 72 / 25.4
#: The longest page PDF readers agree on (200 inches); a longer roll is cut into several.
MAX_PAGE_HEIGHT = 14_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper format, in points; `height` 0 is a roll, cut where the content ends."""

    width: float
    height: float
    margin_side: float
    margin_top: float
    margin_bottom: float
    text_size: float
    monochrome: bool = False

    @property
    def content_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.margin_side

    def turned(self) -> Sheet:
        """Return the same paper with its long side across."""
        return Sheet(
            width=self.height,
            height=self.width,
            margin_side=self.margin_side,
            margin_top=self.margin_top,
            margin_bottom=self.margin_bottom,
            text_size=self.text_size,
        )


SHEETS: dict[str, Sheet] = {
    "A4": Sheet(
        width=210 * _MM, height=297 * _MM, margin_side=44, margin_top=42, margin_bottom=46, text_size=9.5
    ),
    "A5": Sheet(
        width=148 * _MM, height=210 * _MM, margin_side=28, margin_top=26, margin_bottom=32, text_size=8
    ),
    "80mm": Sheet(
        width=80 * _MM,
        height=0,
        margin_side=4 * _MM,
        margin_top=5 * _MM,
        margin_bottom=8 * _MM,
        text_size=8.5,
        monochrome=True,
    ),
}

# Ink on paper; colour never carries meaning alone. Thermal paper gets black.
INK = "#1B2430"
MUTED = "#586271"
GREEN = "#0F5247"
LINE = "#DDD8CC"
TINT = "#F5F3EC"
WATERMARK = "#F1EFEA"
BLACK = "#000000"


def _rgb(color: str) -> str:
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))


class Pen:
    """Draws on one page.

    Attributes:
        sheet: the paper, with this page's true height.
        rtl: whether the document reads from right to left.
        language: the printed language.
        left, right: the content's edges in points from the left of the paper.
    """

    def __init__(self, canvas: Any, fonts: DocumentFonts, sheet: Sheet, language: Language) -> None:
        self.canvas = canvas
        self.sheet = sheet
        self.language = language
        self.rtl = language == "ur"
        self.left = sheet.margin_side
        self.right = sheet.width - sheet.margin_side
        self._fonts = fonts
        self._colors: dict[str, str] = {}

    # --- where things go ---

    def x(self, offset: float, width: float = 0.0) -> float:
        """Return the left edge of a box that begins `offset` from the start margin."""
        return self.right - offset - width if self.rtl else self.left + offset

    def _y(self, top: float) -> float:
        return self.sheet.height - top

    def _color(self, color: str) -> str:
        if self.sheet.monochrome:
            color = BLACK
        found = self._colors.get(color)
        if found is None:
            found = self._colors[color] = _rgb(color)
        return found

    # --- drawing ---

    def text(
        self,
        paragraph: Paragraph,
        offset: float,
        top: float,
        width: float,
        *,
        align: Align = "start",
        color: str = INK,
    ) -> None:
        """Set a paragraph into the box `width` wide that begins at `offset` from the start margin."""
        edge = self.x(offset, width)
        y = top
        stretch = paragraph.style.leading
        out = [f"{self._color(color)} rg BT"]
        quiet = False
        for line in paragraph.lines:
            if line.quiet and not quiet:
                quiet = True
                out.append(f"{self._color(MUTED)} rg")
            self._line(out, line, edge + self._indent(line, width, align), y + line.ascent)
            y += line.height * stretch
        out.append("ET")
        self.canvas.addLiteral(" ".join(out))

    def _line(self, out: list[str], line: Line, x: float, baseline: float) -> None:
        y = self._y(baseline)
        for offset, run in line.runs:
            out.append(self._fonts.operators(run, line.size * run.face.scale, x + offset, y))

    def _indent(self, line: Line, width: float, align: Align) -> float:
        if align == "center":
            return (width - line.width) / 2
        to_right = align == "right" or (align == "start" and self.rtl) or (align == "end" and not self.rtl)
        return width - line.width if to_right else 0.0

    def rule(
        self, offset: float, top: float, width: float, *, color: str = LINE, thickness: float = 0.5
    ) -> None:
        """Draw a horizontal line."""
        x, y = self.x(offset, width), self._y(top)
        self.canvas.addLiteral(
            f"{self._color(color)} RG {thickness:.2f} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"
        )

    def dashes(self, offset: float, top: float, width: float) -> None:
        """Draw a dashed horizontal line, as receipts have between their parts."""
        self.canvas.addLiteral("[2 2] 0 d")
        self.rule(offset, top, width, color=BLACK, thickness=0.6)
        self.canvas.addLiteral("[] 0 d")

    def fill(self, offset: float, top: float, width: float, height: float, *, color: str = TINT) -> None:
        """Fill a box; left out on thermal paper, where grey turns to dots."""
        if self.sheet.monochrome:
            return
        x, y = self.x(offset, width), self._y(top + height)
        self.canvas.addLiteral(f"{self._color(color)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, offset: float, top: float, width: float, height: float, *, color: str = INK) -> None:
        """Draw the outline of a box."""
        x, y = self.x(offset, width), self._y(top + height)
        self.canvas.addLiteral(f"{self._color(color)} RG 0.9 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def image(self, picture: Any, offset: float, top: float, width: float, height: float) -> None:
        """Place a picture (a ReportLab ImageReader), stretched to the box."""
        self.canvas.drawImage(
            picture, self.x(offset, width), self._y(top + height), width, height, mask="auto"
        )

    def modules(self, rows: Sequence[Sequence[bool]], offset: float, top: float, size: float) -> None:
        """Draw a QR code as filled squares, `size` points a side, runs of dark modules as one bar each."""
        unit = size / len(rows)
        x0 = self.x(offset, size)
        out = ["0 0 0 rg"]
        for r, row in enumerate(rows):
            start = None
            for c, dark in enumerate([*row, False]):
                if dark and start is None:
                    start = c
                elif not dark and start is not None:
                    y = self._y(top + (r + 1) * unit)
                    # A hair taller than a module, so that no white seam shows between rows.
                    out.append(
                        f"{x0 + start * unit:.3f} {y:.3f} {(c - start) * unit:.3f} {unit + 0.05:.3f} re"
                    )
                    start = None
        out.append("f")
        self.canvas.addLiteral(" ".join(out))

    def watermark(self, word: str) -> None:
        """Write a large pale word across the page, under everything drawn later."""
        if self.sheet.monochrome or not self.sheet.height:
            return
        paragraph = lay_out(word, TypeStyle(size=self.sheet.width / 5, language=self.language, bold=True))
        self.canvas.saveState()
        self.canvas.translate(self.sheet.width / 2, self.sheet.height / 2)
        self.canvas.rotate(35)
        line = paragraph.lines[0]
        out = [f"{self._color(WATERMARK)} rg BT"]
        # The origin now lies in the middle of the page: a baseline at the page's height is at zero.
        self._line(out, line, -line.width / 2, self.sheet.height + line.size * 0.3)
        out.append("ET")
        self.canvas.addLiteral(" ".join(out))
        self.canvas.restoreState()
