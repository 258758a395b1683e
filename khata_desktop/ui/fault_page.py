"""What stands in the window when a book cannot be opened: what it is, why, and what to do about it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.empty_state import IconView
from khata_desktop.ui.widgets.label import Label


class FaultPage(QWidget):
    """One failure to open a book. The file was left as it is, and the page says so.

    Signals:
        retry_requested: try this book again.
        restore_requested: take the last backup of it.
        other_requested: another book, or a new one.
    """

    retry_requested = Signal()
    restore_requested = Signal()
    other_requested = Signal()

    def __init__(
        self, error: BaseException, path: Path, *, backup: str = "", parent: QWidget | None = None
    ) -> None:
        """`backup` says when the last backup was made, "" when there is none."""
        super().__init__(parent)
        self.setObjectName("page")
        self.error = error
        self._path = path
        self._backup = backup
        self._title = Label("", size="title", bold=True)
        self._why = Label("", wrap=True)
        self._remedy = Label("", wrap=True)
        self._place = Label("", size="tiny", tone="muted")
        self.retry = Button(icon="undo")
        self.retry.clicked.connect(self.retry_requested)
        self.restore = Button(icon="backup")
        self.restore.clicked.connect(self.restore_requested)
        self.other = Button(icon="vouchers")
        self.other.clicked.connect(self.other_requested)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        icon = IconView("warning", 40)
        icon.setFixedWidth(40)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon)
        head.addWidget(self._title, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for button in (self.restore, self.retry, self.other):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        middle = QWidget()
        middle.setObjectName("scrolled")
        middle.setFixedWidth(active().metrics.px(640))
        box = QVBoxLayout(middle)
        box.setSpacing(12)
        box.addStretch(2)
        box.addLayout(head)
        box.addWidget(self._why)
        box.addWidget(self._remedy)
        box.addWidget(self._place)
        box.addSpacing(8)
        box.addLayout(self._buttons)
        box.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)

    def set_backup(self, when: str) -> None:
        """Offer the last backup, made at `when`."""
        self._backup = when
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the likeliest way on."""
        first = self.restore if self.restore.isVisibleTo(self) else self.retry
        if not first.isVisibleTo(self):
            first = self.other
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        code = self.error.code if isinstance(self.error, KhataError) else ""
        title, why, remedy = self._words(code)
        self._title.setText(title)
        self._why.setText(why)
        self._remedy.setText(remedy)
        self._place.setText(isolated(str(self._path)))
        self.retry.set_label(self.tr("Try again"))
        self.other.set_label(self.tr("Another khata…"))
        self.restore.set_label(self.tr("Restore the backup of {when}").format(when=self._backup))
        hopeless = code in ("not_a_book", "book_too_new")
        self.restore.setVisible(bool(self._backup) and code != "book_too_new")
        self.retry.setVisible(not hopeless)
        for button in (self.restore, self.retry, self.other):
            button.set_kind("secondary")
        primary = self.restore if self._backup and code in ("book_damaged", "book_missing") else self.other
        primary.set_kind("primary")

    def _words(self, code: str) -> tuple[str, str, str]:
        untouched = self.tr("The file was left as it is.")
        if code == "book_missing":
            return (
                self.tr("The khata is not there"),
                self.tr(
                    "No file stands at the place where it was. Was it on a USB stick, or moved or renamed?"
                ),
                self.tr("Put the stick in and try again, or open the file at its new place."),
            )
        if code == "not_a_book":
            return (
                self.tr("This is not a khata"),
                self.tr("The file belongs to another program, or is empty.") + " " + untouched,
                self.tr("Open a file that ends in .khata."),
            )
        if code == "book_too_new":
            return (
                self.tr("This khata needs a newer version of the program"),
                self.tr("A newer version has written to it, in a way that this one does not know.")
                + " "
                + untouched,
                self.tr("Update the program on this computer, then open it again."),
            )
        if code == "book_damaged":
            return (
                self.tr("The file of this khata is damaged"),
                self.tr("Parts of it cannot be read: a disk or stick that fails, or a copy that broke off.")
                + " "
                + untouched,
                self.tr("Restore the last backup; it becomes a new file beside this one."),
            )
        if isinstance(self.error, KhataError):
            return self.tr("The khata cannot be opened"), error_text(self.error), untouched
        return (
            self.tr("The khata cannot be opened"),
            self.tr("The program met something it did not expect.") + " " + untouched,
            self.tr("Try again; if it stays so, send the log to whoever looks after the program."),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
