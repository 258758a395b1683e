"""What devices that truly sync did apart is one review on all, and settled on all, for a late one too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.reports.reviews import Review, open_reviews
from khata_desktop.services.records import save_item
from khata_desktop.services.reviewing import (
    bring_back_for_review,
    choose_value,
    settle_review,
    void_for_review,
)
from khata_desktop.sync.epoch import begin_epoch
from tests.reports.shop import RENT
from tests.sync.floor import DAY, Device, Floor

PRICE = 1_500_000


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def seen_by(device: Device) -> list[Review]:
    return device.books.query(open_reviews)


def told(review: Review) -> tuple[object, ...]:
    """Return all of a review that does not depend on where it is read."""
    versions = [(v.hlc, v.voucher_id, v.value, v.effect, v.device.device_id) for v in review.versions]
    return review.id, review.kind, review.hlc, review.subject, review.amount, versions


def live_amounts(device: Device) -> list[int]:
    live = "SELECT total_minor FROM vouchers WHERE status = 0"
    return [amount for (amount,) in device.books.query(lambda session: session.execute(live).fetchall())]


def test_the_same_reviews_on_every_device_and_on_one_that_joins_afterwards(floor: Floor) -> None:
    first = floor.first()
    sugar = first.keeper.item("Sugar", unit="kg", price_e4=PRICE)
    first.keeper.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=1000)
    first.keeper.bring_in(DAY, 50_000)
    bill = first.keeper.sell(DAY, first.keeper.line(sugar, 500, PRICE))
    first.keeper.void(bill)
    second, third = floor.another(), floor.another()
    floor.settle()
    for number, device in enumerate((first, second, third)):
        floor.time.pass_(minutes=1)
        line = first.keeper.line(sugar, 1000, PRICE)
        device.keeper.sell(DAY, line)
        device.keeper.pay(DAY, 150_000, for_account_id=RENT)
        device.books.execute(save_item, {"price_e4": PRICE + number + 1}, item_id=sugar)
    floor.settle()
    fourth = floor.another()
    floor.settle()
    expected = [told(review) for review in seen_by(first)]
    assert {row[1] for row in expected} == {
        ReviewKind.OVERSOLD, ReviewKind.OVERDRAWN, ReviewKind.FIELD_APART,
    }  # fmt: skip
    for device in (second, third, fourth):
        assert [told(review) for review in seen_by(device)] == expected
    for review, device in zip(seen_by(fourth), (first, second, fourth), strict=True):
        if review.kind is ReviewKind.FIELD_APART:
            assert review.entity is not None
            chosen = review.versions[0].value
            device.books.execute(choose_value, review.entity, review.subject_id, review.field, chosen)
        else:
            device.books.execute(settle_review, review.id, review.kind, note="counted")
    floor.settle()
    for device in floor.devices:
        assert seen_by(device) == []
        assert device.digest() == first.digest()


def test_what_two_devices_voided_for_each_other_is_brought_back_on_a_third(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    aslam = first.keeper.party("Aslam")
    entry = first.keeper.gave(DAY, 1000, aslam)
    floor.settle()
    for device, amount in ((first, 1100), (second, 1200)):
        floor.time.pass_(minutes=1)
        device.keeper.gave(DAY, amount, aslam, corrects=entry.voucher_id)
    floor.settle()
    (review,) = seen_by(first)
    assert [told(one) for one in seen_by(second)] == [told(review)]
    gone = [VoucherId(version.voucher_id or b"") for version in review.versions]
    for device, away in zip((second, first), gone, strict=True):
        device.books.execute(void_for_review, review.id, review.kind, [away])
    floor.settle()
    third = floor.another()
    (both,) = seen_by(third)
    assert (both.kind, [version.voucher_id for version in both.versions]) == (ReviewKind.BOTH_VOIDED, gone)
    for device in (first, second):
        assert [told(one) for one in seen_by(device)] == [told(both)]
    third.books.execute(bring_back_for_review, both.id, both.kind, gone[1])
    floor.settle()
    for device in floor.devices:
        assert seen_by(device) == []
        assert device.digest() == first.digest()
        assert live_amounts(device) == [1200]


def test_a_restored_computer_is_one_device_and_its_clock_is_told_once(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    line = first.keeper.line(first.keeper.item("Sugar", unit="kg"), 1000, PRICE)
    floor.settle()
    floor.time.pass_(days=3)
    second.keeper.sell(DAY, line, number="K-1")
    begin_epoch(second.books, second.member)
    second.keeper.sell(DAY, line)
    floor.time.pass_(days=-3)
    first.keeper.sell(DAY, line, number="K-1")
    floor.settle()
    assert sorted(review.kind for review in seen_by(first)) == [ReviewKind.CLOCK, ReviewKind.NUMBER_TWICE]
    assert {device.device_id for review in seen_by(first) for device in review.devices} == {
        first.member.credential.device_id, second.member.credential.device_id,
    }  # fmt: skip
    for device in floor.devices:
        twice = next(one for one in seen_by(device) if one.kind is ReviewKind.NUMBER_TWICE)
        assert [one.is_here for one in twice.devices].count(True) == 1
