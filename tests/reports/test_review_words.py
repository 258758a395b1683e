"""Every kind of review is told in plain words, with nothing left to fill in."""

from __future__ import annotations

import pytest

from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.formatting import TextStyle
from khata_desktop.reports.review_fields import WATCHED
from khata_desktop.reports.review_parts import Device, Review, Version
from khata_desktop.reports.review_words import TEXTS, device_words, review_words, value_words

STYLE = TextStyle(currency_code="PKR", language="en", isolate=False)
HERE = Device(b"h" * 16, "This computer", "A", True)
TILL = Device(b"t" * 16, "Till B", "B", False)


def review(kind: ReviewKind, **more: object) -> Review:
    fields: dict[str, object] = {"subject": "Sugar", "amount": 2, "devices": (HERE, TILL)}
    if kind is ReviewKind.FIELD_APART:
        fields |= {"entity": Entity.ITEM, "field": "price_e4"}
    return Review(id=b"r" * 16, kind=kind, hlc=0, **{**fields, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(ReviewKind))
def test_each_kind_is_told_in_whole_sentences(kind: ReviewKind) -> None:
    title, said, remedy = review_words(review(kind), STYLE)
    for text in (title, said, remedy):
        assert text
        assert "{" not in text
        assert text[0].isupper()
    assert said.endswith(".")
    assert remedy.endswith(".")


@pytest.mark.parametrize("kind", list(ReviewKind))
def test_a_kind_without_a_known_device_is_told_as_well(kind: ReviewKind) -> None:
    said = review_words(review(kind, devices=()), STYLE).said
    assert "  " not in said
    assert not said.startswith(" ")


def test_the_words_are_those_that_the_translations_know() -> None:
    asked: list[str] = []

    def note(text: str) -> str:
        asked.append(text)
        return text

    for kind in ReviewKind:
        for amount in range(3):
            review_words(review(kind, amount=amount), STYLE, note)
    assert set(asked) <= set(TEXTS)


def test_two_devices_are_named_together_and_the_own_one_is_this_one() -> None:
    said = review_words(review(ReviewKind.OVERSOLD, amount=-1500, unit="kg"), STYLE).said
    assert said.startswith("This device and Till B together sold more of Sugar than there was.")
    assert said.endswith("Stock now stands at -1.5 kg.")
    third = Device(b"u" * 16, "Branch", "C", False)
    said = review_words(review(ReviewKind.OVERSOLD, devices=(HERE, TILL, third)), STYLE).said
    assert said.startswith("This device, Till B and Branch together sold")


def test_a_device_keeps_its_name_at_the_head_of_a_sentence_and_is_named_once() -> None:
    small = Device(b"v" * 16, "vm", "V", False)
    said = review_words(review(ReviewKind.NUMBER_TWICE, devices=(small, TILL)), STYLE).said
    assert said.startswith("vm and Till B wrote")
    again = small._replace(device_id=b"w" * 16)
    said = review_words(review(ReviewKind.NUMBER_TWICE, devices=(small, again)), STYLE).said
    assert said.startswith("vm wrote different entries")


def test_a_device_nobody_named_goes_by_its_letter() -> None:
    unnamed = Device(b"u" * 16, "This computer", "A", False)
    assert device_words(unnamed, STYLE) == "Device A"
    assert device_words(Device(b"u" * 16, "", "", False), STYLE, alone=True) == "Another device"


@pytest.mark.parametrize(
    ("entity", "field"), [(e, f) for e, fields in WATCHED.items() for f in sorted(fields)]
)
def test_each_field_that_is_watched_has_a_name(entity: Entity, field: str) -> None:
    words = review_words(review(ReviewKind.FIELD_APART, entity=entity, field=field), STYLE)
    assert words.title.endswith(": two values")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("price_e4", 1_525_000, "152.50"),
        ("credit_limit_minor", 500_000, "5,000.00"),
        ("rate_ppm", 180_000, "18%"),
        ("price_includes_tax", True, "yes"),
        ("tax_number", "", "nothing"),
        ("wholesale_e4", None, "nothing"),
        ("name", "Madina", "Madina"),
    ],
)
def test_a_value_is_written_as_on_its_page(field: str, value: object, words: str) -> None:
    version = Version(hlc=0, device=HERE, user_name="Owner", value=value)  # type: ignore[arg-type]
    assert value_words(review(ReviewKind.FIELD_APART, field=field), version, STYLE) == words


def test_the_maddest_clock_a_book_can_hold_can_be_told() -> None:
    mad = Review(id=b"r" * 16, kind=ReviewKind.CLOCK, hlc=2**63 - 1)
    assert STYLE.date(mad.noticed_at.date())
    assert STYLE.moment(mad.noticed_at)
