"""Bringing a file in from beginning to end: what the command line and the window's wizard both drive.

    table = read_table(path)                                  # headings, encoding, table.preview()
    mapping = complete_mapping(kind, table.headers, chosen)   # or guess_mapping and the user's changes
    report = import_file(books, kind, table, mapping, day_first=True, dry_run=True, progress=progress)
    write_rejects(table, report, path)

A dry run is the import itself, undone at its end: what it says is what will happen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from khata_desktop.domain.money import currency
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import Entity
from khata_desktop.interchange.conventions import Conventions, find_conventions
from khata_desktop.interchange.entry_rows import EntriesReader
from khata_desktop.interchange.fields import ColumnMap, ImportKind, check_mapping, folded_heading
from khata_desktop.interchange.record_rows import RecordsReader
from khata_desktop.interchange.rejects import write_refused
from khata_desktop.interchange.rows import Reading
from khata_desktop.interchange.sales_rows import SalesReader
from khata_desktop.interchange.table import Table
from khata_desktop.services.books import Books
from khata_desktop.services.import_entries import import_entries
from khata_desktop.services.import_records import ImportRecords, import_records
from khata_desktop.services.import_sales import import_sales
from khata_desktop.services.importing import Progress, Refusal, Tally
from khata_desktop.services.outcome import Notice, Outcome
from khata_desktop.storage.lookups import business_rules
from khata_desktop.storage.unit_of_work import UnitOfWork

#: What the notices of an import say; a translation is keyed by the same text.
NOTICES = {
    "encoding_guessed": "The file does not say its encoding and was read as {encoding}: look at the accents.",
    "decimal_comma": "Numbers were read with a decimal comma: {example} is {meant}; say if it is not.",
    "numbers_guessed": "Numbers such as {example} were read as {meant} and not as {other}; say if it is the "
    "other way.",
    "columns_unused": "Not used: {columns}.",
    "column_twice": "Several columns are headed {heading}: {used} was read, and {unused} was not; name the "
    "right one if it is not.",
    "supplier_owes": "One supplier comes in as owing you; put a minus before what you owe them.",
    "suppliers_owe": "{count} suppliers come in as owing you; put a minus before what you owe them.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do.

    ``imported + already_there + refused`` is ``lines``. Of the counts, ``parties_added`` and so on say
    what was made on the way.

    Attributes:
        refused: the refused lines in the order of the file, each with its reason.
        total_minor: bills less returns, or given less got, or balances brought in; minor units.
        dry_run: whether nothing was kept.
    """

    kind: ImportKind
    lines: int
    imported: int
    already_there: int
    refused: tuple[Refusal, ...]
    bills: int
    returns: int
    entries: int
    openings: int
    parties_added: int
    parties_changed: int
    items_added: int
    items_changed: int
    total_minor: int
    currency_code: str
    dry_run: bool
    notices: tuple[Notice, ...] = field(default=())


class _Undo(Exception):
    """Ends a dry run: the transaction goes, what it found stays."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.tally = tally


def import_file(
    books: Books,
    kind: ImportKind,
    table: Table,
    mapping: ColumnMap,
    *,
    day_first: bool | None = None,
    decimal_comma: bool | None = None,
    dry_run: bool = False,
    rejects: Path | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring a table in, in one transaction.

    ``day_first`` and ``decimal_comma`` of None let the file's own dates and numbers tell: see
    ``conventions``.
    With ``rejects`` the refused lines are written there before anything is kept, so that none is lost.
    ``progress`` may raise to stop: nothing is kept then. Raises ColumnsMissing, DatesContradict,
    DatesUnclear, NumbersContradict, FileUnreadable, RejectsOverInput, NotAllowed, StorageError; what
    is wrong with a line is in the report.
    """
    check_mapping(kind, table.headers, mapping)
    code = books.query(business_rules).currency_code
    conventions = find_conventions(kind, table, mapping, day_first=day_first, decimal_comma=decimal_comma)
    conventions = replace(conventions, today=books.clock.today())
    reading, operation, notices = _read(kind, table, mapping, currency(code).exponent, conventions, progress)

    def run(uow: UnitOfWork) -> Outcome[Tally]:
        outcome = operation(uow)
        if rejects is not None:
            write_refused(table, [*reading.refused, *outcome.value.refused], rejects)
        if dry_run:
            raise _Undo(outcome.value)
        return outcome

    try:
        tally = books.execute(run).value
    except _Undo as undone:
        tally = undone.tally
    refused = sorted([*reading.refused, *tally.refused], key=lambda refusal: refusal.line_no)
    return ImportReport(
        kind=kind,
        lines=reading.lines,
        imported=tally.imported,
        already_there=tally.already,
        refused=tuple(refused),
        bills=tally.bills,
        returns=tally.returns,
        entries=tally.entries,
        openings=tally.openings,
        parties_added=tally.parties_added,
        parties_changed=tally.parties_changed,
        items_added=tally.items_added,
        items_changed=tally.items_changed,
        total_minor=tally.total_minor,
        currency_code=code,
        dry_run=dry_run,
        notices=(*_notices(table, mapping, conventions), *notices),
    )


def _read(
    kind: ImportKind,
    table: Table,
    mapping: ColumnMap,
    exponent: int,
    conventions: Conventions,
    progress: Progress | None,
) -> tuple[Reading, Callable[[UnitOfWork], Outcome[Tally]], list[Notice]]:
    """Read the file and return what was wrong, the operation that brings the rest in, and notices."""
    if kind is ImportKind.SALES:
        sales = SalesReader(table, mapping, exponent=exponent, conventions=conventions)
        bills = sales.read(progress)
        return sales.reading, lambda uow: import_sales(uow, bills, progress=progress), []
    if kind is ImportKind.ENTRIES:
        khata = EntriesReader(table, mapping, exponent=exponent, conventions=conventions)
        entries = khata.read(progress)
        return khata.reading, lambda uow: import_entries(uow, entries, progress=progress), []
    entity = Entity.PARTY if kind is ImportKind.PARTIES else Entity.ITEM
    listed = RecordsReader(table, mapping, entity=entity, exponent=exponent, conventions=conventions)
    records = listed.read(progress)
    notices = _record_notices(records)
    return listed.reading, lambda uow: import_records(uow, records, progress=progress), notices


def _record_notices(records: ImportRecords) -> list[Notice]:
    supplier = PartyKind.SUPPLIER.value
    owing = sum(1 for r in records.records if r.values.get("kind") == supplier and (r.opening or 0) > 0)
    if owing == 1:
        return [Notice("supplier_owes")]
    return [Notice("suppliers_owe", {"count": owing})] if owing else []


def _notices(table: Table, mapping: ColumnMap, conventions: Conventions) -> list[Notice]:
    notices = []
    if not table.encoding_sure:
        names = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}
        encoding = names.get(table.encoding, table.encoding.upper())
        notices.append(Notice("encoding_guessed", {"encoding": encoding}))
    notices += conventions.notices
    used = {folded_heading(table.headers[place]): place for place in mapping.values()}
    unused: list[str] = []
    for place, header in enumerate(table.headers):
        if place in mapping.values() or not header:
            continue
        folded = folded_heading(header)
        twin = used.get(folded) if folded else None
        if twin is None:
            unused.append(header)
        else:
            places = {"used": f"#{twin + 1}", "unused": f"#{place + 1}"}
            notices.append(Notice("column_twice", {"heading": header, **places}))
    if unused:
        notices.append(Notice("columns_unused", {"columns": ", ".join(unused)}))
    return notices


def notice_text(notice: Notice) -> str:
    """Return a notice as an English sentence."""
    return NOTICES[notice.code].format(**notice.params)


def write_rejects(table: Table, report: ImportReport, path: Path) -> None:
    """Write the refused lines as they are in the file, each with its number and its reason.

    Mended, that file can be brought in as it is. Raises RejectsOverInput, StorageError.
    """
    write_refused(table, report.refused, path)
