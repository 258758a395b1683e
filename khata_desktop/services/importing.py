"""What every import shares: refusing lines by name, finding records by what a file calls them, progress.

An import is one transaction: all that can come in comes in, or nothing does. Lines that cannot are
refused one by one with their reasons, and never dropped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.import_errors import SeveralMatch
from khata_desktop.formatting.digits import latin_digits
from khata_desktop.storage.import_lookups import KnownRecord

#: Told (lines done, lines in all; 0 when not known); what it raises stops the import and keeps nothing.
Progress = Callable[[int, int], None]

_PHONE_DIGITS = 9
PROGRESS_STEP = 256
#: So many vouchers gather before they are written, so that a file of any length fits into memory.
FLUSH_STEP = 2048


class Refusal(NamedTuple):
    """A line that does not come in, and why."""

    line_no: int
    error: RuleViolation


@dataclass(slots=True)
class Tally:
    """What an import has done so far; imported, already there and refused add up to the lines.

    Attributes:
        imported: lines that came in.
        already: lines that were in the book before, as they are in the file.
        total_minor: what the bills less the returns come to, or the entries given less got.
    """

    imported: int = 0
    already: int = 0
    refused: list[Refusal] = field(default_factory=list)
    bills: int = 0
    returns: int = 0
    entries: int = 0
    openings: int = 0
    parties_added: int = 0
    parties_changed: int = 0
    items_added: int = 0
    items_changed: int = 0
    total_minor: int = 0


class SeenParty(NamedTuple):
    """A party as the lines of a file speak of it; any of the texts may be empty."""

    code: str = ""
    name: str = ""
    phone: str = ""
    address: str = ""

    @property
    def shown_name(self) -> str:
        """The name a new record gets when the file has none."""
        return self.name or self.phone or f"Customer {self.code}"


class SeenItem(NamedTuple):
    """An item as the lines of a file speak of it."""

    code: str = ""
    name: str = ""
    unit: str = ""
    is_service: bool = False
    price_e4: int | None = None


def folded_name(name: str) -> str:
    """Return a name without case and needless spaces, for comparing."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.casefold().split())


def phone_key(phone: str) -> str:
    """Return what is left of a phone number when spaces and the country's and trunk prefixes go."""
    digits = "".join(c for c in latin_digits(phone) if c.isdigit())
    return digits[-_PHONE_DIGITS:]


class RecordFinder:
    """Finds the record a file means: by code, else by phone and name, else by name.

    A name alone never finds a record whose code or phone is known to be another.
    """

    def __init__(self, known: Iterable[KnownRecord]) -> None:
        self._by_code: dict[str, bytes] = {}
        self._by_name: dict[str, list[tuple[bytes, str, str]]] = {}
        self._by_phone: dict[str, list[bytes]] = {}
        for record in known:
            self.add(record)

    def add(self, record: KnownRecord) -> None:
        """Know one more record, or one more code of a record."""
        phone = phone_key(record.phone)
        if record.code:
            self._by_code[record.code] = record.id
        if phone:
            self._by_phone.setdefault(phone, []).append(record.id)
        named = self._by_name.setdefault(folded_name(record.name), [])
        named[:] = [entry for entry in named if entry[0] != record.id]
        named.append((record.id, record.code, phone))

    def find(self, *, code: str = "", name: str = "", phone: str = "") -> bytes | None:
        """Return the record's id, or None when there is none yet. Raises SeveralMatch."""
        if code and (found := self._by_code.get(code)) is not None:
            return found
        key = phone_key(phone)
        if not name:
            if not key or code:
                return None
            return _only(list(dict.fromkeys(self._by_phone.get(key, ()))), phone)
        alike = [
            entry
            for entry in self._by_name.get(folded_name(name), ())
            if not (code and entry[1]) and not (key and entry[2] and entry[2] != key)
        ]
        exact = [record_id for record_id, _, own in alike if key and own == key]
        return _only(exact or [record_id for record_id, _, _ in alike], name)

    def means(self, known: KnownRecord, *, code: str = "", name: str = "", phone: str = "") -> bool:
        """Return whether a file that says this speaks of a record, which may be deleted by now."""
        if code and (found := self._by_code.get(code)) is not None:
            return found == known.id
        if code and known.code:
            return code == known.code
        key, own = phone_key(phone), phone_key(known.phone)
        if not name:
            return bool(key) and not code and key == own
        return folded_name(name) == folded_name(known.name) and not (key and own and key != own)


def _only(found: list[bytes], name: str) -> bytes | None:
    if len(found) > 1:
        raise SeveralMatch(name=name)
    return found[0] if found else None
