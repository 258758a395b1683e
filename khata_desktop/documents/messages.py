"""What to say when a paper is sent: a few plain lines in the paper's language."""

from __future__ import annotations

from khata_desktop.config import Grouping, Language
from khata_desktop.formatting import TextStyle
from khata_desktop.reports.invoice_sheet import InvoiceSheet
from khata_desktop.reports.party_statement import PartyStatement

_INVOICE = {
    "en": "{shop}: bill {number} of {date}, {total}. Paid {paid}.",
    "ur": "{shop}: بل {number}، {date}، {total}۔ ادا شدہ {paid}۔",
    "hi": "{shop}: बिल {number}, {date}, {total}। चुकाया {paid}।",
}
_OWES = {
    "en": "Your khata now: {balance} to pay.",
    "ur": "آپ کا کھاتہ: {balance} باقی ہے۔",
    "hi": "आपका खाता: {balance} बाक़ी है।",
}
_ADVANCE = {
    "en": "Your khata now: {balance} in advance.",
    "ur": "آپ کا کھاتہ: {balance} پیشگی جمع ہے۔",
    "hi": "आपका खाता: {balance} अग्रिम जमा है।",
}
_CLEAR = {"en": "Your khata is clear.", "ur": "آپ کا کھاتہ صاف ہے۔", "hi": "आपका खाता साफ़ है।"}
_STATEMENT = {
    "en": "{shop}: statement of your khata until {date}.",
    "ur": "{shop}: {date} تک آپ کے کھاتے کا گوشوارہ۔",
    "hi": "{shop}: {date} तक आपके खाते का विवरण।",
}


def invoice_message(sheet: InvoiceSheet, *, language: Language, grouping: Grouping) -> str:
    """Return a bill in a few lines, with the khata's balance after it when it has one."""
    style = _style(sheet.business.currency_code, language, grouping)
    text = _INVOICE[language].format(
        shop=sheet.business.name,
        number=sheet.number,
        date=style.date(sheet.issued_on),
        total=style.amount(sheet.total_minor, symbol=True),
        paid=style.amount(sheet.paid_minor, symbol=True),
    )
    if sheet.party is None or sheet.previous_balance_minor is None:
        return text
    return f"{text}\n{_balance(sheet.remaining_balance_minor, style, language)}"


def statement_message(statement: PartyStatement, *, language: Language, grouping: Grouping) -> str:
    """Return a statement in two lines: until when, and what is open."""
    style = _style(statement.business.currency_code, language, grouping)
    text = _STATEMENT[language].format(shop=statement.business.name, date=style.date(statement.last_on))
    return f"{text}\n{_balance(statement.closing_minor, style, language)}"


def _style(currency_code: str, language: Language, grouping: Grouping) -> TextStyle:
    return TextStyle(currency_code=currency_code, language=language, grouping=grouping, isolate=False)


def _balance(minor: int, style: TextStyle, language: Language) -> str:
    words = _OWES if minor > 0 else _ADVANCE if minor < 0 else _CLEAR
    return words[language].format(balance=style.amount(abs(minor), symbol=True))
