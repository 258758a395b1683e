"""What payment codes say, and that a reader reads it."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from khata_desktop.documents.invoice import invoice_pdf
from khata_desktop.documents.paper import PAPERS, Paper
from khata_desktop.documents.payment_qr import (
    crc16,
    is_pakistani_iban,
    payment_text,
    raast_text,
    squares,
    upi_link,
)
from khata_desktop.documents.statement import statement_pdf
from khata_desktop.reports.invoice_sheet import PaymentCode, SheetKind
from tests.documents.papers import IBAN, bill, business, picture, statement

_DAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("amount_minor", "until", "expected"),
    [
        (0, None, "0002020102110202000424PK33ABCD00000000000000001004BA20"),
        (
            50_000,
            date(2026, 12, 31),
            "0002020102120202000424PK33ABCD0000000000000000050350007123112202623591004EC99",
        ),
    ],
)
def test_raast_code_equals_that_of_other_programs(
    amount_minor: int, until: date | None, expected: str
) -> None:
    assert raast_text("PK33ABCD0000000000000000", amount_minor, valid_until=until) == expected


def test_raast_amount_too_long_for_the_format_is_left_to_the_payer() -> None:
    assert "010211" in raast_text(IBAN, 10**12, valid_until=_DAY)


def test_crc_is_the_one_of_the_emv_standard() -> None:
    assert crc16(b"123456789") == 0x29B1


@pytest.mark.parametrize(
    ("iban", "good"), [(IBAN, True), ("PK37" + IBAN[4:], False), (IBAN[:-1], False), ("", False)]
)
def test_iban_with_wrong_check_digits_is_found(iban: str, good: bool) -> None:
    assert is_pakistani_iban(iban) is good


def test_upi_link_carries_payee_amount_and_reference() -> None:
    fields = parse_qs(urlsplit(upi_link("shop@bank", "रहमत & Sons", 12_345, reference="INV-1")).query)
    assert fields == {
        "pa": ["shop@bank"],
        "pn": ["रहमत & Sons"],
        "am": ["123.45"],
        "cu": ["INR"],
        "tn": ["INV-1"],
    }


def test_code_for_another_currency_or_a_bad_address_is_left_out() -> None:
    upi = business(payment_code=PaymentCode.UPI, payment_id="shop@bank")
    assert payment_text(upi, 100, reference="", issued_on=_DAY) is None
    bad = business(payment_code=PaymentCode.UPI, payment_id="no address", currency_code="INR")
    assert payment_text(bad, 100, reference="", issued_on=_DAY) is None


def test_nothing_is_asked_for_once_the_bill_is_paid() -> None:
    assert payment_text(business(), 0, reference="", issued_on=_DAY) is None


def test_own_text_is_printed_even_when_nothing_is_due() -> None:
    own = business(payment_code=PaymentCode.TEXT, payment_id="https://pay.example/shop")
    assert payment_text(own, 0, reference="", issued_on=_DAY) == "https://pay.example/shop"


def test_text_too_long_for_a_code_is_left_out() -> None:
    assert squares("x" * 5000) is None


@given(st.text(min_size=1, max_size=120))
def test_squares_of_any_text_are_read_back(text: str) -> None:
    modules = squares(text)
    assert modules is not None
    image = Image.new("L", (len(modules) + 8, len(modules) + 8), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + 4, y + 4), 0)
    found = zxingcpp.read_barcode(image.resize((image.width * 4, image.height * 4)))
    assert found is not None
    assert found.bytes.decode("utf-8") == text.encode("utf-8", "replace").decode("utf-8")


@pytest.mark.parametrize("paper", PAPERS)
def test_code_on_the_printed_bill_asks_for_what_is_unpaid(paper: Paper, tmp_path: Path) -> None:
    sheet = bill()
    pdf = invoice_pdf(sheet, paper=paper, language="en", copy=True)
    unpaid = sheet.total_minor - sheet.paid_minor
    (found,) = zxingcpp.read_barcodes(picture(pdf, tmp_path, dpi=203))
    assert found.text == raast_text(IBAN, unpaid, valid_until=date(2027, 2, 16))


def test_code_on_the_statement_asks_for_the_balance(tmp_path: Path) -> None:
    paper = statement("ur")
    (found,) = zxingcpp.read_barcodes(picture(statement_pdf(paper, language="ur"), tmp_path, dpi=203))
    assert f"{paper.closing_minor / 100:.2f}" in found.text


def test_credit_note_asks_for_nothing(tmp_path: Path) -> None:
    pdf = invoice_pdf(bill(kind=SheetKind.CREDIT_NOTE), paper="A4", language="en", copy=False)
    assert not zxingcpp.read_barcodes(picture(pdf, tmp_path))
