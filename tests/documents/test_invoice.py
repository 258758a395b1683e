"""The printed bill, read back from the PDF."""

import io
import logging
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from khata_desktop.config import Language
from khata_desktop.documents.invoice import invoice_pdf
from khata_desktop.documents.paper import PAPERS, Paper
from khata_desktop.documents.words import WORDS, word
from khata_desktop.formatting import amount_in_words
from khata_desktop.reports.invoice_sheet import (
    BusinessHead,
    InvoiceLine,
    InvoiceSheet,
    PartyHead,
    SheetKind,
    TaxLine,
    TenderLine,
)
from tests.documents.papers import (
    LANGUAGES,
    amounts,
    bill,
    business,
    empty_bill,
    numbers_in,
    page_size_mm,
    pages,
    picture,
    plain,
    text_of,
)

_LONG = "Extraordinarily long name of a wholesale customer and sons trading company private limited " * 3


def _print(
    sheet: InvoiceSheet, paper: Paper = "A4", language: Language = "en", *, copy: bool = False
) -> bytes:
    return invoice_pdf(sheet, paper=paper, language=language, copy=copy)


def _ink_columns(pdf: bytes, folder: Path, page: int = 1) -> tuple[int, int, int]:
    """Return the first and last picture column with ink on it, and the picture's width."""
    drawn = (
        picture(pdf, folder, page=page, dpi=72).convert("L").point(lambda value: 255 if value < 200 else 0)
    )
    box = drawn.getbbox()
    assert box is not None
    return box[0], box[2], drawn.width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("A5", (148, 210))])
def test_paper_has_its_true_size(paper: Paper, size: tuple[int, int], language: Language) -> None:
    assert {page_size_mm(page) for page in pages(_print(bill(language), paper, language))} == {size}


@pytest.mark.parametrize("language", LANGUAGES)
def test_receipt_is_one_page_80_mm_wide_and_as_long_as_its_lines(language: Language) -> None:
    (short,) = pages(_print(bill(language, line_count=1), "80mm", language))
    (long,) = pages(_print(bill(language, line_count=40), "80mm", language))
    assert page_size_mm(short)[0] == page_size_mm(long)[0] == 80
    assert page_size_mm(long)[1] > page_size_mm(short)[1] + 39 * 5


def test_receipt_beyond_the_longest_page_is_cut_and_loses_nothing() -> None:
    sheet = bill(line_count=900)
    pdf = _print(sheet, "80mm")
    assert len(pages(pdf)) > 1
    found = numbers_in(text_of(pdf))
    assert all(amount in found for amount in amounts(line.amount_minor for line in sheet.lines))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_figures_printed_are_those_of_the_sheet(paper: Paper, language: Language) -> None:
    sheet = bill(language)
    expected = [line.amount_minor for line in sheet.lines]
    expected += [sheet.subtotal_minor, -sheet.discount_minor, 15_000, sheet.taxes[0].tax_minor]
    expected += [sheet.round_off_minor, sheet.total_minor, *(tender.amount_minor for tender in sheet.tenders)]
    expected += [2_314_000, sheet.paid_minor, sheet.remaining_balance_minor]
    found = numbers_in(text_of(_print(sheet, paper, language)))
    missing = [amount for amount in amounts(minor for minor in expected if minor) if amount not in found]
    assert not missing


def test_printed_sums_add_up() -> None:
    sheet = bill(line_count=4)
    found = numbers_in(text_of(_print(sheet)))
    total = next(i for i, amount in enumerate(found) if amount == amounts([sheet.total_minor])[0])
    before = [round(float(amount) * 100) for amount in found[total - 5 : total]]
    assert sum(before) == sheet.total_minor


@pytest.mark.parametrize("language", LANGUAGES)
def test_total_stands_in_words(language: Language) -> None:
    sheet = bill(language)
    words = amount_in_words(sheet.total_minor, "PKR", language)
    said = text_of(_print(sheet, "A4", language)).split()
    assert set(plain(words).split()) <= set(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_titles_can_be_copied_from_the_pdf(language: Language) -> None:
    sheet = bill(language)
    said = " ".join(text_of(_print(sheet, "A4", language)).split())
    assert sheet.party is not None
    for name in (sheet.business.name, sheet.party.name, sheet.number, plain(word("invoice", language))):
        assert name in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_reprint_is_marked_as_copy_and_the_first_print_is_not(paper: Paper, language: Language) -> None:
    mark = plain(word("copy", language))
    assert mark in text_of(_print(bill(language), paper, language, copy=True)).replace("\n", " ")
    assert mark not in text_of(_print(bill(language), paper, language)).replace("\n", " ")


def test_long_bill_repeats_headings_and_carries_the_sum() -> None:
    sheet = bill(line_count=70)
    pdf = _print(sheet)
    said = [plain(page.extract_text()) for page in pages(pdf)]
    assert len(said) >= 3
    for number, page in enumerate(said, start=1):
        assert "Qty" in page or number == len(said)
        assert f"Page {number} of {len(said)}" in page
        assert "INV-A-000412" in page
    assert all("Carried forward" in page for page in said[:-2])
    assert "Brought forward" not in said[0]
    assert "Brought forward" in said[1]
    items = [line.description for line in sheet.lines]
    everything = "\n".join(said)
    assert all(f"{item}\n" in everything or f"{item} " in everything for item in items)


def test_sum_carried_is_that_of_the_lines_above_it() -> None:
    sheet = bill(line_count=70)
    first = plain(pages(_print(sheet))[0].extract_text())
    shown = max(int(number) for number in re.findall(r"Basmati rice (\d+)", first))
    running = amounts([sum(line.amount_minor for line in sheet.lines[:shown])])[0]
    assert numbers_in(first)[-1] == running


def test_bill_of_one_page_has_no_page_number() -> None:
    assert "Page" not in text_of(_print(bill(line_count=2)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_bill_without_lines_is_printed(paper: Paper, language: Language) -> None:
    said = text_of(_print(empty_bill(), paper, language))
    assert plain(word("no_lines", language)) in " ".join(said.split())
    assert "0.00" in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_very_long_names_and_largest_amounts_stay_on_the_paper(
    paper: Paper, language: Language, tmp_path: Path
) -> None:
    largest = 10**15
    line = InvoiceLine(
        description="W" * 200,
        detail=_LONG,
        quantity_milli=123_456_789_123,
        unit="very long unit",
        unit_price_e4=99_999_999_999,
        discount_minor=largest,
        tax_minor=largest,
        amount_minor=largest,
    )
    sheet = bill(
        language,
        business=business(language, name=_LONG, address=_LONG, terms=_LONG * 10),
        party=PartyHead(name=_LONG, phone="0" * 60, address=_LONG),
        lines=(line,) * 3,
        subtotal_minor=3 * largest,
        total_minor=3 * largest,
        taxes=(TaxLine(name=_LONG, rate_ppm=180_000, tax_minor=largest),),
        previous_balance_minor=-largest,
        remaining_balance_minor=-largest,
        note=_LONG,
    )
    pdf = _print(sheet, paper, language, copy=True)
    for number in range(1, len(pages(pdf)) + 1):
        first, last, width = _ink_columns(pdf, tmp_path, number)
        assert first >= 8
        assert last <= width - 8


def test_urdu_page_is_the_mirror_of_the_english_one(tmp_path: Path) -> None:
    english, urdu = (
        picture(_print(bill("en"), "A4", language), tmp_path, dpi=72) for language in ("en", "ur")
    )

    def logo_pixels(image: Image.Image, left: int, right: int) -> int:
        part = image.crop((left, 30, right, 110)).convert("RGB")
        pixels = (part.getpixel((x, y)) for x in range(part.width) for y in range(part.height))
        return sum(pixel == (15, 82, 71) for pixel in pixels)

    middle = english.width // 2
    assert logo_pixels(english, 40, 90) > 500
    assert logo_pixels(urdu, middle, english.width) > 500
    assert logo_pixels(urdu, 40, 90) < 200  # only the green title stands there


@pytest.mark.parametrize(
    "hostile", ["\ud800\udfff", "\x00\x07\x1b", "\U0001f600\u200d\U0001f525", "\u202e" * 50, "<b>&amp;(\\)"]
)
@pytest.mark.parametrize("paper", PAPERS)
def test_hostile_text_anywhere_is_printed_without_error(hostile: str, paper: Paper) -> None:
    line = InvoiceLine(description=hostile, detail=hostile, unit=hostile, amount_minor=100, quantity_milli=1)
    sheet = bill(
        number=hostile,
        sold_by=hostile,
        note=hostile,
        lines=(line,),
        business=business(name=hostile, address=hostile, phone=hostile, tax_label=hostile, terms=hostile),
        party=PartyHead(name=hostile, phone=hostile, address=hostile, tax_number=hostile),
        taxes=(TaxLine(name=hostile, rate_ppm=1, tax_minor=1),),
    )
    for language in LANGUAGES:
        assert pages(_print(sheet, paper, language, copy=True))


@pytest.mark.parametrize(
    "broken", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, b"GIF89a" + b"\0" * 40]
)
def test_logo_that_cannot_be_read_is_left_out(broken: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert pages(_print(bill(business=business(logo=broken))))


def test_logo_of_any_size_keeps_the_file_small() -> None:
    buffer = io.BytesIO()
    Image.effect_noise((2500, 1800), 90).convert("RGB").save(buffer, "JPEG")
    assert len(_print(bill(business=business(logo=buffer.getvalue())))) < 900_000


def test_same_sheet_gives_the_same_bytes() -> None:
    assert _print(bill()) == _print(bill())


def test_file_carries_title_author_and_the_bill_s_day() -> None:
    info = pypdf.PdfReader(io.BytesIO(_print(bill()))).metadata
    assert info is not None
    assert info.title == "Invoice INV-A-000412"
    assert info.author == "Rahmat General Store"
    assert info.creation_date is not None
    assert info.creation_date.date() == date(2026, 11, 18)


def test_advance_is_named_and_printed_without_a_minus() -> None:
    said = text_of(_print(bill(remaining_balance_minor=-124_000)))
    assert "1,240.00 Advance" in said
    assert "-1,240.00" not in said


def test_tax_inside_the_prices_is_shown_but_not_added() -> None:
    tax = TaxLine(name="GST", rate_ppm=180_000, tax_minor=1_800, included=True)
    said = text_of(_print(empty_bill(taxes=(tax,), subtotal_minor=11_800, total_minor=11_800)))
    assert "GST 18% (included)" in said
    assert "Subtotal" not in said


def test_credit_note_names_the_bill_it_takes_back_from() -> None:
    sheet = bill(kind=SheetKind.CREDIT_NOTE, against_number="INV-A-000007")
    said = text_of(_print(sheet))
    assert "Credit note" in said
    assert "INV-A-000007" in said
    assert "Paid back" in said


def test_receipt_shows_cash_given_and_change() -> None:
    said = text_of(_print(bill(cash_given_minor=500_000, change_minor=12_300), "80mm"))
    assert "Cash given" in said
    assert "123.00" in said


def test_a_user_without_a_name_and_the_till_every_book_has_are_not_printed() -> None:
    till = TenderLine(kind="cash", amount_minor=10_000, name="Cash in hand")
    own = TenderLine(kind="bank", amount_minor=20_000, name="Meezan Bank")
    said = text_of(_print(bill(sold_by="Owner", tenders=(till, own))))
    assert "Owner" not in said
    assert "Served by" not in said
    assert "Cash in hand" not in said
    assert "Meezan Bank" in said


def test_currency_without_decimals_prints_none() -> None:
    line = InvoiceLine(description="Rice", amount_minor=1_500, quantity_milli=1000, unit_price_e4=15_000_000)
    head = BusinessHead(name="Tokyo", currency_code="JPY")
    sheet = empty_bill(business=head, lines=(line,), subtotal_minor=1_500, total_minor=1_500)
    assert "¥1,500" in text_of(_print(sheet))


def test_local_digits_are_printed_when_wanted() -> None:
    pdf = invoice_pdf(bill("ur"), paper="A4", language="ur", copy=False, digits="local")
    assert "۲۳,۱۴۰.۰۰" in text_of(pdf)


def test_every_word_is_there_in_three_languages() -> None:
    for key, phrases in WORDS.items():
        assert len(phrases) == 3, key
        assert all(phrase.strip() for phrase in phrases), key
        fields = [{part.split("}")[0] for part in phrase.split("{")[1:]} for phrase in phrases]
        assert fields[0] == fields[1] == fields[2], key


def test_changing_a_line_changes_only_what_it_should() -> None:
    sheet = bill()
    first = replace(sheet.lines[0], description="Something else")
    said = text_of(_print(replace(sheet, lines=(first, *sheet.lines[1:]))))
    assert "Something else" in said
    assert "Basmati rice 1" not in said


def test_a_line_without_tax_stands_as_high_as_its_neighbours_in_urdu() -> None:
    lines = [
        InvoiceLine(
            description="Rice", amount_minor=1_500, quantity_milli=1000, unit_price_e4=150_000, tax_minor=tax
        )
        for tax in (100, 0, 100, 0, 100)
    ]
    pdf = invoice_pdf(empty_bill(lines=tuple(lines)), paper="A4", language="ur", copy=False)
    tops: list[float] = []

    def note(text: str, _cm: object, matrix: list[float], _font: object, _size: float) -> None:
        if "Rice" in text:
            tops.append(matrix[5])

    pages(pdf)[0].extract_text(visitor_text=note)
    steps = [above - below for above, below in pairwise(tops)]
    assert len(tops) == len(lines)
    assert max(steps) - min(steps) < 0.1
