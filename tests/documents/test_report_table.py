"""Reports as PDF, workbook and CSV."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.config import Language
from khata_desktop.documents.report_table import ReportColumn, ReportGroup, ReportTable, table_pdf
from khata_desktop.documents.spreadsheet import table_csv, table_xlsx
from tests.documents.papers import (
    LANGUAGES,
    amounts,
    numbers_in,
    page_size_mm,
    pages,
    picture,
    plain,
    text_of,
)

_FORMULAS = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", '=HYPERLINK("http://x")', "\t=1", " =1", "{=1}"]


def _report(**changes: object) -> ReportTable:
    table = ReportTable(
        title="Trial balance",
        business="Rahmat General Store",
        period="As of 18 Nov 2026",
        currency_code="PKR",
        dated_on=date(2026, 11, 18),
        columns=(
            ReportColumn(key="day", heading="Day", kind="date"),
            ReportColumn(key="account", heading="Account"),
            ReportColumn(key="quantity", heading="Quantity", kind="quantity"),
            ReportColumn(key="cost", heading="Cost", kind="price"),
            ReportColumn(key="share", heading="Share", kind="rate"),
            ReportColumn(key="count", heading="Count", kind="number"),
            ReportColumn(key="debit", heading="Debit", kind="amount"),
        ),
        rows=(
            (date(2026, 11, 1), "Cash نقد", 2_500, 125_050, 180_000, 7, 123_456_789),
            (date(2026, 11, 2), "Bank", None, None, None, None, -5_000),
            (None, "Customers", 1_000, 10_000, 25_000, 0, None),
        ),
        totals=(None, "Total", None, None, None, None, 123_451_789),
    )
    return replace(table, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_shows_every_value_and_the_totals(language: Language) -> None:
    said = text_of(table_pdf(_report(), language=language))
    for text in ("Trial balance", "12.505", "2.5", "18%", "Cash"):
        assert text in said
    assert set(amounts([123_456_789, -5_000, 123_451_789])) <= set(numbers_in(said))


def test_groups_have_their_heading_and_totals_in_order() -> None:
    rows = tuple((None, f"Account {i}", None, None, None, None, 100 * i) for i in range(6))
    groups = (
        ReportGroup(heading="Assets", start=1, totals=(None, "Assets in all", None, None, None, None, 600)),
        ReportGroup(heading="Income", start=4),
    )
    table = _report(rows=rows, groups=groups)
    assert [(group and group.heading, len(part)) for group, part in table.sections()] == [
        (None, 1), ("Assets", 3), ("Income", 2),
    ]  # fmt: skip
    said = text_of(table_pdf(table, language="en"))
    order = ["Account 0", "Assets", "Account 3", "Assets in all", "Income", "Account 5", "Total"]
    places = [said.index(text) for text in order]
    assert places == sorted(places)


def test_wide_report_is_turned_on_its_side() -> None:
    assert page_size_mm(pages(table_pdf(_report(), language="en"))[0]) == (210, 297)
    columns = tuple(ReportColumn(key=str(i), heading=f"Month {i}", kind="amount") for i in range(12))
    wide = _report(columns=columns, rows=((10**9,) * 12,), totals=None)
    assert page_size_mm(pages(table_pdf(wide, language="en"))[0]) == (297, 210)


def test_report_with_far_too_many_figures_stays_on_the_paper(tmp_path: Path) -> None:
    columns = (
        ReportColumn(key="name", heading="Name"),
        *(ReportColumn(key=str(i), heading="Month", kind="amount") for i in range(13)),
    )
    table = _report(columns=columns, rows=(("W" * 80, *(10**13,) * 13),), totals=None)
    drawn = picture(table_pdf(table, language="ur"), tmp_path, dpi=72).convert("L")
    box = drawn.point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box is not None
    assert box[0] >= 8
    assert box[2] <= drawn.width - 8


def test_report_without_rows_says_so() -> None:
    assert "Nothing to show" in text_of(table_pdf(_report(rows=(), totals=None), language="en"))


def test_long_report_repeats_its_heading() -> None:
    said = pages(table_pdf(_report(rows=_report().rows * 100), language="en"))
    assert len(said) > 3
    assert all("Account" in plain(page.extract_text()) for page in said)


def _cells(data: bytes) -> dict[str, openpyxl.cell.Cell]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_workbook_holds_true_numbers_and_dates() -> None:
    cells = _cells(table_xlsx(_report()))
    assert cells["1234567.89"].data_type == "n"
    assert cells["12.505"].data_type == "n"
    assert cells["18.0"].number_format.endswith('"%"')
    assert cells["2026-11-01 00:00:00"].is_date
    assert cells["1234517.89"].font.bold


@pytest.mark.parametrize("text", _FORMULAS)
def test_text_never_becomes_a_formula_in_the_workbook(text: str) -> None:
    row = (None, text, None, None, None, None, None)
    data = table_xlsx(_report(rows=(row,), title=text, business=text, period=text))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    assert any(text.strip() in str(cell.value) for line in sheet.iter_rows() for cell in line)


def test_urdu_workbook_runs_from_right_to_left() -> None:
    book = openpyxl.load_workbook(io.BytesIO(table_xlsx(_report(), language="ur")))
    assert book.active is not None
    assert book.active.sheet_view.rightToLeft


def test_workbook_keeps_the_heading_in_view() -> None:
    book = openpyxl.load_workbook(io.BytesIO(table_xlsx(_report())))
    assert book.active is not None
    assert book.active["A6"].value is not None
    assert book.active.freeze_panes == "A6"


@pytest.mark.parametrize("title", ["", "[]:*?/\\", "'quoted'", "x" * 90, "کھاتہ"])
def test_any_title_makes_a_workbook(title: str) -> None:
    assert openpyxl.load_workbook(io.BytesIO(table_xlsx(_report(title=title)))).worksheets


def _read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_headings_decimal_amounts_and_iso_days() -> None:
    lines = _read_csv(table_csv(_report()))
    assert lines[0] == ["Day", "Account", "Quantity", "Cost", "Share", "Count", "Debit"]
    assert lines[1] == ["2026-11-01", "Cash نقد", "2.5", "12.505", "18", "7", "1234567.89"]
    assert lines[2][-1] == "-50.00"
    assert lines[-1][1] == "Total"


@pytest.mark.parametrize("text", _FORMULAS[:7])
def test_text_that_a_spreadsheet_would_run_is_shielded_in_csv(text: str) -> None:
    lines = _read_csv(table_csv(_report(rows=((None, text, None, None, None, None, 0),))))
    assert lines[1][1] == f"'{text}"


@given(st.text(max_size=30), st.integers(-(10**15), 10**15))
def test_any_text_and_amount_survive_all_outputs(text: str, minor: int) -> None:
    table = _report(rows=((None, text, None, None, None, None, minor),), totals=None)
    assert Decimal(_read_csv(table_csv(table))[1][-1]) * 100 == minor
    assert table_xlsx(table)[:2] == b"PK"
    assert table_pdf(table, language="en")[:4] == b"%PDF"


def test_lone_surrogates_and_control_characters_are_written() -> None:
    table = _report(rows=((None, "a\ud800\x00\x1bb", None, None, None, None, 1),))
    assert b"%PDF" in table_pdf(table, language="ur")
    assert table_csv(table)
    assert "ab" in "".join(_cells(table_xlsx(table))).replace("\ufffd", "")
