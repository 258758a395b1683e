"""What stands in the window when a book cannot be opened: what it is, why, and what to do about it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.config import RecentBook
from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.new_shop_form import short_path
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.empty_state import IconView
from khata_desktop.ui.widgets.label import Label

_MOST_CARDS = 3


class FaultPage(QWidget):
    """One failure to open a book. The file was left as it is, and the page says so.

    Where the book is not there, or is damaged, the page offers what there is instead: copies of it, and the
    other books of this computer. None of them is opened by itself.

    Signals:
        retry_requested: try this book again.
        restore_requested: (Path) take this backup of it.
        book_requested: (Path) open this book instead.
        other_requested: make a new book, or look round.
    """

    retry_requested = Signal()
    restore_requested = Signal(object)
    book_requested = Signal(object)
    other_requested = Signal()

    def __init__(
        self,
        error: BaseException,
        path: Path,
        *,
        name: str = "",
        books: Sequence[RecentBook] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the shop was called; `books` are others that can be opened, the latest first."""
        super().__init__(parent)
        self.setObjectName("page")
        self.error = error
        self._path = path
        self._name = name or path.stem
        self._backups: list[tuple[Path, str]] = []
        self._backup_folder = path.parent
        self._title = Label("", size="title", bold=True)
        self._why = Label("", wrap=True)
        self._remedy = Label("", wrap=True)
        self._place = Label("", size="tiny", tone="muted")
        self.retry = Button(icon="undo")
        self.retry.clicked.connect(self.retry_requested)
        self.restore = Button(icon="backup")
        self.restore.clicked.connect(lambda: self.restore_requested.emit(self._backups[0][0]))
        self.other = Button(icon="plus")
        self.other.clicked.connect(self.other_requested)
        self.browse = Button(icon="vouchers")
        self.browse.clicked.connect(self._on_browse_clicked)
        self.other_backup = Button(icon="backup")
        self.other_backup.clicked.connect(self._on_other_backup_clicked)
        self._books_title = Label("", size="tiny", tone="muted", bold=True)
        self._backups_title = Label("", size="tiny", tone="muted", bold=True)
        self.book_cards = [self._book_card(book) for book in books[:_MOST_CARDS]]
        self.backup_cards: list[ChoiceCard] = []
        self._build()
        self.retranslate()

    def _build(self) -> None:
        icon = IconView("warning", 40)
        icon.setFixedWidth(40)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon)
        head.addWidget(self._title, 1)
        # The restoring button holds a date: with others beside it, it would stick out of the page.
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        rest = QHBoxLayout()
        rest.setSpacing(8)
        rest.addWidget(self.retry)
        rest.addWidget(self.other_backup)
        rest.addStretch(1)
        self._ways.addLayout(rest)
        # The likeliest way on stands first.
        first = 1 if self._code == "book_missing" else 0
        self._ways.insertWidget(first, self.restore, 0, Qt.AlignmentFlag.AlignLeading)
        self._copies = QVBoxLayout()
        self._copies.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.browse)
        foot.addWidget(self.other)
        foot.addStretch(1)
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
        box.addLayout(self._ways)
        box.addSpacing(8)
        box.addWidget(self._backups_title)
        box.addLayout(self._copies)
        box.addWidget(self._books_title)
        for card in self.book_cards:
            box.addWidget(card)
        box.addLayout(foot)
        box.addStretch(3)
        holder = QWidget()
        holder.setObjectName("scrolled")
        row = QHBoxLayout(holder)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        # Large letters, and all the copies and books there can be, take more room than a small screen has.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _book_card(self, book: RecentBook) -> ChoiceCard:
        card = ChoiceCard(book.name, isolated(short_path(book.path)), icon="journal")
        card.setToolTip(book.path)
        card.clicked.connect(lambda: self.book_requested.emit(Path(book.path)))
        return card

    def set_backups(self, backups: Sequence[tuple[Path, str]], folder: Path) -> None:
        """Offer the backups there are as (file, when it was made), the newest first, and their folder."""
        self._backups, self._backup_folder = list(backups), folder
        for file, when in self._backups[1 : 1 + _MOST_CARDS]:
            card = ChoiceCard(isolated(when), isolated(file.name), icon="backup")
            card.clicked.connect(lambda _=False, file=file: self.restore_requested.emit(file))
            self._copies.addWidget(card)
            self.backup_cards.append(card)
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the likeliest way on."""
        ways = (self.restore, self.retry, self.browse)
        if self._code == "book_missing":
            ways = (self.retry, self.restore, self.browse)
        first = next(way for way in ways if way.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _code(self) -> str:
        return self.error.code if isinstance(self.error, KhataError) else ""

    def retranslate(self) -> None:
        """Say it in the language in force."""
        code = self._code
        title, why, remedy = self._words(code)
        self._title.setText(title)
        self._why.setText(why)
        self._remedy.setText(remedy)
        self._place.setText(isolated(str(self._path)))
        self.retry.set_label(self.tr("Look again") if code == "book_missing" else self.tr("Try again"))
        self.other.set_label(self.tr("Another khata…"))
        self.browse.set_label(self.tr("Open a file…"))
        self.other_backup.set_label(self.tr("Restore another backup…"))
        self._books_title.setText(self.tr("Other khatas on this computer"))
        self._books_title.setVisible(bool(self.book_cards))
        when = self._backups[0][1] if self._backups else ""
        self.restore.set_label(self.tr("Restore the backup of {when}").format(when=when))
        hopeless = code in ("not_a_book", "book_too_new")
        can_restore = code in ("book_damaged", "book_missing", "not_a_book")
        self.restore.setVisible(bool(self._backups) and code != "book_too_new")
        self.other_backup.setVisible(can_restore)
        self._backups_title.setText(self.tr("Older backups"))
        self._backups_title.setVisible(can_restore and bool(self.backup_cards))
        for card in self.backup_cards:
            card.setVisible(can_restore)
        self.retry.setVisible(not hopeless)
        for button in (self.restore, self.retry, self.other, self.browse):
            button.set_kind("secondary")
        if code == "book_missing":
            primary = self.retry
        elif self._backups and code == "book_damaged":
            primary = self.restore
        else:
            primary = self.browse
        primary.set_kind("primary")

    def _words(self, code: str) -> tuple[str, str, str]:
        untouched = self.tr("The file was left as it is.")
        if code == "book_missing":
            return (
                self.tr("{name} is not there").format(name=isolated(self._name)),
                self.tr(
                    "No file stands at the place where it was. Was it on a USB stick, or moved or renamed?"
                ),
                self.tr("Put the stick in and look again, or open the file at its new place."),
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

    def _on_browse_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a khata"), str(self._path.parent), self.tr("Khata (*.khata)")
        )
        if chosen:
            self.book_requested.emit(Path(chosen))

    def _on_other_backup_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Restore a backup"),
            str(self._backup_folder),
            self.tr("Khata (*.khata);;All files (*)"),
        )
        if chosen:
            self.restore_requested.emit(Path(chosen))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
