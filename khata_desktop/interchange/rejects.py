"""The refused lines of an import, written so that they can be mended and brought in again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from khata_desktop.config import write_atomically
from khata_desktop.domain.import_errors import RejectsOverInput
from khata_desktop.interchange.guarding import guarded
from khata_desktop.interchange.outputs import check_place
from khata_desktop.interchange.table import Table
from khata_desktop.services.importing import Refusal
from khata_desktop.storage.faults import faults_named

# A number that, as text, could also be one with its thousands parted.
_THREE_DECIMALS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")

LINE_HEADING, REASON_HEADING = "Line", "Refused because"


def write_refused(table: Table, refused: Iterable[Refusal], path: Path) -> None:
    """Write the refused lines of a table.

    Raises RejectsOverInput, OutputIsFolder, NotAFolder, StorageError.
    """
    check_place(path)
    if path.exists() and path.samefile(table.path):
        raise RejectsOverInput(path=path)
    reasons = {refusal.line_no: str(refusal.error) for refusal in refused}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=table.delimiter or ",", lineterminator="\r\n")
    writer.writerow([*(guarded(header) for header in table.headers), LINE_HEADING, REASON_HEADING])
    width = len(table.headers)
    for row in table.rows() if reasons else ():
        if row.line_no in reasons:
            cells = [
                _settled(cell) if place in row.exact else guarded(cell)
                for place, cell in enumerate(row.cells)
            ]
            cells += [""] * (width - len(cells))
            writer.writerow([*cells, str(row.line_no), guarded(reasons[row.line_no])])
    with faults_named(path):
        # With the mark, so that a spreadsheet takes it for UTF-8.
        write_atomically(path, text.getvalue().encode("utf-8-sig", "replace"))


def _settled(number: str) -> str:
    """Return a number of a workbook so that its point is nothing else when it comes back as text."""
    return number + "0" if _THREE_DECIMALS.fullmatch(number) else number
