"""Events of other devices: whatever order they come in, the books say the same; nonsense stays out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.events import Envelope, FieldWrite, RecordChanged, VoucherPosted, VoucherReversed
from khata_desktop.domain.ids import (
    AccountId,
    DeviceId,
    PartyId,
    UserId,
    VoucherId,
    WriteId,
    fixed_id,
    new_id,
)
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import Allocation, Posting, Voucher, VoucherKind
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.event_log import read_head
from khata_desktop.storage.foreign_events import EventRefused, EventTwice, EventWaits
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.verification import verify_file
from khata_desktop.wire.encoding import encode_event

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
CUSTOMERS, CASH, STOCK = (AccountId(fixed_id(n)) for n in (1100, 1000, 1200))
PARTY = PartyId(new_id())
OTHERS = {letter: DeviceId(letter.encode() * 16) for letter in "BCD"}


_BALANCE = "SELECT debit_minor, credit_minor, entries FROM party_totals"


def hlc(moment: datetime, counter: int = 0) -> int:
    return int(moment.timestamp() * 1000) << 16 | counter


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Callable[[], Books]]:
    opened: list[Books] = []

    def make() -> Books:
        made = Books.create(
            tmp_path / f"{len(opened)}.khata", name="Shop", currency_code="PKR", clock=Clock(lambda: NOW)
        )
        opened.append(made)
        return made

    yield make
    for one in opened:
        one.close()


def receive(books: Books, *events: object, device: str = "B", at: datetime = NOW) -> None:
    def take(uow: UnitOfWork) -> Outcome[None]:
        uow.write_on_for_others()
        uow.sync.add_author(OTHERS[device], OTHERS[device], b"")
        for number, event in enumerate(events):
            payload = event if isinstance(event, bytes) else encode_event(event)  # type: ignore[arg-type]
            envelope = Envelope(hlc(at, number), OTHERS[device], UserId(b"u" * 16))
            uow.receive(payload, envelope)
        return Outcome(None, frozenset())

    books.execute(take)


def party_made() -> RecordChanged:
    writes = (FieldWrite("kind", PartyKind.CUSTOMER.value), FieldWrite("name", "Aslam"))
    return RecordChanged(id=WriteId(new_id()), entity=Entity.PARTY, record_id=PARTY, writes=writes)


def gave(amount: int = 500) -> Voucher:
    return Voucher(
        id=VoucherId(new_id()), kind=VoucherKind.KHATA_ENTRY, number="K-B-000001", posted_on=date(2026, 3, 2),
        postings=(Posting(CUSTOMERS, amount, PARTY), Posting(CASH, -amount)),
        total_minor=amount, party_id=PARTY,
    )  # fmt: skip


def received(amount: int, against: Voucher) -> Voucher:
    return Voucher(
        id=VoucherId(new_id()), kind=VoucherKind.RECEIPT, number="RCT-C-000001", posted_on=date(2026, 3, 2),
        postings=(Posting(CASH, amount), Posting(CUSTOMERS, -amount, PARTY)), total_minor=amount,
        party_id=PARTY, allocations=(Allocation(against.id, amount),),
    )  # fmt: skip


def undone(voucher: Voucher, number: str) -> VoucherReversed:
    return VoucherReversed(id=VoucherId(new_id()), voucher_id=voucher.id, number=number)


def digest(books: Books) -> bytes:
    return books.query(book_digest)


def test_an_undone_bill_and_its_payment_meet_in_any_order(books: Callable[[], Books], tmp_path: Path) -> None:
    bill, made = gave(), party_made()
    apart = [
        VoucherPosted(received(300, bill)), undone(bill, "REV-B-1"), undone(bill, "REV-D-1"),
        VoucherPosted(received(100, bill)),
    ]  # fmt: skip
    seen = set()
    for order in permutations(apart):
        book = books()
        receive(book, made, VoucherPosted(bill))
        for event in order:
            receive(book, event)
        whole = book.query(lambda session: session.execute(
            "SELECT v.number, o.open_minor FROM open_items o JOIN vouchers v ON v.seq = o.voucher_seq"
        ).fetchall())  # fmt: skip
        assert sorted(whole) == [("RCT-C-000001", -300), ("RCT-C-000001", -100)]
        seen.add(tuple(book.query(lambda session: session.execute(_BALANCE).fetchall())))
        assert verify_file(book.path, deep=True).findings == ()
    assert seen == {((0, 400, 2),)}


def test_two_books_with_the_same_events_have_the_same_digest(books: Callable[[], Books]) -> None:
    first, second = books(), books()
    # Their own births differ; what they are told must not make them differ more.
    base = int.from_bytes(digest(first), "big"), int.from_bytes(digest(second), "big")
    bill = gave()
    renamed = RecordChanged(
        id=WriteId(new_id()), entity=Entity.PARTY, record_id=PARTY, writes=(FieldWrite("name", "Aslam B"),)
    )
    other = RecordChanged(
        id=WriteId(new_id()), entity=Entity.PARTY, record_id=PARTY, writes=(FieldWrite("name", "Aslam C"),)
    )
    made = party_made()
    late = NOW + timedelta(seconds=1)
    receive(first, made, VoucherPosted(bill))
    receive(first, renamed, device="B", at=late)
    receive(first, other, device="C", at=NOW)
    receive(second, made)
    receive(second, other, device="C", at=NOW)
    receive(second, VoucherPosted(bill))
    receive(second, renamed, device="B", at=late)
    moved = [
        (int.from_bytes(digest(book), "big") - was) % 2**256
        for book, was in zip((first, second), base, strict=True)
    ]
    assert moved[0] == moved[1] != 0
    name = "SELECT name FROM parties WHERE id = ?"
    for book in (first, second):
        assert book.query(lambda session: session.execute(name, (PARTY,)).fetchone()) == ("Aslam B",)


def test_what_is_here_already_is_not_taken_in_twice(books: Callable[[], Books]) -> None:
    book, bill, made = books(), gave(), party_made()
    receive(book, made, VoucherPosted(bill), undone(bill, "REV-B-1"))
    before = book.query(read_head)
    receive(book, made, VoucherPosted(bill))
    assert book.query(read_head) == before
    with pytest.raises(EventTwice):
        receive(book, VoucherPosted(replace(bill, narration="other")))
    assert book.query(read_head) == before


def test_what_speaks_of_the_unknown_waits(books: Callable[[], Books]) -> None:
    book, bill = books(), gave()
    before = book.query(read_head)
    for event in (VoucherPosted(bill), undone(bill, "REV-B-1")):
        with pytest.raises(EventWaits):
            receive(book, event)
    assert book.query(read_head) == before


def test_nonsense_is_refused_and_nothing_changes(books: Callable[[], Books]) -> None:
    book = books()
    receive(book, party_made())
    bill = gave()
    good = encode_event(VoucherPosted(bill))
    unbalanced = good.replace(b"\x39\x01\xf3", b"\x39\x01\xf4")
    assert unbalanced != good
    apart = replace(gave(), postings=(Posting(STOCK, 500), Posting(CASH, -500)))
    field = RecordChanged(
        id=WriteId(new_id()), entity=Entity.PARTY, record_id=PARTY, writes=(FieldWrite("due_days", "soon"),)
    )
    unknown = RecordChanged(
        id=WriteId(new_id()), entity=Entity.PARTY, record_id=PARTY, writes=(FieldWrite("shoe_size", 9),)
    )
    before = book.query(read_head)
    for wrong in (
        unbalanced, good + b"\0", good[:-1], b"", b"\x00", b"\x83\x01\x02\x03", b"\x84" + good[1:],
        VoucherPosted(apart), field, unknown,
    ):  # fmt: skip
        with pytest.raises((EventRefused, EventWaits)):
            receive(book, wrong)
    assert book.query(read_head) == before


def test_a_clock_of_the_next_century_is_not_followed(books: Callable[[], Books]) -> None:
    book = books()
    receive(book, party_made(), at=datetime(2099, 1, 1, tzinfo=UTC))
    name = {"name": "Aslam of today"}
    book.execute(lambda uow: Outcome(uow.change_record(Entity.PARTY, PARTY, {**name}), frozenset()))
    head = book.query(read_head)
    assert head.hlc >> 16 <= int((NOW + timedelta(minutes=6)).timestamp() * 1000)
    shown = book.query(lambda s: s.execute("SELECT name FROM parties WHERE id = ?", (PARTY,)).fetchone())
    assert shown == ("Aslam of today",)
