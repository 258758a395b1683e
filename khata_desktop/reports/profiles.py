"""One record with all its fields, for its page and the form that changes it; and the taxes."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from khata_desktop.domain.ids import ItemId, PartyId, TaxId
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.reports.common import Query, parameter
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Session

_P, _I, _T = t.parties.c, t.items.c, t.taxes.c
_ID = parameter("id")

_PARTY = select(
    _P.id, _P.name, _P.kind, _P.code, _P.phone, _P.email, _P.address, _P.tax_number,
    _P.credit_limit_minor, _P.due_days, _P.notes, _P.tags, _P.archived,
).where(_P.id == _ID, _P.deleted == 0)  # fmt: skip
_ITEM = (
    select(
        _I.id, _I.name, _I.other_names, _I.code, _I.barcodes, _I.category, _I.unit, _I.kind, _I.price_e4,
        _I.wholesale_e4, _I.cost_e4, _I.tax_ids, _I.price_includes_tax, _I.reorder_milli, _I.archived,
        func.coalesce(t.item_totals.c.on_hand_milli, 0), func.coalesce(t.item_totals.c.value_minor, 0),
    )
    .outerjoin(t.item_totals, t.item_totals.c.item_key == _I.key)
    .where(_I.id == _ID, _I.deleted == 0)
)  # fmt: skip


class PartyProfile(NamedTuple):
    """A party's record. ``credit_limit_minor`` of None is no limit; ``due_days`` of 0 is due at once."""

    party_id: PartyId
    name: str
    kind: PartyKind
    code: str
    phone: str
    email: str
    address: str
    tax_number: str
    credit_limit_minor: int | None
    due_days: int
    notes: str
    tags: str
    archived: bool


class ItemProfile(NamedTuple):
    """An item's record, and what is on hand of it (below zero when more was sold than brought in)."""

    item_id: ItemId
    name: str
    other_names: str
    code: str
    barcodes: str
    category: str
    unit: str
    kind: ItemKind
    price_e4: int | None
    wholesale_e4: int | None
    cost_e4: int | None
    tax_ids: tuple[TaxId, ...]
    price_includes_tax: bool
    reorder_milli: int | None
    archived: bool
    on_hand_milli: int
    value_minor: int


class TaxRow(NamedTuple):
    """A tax; the rate in parts per million (18 % is 180,000)."""

    tax_id: TaxId
    name: str
    rate_ppm: int
    compound: bool
    archived: bool


def party_profile(session: Session, *, party_id: PartyId) -> PartyProfile:
    """Return a party. Raises UnknownRecord."""
    row = session.row(_PARTY, id=party_id)
    if row is None:
        raise UnknownRecord(field="party", entity="party", name=party_id.hex())
    profile = PartyProfile._make(row)
    return profile._replace(kind=PartyKind(profile.kind), archived=bool(profile.archived))


def item_profile(session: Session, *, item_id: ItemId) -> ItemProfile:
    """Return an item. Raises UnknownRecord."""
    row = session.row(_ITEM, id=item_id)
    if row is None:
        raise UnknownRecord(field="item", entity="item", name=item_id.hex())
    profile = ItemProfile._make(row)
    return profile._replace(
        kind=ItemKind(profile.kind),
        tax_ids=unpack_ids(row[11]),
        price_includes_tax=bool(profile.price_includes_tax),
        archived=bool(profile.archived),
    )


def _taxes(include_archived: bool) -> Query:
    statement = select(_T.id, _T.name, _T.rate_ppm, _T.compound, _T.archived).where(_T.deleted == 0)
    return (statement if include_archived else statement.where(_T.archived == 0)).order_by(_T.name)


_TAXES = {archived: _taxes(archived) for archived in (False, True)}


def taxes_list(session: Session, *, include_archived: bool = False) -> list[TaxRow]:
    """Return the taxes by name."""
    return [
        TaxRow(TaxId(own), name, rate, bool(compound), bool(archived))
        for own, name, rate, compound, archived in session.rows(_TAXES[include_archived])
    ]
