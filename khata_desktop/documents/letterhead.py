"""The parts every paper of the shop has: its head, the customer, the running head and the page number."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from khata_desktop.documents.flow import Block
from khata_desktop.documents.paper import GREEN, INK, LINE, MUTED, Pen
from khata_desktop.documents.setting import Setting
from khata_desktop.documents.text import Paragraph, isolate, lay_out
from khata_desktop.reports.invoice_sheet import BusinessHead, PartyHead

_log = logging.getLogger(__name__)

_LOGO_PIXELS = 480  # ample for print at the size logos have here, and keeps the file small
_MAX_LOGO_PIXELS_IN = 40_000_000
_PARTY_LINES = 3


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture ready for the canvas and its width over height."""

    picture: Any
    ratio: float


def read_logo(data: bytes | None) -> Logo | None:
    """Return the logo for printing, made small; None when there is none or it cannot be read."""
    if not data:
        return None
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MAX_LOGO_PIXELS_IN:
                _log.warning("the logo is too large to print: %d x %d", opened.width, opened.height)
                return None
            opened.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
            image = opened.convert("RGBA" if opened.mode in ("RGBA", "LA", "P") else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        _log.warning("the logo cannot be read: %s", error)
        return None
    return Logo(ImageReader(image), image.width / image.height)


def contact_lines(setting: Setting, business: BusinessHead) -> list[str]:
    """Return the lines under the business's name: address, phone and e-mail, tax number."""
    lines = [line.strip() for line in business.address.splitlines() if line.strip()]
    reach = [isolate(part) for part in (business.phone.strip(), business.email.strip()) if part]
    if reach:
        lines.append(" · ".join(reach))
    if business.tax_number.strip():
        label = business.tax_label.strip() or setting.word("tax_number")
        lines.append(f"{label} {isolate(business.tax_number.strip())}")
    return lines


def letterhead(
    setting: Setting, business: BusinessHead, *, title: str, facts: Sequence[tuple[str, str]], badge: str = ""
) -> Block:
    """Return the head of a paper: the business at the start, title and facts at the end, a green rule below.

    `facts` are (label, value); `badge` is a framed word beside the title, such as "Copy".
    """
    sheet = setting.sheet
    width = sheet.content_width
    logo = read_logo(business.logo)
    side = setting.sheet.text_size * 5.2
    logo_width = min(side * logo.ratio, side * 2.2) if logo else 0.0
    logo_height = logo_width / logo.ratio if logo else 0.0
    indent = logo_width + 12 if logo else 0.0
    facts_width = width * 0.4
    name_width = width - facts_width - indent - 12

    name = lay_out(business.name or " ", setting.style(1.7, bold=True), width=name_width, max_lines=3)
    contact = [
        lay_out(line, setting.small, width=name_width, max_lines=3)
        for line in contact_lines(setting, business)
    ]
    heading = lay_out(title, setting.style(1.9, bold=True), width=facts_width)
    if len(heading.lines) > 1:
        heading = lay_out(title, setting.style(1.5, bold=True), width=facts_width)
    mark = lay_out(badge, setting.style(1.0, bold=True)) if badge else None
    laid_facts = [
        (lay_out(label, setting.small), lay_out(value, setting.body, width=facts_width * 0.74, max_lines=2))
        for label, value in facts
    ]

    left = name.height + 2 + sum(line.height for line in contact)
    right = heading.height + 2 + sum(max(a.height, b.height) for a, b in laid_facts)
    height = max(left, right, logo_height) + 9

    def draw(pen: Pen, top: float) -> None:
        if logo:
            pen.image(logo.picture, 0, top + 2, logo_width, logo_height)
        y = top
        pen.text(name, indent, y, name_width)
        y += name.height + 2
        for line in contact:
            pen.text(line, indent, y, name_width, color=MUTED)
            y += line.height
        start = width - facts_width
        pen.text(heading, start, top, facts_width, align="end", color=GREEN)
        if mark:
            _draw_badge(pen, mark, width - heading.width - mark.width - 26, top, heading.ascent)
        y = top + heading.height + 2
        label_width = max((label.width for label, _ in laid_facts), default=0.0)
        value_width = max((value.width for _, value in laid_facts), default=0.0)
        for label, value in laid_facts:
            ascent = max(label.ascent, value.ascent)
            label_start = width - value_width - 10 - label_width
            pen.text(label, label_start, y + ascent - label.ascent, label_width, color=MUTED)
            pen.text(value, width - value_width, y + ascent - value.ascent, value_width, align="end")
            y += max(label.height, value.height)
        pen.rule(0, top + height, width, color=GREEN, thickness=1.6)

    return Block(height=height + 10, draw=draw)


def _draw_badge(pen: Pen, mark: Paragraph, offset: float, top: float, baseline: float) -> None:
    line = mark.lines[0]
    box_top = top + baseline - line.ascent - 1.5
    pen.frame(offset, box_top, mark.width + 12, line.height + 3, color=INK)
    pen.text(mark, offset + 6, box_top + 1.5, mark.width)


def party_block(setting: Setting, party: PartyHead | None, *, label: str, width: float) -> Block:
    """Return the customer's block, `width` points wide; no party is a walk-in customer."""
    name_text = party.name if party else setting.word("walk_in")
    parts: list[tuple[Paragraph, str]] = [
        (lay_out(label, setting.small), MUTED),
        (lay_out(name_text or " ", setting.style(1.2, bold=True), width=width, max_lines=_PARTY_LINES), INK),
    ]
    if party:
        details = [line.strip() for line in party.address.splitlines() if line.strip()]
        if party.phone.strip():
            details.append(isolate(party.phone.strip()))
        if party.tax_number.strip():
            details.append(f"{setting.word('tax_number')} {isolate(party.tax_number.strip())}")
        parts += [
            (lay_out(line, setting.small, width=width, max_lines=_PARTY_LINES), MUTED) for line in details
        ]

    def draw(pen: Pen, top: float) -> None:
        for paragraph, color in parts:
            pen.text(paragraph, 0, top, width, color=color)
            top += paragraph.height

    return Block(height=sum(paragraph.height for paragraph, _ in parts), draw=draw)


def running_head_height(setting: Setting) -> float:
    """Return the room the running head takes on later pages, its rule and gap included."""
    return lay_out(setting.word("page"), setting.small).height + 12


def draw_running_head(pen: Pen, setting: Setting, business: str, subject: str) -> None:
    """Draw the thin head of later pages: whose paper this is and which."""
    width, top = setting.sheet.content_width, setting.sheet.margin_top
    name = lay_out(business, setting.small, width=width * 0.55, max_lines=1)
    what = lay_out(subject, setting.small, width=width * 0.42, max_lines=1)
    ascent = max(name.ascent, what.ascent)
    pen.text(name, 0, top + ascent - name.ascent, width * 0.55, color=MUTED)
    pen.text(what, width * 0.58, top + ascent - what.ascent, width * 0.42, align="end", color=MUTED)
    pen.rule(0, top + max(name.height, what.height) + 2, width, color=LINE)


def draw_page_number(pen: Pen, setting: Setting, page: int, pages: int) -> None:
    """Draw "Page 2 of 3" at the foot; a paper of one page has none."""
    if pages < 2:
        return
    text = setting.word("page", page=setting.number(page), pages=setting.number(pages))
    paragraph = lay_out(text, setting.small)
    top = pen.sheet.height - pen.sheet.margin_bottom + 10
    pen.text(paragraph, 0, top, pen.sheet.content_width, align="center", color=MUTED)
