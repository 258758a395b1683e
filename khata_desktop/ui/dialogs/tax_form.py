"""Add a tax, or change one."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from khata_desktop.domain.ids import TaxId
from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.domain.records import FieldValue
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.sum_edit import RateEdit

if TYPE_CHECKING:
    from khata_desktop.reports.profiles import TaxRow
    from khata_desktop.services.outcome import Outcome


class TaxForm(Form):
    """Name, rate, and whether it is reckoned on the price with the taxes before it."""

    def __init__(self, context: PageContext, *, tax: "TaxRow | None" = None) -> None:
        super().__init__("", "")
        self._context = context
        self._tax = tax
        self.set_title(self.tr("Change the tax") if tax else self.tr("New tax"))
        self.primary_button().set_label(self.tr("Save") if tax else self.tr("Add"))
        self.name = QLineEdit(tax.name if tax else "")
        self.name.setPlaceholderText(self.tr("for example Sales tax or GST"))
        self.rate = RateEdit(context.style, value=tax.rate_ppm if tax else None)
        self.compound = QCheckBox(self.tr("On top of the other taxes of the line"))
        self.compound.setChecked(bool(tax and tax.compound))
        self.add_field("name", self.tr("Name on the bill"), self.name)
        hint = self.tr("Bills already written keep the rate they were written with.") if tax else ""
        self.add_field("rate_ppm", self.tr("Rate in percent"), self.rate, hint=hint)
        self.add_widget(self.compound)
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def command(self) -> dict[str, FieldValue]:
        """Return the fields of the tax. Raises NameRequired, NumberMissing or another RuleViolation."""
        if not self.name.text().strip():
            raise NameRequired
        return {
            "name": self.name.text(),
            "rate_ppm": self.rate.read("rate_ppm"),
            "compound": self.compound.isChecked(),
        }

    def _on_submitted(self, values: dict[str, FieldValue]) -> None:
        from khata_desktop.services.records import save_tax

        own = TaxId(self._tax.tax_id) if self._tax else None

        def saved(_: "Outcome[Any]") -> None:
            self._context.toast(self.tr("{name} is saved.").format(name=values["name"]))

        self._context.submit(self, partial(save_tax, values=values, tax_id=own), saved)
