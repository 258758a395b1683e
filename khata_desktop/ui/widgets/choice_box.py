"""A combo box whose entries carry values, with typed search and the theme's own arrow."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from khata_desktop.ui.theme import active


class ChoiceBox(QComboBox):
    """A choice of a few values.

    Signals:
        choice_changed: the value the user chose.
    """

    choice_changed = Signal(object)

    def __init__(
        self,
        choices: Iterable[tuple[Any, str]] = (),
        *,
        current: Any = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (value, words)."""
        super().__init__(parent)
        self._values: list[Any] = []
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        self.activated.connect(self._on_activated)
        self.set_choices(choices, current=current)

    def set_choices(self, choices: Iterable[tuple[Any, str]], *, current: Any = None) -> None:
        """Replace the choices, keeping the chosen value where it is still among them."""
        keep = current if current is not None else self.value
        pairs = list(choices)
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in pairs]
        self.addItems([words for _, words in pairs])
        self.blockSignals(False)
        if pairs:
            self.setCurrentIndex(self._values.index(keep) if keep in self._values else 0)

    @property
    def value(self) -> Any:
        """The value chosen, None while there are no choices."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose a value from the program; unknown ones are ignored and nothing is emitted."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def _on_activated(self, index: int) -> None:
        self.choice_changed.emit(self._values[index])

    def showPopup(self) -> None:
        """Open the list wide enough for its longest words, towards the middle of the window.

        Qt begins it where the box begins: at the far end of a sheet it would stick out beyond it.
        """
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + active().metrics.px(32)))
        super().showPopup()
        popup, room = view.window(), self.window()
        box = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        is_right = box.center().x() > room.mapToGlobal(room.rect().center()).x()
        if popup.width() > box.width():
            popup.move(box.right() + 1 - popup.width() if is_right else box.left(), popup.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over a closed box scrolls the page: a choice must not change unseen."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type or the language changes: Qt keeps the width of the former words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()
