"""The counter: several bills at once as tabs, one of them in view.

`sale.bill_view` shows the bill in view, `sale.open_bills` keeps them all, `sale.bill` knows what a bill is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import VoucherId
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.sale.bill import Draft
from khata_desktop.ui.sale.bill_view import BillView
from khata_desktop.ui.sale.correction import another_like, draft_of
from khata_desktop.ui.sale.open_bills import OpenBills, new_draft
from khata_desktop.ui.sale.scanner import ScanCatcher
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.tab_strip import TabStrip

_KEY = "sale"


class SalePage(Page):
    """Bills as tabs, and goods that come back without their bill. All that is open returns after a power cut.

    Attributes:
        bills: what is open, in the order of the tabs.
        bill: the one in view.
        tabs: the tabs.
    """

    topics = frozenset({Topic.ITEMS, Topic.TAXES, Topic.BUSINESS, Topic.PARTIES})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shifting = False
        self._ready = False
        self._mode_before: str | None = None
        self._waiting: list[Callable[[], None]] = []
        self.bills = OpenBills(context, self)
        self.tabs = TabStrip("")
        self.tabs.current_changed.connect(self._on_tabs_current_changed)
        self.tabs.close_requested.connect(self._on_tabs_close_requested)
        self.tabs.add_requested.connect(self._on_tabs_add_requested)
        self.tabs.moved.connect(self._on_tabs_moved)
        self._mode = SegmentedControl()
        self._mode.choice_changed.connect(self._on_mode_choice_changed)
        self.bill = BillView(context)
        self.bill.draft_changed.connect(self._on_bill_draft_changed)
        self.bill.saved.connect(self._on_bill_saved)
        self.bill.put_back_requested.connect(self._on_bill_put_back_requested)
        self.bill.next_bill_wanted.connect(self._on_bill_next_bill_wanted)
        self.bill.saver.refused.connect(self._on_saver_refused)
        self._scanner = ScanCatcher(self, lambda: self.bill.draft, self.bill.take_scan)
        self._assemble()
        self._arm_keys()
        self._retranslate()
        self._show_mode(context.page_setting(_KEY, {}).get("mode", "quick"))
        self.bill.show_draft(self.bills[0])
        self.bill.refresh()
        self.bills.read(self._on_bills_read)

    def _assemble(self) -> None:
        self.body.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self._mode)
        self.body.addLayout(top)
        self.body.addWidget(self.bill, 1)

    def _arm_keys(self) -> None:
        for key, act in (
            ("Ctrl+Return", partial(self.bill.save, then="print")),
            ("Ctrl+Enter", partial(self.bill.save, then="print")),
            ("Ctrl+S", partial(self.bill.save, then="")),
            ("F10", self.bill.all_cash),
            ("F11", self.bill.all_khata),
            ("F12", self.bill.all_bank),
            ("F2", self._focus_date),
            ("Alt+C", self.bill.create_party),
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

    def open_with(
        self,
        *,
        party_id: bytes | None = None,
        corrects: bytes | None = None,
        like: bytes | None = None,
        returns: bool = False,
    ) -> None:
        """Begin in a tab of its own a bill for a party, one like another, a return without its bill, or a
        correction.
        """
        if not self._ready:
            again = partial(self.open_with, party_id=party_id, corrects=corrects, like=like, returns=returns)
            self._waiting.append(again)
            return
        if like is not None:
            report = partial(voucher_detail, voucher_id=VoucherId(like))
            self._context.runner.query(report, self._open_another, self._context.show_error)
            return
        if corrects is not None:
            report = partial(voucher_detail, voucher_id=VoucherId(corrects))
            self._context.runner.query(report, self._open_correction, self._context.show_error)
            return
        if returns:
            self._begin_return()
        if party_id is not None:
            if not returns and (not self.bill.draft.is_empty or self.bill.draft.returns):
                self._add_bill(new_draft())
            self.bill.party.set_party_id(party_id)

    def refresh(self) -> None:
        """Take over changed taxes, rounding and balances; what is being typed stays."""
        self.bill.refresh()

    def focus_first(self) -> None:
        """The cursor belongs in the item field."""
        self.bill.focus_first()

    # --- tabs ---------------------------------------------------------------------------------

    @property
    def _number(self) -> int:
        return max(self.tabs.current, 0)

    def _on_bills_read(self) -> None:
        for number in range(len(self.bills)):
            self.tabs.add_tab(self._title(number), make_current=False)
        # What was typed before the answer came is the last of them, and stays in view.
        begun = self.bills.number_of(self.bill.draft.key)
        self.tabs.set_current(begun or 0)
        self._ready = True
        if begun is None:
            self.bill.show_draft(self.bills[0])
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _add_bill(self, draft: Draft) -> None:
        self.bills.add(draft)
        self.tabs.add_tab(self._title(len(self.bills) - 1))
        self.bill.show_draft(draft)
        self.focus_first()

    def _begin_return(self) -> None:
        """Show the return that nothing was entered into yet, or begin one."""
        for number, draft in enumerate(self.bills):
            if draft.returns and draft.is_empty:
                self.tabs.set_current(number)
                self.focus_first()
                return
        back = replace(new_draft(), returns=True)
        if len(self.bills) == 1 and self.bill.draft.is_empty:
            # An empty bill beside it would only be in the way.
            self.bills.change(0, back)
            self._name_tabs()
            self.bill.show_draft(back)
            self.focus_first()
            return
        self._add_bill(back)

    def _open_correction(self, detail: VoucherDetail) -> None:
        already = self.bills.correction_of(detail.voucher_id)
        if already is not None:
            self.tabs.set_current(already)
            return
        if self._mode_before is None:
            self._mode_before = str(self._mode.value)
        self._show_mode("full")
        self._add_bill(draft_of(detail, self._context))

    def _open_another(self, detail: VoucherDetail) -> None:
        self._add_bill(another_like(detail, self._context))

    def _title(self, number: int) -> str:
        draft = self.bills[number]
        if draft.corrects_number:
            return self.tr("Correct {number}").format(number=draft.corrects_number)
        who = draft.party_name or self.tr("walk-in")
        words = self.tr("Return {number} · {name}") if draft.returns else self.tr("Bill {number} · {name}")
        return words.format(number=number + 1, name=who)

    def _name_tabs(self) -> None:
        for number in range(min(len(self.bills), self.tabs.count)):
            self.tabs.set_text(number, self._title(number))

    def _put_away(self, number: int) -> Draft:
        in_view = self.bill.draft.key
        # Until tabs and bills are one to one again, a tab made current must not be asked for its bill.
        self._shifting = True
        draft = self.bills.take_out(number)
        if self.tabs.count == len(self.bills):
            # It was the last one: an empty bill stands in its place.
            self.tabs.add_tab("")
        self.tabs.remove_tab(number)
        still_there = self.bills.number_of(in_view)
        if still_there is not None:
            self.tabs.set_current(still_there)
        self._shifting = False
        self._name_tabs()
        if still_there is None:
            self.bill.show_draft(self.bills[self._number])
        if self._mode_before is not None and all(other.corrects is None for other in self.bills):
            mode, self._mode_before = self._mode_before, None
            self._show_mode(mode)
        return draft

    def _on_tabs_current_changed(self, _number: int) -> None:
        if self._ready and not self._shifting:
            self.bill.show_draft(self.bills[self._number])

    def _on_tabs_add_requested(self) -> None:
        self._add_bill(new_draft())

    def _on_tabs_close_requested(self, number: int) -> None:
        if self.bill.saver.is_saving(self.bills[number]):
            self._context.toast(self.tr("This bill is being saved; it closes by itself when that is done."))
            return
        if self.bills[number].key == self.bill.draft.key:
            self.bill.drop_typed()
        draft = self._put_away(number)
        if not draft.is_empty:
            self._context.toast(
                self.tr("The bill was put away"),
                action=self.tr("Undo"),
                on_action=lambda: self._add_bill(draft),
            )

    def _on_tabs_moved(self, start: int, end: int) -> None:
        if not self._shifting:
            self.bills.move(start, end)
            self._name_tabs()

    def _on_bill_draft_changed(self, draft: Draft) -> None:
        number = self.bills.number_of(draft.key)
        if number is not None:
            self.bills.change(number, draft)
            self._name_tabs()

    def _on_bill_put_back_requested(self, draft: Draft) -> None:
        number = self.bills.number_of(draft.key)
        if number is None or self.bill.saver.is_saving(draft):
            # It was saved or closed meanwhile.
            return
        self.tabs.set_current(number)
        self.bills.change(number, draft)
        self.bill.show_draft(draft)

    def _on_bill_next_bill_wanted(self) -> None:
        for number, draft in enumerate(self.bills):
            if draft.is_empty and not draft.returns:
                self.tabs.set_current(number)
                return
        self._add_bill(new_draft())

    def _on_saver_refused(self, draft: Draft, error: KhataError) -> None:
        number = self.bills.number_of(draft.key)
        if number is None or draft.key == self.bill.draft.key:
            # The bill in view says itself what is wrong, and where.
            return
        self._context.toast(
            self.tr("{bill} was not saved. {why}").format(bill=self._title(number), why=error_text(error)),
            tone="gave",
            action=self.tr("Show it"),
            on_action=lambda: self._show_bill(draft.key),
        )

    def _show_bill(self, key: str) -> None:
        number = self.bills.number_of(key)
        if number is not None:
            self.tabs.set_current(number)

    def _on_bill_saved(self, draft: Draft) -> None:
        number = self.bills.number_of(draft.key)
        if number is not None:
            self._put_away(number)

    # --- quick or full ------------------------------------------------------------------------

    def _on_mode_choice_changed(self, mode: str) -> None:
        self._context.keep_page_setting(_KEY, {"mode": mode})
        self._mode_before = None
        self.bill.set_full(mode == "full")
        # The next scan belongs in the item field, not to the choice just made.
        self.focus_first()

    def _show_mode(self, mode: str) -> None:
        self._mode.set_value(mode)
        self.bill.set_full(self._mode.value == "full")

    def _focus_date(self) -> None:
        self._show_mode("full")
        self.bill.facts.date.setFocus()

    # --- words --------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self._mode.set_choices([("quick", self.tr("Quick")), ("full", self.tr("Full"))])
        self.bill.set_full(self._mode.value == "full")
        self.tabs.set_add_words(self.tr("New bill"))
        self._name_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for scans while in view."""
        super().showEvent(event)
        self._scanner.listen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave scans to the other pages."""
        self._scanner.listen(False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
