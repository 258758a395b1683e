"""A bill while it is being written: plain values, worked out by the same rules that post it.

It lives in the window, is kept on disk after every change, and turns into one command when saved: a sale,
or with `returns` goods that come back without the bill they were sold with.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId, new_id
from khata_desktop.domain.money import line_amount_minor, round_half_up
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import Bill, SoldLine, work_out_bill
from khata_desktop.domain.record_errors import ValueInvalid
from khata_desktop.domain.tax import Tax
from khata_desktop.domain.voucher_errors import KhataNeedsParty, TendersDoNotMatch, VoucherEmpty
from khata_desktop.formatting import parse_amount, parse_price, parse_quantity, parse_rate
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from khata_desktop.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from khata_desktop.reports.pickers import ItemPick

_PPM = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One line as entered. ``discount`` is an amount or a percentage as typed ("80", "5 %").

    ``quantity_typed`` and ``price_typed`` are what stands in those cells where it cannot be read, else "".
    ``on_hand_milli`` is what was in stock when the item was found; None for what has no stock.
    """

    description: str
    quantity_milli: int = 1000
    unit_price_e4: int = 0
    item_id: bytes | None = None
    unit: str = ""
    discount: str = ""
    tax_ids: tuple[bytes, ...] = ()
    price_includes_tax: bool = False
    on_hand_milli: int | None = None
    quantity_typed: str = ""
    price_typed: str = ""

    def problem(self, exponent: int) -> tuple[str, RuleViolation] | None:
        """Return the first cell that cannot be read (quantity, price or discount), and why; None for none."""
        cells: tuple[tuple[str, Callable[[], int]], ...] = (
            ("quantity", lambda: parse_quantity(self.quantity_typed) if self.quantity_typed else 0),
            ("price", lambda: parse_price(self.price_typed) if self.price_typed else 0),
            ("discount", partial(self.discount_minor, exponent)),
        )
        for key, read in cells:
            try:
                _of_field("lines", read)
            except RuleViolation as error:
                return key, error
        return None

    def gross_minor(self, exponent: int) -> int:
        """Return quantity x price in minor units."""
        return line_amount_minor(self.quantity_milli, self.unit_price_e4, exponent)

    def discount_minor(self, exponent: int) -> int:
        """Return what the discount comes to. Raises RuleViolation for one that cannot be read."""
        return discount_minor(self.discount, self.gross_minor(exponent), exponent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One open bill. ``cash_minor`` is what was handed over, ``bank_minor`` what came by bank.

    With ``returns`` the goods come back, and the money goes the other way. ``place`` remembers where the
    cursor stood: the number of the line, -1 for the item field. ``voucher_id`` is what it is called once it
    is in the books: whatever is pressed how often, and whatever ends when, it comes there once. A correction
    takes off the khata of ``corrects_party`` again what the bill it corrects put there.
    """

    key: str
    voucher_id: bytes = field(default_factory=new_id)
    lines: tuple[DraftLine, ...] = ()
    party_id: bytes | None = None
    party_name: str = ""
    bill_discount: str = ""
    cash_minor: int | None = None
    bank_minor: int | None = None
    bank_account: bytes = BANK
    sold_on: date | None = None
    due_on: date | None = None
    narration: str = ""
    reference: str = ""
    corrects: bytes | None = None
    corrects_number: str = ""
    corrects_party: bytes | None = None
    corrects_khata_minor: int = 0
    place: int = -1
    returns: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        nothing = not self.lines and self.party_id is None and not self.narration
        return nothing and self.corrects is None

    def with_line(self, number: int, line: DraftLine) -> Draft:
        """Return the draft with one line replaced."""
        return replace(self, lines=(*self.lines[:number], line, *self.lines[number + 1 :]), place=number)

    def without_line(self, number: int) -> Draft:
        """Return the draft with one line taken out."""
        return replace(self, lines=self.lines[:number] + self.lines[number + 1 :], place=-1)

    def with_item(
        self, pick: ItemPick, quantity_milli: int, default_tax_ids: Sequence[bytes]
    ) -> tuple[Draft, int]:
        """Return the draft with an item added, and the number of its line.

        A line that has the item at that price already gets more of it.
        """
        last = pick.last_price_e4
        # Goods come back at what this party paid for them, where that is known.
        first, second = (last, pick.price_e4) if self.returns else (pick.price_e4, last)
        price = first if first is not None else second or 0
        for number, line in enumerate(self.lines):
            as_it_is = not (line.discount or line.quantity_typed or line.price_typed)
            if line.item_id == pick.item_id and line.unit_price_e4 == price and as_it_is:
                more = replace(line, quantity_milli=line.quantity_milli + quantity_milli)
                return self.with_line(number, more), number
        added = DraftLine(
            item_id=pick.item_id,
            description=pick.name,
            quantity_milli=quantity_milli,
            unit_price_e4=price,
            unit=pick.unit,
            tax_ids=tuple(pick.tax_ids or default_tax_ids),
            price_includes_tax=pick.price_includes_tax,
            on_hand_milli=pick.on_hand_milli if pick.kind == "goods" and not self.returns else None,
        )
        return replace(self, lines=(*self.lines, added)), len(self.lines)

    def problem(self, exponent: int) -> tuple[int, str, RuleViolation] | None:
        """Return the first line and its cell that cannot be read, and why; None for none."""
        for number, line in enumerate(self.lines):
            if (found := line.problem(exponent)) is not None:
                return number, *found
        return None

    def moves_khata_minor(self, khata_minor: int) -> int:
        """Return how saving it changes its party's khata, where it puts so much of itself there."""
        if self.returns:
            return -khata_minor
        same = self.party_id is not None and self.party_id == self.corrects_party
        return khata_minor - self.corrects_khata_minor if same else khata_minor


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """How a bill is paid: what goes where, what is given back, what is missing; in minor units."""

    cash_minor: int = 0
    bank_minor: int = 0
    khata_minor: int = 0
    change_minor: int = 0
    short_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterRules:
    """What a bill is worked out by: currency exponent, rounding in minor units, the book's taxes."""

    exponent: int = 2
    round_to_minor: int = 0
    taxes: Mapping[TaxId, Tax] = field(default_factory=dict)


def discount_minor(text: str, of_minor: int, exponent: int) -> int:
    """Return a discount typed as an amount or a percentage, in minor units. Raises RuleViolation."""
    text = text.strip()
    if not text:
        return 0
    if text.endswith(("%", "٪")):
        rate = parse_rate(text[:-1])
        if not 0 <= rate <= _PPM:
            raise ValueInvalid(field="discount", name="discount", value=text, remedy="give 0 to 100 %")
        return round_half_up(of_minor * rate, _PPM)
    return parse_amount(text, exponent)


def sold_lines(draft: Draft, rules: CounterRules) -> tuple[SoldLine, ...]:
    """Return the lines as the posting rules take them. Raises RuleViolation."""
    if (problem := draft.problem(rules.exponent)) is not None:
        raise problem[2]
    return tuple(
        SoldLine(
            item_id=ItemId(line.item_id) if line.item_id is not None else None,
            description=line.description,
            quantity_milli=line.quantity_milli,
            unit_price_e4=line.unit_price_e4,
            unit=line.unit,
            discount_minor=line.discount_minor(rules.exponent),
            tax_ids=tuple(TaxId(t) for t in line.tax_ids if TaxId(t) in rules.taxes),
            price_includes_tax=line.price_includes_tax,
        )
        for line in draft.lines
    )


def work_out(draft: Draft, rules: CounterRules) -> Bill:
    """Return the bill as it would be posted now. Raises RuleViolation (a discount that is too large).

    Goods that come back are not rounded, and have no discount but those of their lines.
    """
    sold = sold_lines(draft, rules)
    after = sum(
        line.gross_minor(rules.exponent) - s.discount_minor for line, s in zip(draft.lines, sold, strict=True)
    )
    typed = partial(discount_minor, draft.bill_discount, max(after, 0), rules.exponent)
    return work_out_bill(
        sold,
        taxes=rules.taxes,
        exponent=rules.exponent,
        bill_discount_minor=0 if draft.returns else _of_field("discount", typed),
        round_to_minor=0 if draft.returns else rules.round_to_minor,
    )


def _of_field(field: str, read: Callable[[], int]) -> int:
    """Return what is read; what cannot be read is wrong in this field of the counter."""
    try:
        return read()
    except RuleViolation as error:
        error.field = field
        raise


def split_payment(draft: Draft, total_minor: int) -> Payment:
    """Return where the money goes.

    A walk-in who typed nothing pays all in cash; a party that typed nothing takes all on khata. What
    was handed over beyond the bill is change.
    """
    total = max(total_minor, 0)
    bank = min(draft.bank_minor or 0, total)
    left = total - bank
    given = draft.cash_minor
    if given is None:
        given = left if draft.party_id is None else 0
    cash = min(given, left)
    rest = left - cash
    khata = rest if draft.party_id is not None else 0
    return Payment(
        cash_minor=cash,
        bank_minor=bank,
        khata_minor=khata,
        change_minor=given - cash + (draft.bank_minor or 0) - bank,
        short_minor=rest - khata,
    )


def sale_command(draft: Draft, rules: CounterRules, today: date) -> PostSale:
    """Return the command that posts the bill. Raises RuleViolation naming what is missing."""
    if not draft.lines:
        raise VoucherEmpty
    bill = work_out(draft, rules)
    payment = split_payment(draft, bill.total_minor)
    if payment.short_minor:
        raise KhataNeedsParty
    if (draft.bank_minor or 0) > max(bill.total_minor, 0):
        raise TendersDoNotMatch(field="bank")
    return PostSale(
        sold_on=draft.sold_on or today,
        lines=sold_lines(draft, rules),
        party_id=PartyId(draft.party_id) if draft.party_id is not None else None,
        bill_discount_minor=bill.discount_minor - sum(line.discount_minor for line in bill.lines),
        tenders=(Tender(CASH, payment.cash_minor), Tender(AccountId(draft.bank_account), payment.bank_minor)),
        tendered_minor=draft.cash_minor or 0,
        narration=draft.narration,
        reference=draft.reference,
        due_on=draft.due_on,
        corrects=VoucherId(draft.corrects) if draft.corrects is not None else None,
        voucher_id=VoucherId(draft.voucher_id),
    )


def return_command(draft: Draft, rules: CounterRules, today: date) -> PostReturn:
    """Return the command that takes goods back without their bill. Raises RuleViolation."""
    if not draft.lines:
        raise VoucherEmpty
    for line in draft.lines:
        if line.quantity_milli < 0:
            raise ValueInvalid(field="lines", name="quantity", value=str(line.quantity_milli / 1000))
    bill = work_out(draft, rules)
    payment = split_payment(draft, bill.total_minor)
    if payment.short_minor or payment.change_minor:
        raise TendersDoNotMatch(field="cash" if draft.cash_minor is not None else "bank")
    return PostReturn(
        returned_on=draft.sold_on or today,
        lines=sold_lines(draft, rules),
        party_id=PartyId(draft.party_id) if draft.party_id is not None else None,
        refunds=(Tender(CASH, payment.cash_minor), Tender(AccountId(draft.bank_account), payment.bank_minor)),
        narration=draft.narration,
        reference=draft.reference,
        voucher_id=VoucherId(draft.voucher_id),
    )


def posting(draft: Draft, rules: CounterRules, today: date) -> Callable[[UnitOfWork], Outcome[Posted]]:
    """Return the operation that puts the bill into the books. Raises RuleViolation."""
    if draft.returns:
        return partial(post_return, command=return_command(draft, rules, today))
    return partial(post_sale, command=sale_command(draft, rules, today))


# --- kept on disk -----------------------------------------------------------------------------


def draft_to_json(draft: Draft) -> str:
    """Return the draft as the text that is kept on disk."""

    def plain(value: Any) -> Any:
        if isinstance(value, bytes):
            return {"id": value.hex()}
        if isinstance(value, date):
            return {"day": value.isoformat()}
        raise TypeError(type(value).__name__)

    return json.dumps(asdict(draft), default=plain, ensure_ascii=False)


def draft_from_json(text: str) -> Draft | None:
    """Return a kept draft, or None for one that cannot be read any more."""

    def revive(value: dict[str, Any]) -> Any:
        if set(value) == {"id"}:
            return bytes.fromhex(value["id"])
        if set(value) == {"day"}:
            return date.fromisoformat(value["day"])
        return value

    try:
        fields = json.loads(text, object_hook=revive)
        lines = tuple(
            DraftLine(**{**line, "tax_ids": tuple(line.get("tax_ids", ()))}) for line in fields.pop("lines")
        )
        return Draft(lines=lines, **fields)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
