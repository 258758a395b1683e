"""A journal voucher: accounts, debit, credit, and the difference that must be nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.voucher_errors import (
    AccountRequired,
    PartyRequired,
    VoucherEmpty,
    VoucherUnbalanced,
)
from khata_desktop.domain.vouchers import Posting, VoucherKind
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.reports.voucher_detail import VoucherDetail
from khata_desktop.services.khata import PostJournal, post_journal
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.party_field import PartyField
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.form_parts import part_draft, take_part_draft
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import AmountEdit

#: The accounts that carry khatas: a posting to one of them names the party.
_CONTROL = frozenset({AccountUse.RECEIVABLE, AccountUse.PAYABLE})


class _Row:
    """One posting as entered: account, party where the account carries khatas, debit or credit."""

    def __init__(self, form: JournalForm, accounts: Sequence[tuple[AccountId | None, str]]) -> None:
        style = form.page_context.style
        self.account = ChoiceBox(accounts)
        self.party = PartyField(form.page_context)
        self.debit, self.credit = AmountEdit(style), AmountEdit(style)
        self.error = Label("", size="small", tone="gave", wrap=True)
        self.error.hide()
        self.account.choice_changed.connect(form.show_state)
        self.debit.value_changed.connect(form.show_state)
        self.credit.value_changed.connect(form.show_state)

    @property
    def editors(self) -> tuple[QWidget, ...]:
        """The editors of the line, in their order."""
        return (self.account, self.party, self.debit, self.credit)

    def set_error(self, text: str) -> None:
        """Say under the line what is wrong with it; "" clears."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    @property
    def last_amount(self) -> AmountEdit:
        """The side that was filled in, the credit side of an empty line."""
        return self.debit if self.debit.value and not self.credit.value else self.credit

    @property
    def amount_minor(self) -> int:
        """Debit positive."""
        return (self.debit.value or 0) - (self.credit.value or 0)


class JournalForm(Form):
    """Any postings that balance; for the accountant. Filled from a voucher that it corrects, or is `like`.

    Attributes:
        page_context: what the form was given.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        corrects: VoucherDetail | None = None,
        like: VoucherDetail | None = None,
        on_saved: Callable[[Posted], None] | None = None,
    ) -> None:
        super().__init__("", "")
        self.page_context = context
        self._corrects = corrects
        self._on_saved = on_saved
        self._filled_from = filled = corrects or like
        self.voucher_kind = VoucherKind.JOURNAL
        self.draft_key = "/".join(["journal", *([corrects.voucher_id.hex()] if corrects else [])])
        self._accounts: list[AccountRow] = []
        self._rows: list[_Row] = []
        self._wrong: _Row | None = None
        self.set_title(
            self.tr("Correct {number}").format(number=corrects.number)
            if corrects
            else self.tr("Journal voucher")
        )
        self.primary_button().set_label(self.tr("Save correction") if corrects else self.tr("Save"))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._more = Button(self.tr("Another line"), kind="ghost", icon="plus")
        self._more.clicked.connect(self._on_more_clicked)
        self._state = Label("", tone="muted")
        self._date = DateEdit(context.style, context.today, value=corrects.posted_on if corrects else None)
        self._note = QLineEdit(filled.narration if filled else "")
        self._reference = QLineEdit(filled.reference if filled else "")
        self.add_field("date", self.tr("Date"), self._date)
        self.add_field("postings", "", self._table)
        self.add_widget(self._more)
        self.add_widget(self._state)
        self.add_field("narration", self.tr("Note"), self._note)
        self.add_field("reference", self.tr("Reference"), self._reference)
        report = partial(accounts_list, by_hand=True)
        context.runner.query(report, self._take_accounts, self.show_error, key=self)
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _take_accounts(self, accounts: Sequence[AccountRow]) -> None:
        self._accounts = list(accounts)
        postings = self._filled_from.postings if self._filled_from else ()
        for _ in range(max(len(postings), 2)):
            self._add_row()
        for row, posting in zip(self._rows, postings, strict=False):
            row.account.set_value(posting.account_id)
            if posting.party_id is not None:
                row.party.set_party_id(posting.party_id)
            (row.debit if posting.amount_minor > 0 else row.credit).set_value(abs(posting.amount_minor))
        self.show_state()
        self.set_clean()

    def _on_more_clicked(self) -> None:
        self._add_row()
        self._rows[-1].account.setFocus()

    def _add_row(self) -> None:
        choices: list[tuple[AccountId | None, str]] = [(None, self.tr("Choose an account"))]
        choices += [(a.account_id, account_name(a)) for a in self._accounts]
        row = _Row(self, choices)
        line = 5 * len(self._rows)
        self._rows.append(row)
        # Account, party and amounts stand under each other: the sheet is no wider in any language.
        self._grid.addWidget(row.account, line, 0, 1, 2)
        self._grid.addWidget(row.party, line + 1, 0, 1, 2)
        for column, (edit, words) in enumerate(
            ((row.debit, self.tr("Debit")), (row.credit, self.tr("Credit")))
        ):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            self._grid.addWidget(edit, line + 2, column)
        self._grid.addWidget(row.error, line + 3, 0, 1, 2)
        self._grid.setRowMinimumHeight(line + 4, 4)
        for editor in row.editors:
            self.watch(editor)
        row.account.choice_changed.connect(lambda: row.set_error(""))
        row.party.party_changed.connect(lambda: row.set_error(""))
        self.order_tabs()
        self.show_state()

    def go_on(self, start: QWidget | None = None) -> None:
        """After the last amount another line begins, as long as something is missing on one side."""
        last = self._rows[-1] if self._rows else None
        if last is not None and last.credit.hasFocus() and self._difference_minor and last.amount_minor:
            self._on_more_clicked()
            return
        super().go_on(start)

    @property
    def _difference_minor(self) -> int:
        return sum(row.amount_minor for row in self._rows)

    def _carries_khatas(self, row: _Row) -> bool:
        return any(a.account_id == row.account.value and a.use in _CONTROL for a in self._accounts)

    def show_state(self, _value: object = None) -> None:
        """Show the party field where one is needed, and what the sides differ by."""
        for row in self._rows:
            row.party.setVisible(self._carries_khatas(row))
        difference = self._difference_minor
        amount = self.page_context.amount(abs(difference))
        self._state.setText(
            self.tr("Debit and credit are equal")
            if not difference
            else self.tr("{amount} more on the debit side").format(amount=amount)
            if difference > 0
            else self.tr("{amount} more on the credit side").format(amount=amount)
        )
        self._state.set_tone("warn" if difference else "muted")

    def kept_parts(self) -> dict[str, QWidget]:
        """The lines are kept by themselves."""
        return {name: part for name, part in super().kept_parts().items() if name != "postings"}

    def draft(self) -> dict[str, Any]:
        """Return what was entered, the lines with it."""
        lines = [[part_draft(editor) for editor in row.editors] for row in self._rows]
        return {**super().draft(), "lines": lines}

    def take_draft(self, draft: dict[str, Any]) -> None:
        """Enter the lines again too."""
        lines = draft.get("lines", [])
        while len(self._rows) < len(lines):
            self._add_row()
        for row, states in zip(self._rows, lines, strict=False):
            for editor, state in zip(row.editors, states, strict=True):
                if state is not None:
                    take_part_draft(editor, state)
        super().take_draft(draft)
        self.show_state()

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that posts the journal. Raises RuleViolation naming the field."""
        postings = []
        self._wrong = None
        for row in self._rows:
            row.debit.read("postings", empty=0)
            row.credit.read("postings", empty=0)
            if not row.amount_minor:
                continue
            if row.account.value is None:
                self._wrong = row
                raise AccountRequired(field="postings")
            party: PartyId | None = None
            if self._carries_khatas(row):
                party = row.party.party_id
                if party is None:
                    self._wrong = row
                    raise PartyRequired(field="postings")
            postings.append(Posting(AccountId(row.account.value), row.amount_minor, party))
        if not postings:
            raise VoucherEmpty(field="postings")
        if difference := sum(p.amount_minor for p in postings):
            raise VoucherUnbalanced(difference_minor=difference)
        command = PostJournal(
            postings=tuple(postings),
            entered_on=self._date.read("date"),
            narration=self._note.text(),
            reference=self._reference.text(),
            corrects=VoucherId(self._corrects.voucher_id) if self._corrects else None,
        )
        return partial(post_journal, command=command)

    def culprit(self, name: str, error: BaseException) -> QWidget | None:
        """Go to the amount that cannot be read, else to the last one."""
        if name != "postings":
            return super().culprit(name, error)
        sides = [side for row in self._rows for side in (row.debit, row.credit)]
        unread = (side for side in sides if side.text().strip() and side.value is None)
        filled = [row for row in self._rows if row.amount_minor]
        return next(unread, filled[-1].last_amount if filled else self._rows[0].account)

    def set_error(self, name: str, text: str, *, at: QWidget | None = None) -> None:
        """Say under its line what is wrong with one line."""
        wrong, self._wrong = self._wrong, None
        if wrong is None:
            super().set_error(name, text, at=at)
            return
        wrong.set_error(text)
        self.go_to(wrong.account if wrong.account.value is None else wrong.party)

    def clear_errors(self) -> None:
        """Take away the marks of the lines too."""
        super().clear_errors()
        for row in self._rows:
            row.set_error("")

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        def saved(outcome: Outcome[Posted]) -> None:
            words = self.tr("{number} was posted").format(number=outcome.value.number)
            self.page_context.posted(words, outcome.value)
            if self._on_saved is not None:
                self._on_saved(outcome.value)

        self.page_context.submit(self, operation, saved)
