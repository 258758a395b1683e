"""A party's khata: one row a voucher, the true running balance, and pages that join without a seam."""

from datetime import date, timedelta

import pytest

from khata_desktop.domain.ids import PartyId, new_id
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.party_ledger import (
    party_card,
    party_ledger,
    party_ledger_anchors,
    party_ledger_page,
    party_ledger_totals,
)
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper, SmallShop


def test_ledger_runs_from_the_oldest_entry_with_its_balance(books: Books, shop: SmallShop) -> None:
    ledger = books.query(party_ledger, party_id=shop.aslam)
    assert [
        (row.posted_on.day, row.debit_minor, row.credit_minor, row.balance_minor) for row in ledger.rows
    ] == [
        (2, 45_000, 10_000, 35_000),
        (3, 0, 20_000, 15_000),
        (20, 14_000, 0, 29_000),
        (5, 7_000, 0, 36_000),
        (10, 0, 15_000, 21_000),
    ]
    assert (ledger.debit_minor, ledger.credit_minor, ledger.closing_minor) == (66_000, 45_000, 21_000)
    assert ledger.overall == (66_000, 45_000, 21_000, 5)


def test_bill_paid_in_part_is_one_row_that_says_what_was_sold(books: Books, shop: SmallShop) -> None:
    bill = books.query(party_ledger, party_id=shop.aslam).rows[0]
    assert bill.voucher_id == shop.bill.voucher_id
    assert (bill.kind, bill.line_count, bill.line_names) == (VoucherKind.SALE, 1, "Sugar")


def test_only_the_first_names_of_a_long_bill_are_told(books: Books, shop: SmallShop) -> None:
    keeper = shop.keeper
    items = [keeper.item(name) for name in ("Atta", "Ghee", "Tea", "Salt")]
    keeper.sell(date(2026, 3, 1), *(keeper.line(item, 1_000, 10_000) for item in items), to=shop.aslam)
    row = books.query(party_ledger, party_id=shop.aslam).rows[-1]
    assert (row.line_count, row.line_names) == (4, "Atta, Ghee, Tea")


def test_corrected_and_void_vouchers_leave_no_row(books: Books, shop: SmallShop) -> None:
    rows = books.query(party_ledger, party_id=shop.aslam).rows
    assert shop.wrong_bill.voucher_id not in {row.voucher_id for row in rows}
    shop.keeper.void(shop.entry)
    ledger = books.query(party_ledger, party_id=shop.aslam)
    assert [row.number for row in ledger.rows] == [
        row.number for row in rows if row.voucher_id != shop.entry.voucher_id
    ]
    assert ledger.closing_minor == ledger.rows[-1].balance_minor == 14_000


def test_period_opens_with_the_balance_before_it(books: Books, shop: SmallShop) -> None:
    ledger = books.query(party_ledger, party_id=shop.aslam, period=Period.month(2026, 2))
    assert (ledger.opening_minor, ledger.closing_minor) == (29_000, 21_000)
    assert (ledger.debit_minor, ledger.credit_minor) == (7_000, 15_000)
    assert ledger.overall.entries == 5


@pytest.mark.parametrize(
    ("filters", "numbers", "debit", "credit"),
    [
        ({"side": "gave"}, ["INV-A-000001", "INV-A-000003", "GAV-A-000001"], 66_000, 10_000),
        ({"side": "got"}, ["INV-A-000001", "RCT-A-000001", "RET-A-000001"], 45_000, 45_000),
        ({"kinds": (VoucherKind.RECEIPT,)}, ["RCT-A-000001"], 0, 20_000),
        (
            {"kinds": (VoucherKind.SALE, VoucherKind.KHATA_ENTRY), "side": "got"},
            ["INV-A-000001"],
            45_000,
            10_000,
        ),
        ({"text": "udhaar"}, ["GAV-A-000001"], 7_000, 0),
        ({"text": "sugar"}, ["INV-A-000001", "INV-A-000003", "RET-A-000001"], 59_000, 25_000),
        ({"text": "rct-a"}, ["RCT-A-000001"], 0, 20_000),
        ({"text": "100%"}, [], 0, 0),
    ],
)
def test_filter_narrows_the_rows_and_keeps_their_true_balance(
    books: Books, shop: SmallShop, filters: dict[str, object], numbers: list[str], debit: int, credit: int
) -> None:
    every = {row.voucher_id: row for row in books.query(party_ledger, party_id=shop.aslam).rows}
    ledger = books.query(party_ledger, party_id=shop.aslam, **filters)  # type: ignore[arg-type]
    assert [row.number for row in ledger.rows] == numbers
    assert all(row == every[row.voucher_id] for row in ledger.rows)
    assert (ledger.debit_minor, ledger.credit_minor, ledger.closing_minor) == (debit, credit, 21_000)
    totals = books.query(party_ledger_totals, party_id=shop.aslam, **filters)  # type: ignore[arg-type]
    assert (totals.count, totals.debit_minor, totals.credit_minor) == (len(numbers), debit, credit)
    page = books.query(party_ledger_page, party_id=shop.aslam, **filters)  # type: ignore[arg-type]
    assert page == list(reversed(ledger.rows))


def test_filter_within_a_period_counts_the_balance_from_its_opening(books: Books, shop: SmallShop) -> None:
    ledger = books.query(party_ledger, party_id=shop.aslam, period=Period.month(2026, 2), side="got")
    assert [row.balance_minor for row in ledger.rows] == [21_000]


def _busy(keeper: Shopkeeper) -> PartyId:
    """A party with several vouchers a day, some of them void, some bills paid in part."""
    party = keeper.party("Busy")
    tea = keeper.item("Tea")
    for number in range(40):
        day = date(2026, 1, 1) + timedelta(number // 7)
        if number % 3 == 0:
            sale = keeper.sell(day, keeper.line(tea, 1_000, 1_000_000 + number), to=party, paid=number * 100)
            if number % 9 == 0:
                keeper.void(sale)
        else:
            keeper.gave(day, 1_000 + number, party)
    return party


@pytest.mark.parametrize("period", [ALL_TIME, Period(date(2026, 1, 2), date(2026, 1, 4))])
def test_pages_by_offset_and_by_anchor_join_to_the_whole_ledger(
    books: Books, keeper: Shopkeeper, period: Period
) -> None:
    party = _busy(keeper)
    whole = list(reversed(books.query(party_ledger, party_id=party, period=period).rows))
    totals = books.query(party_ledger_totals, party_id=party, period=period)
    assert totals.count == len(whole)
    size = 5
    anchors = books.query(party_ledger_anchors, party_id=party, period=period, every=size)
    assert len(anchors) == -(-len(whole) // size)
    for page, anchor in enumerate(anchors):
        expected = whole[page * size : (page + 1) * size]
        first = page * size
        by_offset = books.query(party_ledger_page, party_id=party, period=period, first=first, count=size)
        by_anchor = books.query(
            party_ledger_page, party_id=party, period=period, first=first, count=size, anchor=anchor
        )
        assert by_offset == by_anchor == expected
    assert books.query(party_ledger_page, party_id=party, period=period, first=len(whole)) == []


def test_party_card_tells_the_balance_and_the_oldest_due(books: Books, shop: SmallShop) -> None:
    card = books.query(party_card, party_id=shop.aslam)
    assert card.profile.name == "Aslam"
    assert (card.debit_minor, card.credit_minor, card.balance_minor, card.entries) == (
        66_000,
        45_000,
        21_000,
        5,
    )
    assert (card.first_on, card.last_on) == (date(2026, 1, 2), date(2026, 2, 10))
    # The first bill is settled by the receipt and the return; the second by nothing.
    assert card.oldest_due_on == date(2026, 1, 20)


def test_party_without_an_entry_has_an_empty_khata(books: Books, keeper: Shopkeeper) -> None:
    party = keeper.party("New")
    ledger = books.query(party_ledger, party_id=party)
    assert (ledger.rows, ledger.closing_minor) == ((), 0)
    assert books.query(party_ledger_page, party_id=party) == []
    assert books.query(party_ledger_anchors, party_id=party) == []
    assert books.query(party_card, party_id=party).oldest_due_on is None


def test_unknown_party_is_refused(books: Books, keeper: Shopkeeper) -> None:
    with pytest.raises(UnknownRecord):
        books.query(party_ledger, party_id=PartyId(new_id()))
