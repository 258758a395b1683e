"""khata invoice: a bill on paper, the first one the original and every later one a copy."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from khata_desktop.services.books import Books
from khata_desktop.storage.lookups import live_voucher
from tests.cli.conftest import Khata, failed_in_one_line


def text_of(pdf: str | Path) -> str:
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_an_invoice_is_saved_by_its_number(khata_here: Khata, shop: Path) -> None:
    khata_here("invoice", shop, "700001", "--pdf", "bill.pdf")
    text = text_of("bill.pdf")
    assert "BRASS LANTERN, LARGE" in text
    assert "97.54" in text
    khata_here("invoice", shop, "C700003", "--pdf", "back.pdf", "--paper", "80mm", "--language", "ur")
    assert Path("back.pdf").read_bytes().startswith(b"%PDF")


def test_what_bears_another_number_or_none_is_told_by_the_number(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    line = failed_in_one_line(khata_here("invoice", shop, "1", "--pdf", "x.pdf", check=None))
    assert "no bill '1'" in line
    (tmp_path / "khata.csv").write_text("Date,Customer,Got\n2019-12-06,Customer 9001,5\n")
    khata_here("import", "entries", shop, "khata.csv")
    line = failed_in_one_line(khata_here("invoice", shop, "GOT-A-000001", "--pdf", "x.pdf", check=None))
    assert line == ("khata: GOT-A-000001 is a khata entry; only bills and returns are printed as invoices.")
    assert not Path("x.pdf").exists()


def test_the_second_one_is_marked_as_a_copy(khata_here: Khata, shop: Path) -> None:
    for name in ("1.pdf", "2.pdf", "3.pdf"):
        khata_here("invoice", shop, "700001", "--pdf", name)
    assert ["Copy" in text_of(name) for name in ("1.pdf", "2.pdf", "3.pdf")] == [False, True, True]
    khata_here("invoice", shop, "700002", "--pdf", "other.pdf")
    assert "Copy" not in text_of("other.pdf")


@pytest.mark.parametrize(("option", "is_copy"), [("--copy", True), ("--original", False)])
def test_the_mark_can_be_said(khata_here: Khata, shop: Path, option: str, is_copy: bool) -> None:
    for name in ("1.pdf", "2.pdf"):
        khata_here("invoice", shop, "700001", "--pdf", name, option)
        assert ("Copy" in text_of(name)) is is_copy


def test_what_could_not_be_written_was_not_handed_out(khata_here: Khata, shop: Path) -> None:
    khata_here("invoice", shop, "700001", "--pdf", "none/1.pdf", check=2)
    khata_here("invoice", shop, "700001", "--pdf", "1.pdf")
    assert "Copy" not in text_of("1.pdf")


def test_the_window_and_the_command_line_share_the_mark(khata_here: Khata, shop: Path) -> None:
    with Books.open(shop) as books:
        voucher_id = books.query(live_voucher, number="700001")
        assert voucher_id is not None
        assert not books.workbench.was_printed(voucher_id)
    khata_here("invoice", shop, "700001", "--pdf", "1.pdf")
    with Books.open(shop) as books:
        assert books.workbench.was_printed(voucher_id)
