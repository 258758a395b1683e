"""Where the money lies, and every other account with its balance."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent

from khata_desktop.domain.accounts import CASH, AccountKind, AccountUse
from khata_desktop.formatting import isolated
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.account_form import AccountForm
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.table_output import save_table
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "accounts"


class AccountsPage(Page):
    """Cash, banks and the rest of the chart; Enter opens the ledger of an account."""

    topics = frozenset({Topic.ACCOUNTS, Topic.VOUCHERS, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: list[AccountRow] | None = None
        self._new = Button("", icon="plus", shortcut="Ctrl+N")
        self._new.clicked.connect(self._on_new_clicked)
        self._payment = Button("", kind="gave", icon="payment", key="F5")
        self._payment.clicked.connect(partial(context.navigate, "payment"))
        self._receipt = Button("", kind="got", icon="receipt", key="F6")
        self._receipt.clicked.connect(partial(context.navigate, "receipt"))
        self._header = PageHeader(actions=[self._new, self._payment, self._receipt])
        self._cash, self._bank = FigureCard("", link=True), FigureCard("", link=True)
        self._money = FigureCard("")
        self._cash.clicked.connect(partial(context.navigate, "account", account_id=CASH))
        self._bank.clicked.connect(self._on_bank_clicked)
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
        self._table.set_identity(lambda row: row.account_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._cash, self._bank, self._money]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        for card in (self._cash, self._bank, self._money):
            card.set_busy()
        self._retranslate()
        self._table.restore_widths(context.page_setting(_KEY, {}))
        self._table.widths_changed.connect(self._on_table_widths_changed)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("Return", self.tr("open ledger")),
            ("F5", self.tr("payment")),
            ("F6", self.tr("receipt")),
        ]

    def open_with(self, *, only: str | None = None) -> None:
        """Show the list, or only "money": what holds cash or is a bank."""
        if only is not None:
            self._only.set_value(only)
        self.refresh()

    def focus_first(self) -> None:
        """Typing searches."""
        self._filters.focus_search()

    def refresh(self, *_: object) -> None:
        """Ask for the accounts again."""
        self._table.set_busy(True)
        report = partial(accounts_list, search=self._filters.text)
        self._context.runner.query(report, self._take_accounts, self._context.show_error, key=self)

    def _take_accounts(self, found: list[AccountRow]) -> None:
        self._found = found
        kinds = _SHOWN[self._only.value]
        rows = [row for row in found if kinds is None or row.kind in kinds]
        if self._only.value == "money":
            rows = [row for row in found if row.holds_money]
        self._model.set_rows(rows)
        self._table.set_busy(False)
        self._table.set_empty(self.tr("No account matches."), self.tr("Show all"), self._clear, icon="search")
        if not self._filters.text:
            self._show_money(found)

    def _show_money(self, found: list[AccountRow]) -> None:
        amount = partial(self._context.amount, symbol=True)
        cash = sum(row.balance_minor for row in found if row.use == AccountUse.CASH)
        banks = [row for row in found if row.use == AccountUse.BANK]
        bank = sum(row.balance_minor for row in banks)
        self._cash.set_content(amount(cash), self.tr("open the cash book"), tone="warn" if cash < 0 else "")
        self._bank.set_content(amount(bank), self.tr("in %n account(s)", None, len(banks)))
        self._money.set_content(amount(cash + bank), self.tr("cash and bank"))

    # --- slots --------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._filters.set_text("")
        self._only.set_value("all")
        self.refresh()

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        if self._table.current_row() is None:
            self._table.select_row(0)

    def _on_bank_clicked(self) -> None:
        self._filters.set_text("")
        self.open_with(only="money")

    def _on_table_row_activated(self, row: AccountRow) -> None:
        self._context.navigate("account", account_id=row.account_id)

    def _on_table_widths_changed(self) -> None:
        self._context.keep_page_setting(_KEY, self._table.widths())

    def _on_new_clicked(self) -> None:
        self._context.show_sheet(AccountForm(self._context))

    def _on_excel_clicked(self) -> None:
        save_table(self._context, self, self.tr("Accounts"), self._model)

    # --- words --------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        kinds = {
            AccountKind.ASSET: self.tr("The shop owns"),
            AccountKind.LIABILITY: self.tr("The shop owes"),
            AccountKind.EQUITY: self.tr("The owner's money"),
            AccountKind.INCOME: self.tr("Income"),
            AccountKind.EXPENSE: self.tr("Expense"),
        }
        amount = self._context.amount
        return [
            Column(key="code", heading=self.tr("Number"), value="code", text=isolated, width=90),
            Column(key="name", heading=self.tr("Name"), value=account_name, stretch=True),
            Column(
                key="kind",
                heading=self.tr("Kind"),
                value="kind",
                text=lambda kind: kinds[kind],
                tone="muted",
                width=180,
            ),
            Column(
                key="debit",
                heading=self.tr("Debit"),
                value=lambda row: row.balance_minor if row.balance_minor > 0 else None,
                kind="amount",
                text=amount,
                width=150,
            ),
            Column(
                key="credit",
                heading=self.tr("Credit"),
                value=lambda row: -row.balance_minor if row.balance_minor < 0 else None,
                kind="amount",
                text=amount,
                width=150,
            ),
        ]

    def _retranslate(self) -> None:
        self._header.set_title(
            self.tr("Cash and accounts"), self.tr("Where the money lies, and what it was for")
        )
        self._new.set_label(self.tr("New account"))
        self._payment.set_label(self.tr("Payment"))
        self._receipt.set_label(self.tr("Receipt"))
        self._cash.set_title(self.tr("Cash in hand"))
        self._bank.set_title(self.tr("In the bank"))
        self._money.set_title(self.tr("Money in all"))
        self._filters.set_placeholder(self.tr("Name or number"))
        self._only.set_choices(
            [
                ("all", self.tr("All")),
                ("money", self.tr("Cash and bank")),
                ("expense", self.tr("Income and expenses")),
                ("rest", self.tr("Owned and owed")),
            ]
        )
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Accounts"))
        if self._found is not None:
            self._take_accounts(self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


_SHOWN: dict[str, frozenset[AccountKind] | None] = {
    "all": None,
    "money": None,
    "expense": frozenset({AccountKind.INCOME, AccountKind.EXPENSE}),
    "rest": frozenset({AccountKind.ASSET, AccountKind.LIABILITY, AccountKind.EQUITY}),
}
