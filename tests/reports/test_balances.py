"""Who owes what, how old it is, and what is due."""

from datetime import date

import pytest

from khata_desktop.domain.accounts import PAYABLE, RECEIVABLE
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import Allocation, Posting
from khata_desktop.reports.ageing import Ageing, ageing, party_ageing
from khata_desktop.reports.dashboard import dashboard
from khata_desktop.reports.dues import dues, dues_totals
from khata_desktop.reports.party_balances import Only, PartyOrder, party_balances
from khata_desktop.reports.pickers import open_items_for_party
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.records import archive_record, delete_record
from tests.reports.shop import Shopkeeper, SmallShop

DAY = date(2026, 6, 30)


def test_balances_say_what_is_to_collect_and_to_pay(books: Books, shop: SmallShop) -> None:
    found = books.query(party_balances)
    assert [(row.name, row.balance_minor) for row in found.rows] == [
        ("Bilal Traders", -50_000),
        ("Aslam", 21_000),
    ]
    assert (found.to_collect_minor, found.to_pay_minor) == (21_000, 50_000)


def test_balances_of_an_earlier_day(books: Books, shop: SmallShop) -> None:
    found = books.query(party_balances, as_of=date(2026, 1, 5))
    assert {row.name: row.balance_minor for row in found.rows} == {"Aslam": 15_000, "Bilal Traders": 0}
    # The bill that was corrected on that day does not count.
    found = books.query(party_balances, as_of=date(2026, 1, 20))
    assert {row.name: row.balance_minor for row in found.rows} == {"Aslam": 29_000, "Bilal Traders": -50_000}


@pytest.mark.parametrize(("only", "names"), [("to_collect", ["Aslam"]), ("to_pay", ["Bilal Traders"])])
def test_one_side_alone_keeps_both_sums(books: Books, shop: SmallShop, only: Only, names: list[str]) -> None:
    found = books.query(party_balances, only=only)
    assert [row.name for row in found.rows] == names
    assert (found.to_collect_minor, found.to_pay_minor) == (21_000, 50_000)


def test_balances_are_found_by_kind_name_and_phone(books: Books, shop: SmallShop) -> None:
    assert [row.name for row in books.query(party_balances, kind=PartyKind.SUPPLIER).rows] == [
        "Bilal Traders"
    ]
    for text in ("aslam", "اسلم", "असलम", "1234567", "0300-1234567"):
        assert [row.name for row in books.query(party_balances, search=text).rows] == ["Aslam"], text
    assert books.query(party_balances, search="nobody").rows == ()


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("balance", ["Bilal Traders", "Aslam", "zain"]),
        ("name", ["Aslam", "Bilal Traders", "zain"]),
        ("oldest_due", ["zain", "Aslam", "Bilal Traders"]),
    ],
)
def test_balances_come_in_the_order_asked_for(
    books: Books, shop: SmallShop, order: PartyOrder, names: list[str]
) -> None:
    shop.keeper.gave(date(2026, 1, 10), 500, shop.keeper.party("zain"))
    found = books.query(party_balances, order=order)
    assert [row.name for row in found.rows] == names


def test_oldest_due_is_of_the_first_bill_that_is_not_settled(books: Books, shop: SmallShop) -> None:
    due = {row.name: row.oldest_due_on for row in books.query(party_balances, with_dues=True).rows}
    assert due == {"Aslam": date(2026, 1, 20), "Bilal Traders": None}


def test_archived_and_deleted_parties_are_left_out(books: Books, shop: SmallShop) -> None:
    for name, away in (("Chand", archive_record), ("Dilawar", delete_record)):
        books.execute(away, Entity.PARTY, shop.keeper.party(name))
    assert {row.name for row in books.query(party_balances).rows} == {"Aslam", "Bilal Traders"}
    found = books.query(party_balances, include_archived=True)
    assert {row.name: row.archived for row in found.rows} == {"Aslam": 0, "Bilal Traders": 0, "Chand": 1}


def test_an_archived_party_that_still_owes_is_shown_and_counted(books: Books, shop: SmallShop) -> None:
    for party in (shop.aslam, shop.bilal):
        books.execute(archive_record, Entity.PARTY, party)
    found = books.query(party_balances)
    assert {row.name: row.archived for row in found.rows} == {"Aslam": 1, "Bilal Traders": 1}
    assert (found.to_collect_minor, found.to_pay_minor) == (21_000, 50_000)
    accounts = {row.account_id: row.balance_minor for row in books.query(trial_balance).rows}
    assert accounts[RECEIVABLE] + accounts[PAYABLE] == found.to_collect_minor - found.to_pay_minor
    glance = books.query(dashboard, today=DAY)
    assert (glance.to_collect_minor, glance.to_pay_minor) == (21_000, 50_000)
    # By a day on which he owed nothing yet, he is away.
    before = books.query(party_balances, as_of=date(2026, 1, 1))
    assert before.rows == ()
    shop.keeper.receive(DAY, 21_000, shop.aslam)
    assert [row.name for row in books.query(party_balances).rows] == ["Bilal Traders"]


def _ages(keeper: Shopkeeper) -> None:
    party = keeper.party("Chand")
    for days, amount in ((0, 100), (30, 200), (31, 400), (60, 800), (61, 1_600), (90, 3_200), (91, 6_400)):
        keeper.gave(date.fromordinal(DAY.toordinal() - days), amount, party)


def test_ages_turn_on_the_thirty_first_sixty_first_and_ninety_first_day(
    books: Books, keeper: Shopkeeper
) -> None:
    _ages(keeper)
    report = books.query(ageing, as_of=DAY)
    [row] = report.rows
    assert row[3:7] == (300, 1_200, 4_800, 6_400)
    assert row.balance_minor == report.balance_minor == 12_700
    assert row.oldest_due_on == date.fromordinal(DAY.toordinal() - 91)
    assert books.query(party_ageing, party_id=row.party_id, as_of=DAY) == report.totals


def test_ageing_covers_what_is_to_collect_and_to_pay(books: Books, shop: SmallShop) -> None:
    balances = books.query(party_balances)
    collect, pay = (books.query(ageing, as_of=DAY, side=side) for side in ("to_collect", "to_pay"))
    assert collect.balance_minor == balances.to_collect_minor
    assert pay.balance_minor == balances.to_pay_minor
    assert [row.name for row in pay.rows] == ["Bilal Traders"]
    assert books.query(ageing, as_of=DAY, kind=PartyKind.STAFF).rows == ()


def test_unused_advance_is_told_apart_from_the_ages(books: Books, shop: SmallShop) -> None:
    # Received for nothing in particular: it settles nothing though there are bills.
    shop.keeper.receive(date(2026, 3, 1), 4_000, shop.aslam, allocations=())
    [row] = books.query(ageing, as_of=date(2026, 3, 31)).rows
    assert (row.advance_minor, row.balance_minor) == (4_000, 17_000)
    assert sum(row[3:7]) - row.advance_minor == row.balance_minor


def test_chosen_bill_is_the_one_that_is_settled(books: Books, shop: SmallShop) -> None:
    chosen = (Allocation(shop.entry.voucher_id, 7_000),)
    shop.keeper.receive(date(2026, 3, 1), 7_000, shop.aslam, allocations=chosen)
    aged = books.query(party_ageing, party_id=shop.aslam, as_of=date(2026, 3, 1))
    assert aged == Ageing(days_31_60_minor=14_000)


def test_age_on_a_day_in_the_past_pays_the_oldest_first(books: Books, shop: SmallShop) -> None:
    # On 6 February Aslam owed 360: 70 and 140 of his newest entries and the rest of the first bill.
    aged = books.query(party_ageing, party_id=shop.aslam, as_of=date(2026, 2, 6))
    assert aged == Ageing(days_0_30_minor=21_000, days_31_60_minor=15_000)


def test_dues_are_those_on_or_before_the_day(books: Books, keeper: Shopkeeper) -> None:
    early, late = keeper.party("Early"), keeper.party("Late")
    keeper.gave(date(2026, 1, 1), 500, late, due_on=date(2026, 2, 2))
    keeper.gave(date(2026, 1, 2), 300, early, due_on=date(2026, 2, 1))
    keeper.gave(date(2026, 1, 3), 200, early, due_on=date(2026, 3, 1))
    assert [row.name for row in books.query(dues, until=date(2026, 2, 1))] == ["Early"]
    found = books.query(dues, until=date(2026, 2, 2))
    assert [(row.name, row.due_minor, row.oldest_due_on, row.count) for row in found] == [
        ("Early", 300, date(2026, 2, 1), 1),
        ("Late", 500, date(2026, 2, 2), 1),
    ]
    assert books.query(dues_totals, until=date(2026, 3, 1)) == (2, 1_000)
    assert books.query(dues, until=date(2026, 1, 31)) == []


def test_voiding_a_journal_of_two_parties_frees_what_settled_it(books: Books, keeper: Shopkeeper) -> None:
    chand, danish = keeper.party("Chand"), keeper.party("Danish")
    transfer = keeper.journal(
        date(2026, 1, 1), Posting(RECEIVABLE, 500, chand), Posting(RECEIVABLE, -500, danish)
    )
    receipt = keeper.receive(date(2026, 1, 2), 300, chand)
    assert [item.open_minor for item in books.query(open_items_for_party, party_id=chand)] == [200]
    keeper.void(transfer)
    left = books.query(open_items_for_party, party_id=chand)
    assert [(item.number, item.open_minor) for item in left] == [(receipt.number, -300)]
    assert books.query(open_items_for_party, party_id=danish) == []


def test_those_due_longest_are_the_first_of_all_dues(books: Books, keeper: Shopkeeper) -> None:
    many = keeper.party("Many bills")
    for number in range(45):
        keeper.gave(date(2026, 1, 1), 100 + number, many)
    others = [keeper.party(f"Party {number}") for number in range(3)]
    for number, party in enumerate(others):
        keeper.gave(date(2026, 1, 2 + number), 100, party)
    everybody = books.query(dues, until=DAY)
    assert [row.name for row in everybody] == ["Many bills", "Party 0", "Party 1", "Party 2"]
    for limit in (1, 2, 3, 10):
        assert books.query(dues, until=DAY, limit=limit) == everybody[:limit]
    assert books.query(dues, until=date(2025, 1, 1), limit=5) == []
