"""The ground every page stands on: paper, with the same margins and distances everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Page(QWidget):
    """A page with its column. Add header, figures, filter row and table to `body`, in this order.

    Attributes:
        body: the column, 16 pixels between its parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(16)
