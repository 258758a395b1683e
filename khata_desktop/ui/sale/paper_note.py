"""A bill is in the books, and its paper did not come out: that is said, and the other ways to it offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from khata_desktop.formatting import isolated
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.paper.documents import PaperJob
from khata_desktop.ui.paper.output import Words, save_now
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.label import Label


class PaperNote(QFrame):
    """The note. It stays until its paper was looked at, saved, or is no longer wanted.

    Attributes:
        preview, save, close_button: its buttons.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: PaperJob | None = None
        self._why: Words = str
        self.setObjectName("sheet")
        self._words = Label("", wrap=True)
        self.preview = Button("", icon="eye")
        self.save = Button("", icon="pdf")
        self.close_button = IconButton("close", "")
        self.preview.clicked.connect(self._on_preview_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.preview, self.save, self.close_button):
            row.addWidget(button)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """What it says, "" while it says nothing."""
        return self._words.text() if self._job is not None and not self.isHidden() else ""

    def show_job(self, job: PaperJob, why: Words) -> None:
        """Say that a paper did not come out, and why."""
        self._job, self._why = job, why
        self._retranslate()
        self.show()

    def _on_preview_clicked(self) -> None:
        if self._job is not None:
            PaperPreview(self._context, self._job, self.window()).open()
            self.hide()

    def _on_save_clicked(self) -> None:
        if self._job is not None:
            save_now(self._context, self.window(), self._job)
            self.hide()

    def _retranslate(self) -> None:
        self.preview.set_label(self.tr("Preview"))
        self.save.set_label(self.tr("Save as PDF"))
        self.close_button.set_tip(self.tr("Close"))
        if self._job is not None:
            words = self.tr("{number} is saved, but not printed. {why}")
            self._words.setText(words.format(number=isolated(self._job.title), why=self._why()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
