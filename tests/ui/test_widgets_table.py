"""The table: what it shows, how it is driven by keys, and that nothing jumps when rows are replaced."""

from dataclasses import dataclass
from time import perf_counter

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khata_desktop.formatting import TextStyle
from khata_desktop.ui.models.table_model import (
    DETAIL_ROLE,
    ROW_ROLE,
    SORT_ROLE,
    TONE_ROLE,
    Column,
    TableModel,
)
from khata_desktop.ui.widgets.data_table import DataTable

STYLE = TextStyle(currency_code="PKR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A party and what it owes."""

    key: int
    name: str
    phone: str
    balance_minor: int | None


ROWS = [
    Row(key=1, name="Aslam", phone="0300", balance_minor=4823000),
    Row(key=2, name="bilal", phone="0301", balance_minor=-120000),
    Row(key=3, name="Chand", phone="0302", balance_minor=None),
    Row(key=4, name="Dawood", phone="0303", balance_minor=0),
]


def columns() -> list[Column]:
    return [
        Column(key="name", heading="Name", value="name", stretch=True, detail=lambda row: row.phone),
        Column(key="phone", heading="Phone", value="phone", width=100, sortable=False),
        Column(
            key="balance",
            heading="Balance",
            value="balance_minor",
            kind="signed",
            text=lambda minor: STYLE.amount(minor, sign="never"),
            width=140,
        ),
    ]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    view = DataTable(TableModel(columns(), ROWS), name="Parties")
    view.set_identity(lambda row: row.key)
    view.resize(700, 400)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def names(model: TableModel) -> list[str]:
    return [row.name for row in model.rows]


def test_the_model_keeps_qts_contract(qapp: QApplication) -> None:
    model = TableModel(columns(), ROWS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_rows(ROWS[:1])
    model.set_rows([])
    model.set_columns(columns()[:2])
    assert tester.model() is model
    assert model.rowCount(QModelIndex()) == 0


def test_a_cell_gives_its_text_and_its_raw_value(qapp: QApplication) -> None:
    model = TableModel(columns(), ROWS)
    index = model.index(0, 2)
    assert "48,230.00" in index.data()
    assert index.data(SORT_ROLE) == 4823000
    assert index.data(ROW_ROLE) is ROWS[0]
    assert model.index(0, 0).data(DETAIL_ROLE) == "0300"
    assert model.index(2, 2).data() == ""


def test_what_is_owed_to_us_is_red_and_what_we_owe_is_green(qapp: QApplication) -> None:
    model = TableModel(columns(), ROWS)
    assert [model.index(row, 2).data(TONE_ROLE) for row in range(4)] == ["gave", "got", "", "muted"]


def test_sorting_is_by_raw_value_with_empty_cells_last(qapp: QApplication) -> None:
    model = TableModel(columns(), ROWS)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Aslam", "Dawood", "bilal", "Chand"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Dawood", "Chand", "bilal", "Aslam"]


def test_new_rows_keep_the_order_the_user_chose(qapp: QApplication) -> None:
    model = TableModel(columns(), ROWS[:2])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_rows(ROWS)
    assert names(model) == ["Dawood", "Chand", "bilal", "Aslam"]


def test_a_click_on_a_figures_heading_shows_the_biggest_first(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    model = table.rows_model()
    assert isinstance(model, TableModel)
    assert names(model)[0] == "Aslam"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert names(model)[0] == "bilal"


def test_enter_opens_the_current_row(table: DataTable, qtbot: QtBot) -> None:
    table.select_row(1)
    with qtbot.waitSignal(table.row_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_arrows_and_ends_move_the_current_row(table: DataTable, qtbot: QtBot) -> None:
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current_row() is ROWS[3]
    QTest.keyClick(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current_row() is ROWS[1]


def test_copied_rows_are_tab_separated_without_direction_marks(table: DataTable, qtbot: QtBot) -> None:
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Name\tPhone\tBalance"
    assert lines[1] == "Aslam\t0300\t48,230.00"
    assert len(lines) == 5


def test_letters_are_left_to_the_page(table: DataTable, qtbot: QtBot) -> None:
    table.select_row(0)
    QTest.keyClicks(table, "d")
    assert table.current_row() is ROWS[0]


def test_the_same_row_is_current_after_a_refresh(table: DataTable) -> None:
    table.select_row(2)
    model = table.rows_model()
    assert isinstance(model, TableModel)
    model.set_rows([ROWS[2], *ROWS[:2]])
    assert table.current_row() is ROWS[2]
    assert table.selected_rows() == [ROWS[2]]


def test_a_row_that_is_gone_leaves_its_neighbour_current(table: DataTable) -> None:
    table.select_row(3)
    model = table.rows_model()
    assert isinstance(model, TableModel)
    model.set_rows(ROWS[:3])
    assert table.current_row() is ROWS[2]


def test_an_empty_table_says_one_sentence_and_offers_one_button(table: DataTable, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    table.set_empty("Nobody here yet.", "Add somebody", lambda: pressed.append(True))
    assert not table._empty.isVisible()
    model = table.rows_model()
    assert isinstance(model, TableModel)
    model.set_rows([])
    assert table._empty.isVisible()
    QTest.mouseClick(table._empty._button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_skeleton_rows_come_only_after_a_while(table: DataTable, qtbot: QtBot) -> None:
    model = table.rows_model()
    assert isinstance(model, TableModel)
    model.set_rows([])
    table.set_busy(True)
    assert not table._skeleton
    qtbot.waitUntil(lambda: table._skeleton, timeout=1000)
    model.set_rows(ROWS)
    assert not table._skeleton


def test_a_dragged_column_keeps_its_width_when_the_type_grows(table: DataTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.widths_changed):
        table.horizontalHeader().resizeSection(2, 180)
    assert table.widths() == {"balance": 180}
    other = DataTable(TableModel(columns(), ROWS))
    qtbot.addWidget(other)
    other.restore_widths({"balance": 180, "unknown": 50})
    other.resize(700, 400)
    other.show()
    assert other.horizontalHeader().sectionSize(2) == 180


def test_columns_fill_the_table_and_give_way_when_it_is_narrow(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    assert sum(header.sectionSize(n) for n in range(3)) == table.viewport().width()
    table.resize(390, 400)
    qtbot.wait(1)
    assert header.sectionSize(0) >= 100
    assert not table.horizontalScrollBar().isVisible()


def ink_ends_at(image: QImage, top: int, bottom: int, left: int, right: int) -> int:
    """Return the last column that holds ink; the last pixel of the first row is ground."""
    ground = image.pixelColor(right - 3, top).name()
    return max(
        x
        for x in range(left, right - 2)
        for y in range(top, bottom)
        if image.pixelColor(x, y).name() != ground
    )


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_figures_stand_under_the_end_of_their_heading(
    table: DataTable, direction: Qt.LayoutDirection
) -> None:
    table.setLayoutDirection(direction)
    header = table.horizontalHeader()
    left = header.sectionViewportPosition(2)
    right = left + header.sectionSize(2)
    heading = ink_ends_at(header.viewport().grab().toImage(), 8, 28, left, right)
    figures = ink_ends_at(table.viewport().grab().toImage(), 4, 30, left, right)
    assert abs(heading - figures) <= 2


def test_every_cell_of_a_screen_is_painted_quickly(table: DataTable) -> None:
    model: QAbstractItemModel = TableModel(columns(), ROWS * 500)
    table.setModel(model)
    table.grab()
    begin = perf_counter()
    for _ in range(10):
        table.viewport().grab()
    # A frame is 16 ms; a machine busy with other tests is given room.
    assert (perf_counter() - begin) / 10 < 0.08
