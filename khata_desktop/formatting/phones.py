"""Phone numbers as the world dials them."""

from __future__ import annotations


def international_digits(phone: str, currency_code: str) -> str:
    """Return the digits of a phone number with its country's code in front, as links and gateways want it.

    A number typed as one dials it at home (0300 1234567) is read in the country of the shop's currency, whose
    code begins with the country's. What is no phone number gives "".
    """
    # Heavy, and only wanted when something is sent.
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, currency_code[:2])
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")
