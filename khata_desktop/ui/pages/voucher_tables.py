"""The two tables of a voucher: its lines, and what it did to the accounts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.reports.voucher_detail import DetailLine, VoucherDetail
from khata_desktop.ui.account_names import translated_account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.label import Label


class VoucherTables(QWidget):
    """The lines where there are any, and the postings.

    Attributes:
        lines, postings: the tables.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._line_model, self._posting_model = TableModel(()), TableModel(())
        self.lines, self.postings = DataTable(self._line_model), DataTable(self._posting_model)
        self.postings.set_compact(True)
        self._lines_title, self._postings_title = Label("", bold=True), Label("", bold=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for widget in (self._lines_title, self.lines, self._postings_title, self.postings):
            self._column.addWidget(widget)

    def show_detail(self, d: VoucherDetail) -> None:
        """Show a voucher's tables; each gets of the height what its rows need."""
        bill = bool(d.lines)
        self.lines.setVisible(bill)
        self._lines_title.setVisible(bill)
        self._line_model.set_columns(self._line_columns(d.lines))
        self._line_model.set_rows(d.lines)
        self._posting_model.set_rows(d.postings)
        # The heading is counted in.
        m = active().metrics
        for table, count, height in (
            (self.lines, len(d.lines), m.row),
            (self.postings, len(d.postings), m.row_compact),
        ):
            self._column.setStretchFactor(table, min(count, 8) * height + m.px(46))

    def retranslate(self) -> None:
        """Speak the language in force; the lines do with the next voucher shown."""
        self._lines_title.setText(self.tr("Lines"))
        self._postings_title.setText(self.tr("In the accounts"))
        self._posting_model.set_columns(self._posting_columns())
        self.lines.setAccessibleName(self.tr("Lines"))
        self.postings.setAccessibleName(self.tr("In the accounts"))

    def _line_columns(self, lines: Sequence[DetailLine]) -> list[Column]:
        style, amount = self._context.style, self._context.amount

        def some(minor: int) -> str:
            return amount(minor) if minor else ""

        # A column that is empty all the way down only takes the room of the others.
        used = {
            "returned": any(line.returned_milli for line in lines),
            "discount": any(line.discount_minor or line.bill_discount_minor for line in lines),
            "tax": any(line.tax_minor for line in lines),
        }
        columns = [
            Column(key="no", heading="", value="line_no", kind="number", width=40, tone="muted"),
            Column(key="item", heading=self.tr("Item"), value="description", stretch=True),
            Column(
                key="quantity",
                heading=self.tr("Quantity"),
                value=lambda row: style.quantity_of(row.quantity_milli, row.unit),
                kind="quantity",
                width=110,
            ),
            Column(
                key="returned",
                heading=self.tr("Came back"),
                value=lambda row: (
                    style.quantity_of(row.returned_milli, row.unit) if row.returned_milli else ""
                ),
                kind="quantity",
                width=110,
                tone="warn",
            ),
            Column(
                key="price",
                heading=self.tr("Price"),
                value="unit_price_e4",
                kind="amount",
                text=style.price,
                width=100,
            ),
            Column(
                key="discount",
                heading=self.tr("Discount"),
                value=lambda row: row.discount_minor + row.bill_discount_minor,
                kind="amount",
                text=some,
                width=100,
            ),
            Column(key="tax", heading=self.tr("Tax"), value="tax_minor", kind="amount", text=some, width=90),
            Column(key="total", heading=self.tr("Amount"), value="total_minor", kind="amount", text=amount),
        ]
        return [column for column in columns if used.get(column.key, True)]

    def _posting_columns(self) -> list[Column]:
        amount = self._context.amount
        return [
            Column(
                key="account",
                heading=self.tr("Account"),
                value=lambda row: translated_account_name(row.account_name),
                detail=lambda row: row.party_name,
                stretch=True,
            ),
            Column(
                key="debit",
                heading=self.tr("Debit"),
                value=lambda row: row.amount_minor if row.amount_minor > 0 else None,
                kind="amount",
                text=amount,
                width=130,
            ),
            Column(
                key="credit",
                heading=self.tr("Credit"),
                value=lambda row: -row.amount_minor if row.amount_minor < 0 else None,
                kind="amount",
                text=amount,
                width=130,
            ),
        ]
