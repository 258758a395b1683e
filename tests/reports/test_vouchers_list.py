"""The list of vouchers: what it shows, how it is narrowed, and pages that join without a seam."""

from datetime import date, timedelta

import pytest

from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.reports.period import Period
from khata_desktop.reports.vouchers_list import (
    VoucherFilter,
    recent_vouchers,
    vouchers_anchors,
    vouchers_found,
    vouchers_of,
    vouchers_page,
    vouchers_totals,
)
from khata_desktop.services.books import Books
from tests.reports.shop import Shopkeeper, SmallShop

ALL = [
    "PAY-A-000001",
    "RET-A-000001",
    "GAV-A-000001",
    "INV-A-000003",
    "INV-A-000002",
    "GOT-A-000001",
    "RCT-A-000001",
    "INV-A-000001",
    "OPN-A-000001",
]


def _numbers(books: Books, wanted: VoucherFilter) -> list[str]:
    return [row.number for row in books.query(vouchers_page, filter=wanted)]


def test_newest_day_comes_first_and_void_vouchers_are_left_out(books: Books, shop: SmallShop) -> None:
    assert _numbers(books, VoucherFilter()) == ALL
    totals = books.query(vouchers_totals)
    assert (totals.count, totals.total_minor) == (
        9, 8_000 + 15_000 + 7_000 + 14_000 + 30_000 + 50_000 + 20_000 + 45_000 + 100_000,
    )  # fmt: skip


def test_void_vouchers_are_shown_where_asked_for_but_never_counted(books: Books, shop: SmallShop) -> None:
    wanted = VoucherFilter(include_void=True)
    rows = books.query(vouchers_page, filter=wanted)
    assert len(rows) == 11
    void = {row.number for row in rows if row.status is VoucherStatus.REVERSED}
    assert void == {"INV-A-000003", "INV-A-000004"}
    assert all(row.kind is not VoucherKind.REVERSAL for row in rows)
    totals = books.query(vouchers_totals, filter=wanted)
    assert (totals.count, totals.total_minor) == (11, books.query(vouchers_totals).total_minor)


def test_correction_bears_the_number_of_its_original_and_its_revision(books: Books, shop: SmallShop) -> None:
    [row] = [row for row in books.query(vouchers_page) if row.voucher_id == shop.right_bill.voucher_id]
    assert (row.number, row.revision, row.total_minor, row.party_name) == ("INV-A-000003", 1, 14_000, "Aslam")


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (VoucherFilter(kinds=(VoucherKind.SALE,)), ["INV-A-000003", "INV-A-000002", "INV-A-000001"]),
        (
            VoucherFilter(kinds=(VoucherKind.PAYMENT, VoucherKind.RECEIPT, VoucherKind.OPENING)),
            ["PAY-A-000001", "RCT-A-000001", "OPN-A-000001"],
        ),
        (VoucherFilter(period=Period.month(2026, 2)), ALL[:3]),
        (VoucherFilter(period=Period.day(date(2026, 1, 7)), kinds=(VoucherKind.SALE,)), ["INV-A-000002"]),
        (VoucherFilter(least_minor=40_000, most_minor=50_000), ["GOT-A-000001", "INV-A-000001"]),
        (VoucherFilter(least_minor=50_001), ["OPN-A-000001"]),
        (VoucherFilter(text="shop rent"), ["PAY-A-000001"]),
        (VoucherFilter(text="inv-a-000002"), ["INV-A-000002"]),
        (VoucherFilter(text="sugar", kinds=(VoucherKind.SALE_RETURN,)), ["RET-A-000001"]),
        (VoucherFilter(text="bilal"), ["GOT-A-000001"]),
        (VoucherFilter(text="300"), ["INV-A-000002"]),
        (VoucherFilter(text="1,000.00"), ["OPN-A-000001"]),
        (VoucherFilter(text="50%"), []),
    ],
)
def test_filter_narrows_list_and_totals_alike(
    books: Books, shop: SmallShop, wanted: VoucherFilter, numbers: list[str]
) -> None:
    assert _numbers(books, wanted) == numbers
    assert books.query(vouchers_totals, filter=wanted).count == len(numbers)
    found = books.query(vouchers_found, filter=wanted)
    rows = books.query(vouchers_of, seqs=found.seqs)
    assert [row.number for row in rows] == numbers
    assert sum(row.total_minor for row in rows) == found.total_minor


def test_party_has_its_vouchers_once_each(books: Books, shop: SmallShop) -> None:
    wanted = VoucherFilter(party_id=shop.aslam)
    expected = ["RET-A-000001", "GAV-A-000001", "INV-A-000003", "RCT-A-000001", "INV-A-000001"]
    assert _numbers(books, wanted) == expected
    totals = books.query(vouchers_totals, filter=wanted)
    assert (totals.count, totals.total_minor) == (5, 101_000)
    sales = VoucherFilter(party_id=shop.aslam, kinds=(VoucherKind.SALE,), period=Period.month(2026, 1))
    assert _numbers(books, sales) == ["INV-A-000003", "INV-A-000001"]


def _many(keeper: Shopkeeper) -> None:
    party, tea = keeper.party("Busy"), keeper.item("Tea")
    for number in range(50):
        day = date(2026, 1, 1) + timedelta(number * 3 % 11)
        if number % 4 == 0:
            keeper.sell(day, keeper.line(tea, 1_000, 1_000_000 + number))
        elif number % 4 == 1:
            keeper.receive(day, 100 + number, party)
        else:
            entry = keeper.gave(day, 1_000 + number, party)
            if number % 7 == 0:
                keeper.void(entry)


@pytest.mark.parametrize(
    "wanted",
    [
        VoucherFilter(),
        VoucherFilter(include_void=True),
        VoucherFilter(kinds=(VoucherKind.KHATA_ENTRY,)),
        VoucherFilter(kinds=(VoucherKind.KHATA_ENTRY, VoucherKind.SALE, VoucherKind.RECEIPT)),
        VoucherFilter(period=Period(date(2026, 1, 3), date(2026, 1, 8))),
    ],
)
def test_pages_by_offset_and_by_anchor_join_to_the_whole_list(
    books: Books, keeper: Shopkeeper, wanted: VoucherFilter
) -> None:
    _many(keeper)
    whole = books.query(vouchers_page, filter=wanted, count=1_000)
    assert whole == sorted(whole, key=lambda row: (row.posted_on, row.seq), reverse=True)
    assert books.query(vouchers_totals, filter=wanted).count == len(whole)
    size = 6
    anchors = books.query(vouchers_anchors, filter=wanted, every=size)
    assert len(anchors) == -(-len(whole) // size)
    for page, anchor in enumerate(anchors):
        first = page * size
        expected = whole[first : first + size]
        assert books.query(vouchers_page, filter=wanted, first=first, count=size) == expected
        by_anchor = books.query(vouchers_page, filter=wanted, first=first, count=size, anchor=anchor)
        assert by_anchor == expected


def test_search_has_no_anchors_and_pages_by_offset(books: Books, shop: SmallShop) -> None:
    wanted = VoucherFilter(text="a-0000")
    assert wanted.is_search
    assert books.query(vouchers_anchors, filter=wanted) == []
    rows = books.query(vouchers_page, filter=wanted, first=2, count=3)
    assert [row.number for row in rows] == ALL[2:5]


def test_recent_vouchers_are_those_recorded_last(books: Books, shop: SmallShop) -> None:
    shop.keeper.gave(date(2025, 12, 31), 100, shop.aslam)
    rows = books.query(recent_vouchers, limit=3)
    assert [row.number for row in rows] == ["GAV-A-000002", "PAY-A-000001", "RET-A-000001"]
    receipts = books.query(recent_vouchers, kinds=(VoucherKind.RECEIPT,))
    assert [row.number for row in receipts] == ["RCT-A-000001"]
