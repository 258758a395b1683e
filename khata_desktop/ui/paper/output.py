"""Printing, saving and sending a paper: the one place for all documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from khata_desktop.documents.paper import Paper
from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.chosen_file import write_chosen
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.paper.documents import Made, PaperChoice, PaperJob
from khata_desktop.ui.paper.pages import print_pdf

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def usual_choice(context: PageContext, job: PaperJob) -> PaperChoice:
    """Return the paper and language the business prints on."""
    wanted = context.business.paper
    paper: Paper = next((p for p in job.papers if p == wanted), job.papers[0])
    language = next((code for code in ("en", "ur", "hi") if code == context.business.language), "en")
    return PaperChoice(paper=paper, language=language)  # type: ignore[arg-type]


Words: TypeAlias = Callable[[], str]
"""What is said to the user, in whatever language is in force when it is said."""


class NotPrinted(Exception):
    """A paper did not come out; its words say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words


def print_now(
    context: PageContext, parent: QWidget, job: PaperJob, on_failed: Callable[[Words], None]
) -> None:
    """Print with one key: on the remembered printer, or after asking for one the first time.

    Nothing is told of a paper that comes out; `on_failed` gets the words for one that does not.
    """
    choice = usual_choice(context, job)

    def made(paper: Made) -> None:
        try:
            _print(context, parent, job, paper, choice.paper)
        except NotPrinted as problem:
            on_failed(problem.words)

    def failed(error: KhataError) -> None:
        on_failed(partial(error_text, error))

    context.runner.call(lambda books: job.make(books, choice), made, failed)


def print_made(context: PageContext, parent: QWidget, job: PaperJob, made: Made, paper: Paper) -> None:
    """Print a finished paper, note that it was handed out, and tell how it went."""
    try:
        printed = _print(context, parent, job, made, paper)
    except NotPrinted as problem:
        context.toast(problem.words(), tone="warn")
        return
    if printed:
        words = QCoreApplication.translate("Paper", "{name} was sent to the printer")
        context.toast(words.format(name=job.title))


def _print(context: PageContext, parent: QWidget, job: PaperJob, made: Made, paper: Paper) -> bool:
    """Print, and return whether that was wanted after all. Raises NotPrinted."""
    printer = _printer(context, parent, paper)
    if printer is None:
        return False
    printer.setDocName(made.file_name)
    if not print_pdf(made.pdf, printer):
        raise NotPrinted(partial(_not_taken_words, job.title))
    context.runner.call(job.handed_out, lambda _: None, context.show_error)
    return True


def save_now(context: PageContext, parent: QWidget, job: PaperJob) -> None:
    """Ask where to, and write the usual paper there as a PDF."""
    choice = usual_choice(context, job)

    def made(paper: Made) -> None:
        save_made(context, parent, job, paper)

    context.runner.call(lambda books: job.make(books, choice), made, context.show_error)


def save_made(context: PageContext, parent: QWidget, job: PaperJob, made: Made) -> None:
    """Ask where to, and write the PDF there."""
    translate = QCoreApplication.translate
    start = str(Path(context.config.last_folder or Path.home()) / _UNSAFE.sub("-", made.file_name))
    chosen, _ = QFileDialog.getSaveFileName(
        parent, translate("Paper", "Save as PDF"), start, translate("Paper", "PDF (*.pdf)")
    )
    if not chosen:
        return
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".pdf")

    def saved(_: object) -> None:
        context.change_config(last_folder=str(path.parent))
        context.toast(translate("Paper", "Saved as {name}").format(name=path.name))

    def work(books: object) -> None:
        write_chosen(path, made.pdf)
        job.handed_out(books)  # type: ignore[arg-type]

    context.runner.call(work, saved, context.show_error)


def send_message(made: Made) -> None:
    """Open WhatsApp with the words of the paper, to its party where the phone is known."""
    QDesktopServices.openUrl(QUrl(f"https://wa.me/{made.phone}?text={quote(made.message)}"))


def _printer(context: PageContext, parent: QWidget, paper: Paper) -> QPrinter | None:
    """Return the printer remembered for this paper, or ask and remember; None when that was called off.

    Raises NotPrinted.
    """
    key = paper.lower()
    if not QPrinterInfo.availablePrinterNames():
        raise NotPrinted(_no_printer_words)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    name = context.config.printers.get(key, "")
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
        return printer
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return None
    context.change_config(printers={**context.config.printers, key: printer.printerName()})
    return printer


def _not_taken_words(name: str) -> str:
    words = QCoreApplication.translate("Paper", "The printer did not take {name}; check that it is on.")
    return words.format(name=name)


def _no_printer_words() -> str:
    return QCoreApplication.translate(
        "Paper", "This computer knows no printer yet; add one in its settings, or save a PDF."
    )
