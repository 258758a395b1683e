"""A new device: the other one's code, or the recovery phrase; its name, and where the khata goes."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.names_from_outside import MOST_DEVICE_NAME
from khata_desktop.formatting import isolated
from khata_desktop.ui.devices.net_form import FieldWrong, NetForm, PassphraseFields
from khata_desktop.ui.new_shop_form import free_path, short_path
from khata_desktop.ui.sync_port import SyncDoor
from khata_desktop.ui.sync_way import Here, SyncWay
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.note_edit import NoteEdit

CODE, PHRASE = "code", "phrase"
_PHRASE_WORDS = 24
_PREFIX = "khata:"
_TOKEN = "token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What a new device is to do: read `code`, or bring back by `phrase` from `server_url`."""

    code: str
    server_url: str
    phrase: str
    name: str
    passphrase: str | None
    path: Path


class JoinForm(NetForm):
    """Asks for all of it on one sheet.

    Signals:
        wanted: (Joining) everything is there; the form is busy until `let_go` or `show_error`.
    """

    wanted = Signal(object)

    def __init__(self, way: SyncWay, here: Here, folder: Path) -> None:
        super().__init__()
        self._way, self.folder = way, folder
        self.set_title(self.tr("Join another device"))
        self.primary_button().set_label(self.tr("Join"))
        self.ways = SegmentedControl(
            [(CODE, self.tr("By its code")), (PHRASE, self.tr("By the recovery phrase"))],
            name=self.tr("How"),
        )
        self.ways.choice_changed.connect(self._show_way)
        self.add_widget(self.ways)
        self._build_code()
        self._build_phrase()
        self.name = QLineEdit(here.name)
        self.name.setMaxLength(MOST_DEVICE_NAME)
        self.add_field("name", self.tr("What this computer is called"), self.name)
        self.passphrase = PassphraseFields(self, here.needs_passphrase, lambda: way.passphrase)
        self.add_widget(self._build_place())
        self._show_way()
        self._show_place()

    def _build_code(self) -> None:
        self.code = QLineEdit()
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setPlaceholderText(f"{_PREFIX}…")
        hint = self.tr("On the other computer: Devices, then \u201cLet a device in\u201d.")
        self.add_field(_TOKEN, self.tr("The code of the other device"), self.code, hint=hint)
        self.picture = Button(self.tr("Picture or screenshot…"), icon="scan")
        self.picture.clicked.connect(self._on_picture_clicked)
        self.paste = Button(self.tr("From the clipboard"), icon="copy")
        self.paste.clicked.connect(self.read_clipboard)
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.paste)
        row.addStretch(1)
        self.add_widget(self._tools)

    def _build_phrase(self) -> None:
        self.address = self.add_address()
        self.phrase = NoteEdit(lines=3)
        self.phrase.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hint = self.tr("The 24 words from your paper, in their order, with a blank between them.")
        self.add_field("phrase", self.tr("Recovery phrase"), self.phrase, hint=hint)

    def _build_place(self) -> QWidget:
        self._place = Label("", size="tiny", tone="muted")
        change = Button(self.tr("Another folder"))
        change.clicked.connect(self._on_change_clicked)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._place, 1)
        row.addWidget(change)
        return place

    def _show_way(self, _value: object = None) -> None:
        by_code = self.ways.value == CODE
        self.field(_TOKEN).setVisible(by_code)
        self._tools.setVisible(by_code)
        for name in ("server", "phrase"):
            self.field(name).setVisible(not by_code)
        self.clear_errors()

    def _show_place(self) -> None:
        path = free_path(self.folder, self.tr("Shop"))
        self._place.setText(self.tr("Kept in {path}").format(path=isolated(short_path(str(path.parent)))))
        self._place.setToolTip(str(path.parent))

    # --- reading the code -----------------------------------------------------------------------------

    def _on_picture_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Picture or screenshot of the code"),
            str(Path.home()),
            self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp);;All files (*)"),
        )
        if chosen:
            self.read_picture(Path(chosen))

    def read_picture(self, path: Path) -> None:
        """Take the code from a picture file."""
        self._read(lambda door: door.code_of_picture(path))

    def read_clipboard(self) -> None:
        """Take the code from the clipboard: its text, or a screenshot."""
        clipboard = QGuiApplication.clipboard()
        text, image = clipboard.text(), clipboard.image()
        if _PREFIX in text:
            self._take_code(text.strip())
        elif image.isNull():
            self.set_error(_TOKEN, self.tr("There is neither a code nor a picture on the clipboard."))
        else:
            self._read(lambda door: _code_of(door, image))

    def _read(self, read: Callable[[SyncDoor], str]) -> None:
        self._way.ask(read, self._take_code, self._on_unread, owner=self)

    def _take_code(self, code: str) -> None:
        self.field(_TOKEN).set_error("")
        self.code.setText(code)
        self.code.setCursorPosition(0)
        self.edited.emit()
        missing = self.passphrase.needed and not self.passphrase.first.text()
        following = self.passphrase.first if missing else self.primary_button()
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unread(self, error: KhataError) -> None:
        if error.code == "no_code_in_picture":
            words = self.tr(
                "No code was found in that picture; take one of the whole code, or copy its text."
            )
            self.set_error(_TOKEN, words)
        else:
            self.show_error(error)

    # --- going on -------------------------------------------------------------------------------------

    def command(self) -> Joining:
        """Return what is to be done. Raises FieldWrong."""
        by_code = self.ways.value == CODE
        code, url, phrase = "", "", ""
        if by_code:
            code = self.code.text().strip()
            if not code:
                raise FieldWrong(field=_TOKEN, words=self.tr("Read the code of the other device first."))
        else:
            url = self.read_address(self.address)
            phrase = " ".join(word for word in self.phrase.text.split() if not word.strip(".").isdigit())
            count = len(phrase.split())
            if count != _PHRASE_WORDS:
                words = self.tr("These are %n word(s); the phrase has 24.", None, count)
                raise FieldWrong(field="phrase", words=words)
        name = self.name.text().strip()
        if not name:
            raise FieldWrong(field="name", words=self.tr("Type what this computer is called."))
        return Joining(
            code=code,
            server_url=url,
            phrase=phrase,
            name=name,
            passphrase=self.passphrase.read(),
            path=free_path(self.folder, self.tr("Shop")),
        )

    def _on_submitted(self, command: object) -> None:
        self.wanted.emit(command)

    def _on_change_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Keep the khata in"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self._show_place()


def _code_of(door: SyncDoor, image: QImage) -> str:
    """Return the text of the code on a picture of the clipboard."""
    with tempfile.TemporaryDirectory(prefix="khata-") as folder:
        path = Path(folder) / "clipboard.png"
        image.save(str(path))
        return door.code_of_picture(path)
