"""You gave, you got; balances brought in; journal vouchers."""

from collections.abc import Callable
from datetime import date

import pytest

from khata_desktop.domain.accounts import (
    BANK,
    CAPITAL,
    CASH,
    COST_OF_GOODS,
    DRAWINGS,
    INVENTORY,
    OPENING_BALANCES,
    PAYABLE,
    RECEIVABLE,
    SALES,
)
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, fixed_id
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.voucher_errors import (
    AccountFollowsGoods,
    AccountWithoutKhatas,
    AmountNotPositive,
    KhataOnOtherAccount,
    PartyRequired,
    QuantityZero,
    VoucherEmpty,
    VoucherUnbalanced,
)
from khata_desktop.domain.vouchers import Posting
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.selling import PostReturn, post_return
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, khata, log_length, on_hand, posted_to, still_open

DAY = date(2026, 3, 2)


def test_you_gave_and_he_owes_you_got_and_he_does_not(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    gave = keeper.gave(DAY, 900, aslam, due_on=date(2026, 4, 1))
    assert (gave.number, khata(books, aslam)) == ("GAV-A-000001", 900)
    assert booked(books, gave).due_on == date(2026, 4, 1)
    got = keeper.got(DAY, 400, aslam)
    assert (got.number, khata(books, aslam)) == ("GOT-A-000001", 500)
    assert still_open(books, aslam) == {gave.number: 500}


@pytest.mark.parametrize(
    ("kind", "gave", "against", "control"),
    [
        ("customer", True, SALES, RECEIVABLE),
        ("customer", False, CASH, RECEIVABLE),
        ("supplier", True, CASH, PAYABLE),
        ("supplier", False, COST_OF_GOODS, PAYABLE),
        ("staff", True, CASH, RECEIVABLE),
        ("staff", False, CASH, RECEIVABLE),
    ],
)
def test_an_entry_stands_against_what_it_mostly_is(
    books: Books, keeper: Shopkeeper, kind: str, gave: bool, against: AccountId, control: AccountId
) -> None:
    party = keeper.party("Somebody", kind=kind)
    command = RecordKhataEntry(party_id=party, gave=gave, amount_minor=100, entered_on=DAY)
    accounts = posted_to(booked(books, books.execute(record_khata_entry, command).value))
    sign = 1 if gave else -1
    assert accounts == {control: [sign * 100], against: [-sign * 100]}


def test_an_entry_of_nothing_is_refused(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    before = log_length(books)
    for amount in (0, -1):
        with pytest.raises(AmountNotPositive):
            keeper.gave(DAY, amount, aslam)
    with pytest.raises(UnknownRecord):
        keeper.gave(DAY, 100, aslam, against_id=AccountId(fixed_id(9999)))
    assert log_length(books) == before


def test_what_a_party_owes_from_before_is_brought_in(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    owes = keeper.bring_in(DAY, 2_500, party_id=aslam)
    assert owes.number == "OPN-A-000001"
    assert posted_to(booked(books, owes)) == {RECEIVABLE: [2_500], OPENING_BALANCES: [-2_500]}
    keeper.receive(DAY, 1_000, aslam)
    assert still_open(books, aslam) == {owes.number: 1_500}


def test_what_we_owe_from_before_is_brought_in(books: Books, keeper: Shopkeeper) -> None:
    traders = keeper.party("Traders", kind="supplier")
    owed = keeper.bring_in(DAY, -4_000, party_id=traders)
    assert posted_to(booked(books, owed)) == {PAYABLE: [-4_000], OPENING_BALANCES: [4_000]}
    assert booked(books, owed).total_minor == 4_000


def test_what_lies_in_till_and_bank_is_brought_in(books: Books, keeper: Shopkeeper) -> None:
    keeper.bring_in(DAY, 6_000, account_id=CASH)
    keeper.bring_in(DAY, -1_500, account_id=BANK)
    assert (balance(books, CASH), balance(books, BANK), balance(books, OPENING_BALANCES)) == (
        6_000,
        -1_500,
        -4_500,
    )


def test_stock_is_brought_in_with_what_it_cost(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    assert on_hand(books, sugar) == (10_000, 100_000)
    assert balance(books, INVENTORY) == -balance(books, OPENING_BALANCES) == 100_000


def test_stock_that_cost_nothing_is_brought_in_too(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    keeper.bring_in(DAY, 0, item_id=sugar, quantity_milli=3_000)
    assert on_hand(books, sugar) == (3_000, 0)


def test_a_balance_of_nothing_is_not_brought_in(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    before = log_length(books)
    with pytest.raises(AmountNotPositive):
        keeper.bring_in(DAY, 0, party_id=aslam)
    with pytest.raises(QuantityZero):
        keeper.bring_in(DAY, 100, item_id=sugar)
    with pytest.raises(AmountNotPositive):
        keeper.bring_in(DAY, -1, item_id=sugar, quantity_milli=1_000)
    assert log_length(books) == before


def test_a_journal_moves_between_accounts(books: Books, keeper: Shopkeeper) -> None:
    journal = keeper.journal(
        DAY, Posting(CASH, 5_000), Posting(BANK, 2_000), Posting(CAPITAL, -7_000), Posting(DRAWINGS, 0)
    )
    assert (journal.number, journal.total_minor) == ("JRN-A-000001", 7_000)
    assert DRAWINGS not in posted_to(booked(books, journal))
    assert balance(books, CAPITAL) == -7_000


def test_a_journal_in_one_khata_settles_it(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    bill = keeper.gave(DAY, 900, aslam)
    keeper.journal(DAY, Posting(DRAWINGS, 300), Posting(RECEIVABLE, -300, aslam))
    assert still_open(books, aslam) == {bill.number: 600}


def test_a_journal_between_two_khatas_moves_a_debt(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    bilal = keeper.party("Bilal")
    keeper.gave(DAY, 900, aslam)
    keeper.journal(DAY, Posting(RECEIVABLE, 900, bilal), Posting(RECEIVABLE, -900, aslam))
    assert (khata(books, aslam), khata(books, bilal)) == (0, 900)
    keeper.receive(DAY, 900, bilal)
    assert still_open(books, bilal) == {}


def test_a_journal_must_balance(books: Books, keeper: Shopkeeper) -> None:
    before = log_length(books)
    with pytest.raises(VoucherUnbalanced, match=r"^\D+$"):
        keeper.journal(DAY, Posting(CASH, 100), Posting(CAPITAL, -99))
    with pytest.raises(VoucherEmpty):
        keeper.journal(DAY, Posting(CASH, 0), Posting(CAPITAL, 0))
    with pytest.raises(UnknownRecord):
        keeper.journal(DAY, Posting(CASH, 100), Posting(AccountId(fixed_id(9999)), -100))
    with pytest.raises(UnknownRecord):
        keeper.journal(DAY, Posting(RECEIVABLE, 100, PartyId(fixed_id(5))), Posting(CASH, -100))
    assert log_length(books) == before


def test_a_journal_on_a_control_account_names_whose_khata_it_is(keeper: Shopkeeper) -> None:
    """Else what customers owe and what the account says would part ways."""
    with pytest.raises(PartyRequired):
        keeper.journal(DAY, Posting(RECEIVABLE, 100), Posting(CASH, -100))
    with pytest.raises(PartyRequired):
        keeper.bring_in(DAY, 100, account_id=PAYABLE)


def test_nothing_but_goods_moves_the_stock_account(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    """Else the account and what the goods on the shelf cost would part ways."""
    keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    before = log_length(books)
    line = SoldLine(
        item_id=None,
        description="scales",
        quantity_milli=1_000,
        unit_price_e4=10_000,
        account_id=INVENTORY,
    )
    attempts: dict[str, Callable[[], object]] = {
        "postings": lambda: keeper.journal(DAY, Posting(DRAWINGS, 500), Posting(INVENTORY, -500)),
        "account": lambda: keeper.bring_in(DAY, 500, account_id=INVENTORY),
        "against": lambda: keeper.gave(DAY, 500, aslam, against_id=INVENTORY),
        "for": lambda: keeper.pay(DAY, 500, for_account_id=INVENTORY),
        "lines": lambda: keeper.sell(DAY, line),
    }
    for field, attempt in attempts.items():
        with pytest.raises(AccountFollowsGoods, match="'Stock' follows the goods") as refused:
            attempt()
        assert refused.value.field == (field if field in ("postings", "lines") else "account")
    assert log_length(books) == before
    assert balance(books, INVENTORY) == on_hand(books, sugar)[1]


def test_no_money_stands_on_a_khata_account_without_saying_whose(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    before = log_length(books)
    with pytest.raises(PartyRequired):
        keeper.pay(DAY, 500, for_account_id=PAYABLE)
    with pytest.raises(PartyRequired):
        keeper.receive(DAY, 500, None, for_account_id=RECEIVABLE)
    with pytest.raises(PartyRequired):
        keeper.gave(DAY, 500, aslam, against_id=PAYABLE)
    said = SoldLine(
        item_id=None,
        description="rice",
        quantity_milli=1_000,
        unit_price_e4=10_000,
        account_id=RECEIVABLE,
    )
    with pytest.raises(PartyRequired):
        keeper.sell(DAY, said, to=aslam)
    with pytest.raises(PartyRequired):
        books.execute(post_return, PostReturn(returned_on=DAY, lines=(said,)))
    assert log_length(books) == before


def test_a_khata_stands_on_its_own_accounts_only(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    """Else what customers owe would hold what their account does not."""
    before = log_length(books)
    with pytest.raises(AccountWithoutKhatas, match="'Cash in hand' holds no khatas") as refused:
        keeper.journal(DAY, Posting(CASH, 500, aslam), Posting(CAPITAL, -500))
    assert refused.value.field == "postings"
    assert log_length(books) == before


def test_a_khata_stands_on_one_account_whole(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    traders = keeper.party("Traders", kind="supplier")
    before = log_length(books)
    for party, account in ((aslam, PAYABLE), (traders, RECEIVABLE)):
        with pytest.raises(KhataOnOtherAccount, match="choose that account") as refused:
            keeper.journal(DAY, Posting(account, 500, party), Posting(CAPITAL, -500))
        assert refused.value.field == "postings"
    assert log_length(books) == before
    keeper.journal(DAY, Posting(PAYABLE, 500, traders), Posting(RECEIVABLE, -500, aslam))
    assert (balance(books, PAYABLE), balance(books, RECEIVABLE)) == (500, -500)
