"""The form of a new shop: what it is called, its currency, and where its book is kept."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from khata_desktop.config import Grouping, Language
from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.currencies import currency_choices, likely_currency, usual_grouping
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.form_field import Field, lean
from khata_desktop.ui.widgets.label import Label

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


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


def short_path(path: str) -> str:
    """Return a path with the user's home folder as ~."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(home + "/") else path


class NewShopForm(QFrame):
    """A sheet with three fields; only the name must be filled.

    Signals:
        create_requested: (NewBook).
    """

    create_requested = Signal(object)

    def __init__(self, language: Language, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.folder = folder
        self._language: Language = language
        self._error: BaseException | None = None
        self._name_missing = False
        self._build(language)
        self.retranslate()

    def _build(self, language: Language) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.phone = QLineEdit()
        self.phone.setMaxLength(200)
        # A phone reads from left to right in every language.
        self.phone.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.currency = ChoiceBox(currency_choices(), current=likely_currency(language))
        self.currency.setEditable(False)
        self._form_title = Label("", size="lead", bold=True)
        self.name_field = Field(" ", self.name)
        self.currency_field = Field(" ", self.currency)
        self._phone_field = Field(" ", self.phone)
        self._place = Label("", size="tiny", tone="muted")
        self._change_place = Button()
        self._change_place.clicked.connect(self._on_change_place_clicked)
        self.notice = Label("", tone="gave", wrap=True)
        self.notice.hide()
        self.create_button = Button(kind="primary", key="Ctrl+Return")
        self.create_button.clicked.connect(self.submit)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self._change_place)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.create_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self._form_title)
        for field in (self.name_field, self.currency_field, self._phone_field):
            box.addWidget(field)
        box.addLayout(place)
        box.addWidget(self.notice)
        box.addStretch(1)
        box.addLayout(foot)
        self.name.textEdited.connect(self._on_name_edited)
        self.name.returnPressed.connect(lambda: self.currency.setFocus(Qt.FocusReason.TabFocusReason))
        self.phone.returnPressed.connect(self.submit)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._form_title.setText(self.tr("A new shop"))
        self.name_field.set_label(self.tr("Name of the shop"))
        self.name.setPlaceholderText(self.tr("for example Rahmat General Store"))
        self.currency_field.set_label(self.tr("Currency"))
        self._phone_field.set_label(self.tr("Phone, printed on bills"))
        self.currency.set_choices(currency_choices())
        self._change_place.set_label(self.tr("Another folder"))
        self.create_button.set_label(self.tr("Start with an empty khata"))
        self._show_place()
        self._show_errors()
        lean(self.name, self.layoutDirection())

    def set_language(self, language: Language) -> None:
        """Take the language the new book is to speak."""
        self._language = language

    def submit(self) -> None:
        """Ask for the book to be made, or mark what is missing; once, until it is told that it failed."""
        if not self.create_button.isEnabled():
            # Ctrl+Enter comes from a field as its Enter, and from the page once more.
            return
        name = self.name.text().strip()
        self._error, self._name_missing = None, not name
        self._show_errors()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        code: str = self.currency.value
        self.create_button.setEnabled(False)
        self.create_requested.emit(
            NewBook(
                path=free_path(self.folder, name),
                name=name,
                currency_code=code,
                phone=self.phone.text().strip(),
                language=self._language,
                grouping=usual_grouping(code),
            )
        )

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong, at its field or below; what was typed stays."""
        self._error = error
        self._show_errors()

    def _show_errors(self) -> None:
        """Say what is wrong in the language in force."""
        fields = {"name": self.name_field, "currency": self.currency_field, "phone": self._phone_field}
        name = self._error.field if isinstance(self._error, KhataError) else None
        text = error_text(self._error) if self._error is not None else ""
        for own, field in fields.items():
            field.set_error(text if own == name else "")
        if self._name_missing:
            self.name_field.set_error(self.tr("Type the name of your shop; it stands on every bill."))
        self.notice.setText("" if name in fields else text)
        self.notice.setVisible(bool(self.notice.text()))

    def _show_place(self) -> None:
        path = free_path(self.folder, self.name.text().strip() or self.tr("Shop"))
        self._place.setText(self.tr("Kept in {path}").format(path=isolated(short_path(str(path)))))
        self._place.setToolTip(str(path))

    def _on_name_edited(self) -> None:
        self._error, self._name_missing = None, False
        self._show_errors()
        self._show_place()

    def _on_change_place_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Keep the khata in"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self._show_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the currency goes on; what is pressed with Ctrl is the page's."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.currency.hasFocus():
            self.phone.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            lean(self.name, self.layoutDirection())
        super().changeEvent(event)
