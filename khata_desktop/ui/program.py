"""The window program: one window, and in it the language, the start page, an open book, or a fault."""

import dataclasses
import gc
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from khata_desktop import __version__
from khata_desktop.config import AppConfig, Language, resource_path, update_config
from khata_desktop.ui.appearance import dress
from khata_desktop.ui.book_opening import create_books, create_sample, open_books, restore_books, sample_path
from khata_desktop.ui.book_session import BookSession, clock_text
from khata_desktop.ui.crash_report import CrashReporter
from khata_desktop.ui.garbage import GarbageCollector
from khata_desktop.ui.main_window import PageSpec
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.shell_window import ShellWindow
from khata_desktop.ui.start_timing import StartTiming
from khata_desktop.ui.sync_way import SyncWay
from khata_desktop.ui.translation import use_language

if TYPE_CHECKING:
    from datetime import datetime

    from khata_desktop.ui.first_run import StartPage
    from khata_desktop.ui.new_shop_form import NewBook
    from khata_desktop.ui.sync_port import SyncDoor
    from khata_desktop.ui.task_runner import BooksLike

_log = logging.getLogger(__name__)

_TURN_SECONDS = 0.001


class Program(QObject):
    """Shows one screen after another: language, start page, an open book, a fault.

    Attributes:
        window: the one window.
        session: the open book, None while there is none.
        config: the user's choices.
        timing: notes when the window was painted and usable.

    Signals:
        usable: the window can be worked with: a book with its first page shown, or the start page.
        failed: (exception) a book could not be opened, or a bug came to light.
    """

    usable = Signal()
    failed = Signal(object)
    _sample_progressed = Signal(int, int)

    def __init__(
        self,
        app: QApplication,
        config: AppConfig,
        *,
        timing: StartTiming | None = None,
        pages: tuple[PageSpec, ...] = PAGES,
        door: "Callable[[], SyncDoor] | None" = None,
    ) -> None:
        """`door` leads into sync; it is called where sync is used, and not before."""
        super().__init__()
        self._app = app
        self._pages = pages
        self.config = config
        self.timing = timing or StartTiming(wanted=False)
        self.session: BookSession | None = None
        self._opening: BookSession | None = None
        self._screen: QWidget | None = None
        self.sync_way = SyncWay(door, self)
        self._pending: list[Callable[[], None]] = []
        self._is_painted = False
        self._garbage: GarbageCollector | None = None
        self._ending = False
        self._ended = False
        self.window = ShellWindow()
        self.window.painted.connect(self._on_window_painted)
        self.window.close_requested.connect(self.end)
        self.reporter = CrashReporter(lambda: self.window)
        self.reporter.caught.connect(self.failed)
        self._sample_progressed.connect(self._on_sample_progressed)

    # --- beginning ------------------------------------------------------------------------------------

    def begin(self, book: Path | None = None) -> None:
        """Show the window: on this book, else on the one open last, else where a book is made.

        Where the one open last is not there, that is said: another shop opened in its place might not be
        noticed before something was sold in it.
        """
        recent = self.config.recent_books
        path = book or (Path(recent[0].path) if recent else None)
        if path is not None:
            self.open_book(path)
        elif self.config.language is None:
            self.show_language_page()
        else:
            self.show_start_page()
        self.window.restore_place(self.config.window_geometry)
        self.window.show()

    def _on_window_painted(self) -> None:
        self.timing.mark("painted")
        self._is_painted = True
        from khata_desktop.ui.log_file import start_log

        start_log()
        _log.info("Khata Desktop %s started", __version__)
        # After the picture: a screen asks for an icon in every size from 16 to 256 pixels.
        self._app.setWindowIcon(QIcon(str(resource_path("icons", "khata.svg"))))
        pending, self._pending = self._pending, []
        for act in pending:
            act()
        if self._opening is None:
            self._on_usable()

    def _once_painted(self, act: Callable[[], None]) -> None:
        """Do something heavy, but not before the window stands."""
        if self._is_painted:
            act()
        else:
            self._pending.append(act)

    def _on_usable(self) -> None:
        self.timing.mark("usable")
        if self._garbage is None:
            # `__main__` keeps the collector out of the imports. What they left stays for good: look at it
            # no more.
            gc.freeze()
            # The window wants to go on within a frame whatever other threads do; of Python's own 5 ms, a
            # picture that takes twenty turns would wait a tenth of a second.
            sys.setswitchinterval(_TURN_SECONDS)
            self._garbage = GarbageCollector(self)
            if self.config.is_hub:
                self.sync_way.start_hub()
        self.usable.emit()

    # --- screens --------------------------------------------------------------------------------------

    def show_language_page(self) -> None:
        """Ask for the language."""
        from khata_desktop.ui.language_page import LanguagePage

        page = LanguagePage()
        page.language_chosen.connect(self._on_first_language_chosen)
        self._show(page)
        page.focus_first()

    def _on_first_language_chosen(self, language: Language) -> None:
        self.change_config(language=language)
        self.show_start_page()

    def show_start_page(self) -> None:
        """Offer to make a book or to open one; from an open book it can be left again."""
        from khata_desktop.ui.first_run import StartPage, recent_that_exist

        known = dataclasses.replace(
            self.config, recent_books=tuple(recent_that_exist(self.config.recent_books))
        )
        page = StartPage(known, can_go_back=self.session is not None)
        page.create_requested.connect(self.create_book)
        page.sample_requested.connect(self.open_sample)
        page.open_requested.connect(self.open_book)
        page.restore_requested.connect(self.restore_backup)
        page.join_requested.connect(self.show_join_page)
        page.language_chosen.connect(self._on_start_language_chosen)
        page.back_requested.connect(self.back_to_book)
        self._show(page)
        page.focus_first()

    def _on_start_language_chosen(self, language: Language) -> None:
        self.change_config(language=language)
        page = self._screen
        if page is not None and hasattr(page, "set_language"):
            cast("StartPage", page).set_language(language)

    def show_join_page(self) -> None:
        """Let this computer join those that keep a khata."""
        from khata_desktop.config import default_books_dir
        from khata_desktop.ui.devices.join_page import JoinPage

        def moment(at: "datetime", today: bool) -> str:
            return clock_text(at, self.config) if today else self._moment(at)

        page = JoinPage(self.sync_way, default_books_dir(), moment)
        page.joined.connect(self.open_book)
        page.back_requested.connect(self.show_start_page)
        self._show(page)
        page.focus_first()

    def back_to_book(self) -> None:
        """Leave the start page for the book that is open."""
        if self.session is not None:
            self._show(self.session.frame)
            self._show_title()

    def show_fault(self, error: BaseException, path: Path) -> None:
        """Say why a book cannot be opened and offer the ways on."""
        from khata_desktop.ui.backup_keeper import BackupKeeper
        from khata_desktop.ui.fault_page import FaultPage
        from khata_desktop.ui.first_run import recent_that_exist

        place = str(path.resolve())
        recent = self.config.recent_books
        page = FaultPage(
            error,
            path,
            name=next((own.name for own in recent if own.path == place), ""),
            books=[own for own in recent_that_exist(recent) if own.path != place],
        )
        page.retry_requested.connect(partial(self.open_book, path))
        page.book_requested.connect(self.open_book)
        page.other_requested.connect(self.show_start_page)
        page.restore_requested.connect(lambda backup: self._restore(backup, path))
        keeper = BackupKeeper(path, lambda: self.config.backup_folder)
        found = [(backup.path, self._moment(backup.made_at)) for backup in keeper.list_backups()]
        page.set_backups(found, keeper.folder)
        self._show(page)
        page.focus_first()

    def _moment(self, at: "datetime") -> str:
        from khata_desktop.formatting import format_moment

        return format_moment(at.astimezone(), self.config.language_or_english, digits=self.config.digits)

    def _show(self, screen: QWidget) -> None:
        before, self._screen = self._screen, screen
        self.window.show_screen(screen)
        frames = [session.frame for session in (self.session, self._opening) if session is not None]
        if screen not in frames:
            self.window.setWindowTitle("Khata")
        if before is not None and before is not screen and before not in frames:
            self.window.drop_screen(before)

    # --- books ----------------------------------------------------------------------------------------

    def open_book(self, path: Path) -> None:
        """Open a book in place of the one that is open, which stays open where this one cannot be."""
        if path == sample_path() and not path.exists():
            self.open_sample()
            return
        self._open(path, partial(open_books, path), lambda error: self.show_fault(error, path))

    def create_book(self, new: "NewBook") -> None:
        """Make an empty book and open it; where it cannot be made, the form keeps what was typed."""
        self._open(new.path, partial(create_books, new), self._refuse_on_start_page, name=new.name)

    def open_sample(self) -> None:
        """Open the sample shop, making it the first time."""
        path = sample_path()
        if path.exists():
            self.open_book(path)
            return
        make = partial(create_sample, path, self._sample_progressed.emit)
        session = self._open(path, make, self._refuse_on_start_page, name=" ")
        self._show(session.frame)
        session.frame.progress.begin(self.tr("Filling the sample shop"))

    def restore_backup(self, backup: Path) -> None:
        """Restore a backup into a new file and open that; nothing is overwritten."""
        from khata_desktop.config import default_books_dir
        from khata_desktop.ui.first_run import name_of_backup
        from khata_desktop.ui.new_shop_form import free_path

        to = free_path(default_books_dir(), name_of_backup(backup))
        self._open(to, partial(restore_books, backup, to), self._refuse_on_start_page)

    def _restore(self, backup: Path, path: Path) -> None:
        """Restore a backup of a book that cannot be opened; what is there is kept beside it."""
        self._open(path, partial(restore_books, backup, path), lambda error: self.show_fault(error, path))

    def _refuse_on_start_page(self, error: BaseException) -> None:
        from khata_desktop.ui.first_run import StartPage

        if not isinstance(self._screen, StartPage):
            self.show_start_page()
        cast("StartPage", self._screen).show_error(error)

    def _on_sample_progressed(self, done: int, total: int) -> None:
        if self._opening is not None and self._opening.frame.progress.is_open:
            self._opening.frame.progress.set_progress(done, total, "")

    def _open(
        self,
        path: Path,
        open_books: "Callable[[], BooksLike]",
        refuse: Callable[[BaseException], None],
        *,
        name: str = "",
    ) -> BookSession:
        known = next((own.name for own in self.config.recent_books if own.path == str(path.resolve())), "")
        session = BookSession(
            path,
            open_books,
            pages=self._pages,
            config=self.config,
            name=name or known,
            sync_way=self.sync_way,
        )
        session.opened.connect(lambda: self._on_session_opened(session))
        session.usable.connect(self._on_usable)
        session.open_failed.connect(lambda error: self._on_session_open_failed(session, error, refuse))
        session.damaged.connect(lambda error: self._on_session_damaged(session, error))
        session.crashed.connect(self.reporter.show)
        session.crashed.connect(self.failed)
        session.start_page_requested.connect(self.show_start_page)
        session.quit_requested.connect(self.end)
        session.book_requested.connect(self.open_book)
        session.frame.windowTitleChanged.connect(self._show_title)
        self._give_up(self._opening)
        self._opening = session
        if self._screen is None:
            # The first picture of all: the frame of the book to come.
            self._show(session.frame)
        self._once_painted(session.start)
        return session

    def _give_up(self, session: BookSession | None) -> None:
        """Close a book that is open or being opened."""
        if session is None:
            return
        session.stop()
        if self._screen is not session.frame:
            self.window.drop_screen(session.frame)
        session.deleteLater()

    def _on_session_opened(self, session: BookSession) -> None:
        context = session.context
        if session is not self._opening or context is None:
            return
        before, self.session, self._opening = self.session, session, None
        session.frame.progress.close_overlay()
        session.runner.saving_ended.connect(self._on_session_saving_ended)
        context.config_changed.connect(self._on_context_config_changed)
        context.business_changed.connect(self._remember)
        context.business_changed.connect(self._show_title)
        self._show(session.frame)
        self._give_up(before)
        self._show_title()
        # Writing the settings waits for the disk: after the page has its data.
        session.usable.connect(self._remember)

    def _remember(self) -> None:
        session = self.session
        if session is not None and session.context is not None:
            name = session.context.business.name
            path = session.path
            self._keep_config(lambda config: config.with_recent_book(path, name))

    def _on_session_open_failed(
        self, session: BookSession, error: BaseException, refuse: Callable[[BaseException], None]
    ) -> None:
        if session is not self._opening:
            return
        self._opening = None
        refuse(error)
        self._give_up(session)
        self.failed.emit(error)

    def _on_session_damaged(self, session: BookSession, error: BaseException) -> None:
        if session not in (self.session, self._opening):
            return
        self.show_fault(error, session.path)
        if session is self.session:
            self.session = None
        else:
            self._opening = None
        # What is half typed is kept, as when the window is closed; the file is let go of, to be restored.
        self._give_up(session)
        self.failed.emit(error)

    def _show_title(self, _: str = "") -> None:
        session = self.session
        if session is not None and session.context is not None and self._screen is session.frame:
            page = session.frame.windowTitle()
            self.window.setWindowTitle(f"{page} · {session.context.business.name} · Khata")

    # --- choices --------------------------------------------------------------------------------------

    def change_config(self, **fields: object) -> None:
        """Change choices by their names, keep them and act on them."""
        self._keep_config(lambda config: dataclasses.replace(config, **fields))  # type: ignore[arg-type]

    def _keep_config(self, change: Callable[[AppConfig], AppConfig]) -> None:
        before = self.config
        self.config = change(self.config)
        try:
            update_config(change)
        except OSError as problem:
            _log.warning("the settings could not be kept: %s", type(problem).__name__)
        self._act_on(before)

    def _on_context_config_changed(self) -> None:
        session = self.session
        if session is not None and session.context is not None:
            before, self.config = self.config, session.context.config
            self._act_on(before)
            if _figures(before) != _figures(self.config):
                session.frame.notify(frozenset({"*"}))

    def _act_on(self, before: AppConfig) -> None:
        """Dress and translate the window anew where a choice changed."""
        config = self.config
        if self.session is not None:
            self.session.take_config(config)
        if _looks(before) != _looks(config):
            dress(self._app, config)
        if before.language != config.language:
            use_language(self._app, config.language_or_english)
            if self.session is not None:
                self.session.retranslate()

    # --- ending ---------------------------------------------------------------------------------------

    def end(self) -> None:
        """End as the user wishes; what is being saved is waited for, and told about where it fails."""
        session = self.session
        if session is None or session.context is None or not session.runner.saving:
            self.quit()
            return
        session.context.toast(self.tr("Saving… The window closes by itself when that is done."))
        self._ending = True

    def _on_session_saving_ended(self, well: bool) -> None:
        if self._ending and well:
            # After whoever saved was told: that is under way now.
            QTimer.singleShot(0, self, self.quit)
        self._ending = False

    def quit(self) -> None:
        """Finish what is under way, close the book and end."""
        if self._ended:
            return
        self._ended = True
        # Whoever closes a book before its first page has its data finds it again all the same.
        self._remember()
        self._keep_config(lambda config: dataclasses.replace(config, window_geometry=self.window.place))
        self.window.hide()
        for session in (self._opening, self.session):
            if session is not None:
                session.stop()
        self._opening = self.session = None
        self.sync_way.stop()
        self.window.let_go()
        self.window.deleteLater()
        self._app.quit()


def _looks(config: AppConfig) -> tuple[object, ...]:
    return (config.theme, config.font_scale_percent, config.compact_rows, config.language)


def _figures(config: AppConfig) -> tuple[object, ...]:
    return (config.digits, config.blur_amounts, config.accounting_words, config.language)
