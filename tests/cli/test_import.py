"""khata import: what it says, how it exits, and that a hostile file leaves the book as it was."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from khata_desktop.services.books import Books
from khata_desktop.storage.event_log import read_head
from tests.cli.conftest import Khata, failed_in_one_line
from tests.interchange.samples import SALES, line_count, sales_sums

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"


def head_of(book: Path) -> object:
    with Books.open(book) as books:
        return books.query(read_head)


def facts(shown: str) -> dict[str, str]:
    """Return the lines of the answer by their label: {"brought in": "3  (3 bills)"}."""
    parts = [line.strip().split("  ", 1) for line in shown.splitlines() if "  " in line.strip()]
    return {label: text.strip() for label, text in parts}


def test_a_real_history_comes_in_with_exit_code_0(khata: Khata, tmp_path: Path) -> None:
    (tmp_path / "sales.csv").write_text(SALES, encoding="utf-8")
    khata("new", "shop.khata", "--name", "Gift & Co", "--currency", "GBP")
    ran = khata("import", "sales", "shop.khata", "sales.csv", "--day-first")
    assert facts(ran.stdout)["brought in"].startswith(f"{line_count()}  (6 bills, 3 returns")
    assert f"GBP {sales_sums()[0]:,}" in ran.stdout
    assert ran.stderr == ""


def test_the_same_file_again_adds_nothing_says_so_and_is_no_failure(khata: Khata, shop: Path) -> None:
    before = head_of(shop)
    ran = khata("import", "sales", shop, "sales.csv", "--day-first")
    assert "nothing was added" in ran.stdout
    assert head_of(shop) == before


def test_refused_lines_give_exit_code_1_and_are_in_the_rejects_file(
    khata: Khata, shop: Path, tmp_path: Path
) -> None:
    text = HEAD + "8,A1,x,1,2019-12-03,5,\n9,A1,x,0,2019-12-03,5,\n9,A2\n10,A1,=1+1,two,2019-12-03,5,\n"
    (tmp_path / "more.csv").write_text(text)
    ran = khata("import", "sales", shop, "more.csv", "--rejects", "refused.csv", check=1)
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Line"] for row in rows] == ["3", "4", "5"]
    assert all(row["Refused because"] for row in rows)
    assert rows[2]["Description"] == "'=1+1"
    assert "refused.csv" in ran.stdout


def test_without_a_rejects_file_the_first_reasons_are_shown(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text(HEAD + "9,A1,x,0,2019-12-03,5,\n" * 12)
    shown = khata_here("import", "sales", shop, "more.csv", check=1).stdout
    assert "line 2: Quantity is zero" in shown
    assert "and 2 more" in shown


def test_a_dry_run_writes_nothing(khata: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(HEAD + "9,A1,x,1,2019-12-03,5,\n")
    before = shop.read_bytes()
    ran = khata("import", "sales", shop, "more.csv", "--dry-run")
    assert "nothing was changed" in ran.stdout
    assert "1 bill" in ran.stdout
    assert shop.read_bytes() == before


def test_columns_can_be_mapped_by_hand(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Wer,Tel\nAslam,0300\n")
    line = failed_in_one_line(khata_here("import", "parties", shop, "list.csv", check=None))
    assert "--map name=Column" in line
    assert "Wer, Tel" in line
    khata_here("import", "parties", shop, "list.csv", "--map", "name=wer", "--map", "phone=#2")
    assert '"phone": "0300"' in khata_here("report", "party-balances", shop, "--json").stdout


@pytest.mark.parametrize(
    ("option", "said"),
    [("name", "FIELD=COLUMN"), ("name=Colour", "no column 'Colour'"), ("colour=Name", "no field 'colour'")],
)
def test_a_wrong_mapping_is_one_clear_line(
    khata_here: Khata, shop: Path, tmp_path: Path, option: str, said: str
) -> None:
    (tmp_path / "list.csv").write_text("Name\nAslam\n")
    assert said in failed_in_one_line(
        khata_here("import", "parties", shop, "list.csv", "--map", option, check=None)
    )


def test_dates_that_can_be_read_both_ways_are_asked_for_by_their_options(
    khata_here: Khata, shop: Path
) -> None:
    before = head_of(shop)
    line = failed_in_one_line(khata_here("import", "sales", shop, "sales.csv", check=None))
    assert "'3/12/2019' in line 2 is 2019-12-03 (day first) or 2019-03-12 (month first)" in line
    assert line.endswith("say which is meant. (--day-first or --month-first)")
    assert head_of(shop) == before


def test_what_a_file_leaves_open_is_asked_for_by_its_option(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text(HEAD + '31,A1,x,1,13/2/2020,"2,55",\n32,A1,x,1,2/13/2020,2.55,\n')
    before = head_of(shop)
    line = failed_in_one_line(khata_here("import", "sales", shop, "more.csv", check=None))
    assert "'13/2/2020' in line 2 has the day first" in line
    assert line.endswith("(--day-first or --month-first)")
    line = failed_in_one_line(khata_here("import", "sales", shop, "more.csv", "--day-first", check=None))
    assert "UnitPrice '2,55' in line 2 and UnitPrice '2.55' in line 3" in line
    assert line.endswith("(--decimal-comma or --decimal-point)")
    assert head_of(shop) == before
    ran = khata_here("import", "sales", shop, "more.csv", "--day-first", "--decimal-comma", check=1)
    assert facts(ran.stdout)["brought in"].startswith("1  (1 bill")
    assert ran.stderr == ""


def test_numbers_that_can_be_read_both_ways_are_told(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(HEAD + '33,A1,x,1,2020-02-13,"1,500",\n')
    ran = khata_here("import", "sales", shop, "more.csv", "--dry-run")
    assert ran.stderr == (
        "khata: note: Numbers such as 1,500 were read as 1500 and not as 1.500; say if it is the other way. "
        "(--decimal-comma)\n"
    )


HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 64,
    "false mark": b"\xef\xbb\xbfInvoiceNo\n\xff\xff\n",
    "no columns": b"a,b,c\n1,2,3\n",
    "a broken workbook": b"PK\x03\x04" + bytes(100),
    "a folder": None,
    "a missing file": None,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_one_clear_line_and_the_book_untouched(
    khata_here: Khata, shop: Path, tmp_path: Path, kind: str
) -> None:
    path, content = tmp_path / "hostile.csv", HOSTILE[kind]
    if content is not None:
        path.write_bytes(content)
    elif kind == "a folder":
        path.mkdir()
    before = head_of(shop)
    failed_in_one_line(khata_here("import", "sales", shop, path, check=None))
    assert head_of(shop) == before


def test_hostile_lines_are_refused_one_by_one(khata: Khata, shop: Path, tmp_path: Path) -> None:
    lines = [
        b"20,A1,caf\xe9 \xff,1,2019-12-03,5,",  # not UTF-8
        b"21,A1,x,1,2019-12-03",  # ragged
        b'22,A1,"open,1,2019-12-03,5,',
        b"23,A1,=HYPERLINK(1),1,2019-12-03,5,",  # harmless as a name
        b"24,A1," + b"y" * 10_000_000 + b",1,2019-12-03,5,",
        b"25,A1,n\x00ul,1,2019-12-03,5,",
        b"26,A1,x,=1+1,2019-12-03,5,",
        b"27,A1,x,1,2019-12-03,5,",
    ]
    (tmp_path / "hostile.csv").write_bytes(HEAD.encode() + b"\n".join(lines) + b"\n")
    ran = khata("import", "sales", shop, "hostile.csv", "--rejects", "refused.csv", check=1)
    assert "Windows-1252" in ran.stderr or "Latin-1" in ran.stderr
    shown = facts(ran.stdout)
    assert (shown["Lines in the file"], shown["refused"]) == ("8", "5")
    assert shown["brought in"].startswith("3  (3 bills")
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Line"] for row in csv.DictReader(file)] == ["3", "4", "6", "7", "8"]


def test_the_rejects_never_overwrite_the_file_or_the_book(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    for target in (tmp_path / "sales.csv", shop):
        before = target.read_bytes()
        line = failed_in_one_line(
            khata_here("import", "sales", shop, "sales.csv", "--rejects", target, check=None)
        )
        assert "overwrite" in line
        assert target.read_bytes() == before


def test_a_workbook_comes_in_like_a_csv_file(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Name", "Phone", "Balance"], ["اسلم", "0300-1234567", 1500.5], ["रमेश", 3001234, -20]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    ran = khata_here("import", "parties", shop, "list.xlsx")
    assert "2 new parties, 2 opening balances" in ran.stdout


def test_where_the_rejects_cannot_be_written_nothing_comes_in(
    khata: Khata, shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text(HEAD + "8,A1,x,1,2019-12-03,5,\n9,A1,x,0,2019-12-03,5,\n")
    (tmp_path / "file").write_text("")
    before = head_of(shop)
    failed_in_one_line(
        khata("import", "sales", shop, "more.csv", "--rejects", "file/refused.csv", check=None)
    )
    assert head_of(shop) == before


def test_headings_without_lines_are_said_so(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(HEAD)
    assert "no lines below its headings" in khata_here("import", "sales", shop, "more.csv").stdout
