"""The documents of the window: how each is made on the worker, named, and told about in a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from khata_desktop.config import Grouping, Language
from khata_desktop.documents.paper import Paper
from khata_desktop.domain.ids import PartyId, VoucherId
from khata_desktop.reports.period import Period
from khata_desktop.services.books import Books
from khata_desktop.ui.context import PageContext

if TYPE_CHECKING:
    from khata_desktop.reports.invoice_sheet import BusinessHead


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoice:
    """What the user can choose of a paper."""

    paper: Paper
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished paper.

    Attributes:
        pdf: the file's bytes.
        is_copy: whether it is marked as one, because the original was handed out before.
        file_name: what to call the file, without folder.
        message: what to say when it is sent, in the paper's language.
        phone: whom to send it to, in digits with the country's code in front; "" when not known.
    """

    pdf: bytes
    is_copy: bool
    file_name: str
    message: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperJob:
    """A document that can be shown, printed, saved and sent.

    ``make`` runs on the worker; ``handed_out`` too, once the paper really left.
    """

    title: str
    papers: tuple[Paper, ...]
    make: Callable[[Books, PaperChoice], Made]
    handed_out: Callable[[Books], None]


def invoice_job(context: PageContext, voucher_id: VoucherId, number: str) -> PaperJob:
    """Return the job of a bill or a return."""
    grouping = cast(Grouping, context.business.grouping)
    return PaperJob(
        title=number,
        papers=("A4", "A5", "80mm"),
        make=partial(_make_invoice, voucher_id=voucher_id, grouping=grouping),
        handed_out=lambda books: books.workbench.mark_printed(voucher_id),
    )


def statement_job(context: PageContext, party_id: PartyId, name: str, period: Period) -> PaperJob:
    """Return the job of a party's statement for a period."""
    make = partial(
        _make_statement,
        party_id=party_id,
        period=period,
        today=context.today(),
        grouping=cast(Grouping, context.business.grouping),
    )
    return PaperJob(title=name, papers=("A4", "A5"), make=make, handed_out=lambda _books: None)


def _make_invoice(books: Books, choice: PaperChoice, *, voucher_id: VoucherId, grouping: Grouping) -> Made:
    # Printing is rare and its libraries are heavy: they come with the first paper, on the worker.
    from khata_desktop.documents.invoice import invoice_pdf
    from khata_desktop.documents.messages import invoice_message
    from khata_desktop.reports.invoice_sheet import invoice_sheet

    sheet = books.query(invoice_sheet, voucher_id=voucher_id)
    copy = books.workbench.was_printed(voucher_id)
    pdf = invoice_pdf(sheet, paper=choice.paper, language=choice.language, copy=copy, grouping=grouping)
    return Made(
        pdf=pdf,
        is_copy=copy,
        file_name=f"{sheet.number}.pdf",
        message=invoice_message(sheet, language=choice.language, grouping=grouping),
        phone=_dialled(sheet.party.phone, sheet.business) if sheet.party is not None else "",
    )


def _make_statement(
    books: Books, choice: PaperChoice, *, party_id: PartyId, period: Period, today: date, grouping: Grouping
) -> Made:
    from khata_desktop.documents.messages import statement_message
    from khata_desktop.documents.statement import statement_pdf
    from khata_desktop.reports.party_statement import party_statement

    statement = books.query(party_statement, party_id=party_id, period=period, today=today)
    pdf = statement_pdf(statement, language=choice.language, paper=choice.paper, grouping=grouping)
    return Made(
        pdf=pdf,
        is_copy=False,
        file_name=f"{statement.party.name} {statement.last_on.isoformat()}.pdf",
        message=statement_message(statement, language=choice.language, grouping=grouping),
        phone=_dialled(statement.party.phone, statement.business),
    )


def _dialled(phone: str, business: BusinessHead) -> str:
    from khata_desktop.formatting.phones import international_digits

    return international_digits(phone, business.currency_code)
