"""Save and print without a printer: the sale is told of all the same, and the paper offered otherwise."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from khata_desktop.formatting import without_invisible_marks
from khata_desktop.ui.paper.preview import PaperPreview
from tests.ui.pages.conftest import Counter
from tests.ui.pages.test_counter_sizes import wear
from tests.ui.pages.test_sale_page import an_item, counter_page, newest_sale, sell

pytestmark = pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="this computer knows a printer"
)


def test_without_a_printer_the_sale_is_told_with_its_undo_and_the_paper_with_its_ways(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.save()
    sale = newest_sale(shop)
    assert sale.number in shop.toast
    assert shop.frame.toast._button.text() == "Undo"
    assert sale.number in page.bill.paper.text
    assert "no printer" in page.bill.paper.text
    assert page.bill.item.hasFocus()
    page.bill.paper.preview.click()
    shop.settle()
    preview = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperPreview))
    assert preview.windowTitle() == sale.number
    assert page.bill.paper.text == ""
    preview.close()


def test_the_paper_that_did_not_come_out_is_saved_as_a_pdf(
    shop: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.save()
    chosen = tmp_path / "bill.pdf"
    # The system's own dialog is no part of the program.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    page.bill.paper.save.click()
    shop.settle()
    assert chosen.read_bytes().startswith(b"%PDF")
    assert page.bill.paper.text == ""


def test_the_note_of_one_bill_goes_with_the_next(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.save()
    assert page.bill.paper.text
    sell(shop, an_item(shop).name)
    shop.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.bill.paper.text == ""


def test_the_note_speaks_the_language_chosen_meanwhile_from_end_to_end(shop: Counter) -> None:
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    shop.save()
    assert "no printer" in page.bill.paper.text
    try:
        wear(shop, (1.0, "ur"))
        shop.settle()
        words = without_invisible_marks(page.bill.paper.text).replace(newest_sale(shop).number, "")
        assert "پرنٹر" in words
        assert set(re.findall("[A-Za-z]+", words)) <= {"PDF"}
    finally:
        wear(shop, (1.0, "en"))
