"""A real process that posts vouchers, and says of each batch when it begins and when it is acknowledged."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.receiving import RecordMoney, record_receipt
from khata_desktop.services.selling import PostSale, post_sale
from khata_desktop.storage.unit_of_work import UnitOfWork

TODAY = date(2026, 7, 1)


def post_until_killed(book: Path, said: Path, seed: int, limit: int | None = None, pause: float = 0) -> None:
    """Post batches of one to five vouchers, for ever or so many batches; each bears its name as reference.

    Each line of ``said`` is written at once: 'begun NAME COUNT', then 'done NAME NUMBER...'.
    """
    rng = Random(seed)
    out = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with Books.open(book) as books:
        parties, items = books.query(whom_and_what)
        done = 0
        while limit is None or done < limit:
            name = f"{seed}-{done}"
            count = rng.choice((1, 1, 1, 2, 5))

            def batch(uow: UnitOfWork, name: str = name, count: int = count) -> Outcome[list[str]]:
                numbers = [_post(uow, rng, parties, items, name) for _ in range(count)]
                return Outcome(numbers, frozenset())

            os.write(out, f"begun {name} {count}\n".encode())
            numbers = books.execute(batch).value
            os.write(out, f"done {name} {' '.join(numbers)}\n".encode())
            done += 1
            time.sleep(pause)
    os.close(out)


def whom_and_what(session: Any) -> tuple[list[PartyId], list[ItemId]]:
    parties = session.execute("SELECT id FROM parties WHERE kind = 'customer'").fetchall()
    items = session.execute("SELECT id FROM items WHERE kind = 'goods'").fetchall()
    return [row[0] for row in parties], [row[0] for row in items]


def _post(uow: UnitOfWork, rng: Random, parties: list[PartyId], items: list[ItemId], name: str) -> str:
    party, amount = rng.choice(parties), rng.randint(1, 500) * 100
    kind = rng.random()
    if kind < 0.4:
        lines = tuple(
            SoldLine(item_id=item, description="Goods", quantity_milli=1_000, unit_price_e4=1_000_000)
            for item in rng.sample(items, 3)
        )
        sale = PostSale(sold_on=TODAY, lines=lines, party_id=party, reference=name)
        return post_sale(uow, sale).value.number
    if kind < 0.7:
        money = RecordMoney(amount_minor=amount, paid_on=TODAY, party_id=party, reference=name)
        return record_receipt(uow, money).value.number
    entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=amount, entered_on=TODAY, reference=name)
    posted = record_khata_entry(uow, entry).value
    if kind > 0.95:
        void_voucher(uow, posted.voucher_id, reason="by mistake")
    return posted.number
