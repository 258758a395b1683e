"""What devices that truly sync did apart is one review on all, and settled on all, for a late one too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.reports.reviews import Review, open_reviews
from khata_desktop.services.records import save_item
from khata_desktop.services.reviewing import choose_value, settle_review
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
