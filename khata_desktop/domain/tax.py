"""Sales taxes: several a line, compound or not, inside the price or on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khata_desktop.domain.accounts import OUTPUT_TAX
from khata_desktop.domain.ids import AccountId, TaxId
from khata_desktop.domain.money import round_half_up, split_proportionally

PPM = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """A tax and its rate in parts per million (18 % is 180,000).

    A compound tax is taken on the price plus the taxes before it.
    """

    id: TaxId
    name: str
    rate_ppm: int
    compound: bool = False
    account_id: AccountId = OUTPUT_TAX
    deleted: bool = False


class TaxShare(NamedTuple):
    """What one tax takes of one line, in minor units, with the rate it was taken at."""

    tax_id: TaxId
    rate_ppm: int
    amount_minor: int


def tax_shares(amount_minor: int, taxes: Sequence[Tax], *, included: bool) -> tuple[TaxShare, ...]:
    """Return what each tax takes of a line's amount (after discounts), in minor units.

    With ``included`` the amount holds the taxes already, and net + taxes is the amount again exactly.
    """
    if not taxes:
        return ()
    rates: list[int] = []  # effective on the net price, in ppm of ppm to stay whole
    above = PPM
    for tax in taxes:
        base = above if tax.compound else PPM
        rates.append(tax.rate_ppm * base)
        above += tax.rate_ppm * base // PPM
    whole = sum(rates)
    if included:
        total = amount_minor - round_half_up(amount_minor * PPM * PPM, PPM * PPM + whole)
        parts = split_proportionally(total, rates)
    else:
        parts = tuple(round_half_up(amount_minor * rate, PPM * PPM) for rate in rates)
    return tuple(TaxShare(t.id, t.rate_ppm, part) for t, part in zip(taxes, parts, strict=True))
