"""Add an account, or rename one."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.accounts import AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.domain.records import FieldValue
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.form import Form

if TYPE_CHECKING:
    from khata_desktop.reports.accounts_list import AccountRow
    from khata_desktop.services.outcome import Outcome


class AccountForm(Form):
    """What the account is for decides kind and use; an account's kind stays once it is made.

    `name` fills the field of an account that bears a standard name in another language.
    """

    def __init__(self, context: PageContext, *, account: "AccountRow | None" = None, name: str = "") -> None:
        super().__init__("", "")
        self._context = context
        self._account = account
        self.set_title(self.tr("Rename the account") if account else self.tr("New account"))
        self.primary_button().set_label(self.tr("Save") if account else self.tr("Add"))
        self.name = QLineEdit(name or (account.name if account else ""))
        self.code = QLineEdit(account.code if account else "")
        self.code.setMaxLength(20)
        self.what = ChoiceBox(self._kinds())
        self.add_field("name", self.tr("Name"), self.name)
        if account is None:
            self.add_field("kind", self.tr("What is it for?"), self.what)
        self.add_field(
            "code", self.tr("Number"), self.code, hint=self.tr("Orders the reports; may stay empty.")
        )
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _kinds(self) -> list[tuple[tuple[AccountKind, AccountUse], str]]:
        return [
            ((AccountKind.EXPENSE, AccountUse.OTHER), self.tr("An expense, such as rent")),
            ((AccountKind.INCOME, AccountUse.OTHER), self.tr("An income, such as commission")),
            ((AccountKind.ASSET, AccountUse.CASH), self.tr("A cash box or till")),
            ((AccountKind.ASSET, AccountUse.BANK), self.tr("A bank account or mobile wallet")),
            ((AccountKind.ASSET, AccountUse.OTHER), self.tr("Something the shop owns")),
            ((AccountKind.LIABILITY, AccountUse.OTHER), self.tr("Something the shop owes, such as a loan")),
            ((AccountKind.EQUITY, AccountUse.OTHER), self.tr("The owner's money")),
        ]

    def command(self) -> dict[str, FieldValue]:
        """Return the fields of the account. Raises NameRequired."""
        if not self.name.text().strip():
            raise NameRequired
        values: dict[str, FieldValue] = {"name": self.name.text(), "code": self.code.text()}
        if self._account is None:
            kind, use = self.what.value
            values |= {"kind": str(kind), "use": str(use)}
        return values

    def _on_submitted(self, values: dict[str, FieldValue]) -> None:
        from khata_desktop.services.records import save_account

        own = AccountId(self._account.account_id) if self._account else None

        def saved(_: "Outcome[Any]") -> None:
            self._context.toast(self.tr("{name} is saved.").format(name=values["name"]))

        self._context.submit(self, partial(save_account, values=values, account_id=own), saved)
