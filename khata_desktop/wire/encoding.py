"""Events as canonical CBOR (RFC 8949, section 4.2): arrays only, shortest forms, no floats.

The bytes made here are hashed into the log and kept as they are; they are never made again from the
decoded event. Days are counted from 1970 and kinds are numbers. The id of a record is written without
its leading zero bytes, which keeps the standard accounts short. Trailing fields that hold their
defaults are left away. A voucher is written piece by piece, which is twice as fast as handing nested
lists to cbor2; reading is left to cbor2, which is fast at it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
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
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import NotCanonical

_POSTED, _REVERSED, _CHANGED = 1, 2, 3
_POSTED_BYTE = b"\x01"
#: The numbers of the kinds, for ever; a new kind takes the next.
_KIND_CODES = {
    VoucherKind.SALE: 1,
    VoucherKind.SALE_RETURN: 2,
    VoucherKind.RECEIPT: 3,
    VoucherKind.PAYMENT: 4,
    VoucherKind.KHATA_ENTRY: 5,
    VoucherKind.OPENING: 6,
    VoucherKind.JOURNAL: 7,
    VoucherKind.REVERSAL: 8,
}
_KINDS = {code: kind for kind, code in _KIND_CODES.items()}
_FIRST_DAY = date(1970, 1, 1).toordinal()


def encode_event(event: Event) -> bytes:
    """Return the event's canonical bytes."""
    if isinstance(event, VoucherPosted):
        return _voucher(event.voucher)
    if isinstance(event, VoucherReversed):
        return cbor2.dumps([_REVERSED, event.id, event.voucher_id, event.number, event.reason])
    writes = [[w.name, w.value, list(w.replaces)] for w in event.writes]
    record = event.record_id.lstrip(b"\0")
    return cbor2.dumps([_CHANGED, event.id, event.entity.value, record, writes])


def decode_event(payload: bytes) -> Event:
    """Return the event of canonical bytes. Raises ValueError for any others."""
    return _event(payload, cbor2.loads)


def decode_foreign_event(payload: bytes) -> Event:
    """Return the event of bytes that somebody else made, plain types in their one spelling.

    Raises ValueError, NotCanonical, and RuleViolation for what no event may say.
    """
    # There is but one spelling, the bytes we would write. Of a voucher (most of what comes in) making them
    # also shows that every value is of its type, and is faster than looking at each.
    is_voucher = payload[1:2] == _POSTED_BYTE
    event = _event(payload, strict_cbor.loads_any_spelling if is_voucher else _strictly)
    try:
        same = encode_event(event) == payload
    except (TypeError, ValueError, AttributeError, LookupError, struct.error) as problem:
        raise NotCanonical(detail="a value of another type") from problem
    if not same:
        raise NotCanonical(detail="a second spelling of an event")
    return event


def _strictly(payload: bytes) -> Any:
    return strict_cbor.loads(payload, most=len(payload))


def _event(payload: bytes, loads: Callable[[bytes], Any]) -> Event:
    try:
        kind, *fields = loads(payload)
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
    except (cbor2.CBORDecodeError, TypeError, KeyError, IndexError, OverflowError) as problem:
        raise ValueError(f"not an event: {problem}") from problem
    raise ValueError(f"not an event: kind {kind!r}")


def _long(short: bytes) -> bytes:
    return short if len(short) == 16 else short.rjust(16, b"\0")


# --- writing CBOR ---------------------------------------------------------------------------------

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY = (major << 5 for major in (0, 1, 2, 3, 4))
_BYTE = [bytes([n]) for n in range(256)]
_HEAD_8, _HEAD_16, _HEAD_32, _HEAD_64 = (struct.Struct(f">B{size}").pack for size in "BHIQ")
_NULL, _ID = b"\xf6", _BYTE[_BYTES + 16]


def _head(major: int, n: int) -> bytes:
    """Return the head of an item: its major type and its number (a value or a length), shortest form."""
    if n < 24:
        return _BYTE[major + n]
    if n < 1 << 8:
        return _HEAD_8(major + 24, n)
    if n < 1 << 16:
        return _HEAD_16(major + 25, n)
    if n < 1 << 32:
        return _HEAD_32(major + 26, n)
    return _HEAD_64(major + 27, n)


def _int(n: int) -> bytes:
    if n >= 0:
        return _BYTE[n] if n < 24 else _head(_UNSIGNED, n)
    return _head(_NEGATIVE, -1 - n)


def _text(text: str) -> bytes:
    encoded = text.encode()
    return _head(_TEXT, len(encoded)) + encoded


def _whole_id(identifier: bytes | None) -> bytes:
    return _NULL if identifier is None else _ID + identifier


@lru_cache(maxsize=4096)
def _record_id(identifier: bytes) -> bytes:
    short = identifier.lstrip(b"\0")
    return _head(_BYTES, len(short)) + short


def _bool(flag: bool) -> bytes:
    return b"\xf5" if flag else b"\xf4"


def _joined(items: list[bytes]) -> bytes:
    return _head(_ARRAY, len(items)) + b"".join(items)


def _day(day: date) -> bytes:
    return _int(day.toordinal() - _FIRST_DAY)


def _fields(first: list[bytes], rest: tuple[Any, ...], forms: _Forms) -> bytes:
    """Write an array of fields; ``rest`` without its trailing defaults, each in its form."""
    count = len(rest)
    while count and rest[count - 1] == forms[count - 1][0]:
        count -= 1
    for i in range(count):
        default, written, write = forms[i]
        value = rest[i]
        first.append(written if value == default else write(value))
    return _head(_ARRAY, len(first)) + b"".join(first)


#: Of each field that may be left away: the default, the default as written, and the writer of any other.
_Forms = tuple[tuple[Any, bytes, Callable[[Any], bytes]], ...]


# --- the voucher ----------------------------------------------------------------------------------


def _taxes(taxes: Iterable[TaxShare]) -> bytes:
    return _joined([b"\x83" + _record_id(t.tax_id) + _int(t.rate_ppm) + _int(t.amount_minor) for t in taxes])


_LINE_FORMS: _Forms = (
    ("", b"\x60", _text),
    (0, b"\x00", _int),
    (0, b"\x00", _int),
    ((), b"\x80", _taxes),
    (False, b"\xf4", _bool),
    (0, b"\x00", _int),
    (None, _NULL, _int),
)


def _line(line: Line) -> bytes:
    first = [
        _whole_id(line.item_id),
        _text(line.description),
        _int(line.quantity_milli),
        _int(line.unit_price_e4),
        _int(line.total_minor),
        _record_id(line.account_id),
    ]
    rest = (
        line.unit, line.discount_minor, line.bill_discount_minor, line.taxes, line.price_includes_tax,
        line.cost_minor, line.against_line,
    )  # fmt: skip
    return _fields(first, rest, _LINE_FORMS)


def _lines(lines: Iterable[Line]) -> bytes:
    return _joined([_line(line) for line in lines])


def _allocations(allocations: Iterable[Allocation]) -> bytes:
    return _joined([b"\x82" + _ID + a.against_id + _int(a.amount_minor) for a in allocations])


_VOUCHER_FORMS: _Forms = (
    (None, _NULL, _whole_id),
    ((), b"\x80", _lines),
    ([], b"\x80", _joined),
    ((), b"\x80", _allocations),
    ("", b"\x60", _text),
    ("", b"\x60", _text),
    (None, _NULL, _day),
    (0, b"\x00", _int),
    (None, _NULL, _whole_id),
    (None, _NULL, _whole_id),
    (0, b"\x00", _int),
    (0, b"\x00", _int),
    (None, _NULL, _text),
)


def _voucher(v: Voucher) -> bytes:
    # A posting or movement that speaks of the voucher's own party or line says so in one byte.
    own = v.party_id
    postings = []
    for p in v.postings:
        whose, account, amount = p.party_id, _record_id(p.account_id), _int(p.amount_minor)
        if whose is None:
            postings.append(b"\x82" + account + amount)
        else:
            postings.append(b"\x83" + account + amount + (b"\0" if whose == own else _ID + whose))
    movements = []
    if v.movements:
        items = [line.item_id for line in v.lines]
        for m in v.movements:
            item = _int(items.index(m.item_id)) if m.item_id in items else _ID + m.item_id
            movements.append(b"\x83" + item + _int(m.quantity_milli) + _int(m.value_minor))
    first = [
        b"\x01",
        _ID + v.id,
        _int(_KIND_CODES[v.kind]),
        _text(v.number),
        _day(v.posted_on),
        _int(v.total_minor),
        _joined(postings),
    ]
    rest = (
        own, v.lines, movements, v.allocations, v.narration, v.reference, v.due_on, v.revision, v.supersedes,
        v.against_id, v.tendered_minor, v.round_off_minor, v.source_key,
    )  # fmt: skip
    return _fields(first, rest, _VOUCHER_FORMS)


# --- reading --------------------------------------------------------------------------------------


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


def _unpack_voucher(
    own: bytes,
    kind: int,
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
    # Lists first: a tuple made of a generator takes half as long again.
    unpacked = tuple([_unpack_line(*line) for line in lines]) if lines else ()
    return Voucher(
        id=VoucherId(own),
        kind=_KINDS[kind],
        number=number,
        posted_on=_date(day),
        total_minor=total,
        postings=tuple(
            [
                Posting(
                    AccountId(_long(p[0])), p[1], None if len(p) == 2 else party_id if p[2] == 0 else p[2]
                )
                for p in postings
            ]
        ),
        party_id=party_id,
        lines=unpacked,
        movements=tuple([StockMovement(_item_of(unpacked, item), q, value) for item, q, value in movements])
        if movements
        else (),
        allocations=tuple([Allocation(VoucherId(a), amount) for a, amount in allocations])
        if allocations
        else (),
        narration=narration,
        reference=reference,
        due_on=_date(due) if due is not None else None,
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


def _date(day: int) -> date:
    return date.fromordinal(_FIRST_DAY + day)
