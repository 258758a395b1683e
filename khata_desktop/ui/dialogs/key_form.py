"""Another key for something: press it, and be told when it has another use."""

from __future__ import annotations

from khata_desktop.ui.context import PageContext
from khata_desktop.ui.key_map import KeyCommand, KeyMap, can_be_chosen, keys_in_use
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.key_edit import KeyEdit


class KeyForm(Form):
    """Changes the key of one command; the choice is this user's on this computer."""

    def __init__(self, context: PageContext, command: KeyCommand) -> None:
        super().__init__("", "")
        self._context = context
        self._command = command
        self.set_title(self.tr("Key: {what}").format(what=command.words))
        self.primary_button().set_label(self.tr("Save"))
        self._key = KeyEdit(keys_in_use().pressed(command.key))
        self._key.key_pressed.connect(self._on_key_pressed)
        self._usual = Button(self.tr("The usual key"), kind="ghost")
        self._usual.clicked.connect(self._on_usual_clicked)
        hint = self.tr("Press the key here: F1 to F12, or one with Ctrl or Alt.")
        self.add_field("key", self.tr("Key"), self._key, hint=hint)
        self.add_widget(self._usual)
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _problem(self, pressed: str) -> str:
        """Return why a key cannot be had, "" where it can."""
        if not can_be_chosen(pressed):
            return self.tr("This key is needed for typing; choose one of F1 to F12, or one with Ctrl or Alt.")
        user = keys_in_use().user_of(pressed)
        if user is not None and user.key != self._command.key:
            words = self.tr("This key is taken: {what}. Choose another, or change that one first.")
            return words.format(what=user.words)
        return ""

    def _on_key_pressed(self, pressed: str) -> None:
        self.field("key").set_error(self._problem(pressed))

    def _on_usual_clicked(self) -> None:
        usual = KeyMap(self._context.config.key_profile).pressed(self._command.key)
        self._key.set_key(usual)
        self._on_key_pressed(usual)

    def submit(self) -> None:
        """Keep the key, or say again why it cannot be had."""
        problem = self._problem(self._key.key)
        if problem:
            self.set_error("key", problem)
            return
        super().submit()

    def command(self) -> str:
        """Return the key chosen."""
        return self._key.key

    def _on_submitted(self, pressed: str) -> None:
        config, own = self._context.config, self._command.key
        others = {key: chosen for key, chosen in config.shortcuts.items() if key != own}
        if KeyMap(config.key_profile).pressed(own) != pressed:
            others[own] = pressed
        self.done()
        self._context.change_config(shortcuts=others)
