"""The fields an import fills, and the headings by which other programs call them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from khata_desktop.domain.import_errors import ColumnFieldUnknown, ColumnsMissing, ColumnUnknown
from khata_desktop.interchange import headings


class ImportKind(StrEnum):
    """What a file can hold."""

    PARTIES = "parties"
    ITEMS = "items"
    SALES = "sales"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class ImportField:
    """One field to fill.

    Attributes:
        name: as ``--map`` calls it.
        headings: names by which columns are recognised, the surest first.
        required: whether the import cannot do without its column.
    """

    name: str
    headings: tuple[str, ...]
    required: bool = False


@lru_cache(maxsize=1024)
def folded_heading(heading: str) -> str:
    """Return a heading without case, spaces, punctuation and the marks that writers leave out."""
    kept = [
        c for c in unicodedata.normalize("NFKD", heading.casefold())
        if c.isalnum() or unicodedata.category(c) == "Mc"
    ]  # fmt: skip
    return "".join(kept).replace("ي", "ی").replace("ك", "ک")


def _fields(text: str) -> tuple[ImportField, ...]:
    """Return the fields that a paragraph each of ``headings`` describes."""
    found = []
    for paragraph in text.strip().replace("\n    ", " ").splitlines():
        name, _, listed = paragraph.partition(":")
        names = tuple(folded_heading(heading) for heading in listed.split(","))
        found.append(ImportField(name.removesuffix("*"), names, name.endswith("*")))
    return tuple(found)


FIELDS: Mapping[ImportKind, tuple[ImportField, ...]] = {
    ImportKind.SALES: _fields(headings.SALES),
    ImportKind.ENTRIES: _fields(headings.ENTRIES),
    ImportKind.PARTIES: _fields(headings.PARTIES),
    ImportKind.ITEMS: _fields(headings.ITEMS),
}

#: Of each group at least one column must be there.
ONE_OF: Mapping[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.SALES: (("item_code", "item_name"),),
    ImportKind.ENTRIES: (("party_name", "party_phone", "party_code"), ("gave", "got", "amount")),
    ImportKind.PARTIES: (("name", "phone", "code"),),
    ImportKind.ITEMS: (("name", "code"),),
}

#: Which column (by its place, from 0) fills which field.
ColumnMap = Mapping[str, int]


def field_names(kind: ImportKind) -> tuple[str, ...]:
    """Return the names of all fields of a kind of import, in their order."""
    return tuple(field.name for field in FIELDS[kind])


def guess_mapping(kind: ImportKind, headers: Sequence[str]) -> dict[str, int]:
    """Return which column seems to fill which field, each column at most once; may be empty."""
    folded = [folded_heading(header) for header in headers]
    mapping: dict[str, int] = {}
    # By the surest heading over all fields first, so that "Customer" is no phone and "Name" no code.
    for rank in range(max(len(field.headings) for field in FIELDS[kind])):
        for field in FIELDS[kind]:
            if field.name in mapping or rank >= len(field.headings):
                continue
            heading = field.headings[rank]
            for column, name in enumerate(folded):
                if name == heading and column not in mapping.values():
                    mapping[field.name] = column
                    break
    return mapping


def find_column(headers: Sequence[str], wanted: str) -> int:
    """Return the place of a column called by its heading, or as ``#3`` by its place from 1.

    Raises ColumnUnknown.
    """
    if wanted in headers:
        return list(headers).index(wanted)
    folded = [folded_heading(header) for header in headers]
    if not wanted.startswith("#") and folded_heading(wanted) in folded:
        return folded.index(folded_heading(wanted))
    place = wanted.removeprefix("#")
    if place.isascii() and place.isdigit() and 1 <= int(place) <= len(headers):
        return int(place) - 1
    raise ColumnUnknown(column=wanted, columns=_listed(headers))


def complete_mapping(
    kind: ImportKind, headers: Sequence[str], chosen: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the guess with the user's choices over it, checked to be enough.

    ``chosen`` maps a field to a heading (or ``#3``); an empty one leaves the field out. Raises
    ColumnFieldUnknown, ColumnUnknown, ColumnsMissing.
    """
    mapping = guess_mapping(kind, headers)
    for name, wanted in (chosen or {}).items():
        if name not in field_names(kind):
            raise ColumnFieldUnknown(name=name, fields=", ".join(field_names(kind)))
        if wanted:
            column = find_column(headers, wanted)
            mapping = {field: place for field, place in mapping.items() if place != column}
            mapping[name] = column
        else:
            mapping.pop(name, None)
    check_mapping(kind, headers, mapping)
    return mapping


def check_mapping(kind: ImportKind, headers: Sequence[str], mapping: ColumnMap) -> None:
    """Raise ColumnsMissing unless the mapping is enough for the kind of import."""
    missing = [field.name for field in FIELDS[kind] if field.required and field.name not in mapping]
    missing += [" or ".join(group) for group in ONE_OF[kind] if not any(name in mapping for name in group)]
    if missing:
        example = f"--map {missing[0].split(' or ')[0]}=Column"
        raise ColumnsMissing(fields=", ".join(missing), example=example, columns=_listed(headers))


def _listed(headers: Sequence[str]) -> str:
    return ", ".join(header or "(no name)" for header in headers)
