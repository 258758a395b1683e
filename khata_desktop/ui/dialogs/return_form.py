"""Goods that come back: how much of each line of a bill, and what becomes of the money.

Without the bill they are written down on the counter, like a sale the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.voucher_errors import VoucherEmpty
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.formatting import isolated
from khata_desktop.reports.voucher_detail import DetailLine, VoucherDetail, voucher_detail
from khata_desktop.reports.vouchers_list import VoucherFilter, VoucherRow, vouchers_page
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.services.selling import PostReturn, post_return
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.form_parts import take_part_draft
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow
from khata_desktop.ui.widgets.sum_edit import QuantityEdit


class ReturnForm(Form):
    """Takes back lines of a sale, which is found by its number, customer or amount unless given."""

    def __init__(self, context: PageContext, *, sale: VoucherDetail | None = None) -> None:
        super().__init__("", "")
        self._context = context
        self.draft_key = "return"
        self.voucher_kind = VoucherKind.SALE_RETURN
        self._sale: VoucherDetail | None = None
        self._edits: list[tuple[DetailLine, QuantityEdit]] = []
        self.set_title(self.tr("Goods come back"))
        self.primary_button().set_label(self.tr("Take back"))
        self._bill = LookupEdit(self._search, icon="sale")
        self._bill.setPlaceholderText(self.tr("Bill number, customer or amount"))
        self._bill.chosen.connect(self._on_bill_chosen)
        self._no_bill = Button(self.tr("Without the bill"), icon="return", shortcut="Ctrl+F8")
        self._no_bill.clicked.connect(self._on_no_bill_clicked)
        self._asked = False
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._all = Button(self.tr("Everything comes back"), kind="ghost", icon="return")
        self._all.clicked.connect(self._on_all_clicked)
        self._worth = Label("", bold=True)
        self._money = SegmentedControl()
        self._date = DateEdit(context.style, context.today)
        self._note = QLineEdit()
        self.add_field("bill", self.tr("Bill"), self._bill)
        self.add_widget(self._no_bill)
        self.add_field("quantity", self.tr("What comes back"), self._lines)
        self.add_widget(self._all)
        self.add_widget(self._worth)
        self.add_field("tenders", self.tr("The money"), self._money)
        self.add_field("date", self.tr("Date"), self._date)
        self.add_field("narration", self.tr("Note"), self._note)
        if sale is not None:
            self._take_sale(sale)
        else:
            self._show_worth()
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    # --- the bill -----------------------------------------------------------------------------

    def _search(self, text: str, deliver: Callable[[list[LookupRow]], None]) -> None:
        wanted = VoucherFilter(kinds=(VoucherKind.SALE,), text=text)
        self._context.runner.query(
            partial(vouchers_page, filter=wanted, first=0, count=10),
            lambda rows: deliver([self._row(row) for row in rows]),
            key=self._bill,
        )

    def _row(self, row: VoucherRow) -> LookupRow:
        who = row.party_name or self.tr("walk-in")
        return LookupRow(
            key=row.voucher_id,
            title=isolated(row.number),
            detail=f"{self._context.style.date(row.posted_on)} · {who}",
            figure=self._context.amount(row.total_minor),
        )

    def _on_bill_chosen(self, row: LookupRow | None) -> None:
        self._asked = row is not None
        if row is not None:
            report = partial(voucher_detail, voucher_id=VoucherId(row.key))
            self._context.runner.query(report, self._on_sale_read, self._on_sale_refused, key=self)

    def _on_sale_read(self, sale: VoucherDetail) -> None:
        self._asked = False
        self._take_sale(sale)
        self.focus_first()

    def _on_sale_refused(self, error: KhataError) -> None:
        self._asked = False
        self.show_error(error)

    def _on_no_bill_clicked(self) -> None:
        self.set_clean()
        self._context.close_sheet()
        self._context.navigate("sale", returns=True)

    def go_on(self, start: QWidget | None = None) -> None:
        """Wait for the lines of a bill just chosen: the next field is the first of them."""
        if not self._asked:
            super().go_on(start)

    def _take_sale(self, sale: VoucherDetail) -> None:
        self._sale = sale
        title = isolated(sale.number)
        self._bill.set_current(LookupRow(key=sale.voucher_id, title=title))
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._edits = []
        for row, line in enumerate(line for line in sale.lines if line.quantity_milli > line.returned_milli):
            left = line.quantity_milli - line.returned_milli
            edit = QuantityEdit(self._context.style, unit=line.unit)
            edit.setFixedWidth(active().metrics.px(120))
            edit.setAccessibleName(line.description)
            edit.value_changed.connect(self._show_worth)
            self.watch(edit)
            words = self.tr("of {quantity}").format(quantity=self._context.style.quantity_of(left, line.unit))
            self._grid.addWidget(Label(line.description), row, 0)
            self._grid.addWidget(Label(words, tone="muted"), row, 1)
            self._grid.addWidget(edit, row, 2)
            self._edits.append((line, edit))
        self.order_tabs()
        choices = [("cash", self.tr("Cash back")), ("bank", self.tr("By bank"))]
        if sale.party_id is not None:
            choices.insert(0, ("khata", self.tr("To the khata")))
        self._money.set_choices(choices, current=choices[0][0])
        self._show_worth()

    def focus_first(self) -> None:
        """Go to the first quantity when the bill is known."""
        (self._edits[0][1] if self._edits else self._bill).setFocus()

    def _on_all_clicked(self) -> None:
        for line, edit in self._edits:
            edit.set_value(line.quantity_milli - line.returned_milli)
        self._show_worth()

    def _taken(self) -> list[tuple[DetailLine, int]]:
        return [(line, edit.value) for line, edit in self._edits if edit.value]

    def _worth_minor(self) -> int:
        """Return what comes back is worth; the same shares as the posting rule takes."""
        taken = {line.line_no: milli for line, milli in self._taken()}
        return self._sale.worth_minor(taken) if self._sale is not None else 0

    def _show_worth(self, _value: object = None) -> None:
        known = self._sale is not None
        for name in ("quantity", "tenders"):
            self.field(name).setVisible(known)
        self._all.setVisible(known)
        self._worth.setVisible(known)
        self._no_bill.setVisible(not known)
        amount = self._context.amount(self._worth_minor(), symbol=True)
        self._worth.setText(self.tr("Worth {amount}").format(amount=amount))

    # --- saving -------------------------------------------------------------------------------

    def kept_parts(self) -> dict[str, QWidget]:
        """The bill and its lines are kept by themselves."""
        return {name: part for name, part in super().kept_parts().items() if name not in ("bill", "quantity")}

    def draft(self) -> dict[str, Any]:
        """Return what was entered, with the bill and how much comes back of which line."""
        taken = {str(line.line_no): edit.text() for line, edit in self._edits if edit.text()}
        bill = self._sale.voucher_id.hex() if self._sale is not None else ""
        return {**super().draft(), "bill": bill, "taken": taken}

    def take_draft(self, draft: dict[str, Any]) -> None:
        """Read the bill first: its lines are to be filled."""
        if not draft.get("bill"):
            super().take_draft(draft)
            return

        def fill(sale: VoucherDetail) -> None:
            self._take_sale(sale)
            for line, edit in self._edits:
                take_part_draft(edit, draft["taken"].get(str(line.line_no), ""))
            super(ReturnForm, self).take_draft(draft)

        report = partial(voucher_detail, voucher_id=VoucherId(bytes.fromhex(draft["bill"])))
        self._context.runner.query(report, fill, self._on_sale_refused, key=self)

    def command(self) -> Callable[[UnitOfWork], Outcome[Posted]]:
        """Return the operation that takes the goods back. Raises RuleViolation naming the field."""
        if self._sale is None:
            raise VoucherEmpty(field="bill")
        for _, edit in self._edits:
            edit.read("quantity", empty=0)
        taken = self._taken()
        if not taken:
            raise VoucherEmpty(field="quantity")
        account = {"cash": CASH, "bank": BANK}.get(self._money.value)
        refunds = () if account is None else (Tender(account, self._worth_minor()),)
        command = PostReturn(
            returned_on=self._date.read("date"),
            against_id=VoucherId(self._sale.voucher_id),
            taken=tuple((line.line_no, milli) for line, milli in taken),
            refunds=refunds,
            narration=self._note.text(),
        )
        return partial(post_return, command=command)

    def culprit(self, name: str, error: BaseException) -> QWidget | None:
        """Go to the first quantity that cannot be right."""
        if name != "quantity":
            return super().culprit(name, error)
        for line, edit in self._edits:
            left = line.quantity_milli - line.returned_milli
            if edit.text().strip() and not 0 <= (-1 if edit.value is None else edit.value) <= left:
                return edit
        return None

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[Posted]]) -> None:
        def saved(outcome: Outcome[Posted]) -> None:
            amount = self._context.amount(outcome.value.total_minor, symbol=True)
            words = self.tr("Goods for {amount} came back").format(amount=amount)
            self._context.posted(words, outcome.value)

        self._context.submit(self, operation, saved)
