"""Writing the whole book for another program: all of it, or nothing is left behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from khata_desktop.domain.import_errors import OutputExists, OutputIsBook, OutputIsFile
from khata_desktop.interchange.ledgers import beancount_lines, hledger_lines
from khata_desktop.interchange.outputs import check_place, part_name
from khata_desktop.interchange.tables_out import CSV_FILES, json_pieces, write_csv_files
from khata_desktop.reports.whole_book import count_live_vouchers
from khata_desktop.services.books import Books
from khata_desktop.services.importing import Progress
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.session import Session

_TELL_EVERY = 1024


class ExportFormat(StrEnum):
    """What an export is written for."""

    BEANCOUNT = "beancount"
    HLEDGER = "hledger"
    CSV = "csv"
    JSON = "json"


class _Counter:
    """Counts vouchers and tells how far it is."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.done, self._total, self._progress = 0, total, progress

    def __call__(self) -> None:
        self.done += 1
        if self._progress is not None and (self.done % _TELL_EVERY == 0 or self.done == self._total):
            self._progress(self.done, self._total)


def export_book(
    books: Books,
    kind: ExportFormat,
    out: Path,
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write the book to ``out`` (a folder for CSV, else a file) and return how many vouchers it holds.

    What is there is only replaced when ``replace`` says so; of a folder, only the files of the same
    names. ``progress`` may raise to stop; nothing is left then. Raises OutputExists, OutputIsBook,
    OutputIsFile, OutputIsFolder, NotAFolder, StorageError.
    """
    _check(books, kind, out, replace)
    count = books.query(count_live_vouchers)
    counter = _Counter(count, progress)
    with faults_named(out):
        if kind is ExportFormat.CSV:
            _write_folder(books, out, counter)
        else:
            _write_file(books, kind, out, counter)
    return count


def _check(books: Books, kind: ExportFormat, out: Path, replace: bool) -> None:
    if out.exists() and out.samefile(books.path):
        raise OutputIsBook(path=out)
    if kind is not ExportFormat.CSV or not out.is_dir():
        check_place(out)
    if not out.exists():
        return
    if kind is not ExportFormat.CSV:
        if not replace:
            raise OutputExists(path=out)
    elif not out.is_dir():
        raise OutputIsFile(path=out)
    elif not replace and any(out.iterdir()):
        raise OutputExists(path=out)


def _write_file(books: Books, kind: ExportFormat, out: Path, counter: _Counter) -> None:
    part = part_name(out)
    try:
        with part.open("x", encoding="utf-8", errors="replace", newline="\n") as file:

            def write(session: Session) -> None:
                file.writelines(_pieces(session, kind, counter))

            books.query(write)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, out)
    finally:
        part.unlink(missing_ok=True)


def _pieces(session: Session, kind: ExportFormat, counter: _Counter) -> Iterator[str]:
    if kind is ExportFormat.JSON:
        return json_pieces(session, counter)
    lines: Callable[[Session, Callable[[], None]], Iterator[str]] = (
        beancount_lines if kind is ExportFormat.BEANCOUNT else hledger_lines
    )
    return lines(session, counter)


def _write_folder(books: Books, out: Path, counter: _Counter) -> None:
    part = part_name(out)
    part.mkdir()
    try:
        books.query(write_csv_files, part, counter)
        if not out.exists():
            os.replace(part, out)
            return
        for name in CSV_FILES:
            os.replace(part / f"{name}.csv", out / f"{name}.csv")
    finally:
        shutil.rmtree(part, ignore_errors=True)
