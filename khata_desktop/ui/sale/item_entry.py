"""The one field of the counter: scan, name or code, with a quantity before it where it is not one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.formatting import parse_quantity
from khata_desktop.reports.pickers import ItemPick, item_by_code, item_pick
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.item_form import ItemForm
from khata_desktop.ui.pickers import item_search
from khata_desktop.ui.widgets.form_dialog import FormDialog
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow

#: "3*" or "2.5 x" before a scan or a name sets the quantity.
_QUANTITY = re.compile(r"^\s*(\d+(?:\.\d{1,3})?)\s*[*xX×]\s*(.*)$")
_ONLY_QUANTITY = re.compile(r"^\s*\d+(?:\.\d{1,3})?\s*[*xX×]\s*$")


class ItemEntry(LookupEdit):
    """Finds items, and is empty again after each. `party_id` tells whose last price is wanted.

    Signals:
        item_entered: (ItemPick, quantity in thousandths) an item was found, scanned or just added.
        unknown_entered: (text, quantity in thousandths) nothing is called so.
        settled: (well) nothing that was entered is still being looked for; not well where it was given up.
    """

    item_entered = Signal(object, int)
    unknown_entered = Signal(str, int)
    settled = Signal(bool)

    def __init__(
        self,
        context: PageContext,
        party_id: Callable[[], PartyId | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._search_items, icon="scan", free_text=True, keep_text=False, parent=parent)
        self._context = context
        self._party_id = party_id
        self._find = item_search(context, party_id)
        self._typed = ""
        self._asked = 0
        self.textEdited.connect(self._on_item_text_edited)
        self.chosen.connect(self._on_item_chosen)
        self.text_entered.connect(self._on_item_text_entered)
        self.create_requested.connect(self._on_item_create_requested)
        self._retranslate()

    def _search_items(self, text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
        match = _QUANTITY.match(text)
        self._find(match.group(2).strip() if match else text, deliver)

    def _on_item_text_edited(self, text: str) -> None:
        # The field is empty by the time an item is chosen; the quantity before the name is wanted then.
        self._typed = text

    def _on_item_chosen(self, row: LookupRow | None) -> None:
        if row is not None:
            quantity, _ = _quantity_and_name(self._typed)
            self._typed = ""
            self.item_entered.emit(row.data, quantity)
            self._settle(well=True)

    def _on_item_text_entered(self, text: str) -> None:
        quantity, code = _quantity_and_name(text)
        report = partial(item_by_code, code=code, party_id=self._party_id())

        def found(pick: ItemPick | None) -> None:
            self._asked -= 1
            if pick is not None:
                self.item_entered.emit(pick, quantity)
            else:
                self.unknown_entered.emit(code, quantity)
            self._settle(well=True)

        def failed(error: KhataError) -> None:
            self._asked -= 1
            self._context.show_error(error)
            self._settle(well=False)

        self._asked += 1
        self._context.runner.query(report, found, failed)

    def take_scan(self, code: str, typed: str) -> None:
        """Enter a scanned code; of what was `typed` before it, a quantity counts."""
        self.set_current(None)
        self._on_item_text_entered(f"{typed}{code}" if _ONLY_QUANTITY.match(typed) else code)

    @property
    def is_waiting(self) -> bool:
        """Whether Enter was pressed faster than the search; keys are held back until it answers."""
        return self._pending_enter

    @property
    def is_asking(self) -> bool:
        """Whether something that was entered is still being looked for."""
        return self._asked > 0 or self.is_waiting

    def _settle(self, *, well: bool) -> None:
        if not self.is_asking:
            self.settled.emit(well)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was being looked for is given up when the cursor leaves."""
        waiting = self.is_waiting
        super().focusOutEvent(event)
        if waiting:
            self._settle(well=False)

    def _on_item_create_requested(self, text: str) -> None:
        quantity, name = _quantity_and_name(text)

        def saved(item_id: ItemId, _name: str) -> None:
            # The line stands for what was typed. Not clear(): Ctrl+Z would undo that before the sale.
            self.setText("")
            report = partial(item_pick, item_id=item_id, party_id=self._party_id())
            self._context.runner.query(
                report, lambda pick: self.item_entered.emit(pick, quantity), self._context.show_error
            )

        FormDialog(ItemForm(self._context, name=name, on_saved=saved), parent=self.window()).open()

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Scan, or type name or code… 3* before it sets the quantity"))
        self.setAccessibleName(self.tr("Item"))
        self.set_create_label(self.tr("Add “{text}” to the items"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _quantity_and_name(text: str) -> tuple[int, str]:
    match = _QUANTITY.match(text)
    if match is None:
        return 1000, text
    return parse_quantity(match.group(1)), match.group(2).strip()
