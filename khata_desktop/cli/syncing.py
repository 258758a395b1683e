"""khata sync and devices: keeping a book in step with other devices."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khata_desktop.cli.default_command import DefaultGroup
from khata_desktop.cli.parameters import FILE, book_argument
from khata_desktop.cli.progress import ProgressBar

if TYPE_CHECKING:
    from khata_desktop.services.books import Books
    from khata_desktop.sync.desk import SyncDesk
    from khata_desktop.sync.member import Surroundings

#: Much longer than a passphrase or 24 words.
_LONGEST_TEXT = 1 << 16

passphrase_option = click.option(
    "--passphrase-file",
    type=FILE,
    metavar="FILE",
    help="The passphrase of the key files, where this computer has no key store.",
)


def around(passphrase_file: Path | None) -> Surroundings:
    """Return where this computer keeps its keys; asks for a passphrase where one is needed."""
    import sys

    from khata_desktop.sync.desk import surroundings

    given = None if passphrase_file is None else text_of(passphrase_file, "the passphrase").strip()

    def ask() -> str | None:
        if not sys.stdin.isatty():
            return None
        # The first is asked for twice: nobody could ever say again what was mistyped once.
        asked = click.prompt(
            "Passphrase of the key files", hide_input=True, err=True, confirmation_prompt=not has_key_files()
        )
        return str(asked)

    return surroundings(ask, passphrase=given)


def around_new_keys(passphrase_file: Path | None) -> Surroundings:
    """Return the same where keys are about to be made, so that a mistyped passphrase is told before."""
    from khata_desktop.sync.vaults import FileVault

    found = around(passphrase_file)
    if isinstance(found.vault, FileVault):
        found.vault.prove()
    return found


def has_key_files() -> bool:
    """Return whether keys lie in files on this computer already."""
    from khata_desktop.config import user_data_dir
    from khata_desktop.sync.vaults import key_files

    return bool(key_files(user_data_dir() / "sync"))


def text_of(file: Path, what: str) -> str:
    """Return the text of a file that was named; ``what`` should be in it. Raises UsageError, OSError."""
    with file.open("rb") as opened:
        # Some have no end.
        content = opened.read(_LONGEST_TEXT + 1)
    if len(content) > _LONGEST_TEXT:
        raise click.UsageError(f"{file} is too long; write {what} into a file, and nothing else")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise click.UsageError(f"{file} is not text in UTF-8; write {what} into it anew") from None


@contextmanager
def desk_of(book: Path, passphrase_file: Path | None) -> Iterator[tuple[Books, SyncDesk]]:
    """Open a book that syncs, and its desk."""
    from khata_desktop.services.books import Books
    from khata_desktop.sync.desk import SyncDesk

    with Books.open(book) as books:
        desk = SyncDesk.open(books, around(passphrase_file))
        try:
            yield books, desk
        finally:
            desk.close()


@click.group("sync", cls=DefaultGroup, short_help="Keep a book in step with other devices.")
def sync_command() -> None:
    """Keep a book in step with other devices: through its server, or by a file on a stick.

    \b
    khata sync shop.khata
    khata sync shop.khata --file /media/usb/shop.khatasync
    khata sync enable shop.khata --server https://khata.example.com
    """


@sync_command.command("now")
@book_argument
@click.option("--file", "stick", type=FILE, metavar="PATH", help="Go by this file instead of the server.")
@click.option("--confirm", is_flag=True, help="Send the many deletions too that were held back.")
@passphrase_option
def now_command(book: Path, stick: Path | None, confirm: bool, passphrase_file: Path | None) -> int:
    """Send what is new here, fetch what is new elsewhere.

    Where unusually much was deleted or voided, that is not sent before --confirm says that it was meant. The
    exit code is 1 when something of other devices is missing at the server.
    """
    with desk_of(book, passphrase_file) as (_, desk), ProgressBar("Taking in") as progress:
        if confirm:
            desk.send_deletions()
        if stick is not None:
            received = desk.go_by_file(stick, progress=progress)
            events, waiting, sent, damaged = received.events, received.waiting, None, received.damaged
            missing = 0
        else:
            step = desk.keep_in_step(progress=progress)
            events, waiting, sent, damaged = step.events, step.waiting, step.sent, 0
            missing = step.missing
        held = desk.held_back()
    said = [f"{events:,} new here"]
    if sent is not None:
        said.append(f"{sent:,} {'batch' if sent == 1 else 'batches'} sent")
    if waiting:
        said.append(f"{waiting:,} waiting for what other devices have not sent yet")
    click.echo(f"{book} is {'not wholly ' if missing else ''}in step: {', '.join(said)}.")
    if held:
        click.echo(
            f"{held:,} deletions and voids, and what was entered after them, were not sent: they are many. "
            f"If they were meant, run 'khata sync {book} --confirm'; if not, put back what was deleted.",
            err=True,
        )
    if damaged:
        places = "1 place" if damaged == 1 else f"{damaged:,} places"
        click.echo(
            f"{stick} was damaged in {places}. What was whole was taken in, and what this book holds was put "
            "there again; take another stick if it happens again.",
            err=True,
        )
    if missing:
        batches = "1 batch" if missing == 1 else f"{missing:,} batches"
        click.echo(
            f"{batches} of other devices did not come, as when the server lost them. Let the other devices "
            "sync, which bring them there again, and then this one once more.",
            err=True,
        )
        return 1
    return 0


@sync_command.command("enable", short_help="Switch sync on for a book.")
@book_argument
@click.option("--server", "url", metavar="URL", required=True, help="The address of the server.")
@click.option("--phrase-file", type=FILE, metavar="FILE", help="Write the recovery phrase here, for scripts.")
@click.option("--phone", metavar="NUMBER", help="The owner's, where the server wants one: it sends a code.")
@click.option("--account", metavar="TOKEN", help="Of an owner who proved the number before, for scripts.")
@passphrase_option
def enable_command(
    book: Path,
    url: str,
    phrase_file: Path | None,
    phone: str | None,
    account: str | None,
    passphrase_file: Path | None,
) -> None:
    """Switch sync on. The recovery phrase is shown once: write it on paper and keep it away from the shop.

    \b
    khata sync enable shop.khata --server https://khata.example.com
    """
    import os

    from khata_desktop.cli.phrase_files import write_phrase
    from khata_desktop.services.books import Books
    from khata_desktop.sync.desk import SyncDesk, is_syncing
    from khata_desktop.sync.errors import AlreadySyncing
    from khata_desktop.sync.founding import new_phrase

    with Books.open(book) as books:
        if books.query(is_syncing):
            raise AlreadySyncing
        surroundings, phrase = around_new_keys(passphrase_file), new_phrase(os.urandom)
        # Whoever is to keep it has it before anything depends on it.
        if phrase_file is not None:
            write_phrase(phrase, phrase_file)
        else:
            _show_phrase(phrase)
        try:
            desk, _ = SyncDesk.switch_on(books, surroundings, url, account, phrase)
        finally:
            if phrase_file is not None and not books.query(is_syncing):
                phrase_file.unlink(missing_ok=True)
        with ProgressBar("Leaving a snapshot") as progress:
            desk.keep_in_step()
            desk.leave_snapshot(progress=progress)
        desk.close()
    click.echo(f"Sync is on for {book}. 'khata pair offer' lets another device in.")


def _show_phrase(phrase: str) -> None:
    import sys

    click.echo("The recovery phrase, shown this once. Write it on paper:\n")
    words = phrase.split()
    for row in range(0, len(words), 6):
        numbered = (f"{row + n + 1:2d} {word:<10}" for n, word in enumerate(words[row : row + 6]))
        click.echo("  " + " ".join(numbered).rstrip())
    click.echo()
    # What was not shown, as on a full disk, must not be relied on.
    sys.stdout.flush()
    if sys.stdin.isatty() and not click.confirm("Is it on paper? Sync is switched on then", err=True):
        raise click.Abort


def _account_of(url: str, phone: str) -> str:
    """Return the token of who can read the code that is sent to a number."""
    from khata_desktop.sync.errors import CodeWrong
    from khata_desktop.sync.signing_up import CodeNotSixDigits, ask_for_code, prove_number

    ticket = ask_for_code(url, phone)
    while True:
        code = click.prompt(f"The code that was sent to {phone}", err=True)
        try:
            return prove_number(url, ticket, code)
        except (CodeWrong, CodeNotSixDigits) as wrong:
            click.echo(str(wrong), err=True)


@click.group("devices", cls=DefaultGroup, short_help="List the devices of a book, or shut one out.")
def devices_command() -> None:
    """List the devices that keep a book together, or shut one out.

    \b
    khata devices shop.khata
    khata devices revoke shop.khata B
    """


@devices_command.command("now")
@book_argument
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@passphrase_option
def list_command(book: Path, as_json: bool, passphrase_file: Path | None) -> None:
    """List the devices; those that share their series or their name, with an id for 'devices revoke'."""
    from datetime import UTC, datetime

    from khata_desktop.cli.naming_devices import short_ids, unclear
    from khata_desktop.cli.terminal import padded

    with desk_of(book, passphrase_file) as (_, desk):
        lines = desk.devices()
    if as_json:
        rows = [
            {
                "device": line.author.hex(),
                "name": line.name,
                "series": line.series,
                "admin": line.is_admin,
                "this": line.is_this,
                "shut_out": line.is_shut_out,
                "come": line.has_come,
                "heard_at": datetime.fromtimestamp(line.heard_ms / 1000, UTC).isoformat()
                if line.heard_ms
                else None,
            }
            for line in lines
        ]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    ids, alike = short_ids([line.author for line in lines]), unclear(lines)
    width = max((len(one) for one in ids.values()), default=0) + 1 if alike else 0
    for line in lines:
        heard = (
            f"last heard from {datetime.fromtimestamp(line.heard_ms / 1000).astimezone():%d %b %Y %H:%M}"
            if line.heard_ms
            else "this computer"
            if line.is_this
            else "let in, has not come yet"
            if not line.has_come
            else "not heard from yet"
        )
        notes = [heard, *(["may let others in"] if line.is_admin else [])]
        notes += ["shut out"] if line.is_shut_out else []
        own = f"{ids[line.author] if line.author in alike else '':<{width}}"
        click.echo(f"{line.series:<4} {own}{padded(line.name, 24, right=False)} {', '.join(notes)}")


@devices_command.command("revoke", short_help="Shut a device out.")
@book_argument
@click.argument("device", metavar="DEVICE")
@click.option(
    "--phrase-file", type=FILE, metavar="FILE", help="The 24 words: they alone shut out whom they let in."
)
@passphrase_option
def revoke_command(book: Path, device: str, phrase_file: Path | None, passphrase_file: Path | None) -> None:
    """Shut a device out, by its series, its name or its id: nothing it enters from now on counts.

    Of devices that are called alike 'khata devices' shows the beginning of the id.
    The others get a new key. What it entered before stays.
    """
    from khata_desktop.cli.naming_devices import device_meant
    from khata_desktop.sync.shutting_out import shut_out_by_phrase

    phrase = text_of(phrase_file, "the 24 words") if phrase_file is not None else None
    with desk_of(book, passphrase_file) as (books, desk):
        desk.keep_in_step()
        line = device_meant(device, desk.devices())
        if phrase is None:
            desk.shut_out(line.author)
        else:
            now_ms = int(books.clock.now().timestamp() * 1000)
            shut_out_by_phrase(books, desk.member, line.author, phrase, now_ms=now_ms)
            desk.keep_in_step()
            # Nobody believes the snapshots it made any longer.
            desk.leave_snapshot()
    click.echo(f"{line.name or line.series} is shut out.")
