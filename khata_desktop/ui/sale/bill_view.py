"""The bill on the counter: what is sold to whom, how it is paid, and the key that puts it into the books."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError, RuleViolation
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.posting_rules.sales import Bill
from khata_desktop.domain.voucher_errors import ReturnBelowZero, TotalBelowZero
from khata_desktop.reports.pickers import ItemPick, PartyPick
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.party_field import PartyField
from khata_desktop.ui.sale.bill import CounterRules, Draft, DraftLine, posting, split_payment, work_out
from khata_desktop.ui.sale.bill_errors import BillErrors
from khata_desktop.ui.sale.bill_facts import BillFacts
from khata_desktop.ui.sale.bill_saver import BillSaver
from khata_desktop.ui.sale.bill_table import BillTable
from khata_desktop.ui.sale.counter_shop import CounterShop, read_shop
from khata_desktop.ui.sale.item_entry import ItemEntry
from khata_desktop.ui.sale.open_bills import new_draft
from khata_desktop.ui.sale.paper_note import PaperNote
from khata_desktop.ui.sale.payment_panel import PaymentPanel
from khata_desktop.ui.sale.scanner import Before
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow


class BillView(QWidget):
    """Shows one draft and takes what is typed into it; which of the open ones it is, the page knows.

    Attributes:
        item, party, facts, table, panel: its parts, from the field for scans to the payment.
        saver: puts bills into the books. What it is saving is shown as it is until that is done.
        paper: says so when the paper of a saved bill did not come out.
        errors, marks: says what is wrong with it; the fields under which that is said of lines or party.

    Signals:
        draft_changed: the Draft as it is now, after each change.
        saved: the Draft that was put into the books; its tab may go.
        put_back_requested: the Draft as it was before a line was taken off it.
        next_bill_wanted: something was scanned while the bill in view is being saved: another one is to be
            shown before this signal returns.
    """

    draft_changed = Signal(object)
    saved = Signal(object)
    put_back_requested = Signal(object)
    next_bill_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = new_draft()
        self._rules = CounterRules(exponent=context.currency.exponent)
        self._owes: dict[bytes, int] = {}
        self._full = False
        self.saver = BillSaver(context, self)
        self.saver.saved.connect(self._on_saver_saved)
        self.saver.refused.connect(self._on_saver_refused)
        self.paper = PaperNote(context)
        self.saver.unprinted.connect(self.paper.show_job)
        self.item = ItemEntry(context, self._party_id)
        self.item.item_entered.connect(self._on_item_item_entered)
        self.item.unknown_entered.connect(self._on_item_unknown_entered)
        self.item.settled.connect(self._on_item_settled)
        self._save_when_found: str | None = None
        self._left_over = ""
        self.party = PartyField(context)
        self.party.party_changed.connect(self._on_party_party_changed)
        self.party.taken.connect(self.focus_first)
        self.facts = BillFacts(context)
        self.facts.fact_changed.connect(lambda field, value: self._change(**{field: value}))
        self.table = BillTable(lambda: context.style)
        self.table.bill_model.line_edited.connect(self._on_line_edited)
        self.table.entry_done.connect(self.focus_first)
        self.table.remove_requested.connect(self._on_table_remove_requested)
        self.table.duplicate_requested.connect(self._on_table_duplicate_requested)
        self.panel = PaymentPanel(context)
        self.panel.cash_changed.connect(lambda v: self._change(cash_minor=v))
        self.panel.bank_changed.connect(lambda v: self._change(bank_minor=v))
        self.panel.bank_account_changed.connect(lambda own: self._change(bank_account=own))
        self.panel.discount_changed.connect(lambda text: self._change(bill_discount=text))
        self.panel.save_print_clicked.connect(partial(self.save, then="print"))
        self.panel.save_clicked.connect(partial(self.save, then=""))
        self.panel.preview_clicked.connect(partial(self.save, then="preview"))
        self.errors = BillErrors(
            self, item=self.item, party=self.party, facts=self.facts, table=self.table, panel=self.panel
        )
        self.marks = self.errors.marks
        self._assemble()
        self.retranslate()

    def _assemble(self) -> None:
        finding = QHBoxLayout()
        finding.setSpacing(8)
        finding.addWidget(self.marks["lines"], 3, Qt.AlignmentFlag.AlignTop)
        finding.addWidget(self.marks["party"], 2, Qt.AlignmentFlag.AlignTop)
        across = QHBoxLayout()
        across.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.paper)
        left.addWidget(self.table, 1)
        # Beside the buttons, over the width of the lines: in the column of the payment it would push the
        # tenders out of sight where letters are large.
        left.addWidget(self.panel.error)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(finding)
        column.addWidget(self.facts)
        column.addLayout(across, 1)

    # --- the draft ----------------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """The bill as it is now."""
        return self._draft

    def show_draft(self, draft: Draft) -> None:
        """Show another bill."""
        self._draft = draft
        self._save_when_found = None
        self._fill()
        self._show_locked()
        self.errors.show(None)
        self._name_parts()
        self._show_sums()

    def _fill(self) -> None:
        draft = self._draft
        if draft.party_id is not None:
            self.party.set_current(LookupRow(key=draft.party_id, title=draft.party_name))
            self.party.set_party_id(draft.party_id)
        else:
            self.party.set_current(None)
        self.facts.show_draft(draft)
        self.panel.show_draft(draft)

    @property
    def is_saving(self) -> bool:
        """Whether the bill in view is on its way into the books, and must not change."""
        return self.saver.is_saving(self._draft)

    def _show_locked(self) -> None:
        """Let what is being saved be read only. The item field stays: what is scanned now is sold next."""
        locked = self.is_saving
        self.party.setReadOnly(locked)
        for part in (self.facts, self.table, self.panel):
            part.set_locked(locked)

    def set_full(self, full: bool) -> None:
        """Show the discount of each line and the row of facts, or neither."""
        self._full = full
        self.facts.setVisible(full)
        self.table.bill_model.set_columns(self.table.columns_for(full=full))

    def refresh(self) -> None:
        """Take over changed taxes, rounding and balances; what is being typed stays."""
        self._context.runner.query(read_shop, self._take_shop, self._context.show_error, key=self)
        if self._draft.party_id is not None:
            self.party.set_party_id(self._draft.party_id)

    def drop_typed(self) -> None:
        """Forget what stands in the item field: it was typed for a bill that is gone."""
        self.item.set_current(None)

    def focus_first(self) -> None:
        """The cursor belongs in the item field."""
        self.item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_shop(self, shop: CounterShop) -> None:
        self.panel.set_money_accounts(shop.money)
        self.panel.bank_account.set_value(self._draft.bank_account)
        self._rules = CounterRules(
            exponent=self._context.currency.exponent,
            round_to_minor=self._context.business.round_to_minor,
            taxes=shop.taxes,
        )
        self._show_sums()

    def _change(self, **fields: object) -> None:
        self._set_draft(replace(self._draft, **fields))  # type: ignore[arg-type]

    def _set_draft(self, draft: Draft) -> None:
        if self.is_saving:
            # What is on its way into the books is what is shown.
            self._fill()
            return
        self._draft = draft
        self.errors.show(None)
        self._show_sums()
        self.draft_changed.emit(draft)

    def _show_sums(self) -> None:
        draft = self._draft
        bill = self._worked_out()
        exponent = self._rules.exponent
        amounts = [
            line.gross_minor(exponent) if line.problem(exponent) is None else None for line in draft.lines
        ]
        if bill is not None:
            amounts = [line.total_minor for line in bill.lines]
        rows = [(n, line, amount) for n, (line, amount) in enumerate(zip(draft.lines, amounts, strict=True))]
        self.table.set_lines(rows)
        if bill is None:
            self.panel.show_unknown()
            return
        if bill.total_minor < 0:
            self.errors.show(ReturnBelowZero() if draft.returns else TotalBelowZero())
        owes = self._owes.get(draft.party_id, 0) if draft.party_id is not None else None
        self.panel.show_bill(draft, bill, split_payment(draft, bill.total_minor), owes_minor=owes)

    def _worked_out(self) -> Bill | None:
        problem = self._draft.problem(self._rules.exponent)
        self.errors.show_in_cell(problem)
        if problem is not None:
            return None
        try:
            return work_out(self._draft, self._rules)
        except RuleViolation as error:
            self.errors.show(error)
            return None

    # --- items and lines ----------------------------------------------------------------------

    def _party_id(self) -> PartyId | None:
        own = self._draft.party_id
        return PartyId(own) if own is not None else None

    def _on_item_item_entered(self, pick: ItemPick, quantity_milli: int) -> None:
        if self.is_saving:
            self.next_bill_wanted.emit()
        taxes = self._context.business.default_tax_ids
        draft, number = self._draft.with_item(pick, quantity_milli, taxes)
        self._set_draft(draft)
        self.table.select_row(number)
        if draft.lines[number].unit_price_e4 == 0:
            self.table.edit_cell(number, "price")
        else:
            self.focus_first()

    def _on_item_unknown_entered(self, text: str, quantity_milli: int) -> None:
        if self.is_saving:
            self.next_bill_wanted.emit()
        # Sell now, cost later: what is not in the list sells all the same.
        line = DraftLine(description=text, quantity_milli=quantity_milli)
        self._set_draft(replace(self._draft, lines=(*self._draft.lines, line)))
        self.table.edit_cell(len(self._draft.lines) - 1, "price")

    def take_scan(self, code: str, before: Before) -> bool:
        """Sell what was scanned, and take back what the scanner typed elsewhere; False to let it type on."""
        if self.item.is_waiting:
            return False
        focus = before.focus
        if before.bill is not self._draft and before.bill.key == self._draft.key:
            self._set_draft(before.bill)
            self._fill()
        if isinstance(focus, QLineEdit) and focus.property("cell"):
            # What fingers typed there before is taken, as by Enter.
            focus.setText(before.text)
            self.table.finish_editing()
        elif isinstance(focus, LookupEdit):
            focus.close_list()
        elif isinstance(focus, QLineEdit) and focus.text() != before.text:
            focus.setText(before.text)
            focus.textEdited.emit(before.text)
        self.table.drop_editing()
        self.focus_first()
        self.item.take_scan(code, before.text if focus is self.item else "")
        return True

    def _on_line_edited(self, number: int, name: str, value: object) -> None:
        line = self._draft.lines[number]
        if name == "quantity_milli" and not value:
            # Later: the editor that said so is still open, and must not lose its row under it.
            QTimer.singleShot(0, self, partial(self._on_table_remove_requested, number))
            return
        if name == "description" and not value:
            return
        # A figure that can be read takes the place of one that could not.
        typed = {"quantity_milli": "quantity_typed", "unit_price_e4": "price_typed"}.get(name, "")
        changed = replace(line, **{name: value, **({typed: ""} if typed else {})})  # type: ignore[arg-type]
        self._set_draft(self._draft.with_line(number, changed))

    def _on_table_remove_requested(self, number: int) -> None:
        before = self._draft
        if self.is_saving or number >= len(before.lines):
            return
        line = before.lines[number]
        self._set_draft(before.without_line(number))
        self._context.toast(
            self.tr("{name} was taken off the bill").format(name=line.description),
            action=self.tr("Undo"),
            on_action=lambda: self.put_back_requested.emit(before),
        )
        self.focus_first()

    def _on_table_duplicate_requested(self, number: int) -> None:
        lines = self._draft.lines
        self._set_draft(replace(self._draft, lines=(*lines, lines[number])))

    # --- party and payment --------------------------------------------------------------------

    def _on_party_party_changed(self, pick: PartyPick | None) -> None:
        if pick is None:
            self._change(party_id=None, party_name="")
            return
        self._owes[pick.party_id] = pick.balance_minor
        if (pick.party_id, pick.name) == (self._draft.party_id, self._draft.party_name):
            self._show_sums()
        else:
            self._change(party_id=pick.party_id, party_name=pick.name)

    def create_party(self) -> None:
        """Add what stands in the party field as a customer."""
        self.party.create_requested.emit(self.party.text())

    def all_cash(self) -> None:
        """Pay in cash what is not paid by bank."""
        bill = self._worked_out()
        if bill is not None:
            left = max(bill.total_minor - (self._draft.bank_minor or 0), 0)
            self._change(cash_minor=left)
            self.panel.show_draft(self._draft)
            self.panel.go_to("cash")

    def all_khata(self) -> None:
        """Put all on the khata; without a customer go and choose one."""
        if self._draft.party_id is None:
            self.party.setFocus()
            return
        self._change(cash_minor=None, bank_minor=None)
        self.panel.show_draft(self._draft)

    def all_bank(self) -> None:
        """Pay by bank what is not paid in cash."""
        bill = self._worked_out()
        if bill is not None:
            left = max(bill.total_minor - min(self._draft.cash_minor or 0, bill.total_minor), 0)
            self._change(bank_minor=left)
            self.panel.show_draft(self._draft)
            self.panel.go_to("bank")

    # --- saving -------------------------------------------------------------------------------

    def save(self, *, then: str) -> None:
        """Put the bill into the books, once; `then` is "print", "preview" or nothing."""
        if self.is_saving:
            return
        if self.item.is_asking:
            # What was scanned last belongs to the bill.
            self._save_when_found = then
            return
        self.table.finish_editing()
        draft = self._draft
        try:
            self.panel.read_tenders()
            self.facts.date.read("date")
            operation = posting(draft, self._rules, self._context.today())
            total = work_out(draft, self._rules).total_minor
        except RuleViolation as error:
            self.errors.go_to(error, self._draft.problem(self._rules.exponent))
            return
        change = 0 if draft.returns else split_payment(draft, total).change_minor
        self._left_over = self.item.text()
        self.saver.save(draft, operation, change_minor=change, then=then)
        self._show_locked()

    def _on_item_settled(self, well: bool) -> None:
        then, self._save_when_found = self._save_when_found, None
        # Where a price is wanted first, that is what the cursor now stands in.
        if then is not None and well and not self.table.is_editing:
            self.save(then=then)

    def _on_saver_refused(self, draft: Draft, error: KhataError) -> None:
        if draft.key == self._draft.key:
            self._show_locked()
            self.errors.go_to(error, self._draft.problem(self._rules.exponent))

    def _on_saver_saved(self, draft: Draft) -> None:
        in_view = draft.key == self._draft.key
        self.paper.hide()
        # What was typed since belongs to the next bill.
        if in_view and self._left_over and self.item.text() == self._left_over:
            self.drop_typed()
        self.saved.emit(draft)
        if in_view:
            self.focus_first()

    # --- words --------------------------------------------------------------------------------

    def _name_parts(self) -> None:
        back = self._draft.returns
        self.table.setAccessibleName(
            self.tr("Goods that come back") if back else self.tr("Lines of the bill")
        )
        self.table.set_empty(
            self.tr("Scan the first item that comes back, or type its name.")
            if back
            else self.tr("Scan the first item, or type its name."),
            icon="return" if back else "scan",
        )

    def retranslate(self) -> None:
        """Speak the language now in force."""
        self.party.setPlaceholderText(self.tr("Walk-in customer"))
        self.party.setAccessibleName(self.tr("Customer"))
        self.facts.retranslate()
        self.set_full(self._full)
        self._name_parts()
        self.panel.retranslate()
        self._show_sums()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
