"""A thousand vouchers in one transaction make the same book as each in its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khata_desktop.domain.accounts import CASH, PAYABLE, RECEIVABLE
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId, SeededIds, VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.vouchers import Posting
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.khata import (
    BringIn,
    PostJournal,
    RecordKhataEntry,
    bring_in_balance,
    post_journal,
    record_khata_entry,
)
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.receiving import RecordMoney, record_payment, record_receipt
from khata_desktop.services.records import save_party
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from khata_desktop.storage import reading_ahead
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.verification import verify_file
from tests.storage.plain import contents, copy_book

Step = tuple[str, int, int, int]

steps = st.lists(
    st.tuples(
        st.sampled_from(
            "sale mixed return receipt payment gave got opening stock journal void rename".split()
        ),
        st.integers(0, 5),
        st.integers(1, 60),
        st.integers(0, 40),
    ),
    min_size=15,
    max_size=60,
)


class _Doer:
    """Takes the steps in a book; remembers what it posted, to return or void it later."""

    def __init__(self, parties: list[PartyId], items: list[ItemId]) -> None:
        self._parties, self._items = parties, items
        self._posted: list[VoucherId] = []
        self._sales: list[VoucherId] = []

    def take(self, uow: UnitOfWork, step: Step) -> Outcome[None]:
        kind, who, amount, nth = step
        party, item = self._parties[who], self._items[who % len(self._items)]
        day, minor = date(2026, 7, 1) + timedelta(days=nth % 9), amount * 1_000
        do: dict[str, Callable[[], Any]] = {
            "sale": lambda: self._sell(uow, party, item, amount, day, None),
            "mixed": lambda: self._sell(uow, party, item, amount, day, (Tender(CASH, amount * 50),)),
            "return": lambda: post_return(
                uow, PostReturn(returned_on=day, against_id=self._one(self._sales, nth), taken=((1, 500),))
            ),
            "receipt": lambda: record_receipt(
                uow, RecordMoney(amount_minor=minor, paid_on=day, party_id=party)
            ),
            "payment": lambda: record_payment(
                uow, RecordMoney(amount_minor=minor, paid_on=day, party_id=party)
            ),
            "gave": lambda: self._enter(uow, party, minor, day, gave=True),
            "got": lambda: self._enter(uow, party, minor, day, gave=False),
            "opening": lambda: bring_in_balance(
                uow, BringIn(amount_minor=minor, entered_on=day, party_id=party)
            ),
            "stock": lambda: bring_in_balance(
                uow, BringIn(amount_minor=minor, entered_on=day, item_id=item, quantity_milli=amount * 100)
            ),
            "journal": lambda: self._between(uow, party, self._parties[who - 1], minor, day),
            "void": lambda: void_voucher(uow, self._one(self._posted, nth)),
            "rename": lambda: save_party(uow, {"name": f"Renamed {amount} {nth}"}, party_id=party),
        }
        value = do[kind]().value
        if hasattr(value, "voucher_id"):
            self._posted.append(value.voucher_id)
            if kind in ("sale", "mixed"):
                self._sales.append(value.voucher_id)
        return Outcome(None, frozenset())

    def _one(self, of: list[VoucherId], nth: int) -> VoucherId:
        if not of:
            raise RuleViolation(message="nothing is posted yet")
        return of[nth % len(of)]

    def _sell(
        self,
        uow: UnitOfWork,
        party: PartyId,
        item: ItemId,
        amount: int,
        day: date,
        tenders: tuple[Tender, ...] | None,
    ) -> Outcome[Any]:
        line = SoldLine(
            item_id=item, description="Goods", quantity_milli=1_000, unit_price_e4=amount * 10_000
        )
        sale = PostSale(sold_on=day, party_id=party, lines=(line, line), tenders=tenders, rounded=False)
        return post_sale(uow, sale)

    def _enter(self, uow: UnitOfWork, party: PartyId, minor: int, day: date, *, gave: bool) -> Outcome[Any]:
        entry = RecordKhataEntry(party_id=party, gave=gave, amount_minor=minor, entered_on=day)
        return record_khata_entry(uow, entry)

    def _between(self, uow: UnitOfWork, one: PartyId, other: PartyId, minor: int, day: date) -> Outcome[Any]:
        sides = ((one, minor), (other, -minor))
        control = {party: uow.party(party).control_account for party, _ in sides}
        assert set(control.values()) <= {RECEIVABLE, PAYABLE}
        postings = tuple(Posting(control[party], amount, party) for party, amount in sides)
        return post_journal(uow, PostJournal(postings=postings, entered_on=day))


@pytest.fixture
def few_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read ahead from the third party on, as an import of thousands would after some hundred."""
    monkeypatch.setattr(reading_ahead, "_MISSES", 3)
    monkeypatch.setattr(reading_ahead, "_ROWS_A_MISS", 10_000)


@given(steps=steps)
@settings(max_examples=30)
@pytest.mark.usefixtures("few_misses")
def test_one_transaction_or_many_make_the_same_book(made_shop: Path, steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        one = _taken(copy_book(made_shop, Path(folder) / "one.khata"), steps, at_once=False)
        many = _taken(copy_book(made_shop, Path(folder) / "many.khata"), steps, at_once=True)
        assert contents(one) == contents(many)
        assert verify_file(one).is_right


def _taken(path: Path, steps: list[Step], *, at_once: bool) -> Path:
    """Take the steps in a book, those left out that a rule refuses, and return the book."""
    moment = datetime(2026, 7, 1, tzinfo=UTC)
    with Books.open(path, clock=Clock(lambda: moment)) as books:
        books.new_id = SeededIds(5, lambda: moment)
        found = books.query(
            lambda session: [
                [row[0] for row in session.execute(f"SELECT id FROM {table} ORDER BY key LIMIT 18")]
                for table in ("parties", "items")
            ]
        )
        doer = _Doer(found[0][-6:], found[1][:4])
        if not at_once:
            for step in steps:
                _unless_refused(lambda step=step: books.execute(doer.take, step))  # type: ignore[misc]
            return path

        def all_of_them(uow: UnitOfWork) -> Outcome[None]:
            for step in steps:
                _unless_refused(lambda step=step: doer.take(uow, step))  # type: ignore[misc]
            return Outcome(None, frozenset())

        books.execute(all_of_them)
    return path


def _unless_refused(do: Callable[[], object]) -> None:
    try:
        do()
    except RuleViolation:
        # What is refused takes nothing: every service checks before it records.
        return
