"""The order of mixed text, against python-bidi and by hand-picked lines."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.documents.bidi import embedding_levels, first_strong_level, visual_order

# Embeddings that go left to right (U+202A, U+202D) and tabs are left out: the library forgets there to take
# trailing spaces back to the paragraph's level (rule L1).
_ALPHABET = (
    "abcXYZ אבג ابپچ محمد 0123 ٠١٢ ۰۱۲ .,-+%$₹:/()[]<>{}«»!؟،؛ क्षंि\u0301\u064b\u200c\u200d"
    "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202b\u202c\u202e"
)
#: Rule X9 takes these out of the display; the library drops them, the levels here keep them in place.
_DROPPED = "\u202a\u202b\u202c\u202d\u202e\u200c\u200d"


def _displayed(text: str, base: int) -> str:
    return "".join(text[i] for i in visual_order(embedding_levels(text, base)))


def _without_dropped(text: str) -> str:
    return "".join(char for char in text if char not in _DROPPED)


@given(st.text(_ALPHABET, max_size=30), st.sampled_from([0, 1]))
def test_display_order_equals_that_of_python_bidi(text: str, base: int) -> None:
    expected = get_display(text, base_dir="LR"[base])
    assert _without_dropped(_displayed(text, base)) == _without_dropped(expected)


@given(st.text(max_size=40), st.sampled_from([0, 1]))
def test_every_character_gets_a_level_and_one_place(text: str, base: int) -> None:
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_isolated_negative_amount_keeps_its_sign_in_front() -> None:
    assert _displayed("بقایا \u2066-20\u2069", 1).replace("\u2066", "").replace("\u2069", "") == "-20 ایاقب"


def test_bare_negative_amount_would_show_its_sign_behind() -> None:
    assert _displayed("بقایا -20", 1) == "20- ایاقب"


def test_spaces_after_a_left_to_right_embedding_return_to_the_paragraph() -> None:
    assert _displayed("א\u202aab\u202c ", 1).startswith(" ")


@pytest.mark.parametrize(
    ("text", "level"), [("abc", 0), ("12 محمد", 1), ("\u2067محمد\u2069 abc", 0), ("123", 1), ("", 1)]
)
def test_paragraph_takes_the_direction_of_its_first_strong_letter(text: str, level: int) -> None:
    assert first_strong_level(text, default=1) == level


def test_very_deep_nesting_is_survived() -> None:
    text = "\u2067" * 200 + "a" + "\u202b" * 200 + "ب" + "\u2069" * 300
    assert max(embedding_levels(text, 0)) <= 126
