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
_STATEMENT_OF_DAYS = {
    "en": "{shop}: statement of your khata from {first} to {date}.",
    "ur": "{shop}: {first} سے {date} تک آپ کے کھاتے کا گوشوارہ۔",
    "hi": "{shop}: {first} से {date} तक आपके खाते का विवरण।",
}
# A statement may end long ago: what was open then is not what is open now.
_OWED = {
    "en": "Your khata on {date}: {balance} to pay.",
    "ur": "{date} کو آپ کا کھاتہ: {balance} باقی۔",
    "hi": "{date} को आपका खाता: {balance} बाक़ी।",
}
_HAD_ADVANCE = {
    "en": "Your khata on {date}: {balance} in advance.",
    "ur": "{date} کو آپ کا کھاتہ: {balance} پیشگی جمع۔",
    "hi": "{date} को आपका खाता: {balance} अग्रिम जमा।",
}
_WAS_CLEAR = {
    "en": "Your khata on {date}: clear.",
    "ur": "{date} کو آپ کا کھاتہ: صاف۔",
    "hi": "{date} को आपका खाता: साफ़।",
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
    """Return a statement in two lines: of which days, and what was open at their end."""
    style = _style(statement.business.currency_code, language, grouping)
    shop, last_on, minor = statement.business.name, style.date(statement.last_on), statement.closing_minor
    if statement.first_on is None:
        text = _STATEMENT[language].format(shop=shop, date=last_on)
    else:
        first_on = style.date(statement.first_on)
        text = _STATEMENT_OF_DAYS[language].format(shop=shop, first=first_on, date=last_on)
    words = (_OWED if minor > 0 else _HAD_ADVANCE if minor < 0 else _WAS_CLEAR)[language]
    return f"{text}\n{words.format(date=last_on, balance=style.amount(abs(minor), symbol=True))}"


def _style(currency_code: str, language: Language, grouping: Grouping) -> TextStyle:
    return TextStyle(currency_code=currency_code, language=language, grouping=grouping, isolate=False)


def _balance(minor: int, style: TextStyle, language: Language) -> str:
    words = _OWES if minor > 0 else _ADVANCE if minor < 0 else _CLEAR
    return words[language].format(balance=style.amount(abs(minor), symbol=True))
