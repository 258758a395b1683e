"""A posted bill, laid on the counter again to be corrected, or sold once more."""

from __future__ import annotations

from dataclasses import replace
from secrets import token_hex

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.reports.voucher_detail import VoucherDetail
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sale.bill import Draft, DraftLine


def draft_of(detail: VoucherDetail, context: PageContext) -> Draft:
    """Return a posted bill as a draft that corrects it."""
    prefill = detail.prefill
    cash = sum(t.amount_minor for t in prefill.tenders if t.account_id == CASH)
    others = [t for t in prefill.tenders if t.account_id != CASH]
    bank = sum(t.amount_minor for t in others)

    def plain(minor: int) -> str:
        return without_invisible_marks(context.style.amount(minor)) if minor else ""

    return Draft(
        key=token_hex(8),
        lines=tuple(
            DraftLine(
                item_id=line.item_id,
                description=line.description,
                quantity_milli=line.quantity_milli,
                unit_price_e4=line.unit_price_e4,
                unit=line.unit,
                discount=plain(line.discount_minor),
                tax_ids=tuple(line.tax_ids),
                price_includes_tax=line.price_includes_tax,
            )
            for line in prefill.sold_lines
        ),
        party_id=detail.party_id,
        party_name=detail.party_name,
        bill_discount=plain(prefill.bill_discount_minor),
        # A walk-in who paid just the bill pays just the corrected one.
        cash_minor=(detail.tendered_minor or (cash if detail.party_id is not None else 0)) or None,
        bank_minor=bank or None,
        bank_account=others[0].account_id if others else BANK,
        sold_on=detail.posted_on,
        due_on=detail.due_on,
        narration=detail.narration,
        reference=detail.reference,
        corrects=detail.voucher_id,
        corrects_number=detail.number,
        corrects_party=detail.party_id,
        corrects_khata_minor=detail.khata_minor,
    )


def another_like(detail: VoucherDetail, context: PageContext) -> Draft:
    """Return a new bill of today with the lines and the customer of a posted one; it is paid anew."""
    return replace(
        draft_of(detail, context),
        cash_minor=None,
        bank_minor=None,
        sold_on=None,
        due_on=None,
        corrects=None,
        corrects_number="",
        corrects_party=None,
        corrects_khata_minor=0,
    )
