"""A typed date puts the day first, in digits and months of three languages."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.reading_errors import DateNotInCalendar, DateUnreadable, MonthUnknown
from khata_desktop.domain.voucher_errors import DateOutOfRange
from khata_desktop.formatting import DateStyle, Digits, Language, format_date, parse_typed_date

TODAY = date(2026, 11, 20)
MARCH = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", TODAY),
        ("T", TODAY),
        ("today", TODAY),
        ("آج", TODAY),
        ("आज", TODAY),
        ("y", TODAY - timedelta(1)),
        ("کل", TODAY - timedelta(1)),
        ("कल", TODAY - timedelta(1)),
        ("-3", date(2026, 11, 17)),
        ("+7", date(2026, 11, 27)),
        ("15", date(2026, 11, 15)),
        ("5", date(2026, 11, 5)),
        ("۱۵", date(2026, 11, 15)),
        ("१५", date(2026, 11, 15)),
        ("15/3", MARCH),
        ("15.3", MARCH),
        ("15 3", MARCH),
        ("15-3", MARCH),
        ("15/3/26", MARCH),
        ("15-3-2026", MARCH),
        ("15 / 03 / 2026", MARCH),
        ("2026-03-15", MARCH),
        ("2026/3/15", MARCH),
        ("3/4/26", date(2026, 4, 3)),
        ("1/1/75", date(1975, 1, 1)),
        ("15 mar", MARCH),
        ("15mar", MARCH),
        ("15-Mar-26", MARCH),
        ("15 March 2026", MARCH),
        ("March 15, 2026", MARCH),
        ("15 مارچ", MARCH),
        ("۱۵ مارچ ۲۰۲۶", MARCH),
        ("15 मार्च 2026", MARCH),
        ("18 नव॰ 2026", date(2026, 11, 18)),
        ("18 नवम्बर", date(2026, 11, 18)),
        ("5 फरवरी", date(2026, 2, 5)),
        ("5 फ़रवरी", date(2026, 2, 5)),
        ("29/2/28", date(2028, 2, 29)),
    ],
)
def test_dates_are_read_as_typed(typed: str, day: date) -> None:
    assert parse_typed_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "failure"),
    [
        ("", DateUnreadable),
        ("soon", DateUnreadable),
        ("15 ma", DateUnreadable),
        ("15 ju 2026", DateUnreadable),
        ("150/3", DateUnreadable),
        ("15/3/026", DateUnreadable),
        ("1/2/3/4", DateUnreadable),
        ("31/2", DateNotInCalendar),
        ("0/3", DateNotInCalendar),
        ("29/2/27", DateNotInCalendar),
        ("2026-13-01", MonthUnknown),
        ("3/15/2026", MonthUnknown),
        ("1/1/1900", DateOutOfRange),
        ("1/1/2200", DateOutOfRange),
    ],
)
def test_refused_dates_name_the_remedy(typed: str, failure: type[RuleViolation]) -> None:
    with pytest.raises(failure) as refusal:
        parse_typed_date(typed, TODAY)
    assert refusal.value.field == "date"
    assert str(refusal.value)


def test_american_order_is_told_to_put_the_day_first() -> None:
    with pytest.raises(MonthUnknown, match="type the day first"):
        parse_typed_date("3/15/2026", TODAY)


@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(["en", "ur", "hi"]),
    st.sampled_from(["medium", "long", "short"]),
    st.sampled_from(["latin", "local"]),
)
def test_every_date_written_is_read_back_the_same(
    day: date, language: Language, style: DateStyle, digits: Digits
) -> None:
    assert parse_typed_date(format_date(day, language, style, digits=digits), TODAY) == day


@given(st.text(max_size=30) | st.text(alphabet="0123456789-/. tymar", max_size=14))
def test_no_text_does_worse_than_a_refusal(typed: str) -> None:
    with suppress(RuleViolation):
        assert isinstance(parse_typed_date(typed, TODAY), date)
