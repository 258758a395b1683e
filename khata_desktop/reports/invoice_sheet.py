"""What an invoice says: one frozen record, complete enough to be printed without asking the book again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class PaymentCode(StrEnum):
    """What the payment QR on the shop's papers carries."""

    NONE = "none"
    UPI = "upi"  # payment_id is a UPI address such as shop@bank; printed for INR only
    RAAST = "raast"  # payment_id is a Pakistani IBAN; printed for PKR only
    TEXT = "text"  # payment_id is printed as it is: a link or any text the shop chose


class SheetKind(StrEnum):
    """What the paper is called."""

    INVOICE = "invoice"
    CASH_MEMO = "cash_memo"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessHead:
    """The business as its papers show it. Empty text is left out of the print.

    Attributes:
        currency_code: ISO 4217; amounts on the sheet are in its minor units.
        logo: a PNG or JPEG file's bytes; a picture that cannot be read is left out.
        tax_label: what the tax number is called, e.g. "NTN" or "GSTIN"; empty prints the word for it.
        terms: printed at the foot, lines as typed.
        payment_code, payment_id, payment_name: see PaymentCode; the name is the payee's.
    """

    name: str
    currency_code: str
    address: str = ""
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    tax_label: str = ""
    logo: bytes | None = None
    terms: str = ""
    payment_code: PaymentCode = PaymentCode.NONE
    payment_id: str = ""
    payment_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHead:
    """The customer as papers show them."""

    name: str
    phone: str = ""
    address: str = ""
    tax_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One printed line.

    Attributes:
        detail: smaller text under the description (batch, serial numbers, note).
        quantity_milli: thousandths of `unit`; None for a line without a quantity.
        unit_price_e4: ten-thousandths of a major unit; None when there is no price to show.
        discount_minor: the line's own discount, positive; already taken off `amount_minor`.
        tax_minor: tax on the line, for information; `taxes` of the sheet carry the sums.
        amount_minor: what the line adds to the subtotal.
    """

    description: str
    amount_minor: int
    detail: str = ""
    quantity_milli: int | None = None
    unit: str = ""
    unit_price_e4: int | None = None
    discount_minor: int = 0
    tax_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    """The sum of one tax. `included` taxes are inside the prices: printed, but not added to the total."""

    name: str
    rate_ppm: int
    tax_minor: int
    taxable_minor: int = 0
    included: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeLine:
    """Something added to the bill besides its lines, such as freight."""

    name: str
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderLine:
    """How part of the bill was settled.

    Attributes:
        kind: "cash", "bank", "wallet" or "khata".
        name: which account, if that is worth printing.
    """

    kind: str
    amount_minor: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSheet:
    """An invoice, cash memo or credit note as printed. Amounts are minor units, positive unless said.

    Invariants the report keeps and the print relies on:
        subtotal_minor = sum of the lines' amount_minor
        total_minor    = subtotal - discount + charges + taxes not included + round_off
        remaining      = previous balance + total - paid   (for a credit note: previous - total + paid back)

    Attributes:
        issued_time: the shop's clock at the sale, for receipts; None leaves it out.
        against_number: the invoice a credit note takes back from.
        party: None for a walk-in customer.
        discount_minor: on the whole bill, positive.
        round_off_minor: signed.
        previous_balance_minor: what the party owed before this bill, negative for an advance; None leaves the
            whole block of balances out.
        paid_minor: paid now (for a credit note: paid back now).
        cash_given_minor, change_minor: for receipts; None leaves them out.
    """

    kind: SheetKind
    number: str
    issued_on: date
    business: BusinessHead
    lines: tuple[InvoiceLine, ...]
    subtotal_minor: int
    total_minor: int
    party: PartyHead | None = None
    issued_time: time | None = None
    due_on: date | None = None
    against_number: str = ""
    sold_by: str = ""
    note: str = ""
    discount_minor: int = 0
    charges: tuple[ChargeLine, ...] = ()
    taxes: tuple[TaxLine, ...] = ()
    round_off_minor: int = 0
    tenders: tuple[TenderLine, ...] = ()
    previous_balance_minor: int | None = None
    paid_minor: int = 0
    remaining_balance_minor: int = 0
    cash_given_minor: int | None = None
    change_minor: int | None = None
