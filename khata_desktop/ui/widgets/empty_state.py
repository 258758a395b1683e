"""What stands where nothing is yet: an icon, one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_icon, text_width
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label


class IconView(QWidget):
    """A large quiet icon."""

    def __init__(self, name: str = "", size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setFixedHeight(size)
        self.setMinimumWidth(size)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        if self._name:
            painter = QPainter(self)
            draw_icon(
                painter, (self.width() - self._size) // 2, 0, self._name, active().colours.muted, self._size
            )


class EmptyState(QWidget):
    """One sentence and at most one button, centred."""

    def __init__(
        self,
        sentence: str = "",
        button: str = "",
        on_click: Callable[[], None] | None = None,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconView(parent=self)
        self._sentence = Label("", tone="muted", wrap=True)
        self._button = Button("", kind="primary")
        self._on_click = on_click
        self._button.clicked.connect(self._on_button_clicked)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(self._icon)
        box.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.set_content(sentence, button, on_click, icon=icon)

    @property
    def has_content(self) -> bool:
        """Whether there is a sentence to show."""
        return bool(self._sentence.text())

    def set_content(
        self, sentence: str, button: str = "", on_click: Callable[[], None] | None = None, *, icon: str = ""
    ) -> None:
        """Change sentence, button and icon."""
        self._sentence.setText(sentence)
        self._fit()
        self._button.set_label(button)
        self._button.setVisible(bool(button))
        self._icon.set_icon(icon)
        self._icon.setVisible(bool(icon))
        self._on_click = on_click
        self.setAccessibleName(sentence)

    def _fit(self) -> None:
        # A wrapped label in the middle of a layout is made as narrow as it can be: say how wide it should be.
        if not self._sentence.text():
            return
        m = active().metrics
        width = min(text_width(self._sentence.text(), m.text) + 8, m.px(520), max(self.width() - 32, 160))
        self._sentence.setFixedWidth(width)
        self._sentence.setFixedHeight(self._sentence.heightForWidth(width))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentence anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _on_button_clicked(self) -> None:
        if self._on_click is not None:
            self._on_click()
