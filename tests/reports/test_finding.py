"""Finding things: the entry fields, the search for everything, the first page, and a voucher in full."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from khata_desktop.domain.accounts import CASH, GENERAL_EXPENSES, SALES
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.vouchers import Allocation, VoucherKind, VoucherStatus
from khata_desktop.reports.dashboard import book_counts, dashboard
from khata_desktop.reports.pickers import (
    find_items,
    find_parties,
    item_by_code,
    item_pick,
    open_items_for_party,
    party_pick,
)
from khata_desktop.reports.search import search
from khata_desktop.reports.voucher_detail import voucher_by_number, voucher_detail
from khata_desktop.reports.vouchers_list import vouchers_of, vouchers_page
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.posting import Posted
from khata_desktop.services.selling import PostSale, post_sale
from tests.reports.shop import RENT, Shopkeeper, SmallShop


@pytest.mark.parametrize("text", ["aslam", "ASL", "اسلم", "असलम", "0300 1234567", "12345"])
def test_party_is_found_in_any_script_and_by_part_of_its_phone(
    books: Books, shop: SmallShop, text: str
) -> None:
    [pick] = books.query(find_parties, text=text)
    assert (pick.party_id, pick.balance_minor) == (shop.aslam, 21_000)


def test_empty_search_field_offers_those_dealt_with_last(books: Books, shop: SmallShop) -> None:
    assert [pick.name for pick in books.query(find_parties)] == ["Aslam", "Bilal Traders"]
    shop.keeper.gave(date(2026, 3, 1), 100, shop.bilal)
    assert [pick.name for pick in books.query(find_parties, limit=1)] == ["Bilal Traders"]
    assert books.query(party_pick, party_id=shop.bilal).balance_minor == -49_900


def test_item_of_the_exact_code_comes_first(books: Books, keeper: Shopkeeper) -> None:
    keeper.item("1 kg bag")
    keeper.item("Soap", code="1")
    keeper.item("Tea", barcodes="8961000000017, 8961000000024")
    assert [pick.name for pick in books.query(find_items, text="1")][:1] == ["Soap"]
    scanned = books.query(item_by_code, code="8961000000024")
    assert scanned is not None
    assert scanned.name == "Tea"
    assert books.query(item_by_code, code="8961") is None
    assert books.query(item_by_code, code="") is None


def test_item_tells_stock_and_what_the_party_paid_last(books: Books, shop: SmallShop) -> None:
    [pick] = books.query(find_items, text="sug", party_id=shop.aslam)
    assert (pick.on_hand_milli, pick.price_e4, pick.last_price_e4) == (5_000, 1_500_000, 1_400_000)
    assert books.query(item_pick, item_id=shop.sugar, party_id=shop.bilal).last_price_e4 is None


def test_open_bills_come_oldest_due_first(books: Books, shop: SmallShop) -> None:
    found = books.query(open_items_for_party, party_id=shop.aslam)
    assert [(item.number, item.open_minor, item.due_on) for item in found] == [
        ("INV-A-000003", 14_000, date(2026, 1, 20)),
        ("GAV-A-000001", 7_000, date(2026, 2, 5)),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("INV-A-000002", ["INV-A-000002"]),
        ("inv-a-000002", ["INV-A-000002"]),
        ("rent", ["PAY-A-000001"]),
        ("udhaar", ["GAV-A-000001"]),
        ("450", ["INV-A-000001"]),
        ("3", ["INV-A-000003"]),
    ],
)
def test_search_finds_vouchers_by_number_amount_and_note(
    books: Books, shop: SmallShop, text: str, numbers: list[str]
) -> None:
    assert [row.number for row in books.query(search, text=text).vouchers] == numbers


def test_search_finds_every_kind_of_thing_and_nothing_for_nothing(books: Books, shop: SmallShop) -> None:
    assert [pick.name for pick in books.query(search, text="bilal").parties] == ["Bilal Traders"]
    assert [pick.name for pick in books.query(search, text="sugar").items] == ["Sugar"]
    assert [row.name for row in books.query(search, text="rent").accounts] == ["Rent"]
    empty = books.query(search, text="  ")
    assert (empty.parties, empty.items, empty.vouchers, empty.accounts) == ((), (), (), ())


def test_first_page_shows_the_day(books: Books, shop: SmallShop) -> None:
    keeper, today = shop.keeper, date(2026, 2, 20)
    keeper.sell(today, keeper.line(shop.sugar, 500, 1_500_000))
    found = books.query(dashboard, today=today)
    assert (found.sale_count, found.sale_minor, found.sale_minor_yesterday) == (1, 7_500, 0)
    assert (found.cash_minor, found.bank_minor) == (59_500, 0)
    assert (found.to_collect_minor, found.collect_count) == (21_000, 1)
    assert (found.to_pay_minor, found.pay_count) == (50_000, 1)
    assert [item.name for item in found.low_stock] == ["Sugar"]
    assert (found.dues_count, found.dues_minor) == (1, 21_000)
    assert [(day.day, day.total_minor) for day in found.series if day.total_minor] == [(today, 7_500)]
    assert (len(found.series), found.series[-1].day) == (30, today)
    assert [(best.name, best.quantity_milli) for best in found.best_sellers] == [("Sugar", 500)]
    assert len(found.recent) == 8


def test_what_came_back_is_no_best_seller(books: Books, keeper: Shopkeeper) -> None:
    tea, rice, salt = keeper.item("Tea"), keeper.item("Rice"), keeper.item("Salt")
    aslam, day = keeper.party("Aslam"), date(2026, 1, 5)
    much = keeper.sell(day, keeper.line(tea, 10_000, 100_000), to=aslam)
    keeper.sell(day, keeper.line(rice, 5_000, 100_000), to=aslam)
    all_of_it = keeper.sell(day, keeper.line(salt, 3_000, 100_000), to=aslam)
    keeper.take_back(day, much, (1, 8_000))
    keeper.take_back(day, all_of_it, (1, 3_000))
    found = books.query(dashboard, today=day).best_sellers
    assert [(best.name, best.quantity_milli, best.total_minor) for best in found] == [
        ("Rice", 5_000, 5_000),
        ("Tea", 2_000, 2_000),
    ]


def test_what_was_sold_before_and_came_back_now_takes_nothing_off_what_was_sold_now(
    books: Books, keeper: Shopkeeper
) -> None:
    tea, aslam, day = keeper.item("Tea"), keeper.party("Aslam"), date(2026, 3, 5)
    before = keeper.sell(date(2026, 1, 5), keeper.line(tea, 10_000, 100_000), to=aslam)
    keeper.sell(day, keeper.line(tea, 1_000, 100_000), to=aslam)
    keeper.take_back(day, before, (1, 8_000))
    [best] = books.query(dashboard, today=day).best_sellers
    assert (best.name, best.quantity_milli) == ("Tea", 1_000)


def test_empty_book_is_known_to_be_empty(books: Books, keeper: Shopkeeper) -> None:
    assert books.query(book_counts).is_empty
    assert books.query(dashboard, today=date(2026, 1, 1)).counts.is_empty
    keeper.party("First")
    assert not books.query(book_counts).is_empty


def test_voucher_in_full_tells_its_lines_postings_and_what_settled_it(books: Books, shop: SmallShop) -> None:
    bill = books.query(voucher_detail, voucher_id=shop.bill.voucher_id)
    assert (bill.paid_minor, bill.khata_minor, bill.open_minor) == (10_000, 35_000, 0)
    assert [(line.description, line.quantity_milli, line.returned_milli) for line in bill.lines] == [
        ("Sugar", 3_000, 1_000)
    ]
    assert sum(posting.amount_minor for posting in bill.postings) == 0
    assert [(other.number, other.amount_minor) for other in bill.settled_by] == [
        ("RCT-A-000001", 20_000),
        ("RET-A-000001", 15_000),
    ]
    assert [link.number for link in bill.returns] == ["RET-A-000001"]
    assert not bill.can_void
    back = books.query(voucher_detail, voucher_id=shop.goods_back.voucher_id)
    assert back.against is not None
    assert back.against.number == "INV-A-000001"
    assert [(other.number, other.amount_minor) for other in back.settles] == [("INV-A-000001", 15_000)]


def settled(books: Books, voucher: Posted) -> tuple[list[str], list[str]]:
    """Return the numbers of what a voucher settles, and of what settles it."""
    detail = books.query(voucher_detail, voucher_id=voucher.voucher_id)
    return [other.number for other in detail.settles], [other.number for other in detail.settled_by]


def test_a_corrected_bill_is_still_what_its_receipt_and_its_return_settle(
    books: Books, keeper: Shopkeeper
) -> None:
    tea, aslam, day = keeper.item("Tea"), keeper.party("Aslam"), date(2026, 1, 5)
    bill = keeper.sell(day, keeper.line(tea, 4_000, 100_000), to=aslam)
    receipt = keeper.receive(day, 1_000, aslam)
    assert settled(books, bill) == ([], [receipt.number])
    again = keeper.sell(day, keeper.line(tea, 5_000, 100_000), to=aslam, corrects=bill.voucher_id)
    assert settled(books, again) == ([], [receipt.number])
    assert settled(books, receipt) == ([again.number], [])
    back = keeper.take_back(day, again, (1, 1_000))
    assert settled(books, again) == ([], [receipt.number, back.number])
    assert settled(books, back) == ([again.number], [])


def test_what_came_first_does_not_matter_for_what_settles_what(books: Books, keeper: Shopkeeper) -> None:
    aslam, bilal = keeper.party("Aslam"), keeper.party("Bilal", kind="supplier")
    day = date(2026, 1, 5)
    advance = keeper.receive(day, 5_000, aslam)
    gave = keeper.gave(day, 3_000, aslam)
    assert settled(books, gave) == ([], [advance.number])
    assert settled(books, advance) == ([gave.number], [])
    paid = keeper.pay(day, 4_000, bilal)
    got = keeper.got(day, 1_000, bilal, against_id=GENERAL_EXPENSES)
    assert settled(books, got) == ([], [paid.number])
    assert settled(books, paid) == ([got.number], [])


def test_goods_that_came_back_are_settled_by_the_money_paid_out_for_them(
    books: Books, keeper: Shopkeeper
) -> None:
    tea, aslam, day = keeper.item("Tea"), keeper.party("Aslam"), date(2026, 1, 5)
    bill = keeper.sell(day, keeper.line(tea, 4_000, 100_000), to=aslam)
    receipt = keeper.receive(day, 4_000, aslam)
    back = keeper.take_back(day, bill, (1, 1_000))
    refund = keeper.pay(day, 1_000, aslam)
    assert settled(books, bill) == ([], [receipt.number])
    assert settled(books, back) == ([], [refund.number])
    assert settled(books, refund) == ([back.number], [])


def test_history_tells_who_posted_corrected_and_voided_on_which_device_and_when(tmp_path: Path) -> None:
    moment = [datetime(2026, 1, 5, 9, 0, tzinfo=UTC)]
    clock = Clock(now=lambda: moment[0])
    with Books.create(tmp_path / "history.khata", name="History", currency_code="PKR", clock=clock) as books:
        keeper = Shopkeeper(books)
        tea, day = keeper.item("Tea"), date(2026, 1, 5)
        first = keeper.sell(day, keeper.line(tea, 1_000, 10_000))
        moment[0] += timedelta(hours=1)
        second = keeper.sell(day, keeper.line(tea, 2_000, 10_000), corrects=first.voucher_id)
        moment[0] += timedelta(hours=1)
        keeper.void(second, reason="customer left")
        for own in (first.voucher_id, second.voucher_id):
            history = books.query(voucher_detail, voucher_id=own).history
            assert [(step.what, step.recorded_at.hour, step.total_minor) for step in history] == [
                ("posted", 9, 100),
                ("corrected", 10, 200),
                ("voided", 11, 200),
            ]
            assert history[-1].reason == "customer left"
            assert {(step.user_name, step.device_name) for step in history} == {("Owner", "This computer")}


def _told(books: Books, own: VoucherId) -> list[tuple[str, int]]:
    return [(step.what, step.total_minor) for step in books.query(voucher_detail, voucher_id=own).history]


def _is_corrected(books: Books, own: VoucherId) -> bool:
    """Return what the list of vouchers and the voucher itself say, which is the same."""
    [row] = [row for row in books.query(vouchers_page) if row.voucher_id == own]
    [found] = books.query(vouchers_of, seqs=[row.seq])
    assert row.corrected == found.corrected == books.query(voucher_detail, voucher_id=own).is_corrected
    return row.corrected


def test_voucher_voided_and_put_back_is_told_so_and_not_as_corrected(
    books: Books, keeper: Shopkeeper
) -> None:
    party = keeper.party("Chand")
    keeper.gave(date(2026, 1, 2), 300, party)
    paid = keeper.receive(date(2026, 1, 5), 500, party)
    keeper.void(paid)
    again = books.execute(reinstate, paid.voucher_id).value
    told = [("posted", 500), ("voided", 500), ("reinstated", 500)]
    assert _told(books, paid.voucher_id) == _told(books, again.voucher_id) == told
    assert not _is_corrected(books, again.voucher_id)
    keeper.void(again)
    assert _told(books, again.voucher_id) == [*told, ("voided", 500)]


def test_correction_taken_back_leaves_what_was_posted_first(books: Books, keeper: Shopkeeper) -> None:
    tea, day = keeper.item("Tea"), date(2026, 1, 5)
    first = keeper.sell(day, keeper.line(tea, 1_000, 10_000))
    wrong = keeper.sell(day, keeper.line(tea, 2_000, 10_000), corrects=first.voucher_id)
    assert _is_corrected(books, wrong.voucher_id)
    back = books.execute(reinstate, first.voucher_id, in_place_of=wrong.voucher_id).value
    told = [("posted", 100), ("corrected", 200), ("reinstated", 100)]
    assert _told(books, back.voucher_id) == told
    assert not _is_corrected(books, back.voucher_id)
    after_all = books.execute(reinstate, wrong.voucher_id, in_place_of=back.voucher_id).value
    assert _told(books, after_all.voucher_id) == [*told, ("reinstated", 200)]
    assert _is_corrected(books, after_all.voucher_id)


def test_receipt_that_settles_another_bill_was_corrected(books: Books, keeper: Shopkeeper) -> None:
    party, tea, day = keeper.party("Chand"), keeper.item("Tea"), date(2026, 1, 5)
    bills = [keeper.sell(day, keeper.line(tea, 1_000, 30_000), to=party) for _ in range(2)]
    paid = keeper.receive(day, 300, party)
    to_the_second = (Allocation(bills[1].voucher_id, 300),)
    again = keeper.receive(day, 300, party, allocations=to_the_second, corrects=paid.voucher_id)
    assert _told(books, again.voucher_id) == [("posted", 300), ("corrected", 300)]
    assert _is_corrected(books, again.voucher_id)


def test_tax_in_the_prices_stands_apart_from_tax_added_to_them(books: Books, keeper: Shopkeeper) -> None:
    tea, tax = keeper.item("Tea"), keeper.tax("GST", 180_000)
    bill = keeper.sell(
        date(2026, 1, 5),
        keeper.line(tea, 1_000, 1_180_000, tax_ids=(tax,), price_includes_tax=True),
        keeper.line(tea, 1_000, 1_000_000, tax_ids=(tax,)),
    )
    taxes = books.query(voucher_detail, voucher_id=bill.voucher_id).taxes
    assert [(one.included, one.amount_minor) for one in taxes] == [(True, 1_800), (False, 1_800)]


def test_number_of_a_correction_finds_the_bill_that_counts(books: Books, shop: SmallShop) -> None:
    assert books.query(voucher_by_number, number="INV-A-000003") == shop.right_bill.voucher_id
    assert books.query(voucher_by_number, number="INV-A-000004") == shop.mistake.voucher_id
    assert books.query(voucher_by_number, number="INV-A-999999") is None
    void = books.query(voucher_detail, voucher_id=shop.mistake.voucher_id)
    assert (void.status, void.can_correct) == (VoucherStatus.REVERSED, False)


def test_voucher_posted_anew_from_its_own_prefill_is_the_same(books: Books, keeper: Shopkeeper) -> None:
    party, tea = keeper.party("Chand"), keeper.item("Tea")
    tax = keeper.tax("GST", 170_000)
    bill = keeper.sell(
        date(2026, 1, 5),
        keeper.line(tea, 3_000, 1_234_500, discount_minor=70, tax_ids=(tax,)),
        to=party,
        bill_discount_minor=333,
        tenders=(Tender(CASH, 10_000),),
    )
    before = books.query(voucher_detail, voucher_id=bill.voucher_id)
    prefill = before.prefill
    again = books.execute(
        post_sale,
        PostSale(
            sold_on=before.posted_on,
            party_id=before.party_id,
            lines=prefill.sold_lines,
            bill_discount_minor=prefill.bill_discount_minor,
            tenders=prefill.tenders,
            rounded=prefill.rounded,
            corrects=bill.voucher_id,
        ),
    ).value
    after = books.query(voucher_detail, voucher_id=again.voucher_id)
    assert (after.lines, after.postings, after.total_minor) == (
        before.lines,
        before.postings,
        before.total_minor,
    )


def test_prefill_knows_the_accounts_of_money_and_entries(books: Books, shop: SmallShop) -> None:
    rent = books.query(voucher_detail, voucher_id=shop.rent.voucher_id).prefill
    assert (rent.money_account_id, rent.other_account_id) == (CASH, RENT)
    receipt = books.query(voucher_detail, voucher_id=shop.receipt.voucher_id)
    assert (receipt.prefill.money_account_id, receipt.prefill.other_account_id) == (CASH, None)
    assert [a.against_id for a in receipt.prefill.allocations] == [shop.bill.voucher_id]
    entry = books.query(voucher_detail, voucher_id=shop.entry.voucher_id)
    assert (entry.kind, entry.prefill.gave, entry.prefill.other_account_id) == (
        VoucherKind.KHATA_ENTRY, True, SALES,
    )  # fmt: skip
