"""What the forms about devices share: they ask another computer, which may be slow or not there."""

import ipaddress
from collections.abc import Callable
from typing import ClassVar
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label

translate = QCoreApplication.translate

LEAST_PASSPHRASE = 8
_EXAMPLE = "https://khata.example.com"
#: The name of the field every form about a server has.
SERVER_FIELD = "server"


class FieldWrong(RuleViolation):
    """What a field of a form has to say, in the user's language already."""

    code: ClassVar[str] = "field_wrong"
    template: ClassVar[str] = "{words}"


class NetForm(Form):
    """A form whose button asks another computer; it says so while it waits."""

    def __init__(self, title: str = "", primary: str = "") -> None:
        super().__init__(title, primary)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self, command: object) -> None:
        """Act on the command; the form is held until `done`, `show_error` or `let_go`."""
        raise NotImplementedError

    def _say_saving(self) -> None:
        self._set_notice(self.tr("One moment…"), tone="muted")

    def said(self) -> str:
        """Return what stands above the button, "" for nothing."""
        return self._notice.text()

    def let_go(self) -> None:
        """Forget what was typed: it is carried on elsewhere, or needed no more."""
        self.set_busy(False)
        self.set_clean()

    def add_text(self, words: str, *, muted: bool = False) -> Label:
        """Add a paragraph."""
        label = Label(words, wrap=True, tone="muted" if muted else "")
        self.add_widget(label)
        return label

    def add_address(self, value: str = "") -> QLineEdit:
        """Add the field of a server's address."""
        editor = QLineEdit(value)
        editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        editor.setPlaceholderText(_EXAMPLE)
        self.add_field(SERVER_FIELD, self.tr("Address of the server"), editor)
        return editor

    def mark_address(self) -> None:
        """Say at the address that nobody answers there, after asking in vain."""
        self.set_busy(False)
        self.set_error(SERVER_FIELD, self.tr("No server answers there; check the address and the network."))

    def read_address(self, editor: QLineEdit) -> str:
        """Return the address typed, with its scheme. Raises FieldWrong."""
        url = as_url(editor.text())
        if not url:
            raise FieldWrong(
                field=SERVER_FIELD,
                words=self.tr("Type the address of the server, such as https://khata.example.com."),
            )
        return url


class PassphraseFields:
    """The passphrase of the key files, typed twice, where this computer has no key store.

    Attributes:
        needed: it is asked for; one that was typed since the program began is not asked for again.
    """

    def __init__(self, form: NetForm, needed: bool, known: Callable[[], str | None]) -> None:
        self._known = known
        self.needed = needed and known() is None
        self.first, self.second = QLineEdit(), QLineEdit()
        if not self.needed:
            return
        for editor in (self.first, self.second):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        form.add_row(
            [
                ("passphrase", translate("PassphraseFields", "Passphrase for the keys"), self.first),
                ("again", translate("PassphraseFields", "The passphrase again"), self.second),
            ]
        )
        words = translate(
            "PassphraseFields",
            "This computer has no key store: the keys of this khata are kept in a file that this passphrase "
            "locks.",
        )
        form.add_widget(Label(words, size="small", tone="muted", wrap=True))

    def read(self) -> str | None:
        """Return what was typed, now or before; None where none is needed. Raises FieldWrong."""
        if not self.needed:
            return self._known()
        text = self.first.text()
        if len(text) < LEAST_PASSPHRASE:
            words = translate(
                "PassphraseFields",
                "Type at least 8 letters; you will be asked for it when the program starts.",
            )
            raise FieldWrong(field="passphrase", words=words)
        if self.second.text() != text:
            words = translate("PassphraseFields", "The two are not the same; type the passphrase again.")
            raise FieldWrong(field="again", words=words)
        return text


def as_url(text: str) -> str:
    """Return the address of a server as it is asked: with its scheme; "" for what is no address."""
    text = text.strip().rstrip("/")
    if not text:
        return ""
    if "://" not in text:
        text = f"{'http' if _is_near(text) else 'https'}://{text}"
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return ""
    return text if good and not any(letter.isspace() for letter in text) else ""


def _is_near(text: str) -> bool:
    """Return whether an address lies in the shop's own network, where the hub speaks plain HTTP."""
    host = text.split("/", maxsplit=1)[0].rsplit(":", 1)[0]
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(".local")
