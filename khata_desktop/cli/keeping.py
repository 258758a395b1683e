"""khata verify, backup and restore: keeping a book safe."""

from __future__ import annotations

from pathlib import Path

import click

from khata_desktop.cli.parameters import FILE, book_argument
from khata_desktop.cli.progress import ProgressBar

_FOUND = 1


@click.command("verify", short_help="Check that nothing in a book was lost or altered.")
@book_argument
@click.option("--deep", is_flag=True, help="Build every table anew from the log, too, and compare.")
def verify_command(book: Path, deep: bool) -> int:
    """Check a book: the chain of its log, the balance of every voucher, every kept total against its sum.

    What is wrong is listed, and the exit code is then 1. Nothing is changed, and the book may be in use.

    \b
    khata verify shop.khata --deep
    """
    from khata_desktop.domain.errors import BookDamaged
    from khata_desktop.storage.verification import verify_file

    try:
        with ProgressBar("Checking") as progress:
            found = verify_file(book, deep=deep, progress=progress)
    except BookDamaged as damage:
        # So damaged that it cannot be read is a finding, too.
        click.echo(f"khata: {damage}", err=True)
        return _FOUND
    checked = f"{_counted(found.events, 'event')}, {_counted(found.vouchers, 'voucher')}"
    if found.is_right:
        how = "also built anew from its log" if deep else "the log, every voucher and every total"
        click.echo(f"{book} is right: {checked}; checked: {how}.")
        return 0
    for finding in found.findings:
        click.echo(f"{finding.check}: {finding.detail}")
    click.echo(
        f"khata: {book} is not right: {_counted(len(found.findings), 'finding')} in {checked}; "
        "restore the last good backup.",
        err=True,
    )
    return _FOUND


@click.command("backup", short_help="Save a copy of a book, also while it is in use.")
@book_argument
@click.option("--to", "folder", type=FILE, metavar="DIR", required=True, help="The folder for the copy.")
def backup_command(book: Path, folder: Path) -> None:
    """Save a copy of a book in a folder, named with day and time; the copy is proved to be good.

    The folder must be there: a stick that is not plugged in is told, not written beside.

    \b
    khata backup shop.khata --to /media/usb
    """
    from datetime import datetime

    from khata_desktop.storage.backup import back_up

    made = back_up(book, folder, now=datetime.now().astimezone())
    click.echo(f"Saved {made.path} ({made.size / 1_000_000:,.1f} MB).")


@click.command("restore", short_help="Make a book from a backup.")
@click.argument("file", type=FILE, metavar="FILE")
@click.option(
    "--to", "book", type=FILE, metavar="BOOK", required=True, help="The book to make or to replace."
)
def restore_command(file: Path, book: Path) -> None:
    """Make BOOK what the backup FILE is, once the backup has been verified.

    A book that is there already is kept beside it under another name, and may be in use; nothing but a book
    is ever replaced.

    \b
    khata restore /media/usb/shop-20250731-180000.khata --to shop.khata
    """
    from datetime import datetime

    from khata_desktop.storage.restoring import restore

    if book.exists() and file.exists() and book.samefile(file):
        raise click.UsageError(f"{file} is the book itself; nothing to restore")
    with ProgressBar("Checking") as progress:
        restored = restore(file, book, now=datetime.now().astimezone(), progress=progress)
    click.echo(f"Restored {restored.path} from {file}: the book of {_business_of(restored.path)}.")
    if restored.way_back is not None:
        # Whose it was, should the shops have been mixed up.
        was = _business_of(restored.way_back)
        click.echo(f"The book that was there, of {was}, is kept as {restored.way_back}.")


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _business_of(book: Path) -> str:
    """Return the name of the business of a book, which may be damaged."""
    from contextlib import closing

    from khata_desktop.domain.errors import StorageError
    from khata_desktop.storage.database import open_connection
    from khata_desktop.storage.faults import faults_named
    from khata_desktop.storage.lookups import business_rules
    from khata_desktop.storage.session import Session

    try:
        connection = open_connection(book, upgrade=False, even_if_full=True)
        with closing(connection), faults_named(book):
            name = business_rules(Session(connection)).name
    except StorageError:
        name = ""
    return f"'{name}'" if name else "a shop whose name cannot be read"
