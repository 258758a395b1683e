"""A failure in the user's language: the English template of the error is the text to translate."""

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated

# Values that are words themselves, and the context their translations are in (see resources/i18n/update.py).
_WORDS = {"entity": "records", "right": "rights"}
# Where "name" is not what the user typed but the name of a field.
_ABOUT_FIELDS = frozenset(
    {
        "value_invalid",
        "value_out_of_bounds",
        "value_below_zero",
        "value_too_large",
        "value_not_a_choice",
        "value_too_long",
        "field_unknown",
    }
)
_UNIT = re.compile(r"_(e4|minor|milli|ppm|ids)$")


def field_words(field: str) -> str:
    """Return a record's field in English words, the text to translate: `credit_limit_minor`, credit limit."""
    return _UNIT.sub("", field).replace("_", " ")


def error_text(error: BaseException) -> str:
    """Return the sentence to show for a failure, translated, filled in, naming the remedy."""
    if not isinstance(error, KhataError):
        return QCoreApplication.translate(
            "errors", "Something went wrong that the program did not expect. Nothing was saved; try again."
        )
    template = type(error).template
    translated = QCoreApplication.translate("errors", template)
    try:
        return translated.format(**_in_words(error, isolate=translated != template))
    except (KeyError, IndexError, ValueError):
        # A translation with a misspelt placeholder must not hide the message itself.
        return str(error)


def _in_words(error: KhataError, *, isolate: bool) -> dict[str, object]:
    params = dict(error.params)
    for name, value in params.items():
        if isinstance(value, KhataError):
            params[name] = error_text(value)
        elif name in _WORDS:
            params[name] = QCoreApplication.translate(_WORDS[name], str(value))
        elif name == "name" and error.code in _ABOUT_FIELDS:
            params[name] = QCoreApplication.translate("fields", field_words(str(value)))
        elif isolate and isinstance(value, Path):
            # A path reads from the left, even where its folders are named in Urdu.
            params[name] = isolated(str(value))
        elif isolate and isinstance(value, str):
            # A Latin name inside an Urdu sentence keeps its own order.
            params[name] = f"\u2068{value}\u2069"
        elif isolate and isinstance(value, date):
            # Between Urdu words the parts of 2019-12-03 would change places.
            params[name] = isolated(value.isoformat())
    return params
