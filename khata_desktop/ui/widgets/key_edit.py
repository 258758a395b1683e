"""A field that takes a key: what is pressed in it stands in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_FOR_THE_FORM = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALONE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyEdit(QLineEdit):
    """Shows the key pressed last; Tab, Enter and Esc do in it what they do in every field.

    Signals:
        key_pressed: the key, as the program writes it.
    """

    key_pressed = Signal(str)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.key = key
        self._show()

    def _show(self) -> None:
        native = QKeySequence(self.key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(native.replace("Return", "Enter"))

    def set_key(self, key: str) -> None:
        """Show a key."""
        self.key = key
        self._show()

    def event(self, event: QEvent) -> bool:
        """Have every key before the page does."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, but for those by which one leaves the field."""
        if event.key() in _FOR_THE_FORM:
            event.ignore()
            return
        if event.key() in _ALONE:
            return
        pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self.set_key(pressed)
        self.textEdited.emit(self.text())
        self.key_pressed.emit(pressed)
