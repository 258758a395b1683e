"""Figures as the shop reads them, and their way back."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.money import MAX_AMOUNT_MINOR
from khata_desktop.domain.voucher_errors import UnknownCurrency
from khata_desktop.formatting import (
    Digits,
    Grouping,
    Language,
    TextStyle,
    format_amount,
    format_date,
    format_moment,
    format_price,
    format_quantity,
    format_rate,
    grouped,
    local_digits,
    parse_amount,
    parse_price,
    parse_quantity,
    parse_rate,
    without_invisible_marks,
)

#: All that the books can hold.
amounts = st.integers(min_value=-MAX_AMOUNT_MINOR, max_value=MAX_AMOUNT_MINOR)
groupings = st.sampled_from(["lakh", "million"])
languages = st.sampled_from(["en", "ur", "hi"])
digit_kinds = st.sampled_from(["latin", "local"])


def test_lakh_grouping_counts_in_lakhs_and_crores() -> None:
    assert [grouped(10**n) for n in (2, 3, 4, 5, 6, 7, 9)] == [
        "100", "1,000", "10,000", "1,00,000", "10,00,000", "1,00,00,000", "1,00,00,00,000",
    ]  # fmt: skip
    assert grouped(1234567, "million") == "1,234,567"


def test_amount_shows_every_decimal_of_its_currency() -> None:
    assert format_amount(-123456750, "PKR", isolate=False) == "-12,34,567.50"
    assert format_amount(123456750, "GBP", isolate=False, grouping="million") == "1,234,567.50"
    assert format_amount(1500, "JPY", isolate=False) == "1,500"
    assert format_amount(1500, "KWD", isolate=False) == "1.500"
    assert format_amount(5, "PKR", isolate=False) == "0.05"
    with pytest.raises(UnknownCurrency):
        format_amount(1, "XXQ")


def test_letters_of_a_currency_keep_a_space_and_signs_stand_close() -> None:
    assert format_amount(-50000, "PKR", symbol=True, isolate=False) == "-Rs\u00a0500.00"
    assert format_amount(50000, "INR", symbol=True, isolate=False) == "₹500.00"


def test_sign_can_be_left_to_a_word_or_always_shown() -> None:
    assert format_amount(-100, "PKR", sign="never", isolate=False) == "1.00"
    assert format_amount(100, "PKR", sign="always", isolate=False) == "+1.00"
    assert format_amount(0, "PKR", sign="always", isolate=False) == "0.00"


def test_amount_is_isolated_so_that_its_minus_stays_in_front() -> None:
    assert format_amount(-2000, "PKR") == "\u2066-20.00\u2069"


def test_local_digits_are_those_of_the_language() -> None:
    assert format_amount(123450, "PKR", digits="local", language="ur", isolate=False) == "۱,۲۳۴.۵۰"
    assert format_amount(123450, "INR", digits="local", language="hi", isolate=False) == "१,२३४.५०"
    assert local_digits("15", "en") == "15"


@given(
    amounts, groupings, languages, digit_kinds, st.booleans(), st.sampled_from(["PKR", "INR", "JPY", "KWD"])
)
def test_every_amount_written_is_read_back_the_same(
    minor: int, grouping: Grouping, language: Language, digits: Digits, symbol: bool, code: str
) -> None:
    style = TextStyle(currency_code=code, language=language, grouping=grouping, digits=digits)
    assume_readable = code in ("PKR", "INR") or not symbol
    text = style.amount(minor, symbol=symbol and assume_readable)
    assert parse_amount(text, style.exponent) == minor


def test_a_quantity_keeps_its_unit_in_the_direction_of_the_units_script() -> None:
    style = TextStyle(currency_code="PKR", language="ur")
    assert style.quantity_of(18_000, "bag") == f"\u2068{style.quantity(18_000)} bag\u2069"
    assert style.quantity_of(18_000, "") == style.quantity(18_000)


@given(amounts, languages, digit_kinds)
def test_every_quantity_and_price_written_is_read_back_the_same(
    number: int, language: Language, digits: Digits
) -> None:
    style = TextStyle(currency_code="PKR", language=language, digits=digits)
    assert parse_quantity(style.quantity(number)) == number
    assert parse_price(style.price(number)) == number


@given(st.integers(min_value=0, max_value=10**9), languages, digit_kinds)
def test_every_rate_written_is_read_back_the_same(ppm: int, language: Language, digits: Digits) -> None:
    assert parse_rate(format_rate(ppm, language=language, digits=digits)) == ppm


@given(amounts, st.sampled_from(["PKR", "JPY", "KWD"]))
def test_grouping_never_changes_the_digits(minor: int, code: str) -> None:
    texts = [format_amount(minor, code, grouping=grouping, isolate=False) for grouping in ("lakh", "million")]
    assert texts[0].replace(",", "") == texts[1].replace(",", "")
    assert re.fullmatch(r"-?\d{1,2}(,\d{2})*,\d{3}(\.\d+)?|-?\d{1,3}(\.\d+)?", texts[0])


def test_quantities_prices_and_rates_drop_needless_zeros() -> None:
    assert [format_quantity(n, isolate=False) for n in (2500, 12000, -1, 0, 123456789)] == [
        "2.5", "12", "-0.001", "0", "1,23,456.789",
    ]  # fmt: skip
    assert [format_price(n, 2, isolate=False) for n in (125000, 125050, 0, 1)] == [
        "12.50", "12.505", "0.00", "0.0001",
    ]  # fmt: skip
    assert format_price(125000, 0, isolate=False) == "12.5"
    assert [format_rate(n, isolate=False) for n in (180000, 25000, 0)] == ["18%", "2.5%", "0%"]


def test_a_quantity_stands_whole_with_its_unit_in_any_sentence() -> None:
    urdu = TextStyle(currency_code="PKR", language="ur")
    assert urdu.quantity_of(18_000, "bag") == "\u2068\u206618\u2069 bag\u2069"
    assert urdu.quantity_of(-2_500, "") == "\u2066-2.5\u2069"
    plain = TextStyle(currency_code="PKR", language="ur", isolate=False)
    assert plain.quantity_of(18_000, "bag") == "18 bag"


def test_dates_are_written_in_each_language() -> None:
    day = date(2026, 11, 18)
    assert format_date(day, "en", isolate=False) == "18 Nov 2026"
    assert format_date(day, "ur", isolate=False) == "18 نومبر 2026"
    assert format_date(day, "hi", isolate=False) == "18 नव॰ 2026"
    assert format_date(day, "en", "short", isolate=False) == "18/11/2026"
    assert format_date(day, "en", "long", isolate=False) == "18 November 2026"
    assert format_date(day, "en", "weekday", isolate=False) == "Wednesday, 18 Nov 2026"
    assert format_date(day, "ur", "weekday", isolate=False) == "بدھ، 18 نومبر 2026"
    assert format_date(day, "hi", "day_month", isolate=False, digits="local") == "१८ नव॰"
    assert format_date(day, "ur", "month", isolate=False) == "نومبر 2026"


def test_urdu_date_is_isolated_in_its_own_direction_and_a_numeric_one_left_to_right() -> None:
    assert format_date(date(2026, 11, 18), "ur") == "\u206718 نومبر 2026\u2069"
    assert format_date(date(2026, 11, 18), "ur", "short") == "\u206618/11/2026\u2069"


def test_moment_is_shown_in_the_clock_of_the_shop() -> None:
    karachi = timezone(timedelta(hours=5))
    at = datetime(2026, 11, 18, 20, 5, tzinfo=UTC)
    assert format_moment(at, "en", zone=karachi, isolate=False) == "19 Nov 2026 01:05"
    assert format_moment(at, "ur", zone=karachi, digits="local") == "\u2067۱۹ نومبر ۲۰۲۶ ۰۱:۰۵\u2069"


def test_style_carries_one_choice_everywhere() -> None:
    style = TextStyle(currency_code="PKR", language="ur", grouping="lakh", isolate=False)
    assert style.right_to_left
    assert style.exponent == 2
    assert style.amount(12345678, symbol=True) == "Rs\u00a01,23,456.78"
    assert style.date(date(2026, 1, 5)) == "5 جنوری 2026"
    assert style.rate(170000) == "17%"
    assert style.words(10000) == "ایک سو روپے صرف"
    assert not TextStyle(currency_code="INR", language="hi").right_to_left


def test_marks_of_direction_are_taken_out_of_pasted_text() -> None:
    assert without_invisible_marks("\u2066-20\u2069\u200f\ufeff") == "-20"
