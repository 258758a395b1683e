"""Keys: a profile to begin with, and every key of it that the user wants otherwise."""

from functools import partial

from khata_desktop.ui.dialogs.key_form import KeyForm
from khata_desktop.ui.key_map import (
    EVERYWHERE,
    IN_A_FORM,
    ON_A_PAGE,
    ON_THE_COUNTER,
    OPENERS,
    KeyCommand,
    KeyMap,
    pressed_for,
)
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.button import Button, native_key
from khata_desktop.ui.widgets.chips import SegmentedControl


class KeysSection(SettingsSection):
    """One row a command, its key on the button that changes it.

    Attributes:
        buttons: the button of each command, by its usual key.
    """

    def build(self) -> None:
        """Make the groups."""
        self.buttons: dict[str, Button] = {}
        group = SettingGroup()
        self.profile = SegmentedControl([("counter", self.tr("Counter")), ("tally", self.tr("Tally"))])
        self.profile.choice_changed.connect(self._on_profile_choice_changed)
        group.add_row(
            self.tr("Keys as on"),
            self.profile,
            self.tr("Tally: Alt+G finds anything, Alt+K is what you gave, Alt+F6 takes goods back."),
        )
        self.usual = Button(self.tr("All as usual"), kind="ghost")
        self.usual.clicked.connect(lambda: self.context.change_config(shortcuts={}))
        self.usual_row = group.add_row(self.tr("Some keys are your own"), self.usual)
        self.column.addWidget(group)
        for title, commands in (
            (self.tr("To begin something"), OPENERS),
            (self.tr("Everywhere"), EVERYWHERE),
            (self.tr("On a page"), ON_A_PAGE),
            (self.tr("On the counter"), ON_THE_COUNTER),
            (self.tr("In a form"), IN_A_FORM),
        ):
            sheet = SettingGroup(title)
            for command in commands:
                button = self.buttons[command.key] = Button()
                button.clicked.connect(partial(self._on_button_clicked, command))
                sheet.add_row(command.words, button)
            self.column.addWidget(sheet)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the keys in force."""
        config = self.context.config
        usual = KeyMap(config.key_profile)
        self.profile.set_value(config.key_profile)
        self.usual_row.set_shown(bool(config.shortcuts))
        for key, button in self.buttons.items():
            button.set_label(native_key(pressed_for(key)))
            button.set_kind("secondary" if pressed_for(key) == usual.pressed(key) else "primary")

    def _on_profile_choice_changed(self, profile: str) -> None:
        # A key of one's own that the other profile needs for something else gives way.
        there = KeyMap(profile)
        own = {
            key: pressed
            for key, pressed in self.context.config.shortcuts.items()
            if there.user_of(pressed) is None
        }
        self.context.change_config(key_profile=profile, shortcuts=own)

    def _on_button_clicked(self, command: KeyCommand, _checked: bool = False) -> None:
        self.context.show_sheet(KeyForm(self.context, command))
