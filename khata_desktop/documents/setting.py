"""What all parts of one document share: paper, language, figures and the scale of its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property

from khata_desktop.config import Digits, Grouping, Language
from khata_desktop.documents.paper import Sheet
from khata_desktop.documents.text import Paragraph, TypeStyle, lay_out
from khata_desktop.documents.words import word
from khata_desktop.formatting import TextStyle, isolated, local_digits

_SMALLER = (0.9, 0.8, 0.7, 0.6, 0.5)
#: Currencies of countries that count in lakh and crore.
_LAKH_CURRENCIES = frozenset(("PKR", "INR", "BDT", "NPR", "LKR"))


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The sheet a document is printed on, its language, and how its figures are written."""

    sheet: Sheet
    language: Language
    figures: TextStyle

    def smaller(self) -> Iterator[Setting]:
        """Yield this setting, then the same with ever smaller type, for tables that do not fit."""
        yield self
        for scale in _SMALLER:
            sheet = replace(self.sheet, text_size=self.sheet.text_size * scale)
            yield replace(self, sheet=sheet)

    def style(self, factor: float = 1.0, *, bold: bool = False) -> TypeStyle:
        """Return a style `factor` times the paper's text size."""
        return TypeStyle(size=round(self.sheet.text_size * factor, 2), language=self.language, bold=bold)

    @cached_property
    def body(self) -> TypeStyle:
        """Return the style of ordinary text."""
        return self.style()

    @cached_property
    def small(self) -> TypeStyle:
        """Return the style of labels and headings of columns."""
        return self.style(0.88)

    @property
    def row_padding(self) -> float:
        """Return the air above and below a table row's text; Nastaliq's tall lines bring their own."""
        return self.sheet.text_size * (0.18 if self.language == "ur" else 0.34)

    def word(self, key: str, **values: str) -> str:
        """Return one of the papers' own words in the printed language."""
        return word(key, self.language, **values)

    def label(self, key: str) -> Paragraph:
        """Return one of the papers' own words as a small label."""
        return lay_out(self.word(key), self.small)

    def money(self, minor: int) -> str:
        """Return an amount of minor units with the currency's sign."""
        return self.figures.amount(minor, symbol=True)

    def number(self, number: int) -> str:
        """Return a count, such as a page number."""
        return self.left_to_right(str(number))

    def clock(self, at: time) -> str:
        """Return a time of day, 24 hours."""
        return self.left_to_right(f"{at:%H:%M}")

    def day_and_clock(self, day: date, at: time | None) -> str:
        """Return a day, with the time of day after it when there is one."""
        written = self.figures.date(day)
        return f"{written}  {self.clock(at)}" if at else written

    def left_to_right(self, text: str) -> str:
        """Return digits and signs such as `0-30` in the document's digits, kept in this order everywhere."""
        return isolated(local_digits(text, self.language) if self.figures.digits == "local" else text)


def make_setting(
    sheet: Sheet,
    language: Language,
    currency_code: str,
    *,
    grouping: Grouping | None = None,
    digits: Digits = "latin",
) -> Setting:
    """Return the setting of a document; the grouping is the currency's own unless given."""
    if grouping is None:
        grouping = "lakh" if currency_code.upper() in _LAKH_CURRENCIES else "million"
    figures = TextStyle(currency_code=currency_code, language=language, grouping=grouping, digits=digits)
    return Setting(sheet=sheet, language=language, figures=figures)
