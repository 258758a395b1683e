"""Date, reference and note of a bill, in one row: what the quick counter hides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sale.bill import Draft
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.label import Label


class BillFacts(QWidget):
    """The row.

    Signals:
        fact_changed: (field of Draft, its new value).
    """

    fact_changed = Signal(str, object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.date = DateEdit(context.style, context.today)
        self.reference, self.note = QLineEdit(), QLineEdit()
        self.date.date_changed.connect(lambda day: self.fact_changed.emit("sold_on", day))
        self.reference.textEdited.connect(lambda text: self.fact_changed.emit("reference", text))
        self.note.textEdited.connect(lambda text: self.fact_changed.emit("narration", text))
        self._words = [Label("", tone="muted") for _ in range(3)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        editors = (self.date, self.reference, self.note)
        for words, editor, stretch in zip(self._words, editors, (0, 1, 2), strict=True):
            words.setBuddy(editor)
            row.addWidget(words)
            row.addWidget(editor, stretch)
        self._dress()
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Fill the fields from another bill."""
        self.date.set_value(draft.sold_on or self._context.today())
        self.reference.setText(draft.reference)
        self.note.setText(draft.narration)

    def set_locked(self, locked: bool) -> None:
        """Let the facts be read only, or changed again."""
        for editor in (self.date, self.reference, self.note):
            editor.setReadOnly(locked)

    def retranslate(self) -> None:
        """Speak the language now in force, and write dates its way."""
        self.date.set_style(self._context.style)
        names = (self.tr("Date"), self.tr("Reference"), self.tr("Note"))
        editors = (self.date, self.reference, self.note)
        for label, editor, words in zip(self._words, editors, names, strict=True):
            label.setText(words)
            editor.setAccessibleName(words)

    def _dress(self) -> None:
        self.date.setFixedWidth(active().metrics.px(150))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
