"""Items and their stock; the accounts, the cash book and the day book."""

from datetime import date

import pytest

from khata_desktop.domain.accounts import BANK, CASH, INVENTORY, AccountKind
from khata_desktop.domain.ids import AccountId, new_id
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import Posting, VoucherKind
from khata_desktop.reports.account_ledger import (
    account_ledger,
    account_ledger_anchors,
    account_ledger_page,
    account_ledger_totals,
)
from khata_desktop.reports.accounts_list import account_profile, accounts_list
from khata_desktop.reports.dashboard import dashboard
from khata_desktop.reports.day_book import day_book
from khata_desktop.reports.items_list import item_categories, items_list
from khata_desktop.reports.period import Period
from khata_desktop.reports.profiles import item_profile
from khata_desktop.reports.stock_report import item_movements, stock_report
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.records import archive_record, delete_record
from tests.reports.shop import Shopkeeper, SmallShop

DAY = date(2026, 3, 1)


def test_items_show_stock_value_and_whether_they_run_low(books: Books, shop: SmallShop) -> None:
    [row] = books.query(items_list).rows
    assert (row.name, row.on_hand_milli, row.value_minor, row.is_low) == ("Sugar", 5_000, 50_000, True)
    shop.keeper.bring_in(date(2026, 3, 1), 20_000, item_id=shop.sugar, quantity_milli=2_000)
    found = books.query(items_list)
    assert (found.low_count, found.value_minor) == (0, 70_000)


def test_items_that_run_low_come_first_or_alone(books: Books, shop: SmallShop) -> None:
    shop.keeper.item("Atta", kind="service", reorder_milli=1)
    shop.keeper.item("Ghee")
    assert [row.name for row in books.query(items_list).rows] == ["Atta", "Ghee", "Sugar"]
    first = books.query(items_list, low_stock_first=True)
    assert ([row.name for row in first.rows], first.low_count) == (["Sugar", "Atta", "Ghee"], 1)
    assert [row.name for row in books.query(items_list, low_stock_only=True).rows] == ["Sugar"]


def test_the_first_page_and_the_list_agree_on_what_runs_low(books: Books, shop: SmallShop) -> None:
    keeper = shop.keeper
    keeper.item("Atta", reorder_milli=0)
    keeper.item("Besan")  # nothing on hand, and no level to reorder at
    missing = keeper.item("Ghee")
    keeper.sell(DAY, keeper.line(missing, 500, 1_500_000))
    away = keeper.item("Old soap", reorder_milli=5_000)
    books.execute(archive_record, Entity.ITEM, away)
    gone = keeper.item("Typing mistake", reorder_milli=5_000)
    books.execute(delete_record, Entity.ITEM, gone)
    keeper.item("Delivery", kind="service", reorder_milli=5_000)
    glance = books.query(dashboard, today=DAY)
    for include_archived in (False, True):
        listed = books.query(items_list, low_stock_only=True, include_archived=include_archived)
        assert [row.name for row in listed.rows] == ["Atta", "Ghee", "Sugar"]
        assert sorted(item.name for item in glance.low_stock) == ["Atta", "Ghee", "Sugar"]
        whole = books.query(items_list, include_archived=include_archived)
        assert glance.low_stock_count == listed.low_count == whole.low_count == 3


def test_items_are_found_by_name_in_any_script_code_and_category(books: Books, shop: SmallShop) -> None:
    shop.keeper.item("چینی", other_names="Cheeni", barcodes="8961234567890")
    assert [row.name for row in books.query(items_list, search="chini").rows] == ["چینی"]
    assert [row.name for row in books.query(items_list, search="896123").rows] == ["چینی"]
    assert [row.name for row in books.query(items_list, search="sug").rows] == ["Sugar"]
    assert [row.name for row in books.query(items_list, category="Food").rows] == ["Sugar"]
    assert books.query(item_categories) == ["Food"]


def test_archived_items_are_left_out_unless_asked_for(books: Books, shop: SmallShop) -> None:
    tea = shop.keeper.item("Tea")
    books.execute(archive_record, Entity.ITEM, tea)
    assert [row.name for row in books.query(items_list).rows] == ["Sugar"]
    found = books.query(items_list, include_archived=True).rows
    assert [(row.name, row.archived) for row in found] == [("Sugar", 0), ("Tea", 1)]


def test_an_archived_item_that_still_has_stock_is_shown_and_counted(books: Books, shop: SmallShop) -> None:
    books.execute(archive_record, Entity.ITEM, shop.sugar)
    found = books.query(items_list)
    assert [(row.name, row.archived, row.is_low) for row in found.rows] == [("Sugar", 1, 0)]
    account = {row.name: row.balance_minor for row in books.query(trial_balance).rows}
    assert found.value_minor == account["Stock"] == 50_000
    assert books.query(items_list, search="chini").rows == ()


def test_stock_is_worth_what_the_stock_account_says_on_any_day(books: Books, shop: SmallShop) -> None:
    for day in (date(2026, 1, 1), date(2026, 1, 20), date(2026, 2, 15), date(2026, 2, 28), None):
        account = {row.name: row.balance_minor for row in books.query(trial_balance, as_of=day).rows}
        assert books.query(stock_report, as_of=day).value_minor == account["Stock"]


def test_stock_of_a_day_and_its_average_cost(books: Books, shop: SmallShop) -> None:
    [row] = books.query(stock_report, as_of=date(2026, 1, 6)).rows
    assert (row.on_hand_milli, row.value_minor, row.average_e4) == (7_000, 70_000, 1_000_000)
    assert books.query(stock_report, as_of=date(2025, 12, 31)).rows == ()


def test_movements_of_an_item_run_up_to_what_is_on_hand(books: Books, shop: SmallShop) -> None:
    found = books.query(item_movements, item_id=shop.sugar)
    assert [(row.kind, row.in_milli, row.out_milli, row.on_hand_milli) for row in found.rows] == [
        (VoucherKind.OPENING, 10_000, 0, 10_000),
        (VoucherKind.SALE, 0, 3_000, 7_000),
        (VoucherKind.SALE, 0, 2_000, 5_000),
        (VoucherKind.SALE, 0, 1_000, 4_000),
        (VoucherKind.SALE_RETURN, 1_000, 0, 5_000),
    ]
    february = books.query(item_movements, item_id=shop.sugar, period=Period.month(2026, 2))
    assert (february.opening_milli, february.opening_value_minor) == (4_000, 40_000)
    assert (february.closing_milli, february.closing_value_minor) == (5_000, 50_000)
    profile = books.query(item_profile, item_id=shop.sugar)
    assert (profile.on_hand_milli, profile.value_minor) == (5_000, 50_000)


def test_goods_sold_before_they_were_brought_in_have_no_average(books: Books, keeper: Shopkeeper) -> None:
    tea = keeper.item("Tea", cost_e4=500_000)
    keeper.sell(date(2026, 1, 1), keeper.line(tea, 2_000, 800_000))
    [row] = books.query(stock_report).rows
    assert (row.on_hand_milli, row.value_minor, row.average_e4) == (-2_000, -10_000, None)


def test_cash_book_opens_with_yesterday_and_closes_with_the_day(books: Books, shop: SmallShop) -> None:
    book = books.query(account_ledger, account_id=CASH, period=Period(date(2026, 1, 3), date(2026, 2, 28)))
    assert (book.name, book.opening_minor, book.closing_minor) == ("Cash in hand", 10_000, 52_000)
    assert [(row.debit_minor, row.credit_minor, row.balance_minor, row.party_name) for row in book.rows] == [
        (20_000, 0, 30_000, "Aslam"),
        (30_000, 0, 60_000, ""),
        (0, 8_000, 52_000, ""),
    ]
    assert (book.debit_minor, book.credit_minor) == (50_000, 8_000)


def test_cash_book_is_searched_and_paged_like_a_khata(books: Books, shop: SmallShop) -> None:
    whole = books.query(account_ledger, account_id=CASH).rows
    assert len(whole) == 4
    assert books.query(account_ledger_page, account_id=CASH) == list(reversed(whole))
    anchors = books.query(account_ledger_anchors, account_id=CASH, every=3)
    last_page = books.query(account_ledger_page, account_id=CASH, first=3, count=3, anchor=anchors[1])
    assert last_page == [whole[0]]
    found = books.query(account_ledger, account_id=CASH, text="rent")
    assert [row.balance_minor for row in found.rows] == [52_000]
    totals = books.query(account_ledger_totals, account_id=CASH, period=Period.month(2026, 1))
    assert (totals.count, totals.opening_minor, totals.debit_minor, totals.closing_minor) == (
        3,
        0,
        60_000,
        60_000,
    )


def test_accounts_have_their_balances_and_can_be_narrowed(books: Books, shop: SmallShop) -> None:
    balances = {row.name: row.balance_minor for row in books.query(accounts_list)}
    assert (balances["Cash in hand"], balances["Sales"], balances["Bank"]) == (52_000, -96_000, 0)
    money = books.query(accounts_list, money_only=True)
    assert [row.name for row in money] == ["Cash in hand", "Bank", "Digital wallet"]
    assert all(row.kind is AccountKind.INCOME for row in books.query(accounts_list, kind=AccountKind.INCOME))
    assert [row.name for row in books.query(accounts_list, search="rent")] == ["Rent"]
    by_hand = {row.account_id for row in books.query(accounts_list, by_hand=True)}
    assert {row.account_id for row in books.query(accounts_list)} - by_hand == {INVENTORY}
    assert books.query(account_profile, account_id=CASH).holds_money
    with pytest.raises(UnknownRecord):
        books.query(account_profile, account_id=AccountId(new_id()))


def test_day_book_shows_what_each_voucher_did_to_till_and_khata(books: Books, shop: SmallShop) -> None:
    book = books.query(day_book, period=Period(date(2026, 1, 2), date(2026, 1, 7)))
    assert [
        (row.kind, row.party_name, row.total_minor, row.money_in_minor, row.money_out_minor, row.khata_minor)
        for row in book.rows
    ] == [
        (VoucherKind.SALE, "Aslam", 45_000, 10_000, 0, 35_000),
        (VoucherKind.RECEIPT, "Aslam", 20_000, 20_000, 0, -20_000),
        (VoucherKind.KHATA_ENTRY, "Bilal Traders", 50_000, 0, 0, -50_000),
        (VoucherKind.SALE, "", 30_000, 30_000, 0, 0),
    ]
    assert (book.opening_money_minor, book.closing_money_minor) == (0, 60_000)
    assert (book.money_in_minor, book.money_out_minor) == (60_000, 0)
    assert [(total.kind, total.count, total.total_minor) for total in book.by_kind] == [
        (VoucherKind.SALE, 2, 75_000),
        (VoucherKind.RECEIPT, 1, 20_000),
        (VoucherKind.KHATA_ENTRY, 1, 50_000),
    ]


def test_day_book_leaves_out_what_is_void_and_counts_money_moved_to_the_bank_both_ways(
    books: Books, shop: SmallShop
) -> None:
    assert books.query(day_book, period=Period.day(date(2026, 2, 15))).rows == ()
    shop.keeper.journal(date(2026, 3, 1), Posting(BANK, 5_000), Posting(CASH, -5_000))
    book = books.query(day_book, period=Period.day(date(2026, 3, 1)))
    assert (book.opening_money_minor, book.closing_money_minor) == (52_000, 52_000)
    assert (book.money_in_minor, book.money_out_minor) == (5_000, 5_000)
