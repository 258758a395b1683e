"""Lists of millions of rows: fetched by pages, off the GUI thread, with little kept."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.record_errors import RecordInUse
from khata_desktop.services.books import Books
from khata_desktop.ui.models.paged_table import KEPT, PAGE, PagedTableModel, PageRequest, PageSource
from khata_desktop.ui.models.table_model import LOADING_ROLE, SORT_ROLE, Column
from khata_desktop.ui.task_runner import TaskRunner
from khata_desktop.ui.widgets.data_table import DataTable

Row = tuple[int, str]


def columns() -> list[Column]:
    return [
        Column(key="number", heading="Number", value=0, kind="number"),
        Column(key="what", heading="What", value=1, stretch=True),
    ]


class Rows:
    """A list of a given length whose rows say their number, and a record of what was asked."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[PageRequest] = []
        self.threads: set[int] = set()

    def fetch(self, _session: Any, request: PageRequest) -> Sequence[Row]:
        self.asked.append(request)
        self.threads.add(threading.get_ident())
        return [(n, f"row {n}") for n in range(request.first, request.first + request.count)]

    def anchors(self, _session: Any) -> Sequence[int]:
        return list(range(0, self.count, PAGE))


class Later:
    """Runs what it is given when told to, in the order given: for tests of what arrives when."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[Any], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[KhataError], None],
    ) -> None:
        def act() -> None:
            try:
                value = work(None)
            except KhataError as error:
                on_error(error)
            else:
                on_done(value)

        self.waiting.append(act)

    def deliver(self) -> None:
        """Run everything that waits."""
        waiting, self.waiting = self.waiting, []
        for act in waiting:
            act()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def runner(tmp_path: Path, qtbot: QtBot) -> Iterator[TaskRunner]:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Rahmat", currency_code="PKR").close()
    worker = TaskRunner(lambda: Books.open(path))
    worker.start()
    yield worker
    worker.stop()


def settle(later: Later) -> None:
    """Let the model send what it wants, and answer it."""
    QTest.qWait(5)
    later.deliver()


def test_a_million_rows_are_a_fixed_number_at_once(qtbot: QtBot, later: Later) -> None:
    rows = Rows(1_000_000)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    assert model.rowCount() == 1_000_000
    assert model.rowCount(model.index(0, 0)) == 0
    assert rows.asked == []


def test_the_model_keeps_qts_contract(qtbot: QtBot, later: Later) -> None:
    model = PagedTableModel(columns())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = Rows(1000)
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run, anchors=rows.anchors))
    settle(later)
    settle(later)
    model.refresh(PageSource(count=1000, fetch=rows.fetch, run=later.run))
    settle(later)
    model.refresh(PageSource(count=999, fetch=rows.fetch, run=later.run))
    settle(later)
    model.set_source(None)
    assert tester.model() is model


def test_a_row_is_a_placeholder_until_its_page_arrives(qtbot: QtBot, later: Later) -> None:
    rows = Rows(600)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    index = model.index(300, 1)
    assert index.data() is None
    assert index.data(LOADING_ROLE) is True
    with qtbot.waitSignal(model.dataChanged) as changed:
        settle(later)
    assert (changed.args[0].row(), changed.args[1].row()) == (256, 511)
    assert index.data() == "row 300"
    assert index.data(LOADING_ROLE) is False
    assert model.index(300, 0).data(SORT_ROLE) == 300


def test_the_last_page_asks_for_no_more_than_there_is(qtbot: QtBot, later: Later) -> None:
    rows = Rows(600)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    model.rendered(599)
    settle(later)
    assert rows.asked == [PageRequest(first=512, count=88)]


def test_each_page_is_asked_for_once(qtbot: QtBot, later: Later) -> None:
    rows = Rows(600)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    for row in range(200):
        model.rendered(row)
    QTest.qWait(5)
    model.rendered(3)
    settle(later)
    model.rendered(3)
    settle(later)
    assert len(rows.asked) == 1


def test_a_drag_over_many_pages_fetches_where_it_stops(qtbot: QtBot, later: Later) -> None:
    rows = Rows(1_000_000)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    for row in range(0, 1_000_000, 1000):
        model.rendered(row)
    settle(later)
    assert len(rows.asked) == 3
    assert rows.asked[0].first == 999_000 // PAGE * PAGE


def test_no_more_than_sixty_four_pages_are_kept(qtbot: QtBot, later: Later) -> None:
    rows = Rows(200 * PAGE)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run))
    for page in range(200):
        model.rendered(page * PAGE)
        settle(later)
    assert len(model._pages) == KEPT
    assert model.rendered(199 * PAGE) is not None
    assert model.rendered(0) is None


def test_pages_go_by_key_once_the_anchors_are_there(qtbot: QtBot, later: Later) -> None:
    rows = Rows(10_000)
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=rows.count, fetch=rows.fetch, run=later.run, anchors=rows.anchors))
    later.deliver()
    model.rendered(9_000)
    settle(later)
    assert rows.asked[-1].anchor == 9_000 // PAGE * PAGE


def test_the_answer_for_an_older_list_is_dropped(qtbot: QtBot, later: Later) -> None:
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=600, fetch=Rows(600).fetch, run=later.run))
    model.rendered(0)
    QTest.qWait(5)
    other = PageSource(count=300, fetch=lambda _s, r: [(0, "other")] * r.count, run=later.run)
    model.set_source(other)
    later.deliver()
    assert model.rendered(0) is None
    settle(later)
    found = model.rendered(0)
    assert found is not None
    assert found.texts[1] == "other"


def test_a_refresh_keeps_what_is_on_screen_until_the_new_page_comes(qtbot: QtBot, later: Later) -> None:
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=600, fetch=Rows(600).fetch, run=later.run))
    model.rendered(0)
    settle(later)
    changed = PageSource(count=600, fetch=lambda _s, r: [(0, "changed")] * r.count, run=later.run)
    model.refresh(changed)
    before = model.rendered(0)
    assert before is not None
    assert before.texts[1] == "row 0"
    settle(later)
    after = model.rendered(0)
    assert after is not None
    assert after.texts[1] == "changed"


def test_a_page_that_cannot_be_fetched_says_so_and_is_not_asked_for_for_ever(
    qtbot: QtBot, later: Later
) -> None:
    def fail(_session: Any, _request: PageRequest) -> Sequence[Row]:
        raise RecordInUse(name="x")

    model = PagedTableModel(columns())
    model.set_source(PageSource(count=600, fetch=fail, run=later.run))
    model.rendered(0)
    with qtbot.waitSignal(model.fetch_failed):
        settle(later)
    assert model.rendered(0) is None
    QTest.qWait(5)
    assert later.waiting == []


def test_sorting_is_asked_of_the_page(qtbot: QtBot, later: Later) -> None:
    model = PagedTableModel(columns())
    with qtbot.waitSignal(model.sort_requested) as asked:
        model.sort(1, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["what", True]


def test_pages_are_fetched_on_the_worker_and_shown_in_the_table(qtbot: QtBot, runner: TaskRunner) -> None:
    rows = Rows(1_000_000)
    model = PagedTableModel(columns())
    table = DataTable(model)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    source = PageSource(count=rows.count, fetch=rows.fetch, run=runner.query, anchors=rows.anchors)
    model.set_source(source)
    qtbot.waitUntil(lambda: model.rendered(0) is not None)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rendered(999_999) is not None)
    assert threading.get_ident() not in rows.threads
    assert model.index(999_999, 1, QModelIndex()).data() == "row 999999"


def test_enter_on_a_row_not_yet_fetched_does_nothing(qtbot: QtBot, later: Later) -> None:
    model = PagedTableModel(columns())
    model.set_source(PageSource(count=600, fetch=Rows(600).fetch, run=later.run))
    table = DataTable(model)
    qtbot.addWidget(table)
    opened: list[object] = []
    table.row_activated.connect(opened.append)
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == []
