"""'You gave' and 'you got': an entry in a khata in three actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from khata_desktop.domain.accounts import BANK, CASH, COST_OF_GOODS, SALES
from khata_desktop.domain.ids import PartyId, VoucherId
from khata_desktop.domain.voucher_errors import PartyRequired
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.pickers import PartyPick
from khata_desktop.reports.voucher_detail import VoucherDetail
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.party_field import PartyField
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.sum_edit import AmountEdit


class KhataForm(Form):
    """Party, amount, save; the rest is filled in and can be changed.

    With `corrects` the form is filled from a posted entry and posts its correction; with `like` it is filled
    from one and posts another, of today.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        gave: bool,
        party: PartyPick | None = None,
        corrects: VoucherDetail | None = None,
        like: VoucherDetail | None = None,
        on_saved: Callable[[Posted], None] | None = None,
    ) -> None:
        super().__init__("", "")
        self._context = context
        self._corrects = corrects
        self._on_saved = on_saved
        self.draft_key = "/".join(["khata", *([corrects.voucher_id.hex()] if corrects else [])])
        self.voucher_kind = VoucherKind.KHATA_ENTRY
        self._party = PartyField(context, party)
        self._party.party_changed.connect(self._on_party_party_changed)
        self._direction = SegmentedControl(
            [(True, self.tr("↑ You gave")), (False, self.tr("↓ You got"))], current=gave
        )
        self._direction.choice_changed.connect(self._show_direction)
        self._amount = AmountEdit(context.style, symbol=True)
        self._against = SegmentedControl()
        self._date = DateEdit(context.style, context.today)
        self._note = QLineEdit()
        self._reference = QLineEdit()
        self.add_field("party", self.tr("Party"), self._party)
        self.add_field(
            "amount",
            self.tr("Amount"),
            self._amount,
            hint=self.tr("Sums work too: 3*120+50"),
        )
        self.add_widget(self._direction)
        self.add_field("account", self.tr("What was it?"), self._against)
        self.add_field("date", self.tr("Date"), self._date)
        self.add_field("narration", self.tr("Note"), self._note)
        self.add_field("reference", self.tr("Reference"), self._reference)
        self._chosen_against: object = None
        self._against.choice_changed.connect(self._on_against_choice_changed)
        if filled_from := corrects or like:
            self._fill(filled_from)
        self._show_direction()
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def focus_first(self) -> None:
        """Go straight to the amount when the party is known."""
        (self._amount if self._party.party_id is not None else self._party).setFocus()

    def _fill(self, detail: VoucherDetail) -> None:
        if detail.party_id is not None:
            self._party.set_party_id(detail.party_id)
        if detail.prefill.gave is not None:
            self._direction.set_value(detail.prefill.gave)
        self._amount.set_value(detail.total_minor)
        if self._corrects is not None:
            self._date.set_value(detail.posted_on)
        self._note.setText(detail.narration)
        self._reference.setText(detail.reference)
        self._chosen_against = detail.prefill.other_account_id or detail.prefill.money_account_id

    def _on_party_party_changed(self, _party: object) -> None:
        self._show_direction()

    def _on_against_choice_changed(self, value: object) -> None:
        self._chosen_against = value

    def _show_direction(self, _value: object = None) -> None:
        gave = bool(self._direction.value)
        button = self.primary_button()
        button.set_kind("gave" if gave else "got")
        if self._corrects is not None:
            self.set_title(self.tr("Correct {number}").format(number=self._corrects.number))
            button.set_label(self.tr("Save correction"))
        else:
            self.set_title(self.tr("You gave") if gave else self.tr("You got"))
            button.set_label(self.tr("Save: you gave") if gave else self.tr("Save: you got"))
        supplier = self._party.kind == "supplier"
        goods = (COST_OF_GOODS if supplier else SALES, self.tr("Goods"))
        choices = [goods, (CASH, self.tr("Cash")), (BANK, self.tr("Bank"))]
        usual = goods[0] if gave != supplier else CASH
        self._against.set_choices(choices, current=self._chosen_against or usual)

    def kept_parts(self) -> dict[str, QWidget]:
        """The direction decides what it may have been."""
        return {"direction": self._direction, **super().kept_parts()}

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that records the entry. Raises RuleViolation naming the field."""
        party_id = self._party.party_id
        if party_id is None:
            raise PartyRequired
        command = RecordKhataEntry(
            party_id=PartyId(party_id),
            gave=bool(self._direction.value),
            amount_minor=self._amount.read("amount", empty=0),
            entered_on=self._date.read("date"),
            against_id=self._against.value,
            narration=self._note.text(),
            reference=self._reference.text(),
            corrects=VoucherId(self._corrects.voucher_id) if self._corrects else None,
        )
        return partial(record_khata_entry, command=command)

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        name, gave = self._party.name, bool(self._direction.value)

        def saved(outcome: Outcome[Posted]) -> None:
            amount = self._context.amount(outcome.value.total_minor, symbol=True)
            words = (
                self.tr("You gave {amount} to {name}") if gave else self.tr("You got {amount} from {name}")
            )
            self._context.posted(words.format(amount=amount, name=name), outcome.value)
            if self._on_saved is not None:
                self._on_saved(outcome.value)

        self._context.submit(self, operation, saved)
