"""The 80 mm receipt: one column, black on thermal paper, as long as its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khata_desktop.documents.flow import Block, space
from khata_desktop.documents.invoice_sums import (
    balance_cells,
    bill_facts,
    settlement_rows,
    sum_rows,
    unpaid_minor,
)
from khata_desktop.documents.letterhead import contact_lines, read_logo
from khata_desktop.documents.paper import BLACK, Pen
from khata_desktop.documents.payment_block import payment_piece
from khata_desktop.documents.payment_qr import payment_text
from khata_desktop.documents.setting import Setting
from khata_desktop.documents.table import fitted_width
from khata_desktop.documents.text import Align, Paragraph, TypeStyle, isolate, lay_out
from khata_desktop.reports.invoice_sheet import InvoiceLine, InvoiceSheet

_LOGO_HEIGHT = 44.0
_CODE_SIZE = 96.0
_TOTAL_SIZE = 1.35


def receipt_blocks(sheet: InvoiceSheet, setting: Setting, *, copy: bool) -> list[Block]:
    """Return the receipt's blocks from top to bottom."""
    sums, settled = sum_rows(sheet, setting), settlement_rows(sheet, setting)
    balances = balance_cells(sheet, setting)
    figures = [setting.figures.amount(line.amount_minor) for line in sheet.lines]
    figures += [text for _, text, strong in sums if not strong] + [text for _, text in settled + balances]
    total = [text for _, text, strong in sums if strong]
    strong_style = setting.style(_TOTAL_SIZE, bold=True)
    roll = _Roll(
        setting,
        figure_width=max(fitted_width(figures, setting.style(bold=True)), fitted_width(total, strong_style)),
    )
    blocks = [*_head(roll, sheet, copy=copy), roll.gap(), roll.dashes()]
    blocks += _facts(roll, sheet)
    blocks.append(roll.dashes())
    for line in sheet.lines:
        blocks += _line(roll, line)
    if not sheet.lines:
        blocks.append(roll.centred(setting.word("no_lines"), setting.body))
    blocks.append(roll.dashes())
    blocks += [
        roll.sum(label, text, strong_style if strong else setting.body) for label, text, strong in sums
    ]
    blocks += [roll.sum(label, text, setting.body) for label, text in settled]
    if balances:
        blocks.append(roll.dashes())
        blocks += [roll.sum(label, text, setting.body) for label, text in balances[:-1]]
        blocks.append(roll.sum(*balances[-1], setting.style(bold=True)))
    blocks.append(roll.dashes())
    blocks += _foot(roll, sheet)
    return blocks


@dataclass(frozen=True, slots=True)
class _Roll:
    """Makes the few kinds of block a receipt is built of.

    `figure_width` is the column at the reading end in which all amounts stand over one another.
    """

    setting: Setting
    figure_width: float

    @property
    def width(self) -> float:
        return self.setting.sheet.content_width

    def gap(self, part: float = 0.5) -> Block:
        return space(self.setting.sheet.text_size * part)

    def dashes(self) -> Block:
        around = self.setting.sheet.text_size * 0.45

        def draw(pen: Pen, top: float) -> None:
            pen.dashes(0, top + around, self.width)

        return Block(height=2 * around, draw=draw)

    def centred(self, text: str, style: TypeStyle, *, max_lines: int | None = None) -> Block:
        paragraph = lay_out(text, style, width=self.width, max_lines=max_lines)

        def draw(pen: Pen, top: float) -> None:
            pen.text(paragraph, 0, top, self.width, align="center", color=BLACK)

        return Block(height=paragraph.height, draw=draw)

    def left(self, text: str, style: TypeStyle, *, max_lines: int | None = None) -> Block:
        paragraph = lay_out(text, style, width=self.width, max_lines=max_lines)
        return Block(height=paragraph.height, draw=lambda pen, top: pen.text(paragraph, 0, top, self.width))

    def pair(self, label: str, value: str, style: TypeStyle) -> Block:
        """Return a label at the reading start with its value at the end."""
        laid = lay_out(value, style, width=self.width, max_lines=2)
        return self._beside(label, laid, style, column=laid.width, align="end")

    def sum(self, label: str, amount: str, style: TypeStyle) -> Block:
        """Return a label at the reading start with its amount in the column of figures."""
        laid = lay_out(amount, style, width=self.width)
        return self._beside(label, laid, style, column=self.figure_width, align="right")

    def _beside(
        self, label: str, value: Paragraph, style: TypeStyle, *, column: float, align: Align
    ) -> Block:
        room = self.width - max(value.width, column) - 6
        if room < self.width * 0.25:
            return self._two_rows(lay_out(label, style, width=self.width), value)
        name = lay_out(label, style, width=room)
        if len(name.lines) > 2:
            return self._two_rows(lay_out(label, style, width=self.width), value)
        ascent = max(name.ascent, value.ascent)
        height = max(ascent - name.ascent + name.height, ascent - value.ascent + value.height)

        def draw(pen: Pen, top: float) -> None:
            pen.text(name, 0, top + ascent - name.ascent, room)
            at = self.width - column
            pen.text(value, at, top + ascent - value.ascent, column, align=align)

        return Block(height=height, draw=draw)

    def _two_rows(self, name: Paragraph, figure: Paragraph) -> Block:
        def draw(pen: Pen, top: float) -> None:
            pen.text(name, 0, top, self.width)
            pen.text(figure, 0, top + name.height, self.width, align="end")

        return Block(height=name.height + figure.height, draw=draw)


def _head(roll: _Roll, sheet: InvoiceSheet, *, copy: bool) -> Iterator[Block]:
    setting, business = roll.setting, sheet.business
    logo = read_logo(business.logo)
    if logo:
        height = min(_LOGO_HEIGHT, roll.width * 0.7 / logo.ratio)
        width = height * logo.ratio

        def draw_logo(pen: Pen, top: float) -> None:
            pen.image(logo.picture, (roll.width - width) / 2, top, width, height)

        yield Block(height=height + 4, draw=draw_logo)
    yield roll.centred(business.name or " ", setting.style(1.55, bold=True), max_lines=3)
    for line in contact_lines(setting, business):
        yield roll.centred(line, setting.small, max_lines=3)
    yield roll.gap()
    title = setting.word(sheet.kind.value)
    if copy:
        yield _framed(roll, f"{title} · {setting.word('copy')}")
    else:
        yield roll.centred(title, setting.style(1.2, bold=True))


def _framed(roll: _Roll, text: str) -> Block:
    """Return a word in a box: grey watermarks do not print on thermal paper."""
    paragraph = lay_out(text, roll.setting.style(1.2, bold=True), width=roll.width - 16)
    box = paragraph.width + 16

    def draw(pen: Pen, top: float) -> None:
        pen.frame((roll.width - box) / 2, top, box, paragraph.height + 4, color=BLACK)
        pen.text(paragraph, 0, top + 2, roll.width, align="center")

    return Block(height=paragraph.height + 4, draw=draw)


def _facts(roll: _Roll, sheet: InvoiceSheet) -> Iterator[Block]:
    setting = roll.setting
    pairs = bill_facts(sheet, setting)
    pairs.append((setting.word("customer"), sheet.party.name if sheet.party else setting.word("walk_in")))
    if sheet.party and sheet.party.phone.strip():
        pairs.append((setting.word("phone"), isolate(sheet.party.phone.strip())))
    for label, value in pairs:
        yield roll.pair(label, value, setting.body)


def _line(roll: _Roll, line: InvoiceLine) -> Iterator[Block]:
    """Yield the item's name, then quantity times price with the amount at the end."""
    setting, figures = roll.setting, roll.setting.figures
    name = roll.left(line.description or " ", setting.body, max_lines=4)
    yield Block(height=name.height, draw=name.draw, glued=True)
    if line.detail.strip():
        detail = roll.left(line.detail.strip(), setting.small, max_lines=2)
        yield Block(height=detail.height, draw=detail.draw, glued=True)
    reckoning = ""
    if line.quantity_milli is not None:
        reckoning = f"{figures.quantity(line.quantity_milli)} {line.unit}".strip()
        if line.unit_price_e4 is not None:
            reckoning += f" × {figures.price(line.unit_price_e4)}"
    if line.discount_minor:
        reckoning += f" {figures.amount(-line.discount_minor)}"
    yield roll.sum("   " + reckoning, figures.amount(line.amount_minor), setting.body)
    yield roll.gap(0.2)


def _foot(roll: _Roll, sheet: InvoiceSheet) -> Iterator[Block]:
    setting = roll.setting
    yield roll.centred(setting.figures.words(sheet.total_minor), setting.small, max_lines=6)
    if sheet.note.strip():
        yield roll.gap()
        yield roll.centred(sheet.note.strip(), setting.small, max_lines=8)
    asked = payment_text(
        sheet.business,
        unpaid_minor(sheet),
        reference=sheet.number,
        issued_on=sheet.issued_on,
        due_on=sheet.due_on,
    )
    code = payment_piece(setting, asked, size=_CODE_SIZE)
    if code:
        yield roll.gap(1)
        yield Block(height=code.centred_height, draw=lambda pen, top: code.draw_centred(pen, top, roll.width))
    yield roll.gap(0.8)
    for line in sheet.business.terms.strip().splitlines():
        if line.strip():
            yield roll.centred(line.strip(), setting.small)
    yield roll.gap()
    yield roll.centred(setting.word("thanks"), setting.style(bold=True))
