"""The voucher: everything with money in it, with explicit balanced postings.

Debit is positive, credit negative, in minor units throughout. The posting rule runs when a voucher
is posted and never again: what is written here is what happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from khata_desktop.domain.ids import AccountId, ItemId, PartyId, VoucherId
from khata_desktop.domain.money import MAX_AMOUNT_MINOR, MAX_PRICE_E4, MAX_QUANTITY_MILLI
from khata_desktop.domain.tax import TaxShare
from khata_desktop.domain.voucher_errors import (
    AmountTooLarge,
    DateOutOfRange,
    LineWithoutName,
    PartyRequired,
    QuantityZero,
    TotalBelowZero,
    VoucherEmpty,
    VoucherUnbalanced,
)

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(2199, 12, 31)


class VoucherKind(StrEnum):
    """The kinds of voucher; a new feature is a new kind with a pure posting rule."""

    SALE = "sale"
    SALE_RETURN = "sale_return"
    RECEIPT = "receipt"
    PAYMENT = "payment"
    KHATA_ENTRY = "khata"
    OPENING = "opening"
    JOURNAL = "journal"
    REVERSAL = "reversal"


class VoucherStatus(IntEnum):
    """Whether a voucher counts: a reversal and the voucher it undoes are kept, and cancel out."""

    LIVE = 0
    REVERSED = 1
    REVERSAL = 2


class Posting(NamedTuple):
    """One side of an entry: an account, an amount (debit positive) and whose khata it is, if any's."""

    account_id: AccountId
    amount_minor: int
    party_id: PartyId | None = None


class StockMovement(NamedTuple):
    """Goods in (positive) or out (negative): thousandths of the unit, and value at cost in minor units."""

    item_id: ItemId
    quantity_milli: int
    value_minor: int


class Allocation(NamedTuple):
    """So much of this voucher settles so much of that one; the amount is positive."""

    against_id: VoucherId
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a bill or a return, as printed.

    ``gross_minor`` is quantity x price; after ``discount_minor`` (its own) and ``bill_discount_minor``
    (its share of the bill's) it makes ``total_minor``, which holds the taxes. ``account_id`` is where
    the income goes. ``against_line`` is the line number, from 1, of the bill a return takes back.
    """

    item_id: ItemId | None
    description: str
    quantity_milli: int
    unit_price_e4: int
    total_minor: int
    account_id: AccountId
    unit: str = ""
    discount_minor: int = 0
    bill_discount_minor: int = 0
    taxes: tuple[TaxShare, ...] = ()
    price_includes_tax: bool = False
    cost_minor: int = 0
    against_line: int | None = None

    @property
    def tax_minor(self) -> int:
        """All taxes of the line together."""
        return sum([share.amount_minor for share in self.taxes]) if self.taxes else 0

    @property
    def net_minor(self) -> int:
        """What the shop earns by the line: the total without the taxes."""
        return self.total_minor - self.tax_minor


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """An immutable document of the books. Raises RuleViolation where it cannot be one.

    Attributes:
        number: as printed, ``INV-A-000123``; a correction keeps it and raises ``revision``.
        total_minor: the amount of the document, never negative.
        allocations: what of it settles which other vouchers of the party.
        supersedes: the voucher this one corrects.
        against_id: the sale that a return takes back.
        tendered_minor: the cash handed over, from which change was given; 0 when not noted.
        round_off_minor: what was added (or taken) to round the total.
        source_key: names the line of another program's file it came from, so that it comes once.
    """

    id: VoucherId
    kind: VoucherKind
    number: str
    posted_on: date
    postings: tuple[Posting, ...]
    total_minor: int
    party_id: PartyId | None = None
    lines: tuple[Line, ...] = ()
    movements: tuple[StockMovement, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    narration: str = ""
    reference: str = ""
    due_on: date | None = None
    revision: int = 0
    supersedes: VoucherId | None = None
    against_id: VoucherId | None = None
    tendered_minor: int = 0
    round_off_minor: int = 0
    source_key: str | None = None

    def __post_init__(self) -> None:
        """Check what holds for every voucher, whatever its kind."""
        if not FIRST_DAY <= self.posted_on <= LAST_DAY:
            raise DateOutOfRange(date=self.posted_on)
        if not self.postings and not self.lines and not self.movements:
            raise VoucherEmpty
        balance = 0
        for posting in self.postings:
            balance += posting.amount_minor
            if not -MAX_AMOUNT_MINOR <= posting.amount_minor <= MAX_AMOUNT_MINOR:
                raise AmountTooLarge
        if balance:
            raise VoucherUnbalanced
        if self.total_minor < 0:
            raise TotalBelowZero
        if self.total_minor > MAX_AMOUNT_MINOR or abs(self.tendered_minor) > MAX_AMOUNT_MINOR:
            raise AmountTooLarge
        if self.allocations and self.party_id is None:
            raise PartyRequired
        for number, line in enumerate(self.lines, 1):
            if not line.description:
                raise LineWithoutName(line=number)
            if line.quantity_milli == 0:
                raise QuantityZero(line=number)
            # Absurd lines may cancel out in the postings, and must still fit the file's 64 bits.
            if not (
                -MAX_QUANTITY_MILLI <= line.quantity_milli <= MAX_QUANTITY_MILLI
                and -MAX_PRICE_E4 <= line.unit_price_e4 <= MAX_PRICE_E4
                and -MAX_AMOUNT_MINOR <= line.total_minor <= MAX_AMOUNT_MINOR
                and -MAX_AMOUNT_MINOR <= line.cost_minor <= MAX_AMOUNT_MINOR
                and -MAX_AMOUNT_MINOR <= line.discount_minor <= MAX_AMOUNT_MINOR
                and -MAX_AMOUNT_MINOR <= line.bill_discount_minor <= MAX_AMOUNT_MINOR
            ):
                raise AmountTooLarge
        for movement in self.movements:
            if not (
                -MAX_QUANTITY_MILLI <= movement.quantity_milli <= MAX_QUANTITY_MILLI
                and -MAX_AMOUNT_MINOR <= movement.value_minor <= MAX_AMOUNT_MINOR
            ):
                raise AmountTooLarge

    @property
    def party_minor(self) -> int:
        """What the voucher does to its party's khata: positive, they owe more."""
        return sum(p.amount_minor for p in self.postings if p.party_id is not None)
