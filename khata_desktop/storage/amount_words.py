"""Amounts of a book in its own currency, for what a check has to say about them."""

from __future__ import annotations

from collections.abc import Callable

from khata_desktop.domain.voucher_errors import UnknownCurrency
from khata_desktop.formatting import format_amount
from khata_desktop.storage.session import Session


def amounts_of(session: Session) -> Callable[[int], str]:
    """Return what writes an amount of minor units as the people of this book would.

    In a damaged book nobody may know the currency any more; its amounts are then called what they are.
    """
    found = session.execute("SELECT currency FROM businesses").fetchone()
    code = str(found[0]) if found is not None else ""

    def in_words(minor: int) -> str:
        try:
            return format_amount(minor, code, isolate=False)
        except UnknownCurrency:
            return f"{minor} minor units"

    return in_words
