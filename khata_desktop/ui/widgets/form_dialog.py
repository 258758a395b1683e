"""A form in a window of its own, for the few places where a side sheet would hide what is needed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.form import Form


class FormDialog(QDialog):
    """Shows a `Form`; closes when it is done or left. Stays open with the field marked on an error."""

    def __init__(self, form: Form, *, width: int = 440, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._width = width
        self.setWindowTitle(form.accessibleName())
        self.setModal(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(form)
        form.finished.connect(self.accept)
        form.cancelled.connect(self.reject)
        self.setFixedWidth(active().metrics.px(width))

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        hint = self.form.sizeHint().height() + 120
        screen = self.screen().availableGeometry().height() - 80
        self.resize(self.width(), min(max(hint, 320), screen))
        super().open()
        self.form.focus_first()

    def done(self, result: int) -> None:
        """Close, and give the keys back to the window below: not every desktop does so by itself."""
        super().done(result)
        below = self.parentWidget()
        if below is not None:
            below.window().activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc and Enter to the form: QDialog would close or press a default button."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button asks like Esc does."""
        event.ignore()
        self.form.cancel()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(active().metrics.px(self._width))
        super().changeEvent(event)
