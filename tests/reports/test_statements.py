"""Trial balance, profit and loss and balance sheet against figures worked out by hand."""

from datetime import date

from khata_desktop.reports.balance_sheet import balance_sheet
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper, SmallShop

BALANCES = {
    "Cash in hand": 52_000,
    "Customers": 21_000,
    "Stock": 50_000,
    "Suppliers": -50_000,
    "Opening balances": -100_000,
    "Sales": -96_000,
    "Sales returns": 15_000,
    "Cost of goods sold": 50_000,
    "General expenses": 50_000,
    "Rent": 8_000,
}


def test_trial_balance_shows_every_account_that_moved_and_both_sides_are_equal(
    books: Books, shop: SmallShop
) -> None:
    found = books.query(trial_balance)
    assert {row.name: row.balance_minor for row in found.rows} == BALANCES
    assert found.debit_minor == found.credit_minor == 246_000


def test_a_void_voucher_counts_on_neither_side(books: Books, shop: SmallShop) -> None:
    cash = next(row for row in books.query(trial_balance).rows if row.name == "Cash in hand")
    assert (cash.moved_debit_minor, cash.moved_credit_minor) == (60_000, 8_000)
    # The day of the mistake lies within a part of a month, which is added up from the postings.
    part = books.query(trial_balance, period=Period(date(2026, 2, 11), date(2026, 2, 25)))
    assert {
        row.name: (row.moved_debit_minor, row.moved_credit_minor)
        for row in part.rows
        if row.moved_debit_minor or row.moved_credit_minor
    } == {
        "Cash in hand": (0, 8_000),
        "Rent": (8_000, 0),
    }


def test_trial_balance_of_a_day_in_the_middle_of_a_month(books: Books, shop: SmallShop) -> None:
    found = books.query(trial_balance, as_of=date(2026, 1, 6))
    assert {row.name: row.balance_minor for row in found.rows} == {
        "Cash in hand": 30_000,
        "Customers": 15_000,
        "Stock": 70_000,
        "Suppliers": -50_000,
        "Opening balances": -100_000,
        "Sales": -45_000,
        "Cost of goods sold": 30_000,
        "General expenses": 50_000,
    }


def test_trial_balance_of_a_period_opens_with_what_was_before(books: Books, shop: SmallShop) -> None:
    found = books.query(trial_balance, period=Period(date(2026, 1, 3), date(2026, 2, 9)))
    customers = next(row for row in found.rows if row.name == "Customers")
    assert customers.opening_minor == 35_000
    assert (customers.moved_debit_minor, customers.moved_credit_minor) == (21_000, 20_000)
    assert customers.balance_minor == customers.debit_minor == 36_000
    assert found.opening_debit_minor == found.opening_credit_minor
    assert found.moved_debit_minor == found.moved_credit_minor
    assert found.debit_minor == found.credit_minor


def test_profit_and_loss_by_month(books: Books, shop: SmallShop) -> None:
    found = books.query(profit_and_loss, period=Period.year(2026), by_month=True)
    assert found.months == tuple(range(202601, 202613))
    assert found.sales.by_month[:3] == (89_000, 7_000, 0)
    assert found.returns.by_month[:3] == (0, -15_000, 0)
    assert found.cost.by_month[:3] == (60_000, -10_000, 0)
    assert found.gross.by_month[:3] == (29_000, 2_000, 0)
    assert found.expenses.by_month[:3] == (50_000, 8_000, 0)
    assert found.net.by_month[:3] == (-21_000, -6_000, 0)
    assert found.net.total_minor == -27_000
    assert [row.name for row in found.section("expenses").rows] == ["General expenses", "Rent"]


def test_profit_and_loss_of_part_of_a_month_is_the_same_by_month_and_in_one_sum(
    books: Books, shop: SmallShop
) -> None:
    period = Period(date(2026, 1, 7), date(2026, 2, 19))
    whole = books.query(profit_and_loss, period=period)
    monthly = books.query(profit_and_loss, period=period, by_month=True)
    assert whole.months == ()
    assert whole.net.total_minor == monthly.net.total_minor == 14_000 + 2_000
    assert monthly.months == (202601, 202602)


def test_months_of_an_open_period_run_from_the_first_posting_to_the_last(
    books: Books, shop: SmallShop
) -> None:
    found = books.query(profit_and_loss, period=ALL_TIME, by_month=True)
    assert found.months == (202601, 202602)


def test_a_book_without_vouchers_has_empty_statements(books: Books, keeper: Shopkeeper) -> None:
    assert books.query(trial_balance).rows == ()
    assert books.query(profit_and_loss, period=ALL_TIME, by_month=True).net.total_minor == 0
    sheet = books.query(balance_sheet, as_of=date(2026, 1, 1))
    assert sheet.total_assets_minor == sheet.total_equity_minor == 0


def test_balance_sheet_balances_with_the_profit_to_date(books: Books, shop: SmallShop) -> None:
    sheet = books.query(balance_sheet, as_of=date(2026, 2, 28))
    assert sheet.total_assets_minor == 123_000
    assert sheet.total_liabilities_minor == 50_000
    assert sheet.total_equity_minor == 73_000
    assert (sheet.earlier_profit_minor, sheet.profit_minor) == (0, -27_000)
    assert [(row.name, row.balance_minor) for row in sheet.equity] == [("Opening balances", 100_000)]


def test_profit_of_earlier_years_stands_apart(books: Books, shop: SmallShop) -> None:
    sheet = books.query(balance_sheet, as_of=date(2026, 2, 28), year_start_month=2)
    assert (sheet.earlier_profit_minor, sheet.profit_minor) == (-21_000, -6_000)
    assert sheet.total_assets_minor == sheet.total_liabilities_minor + sheet.total_equity_minor
