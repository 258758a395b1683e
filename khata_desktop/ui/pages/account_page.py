"""The ledger of one account: the cash book, a bank's book, an expense; the balance after every row."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent

from khata_desktop.domain.accounts import AccountKind
from khata_desktop.domain.ids import AccountId, VoucherId
from khata_desktop.formatting import isolated
from khata_desktop.reports.account_ledger import (
    AccountLedger,
    account_ledger,
    account_ledger_anchors,
    account_ledger_page,
    account_ledger_totals,
)
from khata_desktop.reports.accounts_list import AccountRow, account_profile
from khata_desktop.reports.period import Period
from khata_desktop.reports.running import LedgerRow, LedgerTotals
from khata_desktop.services.outcome import Topic
from khata_desktop.storage.session import Session
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.account_form import AccountForm
from khata_desktop.ui.kind_words import kind_words, what_words
from khata_desktop.ui.models.paged_table import PagedTableModel
from khata_desktop.ui.models.table_model import Column
from khata_desktop.ui.paging import paged_source
from khata_desktop.ui.table_output import save_rows
from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.date_range import DateRangeBox
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "account"
#: Accounts that grow on the credit side: their balance is shown as it is spoken of, not negative.
_CREDIT_KINDS = frozenset({AccountKind.LIABILITY, AccountKind.EQUITY, AccountKind.INCOME})


class AccountPage(Page):
    """What went in and out of an account, the newest first; Enter opens the voucher."""

    topics = frozenset({Topic.ACCOUNTS, Topic.VOUCHERS, Topic.PARTIES, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._account_id: AccountId | None = None
        self._profile: AccountRow | None = None
        self._totals: LedgerTotals | None = None
        self._payment = Button("", kind="gave", icon="payment", key="F5")
        self._payment.clicked.connect(partial(context.navigate, "payment"))
        self._receipt = Button("", kind="got", icon="receipt", key="F6")
        self._receipt.clicked.connect(partial(context.navigate, "receipt"))
        self._edit = IconButton("edit", "", shortcut="Ctrl+E")
        self._edit.clicked.connect(self._on_edit_clicked)
        self._header = PageHeader(on_back=context.back, keeps_line=True)
        self._header.set_actions([self._edit, self._payment, self._receipt])
        self._opening, self._in = FigureCard(""), FigureCard("")
        self._out, self._closing = FigureCard(""), FigureCard("")
        self._filters = FilterRow()
        self._filters.search_changed.connect(self.refresh)
        self._filters.list_wanted.connect(self._on_filters_list_wanted)
        self._period = DateRangeBox(
            context.style, context.today, first_month=context.business.year_start_month
        )
        self._period.range_changed.connect(self.refresh)
        self._filters.add_filter(self._period)
        self._excel = Button("", icon="table")
        self._excel.clicked.connect(self._on_excel_clicked)
        self._filters.add_output(self._excel)
        self._model = PagedTableModel(())
        self._model.fetch_failed.connect(context.show_error)
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.voucher_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._opening, self._in, self._out, self._closing]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        self._retranslate()
        self._table.restore_widths(context.page_setting(_KEY, {}))
        self._table.widths_changed.connect(self._on_table_widths_changed)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("Return", self.tr("open voucher")),
            ("F5", self.tr("payment")),
            ("F6", self.tr("receipt")),
        ]

    def open_with(self, *, account_id: bytes | None = None, preset: str | None = None) -> None:
        """Show an account; with a named period ("today"), only that."""
        if account_id is not None and account_id != self._account_id:
            self._account_id = AccountId(account_id)
            self._profile = self._totals = None
            self._filters.set_text("")
            self._period.set_value("all")
            self._header.set_title("", "")
            for card in (self._opening, self._in, self._out, self._closing):
                card.set_content("")
                card.set_busy()
        if preset is not None:
            self._period.set_value(preset)
        self.refresh()

    def focus_first(self) -> None:
        """The entries can be walked at once."""
        self._table.setFocus()

    def refresh(self, *_: object) -> None:
        """Ask for the account and its totals; the rows follow as they are looked at."""
        if self._account_id is None:
            return
        self._table.set_busy(True)
        report = partial(_head, account_id=self._account_id, filters=self._filter_values())
        self._context.runner.query(report, self._take_head, self._context.show_error, key=self)

    def _filter_values(self) -> dict[str, Any]:
        return {"period": Period(*self._period.value), "text": self._filters.text}

    def _take_head(self, head: tuple[AccountRow, LedgerTotals]) -> None:
        before = self._profile
        self._profile, self._totals = head
        assert self._account_id is not None
        if before is None or before.kind != self._profile.kind or before.use != self._profile.use:
            # What the columns are called follows the account: money comes in and goes out.
            self._model.set_columns(self._columns())
            self._name_cards()
        source = paged_source(
            self._context,
            self._totals.count,
            account_ledger_page,
            account_ledger_anchors,
            account_id=self._account_id,
            **self._filter_values(),
        )
        self._model.refresh(
            source, anew=self._table.is_new_question((self._account_id, self._filter_values()))
        )
        self._table.set_busy(False)
        self._show_head()

    def _show_head(self) -> None:
        profile, totals = self._profile, self._totals
        if profile is None or totals is None:
            return
        amount = self._context.amount
        self._header.set_title(account_name(profile), isolated(profile.code))
        self._header.badge.set_content(self.tr("put away") if profile.archived else "", tone="warn")
        sign = self._sign()
        self._opening.set_content(amount(sign * totals.opening_minor))
        self._in.set_content(amount(totals.debit_minor), tone="got" if profile.holds_money else "")
        self._out.set_content(amount(totals.credit_minor), tone="gave" if profile.holds_money else "")
        low = profile.holds_money and totals.closing_minor < 0
        self._closing.set_content(
            amount(sign * totals.closing_minor, symbol=True),
            self._context.counted(self.tr("%n entries shown", None, totals.count), totals.count),
            tone="warn" if low else "",
        )
        if self._filters.text or self._period.value != (None, None):
            self._table.set_empty(
                self.tr("No entry matches."), self.tr("Show all"), self._clear_filters, icon="search"
            )
        else:
            self._table.set_empty(self.tr("Nothing went through this account yet."), icon="journal")

    def _sign(self) -> int:
        return -1 if self._profile is not None and self._profile.kind in _CREDIT_KINDS else 1

    # --- slots --------------------------------------------------------------------------------

    def _clear_filters(self) -> None:
        self._filters.set_text("")
        self._period.set_value("all")
        self.refresh()

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        self._table.select_row(0)

    def _on_table_row_activated(self, row: LedgerRow) -> None:
        self._context.navigate("voucher", voucher_id=VoucherId(row.voucher_id))

    def _on_table_widths_changed(self) -> None:
        self._context.keep_page_setting(_KEY, self._table.widths())

    def _on_edit_clicked(self) -> None:
        profile = self._profile
        if profile is not None:
            self._context.show_sheet(AccountForm(self._context, account=profile, name=account_name(profile)))

    def _on_excel_clicked(self) -> None:
        if self._account_id is None or self._profile is None:
            return
        name = account_name(self._profile)

        def save(ledger: AccountLedger) -> None:
            columns, period = self._model.columns, self._period.label
            save_rows(self._context, self, name, columns, list(ledger.rows), period=period)

        report = partial(account_ledger, account_id=self._account_id, **self._filter_values())
        self._context.runner.query(report, save, self._context.show_error)

    # --- words --------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        context = self._context
        money = self._profile is not None and self._profile.holds_money
        sign = self._sign()

        def some(minor: int) -> str:
            return context.amount(minor) if minor else ""

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
                width=140,
                sortable=False,
            ),
            Column(key="kind", heading=self.tr("Kind"), value="kind", text=kind_words, sortable=False),
            Column(
                key="what",
                heading=self.tr("What"),
                value=_what,
                detail=lambda row: row.narration if row.party_name else "",
                stretch=True,
                sortable=False,
            ),
            Column(
                key="in",
                heading=self.tr("In") if money else self.tr("Debit"),
                value="debit_minor",
                kind="amount",
                text=some,
                tone="got" if money else "",
                width=130,
                sortable=False,
            ),
            Column(
                key="out",
                heading=self.tr("Out") if money else self.tr("Credit"),
                value="credit_minor",
                kind="amount",
                text=some,
                tone="gave" if money else "",
                width=130,
                sortable=False,
            ),
            Column(
                key="balance",
                heading=self.tr("Balance"),
                value=lambda row: sign * row.balance_minor,
                kind="amount",
                text=context.amount,
                width=150,
                sortable=False,
            ),
        ]

    def _name_cards(self) -> None:
        money = self._profile is not None and self._profile.holds_money
        self._opening.set_title(self.tr("At the beginning"))
        self._in.set_title(self.tr("Came in") if money else self.tr("Debit"))
        self._out.set_title(self.tr("Went out") if money else self.tr("Credit"))
        self._closing.set_title(self.tr("At the end"))

    def _retranslate(self) -> None:
        self._payment.set_label(self.tr("Payment"))
        self._receipt.set_label(self.tr("Receipt"))
        self._edit.set_tip(self.tr("Rename"))
        self._filters.set_placeholder(self.tr("Find in this account"))
        self._period.set_style(self._context.style)
        self._excel.set_label(self.tr("Excel"))
        self._model.set_columns(self._columns())
        self._name_cards()
        self._table.setAccessibleName(self.tr("Ledger"))
        self._show_head()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _head(
    session: Session, *, account_id: AccountId, filters: dict[str, Any]
) -> tuple[AccountRow, LedgerTotals]:
    profile = account_profile(session, account_id=account_id)
    return profile, account_ledger_totals(session, account_id=account_id, **filters)


def _what(row: LedgerRow) -> str:
    return row.party_name or what_words(row.kind, row.narration, row.line_count, row.line_names)
