"""Stock brought in: what was on the shelf when the book began, or came since."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.ids import ItemId
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.reports.profiles import ItemProfile
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import PriceEdit, QuantityEdit


class StockForm(Form):
    """How much came in, and what one of it cost."""

    def __init__(self, context: PageContext, profile: ItemProfile) -> None:
        super().__init__("", "")
        self._context = context
        self._profile = profile
        self.draft_key = f"stock/{profile.item_id.hex()}"
        style = context.style
        self.set_title(self.tr("Stock in: {name}").format(name=profile.name))
        self.primary_button().set_label(self.tr("Add to stock"))
        self._quantity = QuantityEdit(style, unit=profile.unit)
        self._cost = PriceEdit(style, value=profile.cost_e4)
        self._value = Label("", tone="muted")
        self._date = DateEdit(style, context.today)
        self._note = QLineEdit()
        self.add_field("quantity", self.tr("Quantity"), self._quantity)
        self.add_field("cost_e4", self.tr("Cost of one"), self._cost)
        self.add_widget(self._value)
        self.add_field("date", self.tr("Date"), self._date)
        self.add_field("narration", self.tr("Note"), self._note)
        self._quantity.value_changed.connect(self._show_value)
        self._cost.value_changed.connect(self._show_value)
        self._show_value()
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _worth(self) -> int:
        exponent = self._context.currency.exponent
        return line_amount_minor(self._quantity.value or 0, self._cost.value or 0, exponent)

    def _show_value(self, _value: object = None) -> None:
        amount = self._context.amount(self._worth(), symbol=True)
        self._value.setText(self.tr("Worth {amount}").format(amount=amount))

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that brings the stock in. Raises RuleViolation naming the field."""
        quantity, cost = self._quantity.read("quantity", empty=0), self._cost.read("cost_e4", empty=0)
        command = BringIn(
            item_id=ItemId(self._profile.item_id),
            quantity_milli=quantity,
            amount_minor=line_amount_minor(quantity, cost, self._context.currency.exponent),
            entered_on=self._date.read("date"),
            narration=self._note.text(),
        )
        return partial(bring_in_balance, command=command)

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        quantity = self._context.style.quantity_of(self._quantity.value or 0, self._profile.unit)

        def saved(outcome: Outcome[Posted]) -> None:
            words = self.tr("{quantity} of {name} came in").format(quantity=quantity, name=self._profile.name)
            self._context.posted(words, outcome.value)

        self._context.submit(self, operation, saved)
