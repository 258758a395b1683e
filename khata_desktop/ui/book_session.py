"""One open book in the window: its worker, its frame, its context, and what ties them together."""

import dataclasses
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from khata_desktop.config import AppConfig
from khata_desktop.domain.errors import BookDamaged, KhataError, NotABook
from khata_desktop.ui.key_map import rearm, use_keys
from khata_desktop.ui.main_window import MainWindow, PageSpec

if TYPE_CHECKING:
    from khata_desktop.reports.business import BusinessProfile
    from khata_desktop.reports.vouchers_list import VoucherRow
    from khata_desktop.ui.context import PageContext, Toast
    from khata_desktop.ui.review_watch import ReviewWatch
    from khata_desktop.ui.server_backup_keeper import ServerBackupKeeper
    from khata_desktop.ui.sync_watch import SyncWatch
    from khata_desktop.ui.sync_way import SyncWay
    from khata_desktop.ui.task_runner import BooksLike, Job, TaskRunner
    from khata_desktop.ui.theme.tokens import Tone
    from khata_desktop.ui.widgets.command_palette import PaletteProvider
    from khata_desktop.ui.widgets.form import Form

_log = logging.getLogger(__name__)
_NOTES_LOOKED_AT = 100


def clock_text(at: datetime, config: AppConfig) -> str:
    """Return an aware instant as the clock of this computer shows it: 14:05."""
    from khata_desktop.formatting import isolated, local_digits

    text = f"{at.astimezone():%H:%M}"
    if config.digits == "local":
        text = local_digits(text, config.language_or_english)
    return isolated(text)


class BookSession(QObject):
    """Opens a book and shows it in a frame; the frame is there at once, the pages when the book is open.

    Attributes:
        path: the file.
        frame: the window's content.
        context: what pages are given; None until the book is open.

    Signals:
        opened: the business was read and the first page is shown.
        open_failed: (exception) the book could not be opened; the file is as it was.
        usable: the first page has its data.
        damaged: (BookDamaged) the file turned out to be damaged; nothing is written to it any more.
        crashed: (exception) a task failed by a bug.
        start_page_requested: the user wants another shop.
        quit_requested: Ctrl+Q.
        book_requested: (Path) the user wants this book in place of the one open.
    """

    opened = Signal()
    open_failed = Signal(object)
    usable = Signal()
    damaged = Signal(object)
    crashed = Signal(object)
    start_page_requested = Signal()
    quit_requested = Signal()
    book_requested = Signal(object)

    def __init__(
        self,
        path: Path,
        open_books: "Callable[[], BooksLike]",
        *,
        pages: Sequence[PageSpec],
        config: AppConfig,
        name: str = "",
        first_page: str = "dashboard",
        sync_way: "SyncWay | None" = None,
    ) -> None:
        """`name` is what the business was called when it was open last, shown until it is read."""
        super().__init__()
        self.path = path
        self._config = config
        self._keys = (config.key_profile, config.shortcuts)
        use_keys(config)
        self._sync_way = sync_way
        self.context: PageContext | None = None
        keys = [spec.key for spec in pages]
        self._first_page = first_page if first_page in keys else keys[0]
        self.frame = MainWindow([dataclasses.replace(spec, factory=self._making(spec)) for spec in pages])
        self.frame.rail.set_names("Khata", name or path.stem)
        self.frame.rail.set_current(self._first_page)
        self.frame.rail.shop_clicked.connect(self.start_page_requested)
        self.frame.status.state_clicked.connect(self._on_status_state_clicked)
        self._is_read_only = False
        self._show_saved(None)
        self._open_books = open_books
        self._runner: TaskRunner | None = None
        self._stopped = False
        self._is_damaged = False
        self._reviews: ReviewWatch | None = None
        self._sync: SyncWatch | None = None
        self._server_backups: ServerBackupKeeper | None = None

    @property
    def runner(self) -> "TaskRunner":
        """The book's worker, from `start` on."""
        assert self._runner is not None, "the session was not started"
        return self._runner

    def _making(self, spec: PageSpec) -> Callable[..., Any]:
        # The frame stands before there is a context: a page gets the one that is there when it is made.
        def make(_: object, **arguments: object) -> Any:
            return spec.factory(self.context, **arguments)

        return make

    def start(self) -> None:
        """Open the book on the worker."""
        from khata_desktop.ui.task_runner import TaskRunner

        runner = self._runner = TaskRunner(self._open_books)
        runner.opened.connect(self._on_runner_opened)
        runner.open_failed.connect(self.open_failed)
        runner.failed.connect(self._on_runner_failed)
        runner.damaged.connect(self._note_damage)
        runner.committed.connect(self._on_runner_committed)
        runner.start()

    def stop(self) -> None:
        """Finish what was given to the worker, close the book, and back it up where it changed."""
        from khata_desktop.ui.form_draft import FormDraft

        for draft in self.findChildren(FormDraft):
            draft.flush()
        if self._reviews is not None:
            self._reviews.stop()
        if self._runner is not None:
            self._runner.stop()
            # What it did last is still to be told, and the frame that would show it may be gone by then.
            if not self._stopped:
                self._runner.committed.disconnect(self._on_runner_committed)
        self._stopped = True
        if self.context is not None:
            # An answer that comes late asks for a page or a toast, and the frame may be gone by then.
            self.context.blockSignals(True)
            self.context.sync.blockSignals(True)
            self.context.sync.stop()
            # Nobody is there any more to be told how the last copy went.
            self.context.backups.blockSignals(True)
            self.context.backups.finish()

    # --- opening --------------------------------------------------------------------------------------

    def _on_runner_opened(self) -> None:
        # The worker has imported the reading path by now; this costs the GUI thread nothing more.
        from khata_desktop.reports.business import business_profile

        self.runner.call(lambda books: books.is_read_only, self._on_read_only_known)
        self.runner.query(business_profile, self._on_business_read)

    def _on_read_only_known(self, is_read_only: bool) -> None:
        self._is_read_only = is_read_only
        self._show_saved(self._saved_at)

    def _on_business_read(self, business: "BusinessProfile") -> None:
        from khata_desktop.ui.context import PageContext

        context = PageContext(
            runner=self.runner,
            path=self.path,
            business=business,
            config=self._config,
            sync_way=self._sync_way,
            parent=self,
        )
        self.context = context
        self.frame.rail.set_names("Khata", business.name)
        context.navigation_requested.connect(self._on_navigation_requested)
        context.back_requested.connect(self.frame.go_back)
        context.sheet_requested.connect(self._on_sheet_requested)
        context.sheet_close_requested.connect(self._on_sheet_close_requested)
        context.toast_requested.connect(self._on_toast_requested)
        context.covered.connect(self._on_covered)
        context.keys_changed.connect(self.frame.show_page_keys)
        context.progress_requested.connect(self._on_progress_requested)
        context.book_requested.connect(self.book_requested)
        context.business_changed.connect(self._on_business_changed)
        context.config_changed.connect(self._on_context_config_changed)
        context.backups.changed.connect(self._show_backup)
        for name in ("backup", "sync"):
            # In this order, whichever is known first.
            self.frame.status.set_state(name, "")
        self._arm_keys(context)
        self.frame.set_palette_providers(self._palette_providers)
        self.runner.busy_changed.connect(self._on_runner_busy_changed)
        self.runner.saving_ended.connect(self._on_runner_saving_ended)
        self.frame.navigate(self._first_page)
        self.opened.emit()
        if not self.runner.busy:
            self._on_runner_busy_changed(False)

    def _arm_keys(self, context: "PageContext") -> None:
        for key, act in (
            ("Ctrl+Z", context.undo),
            ("Ctrl+Shift+Z", context.redo),
            ("Ctrl+Shift+P", self.toggle_blur),
            ("Ctrl+Q", self.quit_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self.frame)
            shortcut.activated.connect(act)
        rearm(self.frame)

    def _palette_providers(self) -> "list[PaletteProvider]":
        from khata_desktop.ui.palette_providers import palette_providers

        return palette_providers(self.context, self.frame) if self.context is not None else []

    def toggle_blur(self) -> None:
        """Hide amounts, or show them again."""
        if self.context is not None:
            self.context.change_config(blur_amounts=not self.context.config.blur_amounts)

    def _on_runner_busy_changed(self, busy: bool) -> None:
        if not busy:
            self.runner.busy_changed.disconnect(self._on_runner_busy_changed)
            self.usable.emit()
            if self.context is not None:
                self.context.backups.start()
                self._watch_reviews(self.context)
                self._watch_sync(self.context)

    def _watch_reviews(self, context: "PageContext") -> None:
        from khata_desktop.ui.review_watch import ReviewWatch

        self._reviews = watch = ReviewWatch(context, parent=self)
        watch.counted.connect(partial(self.frame.set_offered, "reviews"))
        watch.ask()

    def _watch_sync(self, context: "PageContext") -> None:
        from khata_desktop.ui.server_backup_keeper import ServerBackupKeeper
        from khata_desktop.ui.sync_watch import SyncWatch

        self._sync = watch = SyncWatch(context, self._moment, parent=self)
        watch.told.connect(self._on_sync_told)
        watch.ask()
        self._server_backups = ServerBackupKeeper(context, parent=self)

    def _on_sync_told(self, words: str, icon: str, tone: "Tone") -> None:
        self.frame.status.set_state("sync", words, icon=icon, tone=tone)

    # --- what pages ask for ---------------------------------------------------------------------------

    def _on_navigation_requested(self, page: str, arguments: dict[str, object]) -> None:
        self.frame.navigate(page, **arguments)

    def _on_sheet_requested(self, widget: QWidget) -> None:
        from khata_desktop.ui.form_draft import FormDraft
        from khata_desktop.ui.widgets.form import Form

        if self.frame.sheet.is_held:
            # It was asked for before, and its data came late: what is being typed meanwhile goes first.
            widget.deleteLater()
            return
        if isinstance(widget, Form):
            self.frame.sheet.show_form(widget)
            widget.note_wanted.connect(partial(self._repeat_note, widget))
            if widget.draft_key and self.context is not None:
                FormDraft(self.context, widget, self)
        else:
            self.frame.sheet.show_widget(widget)

    def _repeat_note(self, form: "Form") -> None:
        context = self.context
        if context is None or not form.voucher_kind:
            return
        from khata_desktop.domain.vouchers import VoucherKind
        from khata_desktop.reports.vouchers_list import recent_vouchers

        def take(rows: "list[VoucherRow]") -> None:
            note = next((row.narration for row in rows if row.narration), "")
            if note:
                form.set_note(note)
            else:
                context.toast(self.tr("There is no note yet to repeat."))

        report = partial(recent_vouchers, limit=_NOTES_LOOKED_AT, kinds=(VoucherKind(form.voucher_kind),))
        self.runner.query(report, take, context.show_error, key=form)

    def _on_sheet_close_requested(self) -> None:
        self.frame.sheet.close_sheet()

    def _on_progress_requested(self, title: str, job: "Job") -> None:
        self.frame.progress.show_job(title, job)

    def _on_toast_requested(self, toast: "Toast") -> None:
        self.frame.toast.show_toast(
            toast.words, action=toast.action, on_action=toast.on_action, key=toast.key, tone=toast.tone
        )

    def _on_covered(self, cover: QWidget | None, room: Callable[[], QRect] | None) -> None:
        self.frame.toast.stand_over(cover, room)

    def _on_status_state_clicked(self, name: str) -> None:
        if self.context is not None and name == "backup":
            self.frame.navigate("settings", section="backup")
        elif self.context is not None and name == "sync":
            self.frame.navigate("devices")

    # --- what happens in the book ---------------------------------------------------------------------

    def _on_runner_committed(self, topics: frozenset[str], initiator: object) -> None:
        context = self.context
        if context is None:
            return
        self.frame.notify(topics, initiator)
        if "*" in topics or "business" in topics:
            from khata_desktop.reports.business import business_profile

            self.runner.query(business_profile, context.set_business, key="business")
        context.backups.mark_changed()
        self._show_saved(context.clock.now())

    def _on_runner_saving_ended(self, well: bool) -> None:
        if well and self._is_read_only:
            # It can be written to by now.
            self._on_read_only_known(False)
        if not well:
            self.frame.status.set_state("saved", self.tr("Not saved"), icon="warning", tone="warn")
            # Once its form is left there is nothing any more that is not saved.
            closed = Qt.ConnectionType.SingleShotConnection
            self.frame.sheet.closed.connect(lambda: self._show_saved(self._saved_at), closed)

    def _on_business_changed(self) -> None:
        context = self.context
        if context is not None:
            self.frame.rail.set_names("Khata", context.business.name)
            # Currency and grouping stand in every figure on screen.
            self.frame.notify(frozenset({"*"}))

    def _on_context_config_changed(self) -> None:
        if self.context is not None:
            now = self.context.config
            before, self._keys = self._keys, (now.key_profile, now.shortcuts)
            if before != self._keys:
                use_keys(now)
                self.frame.follow_keys()

    def take_config(self, config: AppConfig) -> None:
        """Note the choices for what is made from now on."""
        self._config = config

    def retranslate(self) -> None:
        """Say the states in the language in force."""
        self._show_saved(self._saved_at)
        self._show_backup()
        if self._sync is not None:
            self._sync.tell()

    def _show_saved(self, at: datetime | None) -> None:
        self._saved_at = at
        if self._is_read_only:
            words = self.tr("Can only be looked at: the disk is read-only")
            self.frame.status.set_state("saved", words, icon="warning", tone="warn")
            return
        if at is None:
            words = self.tr("All saved")
        else:
            words = self.tr("Saved {time}").format(time=clock_text(at, self._config))
        self.frame.status.set_state("saved", words, icon="check", tone="muted")

    def _show_backup(self) -> None:
        context = self.context
        if context is None:
            return

        keeper = context.backups
        if keeper.state.fault is not None:
            # It reads the whole file, as no page does.
            self._note_damage(keeper.state.fault)
        wrong = keeper.state.fault is not None or keeper.state.elsewhere
        icon = "warning" if wrong else "backup"
        self.frame.status.set_state(
            "backup", keeper.words(self._moment), icon=icon, tone="warn" if wrong else "muted"
        )

    def _moment(self, at: datetime, today: bool) -> str:
        if today or self.context is None:
            return clock_text(at, self._config)
        return self.context.style.date(at.date())

    def _note_damage(self, error: KhataError) -> None:
        """See whether a failure is this file's own damage, and if so let nothing more be written to it."""
        is_its_own = isinstance(error, BookDamaged | NotABook) and error.params.get("path") == self.path
        if self._is_damaged or not is_its_own:
            return
        self._is_damaged = True
        _log.error("the file of the book is damaged; nothing more is written to it")
        # It was a book when it was opened, whatever its first page looks like now.
        damage = BookDamaged(path=self.path, detail=error.params.get("detail", ""))
        self.runner.stop_writing(damage)
        # Later: whoever asked is being told, and the window around him goes away.
        QTimer.singleShot(0, self, lambda: self.damaged.emit(damage))

    def _on_runner_failed(self, error: BaseException) -> None:
        if self._is_damaged and isinstance(error, BookDamaged | NotABook):
            return
        if isinstance(error, KhataError) and self.context is not None:
            self.context.show_error(error)
        else:
            self.crashed.emit(error)
