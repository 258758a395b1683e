"""The currencies a business can choose, the likely ones first and by name."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from khata_desktop.config import Grouping, Language
from khata_desktop.domain.money import currency_codes

_NAMES: Final = {
    "PKR": QT_TRANSLATE_NOOP("currencies", "Pakistani rupee"),
    "INR": QT_TRANSLATE_NOOP("currencies", "Indian rupee"),
    "BDT": QT_TRANSLATE_NOOP("currencies", "Bangladeshi taka"),
    "NPR": QT_TRANSLATE_NOOP("currencies", "Nepalese rupee"),
    "LKR": QT_TRANSLATE_NOOP("currencies", "Sri Lankan rupee"),
    "AFN": QT_TRANSLATE_NOOP("currencies", "Afghan afghani"),
    "AED": QT_TRANSLATE_NOOP("currencies", "UAE dirham"),
    "SAR": QT_TRANSLATE_NOOP("currencies", "Saudi riyal"),
    "QAR": QT_TRANSLATE_NOOP("currencies", "Qatari riyal"),
    "OMR": QT_TRANSLATE_NOOP("currencies", "Omani rial"),
    "KWD": QT_TRANSLATE_NOOP("currencies", "Kuwaiti dinar"),
    "BHD": QT_TRANSLATE_NOOP("currencies", "Bahraini dinar"),
    "USD": QT_TRANSLATE_NOOP("currencies", "US dollar"),
    "GBP": QT_TRANSLATE_NOOP("currencies", "Pound sterling"),
    "EUR": QT_TRANSLATE_NOOP("currencies", "Euro"),
}
_LAKH: Final = frozenset({"PKR", "INR", "BDT", "NPR", "LKR"})


def currency_choices() -> list[tuple[str, str]]:
    """Return (code, words) of every currency: those of the neighbourhood by name, then the rest by code."""
    named = [
        (code, f"{code} · {QCoreApplication.translate('currencies', str(name))}")
        for code, name in _NAMES.items()
    ]
    return named + [(code, code) for code in currency_codes() if code not in _NAMES]


def likely_currency(language: Language) -> str:
    """Return the currency to offer first: of this computer's country where it says one."""
    system = QLocale.system()
    code = system.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    # A computer left at the factory's American setting says nothing of where the shop is.
    if code in currency_codes() and code != "USD":
        return code
    return {"hi": "INR"}.get(language, "PKR")


def usual_grouping(code: str) -> Grouping:
    """Return how figures are grouped where this currency is used: lakh and crore, or thousands."""
    return "lakh" if code in _LAKH else "million"
