"""One item: its prices, its stock, and every movement of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent

from khata_desktop.domain.ids import ItemId, VoucherId
from khata_desktop.formatting import isolated
from khata_desktop.reports.period import Period
from khata_desktop.reports.profiles import ItemProfile, item_profile
from khata_desktop.reports.stock_report import ItemMovements, MovementRow, item_movements
from khata_desktop.services.outcome import Topic
from khata_desktop.storage.session import Session
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.item_form import ItemForm
from khata_desktop.ui.dialogs.stock_form import StockForm
from khata_desktop.ui.kind_words import kind_words
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.table_output import save_table
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.date_range import DateRangeBox
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader


class ItemPage(Page):
    """Figures of an item, and its movements with the stock after each; Enter opens the voucher."""

    topics = frozenset({Topic.ITEMS, Topic.STOCK, Topic.VOUCHERS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._item_id: ItemId | None = None
        self._profile: ItemProfile | None = None
        self._stock_in = Button("", icon="stock")
        self._stock_in.clicked.connect(self._on_stock_in_clicked)
        self._edit = Button("", kind="primary", icon="edit", shortcut="Ctrl+E")
        self._edit.clicked.connect(self._on_edit_clicked)
        self._header = PageHeader(actions=[self._stock_in, self._edit], on_back=context.back, keeps_line=True)
        self._stock, self._value = FigureCard(""), FigureCard("")
        self._price, self._cost = FigureCard(""), FigureCard("")
        self._filters = FilterRow(search=False)
        self._period = DateRangeBox(
            context.style, context.today, first_month=context.business.year_start_month
        )
        self._period.range_changed.connect(self.refresh)
        self._filters.add_filter(self._period)
        self._excel = Button("", icon="table")
        self._excel.clicked.connect(self._on_excel_clicked)
        self._filters.add_output(self._excel)
        self._model = TableModel(())
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.seq)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._stock, self._value, self._price, self._cost]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        self._retranslate()

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [("Ctrl+E", self.tr("change")), ("Return", self.tr("open voucher"))]

    def open_with(self, *, item_id: bytes | None = None) -> None:
        """Show an item."""
        if item_id is not None and item_id != self._item_id:
            self._item_id = ItemId(item_id)
            self._period.set_value("all")
            self._header.set_title("", "")
            for card in (self._stock, self._value, self._price, self._cost):
                card.set_content("")
                card.set_busy()
        self.refresh()

    def focus_first(self) -> None:
        """The movements can be walked at once."""
        self._table.setFocus()

    def refresh(self, *_: object) -> None:
        """Ask for the item and its movements again."""
        if self._item_id is None:
            return
        self._table.set_busy(True)
        report = partial(_read, item_id=self._item_id, period=Period(*self._period.value))
        self._context.runner.query(report, self._take, self._context.show_error, key=self)

    def _take(self, found: tuple[ItemProfile, ItemMovements]) -> None:
        self._profile, movements = found
        # The newest movement first, as in every ledger of the window.
        self._model.set_rows(list(movements.rows)[::-1])
        self._table.set_busy(False)
        self._table.set_empty(
            self.tr("This item has not moved yet."),
            self.tr("Stock in"),
            self._on_stock_in_clicked,
            icon="stock",
        )
        self._show_profile(self._profile)

    def _show_profile(self, p: ItemProfile) -> None:
        style, amount = self._context.style, self._context.amount
        # Each name in its own direction, and all of them in that of the window.
        names = [name.strip() for name in p.other_names.split(",")]
        facts = [p.category, p.code, *names]
        self._header.set_title(p.name, " · ".join(f"\u2068{fact}\u2069" for fact in facts if fact))
        self._header.badge.set_content(self.tr("put away") if p.archived else "", tone="warn")
        goods = p.kind == "goods"
        self._stock_in.setVisible(goods)
        low = goods and p.reorder_milli is not None and p.on_hand_milli <= p.reorder_milli
        note = ""
        if p.reorder_milli is not None:
            note = self.tr("warns at {quantity}").format(quantity=style.quantity(p.reorder_milli))
        self._stock.set_content(
            style.quantity_of(p.on_hand_milli, p.unit) if goods else "—",
            note if goods else self.tr("a service has no stock"),
            tone="warn" if low or p.on_hand_milli < 0 else "",
        )
        self._value.set_content(amount(p.value_minor), self.tr("at moving average"))
        self._price.set_content(
            style.price(p.price_e4) if p.price_e4 is not None else "—",
            self.tr("wholesale {price}").format(price=style.price(p.wholesale_e4))
            if p.wholesale_e4 is not None
            else self.tr("per {unit}").format(unit=p.unit)
            if p.unit
            else "",
        )
        self._cost.set_content(
            style.price(p.cost_e4) if p.cost_e4 is not None else "—", self.tr("as entered")
        )

    def _on_table_row_activated(self, row: MovementRow) -> None:
        self._context.navigate("voucher", voucher_id=VoucherId(row.voucher_id))

    def _on_edit_clicked(self) -> None:
        if self._profile is not None:
            self._context.show_sheet(ItemForm(self._context, profile=self._profile))

    def _on_stock_in_clicked(self) -> None:
        if self._profile is not None:
            self._context.show_sheet(StockForm(self._context, self._profile))

    def _on_excel_clicked(self) -> None:
        if self._profile is not None:
            save_table(self._context, self, self._profile.name, self._model, period=self._period.label)

    def _columns(self) -> list[Column]:
        style, amount = self._context.style, self._context.amount

        def some(milli: int) -> str:
            return style.quantity(milli) if milli else ""

        return [
            Column(key="date", heading=self.tr("Date"), value="posted_on", kind="date", text=style.date),
            Column(key="number", heading=self.tr("Number"), value="number", text=isolated, width=150),
            Column(
                key="what",
                heading=self.tr("What"),
                value="kind",
                text=kind_words,
                detail=lambda row: row.party_name,
                stretch=True,
            ),
            Column(
                key="in",
                heading=self.tr("In"),
                value="in_milli",
                kind="quantity",
                text=some,
                tone="got",
                width=100,
            ),
            Column(
                key="out",
                heading=self.tr("Out"),
                value="out_milli",
                kind="quantity",
                text=some,
                tone="gave",
                width=100,
            ),
            Column(
                key="stock",
                heading=self.tr("In stock"),
                value="on_hand_milli",
                kind="quantity",
                text=style.quantity,
            ),
            Column(
                key="value",
                heading=self.tr("Value"),
                value="value_minor",
                kind="amount",
                text=amount,
                width=140,
            ),
        ]

    def _retranslate(self) -> None:
        self._stock_in.set_label(self.tr("Stock in"))
        self._edit.set_label(self.tr("Change"))
        self._stock.set_title(self.tr("In stock"))
        self._value.set_title(self.tr("Value"))
        self._price.set_title(self.tr("Price"))
        self._cost.set_title(self.tr("Cost"))
        self._period.set_style(self._context.style)
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Movements"))
        if self._profile is not None:
            self._show_profile(self._profile)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _read(session: Session, *, item_id: ItemId, period: Period) -> tuple[ItemProfile, ItemMovements]:
    return item_profile(session, item_id=item_id), item_movements(session, item_id=item_id, period=period)
