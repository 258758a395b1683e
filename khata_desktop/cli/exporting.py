"""khata export: the whole book for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from khata_desktop.cli.parameters import FILE, book_argument
from khata_desktop.cli.progress import ProgressBar


@click.command("export", short_help="Write the whole book for beancount, hledger, CSV or JSON.")
@click.argument(
    "kind", type=click.Choice(["beancount", "hledger", "csv", "json"]), metavar="(beancount|hledger|csv|json)"
)
@book_argument
@click.option("--out", type=FILE, metavar="PATH", required=True, help="The file to write; for csv, a folder.")
@click.option("--force", is_flag=True, help="Replace what is there.")
def export_command(kind: str, book: Path, out: Path, force: bool) -> None:
    """Write the whole book for another program.

    The journals end with the balances of the book, so that 'bean-check' and 'hledger check' prove them.
    csv makes a folder with a file a table. Void vouchers are left out.

    \b
    khata export hledger shop.khata --out shop.journal
    khata export csv shop.khata --out shop-tables
    """
    from khata_desktop.interchange.exporting import ExportFormat, export_book
    from khata_desktop.services.books import Books

    with Books.open(book) as books, ProgressBar("Writing") as progress:
        count = export_book(books, ExportFormat(kind), out, replace=force, progress=progress)
    click.echo(f"Wrote {out}: {count:,} {'voucher' if count == 1 else 'vouchers'}.")
