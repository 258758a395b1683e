"""A new device joins: the form, then the six digits and the bar; or it goes on where it was stopped."""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from khata_desktop.domain.errors import BookExists, KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.background import in_background
from khata_desktop.ui.devices.join_form import JoinForm, Joining
from khata_desktop.ui.devices.lost_form import LostForm
from khata_desktop.ui.devices.taking_over import TakingOver
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.new_shop_form import free_path, short_path
from khata_desktop.ui.sync_port import AcceptingLike, KnownDeviceLike, SyncDoor
from khata_desktop.ui.sync_way import Here, Stopped, SyncWay
from khata_desktop.ui.sync_words import Moment
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.label import Label

_log = logging.getLogger(__name__)

_UNFINISHED = "-joining"


class JoinPage(QWidget):
    """Shown in place of the start page.

    Signals:
        joined: (Path) the book is there: open it.
        back_requested: back to the start page.
    """

    joined = Signal(object)
    back_requested = Signal()

    def __init__(self, way: SyncWay, folder: Path, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._way, self._folder, self._moment = way, folder, moment
        self._given_up = threading.Event()
        self.form: JoinForm | None = None
        self.lost: LostForm | None = None
        self.stopped: list[ChoiceCard] = []
        self._title = Label("", size="title", bold=True)
        self._facts = Label("", tone="muted")
        self.back = Button("", key="Esc")
        self.back.clicked.connect(self.leave)
        self._notice = Label("", tone="gave", wrap=True)
        self._notice.hide()
        self.taking = TakingOver()
        self.taking.cancel.clicked.connect(self.give_up)
        self._before = QWidget()
        self._before.setObjectName("scrolled")
        self._column = QVBoxLayout(self._before)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._before)
        self._stack.addWidget(self.taking)
        self._assemble()
        self.retranslate()
        way.look_here(self._on_here_known, self._say, owner=self)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        middle = QWidget()
        middle.setObjectName("scrolled")
        middle.setFixedWidth(active().metrics.px(600))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)

    def _on_here_known(self, here: Here) -> None:
        form = self.form = JoinForm(self._way, here, self._folder)
        form.wanted.connect(self._on_form_wanted)
        form.cancelled.connect(self.leave)
        self._column.addWidget(_sheet_of(form), 1)
        # The form has a way back of its own.
        self.back.hide()
        form.focus_first()
        self._look_for_unfinished()

    def _look_for_unfinished(self) -> None:
        folder = self.form.folder if self.form is not None else self._folder
        in_background(lambda: unfinished_in(folder), self._on_unfinished_found, name="unfinished")

    def _on_unfinished_found(self, books: list[Path]) -> None:
        known = {card.toolTip() for card in self.stopped}
        for path in books:
            if str(path) in known:
                continue
            card = ChoiceCard(
                self.tr("Go on where it was stopped"), isolated(short_path(str(path))), icon="history"
            )
            card.setToolTip(str(path))
            card.clicked.connect(lambda _=False, own=path: self._resume(own))
            self.stopped.append(card)
            self._column.insertWidget(self._column.count() - 1, card)

    # --- joining --------------------------------------------------------------------------------------

    def _on_form_wanted(self, joining: Joining) -> None:
        self._notice.hide()
        self._given_up = threading.Event()
        if joining.phrase:
            self._ask_who_is_lost(joining)
            return

        def read(accepting: AcceptingLike) -> None:
            self.show_taking()
            self.taking.show_waiting()
            self._way.ask(
                lambda _door: accepting.wait_for_digits(self._goes),
                lambda digits: compare(accepting, digits),
                self._refuse,
                owner=self,
            )

        def compare(accepting: AcceptingLike, digits: str) -> None:
            self.show_taking(digits)
            self._take(joining, lambda _door, tell: accepting.take_over(joining.path, self._goes, tell))

        self._way.ask(
            lambda door: door.accept(joining.code, joining.name, joining.passphrase),
            read,
            self._refuse,
            owner=self,
        )

    def _ask_who_is_lost(self, joining: Joining) -> None:
        """Read the phrase, and let the owner say which devices are lost: nobody else can know."""

        def read(known: Sequence[KnownDeviceLike]) -> None:
            there = [device for device in known if not device.is_shut_out]
            if there:
                self.show_devices(there, lambda lost: self._recover(joining, lost))
            else:
                self._recover(joining, ())

        self._way.ask(
            lambda door: door.devices_of_phrase(joining.server_url, joining.phrase),
            read,
            self._refuse,
            owner=self,
        )

    def show_devices(
        self, known: Sequence[KnownDeviceLike], on_chosen: Callable[[Sequence[bytes]], None]
    ) -> None:
        """Show the devices of the khata, and go on with those that were ticked as lost."""
        self._end_asking()
        lost = self.lost = LostForm(known, self._moment, datetime.now(UTC))
        lost.wanted.connect(on_chosen)
        lost.cancelled.connect(self._back_to_form)
        sheet = _sheet_of(lost)
        self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        lost.focus_first()

    def _back_to_form(self) -> None:
        self._stack.setCurrentWidget(self._before)
        self._end_asking()
        if self.form is not None:
            self.form.set_busy(False)
            self.form.focus_first()

    def _end_asking(self) -> None:
        sheet = self.lost.parentWidget() if self.lost is not None else None
        if sheet is not None:
            self._stack.removeWidget(sheet)
            sheet.deleteLater()
        self.lost = None

    def _recover(self, joining: Joining, lost: Sequence[bytes]) -> None:
        self.show_taking()
        self._end_asking()
        self._take(
            joining,
            lambda door, tell: door.recover(
                joining.path,
                joining.server_url,
                joining.phrase,
                joining.passphrase,
                tell,
                name=joining.name,
                shut_out=lost,
            ),
        )

    def _resume(self, path: Path) -> None:
        assert self.form is not None
        try:
            passphrase = self.form.passphrase.read()
        except KhataError as error:
            self.form.show_error(error)
            return
        self._given_up = threading.Event()
        self.show_taking()
        joining = Joining(code="", server_url="", phrase="", name="", passphrase=passphrase, path=path)
        self._take(joining, lambda door, tell: door.go_on_joining(path, passphrase, tell))

    def _take(
        self, joining: Joining, work: "Callable[[SyncDoor, Callable[[int, int], object]], None]"
    ) -> None:
        tell = self._way.teller(self, self.taking.set_progress, self._goes)

        def run(door: SyncDoor) -> Path:
            joining.path.parent.mkdir(parents=True, exist_ok=True)
            if joining.path.exists():
                raise BookExists(path=joining.path)
            work(door, tell)
            return named_for_its_shop(joining.path)

        def done(path: Path) -> None:
            self._way.passphrase = joining.passphrase
            self.joined.emit(path)

        self._way.ask(run, done, self._refuse, owner=self)

    def show_taking(self, digits: str = "") -> None:
        """Show what is under way: the digits to be compared, or the bar."""
        if digits:
            self.taking.show_digits(digits)
        else:
            self.taking.show_bar()
        self._stack.setCurrentWidget(self.taking)
        self.taking.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _goes(self) -> bool:
        return not self._given_up.is_set() and not self._way.ending

    def give_up(self) -> None:
        """Stop waiting, or stop the taking over, which can go on later."""
        self._given_up.set()
        self.taking.show_stopping()

    def _refuse(self, error: KhataError) -> None:
        self._stack.setCurrentWidget(self._before)
        if self.form is None:
            return
        if isinstance(error, Stopped):
            self.form.let_go()
            self._say_words(self.tr("It was stopped. What was taken over is kept, and can go on from there."))
            self._look_for_unfinished()
        elif self._given_up.is_set():
            self.form.let_go()
            self._say_words(self.tr("It was stopped. Show a new code on the other device to try again."))
        else:
            # It puts the cursor where the mistake is.
            self.form.show_error(error)
            # A full disk, or a cable that was pulled: what was taken over by then is kept.
            self._look_for_unfinished()
        focus = QApplication.focusWidget()
        if focus is None or not self.form.isAncestorOf(focus):
            self.form.focus_first()

    def _say(self, error: KhataError) -> None:
        self._say_words(error_text(error))

    def _say_words(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.show()

    def said(self) -> str:
        """Return what stands above the form, "" for nothing."""
        return self._notice.text() if self._notice.isVisible() else ""

    # --- the page -------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """The form in front, once it is there."""
        if self.lost is not None:
            self.lost.focus_first()
        elif self.form is not None:
            self.form.focus_first()
        else:
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Go back, unless something is under way."""
        if self._stack.currentWidget() is self._before and not (self.form is not None and self.form.busy):
            self.back_requested.emit()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._title.setText(self.tr("A khata that is kept on another computer"))
        self._facts.setText(self.tr("It is taken over whole, and from then on both keep it together."))
        self.back.set_label(self.tr("Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, or stops what is under way."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._stack.currentWidget() is self.taking:
            self.give_up()
        else:
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _sheet_of(form: QWidget) -> QFrame:
    sheet = QFrame()
    sheet.setObjectName("sheet")
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(form)
    return sheet


def unfinished_in(folder: Path) -> list[Path]:
    """Return the books whose taking over was stopped half-way, by the names they will bear."""
    try:
        found = sorted(folder.glob(f"*{_UNFINISHED}.khata"))
    except OSError:
        return []
    books = [path.with_name(path.name.replace(f"{_UNFINISHED}.khata", ".khata")) for path in found]
    return [path for path in books if not path.exists()]


def named_for_its_shop(path: Path) -> Path:
    """Give a book that was taken over the name of its shop, which was not known before; return its place."""
    from khata_desktop.reports.business import business_profile
    from khata_desktop.services.books import Books

    with Books.open(path) as books:
        name = books.query(business_profile).name
    if not name or path.stem == name:
        return path
    better = free_path(path.parent, name)
    try:
        return path.rename(better)
    except OSError as problem:
        _log.info("the book keeps its first name: %s", type(problem).__name__)
        return path
