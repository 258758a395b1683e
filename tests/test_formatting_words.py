"""Amounts in words: every number has a name of its own in each language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.money import currency_codes
from khata_desktop.formatting import Grouping, Language, amount_in_words, number_in_words
from khata_desktop.formatting.number_names import UP_TO_99

LANGUAGES: tuple[Language, ...] = ("en", "ur", "hi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_to_9999_has_its_own_words(language: Language) -> None:
    assert len(UP_TO_99[language]) == 100
    words = {number_in_words(number, language) for number in range(10_000)}
    assert len(words) == 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_numbers_use_one_spelling_of_each_letter(language: Language) -> None:
    text = " ".join(UP_TO_99[language])
    assert text == unicodedata.normalize("NFC", text)
    # Arabic kaf, yeh and heh look like the Urdu letters and are not.
    assert not set(text) & set("كيىه")


@given(
    st.integers(min_value=0, max_value=10**16),
    st.integers(min_value=0, max_value=10**16),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["lakh", "million"]),
)
def test_different_numbers_never_share_words(a: int, b: int, language: Language, system: Grouping) -> None:
    same = number_in_words(a, language, system) == number_in_words(b, language, system)
    assert same == (a == b)


@pytest.mark.parametrize(
    ("minor", "code", "language", "system", "words"),
    [
        (1250050, "PKR", "en", "lakh", "Twelve thousand five hundred rupees and fifty paisa only"),
        (1250050, "PKR", "ur", "lakh", "بارہ ہزار پانچ سو روپے اور پچاس پیسے صرف"),
        (1250050, "PKR", "hi", "lakh", "बारह हज़ार पाँच सौ रुपये और पचास पैसे मात्र"),
        (100, "INR", "en", "lakh", "One rupee only"),
        (101, "PKR", "ur", "lakh", "ایک روپیہ اور ایک پیسہ صرف"),
        (101, "INR", "hi", "lakh", "एक रुपया और एक पैसा मात्र"),
        (0, "PKR", "en", "lakh", "Zero rupees only"),
        (50, "PKR", "ur", "lakh", "پچاس پیسے صرف"),
        (-1500, "PKR", "en", "lakh", "Minus fifteen rupees only"),
        (-1500, "PKR", "ur", "lakh", "منفی پندرہ روپے صرف"),
        (12345678900, "PKR", "en", "lakh",
         "Twelve crore thirty-four lakh fifty-six thousand seven hundred eighty-nine rupees only"),
        (12345600000, "PKR", "en", "million",
         "One hundred twenty-three million four hundred fifty-six thousand rupees only"),
        (10**11 * 100, "PKR", "ur", "lakh", "ایک کھرب روپے صرف"),
        (10**9 * 100, "INR", "hi", "lakh", "एक अरब रुपये मात्र"),
        (10**12 * 100, "INR", "en", "lakh", "One lakh crore rupees only"),
        (101, "GBP", "en", "million", "One pound and one penny only"),
        (1250, "KWD", "en", "million", "One dinar and two hundred fifty fils only"),
        (1500, "JPY", "en", "million", "One thousand five hundred yen only"),
        (1250, "THB", "en", "million", "Twelve Thai baht and 50/100 only"),
        (50, "CHF", "en", "million", "Zero Swiss francs and 50/100 only"),
    ],
)  # fmt: skip
def test_amounts_read_as_on_an_invoice(
    minor: int, code: str, language: Language, system: Grouping, words: str
) -> None:
    assert amount_in_words(minor, code, language, system) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_can_be_written(language: Language) -> None:
    for code in currency_codes():
        assert amount_in_words(123456, code, language)
