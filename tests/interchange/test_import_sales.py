"""A sales history comes in bill by bill, every line of it accounted for."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    BillDiffers,
    BillForAnother,
    BillLineRefused,
    BillNumberTaken,
    BillOnAnotherDay,
    BillReturnSells,
    BillTwoCustomers,
    BillTwoDays,
    CellNotNumber,
    RejectsOverInput,
    RowRagged,
)
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.interchange.fields import ImportKind, complete_mapping
from khata_desktop.interchange.importing import ImportReport, import_file, notice_text, write_rejects
from khata_desktop.interchange.table import read_table
from khata_desktop.reports.whole_book import WholeVoucher, account_uses, record_rows, whole_vouchers
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.selling import PostSale, post_sale
from khata_desktop.storage.event_log import read_head
from khata_desktop.storage.lookups import live_voucher
from tests.interchange.conftest import Bring
from tests.interchange.samples import SALES, line_count, sales_sums

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"


def vouchers(books: Books) -> dict[str, WholeVoucher]:
    found: list[WholeVoucher] = books.query(lambda s: list(whole_vouchers(s, with_goods=True)))
    return {voucher.number: voucher for voucher in found}


def records(books: Books, entity: Entity) -> dict[str, dict[str, object]]:
    return {row["code"]: row for row in books.query(lambda s: list(record_rows(s, entity)))}


def accounted_for(report: ImportReport) -> bool:
    return report.imported + report.already_there + len(report.refused) == report.lines


def test_every_line_of_a_messy_history_comes_in_and_the_sums_agree(bring: Bring, books: Books) -> None:
    report = bring("sales", SALES, day_first=True)
    total, by_customer = sales_sums()
    assert (report.lines, report.imported, report.refused) == (line_count(), line_count(), ())
    assert (report.bills, report.returns) == (6, 3)
    assert Decimal(report.total_minor).scaleb(-2) == total
    codes = {row["key"]: row["code"] for row in records(books, Entity.PARTY).values()}
    uses = books.query(account_uses)
    balances = {codes[u.party_key]: Decimal(u.balance_minor).scaleb(-2) for u in uses if u.party_key}
    del by_customer[""]
    assert balances == by_customer
    assert sum(u.balance_minor for u in uses) == 0


def test_what_comes_in_is_what_the_file_says(bring: Bring, books: Books) -> None:
    bring("sales", SALES, day_first=True)
    posted = vouchers(books)
    first = posted["700001"]
    assert (first.kind, first.posted_on.isoformat(), first.source_key) == (
        "sale",
        "2019-12-03",
        "sales:700001",
    )
    assert [line.description for line in first.lines][-1] == "LATE LINE OF THE FIRST BILL"
    assert posted["C700003"].kind == VoucherKind.SALE_RETURN
    assert [(n.quantity_milli, n.total_minor) for n in posted["C700003"].lines] == [(2000, 510)]
    # Lost stock: nothing is paid, but the goods leave the shelf the other way round.
    assert (posted["700005"].kind, posted["700005"].total_minor) == ("sale", 0)
    assert posted["700005"].movements[0].quantity_milli == 30_000
    assert (posted["C700008"].kind, posted["C700008"].total_minor) == ("sale_return", 0)
    assert [n.total_minor for n in posted["700002"].lines] == [1020, 0, 101]  # 1.005 is rounded half up
    assert posted["700002"].lines[0].description == '6" PLATE £SALE*'
    assert posted["700002"].lines[1].description == "?"  # the first name the file has for that item
    assert [n.quantity_milli for n in posted["700006"].lines] == [24_000, 2_000, -4_000]


def test_a_walk_in_pays_cash_and_a_known_customer_is_on_khata(bring: Bring, books: Books) -> None:
    bring("sales", SALES, day_first=True)
    accounts = {row["key"]: row["id"] for row in books.query(lambda s: list(record_rows(s, Entity.ACCOUNT)))}
    posted = vouchers(books)
    walk_in = [accounts[p.account_key] for p in posted["700007"].postings if p.amount_minor > 0]
    assert walk_in == [CASH]
    assert posted["700007"].party_key is None
    assert all(accounts[p.account_key] != CASH for p in posted["700001"].postings)
    assert {p.party_key for p in posted["700001"].postings} > {None}


def test_customers_and_items_are_made_on_the_way(bring: Bring, books: Books) -> None:
    report = bring("sales", SALES, day_first=True)
    assert (report.parties_added, report.items_added) == (3, 11)
    parties, items = records(books, Entity.PARTY), records(books, Entity.ITEM)
    assert parties["9003"]["name"] == "Customer 9003"
    assert parties["9003"]["address"] == "Norway"
    services = {code for code, row in items.items() if row["kind"] == ItemKind.SERVICE}
    assert services == {"POST", "M", "D", "BANK CHARGES", "C2"}
    assert items["11001A"]["name"] == "BRASS LANTERN, LARGE"
    assert items["11001A"]["price_e4"] == 25500
    assert items["11003a"]["code"] != items["11001A"]["code"]


def test_an_item_without_any_name_is_called_by_its_code(bring: Bring, books: Books) -> None:
    bring("sales", HEAD + "1,21134,,1,2019-12-03,0,\n")
    assert records(books, Entity.ITEM)["21134"]["name"] == "21134"
    assert vouchers(books)["1"].lines[0].description == "21134"


def test_in_a_shop_whose_codes_are_words_goods_stay_goods(bring: Bring, books: Books) -> None:
    bring(
        "sales",
        HEAD
        + "1,SUGAR,Sugar,1,2019-12-03,150,\n1,TEA,Tea,1,2019-12-03,90,\n1,POST,By post,1,2019-12-03,9,\n",
    )
    kinds = {code: row["kind"] for code, row in records(books, Entity.ITEM).items()}
    assert kinds == {"SUGAR": "goods", "TEA": "goods", "POST": "service"}


def test_the_same_file_twice_adds_nothing_and_says_so(bring: Bring, books: Books) -> None:
    bring("sales", SALES, day_first=True)
    before = books.query(read_head)
    again = bring("sales", SALES, day_first=True)
    assert (again.imported, again.already_there, again.refused) == (0, line_count(), ())
    assert books.query(read_head) == before


def test_a_longer_file_adds_only_what_is_new(bring: Bring) -> None:
    bring("sales", SALES, day_first=True)
    report = bring("sales", SALES + "700010,11001A,,1,6/12/2019,2.55,9001,Pakistan\n", day_first=True)
    assert (report.imported, report.already_there, report.bills) == (1, line_count(), 1)
    assert (report.parties_added, report.items_added) == (0, 0)


def test_a_bill_that_changed_is_refused_with_its_lines(bring: Bring) -> None:
    bring("sales", SALES, day_first=True)
    report = bring("sales", SALES.replace("24,4/12/2019,0.42", "25,4/12/2019,0.42"), day_first=True)
    assert [(r.line_no, type(r.error)) for r in report.refused] == [(n, BillDiffers) for n in (12, 13, 14)]
    assert accounted_for(report)


@pytest.mark.parametrize(
    ("before", "now", "error"),
    [
        (",9002,", ",9003,", BillForAnother),
        (",9002,", ",9099,", BillForAnother),
        (",9002,", ",,", BillForAnother),
        ("4/12/2019,", "6/12/2019,", BillOnAnotherDay),
        ("11005,", "11006,", BillDiffers),
        ("11005,", "77777,", BillDiffers),
        ("TEA GLASS (BROKEN)", "TEA GLASS (CHIPPED)", BillDiffers),
        ("0.42", "0.43", BillDiffers),
    ],
)
def test_a_different_bill_under_a_known_number_is_refused_and_told(
    bring: Bring, books: Books, before: str, now: str, error: type[RuleViolation]
) -> None:
    bring("sales", SALES, day_first=True)
    head = books.query(read_head)
    lines = [line for line in SALES.splitlines() if line.startswith(("\ufeff", "700006"))]
    bill = "".join(line.replace(before, now) + "\n" for line in lines)
    report = bring("sales", bill, day_first=True)
    assert [type(r.error) for r in report.refused] == [error] * 3
    assert (report.imported, report.already_there) == (0, 0)
    assert books.query(read_head) == head


def test_the_same_bill_of_a_customer_of_another_name_is_another_bill(bring: Bring) -> None:
    text = "Bill,Item,Qty,Date,Price,Customer\n1,x,1,2019-12-03,5,Aslam\n"
    bring("sales", text)
    assert [type(r.error) for r in bring("sales", text.replace("Aslam", "Bano")).refused] == [BillForAnother]
    assert bring("sales", text).already_there == 1


def test_a_bill_stays_the_same_when_its_customer_and_items_are_called_otherwise_in_the_book(
    bring: Bring,
) -> None:
    bring("sales", SALES, day_first=True)
    bring("parties", "Code,Name\n9001,Aslam Traders\n")
    bring("items", "Code,Name\n11001A,Large lantern of brass\n")
    assert bring("sales", SALES, day_first=True).already_there == line_count()


def test_a_bill_stays_the_same_when_its_customer_has_a_namesake_by_now(bring: Bring) -> None:
    text = "Bill,Item,Qty,Date,Price,Customer\n1,x,1,2019-12-03,5,Aslam\n"
    bring("sales", text)
    bring("parties", "Name,Phone,Code\nAslam,0301-7654321,A2\nAslam,0302-7654321,A3\n")
    assert bring("sales", text).already_there == 1


def test_a_bill_that_was_voided_in_the_book_does_not_come_back(bring: Bring, books: Books) -> None:
    bring("sales", SALES, day_first=True)
    voucher_id = books.query(live_voucher, number="700007")
    assert voucher_id is not None
    books.execute(void_voucher, voucher_id)
    report = bring("sales", SALES, day_first=True)
    assert (report.imported, report.already_there) == (0, line_count())


def test_a_number_of_the_books_own_is_not_taken_twice(bring: Bring, books: Books) -> None:
    line = SoldLine(item_id=None, description="Tea", quantity_milli=1000, unit_price_e4=10_000)
    posted = books.execute(post_sale, PostSale(sold_on=books.clock.today(), lines=(line,))).value
    report = bring("sales", HEAD + f"{posted.number},A1,x,1,2019-12-03,5,\n")
    assert [type(r.error) for r in report.refused] == [BillNumberTaken]


def test_a_bill_with_a_bad_line_stays_out_whole(bring: Bring, books: Books) -> None:
    text = (
        HEAD
        + "1,A1,x,1,2019-12-03,5,\n1,A2,y,two,2019-12-03,5,\n1,A3,z,3,2019-12-03,5,\n2,A1,x,1,2019-12-03,5,\n"
    )
    report = bring("sales", text)
    assert [(r.line_no, type(r.error)) for r in report.refused] == [
        (2, BillLineRefused), (3, CellNotNumber), (4, BillLineRefused)
    ]  # fmt: skip
    assert list(vouchers(books)) == ["2"]
    assert "line 3 of the same bill 1" in str(report.refused[0].error)


def test_a_ragged_line_keeps_its_bill_out_too(bring: Bring, books: Books) -> None:
    report = bring("sales", HEAD + "1,A1,x,1,2019-12-03,5,\n1,A2,y,1,2019-12-03\n")
    assert [type(r.error) for r in report.refused] == [BillLineRefused, RowRagged]
    assert vouchers(books) == {}


def test_a_bill_of_two_days_or_two_customers_is_refused(bring: Bring) -> None:
    report = bring(
        "sales",
        HEAD
        + "1,A1,x,1,2019-12-03,5,7\n1,A1,x,1,2019-12-04,5,7\n"
        + "2,A1,x,1,2019-12-03,5,7\n2,A1,x,1,2019-12-03,5,8\n",
    )
    assert [type(r.error) for r in report.refused] == [BillTwoDays] * 2 + [BillTwoCustomers] * 2


def test_a_customer_may_stand_on_the_first_line_only(bring: Bring, books: Books) -> None:
    bring("sales", HEAD + "1,A1,x,1,2019-12-03,5,7\n1,A2,y,1,2019-12-03,5,\n")
    assert vouchers(books)["1"].party_key is not None


def test_a_bill_of_some_days_from_now_comes_in(bring: Bring, books: Books) -> None:
    soon = books.clock.today() + timedelta(days=300)
    assert bring("sales", HEAD + f"1,A1,x,1,{soon},5,\n").imported == 1


@pytest.mark.parametrize(
    "lines", ["C5,A1,x,3,2019-12-03,5,7\n", "C5,A1,x,-3,2019-12-03,5,7\nC5,A2,y,1,2019-12-03,2,7\n"]
)
@pytest.mark.parametrize("others", ["", "C6,A1,x,-1,2019-12-03,5,7\n"])
def test_a_return_that_sells_is_refused_and_not_put_on_khata(
    bring: Bring, books: Books, lines: str, others: str
) -> None:
    report = bring("sales", HEAD + "1,A1,x,5,2019-12-03,5,7\n" + others + lines)
    assert {type(r.error) for r in report.refused} == {BillReturnSells}
    assert len(report.refused) == lines.count("\n")
    assert "C5" not in vouchers(books)
    assert "put a minus before its quantities" in str(report.refused[0].error)


def test_a_series_of_bills_that_begins_with_c_is_one_of_sales(bring: Bring, books: Books) -> None:
    series = "C1,A1,x,3,2019-12-03,5,7\nC2,A1,x,2,2019-12-03,5,7\nC3,A1,x,-1,2019-12-03,5,7\n"
    report = bring("sales", HEAD + series)
    assert (report.bills, report.returns, report.refused) == (2, 1, ())


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (",A1,x,1,2019-12-03,5,", "InvoiceNo is empty"),
        ("1,A1,x,1,,5,", "InvoiceDate is empty"),
        ("1,A1,x,0,2019-12-03,5,", "Quantity is zero"),
        ("1,A1,x,1.0005,2019-12-03,5,", "more than 3 decimals"),
        ("1,A1,x,1,2019-12-03,=2+3,", "'=2\\+3' is not a number"),
        ("1,A1,x,1,2019-12-03,0.00005,", "more than 4 decimals"),
        ("1,A1,x,1,2019-02-30,5,", "is not a date"),
        ("1,A1,x,1,01/01/0001,5,", "InvoiceDate '01/01/0001' is outside 1970 to 2199"),
        ("1,A1,x,1,0026-03-15,5,", "InvoiceDate '0026-03-15' is outside 1970 to 2199"),
        ("1,A1,x,1,2198-01-01,5,", "InvoiceDate '2198-01-01' is more than a year after today"),
        ("1", "the line has one cell where the heading has 7"),
        ("1,A1,x,999999999,2019-12-03,9999999,", "larger than the books"),
        ("1,,,1,2019-12-03,5,", "StockCode and Description are all empty"),
        (f"1,{'A' * 61},x,1,2019-12-03,5,", "StockCode: 'code' is longer than 60"),
        (f"{'1' * 61},A1,x,1,2019-12-03,5,", "InvoiceNo: longer than 60"),
        (",,,,,,", "every cell is empty"),
    ],
)
def test_each_refused_line_says_why(bring: Bring, cells: str, reason: str) -> None:
    report = bring("sales", HEAD + cells + "\n")
    assert accounted_for(report)
    assert len(report.refused) == 1
    with pytest.raises(type(report.refused[0].error), match=reason):
        raise report.refused[0].error


def test_discounts_are_taken_off_and_never_more_than_the_line(bring: Bring, books: Books) -> None:
    head = "Bill,Item,Qty,Date,Price,Discount\n"
    report = bring(
        "sales", head + "1,x,2,2019-12-03,5,1.50\n2,x,-2,2019-12-03,5,1.50\n3,x,1,2019-12-03,5,6\n"
    )
    posted = vouchers(books)
    assert [(posted[n].kind, posted[n].total_minor) for n in "12"] == [("sale", 850), ("sale_return", 850)]
    assert [str(r.error) for r in report.refused] == ["the discount '6' is more than the line's amount"]
    again = bring("sales", head + "1,x,2,2019-12-03,5,1.50\n2,x,-2,2019-12-03,5,1.50\n")
    assert again.already_there == 2


def test_customers_are_found_by_name_and_phone_where_there_is_no_code(bring: Bring, books: Books) -> None:
    bring("parties", "Name,Phone\nAslam,0300-1234567\nAslam,0301-7654321\n")
    report = bring(
        "sales",
        "Bill,Item,Qty,Date,Price,Customer,Phone\n"
        "1,x,1,2019-12-03,5,aslam,+92 300 1234567\n2,x,1,2019-12-03,5,Aslam,\n3,x,1,2019-12-03,5,Bano,\n",
    )
    assert report.parties_added == 1
    assert [str(r.error) for r in report.refused] == [
        "several in the book are called 'Aslam'; give the code or the phone"
    ]
    assert accounted_for(report)


def test_a_dry_run_says_what_would_happen_and_changes_nothing(bring: Bring, books: Books) -> None:
    dry = bring("sales", SALES, day_first=True, dry_run=True)
    assert vouchers(books) == {}
    assert books.query(lambda s: list(record_rows(s, Entity.ITEM))) == []
    real = bring("sales", SALES, day_first=True)
    assert dry.dry_run
    assert (dry.imported, dry.bills, dry.total_minor, dry.parties_added, dry.items_added) == (
        real.imported, real.bills, real.total_minor, real.parties_added, real.items_added
    )  # fmt: skip


def test_stopping_in_the_middle_keeps_nothing(bring: Bring, books: Books) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if total:
            raise Stopped

    with pytest.raises(Stopped):
        bring("sales", SALES, day_first=True, progress=stop)
    assert vouchers(books) == {}
    assert bring("sales", SALES, day_first=True).imported == line_count()


def test_unused_columns_and_guessed_encodings_are_told(bring: Bring) -> None:
    report = bring(
        "sales", "Bill,Item,Qty,Date,Price,Colour\n1,Caf\xe9,1,2019-12-03,5,red\n".encode("cp1252")
    )
    assert [notice_text(n) for n in report.notices] == [
        "The file does not say its encoding and was read as Windows-1252: look at the accents.",
        "Not used: Colour.",
    ]


def test_of_columns_with_one_heading_it_is_told_which_was_read(bring: Bring, books: Books) -> None:
    text = "Bill,Item,Quantity,Date,Price,quantity,Colour\n1,Tea,2,2019-12-03,5,99,red\n"
    report = bring("sales", text)
    assert [notice_text(n) for n in report.notices] == [
        "Several columns are headed quantity: #3 was read, and #6 was not; name the right one if it is not.",
        "Not used: Colour.",
    ]
    report = bring("sales", text.replace("1,Tea", "2,Tea"), chosen={"quantity": "#6"})
    assert vouchers(books)["2"].lines[0].quantity_milli == 99_000
    assert "#6 was read, and #3 was not" in notice_text(report.notices[0])


def test_refused_lines_are_written_with_number_and_reason_and_can_be_mended(
    books: Books, tmp_path: Path
) -> None:
    path, rejects = tmp_path / "in.csv", tmp_path / "refused.csv"
    path.write_text(
        HEAD + "1,A1,\"=cmd|' /C calc'!A0, x\",-1,2019-12-03,abc,\n2,A2,y,1,2019-12-03,5,\n3,A3\n"
    )
    table = read_table(path)
    mapping = complete_mapping(ImportKind.SALES, table.headers)
    report = import_file(books, ImportKind.SALES, table, mapping)
    write_rejects(table, report, rejects)
    text = rejects.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][-2:] == ["Line", "Refused because"]
    assert [row[-2] for row in rows[1:]] == ["2", "4"]
    assert rows[1][2:4] == ["'=cmd|' /C calc'!A0, x", "-1"]
    assert rows[1][-1] == "UnitPrice 'abc' is not a number"
    assert rows[2][:3] == ["3", "A3", ""]
    rejects.write_text(text.replace("abc", "7"), encoding="utf-8")
    mended = read_table(rejects)
    again = import_file(books, ImportKind.SALES, mended, complete_mapping(ImportKind.SALES, mended.headers))
    assert again.imported == 1
    assert vouchers(books)["1"].lines[0].description == "=cmd|' /C calc'!A0, x"


def test_the_refused_lines_never_overwrite_the_file_itself(books: Books, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(HEAD + "1,A1,x,0,2019-12-03,5,\n")
    table = read_table(path)
    report = import_file(books, ImportKind.SALES, table, complete_mapping(ImportKind.SALES, table.headers))
    with pytest.raises(RejectsOverInput):
        write_rejects(table, report, path)
    assert path.read_text().startswith(HEAD)
