"""Cells of other programs' tables as exact numbers and days, or the reason why they are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    CellDateRange,
    CellNotDate,
    CellNotNumber,
    CellTooFine,
    CellTooLarge,
)
from khata_desktop.domain.money import MAX_PRICE_E4
from khata_desktop.domain.vouchers import FIRST_DAY, LAST_DAY
from khata_desktop.formatting.dates import parse_typed_date
from khata_desktop.formatting.digits import latin_digits, without_invisible_marks

_MOST_SHOWN = 40

_PLAIN = re.compile(r"(-?)(\d+)(?:\.(\d*))?")
_MONEY = re.compile(r"(?:rs\.?|pkr|inr|gbp|usd|eur|[₨₹£$€৳]|روپے|रु\.?|रू\.?)", re.IGNORECASE)
# Western or lakh groups with a decimal point; the last group has always three digits.
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?")
# Groups of points with a decimal comma, or a decimal comma that cannot be a group (12,5 but not 1,234).
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d*|\d+,\d{1,2}|\d+,\d{4,}")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
#: What is put before a cell so that a spreadsheet does not take it for a formula.
_GUARDED = re.compile(r"'(?=[=+\-@\t\r])")


def shown(text: str) -> str:
    """Return a cell short enough to stand in a message."""
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


@lru_cache(maxsize=8192)
def clean_text(text: str) -> str:
    """Return a cell's text on one line, without control characters, the guard of a formula taken off."""
    if "'" in text and _GUARDED.match(text):
        text = text[1:]
    if not text.isprintable() or "  " in text:
        text = "".join(c for c in " ".join(text.split()) if c >= " " and c not in "\x7f\ufeff")
    return text.strip()


def read_scaled(text: str, places: int, column: str) -> int:
    """Return a number in units of ``10**-places``, exactly.

    Takes digits of every script of the program, signs of money, grouping of either kind, a decimal
    comma where it cannot be a group, ``(12.50)`` and ``12.50-`` as negative. Raises CellNotNumber,
    CellTooFine, CellTooLarge.
    """
    found = _PLAIN.fullmatch(text) or _PLAIN.fullmatch(_tidied(text))
    if found is None:
        raise CellNotNumber(column=column, text=shown(text))
    sign, whole, decimals = found.groups("")
    decimals = decimals.rstrip("0")
    if len(decimals) > places:
        raise CellTooFine(column=column, text=shown(text), decimals=places)
    if len(whole) > 18 or (scaled := int(whole + decimals.ljust(places, "0"))) > MAX_PRICE_E4:
        raise CellTooLarge(column=column, text=shown(text))
    return -scaled if sign else scaled


@lru_cache(maxsize=4096)
def _tidied(text: str) -> str:
    plain = latin_digits(without_invisible_marks(clean_text(text)))
    plain = plain.replace("−", "-").replace("٫", ".").replace("٬", ",").replace("،", ",")
    plain = _SPACES.sub("", _MONEY.sub("", plain)).removesuffix("/-").removesuffix("/=")
    negative = False
    if plain.startswith("(") and plain.endswith(")"):
        negative, plain = True, plain[1:-1]
    if plain.endswith("-") and len(plain) > 1:
        negative, plain = not negative, plain[:-1]
    if plain.startswith(("-", "+")):
        negative, plain = negative != (plain[0] == "-"), plain[1:]
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _CONTINENTAL.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.startswith(".") and plain[1:].isdigit():
        plain = "0" + plain
    return ("-" if negative else "") + plain


# --- days ----------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[-/. ]*([^\d\s,/.-]+)[-/.,' ]*(\d{4}|\d{2})")
_NAME_FIRST = re.compile(r"([^\d\s,/.-]+)[. ]*(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4}|\d{2})")
_CLOCK = re.compile(
    r"[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?", re.I
)
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Which of the two small numbers of a date like 1/12/2010 is the day.

    Attributes:
        day_first: the reading that is used.
        guessed: True when no date of the column settled it.
        example: one of the dates that can be read both ways, for telling the user.
    """

    day_first: bool
    guessed: bool = False
    example: str = ""


def find_day_order(texts: Iterable[str]) -> DayOrder:
    """Return how a column's dates are to be read, the month first where nothing tells."""
    day_seen = month_seen = False
    example = ""
    for text in texts:
        found = _NUMBERS.fullmatch(_without_clock(text))
        if found is not None and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            day_seen |= first > 12 >= second
            month_seen |= second > 12 >= first
            if not example and first <= 12 and second <= 12 and first != second:
                example = text
    guessed = bool(example) and day_seen == month_seen
    return DayOrder(day_first=day_seen and not month_seen, guessed=guessed, example=example)


def read_day(text: str, order: DayOrder, column: str) -> date:
    """Return the day of a cell, its clock left out. Raises CellNotDate, CellDateRange.

    Takes 2010-12-01, 20101201, 1/12/2010, 1-12-10, 1.12.2010 (always the day first), 1 Dec 2010,
    December 1, 2010.
    """
    day = _day(text, order.day_first)
    if day is None:
        raise CellNotDate(column=column, text=shown(text))
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CellDateRange(column=column, text=shown(text))
    return day


@lru_cache(maxsize=4096)
def _day(text: str, day_first: bool) -> date | None:
    plain = _without_clock(text)
    if found := _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain):
        parts = found[1], found[2], found[3]
    elif found := _NUMBERS.fullmatch(plain):
        first, second = (found[1], found[3]) if day_first or found[2] == "." else (found[3], found[1])
        parts = found[4], second, first
    elif found := _NAMED.fullmatch(plain):
        parts = found[3], _month(found[2]), found[1]
    elif found := _NAME_FIRST.fullmatch(plain):
        parts = found[3], _month(found[1]), found[2]
    else:
        return None
    year, month, day = (int(part) for part in parts)
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_clock(text: str) -> str:
    plain = latin_digits(without_invisible_marks(text)).strip()
    return _CLOCK.sub("", plain, count=1) if len(plain) > 10 else plain


@lru_cache(maxsize=256)
def _month(name: str) -> str:
    """Return the number of a month by its name in any of the three languages, or 0."""
    try:
        return str(parse_typed_date(f"1 {name} 2000", _ANY_DAY).month)
    except RuleViolation:
        return "0"
