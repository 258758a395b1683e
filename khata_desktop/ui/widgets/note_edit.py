"""A note of a few lines: Enter makes a line, Tab goes on, Ctrl+Enter saves the form."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from khata_desktop.ui.theme import active


class NoteEdit(QPlainTextEdit):
    """A plain text field of a fixed number of lines."""

    def __init__(
        self, text: str = "", *, lines: int = 3, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    @property
    def text(self) -> str:
        """The text without blanks at either end."""
        return self.toPlainText().strip()

    def sizeHint(self) -> QSize:
        """Return room for its lines: a fixed height would be gone once an error has changed the style."""
        metrics = active().metrics
        height = self._lines * metrics.line(metrics.text) + metrics.px(16)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _dress(self) -> None:
        self.updateGeometry()
        # To the reading side whatever is written; Qt would go by the first letter of each line.
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes and direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()
