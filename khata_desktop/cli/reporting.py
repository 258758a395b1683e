"""khata report: asking the books."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from khata_desktop.cli.parameters import DAY, FILE, TEXT, book_argument
from khata_desktop.cli.writing import write_file

if TYPE_CHECKING:
    from khata_desktop.cli.questions import Question
    from khata_desktop.cli.sheets import Sheet
    from khata_desktop.config import Language
    from khata_desktop.domain.ids import PartyId
    from khata_desktop.reports.business import BusinessProfile
    from khata_desktop.services.books import Books

_KINDS = (
    "trial-balance",
    "profit-loss",
    "balance-sheet",
    "party-balances",
    "party-ledger",
    "day-book",
    "stock",
)


@click.command("report", short_help="Show who owes what, profit and loss, stock and more.")
@click.argument("kind", type=click.Choice(_KINDS), metavar="REPORT")
@book_argument
@click.option("--party", type=TEXT, help="Whose ledger: name, phone, code or id.")
@click.option("--from", "first_on", type=DAY, help="First day: 2025-07-01 or 1/7/2025.")
@click.option("--to", "last_on", type=DAY, help="Last day.")
@click.option("--as-of", "as_of", type=DAY, help="Everything up to and with this day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are decimal strings.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--pdf", type=FILE, metavar="FILE", help="Write a PDF.")
@click.option("--xlsx", type=FILE, metavar="FILE", help="Write an Excel workbook.")
@click.option(
    "--language",
    type=click.Choice(["en", "ur", "hi"]),
    help="Of the PDF or workbook; as the business prints, if not given.",
)
def report_command(
    kind: str,
    book: Path,
    party: str | None,
    first_on: date | None,
    last_on: date | None,
    as_of: date | None,
    as_json: bool,
    as_csv: bool,
    pdf: Path | None,
    xlsx: Path | None,
    language: str | None,
) -> None:
    """Show a report of a book. REPORT is one of:

    \b
      trial-balance   every account   --from --to or --as-of
      profit-loss     income less expenses   --from --to
      balance-sheet   what there is and what is owed   --as-of
      party-balances  who owes what   --as-of
      party-ledger    one khata   --party --from --to
      day-book        every voucher   --from --to
      stock           what is on the shelf   --as-of

    A table is shown unless another form is asked for. The PDF of a party-ledger is the statement that goes to
    the party, with how old the balance is.

    \b
    khata report trial-balance shop.khata --as-of 30/6/2025
    khata report party-ledger shop.khata --party 0300-1234567 --pdf aslam.pdf
    """
    if sum((as_json, as_csv, pdf is not None, xlsx is not None)) > 1:
        raise click.UsageError("give one of --json, --csv, --pdf and --xlsx")
    if language is not None and pdf is None and xlsx is None:
        raise click.UsageError("--language is of --pdf and --xlsx; what is shown here is in English")
    _check_options(kind, {"party": party, "from": first_on, "to": last_on, "as-of": as_of})

    from khata_desktop.cli.finding import find_party
    from khata_desktop.cli.questions import Question
    from khata_desktop.cli.report_sheets import REPORTS
    from khata_desktop.cli.sheets import sheet_csv, sheet_json
    from khata_desktop.reports.business import business_profile
    from khata_desktop.reports.period import Period
    from khata_desktop.services.books import Books

    with Books.open(book) as books:
        business = books.query(business_profile)
        on_paper = pdf is not None or xlsx is not None
        asked = Question(
            business=business,
            period=Period(first_on, last_on),
            as_of=as_of,
            party_id=find_party(books, party) if party is not None else None,
            language=cast("Language", language or business.language) if on_paper else "en",
            on_paper=on_paper,
        )
        if pdf is not None and asked.party_id is not None:
            _write_statement(books, asked, asked.party_id, pdf)
            return
        sheet = REPORTS[kind](books, asked)
    if as_json:
        click.echo(sheet_json(sheet))
    elif as_csv:
        click.echo(sheet_csv(sheet), nl=False)
    elif pdf is not None or xlsx is not None:
        _write_document(sheet, asked, book, pdf=pdf, xlsx=xlsx)
    else:
        _show(sheet, business)


_OPTIONS = {
    "trial-balance": {"from", "to", "as-of"},
    "profit-loss": {"from", "to"},
    "balance-sheet": {"as-of"},
    "party-balances": {"as-of"},
    "party-ledger": {"party", "from", "to"},
    "day-book": {"from", "to"},
    "stock": {"as-of"},
}


def _check_options(kind: str, given: dict[str, object]) -> None:
    for name, value in given.items():
        if value is not None and name not in _OPTIONS[kind]:
            fitting = ", ".join(f"--{option}" for option in sorted(_OPTIONS[kind]))
            raise click.UsageError(f"--{name} says nothing to {kind}; it takes {fitting}")
    if kind == "party-ledger" and not given["party"]:
        raise click.UsageError("party-ledger needs --party")
    if given["as-of"] is not None and (given["from"] is not None or given["to"] is not None):
        raise click.UsageError("give either --as-of or --from and --to")
    first, last = given["from"], given["to"]
    if isinstance(first, date) and isinstance(last, date) and first > last:
        raise click.UsageError(f"--from {first} is later than --to {last}")


def _show(sheet: Sheet, business: BusinessProfile) -> None:
    from khata_desktop.cli.terminal import table_lines
    from khata_desktop.formatting.style import TextStyle

    grouping: Any = business.grouping
    style = TextStyle(currency_code=business.currency_code, grouping=grouping, isolate=False)
    for line in table_lines(sheet, style):
        click.echo(line)


def _write_statement(books: Books, asked: Question, party_id: PartyId, pdf: Path) -> None:
    """Write what the window writes, too: the khata as it goes to the party, with ageing and payment code."""
    from khata_desktop.documents.statement import statement_pdf
    from khata_desktop.domain.clock import Clock
    from khata_desktop.reports.party_statement import party_statement

    statement = books.query(party_statement, party_id=party_id, period=asked.period, today=Clock().today())
    paper = asked.business.paper if asked.business.paper in ("A4", "A5") else "A4"
    grouping: Any = asked.business.grouping
    write_file(
        pdf,
        lambda: statement_pdf(statement, language=asked.language, paper=paper, grouping=grouping),
        but=books.path,
    )


def _write_document(
    sheet: Sheet, asked: Question, book: Path, *, pdf: Path | None, xlsx: Path | None
) -> None:
    from khata_desktop.documents.report_table import ReportColumn, ReportGroup, ReportTable, table_pdf
    from khata_desktop.documents.spreadsheet import table_xlsx
    from khata_desktop.domain.clock import Clock

    columns = sheet.seen_by("people")

    def kept(row: Any) -> Any:
        return tuple(row[i] for i, _ in columns) if row is not None else None

    table = ReportTable(
        title=sheet.title,
        business=sheet.business,
        period=sheet.period,
        columns=tuple(ReportColumn(key=c.key, heading=c.heading, kind=c.kind) for _, c in columns),
        rows=tuple(kept(row) for row in (*filter(None, [sheet.opening]), *sheet.rows)),
        totals=kept(sheet.totals),
        groups=tuple(
            ReportGroup(heading=g.heading, start=g.start, totals=kept(g.totals)) for g in sheet.groups
        ),
        currency_code=sheet.currency_code,
        dated_on=Clock().today(),
    )
    grouping: Any = asked.business.grouping
    if pdf is not None:
        write_file(pdf, lambda: table_pdf(table, language=asked.language, grouping=grouping), but=book)
    if xlsx is not None:
        write_file(xlsx, lambda: table_xlsx(table, language=asked.language, grouping=grouping), but=book)
