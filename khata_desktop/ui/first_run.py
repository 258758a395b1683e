"""Before a book is open: a new shop, the sample shop, a book of one's own, or a backup."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.config import LANGUAGES, AppConfig, Language, RecentBook, default_books_dir
from khata_desktop.formatting import LANGUAGE_NAMES, isolated
from khata_desktop.ui.new_shop_form import NewBook, NewShopForm, short_path
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.label import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACKUP_DATE = re.compile(r"(-before-\w+)?-\d{8}-\d{6}(-\d+)?$")


def name_of_backup(backup: Path) -> str:
    """Return the name a restored backup gets: without the date that backups bear."""
    return _BACKUP_DATE.sub("", backup.stem) or backup.stem


class StartPage(QWidget):
    """Makes a new shop; offers the sample, a file, a backup and recent books beside.

    Signals:
        create_requested: (NewBook).
        sample_requested: the sample shop.
        open_requested: (Path) a book on this computer.
        forget_requested: (Path) a recent book is not to be listed any more.
        restore_requested: (Path) a backup file.
        join_requested: a khata that another computer keeps is to be kept here as well.
        language_chosen: "en", "ur" or "hi".
        back_requested: back to the book that is open.
    """

    create_requested = Signal(object)
    sample_requested = Signal()
    open_requested = Signal(object)
    forget_requested = Signal(object)
    restore_requested = Signal(object)
    join_requested = Signal()
    language_chosen = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        config: AppConfig,
        *,
        folder: Path | None = None,
        can_go_back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._last_folder = config.last_folder
        self.form = NewShopForm(config.language_or_english, folder or default_books_dir())
        self.form.create_requested.connect(self._on_form_create_requested)
        self._can_go_back = can_go_back
        self._recent = config.recent_books
        self._build(config.language_or_english)
        self.retranslate()

    # --- building -------------------------------------------------------------------------------------

    def _build(self, language: Language) -> None:
        m = active().metrics
        self._title = Label("", size="title", bold=True)
        self._facts = Label("", tone="muted")
        self.languages = ChoiceBox([(known, LANGUAGE_NAMES[known]) for known in LANGUAGES], current=language)
        self.languages.choice_changed.connect(self.language_chosen.emit)
        self._back = Button(key="Esc")
        self._back.clicked.connect(self.back_requested)
        self._back.setVisible(self._can_go_back)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        # Who has a shop wants it again: the books opened lately stand first.
        others = self._build_others()
        for half in (others, self.form) if self._recent else (self.form, others):
            columns.addWidget(half, 5)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setMaximumWidth(m.px(1040))
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(24)
        column.addStretch(1)
        column.addLayout(head)
        column.addLayout(columns)
        column.addStretch(2)
        holder = QWidget()
        holder.setObjectName("scrolled")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def _build_others(self) -> QWidget:
        self.sample = ChoiceCard("", " ", icon="shop")
        self.sample.clicked.connect(self.sample_requested)
        self.open = ChoiceCard("", " ", icon="vouchers")
        self.open.clicked.connect(self._on_open_clicked)
        self.restore = ChoiceCard("", " ", icon="backup")
        self.restore.clicked.connect(self._on_restore_clicked)
        self.join = ChoiceCard("", " ", icon="devices")
        self.join.clicked.connect(self.join_requested)
        self.recent_cards: list[ChoiceCard] = []
        self._recent_title = Label("", size="tiny", tone="muted", bold=True)
        column = QWidget()
        column.setObjectName("scrolled")
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if self._recent:
            box.addWidget(self._recent_title)
            for book in self._recent[:3]:
                box.addWidget(self._recent_card(book))
            box.addSpacing(4)
        for card in (self.sample, self.open, self.restore, self.join):
            box.addWidget(card)
        box.addStretch(1)
        return column

    def _recent_card(self, book: RecentBook) -> ChoiceCard:
        # A path reads from left to right and keeps its end, which tells books apart.
        card = ChoiceCard(book.name, isolated(short_path(book.path)), icon="journal")
        card.setToolTip(book.path)
        card.clicked.connect(lambda: self.open_requested.emit(Path(book.path)))
        self.recent_cards.append(card)
        return card

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._title.setText(self.tr("Your shops") if self._recent else self.tr("Welcome to Khata"))
        self._facts.setText(self.tr("Everything stays on this computer. Nothing needs the internet."))
        self._back.set_label(self.tr("Back"))
        self.languages.setAccessibleName(self.tr("Language"))
        self.sample.set_content(
            self.tr("Look round the sample shop"), self.tr("Half a year of entries to try everything on")
        )
        self.open.set_content(
            self.tr("Open a khata"), self.tr("A .khata file on this computer or a USB stick")
        )
        self.restore.set_content(
            self.tr("Restore a backup"), self.tr("Into a new file; nothing is overwritten")
        )
        self.join.set_content(
            self.tr("Join another device"),
            self.tr("A khata that another computer keeps, or a recovery phrase"),
        )
        self._recent_title.setText(self.tr("Opened lately"))

    # --- behaviour ------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the likeliest next thing is."""
        target: QWidget = self.recent_cards[0] if self.recent_cards else self.form.name
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Hold everything while a book is being made or opened."""
        for widget in (
            self.form.create_button,
            self.sample,
            self.open,
            self.restore,
            self.join,
            *self.recent_cards,
        ):
            widget.setEnabled(not busy)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; what was typed stays."""
        self.set_busy(False)
        self.form.show_error(error)

    def set_language(self, language: Language) -> None:
        """Take the language the program now speaks; a currency not chosen by hand follows it."""
        self.form.set_language(language)
        self.languages.set_value(language)
        self.retranslate()

    def _on_form_create_requested(self, wanted: NewBook) -> None:
        self.set_busy(True)
        self.create_requested.emit(wanted)

    def _on_open_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a khata"),
            self._last_folder or str(self.form.folder),
            self.tr("Khata (*.khata)"),
        )
        if chosen:
            self.open_requested.emit(Path(chosen))

    def _on_restore_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Restore a backup"),
            self._last_folder or str(self.form.folder),
            self.tr("Khata (*.khata);;All files (*)"),
        )
        if chosen:
            self.restore_requested.emit(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter makes the book, Esc goes back."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and control:
            self.form.submit()
        elif event.key() == Qt.Key.Key_Escape and self._can_go_back:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def recent_that_exist(books: Sequence[RecentBook]) -> list[RecentBook]:
    """Return the recent books whose files are still there."""
    return [book for book in books if Path(book.path).is_file()]
