"""Payment QR codes: what they say, and their squares.

UPI: the `upi://pay` link that India's payment apps open. Raast: the State Bank of Pakistan's person-to-person
code ("Standard for Interoperable QR Code", DI&SD Circular Letter 1 of 2022), tag-length-value with the
EMVCo checksum. Its scheme field is "00", as in the codes of the banks' own apps.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import quote, urlencode

from khata_desktop.domain.money import Currency, currency
from khata_desktop.reports.invoice_sheet import BusinessHead, PaymentCode

_UPI_ADDRESS = re.compile(r"[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.-]{1,63}")
_IBAN = re.compile(r"PK\d{2}[A-Z]{4}[A-Z0-9]{16}")
_RAAST_AMOUNT_LENGTH = 10
#: A Raast code with an amount in it must end some day; one on paper should outlast the usual credit.
RAAST_VALID_FOR = timedelta(days=90)


def payment_text(
    business: BusinessHead, amount_minor: int, *, reference: str, issued_on: date, due_on: date | None = None
) -> str | None:
    """Return what the QR on a paper should say, or None when there is nothing to ask for or no way to.

    A UPI or Raast code asks for `amount_minor` (minor units) and is left out at zero or below, for another
    currency, or when the payment id is not well formed. The shop's own text is always printed.
    """
    unit = currency(business.currency_code)
    payment_id = "".join(business.payment_id.split())
    if business.payment_code is PaymentCode.TEXT:
        return business.payment_id.strip() or None
    if amount_minor <= 0:
        return None
    if business.payment_code is PaymentCode.UPI and unit.code == "INR":
        if not _UPI_ADDRESS.fullmatch(payment_id):
            return None
        return upi_link(payment_id, business.payment_name or business.name, amount_minor, reference=reference)
    if business.payment_code is PaymentCode.RAAST and unit.code == "PKR":
        if not is_pakistani_iban(payment_id.upper()):
            return None
        last_day = max(issued_on + RAAST_VALID_FOR, due_on or issued_on)
        return raast_text(payment_id.upper(), amount_minor, valid_until=last_day)
    return None


def upi_link(address: str, payee: str, amount_minor: int, *, reference: str) -> str:
    """Return the UPI link that asks for `amount_minor` paise; `reference` stands in the payer's statement."""
    payee, reference = (value.encode("utf-8", "ignore").decode() for value in (payee, reference))
    fields = {"pa": address, "pn": payee[:50], "am": _plain(amount_minor, currency("INR")), "cu": "INR"}
    if reference:
        fields["tn"] = reference[:50]
    return "upi://pay?" + urlencode(fields, safe="@", quote_via=quote)


def raast_text(iban: str, amount_minor: int = 0, *, valid_until: date | None = None) -> str:
    """Return the Raast code for an IBAN; with an amount (paisa) it also says until when it is good.

    Without an amount, or with one too long for the format, the payer types the amount.
    """
    amount = _plain(amount_minor, currency("PKR"))
    amount = amount.removesuffix(".00")
    asks = amount_minor > 0 and valid_until is not None and len(amount) <= _RAAST_AMOUNT_LENGTH
    parts = [("00", "02"), ("01", "12" if asks else "11"), ("02", "00"), ("04", iban)]
    if asks and valid_until is not None:
        parts += [("05", amount), ("07", f"{valid_until:%d%m%Y}2359")]
    body = "".join(f"{tag}{len(value):02d}{value}" for tag, value in parts) + "1004"
    return body + f"{crc16(body.encode('ascii')):04X}"


def is_pakistani_iban(iban: str) -> bool:
    """Return whether `iban` (no spaces, capitals) has Pakistan's form and its check digits are right."""
    if not _IBAN.fullmatch(iban):
        return False
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1


def crc16(data: bytes) -> int:
    """Return the CRC-16/CCITT-FALSE that EMVCo's QR standard ends with."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021) & 0xFFFF if crc & 0x8000 else (crc << 1) & 0xFFFF
    return crc


def squares(text: str) -> list[list[bool]] | None:
    """Return the code's modules row by row (True is dark), without the quiet zone; None if it is too long."""
    import qrcode
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text.encode("utf-8", "replace"), optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return None
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _plain(amount_minor: int, unit: Currency) -> str:
    whole, part = divmod(amount_minor, 10**unit.exponent)
    return f"{whole}.{part:0{unit.exponent}d}"
