"""Tables on paper: columns along the reading direction, figures over one another, rows on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from khata_desktop.documents.flow import Block
from khata_desktop.documents.paper import GREEN, INK, LINE, MUTED, TINT, Pen
from khata_desktop.documents.text import Align, Paragraph, TypeStyle, lay_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        heading: printed at the top, aligned as the cells are.
        align: "right" for figures, so that units stand under units in either direction.
        width: points; 0 shares what the others leave over, by `share`.
        max_lines: longer text ends in an ellipsis.
        muted: set in the quieter ink.
    """

    heading: str
    align: Align = "start"
    width: float = 0.0
    share: float = 1.0
    max_lines: int = 3
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """How a row is drawn: its ink, tint and the rules above and below it."""

    color: str = INK
    tint: str = ""
    rule_below: str = LINE
    rule_above: str = ""
    thickness: float = 0.5


#: What figures must leave to the column of text, as a part of the page's width; else type is made smaller.
LEAST_TEXT_COLUMN = 0.2
#: What the column of text keeps before the figures take more air between them.
ROOMY_TEXT_COLUMN = 0.4

HEADING = RowLook(color=MUTED, rule_below=GREEN, thickness=0.9)
PLAIN = RowLook()
TOTAL = RowLook(rule_above=GREEN, rule_below="", thickness=0.9)
SECTION = RowLook(tint=TINT, rule_below="")


def fitted_width(texts: Iterable[str], style: TypeStyle) -> float:
    """Return the width in points that the widest of the texts takes on one line."""
    return max((lay_out(text, style).width for text in texts), default=0.0)


def _fitted(text: str, style: TypeStyle, column: Column) -> Paragraph:
    # Figures were laid out once before, to find the column's width: that line is found again and fits.
    if column.align == "right":
        single = lay_out(text, style)
        if single.width <= column.width:
            return single
    return lay_out(text, style, width=column.width, max_lines=column.max_lines)


class Table:
    """Lays rows out on fixed columns.

    Attributes:
        columns: with their final widths.
        gutter: points between two columns, at least those asked for.
        body, bold: text styles of its rows.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        width: float,
        style: TypeStyle,
        gutter: float = 8.0,
        padding: float,
        inset: float = 0.0,
    ) -> None:
        self.body = style
        self.bold = replace(style, bold=True)
        self._padding = padding
        self._width = width
        gaps = max(1, len(columns) - 1)
        free = width - 2 * inset - sum(column.width for column in columns)
        # Where the text has room to spare, the figures stand further apart.
        spare = (free - width * ROOMY_TEXT_COLUMN) / gaps
        gutter = max(gutter, min(spare, gutter * 2.5))
        self.gutter = gutter
        flexible = free - gutter * (len(columns) - 1)
        shares = sum(column.share for column in columns if not column.width) or 1.0
        self.columns = tuple(
            column if column.width else replace(column, width=max(20.0, flexible * column.share / shares))
            for column in columns
        )
        self._offsets: list[float] = []
        offset = inset
        for column in self.columns:
            self._offsets.append(offset)
            offset += column.width + gutter
        self._head: Block | None = None

    def offset(self, index: int) -> float:
        """Return where column `index` begins, from the start margin."""
        return self._offsets[index]

    def head(self, style: TypeStyle) -> Block:
        """Return the heading row; rows made later repeat it at the top of each new page."""
        cells = [lay_out(column.heading, style, width=column.width, max_lines=2) for column in self.columns]
        self._head = self._block(cells, HEADING, align_bottom=True)
        return replace(self._head, glued=True)

    def row(
        self,
        cells: Sequence[str | Paragraph],
        *,
        look: RowLook = PLAIN,
        bold: bool = False,
        glued: bool = False,
        carried: Block | None = None,
        brought: Block | None = None,
    ) -> Block:
        """Return a row. A text cell is set in the table's style and wrapped to its column."""
        style = self.bold if bold else self.body
        laid = [
            cell if isinstance(cell, Paragraph) else _fitted(cell, style, column)
            for cell, column in zip(cells, self.columns, strict=True)
        ]
        block = self._block(laid, look)
        return replace(block, head=self._head, glued=glued, carried=carried, brought=brought)

    def banner(self, text: str, *, look: RowLook = SECTION, bold: bool = True, glued: bool = False) -> Block:
        """Return a row that is one text across all columns, such as the name of a group."""
        paragraph = lay_out(text, self.bold if bold else self.body, width=self._width - 8, max_lines=2)
        height = paragraph.height + 2 * self._padding

        def draw(pen: Pen, top: float) -> None:
            self._decorate(pen, top, height, look)
            pen.text(paragraph, self._offsets[0], top + self._padding, self._width - 8, color=look.color)

        return Block(height=height, draw=draw, head=self._head, glued=glued)

    def _block(self, cells: Sequence[Paragraph], look: RowLook, *, align_bottom: bool = False) -> Block:
        padding = self._padding
        # An empty cell has no script: in Urdu it would open the row as far as Nastaliq needs.
        filled = [cell for cell in cells if cell.width] or cells
        ascent = max([cell.ascent for cell in filled])
        content = max([ascent - cell.ascent + cell.height for cell in filled])
        height = content + 2 * padding

        def draw(pen: Pen, top: float) -> None:
            self._decorate(pen, top, height, look)
            for cell, column, offset in zip(cells, self.columns, self._offsets, strict=True):
                if cell.width == 0:
                    continue
                drop = content - cell.height if align_bottom else ascent - cell.ascent
                color = MUTED if column.muted and look is PLAIN else look.color
                pen.text(cell, offset, top + padding + drop, column.width, align=column.align, color=color)

        return Block(height=height, draw=draw)

    def _decorate(self, pen: Pen, top: float, height: float, look: RowLook) -> None:
        if look.tint:
            pen.fill(0, top, self._width, height, color=look.tint)
        if look.rule_above:
            pen.rule(0, top, self._width, color=look.rule_above, thickness=look.thickness)
        if look.rule_below:
            pen.rule(0, top + height, self._width, color=look.rule_below, thickness=look.thickness)
