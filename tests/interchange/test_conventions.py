"""How a file writes its days and numbers is told by the file, said by the user, or not guessed at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from khata_desktop.domain.import_errors import (
    CellNotDate,
    CellNotNumber,
    DatesContradict,
    DatesUnclear,
    NumbersContradict,
)
from khata_desktop.interchange.fields import ImportKind, complete_mapping
from khata_desktop.interchange.importing import import_file, notice_text, write_rejects
from khata_desktop.interchange.table import read_table
from khata_desktop.reports.whole_book import whole_vouchers
from khata_desktop.services.books import Books
from khata_desktop.storage.event_log import read_head
from tests.interchange.conftest import Bring

SEMICOLONS = "Bill;Item;Date;Qty;Price\n"
COMMAS = "Bill,Item,Date,Qty,Price\n"


def figures(books: Books) -> list[tuple[str, int, int]]:
    """Return (item, quantity in thousandths, price in ten-thousandths) of every line in the book."""
    found = books.query(lambda s: list(whole_vouchers(s, with_goods=True)))
    return [(n.description, n.quantity_milli, n.unit_price_e4) for v in found for n in v.lines]


def days(books: Books) -> list[date]:
    return [v.posted_on for v in books.query(lambda s: list(whole_vouchers(s, with_goods=True)))]


# --- numbers ---------------------------------------------------------------------------------------


def test_a_price_with_a_decimal_comma_tells_how_all_numbers_are_meant(bring: Bring, books: Books) -> None:
    report = bring("sales", SEMICOLONS + "1;tea;2019-12-03;1,500;2,55\n2;rice;2019-12-03;1.500;1.234,5\n")
    assert figures(books) == [("tea", 1_500, 25_500), ("rice", 1_500_000, 12_345_000)]
    assert [notice_text(n) for n in report.notices] == [
        "Numbers were read with a decimal comma: 2,55 is 2.55; say if it is not."
    ]


def test_a_price_with_a_decimal_point_tells_it_too_and_needs_no_notice(bring: Bring, books: Books) -> None:
    report = bring("sales", SEMICOLONS + "1;tea;2019-12-03;1,500;2.55\n2;rice;2019-12-03;1.500;3\n")
    assert figures(books) == [("tea", 1_500_000, 25_500), ("rice", 1_500, 30_000)]
    assert report.notices == ()


def test_where_no_number_tells_the_point_is_taken_and_it_is_said(bring: Bring, books: Books) -> None:
    report = bring("sales", SEMICOLONS + "1;tea;2019-12-03;2;1,500\n")
    assert figures(books) == [("tea", 2_000, 15_000_000)]
    assert [notice_text(n) for n in report.notices] == [
        "Numbers such as 1,500 were read as 1500 and not as 1.500; say if it is the other way."
    ]


@pytest.mark.parametrize("comma", [True, False])
def test_what_the_user_says_of_numbers_holds_and_is_not_told_back(
    bring: Bring, books: Books, comma: bool
) -> None:
    text = SEMICOLONS + "1;tea;2019-12-03;2;1,500\n2;rice;2019-12-03;3;2,55\n3;salt;2019-12-03;3;2.55\n"
    report = bring("sales", text, decimal_comma=comma)
    assert figures(books)[0] == ("tea", 2_000, 15_000 if comma else 15_000_000)
    assert [(r.line_no, type(r.error)) for r in report.refused] == [(4 if comma else 3, CellNotNumber)]
    assert report.notices == ()


@pytest.mark.parametrize(
    ("first", "second"), [("2,55", "2.55"), ("1.234,5", "2.55"), ("0,500", "12.5"), ("1,500", "1.500")]
)
def test_a_column_that_contradicts_itself_is_refused_whole(
    bring: Bring, books: Books, first: str, second: str
) -> None:
    before = books.query(read_head)
    with pytest.raises(
        NumbersContradict, match=f"Price '{first}' in line 2 and Price '{second}' in line 4 do not tell"
    ):
        bring(
            "sales",
            SEMICOLONS + f"1;tea;2019-12-03;1;{first}\n2;tea;2019-12-03;1;7\n3;tea;2019-12-03;1;{second}\n",
        )
    assert books.query(read_head) == before


def test_two_columns_may_each_have_their_own_mark(bring: Bring, books: Books) -> None:
    bring("sales", SEMICOLONS + "1;tea;2019-12-03;1.5;2,55\n")
    assert figures(books) == [("tea", 1_500, 25_500)]


def test_a_third_column_that_could_follow_either_is_not_guessed_at(bring: Bring) -> None:
    head = "Bill;Item;Date;Qty;Price;Discount\n"
    with pytest.raises(NumbersContradict, match=r"Qty '1.5' in line 2 and Price '1000,5' in line 2"):
        bring("sales", head + "1;tea;2019-12-03;1.5;1000,5;1,250\n")


def test_a_number_of_a_workbook_has_its_point_whatever_the_texts_beside_it_say(
    books: Books, tmp_path: Path
) -> None:
    path, rejects = tmp_path / "sales.xlsx", tmp_path / "refused.csv"
    book = openpyxl.Workbook()
    for row in (
        ["Bill", "Item", "Date", "Qty", "Price"],
        ["1", "tea", date(2019, 12, 3), 1.125, "2,55"],
        ["2", "rice", date(2019, 12, 3), 1.125, "2,55 or so"],
    ):
        book.active.append(row)
    book.save(path)
    table = read_table(path)
    mapping = complete_mapping(ImportKind.SALES, table.headers)
    report = import_file(books, ImportKind.SALES, table, mapping)
    assert figures(books) == [("tea", 1_125, 25_500)]
    write_rejects(table, report, rejects)
    rejects.write_text(rejects.read_text("utf-8-sig").replace(" or so", ""))
    mended = read_table(rejects)
    import_file(books, ImportKind.SALES, mended, complete_mapping(ImportKind.SALES, mended.headers))
    assert figures(books)[1] == ("rice", 1_125, 25_500)


def test_balances_and_prices_of_lists_are_read_the_same_way(bring: Bring, books: Books) -> None:
    report = bring("parties", "Name;Balance\nAslam;1.500\nBano;20,5\n")
    assert report.total_minor == 150_000 + 2_050
    report = bring("items", "Name;Price;Stock\nTea;1.250,00;3\nRice;12,5;1,250\n")
    assert [n.code for n in report.notices] == ["decimal_comma"]
    report = bring("entries", "Date;Name;Gave\n2019-12-03;Aslam;1.500\n2019-12-03;Bano;20,5\n")
    assert report.total_minor == 150_000 + 2_050


# --- days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "first"), [("13/12/2019", date(2019, 12, 3)), ("12/13/2019", date(2019, 3, 12))]
)
def test_one_date_tells_the_order_of_all(bring: Bring, books: Books, other: str, first: date) -> None:
    report = bring("sales", COMMAS + f"1,tea,3/12/2019,1,5\n2,tea,{other},1,5\n")
    assert days(books)[0] == first
    assert report.notices == ()


def test_a_column_of_both_orders_is_refused_with_the_lines_that_tell(bring: Bring, books: Books) -> None:
    before = books.query(read_head)
    text = COMMAS + "1,tea,1/2/2019,1,5\n2,tea,13/2/2019,1,5\n3,tea,2/13/2019,1,5\n"
    with pytest.raises(
        DatesContradict, match="'13/2/2019' in line 3 has the day first, '2/13/2019' in line 4 the month"
    ):
        bring("sales", text)
    assert books.query(read_head) == before
    report = bring("sales", text, day_first=True)
    assert [(r.line_no, type(r.error)) for r in report.refused] == [(4, CellNotDate)]


def test_where_no_date_tells_nothing_comes_in_and_both_readings_are_named(bring: Bring, books: Books) -> None:
    before = books.query(read_head)
    text = COMMAS + "1,tea,0/1/2019,1,5\n2,tea,3/12/2019 8:26,1,5\n"
    with pytest.raises(DatesUnclear) as refused:
        bring("sales", text)
    assert str(refused.value) == (
        "Date: nothing in the file tells whether '3/12/2019 8:26' in line 3 is 2019-12-03 (day first) or "
        "2019-03-12 (month first); say which is meant."
    )
    assert books.query(read_head) == before


@pytest.mark.parametrize(("day_first", "meant"), [(True, date(2019, 12, 3)), (False, date(2019, 3, 12))])
def test_what_the_user_says_of_dates_holds(bring: Bring, books: Books, day_first: bool, meant: date) -> None:
    report = bring("sales", COMMAS + "1,tea,3/12/2019,1,5\n", day_first=day_first)
    assert days(books) == [meant]
    assert report.notices == ()


def test_a_date_that_is_the_same_either_way_is_no_question(bring: Bring) -> None:
    assert bring("sales", COMMAS + "1,tea,5/5/2019,1,5\n").notices == ()
