"""Cells of other programs' tables as exact numbers and days, or the reason why they are none."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    CellDateAhead,
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

#: What stands before the decimals of a number; the other one parts its thousands.
Mark = Literal[".", ","]
MARKS: tuple[Mark, ...] = (".", ",")

_PLAIN = re.compile(r"(-?)(\d+)(?:\.(\d*))?")
_MONEY = re.compile(r"(?:rs\.?|pkr|inr|gbp|usd|eur|[₨₹£$€৳]|روپے|रु\.?|रू\.?)", re.IGNORECASE)
# Western or lakh groups with decimals after a point; the last group has always three digits, and a number
# that begins with nothing (0,500) has no groups.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?")
_OTHER_WAY = str.maketrans(",.", ".,")
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


def read_scaled(text: str, places: int, column: str, mark: Mark = ".") -> int:
    """Return a number in units of ``10**-places``, exactly; ``mark`` stands before its decimals.

    Takes digits of every script of the program, signs of money, grouping by the other mark, ``(12.50)``
    and ``12.50-`` as negative. Raises CellNotNumber, CellTooFine, CellTooLarge.
    """
    found = _PLAIN.fullmatch(text) if mark == "." else None
    found = found or _PLAIN.fullmatch(_tidied(text, mark))
    if found is None:
        raise CellNotNumber(column=column, text=shown(text))
    sign, whole, decimals = found.groups("")
    decimals = decimals.rstrip("0")
    if len(decimals) > places:
        raise CellTooFine(column=column, text=shown(text), decimals=places)
    if len(whole) > 18 or (scaled := int(whole + decimals.ljust(places, "0"))) > MAX_PRICE_E4:
        raise CellTooLarge(column=column, text=shown(text))
    return -scaled if sign else scaled


def marks_fitting(text: str) -> tuple[Mark, ...]:
    """Return with which marks before its decimals a cell is a number; none for no mark or no number."""
    sign, bare = _bare(text)
    if "." not in bare and "," not in bare:
        return ()
    return tuple(mark for mark in MARKS if _PLAIN.fullmatch(sign + _in_points(bare, mark)))


def number_shown(text: str, mark: Mark) -> str:
    """Return a number as it is read with a mark, plainly written, to tell the user."""
    return _tidied(text, mark)


@lru_cache(maxsize=4096)
def _tidied(text: str, mark: Mark) -> str:
    """Return a number with its sign in front, without groups, its decimals after a point."""
    sign, bare = _bare(text)
    return sign + _in_points(bare, mark)


def _bare(text: str) -> tuple[str, str]:
    """Return the sign of a number and its digits and marks as they stand, money left out."""
    plain = latin_digits(without_invisible_marks(clean_text(text)))
    plain = plain.replace("−", "-").replace("،", ",")
    plain = _SPACES.sub("", _MONEY.sub("", plain))
    # No paisas, as on bills and cheques; the dash is no minus.
    for ending in ("/-", "/=", ",-", ".-"):
        plain = plain.removesuffix(ending)
    negative = False
    if plain.startswith("(") and plain.endswith(")"):
        negative, plain = True, plain[1:-1]
    if plain.endswith("-") and len(plain) > 1:
        negative, plain = not negative, plain[:-1]
    if plain.startswith(("-", "+")):
        negative, plain = negative != (plain[0] == "-"), plain[1:]
    return "-" if negative else "", plain


def _in_points(bare: str, mark: Mark) -> str:
    if "٫" in bare or "٬" in bare:
        # The marks that Urdu and Arabic have for just this say what they are.
        bare = bare.replace("٬", "").replace("٫", ".")
    elif mark == ",":
        bare = bare.translate(_OTHER_WAY)
    if _GROUPED.fullmatch(bare):
        return bare.replace(",", "")
    return "0" + bare if bare.startswith(".") and bare[1:].isdigit() else bare


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
#: What is dated later than this from today did not happen: it is a slip of the keyboard.
_YEAR = timedelta(days=366)


def orders_fitting(text: str) -> dict[bool, date]:
    """Return what a date of small numbers (1/12/2010) means with its day first (True), with its month first.

    Empty where that is no question, as with 2010-12-01, 5/5/2010 and what is no date.
    """
    found = _NUMBERS.fullmatch(_without_clock(text))
    if found is None or found[2] == "." or found[1].lstrip("0") == found[3].lstrip("0"):
        return {}
    days = {day_first: _day(text, day_first) for day_first in (True, False)}
    return {day_first: day for day_first, day in days.items() if day is not None}


def read_day(text: str, day_first: bool, column: str, today: date | None = None) -> date:
    """Return the day of a cell, its clock left out. Raises CellNotDate, CellDateRange, CellDateAhead.

    Takes 2010-12-01, 20101201, 1/12/2010, 1-12-10, 1.12.2010 (always the day first), 1 Dec 2010,
    December 1, 2010. With ``today`` it is the day of what happened, which is not far ahead.
    """
    day = _day(text, day_first)
    if day is None:
        raise CellNotDate(column=column, text=shown(text))
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CellDateRange(column=column, text=shown(text))
    if today is not None and day - today > _YEAR:
        raise CellDateAhead(column=column, text=shown(text), today=today)
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
    if len(parts[0]) == 2:
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
