"""Events survive the wire, in one form only."""

from datetime import date

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.errors import RuleViolation, SyncError
from khata_desktop.domain.events import Event, FieldWrite, RecordChanged, VoucherPosted, VoucherReversed
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId, WriteId, fixed_id
from khata_desktop.domain.records import Entity
from khata_desktop.domain.tax import TaxShare
from khata_desktop.domain.vouchers import Allocation, Line, Posting, StockMovement, Voucher, VoucherKind
from khata_desktop.wire.encoding import decode_event, decode_foreign_event, encode_event
from khata_desktop.wire.errors import NotCanonical

ids = st.one_of(st.binary(min_size=16, max_size=16), st.integers(0, 9999).map(fixed_id))
amounts = st.integers(-(10**12), 10**12)
days = st.dates(date(1970, 1, 1), date(2199, 12, 31))
texts = st.text(max_size=20)

lines = st.builds(
    Line,
    item_id=st.none() | ids.map(ItemId),
    description=st.text(min_size=1, max_size=20),
    quantity_milli=st.integers(-(10**9), 10**9).filter(bool),
    unit_price_e4=st.integers(0, 10**12),
    total_minor=amounts,
    account_id=ids.map(AccountId),
    unit=texts,
    discount_minor=amounts,
    bill_discount_minor=amounts,
    taxes=st.lists(st.builds(TaxShare, ids.map(TaxId), st.integers(0, 10**6), amounts), max_size=2).map(
        tuple
    ),
    price_includes_tax=st.booleans(),
    cost_minor=amounts,
    against_line=st.none() | st.integers(1, 9),
)


@st.composite
def vouchers(draw: st.DrawFn) -> Voucher:
    party = draw(st.none() | ids.map(PartyId))
    whose = st.none() if party is None else st.sampled_from([None, party]) | ids.map(PartyId)
    postings = draw(st.lists(st.builds(Posting, ids.map(AccountId), amounts, whose), max_size=5))
    balance = sum(p.amount_minor for p in postings)
    postings.append(Posting(AccountId(fixed_id(1000)), -balance))
    sold = tuple(draw(st.lists(lines, max_size=4)))
    moved = [line.item_id for line in sold if line.item_id is not None] or [ItemId(bytes(15) + b"x")]
    movement = st.builds(StockMovement, st.sampled_from(moved) | ids.map(ItemId), amounts, amounts)
    allocation = st.builds(Allocation, ids.map(VoucherId), st.integers(1, 10**9))
    return Voucher(
        id=VoucherId(draw(ids)),
        kind=draw(st.sampled_from(VoucherKind)),
        number=draw(texts),
        posted_on=draw(days),
        postings=tuple(postings),
        total_minor=draw(st.integers(0, 10**12)),
        party_id=party,
        lines=sold,
        movements=tuple(draw(st.lists(movement, max_size=3))),
        allocations=() if party is None else tuple(draw(st.lists(allocation, max_size=3))),
        narration=draw(texts),
        reference=draw(texts),
        due_on=draw(st.none() | days),
        revision=draw(st.integers(0, 9)),
        supersedes=draw(st.none() | ids.map(VoucherId)),
        against_id=draw(st.none() | ids.map(VoucherId)),
        tendered_minor=draw(amounts),
        round_off_minor=draw(amounts),
        source_key=draw(st.none() | texts),
    )


values = st.one_of(st.none(), st.booleans(), amounts, texts, st.binary(max_size=20))
events: st.SearchStrategy[Event] = st.one_of(
    vouchers().map(VoucherPosted),
    st.builds(
        VoucherReversed, id=ids.map(VoucherId), voucher_id=ids.map(VoucherId), number=texts, reason=texts
    ),
    st.builds(
        RecordChanged,
        id=ids.map(WriteId),
        entity=st.sampled_from(Entity),
        record_id=ids,
        writes=st.lists(
            st.builds(FieldWrite, texts, values, st.lists(ids.map(WriteId), max_size=2).map(tuple)),
            max_size=4,
        ).map(tuple),
    ),
)


@given(events)
def test_an_event_comes_back_as_it_went(event: Event) -> None:
    payload = encode_event(event)
    assert decode_event(payload) == event
    assert encode_event(decode_event(payload)) == payload
    assert cbor2.dumps(cbor2.loads(payload), canonical=True) == payload


@given(events)
def test_what_others_write_is_read_alike(event: Event) -> None:
    assert decode_foreign_event(encode_event(event)) == event


@st.composite
def second_spellings(draw: st.DrawFn) -> bytes:
    """Return the bytes of a voucher of which one value is of another type, or spelled in another way."""
    fields = cbor2.loads(encode_event(VoucherPosted(draw(vouchers()))))
    place = fields
    while True:
        at = draw(st.integers(0, len(place) - 1))
        if not (isinstance(place[at], list) and place[at] and draw(st.booleans())):
            break
        place = place[at]
    was = place[at]
    others = [
        1.5,
        float("nan"),
        {},
        {1: 2},
        True,
        None,
        "",
        b"",
        [],
        2**70,
        cbor2.CBORTag(99, 0),
        cbor2.undefined,
    ]
    others += [float(was), cbor2.CBORSimpleValue(was % 20)] if isinstance(was, int) else []
    place[at] = draw(st.sampled_from(others).filter(lambda other: type(other) is not type(was)))
    return cbor2.dumps(fields)


@given(
    second_spellings()
    | st.builds(lambda v, more: encode_event(VoucherPosted(v)) + more, vouchers(), st.binary(min_size=1))
)
def test_another_type_or_spelling_in_a_voucher_of_others_is_refused_or_another_voucher(
    payload: bytes,
) -> None:
    try:
        event = decode_foreign_event(payload)
    except (RuleViolation, SyncError, ValueError, TypeError, AttributeError, LookupError, OverflowError):
        return
    # None in the place of a note, say, may be what we would write; then these are the very bytes.
    assert encode_event(event) == payload


def test_a_voucher_with_its_defaults_written_out_is_refused() -> None:
    voucher = Voucher(
        id=VoucherId(bytes(16)),
        kind=VoucherKind.JOURNAL,
        number="JV-A-1",
        posted_on=date(2026, 1, 2),
        postings=(Posting(AccountId(fixed_id(1000)), 5), Posting(AccountId(fixed_id(2000)), -5)),
        total_minor=5,
    )
    payload = encode_event(VoucherPosted(voucher))
    assert decode_foreign_event(payload) == VoucherPosted(voucher)
    with pytest.raises(NotCanonical):
        decode_foreign_event(cbor2.dumps([*cbor2.loads(payload), None]))


@given(st.binary(max_size=60))
def test_other_bytes_are_refused_and_nothing_else_goes_wrong(payload: bytes) -> None:
    with pytest.raises((ValueError, RuleViolation)):
        decode_event(payload)


def test_an_unbalanced_voucher_does_not_come_off_the_wire() -> None:
    payload = cbor2.dumps([1, bytes(16), 7, "J-1", 20000, 5, [[b"\x03\xe8", 5], [b"\x03\xe9", -4]]])
    with pytest.raises(Exception, match="do not come to the same"):
        decode_event(payload)
