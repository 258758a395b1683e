"""Amounts in words, as invoices and receipts carry them, in English, Urdu and Hindi."""

from functools import lru_cache

from khata_desktop.domain.money import currency
from khata_desktop.formatting.digits import Language
from khata_desktop.formatting.number_names import (
    AND,
    HUNDRED,
    LAKH_SCALES,
    MILLION_SCALES,
    MINUS,
    ONLY,
    SAME_UNITS,
    UNITS,
    UP_TO_99,
)
from khata_desktop.formatting.numbers import Grouping


def number_in_words(number: int, language: Language, system: Grouping = "lakh") -> str:
    """Return a whole number in words, e.g. `twelve lakh thirty-four thousand`; negative ones with a minus."""
    if number < 0:
        return f"{MINUS[language]} {number_in_words(-number, language, system)}"
    scales = (LAKH_SCALES if system == "lakh" else MILLION_SCALES)[language]
    return " ".join(_words(number, language, scales))


def _words(number: int, language: Language, scales: tuple[tuple[int, str], ...]) -> list[str]:
    words: list[str] = []
    rest = number
    for power, name in scales:
        count, rest = divmod(rest, power)
        if count:
            # Above the largest scale its own count is spelled out: "one lakh crore".
            words += [*_words(count, language, scales), name]
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        words += [UP_TO_99[language][hundreds], HUNDRED[language]]
    if rest or not words:
        words.append(UP_TO_99[language][rest])
    return words


def amount_in_words(minor: int, currency_code: str, language: Language, system: Grouping = "lakh") -> str:
    """Return an amount of minor units in words with the names of the currency's units.

    `Twelve thousand five hundred rupees and fifty paisa only`, `بارہ ہزار پانچ سو روپے اور پچاس پیسے صرف`,
    `बारह हज़ार पाँच सौ रुपये और पचास पैसे मात्र`. A currency whose small unit has no common name here is
    written with a fraction (`and 50/100`). Raises UnknownCurrency.
    """
    money = currency(currency_code)
    major, part = divmod(abs(minor), 10**money.exponent)
    one, many, small_one, small_many = _units(money.code, language)
    pieces: list[str] = []
    if major or not part:
        pieces.append(f"{number_in_words(major, language, system)} {one if major == 1 else many}")
    if part and small_many:
        name = small_one if part == 1 else small_many
        pieces.append(f"{number_in_words(part, language, system)} {name}")
    elif part:
        if not pieces:
            pieces.append(f"{number_in_words(0, language, system)} {many}")
        pieces.append(f"{part:0{money.exponent}}/{10**money.exponent}")
    text = f"{f' {AND[language]} '.join(pieces)} {ONLY[language]}"
    if minor < 0:
        text = f"{MINUS[language]} {text}"
    return text[0].upper() + text[1:]


@lru_cache(maxsize=64)
def _units(code: str, language: Language) -> tuple[str, str, str, str]:
    names = UNITS.get(SAME_UNITS.get(code, code))
    if names is not None:
        return names[language]
    from babel.numbers import get_currency_name  # slow to import, and few shops need it

    return (
        get_currency_name(code, count=1, locale=language),
        get_currency_name(code, count=2, locale=language),
        "",
        "",
    )
