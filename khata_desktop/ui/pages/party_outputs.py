"""What leaves a party's page: the statement on paper or by message, and the table."""

from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.profiles import PartyProfile
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.paper.documents import PaperChoice, statement_job
from khata_desktop.ui.paper.output import send_message
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.widgets.button import Button


class PartyOutputs(QObject):
    """The three buttons at the far end of the filter row.

    Signals:
        table_wanted: the rows shown are to be saved as a table.
    """

    table_wanted = Signal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._profile: PartyProfile | None = None
        self._period = ALL_TIME
        self._statement = Button("", icon="pdf", shortcut="Alt+P")
        self._whatsapp = Button("", icon="message")
        self._excel = Button("", icon="table")
        self._statement.clicked.connect(self._on_statement_clicked)
        self._whatsapp.clicked.connect(self._on_whatsapp_clicked)
        self._excel.clicked.connect(self.table_wanted)

    @property
    def buttons(self) -> tuple[Button, Button, Button]:
        """In the order in which they stand on every page."""
        return self._statement, self._whatsapp, self._excel

    def set_party(self, profile: PartyProfile, period: Period) -> None:
        """Say whose statement it is, and of which days."""
        self._profile, self._period = profile, period

    def clear(self) -> None:
        """Hand nothing out until the next party is known."""
        self._profile = None

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._statement.set_label(self.tr("Statement"))
        self._whatsapp.set_label(self.tr("WhatsApp"))
        self._excel.set_label(self.tr("Excel"))

    def _on_statement_clicked(self) -> None:
        if self._profile is None:
            return
        job = statement_job(self._context, self._profile.party_id, self._profile.name, self._period)
        PaperPreview(self._context, job, self._page.window()).open()

    def _on_whatsapp_clicked(self) -> None:
        if self._profile is None:
            return
        job = statement_job(self._context, self._profile.party_id, self._profile.name, self._period)
        choice = PaperChoice(paper="A4", language=cast(Any, self._context.business.language))
        self._context.runner.call(
            lambda books: job.make(books, choice), send_message, self._context.show_error
        )
