"""What stands open in a khata, with a field beside each for how much of it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import Allocation
from khata_desktop.formatting import isolated
from khata_desktop.reports.pickers import OpenItem
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.sum_edit import AmountEdit

_MOST = 40


class AllocationList(QWidget):
    """The oldest forty open vouchers of one side, and what is chosen beyond them.

    Each has its date, what is open, and an amount field.

    Signals:
        changed: an amount was changed.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[tuple[OpenItem, AmountEdit]] = []
        self._kept: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def set_items(self, items: Sequence[OpenItem], chosen: Iterable[Allocation] = ()) -> None:
        """Show other open vouchers: the oldest, and those that are ``chosen``, with the amounts."""
        amounts = {allocation.against_id: allocation.amount_minor for allocation in chosen}
        shown = [item for row, item in enumerate(items) if row < _MOST or item.voucher_id in amounts]
        while self._grid.count():
            taken = self._grid.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        self._rows = []
        for row, item in enumerate(shown):
            style = self._context.style
            day = style.date(item.posted_on)
            facts = f"{isolated(item.number)} · {day}"
            self._grid.addWidget(Label(facts), row, 0)
            self._grid.addWidget(Label(self._context.amount(abs(item.open_minor)), tone="muted"), row, 1)
            edit = AmountEdit(style)
            edit.setFixedWidth(active().metrics.px(100))
            edit.setAccessibleName(facts)
            edit.set_value(amounts.get(item.voucher_id))
            edit.value_changed.connect(self._on_edit_value_changed)
            self._grid.addWidget(edit, row, 2)
            self._rows.append((item, edit))
        if self._kept:
            self.take_draft(self._kept)

    def draft(self) -> dict[str, str]:
        """Return what was typed beside each voucher."""
        return {item.voucher_id.hex(): edit.text() for item, edit in self._rows if edit.text()}

    def take_draft(self, state: dict[str, str]) -> None:
        """Type it again, now or once the vouchers of that party are known."""
        self._kept = dict(state)
        for item, edit in self._rows:
            edit.setText(self._kept.pop(item.voucher_id.hex(), ""))
            edit.textEdited.emit(edit.text())

    @property
    def edits(self) -> list[AmountEdit]:
        """The amount fields, from the oldest voucher on."""
        return [edit for _, edit in self._rows]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands open."""
        return not self._rows

    def spread(self, amount_minor: int) -> None:
        """Fill in the oldest first, as a start to change from."""
        for (_, edit), part in zip(self._rows, self._oldest_first(amount_minor), strict=True):
            edit.set_value(part or None)

    def _oldest_first(self, amount_minor: int) -> list[int]:
        parts, left = [], amount_minor
        for item, _ in self._rows:
            parts.append(min(left, abs(item.open_minor)))
            left -= parts[-1]
        return parts

    def is_oldest_first(self, amount_minor: int) -> bool:
        """Return whether the amounts are what an amount settles of itself."""
        return [edit.value or 0 for edit in self.edits] == self._oldest_first(amount_minor)

    def allocations(self) -> tuple[Allocation, ...]:
        """Return what was chosen. Raises AmountUnreadable."""
        return tuple(
            Allocation(VoucherId(item.voucher_id), amount)
            for item, edit in self._rows
            if (amount := edit.read("allocations", empty=0))
        )

    def culprit(self) -> AmountEdit | None:
        """Return the field that cannot be right: unreadable, more than is due, else the last filled one."""
        for item, edit in self._rows:
            if edit.text().strip() and not 0 < (edit.value or 0) <= abs(item.open_minor):
                return edit
        return next((edit for edit in reversed(self.edits) if edit.value), None)

    def _on_edit_value_changed(self, _value: object) -> None:
        self.changed.emit()
