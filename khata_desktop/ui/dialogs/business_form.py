"""The business as it stands on its papers: name, address, phone, tax number, currency, terms."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.domain.records import FieldValue
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.currencies import currency_choices
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.note_edit import NoteEdit

if TYPE_CHECKING:
    from khata_desktop.services.outcome import Outcome


class BusinessForm(Form):
    """Changes the business record; the currency only while nothing was posted."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", "")
        self._context = context
        business = context.business
        self.set_title(self.tr("Your shop"))
        self.primary_button().set_label(self.tr("Save"))
        self.name = QLineEdit(business.name)
        self.address = NoteEdit(business.address, lines=2)
        self.phone = _left_to_right(QLineEdit(business.phone))
        self.email = _left_to_right(QLineEdit(business.email))
        self.tax_number = _left_to_right(QLineEdit(business.tax_number))
        self.currency = ChoiceBox(currency_choices(), current=business.currency_code)
        self.currency.setEnabled(not business.has_vouchers)
        self.terms = NoteEdit(business.terms, lines=3)
        self.add_field("name", self.tr("Name"), self.name)
        self.add_field("address", self.tr("Address"), self.address)
        self.add_row([("phone", self.tr("Phone"), self.phone), ("email", self.tr("E-mail"), self.email)])
        self.add_field("tax_number", self.tr("Tax number"), self.tax_number)
        fixed = self.tr("Fixed, for there are entries in it.") if business.has_vouchers else ""
        self.add_field("currency", self.tr("Currency"), self.currency, hint=fixed)
        self.add_field(
            "terms", self.tr("Terms"), self.terms, hint=self.tr("Printed at the foot of every bill.")
        )
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def command(self) -> dict[str, FieldValue]:
        """Return the fields to change. Raises NameRequired."""
        if not self.name.text().strip():
            raise NameRequired
        values: dict[str, FieldValue] = {
            "name": self.name.text(),
            "address": self.address.text,
            "phone": self.phone.text(),
            "email": self.email.text(),
            "tax_number": self.tax_number.text(),
            "terms": self.terms.text,
        }
        if self.currency.isEnabled():
            values["currency"] = self.currency.value
        return values

    def _on_submitted(self, values: dict[str, FieldValue]) -> None:
        from khata_desktop.services.records import change_business

        def saved(_: "Outcome[Any]") -> None:
            self._context.toast(self.tr("Your shop's details are saved."))

        self._context.submit(self, partial(change_business, values=values), saved)


def _left_to_right(edit: QLineEdit) -> QLineEdit:
    # Phones, addresses of e-mail and numbers read from left to right in every language.
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return edit
