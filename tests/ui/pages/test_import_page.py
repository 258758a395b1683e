"""The wizard: a file looked at, mapped, tried, brought in; every line of it accounted for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.formatting import without_invisible_marks
from khata_desktop.interchange.fields import FIELDS, ImportKind
from khata_desktop.interchange.importing import NOTICES
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.vouchers_list import recent_vouchers
from khata_desktop.ui.importing import words
from khata_desktop.ui.pages.import_page import ImportPage
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from tests.ui.pages.conftest import Counter

BILLS = """Invoice,Day,Sold,How many,Rate,Customer
B1,1/12/2025,Atta 10 kg,2,1450,Aslam
B1,1/12/2025,Ghee,1,2780,Aslam
B2,22/12/2025,Sugar,4.5,152,
B3,not a day,Tea,1,1240,Rubina
"""


def wizard(shop: Counter, path: Path, kind: ImportKind | None = None) -> ImportPage:
    page = shop.go("import")
    assert isinstance(page, ImportPage)
    page.open_file(path, kind)
    shop.settle()
    return page


def a_file(tmp_path: Path, text: str = BILLS) -> Path:
    path = tmp_path / "bills.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_bills_come_in_step_by_step(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(empty_shop, a_file(tmp_path), ImportKind.SALES)
    # "Sold", "How many", "Rate" and "Day" are known headings or not: what is not, is said by hand.
    headers = ["Invoice", "Day", "Sold", "How many", "Rate", "Customer"]
    for field, heading in (("item_name", "Sold"), ("quantity", "How many"), ("date", "Day")):
        page.mapping.set_column(field, headers.index(heading))
    assert page.mapping.is_complete
    empty_shop.save()
    tried = page._report
    assert tried is not None
    assert tried.dry_run
    assert (tried.lines, tried.imported, len(tried.refused)) == (4, 3, 1)
    assert empty_shop.ask(recent_vouchers) == []
    # Looking saves nothing, and the status says nothing else.
    assert empty_shop.frame.status.state_text("saved") == "All saved"
    empty_shop.save()
    assert empty_shop.frame.status.state_text("saved").startswith("Saved ")
    done = page._report
    assert done is not None
    assert not done.dry_run
    assert (done.imported, len(done.refused), done.bills) == (3, 1, 2)
    names = {row.name for row in empty_shop.ask(party_balances).rows}
    assert names == {"Aslam"}
    rejects = tmp_path / "refused.csv"
    page.save_rejects(rejects)
    empty_shop.settle()
    assert "not a day" in rejects.read_text("utf-8-sig")
    empty_shop.save()
    assert empty_shop.frame.current_key == "vouchers"


def test_the_same_file_adds_nothing_the_second_time(empty_shop: Counter, tmp_path: Path) -> None:
    people = a_file(tmp_path, "Name,Phone,Balance\nAslam,0300 1234567,500\nRubina,0301 7654321,\n")
    page = wizard(empty_shop, people)
    assert page.mapping.kind is ImportKind.PARTIES
    empty_shop.save()
    empty_shop.save()
    assert page._report is not None
    assert page._report.imported == 2
    page = wizard(empty_shop, people)
    empty_shop.save()
    assert page._report is not None
    assert (page._report.imported, page._report.already_there) == (0, 2)
    assert not page._next.isEnabled()
    assert len(empty_shop.ask(party_balances).rows) == 2


def test_what_is_no_table_is_refused_with_words(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(empty_shop, tmp_path / "nowhere.csv")
    assert page._error.isVisible()
    assert "nowhere.csv" in page._error.text()
    assert page._table is None


def test_a_mapping_that_is_not_enough_says_what_is_missing(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(empty_shop, a_file(tmp_path), ImportKind.SALES)
    page.mapping.set_column("number", None)
    assert not page._next.isEnabled()
    assert "Bill number" in page.mapping._missing.text()


def test_what_the_file_leaves_open_is_told_and_can_be_said(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(
        empty_shop, a_file(tmp_path, "Bill;Item;Date;Qty;Price\n1;Tea;3/12/2025;2;1,500\n"), ImportKind.SALES
    )
    empty_shop.save()
    assert page._steps.currentWidget() is page.mapping
    assert "nothing in the file tells whether '3/12/2025' in line 2 is" in page._error.text()
    # The cursor stands on the question, which shows what each answer would make of that date.
    assert page.mapping._dates.hasFocus()
    offered = [without_invisible_marks(words) for _, words in page.mapping._dates._choices]
    assert offered == ["Let the file tell", "Day first: 3 December 2025", "Month first: 12 March 2025"]
    empty_shop.press(Qt.Key.Key_Right)
    empty_shop.save()
    told = without_invisible_marks(page.report._notices.text())
    assert told == "Numbers such as 1,500 were read as 1500 and not as 1.500; say if it is the other way."
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    page.mapping._numbers.setFocus()
    empty_shop.press(Qt.Key.Key_Right)
    empty_shop.press(Qt.Key.Key_Right)
    empty_shop.save()
    assert page.report._notices.text() == ""
    assert page._report is not None
    assert page._report.total_minor == 300
    empty_shop.save()
    assert [row.posted_on.isoformat() for row in empty_shop.ask(recent_vouchers)] == ["2025-12-03"]


def test_a_file_that_contradicts_itself_is_refused_in_words(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(
        empty_shop, a_file(tmp_path, "Bill;Item;Date;Qty;Price\n1;Tea;13/2/2025;2;5\n2;Tea;2/13/2025;2;5\n"),
        ImportKind.SALES,
    )  # fmt: skip
    empty_shop.save()
    assert page._report is None
    assert "'13/2/2025' in line 2 has the day first" in page._error.text()


def test_an_import_that_is_stopped_keeps_nothing(empty_shop: Counter, tmp_path: Path) -> None:
    lines = "".join(f"P{n},Party {n}\n" for n in range(30_000))
    page = wizard(empty_shop, a_file(tmp_path, "Code,Name\n" + lines), ImportKind.PARTIES)
    page._run(dry_run=False)
    empty_shop.press(Qt.Key.Key_Escape)
    empty_shop.settle()
    assert empty_shop.ask(party_balances).rows == ()
    assert not page._progress.is_open
    assert page.can_leave()


def test_every_field_and_notice_has_its_words() -> None:
    for kind in ImportKind:
        for field in FIELDS[kind]:
            assert words.field_title(field.name) != field.name
    assert {key: str(text) for key, text in words._NOTICES.items()} == NOTICES


def cut_texts(page: ImportPage, *headings: str) -> list[str]:
    """Return the cells of the preview, of the columns named or of all, that are wider than their column."""
    rows = page.mapping._rows
    model = rows.rows_model()
    cut = []
    for section, column in enumerate(model.columns):
        # The room that a cell keeps free on either side.
        room = rows.columnWidth(section) - 24
        for number in range(model.rowCount()):
            row = model.rendered(number)
            if row is not None and (not headings or column.heading in headings):
                cut += [t for t in [row.texts[section]] if text_width(t, active().metrics.text) > room]
    return cut


MANY = """Bill number,Date,Item code,Item,Quantity,Unit,Price,Discount,Customer,Phone,Address,Note
536365,1/12/2010 08:26,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,pcs,2.55,0.05,Aslam,03001234567,Ichhra,
536366,22/12/2010 18:05,71053,WHITE METAL LANTERN,12,pcs,3.39,0,Rubina Bibi,03217654321,Model Town,urgent
"""


def test_the_preview_shares_its_room_and_cuts_nothing_that_fits(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(empty_shop, a_file(tmp_path), ImportKind.SALES)
    page.mapping.set_column("date", 1)
    page.mapping.set_column("item_name", None)
    page.mapping.set_column("customer_name", 5)
    empty_shop.settle()
    rows = page.mapping._rows
    assert rows.horizontalHeader().length() == rows.viewport().width()
    assert cut_texts(page) == []


def test_a_date_of_the_preview_is_never_cut(empty_shop: Counter, tmp_path: Path) -> None:
    page = wizard(empty_shop, a_file(tmp_path, MANY), ImportKind.SALES)
    assert len(page.mapping.mapping) == 12
    assert cut_texts(page, "Date", "Quantity", "Price") == []
