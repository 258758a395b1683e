"""khata import: files of other programs come in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khata_desktop.cli.parameters import FILE, TEXT, book_argument
from khata_desktop.cli.progress import ProgressBar

if TYPE_CHECKING:
    from khata_desktop.interchange.importing import ImportReport

_SHOWN_REFUSALS = 10
#: By which options what a file leaves open is said.
_HINTS = {
    "dates_contradict": "(--day-first or --month-first)",
    "dates_unclear": "(--day-first or --month-first)",
    "decimal_comma": "(--decimal-point)",
    "numbers_guessed": "(--decimal-comma)",
    "column_twice": "(--map FIELD=#3)",
    "numbers_contradict": "(--decimal-comma or --decimal-point)",
}
_KINDS = ("parties", "items", "sales", "entries")


@click.command("import", short_help="Bring in parties, items, sales or khata entries from CSV or XLSX.")
@click.argument("kind", type=click.Choice(_KINDS), metavar="(parties|items|sales|entries)")
@book_argument
@click.argument("file", type=FILE, metavar="FILE")
@click.option(
    "--map",
    "chosen",
    type=TEXT,
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column fills a field, by its heading or as #3; 'field=' leaves it out. May be repeated.",
)
@click.option(
    "--day-first/--month-first",
    "day_first",
    default=None,
    help="How dates such as 1/12/2010 are meant. Needed where no date of the file tells, as 13/12/2010 does.",
)
@click.option(
    "--decimal-comma/--decimal-point",
    "decimal_comma",
    default=None,
    help="Which mark stands before the decimals of numbers such as 1,500. If not given, the numbers tell.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@click.option(
    "--rejects", type=FILE, metavar="FILE", help="Write the refused lines here, with their reasons."
)
def import_command(
    kind: str,
    book: Path,
    file: Path,
    chosen: tuple[str, ...],
    day_first: bool | None,
    decimal_comma: bool | None,
    dry_run: bool,
    rejects: Path | None,
) -> int:
    """Bring a CSV or XLSX file into a book, all or nothing.

    Columns are found by their headings. Lines that cannot come in are refused one by one and never dropped;
    the exit code is then 1. The same file brought in twice adds nothing.

    \b
    khata import sales shop.khata sales.csv --day-first --rejects refused.csv
    khata import parties shop.khata list.xlsx --map name=Customer --map phone="Mobile No"
    """
    from khata_desktop.domain.import_errors import DatesContradict, DatesUnclear, NumbersContradict
    from khata_desktop.interchange.fields import ImportKind, complete_mapping
    from khata_desktop.interchange.importing import import_file, notice_text
    from khata_desktop.interchange.table import read_table
    from khata_desktop.reports.business import business_profile
    from khata_desktop.services.books import Books

    with Books.open(book) as books, ProgressBar("Reading") as progress:
        table = read_table(file)
        mapping = complete_mapping(ImportKind(kind), table.headers, _chosen(chosen))
        _refuse_overwriting(file, book, rejects)
        try:
            report = import_file(
                books,
                ImportKind(kind),
                table,
                mapping,
                day_first=day_first,
                decimal_comma=decimal_comma,
                dry_run=dry_run,
                rejects=rejects,
                progress=progress,
            )
        except (DatesContradict, DatesUnclear, NumbersContradict) as error:
            raise click.ClickException(f"{error} {_HINTS[error.code]}") from error
        grouping = books.query(business_profile).grouping
    for notice in report.notices:
        hint = f" {_HINTS[notice.code]}" if notice.code in _HINTS else ""
        click.echo(f"khata: note: {notice_text(notice)}{hint}", err=True)
    _tell(report, rejects, grouping)
    return 1 if report.refused else 0


def _chosen(pairs: tuple[str, ...]) -> dict[str, str]:
    chosen = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--map wants FIELD=COLUMN, not '{pair}'")
        chosen[field.strip()] = column.strip()
    return chosen


def _refuse_overwriting(file: Path, book: Path, rejects: Path | None) -> None:
    from khata_desktop.interchange.outputs import check_place

    if rejects is not None:
        check_place(rejects)
    if rejects is not None and rejects.exists():
        for other in (file, book):
            if other.exists() and rejects.samefile(other):
                raise click.UsageError(f"--rejects would overwrite {other}")


def _tell(report: ImportReport, rejects: Path | None, grouping: Any) -> None:
    from khata_desktop.formatting.numbers import format_amount

    would = "would be " if report.dry_run else ""
    amount = format_amount(report.total_minor, report.currency_code, grouping=grouping, isolate=False)
    made = _counts(
        (report.bills, "bill", "bills"),
        (report.returns, "return", "returns"),
        (report.entries, "entry", "entries"),
        (report.parties_added, "new party", "new parties"),
        (report.parties_changed, "changed party", "changed parties"),
        (report.items_added, "new item", "new items"),
        (report.items_changed, "changed item", "changed items"),
        (report.openings, "opening balance", "opening balances"),
    )
    facts = [
        ("Lines in the file", f"{report.lines:,}"),
        (f"  {would}brought in", f"{report.imported:,}" + (f"  ({made})" if made else "")),
        ("  already there", f"{report.already_there:,}"),
        (f"  {would}refused", f"{len(report.refused):,}"),
    ]
    if report.bills or report.returns:
        facts.append(("Bills less returns", f"{report.currency_code} {amount}"))
    elif report.entries:
        facts.append(("Given less got", f"{report.currency_code} {amount}"))
    width = max(len(label) for label, _ in facts) + 2
    for label, text in facts:
        click.echo(f"{label:<{width}}{text}")
    if not report.imported and report.already_there:
        click.echo("Everything of this file that can come in is there already; nothing was added.")
    if not report.lines:
        click.echo("The file has no lines below its headings.")
    if report.dry_run:
        click.echo("This was a dry run; nothing was changed.")
    if report.refused and rejects is not None:
        click.echo(f"The refused lines are in {rejects}; mend them there and bring that file in.")
    elif report.refused:
        for refusal in report.refused[:_SHOWN_REFUSALS]:
            click.echo(f"  line {refusal.line_no}: {refusal.error}")
        left = len(report.refused) - _SHOWN_REFUSALS
        if left > 0:
            click.echo(f"  and {left:,} more; --rejects FILE writes them all")


def _counts(*counts: tuple[int, str, str]) -> str:
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counts if n)
