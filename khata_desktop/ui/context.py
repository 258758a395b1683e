"""What a page, a dialog or a side sheet is given of the program: the book, the choices, the way about.

It is handed to each of them by whoever makes it; nothing looks it up. It asks for what only the frame
can do (another page, a toast) by signal, and so knows no window.
"""

import dataclasses
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from khata_desktop.config import AppConfig, Grouping, update_config
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import DiskFault, KhataError, RuleViolation
from khata_desktop.domain.money import Currency, currency
from khata_desktop.formatting import TextStyle, without_invisible_marks
from khata_desktop.ui.backup_keeper import BackupKeeper
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.sync_keeper import SyncKeeper
from khata_desktop.ui.sync_way import SyncWay
from khata_desktop.ui.task_runner import Job, TaskRunner
from khata_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    # Reports bring SQLAlchemy, which must not be imported before the window is painted.
    from khata_desktop.reports.business import BusinessProfile
    from khata_desktop.services.outcome import Outcome
    from khata_desktop.services.posting import Posted
    from khata_desktop.ui.widgets.form import Form

_log = logging.getLogger(__name__)
_KEPT_STEPS = 50

Operation = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """A short message at the bottom of the window.

    Attributes:
        words: one sentence, translated.
        tone: "" for what went well, "warn" or "gave" for what did not.
        action: words of its one button, "" for none; `on_action` is called when it is pressed.
        key: the key that does the same, to be shown on the button.
    """

    words: str
    tone: Tone = ""
    action: str = ""
    on_action: Callable[[], None] | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """Something that was done to a voucher, and how to take it back.

    Attributes:
        words: what was done.
        now: the version of it that counts since, None where it was voided.
        before: the version that counted before, None where there was none.
    """

    words: str
    now: bytes | None
    before: bytes | None


class PageContext(QObject):
    """The open book and the user's choices, as pages see them. One for each open book.

    Attributes:
        runner: the only way to the book: query, execute, run_long.
        path: the book's file.
        clock: the only reader of the time.
        business: the business record as last read.
        config: the user's choices on this computer.
        backups: makes and lists the backups of this book.
        sync_way: the program's way into sync; sync: keeps this book in step, where that is switched on.
        style: how amounts, dates and quantities are written in the window.

    Signals:
        navigation_requested: (page key, arguments as dict) another page is to be shown.
        back_requested: the page before is to be shown again.
        sheet_requested: (widget) to be shown in the side sheet, which owns it from then on.
        sheet_close_requested: the side sheet is to be closed.
        keys_changed: the page shown offers other keys than before.
        toast_requested: (Toast).
        covered: (QWidget, its room for a toast as a function) a dialog covers the window from now on;
            (None, None) no more.
        progress_requested: (title, Job) long work is to be shown until it ends.
        book_requested: (path) another book is to be opened in place of this one.
        business_changed: the business record was changed, here or elsewhere; `style` follows it.
        config_changed: a choice was changed; `style` follows it.
    """

    navigation_requested = Signal(str, object)
    back_requested = Signal()
    sheet_requested = Signal(object)
    sheet_close_requested = Signal()
    keys_changed = Signal()
    toast_requested = Signal(object)
    covered = Signal(object, object)
    progress_requested = Signal(str, object)
    book_requested = Signal(object)
    business_changed = Signal()
    config_changed = Signal()

    def __init__(
        self,
        *,
        runner: TaskRunner,
        path: Path,
        business: "BusinessProfile",
        config: AppConfig,
        clock: Clock | None = None,
        sync_way: SyncWay | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.runner = runner
        self.path = path
        self.clock = clock or Clock()
        self.business = business
        self.config = config
        self.backups = BackupKeeper(path, lambda: self.config.backup_folder, clock=self.clock, parent=self)
        self.sync_way = way = sync_way or SyncWay(parent=self)
        self.sync = SyncKeeper(path, way.door, passphrase=lambda: way.passphrase, clock=clock, parent=self)
        self.style = self._make_style()
        self._undoable: list[_Step] = []
        self._redoable: list[_Step] = []

    # --- reading --------------------------------------------------------------------------------------

    @property
    def currency(self) -> Currency:
        """The currency of the book."""
        return currency(self.business.currency_code)

    def today(self) -> date:
        """Return the shop's calendar day."""
        return self.clock.today()

    def amount(self, minor: int, *, symbol: bool = False) -> str:
        """Return an amount of minor units as text, or dots while amounts are blurred."""
        return "•••••" if self.config.blur_amounts else self.style.amount(minor, symbol=symbol)

    def counted(self, words: str, count: int) -> str:
        """Return words that hold a count as `tr` writes it ("98650 vouchers"), with its digits grouped."""
        plain, grouped = str(count), self.style.quantity(count * 1000)
        return words if without_invisible_marks(grouped) == plain else words.replace(plain, grouped, 1)

    def _make_style(self) -> TextStyle:
        return TextStyle(
            currency_code=self.business.currency_code,
            language=self.config.language_or_english,
            grouping=cast(Grouping, self.business.grouping),
            digits=self.config.digits,
        )

    # --- the frame ------------------------------------------------------------------------------------

    def navigate(self, page: str, **arguments: object) -> None:
        """Show a page by its key; the arguments go to its `open_with`."""
        self.navigation_requested.emit(page, arguments)

    def back(self) -> None:
        """Show the page before."""
        self.back_requested.emit()

    def show_sheet(self, widget: QWidget) -> None:
        """Show a form (or any widget) in the side sheet, which owns it from then on."""
        self.sheet_requested.emit(widget)

    def close_sheet(self) -> None:
        """Close the side sheet."""
        self.sheet_close_requested.emit()

    def toast(
        self,
        words: str,
        *,
        tone: Tone = "",
        action: str = "",
        on_action: Callable[[], None] | None = None,
        key: str = "",
    ) -> None:
        """Show a short message at the bottom of the window, with at most one button."""
        self.toast_requested.emit(Toast(words=words, tone=tone, action=action, on_action=on_action, key=key))

    def show_progress(self, title: str, job: Job) -> None:
        """Show long work, with its bar and Cancel, until it ends."""
        self.progress_requested.emit(title, job)

    def show_error(self, error: KhataError) -> None:
        """Say in a toast what went wrong and how to mend it; what is on screen stays there."""
        self.toast(error_text(error), tone="gave")

    # --- saving ---------------------------------------------------------------------------------------

    def submit(
        self,
        form: "Form",
        operation: Operation,
        on_done: Callable[["Outcome[Any]"], None] | None = None,
    ) -> None:
        """Run a form's operation; close the form when it is saved, mark the field when it is refused.

        On any failure the form stays on screen with everything typed in it.
        """

        def saved(outcome: "Outcome[Any]") -> None:
            form.done()
            if on_done is not None:
                on_done(outcome)

        self.runner.execute(operation, saved, form.show_error, initiator=form)

    def posted(self, words: str, posted: "Posted") -> None:
        """Tell that a voucher was posted, with Undo in the toast and under Ctrl+Z.

        `words` name it ("Received Rs 500 from Aslam"). Undoing a correction brings back what it corrected.
        Of a correction that changed nothing, nothing was posted: that is said instead.
        """
        if posted.unchanged:
            self.toast(self.tr("Nothing was changed"))
            return
        self._tell(_Step(words=words, now=posted.voucher_id, before=posted.supersedes))

    def voided(self, words: str, voucher_id: bytes) -> None:
        """Tell that a voucher was voided, with Undo in the toast and under Ctrl+Z: it is posted again."""
        self._tell(_Step(words=words, now=None, before=voucher_id))

    def _tell(self, step: _Step) -> None:
        self._keep_step(step)
        self._redoable.clear()
        self.toast(step.words, action=self.tr("Undo"), on_action=self.undo, key="Ctrl+Z")

    def _keep_step(self, step: _Step) -> None:
        self._undoable = [*self._undoable[-_KEPT_STEPS + 1 :], step]

    @property
    def can_undo(self) -> bool:
        """Whether something done in this session can be undone."""
        return bool(self._undoable)

    def forget_steps(self) -> None:
        """Forget what could be undone: the book is another."""
        self._undoable.clear()
        self._redoable.clear()

    def undo(self) -> None:
        """Take back what was done last in this session, and say so."""
        if not self._undoable:
            self.toast(self.tr("Nothing to undo."))
            return
        step = self._undoable.pop()

        def done(back: _Step) -> None:
            self._redoable.append(back)
            self.toast(
                self.tr("Undone: {what}").format(what=step.words),
                action=self.tr("Do it again"),
                on_action=self.redo,
                key="Ctrl+Shift+Z",
            )

        self._take_back(step, done, self._undoable)

    def redo(self) -> None:
        """Do again what was undone last, and say so."""
        if not self._redoable:
            self.toast(self.tr("Nothing to do again."))
            return
        step = self._redoable.pop()

        def done(back: _Step) -> None:
            self._keep_step(back)
            self.toast(step.words, action=self.tr("Undo"), on_action=self.undo, key="Ctrl+Z")

        self._take_back(step, done, self._redoable)

    def _take_back(self, step: _Step, on_done: Callable[[_Step], None], steps: list[_Step]) -> None:
        """Bring a voucher to where it was before a step, and give `on_done` the step the other way."""
        # Importing services brings the reading path along: by now it is there already.
        from khata_desktop.domain.ids import VoucherId
        from khata_desktop.services.correcting import reinstate, void_voucher

        def done(outcome: "Outcome[Any]") -> None:
            now = None if step.before is None else outcome.value.voucher_id
            on_done(_Step(words=step.words, now=now, before=step.now))

        def refused(error: KhataError) -> None:
            if not isinstance(error, RuleViolation):
                # A disk that was full for a moment: the step can be taken later.
                steps.append(step)
            self.show_error(error)

        if step.before is not None:
            in_place_of = VoucherId(step.now) if step.now is not None else None
            operation = partial(reinstate, voucher_id=VoucherId(step.before), in_place_of=in_place_of)
            self.runner.execute(operation, done, refused)
        elif step.now is not None:
            self.runner.execute(partial(void_voucher, voucher_id=VoucherId(step.now)), done, refused)

    # --- choices --------------------------------------------------------------------------------------

    def change_config(self, **fields: Any) -> None:
        """Change choices by their `AppConfig` names and keep them on this computer."""
        self._keep(lambda config: dataclasses.replace(config, **fields))

    def page_setting(self, page: str, default: Any = None) -> Any:
        """Return what a page asked to remember (filters, column widths) in an earlier session."""
        return self.config.page_settings.get(page, default)

    def keep_page_setting(self, page: str, value: Any) -> None:
        """Remember something JSON can hold for a page."""
        if self.config.page_settings.get(page) != value:
            self._keep(
                lambda config: dataclasses.replace(
                    config, page_settings={**config.page_settings, page: value}
                ),
                quietly=True,
            )

    def _keep(self, change: Callable[[AppConfig], AppConfig], *, quietly: bool = False) -> None:
        self.config = change(self.config)
        try:
            update_config(change)
        except OSError as problem:
            # The choice holds until the program ends; a full disk must not keep the shop from working.
            _log.warning("the settings could not be kept: %s", type(problem).__name__)
            if not quietly:
                self.show_error(DiskFault(detail=problem.strerror or "", path=""))
        self.style = self._make_style()
        if not quietly:
            self.config_changed.emit()

    def set_business(self, business: "BusinessProfile") -> None:
        """Take over a business record read anew."""
        if business != self.business:
            self.business = business
            self.style = self._make_style()
            self.business_changed.emit()
