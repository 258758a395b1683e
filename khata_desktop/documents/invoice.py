"""The printed invoice, cash memo or credit note on A4 and A5; the 80 mm receipt is in `receipt_roll`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from khata_desktop.config import Digits, Grouping, Language
from khata_desktop.documents.band import band
from khata_desktop.documents.flow import Block, Document, Draw, space, write_pdf
from khata_desktop.documents.fonts import clean
from khata_desktop.documents.invoice_sums import (
    balance_cells,
    bill_facts,
    settlement_rows,
    sum_rows,
    unpaid_minor,
)
from khata_desktop.documents.letterhead import (
    draw_page_number,
    draw_running_head,
    letterhead,
    party_block,
    running_head_height,
)
from khata_desktop.documents.paper import GREEN, INK, MUTED, SHEETS, Paper, Pen
from khata_desktop.documents.payment_block import payment_piece
from khata_desktop.documents.payment_qr import payment_text
from khata_desktop.documents.setting import Setting, make_setting
from khata_desktop.documents.table import LEAST_TEXT_COLUMN, PLAIN, Column, Table, fitted_width
from khata_desktop.documents.text import Paragraph, isolate, lay_out, stacked
from khata_desktop.reports.invoice_sheet import InvoiceLine, InvoiceSheet

_LONG_TERMS_LINES = 8
_TOTAL_SIZE = 1.3


def invoice_pdf(
    sheet: InvoiceSheet,
    *,
    paper: Paper,
    language: Language,
    copy: bool,
    grouping: Grouping | None = None,
    digits: Digits = "latin",
) -> bytes:
    """Return the bill as a PDF in the printed language; `copy` marks a reprint on every page.

    A4 and A5 are cut into pages with repeated headings and carried sums; the 80 mm receipt is one long page.
    The same sheet gives the same bytes. Raises UnknownCurrency for a currency code that is none.
    """
    setting = make_setting(
        SHEETS[paper], language, sheet.business.currency_code, grouping=grouping, digits=digits
    )
    if paper == "80mm":
        from khata_desktop.documents.receipt_roll import receipt_blocks

        blocks = receipt_blocks(sheet, setting, copy=copy)
    else:
        setting, lines = _fitted_lines(sheet, setting)
        blocks = list(_page_blocks(sheet, setting, lines, copy=copy))
    subject = f"{setting.word(sheet.kind.value)} {isolate(sheet.number)}"
    business = clean(sheet.business.name)

    def furniture(pen: Pen, page: int, pages: int) -> None:
        if paper == "80mm":
            return
        if copy:
            pen.watermark(setting.word("copy"))
        if page > 1:
            draw_running_head(pen, setting, business, subject)
        draw_page_number(pen, setting, page, pages)

    document = Document(
        blocks=blocks,
        title=clean(f"{setting.word(sheet.kind.value)} {sheet.number}"),
        author=business,
        dated_on=sheet.issued_on,
        language=language,
        furniture=furniture,
        later_top=setting.sheet.margin_top + running_head_height(setting),
    )
    return write_pdf(document, setting.sheet)


def _fitted_lines(sheet: InvoiceSheet, setting: Setting) -> tuple[Setting, _Lines]:
    """Return the lines at the paper's type size, or smaller where figures would crowd out the items."""
    lines = _Lines(sheet, setting)
    for smaller in setting.smaller():
        lines = _Lines(sheet, smaller)
        if lines.item_width >= setting.sheet.content_width * LEAST_TEXT_COLUMN:
            break
    return lines.setting, lines


def _page_blocks(sheet: InvoiceSheet, setting: Setting, lines: _Lines, *, copy: bool) -> Iterator[Block]:
    width = setting.sheet.content_width
    yield letterhead(
        setting,
        sheet.business,
        title=setting.word(sheet.kind.value),
        facts=bill_facts(sheet, setting),
        badge=setting.word("copy") if copy else "",
    )
    yield party_block(setting, sheet.party, label=setting.word("customer"), width=width * 0.62)
    yield space(setting.sheet.text_size)
    yield from lines.blocks()
    balances = balance_cells(sheet, setting)
    yield replace(_sums(sheet, setting, lines.table), glued=bool(balances))
    if balances:
        yield replace(space(setting.sheet.text_size), glued=True)
        yield band(setting, balances, strong=len(balances) - 1)
    yield from _closing(sheet, setting)


# --- the lines -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column of the bill: its heading, alignment and the text of a line in it."""

    key: str
    column: Column
    texts: tuple[str, ...]


class _Lines:
    """The table of lines; columns that would be empty are left out.

    Attributes:
        setting: what it is set in.
        table: the laid-out table.
    """

    def __init__(self, sheet: InvoiceSheet, setting: Setting) -> None:
        self._sheet = sheet
        self.setting = setting
        self._cells = list(self._columns())
        self._amount_at = len(self._cells) - 1
        self._item_at = next(i for i, cell in enumerate(self._cells) if cell.key == "item")
        self.table = Table(
            [cell.column for cell in self._cells],
            width=setting.sheet.content_width,
            style=setting.body,
            padding=setting.row_padding,
        )

    def _columns(self) -> Iterator[_Cell]:
        sheet, figures, word = self._sheet, self.setting.figures, self.setting.word
        lines = sheet.lines
        yield self._figure(
            "serial", "#", [self.setting.number(i) for i, _ in enumerate(lines, 1)], muted=True
        )
        item = Column(heading=word("item"), max_lines=6)
        yield _Cell("item", item, tuple(line.description for line in lines))
        yield self._quantity()
        prices = ["" if x.unit_price_e4 is None else figures.price(x.unit_price_e4) for x in lines]
        yield self._figure("price", word("price"), prices)
        if any(line.discount_minor for line in lines):
            yield self._figure("discount", word("discount"), self._amounts([x.discount_minor for x in lines]))
        if any(line.tax_minor for line in lines):
            yield self._figure("tax", word("tax"), self._amounts([x.tax_minor for x in lines]))
        amounts = [figures.amount(line.amount_minor) for line in lines]
        column = self._figure("amount", word("amount"), amounts)
        sums = [text for _, text, strong in sum_rows(sheet, self.setting) if not strong]
        sums += [text for _, text in settlement_rows(sheet, self.setting)]
        total = [text for _, text, strong in sum_rows(sheet, self.setting) if strong]
        room = max(
            column.column.width,
            fitted_width(sums, self.setting.body),
            fitted_width(total, self.setting.style(_TOTAL_SIZE, bold=True)),
        )
        yield replace(column, column=replace(column.column, width=room))

    def _amounts(self, minors: list[int]) -> list[str]:
        return [self.setting.figures.amount(minor) if minor else "" for minor in minors]

    def _figure(self, key: str, heading: str, texts: list[str], *, muted: bool = False) -> _Cell:
        width = max(fitted_width(texts, self.setting.body), lay_out(heading, self.setting.small).width, 10.0)
        return _Cell(key, Column(heading=heading, align="right", width=width, muted=muted), tuple(texts))

    def _quantity(self) -> _Cell:
        """Return the column of quantities, each with its unit after it in reading order."""
        figures = self.setting.figures
        texts = [
            "" if x.quantity_milli is None else f"{figures.quantity(x.quantity_milli)} {x.unit}".strip()
            for x in self._sheet.lines
        ]
        cell = self._figure("quantity", self.setting.word("quantity"), texts)
        limit = self.setting.sheet.content_width * 0.18
        return replace(cell, column=replace(cell.column, width=min(cell.column.width, limit)))

    @property
    def item_width(self) -> float:
        """Return what the figures leave for the items, in points."""
        others = sum(column.width for i, column in enumerate(self.table.columns) if i != self._item_at)
        return self.setting.sheet.content_width - others - self.table.gutter * (len(self._cells) - 1)

    def blocks(self) -> Iterator[Block]:
        """Yield the heading and one row a line, with the sums to carry over a page break."""
        yield self.table.head(self.setting.small)
        if not self._sheet.lines:
            yield self.table.banner(self.setting.word("no_lines"), look=PLAIN, bold=False)
            return
        running = 0
        last = len(self._sheet.lines) - 1
        for i, line in enumerate(self._sheet.lines):
            running += line.amount_minor
            cells: list[str | Paragraph] = [cell.texts[i] for cell in self._cells]
            cells[self._item_at] = self._item(line)
            yield self.table.row(
                cells,
                carried=self._carry("carried", running),
                brought=self._carry("brought", running),
                glued=i == last,  # the sums never stand alone on a page
            )

    def _item(self, line: InvoiceLine) -> Paragraph:
        column = self.table.columns[self._item_at]
        item = lay_out(
            line.description or " ", self.setting.body, width=column.width, max_lines=column.max_lines
        )
        if not line.detail.strip():
            return item
        return stacked(
            item, lay_out(line.detail.strip(), self.setting.small, width=column.width, max_lines=3)
        )

    def _carry(self, key: str, running: int) -> Block:
        cells = [""] * len(self._cells)
        cells[self._item_at] = self.setting.word(key)
        cells[self._amount_at] = self.setting.figures.amount(running)
        return self.table.row(cells, look=replace(PLAIN, color=MUTED, rule_below=""))


# --- the sums --------------------------------------------------------------------------------------------


def _sums(sheet: InvoiceSheet, setting: Setting, table: Table) -> Block:
    """Return the sums under the column of amounts; beside them the total in words and the payment QR."""
    width = setting.sheet.content_width
    last = len(table.columns) - 1
    amount_at, amount_width = table.offset(last), table.columns[last].width
    labels_at = max(width * 0.54, amount_at - width * 0.3)
    label_width = amount_at - labels_at - 6
    pad = setting.row_padding * 0.6
    gap = setting.sheet.text_size
    rows: list[tuple[Paragraph, Paragraph, bool]] = []
    for label, text, strong in sum_rows(sheet, setting):
        style = setting.style(_TOTAL_SIZE, bold=True) if strong else setting.body
        rows.append((lay_out(label, style, width=label_width), lay_out(text, style), strong))
    for label, text in settlement_rows(sheet, setting):
        rows.append((lay_out(label, setting.body, width=label_width), lay_out(text, setting.body), False))
    heights = [max(a.height, b.height) + 2 * pad + (8 if strong else 0) for a, b, strong in rows]
    side_height, draw_side = _beside_sums(sheet, setting, width=labels_at - 20)

    def draw(pen: Pen, top: float) -> None:
        draw_side(pen, top + gap)
        y = top + gap
        for (label, figure, strong), height in zip(rows, heights, strict=True):
            if strong:
                pen.rule(labels_at, y + 2, width - labels_at, color=GREEN, thickness=1.2)
            ascent = max(label.ascent, figure.ascent)
            inner = y + pad + (5 if strong else 0)
            ink = INK if strong else MUTED
            pen.text(label, labels_at, inner + ascent - label.ascent, label_width, color=ink)
            pen.text(
                figure, amount_at, inner + ascent - figure.ascent, amount_width, align="right", color=INK
            )
            y += height

    return Block(height=gap + max(sum(heights), side_height), draw=draw)


def _beside_sums(sheet: InvoiceSheet, setting: Setting, *, width: float) -> tuple[float, Draw]:
    """Return the height and the drawing of what stands at the reading start of the sums."""
    label = setting.label("in_words")
    words = lay_out(setting.figures.words(sheet.total_minor), setting.body, width=width, max_lines=5)
    parts: list[tuple[Paragraph, str]] = [(label, MUTED), (words, INK)]
    if sheet.note.strip():
        note = f"{setting.word('note')}: {sheet.note.strip()}"
        parts.append((lay_out(note, setting.small, width=width, max_lines=8), MUTED))
    asked = payment_text(
        sheet.business,
        unpaid_minor(sheet),
        reference=sheet.number,
        issued_on=sheet.issued_on,
        due_on=sheet.due_on,
    )
    code = payment_piece(setting, asked, size=setting.sheet.text_size * 7.6)
    gap = setting.sheet.text_size
    height = sum(part.height for part, _ in parts) + (gap + code.size if code else 0.0)

    def draw(pen: Pen, top: float) -> None:
        for part, color in parts:
            pen.text(part, 0, top, width, color=color)
            top += part.height
        if code:
            code.draw_beside(pen, 0, top + gap, width)

    return height, draw


# --- the foot --------------------------------------------------------------------------------------------


def _closing(sheet: InvoiceSheet, setting: Setting) -> Iterator[Block]:
    """Yield the terms and the signature line, at the foot of the last page."""
    width = setting.sheet.content_width
    sign_width = width * 0.28
    terms_width = width - sign_width - 24
    terms = sheet.business.terms.strip()
    laid = lay_out(terms, setting.small, width=terms_width) if terms else None
    yield space(setting.sheet.text_size)
    if laid and len(laid.lines) > _LONG_TERMS_LINES:
        yield from _long_terms(terms, setting)
        laid = None
    yield _foot(setting, laid, terms_width, sign_width)


def _long_terms(terms: str, setting: Setting) -> Iterator[Block]:
    """Yield terms too long for the foot line by line across the page, so that they may break."""
    width = setting.sheet.content_width
    parts = [setting.label("terms")]
    parts += [
        lay_out(line, setting.small, width=width) if line.strip() else lay_out(" ", setting.small)
        for line in clean(terms).split("\n")
    ]
    for i, part in enumerate(parts):
        for line in part.lines:
            single = Paragraph((line,), part.style, line.width, line.height)

            def draw(pen: Pen, top: float, single: Paragraph = single) -> None:
                pen.text(single, 0, top, width, color=MUTED)

            yield Block(height=line.height, draw=draw, glued=i == 0)


def _foot(setting: Setting, terms: Paragraph | None, terms_width: float, sign_width: float) -> Block:
    width = setting.sheet.content_width
    signature = setting.label("signature")
    terms_label = setting.label("terms")
    terms_height = terms_label.height + terms.height if terms else 0.0
    height = max(terms_height, setting.sheet.text_size * 3.6 + signature.height)

    def draw(pen: Pen, top: float) -> None:
        if terms:
            y = top + height - terms_height
            pen.text(terms_label, 0, y, terms_width, color=MUTED)
            pen.text(terms, 0, y + terms_label.height, terms_width)
        line = top + height - signature.height - 3
        pen.rule(width - sign_width, line, sign_width, color=INK, thickness=0.6)
        pen.text(signature, width - sign_width, line + 3, sign_width, align="center", color=MUTED)

    return Block(height=height, draw=draw, at_bottom=True)
