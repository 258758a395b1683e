"""Accounts: the shop's own beside the standard ones; add, rename, put away and take back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu

from khata_desktop.domain.accounts import (
    CASH,
    COST_OF_GOODS,
    INPUT_TAX,
    INVENTORY,
    OPENING_BALANCES,
    OUTPUT_TAX,
    PAYABLE,
    RECEIVABLE,
    ROUNDING,
    SALES,
    SALES_RETURNS,
    AccountKind,
)
from khata_desktop.domain.records import Entity
from khata_desktop.formatting import isolated
from khata_desktop.services.outcome import Topic
from khata_desktop.services.records import archive_record
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.dialogs.account_form import AccountForm
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.settings.section import SettingsSection
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    from khata_desktop.reports.accounts_list import AccountRow

#: What bills and payments are posted on by themselves; putting these away would only hide their figures.
_NEEDED = frozenset(
    {
        CASH,
        COST_OF_GOODS,
        INPUT_TAX,
        INVENTORY,
        OPENING_BALANCES,
        OUTPUT_TAX,
        PAYABLE,
        RECEIVABLE,
        ROUNDING,
        SALES,
        SALES_RETURNS,
    }
)


class AccountsSection(SettingsSection):
    """A table of the chart with its buttons above."""

    topics = frozenset({Topic.ACCOUNTS})
    table: DataTable

    def build(self) -> None:
        """Make buttons and table."""
        self.add = Button(self.tr("New account"), icon="plus")
        self.add.clicked.connect(lambda: self.context.show_sheet(AccountForm(self.context)))
        self.rename = Button(self.tr("Rename"), icon="edit", key="Enter")
        self.rename.clicked.connect(lambda: self._rename(self.table.current_row()))
        self.archive = Button(self.tr("Put away"))
        self.archive.clicked.connect(lambda: self._archive(self.table.current_row()))
        self.with_archived = QCheckBox(self.tr("Show those put away"))
        self.with_archived.toggled.connect(lambda _: self.refresh())
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.add, self.rename, self.archive):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.with_archived)
        self.model = TableModel(self._columns(), parent=self)
        self.table = DataTable(self.model, name=self.tr("Accounts"))
        self.table.setMinimumHeight(420)
        self.table.set_identity(lambda row: row.account_id)
        self.table.row_activated.connect(self._rename)
        self.table.row_changed.connect(self._on_table_row_changed)
        self.table.menu_requested.connect(self._on_table_menu_requested)
        self.column.addLayout(head)
        self.column.addWidget(self.table, 1)

    def _columns(self) -> list[Column]:
        kinds = {
            AccountKind.ASSET: self.tr("The shop owns"),
            AccountKind.LIABILITY: self.tr("The shop owes"),
            AccountKind.EQUITY: self.tr("The owner's money"),
            AccountKind.INCOME: self.tr("Income"),
            AccountKind.EXPENSE: self.tr("Expense"),
        }
        return [
            Column(key="code", heading=self.tr("Number"), value="code", text=isolated, width=90),
            Column(
                key="name",
                heading=self.tr("Name"),
                value=account_name,
                detail=lambda row: self.tr("put away") if row.archived else "",
                stretch=True,
            ),
            Column(key="kind", heading=self.tr("Kind"), value="kind", text=lambda k: kinds[k], width=170),
        ]

    def refresh(self) -> None:
        """Ask for the accounts."""
        from khata_desktop.reports.accounts_list import accounts_list

        report = partial(accounts_list, include_archived=self.with_archived.isChecked())
        self.context.runner.query(report, self._on_accounts_read, self.context.show_error, key=id(self))

    def _on_accounts_read(self, rows: "list[AccountRow]") -> None:
        self.model.set_rows(rows)
        self._on_table_row_changed(self.table.current_row())

    def _on_table_row_changed(self, row: "AccountRow | None") -> None:
        self.rename.setEnabled(row is not None)
        self.archive.setEnabled(row is not None and row.account_id not in _NEEDED)
        self.archive.set_label(
            self.tr("Take back") if row is not None and row.archived else self.tr("Put away")
        )

    def _on_table_menu_requested(self, row: "AccountRow", place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Rename"), lambda: self._rename(row))
        words = self.tr("Take back") if row.archived else self.tr("Put away")
        menu.addAction(words, lambda: self._archive(row)).setEnabled(row.account_id not in _NEEDED)
        menu.popup(place)

    def _rename(self, row: "AccountRow | None") -> None:
        if row is not None:
            self.context.show_sheet(AccountForm(self.context, account=row, name=account_name(row)))

    def _archive(self, row: "AccountRow | None") -> None:
        if row is None or row.account_id in _NEEDED:
            return
        own, name, away = row.account_id, account_name(row), not row.archived

        def put(archived: bool) -> Any:
            return partial(archive_record, entity=Entity.ACCOUNT, record_id=own, archived=archived)

        def done(_: object) -> None:
            words = self.tr("{name} was put away.") if away else self.tr("{name} was taken back.")
            self.context.toast(
                words.format(name=name),
                action=self.tr("Undo"),
                on_action=lambda: self.context.runner.execute(put(not away), None, self.context.show_error),
                key="Ctrl+Z",
            )

        self.context.runner.execute(put(away), done, self.context.show_error)
