"""khata reviews: what two devices did apart and a person has to look at."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khata_desktop.cli.parameters import book_argument

if TYPE_CHECKING:
    from khata_desktop.reports.review_parts import Device

_FOUND = 1


def _named(device: Device) -> Device:
    return device._replace(is_here=False)


@click.command("reviews", short_help="List what devices did apart and somebody has to look at.")
@book_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def reviews_command(book: Path, as_json: bool) -> int:
    """List what two devices did apart: the last piece sold twice, one bill corrected on both.

    The window's Review inbox settles them. The exit code is 1 when there is something to look at.

    \b
    khata reviews shop.khata --json
    """
    from khata_desktop.formatting.style import TextStyle
    from khata_desktop.reports.business import business_profile
    from khata_desktop.reports.review_words import review_words
    from khata_desktop.reports.reviews import open_reviews
    from khata_desktop.services.books import Books

    with Books.open(book) as books:
        reviews = books.query(open_reviews)
        business = books.query(business_profile)
    grouping: Any = business.grouping
    style = TextStyle(currency_code=business.currency_code, grouping=grouping, isolate=False)
    if as_json:
        # For programs: the same on every device, so none is "this" one.
        reviews = [replace(review, devices=tuple(map(_named, review.devices))) for review in reviews]
    told = [(review, review_words(review, style)) for review in reviews]
    if as_json:
        rows = [
            {
                "id": review.id.hex(),
                "kind": review.kind.value,
                "subject": review.subject,
                "title": words.title,
                "what": words.said,
                "remedy": words.remedy,
                "devices": [device.series for device in review.devices],
                "vouchers": [version.number for version in review.versions if version.number],
            }
            for review, words in told
        ]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    else:
        for _, words in told:
            click.echo(f"{words.title}\n  {words.said}\n  {words.remedy}\n")
        if not told:
            click.echo("Nothing to look at.")
    return _FOUND if told else 0
