"""khata pair: letting another device in, and being let in."""

from __future__ import annotations

import time
from pathlib import Path

import click

from khata_desktop.cli.parameters import FILE, book_argument
from khata_desktop.cli.progress import ProgressBar
from khata_desktop.cli.syncing import around, desk_of, passphrase_option

_POLL_SECONDS = 0.5


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
    """Print the code's text, wait for the new device, and ask whether the six digits are the same.

    The code is good for ten minutes and for one device.
    """
    from khata_desktop.sync import pairing
    from khata_desktop.sync.desk import server_of
    from khata_desktop.sync.errors import PairingRefused, SixDigitsDiffer
    from khata_desktop.sync.qr_codes import save_png
    from khata_desktop.wire.errors import PairingExpired

    with desk_of(book, passphrase_file) as (books, desk):
        inviting = pairing.invite(books, desk.member, desk.transport, server_of(books))
        text = inviting.invitation.text()
        if png is not None:
            save_png(text, png)
        click.echo(text)
        click.echo("Waiting for the other device ...", err=True)
        while not pairing.look_for_offer(inviting, desk.transport):
            if books.clock.now().timestamp() > inviting.invitation.expires_s:
                raise PairingExpired
            time.sleep(_POLL_SECONDS)
        assert inviting.offer is not None
        name = inviting.offer.name
        if code is not None and code.replace(" ", "") != inviting.six_digits:
            pairing.refuse(desk.transport, inviting)
            raise SixDigitsDiffer
        if code is None and not yes_any:
            question = f"'{name}' shows {inviting.six_digits}. Are these the digits on its screen?"
            if not click.confirm(question, err=True):
                pairing.refuse(desk.transport, inviting)
                raise PairingRefused
        with ProgressBar("Handing over") as progress:
            pairing.confirm(books, desk.member, desk.transport, inviting, progress=progress)
    click.echo(f"'{name}' is let in ({inviting.six_digits}).")


@pair_command.command("accept", short_help="Make this computer a device of a book.")
@book_argument
@click.option("--token", metavar="TEXT", help="The text of the code.")
@click.option("--image", type=FILE, metavar="FILE", help="A picture or screenshot of the code.")
@click.option("--name", help="What this computer is called in the book.")
@passphrase_option
def accept_command(
    book: Path, token: str | None, image: Path | None, name: str | None, passphrase_file: Path | None
) -> None:
    """Make BOOK from another device, which shows the code. Stopped half-way, go on without a code.

    \b
    khata pair accept shop.khata --image screenshot.png
    """
    from khata_desktop.domain.clock import Clock
    from khata_desktop.domain.errors import BookExists
    from khata_desktop.sync import pairing
    from khata_desktop.sync.desk import computer_name
    from khata_desktop.sync.http_server import HttpServer
    from khata_desktop.sync.qr_codes import read_picture
    from khata_desktop.wire.pairing import read_invitation

    if token and image:
        raise click.UsageError("give --token or --image, not both")
    if book.exists():
        raise BookExists(path=book)
    surroundings, clock = around(passphrase_file), Clock()
    if not token and image is None:
        with ProgressBar("Taking over") as progress:
            books, member = pairing.go_on_joining(book, surroundings, progress=progress)
    else:
        text = token or read_picture(image or Path())
        invitation = read_invitation(text, int(clock.now().timestamp()))
        server = HttpServer(invitation.server_url)
        accepting = pairing.accept(invitation, server, surroundings, name or computer_name())
        click.echo(f"Six digits: {accepting.six_digits}")
        click.echo("Compare them with the other screen and confirm there.", err=True)
        answer = pairing.wait_for_answer(accepting, server, lambda: True, clock)
        with ProgressBar("Taking over") as progress:
            books, member = pairing.take_over(book, accepting, answer, server, progress=progress)
    books.close()
    click.echo(f"Made {book}; its vouchers bear the series {member.credential.series}.")
