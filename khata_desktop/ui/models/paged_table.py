"""A read-only table of up to millions of rows, fetched a page at a time and never on the GUI thread.

The number of rows is fixed when the source is set; a page of 256 rows is asked for when the view first
needs one of them and shows as a placeholder until it arrives. 64 pages are kept. Where the source
gives keyset anchors (the key of each page's first row), pages are fetched by key, so the last page
costs what the first does; until the anchors are there, by offset.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.models.table_model import NO_PARENT, Column, Index, Rendered, RowModel

_log = logging.getLogger(__name__)

PAGE: Final = 256
KEPT: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """One page to fetch.

    `first` and `count` say which rows; `anchor` is the key of the first row where the source gave
    anchors (fetch `key >= anchor limit count`), else None (fetch by offset).
    """

    first: int
    count: int
    anchor: Any = None


# Runs the first argument elsewhere, with what reads the book (a session), and gives its result to the
# second, on the GUI thread; the third is told when it failed. `TaskRunner.query` is one.
Run = Callable[[Callable[[Any], Any], Callable[[Any], None], Callable[[KhataError], None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """Where the rows come from.

    Attributes:
        count: number of rows.
        fetch: (session, request) -> rows; called on the worker through `run`.
        run: runs a report on the worker, result and error on the GUI thread: `runner.query`.
        anchors: (session) -> the key of every 256th row beginning with the first; called once on the worker.
    """

    count: int
    fetch: Callable[[Any, PageRequest], Sequence[Any]]
    run: Run
    anchors: Callable[[Any], Sequence[Any]] | None = None


class PagedTableModel(RowModel):
    """The model for long lists.

    Signals:
        page_loaded: number of the page that arrived.
        fetch_failed: the exception of a page that could not be fetched.
    """

    page_loaded = Signal(int)
    fetch_failed = Signal(object)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._source: PageSource | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[Rendered]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._under_way: set[int] = set()
        self._anchors: Sequence[Any] | None = None
        self._generation = 0
        # Pages asked for while painting are sent off together afterwards, the newest first: a drag of
        # the scroll bar over a million rows then fetches where it stops, not all it passed.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._send)

    def set_source(self, source: PageSource | None) -> None:
        """Show another list, from its first row; answers of the old one are dropped."""
        self.beginResetModel()
        self._source = source
        self._count = source.count if source is not None else 0
        self._anchors = None
        self._forget()
        self.endResetModel()
        if source is not None and source.anchors is not None and source.count > PAGE:
            self._ask_for_anchors(source)

    def refresh(self, source: PageSource, *, anew: bool = False) -> None:
        """Show the same list after a change: what is on screen stays until its new page arrives.

        With `anew` it is another list, which does not show the rows of the one before.
        """
        if anew or self._source is None or source.count != self._count:
            self.set_source(source)
            return
        self._source = source
        self._anchors = None
        self._generation += 1
        self._under_way.clear()
        visible = list(self._pages)[-4:]
        for page in list(self._pages):
            if page not in visible:
                del self._pages[page]
        for page in visible:
            self._want(page)
        if source.anchors is not None and source.count > PAGE:
            self._ask_for_anchors(source)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of rows of the whole list."""
        return 0 if parent.isValid() else self._count

    def rendered(self, row: int) -> Rendered | None:
        """Return the row if its page is here; else ask for the page and return None."""
        number, offset = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            if number not in self._under_way:
                self._want(number)
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def sort(self, column: int, order: Any = None) -> None:
        """Ask the page for another order; the rows themselves stay as the source gave them."""
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            self.sort_requested.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._wanted.clear()
        self._under_way.clear()

    def _want(self, page: int) -> None:
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._timer.isActive():
            self._timer.start()

    def _send(self) -> None:
        source = self._source
        if source is None:
            return
        # A few at a time; the rest is asked for again if it is still looked at when these arrive.
        pages = list(self._wanted)[-3:][::-1]
        self._wanted.clear()
        for page in pages:
            if page in self._under_way:
                continue
            self._under_way.add(page)
            self._fetch(source, page)

    def _fetch(self, source: PageSource, page: int) -> None:
        generation = self._generation
        anchor = self._anchors[page] if self._anchors is not None and page < len(self._anchors) else None
        first = page * PAGE
        request = PageRequest(first=first, count=min(PAGE, self._count - first), anchor=anchor)
        render, fetch = self.renderer.render, source.fetch

        def work(session: Any) -> list[Rendered]:
            return [render(row) for row in fetch(session, request)]

        def arrived(rows: list[Rendered]) -> None:
            if generation == self._generation:
                self._on_page_arrived(page, rows)

        def failed(error: KhataError) -> None:
            if generation == self._generation:
                self._under_way.discard(page)
                self._pages[page] = []
                self.fetch_failed.emit(error)

        source.run(work, arrived, failed)

    def _on_page_arrived(self, page: int, rows: list[Rendered]) -> None:
        self._under_way.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.page_loaded.emit(page)

    def _ask_for_anchors(self, source: PageSource) -> None:
        generation = self._generation
        build = source.anchors
        if build is None:
            return

        def arrived(anchors: Sequence[Any]) -> None:
            if generation == self._generation:
                self._anchors = anchors

        def failed(error: KhataError) -> None:
            # Paging by offset still works, only slower towards the end.
            _log.warning("anchors could not be built: %s", type(error).__name__)

        source.run(build, arrived, failed)
