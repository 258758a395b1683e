"""Everything there is to be seen. A page of `page_list` draws itself; the rest is a line in `SCENES`."""

import dataclasses
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from khata_desktop.config import RecentBook
from khata_desktop.domain.errors import BookDamaged, BookMissing, BookTooNew, NotABook
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.tour_devices import DEVICE_SCENES
from khata_desktop.ui.tour_reviews import REVIEW_SCENES
from khata_desktop.ui.tour_stage import PATIENCE, Scene, Stage

if TYPE_CHECKING:
    from khata_desktop.reports.pickers import ItemPick
    from khata_desktop.ui.paper.documents import PaperJob

# --- before a book is open ----------------------------------------------------------------------------


def _language_page(stage: Stage) -> None:
    from khata_desktop.ui.language_page import LanguagePage

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
        page.form.submit()
    stage.window.show_screen(page)
    page.focus_first()
    stage.settle()


def _fault(stage: Stage, error: Exception) -> None:
    from khata_desktop.ui.fault_page import FaultPage

    other = RecentBook(path="/home/rahmat/Documents/Khata/Godown.khata", name="Godown")
    page = FaultPage(error, Path("/media/usb/Rahmat General Store.khata"), books=(other,))
    now = stage.context.clock.now()
    made = [stage.context.style.moment(now - timedelta(days=days)) for days in (0, 1, 7)]
    page.set_backups([(Path(f"rahmat-{n}.khata"), when) for n, when in enumerate(made)], Path("/media/usb"))
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
    until = monotonic() + PATIENCE
    while not form.primary_button().isEnabled() and monotonic() < until:
        stage.pause(20)


# --- a bill being made ---------------------------------------------------------------------------------


def _bill(stage: Stage, *, mode: str) -> None:
    from khata_desktop.reports.pickers import find_items

    page = stage.go("sale", **stage.samples.arguments("party"))
    _turn_counter(page, mode)
    found: list[list[ItemPick]] = []
    stage.context.runner.query(partial(find_items, limit=5), found.append)
    stage.settle()
    for picks in found:
        for number, pick in enumerate(picks, 1):
            page.bill.item.item_entered.emit(pick, number * 1000)
    # Part in cash, the rest on khata.
    page.bill.panel.cash.set_value(200_000)
    page.bill.panel.cash_changed.emit(200_000)
    stage.settle()


def _turn_counter(page: QWidget, mode: str) -> None:
    from khata_desktop.ui.widgets.chips import SegmentedControl

    switch = page.findChild(SegmentedControl)
    if switch is not None:
        switch.set_value(mode)
        switch.choice_changed.emit(mode)


def _leave_bill(stage: Stage) -> None:
    page = stage.go("sale")
    _turn_counter(page, "quick")
    page.tabs.close_requested.emit(page.tabs.current)
    stage.settle()


# --- paper and import ---------------------------------------------------------------------------------


def _bill_preview(stage: Stage) -> None:
    from khata_desktop.domain.ids import VoucherId
    from khata_desktop.ui.paper.documents import invoice_job

    stage.go("voucher")
    if stage.samples.sale is not None:
        _preview(stage, invoice_job(stage.context, VoucherId(stage.samples.sale), "INV-A-000123"))


def _statement_preview(stage: Stage) -> None:
    from khata_desktop.domain.ids import PartyId
    from khata_desktop.reports.period import ALL_TIME
    from khata_desktop.ui.paper.documents import statement_job

    stage.go("party")
    if stage.samples.party is not None:
        _preview(stage, statement_job(stage.context, PartyId(stage.samples.party), "Khata", ALL_TIME))


def _preview(stage: Stage, job: "PaperJob") -> None:
    from khata_desktop.ui.paper.preview import PaperPreview

    PaperPreview(stage.context, job, stage.window).open()
    stage.settle(200)


_FILE_TO_IMPORT = """Name,Mobile,Type,Balance,Remarks
Imran Tailors,0300 1112233,customer,"4,500.00",pays on Monday
رشید بھٹی,0301 5556677,customer,1200,
Chenab Oil Depot,0321 5722346,supplier,-900,
Aslam,0345 0000000,customer,three hundred,
"""


_BILLS_TO_IMPORT = """InvoiceNo,InvoiceDate,Description,Quantity,UnitPrice,Customer
536365,1/12/2010 08:26,WHITE HANGING HEART T-LIGHT HOLDER,6,2.55,Aslam
536365,1/12/2010 08:26,KNITTED UNION FLAG HOT WATER BOTTLE,6,3.39,Aslam
536366,22/12/2010 18:05,باسمتی چاول,2,400,رشید بھٹی
"""


def _import(stage: Stage, *, tried: bool, text: str = _FILE_TO_IMPORT) -> None:
    page = stage.go("import")
    page.start_anew()
    path = stage.session.path.with_name("customers.csv")
    path.write_text(text, encoding="utf-8")
    page.open_file(path)
    stage.settle(100)
    if tried:
        page.go_on()
        stage.settle(200)


def _leave_import(stage: Stage) -> None:
    stage.go("import").start_anew()


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


def all_scenes() -> tuple[Scene, ...]:
    pages = [spec.key for spec in PAGES if not spec.is_form]
    forms = [spec.key for spec in PAGES if spec.is_form]
    of_one = ("party", "voucher", "item", "account", "settings")
    return (
        *(Scene(name=f"waiting-{key}", show=partial(_waiting, key=key), waiting=True) for key in pages),
        *SCENES,
        *DEVICE_SCENES,
        *REVIEW_SCENES,
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
    Scene(name="sale-quick", show=partial(_bill, mode="quick"), leave=_leave_bill),
    Scene(name="sale-full", show=partial(_bill, mode="full"), leave=_leave_bill),
    Scene(name="paper-bill", show=_bill_preview),
    Scene(name="paper-statement", show=_statement_preview),
    Scene(name="import-columns", show=partial(_import, tried=False), leave=_leave_import),
    Scene(
        name="import-bills", show=partial(_import, tried=False, text=_BILLS_TO_IMPORT), leave=_leave_import
    ),
    Scene(name="import-tried", show=partial(_import, tried=True), leave=_leave_import),
    Scene(name="over-keys", show=_keys),
    Scene(name="over-palette", show=_palette),
    Scene(name="over-toast", show=_toast),
    Scene(name="over-bug", show=_bug),
    Scene(name="over-progress", show=_progress),
)
