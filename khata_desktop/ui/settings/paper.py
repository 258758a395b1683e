"""Bills and printing: paper, printers, language, rounding, the payment QR."""

from PySide6.QtWidgets import QLineEdit

from khata_desktop.config import LANGUAGES
from khata_desktop.formatting import LANGUAGE_NAMES, isolated
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox

#: Paper kinds by their name in the business record, and in `AppConfig.printers`.
PAPERS = (("A4", "a4"), ("A5", "a5"), ("80mm", "80mm"))
#: What bills can be rounded to, in major units; None leaves them.
_STEPS = (0, 1, 5, 10)


def printer_names() -> list[str]:
    """Return the names of the printers this computer knows. Asking the print system can take a moment."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames()


class PaperSection(SettingsSection):
    """Paper and language of bills belong to the business, printers to this computer."""

    topics = frozenset({Topic.BUSINESS})

    def build(self) -> None:
        """Make the groups."""
        self._build_bills()
        self._build_printers()
        self._build_payment()
        self.column.addStretch(1)

    def _build_bills(self) -> None:
        group = SettingGroup(self.tr("Bills"))
        self.paper = SegmentedControl([(name, isolated(name)) for name, _ in PAPERS])
        self.paper.choice_changed.connect(lambda value: self.change_business({"paper": value}))
        group.add_row(
            self.tr("Paper"),
            self.paper,
            self.tr("What the print key prints on; the preview offers the others."),
        )
        self.language = ChoiceBox([(language, LANGUAGE_NAMES[language]) for language in LANGUAGES])
        self.language.choice_changed.connect(lambda value: self.change_business({"language": value}))
        group.add_row(
            self.tr("Language of bills"),
            self.language,
            self.tr("May differ from the language of the program."),
        )
        unit = 10**self.context.currency.exponent
        steps = [
            (step * unit, self.context.style.amount(step * unit) if step else self.tr("Off"))
            for step in _STEPS
        ]
        self.rounding = SegmentedControl(steps)
        self.rounding.choice_changed.connect(lambda value: self.change_business({"round_to_minor": value}))
        group.add_row(
            self.tr("Round bills to"),
            self.rounding,
            self.tr("The difference is shown on the bill and booked as rounding."),
        )
        self.column.addWidget(group)

    def _build_printers(self) -> None:
        group = SettingGroup(self.tr("Printers of this computer"))
        names = printer_names()
        choices = [("", self.tr("Ask each time")), *((name, name) for name in names)]
        self.printers: dict[str, ChoiceBox] = {}
        for shown, key in PAPERS:
            box = ChoiceBox(choices)
            box.setMaximumWidth(320)
            box.choice_changed.connect(lambda value, paper=key: self._on_printer_choice_changed(paper, value))
            self.printers[key] = box
            group.add_row(self.tr("For {paper}").format(paper=isolated(shown)), box)
        self.column.addWidget(group)

    def _build_payment(self) -> None:
        group = SettingGroup(self.tr("Payment QR"))
        self.payment_id = QLineEdit()
        self.payment_id.setMinimumWidth(320)
        self.payment_id.setMaxLength(200)
        self.payment_id.editingFinished.connect(self._on_payment_id_editing_finished)
        self.payment_row = group.add_row(
            self.tr("Payment address"),
            self.payment_id,
            self.tr("UPI address (shop@bank), Raast IBAN, or any link. Empty prints no QR."),
        )
        self.column.addWidget(group)

    def refresh(self) -> None:
        """Show the choices in force."""
        business, config = self.context.business, self.context.config
        self.paper.set_value(business.paper)
        self.language.set_value(business.language)
        self.rounding.set_value(business.round_to_minor)
        for key, box in self.printers.items():
            box.set_value(config.printers.get(key, ""))
        if not self.payment_id.hasFocus():
            self.payment_id.setText(business.payment_id)
            self.payment_id.setCursorPosition(0)

    def _on_printer_choice_changed(self, paper: str, name: str) -> None:
        kept = {key: value for key, value in self.context.config.printers.items() if key != paper}
        self.context.change_config(printers={**kept, paper: name} if name else kept)

    def _on_payment_id_editing_finished(self) -> None:
        text = self.payment_id.text().strip()
        if text != self.context.business.payment_id:
            self.change_business({"payment_id": text})
