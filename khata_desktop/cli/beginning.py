"""khata new, demo and open: where a book begins."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from khata_desktop.cli.parameters import BOOK, DAY, TEXT, book_argument
from khata_desktop.cli.progress import ProgressBar

_LAKH_CURRENCIES = frozenset({"PKR", "INR", "BDT", "NPR", "LKR"})


@click.command("new", short_help="Make an empty book for a business.")
@book_argument
@click.option("--name", type=TEXT, required=True, help="The name of the business.")
@click.option(
    "--currency", "currency_code", type=TEXT, required=True, metavar="ISO", help="Its currency, such as PKR."
)
@click.option(
    "--language",
    type=click.Choice(["en", "ur", "hi"]),
    default="en",
    show_default=True,
    help="Of its papers.",
)
def new_command(book: Path, name: str, currency_code: str, language: str) -> None:
    """Make an empty book for a business, with the standard accounts.

    \b
    khata new shop.khata --name "Rahmat Store" --currency PKR
    """
    from khata_desktop.domain.money import currency
    from khata_desktop.interchange.outputs import check_place
    from khata_desktop.services.books import Books

    check_place(book)
    code = currency(currency_code).code
    grouping = "lakh" if code in _LAKH_CURRENCIES else "million"
    name = " ".join(name.split())
    with Books.create(book, name=name, currency_code=code, language=language, grouping=grouping):
        click.echo(f"Made {book} for {name} in {code}.")


@click.command("demo", short_help="Make a lifelike sample shop of any size.")
@book_argument
@click.option(
    "--vouchers",
    type=click.IntRange(1, 5_000_000),
    default=2_000,
    show_default=True,
    help="How many to post.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number makes another shop.")
@click.option("--ends-on", type=DAY, help="The last day of business; today if not given.")
def demo_command(book: Path, vouchers: int, seed: int, ends_on: object) -> None:
    """Make a lifelike sample shop; the same numbers and last day make the same file, to the last byte.

    \b
    khata demo sample.khata --vouchers 500000 --seed 7
    """
    from datetime import date

    from khata_desktop.interchange.outputs import check_place
    from khata_desktop.services.demo import create_demo

    check_place(book)
    last_day = ends_on if isinstance(ends_on, date) else None
    with (
        ProgressBar("Posting") as progress,
        create_demo(book, vouchers=vouchers, seed=seed, ends_on=last_day, progress=progress),
    ):
        pass
    click.echo(f"Made {book} with {vouchers:,} {'voucher' if vouchers == 1 else 'vouchers'}.")


@click.command("open", short_help="Open a book in the window.")
@click.argument("book", metavar="[BOOK]", type=BOOK, required=False)
def open_command(book: Path | None) -> int:
    """Open a book in the window, or the one that was open last.

    \b
    khata open shop.khata
    """
    if book is not None:
        # Said here, where it is read; the window would say it where nobody is looking.
        from khata_desktop.services.books import Books

        Books.open(book).close()
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise click.ClickException("there is no display here to open a window on; try 'khata report'.")
    return _run_window([str(book.absolute())] if book is not None else [])


def _run_window(arguments: list[str]) -> int:
    import subprocess

    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name("khata-desktop" + Path(sys.executable).suffix)
        program = [str(beside)]
    else:
        program = [sys.executable, "-m", "khata_desktop"]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(program[0], [*program, *arguments])
    return subprocess.run([*program, *arguments], check=False).returncode
