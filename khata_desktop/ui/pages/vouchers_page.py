"""Every voucher of the book, the newest first: filtered, found, opened."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.formatting import isolated
from khata_desktop.reports.period import Period
from khata_desktop.reports.vouchers_list import (
    FoundVouchers,
    VoucherFilter,
    VoucherRow,
    VoucherTotals,
    vouchers_anchors,
    vouchers_found,
    vouchers_of,
    vouchers_page,
    vouchers_totals,
)
from khata_desktop.services.outcome import Topic
from khata_desktop.storage.session import Session
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.kind_words import LISTED_KINDS, kind_words, what_words
from khata_desktop.ui.models.paged_table import PagedTableModel, PageRequest, PageSource
from khata_desktop.ui.models.table_model import Column
from khata_desktop.ui.paging import paged_source
from khata_desktop.ui.table_output import save_rows
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.date_range import DateRangeBox
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "vouchers"
_MOST_EXPORTED = 100_000


class VouchersPage(Page):
    """A list of any length; Enter opens a voucher."""

    topics = frozenset({Topic.VOUCHERS, Topic.PARTIES})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._totals: VoucherTotals | None = None
        self._import = Button("", icon="import")
        self._import.clicked.connect(partial(context.navigate, "import"))
        self._sale = Button("", kind="primary", icon="sale", key="F8")
        self._sale.clicked.connect(partial(context.navigate, "sale"))
        self._header = PageHeader(actions=[self._import, self._sale], keeps_line=True)
        self._filters = FilterRow()
        self._filters.search_changed.connect(self.refresh)
        self._filters.list_wanted.connect(self._on_filters_list_wanted)
        self._period = DateRangeBox(
            context.style, context.today, first_month=context.business.year_start_month
        )
        self._period.range_changed.connect(self.refresh)
        self._kind, self._void = ChoiceBox(), SegmentedControl()
        self._kind.choice_changed.connect(self.refresh)
        self._void.choice_changed.connect(self.refresh)
        for control in (self._period, self._kind, self._void):
            self._filters.add_filter(control)
        self._excel = Button("", icon="table")
        self._excel.clicked.connect(self._on_excel_clicked)
        self._filters.add_output(self._excel)
        self._model = PagedTableModel(())
        self._model.fetch_failed.connect(context.show_error)
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.voucher_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        self._retranslate()
        self._table.restore_widths(context.page_setting(_KEY, {}))
        self._table.widths_changed.connect(self._on_table_widths_changed)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [("Return", self.tr("open voucher")), ("Ctrl+F", self.tr("search"))]

    def open_with(
        self,
        *,
        kind: str | None = None,
        preset: str | None = None,
        day: date | None = None,
        text: str | None = None,
    ) -> None:
        """Show the list, narrowed to a kind, a named period, a day or a text."""
        if kind is not None:
            self._kind.set_value(VoucherKind(kind))
        if preset is not None:
            self._period.set_value(preset)
        if day is not None:
            self._period.set_value((day, day))
        if text is not None:
            self._filters.set_text(text)
        self.refresh()

    def focus_first(self) -> None:
        """Typing searches."""
        self._filters.focus_search()

    def _filter(self) -> VoucherFilter:
        kinds = (self._kind.value,) if self._kind.value is not None else ()
        return VoucherFilter(
            period=Period(*self._period.value),
            kinds=kinds,
            text=self._filters.text,
            include_void=self._void.value == "void",
        )

    def refresh(self, *_: object) -> None:
        """Count what the filter finds; the rows follow as they are looked at."""
        self._table.set_busy(True)
        wanted = self._filter()

        if wanted.is_search:
            # A search reads the whole list: once, for all of its pages.
            found = partial(vouchers_found, filter=wanted)
            self._context.runner.query(found, self._take_found, self._context.show_error, key=self)
            return

        def take(totals: VoucherTotals) -> None:
            source = paged_source(self._context, totals.count, vouchers_page, vouchers_anchors, filter=wanted)
            self._take(totals, source)

        report = partial(vouchers_totals, filter=wanted)
        self._context.runner.query(report, take, self._context.show_error, key=self)

    def _take_found(self, found: FoundVouchers) -> None:
        def fetch(session: Session, request: PageRequest) -> list[VoucherRow]:
            return vouchers_of(session, seqs=found.seqs[request.first : request.first + request.count])

        source = PageSource(count=len(found.seqs), fetch=fetch, run=self._context.runner.query)
        self._take(VoucherTotals(len(found.seqs), found.total_minor), source)

    def _take(self, totals: VoucherTotals, source: PageSource) -> None:
        self._totals = totals
        self._model.refresh(source, anew=self._table.is_new_question(self._filter()))
        self._table.set_busy(False)
        self._show_totals()

    def _show_totals(self) -> None:
        totals = self._totals
        if totals is None:
            return
        facts = self._context.counted(self.tr("%n voucher(s)", None, totals.count), totals.count)
        if self._kind.value is not None:
            amount = self._context.amount(totals.total_minor, symbol=True)
            facts = self.tr("{count}, together {amount}").format(count=facts, amount=amount)
        self._header.set_title(self.tr("Vouchers"), facts)
        if self._filter() == VoucherFilter():
            self._table.set_empty(
                self.tr("Nothing posted yet: make the first sale."),
                self.tr("New sale"),
                partial(self._context.navigate, "sale"),
                icon="vouchers",
            )
        else:
            self._table.set_empty(
                self.tr("No voucher matches."), self.tr("Show all"), self._clear, icon="search"
            )

    def _clear(self) -> None:
        self._filters.set_text("")
        self._period.set_value("all")
        self._kind.set_value(None)
        self._void.set_value("live")
        self.refresh()

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        self._table.select_row(0)

    def _on_table_row_activated(self, row: VoucherRow) -> None:
        self._context.navigate("voucher", voucher_id=VoucherId(row.voucher_id))

    def _on_table_widths_changed(self) -> None:
        self._context.keep_page_setting(_KEY, self._table.widths())

    def _on_excel_clicked(self) -> None:
        def save(rows: list[VoucherRow]) -> None:
            title = self.tr("Vouchers")
            save_rows(self._context, self, title, self._model.columns, rows, period=self._period.label)

        report = partial(vouchers_page, filter=self._filter(), first=0, count=_MOST_EXPORTED)
        self._context.runner.query(report, save, self._context.show_error)

    def _columns(self) -> list[Column]:
        context = self._context

        def who(row: VoucherRow) -> str:
            walk_in = self.tr("walk-in") if row.kind == VoucherKind.SALE else ""
            return row.party_name or walk_in

        return [
            Column(
                key="date",
                heading=self.tr("Date"),
                value="posted_on",
                kind="date",
                text=context.style.date,
                sortable=False,
            ),
            Column(
                key="number",
                heading=self.tr("Number"),
                value="number",
                text=isolated,
                width=150,
                tone=_void_tone,
                sortable=False,
            ),
            Column(
                key="kind",
                heading=self.tr("Kind"),
                value="kind",
                text=kind_words,
                detail=self._state_words,
                tone=_void_tone,
                width=170,
                sortable=False,
            ),
            Column(key="party", heading=self.tr("Party"), value=who, width=200, sortable=False),
            Column(key="what", heading=self.tr("What"), value=_what, stretch=True, sortable=False),
            Column(
                key="amount",
                heading=self.tr("Amount"),
                value="total_minor",
                kind="amount",
                text=context.amount,
                tone=_void_tone,
                width=140,
                sortable=False,
            ),
        ]

    def _state_words(self, row: VoucherRow) -> str:
        if row.status == VoucherStatus.REVERSED:
            return self.tr("void")
        return self.tr("corrected") if row.corrected else ""

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Vouchers"))
        self._import.set_label(self.tr("Import"))
        self._sale.set_label(self.tr("New sale"))
        self._filters.set_placeholder(self.tr("Number, name, note or amount"))
        self._period.set_style(self._context.style)
        kinds: list[tuple[VoucherKind | None, str]] = [(None, self.tr("All kinds"))]
        self._kind.set_choices([*kinds, *((kind, kind_words(kind)) for kind in LISTED_KINDS)])
        self._void.set_choices([("live", self.tr("Valid")), ("void", self.tr("Void too"))])
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Vouchers"))
        self._show_totals()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _void_tone(row: VoucherRow) -> Tone:
    return "" if row.status == VoucherStatus.LIVE else "muted"


def _what(row: VoucherRow) -> str:
    return what_words(row.kind, row.narration, row.line_count, row.line_names)
