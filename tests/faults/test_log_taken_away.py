"""The log of changes beside an open book is taken away: what was acknowledged is in the book all the same."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookParted
from khata_desktop.domain.ids import PartyId
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import save_party
from khata_desktop.storage.lookups import get_balance
from khata_desktop.storage.verification import verify_file
from tests.faults.conftest import Start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")


def give(books: Books, party: PartyId) -> None:
    entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=100, entered_on=date(2026, 7, 1))
    books.execute(record_khata_entry, entry)


def given(path: Path, party: PartyId) -> int:
    with Books.open(path) as books:
        return books.query(get_balance, party_id=party)


def take_log_away(path: Path) -> None:
    """What somebody does who clears up: away with the book, away with what lies beside it, back again."""
    away = path.with_suffix(".away")
    path.rename(away)
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink()
    away.rename(path)


def post_and_leave(path: Path, party: bytes) -> None:
    """Make an entry as another program does."""
    with Books.open(path) as books:
        give(books, PartyId(party))


def test_no_acknowledged_entry_is_lost_with_the_log(shop: Path) -> None:
    with Books.open(shop) as books:
        party = PartyId(books.execute(save_party, {"name": "Tester of logs"}).value)
        for _ in range(3):
            give(books, party)
            take_log_away(shop)
        give(books, party)
        assert books.query(get_balance, party_id=party) == 400
        # What a program that is killed now leaves behind.
        there = shop.with_name("there.khata")
        for ending in ("", "-wal"):
            Path(f"{there}{ending}").write_bytes(Path(f"{shop}{ending}").read_bytes())
    for path in (there, shop):
        assert given(path, party) == 400
        assert verify_file(path, deep=True).is_right


def test_others_who_come_and_go_leave_the_log_to_who_stays(shop: Path, start: Start) -> None:
    with Books.open(shop) as books:
        party = PartyId(books.execute(save_party, {"name": "Tester of logs"}).value)
        for _ in range(2):
            other = start(post_and_leave, shop, bytes(party))
            other.join()
            assert other.exitcode == 0
            give(books, party)
        Books.open(shop).close()
        books.compact()
        give(books, party)
    assert given(shop, party) == 500


@pytest.mark.parametrize("entries", [0, 1])
def test_after_another_program_went_on_without_the_log_its_work_stays(
    shop: Path, start: Start, entries: int
) -> None:
    with Books.open(shop) as books:
        party = PartyId(books.execute(save_party, {"name": "Tester of logs"}).value)
    with Books.open(shop) as books:
        for _ in range(entries):
            give(books, party)
        take_log_away(shop)
        other = start(post_and_leave, shop, bytes(party))
        other.join()
        assert other.exitcode == 0
        for _ in range(2):
            with pytest.raises(BookParted, match="open it again"):
                give(books, party)
        written = shop.stat().st_mtime_ns
    assert shop.stat().st_mtime_ns == written
    assert [file.name for file in shop.parent.glob("*-kept")] == []
    assert given(shop, party) == 100
    assert verify_file(shop, deep=True).is_right


def test_a_log_two_connections_share_is_not_let_go_of_by_one(shop: Path) -> None:
    with Books.open(shop) as books:
        party = PartyId(books.execute(save_party, {"name": "Tester of logs"}).value)
        with Books.open(shop) as other:
            give(other, party)
            give(books, party)
            take_log_away(shop)
            with pytest.raises(BookParted):
                give(books, party)
        give(books, party)
    assert given(shop, party) == 300
    assert verify_file(shop, deep=True).is_right
