"""Numbers and days are read exactly, or refused with the reason."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.import_errors import (
    CellDateRange,
    CellNotDate,
    CellNotNumber,
    CellTooFine,
    CellTooLarge,
)
from khata_desktop.formatting.numbers import grouped
from khata_desktop.interchange.guarding import guarded
from khata_desktop.interchange.values import (
    clean_text,
    marks_fitting,
    orders_fitting,
    read_day,
    read_scaled,
)

DAY_FIRST, MONTH_FIRST = True, False


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("5", 500), ("-5", -500), ("2.5", 250), (".5", 50), ("5.", 500), ("1.00000", 100), ("+7", 700),
        ("1,234.50", 123450), ("12,34,567", 123456700), ("1,234", 123400), ("5 000", 500000),
        ("(12.50)", -1250), ("12-", -1200), ("Rs 1,500/-", 150000),
        ("₹۱۲۳٫۵", 12350), ("१२", 1200), ("'-5", -500), ("\u2066-20\u2069", -2000), ("PKR 3", 300),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_and_programs_write_them(text: str, cents: int) -> None:
    assert read_scaled(text, 2, "Price") == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12,5", 1250), ("2,55", 255), ("1.234,56", 123456), ("1.500", 150000), ("1,500", 150), ("0,500", 50),
        ("-1.25.000,5", -12500050), ("Rs 1.500,-", 150000), ("(2,5)", -250), ("٢٫٥", 250), ("7", 700),
    ],
)  # fmt: skip
def test_with_a_decimal_comma_points_part_the_thousands(text: str, cents: int) -> None:
    assert read_scaled(text, 2, "Price", ",") == cents


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("2,55", ","), ("12,5", ","), ("0,500", ","), ("1234,500", ","), ("1.234,5", ","), ("1.234.567", ","),
        ("2.55", "."), ("0.500", "."), ("1234.500", "."), ("1,234.5", "."), ("12,34,567", "."), (".5", "."),
        ("1,500", ".,"), ("1.500", ".,"), ("Rs -12.500", ".,"), ("1500", ""), ("abc", ""), ("2٫500", ""),
        ("1,23,4", ""), ("1.2,3.4", ""),
    ],
)  # fmt: skip
def test_a_number_tells_its_decimal_mark_where_only_one_fits(text: str, marks: str) -> None:
    assert "".join(marks_fitting(text)) == marks


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "12,5",
        "1.234,56",
        "0,500",
        "=1+1",
        "1e5",
        "--5",
        "12.345.678",
        "1,23,4",
        "",
        "0x10",
        "5;6",
        "NaN",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(CellNotNumber):
        read_scaled(text, 2, "Price")


def test_more_decimals_than_are_kept_are_refused_not_rounded() -> None:
    with pytest.raises(CellTooFine, match="2 decimals"):
        read_scaled("2.555", 2, "Price")


@pytest.mark.parametrize("text", ["9" * 19, "99999999999999", "1" * 4000])
def test_what_the_books_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(CellTooLarge):
        read_scaled(text, 2, "Price")


@given(st.integers(-(10**15), 10**15), st.sampled_from([0, 2, 3, 4]))
def test_every_number_is_read_back_from_its_plain_and_its_grouped_form(number: int, places: int) -> None:
    plain = f"{Decimal(number).scaleb(-places):f}"
    assert read_scaled(plain, places, "X") == number
    whole, point, decimals = plain.removeprefix("-").partition(".")
    sign = "-" if number < 0 else ""
    for grouping in ("lakh", "million"):
        text = f"{sign}{grouped(int(whole), grouping)}{point}{decimals}"
        assert read_scaled(text, places, "X") == number


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("1/12/2010", date(2010, 12, 1), date(2010, 1, 12)),
        ("1-12-10 8:26", date(2010, 12, 1), date(2010, 1, 12)),
        ("2010-12-01", date(2010, 12, 1), date(2010, 12, 1)),
        ("2010-12-01T08:26:00Z", date(2010, 12, 1), date(2010, 12, 1)),
        ("20101201", date(2010, 12, 1), date(2010, 12, 1)),
        ("1.12.2010", date(2010, 12, 1), date(2010, 12, 1)),
        ("1 Dec 2010", date(2010, 12, 1), date(2010, 12, 1)),
        ("01-Dec-10", date(2010, 12, 1), date(2010, 12, 1)),
        ("December 1, 2010", date(2010, 12, 1), date(2010, 12, 1)),
        ("1 دسمبر 2010", date(2010, 12, 1), date(2010, 12, 1)),
        ("1 दिसंबर 2010", date(2010, 12, 1), date(2010, 12, 1)),
        ("۱/۱۲/۲۰۱۰", date(2010, 12, 1), date(2010, 1, 12)),
    ],
)
def test_days_are_read_in_either_order(text: str, day: date, month: date) -> None:
    assert read_day(text, DAY_FIRST, "Date") == day
    assert read_day(text, MONTH_FIRST, "Date") == month


@pytest.mark.parametrize("text", ["", "soon", "31/2/2010", "13/25/2010", "1/2", "1 Foo 2010", "0/1/2010"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(CellNotDate):
        read_day(text, DAY_FIRST, "Date")


def test_a_day_is_never_turned_round_to_make_it_fit() -> None:
    with pytest.raises(CellNotDate):
        read_day("12/13/2010", DAY_FIRST, "Date")


def test_a_day_outside_the_books_is_refused() -> None:
    with pytest.raises(CellDateRange):
        read_day("1910-01-01", DAY_FIRST, "Date")


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("13/2/2010", {True}), ("2/13/2010", {False}), ("1/2/2010", {True, False}),
        ("1-2-10 8:26", {True, False}),
        ("5/5/2010", set()), ("05/5/2010", set()), ("2010-02-01", set()), ("1.2.2010", set()),
        ("0/1/2010", set()), ("13/25/2010", set()), ("31/2/2010", set()), ("30/2/2010", set()),
        ("soon", set()), ("", set()),
    ],
)  # fmt: skip
def test_a_date_tells_the_order_where_only_one_fits(text: str, orders: set[bool]) -> None:
    assert set(orders_fitting(text)) == orders


@given(st.text(max_size=30))
def test_no_cell_breaks_the_readers(text: str) -> None:
    readers = (
        lambda: read_scaled(text, 2, "X"),
        lambda: read_scaled(text, 2, "X", ","),
        lambda: read_day(text, DAY_FIRST, "X"),
        lambda: marks_fitting(text),
        lambda: orders_fitting(text),
    )
    for read in readers:
        with suppress(CellNotNumber, CellTooFine, CellTooLarge, CellNotDate, CellDateRange):
            read()


@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_guarded_on_the_way_out_and_freed_on_the_way_in(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert clean_text(guarded(cell)) == cell.strip()


@pytest.mark.parametrize("cell", ["-5", "+92300", "-1,234.50", "Aslam", "'quoted'", ""])
def test_plain_numbers_and_names_are_left_alone(cell: str) -> None:
    assert guarded(cell) == cell
    assert clean_text(cell) == cell
