"""Switching sync on, second step: the recovery phrase is shown once, checked, and only then used."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.code_view import WordsView
from khata_desktop.ui.devices.net_form import FieldWrong, NetForm
from khata_desktop.ui.devices.work_in_sight import hand_over
from khata_desktop.ui.sync_port import DeskLike
from khata_desktop.ui.sync_way import Here
from khata_desktop.ui.widgets.button import Button

_ASKED = 3


class PhraseForm(NetForm):
    """Shows 24 words, asks for three of them, and switches sync on."""

    def __init__(
        self,
        context: PageContext,
        here: Here,
        server_url: str,
        phrase: str,
        passphrase: str | None,
        *,
        is_hub: bool,
    ) -> None:
        super().__init__()
        self._context, self._here = context, here
        self._server_url, self._phrase, self._passphrase = server_url, phrase, passphrase
        self._is_hub = is_hub
        self._checking = False
        self._warned = False
        self.words = tuple(phrase.split())
        self.set_title(self.tr("The recovery phrase"))
        self._shown = [
            self.add_text(
                self.tr(
                    "These 24 words bring the khata back when every computer is lost. Write them on paper, "
                    "in this order, and keep the paper away from the shop."
                )
            )
        ]
        self.view = WordsView(self.words)
        self.add_widget(self.view)
        warning = self.tr("They are shown this once. Whoever has them can read the khata.")
        self._shown.append(self.add_text(warning, muted=True))
        self._asking = self.add_text(self.tr("Type these three from your paper."))
        numbers = sorted(secrets.SystemRandom().sample(range(1, len(self.words) + 1), _ASKED))
        self.answers: dict[int, QLineEdit] = {}
        for number in numbers:
            editor = QLineEdit()
            editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.answers[number] = editor
            self.add_field(f"word{number}", self.tr("Word {number}").format(number=number), editor)
        self.again = Button(self.tr("Show the words again"))
        self.again.clicked.connect(lambda: self._show_stage(False))
        self.add_widget(self.again)
        self._show_stage(False)

    def _show_stage(self, checking: bool) -> None:
        self._checking = checking
        for widget in (*self._shown, self.view):
            widget.setVisible(not checking)
        for number in self.answers:
            self.field(f"word{number}").setVisible(checking)
        self._asking.setVisible(checking)
        self.again.setVisible(checking)
        words = self.tr("Switch on") if checking else self.tr("I have written them down")
        self.primary_button().set_label(words)
        self.clear_errors()
        if checking:
            self.focus_first()
        else:
            self.primary_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The first word asked for; the button while the words are shown."""
        if self._checking:
            super().focus_first()
        else:
            self.primary_button().setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Go on to the check, or switch on."""
        if self._checking:
            super().submit()
        else:
            self._show_stage(True)

    def cancel(self) -> None:
        """Leave at the second Esc: the next time there would be other words."""
        if self.busy or self._warned:
            self.set_clean()
            super().cancel()
            self._stop_hub()
            return
        self._warned = True
        self._set_notice(
            self.tr("Nothing is switched on yet. Press Esc again to leave; next time there are other words.")
        )

    def _stop_hub(self) -> None:
        if self._is_hub and not self.busy and not self._context.config.is_hub:
            self._context.sync_way.stop_hub()

    def command(self) -> None:
        """See that the three words are the right ones. Raises FieldWrong."""
        for number, editor in self.answers.items():
            if editor.text().strip().lower() != self.words[number - 1]:
                words = self.tr("This is not word {number} of your phrase; look at the paper again.")
                raise FieldWrong(field=f"word{number}", words=words.format(number=number))

    def _on_submitted(self, command: object) -> None:
        context = self._context
        path, url, passphrase, phrase = context.path, self._server_url, self._passphrase, self._phrase

        def switched(made: tuple[DeskLike, str]) -> None:
            context.sync_way.passphrase = passphrase
            if self._is_hub:
                context.change_config(is_hub=True)
            self.done()
            context.sync.begin(lambda: made[0])
            hand_over(context)

        context.sync_way.ask(
            lambda door: door.switch_on(path, url, passphrase, None, phrase),
            switched,
            self.show_error,
            owner=self,
        )
