"""Tables of other programs are read line by line, and whatever is wrong with a line stays beside it."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import (
    EncodingBroken,
    FileEmpty,
    FileMissing,
    FileUnreadable,
    NotATable,
    RowBlank,
    RowHasNul,
    RowQuoteOpen,
    RowRagged,
    RowTooLong,
)
from khata_desktop.interchange.table import Table, TableRow, read_table
from khata_desktop.services.books import Books
from khata_desktop.services.records import save_party


def table_of(folder: Path, content: bytes | str, name: str = "file.csv") -> Table:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path)


def problems(table: Table) -> list[tuple[int, type[RuleViolation] | None]]:
    return [(row.line_no, type(row.problem) if row.problem else None) for row in table.rows()]


TEXT = "Name,Phone\r\nاسلم,0300\r\nरमेश,0301\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_urdu_and_hindi_are_read_in_every_marked_encoding(tmp_path: Path, encoding: str) -> None:
    table = table_of(tmp_path, TEXT.encode(encoding))
    assert table.headers == ("Name", "Phone")
    assert [row.cells[0] for row in table.rows()] == ["اسلم", "रमेश"]
    assert table.encoding_sure


def test_utf_16_without_a_mark_is_recognised_and_told(tmp_path: Path) -> None:
    table = table_of(tmp_path, "Name,Phone,City\nAslam Traders,0300,Lahore\n".encode("utf-16-le"))
    assert [row.cells[0] for row in table.rows()] == ["Aslam Traders"]
    assert not table.encoding_sure


def test_what_is_not_utf_8_is_read_as_windows_1252_and_told(tmp_path: Path) -> None:
    table = table_of(tmp_path, "Name,Price\nCafé,£5 – net\n".encode("cp1252"))
    assert next(table.rows()).cells == ("Café", "£5 – net")
    assert (table.encoding, table.encoding_sure) == ("cp1252", False)


def test_bytes_that_windows_1252_lacks_still_open(tmp_path: Path) -> None:
    assert table_of(tmp_path, b"Name\nA\x81B\xe9\n").encoding == "latin-1"


def test_a_false_mark_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(EncodingBroken, match="UTF-8"):
        table_of(tmp_path, b"\xef\xbb\xbfName\n\xff\xfe\xfd\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    table = table_of(tmp_path, f'Name{delimiter}"A, b; c"{delimiter}Z\n1{delimiter}2{delimiter}3\n')
    assert table.headers == ("Name", "A, b; c", "Z")
    assert next(table.rows()).cells == ("1", "2", "3")


def test_excels_own_delimiter_line_is_not_a_heading(tmp_path: Path) -> None:
    table = table_of(tmp_path, "sep=;\nName;Phone\nA,B;1\n")
    assert table.headers == ("Name", "Phone")
    assert list(table.rows()) == [TableRow(3, ("A,B", "1"))]


def test_a_quoted_cell_may_go_over_lines_and_hold_quotes(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'A,B\n"one\ntwo ""x""",2\nlast,3\n')
    assert [(r.line_no, r.cells) for r in table.rows()] == [(2, ('one\ntwo "x"', "2")), (4, ("last", "3"))]


def test_a_quote_inside_a_cell_is_a_letter_like_any_other(tmp_path: Path) -> None:
    assert next(table_of(tmp_path, 'A,B\n5" nail,2\n').rows()).cells == ('5" nail', "2")


def test_an_open_quote_refuses_its_own_line_only(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'A,B\n"open,1\nx,2\ny,3\n')
    assert problems(table) == [(2, RowQuoteOpen), (3, None), (4, None)]


def test_a_quote_closed_wrongly_refuses_its_own_line_only(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'A,B\n"6" pipe,1\nx,2\n')
    assert problems(table) == [(2, RowQuoteOpen), (3, None)]


def test_ragged_blank_and_nul_lines_are_each_named(tmp_path: Path) -> None:
    table = table_of(tmp_path, b"A,B,C\n1,2\n1,2,3,4\n,,\n\n1,\x00,3\n1,2,3,,\n1,2,3")
    assert problems(table) == [
        (2, RowRagged), (3, RowRagged), (4, RowBlank), (6, RowHasNul), (7, None), (8, None)
    ]  # fmt: skip


def test_a_line_of_ten_megabytes_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    table = table_of(tmp_path, b"A,B\n" + b"x" * 10_000_000 + b",1\nx,2\n")
    assert problems(table) == [(2, RowTooLong), (3, None)]


def test_many_open_quotes_take_no_time(tmp_path: Path) -> None:
    table = table_of(tmp_path, "A,B\n" + '"x,1\n' * 3_001)
    assert len(problems(table)) == 3_001


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", FileEmpty),
        (b"\xef\xbb\xbf  \r\n\r\n", FileEmpty),
        (b"SQLite format 3\0" + bytes(range(256)) * 40, NotATable),
        (b"%PDF-1.7\n" + bytes(range(256)), NotATable),
        (bytes(range(256)) * 20, NotATable),
        (b"\0" * 5000, FileEmpty),
        (b"PK\x03\x04not a workbook", NotATable),
        (b",,,\n1,2,3,4\n", NotATable),
    ],
)
def test_what_is_no_table_is_one_clear_error(
    tmp_path: Path, content: bytes, error: type[RuleViolation]
) -> None:
    with pytest.raises(error):
        table_of(tmp_path, content)


def test_a_missing_file_and_a_folder_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_table(tmp_path / "none.csv")
    with pytest.raises(FileUnreadable):
        read_table(tmp_path)


def test_a_workbook_reads_like_its_csv(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Bill No", "Date", "Rate", "Qty", "Formula", None])
    sheet.append([700001, date(2019, 12, 3), 2.55, 6, "=1+1"])
    sheet.append([None, None, None])
    sheet.append(
        [
            "700002",
            datetime(2019, 12, 4, 8, 26, tzinfo=UTC).replace(tzinfo=None),
            0.1 + 0.2,
            1e-7,
            True,
            "beyond",
        ]
    )
    path = tmp_path / "sales.xlsx"
    book.save(path)
    table = read_table(path)
    assert table.headers == ("Bill No", "Date", "Rate", "Qty", "Formula")
    assert [(r.line_no, r.cells[:4], type(r.problem)) for r in table.rows()] == [
        (2, ("700001", "2019-12-03", "2.55", "6"), type(None)),
        (4, ("700002", "2019-12-04 08:26:00", "0.3", "0.0000001"), RowRagged),
    ]


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(1_000_000))
    content = bytearray(path.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (2_000_000_000).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(FileUnreadable, match="1 GB"):
        read_table(path)


def test_a_preview_reads_no_further_than_it_shows(tmp_path: Path) -> None:
    table = table_of(tmp_path, "A\n" + "1\n" * 1000)
    assert len(table.preview(5)) == 5


_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n"), max_size=12
)


@given(st.lists(st.tuples(_CELL, _CELL, _CELL), max_size=12), st.sampled_from(",;\t|"))
def test_whatever_a_csv_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([("Head A", "Head B", "Head C"), *rows])
    table = table_of(tmp_path_factory.mktemp("csv"), text.getvalue())
    assert table.headers == ("Head A", "Head B", "Head C")
    assert [row.cells for row in table.rows()] == rows


@given(st.binary(max_size=400))
def test_no_bytes_whatever_break_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    with suppress(RuleViolation):
        table = table_of(tmp_path_factory.mktemp("bytes"), content)
        for row in table.rows():
            assert row.problem is not None or len(row.cells) == len(table.headers)


@given(st.binary(max_size=300))
def test_no_lines_whatever_are_lost(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Every line that is not empty is a row, or part of a quoted one."""
    content = content.replace(b'"', b"").replace(b"\0", b"").replace(b"\x1a", b"")
    path = tmp_path_factory.mktemp("lines") / "file.csv"
    path.write_bytes(b"Head A,Head B\n" + content)
    with suppress(RuleViolation):
        table = read_table(path)
        text = path.read_bytes().decode(table.encoding).replace("\r\n", "\n").replace("\r", "\n")
        assert len(list(table.rows())) == len([line for line in text.split("\n")[1:] if line])


def test_a_book_that_is_open_is_no_table_and_keeps_its_locks(tmp_path: Path) -> None:
    path = tmp_path / "shop.khata"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        with pytest.raises(NotATable):
            read_table(path)
        # Who comes from outside must find that the book is in use: else it takes the log of changes away.
        looking = (
            "import sys, sqlite3 as s; s.connect(sys.argv[1]).execute('SELECT 1 FROM parties').fetchall()"
        )
        subprocess.run([sys.executable, "-c", looking, path], check=True, timeout=60)
        assert path.with_name("shop.khata-wal").exists()
        books.execute(save_party, {"name": "Aslam"})
    with Books.open(path) as books:
        assert books.query(lambda s: s.execute("SELECT name FROM parties").fetchall()) == [("Aslam",)]
