"""The right column of the counter: sums, what is to be paid, by what, and the change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.posting_rules.sales import Bill
from khata_desktop.reports.accounts_list import AccountRow
from khata_desktop.ui.account_names import account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sale.bill import Draft, Payment
from khata_desktop.ui.sale.figure_label import FigureLabel
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import text_width
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import KeyHint
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import AmountEdit

_SUMS = ("subtotal", "discount", "tax", "round_off")
_SAY_SAVING_AFTER_MS = 400


class PaymentPanel(QFrame):
    """Shows a worked-out bill and takes how it is paid, or what is given back for goods that return.

    The buttons always stand at the foot. Where letters are large or the window is low, the sums draw
    together into a line or two; if even that is not enough, what is above the buttons scrolls.

    Attributes:
        error: what is wrong with no field of the panel; for the one who shows the panel to place beside it,
            where a long sentence takes no room from the tenders.

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
        self._returns = False
        self._banks: list[AccountRow] = []
        self.setObjectName("sheet")
        self.total_minor = 0
        self._sums = {name: (Label("", tone="muted"), Label("", end=True)) for name in _SUMS}
        self._brief = Label("", size="small", tone="muted", wrap=True)
        self._shown = {"subtotal"}
        self._to_pay = Label("", tone="muted")
        self._total = FigureLabel("", size="total", bold=True)
        self.discount = QLineEdit()
        self.discount.textEdited.connect(self.discount_changed)
        self.cash, self.bank = AmountEdit(context.style), AmountEdit(context.style)
        self.cash.value_changed.connect(self.cash_changed)
        self.bank.value_changed.connect(self.bank_changed)
        self._khata = Label("", end=True)
        self._change_words = Label("", tone="muted")
        self.change = FigureLabel("", size="title", bold=True, end=True)
        self._change_words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = {name: Label("") for name in ("discount", "cash", "khata")}
        self.bank_account = ChoiceBox()
        self.bank_account.choice_changed.connect(self.bank_account_changed)
        self._balance = Label("", tone="muted", wrap=True)
        self._fields = {"discount": self.discount, "cash": self.cash, "bank": self.bank}
        self._errors = {name: Label("", size="small", tone="gave", wrap=True) for name in self._fields}
        self.error = Label("", tone="gave", wrap=True)
        self._notice = Label("", tone="muted")
        self._notice.hide()
        self._slow = QTimer(self, singleShot=True, interval=_SAY_SAVING_AFTER_MS)
        self._slow.timeout.connect(lambda: self._say(self.tr("Saving…")))
        self.save_print = Button("", kind="primary", icon="print", key="Ctrl+Return")
        self.save = Button("", key="Ctrl+S")
        self.preview = Button("")
        self.save_print.clicked.connect(self.save_print_clicked)
        self.save.clicked.connect(self.save_clicked)
        self.preview.clicked.connect(self.preview_clicked)
        self._assemble()
        for editor in (self.discount, self.cash, self.bank_account, self.bank):
            editor.installEventFilter(self)
        self._dress()
        self.retranslate()
        self.show_error("")

    def _assemble(self) -> None:
        self._inside = inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(4)
        sums = QGridLayout()
        sums.setVerticalSpacing(4)
        sums.setColumnStretch(1, 1)
        for row, (words, figure) in enumerate(self._sums.values()):
            sums.addWidget(words, row, 0)
            sums.addWidget(figure, row, 1)
        column.addLayout(sums)
        column.addWidget(self._brief)
        self._paying = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._paying.addWidget(self._to_pay)
        self._paying.addWidget(self._total, 1)
        column.addLayout(self._paying)
        column.addLayout(self._tender_grid())
        change = QHBoxLayout()
        change.addWidget(self._change_words)
        change.addWidget(self.change, 1)
        column.addLayout(change)
        column.addWidget(self._balance)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self._notice)
        foot.addWidget(self.save_print)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.save, 1)
        self._buttons.addWidget(self.preview, 1)
        foot.addLayout(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)

    def _tender_grid(self) -> QGridLayout:
        """Lay out what the bill is paid by, each with its key and, below it, what is wrong with it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        rows: list[tuple[str, str, QWidget]] = [
            ("discount", "", self.discount),
            ("cash", "F10", self.cash),
            ("khata", "F11", self._khata),
            ("bank", "F12", self.bank),
        ]
        for row, (name, key, widget) in enumerate(rows):
            grid.addWidget(self._words.get(name, self.bank_account), 2 * row, 0)
            if key:
                grid.addWidget(KeyHint(key), 2 * row, 1, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(widget, 2 * row, 2)
            if name in self._errors:
                grid.addWidget(self._errors[name], 2 * row + 1, 0, 1, 3)
        return grid

    def _dress(self) -> None:
        metrics = active().metrics
        self.setFixedWidth(metrics.px(344))
        # Its longest words make it no wider than what the amounts leave, which stay under each other.
        self.bank_account.setMinimumWidth(metrics.px(72))
        self.bank_account.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for widget in (self.discount, self.cash, self._khata, self.bank):
            widget.setMinimumHeight(metrics.control)
        self._give_room()
        self._fit()

    def _give_room(self) -> None:
        """Make the column of tenders as wide as its longest figure wants, within what there is."""
        metrics = active().metrics
        editors = (self.cash, self.bank)
        shown = [editor.text() or editor.placeholderText() for editor in editors] + [self._khata.text()]
        wanted = max(text_width(text, metrics.text) for text in shown) + metrics.px(30)
        width = min(max(wanted, metrics.px(120)), metrics.px(176))
        for widget in (self.discount, self.cash, self._khata, self.bank):
            widget.setFixedWidth(width)

    def _fit(self) -> None:
        """Draw the sums together where they do not fit, and scroll where that is not enough."""
        self._set_brief(False)
        if not (fits := self._fits()):
            self._set_brief(True)
            fits = self._fits()
        # The bar stands in the margin, and takes nothing from the figures.
        bar = 0 if fits else self._scroll.verticalScrollBar().sizeHint().width()
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(off if fits else on)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(20 - bar if rtl else 20, 12, 20 if rtl else 20 - bar, 4)

    def _on_scroll_range_changed(self, _least: int, _most: int) -> None:
        # Only when the layout is done, the place of the field is known.
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        """What grows above the cursor must not push it out of sight."""
        for editor in self._fields.values():
            if editor.hasFocus():
                self._bring(editor)

    def _bring(self, editor: QWidget) -> None:
        """Scroll until all of a field is seen; Qt is content when its cursor is."""
        bar, gap = self._scroll.verticalScrollBar(), 8
        top = editor.mapTo(self._inside, QPoint(0, 0)).y()
        least = top + editor.height() + gap - self._scroll.viewport().height()
        bar.setValue(max(least, min(bar.value(), top - gap)))

    def _fits(self) -> bool:
        self._column.activate()
        return self._column.minimumSize().height() <= self._scroll.viewport().height()

    def _set_brief(self, brief: bool) -> None:
        for name, (words, figure) in self._sums.items():
            for label in (words, figure):
                label.setVisible(not brief and name in self._shown)
        self._brief.setVisible(brief)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._paying.setDirection(beside if brief else below)
        self._paying.setSpacing(12 if brief else 4)

    def set_money_accounts(self, accounts: Sequence[AccountRow]) -> None:
        """Offer the accounts, other than the till, that money can be paid into."""
        self._banks = [a for a in accounts if a.account_id != CASH]
        self._name_banks()

    def _name_banks(self) -> None:
        self.bank_account.set_choices([(a.account_id, account_name(a)) for a in self._banks])

    def show_draft(self, draft: Draft) -> None:
        """Fill the fields from another bill, and speak of what comes back where goods do."""
        self.cash.set_value(draft.cash_minor)
        self.bank.set_value(draft.bank_minor)
        self.bank_account.set_value(draft.bank_account)
        self.discount.setText(draft.bill_discount)
        if draft.returns != self._returns:
            self._returns = draft.returns
            self.retranslate()

    def show_bill(self, draft: Draft, bill: Bill, payment: Payment, *, owes_minor: int | None) -> None:
        """Show the sums; ``owes_minor`` is the party's balance in the books, None for a walk-in."""
        amount = self._context.amount
        self.total_minor = bill.total_minor
        for name, minor, always in (
            ("subtotal", bill.subtotal_minor, True),
            ("discount", -bill.discount_minor, False),
            ("tax", bill.tax_minor, False),
            ("round_off", bill.round_off_minor, False),
        ):
            self._sums[name][1].setText(amount(minor))
            (self._shown.add if always or minor else self._shown.discard)(name)
        pairs = [f"{words.text()} {figure.text()}" for words, figure in self._shown_sums()]
        self._brief.setText(" · ".join(pairs))
        self._total.setText(amount(bill.total_minor))
        self.cash.setPlaceholderText(amount(payment.cash_minor) if payment.cash_minor else "")
        self._khata.setText(amount(payment.khata_minor) if owes_minor is not None else "—")
        on_khata: Tone = "got" if self._returns else "gave"
        self._khata.set_tone(on_khata if payment.khata_minor else "muted")
        self._give_room()
        self._show_change(payment)
        self._show_balance(draft, owes_minor, payment.khata_minor)
        self._fit()

    @property
    def total_text(self) -> str:
        """What is to be paid, as shown."""
        return self._total.text()

    def show_unknown(self) -> None:
        """Show no sums: something in the bill cannot be read."""
        for label in (self._total, self._khata, *(figure for _, figure in self._sums.values())):
            label.setText("—")
        self._brief.setText("—")
        self.cash.setPlaceholderText("")
        self._change_words.setText("")
        self.change.setText("")
        self._balance.setVisible(False)
        self._fit()

    def _shown_sums(self) -> list[tuple[Label, Label]]:
        return [pair for name, pair in self._sums.items() if name in self._shown]

    def _show_change(self, payment: Payment) -> None:
        short, over = payment.short_minor, payment.change_minor
        if self._returns:
            # No change is given on what is given back: it fits, or it is too little or too much.
            words = self.tr("Still to give back") if short else self.tr("Too much") if over else ""
            tone: Tone = "warn"
        else:
            words = self.tr("Still to pay") if short else self.tr("Change")
            tone = "warn" if short else "got" if over else "muted"
        self._change_words.setText(words)
        self.change.setText(self._context.amount(short or over) if words else "")
        self.change.set_tone(tone)

    @property
    def balance_words(self) -> str:
        """What is said of the party's khata."""
        return self._balance.text()

    def _show_balance(self, draft: Draft, owes_minor: int | None, khata_minor: int) -> None:
        self._balance.setVisible(owes_minor is not None)
        if owes_minor is None:
            return
        amount = self._context.amount
        after = owes_minor + draft.moves_khata_minor(khata_minor)
        words = (
            self.tr("Khata: {before} before, {after} after")
            if draft.corrects is None
            else self.tr("Khata: {before} now, {after} after the correction")
        )
        self._balance.setText(words.format(before=amount(owes_minor), after=amount(after)))

    def read_tenders(self) -> None:
        """Raise RuleViolation naming a tender that cannot be read: it must not count as none."""
        self.cash.read("cash", empty=0)
        self.bank.read("bank", empty=0)

    def show_error(self, words: str, field: str = "") -> None:
        """Say what is wrong, under its field or else in `error`; "" clears all."""
        for name, label in self._errors.items():
            own = words if name == field else ""
            label.setText(own)
            label.setVisible(bool(own))
            editor = self._fields[name]
            if bool(editor.property("wrong")) != bool(own):
                editor.setProperty("wrong", bool(own))
                editor.setAccessibleDescription(own)
                editor.style().unpolish(editor)
                editor.style().polish(editor)
        rest = "" if field in self._fields else words
        self.error.setText(rest)
        self.error.setVisible(bool(rest))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a field that the cursor enters into view, by whatever way it came."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._bring(watched)
        return super().eventFilter(watched, event)

    def go_to(self, field: str) -> bool:
        """Put the cursor into a field by its name; False for one that is not of this panel."""
        editor = self._fields.get(field)
        if editor is None:
            return False
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_locked(self, locked: bool) -> None:
        """Hold fields and buttons while the bill is being saved, and say so where that takes long."""
        for button in (self.save_print, self.save, self.preview, self.bank_account):
            button.setEnabled(not locked)
        for editor in self._fields.values():
            editor.setReadOnly(locked)
        self._say("")
        if locked:
            self._slow.start()
        else:
            self._slow.stop()

    @property
    def notice(self) -> str:
        """What is going on, "" when nothing is."""
        return self._notice.text()

    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
        self._fit()

    def retranslate(self) -> None:
        """Speak the language now in force."""
        back = self._returns
        names = {
            "subtotal": self.tr("Subtotal"),
            "discount": self.tr("Discount"),
            "tax": self.tr("Tax"),
            "round_off": self.tr("Round-off"),
        }
        for name, words in names.items():
            self._sums[name][0].setText(words)
        self._to_pay.setText(self.tr("To give back") if back else self.tr("To pay"))
        self._words["discount"].setText(self.tr("Discount"))
        self._words["cash"].setText(self.tr("Cash back") if back else self.tr("Cash"))
        self._words["khata"].setText(self.tr("To the khata") if back else self.tr("Khata"))
        for widget in (self._words["discount"], self.discount):
            widget.setVisible(not back)
        self.discount.setPlaceholderText(self.tr("100 or 5 %"))
        self.discount.setAccessibleName(self.tr("Discount on the whole bill"))
        self.cash.setAccessibleName(self.tr("Cash given back") if back else self.tr("Cash handed over"))
        self.bank.setAccessibleName(self.tr("Given back by bank") if back else self.tr("Paid by bank"))
        self.save_print.set_label(self.tr("Take back and print") if back else self.tr("Save and print"))
        self.save.set_label(self.tr("Take back") if back else self.tr("Save"))
        self.preview.set_label(self.tr("Preview") if back else self.tr("Save and preview"))
        self._name_banks()
        self.cash.set_style(self._context.style)
        self.bank.set_style(self._context.style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw together or spread out."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
