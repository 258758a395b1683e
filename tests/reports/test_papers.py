"""What stands on a bill and on a statement."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.reports.ageing import Ageing
from khata_desktop.reports.invoice_sheet import (
    InvoiceSheet,
    PaymentCode,
    SheetKind,
    TenderLine,
    business_head,
    invoice_sheet,
)
from khata_desktop.reports.party_statement import party_statement
from khata_desktop.reports.period import Period
from khata_desktop.services.books import Books
from khata_desktop.services.records import change_business
from tests.reports.shop import Shopkeeper, SmallShop


def _holds_together(sheet: InvoiceSheet) -> None:
    """Check what the print relies on."""
    on_top = sum(tax.tax_minor for tax in sheet.taxes if not tax.included)
    assert sheet.subtotal_minor == sum(line.amount_minor for line in sheet.lines)
    assert sheet.total_minor == sheet.subtotal_minor - sheet.discount_minor + on_top + sheet.round_off_minor
    sign = -1 if sheet.kind is SheetKind.CREDIT_NOTE else 1
    if sheet.previous_balance_minor is not None:
        left = sheet.previous_balance_minor + sign * (sheet.total_minor - sheet.paid_minor)
        assert sheet.remaining_balance_minor == left
    assert sum(tender.amount_minor for tender in sheet.tenders) == sheet.total_minor


def test_bill_says_previous_balance_this_bill_paid_and_remaining(books: Books, shop: SmallShop) -> None:
    first = books.query(invoice_sheet, voucher_id=shop.bill.voucher_id)
    _holds_together(first)
    assert (first.kind, first.number, first.issued_on) == (
        SheetKind.INVOICE, "INV-A-000001", date(2026, 1, 2),
    )  # fmt: skip
    assert first.previous_balance_minor == 0
    assert (first.total_minor, first.paid_minor, first.remaining_balance_minor) == (45_000, 10_000, 35_000)
    assert first.tenders == (
        TenderLine(kind="cash", amount_minor=10_000, name="Cash in hand"),
        TenderLine(kind="khata", amount_minor=35_000),
    )
    [line] = first.lines
    assert (line.description, line.quantity_milli, line.unit_price_e4) == ("Sugar", 3_000, 1_500_000)
    assert first.party is not None
    assert first.party.phone == "0300 1234567"


def test_previous_balance_is_of_the_moment_before_the_bill_whatever_came_later(
    books: Books, shop: SmallShop
) -> None:
    # On 20 January a wrong bill was posted, undone and posted anew: only what counts came before it.
    corrected = books.query(invoice_sheet, voucher_id=shop.right_bill.voucher_id)
    _holds_together(corrected)
    assert (corrected.previous_balance_minor, corrected.remaining_balance_minor) == (15_000, 29_000)
    later = shop.keeper.sell(date(2026, 1, 20), shop.keeper.line(shop.sugar, 1_000, 1_000_000), to=shop.aslam)
    sheet = books.query(invoice_sheet, voucher_id=later.voucher_id)
    assert (sheet.previous_balance_minor, sheet.remaining_balance_minor) == (29_000, 39_000)


def test_credit_note_takes_back_from_its_bill(books: Books, shop: SmallShop) -> None:
    sheet = books.query(invoice_sheet, voucher_id=shop.goods_back.voucher_id)
    _holds_together(sheet)
    assert (sheet.kind, sheet.against_number) == (SheetKind.CREDIT_NOTE, "INV-A-000001")
    assert (sheet.previous_balance_minor, sheet.total_minor, sheet.remaining_balance_minor) == (
        36_000, 15_000, 21_000,
    )  # fmt: skip


def test_walk_in_gets_a_cash_memo_without_balances(books: Books, shop: SmallShop) -> None:
    sheet = books.query(invoice_sheet, voucher_id=shop.walk_in.voucher_id)
    _holds_together(sheet)
    assert (sheet.kind, sheet.party, sheet.previous_balance_minor) == (SheetKind.CASH_MEMO, None, None)


def test_discounts_taxes_rounding_and_mixed_tenders_add_up(books: Books, keeper: Shopkeeper) -> None:
    books.execute(change_business, {"round_to_minor": 100})
    gst, cess = keeper.tax("GST", 180_000), keeper.tax("Cess", 10_000)
    tea, soap = keeper.item("Tea"), keeper.item("Soap")
    party = keeper.party("Chand")
    sale = keeper.sell(
        date(2026, 1, 5),
        keeper.line(tea, 3_000, 1_234_500, discount_minor=70, tax_ids=(gst, cess)),
        keeper.line(soap, 1_500, 999_900, tax_ids=(gst,), price_includes_tax=True),
        to=party,
        bill_discount_minor=333,
        tenders=(Tender(CASH, 10_000), Tender(BANK, 5_000)),
        tendered_minor=12_000,
    )
    sheet = books.query(invoice_sheet, voucher_id=sale.voucher_id)
    _holds_together(sheet)
    assert sheet.total_minor % 100 == 0
    assert sheet.round_off_minor != 0
    assert (sheet.discount_minor, sheet.lines[0].discount_minor) == (333, 70)
    assert sheet.lines[0].amount_minor == 3 * 12_345 - 70
    assert [(tax.name, tax.rate_ppm, tax.included) for tax in sheet.taxes] == [
        ("GST", 180_000, False),
        ("Cess", 10_000, False),
        ("GST", 180_000, True),
    ]
    assert [tender.kind for tender in sheet.tenders] == ["cash", "bank", "khata"]
    assert (sheet.cash_given_minor, sheet.change_minor) == (12_000, 2_000)


def test_only_bills_and_returns_have_a_sheet(books: Books, shop: SmallShop) -> None:
    with pytest.raises(UnknownRecord):
        books.query(invoice_sheet, voucher_id=shop.receipt.voucher_id)


def test_hour_is_printed_on_bills_of_the_day_they_were_made(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 5, 20, 30, tzinfo=UTC)
    pakistan = timezone(timedelta(hours=5))
    with Books.create(
        tmp_path / "hour.khata", name="Hour", currency_code="PKR", clock=Clock(now=lambda: moment)
    ) as books:
        keeper = Shopkeeper(books)
        tea = keeper.item("Tea")
        today = keeper.sell(date(2026, 1, 6), keeper.line(tea, 1_000, 10_000))
        yesterday = keeper.sell(date(2026, 1, 5), keeper.line(tea, 1_000, 10_000))
        sheet = books.query(invoice_sheet, voucher_id=today.voucher_id, time_zone=pakistan)
        assert str(sheet.issued_time) == "01:30:00"
        assert sheet.sold_by == "Owner"
        sheet = books.query(invoice_sheet, voucher_id=yesterday.voucher_id, time_zone=pakistan)
        assert sheet.issued_time is None


@pytest.mark.parametrize(
    ("currency", "payment_id", "code"),
    [
        ("PKR", "", PaymentCode.NONE),
        ("PKR", "PK36 SCBL 0000 0011 2345 6702", PaymentCode.RAAST),
        ("PKR", "https://pay.example/shop", PaymentCode.TEXT),
        ("INR", "shop@bank", PaymentCode.UPI),
        ("GBP", "shop@bank", PaymentCode.TEXT),
    ],
)
def test_payment_code_goes_by_the_form_of_the_payment_id(
    tmp_path: Path, currency: str, payment_id: str, code: PaymentCode
) -> None:
    with Books.create(
        tmp_path / "pay.khata", name="Pay", currency_code=currency, payment_id=payment_id
    ) as books:
        assert books.query(business_head).payment_code is code


def test_statement_runs_from_opening_to_closing_with_its_ageing(books: Books, shop: SmallShop) -> None:
    today = date(2026, 2, 28)
    statement = books.query(party_statement, party_id=shop.aslam, today=today, period=Period.month(2026, 2))
    assert (statement.first_on, statement.last_on) == (date(2026, 2, 1), today)
    assert (statement.opening_minor, statement.closing_minor) == (29_000, 21_000)
    assert statement.opening_minor + statement.total_debit_minor - statement.total_credit_minor == 21_000
    assert [(row.kind, row.details, row.balance_minor) for row in statement.rows] == [
        ("khata", "Eid udhaar", 36_000),
        ("sale_return", "Sugar", 21_000),
    ]
    assert statement.ageing == Ageing(days_0_30_minor=7_000, days_31_60_minor=14_000)


def test_statement_of_all_time_ends_today(books: Books, shop: SmallShop) -> None:
    statement = books.query(party_statement, party_id=shop.aslam, today=date(2026, 3, 15))
    assert (statement.first_on, statement.last_on, len(statement.rows)) == (None, date(2026, 3, 15), 5)
