"""Reviews: what two computers did apart is told to a person, the same on each, until one settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from khata_desktop.cli import main
from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.ids import ItemId, VoucherId
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.reviews import Review, open_reviews
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import change_business, save_item, save_party
from khata_desktop.services.reviewing import (
    bring_back_for_review,
    choose_value,
    reopen_review,
    settle_review,
    void_again_for_review,
    void_for_review,
)
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import Alarm, ChangesetRow, ChangesetState
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.apart import DAY, Till, Tills
from tests.reports.shop import RENT

SUGAR = 1_500_000


@pytest.fixture
def tills(tmp_path: Path) -> Iterator[Tills]:
    made = Tills(tmp_path)
    yield made
    made.close()


def stocked(till: Till, kilos: int) -> ItemId:
    item = till.item("Sugar", unit="kg", price_e4=SUGAR)
    till.bring_in(DAY, kilos * 10_000, item_id=item, quantity_milli=kilos * 1000)
    return item


def same_everywhere(tills: Tills) -> list[Review]:
    """Return the reviews, having seen that every computer has these very ones."""
    first, *others = [till.reviews() for till in tills.all]
    for other in others:
        assert [review.id for review in other] == [review.id for review in first]
        assert [review.kind for review in other] == [review.kind for review in first]
        assert [[v.voucher_id or v.write_id for v in review.versions] for review in other] == [
            [v.voucher_id or v.write_id for v in review.versions] for review in first
        ]
    return first


def settled_by(till: Till, review: Review, note: str = "") -> None:
    till.books.execute(settle_review, review.id, review.kind, note=note)


# --- goods and money --------------------------------------------------------------------------------


def test_the_last_piece_sold_on_two_tills_is_one_review_on_both(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    first = a.sell(DAY, a.line(sugar, 1000, SUGAR))
    second = b.sell(DAY, b.line(sugar, 1000, SUGAR))
    assert a.reviews() == b.reviews() == []
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.subject, review.amount) == (ReviewKind.OVERSOLD, "Sugar", -1000)
    assert {v.voucher_id for v in review.versions} == {first.voucher_id, second.voucher_id}
    assert {v.device.name for v in review.versions} == {"This computer", "Till B"}
    assert [v.effect for v in review.versions] == [-1000, -1000]
    assert [v.device.is_here for v in a.review().versions] == [
        not v.device.is_here for v in b.review().versions
    ]


def test_the_last_piece_sold_twice_is_told_where_a_bill_is_dated_before_the_goods_came(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    a.sell(DAY, a.line(sugar, 1000, SUGAR))
    b.sell(DAY - timedelta(days=1), b.line(sugar, 1000, SUGAR))
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.subject, review.amount) == (ReviewKind.OVERSOLD, "Sugar", -1000)


def test_the_command_line_tells_programs_the_same_on_every_till(
    tills: Tills, capsys: pytest.CaptureFixture[str]
) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR))
    tills.meet()
    told = []
    for till in (a, b):
        assert main(["reviews", str(till.books.path), "--json"]) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert "Till B" in told[0]


def test_the_order_in_which_it_arrives_does_not_matter(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 5)
    a.bring_in(DAY, 50_000)
    party = a.party("Aslam")
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR), to=party)
    b, c = tills.another(), tills.another()
    onlookers = [tills.another() for _ in range(6)]
    for till, kilos in ((a, 2), (b, 3), (c, 2)):
        till.sell(DAY, till.line(sugar, kilos * 1000, SUGAR))
        till.sell(DAY, till.line(sugar, 500, SUGAR), to=party, corrects=bill.voucher_id)
        till.pay(DAY, 60_000 + kilos, for_account_id=RENT)
        till.books.execute(save_item, {"price_e4": SUGAR + kilos}, item_id=sugar)
    written = [till.written() for till in (a, b, c)]
    for onlooker, order in zip(onlookers, permutations(written), strict=True):
        for events in order:
            onlooker.take(events)
    tills.meet()
    found = same_everywhere(tills)
    assert {review.kind for review in found} == {
        ReviewKind.OVERSOLD, ReviewKind.OVERDRAWN, ReviewKind.CORRECTED_APART, ReviewKind.FIELD_APART,
    }  # fmt: skip


def test_one_till_that_sells_what_is_not_written_down_yet_raises_nothing(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    a.sell(DAY, a.line(sugar, 3000, SUGAR))
    b.sell(DAY, b.line(b.item("Tea"), 1000, SUGAR))
    tills.meet()
    assert same_everywhere(tills) == []


def test_goods_whose_stock_is_not_kept_raise_nothing(tills: Tills) -> None:
    a = tills.first
    tea = a.item("Tea")
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(tea, 1000, SUGAR))
    tills.meet()
    assert same_everywhere(tills) == []


def test_goods_that_come_in_later_end_the_matter(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR))
    tills.meet()
    assert len(same_everywhere(tills)) == 1
    b.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=1000)
    tills.meet()
    assert same_everywhere(tills) == []


def test_the_till_emptied_twice_is_told_though_a_little_came_in_between(tills: Tills) -> None:
    a = tills.first
    a.bring_in(DAY, 500_000)
    party = a.party("Aslam")
    b = tills.another()
    first = a.pay(DAY, 500_000, for_account_id=RENT)
    a.receive(DAY, 5_000, party)
    b.moment = a.moment
    second = b.pay(DAY, 500_000, for_account_id=RENT)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.subject_id, review.amount) == (ReviewKind.OVERDRAWN, CASH, -495_000)
    assert [v.voucher_id for v in review.versions] == [first.voucher_id, second.voucher_id]


def test_money_paid_out_twice_over_a_month_end_is_found(tills: Tills) -> None:
    a = tills.first
    a.bring_in(DAY.replace(month=1), 500_000)
    b = tills.another()
    a.pay(DAY.replace(month=2), 500_000, for_account_id=RENT)
    b.pay(DAY, 400_000, for_account_id=RENT)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert review.kind is ReviewKind.OVERDRAWN
    assert len(review.versions) == 2


# --- written twice ----------------------------------------------------------------------------------


def corrected_apart(tills: Tills) -> tuple[VoucherId, VoucherId]:
    a = tills.first
    sugar = stocked(a, 50)
    party = a.party("Aslam")
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR), to=party)
    b = tills.another()
    mine, theirs = [
        till.sell(DAY, till.line(sugar, kilos * 1000, SUGAR), to=party, corrects=bill.voucher_id)
        for till, kilos in ((a, 2), (b, 3))
    ]
    tills.meet()
    return mine.voucher_id, theirs.voucher_id


def test_a_bill_corrected_on_two_tills_shows_both_and_one_is_kept(tills: Tills) -> None:
    kept, other = corrected_apart(tills)
    (review,) = same_everywhere(tills)
    assert review.kind is ReviewKind.CORRECTED_APART
    assert [v.voucher_id for v in review.versions] == [kept, other]
    tills.first.books.execute(void_for_review, review.id, review.kind, [other], note="two kilos it was")
    assert tills.first.reviews() == []
    tills.meet()
    assert same_everywhere(tills) == []


def test_a_correction_voided_on_its_own_page_settles_it_as_well(tills: Tills) -> None:
    _, other = corrected_apart(tills)
    tills.first.void(other)
    tills.meet()
    assert same_everywhere(tills) == []


def test_a_correction_that_was_corrected_once_more_still_stands_against_the_other(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR))
    b = tills.another()
    first = a.sell(DAY, a.line(sugar, 2000, SUGAR), corrects=bill.voucher_id)
    newest = a.sell(DAY, a.line(sugar, 4000, SUGAR), corrects=first.voucher_id)
    other = b.sell(DAY, b.line(sugar, 3000, SUGAR), corrects=bill.voucher_id)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert {v.voucher_id for v in review.versions} == {newest.voucher_id, other.voucher_id}


def test_void_here_and_corrected_there_is_told(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR))
    b = tills.another()
    a.void(bill, reason="not sold")
    b.sell(DAY, b.line(sugar, 2000, SUGAR), corrects=bill.voucher_id)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert review.kind is ReviewKind.CORRECTED_APART
    assert review.amount == 1
    assert [v.kind for v in review.versions].count(VoucherKind.SALE) == 1


def test_void_on_both_is_told_and_looked_at(tills: Tills) -> None:
    a = tills.first
    bill = a.sell(DAY, a.line(stocked(a, 50), 1000, SUGAR))
    b = tills.another()
    for till in (a, b):
        till.void(bill)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.amount) == (ReviewKind.CORRECTED_APART, 0)
    settled_by(b, review)
    tills.meet()
    assert same_everywhere(tills) == []


def test_a_bill_corrected_twice_on_one_till_raises_nothing(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR))
    tills.another()
    for kilos in (2, 3):
        bill = a.sell(DAY, a.line(sugar, kilos * 1000, SUGAR), corrects=bill.voucher_id)
    tills.meet()
    assert same_everywhere(tills) == []


def test_a_line_imported_on_two_tills_is_told_once(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR), source_key="file 1, line 7", number="77")
    a.sell(DAY, a.line(sugar, 1000, SUGAR), source_key="file 1, line 8", number="78")
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.subject, len(review.versions)) == (ReviewKind.IMPORTED_TWICE, "77", 2)
    one_too_many = VoucherId(review.versions[1].voucher_id or b"")
    b.books.execute(void_for_review, review.id, review.kind, [one_too_many])
    tills.meet()
    assert same_everywhere(tills) == []


def test_one_number_on_two_tills_is_told_and_may_stay(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR), number="K-1")
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.subject) == (ReviewKind.NUMBER_TWICE, "K-1")
    settled_by(a, review, "two bills, both true")
    tills.meet()
    assert same_everywhere(tills) == []
    assert [(r.settled, r.note) for r in b.all_reviews()] == [(True, "two bills, both true")]


# --- settled apart ----------------------------------------------------------------------------------


def kept_apart(tills: Tills, review: Review) -> None:
    """Let each of two tills void what the other one keeps, neither knowing of the other."""
    first, second = (VoucherId(version.voucher_id or b"") for version in review.versions)
    for till, away in zip(tills.all, (second, first), strict=True):
        till.books.execute(void_for_review, review.id, review.kind, [away])
        assert till.reviews() == []
    tills.meet()


def counting(till: Till) -> list[bytes]:
    """Return the vouchers that count."""
    rows = till.books.query(lambda s: s.execute("SELECT id FROM vouchers WHERE status = 0").fetchall())
    return [own for (own,) in rows]


def both_voided(tills: Tills, *gone: VoucherId) -> Review:
    (review,) = same_everywhere(tills)
    assert review.kind is ReviewKind.BOTH_VOIDED
    assert {version.voucher_id for version in review.versions} == set(gone)
    assert len(review.devices) == 2
    return review


def sold_apart(tills: Tills, **more: Any) -> tuple[VoucherId, VoucherId]:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    one, other = [till.sell(DAY, till.line(sugar, 1000, SUGAR), **more) for till in (a, b)]
    tills.meet()
    return one.voucher_id, other.voucher_id


def numbered_apart(tills: Tills) -> tuple[VoucherId, VoucherId]:
    return same_bill_apart(tills, number="K-1")


def imported_apart(tills: Tills) -> tuple[VoucherId, VoucherId]:
    return same_bill_apart(tills, number="77", source_key="file 1, line 7")


def same_bill_apart(tills: Tills, **more: Any) -> tuple[VoucherId, VoucherId]:
    a = tills.first
    sugar = stocked(a, 50)
    b = tills.another()
    one, other = [till.sell(DAY, till.line(sugar, 1000, SUGAR), **more) for till in (a, b)]
    tills.meet()
    return one.voucher_id, other.voucher_id


APART = pytest.mark.parametrize("apart", [corrected_apart, sold_apart, imported_apart, numbered_apart])


@APART
def test_what_each_till_voided_for_the_other_is_told_on_both(
    tills: Tills, apart: Callable[[Tills], tuple[VoucherId, VoucherId]]
) -> None:
    gone = apart(tills)
    (review,) = same_everywhere(tills)
    kept_apart(tills, review)
    told = both_voided(tills, *gone)
    assert not set(gone) & set(counting(tills.first))
    tills.all[1].books.execute(bring_back_for_review, told.id, told.kind, gone[0])
    tills.meet()
    assert same_everywhere(tills) == []
    a, b = (counting(till) for till in tills.all)
    assert sorted(a) == sorted(b)
    (total,) = {version.total_minor for version in told.versions if version.voucher_id == gone[0]}
    newest = "SELECT total_minor FROM vouchers WHERE status = 0 ORDER BY seq DESC LIMIT 1"
    for till in tills.all:
        assert till.books.query(lambda s: s.execute(newest).fetchone()) == (total,)


def test_both_may_stay_void(tills: Tills) -> None:
    gone = corrected_apart(tills)
    kept_apart(tills, same_everywhere(tills)[0])
    told = both_voided(tills, *gone)
    settled_by(tills.first, told, "the customer took nothing")
    tills.meet()
    assert same_everywhere(tills) == []


def test_bringing_one_back_can_be_undone_and_done_again(tills: Tills) -> None:
    gone = corrected_apart(tills)
    kept_apart(tills, same_everywhere(tills)[0])
    told = both_voided(tills, *gone)
    a = tills.first
    posted = a.books.execute(bring_back_for_review, told.id, told.kind, gone[0]).value
    a.books.execute(void_again_for_review, told.id, posted.voucher_id)
    tills.meet()
    told = both_voided(tills, posted.voucher_id, gone[1])
    a.books.execute(bring_back_for_review, told.id, told.kind, posted.voucher_id)
    tills.meet()
    assert same_everywhere(tills) == []


def test_what_two_tills_each_brought_back_stands_against_each_other_again(tills: Tills) -> None:
    gone = corrected_apart(tills)
    kept_apart(tills, same_everywhere(tills)[0])
    told = both_voided(tills, *gone)
    for till, own in zip(tills.all, gone, strict=True):
        till.books.execute(bring_back_for_review, told.id, told.kind, own)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, len(review.versions)) == (ReviewKind.CORRECTED_APART, 2)


def test_two_tills_that_keep_the_same_one_have_nothing_more_to_look_at(tills: Tills) -> None:
    _, other = corrected_apart(tills)
    (review,) = same_everywhere(tills)
    for till in tills.all:
        till.books.execute(void_for_review, review.id, review.kind, [other])
    tills.meet()
    assert same_everywhere(tills) == []


def test_corrections_that_two_tills_voided_on_their_own_pages_are_told(tills: Tills) -> None:
    gone = corrected_apart(tills)
    for till, own in zip(tills.all, gone, strict=True):
        till.void(own)
    tills.meet()
    both_voided(tills, *gone)


def test_corrections_that_one_till_voided_both_raise_nothing(tills: Tills) -> None:
    for own in corrected_apart(tills):
        tills.first.void(own)
    tills.meet()
    assert same_everywhere(tills) == []


# --- fields -----------------------------------------------------------------------------------------


def test_a_price_written_on_two_tills_is_chosen_once_for_both(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 50)
    b = tills.another()
    a.books.execute(save_item, {"price_e4": SUGAR + 1}, item_id=sugar)
    b.moment = a.moment
    b.books.execute(save_item, {"price_e4": SUGAR + 2}, item_id=sugar)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.kind, review.entity, review.field) == (ReviewKind.FIELD_APART, Entity.ITEM, "price_e4")
    assert [(v.value, v.shows) for v in review.versions] == [(SUGAR + 1, False), (SUGAR + 2, True)]
    b.books.execute(choose_value, Entity.ITEM, sugar, "price_e4", SUGAR + 1)
    assert b.reviews() == []
    tills.meet()
    assert same_everywhere(tills) == []
    shown = "SELECT price_e4 FROM items WHERE id = ?"
    for till in tills.all:
        assert till.books.query(lambda s: s.execute(shown, (sugar,)).fetchone()) == (SUGAR + 1,)


@pytest.mark.parametrize(
    ("field", "one", "others"),
    [
        ("price_includes_tax", [True], [True, False]),
        ("wholesale_e4", [7], [8]),
        ("tax_ids", [b"s" * 16], [b"t" * 16]),
    ],
)
def test_every_field_of_an_item_with_money_in_it_is_chosen(
    tills: Tills, field: str, one: list[FieldValue], others: list[FieldValue]
) -> None:
    a = tills.first
    sugar = a.item("Sugar", **{field: None})
    b = tills.another()
    for till, values in ((a, one), (b, others)):
        for value in values:
            till.books.execute(save_item, {field: value}, item_id=sugar)
    tills.meet()
    (review,) = same_everywhere(tills)
    assert (review.field, {v.value for v in review.versions}) == (field, {one[-1], others[-1]})
    a.books.execute(choose_value, Entity.ITEM, sugar, field, review.versions[0].value)
    tills.meet()
    assert same_everywhere(tills) == []


def test_the_name_of_the_business_and_a_credit_limit_are_chosen(tills: Tills) -> None:
    a = tills.first
    party = a.party("Aslam")
    b = tills.another()
    for till, name, limit in ((a, "Bismillah", 100), (b, "Madina", 200)):
        till.books.execute(change_business, {"name": name})
        till.books.execute(save_party, {"credit_limit_minor": limit}, party_id=party)
    tills.meet()
    found = {review.field: review for review in same_everywhere(tills)}
    assert set(found) == {"name", "credit_limit_minor"}
    own = found["name"].subject_id
    a.books.execute(choose_value, Entity.BUSINESS, own, "name", "Bismillah")
    b.books.execute(choose_value, Entity.PARTY, party, "credit_limit_minor", 200)
    tills.meet()
    assert same_everywhere(tills) == []


def test_a_note_written_apart_or_a_price_written_alike_raises_nothing(tills: Tills) -> None:
    a = tills.first
    party, sugar = a.party("Aslam"), a.item("Sugar", price_e4=1)
    b = tills.another()
    for till in (a, b):
        till.books.execute(save_party, {"notes": till.letter, "address": till.letter}, party_id=party)
        till.books.execute(save_item, {"price_e4": 5}, item_id=sugar)
    tills.meet()
    assert same_everywhere(tills) == []


# --- settling ---------------------------------------------------------------------------------------


def test_what_one_looked_at_is_settled_on_the_other_and_can_be_taken_up_again(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR))
    tills.meet()
    (review,) = same_everywhere(tills)
    settled_by(b, review, "one more lay in the store")
    assert a.review().id == review.id
    tills.meet()
    assert same_everywhere(tills) == []
    assert [(r.id, r.note) for r in a.all_reviews()] == [(review.id, "one more lay in the store")]
    a.books.execute(reopen_review, review.id)
    tills.meet()
    assert [r.id for r in same_everywhere(tills)] == [review.id]


def test_settling_on_both_at_once_is_settled(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    b = tills.another()
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR))
    tills.meet()
    (review,) = same_everywhere(tills)
    for till in (a, b):
        settled_by(till, review, f"seen by {till.letter}")
    tills.meet()
    assert same_everywhere(tills) == []


# --- what sync met ----------------------------------------------------------------------------------


def alarm(till: Till, kind: str, detail: str, own: bytes = b"1" * 16) -> None:
    def note(uow: UnitOfWork) -> Outcome[None]:
        uow.sync.add_author(b"B" * 16, b"B" * 16, b"")
        uow.sync.raise_alarm(Alarm(own, kind, 1 << 40, detail))
        return Outcome(None, frozenset())

    till.books.execute(note)


@pytest.mark.parametrize(
    "kind",
    [
        ReviewKind.FORK, ReviewKind.GAP, ReviewKind.SPLIT_VIEW, ReviewKind.ROLLED_BACK, ReviewKind.WITHHELD,
        ReviewKind.REFUSED_EVENT, ReviewKind.EVENT_TWICE, ReviewKind.QUARANTINED, ReviewKind.EXCLUDED,
        ReviewKind.UNKNOWN_AUTHOR, ReviewKind.NOT_TAKEN, ReviewKind.CLOCK, ReviewKind.MASS_DELETION,
    ],
)  # fmt: skip
def test_an_alarm_is_a_review_until_it_was_looked_at(tills: Tills, kind: ReviewKind) -> None:
    detail = f"{(b'C' * 16).hex()} 7"
    alarm(tills.first, kind.value, detail)
    review = tills.first.review()
    assert (review.kind, review.id, review.amount) == (kind, b"1" * 16, 7)
    assert [device.device_id for device in review.devices] == [b"C" * 16]
    settled_by(tills.first, review)
    assert tills.first.reviews() == []


def test_an_alarm_nobody_knows_yet_is_shown_all_the_same(tills: Tills) -> None:
    alarm(tills.first, "of the year 2040", "something")
    assert (tills.first.review().kind, tills.first.review().subject) == (ReviewKind.OTHER, "something")


def test_a_gap_that_was_filled_is_no_review_any_more(tills: Tills) -> None:
    a = tills.first
    alarm(a, "gap", f"{(b'B' * 16).hex()} 3")
    assert a.review().kind is ReviewKind.GAP

    def heard(uow: UnitOfWork) -> Outcome[None]:
        uow.sync.move_head(b"B" * 16, 3, b"h" * 32, None)
        return Outcome(None, frozenset())

    a.books.execute(heard)
    assert a.reviews() == []


def test_what_waits_for_a_newer_program_is_told_as_long_as_it_waits(tills: Tills) -> None:
    a = tills.first
    alarm(a, "parked", "newer_protocol")

    def put(state: ChangesetState) -> Callable[[UnitOfWork], Outcome[None]]:
        def change(uow: UnitOfWork) -> Outcome[None]:
            if uow.sync.changeset(b"B" * 16, 1) is None:
                uow.sync.add_changeset(ChangesetRow(b"B" * 16, 1, b"h" * 32, state, b""))
            uow.sync.set_state(b"B" * 16, 1, state)
            return Outcome(None, frozenset())

        return change

    a.books.execute(put(ChangesetState.PARKED))
    assert a.review().kind is ReviewKind.PARKED
    a.books.execute(put(ChangesetState.APPLIED))
    assert a.reviews() == []


def test_a_book_that_never_synced_has_none(tills: Tills) -> None:
    a = tills.first
    sugar = stocked(a, 1)
    a.sell(DAY, a.line(sugar, 3000, SUGAR))
    asked: list[str] = []

    class Watched:
        def __init__(self, real: Any) -> None:
            self._real = real

        def execute(self, sql: str, values: Any = ()) -> Any:
            asked.append(sql)
            return self._real.execute(sql, values)

    assert a.books.query(lambda session: open_reviews(Session(Watched(session._connection)))) == []
    assert len(asked) == 1
    assert "sync_authors" in asked[0]


def test_nothing_is_read_from_end_to_end_but_an_index(tills: Tills) -> None:
    a = tills.first
    stocked(a, 50)
    tills.another()
    tills.meet()
    plans: list[str] = []

    class Explained:
        def __init__(self, real: Any) -> None:
            self._real = real

        def execute(self, sql: str, values: Any = ()) -> Any:
            plans.extend(row[3] for row in self._real.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            return self._real.execute(sql, values)

    a.books.query(lambda session: open_reviews(Session(Explained(session._connection))))
    large = ("vouchers", "postings", "stock_movements", "event_log", "voucher_lines", "twin")
    scans = [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in large]
    assert scans
    assert all("USING COVERING INDEX" in plan for plan in scans)
