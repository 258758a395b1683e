"""Entries of a khata kept elsewhere come in once, twins and all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from khata_desktop.domain.import_errors import CellSignUnclear
from khata_desktop.domain.records import Entity
from khata_desktop.reports.whole_book import account_uses, record_rows, whole_vouchers
from khata_desktop.services.books import Books
from tests.interchange.conftest import Bring

ENTRIES = """\
Date,Name,Phone,You Gave,You Got,Details
2025-07-01,اسلم,0300-1234567,500,,چینی
2025-07-02,اسلم,0300-1234567,,200,
2025-07-02,Bano,,"1,250.50",,cloth
2025-07-02,Bano,,"1,250.50",,cloth
2025-07-03,रमेश,,,75,
"""


def balances(books: Books) -> dict[str, int]:
    names = {row["key"]: row["name"] for row in books.query(lambda s: list(record_rows(s, Entity.PARTY)))}
    return {names[u.party_key]: u.balance_minor for u in books.query(account_uses) if u.party_key}


def test_given_and_got_come_in_with_their_people(bring: Bring, books: Books) -> None:
    report = bring("entries", ENTRIES)
    assert (report.lines, report.imported, report.entries, report.parties_added) == (5, 5, 5, 3)
    assert balances(books) == {"اسلم": 30000, "Bano": 250100, "रमेश": -7500}
    assert report.total_minor == 272600


def test_two_lines_that_say_the_same_are_two_entries_and_never_four(bring: Bring, books: Books) -> None:
    bring("entries", ENTRIES)
    again = bring("entries", ENTRIES)
    assert (again.imported, again.already_there) == (0, 5)
    assert balances(books)["Bano"] == 250100


def test_a_third_twin_in_a_longer_file_is_one_more_entry(bring: Bring) -> None:
    bring("entries", ENTRIES)
    report = bring("entries", ENTRIES + '2025-07-02,Bano,,"1,250.50",,cloth\n')
    assert (report.imported, report.already_there) == (1, 5)


def test_the_order_of_the_lines_and_the_form_of_numbers_make_no_new_entry(bring: Bring) -> None:
    head, *lines = ENTRIES.splitlines()
    bring("entries", ENTRIES)
    turned = (
        "\n".join([head, *reversed(lines)]).replace("2025-07-03", "3 Jul 2025").replace(",500,", ",500.00,")
    )
    assert bring("entries", turned).already_there == 5


def test_one_amount_goes_by_its_sign_or_its_word(bring: Bring, books: Books) -> None:
    report = bring(
        "entries",
        "Date,Name,Amount,Type\n2025-07-01,A,100,Debit\n2025-07-01,A,30,جمع\n2025-07-01,A,-20,\n2025-07-01,A,5,loan\n",
    )
    assert balances(books) == {"A": 5000}
    assert [str(r.error) for r in report.refused] == ["Type 'loan' is none of gave, got, debit, credit"]


@pytest.mark.parametrize("line", ["2025-07-02,A,-5,gave", "2025-07-02,A,(5),Debit", "2025-07-02,A,-5,got"])
def test_a_minus_and_a_word_for_the_same_are_refused_by_name(bring: Bring, books: Books, line: str) -> None:
    text = "Date,Name,Amount,Type\n2025-07-01,A,100,gave\n2025-07-01,A,30,got\n"
    report = bring("entries", f"{text}{line}\n")
    cells = line.split(",")
    assert [str(r.error) for r in report.refused] == [
        f"Amount '{cells[2]}' is below zero though Type already says '{cells[3]}'; "
        "leave out the minus or the word"
    ]
    assert balances(books) == {"A": 7000}


@pytest.mark.parametrize("word", ["gave", "got"])
def test_a_minus_beside_a_word_alone_in_its_file_is_refused(bring: Bring, word: str) -> None:
    report = bring("entries", f"Date,Name,Amount,Type\n2025-07-01,A,-5,{word}\n")
    assert [type(r.error) for r in report.refused] == [CellSignUnclear]
    assert bring("entries", "Date,Name,Amount,Type\n2025-07-01,A,-5,\n").imported == 1


def test_a_ledger_that_puts_a_minus_before_every_credit_comes_in(bring: Bring, books: Books) -> None:
    ledger = "Date,Name,Amount,Type\n2025-07-01,A,100,Dr\n2025-07-02,A,-30,Cr\n2025-07-03,A,-20,Cr.\n"
    report = bring("entries", ledger)
    assert (report.imported, report.refused) == (3, ())
    assert balances(books) == {"A": 5000}


def test_an_entry_more_than_a_year_ahead_is_refused_though_it_may_fall_due_then(
    bring: Bring, books: Books
) -> None:
    ahead = books.clock.today() + timedelta(days=400)
    day, head = books.clock.today().isoformat(), "Date,Name,Gave,Due Date\n"
    report = bring("entries", f"{head}{ahead},A,5,\n{day},A,5,{ahead}\n")
    assert report.imported == 1
    assert f"Date '{ahead}' is more than a year after today, {day}" in str(report.refused[0].error)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2025-07-01,A,,5,5,", "both given and got"),
        ("2025-07-01,A,,,,", "neither"),
        ("2025-07-01,A,,0,,", "neither"),
        ("2025-07-01,,,5,,", "Name and Phone are all empty"),
        ("2025-07-01,A,,5.001,,", "more than 2 decimals"),
        (",A,,5,,", "Date is empty"),
    ],
)
def test_each_refused_line_says_why(bring: Bring, line: str, reason: str) -> None:
    report = bring("entries", f"Date,Name,Phone,Gave,Got,Note\n{line}\n")
    assert report.imported == 0
    assert reason in str(report.refused[0].error)


def test_a_negative_gift_is_something_got(bring: Bring, books: Books) -> None:
    bring("entries", "Date,Name,Gave,Got\n2025-07-01,A,-5,\n")
    assert balances(books) == {"A": -500}


def test_references_and_due_dates_are_kept(bring: Bring, books: Books) -> None:
    bring("entries", "Date,Name,Gave,Ref,Due Date\n2025-07-01,A,5,B-7,2025-08-01\n")
    entry = books.query(lambda s: list(whole_vouchers(s)))[0]
    assert (entry.reference, str(entry.due_on)) == ("B-7", "2025-08-01")
