"""Money as integers: minor units, half-up rounding, and splits that lose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khata_desktop.domain.voucher_errors import UnknownCurrency

#: No amount in a book may be larger: a hundred thousand million of a currency with two decimals. What a
#: month adds up to is bounded by the file (2**51 an account), so that no sum leaves SQLite's 64 bits.
MAX_AMOUNT_MINOR = 10**13
#: No line may hold more of anything, nor at a higher price, in thousandths and ten-thousandths.
MAX_QUANTITY_MILLI, MAX_PRICE_E4 = 10**13, 10**15

#: ISO 4217 codes with an exponent other than 2.
_EXPONENTS = dict.fromkeys(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0
) | dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3)

_TWO_DECIMALS = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
    "MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES "
    "WST XCD YER ZAR ZMW ZWG"
)
_EXPONENTS |= dict.fromkeys(_TWO_DECIMALS.split(), 2)

_SYMBOLS = {
    "PKR": "Rs", "INR": "₹", "BDT": "৳", "GBP": "£", "USD": "$", "EUR": "€", "NPR": "रू", "LKR": "Rs",
    "CNY": "¥", "JPY": "¥", "TRY": "₺", "NGN": "₦", "RUB": "₽",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency; ``exponent`` is how many decimals its minor unit has."""

    code: str
    exponent: int
    symbol: str


@lru_cache(maxsize=64)
def currency(code: str) -> Currency:
    """Return the currency of an ISO 4217 code, in either case. Raises UnknownCurrency."""
    upper = code.strip().upper()
    if upper not in _EXPONENTS:
        raise UnknownCurrency(currency=code)
    return Currency(upper, _EXPONENTS[upper], _SYMBOLS.get(upper, upper))


def currency_codes() -> tuple[str, ...]:
    """Return every known ISO 4217 code, sorted."""
    return tuple(sorted(_EXPONENTS))


def round_half_up(numerator: int, denominator: int) -> int:
    """Return numerator / denominator rounded to the nearest integer, halves away from zero."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def line_amount_minor(quantity_milli: int, unit_price_e4: int, exponent: int) -> int:
    """Return quantity x unit price in minor units, halves away from zero.

    The quantity is in thousandths, the price in ten-thousandths of a major unit.
    """
    return round_half_up(quantity_milli * unit_price_e4, 10 ** (7 - exponent))


def split_proportionally(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split ``total`` by ``weights`` (none negative) so that the parts add up to it exactly.

    Each part differs from its exact share by less than one; the units left over go to the largest
    remainders, the earlier part first. With all weights zero the first part takes everything.
    Raises ValueError for no parts or a negative weight.
    """
    if not weights or min(weights) < 0:
        raise ValueError("weights must be given and none may be negative")
    if total == 0:
        return (0,) * len(weights)
    whole = sum(weights)
    if whole == 0:
        return (total,) + (0,) * (len(weights) - 1)
    sign, size = (-1, -total) if total < 0 else (1, total)
    parts = [size * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(size * weights[i] % whole))
    for i in by_remainder[: size - sum(parts)]:
        parts[i] += 1
    return tuple(sign * part for part in parts)
