"""Buttons with their icon and their key, painted alike everywhere."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from khata_desktop.ui.key_map import pressed_for
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import START, draw_box, draw_icon, draw_text, text_width
from khata_desktop.ui.theme.tokens import RADIUS, Colours

ButtonKind = Literal["primary", "secondary", "gave", "got", "ghost", "danger"]

SIDE: Final = 14


def native_key(pressed: str) -> str:
    """Return a key as the keyboard names it ("Ctrl+Return" -> "Ctrl+Enter")."""
    native = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.NativeText) or pressed
    return native.replace("Return", "Enter")


def key_text(shortcut: str) -> str:
    """Return the key in force for a usual one, as the keyboard names it."""
    return native_key(pressed_for(shortcut))


class Button(QPushButton):
    """A push button of one of six kinds.

    `shortcut` is both armed (while the button can be seen) and shown; `key` is shown only, where the
    page arms the key itself.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: ButtonKind = "secondary",
        icon: str = "",
        shortcut: str = "",
        key: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: ButtonKind = kind
        self._icon = icon
        self._shortcut = shortcut
        self._key = key
        self._label = ""
        self._tip = tip
        self._folded = False
        self.setProperty("painted", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_label(text)

    @property
    def label(self) -> str:
        """The words on the button, without the key."""
        return self._label

    def set_label(self, text: str) -> None:
        """Change the words, keeping the key."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        if self._shortcut:
            self.setShortcut(QKeySequence(pressed_for(self._shortcut)))
        spoken = text or self._tip
        shown = self.key_shown
        self._show_tip()
        self.setAccessibleName(f"{spoken} ({shown})" if shown else spoken)
        self.updateGeometry()
        self.update()

    @property
    def usual_key(self) -> str:
        """The key it is known by, whichever is pressed for it; "" for none."""
        return self._shortcut or self._key

    def follow_keys(self) -> None:
        """Take the keys that are in force now."""
        self.set_label(self._label)

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, with the words as the tool tip; a button without an icon stays as it is."""
        folded = folded and bool(self._icon)
        if folded != self._folded:
            self._folded = folded
            self._show_tip()
            self.updateGeometry()
            self.update()

    def _show_tip(self) -> None:
        said = f"{self._label}  {self.key_shown}".strip() if self._folded else ""
        self.setToolTip(self._tip or said)

    def width_when(self, *, folded: bool) -> int:
        """Return the width this button takes with its words, or as an icon alone."""
        return self._size(folded and bool(self._icon)).width()

    def set_icon(self, name: str) -> None:
        """Change the icon; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the kind."""
        self._kind = kind
        self.update()

    @property
    def key_shown(self) -> str:
        """The key as printed on the button, "" for none."""
        return key_text(self._shortcut or self._key) if self._shortcut or self._key else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does: Qt does so for default buttons only."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Act on the key at once: Qt would first show the button pressed for a tenth of a second."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous() and self.isEnabled():
            self.click()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def _parts(self, folded: bool) -> tuple[int, int, int, int]:
        metrics = active().metrics
        icon = metrics.px(18) if self._icon else 0
        if folded:
            return icon, 0, 0, 0
        text = text_width(self._label, metrics.text, self._bold()) if self._label else 0
        key = text_width(self.key_shown, metrics.tiny) if self.key_shown else 0
        return icon, text, key, metrics.px(8)

    def _bold(self) -> bool:
        return self._kind in ("primary", "gave", "got", "danger")

    def sizeHint(self) -> QSize:
        """Return room for icon, words and key at the control height."""
        return self._size(self._folded)

    def _size(self, folded: bool) -> QSize:
        metrics = active().metrics
        icon, text, key, gap = self._parts(folded)
        content = icon + text + key + gap * (sum(1 for part in (icon, text, key) if part) - 1)
        side = metrics.px(SIDE) if text else (metrics.control - icon) // 2
        return QSize(max(content + 2 * side, metrics.control), metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words on buttons are never shortened by a layout."""
        return self.sizeHint()

    def _colours(self, c: Colours) -> tuple[str | None, str | None, str, str]:
        """Return fill, border, ink and the ink of the key for kind and state."""
        down, over = self.isDown() or self.isChecked(), self.underMouse()
        if not self.isEnabled():
            fill = None if self._kind == "ghost" else c.sunken
            return fill, None if self._kind == "ghost" else c.line, c.muted, c.muted
        if self._kind == "primary":
            fill = c.accent_pressed if down else c.accent_hover if over else c.accent
            return fill, None, c.accent_ink, c.accent_ink
        fill = c.sunken if down else c.hover if over else c.surface
        if self._kind == "ghost":
            return (fill if down or over else None), None, c.ink, c.muted
        if self._kind in ("gave", "got", "danger"):
            ink = c.got if self._kind == "got" else c.gave
            soft = c.got_soft if self._kind == "got" else c.gave_soft
            return (soft if over or down else c.surface), ink, ink, c.muted
        return fill, c.outline, c.ink, c.muted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, ring, icon, words and key in reading order."""
        theme = active()
        c, metrics = theme.colours, theme.metrics
        painter = QPainter(self)
        rect = self.rect()
        fill, border, ink, key_ink = self._colours(c)
        draw_box(painter, rect, fill=fill, border=border, radius=RADIUS)
        if self.hasFocus():
            if self._kind == "primary":
                draw_box(painter, rect, fill=None, border=c.ink, width=2, radius=RADIUS)
            else:
                draw_box(painter, rect, fill=None, border=c.focus, width=2, radius=RADIUS)
        icon, text, key, gap = self._parts(self._folded)
        shown = [(part, name) for part, name in ((icon, "icon"), (text, "text"), (key, "key")) if part]
        total = sum(part for part, _ in shown) + gap * (len(shown) - 1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = max((rect.width() - total) // 2, 4)
        for part, name in reversed(shown) if rtl else shown:
            box = QRect(x, 0, part, rect.height())
            if name == "icon":
                draw_icon(painter, x, (rect.height() - icon) / 2, self._icon, ink, icon, mirrored=rtl)
            elif name == "text":
                draw_text(
                    painter,
                    box,
                    self._label,
                    pixels=metrics.text,
                    ink=ink,
                    bold=self._bold(),
                    align=START,
                    rtl=rtl,
                )
            else:
                draw_text(painter, box, self.key_shown, pixels=metrics.tiny, ink=key_ink, align=START)
            x += part + gap


class IconButton(Button):
    """A square ghost button of an icon alone; its tip is its name for the screen reader."""

    def __init__(self, icon: str, tip: str, *, shortcut: str = "", parent: QWidget | None = None) -> None:
        self._named = tip
        super().__init__("", kind="ghost", icon=icon, parent=parent)
        self._armed = shortcut
        self.follow_keys()

    @property
    def label(self) -> str:
        """What it does, in the words of its tip."""
        return self._named

    @property
    def usual_key(self) -> str:
        """The key it is known by; it stands in the tip."""
        return self._armed

    def follow_keys(self) -> None:
        """Take the key that is in force now."""
        self.set_tip(self._named)
        if self._armed:
            self.setShortcut(QKeySequence(pressed_for(self._armed)))

    def set_tip(self, tip: str) -> None:
        """Change tool tip and accessible name."""
        self._named = tip
        self._tip = f"{tip}  {key_text(self._armed)}" if tip and self._armed else tip
        self._show_tip()
        self.setAccessibleName(tip)
