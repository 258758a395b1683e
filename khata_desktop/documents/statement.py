"""A customer's statement of account: opening balance, entries with running balance, totals and ageing."""

from __future__ import annotations

from collections.abc import Iterator
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
from khata_desktop.documents.table import PLAIN, TOTAL, Column, Table, fitted_width
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
    title = setting.word("statement")
    business = clean(statement.business.name)
    subject = f"{title} · {isolate(statement.party.name)}"

    def furniture(pen: Pen, page: int, pages: int) -> None:
        if page > 1:
            draw_running_head(pen, setting, business, subject)
        draw_page_number(pen, setting, page, pages)

    document = Document(
        blocks=list(_blocks(statement, setting)),
        title=clean(f"{title} - {statement.party.name}"),
        author=business,
        dated_on=statement.last_on,
        language=language,
        furniture=furniture,
        later_top=setting.sheet.margin_top + running_head_height(setting),
    )
    return write_pdf(document, setting.sheet)


def _blocks(statement: PartyStatement, setting: Setting) -> Iterator[Block]:
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
    yield from _entries(statement, setting)
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
    yield from _payment(statement, setting)


def _party_and_balance(statement: PartyStatement, setting: Setting) -> Block:
    """Return the customer at the start and what they owe, large, at the end."""
    width = setting.sheet.content_width
    party = party_block(setting, statement.party, label=setting.word("account_of"), width=width * 0.55)
    closing = statement.closing_minor
    key = "amount_due" if closing > 0 else "in_advance" if closing < 0 else "settled"
    label = setting.label(key)
    amount = lay_out(setting.money(abs(closing)), setting.style(2.0, bold=True), width=width * 0.42)

    def draw(pen: Pen, top: float) -> None:
        party.draw(pen, top)
        at = width * 0.58
        pen.text(label, at, top, width * 0.42, align="end", color=MUTED)
        pen.text(amount, at, top + label.height, width * 0.42, align="end", color=GREEN)

    return Block(height=max(party.height, label.height + amount.height), draw=draw)


def _entries(statement: PartyStatement, setting: Setting) -> Iterator[Block]:
    amount = setting.figures.amount
    rows = statement.rows
    billed = [amount(row.debit_minor) if row.debit_minor else "" for row in rows]
    received = [amount(row.credit_minor) if row.credit_minor else "" for row in rows]
    balances = [amount(row.balance_minor) for row in rows]
    date = partial(setting.figures.date, style="short" if setting.language == "ur" else "medium")
    days = [date(row.occurred_on) for row in rows]
    numbers = [isolate(row.number) if row.number else "" for row in rows]
    totals = (
        amount(statement.total_debit_minor),
        amount(statement.total_credit_minor),
        amount(statement.closing_minor),
    )
    table = Table(
        [
            _column(setting, "date", {*days, date(statement.last_on)}, align="start"),
            replace(_column(setting, "number", numbers, align="start"), muted=True, max_lines=2),
            Column(heading=setting.word("entry"), max_lines=2),
            _column(setting, "billed", billed, totals[0]),
            _column(setting, "received", received, totals[1]),
            _column(setting, "balance", balances, totals[2], amount(statement.opening_minor)),
        ],
        width=setting.sheet.content_width,
        style=setting.body,
        padding=setting.row_padding * 0.8,
    )
    yield table.head(setting.small)
    opened = date(statement.first_on) if statement.first_on else ""
    opening = (opened, "", setting.word("opening_balance"), "", "", amount(statement.opening_minor))
    yield table.row(opening, look=replace(PLAIN, color=MUTED))
    if not rows:
        yield table.banner(setting.word("no_entries"), look=PLAIN, bold=False)
    last = len(rows) - 1
    for i, row in enumerate(rows):
        cells = (days[i], numbers[i], _entry_text(row, setting), billed[i], received[i], balances[i])
        yield table.row(cells, glued=i == last)
    yield table.row(("", "", setting.word("closing_balance"), *totals), look=TOTAL, bold=True)


def _column(
    setting: Setting, key: str, texts: list[str] | set[str], *bold: str, align: str = "right"
) -> Column:
    """Return a column wide enough for its texts; `bold` ones are the totals."""
    heading = setting.word(key)
    width = max(
        fitted_width(texts, setting.body),
        fitted_width(bold, setting.style(bold=True)),
        lay_out(heading, setting.small).width,
    )
    limit = setting.sheet.content_width * 0.22
    return Column(
        heading=heading, width=min(width, limit) + 0.1, align="right" if align == "right" else "start"
    )


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


def _payment(statement: PartyStatement, setting: Setting) -> Iterator[Block]:
    """Yield the payment QR for what is owed."""
    asked = payment_text(
        statement.business,
        statement.closing_minor,
        reference=statement.party.name,
        issued_on=statement.last_on,
    )
    code = payment_piece(setting, asked, size=setting.sheet.text_size * 8)
    if code:
        width = setting.sheet.content_width
        yield space(setting.sheet.text_size * 1.6)
        yield Block(height=code.size, draw=lambda pen, top: code.draw_beside(pen, 0, top, width))
