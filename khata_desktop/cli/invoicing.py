"""khata invoice: a bill or a return on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from khata_desktop.cli.parameters import FILE, TEXT, book_argument
from khata_desktop.cli.writing import write_file

if TYPE_CHECKING:
    from khata_desktop.config import Language
    from khata_desktop.documents.paper import Paper
    from khata_desktop.domain.ids import VoucherId
    from khata_desktop.services.books import Books

#: What else bears a number, and is no bill.
_OTHERS = {
    "receipt": "a receipt",
    "payment": "a payment",
    "khata": "a khata entry",
    "opening": "an opening balance",
    "journal": "a journal entry",
    "reversal": "what undid another voucher",
}


@click.command("invoice", short_help="Save an invoice as PDF.")
@book_argument
@click.argument("number", metavar="NUMBER", type=TEXT)
@click.option("--pdf", type=FILE, metavar="FILE", required=True, help="The file to write.")
@click.option(
    "--paper", type=click.Choice(["A4", "A5", "80mm"]), help="As the business prints, if not given."
)
@click.option(
    "--language", type=click.Choice(["en", "ur", "hi"]), help="As the business prints, if not given."
)
@click.option(
    "--copy/--original",
    "copy",
    default=None,
    help="Mark it as a copy, or not. If not given, every one after the first is marked.",
)
def invoice_command(
    book: Path, number: str, pdf: Path, paper: str | None, language: str | None, copy: bool | None
) -> None:
    """Save the invoice or return of that number as PDF.

    What was handed out before, here or in the window of this computer, is marked as a copy.

    \b
    khata invoice shop.khata INV-A-000123 --pdf bill.pdf --paper A5
    """
    from khata_desktop.documents.invoice import invoice_pdf
    from khata_desktop.reports.business import business_profile
    from khata_desktop.reports.invoice_sheet import invoice_sheet
    from khata_desktop.services.books import Books

    with Books.open(book) as books:
        business = books.query(business_profile)
        voucher_id = _find_bill(books, number.strip())
        sheet = books.query(invoice_sheet, voucher_id=voucher_id)
        grouping: Any = business.grouping
        was_printed = books.workbench.was_printed(voucher_id)
        write_file(
            pdf,
            lambda: invoice_pdf(
                sheet,
                paper=cast("Paper", paper or business.paper),
                language=cast("Language", language or business.language),
                copy=was_printed if copy is None else copy,
                grouping=grouping,
            ),
            but=book,
        )
        # As in the window: the first that left is the original, and only what is there has left.
        books.workbench.mark_printed(voucher_id)


def _find_bill(books: Books, number: str) -> VoucherId:
    from khata_desktop.domain.record_errors import UnknownRecord
    from khata_desktop.storage.lookups import get_header, live_voucher

    voucher_id = books.query(live_voucher, number=number)
    header = books.query(get_header, voucher_id) if voucher_id is not None else None
    if voucher_id is None or header is None:
        raise UnknownRecord(entity="bill", name=number)
    if header.kind in _OTHERS:
        raise click.ClickException(
            f"{number} is {_OTHERS[header.kind]}; only bills and returns are printed as invoices."
        )
    return voucher_id
