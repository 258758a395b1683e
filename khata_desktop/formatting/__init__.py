"""Numbers, money and dates as text for people, and what people type read back.

Pure Python and quick: the window, the paper and the command line all write through here, so an amount
looks the same everywhere.
"""

from khata_desktop.formatting.dates import DateStyle, format_date, format_moment, month_name, parse_typed_date
from khata_desktop.formatting.digits import (
    LANGUAGE_NAMES,
    RIGHT_TO_LEFT_LANGUAGES,
    Digits,
    Language,
    isolated,
    isolated_in,
    latin_digits,
    local_digits,
    without_invisible_marks,
)
from khata_desktop.formatting.numbers import (
    Grouping,
    Sign,
    format_amount,
    format_price,
    format_quantity,
    format_rate,
    grouped,
)
from khata_desktop.formatting.style import TextStyle
from khata_desktop.formatting.sums import evaluate, parse_amount, parse_price, parse_quantity, parse_rate
from khata_desktop.formatting.words import amount_in_words, number_in_words

__all__ = [
    "LANGUAGE_NAMES",
    "RIGHT_TO_LEFT_LANGUAGES",
    "DateStyle",
    "Digits",
    "Grouping",
    "Language",
    "Sign",
    "TextStyle",
    "amount_in_words",
    "evaluate",
    "format_amount",
    "format_date",
    "format_moment",
    "format_price",
    "format_quantity",
    "format_rate",
    "grouped",
    "isolated",
    "isolated_in",
    "latin_digits",
    "local_digits",
    "month_name",
    "number_in_words",
    "parse_amount",
    "parse_price",
    "parse_quantity",
    "parse_rate",
    "parse_typed_date",
    "without_invisible_marks",
]
