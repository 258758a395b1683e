"""Lists of parties and items add what is new, change what differs, and leave the rest alone."""

from __future__ import annotations

from typing import Any

import pytest

from khata_desktop.domain.import_errors import ServiceHasNoStock
from khata_desktop.domain.record_errors import PartyKindFixed
from khata_desktop.domain.records import Entity
from khata_desktop.domain.voucher_errors import AmountTooLarge
from khata_desktop.interchange.importing import notice_text
from khata_desktop.reports.whole_book import account_uses, record_rows, whole_vouchers
from khata_desktop.services.books import Books
from khata_desktop.storage.event_log import read_head
from tests.interchange.conftest import Bring

PARTIES = """\
Name,Code,Phone,Type,Address,Credit Limit,Opening Balance,Opening Date
اسلم ٹریڈرز,C1,0300-1234567,Customer,"Main Bazaar, Lahore",50000,"1,500.00",2025-06-30
Gul Mills,S1,042-111,Supplier,,,-20000,2025-06-30
Rashid,,,staff,,,,
"""
ITEMS = """\
Name,Code,Category,Unit,Sale Price,Cost,Stock,Barcode
Sugar,SUG,Grocery,kg,150,140.5,12.5,8961234567890
Tailoring,TLR,,,500,,,
"""


def records(books: Books, entity: Entity) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in books.query(lambda s: list(record_rows(s, entity)))}


def test_parties_come_in_with_what_they_owe(bring: Bring, books: Books) -> None:
    report = bring("parties", PARTIES)
    assert (report.imported, report.parties_added, report.openings) == (3, 3, 2)
    parties = records(books, Entity.PARTY)
    assert parties["اسلم ٹریڈرز"]["credit_limit_minor"] == 5_000_000
    assert [parties[n]["kind"] for n in ("اسلم ٹریڈرز", "Gul Mills", "Rashid")] == [
        "customer", "supplier", "staff"
    ]  # fmt: skip
    owed = {u.party_key: u.balance_minor for u in books.query(account_uses) if u.party_key}
    assert owed == {parties["اسلم ٹریڈرز"]["key"]: 150_000, parties["Gul Mills"]["key"]: -2_000_000}


def test_the_same_list_twice_changes_nothing(bring: Bring) -> None:
    bring("parties", PARTIES)
    bring("items", ITEMS)
    for kind, text, lines in (("parties", PARTIES, 3), ("items", ITEMS, 2)):
        again = bring(kind, text)
        assert (again.imported, again.already_there, again.refused) == (0, lines, ())


def test_a_changed_cell_changes_its_record_and_an_empty_one_does_not(bring: Bring, books: Books) -> None:
    bring("parties", PARTIES)
    report = bring("parties", "Code,Name,Phone,Address\nC1,اسلم اینڈ سنز,,Model Town\nS1,gul  mills,,\n")
    assert (report.imported, report.already_there, report.parties_changed) == (1, 1, 1)
    changed = records(books, Entity.PARTY)["اسلم اینڈ سنز"]
    assert (changed["phone"], changed["address"]) == ("0300-1234567", "Model Town")


def test_a_name_finds_its_party_unless_phone_or_code_is_another(bring: Bring, books: Books) -> None:
    bring("parties", "Name,Code,Phone\nAslam,C1,0300-1234567\n")
    report = bring(
        "parties",
        "Name,Code,Phone\naslam,,\nAslam,,+92 300 1234567\nAslam,C2,\nAslam,,0301-9999999\nAslam,,\n",
    )
    assert (report.already_there, report.parties_added, report.parties_changed) == (2, 1, 1)
    assert "several in the book are called 'Aslam'" in str(report.refused[0].error)


def test_another_opening_balance_is_refused_and_nothing_of_the_line_kept(bring: Bring, books: Books) -> None:
    bring("parties", PARTIES)
    report = bring("parties", "Code,Address,Opening Balance\nC1,Elsewhere,99\n")
    assert "another opening" in str(report.refused[0].error)
    assert records(books, Entity.PARTY)["اسلم ٹریڈرز"]["address"] == "Main Bazaar, Lahore"


def test_suppliers_who_seem_to_owe_are_told(bring: Bring) -> None:
    report = bring("parties", "Name,Type,Balance\nGul Mills,Suppliers,20000\n")
    assert [notice_text(n) for n in report.notices] == [
        "One supplier comes in as owing you; put a minus before what you owe them."
    ]
    report = bring("parties", "Name,Type,Balance\nRavi Dairy,Supplier,20000\nChenab Oil,Supplier,5\n")
    assert [notice_text(n) for n in report.notices] == [
        "2 suppliers come in as owing you; put a minus before what you owe them."
    ]


def test_items_come_in_with_their_stock_at_cost(bring: Bring, books: Books) -> None:
    report = bring("items", ITEMS)
    assert (report.items_added, report.openings) == (2, 1)
    items = records(books, Entity.ITEM)
    assert (items["Sugar"]["price_e4"], items["Sugar"]["cost_e4"]) == (1_500_000, 1_405_000)
    stock = books.query(lambda s: list(whole_vouchers(s, with_goods=True)))[0]
    assert (stock.movements[0].quantity_milli, stock.movements[0].value_minor) == (12_500, 175_625)


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("parties", "Name,Phone\n,\n", "every cell is empty"),
        ("parties", "Name,Address\n,Lahore\n", "Name are all empty"),
        ("parties", f"Name\n{'x' * 201}\n", "longer than 200"),
        ("parties", "Name,Type\nA,alien\n", "'alien' is none of customer, supplier, staff"),
        ("parties", "Name,Limit\nA,-5\n", "'-5' is below zero"),
        ("parties", "Name,Credit Days\nA,9999\n", "0 to 3650"),
        ("items", "Name,Stock\nA,-5\n", "below zero"),
        ("items", "Name,Kind,Stock\nA,service,5\n", "a service has no stock"),
        ("items", "Name,Price\nA,cheap\n", "'cheap' is not a number"),
    ],
)
def test_each_refused_line_says_why(bring: Bring, kind: str, text: str, reason: str) -> None:
    report = bring(kind, text)
    assert report.imported == 0
    assert reason in str(report.refused[0].error)


def test_a_party_known_by_phone_alone_is_called_by_it(bring: Bring, books: Books) -> None:
    bring("parties", "Mobile\n0300-1234567\n")
    assert list(records(books, Entity.PARTY)) == ["0300-1234567"]
    assert bring("parties", "Mobile\n03001234567\n").parties_added == 0


def test_a_list_does_not_make_a_supplier_of_a_customer_who_has_a_khata(bring: Bring, books: Books) -> None:
    bring("parties", PARTIES)
    report = bring("parties", "Code,Name,Type\nC1,,supplier\nS1,Gul Mills,Supplier\n,Rashid,customer\n")
    assert (report.imported, report.already_there, len(report.refused)) == (1, 1, 1)
    assert isinstance(report.refused[0].error, PartyKindFixed)
    parties = records(books, Entity.PARTY)
    assert [parties[n]["kind"] for n in ("اسلم ٹریڈرز", "Gul Mills", "Rashid")] == [
        "customer", "supplier", "customer"
    ]  # fmt: skip


def test_a_service_of_the_book_is_given_no_stock(bring: Bring, books: Books) -> None:
    bring("items", "Name,Code,Kind\nTailoring,TLR,service\n")
    before = books.query(read_head)
    report = bring("items", "Name,Code,Opening stock,Price\nTailoring,TLR,10,500\n,TLR,10,500\n")
    assert [(r.line_no, type(r.error)) for r in report.refused] == [
        (2, ServiceHasNoStock),
        (3, ServiceHasNoStock),
    ]
    assert "is a service, which has no stock" in str(report.refused[0].error)
    assert books.query(read_head) == before
    assert bring("items", "Name,Code,Opening stock\nTailoring,TLR,0\n").already_there == 1


def test_a_service_becomes_goods_by_the_line_that_gives_it_stock(bring: Bring, books: Books) -> None:
    bring("items", "Name,Code,Kind\nThread,THR,service\n")
    report = bring("items", "Name,Code,Kind,Opening stock\nThread,THR,goods,10\n")
    assert (report.items_changed, report.openings, report.refused) == (1, 1, ())


def test_a_stock_worth_more_than_the_books_hold_leaves_nothing_of_its_line(
    bring: Bring, books: Books
) -> None:
    before = books.query(read_head)
    report = bring("items", "Name,Cost,Stock\nGold,9999999,9999999\n")
    assert [type(r.error) for r in report.refused] == [AmountTooLarge]
    assert books.query(read_head) == before
