"""What an invoice says: one frozen record, complete enough to be printed without asking the book again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, tzinfo
from enum import StrEnum

from sqlalchemy import func, select

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.clock import hlc_instant
from khata_desktop.domain.events import VoucherPosted
from khata_desktop.domain.ids import AccountId, PartyId, TaxId, VoucherId, fixed_id
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.vouchers import Line, Voucher, VoucherKind
from khata_desktop.reports.accounts_list import accounts_list
from khata_desktop.reports.business import business_profile
from khata_desktop.reports.common import LIVE, parameter
from khata_desktop.reports.profiles import party_profile, taxes_list
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session
from khata_desktop.wire.encoding import decode_event

#: The standard account of the digital wallet, which papers name apart from the bank.
WALLET = AccountId(fixed_id(1020))
_IBAN_LENGTH = 24


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


_V, _P = t.vouchers.c, t.postings.c
_AGAINST = t.vouchers.alias("against")
_HEADER = (
    select(
        _V.seq,
        t.event_log.c.payload,
        t.event_log.c.hlc,
        func.coalesce(t.users.c.name, ""),
        func.coalesce(
            select(_AGAINST.c.number).where(_AGAINST.c.seq == _V.against_seq).scalar_subquery(), ""
        ),
        _V.party_key,
    )
    .select_from(t.vouchers)
    .join(t.event_log, t.event_log.c.seq == _V.seq)
    .join(t.log_actors, t.log_actors.c.key == t.event_log.c.user)
    .outerjoin(t.users, t.users.c.id == t.log_actors.c.id)
    .where(_V.id == parameter("id"))
)
# What is void cancels out within its day, but not within part of a day: of that only what counts is added.
_BEFORE_DAY = select(func.coalesce(func.sum(_P.amount_minor), 0)).where(
    _P.party_key == parameter("party"), _P.posted_on < parameter("day")
)
_EARLIER_ON_DAY = (
    select(func.coalesce(func.sum(_P.amount_minor), 0))
    .join(t.vouchers, _V.seq == _P.voucher_seq)
    .where(
        _P.party_key == parameter("party"),
        _P.posted_on == parameter("day"),
        _P.voucher_seq < parameter("seq"),
        LIVE,
    )
)
_BILLS = (VoucherKind.SALE, VoucherKind.SALE_RETURN)


def invoice_sheet(
    session: Session, *, voucher_id: VoucherId, time_zone: tzinfo | None = None
) -> InvoiceSheet:
    """Return what the paper of a bill or of a return says. Raises UnknownRecord for any other voucher.

    The previous balance is what the party owed just before the bill in the order of the khata, so a
    reprint says what the first print said unless something before it was changed since. ``time_zone``
    is the shop's, the computer's where it is not given.
    """
    row = session.row(_HEADER, id=voucher_id)
    event = decode_event(row[1]) if row is not None else None
    if row is None or not isinstance(event, VoucherPosted) or event.voucher.kind not in _BILLS:
        raise UnknownRecord(field="voucher", entity="bill", name=voucher_id.hex())
    seq, _, hlc, sold_by, against_number, party_key = row
    voucher = event.voucher
    sign = 1 if voucher.kind is VoucherKind.SALE else -1
    lines = tuple(_line(line) for line in voucher.lines)
    tenders = _tenders(session, voucher, sign)
    paid = sum(tender.amount_minor for tender in tenders)
    cash = sum(tender.amount_minor for tender in tenders if tender.kind == "cash")
    previous = None if party_key is None else _balance_before(session, party_key, voucher.posted_on, seq)
    if voucher.party_id is not None and voucher.total_minor != paid:
        tenders = (*tenders, TenderLine(kind="khata", amount_minor=voucher.total_minor - paid))
    issued = hlc_instant(hlc).astimezone(time_zone)
    return InvoiceSheet(
        kind=_sheet_kind(voucher),
        number=voucher.number,
        issued_on=voucher.posted_on,
        # A bill entered for another day was not made at the hour it was entered.
        issued_time=issued.time().replace(microsecond=0) if issued.date() == voucher.posted_on else None,
        business=business_head(session),
        party=party_head(session, voucher.party_id) if voucher.party_id is not None else None,
        due_on=voucher.due_on,
        against_number=against_number,
        sold_by=sold_by,
        note=voucher.narration,
        lines=lines,
        subtotal_minor=sum(line.amount_minor for line in lines),
        discount_minor=sum(line.bill_discount_minor for line in voucher.lines),
        taxes=_tax_lines(session, voucher),
        round_off_minor=voucher.round_off_minor,
        total_minor=voucher.total_minor,
        tenders=tenders,
        previous_balance_minor=previous,
        paid_minor=paid,
        remaining_balance_minor=(previous or 0) + sign * (voucher.total_minor - paid),
        cash_given_minor=voucher.tendered_minor or None,
        change_minor=max(voucher.tendered_minor - cash, 0) if voucher.tendered_minor else None,
    )


def business_head(session: Session) -> BusinessHead:
    """Return the business as its papers show it."""
    business = business_profile(session)
    return BusinessHead(
        name=business.name,
        currency_code=business.currency_code,
        address=business.address,
        phone=business.phone,
        email=business.email,
        tax_number=business.tax_number,
        logo=business.logo,
        terms=business.terms,
        payment_code=_payment_code(business.payment_id, business.currency_code),
        payment_id=business.payment_id,
        payment_name=business.name,
    )


def party_head(session: Session, party_id: PartyId) -> PartyHead:
    """Return a party as papers show it. Raises UnknownRecord."""
    party = party_profile(session, party_id=party_id)
    return PartyHead(name=party.name, phone=party.phone, address=party.address, tax_number=party.tax_number)


def _payment_code(payment_id: str, currency_code: str) -> PaymentCode:
    """Return what the payment id is, by its form and the country's currency."""
    compact = "".join(payment_id.split())
    if not compact:
        return PaymentCode.NONE
    if currency_code == "INR" and "@" in compact and "/" not in compact:
        return PaymentCode.UPI
    if currency_code == "PKR" and len(compact) == _IBAN_LENGTH and compact[:2].upper() == "PK":
        return PaymentCode.RAAST
    return PaymentCode.TEXT


def _sheet_kind(voucher: Voucher) -> SheetKind:
    if voucher.kind is VoucherKind.SALE_RETURN:
        return SheetKind.CREDIT_NOTE
    return SheetKind.INVOICE if voucher.party_id is not None else SheetKind.CASH_MEMO


def _on_top(line: Line) -> int:
    """The taxes of a line that its price does not hold."""
    return 0 if line.price_includes_tax else line.tax_minor


def _line(line: Line) -> InvoiceLine:
    return InvoiceLine(
        description=line.description,
        quantity_milli=line.quantity_milli,
        unit=line.unit,
        unit_price_e4=line.unit_price_e4,
        discount_minor=line.discount_minor,
        tax_minor=line.tax_minor,
        amount_minor=line.total_minor - _on_top(line) + line.bill_discount_minor,
    )


def _tax_lines(session: Session, voucher: Voucher) -> tuple[TaxLine, ...]:
    """Return the sum of each tax at each rate, in the order in which they first appear."""
    sums: dict[tuple[TaxId, int, bool], tuple[int, int]] = {}
    for line in voucher.lines:
        for share in line.taxes:
            key = (share.tax_id, share.rate_ppm, line.price_includes_tax)
            tax, taxable = sums.get(key, (0, 0))
            sums[key] = (tax + share.amount_minor, taxable + line.net_minor)
    if not sums:
        return ()
    names = {tax.tax_id: tax.name for tax in taxes_list(session, include_archived=True)}
    return tuple(
        TaxLine(
            name=names.get(tax_id, ""), rate_ppm=rate, tax_minor=tax, taxable_minor=taxable, included=included
        )
        for (tax_id, rate, included), (tax, taxable) in sums.items()
    )


def _tenders(session: Session, voucher: Voucher, sign: int) -> tuple[TenderLine, ...]:
    """Return the money that changed hands, positive towards the shop for a bill, from it for a return."""
    money = {account.account_id: account for account in accounts_list(session, include_archived=True)}
    tenders = []
    for posting in voucher.postings:
        account = money.get(posting.account_id)
        if account is not None and account.holds_money:
            kind = "cash" if account.use is AccountUse.CASH else "bank"
            kind = "wallet" if account.account_id == WALLET else kind
            tenders.append(TenderLine(kind=kind, amount_minor=sign * posting.amount_minor, name=account.name))
    return tuple(tenders)


def _balance_before(session: Session, party_key: int, day: date, seq: int) -> int:
    key = {"party": party_key, "day": day.toordinal()}
    return int(session.value(_BEFORE_DAY, **key) + session.value(_EARLIER_ON_DAY, seq=seq, **key))
