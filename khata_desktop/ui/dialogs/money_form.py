"""Money received and money paid: from whom, how much, into what, and for which bills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from khata_desktop.domain.accounts import CASH, AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.voucher_errors import PartyRequired
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.reports.pickers import OpenItem, PartyPick, open_items_for_party
from khata_desktop.reports.voucher_detail import VoucherDetail
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.services.receiving import RecordMoney, record_payment, record_receipt
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.allocation_list import AllocationList
from khata_desktop.ui.dialogs.party_field import PartyField
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import AmountEdit

#: Accounts that money in or out is never booked to by hand: they follow from other vouchers.
_FOLLOWING = frozenset({AccountUse.SALES, AccountUse.COST, AccountUse.ROUNDING})


class MoneyForm(Form):
    """A receipt (`incoming`) or a payment. The oldest dues are settled first unless the user chooses.

    With `corrects` the form is filled from a posted voucher and posts its correction; with `like` it is
    filled from one and posts another, of today.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        incoming: bool,
        party: PartyPick | None = None,
        corrects: VoucherDetail | None = None,
        like: VoucherDetail | None = None,
        on_saved: Callable[[Posted], None] | None = None,
    ) -> None:
        super().__init__("", "")
        self._context = context
        self._incoming = incoming
        self._corrects = corrects
        self._on_saved = on_saved
        self._filled_from = corrects or like
        self.voucher_kind = VoucherKind.RECEIPT if incoming else VoucherKind.PAYMENT
        self.draft_key = "/".join(
            ["receipt" if incoming else "payment", *([corrects.voucher_id.hex()] if corrects else [])]
        )
        self._open: list[OpenItem] = []
        self._accounts: list[AccountRow] = []
        self._name_form()
        self._what = SegmentedControl(
            [
                (True, self.tr("From a khata") if incoming else self.tr("To a khata")),
                (False, self.tr("Other income") if incoming else self.tr("An expense")),
            ]
        )
        self._what.choice_changed.connect(self._show_what)
        self._party = PartyField(context, party)
        self._party.party_changed.connect(self._on_party_party_changed)
        self._for = ChoiceBox()
        self._amount = AmountEdit(context.style, symbol=True)
        self._amount.value_changed.connect(self._show_after)
        self._after = Label("", tone="muted", wrap=True)
        self._money = ChoiceBox()
        self._date = DateEdit(context.style, context.today)
        self._settle = SegmentedControl(
            [(False, self.tr("Oldest first")), (True, self.tr("Let me choose"))], current=False
        )
        self._settle.choice_changed.connect(self._show_settling)
        self._allocations = AllocationList(context)
        self._note = QLineEdit()
        self._reference = QLineEdit()
        self._lay_fields()
        if self._filled_from is not None:
            self._fill(self._filled_from)
        context.runner.query(partial(accounts_list), self._take_accounts, key=self)
        if party is not None:
            self._on_party_party_changed(party)
        self._show_what()
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _name_form(self) -> None:
        if self._corrects is not None:
            self.set_title(self.tr("Correct {number}").format(number=self._corrects.number))
            self.primary_button().set_label(self.tr("Save correction"))
        elif self._incoming:
            self.set_title(self.tr("Receipt"))
            self.primary_button().set_label(self.tr("Save: money received"))
        else:
            self.set_title(self.tr("Payment"))
            self.primary_button().set_label(self.tr("Save: money paid"))
        self.primary_button().set_kind("got" if self._incoming else "gave")

    def _lay_fields(self) -> None:
        incoming = self._incoming
        self.add_widget(self._what)
        self.add_field("party", self.tr("Received from") if incoming else self.tr("Paid to"), self._party)
        self.add_field("for_account", self.tr("For"), self._for)
        self.add_field("amount", self.tr("Amount"), self._amount)
        self.add_widget(self._after)
        self.add_row(
            [
                ("account", self.tr("Into") if incoming else self.tr("Out of"), self._money),
                ("date", self.tr("Date"), self._date),
            ]
        )
        self._settle_field = self.add_field("settle", self.tr("Settles"), self._settle)
        self._allocation_field = self.add_field("allocations", "", self._allocations)
        self.add_field("narration", self.tr("Note"), self._note)
        self.add_field("reference", self.tr("Cheque or reference number"), self._reference)

    def focus_first(self) -> None:
        """Go straight to the amount when the party is known."""
        (self._amount if self._party.party_id is not None else self._party).setFocus()

    def _fill(self, detail: VoucherDetail) -> None:
        self._what.set_value(detail.party_id is not None)
        if detail.party_id is not None:
            self._party.set_party_id(detail.party_id)
        self._amount.set_value(detail.total_minor)
        if self._corrects is not None:
            self._date.set_value(detail.posted_on)
        self._note.setText(detail.narration)
        self._reference.setText(detail.reference)

    def _take_accounts(self, accounts: Sequence[AccountRow]) -> None:
        self._accounts = list(accounts)
        money = [a for a in accounts if a.use in (AccountUse.CASH, AccountUse.BANK)]
        filled = self._filled_from
        kept = filled.prefill.money_account_id if filled else CASH
        self._money.set_choices([(a.account_id, account_name(a)) for a in money], current=kept)
        kinds = (
            {AccountKind.INCOME, AccountKind.EQUITY, AccountKind.LIABILITY}
            if self._incoming
            else {AccountKind.EXPENSE, AccountKind.EQUITY, AccountKind.LIABILITY, AccountKind.ASSET}
        )
        others = [
            a
            for a in accounts
            if a.kind in kinds and a.use in (AccountUse.OTHER, AccountUse.TAX) and a.use not in _FOLLOWING
        ]
        others.sort(key=lambda a: a.kind not in (AccountKind.EXPENSE, AccountKind.INCOME))
        chosen = filled.prefill.other_account_id if filled else None
        self._for.set_choices([(a.account_id, account_name(a)) for a in others], current=chosen)

    def _on_party_party_changed(self, party: PartyPick | None) -> None:
        self._open = []
        self._show_settling()
        self._show_after()
        if party is not None:
            corrects = self._corrected(party)
            without = VoucherId(corrects.voucher_id) if corrects is not None else None
            self._context.runner.query(
                partial(open_items_for_party, party_id=PartyId(party.party_id), without=without),
                self._take_open_items,
                key=self._allocations,
            )

    def _take_open_items(self, items: Sequence[OpenItem]) -> None:
        sign = 1 if self._incoming else -1
        self._open = [item for item in items if item.open_minor * sign > 0]
        corrects = self._corrected(self._party.pick)
        self._allocations.set_items(self._open, corrects.prefill.allocations if corrects else ())
        for edit in self._allocations.edits:
            self.watch(edit)
        if corrects is not None and not self.dirty:
            # What was chosen once stays chosen until somebody chooses otherwise.
            self._settle.set_value(not self._allocations.is_oldest_first(corrects.total_minor))
        self.order_tabs()
        self._show_settling()

    def _corrected(self, party: PartyPick | None) -> VoucherDetail | None:
        """Return the voucher that is corrected, where it is of this party."""
        corrects = self._corrects
        return corrects if corrects and party and corrects.party_id == party.party_id else None

    def _show_what(self, _value: object = None) -> None:
        khata = bool(self._what.value)
        self.field("party").setVisible(khata)
        self.field("for_account").setVisible(not khata)
        self._show_settling()
        self._show_after()

    def _show_settling(self, chosen: object = None) -> None:
        offered = bool(self._what.value) and bool(self._open)
        self._settle_field.setVisible(offered)
        self._allocation_field.setVisible(offered and bool(self._settle.value))
        if chosen is True:
            self._allocations.spread(self._amount.value or 0)

    def _show_after(self, _value: object = None) -> None:
        """Tell the balance as it is, and as it will be."""
        pick = self._party.pick
        if pick is None or not self._what.value:
            self._after.setVisible(False)
            return
        amount = self._amount.value or 0
        before = pick.balance_minor
        if (corrects := self._corrected(pick)) is not None:
            before += corrects.total_minor if self._incoming else -corrects.total_minor
        after = before - amount if self._incoming else before + amount
        self._after.setText(self.tr("Khata now: {balance}").format(balance=self._balance_words(before)))
        if amount:
            words = self.tr("Khata now: {before}, then: {after}")
            self._after.setText(
                words.format(before=self._balance_words(before), after=self._balance_words(after))
            )
        self._after.setVisible(True)

    def _balance_words(self, balance: int) -> str:
        amount = self._context.amount(abs(balance))
        if balance > 0:
            return self.tr("↑ {amount} to collect").format(amount=amount)
        if balance < 0:
            return self.tr("↓ {amount} to pay").format(amount=amount)
        return self.tr("clear")

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that records the money. Raises RuleViolation naming the field."""
        khata = bool(self._what.value)
        if khata and self._party.party_id is None:
            raise PartyRequired
        chosen = khata and bool(self._open) and bool(self._settle.value)
        command = RecordMoney(
            amount_minor=self._amount.read("amount", empty=0),
            paid_on=self._date.read("date"),
            party_id=self._party.party_id if khata else None,
            for_account_id=None if khata or self._for.value is None else AccountId(self._for.value),
            account_id=AccountId(self._money.value or CASH),
            allocations=self._allocations.allocations() if chosen else None,
            narration=self._note.text(),
            reference=self._reference.text(),
            corrects=VoucherId(self._corrects.voucher_id) if self._corrects else None,
        )
        return partial(record_receipt if self._incoming else record_payment, command=command)

    def kept_parts(self) -> dict[str, QWidget]:
        """What it is for comes first: it decides which fields there are."""
        return {"what": self._what, **super().kept_parts()}

    def culprit(self, name: str, error: BaseException) -> QWidget | None:
        """Go to the bill that an error about what is settled speaks of."""
        return self._allocations.culprit() if name == "allocations" else super().culprit(name, error)

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        name = self._party.name if self._what.value else self._for.currentText()

        def saved(outcome: Outcome[Posted]) -> None:
            amount = self._context.amount(outcome.value.total_minor, symbol=True)
            received, paid = self.tr("Received {amount} from {name}"), self.tr("Paid {amount} to {name}")
            if not self._what.value:
                received, paid = self.tr("Received {amount}: {name}"), self.tr("Paid {amount}: {name}")
            words = (received if self._incoming else paid).format(amount=amount, name=name)
            self._context.posted(words, outcome.value)
            if self._on_saved is not None:
                self._on_saved(outcome.value)

        self._context.submit(self, operation, saved)
