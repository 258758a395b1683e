"""The right column of the counter: sums, what is to be paid, by what, and the change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.posting_rules.sales import Bill
from khata_desktop.reports.accounts_list import AccountRow
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sale.bill import Draft, Payment
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import KeyHint
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import AmountEdit


class PaymentPanel(QFrame):
    """Shows a worked-out bill and takes how it is paid.

    Signals:
        bank_account_changed: id of the account that the bank tender goes to.
        cash_changed, bank_changed: the amount typed in minor units, or None for an emptied field.
        discount_changed: the bill's discount as typed.
        save_print_clicked, save_clicked, preview_clicked: the buttons.
    """

    cash_changed = Signal(object)
    bank_changed = Signal(object)
    bank_account_changed = Signal(object)
    discount_changed = Signal(str)
    save_print_clicked = Signal()
    save_clicked = Signal()
    preview_clicked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("sheet")
        self._total_minor = 0
        self._sums = {name: (Label("", tone="muted"), Label("", end=True)) for name in _SUMS}
        self._to_pay = Label("", tone="muted")
        self._total = Label("", size="total", bold=True)
        self.discount = QLineEdit()
        self.discount.textEdited.connect(self.discount_changed)
        self.cash, self.bank = AmountEdit(context.style), AmountEdit(context.style)
        self.cash.value_changed.connect(self.cash_changed)
        self.bank.value_changed.connect(self.bank_changed)
        self._khata = Label("", end=True)
        self._change_words, self._change = (
            Label("", tone="muted"),
            Label("", size="title", bold=True, end=True),
        )
        self._words = {name: Label("") for name in ("discount", "cash", "khata")}
        self.bank_account = ChoiceBox()
        self.bank_account.choice_changed.connect(self.bank_account_changed)
        self._balance = Label("", tone="muted", wrap=True)
        self._error = Label("", tone="gave", wrap=True)
        self._error.hide()
        self.save_print = Button("", kind="primary", icon="print", key="Ctrl+Return")
        self.save = Button("", key="Ctrl+S")
        self.preview = Button("")
        self.save_print.clicked.connect(self.save_print_clicked)
        self.save.clicked.connect(self.save_clicked)
        self.preview.clicked.connect(self.preview_clicked)
        self._assemble()
        self.retranslate()

    def _assemble(self) -> None:
        self.setFixedWidth(active().metrics.px(328))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(4)
        sums = QGridLayout()
        sums.setVerticalSpacing(4)
        sums.setColumnStretch(1, 1)
        for row, (words, figure) in enumerate(self._sums.values()):
            sums.addWidget(words, row, 0)
            sums.addWidget(figure, row, 1)
        column.addLayout(sums)
        column.addSpacing(8)
        column.addWidget(self._to_pay)
        column.addWidget(self._total)
        column.addSpacing(8)
        tenders = QGridLayout()
        tenders.setHorizontalSpacing(8)
        tenders.setVerticalSpacing(8)
        tenders.setColumnStretch(0, 1)
        rows: list[tuple[str, str, QWidget]] = [
            ("discount", "", self.discount),
            ("cash", "F10", self.cash),
            ("khata", "F11", self._khata),
            ("bank", "F12", self.bank),
        ]
        for row, (name, key, widget) in enumerate(rows):
            tenders.addWidget(self._words.get(name, self.bank_account), row, 0)
            if key:
                tenders.addWidget(KeyHint(key), row, 1, Qt.AlignmentFlag.AlignCenter)
            tenders.addWidget(widget, row, 2)
            widget.setFixedWidth(active().metrics.px(136))
            widget.setMinimumHeight(active().metrics.control)
        column.addLayout(tenders)
        column.addSpacing(4)
        change = QHBoxLayout()
        change.addWidget(self._change_words)
        change.addWidget(self._change, 1)
        column.addLayout(change)
        column.addWidget(self._balance)
        column.addStretch(1)
        column.addWidget(self._error)
        column.addWidget(self.save_print)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save, 1)
        buttons.addWidget(self.preview, 1)
        column.addSpacing(4)
        column.addLayout(buttons)

    def set_money_accounts(self, accounts: Sequence[AccountRow]) -> None:
        """Offer the accounts, other than the till, that money can be paid into."""
        banks = [a for a in accounts if a.account_id != CASH]
        self.bank_account.set_choices([(a.account_id, account_name(a)) for a in banks])
        self.bank_account.setMaximumWidth(active().metrics.px(110))

    def show_draft(self, draft: Draft) -> None:
        """Fill the fields from another bill."""
        self.cash.set_value(draft.cash_minor)
        self.bank.set_value(draft.bank_minor)
        self.bank_account.set_value(draft.bank_account)
        self.discount.setText(draft.bill_discount)

    def show_bill(self, bill: Bill, payment: Payment, *, owes_minor: int | None) -> None:
        """Show the sums; ``owes_minor`` is the party's balance before, None for a walk-in."""
        amount = self._context.amount
        self._total_minor = bill.total_minor
        for name, minor, always in (
            ("subtotal", bill.subtotal_minor, True),
            ("discount", -bill.discount_minor, False),
            ("tax", bill.tax_minor, False),
            ("round_off", bill.round_off_minor, False),
        ):
            words, figure = self._sums[name]
            figure.setText(amount(minor))
            for label in (words, figure):
                label.setVisible(always or minor != 0)
        self._total.setText(amount(bill.total_minor))
        self.cash.setPlaceholderText(amount(payment.cash_minor) if payment.cash_minor else "")
        self._khata.setText(amount(payment.khata_minor) if owes_minor is not None else "—")
        self._khata.set_tone("gave" if payment.khata_minor else "muted")
        short = payment.short_minor
        self._change_words.setText(self.tr("Still to pay") if short else self.tr("Change"))
        self._change.setText(amount(short or payment.change_minor))
        self._change.set_tone("warn" if short else "got" if payment.change_minor else "muted")
        self._show_balance(owes_minor, payment.khata_minor)

    def _show_balance(self, owes_minor: int | None, khata_minor: int) -> None:
        self._balance.setVisible(owes_minor is not None)
        if owes_minor is None:
            return
        amount = self._context.amount
        words = self.tr("Khata: {before} before, {after} after")
        self._balance.setText(words.format(before=amount(owes_minor), after=amount(owes_minor + khata_minor)))

    def show_error(self, words: str) -> None:
        """Say above the button what is wrong; "" clears."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def set_busy(self, busy: bool) -> None:
        """Hold the buttons while the bill is being saved."""
        for button in (self.save_print, self.save, self.preview):
            button.setEnabled(not busy)

    def retranslate(self) -> None:
        """Speak the language now in force."""
        names = {
            "subtotal": self.tr("Subtotal"),
            "discount": self.tr("Discount"),
            "tax": self.tr("Tax"),
            "round_off": self.tr("Round-off"),
        }
        for name, words in names.items():
            self._sums[name][0].setText(words)
        self._to_pay.setText(self.tr("To pay"))
        for name, words in (
            ("discount", self.tr("Discount")),
            ("cash", self.tr("Cash")),
            ("khata", self.tr("Khata")),
        ):
            self._words[name].setText(words)
        self.discount.setPlaceholderText(self.tr("100 or 5 %"))
        self.discount.setAccessibleName(self.tr("Discount on the whole bill"))
        self.cash.setAccessibleName(self.tr("Cash handed over"))
        self.bank.setAccessibleName(self.tr("Paid by bank"))
        self.save_print.set_label(self.tr("Save and print"))
        self.save.set_label(self.tr("Save"))
        self.preview.set_label(self.tr("Save and preview"))
        self.cash.set_style(self._context.style)
        self.bank.set_style(self._context.style)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(active().metrics.px(328))


_SUMS = ("subtotal", "discount", "tax", "round_off")
