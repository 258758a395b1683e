"""The customer's statement, read back from the PDF."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from khata_desktop.config import Language
from khata_desktop.documents.statement import statement_pdf
from khata_desktop.documents.words import word
from khata_desktop.formatting import format_amount
from khata_desktop.reports.invoice_sheet import PartyHead
from khata_desktop.reports.party_statement import Ageing
from tests.documents.papers import (
    LANGUAGES,
    amounts,
    numbers_in,
    page_size_mm,
    pages,
    picture,
    plain,
    statement,
    text_of,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_and_running_balance_is_printed(language: Language) -> None:
    asked = statement(language, rows=9)
    found = numbers_in(text_of(statement_pdf(asked, language=language)))
    expected = [asked.opening_minor, asked.total_debit_minor, asked.total_credit_minor, asked.closing_minor]
    for row in asked.rows:
        expected += [row.debit_minor or row.credit_minor, row.balance_minor]
    assert not [amount for amount in amounts(expected) if amount not in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ageing_stands_under_its_days(language: Language) -> None:
    ageing = Ageing(
        days_0_30_minor=1_111, days_31_60_minor=2_222, days_61_90_minor=3_333, days_over_90_minor=4_444
    )
    said = text_of(statement_pdf(statement(language, ageing=ageing), language=language))
    for span in ("0–30", "31–60", "61–90", "90"):
        assert span in said
    assert {"11.11", "22.22", "33.33", "44.44"} <= set(numbers_in(said))


@pytest.mark.parametrize(("closing", "key"), [(100, "amount_due"), (-100, "in_advance"), (0, "settled")])
def test_balance_is_named_by_who_owes(closing: int, key: str) -> None:
    said = text_of(statement_pdf(statement(rows=0, closing_minor=closing), language="en"))
    assert word(key, "en") in said


def test_statement_without_entries_says_so() -> None:
    said = text_of(statement_pdf(statement(rows=0, ageing=None), language="en"))
    assert "No entries in this period" in said


def test_statement_from_the_beginning_has_no_first_day() -> None:
    assert "Up to 18 Nov 2026" in text_of(statement_pdf(statement(first_on=None), language="en"))


def test_long_statement_repeats_its_heading_and_counts_pages() -> None:
    said = [plain(page.extract_text()) for page in pages(statement_pdf(statement(rows=120), language="en"))]
    assert len(said) > 2
    for number, page in enumerate(said, start=1):
        assert f"Page {number} of {len(said)}" in page
        assert "Billed" in page
    assert "Closing balance" in said[-1]


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("A5", (148, 210))])
def test_statement_paper_has_its_true_size(paper: str, size: tuple[int, int]) -> None:
    pdf = statement_pdf(statement(), language="hi", paper=paper)
    assert {page_size_mm(page) for page in pages(pdf)} == {size}


def test_other_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="A4 or A5"):
        statement_pdf(statement(), language="en", paper="80mm")


@pytest.mark.parametrize("language", LANGUAGES)
def test_largest_amounts_and_longest_names_stay_on_the_paper(language: Language, tmp_path: Path) -> None:
    asked = statement(language, rows=3)
    rows = tuple(
        replace(row, balance_minor=-(10**15), details="W" * 300, number="N" * 80) for row in asked.rows
    )
    huge = replace(
        asked,
        rows=rows,
        closing_minor=10**15,
        total_debit_minor=10**15,
        party=PartyHead(name="نام " * 80, address="x " * 300),
    )
    pdf = statement_pdf(huge, language=language, paper="A5")
    for number in range(1, len(pages(pdf)) + 1):
        drawn = (
            picture(pdf, tmp_path, page=number, dpi=72).convert("L").point(lambda v: 255 if v < 200 else 0)
        )
        box = drawn.getbbox()
        assert box is not None
        assert box[0] >= 8
        assert box[2] <= drawn.width - 8


@pytest.mark.parametrize("language", ["en", "ur"])
def test_ten_thousand_entries_are_printed_in_a_few_seconds(language: Language) -> None:
    asked = statement(language, rows=10_000)
    start = time.process_time()
    pdf = statement_pdf(asked, language=language)
    assert time.process_time() - start < 10  # about 2 on a quiet machine; a wrong turn makes it a minute
    closing = format_amount(asked.closing_minor, "PKR", isolate=False)
    assert closing in plain(pages(pdf)[-1].extract_text())
