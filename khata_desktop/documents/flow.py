"""From blocks to pages: what goes where, which heads are repeated, and the PDF around it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from khata_desktop.config import Language
from khata_desktop.documents.paper import MAX_PAGE_HEIGHT, Pen, Sheet
from khata_desktop.documents.pdf_fonts import DocumentFonts
from khata_desktop.documents.text import forget_layouts

#: Draws something whose top edge is at the given distance (points) from the top of the page.
Draw = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a page that is never cut.

    Attributes:
        height: points it takes.
        draw: draws it, given the pen and the distance of its top edge from the top of the page.
        head: drawn again above it when it comes first on a page (a table's heading row).
        carried: the block that closes a page broken after this one ("carried forward ...").
        brought: the block that opens the next page then ("brought forward ...").
        glued: the next block must stand on the same page.
        at_bottom: stands at the foot of its page, if there is room below.
    """

    height: float
    draw: Draw
    head: Block | None = None
    carried: Block | None = None
    brought: Block | None = None
    glued: bool = False
    at_bottom: bool = False


@dataclass(slots=True)
class _Page:
    top: float
    blocks: list[tuple[float, Block]] = field(default_factory=list)

    def put(self, block: Block) -> None:
        self.blocks.append((self.top, block))
        self.top += block.height


def space(height: float) -> Block:
    """Return an empty block."""
    return Block(height=height, draw=lambda pen, top: None)


def paginate(
    blocks: Sequence[Block], *, top: float, later_top: float, bottom: float
) -> list[list[tuple[float, Block]]]:
    """Return for each page its blocks with the place of their top edge.

    `top` and `later_top` are where content begins on the first and on later pages, `bottom` where it ends.
    A block taller than a whole page gets a page to itself and runs off its foot.
    """
    page = _Page(top)
    pages = [page]
    i = 0
    while i < len(blocks):
        end = i
        while blocks[end].glued and end + 1 < len(blocks):
            end += 1
        group = blocks[i : end + 1]
        reserve = max((block.carried.height for block in group if block.carried), default=0.0)
        needed = sum(block.height for block in group) + reserve
        if page.blocks and page.top + needed > bottom + 0.01:
            page = _turn_page(page, group[0], later_top)
            pages.append(page)
        for block in group:
            if block.at_bottom:
                page.top = max(page.top, bottom - block.height)
            page.put(block)
        i = end + 1
    return [page.blocks for page in pages]


def _turn_page(page: _Page, first: Block, later_top: float) -> _Page:
    following = _Page(later_top)
    if first.head:
        following.put(first.head)
        last = page.blocks[-1][1]
        if last.head is first.head:
            if last.carried:
                page.put(last.carried)
            if last.brought:
                following.put(last.brought)
    return following


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that a PDF needs besides its paper.

    Attributes:
        blocks: the content in reading order.
        title, author: shown by PDF readers.
        dated_on: stands as the creation date, so that the same bill gives the same bytes every time.
        furniture: draws what each page has around its content; given the pen, page number and page count.
        later_top: where content begins on the second page and after; 0 is the sheet's top margin.
    """

    blocks: Sequence[Block]
    title: str
    author: str
    dated_on: date
    language: Language
    furniture: Callable[[Pen, int, int], None] | None = None
    later_top: float = 0.0


def write_pdf(document: Document, sheet: Sheet) -> bytes:
    """Return the PDF. On a roll the page is as long as its content."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # plain binary streams: a fifth smaller, and most of the writing time saved
    if sheet.height:
        bottom = sheet.height - sheet.margin_bottom
        later = document.later_top or sheet.margin_top
        pages = paginate(document.blocks, top=sheet.margin_top, later_top=later, bottom=bottom)
    else:
        pages = paginate(
            document.blocks,
            top=sheet.margin_top,
            later_top=sheet.margin_top,
            bottom=MAX_PAGE_HEIGHT - sheet.margin_bottom,
        )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(sheet.width, sheet.height or 1), invariant=1, lang=document.language)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setCreator("Khata Desktop")
    day = document.dated_on
    canvas.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}000000Z")
    if document.language == "ur":
        canvas.setViewerPreference("Direction", "R2L")
    fonts = DocumentFonts(canvas)
    for number, blocks in enumerate(pages, start=1):
        used = sheet
        if not sheet.height:
            end = max((top + block.height for top, block in blocks), default=sheet.margin_top)
            used = replace(sheet, height=end + sheet.margin_bottom)
            canvas.setPageSize((used.width, used.height))
        pen = Pen(canvas, fonts, used, document.language)
        if document.furniture:
            document.furniture(pen, number, len(pages))
        for top, block in blocks:
            block.draw(pen, top)
        canvas.showPage()
    canvas.save()
    forget_layouts()
    return buffer.getvalue()
