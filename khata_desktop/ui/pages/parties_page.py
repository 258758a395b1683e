"""Everybody a khata is kept for: who owes, who is owed, and how to find them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox

from khata_desktop.domain.parties import PartyKind
from khata_desktop.formatting import isolated
from khata_desktop.reports.party_balances import PartyBalanceRow, PartyBalances, party_balances
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.party_form import PartyForm
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.table_output import save_table
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "parties"


class PartiesPage(Page):
    """List with balances, totals to collect and to pay; Enter opens a khata."""

    topics = frozenset({Topic.PARTIES, Topic.VOUCHERS, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: PartyBalances | None = None
        self._new = Button("", kind="primary", icon="party-add", shortcut="Ctrl+N")
        self._new.clicked.connect(self._on_new_clicked)
        self._receipt = Button("", kind="secondary", icon="receipt", key="F6")
        self._receipt.clicked.connect(self._on_receipt_clicked)
        self._header = PageHeader(actions=[self._receipt, self._new], keeps_line=True)
        self._collect = FigureCard("", link=True)
        self._collect.clicked.connect(partial(self.open_with, only="to_collect"))
        self._pay = FigureCard("", link=True)
        self._pay.clicked.connect(partial(self.open_with, only="to_pay"))
        self._oldest = FigureCard("", link=True)
        self._oldest.clicked.connect(partial(self.open_with, order="oldest_due"))
        self._filters = FilterRow()
        self._filters.search_changed.connect(self.refresh)
        self._filters.list_wanted.connect(self._on_filters_list_wanted)
        self._only, self._kind, self._order = SegmentedControl(), ChoiceBox(), ChoiceBox()
        for control in (self._only, self._kind, self._order):
            control.choice_changed.connect(self._on_filter_choice_changed)
            self._filters.add_filter(control)
        self._archived = QCheckBox()
        self._archived.toggled.connect(self._on_filter_choice_changed)
        self._filters.add_filter(self._archived)
        self._excel = Button("", icon="table")
        self._excel.clicked.connect(self._on_excel_clicked)
        self._filters.add_output(self._excel)
        self._model = TableModel(())
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.party_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._collect, self._pay, self._oldest]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        for card in (self._collect, self._pay, self._oldest):
            card.set_busy()
        self._retranslate()
        kept = context.page_setting(_KEY, {})
        self._order.set_value(kept.get("order", "balance"))
        self._table.restore_widths(kept.get("widths", {}))
        self._table.widths_changed.connect(self._keep)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("Return", self.tr("open khata")),
            ("Ctrl+N", self.tr("new party")),
            ("F6", self.tr("receipt")),
        ]

    @property
    def subject(self) -> dict[str, object]:
        """Forms opened by their key from here are for the party marked."""
        row = self._table.current_row()
        return {"party_id": row.party_id} if row is not None else {}

    def open_with(self, *, only: str | None = None, order: str | None = None, new: bool = False) -> None:
        """Show the list, narrowed to those to collect from or to pay; or begin a new party."""
        if only is not None:
            self._only.set_value(only)
        if order is not None:
            self._order.set_value(order)
        self.refresh()
        if new:
            self._on_new_clicked()

    def focus_first(self) -> None:
        """Typing searches."""
        self._filters.focus_search()

    def refresh(self, _text: str = "") -> None:
        """Ask for the list again."""
        self._table.set_busy(True)
        report = partial(
            party_balances,
            kind=self._kind.value,
            search=self._filters.text,
            order=self._order.value,
            only=self._only.value,
            include_archived=self._archived.isChecked(),
            with_dues=True,
        )
        self._context.runner.query(report, self._take_balances, self._context.show_error, key=self)

    def _take_balances(self, found: PartyBalances) -> None:
        self._found = found
        self._table.is_new_question(
            (
                self._kind.value,
                self._filters.text,
                self._order.value,
                self._only.value,
                self._archived.isChecked(),
            )
        )
        self._model.set_rows(found.rows)
        self._table.set_busy(False)
        owing = sum(1 for row in found.rows if row.balance_minor > 0)
        owed = sum(1 for row in found.rows if row.balance_minor < 0)
        amount = partial(self._context.amount, symbol=True)
        self._header.set_title(
            self.tr("Parties"),
            self._context.counted(self.tr("%n in this list", None, len(found.rows)), len(found.rows)),
        )
        self._collect.set_content(
            amount(found.to_collect_minor),
            self._context.counted(self.tr("from %n", None, owing), owing) if owing else "",
            tone="gave" if owing else "",
        )
        self._pay.set_content(
            amount(found.to_pay_minor),
            self._context.counted(self.tr("to %n", None, owed), owed) if owed else "",
            tone="got" if owed else "",
        )
        dues = [row for row in found.rows if row.oldest_due_on is not None]
        oldest = min(dues, key=_oldest_first, default=None)
        if oldest is None or oldest.oldest_due_on is None:
            self._oldest.set_content("—", self.tr("nothing is due"))
        else:
            self._oldest.set_content(self._context.style.date(oldest.oldest_due_on), oldest.name, tone="warn")
        searched = bool(self._filters.text) or self._only.value != "all" or self._kind.value is not None
        if searched:
            self._table.set_empty(
                self.tr("Nobody matches."), self.tr("Show everybody"), self._clear, icon="search"
            )
        else:
            self._table.set_empty(
                self.tr("Nobody here yet: add the first customer or supplier."),
                self.tr("New party"),
                self._on_new_clicked,
                icon="parties",
            )

    # --- slots --------------------------------------------------------------------------------

    def _on_filter_choice_changed(self, _value: object) -> None:
        self._keep()
        self.refresh()

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        if self._table.current_row() is None:
            self._table.select_row(0)

    def _on_table_row_activated(self, row: PartyBalanceRow) -> None:
        self._context.navigate("party", party_id=row.party_id)

    def _on_new_clicked(self) -> None:
        form = PartyForm(
            self._context,
            name=self._filters.text,
            on_saved=lambda party_id, _name: self._context.navigate("party", party_id=party_id),
        )
        self._context.show_sheet(form)

    def _on_receipt_clicked(self) -> None:
        row = self._table.current_row()
        self._context.navigate("receipt", **({"party_id": row.party_id} if row is not None else {}))

    def _on_excel_clicked(self) -> None:
        save_table(self._context, self, self.tr("Parties"), self._model)

    def _clear(self) -> None:
        self._filters.set_text("")
        self._only.set_value("all")
        self._kind.set_value(None)
        self.refresh()

    def _keep(self) -> None:
        kept = {"order": self._order.value, "widths": self._table.widths()}
        self._context.keep_page_setting(_KEY, kept)

    # --- words --------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        style, context = self._context.style, self._context
        return [
            Column(key="name", heading=self.tr("Name"), value="name", stretch=True, detail=self._detail),
            Column(key="phone", heading=self.tr("Phone"), value="phone", text=isolated, width=150),
            Column(
                key="oldest",
                heading=self.tr("Due since"),
                value="oldest_due_on",
                kind="date",
                text=style.date,
                width=140,
                tone=self._due_tone,
            ),
            Column(
                key="balance",
                heading=self.tr("Balance"),
                value="balance_minor",
                kind="signed",
                text=lambda minor: context.amount(abs(minor)),
                width=170,
            ),
        ]

    def _detail(self, row: PartyBalanceRow) -> str:
        words = {PartyKind.SUPPLIER: self.tr("supplier"), PartyKind.STAFF: self.tr("staff")}
        detail = words.get(PartyKind(row.kind), "")
        return self.tr("put away") if row.archived else detail

    def _due_tone(self, row: PartyBalanceRow) -> Tone:
        due = row.oldest_due_on
        late = due is not None and (self._context.today() - due).days > 60
        return "warn" if late else ""

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Parties"), "")
        self._new.set_label(self.tr("New party"))
        self._receipt.set_label(self.tr("Receipt"))
        self._collect.set_title(self.tr("To collect"))
        self._pay.set_title(self.tr("To pay"))
        self._oldest.set_title(self.tr("Oldest due"))
        self._filters.set_placeholder(self.tr("Name, phone or code"))
        self._only.set_choices(
            [
                ("all", self.tr("All")),
                ("to_collect", self.tr("↑ To collect")),
                ("to_pay", self.tr("↓ To pay")),
            ]
        )
        self._archived.setText(self.tr("Put away too"))
        self._kind.set_choices(
            [
                (None, self.tr("Everybody")),
                (PartyKind.CUSTOMER, self.tr("Customers")),
                (PartyKind.SUPPLIER, self.tr("Suppliers")),
                (PartyKind.STAFF, self.tr("Staff")),
            ]
        )
        self._order.set_choices(
            [
                ("balance", self.tr("Largest first")),
                ("oldest_due", self.tr("Oldest due first")),
                ("name", self.tr("By name")),
            ]
        )
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Parties"))
        if self._found is not None:
            self._take_balances(self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _oldest_first(row: PartyBalanceRow) -> int:
    return row.oldest_due_on.toordinal() if row.oldest_due_on is not None else 0
