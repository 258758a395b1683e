"""What the shop sells: prices, what is in stock, and what it is worth."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent

from khata_desktop.formatting import isolated
from khata_desktop.reports.items_list import ItemRow, ItemsList, items_list
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.item_form import ItemForm
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.table_output import save_table
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "items"


class ItemsPage(Page):
    """List of items with stock and value; Enter opens an item."""

    topics = frozenset({Topic.ITEMS, Topic.STOCK, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: ItemsList | None = None
        self._new = Button("", kind="primary", icon="plus", shortcut="Ctrl+N")
        self._new.clicked.connect(self._on_new_clicked)
        self._header = PageHeader(actions=[self._new])
        self._count, self._value = FigureCard(""), FigureCard("")
        self._low = FigureCard("", link=True)
        self._low.clicked.connect(partial(self.open_with, low=True))
        self._filters = FilterRow()
        self._filters.search_changed.connect(self.refresh)
        self._filters.list_wanted.connect(self._on_filters_list_wanted)
        self._only = SegmentedControl()
        self._only.choice_changed.connect(self.refresh)
        self._filters.add_filter(self._only)
        self._excel = Button("", icon="table")
        self._excel.clicked.connect(self._on_excel_clicked)
        self._filters.add_output(self._excel)
        self._model = TableModel(())
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.item_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._count, self._value, self._low]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        for card in (self._count, self._value, self._low):
            card.set_busy()
        self._retranslate()
        self._table.restore_widths(context.page_setting(_KEY, {}))
        self._table.widths_changed.connect(self._on_table_widths_changed)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [("Return", self.tr("open item")), ("Ctrl+N", self.tr("new item"))]

    def open_with(self, *, low: bool | None = None, new: bool = False) -> None:
        """Show the list, or only what runs low; or begin a new item."""
        if low is not None:
            self._only.set_value("low" if low else "all")
        self.refresh()
        if new:
            self._on_new_clicked()

    def focus_first(self) -> None:
        """Typing searches."""
        self._filters.focus_search()

    def refresh(self, *_: object) -> None:
        """Ask for the list again."""
        self._table.set_busy(True)
        report = partial(
            items_list,
            search=self._filters.text,
            low_stock_only=self._only.value == "low",
            include_archived=self._only.value == "archived",
        )
        self._context.runner.query(report, self._take_items, self._context.show_error, key=self)

    def _take_items(self, found: ItemsList) -> None:
        self._found = found
        self._table.is_new_question((self._filters.text, self._only.value))
        self._model.set_rows(found.rows)
        self._table.set_busy(False)
        style = self._context.style
        self._header.set_title(self.tr("Items"), self.tr("What you sell, and what of it is there"))
        self._count.set_content(style.quantity(len(found.rows) * 1000), self.tr("in this list"))
        self._value.set_content(self._context.amount(found.value_minor, symbol=True), self.tr("at cost"))
        tone: Tone = "warn" if found.low_count else ""
        self._low.set_content(
            style.quantity(found.low_count * 1000),
            self.tr("to order soon") if found.low_count else self.tr("all well"),
            tone=tone,
        )
        if self._filters.text or self._only.value != "all":
            self._table.set_empty(
                self.tr("No item matches."), self.tr("Show all"), self._clear, icon="search"
            )
        else:
            self._table.set_empty(
                self.tr("Nothing here yet: add the first item, or just sell and add it then."),
                self.tr("New item"),
                self._on_new_clicked,
                icon="items",
            )

    def _clear(self) -> None:
        self._filters.set_text("")
        self._only.set_value("all")
        self.refresh()

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        if self._table.current_row() is None:
            self._table.select_row(0)

    def _on_table_row_activated(self, row: ItemRow) -> None:
        self._context.navigate("item", item_id=row.item_id)

    def _on_table_widths_changed(self) -> None:
        self._context.keep_page_setting(_KEY, self._table.widths())

    def _on_new_clicked(self) -> None:
        self._context.show_sheet(ItemForm(self._context, name=self._filters.text))

    def _on_excel_clicked(self) -> None:
        save_table(self._context, self, self.tr("Items"), self._model)

    def _columns(self) -> list[Column]:
        style, context = self._context.style, self._context

        def stock(row: ItemRow) -> int | None:
            return row.on_hand_milli if row.kind == "goods" else None

        return [
            Column(
                key="name",
                heading=self.tr("Name"),
                value="name",
                detail=lambda row: row.category,
                stretch=True,
            ),
            Column(key="code", heading=self.tr("Code"), value="code", text=isolated, width=120),
            Column(key="price", heading=self.tr("Price"), value="price_e4", kind="amount", text=style.price),
            Column(key="cost", heading=self.tr("Cost"), value="cost_e4", kind="amount", text=style.price),
            Column(
                key="stock",
                heading=self.tr("In stock"),
                value=stock,
                kind="quantity",
                text=style.quantity,
                tone=_stock_tone,
                width=110,
            ),
            Column(key="unit", heading=self.tr("Unit"), value="unit", width=80, tone="muted"),
            Column(
                key="value",
                heading=self.tr("Value"),
                value="value_minor",
                kind="amount",
                text=context.amount,
                width=140,
            ),
        ]

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Items"), self.tr("What you sell, and what of it is there"))
        self._new.set_label(self.tr("New item"))
        self._count.set_title(self.tr("Items"))
        self._value.set_title(self.tr("Stock value"))
        self._low.set_title(self.tr("Running low"))
        self._filters.set_placeholder(self.tr("Name, code or barcode"))
        self._only.set_choices(
            [
                ("all", self.tr("All")),
                ("low", self.tr("Running low")),
                ("archived", self.tr("Put away too")),
            ]
        )
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Items"))
        if self._found is not None:
            self._take_items(self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _stock_tone(row: ItemRow) -> Tone:
    return "warn" if row.is_low or row.on_hand_milli < 0 else ""
