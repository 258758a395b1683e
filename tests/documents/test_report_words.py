"""Every word of the reports, and every standard account, has its name in the three printed languages."""

from __future__ import annotations

import pytest

from khata_desktop.config import Language
from khata_desktop.documents.report_words import ACCOUNT_NAMES, REPORT_WORDS, account_name, report_word
from khata_desktop.domain.accounts import STANDARD_CHART
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.vouchers import VoucherKind


def test_every_word_is_there_in_three_languages() -> None:
    for key, phrases in REPORT_WORDS.items():
        assert len(phrases) == 3, key
        assert all(phrase.strip() for phrase in phrases), key
        fields = [{part.split("}")[0] for part in phrase.split("{")[1:]} for phrase in phrases]
        assert fields[0] == fields[1] == fields[2], key


@pytest.mark.parametrize("kind", [*VoucherKind, *PartyKind])
def test_every_kind_of_voucher_and_party_has_its_word(kind: str) -> None:
    assert f"kind.{kind}" in REPORT_WORDS


def test_every_standard_account_has_its_name_and_no_other() -> None:
    assert set(ACCOUNT_NAMES) == {account.name for account in STANDARD_CHART}


@pytest.mark.parametrize(("language", "name"), [("en", "Rent"), ("ur", "کرایہ"), ("hi", "किराया")])
def test_an_account_that_was_renamed_keeps_its_name(language: Language, name: str) -> None:
    assert account_name("Rent", language) == name
    assert account_name("Rent of the new shop", language) == "Rent of the new shop"


def test_what_is_inserted_keeps_its_direction_and_stays_plain_in_english() -> None:
    assert report_word("party_ledger", "en", name="Aslam") == "Khata of Aslam"
    assert report_word("party_ledger", "ur", name="Aslam") == "\u2068Aslam\u2069 کا کھاتہ"
