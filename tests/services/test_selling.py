"""Bills: paid, on khata, in part of each; with discounts, taxes and rounding."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from khata_desktop.domain.accounts import (
    BANK,
    CASH,
    GENERAL_EXPENSES,
    OUTPUT_TAX,
    RECEIVABLE,
    ROUNDING,
    SALES,
    SERVICE_INCOME,
)
from khata_desktop.domain.ids import ItemId, PartyId, TaxId, fixed_id
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import Bill, SoldLine
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity
from khata_desktop.domain.voucher_errors import (
    AmountTooLarge,
    DateOutOfRange,
    DiscountTooLarge,
    ItemArchived,
    ItemDeleted,
    KhataNeedsParty,
    LineWithoutName,
    MoneyAccountRequired,
    QuantityZero,
    TendersDoNotMatch,
    TotalBelowZero,
    VoucherEmpty,
)
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import archive_record, change_business, delete_record, save_tax
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale, work_out
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper
from tests.services.figures import balance, booked, khata, log_length, on_hand, posted_to, still_open

DAY = date(2026, 3, 2)


def said(text: str, rupees: int = 100, *, pieces: int = 1) -> SoldLine:
    """A line without an item, as typed at the counter."""
    return SoldLine(
        item_id=None, description=text, quantity_milli=pieces * 1000, unit_price_e4=rupees * 10_000
    )


def test_a_walk_in_pays_all_in_cash(books: Books, keeper: Shopkeeper) -> None:
    posted = keeper.sell(DAY, said("rice", 150, pieces=2))
    assert (posted.number, posted.total_minor) == ("INV-A-000001", 30_000)
    assert posted_to(booked(books, posted)) == {CASH: [30_000], SALES: [-30_000]}


def test_a_known_customer_takes_all_on_khata_unless_told_otherwise(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    posted = keeper.sell(DAY, said("rice"), to=aslam, tenders=None)
    assert posted_to(booked(books, posted)) == {RECEIVABLE: [10_000], SALES: [-10_000]}
    assert khata(books, aslam) == 10_000
    assert still_open(books, aslam) == {posted.number: 10_000}


def test_a_bill_is_paid_in_part_by_cash_in_part_by_bank_and_the_rest_goes_on_khata(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    posted = keeper.sell(DAY, said("rice"), to=aslam, tenders=(Tender(CASH, 3_000), Tender(BANK, 2_500)))
    assert posted_to(booked(books, posted)) == {
        CASH: [3_000],
        BANK: [2_500],
        RECEIVABLE: [10_000, -5_500],
        SALES: [-10_000],
    }
    assert khata(books, aslam) == 4_500


def test_a_walk_in_may_pay_by_several_means_but_cannot_owe(books: Books, keeper: Shopkeeper) -> None:
    keeper.sell(DAY, said("rice"), tenders=(Tender(CASH, 4_000), Tender(BANK, 6_000)))
    assert (balance(books, CASH), balance(books, BANK)) == (4_000, 6_000)
    with pytest.raises(KhataNeedsParty) as refused:
        keeper.sell(DAY, said("rice"), tenders=(Tender(CASH, 4_000),))
    assert refused.value.field == "party"


def test_more_than_the_bill_is_not_taken(keeper: Shopkeeper, aslam: PartyId) -> None:
    with pytest.raises(TendersDoNotMatch):
        keeper.sell(DAY, said("rice"), to=aslam, tenders=(Tender(CASH, 10_001),))
    with pytest.raises(TendersDoNotMatch):
        keeper.sell(DAY, said("rice"), to=aslam, tenders=(Tender(CASH, 11_000), Tender(BANK, -1_000)))


def test_money_is_not_taken_into_what_holds_no_money(keeper: Shopkeeper) -> None:
    with pytest.raises(MoneyAccountRequired, match="General expenses"):
        keeper.sell(DAY, said("rice"), tenders=(Tender(GENERAL_EXPENSES, 10_000),))


def test_the_note_handed_over_is_kept_for_the_change_and_touches_no_account(
    books: Books, keeper: Shopkeeper
) -> None:
    posted = keeper.sell(DAY, said("rice", 430), tendered_minor=50_000)
    voucher = booked(books, posted)
    assert voucher.tendered_minor - voucher.total_minor == 7_000
    assert balance(books, CASH) == 43_000


def test_discounts_of_a_line_and_of_the_bill_leave_what_is_to_be_paid(
    books: Books, keeper: Shopkeeper
) -> None:
    line = SoldLine(
        item_id=None, description="rice", quantity_milli=3_000, unit_price_e4=1_000_000, discount_minor=1_000
    )
    posted = keeper.sell(DAY, line, said("tea", 20), said("salt", 10), bill_discount_minor=1_001)
    voucher = booked(books, posted)
    assert posted.total_minor == 30_000 - 1_000 + 2_000 + 1_000 - 1_001
    assert sum(line.bill_discount_minor for line in voucher.lines) == 1_001
    assert sum(line.total_minor for line in voucher.lines) == posted.total_minor == balance(books, CASH)


def test_a_discount_above_the_bill_is_refused(keeper: Shopkeeper) -> None:
    with pytest.raises(DiscountTooLarge):
        keeper.sell(DAY, said("rice"), bill_discount_minor=10_001)


@pytest.fixture
def gst(keeper: Shopkeeper) -> TaxId:
    """General sales tax of 18 %."""
    return keeper.tax("GST", 180_000)


def taxed(*taxes: TaxId, included: bool) -> SoldLine:
    return SoldLine(
        item_id=None,
        description="soap",
        quantity_milli=1_000,
        unit_price_e4=1_180_000,
        tax_ids=taxes,
        price_includes_tax=included,
    )


def test_tax_on_top_is_added_to_the_bill(books: Books, keeper: Shopkeeper, gst: TaxId) -> None:
    posted = keeper.sell(DAY, taxed(gst, included=False))
    assert posted_to(booked(books, posted)) == {CASH: [13_924], SALES: [-11_800], OUTPUT_TAX: [-2_124]}


def test_tax_within_the_price_is_taken_out_of_it(books: Books, keeper: Shopkeeper, gst: TaxId) -> None:
    posted = keeper.sell(DAY, taxed(gst, included=True))
    assert posted_to(booked(books, posted)) == {CASH: [11_800], SALES: [-10_000], OUTPUT_TAX: [-1_800]}


def test_a_compound_tax_is_taken_on_the_tax_before_it(books: Books, keeper: Shopkeeper, gst: TaxId) -> None:
    extra = books.execute(save_tax, {"name": "Extra", "rate_ppm": 30_000, "compound": True}).value
    voucher = booked(books, keeper.sell(DAY, taxed(gst, extra, included=False)))
    assert [share.amount_minor for share in voucher.lines[0].taxes] == [2_124, 418]
    assert voucher.total_minor == 11_800 + 2_124 + 418


def test_a_bill_keeps_the_rate_it_was_taxed_at(books: Books, keeper: Shopkeeper, gst: TaxId) -> None:
    posted = keeper.sell(DAY, taxed(gst, included=False))
    books.execute(save_tax, {"rate_ppm": 200_000}, tax_id=gst)
    assert booked(books, posted).lines[0].taxes[0].rate_ppm == 180_000
    assert keeper.sell(DAY, taxed(gst, included=False)).total_minor == 14_160


def test_a_total_is_rounded_as_the_business_rounds(books: Books, keeper: Shopkeeper) -> None:
    books.execute(change_business, {"round_to_minor": 100})
    line = SoldLine(item_id=None, description="rice", quantity_milli=1_000, unit_price_e4=995_000)
    up = keeper.sell(DAY, line)
    down = keeper.sell(DAY, SoldLine(
        item_id=None, description="rice", quantity_milli=1_000, unit_price_e4=994_900
    ))  # fmt: skip
    exact = keeper.sell(DAY, line, rounded=False)
    assert [p.total_minor for p in (up, down, exact)] == [10_000, 9_900, 9_950]
    assert posted_to(booked(books, up)) == {CASH: [10_000], SALES: [-9_950], ROUNDING: [-50]}
    assert posted_to(booked(books, down)) == {CASH: [9_900], SALES: [-9_949], ROUNDING: [49]}
    assert ROUNDING not in posted_to(booked(books, exact))


def test_what_is_shown_before_posting_is_what_is_posted(books: Books, keeper: Shopkeeper) -> None:
    lines = (said("rice", 33), said("tea", 17, pieces=3))

    def shown(uow: UnitOfWork) -> Outcome[Bill]:
        return Outcome(work_out(uow, lines, bill_discount_minor=500), frozenset())

    bill = books.execute(shown).value
    assert bill.total_minor == keeper.sell(DAY, *lines, bill_discount_minor=500).total_minor == 7_900


def test_income_goes_where_the_line_says(books: Books, keeper: Shopkeeper) -> None:
    line = SoldLine(
        item_id=None, description="repair", quantity_milli=1_000, unit_price_e4=500_000,
        account_id=SERVICE_INCOME,
    )  # fmt: skip
    posted = keeper.sell(DAY, line, said("wire"))
    assert posted_to(booked(books, posted)) == {CASH: [15_000], SERVICE_INCOME: [-5_000], SALES: [-10_000]}


def test_a_service_and_what_is_only_typed_move_no_stock(books: Books, keeper: Shopkeeper) -> None:
    ride = keeper.item("Delivery", kind="service", cost_e4=500_000)
    outcome = books.execute(
        post_sale, PostSale(sold_on=DAY, lines=(keeper.line(ride, 1_000, 2_000_000), said("string")))
    )
    assert booked(books, outcome.value).movements == ()
    assert outcome.notices == ()
    assert on_hand(books, ride) == (0, 0)


def test_a_bill_falls_due_after_the_days_the_customer_has(books: Books, keeper: Shopkeeper) -> None:
    bilal = keeper.party("Bilal", due_days=15)
    assert booked(books, keeper.sell(DAY, said("rice"), to=bilal)).due_on == DAY + timedelta(days=15)
    sooner = keeper.sell(DAY, said("rice"), to=bilal, due_on=DAY)
    assert booked(books, sooner).due_on == DAY


def test_passing_the_credit_limit_is_told_and_not_refused(books: Books, keeper: Shopkeeper) -> None:
    bilal = keeper.party("Bilal", credit_limit_minor=15_000)
    sale = PostSale(sold_on=DAY, lines=(said("rice"),), party_id=bilal)
    assert books.execute(post_sale, sale).notices == ()
    (notice,) = books.execute(post_sale, sale).notices
    assert (notice.code, notice.params["balance_minor"], notice.params["limit_minor"]) == (
        "over_credit_limit",
        20_000,
        15_000,
    )
    paid = PostSale(sold_on=DAY, lines=(said("rice"),), party_id=bilal, tenders=(Tender(CASH, 10_000),))
    assert books.execute(post_sale, paid).notices == ()


def test_a_free_bill_is_still_a_bill(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    posted = keeper.sell(DAY, said("sample", 0), to=aslam)
    assert (posted.total_minor, booked(books, posted).postings) == (0, ())
    assert khata(books, aslam) == 0


def test_goods_are_taken_back_within_a_bill(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    keeper.bring_in(DAY, 100_000, item_id=sugar, quantity_milli=10_000)
    posted = keeper.sell(
        DAY, keeper.line(sugar, 3_000, 1_500_000), keeper.line(sugar, -1_000, 1_500_000), to=aslam
    )
    assert posted.total_minor == 30_000
    assert on_hand(books, sugar) == (8_000, 80_000)


def test_what_was_deleted_is_not_sold_brought_in_or_taken_back(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    books.execute(delete_record, Entity.ITEM, sugar)
    before = log_length(books)
    line = keeper.line(sugar, 1_000, 1_500_000)
    with pytest.raises(ItemDeleted, match="'Sugar' was deleted; choose another") as refused:
        keeper.sell(DAY, line)
    assert refused.value.field == "lines"
    with pytest.raises(ItemDeleted):
        books.execute(post_return, PostReturn(returned_on=DAY, lines=(line,)))
    with pytest.raises(ItemDeleted):
        keeper.bring_in(DAY, 100, item_id=sugar, quantity_milli=1_000)
    assert log_length(books) == before


def test_what_is_archived_is_not_sold_until_it_is_brought_back(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    line = keeper.line(sugar, 1_000, 1_500_000)
    books.execute(archive_record, Entity.ITEM, sugar)
    before = log_length(books)
    with pytest.raises(ItemArchived, match="'Sugar' is archived; bring it back"):
        keeper.sell(DAY, said("rice"), line)
    assert log_length(books) == before
    books.execute(archive_record, Entity.ITEM, sugar, archived=False)
    keeper.sell(DAY, line)


def test_what_is_archived_can_still_be_mended_and_come_back(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    line = keeper.line(sugar, 3_000, 1_500_000)
    bill, other = keeper.sell(DAY, line, to=aslam), keeper.sell(DAY, said("rice"), to=aslam)
    books.execute(archive_record, Entity.ITEM, sugar)
    fewer = keeper.line(sugar, 2_000, 1_500_000)
    right = keeper.sell(DAY, fewer, to=aslam, corrects=bill.voucher_id)
    keeper.take_back(DAY, right, (1, 1_000))
    books.execute(post_return, PostReturn(returned_on=DAY, lines=(fewer,), party_id=aslam))
    assert on_hand(books, sugar)[0] == 1_000
    with pytest.raises(ItemArchived):
        keeper.sell(DAY, line, to=aslam, corrects=other.voucher_id)


def test_a_bill_of_another_program_may_tell_of_what_is_archived(
    books: Books, keeper: Shopkeeper, sugar: ItemId
) -> None:
    books.execute(archive_record, Entity.ITEM, sugar)
    keeper.sell(DAY, keeper.line(sugar, 1_000, 1_500_000), number="2010/77", source_key="sales:2010/77")
    assert on_hand(books, sugar)[0] == -1_000


def test_a_bill_of_less_than_nothing_is_a_return_and_refused_as_a_bill(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    before = log_length(books)
    more_back = (keeper.line(sugar, 1_000, 1_500_000), keeper.line(sugar, -3_000, 1_500_000))
    for fields in ({"to": aslam}, {"to": aslam, "tenders": None}, {}):
        with pytest.raises(TotalBelowZero, match="sale return") as refused:
            keeper.sell(DAY, *more_back, **fields)
        assert refused.value.field == "lines"
    assert log_length(books) == before
    assert khata(books, aslam) == 0
    evened = keeper.sell(DAY, *more_back, keeper.line(sugar, 2_000, 1_500_000), to=aslam)
    assert evened.total_minor == 0


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((), VoucherEmpty),
        ((said(" "),), LineWithoutName),
        ((said("rice", pieces=0),), QuantityZero),
        ((said("rice", 10**11 + 1),), AmountTooLarge),
        ((said("rice", 0, pieces=10**18),), AmountTooLarge),
        ((said("rice", 10**17), said("back", 10**17, pieces=-1)), AmountTooLarge),
        ((replace(said("rice", 10**11, pieces=10**9), discount_minor=10**22 - 5),), AmountTooLarge),
    ],
)
def test_what_cannot_be_a_bill_is_refused_and_nothing_is_recorded(
    books: Books, keeper: Shopkeeper, lines: tuple[SoldLine, ...], problem: type[Exception]
) -> None:
    before = log_length(books)
    with pytest.raises(problem):
        keeper.sell(DAY, *lines)
    assert log_length(books) == before
    assert keeper.sell(DAY, said("rice")).number == "INV-A-000001"


def test_more_money_than_there_is_handed_over_is_refused(books: Books, keeper: Shopkeeper) -> None:
    before = log_length(books)
    with pytest.raises(AmountTooLarge):
        keeper.sell(DAY, said("rice"), tendered_minor=10**20)
    assert log_length(books) == before


def test_a_day_no_calendar_of_the_shop_has_is_refused(keeper: Shopkeeper) -> None:
    with pytest.raises(DateOutOfRange):
        keeper.sell(date(1969, 12, 31), said("rice"))


def test_a_customer_or_item_that_is_not_there_is_refused(keeper: Shopkeeper) -> None:
    with pytest.raises(UnknownRecord):
        keeper.sell(DAY, said("rice"), to=PartyId(fixed_id(77)))
    ghost = SoldLine(
        item_id=ItemId(fixed_id(77)), description="ghost", quantity_milli=1_000, unit_price_e4=10_000
    )
    with pytest.raises(UnknownRecord):
        keeper.sell(DAY, ghost)
