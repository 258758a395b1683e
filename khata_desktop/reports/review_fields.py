"""Fields that two devices wrote without knowing of each other, as far as money hangs on them.

Of every other field the later value simply shows: a note or an address is mended where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, func, literal_column, select

from khata_desktop.domain.records import RECORD_FIELDS, Entity
from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.reports.common import Query, parameter
from khata_desktop.reports.review_parts import Devices, Review, Version, devices_of
from khata_desktop.storage import tables as t
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.session import Row, Session

#: The fields that are not left to the later of two writes.
WATCHED: dict[Entity, frozenset[str]] = {
    Entity.BUSINESS: frozenset({"name", "currency", "tax_number", "payment_id", "default_tax_ids"}),
    Entity.PARTY: frozenset({"tax_number", "credit_limit_minor"}),
    Entity.ITEM: frozenset({"price_e4", "wholesale_e4", "tax_ids", "price_includes_tax"}),
    Entity.TAX: frozenset({"rate_ppm", "compound"}),
}
_OF_TAXES = frozenset({"default_tax_ids", "tax_ids"})

_H, _LOG = t.field_heads.c, t.event_log.c
_APART = (
    select(_H.entity, _H.record_key, _H.field)
    .group_by(_H.entity, _H.record_key, _H.field)
    .having(func.count() > 1)
)
_HEADS = (
    select(_H.write_id, _H.hlc, _H.device, _H.value)
    .where(
        _H.entity == parameter("entity"), _H.record_key == parameter("key"), _H.field == parameter("field")
    )
    .order_by(_H.hlc, _H.write_id)
)
# As the index of the log's changes of records has it.
_USER = select(_LOG.user).where(
    func.substr(_LOG.payload, literal_column("2"), literal_column("1")) == literal_column("x'03'"),
    func.substr(_LOG.payload, literal_column("4"), literal_column("16")) == parameter("write_id"),
)


def _record(table: Table) -> Query:
    statement = select(table.c.id, table.c.name).where(table.c.key == parameter("key"))
    return statement.where(table.c.deleted == 0) if "deleted" in table.c else statement


_RECORD = {entity: _record(t.RECORD_TABLES[entity]) for entity in WATCHED}
_TAX = select(t.taxes.c.name).where(t.taxes.c.id == parameter("id"))


def fields_apart(session: Session, devices: Devices) -> Iterator[Review]:
    """Yield the fields of weight that hold two values written apart."""
    for name, key, field in session.rows(_APART):
        entity = Entity(name)
        if field not in WATCHED.get(entity, ()):
            continue
        heads = session.rows(_HEADS, entity=name, key=key, field=field)
        # Where both wrote the same there is nothing to choose, nor of what is deleted.
        record = session.row(_RECORD[entity], key=key)
        if record is None or len({value for _, _, _, value in heads}) < 2:
            continue
        versions = tuple(
            _version(session, devices, entity, field, head, shows=number == len(heads))
            for number, head in enumerate(heads, 1)
        )
        own, subject = record
        causes = sorted(version.write_id for version in versions)
        yield Review(
            id=review_id(ReviewKind.FIELD_APART, own, field.encode(), *causes),
            kind=ReviewKind.FIELD_APART,
            hlc=versions[-1].hlc,
            subject=subject,
            subject_id=own,
            entity=entity,
            field=field,
            amount=len(versions),
            versions=versions,
            devices=devices_of(versions),
        )


def _version(
    session: Session, devices: Devices, entity: Entity, field: str, head: Row, *, shows: bool
) -> Version:
    write_id, hlc, device, value = head
    if RECORD_FIELDS[entity][field].type is bool:
        value = bool(value)
    user = session.value(_USER, write_id=write_id)
    taxes = unpack_ids(value) if field in _OF_TAXES else ()
    return Version(
        hlc=hlc,
        device=devices.of_key(device),
        user_name=devices.user_name(user) if user is not None else "",
        write_id=write_id,
        value=value,
        names=tuple(session.value(_TAX, id=tax) or "?" for tax in taxes),
        shows=shows,
    )
