"""Made-up papers for the tests, and ways to read a PDF back as a person would."""

import io
import re
import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image, ImageDraw

from khata_desktop.config import Language
from khata_desktop.reports.invoice_sheet import (
    BusinessHead,
    ChargeLine,
    InvoiceLine,
    InvoiceSheet,
    PartyHead,
    PaymentCode,
    SheetKind,
    TaxLine,
    TenderLine,
)
from khata_desktop.reports.party_statement import Ageing, PartyStatement, StatementRow

LANGUAGES: tuple[Language, ...] = ("en", "ur", "hi")
#: Check digits are right, the account is nobody's.
IBAN = "PK36SCBL0000001123456702"

_NAMES: dict[Language, tuple[str, ...]] = {
    "en": ("Rahmat General Store", "Muhammad Aslam", "Basmati rice", "kg"),
    "ur": ("رحمت جنرل سٹور", "محمد اسلم", "باسمتی چاول", "کلو"),
    "hi": ("रहमत जनरल स्टोर", "मोहम्मद असलम", "बासमती चावल", "किलो"),
}


def logo() -> bytes:
    """Return a small PNG with transparency."""
    image = Image.new("RGBA", (120, 80), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((4, 4, 76, 76), fill=(15, 82, 71, 255))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def business(language: Language = "en", **changes: Any) -> BusinessHead:
    """Return a shop that takes payments by Raast."""
    head = BusinessHead(
        name=_NAMES[language][0],
        address="Shop 14, Main Bazaar\nLahore",
        phone="0300 1234567",
        tax_number="1234567-8",
        tax_label="NTN",
        logo=logo(),
        terms="Exchange within 7 days.",
        currency_code="PKR",
        payment_code=PaymentCode.RAAST,
        payment_id=IBAN,
    )
    return replace(head, **changes)


def bill(language: Language = "en", *, line_count: int = 3, **changes: Any) -> InvoiceSheet:
    """Return an invoice with discount, freight, tax and round-off, part paid, the rest on khata."""
    _, party, item, unit = _NAMES[language]
    made = []
    for i in range(line_count):
        quantity_milli, price_e4 = 1000 + 500 * i, 1_234_500 + 10_000 * i
        gross = (quantity_milli * price_e4 + 50_000) // 100_000
        discount = gross // 20 if i == 1 else 0
        made.append(
            InvoiceLine(
                description=f"{item} {i + 1}",
                quantity_milli=quantity_milli,
                unit=unit,
                unit_price_e4=price_e4,
                discount_minor=discount,
                amount_minor=gross - discount,
            )
        )
    subtotal = sum(line.amount_minor for line in made)
    tax = subtotal * 18 // 100
    exact = subtotal - 500 + 15_000 + tax
    total = exact - exact % 100
    paid = min(10_000, total)
    sheet = InvoiceSheet(
        kind=SheetKind.INVOICE,
        number="INV-A-000412",
        issued_on=date(2026, 11, 18),
        issued_time=time(17, 42),
        due_on=date(2026, 12, 18),
        business=business(language),
        party=PartyHead(name=party, phone="0321 7654321", address="Street 4"),
        lines=tuple(made),
        subtotal_minor=subtotal,
        discount_minor=500,
        charges=(ChargeLine(name="Freight", amount_minor=15_000),),
        taxes=(TaxLine(name="GST", rate_ppm=180_000, tax_minor=tax, taxable_minor=subtotal),),
        round_off_minor=total - exact,
        total_minor=total,
        tenders=(
            TenderLine(kind="cash", amount_minor=paid),
            TenderLine(kind="khata", amount_minor=total - paid),
        ),
        previous_balance_minor=2_314_000,
        paid_minor=paid,
        remaining_balance_minor=2_314_000 + total - paid,
    )
    return replace(sheet, **changes)


def empty_bill(**changes: Any) -> InvoiceSheet:
    """Return a bill on which nothing stands, for a walk-in customer of a shop that told only its name."""
    sheet = InvoiceSheet(
        kind=SheetKind.CASH_MEMO,
        number="INV-A-000001",
        issued_on=date(2026, 11, 18),
        business=BusinessHead(name="Corner shop", currency_code="USD"),
        lines=(),
        subtotal_minor=0,
        total_minor=0,
    )
    return replace(sheet, **changes)


def statement(language: Language = "en", *, rows: int = 5, **changes: Any) -> PartyStatement:
    """Return a statement of sales and payments in turn."""
    opening = balance = 2_804_000
    made = []
    billed = received = 0
    for i in range(rows):
        debit, credit = (648_000 + 13 * i, 0) if i % 2 == 0 else (0, 590_000 + 7 * i)
        balance += debit - credit
        billed, received = billed + debit, received + credit
        made.append(
            StatementRow(
                occurred_on=date(2026, 8, 1) + timedelta(days=100 * i // max(rows, 1)),
                number=f"{'INV' if debit else 'RCT'}-A-{i + 1:06}",
                kind="sale" if debit else "receipt",
                details=f"{_NAMES[language][2]} {i % 7}",
                debit_minor=debit,
                credit_minor=credit,
                balance_minor=balance,
            )
        )
    result = PartyStatement(
        business=business(language),
        party=PartyHead(name=_NAMES[language][1], phone="0321 7654321"),
        first_on=date(2026, 8, 1),
        last_on=date(2026, 11, 18),
        opening_minor=opening,
        closing_minor=balance,
        rows=tuple(made),
        total_debit_minor=billed,
        total_credit_minor=received,
        ageing=Ageing(days_0_30_minor=balance - 500_000, days_31_60_minor=500_000),
    )
    return replace(result, **changes)


# --- reading back ----------------------------------------------------------------------------------------


def pages(pdf: bytes) -> list[pypdf.PageObject]:
    """Return the pages of a PDF."""
    return list(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def page_size_mm(page: pypdf.PageObject) -> tuple[int, int]:
    """Return width and height in whole millimetres."""
    return round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4)


def text_of(pdf: bytes) -> str:
    """Return everything the PDF says, as poppler reads it, direction marks and odd spaces taken out."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return plain(done.stdout.decode("utf-8"))


def plain(text: str) -> str:
    """Return text without direction marks, in composed form."""
    marks = dict.fromkeys([*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    return unicodedata.normalize("NFC", text.translate(marks).replace("\u00a0", " "))


def numbers_in(text: str) -> list[str]:
    """Return every amount with two decimals that stands in the text, commas taken out."""
    return [found.replace(",", "") for found in re.findall(r"-?\d[\d,]*\.\d\d(?!\d)", text)]


def amounts(minors: Iterable[int]) -> list[str]:
    """Return minor units of a two-decimal currency as `numbers_in` finds them."""
    return [f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02}" for minor in minors]


def picture(pdf: bytes, folder: Path, *, page: int = 1, dpi: int = 110) -> Image.Image:
    """Return a page as poppler draws it."""
    source, target = folder / "page.pdf", folder / "page"
    source.write_bytes(pdf)
    span = ["-f", str(page), "-l", str(page)]
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", *span, str(source), str(target)], check=True
    )
    with Image.open(target.with_suffix(".png")) as drawn:
        return drawn.convert("RGB")
