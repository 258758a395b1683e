"""What is typed into an amount field is read exactly, or refused with the remedy."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.reading_errors import (
    AmountUnreadable,
    BracketsUneven,
    DivisionByZero,
    NumberMissing,
    QuantityUnreadable,
    RateUnreadable,
    SumUnfinished,
    TooManyDecimals,
)
from khata_desktop.domain.voucher_errors import AmountTooLarge
from khata_desktop.formatting import evaluate, parse_amount, parse_price, parse_quantity, parse_rate


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("1500", 150000),
        ("3*120+50", 41000),
        ("= 3 x 120 + 50 =", 41000),
        ("(200-15)×2", 37000),
        ("100/3", 3333),
        ("200/3", 6667),
        ("-200/3", -6667),
        ("0.005*1", 1),
        ("500+10%", 55000),
        ("500-10%", 45000),
        ("500+10%+10%", 60500),
        ("500*10%", 5000),
        ("۳×۱۲۰+۵۰", 41000),
        ("٣*١٢٠", 36000),
        ("३*१२०", 36000),
        ("۱۲٫۵", 1250),
        ("۱۰۰+۱۰٪", 11000),
        ("12,34,567.50", 123456750),
        ("1,234,567.5", 123456750),
        ("1\u00a0234\u202f567", 123456700),
        ("1'234", 123400),
        ("\u2066-20.00\u2069", -2000),
        ("−20", -2000),
        ("- 20", -2000),
        ("+20", 2000),
        (".5", 50),
        ("5.", 500),
        ("12.5000", 1250),
        ("Rs. 1,250", 125000),
        ("-Rs\u00a0500.00", -50000),
        ("500/-", 50000),
        ("₹500", 50000),
        ("500 روپے", 50000),
        ("[2+{3*(4)}]", 1400),
        ("2--3", 500),
    ],
)
def test_sums_of_a_shopkeeper_are_read(typed: str, minor: int) -> None:
    assert parse_amount(typed) == minor


@pytest.mark.parametrize(
    ("typed", "failure"),
    [
        ("", NumberMissing),
        ("  \u200f", NumberMissing),
        ("abc", AmountUnreadable),
        ("Rs", AmountUnreadable),
        ("12,50", AmountUnreadable),
        ("1,2345", AmountUnreadable),
        ("1.2.3", AmountUnreadable),
        (".", AmountUnreadable),
        ("3 120", AmountUnreadable),
        ("2**3", AmountUnreadable),
        ("()", AmountUnreadable),
        ("__import__('os')", AmountUnreadable),
        ("1e9", AmountUnreadable),
        ("nan", AmountUnreadable),
        ("9" * 201, AmountUnreadable),
        ("(" * 60 + "1" + ")" * 60, AmountUnreadable),
        ("3+", SumUnfinished),
        ("3*(", SumUnfinished),
        ("(3+4", BracketsUneven),
        ("3+4)", BracketsUneven),
        ("1/0", DivisionByZero),
        ("1/(2-2)", DivisionByZero),
        ("12.345", TooManyDecimals),
        ("9" * 20, AmountTooLarge),
    ],
)
def test_anything_else_is_refused_with_its_reason(typed: str, failure: type[RuleViolation]) -> None:
    with pytest.raises(failure) as refusal:
        parse_amount(typed)
    assert len(str(refusal.value)) < 200


def test_decimals_follow_the_currency() -> None:
    assert parse_amount("1.234", 3) == 1234
    assert parse_amount("1234", 0) == 1234
    with pytest.raises(TooManyDecimals, match="more than 0 decimals"):
        parse_amount("12.5", 0)


def test_refusals_name_the_field_they_were_typed_in() -> None:
    for read, field in ((parse_quantity, "quantity"), (parse_price, "price")):
        with pytest.raises(RuleViolation) as refusal:
            read("3+")
        assert refusal.value.field == field
    with pytest.raises(QuantityUnreadable):
        parse_quantity("two")
    with pytest.raises(TooManyDecimals) as refusal:
        parse_quantity("1.2345")
    assert refusal.value.field == "quantity"


def test_rates_are_percentages_with_or_without_the_sign() -> None:
    assert parse_rate("18") == parse_rate("18%") == parse_rate("۱۸٪") == parse_rate("9+9") == 180000
    assert parse_rate("2.5%") == 25000
    for typed in ("-1", "abc", "", "%"):
        with pytest.raises(RateUnreadable):
            parse_rate(typed)


def test_prices_keep_four_decimals() -> None:
    assert parse_price("12.5") == 125000
    assert parse_price("0.0001") == 1
    assert parse_price("100/12") == 83333


# A sum as Python sees it (for Fraction) and as a shopkeeper types it, grown together.
_literals = st.decimals(min_value=0, max_value=10**6, places=2).map(lambda d: (f"Fraction('{d}')", f"{d}"))


def _grown(parts: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    pairs = st.tuples(parts, st.sampled_from("+-*/"), parts)
    return pairs.map(lambda p: (f"({p[0][0]}{p[1]}{p[2][0]})", f"({p[0][1]} {p[1]} {p[2][1]})")) | parts.map(
        lambda p: (f"(-{p[0]})", f"-{p[1]}")
    )


@given(st.recursive(_literals, _grown, max_leaves=8))
def test_every_sum_equals_its_exact_fraction(pair: tuple[str, str]) -> None:
    python, typed = pair
    if len(typed) > 200:
        return
    try:
        expected = eval(python, {"Fraction": Fraction})
    except ZeroDivisionError:
        with pytest.raises(DivisionByZero):
            evaluate(typed)
        return
    assert evaluate(typed)[0] == expected


@given(st.lists(st.tuples(st.sampled_from("+-*/"), st.integers(1, 999)), min_size=1, max_size=12))
def test_products_bind_before_sums(steps: list[tuple[str, int]]) -> None:
    typed = "7" + "".join(f"{operator}{number}" for operator, number in steps)
    python = "Fraction(7)" + "".join(f"{operator}Fraction({number})" for operator, number in steps)
    assert evaluate(typed)[0] == eval(python, {"Fraction": Fraction})


@given(st.text(max_size=60) | st.text(alphabet="0123456789+-*/().,% ۳३x", max_size=40))
def test_no_text_does_worse_than_a_refusal(typed: str) -> None:
    for read in (parse_amount, parse_quantity, parse_price, parse_rate):
        with suppress(RuleViolation):
            assert isinstance(read(typed), int)
