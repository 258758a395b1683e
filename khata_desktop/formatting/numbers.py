"""Amounts, quantities, prices and rates as people of the shop read them.

A table asks for thousands of these while it scrolls, so the finished strings are kept; the first time
costs a microsecond or two, the next a fraction of one.
"""

from functools import lru_cache
from typing import Literal

from khata_desktop.domain.money import currency
from khata_desktop.formatting.digits import Digits, Language, isolated, local_digits

Grouping = Literal["lakh", "million"]
Sign = Literal["minus", "always", "never"]

_NO_BREAK_SPACE = "\u00a0"
# Rows on screen and in a few reports; at some hundred bytes each this stays near 3 MB.
_CACHE_SIZE = 16_384


def grouped(number: int, grouping: Grouping = "lakh") -> str:
    """Return a whole number, not negative, with commas: 12,34,567 (lakh) or 1,234,567 (million)."""
    if number < 1000:
        return str(number)
    if grouping == "million":
        return f"{number:,}"
    text = f",{number % 1000:03}"
    number //= 1000
    while number >= 100:
        text = f",{number % 100:02}{text}"
        number //= 100
    return f"{number}{text}"


def format_amount(
    minor: int,
    currency_code: str,
    *,
    grouping: Grouping = "lakh",
    symbol: bool = False,
    isolate: bool = True,
    digits: Digits = "latin",
    language: Language = "en",
    sign: Sign = "minus",
) -> str:
    """Return an amount of minor units as text, e.g. `-12,34,567.50`, all decimals of the currency shown.

    `symbol` puts the currency's sign in front (`Rs 500.00`, `₹500.00`); `sign` shows a minus only, a plus
    too ("always", zero has none), or neither ("never", where a word or an arrow says it). `digits="local"`
    uses those of `language`. `isolate` wraps it in U+2066..U+2069, without which `-20` reads `20-` in
    Urdu. Raises UnknownCurrency.
    """
    return _amount(minor, currency_code, grouping, symbol, isolate, digits, language, sign)


@lru_cache(maxsize=_CACHE_SIZE)
def _amount(
    minor: int,
    currency_code: str,
    grouping: Grouping,
    symbol: bool,
    isolate: bool,
    digits: Digits,
    language: Language,
    sign: Sign,
) -> str:
    exponent, mark = _money(currency_code, language)
    size = -minor if minor < 0 else minor
    if exponent:
        whole, part = divmod(size, 10**exponent)
        text = f"{grouped(whole, grouping)}.{part:0{exponent}}"
    else:
        text = grouped(size, grouping)
    if digits == "local":
        text = local_digits(text, language)
    if symbol:
        text = mark + text
    text = _signed(text, minor, sign)
    return isolated(text) if isolate else text


@lru_cache(maxsize=64)
def _money(currency_code: str, language: Language) -> tuple[int, str]:
    money = currency(currency_code)
    # A sign (₹, £) stands close; letters (Rs, AED) keep a space that does not break.
    mark = money.symbol + _NO_BREAK_SPACE if money.symbol[-1].isalpha() else money.symbol
    return money.exponent, mark


def _signed(text: str, number: int, sign: Sign) -> str:
    if number < 0 and sign != "never":
        return f"-{text}"
    if number > 0 and sign == "always":
        return f"+{text}"
    return text


def format_quantity(
    milli: int,
    *,
    grouping: Grouping = "lakh",
    isolate: bool = True,
    digits: Digits = "latin",
    language: Language = "en",
) -> str:
    """Return thousandths as a quantity without needless zeros: 2500 -> `2.5`, 12000 -> `12`."""
    return _decimal(milli, 3, 0, grouping, isolate, digits, language, "")


def format_price(
    e4: int,
    exponent: int,
    *,
    grouping: Grouping = "lakh",
    isolate: bool = True,
    digits: Digits = "latin",
    language: Language = "en",
) -> str:
    """Return ten-thousandths of a major unit as a price: at least `exponent` decimals, at most four.

    125000 with exponent 2 is `12.50`, 125050 is `12.505`.
    """
    return _decimal(e4, 4, exponent, grouping, isolate, digits, language, "")


def format_rate(
    ppm: int, *, isolate: bool = True, digits: Digits = "latin", language: Language = "en"
) -> str:
    """Return parts per million as a percentage: 180000 -> `18%`, 25000 -> `2.5%`."""
    return _decimal(ppm, 4, 0, "million", isolate, digits, language, "%")


@lru_cache(maxsize=_CACHE_SIZE)
def _decimal(
    scaled: int,
    places: int,
    least: int,
    grouping: Grouping,
    isolate: bool,
    digits: Digits,
    language: Language,
    suffix: str,
) -> str:
    whole, part = divmod(abs(scaled), 10**places)
    decimals = f"{part:0{places}}".rstrip("0").ljust(least, "0")
    text = grouped(whole, grouping)
    if decimals:
        text = f"{text}.{decimals}"
    if digits == "local":
        text = local_digits(text, language)
    text = _signed(text + suffix, scaled, "minus")
    return isolated(text) if isolate else text
