"""What the counter has to know of the shop: its taxes, and where money can be paid into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khata_desktop.domain.ids import TaxId
from khata_desktop.domain.tax import Tax
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.reports.profiles import taxes_list
from khata_desktop.storage.session import Session


class CounterShop(NamedTuple):
    """Taxes, the archived ones too, and accounts that hold money."""

    taxes: Mapping[TaxId, Tax]
    money: list[AccountRow]


def read_shop(session: Session) -> CounterShop:
    """Return both as they are in the book now."""
    rows = taxes_list(session, include_archived=True)
    taxes = {t.tax_id: Tax(id=t.tax_id, name=t.name, rate_ppm=t.rate_ppm, compound=t.compound) for t in rows}
    return CounterShop(taxes, accounts_list(session, money_only=True))
