"""Taxes inside the price or on top of it, compound or not."""

from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.ids import TaxId, fixed_id
from khata_desktop.domain.tax import Tax, tax_shares

SALES_TAX = Tax(id=TaxId(fixed_id(1)), name="GST", rate_ppm=180_000)
CESS = Tax(id=TaxId(fixed_id(2)), name="Cess", rate_ppm=30_000, compound=True)


def test_tax_on_top_is_the_rate_of_the_amount() -> None:
    assert [s.amount_minor for s in tax_shares(10_000, [SALES_TAX], included=False)] == [1_800]


def test_compound_tax_is_taken_on_the_taxes_before_it_too() -> None:
    assert [s.amount_minor for s in tax_shares(10_000, [SALES_TAX, CESS], included=False)] == [1_800, 354]


def test_included_tax_is_taken_out_of_the_price() -> None:
    assert [s.amount_minor for s in tax_shares(11_800, [SALES_TAX], included=True)] == [1_800]
    assert [s.amount_minor for s in tax_shares(12_154, [SALES_TAX, CESS], included=True)] == [1_800, 354]


@given(st.integers(-(10**9), 10**9), st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_included_taxes_never_exceed_the_price_and_keep_its_sign(amount: int, one: int, two: int) -> None:
    taxes = [
        Tax(id=SALES_TAX.id, name="a", rate_ppm=one),
        Tax(id=CESS.id, name="b", rate_ppm=two, compound=True),
    ]
    total = sum(s.amount_minor for s in tax_shares(amount, taxes, included=True))
    assert 0 <= total <= amount if amount >= 0 else amount <= total <= 0


def test_no_taxes_take_nothing() -> None:
    assert tax_shares(500, [], included=True) == ()
