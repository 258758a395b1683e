"""Money is integers; splitting and rounding lose nothing."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.money import currency, line_amount_minor, round_half_up, split_proportionally
from khata_desktop.domain.voucher_errors import UnknownCurrency

amounts = st.integers(-(10**12), 10**12)


@given(amounts, st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_split_adds_up_and_no_part_is_off_by_a_unit(total: int, weights: list[int]) -> None:
    parts = split_proportionally(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        if whole:
            assert abs(part * whole - total * weight) < whole
            assert part * total >= 0


def test_split_gives_the_odd_unit_to_the_largest_remainder() -> None:
    assert split_proportionally(100, [1, 1, 1]) == (34, 33, 33)
    assert split_proportionally(-100, [1, 1, 1]) == (-34, -33, -33)
    assert split_proportionally(5, [0, 0]) == (5, 0)


def test_split_refuses_no_parts_and_negative_weights() -> None:
    with pytest.raises(ValueError, match="weights"):
        split_proportionally(1, [])
    with pytest.raises(ValueError, match="weights"):
        split_proportionally(1, [2, -1])


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.sampled_from([0, 2, 3]))
def test_line_amount_rounds_halves_away_from_zero(quantity: int, price: int, exponent: int) -> None:
    exact = Decimal(quantity) / 1000 * Decimal(price) / 10000
    expected = exact.scaleb(exponent).quantize(Decimal(1), ROUND_HALF_UP)
    assert line_amount_minor(quantity, price, exponent) == int(expected)


@given(amounts, st.integers(1, 10**6))
def test_round_half_up_agrees_with_decimal(numerator: int, denominator: int) -> None:
    expected = (Decimal(numerator) / Decimal(denominator)).quantize(Decimal(1), ROUND_HALF_UP)
    assert abs(round_half_up(numerator, denominator) - expected) <= (0 if abs(numerator) < 10**9 else 1)
    assert round_half_up(numerator, -denominator) == round_half_up(-numerator, denominator)


def test_currencies_know_their_exponents() -> None:
    assert [currency(code).exponent for code in ("PKR", "jpy", " KWD ")] == [2, 0, 3]
    with pytest.raises(UnknownCurrency, match="ISO 4217"):
        currency("RS")
