"""Bills and returns: from what is sold to lines, totals and postings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from khata_desktop.domain.accounts import COST_OF_GOODS, INVENTORY, OUTPUT_TAX, ROUNDING, SALES, SALES_RETURNS
from khata_desktop.domain.ids import AccountId, ItemId, TaxId
from khata_desktop.domain.money import line_amount_minor, round_half_up, split_proportionally
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import Entry, Tender, merged, revaluation
from khata_desktop.domain.tax import Tax, tax_shares
from khata_desktop.domain.voucher_errors import (
    DiscountTooLarge,
    KhataNeedsParty,
    ReturnBelowZero,
    TendersDoNotMatch,
    TotalBelowZero,
)
from khata_desktop.domain.vouchers import Line, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldLine:
    """What the shopkeeper entered on one line of a bill.

    ``discount_minor`` is the line's own; ``account_id`` of None is the sales account. A negative
    quantity takes goods back within the bill.
    """

    item_id: ItemId | None
    description: str
    quantity_milli: int
    unit_price_e4: int
    unit: str = ""
    discount_minor: int = 0
    tax_ids: tuple[TaxId, ...] = ()
    price_includes_tax: bool = False
    account_id: AccountId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill worked out: its lines as printed, and totals in minor units that they add up to.

    ``subtotal_minor`` is the lines before any discount, ``discount_minor`` all discounts together,
    ``tax_minor`` all taxes (those within prices too), ``total_minor`` what is to be paid.
    """

    lines: tuple[Line, ...]
    subtotal_minor: int
    discount_minor: int
    tax_minor: int
    round_off_minor: int
    total_minor: int


def work_out_bill(
    sold: Sequence[SoldLine],
    *,
    taxes: Mapping[TaxId, Tax],
    exponent: int,
    bill_discount_minor: int = 0,
    round_to_minor: int = 0,
    costs: Sequence[int] = (),
) -> Bill:
    """Work out a bill. ``costs`` is what the goods of each line cost, in minor units; none is zero.

    The bill's discount is shared over the lines by their amounts, before tax, to the last minor unit.
    ``round_to_minor`` of 100 rounds the total to whole major units of a two-decimal currency.
    Raises DiscountTooLarge.
    """
    grosses = [line_amount_minor(s.quantity_milli, s.unit_price_e4, exponent) for s in sold]
    afters = []
    for s, gross in zip(sold, grosses, strict=True):
        if not 0 <= s.discount_minor <= max(gross, 0):
            raise DiscountTooLarge
        afters.append(gross - s.discount_minor)
    weights = [max(after, 0) for after in afters]
    if not 0 <= bill_discount_minor <= sum(weights):
        raise DiscountTooLarge
    shares = split_proportionally(bill_discount_minor, weights) if sold else ()
    lines = []
    for s, after, share, cost in zip(sold, afters, shares, costs or repeat(0, len(sold)), strict=True):
        amount = after - share
        charged = tax_shares(amount, [taxes[tax_id] for tax_id in s.tax_ids], included=s.price_includes_tax)
        on_top = 0 if s.price_includes_tax else sum(tax.amount_minor for tax in charged)
        lines.append(
            Line(
                item_id=s.item_id,
                description=s.description,
                quantity_milli=s.quantity_milli,
                unit_price_e4=s.unit_price_e4,
                total_minor=amount + on_top,
                account_id=s.account_id or SALES,
                unit=s.unit,
                discount_minor=s.discount_minor,
                bill_discount_minor=share,
                taxes=charged,
                price_includes_tax=s.price_includes_tax,
                cost_minor=cost,
            )
        )
    exact = sum(line.total_minor for line in lines)
    rounded = round_half_up(exact, round_to_minor) * round_to_minor if round_to_minor else exact
    return Bill(
        lines=tuple(lines),
        subtotal_minor=sum(grosses),
        discount_minor=sum(s.discount_minor for s in sold) + bill_discount_minor,
        tax_minor=sum(line.tax_minor for line in lines),
        round_off_minor=rounded - exact,
        total_minor=rounded,
    )


def sale_postings(
    lines: Sequence[Line],
    *,
    total_minor: int,
    round_off_minor: int,
    tenders: Sequence[Tender],
    party: Party | None,
    revalued_minor: int = 0,
) -> tuple[Posting, ...]:
    """Return the postings of a sale: what is not tendered goes on the party's khata.

    ``revalued_minor`` is what the stock gains in value beyond the goods' own (see ``revaluation``).

    Raises TotalBelowZero, TendersDoNotMatch, KhataNeedsParty.
    """
    if total_minor < 0:
        raise TotalBelowZero
    paid = sum(t.amount_minor for t in tenders)
    if any(t.amount_minor < 0 for t in tenders) or paid > total_minor:
        raise TendersDoNotMatch
    entries: list[Entry] = [(t.account_id, t.amount_minor, None) for t in tenders]
    if party is not None:
        entries.append((party.control_account, total_minor, party.id))
        entries.append((party.control_account, -paid, party.id))
    elif paid != total_minor:
        raise KhataNeedsParty
    for line in lines:
        tax = line.tax_minor
        entries.append((line.account_id, tax - line.total_minor, None))
        entries.append((OUTPUT_TAX, -tax, None))
        entries.append((COST_OF_GOODS, line.cost_minor, None))
        entries.append((INVENTORY, -line.cost_minor, None))
    entries.append((ROUNDING, -round_off_minor, None))
    return merged([*entries, *revaluation(revalued_minor)])


def return_postings(
    lines: Sequence[Line],
    *,
    total_minor: int,
    round_off_minor: int,
    refunds: Sequence[Tender],
    party: Party | None,
    revalued_minor: int = 0,
) -> tuple[Posting, ...]:
    """Return the postings of goods that came back: what is not refunded is credited to the khata.

    ``revalued_minor`` is what the stock gains in value beyond the goods' own (see ``revaluation``).

    Raises ReturnBelowZero, TendersDoNotMatch, KhataNeedsParty.
    """
    if total_minor < 0:
        raise ReturnBelowZero
    refunded = sum(t.amount_minor for t in refunds)
    if any(t.amount_minor < 0 for t in refunds) or refunded > total_minor:
        raise TendersDoNotMatch
    entries: list[Entry] = [(t.account_id, -t.amount_minor, None) for t in refunds]
    if party is not None:
        entries.append((party.control_account, -total_minor, party.id))
        entries.append((party.control_account, refunded, party.id))
    elif refunded != total_minor:
        raise KhataNeedsParty
    for line in lines:
        income = SALES_RETURNS if line.account_id == SALES else line.account_id
        entries.append((income, line.net_minor, None))
        entries.append((OUTPUT_TAX, line.tax_minor, None))
        entries.append((COST_OF_GOODS, -line.cost_minor, None))
        entries.append((INVENTORY, line.cost_minor, None))
    entries.append((ROUNDING, round_off_minor, None))
    return merged([*entries, *revaluation(revalued_minor)])


def share_of_left(left_minor: int, quantity_milli: int, left_milli: int) -> int:
    """Return what of an amount goes with so much of a quantity; with all of it, all of the amount."""
    return round_half_up(left_minor * quantity_milli, left_milli)


def round_off_taken_back(left_minor: int, taken: Iterable[int], left: Iterable[int]) -> int:
    """Return the share of a bill's round-off that goes back with goods, of what is left of it.

    ``taken`` are the totals of what comes back, ``left`` those of all that can still come back, this
    included. The share is proportional, so that no part is ever worth less than nothing; whoever takes the
    rest takes all of it.
    """
    whole = sum(map(abs, left))
    return share_of_left(left_minor, sum(map(abs, taken)), whole) if left_minor and whole else 0


def line_taken_back(left: Line, *, line_no: int, quantity_milli: int) -> Line:
    """Return the line of a return for part of what is left of a sold line (see ``line_left``).

    Whoever takes the rest takes every amount with it. So all that is ever left back adds up to what was
    sold, whichever of the returns before are void.
    """

    def part(amount: int) -> int:
        return share_of_left(amount, quantity_milli, left.quantity_milli)

    return replace(
        left,
        quantity_milli=quantity_milli,
        total_minor=part(left.total_minor),
        discount_minor=part(left.discount_minor),
        bill_discount_minor=part(left.bill_discount_minor),
        taxes=tuple(share._replace(amount_minor=part(share.amount_minor)) for share in left.taxes),
        cost_minor=part(left.cost_minor),
        against_line=line_no,
    )


def line_left(line: Line, taken: Line) -> Line:
    """Return what is left of a sold line once ``taken`` came back of it; nothing may be left."""
    return replace(
        line,
        quantity_milli=line.quantity_milli - taken.quantity_milli,
        total_minor=line.total_minor - taken.total_minor,
        discount_minor=line.discount_minor - taken.discount_minor,
        bill_discount_minor=line.bill_discount_minor - taken.bill_discount_minor,
        taxes=tuple(
            share._replace(amount_minor=share.amount_minor - back.amount_minor)
            for share, back in zip(line.taxes, taken.taxes, strict=True)
        ),
        cost_minor=line.cost_minor - taken.cost_minor,
    )
