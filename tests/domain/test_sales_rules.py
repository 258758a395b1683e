"""Bills are worked out to the last minor unit, and their postings balance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.accounts import BANK, CASH, RECEIVABLE, SALES
from khata_desktop.domain.ids import PartyId, TaxId, fixed_id
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import (
    SoldLine,
    line_left,
    line_taken_back,
    return_postings,
    sale_postings,
    work_out_bill,
)
from khata_desktop.domain.tax import Tax
from khata_desktop.domain.voucher_errors import DiscountTooLarge, KhataNeedsParty, TendersDoNotMatch

TAXES = {
    TaxId(fixed_id(n)): Tax(id=TaxId(fixed_id(n)), name=str(n), rate_ppm=rate, compound=n == 2)
    for n, rate in ((1, 180_000), (2, 30_000))
}
ASLAM = Party(id=PartyId(fixed_id(9)), name="Aslam")

sold_lines = st.builds(
    SoldLine,
    item_id=st.none(),
    description=st.just("thing"),
    quantity_milli=st.integers(1, 10**6),
    unit_price_e4=st.integers(0, 10**8),
    tax_ids=st.lists(st.sampled_from(sorted(TAXES)), unique=True, max_size=2).map(tuple),
    price_includes_tax=st.booleans(),
)


@given(st.lists(sold_lines, min_size=1, max_size=12), st.integers(0, 100), st.sampled_from([0, 5, 100]))
def test_lines_as_printed_add_up_to_the_total_as_printed(
    sold: list[SoldLine], percent: int, round_to: int
) -> None:
    gross = work_out_bill(sold, taxes=TAXES, exponent=2).subtotal_minor
    discount = gross * percent // 100
    bill = work_out_bill(sold, taxes=TAXES, exponent=2, bill_discount_minor=discount, round_to_minor=round_to)
    assert sum(line.total_minor for line in bill.lines) + bill.round_off_minor == bill.total_minor
    assert sum(line.bill_discount_minor for line in bill.lines) == discount
    assert not round_to or bill.total_minor % round_to == 0
    tenders = [Tender(CASH, bill.total_minor // 3), Tender(BANK, bill.total_minor // 5)]
    postings = sale_postings(
        bill.lines,
        total_minor=bill.total_minor,
        round_off_minor=bill.round_off_minor,
        tenders=tenders,
        party=ASLAM,
    )
    assert sum(p.amount_minor for p in postings) == 0
    on_khata = sum(p.amount_minor for p in postings if p.party_id == ASLAM.id)
    assert on_khata == bill.total_minor - sum(t.amount_minor for t in tenders)


@given(sold_lines, st.lists(st.integers(1, 10**6), min_size=1, max_size=6))
def test_parts_that_come_back_add_up_to_what_was_sold(sold: SoldLine, parts: list[int]) -> None:
    (line,) = work_out_bill([sold], taxes=TAXES, exponent=2).lines
    left, before, total, tax = line, 0, 0, 0
    for part in [*parts, line.quantity_milli]:
        quantity = min(part, left.quantity_milli)
        if quantity:
            back = line_taken_back(left, line_no=1, quantity_milli=quantity)
            left = line_left(left, back)
            before, total, tax = before + quantity, total + back.total_minor, tax + back.tax_minor
            assert 0 <= total <= line.total_minor
            postings = return_postings(
                [back], total_minor=back.total_minor, round_off_minor=0, refunds=(), party=ASLAM
            )
            assert sum(p.amount_minor for p in postings) == 0
    assert (before, total, tax) == (line.quantity_milli, line.total_minor, line.tax_minor)


def _one(price_e4: int = 1_000_000) -> SoldLine:
    return SoldLine(item_id=None, description="rice", quantity_milli=1000, unit_price_e4=price_e4)


def test_a_bill_paid_by_a_known_customer_shows_both_sides_in_the_khata() -> None:
    bill = work_out_bill([_one()], taxes={}, exponent=2)
    postings = sale_postings(
        bill.lines, total_minor=10_000, round_off_minor=0, tenders=[Tender(CASH, 10_000)], party=ASLAM
    )
    khata = [(p.account_id, p.amount_minor) for p in postings if p.party_id == ASLAM.id]
    assert khata == [(RECEIVABLE, 10_000), (RECEIVABLE, -10_000)]
    assert [p.amount_minor for p in postings if p.account_id == SALES] == [-10_000]


def test_a_walk_in_cannot_owe() -> None:
    bill = work_out_bill([_one()], taxes={}, exponent=2)
    with pytest.raises(KhataNeedsParty, match="choose one"):
        sale_postings(bill.lines, total_minor=10_000, round_off_minor=0, tenders=[], party=None)


def test_more_cannot_be_paid_than_the_bill_comes_to() -> None:
    bill = work_out_bill([_one()], taxes={}, exponent=2)
    with pytest.raises(TendersDoNotMatch):
        sale_postings(
            bill.lines, total_minor=10_000, round_off_minor=0, tenders=[Tender(CASH, 10_001)], party=ASLAM
        )


def test_a_discount_larger_than_the_bill_is_refused() -> None:
    with pytest.raises(DiscountTooLarge, match="lower it"):
        work_out_bill([_one()], taxes={}, exponent=2, bill_discount_minor=10_001)
