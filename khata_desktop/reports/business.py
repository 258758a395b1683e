"""The business as it describes itself: what the window, the papers and the settings page need of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from khata_desktop.domain.ids import TaxId
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Session

_B = t.businesses.c
_BUSINESS = select(
    _B.name, _B.currency, _B.address, _B.phone, _B.email, _B.tax_number, _B.logo, _B.terms,
    _B.payment_id, _B.language, _B.grouping, _B.year_start_month, _B.round_to_minor, _B.paper,
    _B.default_tax_ids,
)  # fmt: skip
_ANY_VOUCHER = select(t.vouchers.c.seq).limit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessProfile:
    """The business record.

    Attributes:
        currency_code: ISO 4217; every amount of the book is in its minor units.
        logo: a PNG or JPEG file's bytes, or None.
        language, grouping: of the papers; "en", "ur", "hi" and "lakh", "million".
        round_to_minor: bills are rounded to a multiple of this many minor units; 0 for no rounding.
        paper: "A4", "A5" or "80mm".
        has_vouchers: whether anything was ever posted; the currency is fixed from then on.
    """

    name: str
    currency_code: str
    address: str = ""
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    logo: bytes | None = None
    terms: str = ""
    payment_id: str = ""
    language: str = "en"
    grouping: str = "lakh"
    year_start_month: int = 1
    round_to_minor: int = 0
    paper: str = "A4"
    default_tax_ids: tuple[TaxId, ...] = ()
    has_vouchers: bool = False


def business_profile(session: Session) -> BusinessProfile:
    """Return the business of this book. Raises LookupError if it has none, which no whole book is."""
    row = session.row(_BUSINESS)
    if row is None:
        raise LookupError("the book has no business record")
    name, code, address, phone, email, tax, logo, terms, payment_id, language, *rest = row
    grouping, month, round_to, paper, tax_ids = rest
    return BusinessProfile(
        name=name,
        currency_code=code,
        address=address,
        phone=phone,
        email=email,
        tax_number=tax,
        logo=logo,
        terms=terms,
        payment_id=payment_id,
        language=language,
        grouping=grouping,
        year_start_month=month,
        round_to_minor=round_to,
        paper=paper,
        default_tax_ids=unpack_ids(tax_ids),
        has_vouchers=session.value(_ANY_VOUCHER) is not None,
    )
