"""A field of a form: its label above, what is wrong with it below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from khata_desktop.ui.widgets.label import Label


class Field(QWidget):
    """A label, its editor, and the place for what is wrong with it."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = Label(label, tone="muted")
        self._label.setBuddy(editor)
        self._hint = Label(hint, size="small", tone="muted", wrap=True)
        self._error = Label("", size="small", tone="gave", wrap=True)
        self._error.hide()
        self._spoken = label
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if label:
            box.addWidget(self._label)
        box.addWidget(editor)
        box.addWidget(self._hint)
        box.addWidget(self._error)
        # Only now: a widget shown before it has a parent is a window, and takes the focus.
        self._hint.setVisible(bool(hint))

    @property
    def error(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Mark the field and say what is wrong and how to mend it; "" clears."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.editor.setProperty("wrong", bool(text))
        self.editor.setAccessibleDescription(text)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def set_label(self, text: str) -> None:
        """Change the label."""
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def set_hint(self, text: str) -> None:
        """Change the muted line under the editor."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


def lean(editor: QWidget, direction: Qt.LayoutDirection) -> None:
    """Let a plain text field lean to the reading side whatever is typed: Qt goes by the first letter."""
    if type(editor) is QLineEdit:
        right = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        editor.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
