"""Which key does what: the keys of the program, the two profiles, and what the user chose otherwise.

Everywhere in the program a key is called by its usual name ("F6"); which key is pressed and shown for it
is looked up here at the last moment, as colours are in the theme.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from khata_desktop.config import AppConfig

_USUAL = "usual key"

Profile = Literal["counter", "tally"]
PROFILES: Final[tuple[Profile, ...]] = get_args(Profile)


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """What a key does. `key` is its usual key, and its name; `tally` another one, where Tally has another."""

    key: str
    title: str
    tally: str = ""

    @property
    def words(self) -> str:
        """What it does, in the user's language."""
        return QCoreApplication.translate("keys", self.title)


OPENERS: Final = (
    KeyCommand("F8", str(QT_TRANSLATE_NOOP("keys", "New sale"))),
    KeyCommand("Ctrl+F8", str(QT_TRANSLATE_NOOP("keys", "Goods come back")), "Alt+F6"),
    KeyCommand("Alt+G", str(QT_TRANSLATE_NOOP("keys", "You gave")), "Alt+K"),
    KeyCommand("F6", str(QT_TRANSLATE_NOOP("keys", "Receipt"))),
    KeyCommand("F5", str(QT_TRANSLATE_NOOP("keys", "Payment"))),
    KeyCommand("F4", str(QT_TRANSLATE_NOOP("keys", "Between cash and bank"))),
    KeyCommand("F7", str(QT_TRANSLATE_NOOP("keys", "Journal"))),
)
EVERYWHERE: Final = (
    KeyCommand("Ctrl+K", str(QT_TRANSLATE_NOOP("keys", "Find anything, do anything")), "Alt+G"),
    KeyCommand("Ctrl+F", str(QT_TRANSLATE_NOOP("keys", "Search in this list"))),
    KeyCommand("Alt+F2", str(QT_TRANSLATE_NOOP("keys", "Choose the days of this list"))),
    KeyCommand("Alt+Left", str(QT_TRANSLATE_NOOP("keys", "Back to the page before"))),
    KeyCommand("Ctrl+Z", str(QT_TRANSLATE_NOOP("keys", "Undo what was saved last"))),
    KeyCommand("Ctrl+Shift+Z", str(QT_TRANSLATE_NOOP("keys", "Do it again after all"))),
    KeyCommand("Ctrl+Shift+P", str(QT_TRANSLATE_NOOP("keys", "Hide or show amounts"))),
    KeyCommand("F1", str(QT_TRANSLATE_NOOP("keys", "All keys"))),
    KeyCommand("Ctrl+Q", str(QT_TRANSLATE_NOOP("keys", "End the program"))),
)
ON_A_PAGE: Final = (
    KeyCommand("Ctrl+N", str(QT_TRANSLATE_NOOP("keys", "New: bill, party, item or account"))),
    KeyCommand("Ctrl+E", str(QT_TRANSLATE_NOOP("keys", "Correct or change"))),
    KeyCommand("Alt+2", str(QT_TRANSLATE_NOOP("keys", "The same once more"))),
    KeyCommand("Alt+X", str(QT_TRANSLATE_NOOP("keys", "Void"))),
    KeyCommand("Alt+P", str(QT_TRANSLATE_NOOP("keys", "Print"))),
)
ON_THE_COUNTER: Final = (
    KeyCommand("F10", str(QT_TRANSLATE_NOOP("keys", "All in cash"))),
    KeyCommand("F11", str(QT_TRANSLATE_NOOP("keys", "All on the khata"))),
    KeyCommand("F12", str(QT_TRANSLATE_NOOP("keys", "All by bank"))),
    KeyCommand("Ctrl+S", str(QT_TRANSLATE_NOOP("keys", "Save without printing"))),
)
IN_A_FORM: Final = (
    KeyCommand("F2", str(QT_TRANSLATE_NOOP("keys", "Go to the date"))),
    KeyCommand("Ctrl+R", str(QT_TRANSLATE_NOOP("keys", "Repeat the last note"))),
    KeyCommand("Alt+C", str(QT_TRANSLATE_NOOP("keys", "Add a party or an item on the way"))),
)
COMMANDS: Final = (*OPENERS, *EVERYWHERE, *ON_A_PAGE, *ON_THE_COUNTER, *IN_A_FORM)
_BY_KEY: Final = {command.key: command for command in COMMANDS}

#: Keys that typing and every window need.
_KEPT: Final = frozenset(
    {"Return", "Enter", "Esc", "Tab", "Backspace", "Del", "Space", "Up", "Down", "Left", "Right"}
    | {"Home", "End", "PgUp", "PgDown", "Ctrl+Return", "Ctrl+Enter", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
    | {"Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+W", "Alt+F4", "Alt+Tab", "Alt+Down", "Ctrl+Left", "Ctrl+Right"}
)


_GIVEN: Final = re.compile(r"(Shift\+)?F\d+$|(Ctrl|Alt|Meta)\+.")


class KeyMap:
    """Which key is pressed for which usual key."""

    def __init__(self, profile: str = "counter", own: Mapping[str, str] | None = None) -> None:
        """`own` are the user's choices: usual key to key."""
        tally = profile == "tally"
        usual = {command.key: (command.tally if tally else "") or command.key for command in COMMANDS}
        chosen = {key: standard(pressed) for key, pressed in (own or {}).items() if key in usual}
        self._pressed = usual | {key: pressed for key, pressed in chosen.items() if pressed}

    def pressed(self, key: str) -> str:
        """Return the key to be pressed for a usual key; one that cannot be changed is itself."""
        return self._pressed.get(key, key)

    def user_of(self, pressed: str) -> KeyCommand | None:
        """Return what a key does now, None where it is free."""
        return next((_BY_KEY[key] for key, own in self._pressed.items() if own == pressed), None)


def is_pressed(event: QKeyEvent, key: str) -> bool:
    """Return whether the key in force for a usual one was pressed."""
    return QKeySequence(event.keyCombination()) == QKeySequence(pressed_for(key))


def usual_key(shortcut: QShortcut) -> str:
    """Return the key a shortcut was made with."""
    return str(shortcut.property(_USUAL) or standard(shortcut.key().toString()))


def rearm(root: QWidget) -> None:
    """Let the shortcuts and buttons inside a widget take the keys in force; they are made with usual ones."""
    for shortcut in root.findChildren(QShortcut):
        usual = usual_key(shortcut)
        shortcut.setProperty(_USUAL, usual)
        shortcut.setKey(QKeySequence(pressed_for(usual)))
    for child in root.findChildren(QAbstractButton):
        follow = getattr(child, "follow_keys", None)
        if callable(follow):
            follow()


def standard(key: str) -> str:
    """Return a key written as the program writes it; "" for what is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def command_of(key: str) -> KeyCommand | None:
    """Return what can be told of a usual key."""
    return _BY_KEY.get(key)


def can_be_chosen(pressed: str) -> bool:
    """Return whether a key may be given to a command: no letter alone, and none that typing needs."""
    if not pressed or pressed in _KEPT:
        return False
    return _GIVEN.match(pressed) is not None


class _InUse:
    keys = KeyMap()


def use_keys(config: AppConfig) -> None:
    """Let the keys of these choices hold from now on."""
    _InUse.keys = KeyMap(config.key_profile, config.shortcuts)


def keys_in_use() -> KeyMap:
    """Return the keys in force."""
    return _InUse.keys


def pressed_for(key: str) -> str:
    """Return the key in force for a usual one."""
    return _InUse.keys.pressed(key)
