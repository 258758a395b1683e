"""Writing: one durable voucher, and imports in batches, beside the same rows written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bench import raw_writing
from bench.figures import Figure, seconds
from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.receiving import RecordMoney, record_receipt
from khata_desktop.services.selling import PostSale, post_sale
from khata_desktop.storage.database import copy_file
from khata_desktop.storage.unit_of_work import UnitOfWork

_SINGLES, _BATCH = 40, 5_000
#: Customers as often as they come: those of some of the vouchers.
_WHO_COMES = """SELECT p.id FROM vouchers v JOIN parties p ON p.key = v.party_key
WHERE p.kind = 'customer' AND v.seq % 7 = 0"""

Work = tuple[Callable[..., Outcome[Any]], Any]


@dataclass(frozen=True, slots=True)
class World:
    """Who buys and what is sold, from the book itself."""

    parties: list[PartyId]
    items: list[tuple[ItemId, str, int]]
    today: date
    rng: Random

    @classmethod
    def of(cls, book: Any, rng: Random) -> World:
        """Return the world of the book behind a connection."""
        return cls(
            [row[0] for row in book.execute(_WHO_COMES)],
            book.execute("SELECT id, name, price_e4 FROM items WHERE kind = 'goods'").fetchall(),
            date.fromordinal(book.execute("SELECT max(posted_on) FROM vouchers").fetchone()[0]),
            rng,
        )

    def entry(self) -> Work:
        party, gave = self.rng.choice(self.parties), self.rng.random() < 0.6
        return record_khata_entry, RecordKhataEntry(
            party_id=party, gave=gave, amount_minor=self.rng.randint(50, 900) * 100, entered_on=self.today
        )

    def receipt(self) -> Work:
        return record_receipt, RecordMoney(
            amount_minor=self.rng.randint(50, 900) * 100,
            paid_on=self.today,
            party_id=self.rng.choice(self.parties),
        )

    def sale(self) -> Work:
        lines = tuple(
            SoldLine(item_id=item, description=name, quantity_milli=1_000, unit_price_e4=price, unit="pcs")
            for item, name, price in self.rng.sample(self.items, 2)
        )
        tenders = (Tender(CASH, 5_000),) if self.rng.random() < 0.3 else None
        party = self.rng.choice(self.parties)
        return post_sale, PostSale(sold_on=self.today, lines=lines, party_id=party, tenders=tenders)

    def mixed(self) -> Work:
        """Return a voucher of a file to import: mostly entries and receipts, a sale in six."""
        return self.rng.choices((self.entry, self.receipt, self.sale), (50, 33, 17))[0]()


def measure_writing(book: Path, scratch: Path, *, rounds: int = 12) -> Iterator[Figure]:
    """Yield the writing figures, measured on two copies of the book."""
    ours_at, raw_at = scratch / "ours.khata", scratch / "raw.khata"
    copy_file(book, ours_at)
    copy_file(book, raw_at)
    with Books.open(ours_at) as books:
        ours, raw = raw_writing.connect(ours_at), raw_writing.connect(raw_at)
        world = World.of(ours, Random(7))
        race = _Race(books, ours, raw)
        for name, make in (
            ("khata entry", world.entry),
            ("receipt", world.receipt),
            ("sale, 2 lines", world.sale),
        ):
            race.singles(make, _SINGLES)
            pairs = [race.singles(make, _SINGLES) for _ in range(rounds)]
            mine, hand = (min(pair[i] for pair in pairs) / _SINGLES * 1_000 for i in (0, 1))
            yield Figure(name=f"One durable {name}", unit="ms", ours=mine, raw=hand, at_most=3)
        pairs = [race.batch(world.mixed, _BATCH) for _ in range(max(3, rounds // 2))]
        mine, hand = (_BATCH / min(pair[i] for pair in pairs) for i in (0, 1))
        yield Figure(
            name="Import in batches", unit="vouchers/s", ours=mine, raw=hand, at_most=3, more_is_better=True
        )
        if not raw_writing.same_totals(ours, raw):
            raise AssertionError("the hand-written copy does not hold what ours holds")
        ours.close()
        raw.close()


class _Race:
    """Lets the program write, and then the hand-written code the same rows into its copy."""

    def __init__(self, books: Books, ours: Any, raw: Any) -> None:
        self._books, self._ours, self._raw = books, ours, raw

    def _last(self) -> int:
        return int(self._ours.execute("SELECT max(seq) FROM event_log").fetchone()[0])

    def singles(self, make: Callable[[], Work], count: int) -> tuple[float, float]:
        """Return the seconds for so many vouchers, each a durable transaction of its own."""
        works, first = [make() for _ in range(count)], self._last()

        def mine() -> None:
            for service, command in works:
                self._books.execute(service, command)

        took = seconds(mine)
        batches = [raw_writing.Batch(self._ours, seq, seq) for seq in range(first + 1, self._last() + 1)]

        def hand() -> None:
            for batch in batches:
                raw_writing.write(self._raw, batch)

        return took, seconds(hand)

    def batch(self, make: Callable[[], Work], count: int) -> tuple[float, float]:
        """Return the seconds for so many vouchers in one transaction."""
        works, first = [make() for _ in range(count)], self._last()

        def all_of_them(uow: UnitOfWork) -> Outcome[None]:
            for service, command in works:
                service(uow, command)
            return Outcome(None, frozenset())

        took = seconds(lambda: self._books.execute(all_of_them))
        batch = raw_writing.Batch(self._ours, first + 1, self._last())
        return took, seconds(lambda: raw_writing.write(self._raw, batch))
