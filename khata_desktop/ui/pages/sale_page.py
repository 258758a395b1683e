"""The counter: several bills at once, one field for scan, name or code, and one key to save and print."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from secrets import token_hex
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.errors import KhataError, RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId, TaxId, VoucherId
from khata_desktop.domain.posting_rules.sales import Bill
from khata_desktop.domain.tax import Tax
from khata_desktop.formatting import parse_quantity, without_invisible_marks
from khata_desktop.reports.accounts_list import AccountRow, accounts_list
from khata_desktop.reports.pickers import ItemPick, PartyPick, item_by_code, item_pick
from khata_desktop.reports.profiles import taxes_list
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.services.posting import Posted
from khata_desktop.services.selling import post_sale
from khata_desktop.storage.session import Session
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.item_form import ItemForm
from khata_desktop.ui.dialogs.party_field import PartyField
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.notice_text import notice_text
from khata_desktop.ui.paper.documents import invoice_job
from khata_desktop.ui.paper.output import print_now
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.pickers import item_search
from khata_desktop.ui.sale.bill import (
    CounterRules,
    Draft,
    DraftLine,
    Payment,
    draft_from_json,
    draft_to_json,
    sale_command,
    split_payment,
    work_out,
)
from khata_desktop.ui.sale.bill_table import BillTable
from khata_desktop.ui.sale.payment_panel import PaymentPanel
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form_dialog import FormDialog
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.tab_strip import TabStrip

_KEY = "sale"
#: "3*" or "2.5 x" before a scan or a name sets the quantity.
_QUANTITY = re.compile(r"^\s*(\d+(?:\.\d{1,3})?)\s*[*xX×]\s*(.*)$")


class _Kept(NamedTuple):
    drafts: list[tuple[str, str]]
    shop: _Shop


class _Shop(NamedTuple):
    taxes: dict[TaxId, Tax]
    money: list[AccountRow]


class SalePage(Page):
    """Bills as tabs. Every change is kept on disk, so that all open bills return after a power cut."""

    topics = frozenset({Topic.ITEMS, Topic.TAXES, Topic.BUSINESS, Topic.PARTIES})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._drafts: list[Draft] = []
        self._unkept: set[str] = set()
        self._shifting = False
        self._rules = CounterRules(exponent=context.currency.exponent)
        self._owes: dict[bytes, int] = {}
        self._typed = ""
        self._find = item_search(context, self._party_id)
        self._ready = False
        self._waiting: list[Callable[[], None]] = []
        self._tabs = TabStrip("")
        self._tabs.current_changed.connect(self._on_tabs_current_changed)
        self._tabs.close_requested.connect(self._on_tabs_close_requested)
        self._tabs.add_requested.connect(self._add_bill)
        self._mode = SegmentedControl()
        self._mode.choice_changed.connect(self._on_mode_choice_changed)
        self._item = LookupEdit(
            self._search_items, icon="scan", free_text=True, keep_text=False, create_label=" "
        )
        self._item.textEdited.connect(self._on_item_text_edited)
        self._item.chosen.connect(self._on_item_chosen)
        self._item.text_entered.connect(self._on_item_text_entered)
        self._item.create_requested.connect(self._on_item_create_requested)
        self._party = PartyField(context)
        self._party.party_changed.connect(self._on_party_party_changed)
        self._party.taken.connect(self.focus_first)
        self._make_more()
        self._table = BillTable(lambda: context.style)
        self._table.bill_model.line_edited.connect(self._on_line_edited)
        self._table.entry_done.connect(self.focus_first)
        self._table.remove_requested.connect(self._on_table_remove_requested)
        self._table.duplicate_requested.connect(self._on_table_duplicate_requested)
        self._panel = PaymentPanel(context)
        self._panel.cash_changed.connect(lambda v: self._change(cash_minor=v))
        self._panel.bank_changed.connect(lambda v: self._change(bank_minor=v))
        self._panel.bank_account_changed.connect(lambda own: self._change(bank_account=own))
        self._panel.discount_changed.connect(lambda text: self._change(bill_discount=text))
        self._panel.save_print_clicked.connect(partial(self._save, then="print"))
        self._panel.save_clicked.connect(partial(self._save, then=""))
        self._panel.preview_clicked.connect(partial(self._save, then="preview"))
        self._keeper = QTimer(self, singleShot=True, interval=250)
        self._keeper.timeout.connect(self._keep_changed)
        self._assemble()
        self._arm_keys()
        self._mode.set_value(context.page_setting(_KEY, {}).get("mode", "quick"))
        self._retranslate()
        context.runner.call(_read_kept, self._take_kept, context.show_error)

    def _make_more(self) -> None:
        context = self._context
        self._date = DateEdit(context.style, context.today)
        self._date.date_changed.connect(lambda day: self._change(sold_on=day))
        self._reference, self._note = QLineEdit(), QLineEdit()
        self._reference.textEdited.connect(lambda text: self._change(reference=text))
        self._note.textEdited.connect(lambda text: self._change(narration=text))
        self._more_words = [Label("", tone="muted") for _ in range(3)]
        self._more = QWidget()
        row = QHBoxLayout(self._more)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, editor, stretch in zip(
            self._more_words, (self._date, self._reference, self._note), (0, 1, 2), strict=True
        ):
            row.addWidget(words)
            row.addWidget(editor, stretch)
        self._date.setFixedWidth(150)

    def _assemble(self) -> None:
        self.body.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self._tabs, 1)
        top.addWidget(self._mode)
        finding = QHBoxLayout()
        finding.setSpacing(8)
        finding.addWidget(self._item, 3)
        finding.addWidget(self._party, 2)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._table, 1)
        across.addWidget(self._panel)
        self.body.addLayout(top)
        self.body.addLayout(finding)
        self.body.addWidget(self._more)
        self.body.addLayout(across, 1)

    def _arm_keys(self) -> None:
        for key, act in (
            ("Ctrl+Return", partial(self._save, then="print")),
            ("Ctrl+Enter", partial(self._save, then="print")),
            ("Ctrl+S", partial(self._save, then="")),
            ("F10", self._all_cash),
            ("F11", self._all_khata),
            ("F12", self._all_bank),
            ("F2", self._focus_date),
            ("Alt+C", self._create_party),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("Ctrl+Return", self.tr("save and print")),
            ("F10", self.tr("cash")),
            ("F11", self.tr("khata")),
            ("F12", self.tr("bank")),
            ("Ctrl+N", self.tr("another bill")),
        ]

    def open_with(self, *, party_id: bytes | None = None, corrects: bytes | None = None) -> None:
        """Begin a bill for a party, or the correction of a posted one, in a tab of its own."""
        if not self._ready:
            self._waiting.append(partial(self.open_with, party_id=party_id, corrects=corrects))
            return
        if corrects is not None:
            report = partial(voucher_detail, voucher_id=VoucherId(corrects))
            self._context.runner.query(report, self._open_correction, self._context.show_error)
        elif party_id is not None:
            if not self._drafts or not self._draft.is_empty:
                self._add_bill()
            self._party.set_party_id(party_id)

    def refresh(self) -> None:
        """Take over changed taxes, rounding and balances; what is being typed stays."""
        self._context.runner.query(_read_shop, self._take_shop, self._context.show_error, key=self)
        if self._ready and self._draft.party_id is not None:
            self._party.set_party_id(self._draft.party_id)

    def focus_first(self) -> None:
        """The cursor belongs in the item field."""
        self._item.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- bills --------------------------------------------------------------------------------

    @property
    def _number(self) -> int:
        return max(self._tabs.current, 0)

    @property
    def _draft(self) -> Draft:
        return self._drafts[self._number]

    def _take_kept(self, kept: _Kept) -> None:
        self._take_shop(kept.shop)
        drafts = [draft for _, body in kept.drafts if (draft := draft_from_json(body)) is not None]
        for draft in drafts or [Draft(key=token_hex(8))]:
            self._drafts.append(draft)
            self._tabs.add_tab(self._title(draft), make_current=False)
        self._tabs.set_current(0)
        self._ready = True
        self._show_draft()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _take_shop(self, shop: _Shop) -> None:
        self._panel.set_money_accounts(shop.money)
        self._rules = CounterRules(
            exponent=self._context.currency.exponent,
            round_to_minor=self._context.business.round_to_minor,
            taxes=shop.taxes,
        )
        if self._ready:
            self._show_sums()

    def _add_bill(self, draft: Draft | None = None) -> None:
        draft = draft if isinstance(draft, Draft) else Draft(key=token_hex(8))
        self._drafts.append(draft)
        # A bill that came back by Undo, or that corrects another, is to be found after a power cut too.
        self._unkept.add(draft.key)
        self._keeper.start()
        self._tabs.add_tab(self._title(draft))
        self._show_draft()
        self.focus_first()

    def _open_correction(self, detail: VoucherDetail) -> None:
        already = [n for n, draft in enumerate(self._drafts) if draft.corrects == detail.voucher_id]
        if already:
            self._tabs.set_current(already[0])
            return
        self._mode.set_value("full")
        self._add_bill(_draft_of(detail, self._context))
        self._table.bill_model.set_columns(self._table.columns_for(full=True))
        self._more.setVisible(True)

    def _title(self, draft: Draft) -> str:
        if draft.corrects_number:
            return self.tr("Correct {number}").format(number=draft.corrects_number)
        number = self._drafts.index(draft) + 1 if draft in self._drafts else len(self._drafts) + 1
        who = draft.party_name or self.tr("walk-in")
        return self.tr("Bill {number} · {name}").format(number=number, name=who)

    def _change(self, **fields: object) -> None:
        self._set_draft(replace(self._draft, **fields))  # type: ignore[arg-type]

    def _set_draft(self, draft: Draft) -> None:
        if not self._ready:
            return
        self._drafts[self._number] = draft
        self._unkept.add(draft.key)
        self._panel.show_error("")
        self._show_sums()
        self._keeper.start()

    def _show_draft(self) -> None:
        draft = self._draft
        if draft.party_id is not None:
            self._party.set_current(LookupRow(key=draft.party_id, title=draft.party_name))
            self._party.set_party_id(draft.party_id)
        else:
            self._party.set_current(None)
        self._date.set_value(draft.sold_on or self._context.today())
        self._reference.setText(draft.reference)
        self._note.setText(draft.narration)
        self._panel.show_draft(draft)
        self._panel.show_error("")
        self._show_sums()

    def _show_sums(self) -> None:
        draft = self._draft
        self._tabs.set_text(self._number, self._title(draft))
        bill = self._worked_out()
        amounts = [line.total_minor for line in bill.lines] if bill is not None else []
        if bill is None:
            amounts = [line.gross_minor(self._rules.exponent) for line in draft.lines]
        rows = [(n, line, amount) for n, (line, amount) in enumerate(zip(draft.lines, amounts, strict=True))]
        self._table.set_lines(rows)
        if bill is None:
            return
        owes = self._owes.get(draft.party_id, 0) if draft.party_id is not None else None
        self._panel.show_bill(bill, self._payment(bill), owes_minor=owes)

    def _worked_out(self) -> Bill | None:
        try:
            return work_out(self._draft, self._rules)
        except RuleViolation as error:
            self._panel.show_error(error_text(error))
            return None

    def _payment(self, bill: Bill) -> Payment:
        return split_payment(self._draft, bill.total_minor)

    def _keep_changed(self) -> None:
        """Keep on disk every bill that was changed since the last time."""
        self._keeper.stop()
        unkept, self._unkept = self._unkept, set()
        for position, draft in enumerate(self._drafts):
            if draft.key not in unkept:
                continue
            work = partial(_keep, key=draft.key, position=position, body=draft_to_json(draft))
            if draft.is_empty:
                work = partial(_drop, key=draft.key)
            self._context.runner.call(work, _nothing, self._context.show_error)

    # --- items --------------------------------------------------------------------------------

    def _search_items(self, text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
        match = _QUANTITY.match(text)
        self._find(match.group(2).strip() if match else text, deliver)

    def _party_id(self) -> PartyId | None:
        draft = self._draft
        return PartyId(draft.party_id) if draft.party_id is not None else None

    def _take_quantity(self, text: str) -> tuple[int, str]:
        match = _QUANTITY.match(text)
        if match is None:
            return 1000, text
        return parse_quantity(match.group(1)), match.group(2).strip()

    def _on_item_text_edited(self, text: str) -> None:
        # The field is empty by the time an item is chosen; the quantity before the name is wanted then.
        self._typed = text

    def _on_item_chosen(self, row: LookupRow | None) -> None:
        if row is not None:
            quantity, _ = self._take_quantity(self._typed)
            self._typed = ""
            self._add_item(row.data, quantity)

    def _on_item_text_entered(self, text: str) -> None:
        quantity, code = self._take_quantity(text)
        report = partial(item_by_code, code=code, party_id=self._party_id())

        def found(pick: ItemPick | None) -> None:
            if pick is not None:
                self._add_item(pick, quantity)
                return
            # Sell now, cost later: what is not in the list sells all the same.
            line = DraftLine(description=code, quantity_milli=quantity)
            self._set_draft(replace(self._draft, lines=(*self._draft.lines, line)))
            self._table.edit_cell(len(self._draft.lines) - 1, "price")

        self._context.runner.query(report, found, self._context.show_error)

    def _on_item_create_requested(self, text: str) -> None:
        quantity, name = self._take_quantity(text)

        def saved(item_id: ItemId, _name: str) -> None:
            # The line stands for what was typed. Not clear(): Ctrl+Z would undo that before the sale.
            self._item.setText("")
            report = partial(item_pick, item_id=item_id, party_id=self._party_id())
            self._context.runner.query(report, lambda pick: self._add_item(pick, quantity))

        FormDialog(ItemForm(self._context, name=name, on_saved=saved), parent=self.window()).open()

    def _add_item(self, pick: ItemPick, quantity_milli: int) -> None:
        """Add a line, or raise the quantity of the line that has the item at that price already."""
        price = pick.price_e4 if pick.price_e4 is not None else pick.last_price_e4 or 0
        lines = self._draft.lines
        for number, line in enumerate(lines):
            if line.item_id == pick.item_id and line.unit_price_e4 == price and not line.discount:
                more = replace(line, quantity_milli=line.quantity_milli + quantity_milli)
                self._set_draft(self._draft.with_line(number, more))
                self._finish_line(number, price)
                return
        taxes = pick.tax_ids or self._context.business.default_tax_ids
        line = DraftLine(
            item_id=pick.item_id,
            description=pick.name,
            quantity_milli=quantity_milli,
            unit_price_e4=price,
            unit=pick.unit,
            tax_ids=tuple(taxes),
            price_includes_tax=pick.price_includes_tax,
            on_hand_milli=pick.on_hand_milli if pick.kind == "goods" else None,
        )
        self._set_draft(replace(self._draft, lines=(*lines, line)))
        self._finish_line(len(lines), price)

    def _finish_line(self, number: int, price: int) -> None:
        self._table.select_row(number)
        if price == 0:
            self._table.edit_cell(number, "price")
        else:
            self.focus_first()

    # --- slots --------------------------------------------------------------------------------

    def _on_tabs_current_changed(self, _number: int) -> None:
        if self._ready and not self._shifting:
            self._show_draft()

    def _on_tabs_close_requested(self, number: int) -> None:
        draft = self._drafts[number]
        self._forget(number)
        if not draft.is_empty:
            self._context.toast(
                self.tr("The bill was put away"),
                action=self.tr("Undo"),
                on_action=lambda: self._add_bill(draft),
            )

    def _forget(self, number: int) -> None:
        # Until tabs and bills are one to one again, a tab made current must not be asked for its bill.
        self._shifting = True
        draft = self._drafts.pop(number)
        self._unkept.discard(draft.key)
        self._context.runner.call(partial(_drop, key=draft.key), _nothing, self._context.show_error)
        if not self._drafts:
            self._drafts.append(Draft(key=token_hex(8)))
            self._tabs.add_tab(self._title(self._drafts[0]))
        self._tabs.remove_tab(number)
        self._shifting = False
        for n, other in enumerate(self._drafts):
            self._tabs.set_text(n, self._title(other))
        self._show_draft()

    def _on_mode_choice_changed(self, mode: str) -> None:
        self._context.keep_page_setting(_KEY, {"mode": mode})
        self._retranslate()

    def _on_party_party_changed(self, pick: PartyPick | None) -> None:
        if not self._ready:
            return
        if pick is None:
            self._change(party_id=None, party_name="")
            return
        self._owes[pick.party_id] = pick.balance_minor
        self._change(party_id=pick.party_id, party_name=pick.name)

    def _on_line_edited(self, number: int, name: str, value: object) -> None:
        line = self._draft.lines[number]
        if name == "quantity_milli" and not value:
            # Later: the editor that said so is still open, and must not lose its row under it.
            QTimer.singleShot(0, self, partial(self._on_table_remove_requested, number))
            return
        if name == "description" and not value:
            return
        changed = replace(line, **{name: value})  # type: ignore[arg-type]
        try:
            changed.discount_minor(self._rules.exponent)
        except RuleViolation as error:
            self._panel.show_error(error_text(error))
            return
        self._set_draft(self._draft.with_line(number, changed))

    def _on_table_remove_requested(self, number: int) -> None:
        line = self._draft.lines[number]
        before = self._draft
        self._set_draft(before.without_line(number))
        self._context.toast(
            self.tr("{name} was taken off the bill").format(name=line.description),
            action=self.tr("Undo"),
            on_action=lambda: self._set_draft(before),
        )
        self.focus_first()

    def _on_table_duplicate_requested(self, number: int) -> None:
        lines = self._draft.lines
        self._set_draft(replace(self._draft, lines=(*lines, lines[number])))

    def _all_cash(self) -> None:
        bill = self._worked_out()
        if bill is not None:
            left = max(bill.total_minor - (self._draft.bank_minor or 0), 0)
            self._change(cash_minor=left)
            self._panel.show_draft(self._draft)
            self._panel.cash.setFocus()

    def _all_khata(self) -> None:
        if self._draft.party_id is None:
            self._party.setFocus()
            return
        self._change(cash_minor=None, bank_minor=None)
        self._panel.show_draft(self._draft)

    def _all_bank(self) -> None:
        bill = self._worked_out()
        if bill is not None:
            left = max(bill.total_minor - min(self._draft.cash_minor or 0, bill.total_minor), 0)
            self._change(bank_minor=left)
            self._panel.show_draft(self._draft)
            self._panel.bank.setFocus()

    def _focus_date(self) -> None:
        self._mode.set_value("full")
        self._retranslate()
        self._date.setFocus()

    def _create_party(self) -> None:
        self._party.create_requested.emit(self._party.text())

    # --- saving -------------------------------------------------------------------------------

    def _save(self, *, then: str) -> None:
        self._table.finish_editing()
        draft = self._draft
        try:
            command = sale_command(draft, self._rules, self._context.today())
        except RuleViolation as error:
            self._refused(error)
            return
        self._panel.set_busy(True)
        self._context.runner.execute(
            partial(post_sale, command=command),
            partial(self._saved, draft, then),
            self._refused,
            initiator=self,
        )

    def _refused(self, error: KhataError) -> None:
        """Say what is wrong where it is wrong; the bill stays as it is."""
        self._panel.set_busy(False)
        self._panel.show_error(error_text(error))
        fields = {"party": self._party, "bank": self._panel.bank, "lines": self._item}
        fields["tenders"] = self._panel.cash
        focus = fields.get(error.field or "")
        if focus is not None:
            focus.setFocus()

    def _saved(self, draft: Draft, then: str, outcome: Outcome[Posted]) -> None:
        self._panel.set_busy(False)
        posted = outcome.value
        bill = work_out(draft, self._rules)
        change = split_payment(draft, bill.total_minor).change_minor
        if draft in self._drafts:
            self._forget(self._drafts.index(draft))
        amount = self._context.amount(posted.total_minor, symbol=True)
        words = self.tr("Sold for {amount}: {number}").format(amount=amount, number=posted.number)
        if change:
            words = self.tr("{sold} · change {change}").format(
                sold=words, change=self._context.amount(change)
            )
        notices = [notice_text(notice, self._context.style) for notice in outcome.notices]
        self._context.posted(" · ".join([words, *notices]), posted)
        job = invoice_job(self._context, posted.voucher_id, posted.number)
        # The paper comes after the books: a receipt without its sale cannot happen.
        if then == "print":
            print_now(self._context, self.window(), job)
        elif then == "preview":
            PaperPreview(self._context, job, self.window()).open()
        self.focus_first()

    # --- words --------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        full = self._mode.value == "full"
        self._mode.set_choices([("quick", self.tr("Quick")), ("full", self.tr("Full"))])
        self._tabs.set_add_words(self.tr("New bill"))
        self._item.setPlaceholderText(self.tr("Scan, or type name or code… 3* before it sets the quantity"))
        self._item.setAccessibleName(self.tr("Item"))
        self._item.set_create_label(self.tr("Add “{text}” to the items"))
        self._party.setPlaceholderText(self.tr("Walk-in customer"))
        self._party.setAccessibleName(self.tr("Customer"))
        for label, words in zip(
            self._more_words, (self.tr("Date"), self.tr("Reference"), self.tr("Note")), strict=True
        ):
            label.setText(words)
        self._date.set_style(self._context.style)
        self._more.setVisible(full)
        self._table.bill_model.set_columns(self._table.columns_for(full=full))
        self._table.setAccessibleName(self.tr("Lines of the bill"))
        self._table.set_empty(self.tr("Scan the first item, or type its name."), icon="scan")
        self._panel.retranslate()
        if self._ready:
            for number, draft in enumerate(self._drafts):
                self._tabs.set_text(number, self._title(draft))
            self._show_sums()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _draft_of(detail: VoucherDetail, context: PageContext) -> Draft:
    """Return a posted bill as a draft that corrects it."""
    prefill = detail.prefill
    cash = sum(t.amount_minor for t in prefill.tenders if t.account_id == CASH)
    others = [t for t in prefill.tenders if t.account_id != CASH]
    bank = sum(t.amount_minor for t in others)

    def plain(minor: int) -> str:
        return without_invisible_marks(context.style.amount(minor)) if minor else ""

    return Draft(
        key=token_hex(8),
        lines=tuple(
            DraftLine(
                item_id=line.item_id,
                description=line.description,
                quantity_milli=line.quantity_milli,
                unit_price_e4=line.unit_price_e4,
                unit=line.unit,
                discount=plain(line.discount_minor),
                tax_ids=tuple(line.tax_ids),
                price_includes_tax=line.price_includes_tax,
            )
            for line in prefill.sold_lines
        ),
        party_id=detail.party_id,
        party_name=detail.party_name,
        bill_discount=plain(prefill.bill_discount_minor),
        # A walk-in who paid just the bill pays just the corrected one.
        cash_minor=(detail.tendered_minor or (cash if detail.party_id is not None else 0)) or None,
        bank_minor=bank or None,
        bank_account=others[0].account_id if others else BANK,
        sold_on=detail.posted_on,
        due_on=detail.due_on,
        narration=detail.narration,
        reference=detail.reference,
        corrects=detail.voucher_id,
        corrects_number=detail.number,
    )


def _read_shop(session: Session) -> _Shop:
    rows = taxes_list(session, include_archived=True)
    taxes = {t.tax_id: Tax(id=t.tax_id, name=t.name, rate_ppm=t.rate_ppm, compound=t.compound) for t in rows}
    return _Shop(taxes, accounts_list(session, money_only=True))


def _read_kept(books: Books) -> _Kept:
    return _Kept(books.workbench.drafts(), books.query(_read_shop))


def _keep(books: Books, *, key: str, position: int, body: str) -> None:
    books.workbench.keep_draft(key, position, body)


def _drop(books: Books, *, key: str) -> None:
    books.workbench.drop_draft(key)


def _nothing(_value: object) -> None:
    """The draft is kept; nothing on screen depends on it."""
