"""khata pair: letting another device in, and being let in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khata_desktop.cli.parameters import FILE, TEXT, book_argument
from khata_desktop.cli.progress import ProgressBar
from khata_desktop.cli.stopping import stopped_by_any_signal
from khata_desktop.cli.syncing import around, desk_of, passphrase_option
from khata_desktop.formatting.digits import latin_digits

if TYPE_CHECKING:
    from khata_desktop.sync.http_server import HttpServer
    from khata_desktop.sync.member import Member, Surroundings
    from khata_desktop.sync.pairing import Accepting, Inviting
    from khata_desktop.wire.pairing import Answer, Invitation

_TRIES = 3


@click.group("pair", short_help="Let another device in, or be let in.")
def pair_command() -> None:
    """Pair two devices: the one that has the book offers, the new one accepts.

    \b
    khata pair offer shop.khata --png code.png
    khata pair accept copy.khata --image screenshot.png
    """


@pair_command.command("offer", short_help="Show the code that lets a device in.")
@book_argument
@click.option("--png", type=FILE, metavar="FILE", help="Write the code as a picture, too.")
@click.option("--yes", "code", metavar="CODE", help="Let the device in when it shows these six digits.")
@click.option("--yes-any", is_flag=True, help="Let in whoever comes, without comparing (for scripts).")
@passphrase_option
def offer_command(
    book: Path, png: Path | None, code: str | None, yes_any: bool, passphrase_file: Path | None
) -> None:
    """Print the code's text, wait for the new device, and ask for the six digits on its screen.

    The code is good for ten minutes and for one device; delete its picture when the device is in.
    """
    from khata_desktop.sync import pairing
    from khata_desktop.sync.desk import server_of
    from khata_desktop.sync.qr_codes import save_png

    with stopped_by_any_signal(), desk_of(book, passphrase_file) as (books, desk):
        url, transport = server_of(books), desk.transport
        # Left by whatever way, also by a signal, the other device is told and need not wait.
        with pairing.inviting_one(books, desk.member, transport, url) as inviting:
            text = inviting.invitation.text()
            if png is not None:
                save_png(text, png)
            click.echo(text)
            click.echo("Good for ten minutes. Waiting for the other device ...", err=True)
            pairing.wait_for_offer(inviting, transport)
            if not yes_any:
                _compare(inviting, code)
            with ProgressBar("Handing over") as progress:
                pairing.confirm(books, desk.member, transport, inviting, progress=progress)
    click.echo(f"'{inviting.device_name}' is let in ({inviting.six_digits}).")


def _compare(inviting: Inviting, code: str | None) -> None:
    """Have the other device's digits typed, or take the given ones. Raises SixDigitsDiffer, NotLetIn."""
    from khata_desktop.sync.errors import SixDigitsDiffer
    from khata_desktop.sync.pairing_errors import NotLetIn

    if code is not None:
        if _digits_of(code) != inviting.six_digits:
            raise SixDigitsDiffer
        return
    # They are typed and not only looked at: who says yes without comparing lets a thief in.
    question = f"'{inviting.device_name}' wants in. The six digits on its screen (only Enter turns it away)"
    for left in range(_TRIES - 1, -1, -1):
        typed = _digits_of(click.prompt(question, default="", show_default=False, err=True))
        if typed == inviting.six_digits:
            return
        if not typed:
            raise NotLetIn
        if left:
            click.echo("This screen has other digits. Look again at the other one.", err=True)
    raise SixDigitsDiffer


def _digits_of(typed: str) -> str:
    return "".join(latin_digits(typed).replace("-", " ").split())


@pair_command.command("accept", short_help="Make this computer a device of a book.")
@book_argument
@click.option("--token", metavar="TEXT", help="The text of the code.")
@click.option("--image", type=FILE, metavar="FILE", help="A picture or screenshot of the code.")
@click.option("--name", type=TEXT, help="What this computer is called in the book.")
@passphrase_option
def accept_command(
    book: Path, token: str | None, image: Path | None, name: str | None, passphrase_file: Path | None
) -> None:
    """Make BOOK from another device, which shows the code. Stopped half-way, go on without a code.

    \b
    khata pair accept shop.khata --image screenshot.png
    """
    from khata_desktop.domain.errors import BookExists, FolderMissing
    from khata_desktop.domain.names_from_outside import shown_name
    from khata_desktop.sync.desk import computer_name
    from khata_desktop.sync.qr_codes import read_picture
    from khata_desktop.wire.pairing import read_invitation

    if token is not None and image is not None:
        raise click.UsageError("give --token or --image, not both")
    if token is not None and not token.strip():
        raise click.UsageError("the code given by --token is empty; give the whole text, from 'khata:' on")
    if book.exists():
        raise BookExists(path=book)
    if not book.absolute().parent.is_dir():
        # Found only when the owner has said yes already, it would cost everybody another round.
        raise FolderMissing(path=book.absolute().parent)
    with stopped_by_any_signal():
        surroundings, invitation = around(passphrase_file), None
        if token is not None or image is not None:
            invitation = read_invitation(token or read_picture(image or Path()))
        member = _become(book, surroundings, invitation, name or shown_name(computer_name()))
    click.echo(f"Made {book}; its vouchers bear the series {member.credential.series}.")


def _become(book: Path, surroundings: Surroundings, invitation: Invitation | None, name: str) -> Member:
    """Make the book, or go on with making it from wherever that was stopped."""
    from khata_desktop.sync import catching_up, pairing
    from khata_desktop.sync.http_server import HttpServer

    asking: tuple[Accepting, HttpServer] | None = None
    answer: Answer | None = None
    with _may_wait_on(book, surroundings):
        if invitation is None:
            if catching_up.stopped_joining(book, surroundings) is None:
                asking = pairing.gone_on_with(book, surroundings)
        elif not catching_up.is_let_in(book, invitation, surroundings):
            server = HttpServer(invitation.server_url)
            asking = pairing.accept(invitation, server, surroundings, name, path=book), server
        if asking is not None:
            click.echo("Waiting for the other device ...", err=True)
            click.echo(f"Six digits: {pairing.wait_for_digits(*asking, lambda: True)}")
            click.echo("Compare them with the other screen and confirm there.", err=True)
            answer = pairing.wait_for_answer(*asking, lambda: True)
    with _may_go_on(book), ProgressBar("Taking over") as progress:
        if asking is not None and answer is not None:
            books, member = pairing.take_over(book, asking[0], answer, asking[1], progress=progress)
        else:
            books, member = catching_up.go_on_joining(book, surroundings, progress=progress)
    books.close()
    return member


@contextmanager
def _may_wait_on(book: Path, surroundings: Surroundings) -> Iterator[None]:
    """Say, where waiting for the owner's yes is stopped, that the code is still good for this computer."""
    from khata_desktop.sync.asking import asked_for_book

    try:
        yield
    except BaseException:
        if asked_for_book(surroundings, book) is not None:
            click.echo(f"'khata pair accept {book}' without a code goes on waiting.", err=True)
        raise


@contextmanager
def _may_go_on(book: Path) -> Iterator[None]:
    """Say, where taking over stops half-way, that it need not begin anew."""
    from khata_desktop.sync.errors import NothingToGoOn

    try:
        yield
    except NothingToGoOn:
        raise
    except BaseException:
        hint = f"The device is let in; 'khata pair accept {book}' without a code goes on from here."
        click.echo(hint, err=True)
        raise
