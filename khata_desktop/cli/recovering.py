"""khata recover: the books come back by the phrase, and the owner says which devices are lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khata_desktop.cli.naming_devices import begins, short_ids
from khata_desktop.cli.parameters import FILE, book_argument
from khata_desktop.cli.progress import ProgressBar
from khata_desktop.cli.syncing import around_new_keys, passphrase_option, text_of

if TYPE_CHECKING:
    from khata_desktop.sync.http_server import HttpServer
    from khata_desktop.sync.recovering import KnownDevice


@click.command("recover", short_help="Make a book anew by the recovery phrase.")
@book_argument
@click.option("--server", "url", metavar="URL", required=True, help="The address of the server.")
@click.option(
    "--phrase-file", type=FILE, metavar="FILE", required=True, help="A file that holds the 24 words."
)
@click.option("--list", "only_list", is_flag=True, help="List the devices by their series, and do nothing.")
@click.option("--shut-out", "lost", metavar="DEVICE", multiple=True, help="Shut this series out; repeatable.")
@click.option("--shut-out-all", is_flag=True, help="Shut every device out.")
@click.option("--shut-out-none", is_flag=True, help="Shut no device out.")
@passphrase_option
def recover_command(
    book: Path,
    url: str,
    phrase_file: Path,
    only_list: bool,
    lost: tuple[str, ...],
    shut_out_all: bool,
    shut_out_none: bool,
    passphrase_file: Path | None,
) -> None:
    """Make BOOK from what the server keeps, when the device that lets others in is lost, or every one.

    The lost device is shut out and the others get a new key. Where more than one device was made by the
    phrase, say which is lost; --list shows them.

    \b
    khata recover shop.khata --server https://khata.example.com --phrase-file words.txt
    khata recover shop.khata --server URL --phrase-file words.txt --shut-out A --shut-out C
    """
    from khata_desktop.domain.errors import BookExists
    from khata_desktop.sync.desk import computer_name
    from khata_desktop.sync.http_server import HttpServer
    from khata_desktop.sync.recovering import begun_here, known_devices, lost_device, recover

    if bool(lost) + shut_out_all + shut_out_none > 1:
        raise click.UsageError("give --shut-out, --shut-out-all or --shut-out-none, not several of them")
    if book.exists() and not only_list:
        raise BookExists(path=book)
    phrase, server = text_of(phrase_file, "the 24 words"), HttpServer(url)
    with _asked_for_books(server):
        known = known_devices(phrase, server)
    if only_list:
        _list_known(known)
        return
    surroundings = around_new_keys(passphrase_file)
    # What an earlier attempt began is gone on with: it is this computer.
    begun = begun_here(book, phrase, surroundings)
    known = [device for device in known if device.device_id != begun]
    if shut_out_all or shut_out_none:
        chosen = {device.device_id for device in known if shut_out_all}
    elif lost:
        chosen = {_named(known, series).device_id for series in lost}
    else:
        chosen = lost_device(known)
    with _asked_for_books(server), ProgressBar("Taking over") as progress:
        books, member = recover(
            book,
            phrase,
            server,
            surroundings,
            name=computer_name(),
            shut_out=chosen,
            progress=progress,
        )
    books.close()
    server.close()
    click.echo(f"Made {book}; its vouchers bear the series {member.credential.series}.")
    out = [device.series for device in known if device.device_id in chosen]
    staying = [d.series for d in known if d.device_id not in chosen and not d.is_shut_out]
    if out:
        click.echo(f"Shut out: {', '.join(out)}.")
    if staying:
        click.echo(f"Still in: {', '.join(staying)}. 'khata devices revoke' shuts one out.")


@contextmanager
def _asked_for_books(server: HttpServer) -> Iterator[None]:
    """Say of a server that cannot be reached what it means for who recovers."""
    from khata_desktop.sync.errors import NothingRecovered, ServerUnreachable

    try:
        yield
    except ServerUnreachable as problem:
        if type(problem) is not ServerUnreachable:
            # It says more exactly what is wrong there.
            raise
        raise NothingRecovered(server=server.url) from problem


def _named(known: Sequence[KnownDevice], name: str) -> KnownDevice:
    """Return the device that somebody names by its series or the beginning of its id. Raises UsageError."""
    ids = short_ids([device.device_id for device in known])
    found = [device for device in known if device.series.casefold() == name.casefold()] or [
        device for device in known if begins(device.device_id, name)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(ids[device.device_id] for device in found)
        raise click.UsageError(f"{name}: several devices have that series; give the id of each: {ways}")
    there = ", ".join(device.series for device in known)
    raise click.UsageError(f"{name}: no such device; there are {there}")


def _list_known(known: Sequence[KnownDevice]) -> None:
    from datetime import datetime

    ids, series = short_ids([device.device_id for device in known]), Counter(d.series for d in known)
    for device in known:
        seen = datetime.fromtimestamp(device.seen_ms / 1000).astimezone()
        notes = [ids[device.device_id]] if series[device.series] > 1 else []
        notes += [f"last heard from {seen:%d %b %Y %H:%M}"]
        notes += ["may let others in"] if device.is_owners else []
        notes += ["shut out"] if device.is_shut_out else []
        click.echo(f"{device.series:<4} {', '.join(notes)}")
