"""Bytes changed or lost anywhere in the file: it is told, or nothing that is in the book was touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest

from khata_desktop.domain.errors import KhataError, StorageError
from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.receiving import RecordMoney, record_receipt
from khata_desktop.services.selling import PostSale, post_sale
from khata_desktop.storage.verification import verify_file
from tests.storage.plain import contents, copy_book

TODAY = date(2026, 7, 1)
ROUNDS = int(os.environ.get("KHATA_HARMS") or 10)


def _some_bytes(rng: Random, data: bytearray) -> None:
    for _ in range(rng.choice((1, 1, 3, 40))):
        data[rng.randrange(len(data))] = rng.randrange(256)


def _some_bits(rng: Random, data: bytearray) -> None:
    for _ in range(rng.randint(1, 5)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _a_header(rng: Random, data: bytearray) -> None:
    """The first bytes of a page, where SQLite keeps what is in it."""
    page = rng.randrange(len(data) // 4096) * 4096
    for _ in range(3):
        data[page + rng.randrange(120)] = rng.randrange(256)


def _zeros(rng: Random, data: bytearray) -> None:
    start = rng.randrange(len(data))
    length = rng.randint(1, 20_000)
    data[start : start + length] = bytes(len(data[start : start + length]))


def _pages_swapped(rng: Random, data: bytearray) -> None:
    one, other = (rng.randrange(len(data) // 4096) * 4096 for _ in range(2))
    data[one : one + 4096], data[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]


def _older_page(rng: Random, data: bytearray) -> None:
    one, other = (rng.randrange(len(data) // 4096) * 4096 for _ in range(2))
    data[one : one + 4096] = data[other : other + 4096]


def _cut(rng: Random, data: bytearray) -> None:
    del data[rng.randrange(len(data)) :]


HARMS: list[Callable[[Random, bytearray], None]] = [
    _some_bytes, _some_bits, _a_header, _zeros, _pages_swapped, _older_page, _cut,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_damage_is_told_or_touched_nothing(
    shop: Path, tmp_path: Path, harm: Callable[[Random, bytearray], None], attempt: int
) -> None:
    right = contents(shop, leave_out=["meta"])
    rng, data = Random(f"{harm.__name__} {attempt}"), bytearray(shop.read_bytes())
    harm(rng, data)
    harmed = tmp_path / "harmed.khata"
    harmed.write_bytes(data)
    try:
        found = verify_file(harmed, deep=True)
    except StorageError:
        pass
    else:
        assert found.findings or contents(harmed, leave_out=["meta"]) == right
    assert harmed.read_bytes() == data
    _work_with(copy_book(harmed, tmp_path / "used.khata"))


def _work_with(path: Path) -> None:
    """Do in a harmed book what a shopkeeper does: it goes, or it is told in words what is wrong."""
    try:
        books = Books.open(path)
    except StorageError:
        return
    with books:
        with suppress(StorageError):
            books.query(trial_balance)
        with suppress(StorageError):
            books.query(party_balances)
        # Twice, for a failure must leave nothing half done that stands in the way of the next.
        for _ in range(2):
            # Records that lie in a lost page are unknown ones, which is a rule's refusal.
            with suppress(KhataError):
                sell_and_receive(books)


def sell_and_receive(books: Books) -> None:
    """Sell an item to a customer, take money from him, and void that again."""
    party = PartyId(third(books, "parties", "customer"))
    books.execute(post_sale, sale_of(ItemId(third(books, "items", "goods")), party))
    money = RecordMoney(amount_minor=100, paid_on=TODAY, party_id=party)
    books.execute(void_voucher, books.execute(record_receipt, money).value.voucher_id)


def third(books: Books, table: str, kind: str) -> bytes:
    """Return the id of the third record of a kind that is there, or one of none."""
    sql = f"SELECT id FROM {table} WHERE kind = ? ORDER BY key LIMIT 1 OFFSET 2"
    row = books.query(lambda session: session.execute(sql, (kind,)).fetchone())
    return row[0] if row else bytes(16)


def sale_of(item: ItemId | None = None, party: PartyId | None = None) -> PostSale:
    line = SoldLine(item_id=item, description="rice", quantity_milli=1_000, unit_price_e4=10_000)
    return PostSale(sold_on=TODAY, lines=(line,), party_id=party)


def test_a_file_cut_to_any_length_is_refused_and_stays_as_it_is(shop: Path, tmp_path: Path) -> None:
    whole, rng = shop.read_bytes(), Random(7)
    cut = tmp_path / "cut" / "shop.khata"
    cut.parent.mkdir()
    lengths = [0, 1, 15, 16, 99, 100, 101, 4095, 4096, 4097, len(whole) - 1]
    for length in [*lengths, *(rng.randrange(len(whole)) for _ in range(150))]:
        cut.write_bytes(whole[:length])
        with pytest.raises(StorageError):
            Books.open(cut)
        assert cut.read_bytes() == whole[:length]
        assert [path.name for path in cut.parent.iterdir()] == ["shop.khata"], length


@pytest.mark.parametrize("attempt", range(20))
def test_a_log_of_changes_cut_or_harmed_loses_whole_vouchers_only(
    shop: Path, tmp_path: Path, attempt: int
) -> None:
    """What a stick pulled out too soon leaves behind: the newest pages, beside the book, not all there."""
    rng = Random(attempt)
    with Books.open(shop) as books:
        for _ in range(5):
            books.execute(post_sale, sale_of())
        there = copy_book(shop, tmp_path / "there.khata")
        changes = bytearray(Path(f"{shop}-wal").read_bytes())
    (_cut if attempt % 2 else _some_bytes)(rng, changes)
    Path(f"{there}-wal").write_bytes(changes)
    found = verify_file(there, deep=True)
    assert found.is_right, found.findings
    _work_with(there)
