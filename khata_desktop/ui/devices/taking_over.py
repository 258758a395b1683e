"""The new device while it waits for the owner's yes and takes the khata over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from khata_desktop.ui.devices.code_view import DigitsView
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label


class TakingOver(QWidget):
    """A sheet: what happens, the six digits while they are to be compared, the bar, Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", size="lead", wrap=True)
        self.digits = DigitsView()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = Button("", key="Esc")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(16)
        for widget in (self._words, self.digits, self.bar):
            inside.addWidget(widget)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_digits(self, digits: str) -> None:
        """Ask for the digits to be compared with the other screen."""
        self.digits.set_digits(digits)
        self._start(self.tr("Compare these digits with the other screen, and confirm there."), digits=True)

    def show_waiting(self) -> None:
        """Show that the other device is asked."""
        self._start(self.tr("Waiting for the other device…"), digits=False)

    def show_bar(self) -> None:
        """Show that the khata is taken over."""
        self._start(self.tr("Taking the khata over"), digits=False)

    def _start(self, words: str, *, digits: bool) -> None:
        self._words.setText(words)
        self.digits.setVisible(digits)
        self.bar.setRange(0, 0)
        self.cancel.set_label(self.tr("Cancel"))
        self.cancel.setEnabled(True)

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is: the other side has said yes."""
        if self.digits.isVisible():
            self.show_bar()
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(done * 1000 // total, 1000))

    def show_stopping(self) -> None:
        """Say that it ends at its next step."""
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
