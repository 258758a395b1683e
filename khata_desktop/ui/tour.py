"""Draw every window, page, dialog and state into pictures: `python -m khata_desktop.ui.tour FOLDER`.

Each picture is FOLDER/<language>-<theme>/<scene>.png at 1366x768, the smallest screen the program is made
for; FOLDER/index.html shows them side by side. A page of `page_list` is drawn by itself; what else is to
be seen (a form filled in, a tab, a state) is one more line in `SCENES`.

    --only NAME,...    only scenes whose names begin so
    --in en,ur,hi      only these languages
    --theme light,dark only these themes (light, dark, contrast)
    --scale 150        letters of another size, in percent
    --size 1920x1080   another size
"""

import dataclasses
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from khata_desktop.config import LANGUAGES, AppConfig, Language, RecentBook
from khata_desktop.domain.errors import BookDamaged, BookMissing, BookTooNew, NotABook
from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.main_window import MainWindow
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.shell_window import ShellWindow
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.translation import use_language

_VOUCHERS = 700
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Ids of the sample shop that pages are opened with; None where the book is empty."""

    party: bytes | None = None
    sale: bytes | None = None
    receipt: bytes | None = None
    item: bytes | None = None
    account: bytes | None = None

    def arguments(self, page: str) -> dict[str, object]:
        """Return what to open a page with."""
        wanted: dict[str, dict[str, object]] = {
            "party": {"party_id": self.party},
            "voucher": {"voucher_id": self.sale},
            "item": {"item_id": self.item},
            "account": {"account_id": self.account},
            "sale_return": {"voucher_id": self.sale},
            "receipt": {"party_id": self.party},
            "payment": {"party_id": self.party},
            "khata_entry": {"party_id": self.party, "gave": True},
        }
        return {name: value for name, value in wanted.get(page, {}).items() if value is not None}


class Stage:
    """The window in front of the camera.

    Attributes:
        window: the outermost window; `frame` and `context` those of the open sample shop.
        samples: ids to open pages with.
    """

    def __init__(self, app: QApplication, window: ShellWindow, session: BookSession) -> None:
        self.app = app
        self.window = window
        self.session = session
        self.samples = Samples()
        self._held = False

    @property
    def frame(self) -> MainWindow:
        """The frame of the open book."""
        return self.session.frame

    @property
    def context(self) -> PageContext:
        """What the pages of the open book were given."""
        context = self.session.context
        assert context is not None, "the book is not open"
        return context

    def go(self, page: str, **arguments: object) -> Any:
        """Show a page with its data, or open a form; without arguments with those of the sample shop.

        Returns the page, or what the side sheet holds.
        """
        self.window.show_screen(self.frame)
        self.frame.navigate(page, **(arguments or self.samples.arguments(page)))
        self.settle()
        return self.frame.page(page) or self.frame.sheet.content

    def sheet(self, form: QWidget) -> None:
        """Show a form in the side sheet."""
        self.context.show_sheet(form)
        self.settle()

    def settle(self, milliseconds: int = 60) -> None:
        """Let the worker answer and everything be laid out, for at least this long."""
        if self._held:
            self.pause(250)
            return
        began = monotonic()
        while monotonic() - began < _PATIENCE:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            waited = (monotonic() - began) * 1000 >= milliseconds
            if waited and not self.session.runner.busy:
                break
        self.app.processEvents()

    def pause(self, milliseconds: int) -> None:
        """Let time pass without waiting for the worker."""
        until = monotonic() + milliseconds / 1000
        while monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    @contextmanager
    def held_worker(self) -> Iterator[None]:
        """Keep the worker from answering, so that pages show what they show while they wait."""
        release = threading.Event()
        self.session.runner.call(lambda _books: release.wait(_PATIENCE), lambda _: None)
        self._held = True
        try:
            yield
        finally:
            release.set()
            self._held = False
            self.settle()

    def picture(self) -> QPixmap:
        """Return what is on screen: the window, and a dialog over it."""
        shot = self.window.grab()
        for dialog in self.app.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                over = dialog.grab()
                place = QPoint((shot.width() - over.width()) // 2, (shot.height() - over.height()) // 2)
                painter = QPainter(shot)
                painter.drawPixmap(place, over)
                painter.end()
        return shot

    def clear(self) -> None:
        """Take away what lies over the pages."""
        for dialog in self.app.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.done(0)
                dialog.deleteLater()
        frame = self.frame
        frame.command_palette.close_overlay()
        frame.keys_sheet.close_overlay()
        frame.progress.close_overlay()
        frame.sheet.close_sheet()
        frame.toast.hide_toast()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture: `show` brings the stage into the state to be seen, `leave` takes it out again.

    With `waiting` the worker is kept from answering meanwhile; with `empty_book` the shop has no entries.
    """

    name: str
    show: Callable[[Stage], None]
    leave: Callable[[Stage], None] | None = None
    empty_book: bool = False
    waiting: bool = False


# --- before a book is open ----------------------------------------------------------------------------


def _language_page(stage: Stage) -> None:
    from khata_desktop.ui.first_run import LanguagePage

    page = LanguagePage()
    stage.window.show_screen(page)
    page.focus_first()
    stage.settle()


def _start_page(stage: Stage, *, recent: bool) -> None:
    from khata_desktop.ui.first_run import StartPage

    config = stage.context.config
    books = (
        (
            RecentBook(
                path=str(Path.home() / "Documents/Khata/Rahmat General Store.khata"), name="رحمت جنرل سٹور"
            ),
            RecentBook(path="/media/usb/Rahmat General Store.khata", name="Rahmat General Store"),
        )
        if recent
        else ()
    )
    page = StartPage(
        dataclasses.replace(config, recent_books=books),
        folder=Path.home() / "Documents" / "Khata",
        can_go_back=recent,
    )
    if not recent:
        page.submit()
    stage.window.show_screen(page)
    page.focus_first()
    stage.settle()


def _fault(stage: Stage, error: Exception) -> None:
    from khata_desktop.ui.fault_page import FaultPage

    page = FaultPage(error, Path("/media/usb/Rahmat General Store.khata"))
    page.set_backup(stage.context.style.moment(stage.context.clock.now()))
    stage.window.show_screen(page)
    page.focus_first()
    stage.settle()


def _drop_screen(stage: Stage) -> None:
    screen = stage.window.screen_shown
    stage.window.show_screen(stage.frame)
    if screen is not None and screen is not stage.frame:
        stage.window.drop_screen(screen)


# --- over a page --------------------------------------------------------------------------------------


def _keys(stage: Stage) -> None:
    stage.go("settings")
    stage.frame.show_keys()
    stage.settle()


def _palette(stage: Stage) -> None:
    stage.go("settings")
    stage.frame.command_palette.open_palette()
    stage.settle(200)


def _toast(stage: Stage) -> None:
    stage.go("settings", section="look")
    stage.context.toast(
        QCoreApplication.translate("PageContext", "Undone: {what}").format(what="INV-A-000123"),
        action=QCoreApplication.translate("PageContext", "Undo"),
        on_action=lambda: None,
        key="Ctrl+Z",
    )
    stage.settle()


def _bug(stage: Stage) -> None:
    from khata_desktop.ui.crash_report import make_report
    from khata_desktop.ui.widgets.error_dialog import ErrorDialog

    stage.go("settings")
    try:
        raise RuntimeError("a bug made for its picture")
    except RuntimeError as problem:
        dialog = ErrorDialog(problem, report=make_report(problem), parent=stage.window)
    dialog.open()
    stage.settle()


def _progress(stage: Stage) -> None:
    stage.go("settings")
    stage.frame.progress.begin(QCoreApplication.translate("Program", "Filling the sample shop"))
    stage.frame.progress.set_progress(620, 1000, "")
    stage.settle()


def _settings(stage: Stage, section: str) -> None:
    stage.go("settings", section=section)


def _business_form(stage: Stage) -> None:
    from khata_desktop.ui.dialogs.business_form import BusinessForm

    stage.go("settings", section="shop")
    stage.sheet(BusinessForm(stage.context))


def _tax_form(stage: Stage) -> None:
    from khata_desktop.ui.dialogs.tax_form import TaxForm

    stage.go("settings", section="taxes")
    form = TaxForm(stage.context)
    stage.sheet(form)
    form.submit()
    stage.settle()


def _account_form(stage: Stage) -> None:
    from khata_desktop.ui.dialogs.account_form import AccountForm

    stage.go("settings", section="accounts")
    stage.sheet(AccountForm(stage.context))


def _restore_form(stage: Stage) -> None:
    from khata_desktop.ui.dialogs.restore_form import RestoreForm

    stage.go("settings", section="backup")
    form = RestoreForm(stage.context, stage.context.backups.list_backups()[0].path)
    stage.sheet(form)
    until = monotonic() + _PATIENCE
    while not form.primary_button().isEnabled() and monotonic() < until:
        stage.pause(20)


# --- states of every page -----------------------------------------------------------------------------


def _page(stage: Stage, key: str) -> None:
    stage.go(key)


def _form(stage: Stage, key: str) -> None:
    stage.go(PAGES[0].key)
    stage.go(key)


def _waiting(stage: Stage, key: str) -> None:
    stage.go(key)
    stage.frame.notify(frozenset({"*"}))
    stage.settle()


def _scenes() -> tuple[Scene, ...]:
    pages = [spec.key for spec in PAGES if not spec.is_form]
    forms = [spec.key for spec in PAGES if spec.is_form]
    of_one = ("party", "voucher", "item", "account", "settings")
    return (
        *(Scene(name=f"waiting-{key}", show=partial(_waiting, key=key), waiting=True) for key in pages),
        *SCENES,
        *(Scene(name=f"page-{key}", show=partial(_page, key=key)) for key in pages),
        *(Scene(name=f"form-{key}", show=partial(_form, key=key)) for key in forms),
        *(
            Scene(name=f"empty-{key}", show=partial(_page, key=key), empty_book=True)
            for key in pages
            if key not in of_one
        ),
    )


_FAULTS: dict[str, Exception] = {
    "missing": BookMissing(path="x"),
    "not-a-book": NotABook(path="x"),
    "too-new": BookTooNew(path="x"),
    "damaged": BookDamaged(path="x", detail="x"),
}

SCENES: tuple[Scene, ...] = (
    Scene(name="first-language", show=_language_page, leave=_drop_screen),
    Scene(name="first-shop", show=partial(_start_page, recent=False), leave=_drop_screen),
    Scene(name="start-recent", show=partial(_start_page, recent=True), leave=_drop_screen),
    *(
        Scene(name=f"fault-{name}", show=partial(_fault, error=error), leave=_drop_screen)
        for name, error in _FAULTS.items()
    ),
    *(
        Scene(name=f"settings-{section}", show=partial(_settings, section=section))
        for section in ("shop", "look", "paper", "taxes", "accounts", "backup", "about")
    ),
    Scene(name="form-business", show=_business_form),
    Scene(name="form-tax-wrong", show=_tax_form),
    Scene(name="form-account", show=_account_form),
    Scene(name="form-restore", show=_restore_form),
    Scene(name="over-keys", show=_keys),
    Scene(name="over-palette", show=_palette),
    Scene(name="over-toast", show=_toast),
    Scene(name="over-bug", show=_bug),
    Scene(name="over-progress", show=_progress),
)


# --- the tour -----------------------------------------------------------------------------------------


def _samples(session: Any) -> Samples:
    from khata_desktop.domain.accounts import CASH
    from khata_desktop.domain.vouchers import VoucherKind
    from khata_desktop.reports.party_balances import party_balances
    from khata_desktop.reports.party_ledger import party_card
    from khata_desktop.reports.pickers import find_items
    from khata_desktop.reports.vouchers_list import recent_vouchers

    owing = [row.party_id for row in party_balances(session, only="to_collect").rows[:20]]
    sales = [row for row in recent_vouchers(session, limit=40, kinds=(VoucherKind.SALE,)) if row.party_id]
    receipts = recent_vouchers(session, limit=1, kinds=(VoucherKind.RECEIPT,))
    items = find_items(session, limit=1)
    return Samples(
        party=max(owing, key=lambda own: party_card(session, party_id=own).entries, default=None),
        sale=max(sales, key=lambda row: row.line_count).voucher_id if sales else None,
        receipt=receipts[0].voucher_id if receipts else None,
        item=items[0].item_id if items else None,
        account=CASH,
    )


def _open(app: QApplication, window: ShellWindow, path: Path, *, empty: bool) -> Stage:
    def open_books() -> Any:
        if empty:
            from khata_desktop.services.books import Books

            return Books.create(path, name="New Shop", currency_code="PKR")
        from khata_desktop.services.demo import create_demo

        return create_demo(path, vouchers=_VOUCHERS, seed=7)

    config = AppConfig(language="en", theme="light")
    session = BookSession(path, open_books, pages=PAGES, config=config, first_page="settings")
    stage = Stage(app, window, session)
    ready: list[bool] = []
    session.opened.connect(lambda: ready.append(True))
    session.open_failed.connect(_raise)
    session.crashed.connect(_raise)
    window.show_screen(session.frame)
    session.start()
    until = monotonic() + _PATIENCE
    while not ready and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    found: list[Samples] = []
    session.runner.query(_samples, found.append, _raise)
    while not found and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    stage.samples = found[0]
    made: list[object] = []
    stage.context.backups.finished.connect(made.append)
    stage.context.backups.back_up()
    while not made and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return stage


def _raise(error: BaseException) -> None:
    raise error


def draw(
    folder: Path,
    *,
    only: Sequence[str] = (),
    languages: Sequence[str] = LANGUAGES,
    themes: Sequence[str] = ("light", "dark"),
    size: tuple[int, int] = (1366, 768),
    scale: int = 100,
) -> list[Path]:
    """Draw the scenes into a folder and return the pictures."""
    scenes = [scene for scene in _scenes() if not only or scene.name.startswith(tuple(only))]
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    pictures: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="khata-tour-") as scratch:
        os.environ["KHATA_HOME"] = scratch
        for empty in (False, True):
            wanted = [scene for scene in scenes if scene.empty_book == empty]
            if not wanted:
                continue
            window = ShellWindow()
            window.resize(*size)
            window.show()
            name = "New Shop" if empty else "Rahmat General Store"
            stage = _open(app, window, Path(scratch) / f"{name}.khata", empty=empty)
            for language in languages:
                for theme in themes:
                    _dress(stage, language, theme, scale)
                    pictures += _draw_all(stage, wanted, folder / f"{language}-{theme}")
            stage.session.stop()
            window.let_go()
    _write_index(folder, pictures)
    return pictures


def _dress(stage: Stage, language: str, theme: str, scale: int) -> None:
    own: Language = next(known for known in LANGUAGES if known == language)
    apply_theme(stage.app, theme, scale=scale / 100, language=own, motion=False)
    use_language(stage.app, own)
    stage.context.change_config(language=own, theme=theme, font_scale_percent=scale)
    stage.session.take_config(stage.context.config)
    stage.session.retranslate()
    stage.frame.notify(frozenset({"*"}))
    stage.settle()


def _draw_all(stage: Stage, scenes: Sequence[Scene], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for scene in scenes:
        stage.clear()
        path = folder / f"{scene.name}.png"
        with stage.held_worker() if scene.waiting else nullcontext():
            scene.show(stage)
            stage.picture().save(str(path))
        pictures.append(path)
        if scene.leave is not None:
            scene.leave(stage)
        print(path)
    stage.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return pictures


def _write_index(folder: Path, pictures: Sequence[Path]) -> None:
    names = sorted({path.stem for path in pictures})
    places = sorted({path.parent.name for path in pictures})
    rows = []
    for name in names:
        cells = "".join(
            f'<td><a href="{place}/{name}.png"><img src="{place}/{name}.png" loading="lazy"></a></td>'
            for place in places
            if (folder / place / f"{name}.png").exists()
        )
        rows.append(f"<tr><th>{name}</th>{cells}</tr>")
    head = "".join(f"<th>{place}</th>" for place in places)
    style = "body{font:14px sans-serif}img{width:420px;border:1px solid #ccc}th{text-align:left}"
    text = (
        f"<!doctype html><meta charset=utf-8><title>Khata, every window</title><style>{style}</style>"
        f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>\n"
    )
    (folder / "index.html").write_text(text, encoding="utf-8")


def _option(arguments: list[str], name: str) -> str:
    if name not in arguments:
        return ""
    at = arguments.index(name)
    value = arguments[at + 1] if at + 1 < len(arguments) else ""
    del arguments[at : at + 2]
    return value


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the tour into the folder given; return 0, or 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    only, languages, themes, size, scale = (
        _option(given, f"--{name}") for name in ("only", "in", "theme", "size", "scale")
    )
    if len(given) != 1 or given[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    width, _, height = (size or "1366x768").partition("x")
    pictures = draw(
        Path(given[0]),
        only=only.split(",") if only else (),
        languages=languages.split(",") if languages else LANGUAGES,
        themes=themes.split(",") if themes else ("light", "dark"),
        size=(int(width), int(height)),
        scale=int(scale or 100),
    )
    print(f"{len(pictures)} pictures in {given[0]}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
