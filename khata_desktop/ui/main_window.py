"""The frame: rail, pages, status line, and what lies over them. It navigates; it knows no page.

A page is a plain widget. What it may offer, all optional:

- `open_with(**arguments)`: called at each `navigate(key, **arguments)`.
- `topics` (a set) and `refresh()`: called when one of the topics was written to, at once while the page
  is shown, else when it is shown again.
- `focus_first()`: put the cursor where work begins.
- `keys`: list of (key, words) for the status line; `can_leave() -> bool`.
- `subject`: what the page is about ({"party_id": ...}); forms opened by their key from here begin with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from khata_desktop.ui.key_map import EVERYWHERE, IN_A_FORM, command_of, rearm, usual_key
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.tokens import FOLD_BELOW
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.rail import Rail, RailEntry
from khata_desktop.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from khata_desktop.ui.widgets.command_palette import CommandPalette, PaletteProvider
    from khata_desktop.ui.widgets.keys_sheet import KeyBinding, KeysSheet
    from khata_desktop.ui.widgets.progress_sheet import ProgressSheet
    from khata_desktop.ui.widgets.side_sheet import SideSheet
    from khata_desktop.ui.widgets.toast import Toast

_EVERYTHING = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page of the program.

    Attributes:
        key: stable name.
        title: English words, marked with QT_TRANSLATE_NOOP("pages", ...).
        icon: name of its icon.
        group: English title of its section in the rail ("" for the top), marked likewise.
        factory: makes the page; called at the first visit with what the window was given to build with.
            Of a form: opens it, called each time, with the arguments of `navigate` as well.
        shortcut: the key that opens it from everywhere.
        in_rail: False for pages reached from another page only.
        rail_key: the rail entry to mark while such a page is shown.
        is_form: it opens in the side sheet over whatever page is shown, and is no page itself.
        takes: which values of the page's `subject` its key hands on.
        on_demand: it is offered, in the rail and elsewhere, only while `set_offered` says so.
    """

    key: str
    title: str
    icon: str
    factory: Callable[..., Any]
    group: str = ""
    shortcut: str = ""
    in_rail: bool = True
    rail_key: str = ""
    is_form: bool = False
    takes: tuple[str, ...] = ()
    on_demand: bool = False

    @property
    def words(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("pages", self.title)


class MainWindow(QMainWindow):
    """The window of one open book.

    Attributes:
        rail, status: the parts of the frame, to be used as they are; so are toast, sheet, progress,
            command_palette and keys_sheet, which are made when first wanted, for none of them is in the
            first picture.

    Signals:
        page_shown: key of the page now shown.
        keys_wanted: F1 or a click on the keys; by default the sheet of `key_bindings()` opens.
    """

    page_shown = Signal(str)

    def __init__(
        self,
        specs: Sequence[PageSpec],
        build_with: Any = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`build_with` is handed to every page's factory (the page context)."""
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._build_with = build_with
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._waiting: dict[str, int] = {}
        self._history: list[tuple[str, dict[str, object]]] = []
        self._shown: tuple[str, dict[str, object]] | None = None
        self._folded_by_user = False
        self._more_bindings: Callable[[], Sequence[KeyBinding]] = list
        self._palette_providers: Callable[[], Sequence[PaletteProvider]] = list
        self.setMinimumSize(900, 600)
        self._build_frame()
        self._arm_keys()
        self.retranslate()

    def _build_frame(self) -> None:
        self.rail = Rail()
        self.rail.chosen.connect(self._on_rail_chosen)
        self._stack = QStackedWidget()
        self.status = StatusBar()
        self.status.keys_clicked.connect(self.show_keys)
        self._centre = centre = QWidget()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        down = QVBoxLayout(centre)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across, 1)
        down.addWidget(self.status)
        self.setCentralWidget(centre)

    @cached_property
    def sheet(self) -> "SideSheet":
        """The side sheet over the page."""
        from khata_desktop.ui.widgets.side_sheet import SideSheet

        sheet = SideSheet(self._stack)
        for moved in (sheet.opened, sheet.closed):
            moved.connect(self._place_toast)
        return sheet

    def _place_toast(self) -> None:
        if "toast" in self.__dict__ and self.toast.isVisible():
            self.toast.place()
            self.toast.raise_()

    @cached_property
    def progress(self) -> "ProgressSheet":
        """The sheet of long work."""
        from khata_desktop.ui.widgets.progress_sheet import ProgressSheet

        return ProgressSheet(self._centre)

    @cached_property
    def command_palette(self) -> "CommandPalette":
        """Ctrl+K."""
        from khata_desktop.ui.widgets.command_palette import CommandPalette

        return CommandPalette(self._centre, self._palette_providers())

    @cached_property
    def keys_sheet(self) -> "KeysSheet":
        """The sheet of all keys."""
        from khata_desktop.ui.widgets.keys_sheet import KeysSheet

        return KeysSheet(self._centre)

    @cached_property
    def toast(self) -> "Toast":
        """The short word at the foot."""
        from khata_desktop.ui.widgets.toast import Toast

        return Toast(self._centre, self._room_for_toast)

    def _room_for_toast(self) -> QRect:
        """Return what of the frame the side sheet leaves free: its buttons stand at its foot."""
        room = self._centre.rect()
        if "sheet" in self.__dict__ and self.sheet.is_open:
            sheet = self.sheet.taken()
            start = self._stack.mapTo(self._centre, QPoint(sheet.left(), 0)).x()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                room.setLeft(start + sheet.width())
            else:
                room.setRight(start - 1)
        return room

    def _arm_keys(self) -> None:
        for spec in self._specs.values():
            if spec.shortcut:
                opener = QShortcut(QKeySequence(spec.shortcut), self)
                opener.activated.connect(lambda key=spec.key: self.open_here(key))
        for key, act in (
            ("Ctrl+K", self.open_palette),
            ("F1", self.show_keys),
            ("?", self.show_keys),
            ("Alt+F2", self.choose_period),
            ("Alt+Left", self.go_back),
            ("Esc", self.go_back),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)
        rearm(self)

    def follow_keys(self) -> None:
        """Take the keys that are in force now, and show them."""
        rearm(self)
        self.retranslate()

    # --- navigation ----------------------------------------------------------------------------------

    @property
    def specs(self) -> list[PageSpec]:
        """The pages and forms there are, in the order of the rail."""
        return list(self._specs.values())

    @property
    def current_key(self) -> str:
        """Key of the page shown, "" before the first."""
        return self._shown[0] if self._shown is not None else ""

    def set_offered(self, key: str, offered: bool, count: int = 0) -> None:
        """Say whether a page on demand is offered, and how much waits there."""
        before = key in self._waiting
        if offered:
            self._waiting[key] = count
        else:
            self._waiting.pop(key, None)
        if before != offered:
            self._fill_rail()
        self.rail.set_count(key, count)

    def is_offered(self, spec: PageSpec) -> bool:
        """Return whether a page or form can be gone to from everywhere."""
        return spec.is_form or (spec.in_rail and (not spec.on_demand or spec.key in self._waiting))

    def page(self, key: str) -> QWidget | None:
        """Return a page if it was built already."""
        return self._pages.get(key)

    def navigate(self, key: str, **arguments: object) -> None:
        """Show a page, building it at its first visit, or open a form. Raises KeyError for an unknown key."""
        spec = self._specs[key]
        if spec.is_form:
            if self._sheet_is_free():
                spec.factory(self._build_with, **arguments)
            self._mark_rail()
            return
        if not self._may_leave():
            self._mark_rail()
            return
        if self._shown is not None and self._shown != (key, arguments):
            self._history = [*self._history[-49:], self._shown]
        self._show(spec, arguments)

    def open_here(self, key: str) -> None:
        """Do as the key of a page or form does: it begins with what the page shown is about."""
        subject = getattr(self._stack.currentWidget(), "subject", {})
        takes = self._specs[key].takes
        self.navigate(key, **{name: value for name, value in subject.items() if name in takes})

    def go_back(self) -> None:
        """Show the page before, as it was."""
        if self._history and self._may_leave():
            key, arguments = self._history.pop()
            self._show(self._specs[key], arguments)

    def _may_leave(self) -> bool:
        if not self._sheet_is_free():
            return False
        page = self._stack.currentWidget()
        can_leave = getattr(page, "can_leave", None)
        return bool(can_leave()) if callable(can_leave) else True

    def _sheet_is_free(self) -> bool:
        if "sheet" in self.__dict__ and self.sheet.is_open:
            # The form asks before it lets go of what was typed.
            self.sheet.dismiss()
            return not self.sheet.is_open
        return True

    def _show(self, spec: PageSpec, arguments: dict[str, object]) -> None:
        page = self._pages.get(spec.key)
        if page is None:
            page = self._pages[spec.key] = spec.factory(self._build_with)
            rearm(page)
            self._stack.addWidget(page)
            self._stale.discard(spec.key)
        self._shown = (spec.key, arguments)
        self._stack.setCurrentWidget(page)
        open_with = getattr(page, "open_with", None)
        if callable(open_with):
            open_with(**arguments)
        if spec.key in self._stale:
            self._stale.discard(spec.key)
            _call(page, "refresh")
        self._mark_rail()
        self.setWindowTitle(spec.words)
        self.show_page_keys()
        if not ("sheet" in self.__dict__ and self.sheet.is_open):
            # A page opened with a form leaves the cursor in the form.
            _call(page, "focus_first")
        self.page_shown.emit(spec.key)

    def _mark_rail(self) -> None:
        spec = self._specs.get(self.current_key)
        if spec is not None:
            self.rail.set_current(spec.key if spec.in_rail else spec.rail_key)

    def _on_rail_chosen(self, key: str) -> None:
        self.navigate(key)

    def notify(self, topics: object, _initiator: object = None) -> None:
        """Tell the pages what was written: connect `TaskRunner.committed` here."""
        written = set(cast("Sequence[str]", topics))
        for key, page in self._pages.items():
            wanted = set(getattr(page, "topics", ()))
            if not wanted or (_EVERYTHING not in written and not wanted & written):
                continue
            if key == self.current_key:
                _call(page, "refresh")
            else:
                self._stale.add(key)

    # --- keys ----------------------------------------------------------------------------------------

    def show_page_keys(self) -> None:
        """Show the keys of this page in the status line, then those that work everywhere."""
        page = self._stack.currentWidget()
        own = list(getattr(page, "keys", ()))
        shown = {key for key, _ in own}
        common = [("Ctrl+K", self.tr("find anything")), ("F1", self.tr("keys"))]
        self.status.set_keys([*own, *(pair for pair in common if pair[0] not in shown)])

    def set_more_bindings(self, bindings: "Callable[[], Sequence[KeyBinding]]") -> None:
        """Say which keys the sheet lists besides those of the frame and of the page shown."""
        self._more_bindings = bindings

    def set_palette_providers(self, providers: "Callable[[], Sequence[PaletteProvider]]") -> None:
        """Say what the palette asks; called when it is first wanted."""
        self._palette_providers = providers

    def key_bindings(self) -> "list[KeyBinding]":
        """Return every key that works here, this page's first."""
        from khata_desktop.ui.widgets.keys_sheet import KeyBinding

        here, everywhere = self.tr("On this page"), self.tr("Everywhere")
        page = self._stack.currentWidget()
        bindings = [KeyBinding(section=here, words=words, key=key) for key, words in keys_of_page(page)]
        bindings += [
            KeyBinding(section=everywhere, words=spec.words, key=spec.shortcut)
            for spec in self._specs.values()
            if spec.shortcut
        ]
        bindings += [
            KeyBinding(section=everywhere, words=command.words, key=command.key) for command in EVERYWHERE
        ]
        entry = self.tr("In a form")
        bindings += [
            KeyBinding(section=entry, words=words, key=key)
            for key, words in (
                ("Ctrl+Return", self.tr("Save from any field")),
                ("Return", self.tr("Next field")),
                *((command.key, command.words) for command in IN_A_FORM),
                ("Esc", self.tr("Back")),
                ("Alt+Down", self.tr("Open the list or the month")),
            )
        ]
        return [*bindings, *self._more_bindings()]

    def choose_period(self) -> None:
        """Open the list of periods of the page shown, where it has one."""
        from khata_desktop.ui.widgets.date_range import DateRangeBox

        page = self._stack.currentWidget()
        found = page.findChildren(DateRangeBox) if page is not None else []
        for box in found:
            if box.isVisible():
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
                box.open_periods()
                return

    def open_palette(self) -> None:
        """Open the palette."""
        self.command_palette.open_palette()

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        self.keys_sheet.show_keys(self.key_bindings())

    # --- looks ---------------------------------------------------------------------------------------

    def set_rail_folded(self, folded: bool) -> None:
        """Fold the rail because the user wants it, whatever the width."""
        self._folded_by_user = folded
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < active().metrics.px(FOLD_BELOW)
        self.rail.set_folded(narrow or self._folded_by_user)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def retranslate(self) -> None:
        """Speak the language now in force in the frame; pages do the same for themselves."""
        self._fill_rail()
        if self._shown is not None:
            self.setWindowTitle(self._specs[self.current_key].words)
            self.show_page_keys()

    def _fill_rail(self) -> None:
        entries: list[RailEntry] = []
        group = ""
        for spec in self._specs.values():
            if not spec.in_rail or not self.is_offered(spec):
                continue
            if spec.group != group:
                group = spec.group
                entries.append(RailEntry(title=QCoreApplication.translate("pages", group)))
            entries.append(
                RailEntry(
                    title=spec.words, key=spec.key, icon=spec.icon, shortcut=spec.shortcut,
                    count=self._waiting.get(spec.key, 0),
                )
            )  # fmt: skip
        self.rail.set_entries(entries)
        self._mark_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme live."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._fold()


def keys_of_page(page: QWidget | None) -> list[tuple[str, str]]:
    """Return every key that works on a page now as (usual key, words), those of its status line first."""
    if page is None:
        return []
    found: dict[str, str] = dict(getattr(page, "keys", ()))
    for button in page.findChildren(Button):
        if button.usual_key and button.isVisibleTo(page) and button.isEnabled():
            found.setdefault(button.usual_key, button.label)
    for shortcut in page.findChildren(QShortcut):
        command = command_of(usual_key(shortcut))
        if command is not None:
            found.setdefault(command.key, command.words)
    return list(found.items())


def _call(page: QWidget, name: str) -> None:
    method = getattr(page, name, None)
    if callable(method):
        method()


def layout_direction(language: str) -> Qt.LayoutDirection:
    """Return the direction in which a language is read."""
    return Qt.LayoutDirection.RightToLeft if language == "ur" else Qt.LayoutDirection.LeftToRight
