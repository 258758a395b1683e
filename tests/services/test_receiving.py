"""Money received and money paid: what it settles, and what is left over."""

from datetime import date

import pytest

from khata_desktop.domain.accounts import (
    BANK,
    CASH,
    GENERAL_EXPENSES,
    OTHER_INCOME,
    PAYABLE,
    RECEIVABLE,
    SALES,
)
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.voucher_errors import (
    AllocationExceedsReceipt,
    AllocationTooLarge,
    AmountNotPositive,
    AmountTooLarge,
    MoneyAccountRequired,
    PartyRequired,
)
from khata_desktop.domain.vouchers import Allocation
from khata_desktop.services.books import Books
from khata_desktop.services.posting import Posted
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, khata, log_length, posted_to, still_open

DAY = date(2026, 3, 2)


@pytest.fixture
def bills(keeper: Shopkeeper, aslam: PartyId) -> list[Posted]:
    """Aslam owes 100, 200 and 300; the one of 300 is the oldest although it was written last."""
    days = (date(2026, 1, 10), date(2026, 1, 20), date(2026, 1, 5))
    return [keeper.gave(day, amount, aslam) for day, amount in zip(days, (100, 200, 300), strict=True)]


def test_money_settles_the_oldest_due_first(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    receipt = keeper.receive(DAY, 350, aslam)
    assert receipt.number == "RCT-A-000001"
    assert posted_to(booked(books, receipt)) == {CASH: [350], RECEIVABLE: [-350]}
    assert still_open(books, aslam) == {bills[0].number: 50, bills[1].number: 200}


def test_money_settles_what_was_chosen_and_the_rest_is_an_advance(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    chosen = (Allocation(bills[1].voucher_id, 150),)
    receipt = keeper.receive(DAY, 200, aslam, allocations=chosen)
    assert booked(books, receipt).allocations == chosen
    assert still_open(books, aslam) == {
        bills[0].number: 100,
        bills[1].number: 50,
        bills[2].number: 300,
        receipt.number: -50,
    }


def test_nothing_chosen_settles_nothing(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    receipt = keeper.receive(DAY, 600, aslam, allocations=())
    assert still_open(books, aslam)[receipt.number] == -600
    assert khata(books, aslam) == 0


@pytest.mark.parametrize(
    ("amount", "problem"),
    [(301, AllocationTooLarge), (300, AllocationExceedsReceipt), (-1, AllocationTooLarge)],
)
def test_more_than_is_due_or_received_cannot_be_chosen(
    books: Books,
    keeper: Shopkeeper,
    aslam: PartyId,
    bills: list[Posted],
    amount: int,
    problem: type[Exception],
) -> None:
    before = log_length(books)
    received = 500 if problem is AllocationTooLarge else 299
    with pytest.raises(problem):
        keeper.receive(DAY, received, aslam, allocations=(Allocation(bills[2].voucher_id, amount),))
    assert log_length(books) == before


def test_one_bill_cannot_be_chosen_twice_over(
    keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    twice = (Allocation(bills[0].voucher_id, 60), Allocation(bills[0].voucher_id, 60))
    with pytest.raises(AllocationTooLarge):
        keeper.receive(DAY, 200, aslam, allocations=twice)


def test_the_bill_of_another_cannot_be_settled(
    keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    bilal = keeper.party("Bilal")
    with pytest.raises(AllocationTooLarge):
        keeper.receive(DAY, 100, bilal, allocations=(Allocation(bills[0].voucher_id, 100),))


def test_more_than_is_due_becomes_an_advance_that_the_next_bill_uses_up(
    books: Books, keeper: Shopkeeper, aslam: PartyId, bills: list[Posted]
) -> None:
    receipt = keeper.receive(DAY, 1_000, aslam)
    assert still_open(books, aslam) == {receipt.number: -400}
    assert khata(books, aslam) == -400
    next_bill = keeper.gave(DAY, 150, aslam)
    assert booked(books, next_bill).allocations == (Allocation(receipt.voucher_id, 150),)
    assert still_open(books, aslam) == {receipt.number: -250}
    last = keeper.gave(DAY, 700, aslam)
    assert still_open(books, aslam) == {last.number: 450}


def test_two_advances_are_used_the_older_first(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    keeper.receive(date(2026, 2, 2), 100, aslam)
    older = keeper.receive(date(2026, 2, 1), 100, aslam)
    bill = keeper.gave(DAY, 150, aslam)
    first, second = booked(books, bill).allocations
    assert (first, second.amount_minor) == (Allocation(older.voucher_id, 100), 50)


def test_a_supplier_is_paid_what_we_owe(books: Books, keeper: Shopkeeper) -> None:
    traders = keeper.party("Traders", kind="supplier")
    supply = keeper.got(DAY, 900, traders, against_id=GENERAL_EXPENSES)
    paid = keeper.pay(DAY, 400, traders, account_id=BANK)
    assert paid.number == "PAY-A-000001"
    assert posted_to(booked(books, paid)) == {PAYABLE: [400], BANK: [-400]}
    assert still_open(books, traders) == {supply.number: -500}


def test_money_lent_to_a_customer_makes_him_owe(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    keeper.pay(DAY, 500, aslam)
    assert khata(books, aslam) == 500


def test_an_expense_and_an_income_need_no_party(books: Books, keeper: Shopkeeper) -> None:
    spent = keeper.pay(DAY, 700, for_account_id=GENERAL_EXPENSES, narration="  tea ", reference=" 12 ")
    assert posted_to(booked(books, spent)) == {GENERAL_EXPENSES: [700], CASH: [-700]}
    assert (booked(books, spent).narration, booked(books, spent).reference) == ("tea", "12")
    keeper.receive(DAY, 200, None, for_account_id=OTHER_INCOME)
    assert (balance(books, CASH), balance(books, OTHER_INCOME)) == (-500, -200)


def test_money_needs_to_be_from_someone_or_for_something(keeper: Shopkeeper) -> None:
    with pytest.raises(PartyRequired):
        keeper.receive(DAY, 100, None)


@pytest.mark.parametrize(
    ("amount", "problem"), [(0, AmountNotPositive), (-5, AmountNotPositive), (10**13 + 1, AmountTooLarge)]
)
def test_only_a_sensible_amount_is_money(
    books: Books, keeper: Shopkeeper, aslam: PartyId, amount: int, problem: type[Exception]
) -> None:
    before = log_length(books)
    for do in (keeper.receive, keeper.pay):
        with pytest.raises(problem):
            do(DAY, amount, aslam)
    assert log_length(books) == before


def test_money_lies_in_cash_or_bank_and_nowhere_else(keeper: Shopkeeper, aslam: PartyId) -> None:
    with pytest.raises(MoneyAccountRequired, match="Sales"):
        keeper.receive(DAY, 100, aslam, account_id=SALES)
