"""One choice of language, grouping and digits, handed to whatever writes text for people."""

from dataclasses import dataclass
from datetime import date, datetime

from khata_desktop.domain.money import currency
from khata_desktop.formatting.dates import DateStyle, format_date, format_moment
from khata_desktop.formatting.digits import RIGHT_TO_LEFT_LANGUAGES, Digits, Language
from khata_desktop.formatting.numbers import (
    Grouping,
    Sign,
    format_amount,
    format_price,
    format_quantity,
    format_rate,
)
from khata_desktop.formatting.words import amount_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a book's figures are written: for a window the user's choice, for paper the business's.

    `isolate` wraps every figure and date in direction marks; leave it out for files that programs read.
    """

    currency_code: str
    language: Language = "en"
    grouping: Grouping = "lakh"
    digits: Digits = "latin"
    isolate: bool = True

    @property
    def right_to_left(self) -> bool:
        """Return whether the language is read from right to left."""
        return self.language in RIGHT_TO_LEFT_LANGUAGES

    @property
    def exponent(self) -> int:
        """Return how many decimals the currency has."""
        return currency(self.currency_code).exponent

    def amount(self, minor: int, *, symbol: bool = False, sign: Sign = "minus") -> str:
        """Return an amount of minor units as text."""
        return format_amount(
            minor,
            self.currency_code,
            grouping=self.grouping,
            symbol=symbol,
            isolate=self.isolate,
            digits=self.digits,
            language=self.language,
            sign=sign,
        )

    def quantity(self, milli: int) -> str:
        """Return thousandths as a quantity."""
        return format_quantity(
            milli, grouping=self.grouping, isolate=self.isolate, digits=self.digits, language=self.language
        )

    def quantity_of(self, milli: int, unit: str) -> str:
        """Return a quantity with its unit, in the direction of the unit's script, whatever stands around."""
        text = f"{self.quantity(milli)} {unit}".strip()
        return f"\u2068{text}\u2069" if unit and self.isolate else text

    def price(self, e4: int) -> str:
        """Return ten-thousandths of a major unit as a price."""
        return format_price(
            e4,
            self.exponent,
            grouping=self.grouping,
            isolate=self.isolate,
            digits=self.digits,
            language=self.language,
        )

    def rate(self, ppm: int) -> str:
        """Return parts per million as a percentage."""
        return format_rate(ppm, isolate=self.isolate, digits=self.digits, language=self.language)

    def date(self, day: date, style: DateStyle = "medium") -> str:
        """Return a day as text."""
        return format_date(day, self.language, style, isolate=self.isolate, digits=self.digits)

    def moment(self, at: datetime) -> str:
        """Return an aware instant as day and clock of this computer."""
        return format_moment(at, self.language, isolate=self.isolate, digits=self.digits)

    def words(self, minor: int) -> str:
        """Return an amount of minor units in words, as invoices carry it."""
        return amount_in_words(minor, self.currency_code, self.language, self.grouping)
