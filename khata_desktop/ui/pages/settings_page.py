"""Settings: a list of sections at the reading start, the section chosen beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.services.outcome import EVERYTHING
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.settings.section import SettingsSection
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_box, draw_icon, draw_text
from khata_desktop.ui.theme.tokens import RADIUS
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def _shop(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.shop import ShopSection

    return ShopSection(context)


def _look(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.look import LookSection

    return LookSection(context)


def _paper(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.paper import PaperSection

    return PaperSection(context)


def _taxes(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.taxes import TaxesSection

    return TaxesSection(context)


def _accounts(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.accounts import AccountsSection

    return AccountsSection(context)


def _backup(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.backup import BackupSection

    return BackupSection(context)


def _keys(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.keys import KeysSection

    return KeysSection(context)


def _about(context: PageContext) -> SettingsSection:
    from khata_desktop.ui.settings.about import AboutSection

    return AboutSection(context)


#: Sections by key: icon and maker. Their words stand in `SettingsPage._words`.
SECTIONS: dict[str, tuple[str, Callable[[PageContext], SettingsSection]]] = {
    "shop": ("shop", _shop),
    "look": ("language", _look),
    "paper": ("print", _paper),
    "taxes": ("tag", _taxes),
    "accounts": ("journal", _accounts),
    "backup": ("backup", _backup),
    "keys": ("keyboard", _keys),
    "about": ("info", _about),
}


class _Entry(QAbstractButton):
    """One section in the list; Up and Down go to the next and open it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, words: str) -> None:
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        m = active().metrics
        return QSize(m.px(200), m.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        chosen = self.isChecked()
        fill = c.select if chosen else c.hover if self.underMouse() else None
        ring = c.focus if self.hasFocus() else None
        if fill or ring:
            draw_box(painter, self.rect(), fill=fill, border=ring, width=2, radius=RADIUS)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(m.px(12), 0, -m.px(12), 0)
        size = m.px(18)
        x = box.right() + 1 - size if rtl else box.left()
        ink = c.ink if chosen else c.muted
        draw_icon(painter, x, (self.height() - size) // 2, self._icon, ink, size)
        shift = size + m.px(10)
        words = QRect(box).adjusted(0 if rtl else shift, 0, -shift if rtl else 0, 0)
        draw_text(
            painter, words, self.text().replace("&&", "&"), pixels=m.text, ink=c.ink, bold=chosen, rtl=rtl
        )


class _Entries(QWidget):
    """The list of sections: one stop for Tab.

    Signals:
        chosen: key of a section.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, _Entry] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for key, (icon, _) in SECTIONS.items():
            entry = _Entry(icon)
            entry.clicked.connect(lambda _=False, own=key: self.chosen.emit(own))
            self._entries[key] = entry
            box.addWidget(entry)
        box.addStretch(1)

    def set_words(self, words: dict[str, str]) -> None:
        for key, entry in self._entries.items():
            entry.set_words(words[key])

    def set_current(self, key: str) -> None:
        for own, entry in self._entries.items():
            entry.setChecked(own == key)
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == key else Qt.FocusPolicy.ClickFocus)

    def focus_current(self) -> None:
        for entry in self._entries.values():
            if entry.isChecked():
                entry.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self._entries)
        now = next((number for number, key in enumerate(keys) if self._entries[key].isChecked()), 0)
        if step is None:
            super().keyPressEvent(event)
            return
        target = keys[(now + step) % len(keys)]
        self.chosen.emit(target)
        self._entries[target].setFocus(Qt.FocusReason.TabFocusReason)


class SettingsPage(Page):
    """Sections are made when first chosen; each is as wide as it reads well."""

    topics = EVERYTHING

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._sections: dict[str, SettingsSection] = {}
        self._current = "shop"
        self.header = PageHeader()
        self._entries = _Entries()
        self._entries.setFixedWidth(active().metrics.px(200))
        self._entries.chosen.connect(self.show_section)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._column = QHBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inside)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._entries)
        row.addWidget(self._scroll, 1)
        self.body.addWidget(self.header)
        self.body.addLayout(row, 1)
        context.config_changed.connect(self.refresh)
        context.business_changed.connect(self.refresh)
        self.retranslate()
        self.show_section(self._current)

    @property
    def current(self) -> str:
        """Key of the section shown."""
        return self._current

    @property
    def section(self) -> SettingsSection:
        """The section shown."""
        return self._sections[self._current]

    def open_with(self, section: str = "") -> None:
        """Show a section; "" keeps the one shown."""
        if section:
            self.show_section(section)

    def show_section(self, key: str) -> None:
        """Show a section by its key, making it the first time. Raises KeyError."""
        if key not in self._sections:
            made = SECTIONS[key][1](self._context)
            made.setMaximumWidth(active().metrics.px(820))
            self._sections[key] = made
            # Before the stretch: a section keeps to the reading start where there is more room than it needs.
            self._column.insertWidget(self._column.count() - 1, made, 1000)
        self._current = key
        for own, section in self._sections.items():
            section.setVisible(own == key)
        self._sections[key].refresh()
        self._entries.set_current(key)
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Let the section shown read again; the others do when they are chosen."""
        self._sections[self._current].refresh()

    def focus_first(self) -> None:
        """Put the focus on the section's name, from where Tab goes into it."""
        self._entries.focus_current()

    def _words(self) -> dict[str, str]:
        return {
            "shop": self.tr("Your shop"),
            "look": self.tr("Language and look"),
            "paper": self.tr("Bills and printing"),
            "taxes": self.tr("Taxes"),
            "accounts": self.tr("Accounts"),
            "backup": self.tr("Backup"),
            "keys": self.tr("Keys"),
            "about": self.tr("About"),
        }

    def retranslate(self) -> None:
        """Say everything in the language in force; sections do the same for themselves."""
        self.header.set_title(self.tr("Settings"))
        self._entries.set_words(self._words())

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_entries"):
            self._entries.setFixedWidth(active().metrics.px(200))
            for section in self._sections.values():
                section.setMaximumWidth(active().metrics.px(820))
