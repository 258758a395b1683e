"""Going back to a backup: what it holds, what the book holds now, and how to undo it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.background import in_background
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.task_runner import Progress
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import date

    from khata_desktop.storage.restoring import Restored
    from khata_desktop.storage.session import Session


class Holding(NamedTuple):
    """What a book holds, in a few figures; `last_on` is None for an empty one."""

    name: str
    parties: int
    items: int
    vouchers: int
    last_on: "date | None"


def holding(session: "Session") -> Holding:
    """Return what a book holds."""
    from khata_desktop.reports.business import business_profile
    from khata_desktop.reports.dashboard import book_counts
    from khata_desktop.reports.vouchers_list import VoucherFilter, vouchers_page, vouchers_totals

    everything = VoucherFilter()
    counts = book_counts(session)
    newest = vouchers_page(session, filter=everything, count=1)
    return Holding(
        name=business_profile(session).name,
        parties=counts.parties,
        items=counts.items,
        vouchers=vouchers_totals(session, filter=everything).count,
        last_on=newest[0].posted_on if newest else None,
    )


def look_into(file: Path) -> Holding:
    """Return what a backup holds. Raises StorageError where it is no whole book."""
    from khata_desktop.services.books import Books

    with Books.open(file) as books:
        return books.query(holding)


def restore_into(file: Path, to: Path, progress: Progress | None = None) -> "Restored":
    """Make `to` the book that `file` is; the book that was there is kept beside it. Raises StorageError."""
    from khata_desktop.domain.clock import Clock
    from khata_desktop.storage.restoring import restore

    now = Clock().now().astimezone()
    if progress is None:
        return restore(file, to, now=now)
    return restore(file, to, now=now, progress=lambda done, total, _what: progress(done, total))


class RestoreForm(Form):
    """Shows both sides before anything is done; the button is there when both are known."""

    def __init__(self, context: PageContext, file: Path) -> None:
        super().__init__("", "")
        self._context = context
        self._file = file
        self._backup: Holding | None = None
        self._now: Holding | None = None
        self.set_title(self.tr("Restore this copy?"))
        self.primary_button().set_label(self.tr("Restore"))
        self.primary_button().setEnabled(False)
        self._then = Label(self.tr("Looking into the copy…"), wrap=True)
        self._today = Label("", wrap=True)
        self._lost = Label("", tone="warn", wrap=True)
        self._lost.hide()
        self._kept = Label(
            self.tr("The khata as it is now is kept beside it as a file of its own, so this can be undone."),
            tone="muted",
            wrap=True,
        )
        for title, label in (
            (self.tr("The copy holds"), self._then),
            (self.tr("The khata holds now"), self._today),
        ):
            self.add_widget(Label(title, bold=True))
            self.add_widget(label)
        self.add_widget(self._lost)
        self.add_widget(self._kept)
        self.submitted.connect(self._on_submitted)
        in_background(self._look, self._on_looked, name="restore preview")
        context.runner.query(holding, self._on_now_read, self.show_error)

    def _look(self) -> Holding | KhataError:
        try:
            return look_into(self._file)
        except KhataError as problem:
            return problem

    def _on_looked(self, found: Holding | KhataError) -> None:
        if isinstance(found, KhataError):
            self._then.setText("—")
            self.show_error(found)
            self.primary_button().setEnabled(False)
            return
        self._backup = found
        self._then.setText(self._words(found))
        self._show_loss()

    def _on_now_read(self, found: Holding) -> None:
        self._now = found
        self._today.setText(self._words(found))
        self._show_loss()

    def _words(self, found: Holding) -> str:
        counted = self._context.counted
        counts = (
            counted(self.tr("%n voucher(s)", None, found.vouchers), found.vouchers),
            counted(self.tr("%n party(s)", None, found.parties), found.parties),
            counted(self.tr("%n item(s)", None, found.items), found.items),
        )
        words = f"{isolated(found.name)}: {' · '.join(counts)}"
        if found.last_on is None:
            return words
        last = self.tr("last entry of {day}").format(day=self._context.style.date(found.last_on))
        return f"{words}\n{last}"

    def _show_loss(self) -> None:
        if self._backup is None or self._now is None:
            return
        fewer = self._now.vouchers - self._backup.vouchers
        self._lost.setVisible(fewer > 0 or self._backup.name != self._now.name)
        if self._backup.name != self._now.name:
            self._lost.setText(
                self.tr("This copy is of another shop: {name}.").format(name=isolated(self._backup.name))
            )
        else:
            self._lost.setText(
                self._context.counted(
                    self.tr("%n voucher(s) entered since will be gone from the khata.", None, fewer), fewer
                )
            )
        self.primary_button().setEnabled(True)

    def command(self) -> Path:
        """Return the file to restore."""
        return self._file

    def _on_submitted(self, file: Path) -> None:
        context, to = self._context, self._context.path

        def work(_books: Any, progress: Progress) -> "Restored":
            return restore_into(file, to, progress)

        def done(restored: "Restored") -> None:
            self.done()
            context.forget_steps()
            way_back = restored.way_back
            words = self.tr("The copy is restored.")
            if way_back is None:
                context.toast(words)
                return
            context.toast(
                words,
                action=self.tr("Undo"),
                on_action=partial(undo_restore, context, way_back),
                key="Ctrl+Z",
            )

        job = context.runner.run_long(work, done, self.show_error, on_cancel=lambda: self.set_busy(False))
        context.show_progress(self.tr("Restoring"), job)


def undo_restore(context: PageContext, way_back: Path) -> None:
    """Go back to the book as it was before it was restored."""
    to = context.path

    def done(_: object) -> None:
        context.forget_steps()
        context.toast(QCoreApplication.translate("RestoreForm", "The khata is as it was before."))

    job = context.runner.run_long(
        lambda _books, progress: restore_into(way_back, to, progress), done, context.show_error
    )
    context.show_progress(QCoreApplication.translate("RestoreForm", "Restoring"), job)
