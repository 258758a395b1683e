"""Days as the shop writes them, and what is typed into a date field.

Typed dates always put the day first (15/3 is the 15th of March); a four-digit year in front is ISO.
"""

import re
import unicodedata
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import Literal

from khata_desktop.domain.reading_errors import DateNotInCalendar, DateUnreadable, MonthUnknown
from khata_desktop.domain.voucher_errors import DateOutOfRange
from khata_desktop.formatting.digits import (
    Digits,
    Language,
    isolated,
    isolated_in,
    latin_digits,
    local_digits,
    without_invisible_marks,
)

DateStyle = Literal["medium", "long", "short", "weekday", "day_month", "month"]

FIRST_YEAR, LAST_YEAR = 1970, 2199
_MAX_SHOWN = 40

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "ur": (
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
        "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
    ),
    "hi": (
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून",
        "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ),
}  # fmt: skip
_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": tuple(name[:3] for name in _MONTHS["en"]),
    "ur": _MONTHS["ur"],  # Urdu does not shorten them
    "hi": (
        "जन॰", "फ़र॰", "मार्च", "अप्रैल", "मई", "जून",
        "जुल॰", "अग॰", "सित॰", "अक्टू॰", "नव॰", "दिस॰",
    ),
}  # fmt: skip
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ur": ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
    "hi": ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
}
_OTHER_SPELLINGS = {
    "sept": 9, "फरवरी": 2, "सितम्बर": 9, "नवम्बर": 11, "दिसम्बर": 12, "अक्तूबर": 10, "अगस्‍त": 8,
    "نومبر": 11, "مئ": 5, "جولای": 7,
}  # fmt: skip


def month_name(month: int, language: Language, *, short: bool = False) -> str:
    """Return the name of a month (1 to 12)."""
    return (_SHORT_MONTHS if short else _MONTHS)[language][month - 1]


def format_date(
    day: date,
    language: Language,
    style: DateStyle = "medium",
    *,
    isolate: bool = True,
    digits: Digits = "latin",
) -> str:
    """Return a day as text.

    Styles: medium `18 Nov 2026`, long `18 November 2026`, short `18/11/2026`, weekday
    `Wednesday, 18 Nov 2026`, day_month `18 Nov`, month `November 2026`. `isolate` keeps the parts in
    their order inside text of the other direction.
    """
    return _date(day.toordinal(), language, style, isolate, digits)


@lru_cache(maxsize=8192)
def _date(ordinal: int, language: Language, style: DateStyle, isolate: bool, digits: Digits) -> str:
    day = date.fromordinal(ordinal)
    short = month_name(day.month, language, short=True)
    if style == "short":
        text = f"{day.day:02}/{day.month:02}/{day.year}"
    elif style == "day_month":
        text = f"{day.day} {short}"
    elif style == "month":
        text = f"{month_name(day.month, language)} {day.year}"
    elif style == "long":
        text = f"{day.day} {month_name(day.month, language)} {day.year}"
    elif style == "weekday":
        comma = "،" if language == "ur" else ","
        text = f"{_WEEKDAYS[language][day.weekday()]}{comma} {day.day} {short} {day.year}"
    else:
        text = f"{day.day} {short} {day.year}"
    if digits == "local":
        text = local_digits(text, language)
    if not isolate:
        return text
    return isolated(text) if style == "short" else isolated_in(text, language)


def format_moment(
    at: datetime,
    language: Language,
    *,
    zone: tzinfo | None = None,
    isolate: bool = True,
    digits: Digits = "latin",
) -> str:
    """Return an aware instant as day and clock of `zone` (of this computer if None): `18 Nov 2026 14:05`."""
    local = at.astimezone(zone)
    clock = f"{local:%H:%M}"
    if digits == "local":
        clock = local_digits(clock, language)
    text = f"{format_date(local.date(), language, isolate=False, digits=digits)} {clock}"
    return isolated_in(text, language) if isolate else text


# --- typed dates ---------------------------------------------------------------------------------------


def _fold(text: str) -> str:
    """Return text without case, marks and the dots of short names, for comparing names of months."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("॰", "").replace(".", ""))
    kept = (char for char in decomposed if char.isalnum() or unicodedata.category(char) in ("Mc", "Mn"))
    # The nukta comes and goes in Hindi (फ़रवरी, फरवरी), hamza in Urdu.
    return "".join(kept).replace("\u093c", "").replace("\u0654", "").replace("ي", "ی")


_MONTH_NAMES = {
    **{_fold(name): number for name, number in _OTHER_SPELLINGS.items()},
    **{_fold(name): n + 1 for months in _SHORT_MONTHS.values() for n, name in enumerate(months)},
    **{_fold(name): n + 1 for months in _MONTHS.values() for n, name in enumerate(months)},
}
_DAY_WORDS = {
    **dict.fromkeys(map(_fold, ("t", "today", "آج", "आज")), 0),
    # کل and कल are also "tomorrow"; in books it is what already happened.
    **dict.fromkeys(map(_fold, ("y", "yesterday", "کل", "گزشتہ کل", "कल")), -1),
    **dict.fromkeys(map(_fold, ("tomorrow", "آنے والا کل", "आने वाला कल")), 1),
}

_NUMBERS = re.compile(r"^(\d{1,4})(?:\s*[-/. ]\s*(\d{1,4}))?(?:\s*[-/. ]\s*(\d{1,4}))?$")
_OFFSET = re.compile(r"^([+-])\s*(\d{1,4})$")
_DAY_THEN_NAME = re.compile(r"^(\d{1,2})[\s,./-]*([^\d\s,/-]+)[\s,/-]*(\d{2}|\d{4})?$")
_NAME_THEN_DAY = re.compile(r"^([^\d\s,/-]+)[\s,./-]*(\d{1,2})(?:[\s,/-]+(\d{2}|\d{4}))?$")


def parse_typed_date(text: str, today: date) -> date:
    """Return the day that was typed, the day of the month always first.

    `t` today, `y` yesterday, `-3` and `+7` days from today, `15` of this month, `15/3` of this year,
    `15/3/26`, `15-3-2026`, `2026-03-15`, `15 mar`, `15 مارچ 2026`, `15 मार्च`. Two-digit years up to 69
    are of this century. Raises DateUnreadable, MonthUnknown, DateNotInCalendar or DateOutOfRange.
    """
    typed = " ".join(without_invisible_marks(text).split())
    shown = typed if len(typed) <= _MAX_SHOWN else typed[: _MAX_SHOWN - 1] + "…"
    plain = latin_digits(typed).replace("−", "-").replace("،", ",").replace("۔", ".")
    word = _DAY_WORDS.get(_fold(plain)) if plain else None
    if word is not None:
        return _checked(today.toordinal() + word, shown)
    if offset := _OFFSET.match(plain):
        days = int(offset[2])
        return _checked(today.toordinal() + (days if offset[1] == "+" else -days), shown)
    if numbers := _NUMBERS.match(plain):
        return _from_numbers([part for part in numbers.groups() if part is not None], today, shown)
    if named := _DAY_THEN_NAME.match(plain):
        day, name, year = named.groups()
    elif named := _NAME_THEN_DAY.match(plain):
        name, day, year = named.groups()
    else:
        raise DateUnreadable(text=shown)
    month = _month_called(name)
    if month is None:
        raise DateUnreadable(text=shown)
    return _day(_year(year, shown) if year else today.year, month, int(day))


def _checked(ordinal: int, shown: str) -> date:
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        raise DateOutOfRange(date=shown)
    return date.fromordinal(ordinal)


def _from_numbers(parts: list[str], today: date, shown: str) -> date:
    if len(parts) == 3 and len(parts[0]) == 4:
        return _day(int(parts[0]), int(parts[1]), int(parts[2]))
    if len(parts[0]) > 2 or (len(parts) > 1 and len(parts[1]) > 2):
        raise DateUnreadable(text=shown)
    day = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else today.month
    year = _year(parts[2], shown) if len(parts) > 2 else today.year
    return _day(year, month, day)


def _year(typed: str, shown: str) -> int:
    if len(typed) == 4:
        return int(typed)
    if len(typed) != 2:
        raise DateUnreadable(text=shown)
    return int(typed) + (2000 if int(typed) < 70 else 1900)


def _month_called(name: str) -> int | None:
    folded = _fold(name)
    if folded in _MONTH_NAMES:
        return _MONTH_NAMES[folded]
    if len(folded) < 3:
        return None
    found = {number for known, number in _MONTH_NAMES.items() if known.startswith(folded)}
    return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateOutOfRange(date=f"{day}/{month}/{year}")
    if not 1 <= month <= 12:
        raise MonthUnknown(month=month)
    days = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    if not 1 <= day <= days:
        raise DateNotInCalendar(day=day, days=days)
    return date(year, month, day)
