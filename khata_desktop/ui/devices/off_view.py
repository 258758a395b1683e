"""What stands on the Devices page while sync is off: what it is for, how it works, and the button."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.empty_state import IconView
from khata_desktop.ui.widgets.label import Label


class OffView(QWidget):
    """One sentence, two buttons; "How it works" unfolds four more sentences.

    Attributes:
        switch_on: the page acts on it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("devices", 48)
        self._sentence = Label("", size="lead", wrap=True)
        self.switch_on = Button("", kind="primary", icon="sync")
        self.how = Button("", kind="ghost", icon="help")
        self.how.setCheckable(True)
        self.how.toggled.connect(self._on_how_toggled)
        self._error = Label("", tone="gave", wrap=True)
        self._error.hide()
        self._points = [Label("", tone="muted", wrap=True, parent=self) for _ in range(4)]
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.switch_on)
        buttons.addWidget(self.how)
        buttons.addStretch(1)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addLayout(buttons)
        column.addWidget(self._error)
        for point in self._points:
            point.hide()
            column.addWidget(point)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        self._dress()
        self.retranslate()

    def _dress(self) -> None:
        self._middle.setFixedWidth(active().metrics.px(560))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_error(self, error: BaseException) -> None:
        """Say why sync cannot be switched on here."""
        self._error.setText(error_text(error))
        self._error.show()

    def _on_how_toggled(self, open_: bool) -> None:
        for point in self._points:
            point.setVisible(open_)

    def said(self) -> str:
        """Return the sentences that are in sight."""
        return " ".join(label.text() for label in (self._sentence, *self._points) if label.isVisible())

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._sentence.setText(
            self.tr(
                "Keep one khata on the counter, in the office and at home: what is entered on one is on all."
            )
        )
        self.switch_on.set_label(self.tr("Switch on…"))
        self.how.set_label(self.tr("How it works"))
        for point, words in zip(
            self._points,
            (
                self.tr(
                    "The computers meet at one place: at one of them, in the shop's own network and without "
                    "the internet, or at a server. Without either, a USB stick carries the entries."
                ),
                self.tr(
                    "Each works by itself. Without a network everything is entered as ever, and goes to the "
                    "others as soon as there is one. Nothing is lost, and nobody is asked which side to keep."
                ),
                self.tr(
                    "What travels is sealed: the server can neither read nor change it. Each computer "
                    "numbers its bills in a series of its own."
                ),
                self.tr(
                    "Another computer is let in by a code on your screen and six digits on both. Twenty-four "
                    "words on paper bring the khata back when every computer is lost."
                ),
            ),
            strict=True,
        ):
            point.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()
