"""Bringing in entries of a khata kept elsewhere: who, when, given or got, how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.records import FieldValue
from khata_desktop.domain.rights import Right
from khata_desktop.services.importing import (
    FLUSH_STEP,
    PROGRESS_STEP,
    Progress,
    RecordFinder,
    Refusal,
    SeenParty,
    Tally,
)
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import save_party
from khata_desktop.storage.import_lookups import KnownRecord, known_parties
from khata_desktop.storage.lookups import voucher_from_source
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryToImport:
    """One line of a khata. ``source_key`` names its content and which of its twins in the file it is."""

    line_no: int
    party_key: str
    entered_on: date
    gave: bool
    amount_minor: int
    source_key: str
    note: str = ""
    reference: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportEntries:
    """All entries of a file, and who their party keys stand for."""

    entries: tuple[EntryToImport, ...]
    parties: Mapping[str, SeenParty]


def import_entries(
    uow: UnitOfWork, command: ImportEntries, *, progress: Progress | None = None
) -> Outcome[Tally]:
    """Record every entry that is not in the book yet. Raises NotAllowed."""
    uow.require(Right.IMPORT)
    tally = Tally()
    to_record = _new_entries(uow, command, tally)
    party_ids = _parties(uow, command, to_record, tally)
    done, total = len(command.entries) - len(to_record), len(command.entries)
    for entry in to_record:
        done += 1
        party_id = party_ids.get(entry.party_key)
        if isinstance(party_id, RuleViolation):
            tally.refused.append(Refusal(entry.line_no, party_id))
        elif party_id is not None:
            _record(uow, entry, party_id, tally)
        if done % FLUSH_STEP == 0:
            uow.flush()
        if progress is not None and done % PROGRESS_STEP == 0:
            progress(done, total)
    if progress is not None:
        progress(total, total)
    return Outcome(tally, EVERYTHING)


def _new_entries(uow: UnitOfWork, command: ImportEntries, tally: Tally) -> list[EntryToImport]:
    fresh = []
    for entry in command.entries:
        if voucher_from_source(uow.session, entry.source_key) is None:
            fresh.append(entry)
        else:
            tally.already += 1
    return fresh


def _parties(
    uow: UnitOfWork, command: ImportEntries, entries: list[EntryToImport], tally: Tally
) -> dict[str, PartyId | RuleViolation]:
    """Return who each key stands for, new parties made; or why it stands for nobody."""
    finder = RecordFinder(known_parties(uow.session))
    found: dict[str, PartyId | RuleViolation] = {}
    for key in dict.fromkeys(entry.party_key for entry in entries):
        seen = command.parties[key]
        try:
            known = finder.find(code=seen.code, name=seen.name, phone=seen.phone)
            if known is None:
                values: dict[str, FieldValue] = {"name": seen.shown_name}
                values |= {k: v for k, v in (("code", seen.code), ("phone", seen.phone)) if v}
                known = save_party(uow, values).value
                finder.add(KnownRecord(known, seen.code, seen.shown_name, seen.phone))
                tally.parties_added += 1
            found[key] = PartyId(known)
        except RuleViolation as error:
            found[key] = error
    # Read all of them now: once entries gather, every reading would write them out first.
    for party_id in found.values():
        if not isinstance(party_id, RuleViolation):
            uow.party(party_id)
            uow.unsettled(party_id)
    return found


def _record(uow: UnitOfWork, entry: EntryToImport, party_id: PartyId, tally: Tally) -> None:
    try:
        record_khata_entry(
            uow,
            RecordKhataEntry(
                party_id=party_id,
                gave=entry.gave,
                amount_minor=entry.amount_minor,
                entered_on=entry.entered_on,
                narration=entry.note,
                reference=entry.reference,
                due_on=entry.due_on,
                source_key=entry.source_key,
            ),
        )
    except RuleViolation as error:
        tally.refused.append(Refusal(entry.line_no, error))
        return
    tally.imported += 1
    tally.entries += 1
    tally.total_minor += entry.amount_minor if entry.gave else -entry.amount_minor
