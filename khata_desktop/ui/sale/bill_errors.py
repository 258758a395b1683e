"""Where on the counter it is said what is wrong with a bill, and where the cursor goes to mend it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.errors import KhataError, RuleViolation
from khata_desktop.domain.voucher_errors import ReturnBelowZero, TotalBelowZero
from khata_desktop.formatting import isolated
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.sale.bill_facts import BillFacts
from khata_desktop.ui.sale.bill_table import BillTable
from khata_desktop.ui.sale.payment_panel import PaymentPanel
from khata_desktop.ui.widgets.button import key_text
from khata_desktop.ui.widgets.form_field import Field

#: Fields as errors name them, and where on the counter that is.
_PLACES = {
    "lines": "lines",
    "quantity": "lines",
    "party": "party",
    "tenders": "cash",
    "cash": "cash",
    "bank": "bank",
    "account": "bank",
    "discount": "discount",
    "date": "date",
}


class BillErrors(QObject):
    """Says what is wrong under the field or the cell that it is about.

    Attributes:
        marks: the fields by name under which it says what is wrong with lines or party.
    """

    def __init__(
        self,
        view: QWidget,
        *,
        item: QWidget,
        party: QWidget,
        facts: BillFacts,
        table: BillTable,
        panel: PaymentPanel,
    ) -> None:
        super().__init__(view)
        self.marks = {"lines": Field("", item), "party": Field("", party)}
        self._facts, self._table, self._panel = facts, table, panel

    def show(self, error: KhataError | None) -> None:
        """Say what is wrong where it is wrong; None clears."""
        words = self._words_of(error) if error is not None else ""
        place = _PLACES.get(error.field or "", "") if error is not None else ""
        for own, mark in self.marks.items():
            if own == place or mark.error:
                mark.set_error(words if own == place else "")
        self._panel.show_error("" if place in self.marks else words, place)

    def show_in_cell(self, problem: tuple[int, str, RuleViolation] | None) -> None:
        """Say under a cell (line, column) why it cannot be read; None clears."""
        if problem is None:
            self._table.show_problem(None)
            return
        line, column, error = problem
        if not self._table.show_problem((line, column, error_text(error))):
            self.show(error)

    def go_to(self, error: KhataError, problem: tuple[int, str, RuleViolation] | None) -> None:
        """Say what is wrong, and put the cursor there; `problem` is the cell that cannot be read, if any."""
        self.show(error)
        place = _PLACES.get(error.field or "", "")
        if problem is not None and self._table.problem_text:
            self.marks["lines"].set_error("")
            self._table.edit_cell(problem[0], problem[1])
        elif place in self.marks:
            self.marks[place].editor.setFocus()
        elif place == "date":
            self._facts.date.setFocus()
        else:
            self._panel.go_to(place)

    def _words_of(self, error: KhataError) -> str:
        """Return what is wrong, and the key that mends it where there is one."""
        if isinstance(error, TotalBelowZero):
            words = self.tr("More comes back than is sold; enter what comes back as a sale return ({key}).")
            return words.format(key=isolated(key_text("Ctrl+F8")))
        if isinstance(error, ReturnBelowZero):
            words = self.tr("More is sold than comes back; enter what is sold as a bill ({key}).")
            return words.format(key=isolated(key_text("F8")))
        return error_text(error)
