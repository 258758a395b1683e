"""Before a book is open: the language, then a new shop, the sample shop, a book of one's own, or a backup."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.config import LANGUAGES, AppConfig, Grouping, Language, RecentBook, default_books_dir
from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import LANGUAGE_NAMES, isolated
from khata_desktop.ui.currencies import currency_choices, likely_currency, usual_grouping
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.form import Field
from khata_desktop.ui.widgets.label import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_BACKUP_DATE = re.compile(r"(-before-\w+)?-\d{8}-\d{6}(-\d+)?$")
_GREETINGS = {
    "en": "Your shop's khata, on your own computer",
    "ur": "آپ کی دکان کا کھاتہ، آپ کے اپنے کمپیوٹر پر",
    "hi": "आपकी दुकान का खाता, आपके अपने कंप्यूटर पर",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBook:
    """A book to be made: where, and what the business record begins with."""

    path: Path
    name: str
    currency_code: str
    phone: str
    language: Language
    grouping: Grouping


def free_path(folder: Path, name: str) -> Path:
    """Return a file name for a business that does not exist in the folder yet."""
    stem = " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split()).strip(" .")[:60] or "khata"
    path = folder / f"{stem}.khata"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}).khata"
        number += 1
    return path


def name_of_backup(backup: Path) -> str:
    """Return the name a restored backup gets: without the date that backups bear."""
    return _BACKUP_DATE.sub("", backup.stem) or backup.stem


class LanguagePage(QWidget):
    """The very first screen: one press on one's own language.

    Signals:
        language_chosen: "en", "ur" or "hi".
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.cards: dict[Language, ChoiceCard] = {}
        brand = Label("Khata", size="total", bold=True)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(brand)
        column.addSpacing(16)
        for language in LANGUAGES:
            card = ChoiceCard(LANGUAGE_NAMES[language], _GREETINGS[language], icon="language")
            right = language == "ur"
            card.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
            )
            card.clicked.connect(lambda _=False, chosen=language: self.language_chosen.emit(chosen))
            self.cards[language] = card
            column.addWidget(card)
        row = QHBoxLayout(self)
        middle = QWidget()
        middle.setObjectName("scrolled")
        middle.setFixedWidth(active().metrics.px(480))
        box = QVBoxLayout(middle)
        box.addStretch(2)
        box.addLayout(column)
        box.addStretch(3)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus on the first language."""
        self.cards["en"].setFocus(Qt.FocusReason.TabFocusReason)


class StartPage(QWidget):
    """Makes a new shop at the reading start; offers the sample, a file, a backup and recent books beside.

    Signals:
        create_requested: (NewBook).
        sample_requested: the sample shop.
        open_requested: (Path) a book on this computer.
        forget_requested: (Path) a recent book is not to be listed any more.
        restore_requested: (Path) a backup file.
        language_chosen: "en", "ur" or "hi".
        back_requested: back to the book that is open.
    """

    create_requested = Signal(object)
    sample_requested = Signal()
    open_requested = Signal(object)
    forget_requested = Signal(object)
    restore_requested = Signal(object)
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
        self._language: Language = config.language_or_english
        self._last_folder = config.last_folder
        self._folder = folder or default_books_dir()
        self._can_go_back = can_go_back
        self._recent = config.recent_books
        self._build()
        self.retranslate()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        m = active().metrics
        self._title = Label("", size="title", bold=True)
        self._facts = Label("", tone="muted")
        self.languages = ChoiceBox(
            [(language, LANGUAGE_NAMES[language]) for language in LANGUAGES], current=self._language
        )
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
        columns.addWidget(self._build_form(), 5)
        columns.addWidget(self._build_others(), 5)
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

    def _build_form(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.phone = QLineEdit()
        self.phone.setMaxLength(200)
        # A phone reads from left to right in every language.
        self.phone.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.currency = ChoiceBox(currency_choices(), current=likely_currency(self._language))
        self.currency.setEditable(False)
        self._form_title = Label("", size="lead", bold=True)
        self._name_field = Field(" ", self.name)
        self._currency_field = Field(" ", self.currency)
        self._phone_field = Field(" ", self.phone)
        self._place = Label("", size="tiny", tone="muted")
        self._change_place = Button(kind="ghost")
        self._change_place.clicked.connect(self._on_change_place_clicked)
        self._notice = Label("", tone="gave", wrap=True)
        self._notice.hide()
        self.create_button = Button(kind="primary", key="Ctrl+Return")
        self.create_button.clicked.connect(self.submit)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self._change_place)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.create_button)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        box = QVBoxLayout(sheet)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self._form_title)
        for field in (self._name_field, self._currency_field, self._phone_field):
            box.addWidget(field)
        box.addLayout(place)
        box.addWidget(self._notice)
        box.addStretch(1)
        box.addLayout(foot)
        self.name.textEdited.connect(self._on_name_edited)
        self.name.returnPressed.connect(lambda: self.currency.setFocus(Qt.FocusReason.TabFocusReason))
        self.phone.returnPressed.connect(self.submit)
        return sheet

    def _build_others(self) -> QWidget:
        self.sample = ChoiceCard("", " ", icon="shop")
        self.sample.clicked.connect(self.sample_requested)
        self.open = ChoiceCard("", " ", icon="vouchers")
        self.open.clicked.connect(self._on_open_clicked)
        self.restore = ChoiceCard("", " ", icon="backup")
        self.restore.clicked.connect(self._on_restore_clicked)
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
        for card in (self.sample, self.open, self.restore):
            box.addWidget(card)
        box.addStretch(1)
        return column

    def _recent_card(self, book: RecentBook) -> ChoiceCard:
        # A path reads from left to right and keeps its end, which tells books apart.
        card = ChoiceCard(book.name, isolated(_short(book.path)), icon="journal")
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
        self._form_title.setText(self.tr("A new shop"))
        self._name_field.set_label(self.tr("Name of the shop"))
        self.name.setPlaceholderText(self.tr("for example Rahmat General Store"))
        self._currency_field.set_label(self.tr("Currency"))
        self._phone_field.set_label(self.tr("Phone, printed on bills"))
        self.currency.set_choices(currency_choices())
        self._change_place.set_label(self.tr("Another folder"))
        self.create_button.set_label(self.tr("Start with an empty khata"))
        self.sample.set_content(
            self.tr("Look round the sample shop"), self.tr("Half a year of entries to try everything on")
        )
        self.open.set_content(
            self.tr("Open a khata"), self.tr("A .khata file on this computer or a USB stick")
        )
        self.restore.set_content(
            self.tr("Restore a backup"), self.tr("Into a new file; nothing is overwritten")
        )
        self._recent_title.setText(self.tr("Opened lately"))
        self._show_place()

    # --- behaviour ------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the likeliest next thing is."""
        target: QWidget = self.recent_cards[0] if self.recent_cards else self.name
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Ask for the book to be made, or mark what is missing."""
        name = self.name.text().strip()
        if not name:
            self._name_field.set_error(self.tr("Type the name of your shop; it stands on every bill."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        code: str = self.currency.value
        self.set_busy(True)
        self.create_requested.emit(
            NewBook(
                path=free_path(self._folder, name),
                name=name,
                currency_code=code,
                phone=self.phone.text().strip(),
                language=self._language,
                grouping=usual_grouping(code),
            )
        )

    def set_busy(self, busy: bool) -> None:
        """Hold everything while a book is being made or opened."""
        for widget in (self.create_button, self.sample, self.open, self.restore, *self.recent_cards):
            widget.setEnabled(not busy)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; what was typed stays."""
        self.set_busy(False)
        fields = {"name": self._name_field, "currency": self._currency_field, "phone": self._phone_field}
        name = error.field if isinstance(error, KhataError) else None
        if name in fields:
            fields[name].set_error(error_text(error))
            return
        self._notice.setText(error_text(error))
        self._notice.show()

    def set_language(self, language: Language) -> None:
        """Take the language the program now speaks; a currency not chosen by hand follows it."""
        self._language = language
        self.languages.set_value(language)
        self.retranslate()

    def _show_place(self) -> None:
        path = free_path(self._folder, self.name.text().strip() or self.tr("Shop"))
        self._place.setText(self.tr("Kept in {path}").format(path=isolated(_short(str(path)))))
        self._place.setToolTip(str(path))

    def _on_name_edited(self) -> None:
        self._name_field.set_error("")
        self._notice.hide()
        self._show_place()

    def _on_change_place_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Keep the khata in"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._show_place()

    def _on_open_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a khata"), self._last_folder or str(self._folder), self.tr("Khata (*.khata)")
        )
        if chosen:
            self.open_requested.emit(Path(chosen))

    def _on_restore_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Restore a backup"),
            self._last_folder or str(self._folder),
            self.tr("Khata (*.khata);;All files (*)"),
        )
        if chosen:
            self.restore_requested.emit(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter makes the book, Esc goes back, Enter on the currency goes on."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and control:
            self.submit()
        elif event.key() in _ENTER and self.currency.hasFocus():
            self.phone.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._can_go_back:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _short(path: str) -> str:
    """Return a path with the user's home folder as ~."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(home + "/") else path


def recent_that_exist(books: Sequence[RecentBook]) -> list[RecentBook]:
    """Return the recent books whose files are still there."""
    return [book for book in books if Path(book.path).is_file()]
