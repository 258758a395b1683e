"""The preview: the paper as it will be, in the size and language it will be in."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.config import LANGUAGES
from khata_desktop.formatting import LANGUAGE_NAMES
from khata_desktop.services.books import Books
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.paper.documents import Made, PaperChoice, PaperJob
from khata_desktop.ui.paper.output import print_made, save_made, send_message, usual_choice
from khata_desktop.ui.paper.pages import page_count, page_images
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import Badge, SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.label import Label

_SHOWN_PAGES = 30
_PREVIEW_DPI = 110


class _Shown(NamedTuple):
    made: Made
    pages: list[QImage]
    total: int


class PaperPreview(QDialog):
    """Shows a `PaperJob`; prints, saves and sends it."""

    def __init__(self, context: PageContext, job: PaperJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = job
        self._made: Made | None = None
        self.setModal(True)
        self.setWindowTitle(job.title)
        usual = usual_choice(context, job)
        self._title = Label(job.title, size="lead", bold=True)
        self._badge = Badge()
        self._badge.hide()
        self._paper = SegmentedControl(
            [(p, p.replace("80mm", "80 mm")) for p in job.papers], current=usual.paper
        )
        self._language = ChoiceBox(
            [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], current=usual.language
        )
        for control in (self._paper, self._language):
            control.choice_changed.connect(self._on_choice_changed)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(16)
        self._pages.setContentsMargins(24, 24, 24, 24)
        self._note = Label("", tone="muted")
        self._send = Button(self.tr("WhatsApp"), icon="message")
        self._save = Button(self.tr("Save PDF"), icon="pdf", shortcut="Ctrl+S")
        self._print = Button(self.tr("Print"), kind="primary", icon="print", shortcut="Alt+P")
        self._close = Button(self.tr("Back"), kind="ghost", key="Esc")
        self._send.clicked.connect(self._on_send_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._on_print_clicked)
        self._assemble()
        # Said outright: Qt would open it at two thirds of the screen at most, and cut the page.
        self.resize(self.sizeHint())
        self._refresh()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 12)
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._badge)
        top.addStretch(1)
        top.addWidget(self._paper)
        top.addWidget(self._language)
        ground = QWidget()
        ground.setObjectName("page")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setLayout(self._pages)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(ground)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        for widget in (self._close, self._note):
            foot.addWidget(widget)
        foot.addStretch(1)
        for button in (self._send, self._save, self._print):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(scroll, 1)
        box.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Return room for a whole page where the screen has it."""
        area = self.screen().availableGeometry().size()
        parent = self.parentWidget()
        if parent is not None:
            area = area.expandedTo(parent.window().size())
        return QSize(min(1040, area.width() - 64), min(1200, area.height() - 64))

    def _refresh(self) -> None:
        choice = PaperChoice(paper=self._paper.value, language=self._language.value)
        for button in (self._send, self._save, self._print):
            button.setEnabled(False)

        def work(books: Books) -> _Shown:
            made = self._job.make(books, choice)
            pages = page_images(made.pdf, dpi=_PREVIEW_DPI, most=_SHOWN_PAGES)
            return _Shown(made, pages, page_count(made.pdf))

        self._context.runner.call(work, self._take_pages, self._context.show_error)

    def _take_pages(self, shown: _Shown) -> None:
        first = self._made is None
        self._made = shown.made
        while self._pages.count():
            item = self._pages.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, image in enumerate(shown.pages, 1):
            sheet = QLabel()
            sheet.setObjectName("paper")
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setAccessibleName(self.tr("Page {number}").format(number=number))
            self._pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)
        self._badge.set_content(self.tr("Copy") if shown.made.is_copy else "", tone="warn")
        self._note.setText(self.tr("%n page(s)", None, shown.total))
        for button in (self._send, self._save, self._print):
            button.setEnabled(True)
        if first:
            # One more key prints: a button that was disabled could not keep the focus till now.
            self._print.setFocus()

    # --- slots --------------------------------------------------------------------------------

    def _on_choice_changed(self, _value: object) -> None:
        self._refresh()

    def _on_print_clicked(self) -> None:
        if self._made is not None:
            print_made(self._context, self, self._job, self._made, self._paper.value)

    def _on_save_clicked(self) -> None:
        if self._made is not None:
            save_made(self._context, self, self._job, self._made)

    def _on_send_clicked(self) -> None:
        if self._made is not None:
            send_message(self._made)

    # --- events -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Let toasts stand here: what was just saved is told with its Undo, and how printing went."""
        super().showEvent(event)
        if not event.spontaneous():
            self._context.covered.emit(self, self._scroll.geometry)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the toast to the window."""
        if not event.spontaneous():
            self._context.covered.emit(None, None)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for button, words in (
                (self._send, self.tr("WhatsApp")),
                (self._save, self.tr("Save PDF")),
                (self._print, self.tr("Print")),
                (self._close, self.tr("Back")),
            ):
                button.set_label(words)
