"""khata report, invoice and export: what they answer, in every form."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from khata_desktop.formatting import without_invisible_marks
from tests.cli.conftest import Khata, failed_in_one_line
from tests.interchange.samples import sales_sums

REPORTS = ["trial-balance", "profit-loss", "balance-sheet", "party-balances", "day-book", "stock"]


def pdf_text(path: str | Path) -> str:
    """Return the text of a PDF without the marks that keep directions apart."""
    ran = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True
    )
    return without_invisible_marks(ran.stdout)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_says_the_same_as_table_csv_and_json(khata_here: Khata, shop: Path, name: str) -> None:
    table = khata_here("report", name, shop).stdout
    rows = list(csv.DictReader(io.StringIO(khata_here("report", name, shop, "--csv").stdout)))
    whole = json.loads(khata_here("report", name, shop, "--json").stdout)
    assert whole["report"] == name
    assert (whole["business"], whole["currency"]) == ("Gift & Co", "GBP")
    as_csv = [{k: "" if v is None else v for k, v in row.items()} for row in whole["rows"]]
    assert as_csv == rows
    assert rows
    assert table.startswith("Gift & Co · ")


def test_the_figures_are_those_of_the_file_as_decimal_strings(khata_here: Khata, shop: Path) -> None:
    total, by_customer = sales_sums()
    trial = json.loads(khata_here("report", "trial-balance", shop, "--json").stdout)
    assert trial["totals"]["debit"] == trial["totals"]["credit"]
    assert sum(Decimal(r["debit"]) - Decimal(r["credit"]) for r in trial["rows"]) == 0
    profit = json.loads(khata_here("report", "profit-loss", shop, "--json").stdout)
    assert profit["totals"]["net"] == str(total)
    balances = json.loads(khata_here("report", "party-balances", shop, "--json").stdout)
    del by_customer[""]
    assert {r["code"]: Decimal(r["balance"]) for r in balances["rows"]} == by_customer
    sheet = json.loads(khata_here("report", "balance-sheet", shop, "--json").stdout)["totals"]
    assert Decimal(sheet["assets"]) == Decimal(sheet["liabilities"]) + Decimal(sheet["equity"])


@pytest.mark.parametrize(
    "party", ["9001", "Customer 9001", "customer  9001", "0300-1234567", "+923001234567"]
)
def test_a_party_is_found_by_code_name_or_phone(
    khata_here: Khata, shop: Path, tmp_path: Path, party: str
) -> None:
    (tmp_path / "p.csv").write_text("Code,Phone\n9001,0300 1234567\n")
    khata_here("import", "parties", shop, "p.csv")
    ledger = json.loads(khata_here("report", "party-ledger", shop, "--party", party, "--json").stdout)
    assert ledger["party"]["name"] == "Customer 9001"
    by_id = khata_here("report", "party-ledger", shop, "--party", ledger["party"]["id"], "--json").stdout
    assert json.loads(by_id) == ledger
    assert [r["number"] for r in ledger["rows"]] == ["700001", "C700003"]
    assert ledger["totals"]["balance"] == ledger["rows"][-1]["balance"]


def test_several_parties_of_one_name_or_none_are_said_so(khata_here: Khata, shop: Path) -> None:
    line = failed_in_one_line(khata_here("report", "party-ledger", shop, "--party", "Customer", check=None))
    assert "Several party records match" in line
    line = failed_in_one_line(khata_here("report", "party-ledger", shop, "--party", "Nobody", check=None))
    assert "no party 'Nobody'" in line


def test_days_are_iso_or_day_month_year(khata_here: Khata, shop: Path) -> None:
    first = khata_here(
        "report", "day-book", shop, "--from", "2019-12-04", "--to", "2019-12-04", "--csv"
    ).stdout
    assert (
        first
        == khata_here("report", "day-book", shop, "--from", "4/12/2019", "--to", "4/12/2019", "--csv").stdout
    )
    assert {row["date"] for row in csv.DictReader(io.StringIO(first))} == {"2019-12-04"}
    ledger = khata_here(
        "report", "party-ledger", shop, "--party", "9001", "--from", "4/12/2019", "--json"
    ).stdout
    assert json.loads(ledger)["opening"] == "97.54"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["party-ledger"], "needs --party"),
        (["stock", "--party", "x"], "--party says nothing to stock"),
        (["day-book", "--as-of", "2019-12-04"], "--as-of says nothing"),
        (["day-book", "--from", "soon"], "'soon' is not a date"),
        (["day-book", "--from", "2019-12-05", "--to", "2019-12-04"], "is later than"),
        (["trial-balance", "--from", "2019-12-05", "--as-of", "2019-12-05"], "either --as-of or"),
        (["stock", "--json", "--csv"], "one of --json"),
    ],
)
def test_options_that_do_not_fit_are_said_so(
    khata_here: Khata, shop: Path, arguments: list[str], said: str
) -> None:
    kind, *options = arguments
    assert said in failed_in_one_line(khata_here("report", kind, shop, *options, check=None))


def test_reports_are_written_as_pdf_and_workbook(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    khata_here("report", "profit-loss", shop, "--pdf", "p.pdf")
    text = pdf_text("p.pdf")
    assert "Profit and loss" in text
    assert str(sales_sums()[0]) in text
    khata_here("report", "party-balances", shop, "--xlsx", "p.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    assert "Customer 9001" in {cell.value for row in sheet.iter_rows() for cell in row}


@pytest.fixture
def urdu_shop(khata_here: Khata, tmp_path: Path) -> Path:
    """A small shop that prints in Urdu."""
    khata_here("new", "urdu.khata", "--name", "Rahmat", "--currency", "PKR", "--language", "ur")
    (tmp_path / "khata.csv").write_text("Date,Name,Phone,Gave\n2020-01-05,Aslam,0300 1234567,700\n")
    khata_here("import", "entries", "urdu.khata", "khata.csv")
    return tmp_path / "urdu.khata"


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("trial-balance", "آزمائشی میزان", ["اکاؤنٹ", "ڈیبٹ", "گاہک"]),
        ("profit-loss", "نفع و نقصان", ["رقم"]),
        ("balance-sheet", "بیلنس شیٹ", ["اثاثے", "کل واجبات", "گاہک"]),
        ("party-balances", "کس سے کتنا لینا دینا ہے", ["فون", "گاہک", "0300 1234567"]),
        ("day-book", "روزنامچہ", ["کھاتہ اندراج", "تاریخ"]),
        ("stock", "اسٹاک", ["آئٹم", "مالیت"]),
    ],
)
def test_a_report_is_printed_in_the_language_of_the_book(
    khata_here: Khata, urdu_shop: Path, name: str, title: str, words: list[str]
) -> None:
    khata_here("report", name, urdu_shop, "--pdf", "r.pdf")
    text = pdf_text("r.pdf")
    for word in (title, *words):
        assert word in text
    khata_here("report", name, urdu_shop, "--pdf", "e.pdf", "--language", "en")
    assert title not in pdf_text("e.pdf")
    # What programs read, and what a terminal shows, stays as it was.
    assert title not in khata_here("report", name, urdu_shop).stdout
    for form in ("--json", "--csv"):
        assert khata_here("report", name, urdu_shop, form).stdout.isascii()


def test_a_workbook_has_the_words_of_the_book_too(khata_here: Khata, urdu_shop: Path) -> None:
    khata_here("report", "party-balances", urdu_shop, "--xlsx", "r.xlsx")
    cells = {cell.value for row in openpyxl.load_workbook("r.xlsx").active.iter_rows() for cell in row}
    assert {"نام", "فون", "گاہک"} <= cells


def test_the_language_is_of_documents_only(khata_here: Khata, shop: Path) -> None:
    line = failed_in_one_line(khata_here("report", "stock", shop, "--language", "ur", check=None))
    assert "--language is of --pdf and --xlsx" in line


def test_the_pdf_of_a_ledger_is_the_statement_with_its_ageing(khata_here: Khata, urdu_shop: Path) -> None:
    khata_here("report", "party-ledger", urdu_shop, "--party", "Aslam", "--pdf", "s.pdf", "--language", "en")
    text = pdf_text("s.pdf")
    for words in (
        "Statement of account",
        "Account of",
        "Amount due",
        "How old it is",
        "Over 90 days",
        "700.00",
    ):
        assert words in text
    khata_here("report", "party-ledger", urdu_shop, "--party", "Aslam", "--pdf", "u.pdf")
    assert "کھاتے کا گوشوارہ" in pdf_text("u.pdf")
    khata_here(
        "report", "party-ledger", urdu_shop, "--party", "Aslam", "--to", "2019-12-31", "--pdf", "b.pdf",
        "--language", "en",
    )  # fmt: skip
    assert "No entries in this period" in pdf_text("b.pdf")


def test_a_document_never_overwrites_the_book(khata_here: Khata, shop: Path) -> None:
    before = shop.read_bytes()
    failed_in_one_line(khata_here("report", "stock", shop, "--pdf", shop, check=None))
    failed_in_one_line(khata_here("invoice", shop, "700001", "--pdf", shop, check=None))
    failed_in_one_line(khata_here("export", "json", shop, "--out", shop, "--force", check=None))
    assert shop.read_bytes() == before


def test_a_document_that_cannot_be_written_is_said_so(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    failed_in_one_line(khata_here("report", "stock", shop, "--pdf", "file/out.pdf", check=None))


def test_the_whole_book_is_handed_out_in_every_form(khata: Khata, shop: Path, tmp_path: Path) -> None:
    for kind in ("beancount", "hledger", "csv", "json"):
        assert "9 vouchers" in khata("export", kind, shop, "--out", f"out.{kind}").stdout
    checks = (
        [str(Path(sys.executable).with_name("bean-check")), "out.beancount"],
        ["hledger", "-f", "out.hledger", "check"],
    )
    for check in checks:
        subprocess.run(check, cwd=tmp_path, check=True, timeout=60)
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["vouchers"]) == 9
    line = failed_in_one_line(khata("export", "json", shop, "--out", "out.json", check=None))
    assert "--force" in line
    khata("export", "json", shop, "--out", "out.json", "--force")
