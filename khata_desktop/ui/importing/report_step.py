"""What an import will do, or did: counts, what is worth knowing, and the refused lines with their reasons."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.interchange.importing import ImportReport
from khata_desktop.services.importing import Refusal
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.importing.words import import_notice
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.label import Label

_SHOWN_REFUSALS = 2_000


class ReportStep(QWidget):
    """Shows an `ImportReport`, of a dry run or of the import itself."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._report: ImportReport | None = None
        self._lines, self._come_in = FigureCard(""), FigureCard("")
        self._there, self._refused = FigureCard(""), FigureCard("")
        self._made = Label("", wrap=True)
        self._notices = Label("", tone="warn", wrap=True)
        self._refused_words = Label("", bold=True)
        self._model = TableModel(())
        self._table = DataTable(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(FigureRow([self._lines, self._come_in, self._there, self._refused]))
        column.addWidget(self._made)
        column.addWidget(self._notices)
        column.addWidget(self._refused_words)
        column.addWidget(self._table, 1)
        self.retranslate()

    def take(self, report: ImportReport) -> None:
        """Show a report."""
        self._report = report
        count = self._count
        dry = report.dry_run
        self._lines.set_content(count(report.lines))
        self._come_in.set_title(self.tr("Will come in") if dry else self.tr("Came in"))
        self._come_in.set_content(count(report.imported), tone="got" if report.imported else "")
        self._there.set_content(count(report.already_there))
        self._refused.set_content(count(len(report.refused)), tone="warn" if report.refused else "")
        self._made.setText(self._made_words(report))
        notices = "\n".join(import_notice(notice, self._context.style) for notice in report.notices)
        self._notices.setText(notices)
        self._notices.setVisible(bool(notices))
        self._refused_words.setVisible(bool(report.refused))
        self._model.set_rows(list(report.refused[:_SHOWN_REFUSALS]))
        if report.imported or not report.already_there:
            words = self.tr("Every line fits.") if dry else self.tr("Every line came in.")
        else:
            words = self.tr("Everything of this file is there already; nothing is added twice.")
        self._table.set_empty(words, icon="check")

    def _count(self, number: int) -> str:
        return self._context.style.quantity(number * 1000)

    def _made_words(self, report: ImportReport) -> str:
        count = self._count
        made = [
            (report.bills, self.tr("bills: {count}")),
            (report.returns, self.tr("returns: {count}")),
            (report.entries, self.tr("entries: {count}")),
            (report.openings, self.tr("balances from before: {count}")),
            (report.parties_added, self.tr("new parties: {count}")),
            (report.parties_changed, self.tr("changed parties: {count}")),
            (report.items_added, self.tr("new items: {count}")),
            (report.items_changed, self.tr("changed items: {count}")),
        ]
        facts = [words.format(count=count(number)) for number, words in made if number]
        if report.total_minor:
            amount = self._context.amount(report.total_minor, symbol=True)
            facts.append(self.tr("together {amount}").format(amount=amount))
        return " · ".join(facts)

    def retranslate(self) -> None:
        """Speak the language now in force."""
        self._lines.set_title(self.tr("Lines in the file"))
        self._there.set_title(self.tr("There already"))
        self._refused.set_title(self.tr("Refused"))
        self._refused_words.setText(self.tr("Refused lines"))
        self._table.setAccessibleName(self.tr("Refused lines"))
        self._model.set_columns(
            [
                Column(key="line", heading=self.tr("Line"), value="line_no", kind="number", width=80),
                Column(key="why", heading=self.tr("Why"), value=_reason, stretch=True),
            ]
        )
        if self._report is not None:
            self.take(self._report)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _reason(refusal: Refusal) -> str:
    return error_text(refusal.error)
