"""Save and print without a printer: the sale is told of all the same, and the paper offered otherwise."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.reports.voucher_detail import voucher_detail
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.widgets.button import Button
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


def preview_of_a_sale(shop: Counter) -> PaperPreview:
    """Save a sale and look at its paper, with one key."""
    page = counter_page(shop)
    sell(shop, an_item(shop).name)
    page.bill.panel.preview.click()
    shop.settle()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperPreview) and w.isVisible())


def toast_in_sight(shop: Counter) -> bool:
    """Return whether the whole toast is seen: over whatever covers the window, and not over its buttons."""
    toast = shop.frame.toast
    top = QApplication.activeModalWidget() or shop.frame.window()
    whole = toast.visibleRegion().boundingRect() == toast.rect()
    under = [button for button in top.findChildren(Button) if button.isVisible()]
    return (
        toast.window() is top
        and whole
        and not any(
            toast.geometry().intersects(QRect(button.mapTo(top, QPoint(0, 0)), button.size()))
            for button in under
        )
    )


def test_the_sale_is_told_over_its_preview_and_after_it(shop: Counter) -> None:
    preview = preview_of_a_sale(shop)
    assert newest_sale(shop).number in shop.toast
    assert toast_in_sight(shop)
    preview.reject()
    assert shop.frame.toast.isVisible()
    assert shop.frame.toast.window() is shop.frame.window()


def test_undo_over_the_preview_closes_it_so_that_nothing_undone_is_printed(shop: Counter) -> None:
    preview = preview_of_a_sale(shop)
    sale = newest_sale(shop)
    QTest.keyClick(preview, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shop.settle()
    assert not preview.isVisible()
    after = shop.ask(voucher_detail, voucher_id=sale.voucher_id)
    assert after.status == VoucherStatus.REVERSED


def test_the_preview_tells_that_there_is_no_printer_where_it_is_seen(shop: Counter) -> None:
    preview = preview_of_a_sale(shop)
    preview._print.click()
    shop.settle()
    assert "no printer" in shop.toast
    assert toast_in_sight(shop)
    preview.reject()
