"""Events as canonical CBOR (RFC 8949, section 4.2): arrays only, shortest forms, no floats.

The bytes made here are hashed into the log and kept as they are; they are never made again from the
decoded event. An id is written without its leading zero bytes, which keeps the standard accounts short.
Trailing fields that hold their defaults are left away.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import cbor2

from khata_desktop.domain.events import (
    Event,
    FieldWrite,
    RecordChanged,
    VoucherPosted,
    VoucherReversed,
)
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId, WriteId
from khata_desktop.domain.records import Entity
from khata_desktop.domain.tax import TaxShare
from khata_desktop.domain.vouchers import Allocation, Line, Posting, StockMovement, Voucher, VoucherKind

_POSTED, _REVERSED, _CHANGED = 1, 2, 3


def encode_event(event: Event) -> bytes:
    """Return the event's canonical bytes."""
    match event:
        case VoucherPosted(voucher=voucher):
            return cbor2.dumps([_POSTED, *_pack_voucher(voucher)])
        case VoucherReversed():
            return cbor2.dumps([_REVERSED, event.id, event.voucher_id, event.number, event.reason])
        case RecordChanged():
            writes = [[w.name, w.value, list(w.replaces)] for w in event.writes]
            record = _short(event.record_id)
            return cbor2.dumps([_CHANGED, event.id, event.entity.value, record, writes])


def decode_event(payload: bytes) -> Event:
    """Return the event of canonical bytes. Raises ValueError for any others."""
    try:
        kind, *fields = cbor2.loads(payload)
        if kind == _POSTED:
            return VoucherPosted(_unpack_voucher(*fields))
        if kind == _REVERSED:
            own, target, number, reason = fields
            return VoucherReversed(
                id=VoucherId(own), voucher_id=VoucherId(target), number=number, reason=reason
            )
        if kind == _CHANGED:
            own, entity, record_id, writes = fields
            return RecordChanged(
                id=WriteId(own),
                entity=Entity(entity),
                record_id=_long(record_id),
                writes=tuple(
                    FieldWrite(name, value, tuple(WriteId(r) for r in replaces))
                    for name, value, replaces in writes
                ),
            )
    except (cbor2.CBORDecodeError, TypeError, KeyError, IndexError) as problem:
        raise ValueError(f"not an event: {problem}") from problem
    raise ValueError(f"not an event: kind {kind!r}")


def _short(identifier: bytes) -> bytes:
    return identifier.lstrip(b"\0") if identifier[0] == 0 else identifier


def _long(short: bytes) -> bytes:
    return short if len(short) == 16 else short.rjust(16, b"\0")


def _trimmed(fields: list[Any], defaults: tuple[Any, ...]) -> list[Any]:
    """Drop trailing fields that equal their defaults, which stand for the last len(defaults) fields."""
    kept, first = len(fields), len(fields) - len(defaults)
    while kept > first and fields[kept - 1] == defaults[kept - 1 - first]:
        kept -= 1
    return fields[:kept]


_LINE_DEFAULTS: tuple[Any, ...] = ("", 0, 0, [], False, 0, None)
_VOUCHER_DEFAULTS: tuple[Any, ...] = (None, [], [], [], "", "", None, 0, None, None, 0, 0, None)


def _pack_line(line: Line) -> list[Any]:
    taxes = [[_short(t.tax_id), t.rate_ppm, t.amount_minor] for t in line.taxes]
    return _trimmed(
        [
            line.item_id,
            line.description,
            line.quantity_milli,
            line.unit_price_e4,
            line.total_minor,
            _short(line.account_id),
            line.unit,
            line.discount_minor,
            line.bill_discount_minor,
            taxes,
            line.price_includes_tax,
            line.cost_minor,
            line.against_line,
        ],
        _LINE_DEFAULTS,
    )


def _unpack_line(
    item: bytes | None,
    description: str,
    quantity: int,
    price: int,
    total: int,
    account: bytes,
    unit: str = "",
    discount: int = 0,
    bill_discount: int = 0,
    taxes: list[Any] | None = None,
    included: bool = False,
    cost: int = 0,
    against_line: int | None = None,
) -> Line:
    return Line(
        item_id=ItemId(item) if item is not None else None,
        description=description,
        quantity_milli=quantity,
        unit_price_e4=price,
        total_minor=total,
        account_id=AccountId(_long(account)),
        unit=unit,
        discount_minor=discount,
        bill_discount_minor=bill_discount,
        taxes=tuple(TaxShare(TaxId(_long(t)), rate, amount) for t, rate, amount in taxes or ()),
        price_includes_tax=included,
        cost_minor=cost,
        against_line=against_line,
    )


def _pack_voucher(v: Voucher) -> list[Any]:
    # A posting or movement that speaks of the voucher's own party or line says so in one byte.
    postings = [
        [_short(p.account_id), p.amount_minor]
        if p.party_id is None
        else [_short(p.account_id), p.amount_minor, 0 if p.party_id == v.party_id else p.party_id]
        for p in v.postings
    ]
    items = [line.item_id for line in v.lines]
    movements = [
        [items.index(m.item_id) if m.item_id in items else m.item_id, m.quantity_milli, m.value_minor]
        for m in v.movements
    ]
    return _trimmed(
        [
            v.id,
            v.kind.value,
            v.number,
            v.posted_on.toordinal(),
            v.total_minor,
            postings,
            v.party_id,
            [_pack_line(line) for line in v.lines],
            movements,
            [[a.against_id, a.amount_minor] for a in v.allocations],
            v.narration,
            v.reference,
            v.due_on.toordinal() if v.due_on else None,
            v.revision,
            v.supersedes,
            v.against_id,
            v.tendered_minor,
            v.round_off_minor,
            v.source_key,
        ],
        _VOUCHER_DEFAULTS,
    )


def _unpack_voucher(
    own: bytes,
    kind: str,
    number: str,
    day: int,
    total: int,
    postings: list[Any],
    party: bytes | None = None,
    lines: list[Any] | None = None,
    movements: list[Any] | None = None,
    allocations: list[Any] | None = None,
    narration: str = "",
    reference: str = "",
    due: int | None = None,
    revision: int = 0,
    supersedes: bytes | None = None,
    against: bytes | None = None,
    tendered: int = 0,
    round_off: int = 0,
    source_key: str | None = None,
) -> Voucher:
    party_id = PartyId(party) if party is not None else None
    unpacked = tuple(_unpack_line(*line) for line in lines or ())
    return Voucher(
        id=VoucherId(own),
        kind=VoucherKind(kind),
        number=number,
        posted_on=date.fromordinal(day),
        total_minor=total,
        postings=tuple(
            Posting(AccountId(_long(p[0])), p[1], None if len(p) == 2 else party_id if p[2] == 0 else p[2])
            for p in postings
        ),
        party_id=party_id,
        lines=unpacked,
        movements=tuple(
            StockMovement(_item_of(unpacked, item), quantity, value)
            for item, quantity, value in movements or ()
        ),
        allocations=tuple(Allocation(VoucherId(a), amount) for a, amount in allocations or ()),
        narration=narration,
        reference=reference,
        due_on=date.fromordinal(due) if due is not None else None,
        revision=revision,
        supersedes=VoucherId(supersedes) if supersedes is not None else None,
        against_id=VoucherId(against) if against is not None else None,
        tendered_minor=tendered,
        round_off_minor=round_off,
        source_key=source_key,
    )


def _item_of(lines: tuple[Line, ...], item: bytes | int) -> ItemId:
    if isinstance(item, bytes):
        return ItemId(item)
    found = lines[item].item_id
    if found is None:
        raise ValueError("a movement points at a line without an item")
    return found
