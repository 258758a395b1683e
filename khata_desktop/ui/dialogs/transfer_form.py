"""Money that moves between the shop's own accounts: from the till to the bank, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.voucher_errors import AmountNotPositive
from khata_desktop.domain.vouchers import Posting, VoucherKind
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.services.khata import PostJournal, post_journal
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.sum_edit import AmountEdit


class TransferForm(Form):
    """Two accounts and an amount; it is posted as a journal."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", "")
        self._context = context
        self.draft_key = "transfer"
        self.voucher_kind = VoucherKind.JOURNAL
        self.set_title(self.tr("Between cash and bank"))
        self.primary_button().set_label(self.tr("Save"))
        self._from, self._to = ChoiceBox(), ChoiceBox()
        self._amount = AmountEdit(context.style, symbol=True)
        self._date = DateEdit(context.style, context.today)
        self._note = QLineEdit()
        self._reference = QLineEdit()
        self.add_field("from", self.tr("Out of"), self._from)
        self.add_field("to", self.tr("Into"), self._to)
        self.add_field("amount", self.tr("Amount"), self._amount)
        self.add_field("date", self.tr("Date"), self._date)
        self.add_field("narration", self.tr("Note"), self._note)
        self.add_field("reference", self.tr("Cheque or reference number"), self._reference)
        context.runner.query(partial(accounts_list, money_only=True), self._take_accounts, self.show_error)
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _take_accounts(self, accounts: Sequence[AccountRow]) -> None:
        choices = [(account.account_id, account_name(account)) for account in accounts]
        self._from.set_choices(choices, current=CASH)
        self._to.set_choices(choices, current=BANK)

    def focus_first(self) -> None:
        """Mostly it goes from the till to the bank: only how much is to be said."""
        self._amount.setFocus()

    def submit(self) -> None:
        """Two accounts are needed, and two are to be different."""
        if self._from.value is not None and self._from.value == self._to.value:
            self.clear_errors()
            self.set_error("to", self.tr("This is the account it comes out of; choose another."), at=self._to)
            return
        super().submit()

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that moves the money. Raises RuleViolation naming the field."""
        amount = self._amount.read("amount", empty=0)
        if amount <= 0:
            raise AmountNotPositive(field="amount")
        command = PostJournal(
            postings=(
                Posting(AccountId(self._to.value), amount),
                Posting(AccountId(self._from.value), -amount),
            ),
            entered_on=self._date.read("date"),
            narration=self._note.text(),
            reference=self._reference.text(),
        )
        return partial(post_journal, command=command)

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        out_of, into = self._from.currentText(), self._to.currentText()

        def saved(outcome: Outcome[Posted]) -> None:
            amount = self._context.amount(outcome.value.total_minor, symbol=True)
            words = self.tr("{amount} moved from {out_of} to {into}")
            self._context.posted(words.format(amount=amount, out_of=out_of, into=into), outcome.value)

        self._context.submit(self, operation, saved)
