"""A customer's statement of account: opening balance, entries with running balance, totals and ageing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from khata_desktop.config import Digits, Grouping, Language
from khata_desktop.documents.band import band
from khata_desktop.documents.flow import Block, Document, space, write_pdf
from khata_desktop.documents.fonts import clean
from khata_desktop.documents.letterhead import (
    draw_page_number,
    draw_running_head,
    letterhead,
    party_block,
    running_head_height,
)
from khata_desktop.documents.paper import GREEN, MUTED, SHEETS, Pen
from khata_desktop.documents.payment_block import payment_piece
from khata_desktop.documents.payment_qr import payment_text
from khata_desktop.documents.setting import Setting, make_setting
from khata_desktop.documents.table import LEAST_TEXT_COLUMN, PLAIN, TOTAL, Column, Table, fitted_width
from khata_desktop.documents.text import isolate, lay_out
from khata_desktop.documents.words import kind_word
from khata_desktop.reports.party_statement import Ageing, PartyStatement, StatementRow


def statement_pdf(
    statement: PartyStatement,
    *,
    language: Language,
    paper: str = "A4",
    grouping: Grouping | None = None,
    digits: Digits = "latin",
) -> bytes:
    """Return the statement as a PDF on "A4" or "A5"; the same statement gives the same bytes.

    Raises UnknownCurrency for a currency code that is none, ValueError for another paper.
    """
    if paper not in ("A4", "A5"):
        raise ValueError(f"a statement is printed on A4 or A5, not on {paper!r}")
    setting = make_setting(
        SHEETS[paper], language, statement.business.currency_code, grouping=grouping, digits=digits
    )
    entries = _fitted_entries(statement, setting)
    setting = entries.setting
    title = setting.word("statement")
    business = clean(statement.business.name)
    subject = f"{title} · {isolate(statement.party.name)}"

    def furniture(pen: Pen, page: int, pages: int) -> None:
        if page > 1:
            draw_running_head(pen, setting, business, subject)
        draw_page_number(pen, setting, page, pages)

    document = Document(
        blocks=list(_blocks(statement, entries)),
        title=clean(f"{title} - {statement.party.name}"),
        author=business,
        dated_on=statement.last_on,
        language=language,
        furniture=furniture,
        later_top=setting.sheet.margin_top + running_head_height(setting),
    )
    return write_pdf(document, setting.sheet)


def _blocks(statement: PartyStatement, entries: _Entries) -> Iterator[Block]:
    setting = entries.setting
    gap = setting.sheet.text_size
    date = setting.figures.date
    period = (
        setting.word("from_to", first=date(statement.first_on), last=date(statement.last_on))
        if statement.first_on
        else setting.word("up_to", last=date(statement.last_on))
    )
    yield letterhead(
        setting,
        statement.business,
        title=setting.word("statement"),
        facts=[(setting.word("period"), period)],
    )
    yield _party_and_balance(statement, setting)
    yield space(gap)
    yield from entries.blocks()
    if statement.ageing:
        yield space(gap * 1.6)
        label = setting.label("ageing")
        width = setting.sheet.content_width
        yield Block(
            height=label.height + 3,
            draw=lambda pen, top: pen.text(label, 0, top, width, color=MUTED),
            glued=True,
        )
        yield band(setting, _ageing_cells(statement.ageing, setting))


def _party_and_balance(statement: PartyStatement, setting: Setting) -> Block:
    """Return the customer at the start and what they owe, large, at the end, with the QR to pay it."""
    width = setting.sheet.content_width
    closing = statement.closing_minor
    asked = payment_text(
        statement.business, closing, reference=statement.party.name, issued_on=statement.last_on
    )
    code = payment_piece(setting, asked, size=setting.sheet.text_size * 7)
    key = "amount_due" if closing > 0 else "in_advance" if closing < 0 else "settled"
    label = setting.label(key)
    amount = lay_out(setting.money(abs(closing)), setting.style(1.9, bold=True))
    hint = setting.label("scan_to_pay") if code else None
    column = max(part.width for part in (label, amount, hint) if part)
    code_at = width - column - (code.size if code else 0.0) - 14
    party_width = max(width * 0.25, min(width * 0.5, code_at - 12))
    party = party_block(setting, statement.party, label=setting.word("account_of"), width=party_width)
    figures = label.height + amount.height + (hint.height if hint else 0.0)

    def draw(pen: Pen, top: float) -> None:
        party.draw(pen, top)
        at = width - column
        pen.text(label, at, top, column, align="end", color=MUTED)
        pen.text(amount, at, top + label.height, column, align="end", color=GREEN)
        if code and hint:
            pen.modules(code.modules, code_at, top + 3, code.size)
            pen.text(hint, at, top + label.height + amount.height, column, align="end", color=MUTED)

    return Block(height=max(party.height, figures, code.size + 3 if code else 0.0), draw=draw)


class _Entries:
    """The table of entries.

    Attributes:
        setting: what it is set in.
        entry_width: what the figures leave for the entries' text, in points.
    """

    def __init__(self, statement: PartyStatement, setting: Setting) -> None:
        self.setting = setting
        self._statement = statement
        amount = setting.figures.amount
        # Urdu's month names are tall in Nastaliq: days in digits keep the rows close.
        self._date = partial(setting.figures.date, style="short" if setting.language == "ur" else "medium")
        self._billed = [amount(row.debit_minor) if row.debit_minor else "" for row in statement.rows]
        self._received = [amount(row.credit_minor) if row.credit_minor else "" for row in statement.rows]
        self._balances = [amount(row.balance_minor) for row in statement.rows]
        self._days = [self._date(row.occurred_on) for row in statement.rows]
        self._numbers = [isolate(row.number) if row.number else "" for row in statement.rows]
        self._opening = amount(statement.opening_minor)
        self._totals = (
            amount(statement.total_debit_minor),
            amount(statement.total_credit_minor),
            amount(statement.closing_minor),
        )
        opened = {self._date(statement.first_on)} if statement.first_on else set()
        width = setting.sheet.content_width
        number = min(self._width("number", self._numbers), width * 0.2)
        columns = [
            Column(heading=setting.word("date"), width=self._width("date", {*self._days, *opened})),
            Column(heading=setting.word("number"), width=number, muted=True, max_lines=2),
            Column(heading=setting.word("entry"), max_lines=2),
            self._figures("billed", self._billed, self._totals[0]),
            self._figures("received", self._received, self._totals[1]),
            self._figures("balance", [*self._balances, self._opening], self._totals[2]),
        ]
        self._table = Table(columns, width=width, style=setting.body, padding=setting.row_padding * 0.8)
        others = sum(column.width for column in columns)
        self.entry_width = width - others - self._table.gutter * (len(columns) - 1)

    def _figures(self, key: str, texts: list[str], total: str) -> Column:
        width = max(self._width(key, texts), fitted_width([total], self.setting.style(bold=True)) + 0.1)
        return Column(heading=self.setting.word(key), align="right", width=width)

    def _width(self, key: str, texts: Iterable[str]) -> float:
        heading = lay_out(self.setting.word(key), self.setting.small).width
        return max(fitted_width(texts, self.setting.body), heading) + 0.1

    def blocks(self) -> Iterator[Block]:
        """Yield heading, opening balance, entries and totals."""
        setting, table, statement = self.setting, self._table, self._statement
        yield table.head(setting.small)
        opened = self._date(statement.first_on) if statement.first_on else ""
        opening = (opened, "", setting.word("opening_balance"), "", "", self._opening)
        yield table.row(opening, look=replace(PLAIN, color=MUTED))
        if not statement.rows:
            yield table.banner(setting.word("no_entries"), look=PLAIN, bold=False)
        last = len(statement.rows) - 1
        texts = zip(self._days, self._numbers, self._billed, self._received, self._balances, strict=True)
        for i, (row, (day, number, billed, received, balance)) in enumerate(
            zip(statement.rows, texts, strict=True)
        ):
            cells = (day, number, _entry_text(row, setting), billed, received, balance)
            yield table.row(cells, glued=i == last)
        closing = ("", "", setting.word("closing_balance"), *self._totals)
        yield table.row(closing, look=TOTAL, bold=True)


def _fitted_entries(statement: PartyStatement, setting: Setting) -> _Entries:
    """Return the entries at the paper's type size, or smaller where figures would crowd out the text."""
    entries = _Entries(statement, setting)
    for smaller in setting.smaller():
        if entries.entry_width >= setting.sheet.content_width * LEAST_TEXT_COLUMN:
            break
        entries = _Entries(statement, smaller)
    return entries


def _entry_text(row: StatementRow, setting: Setting) -> str:
    kind = kind_word(row.kind, setting.language)
    details = " ".join(row.details.split())
    return f"{kind}: {isolate(details)}" if details else kind


def _ageing_cells(ageing: Ageing, setting: Setting) -> list[tuple[str, str]]:
    amount = setting.figures.amount
    cells = [
        (setting.word("days", span=setting.left_to_right("0–30")), amount(ageing.days_0_30_minor)),
        (setting.word("days", span=setting.left_to_right("31–60")), amount(ageing.days_31_60_minor)),
        (setting.word("days", span=setting.left_to_right("61–90")), amount(ageing.days_61_90_minor)),
        (setting.word("days_over", span=setting.left_to_right("90")), amount(ageing.days_over_90_minor)),
    ]
    if ageing.advance_minor:
        cells.append((setting.word("advance_unused"), amount(ageing.advance_minor)))
    return cells
