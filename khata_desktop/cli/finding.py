"""Finding the party a user means by what was typed."""

from __future__ import annotations

from khata_desktop.domain.ids import PartyId, id_from_text
from khata_desktop.domain.record_errors import AmbiguousName, UnknownRecord
from khata_desktop.services.books import Books
from khata_desktop.services.importing import folded_name, phone_key
from khata_desktop.storage.import_lookups import KnownRecord, known_parties

_FEWEST_DIGITS = 7


def find_party(books: Books, typed: str) -> PartyId:
    """Return the party of an id, code, phone, name, or a part of a name that only one party has.

    Raises UnknownRecord, AmbiguousName.
    """
    parties = books.query(lambda session: list(known_parties(session)))
    wanted, name = typed.strip(), folded_name(typed)
    own_id = _as_id(wanted)
    phone = phone_key(wanted) if not any(c.isalpha() for c in wanted) else ""

    def is_phone(party: KnownRecord) -> bool:
        return len(phone) >= _FEWEST_DIGITS and phone_key(party.phone) == phone

    for fits in (
        lambda p: own_id is not None and p.id == own_id,
        lambda p: bool(wanted) and p.code == wanted,
        is_phone,
        lambda p: folded_name(p.name) == name,
        lambda p: bool(name) and name in folded_name(p.name),
    ):
        found = [party for party in parties if fits(party)]
        if len(found) > 1:
            raise AmbiguousName(entity="party", name=typed)
        if found:
            return PartyId(found[0].id)
    raise UnknownRecord(entity="party", name=typed)


def _as_id(text: str) -> bytes | None:
    try:
        return id_from_text(text)
    except ValueError:
        return None
