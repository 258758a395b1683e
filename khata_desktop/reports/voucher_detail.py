"""One voucher in full: what it says and did, what settled it, how it came to be, and how to correct it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from sqlalchemy import func, select

from khata_desktop.domain.accounts import RECEIVABLE, AccountUse
from khata_desktop.domain.events import VoucherPosted
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine, round_off_taken_back, share_of_left
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.vouchers import Allocation, Voucher, VoucherKind, VoucherStatus
from khata_desktop.reports.common import KINDS, LIVE, parameter
from khata_desktop.reports.settlements import Settlement, settlements
from khata_desktop.reports.voucher_history import Version, voucher_history, was_corrected
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session
from khata_desktop.wire.encoding import decode_event

_V, _P, _A, _L = t.vouchers.c, t.parties.c, t.accounts.c, t.voucher_lines.c
_LOG = t.event_log.c


class VoucherLink(NamedTuple):
    """Another voucher that belongs to this one."""

    voucher_id: VoucherId
    number: str
    kind: VoucherKind
    posted_on: date
    total_minor: int


class DetailLine(NamedTuple):
    """One line as printed; ``returned_milli`` is what came back of it, for ``returned_minor``."""

    line_no: int
    item_id: ItemId | None
    description: str
    unit: str
    quantity_milli: int
    unit_price_e4: int
    discount_minor: int
    bill_discount_minor: int
    tax_minor: int
    total_minor: int
    cost_minor: int
    returned_milli: int
    returned_minor: int
    account_id: AccountId
    price_includes_tax: bool
    tax_ids: tuple[TaxId, ...]

    def worth_minor(self, quantity_milli: int) -> int:
        """Return what so much of what is left of the line is worth when it comes back."""
        return share_of_left(self.left_minor, quantity_milli, self.quantity_milli - self.returned_milli)

    @property
    def left_minor(self) -> int:
        """What is left of the line's total after what came back."""
        return self.total_minor - self.returned_minor


class TaxTotal(NamedTuple):
    """One tax over all lines; an ``included`` one is in their prices, not added to them."""

    tax_id: TaxId
    name: str
    rate_ppm: int
    amount_minor: int
    included: bool


class DetailPosting(NamedTuple):
    """One posting, debit positive, with its account's and party's names."""

    account_id: AccountId
    code: str
    account_name: str
    party_id: PartyId | None
    party_name: str
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefill:
    """What fills the form that corrects the voucher.

    ``gave`` is the direction of a khata entry, ``other_account_id`` what stands against its khata or
    what a receipt was for, ``money_account_id`` where the money lies.
    """

    sold_lines: tuple[SoldLine, ...] = ()
    bill_discount_minor: int = 0
    tenders: tuple[Tender, ...] = ()
    money_account_id: AccountId | None = None
    other_account_id: AccountId | None = None
    gave: bool | None = None
    allocations: tuple[Allocation, ...] = ()
    rounded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherDetail:
    """A voucher in full. ``paid_minor`` and ``khata_minor`` are of a bill: paid at once, put on khata.

    ``open_minor`` is what is not settled of it: positive is due to us, negative not used up.
    ``round_off_returned_minor`` is what of the round-off went back with goods. ``is_corrected`` says that
    it is no longer what was posted first; what was undone and done again is.
    """

    voucher_id: VoucherId
    seq: int
    kind: VoucherKind
    number: str
    revision: int
    status: VoucherStatus
    posted_on: date
    due_on: date | None
    party_id: PartyId | None
    party_name: str
    party_phone: str
    total_minor: int
    narration: str
    reference: str
    tendered_minor: int
    round_off_minor: int
    round_off_returned_minor: int
    against: VoucherLink | None
    lines: tuple[DetailLine, ...]
    taxes: tuple[TaxTotal, ...]
    postings: tuple[DetailPosting, ...]
    subtotal_minor: int
    discount_minor: int
    tax_minor: int
    paid_minor: int
    khata_minor: int
    settles: tuple[Settlement, ...]
    settled_by: tuple[Settlement, ...]
    open_minor: int
    returns: tuple[VoucherLink, ...]
    history: tuple[Version, ...]
    is_corrected: bool
    prefill: Prefill

    def worth_minor(self, taken: Mapping[int, int]) -> int:
        """Return what goods are worth that come back: so many thousandths of each line, by its number.

        It is what a return of just this comes to: the lines, and their share of the bill's round-off.
        """
        back = [line.worth_minor(taken[line.line_no]) for line in self.lines if taken.get(line.line_no)]
        left = [line.left_minor for line in self.lines if line.quantity_milli > line.returned_milli]
        round_off = self.round_off_minor - self.round_off_returned_minor
        return sum(back) + round_off_taken_back(round_off, back, left)

    @property
    def can_void(self) -> bool:
        """Whether it can be undone: it counts, and no goods of it came back."""
        return self.status == VoucherStatus.LIVE and not self.returns

    @property
    def can_correct(self) -> bool:
        """Whether it can be posted again in its place."""
        return self.can_void


_HEADER = (
    select(
        _V.seq, _V.kind, _V.number, _V.revision, _V.status, _V.posted_on, _V.due_on, _P.id, _P.name, _P.phone,
        _V.total_minor, _V.narration, _V.reference, _V.tendered_minor, _V.round_off_minor, _V.against_seq,
        _V.counterpart_seq, _LOG.payload,
    )
    .outerjoin(t.parties, _P.key == _V.party_key)
    .join(t.event_log, _LOG.seq == _V.seq)
    .where(_V.id == parameter("id"))
)  # fmt: skip
_LINK_COLUMNS = (_V.id, _V.number, _V.kind, _V.posted_on, _V.total_minor)
_LINK = select(*_LINK_COLUMNS).where(_V.seq == parameter("seq"))
_RETURNS = select(*_LINK_COLUMNS).where(_V.against_seq == parameter("seq"), LIVE).order_by(_V.seq)
_RETURNED = (
    select(_L.against_line, _L.quantity_milli, _L.total_minor)
    .join(t.vouchers, _V.seq == _L.voucher_seq)
    .where(_V.against_seq == parameter("seq"), LIVE)
)
_ROUND_OFF_RETURNED = select(func.coalesce(func.sum(_V.round_off_minor), 0)).where(
    _V.against_seq == parameter("seq"), LIVE
)
_POSTINGS = (
    select(_A.id, _A.code, _A.name, _A.use, _P.id, _P.name, t.postings.c.amount_minor)
    .join(t.accounts, _A.key == t.postings.c.account_key)
    .outerjoin(t.parties, _P.key == t.postings.c.party_key)
    .where(t.postings.c.voucher_seq == parameter("seq"))
    .order_by(t.postings.c.line_no)
)
_TAXES = (
    select(
        t.taxes.c.id,
        t.taxes.c.name,
        t.line_taxes.c.rate_ppm,
        t.line_taxes.c.amount_minor,
        t.line_taxes.c.line_no,
    )
    .join(t.taxes, t.taxes.c.key == t.line_taxes.c.tax_key)
    .where(t.line_taxes.c.voucher_seq == parameter("seq"))
    .order_by(t.line_taxes.c.line_no, t.line_taxes.c.tax_no)
)
_OPEN = select(t.open_items.c.open_minor).where(t.open_items.c.voucher_seq == parameter("seq"))
_ID_OF = select(_V.id).where(_V.seq == parameter("seq"))
_BY_NUMBER = (
    select(_V.id)
    .where(_V.number == parameter("number"), _V.status != int(VoucherStatus.REVERSAL))
    .order_by(_V.status, _V.seq.desc())
    .limit(1)
)

_MONEY = (AccountUse.CASH.value, AccountUse.BANK.value)


def voucher_by_number(session: Session, *, number: str) -> VoucherId | None:
    """Return the voucher that bears a number, the one that counts before a void one, or None."""
    found = session.value(_BY_NUMBER, number=number)
    return None if found is None else VoucherId(found)


def voucher_detail(session: Session, *, voucher_id: VoucherId) -> VoucherDetail:
    """Return a voucher in full; for the id of a reversal, what it undid. Raises UnknownRecord."""
    row = session.row(_HEADER, id=voucher_id)
    if row is not None and row[4] == VoucherStatus.REVERSAL:
        original = session.value(_ID_OF, seq=row[16])
        return voucher_detail(session, voucher_id=VoucherId(original))
    event = decode_event(row[17]) if row is not None else None
    if row is None or not isinstance(event, VoucherPosted):
        raise UnknownRecord(field="voucher", entity="voucher", name=voucher_id.hex())
    voucher, seq = event.voucher, int(row[0])
    postings = session.rows(_POSTINGS, seq=seq)
    lines = _lines(session, voucher, seq)
    against = session.row(_LINK, seq=row[15]) if row[15] is not None else None
    bill = voucher.kind in (VoucherKind.SALE, VoucherKind.SALE_RETURN)
    sign = 1 if voucher.kind == VoucherKind.SALE else -1
    history = voucher_history(session, seq)
    settles, settled_by = settlements(session, seq=seq, kind=voucher.kind)
    paid = sign * sum(p[6] for p in postings if p[3] in _MONEY) if bill else 0
    return VoucherDetail(
        voucher_id=voucher_id,
        seq=seq,
        kind=voucher.kind,
        number=voucher.number,
        revision=voucher.revision,
        status=VoucherStatus(row[4]),
        posted_on=voucher.posted_on,
        due_on=voucher.due_on,
        party_id=voucher.party_id,
        party_name=row[8] or "",
        party_phone=row[9] or "",
        total_minor=voucher.total_minor,
        narration=voucher.narration,
        reference=voucher.reference,
        tendered_minor=voucher.tendered_minor,
        round_off_minor=voucher.round_off_minor,
        round_off_returned_minor=session.value(_ROUND_OFF_RETURNED, seq=seq),
        against=_link(against) if against is not None else None,
        lines=lines,
        taxes=_taxes(session, voucher, seq),
        postings=tuple(
            DetailPosting(AccountId(own), code, name, party, party_name or "", amount)
            for own, code, name, _use, party, party_name, amount in postings
        ),
        subtotal_minor=sum(_gross(line) for line in lines),
        discount_minor=sum(line.discount_minor + line.bill_discount_minor for line in lines),
        tax_minor=sum(line.tax_minor for line in lines),
        paid_minor=paid,
        khata_minor=voucher.total_minor - paid if bill and voucher.party_id is not None else 0,
        settles=settles,
        settled_by=settled_by,
        open_minor=sum(amount for (amount,) in session.rows(_OPEN, seq=seq)),
        returns=tuple(_link(r) for r in session.rows(_RETURNS, seq=seq)),
        history=history,
        is_corrected=any(v.what == "corrected" for v in history) and was_corrected(session, seq),
        prefill=_prefill(voucher, postings),
    )


def _lines(session: Session, voucher: Voucher, seq: int) -> tuple[DetailLine, ...]:
    returned: dict[int, tuple[int, int]] = {}
    for line_no, milli, minor in session.rows(_RETURNED, seq=seq):
        if line_no is not None:
            before = returned.get(line_no, (0, 0))
            returned[line_no] = (before[0] + milli, before[1] + minor)
    return tuple(
        DetailLine(
            line_no=number,
            item_id=line.item_id,
            description=line.description,
            unit=line.unit,
            quantity_milli=line.quantity_milli,
            unit_price_e4=line.unit_price_e4,
            discount_minor=line.discount_minor,
            bill_discount_minor=line.bill_discount_minor,
            tax_minor=line.tax_minor,
            total_minor=line.total_minor,
            cost_minor=line.cost_minor,
            returned_milli=returned.get(number, (0, 0))[0],
            returned_minor=returned.get(number, (0, 0))[1],
            account_id=line.account_id,
            price_includes_tax=line.price_includes_tax,
            tax_ids=tuple(share.tax_id for share in line.taxes),
        )
        for number, line in enumerate(voucher.lines, 1)
    )


def _gross(line: DetailLine) -> int:
    """Return quantity x price as it entered the line: the total with the discounts put back."""
    on_top = 0 if line.price_includes_tax else line.tax_minor
    return line.total_minor - on_top + line.discount_minor + line.bill_discount_minor


def _taxes(session: Session, voucher: Voucher, seq: int) -> tuple[TaxTotal, ...]:
    sums: dict[tuple[TaxId, str, int, bool], int] = {}
    for own, name, rate, amount, line_no in session.rows(_TAXES, seq=seq):
        key = (TaxId(own), name, rate, voucher.lines[line_no - 1].price_includes_tax)
        sums[key] = sums.get(key, 0) + amount
    return tuple(
        TaxTotal(tax_id, name, rate, amount, included)
        for (tax_id, name, rate, included), amount in sums.items()
    )


def _link(row: Row) -> VoucherLink:
    own, number, kind, day, total = row
    return VoucherLink(VoucherId(own), number, KINDS[kind], date.fromordinal(day), total)


def _prefill(voucher: Voucher, postings: list[Row]) -> Prefill:
    money = [(AccountId(p[0]), cast(int, p[6])) for p in postings if p[3] in _MONEY]
    if voucher.kind == VoucherKind.SALE:
        return Prefill(
            sold_lines=tuple(
                SoldLine(
                    item_id=line.item_id,
                    description=line.description,
                    quantity_milli=line.quantity_milli,
                    unit_price_e4=line.unit_price_e4,
                    unit=line.unit,
                    discount_minor=line.discount_minor,
                    tax_ids=tuple(share.tax_id for share in line.taxes),
                    price_includes_tax=line.price_includes_tax,
                    account_id=line.account_id,
                )
                for line in voucher.lines
            ),
            bill_discount_minor=sum(line.bill_discount_minor for line in voucher.lines),
            tenders=tuple(Tender(account, amount) for account, amount in money),
            allocations=voucher.allocations,
            rounded=voucher.round_off_minor != 0,
        )
    others = [p for p in postings if p[4] is None and p[3] not in _MONEY and p[0] != RECEIVABLE]
    if voucher.kind == VoucherKind.KHATA_ENTRY:
        against = next((AccountId(p[0]) for p in postings if p[4] is None), None)
        return Prefill(other_account_id=against, gave=voucher.party_minor > 0)
    return Prefill(
        money_account_id=money[0][0] if money else None,
        other_account_id=AccountId(others[0][0]) if others and voucher.party_id is None else None,
        allocations=voucher.allocations,
    )
