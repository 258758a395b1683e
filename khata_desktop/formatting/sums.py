"""Typed numbers and sums, read exactly.

An amount field takes what a shopkeeper types into a calculator: `3*120+50`, `(200-15)x2`, `500+10%`.
Everything is kept as a fraction until the end and rounded once, halves away from zero; nothing typed is
ever run as code.
"""

import re
from fractions import Fraction

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.money import MAX_AMOUNT_MINOR, MAX_PRICE_E4, MAX_QUANTITY_MILLI, round_half_up
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
from khata_desktop.formatting.digits import latin_digits, without_invisible_marks

_MAX_TYPED = 200
_MAX_DEPTH = 24
_MAX_SHOWN = 40

# What stands for an operator, in the keyboards of three languages and in what people paste.
_SPELLINGS = str.maketrans(
    {
        "×": "*", "x": "*", "X": "*", "✕": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "٪": "%", "⁒": "%",
        "٫": ".", "٬": ",", "،": ",", "'": ",", "’": ",", "\u202f": "\u00a0", "\u2009": "\u00a0",
        "\u2007": "\u00a0", "\t": " ", "[": "(", "]": ")", "{": "(", "}": ")",
    }
)  # fmt: skip

# Marks of money around a number, as found in pasted text and in files of other programs.
_MONEY = r"(?:rs\.?|pkr|inr|₨|₹|£|\$|€|৳|روپے|روپیہ|रु\.?|रू\.?|रुपये|रुपए)"
_MONEY_BEFORE = re.compile(rf"^\s*(?P<sign>-?)\s*{_MONEY}\s*", re.IGNORECASE)
_MONEY_AFTER = re.compile(rf"\s*(?:/\s*[-=]|{_MONEY})\s*$", re.IGNORECASE)

# Groups: after the first come two or three digits, the last always three, so that the decimal comma of
# other countries (12,50) is refused instead of read a hundredfold.
_NUMBER = re.compile(
    r"(?P<grouped>\d{1,3}(?:[,\u00a0]\d{2,3})*[,\u00a0]\d{3}(?!\d)|\d+(?![,\u00a0]?\d))?(?P<decimals>\.\d*)?(?![.\d])"
)


class _Unreadable(Exception):
    """The text is no sum at all; each caller says so in its own words."""


class _Value:
    """A number on the way: `percent` marks one that was typed with a per cent sign and not used yet."""

    __slots__ = ("number", "percent")

    def __init__(self, number: Fraction, percent: bool = False) -> None:
        self.number = number
        self.percent = percent

    def plain(self) -> Fraction:
        return self.number / 100 if self.percent else self.number


class _Reader:
    """Reads one sum from left to right: sums of products of signed numbers and brackets.

    Attributes:
        text: the sum with one spelling for each operator.
        at: how far it has been read.
        typed: what the user typed, shortened, for messages.
        literal_only: true while nothing but one number was read.
    """

    def __init__(self, text: str, typed: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.typed = typed
        self.literal_only = True

    def read_all(self) -> Fraction:
        value = self._sum().plain()
        if self._next() == ")":
            raise BracketsUneven(text=self.typed)
        if self.at < len(self.text):
            raise _Unreadable
        return value

    def _next(self) -> str:
        while self.at < len(self.text) and self.text[self.at] in " \u00a0":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def _sum(self) -> _Value:
        value = self._product()
        while self._next() in ("+", "-"):
            sign = 1 if self._take() == "+" else -1
            term = self._product()
            # As on a calculator: 500+10% adds ten per cent of the 500.
            change = value.plain() * term.number / 100 if term.percent else term.number
            value = _Value(value.plain() + sign * change)
        return value

    def _product(self) -> _Value:
        value = self._signed()
        while self._next() in ("*", "/"):
            operator = self._take()
            factor = self._signed().plain()
            if operator == "*":
                value = _Value(value.plain() * factor)
            elif factor == 0:
                raise DivisionByZero(text=self.typed)
            else:
                value = _Value(value.plain() / factor)
        return value

    def _take(self) -> str:
        self.literal_only = False
        self.at += 1
        return self.text[self.at - 1]

    def _signed(self) -> _Value:
        negative = False
        while self._next() in ("+", "-"):
            negative ^= self.text[self.at] == "-"
            self.at += 1
        value = self._number_or_bracket()
        while self._next() == "%":
            self._take()
            value = _Value(value.plain(), percent=True)
        if negative:
            value = _Value(-value.number, value.percent)
        return value

    def _number_or_bracket(self) -> _Value:
        following = self._next()
        if not following:
            raise SumUnfinished(text=self.typed)
        if following == "(":
            return self._bracket()
        found = _NUMBER.match(self.text, self.at)
        if not found or not found.group().strip("."):
            raise _Unreadable
        self.at = found.end()
        digits = (found["grouped"] or "0").replace(",", "").replace("\u00a0", "")
        return _Value(Fraction(digits + (found["decimals"] or "").rstrip(".")))

    def _bracket(self) -> _Value:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _Unreadable
        self._take()
        value = _Value(self._sum().plain())
        if self._next() != ")":
            raise BracketsUneven(text=self.typed) if not self._next() else _Unreadable
        self._take()
        self.depth -= 1
        return value


def evaluate(text: str) -> tuple[Fraction, bool]:
    """Return the exact value of a typed sum, and whether it was one plain number without any operator.

    `Rs 500` and `500/-` are read as 500. Raises NumberMissing, SumUnfinished, BracketsUneven,
    DivisionByZero, or AmountUnreadable for anything that is no sum.
    """
    typed = without_invisible_marks(text).strip()
    if not typed:
        raise NumberMissing()
    shown = _shown(typed)
    plain = latin_digits(typed).translate(_SPELLINGS)
    plain = _MONEY_BEFORE.sub(r"\g<sign>", _MONEY_AFTER.sub("", plain))
    plain = plain.strip().removeprefix("=").removesuffix("=").strip()
    if not plain or len(plain) > _MAX_TYPED:
        raise AmountUnreadable(text=shown)
    reader = _Reader(plain, shown)
    try:
        return reader.read_all(), reader.literal_only
    except _Unreadable:
        raise AmountUnreadable(text=shown) from None


def _shown(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def parse_amount(text: str, exponent: int = 2) -> int:
    """Return a typed amount or sum in minor units of a currency with `exponent` decimals.

    Takes digits of Urdu, Hindi and Arabic, commas of either grouping, `+ - * x × / ÷ % ( )`, and marks of
    money around it (`Rs 500/-`). A sum is rounded once, halves away from zero; a plain number with more
    decimals than the currency has is refused. May be zero or negative. Raises RuleViolation with a remedy.
    """
    minor = _scaled(text, 10**exponent, exponent)
    if abs(minor) > MAX_AMOUNT_MINOR:
        raise AmountTooLarge()
    return minor


def parse_quantity(text: str) -> int:
    """Return a typed quantity or sum in thousandths, e.g. `2.5` -> 2500. Raises RuleViolation."""
    try:
        milli = _scaled(text, 1000, 3)
    except AmountUnreadable as error:
        raise QuantityUnreadable(text=error.params["text"]) from None
    except RuleViolation as error:
        error.field = "quantity"
        raise
    if abs(milli) > MAX_QUANTITY_MILLI:
        raise AmountTooLarge(field="quantity")
    return milli


def parse_price(text: str) -> int:
    """Return a typed unit price or sum in ten-thousandths of a major unit, `12.5` -> 125000.

    Raises RuleViolation.
    """
    try:
        e4 = _scaled(text, 10_000, 4)
    except RuleViolation as error:
        error.field = "price"
        raise
    if abs(e4) > MAX_PRICE_E4:
        raise AmountTooLarge(field="price")
    return e4


def parse_rate(text: str) -> int:
    """Return a typed percentage in parts per million: `18`, `18%` and `9+9` are all 180000.

    Raises RateUnreadable.
    """
    try:
        ppm = _scaled(text.replace("%", "").replace("٪", ""), 10_000, 4)
    except RuleViolation as error:
        shown = error.params.get("text", _shown(text.strip()))
        raise RateUnreadable(text=shown) from None
    if not 0 <= ppm <= 10**9:
        raise RateUnreadable(text=_shown(text.strip()))
    return ppm


def _scaled(text: str, scale: int, decimals: int) -> int:
    value, literal_only = evaluate(text)
    exact = value * scale
    if literal_only and exact.denominator != 1:
        raise TooManyDecimals(field="amount", text=_shown(text.strip()), decimals=decimals)
    return round_half_up(exact.numerator, exact.denominator)
