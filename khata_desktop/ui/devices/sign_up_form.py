"""Signing up with a public server: the owner's number, the code that comes by SMS, and on it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from khata_desktop.formatting import isolated
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.net_form import FieldWrong, NetForm
from khata_desktop.ui.sync_port import SyncDoor
from khata_desktop.ui.widgets.button import Button

#: A country's code to begin with, by the money the books are kept in.
_COUNTRY = {"PKR": "+92 ", "INR": "+91 ", "BDT": "+880 ", "NPR": "+977 ", "AED": "+971 ", "SAR": "+966 "}


class SignUpForm(NetForm):
    """Asks for the number, then for the code; the khata is handed over when the code is right."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._url = context.sync.state.server_url
        self._ticket = ""
        self.set_title(self.tr("Sign up with the server"))
        words = self.tr(
            "The server {address} keeps khatas only for owners whose number it knows. It sends a code by "
            "SMS; the number is used for nothing else."
        )
        self._words = self.add_text(words.format(address=isolated(self._url)))
        self.phone = QLineEdit(_COUNTRY.get(context.business.currency_code, "+"))
        self.code = QLineEdit()
        self.code.setMaxLength(12)
        for editor in (self.phone, self.code):
            editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add_field(
            "phone", self.tr("Your mobile number"), self.phone, hint=self.tr("With the country's code.")
        )
        self.add_field("code", self.tr("The six digits of the message"), self.code)
        self.another = Button(self.tr("Another number, or send it again"), kind="ghost")
        self.another.clicked.connect(lambda: self._show_stage(""))
        self.add_widget(self.another)
        self._show_stage("")

    def focus_first(self) -> None:
        """The field in sight; the country's code stays when one goes on typing."""
        super().focus_first()
        self.phone.end(False)

    def _show_stage(self, ticket: str) -> None:
        self._ticket = ticket
        self.field("phone").setVisible(not ticket)
        self.field("code").setVisible(bool(ticket))
        self.another.setVisible(bool(ticket))
        self.code.clear()
        self.clear_errors()
        words = self.tr("Go on") if ticket else self.tr("Send the code")
        self.primary_button().set_label(words)
        self.focus_first()

    def command(self) -> str:
        """Return what was typed, number or code. Raises FieldWrong."""
        text = (self.code if self._ticket else self.phone).text().strip()
        if not text and self._ticket:
            raise FieldWrong(field="code", words=self.tr("Type the six digits of the message."))
        return text

    def _on_submitted(self, command: object) -> None:
        text, url, ticket = str(command), self._url, self._ticket
        language = self._context.config.language_or_english
        if ticket:

            def prove(door: SyncDoor) -> str:
                return door.prove_number(url, ticket, text)

            self._context.sync_way.ask(prove, self._proved, self.show_error, owner=self)
        else:

            def ask(door: SyncDoor) -> str:
                return door.ask_for_code(url, text, language)

            self._context.sync_way.ask(ask, self._sent, self.show_error, owner=self)

    def _sent(self, ticket: str) -> None:
        self.let_go()
        self.show_code(ticket)

    def show_code(self, ticket: str) -> None:
        """Ask for the code that was sent, and that goes with a ticket."""
        sent = self.tr("A code was sent to {number}.").format(number=isolated(self.phone.text().strip()))
        self._words.setText(sent)
        self._show_stage(ticket)

    def _proved(self, account: str) -> None:
        from khata_desktop.ui.devices.work_in_sight import hand_over

        context = self._context

        def signed_up(_: object) -> None:
            self.done()
            hand_over(context)

        context.sync.do(lambda desk: desk.use_account(account), signed_up, self.show_error)
