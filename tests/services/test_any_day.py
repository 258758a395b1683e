"""Whatever a shop does, in whatever order, its figures agree with each other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from khata_desktop.domain.accounts import BANK, CAPITAL, CASH, DRAWINGS, RECEIVABLE
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.vouchers import Allocation, Posting
from khata_desktop.services.books import Books
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import change_business
from khata_desktop.services.selling import PostReturn, post_return
from khata_desktop.storage import lookups
from tests.reports.shop import Shopkeeper
from tests.services.figures import assert_all_holds, booked, log_length

amounts = st.integers(1, 90_000)
days = st.integers(0, 60).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
quantities = st.integers(1, 9_000)
prices = st.integers(0, 3_000_000)
someone = st.integers(0, 3)
goods = st.integers(0, 2)
# Now and then goods come back within a bill, or are sold within a return.
either_way = quantities | quantities | st.integers(-3_000, -1)
entered = st.lists(st.tuples(goods, either_way, prices, st.booleans(), st.booleans()), min_size=1, max_size=4)


class AnyDay(RuleBasedStateMachine):
    """A shop with a few customers, a supplier and a few goods, in which anything may be done."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        path = Path(self._folder.name) / "shop.khata"
        shutil.copy(_beginning(), path)
        self.books = Books.open(path)
        self.keeper = Shopkeeper(self.books)
        self.parties: list[PartyId] = [
            self.keeper.party(name, kind=kind, due_days=due)
            for name, kind, due in (
                ("Aslam", "customer", 0),
                ("Bilal", "customer", 15),
                ("Traders", "supplier", 0),
                ("Chotu", "staff", 0),
            )
        ]
        self.items: list[ItemId] = [
            self.keeper.item("Sugar", cost_e4=1_000_000),
            self.keeper.item("Tea"),
            self.keeper.item("Ride", kind="service"),
        ]
        self.gst = self.keeper.tax("GST", 180_000)
        self.posted: list[Posted] = []
        self.bills: list[Posted] = []

    def _try(self, do: Callable[[], Posted], also: list[Posted] | None = None) -> None:
        """Do it; where a rule refuses it, nothing may have been recorded."""
        before = log_length(self.books)
        try:
            voucher = do()
        except RuleViolation:
            assert log_length(self.books) == before
            return
        self.posted.append(voucher)
        if also is not None:
            also.append(voucher)

    def _lines(self, lines: list[tuple[int, int, int, bool, bool]]) -> tuple[SoldLine, ...]:
        return tuple(
            self.keeper.line(
                self.items[item],
                quantity,
                price,
                tax_ids=(self.gst,) if with_tax else (),
                price_includes_tax=included,
            )
            for item, quantity, price, with_tax, included in lines
        )

    @rule(day=days, lines=entered, to=st.none() | someone, paid=st.none() | amounts, off=st.integers(0, 99))
    def sell(self, day: date, lines: Any, to: int | None, paid: int | None, off: int) -> None:
        tenders = None if paid is None else (Tender(CASH, paid // 2), Tender(BANK, paid - paid // 2))
        party = None if to is None else self.parties[to]
        self._try(
            lambda: self.keeper.sell(
                day, *self._lines(lines), to=party, tenders=tenders, bill_discount_minor=off
            ),
            self.bills,
        )

    @rule(day=days, item=goods, quantity=quantities, amount=amounts)
    def stock(self, day: date, item: int, quantity: int, amount: int) -> None:
        if item < 2:
            self._try(
                lambda: self.keeper.bring_in(day, amount, item_id=self.items[item], quantity_milli=quantity)
            )

    @rule(day=days, party=someone, amount=amounts, comes=st.booleans(), pick=st.none() | st.integers(0, 5))
    def money(self, day: date, party: int, amount: int, comes: bool, pick: int | None) -> None:
        do = self.keeper.receive if comes else self.keeper.pay
        chosen: tuple[Allocation, ...] | None = None
        if pick is not None:
            dues = self.books.query(lookups.unsettled_of, self.parties[party])
            chosen = tuple(
                Allocation(due.voucher_id, min(abs(due.open_minor), amount)) for due in dues[pick : pick + 1]
            )
        self._try(lambda: do(day, amount, self.parties[party], allocations=chosen))

    @rule(day=days, party=someone, amount=amounts, gave=st.booleans())
    def entry(self, day: date, party: int, amount: int, gave: bool) -> None:
        do = self.keeper.gave if gave else self.keeper.got
        self._try(lambda: do(day, amount, self.parties[party]))

    @rule(day=days, party=someone, other=someone, amount=amounts)
    def journal(self, day: date, party: int, other: int, amount: int) -> None:
        self._try(
            lambda: self.keeper.journal(
                day,
                Posting(RECEIVABLE, amount, self.parties[party]),
                Posting(RECEIVABLE, -amount // 2, self.parties[other]),
                Posting(DRAWINGS, 7),
                Posting(CAPITAL, -7 - amount - (-amount // 2)),
            )
        )

    @precondition(lambda self: self.bills)
    @rule(day=days, nth=st.integers(0, 99), line=st.integers(1, 3), quantity=quantities, refund=st.booleans())
    def take_back(self, day: date, nth: int, line: int, quantity: int, refund: bool) -> None:
        bill = self.bills[nth % len(self.bills)]
        command = PostReturn(
            returned_on=day,
            against_id=bill.voucher_id,
            taken=((line, quantity),),
            refunds=(Tender(CASH, 10),) if refund else None,
        )
        self._try(lambda: self.books.execute(post_return, command).value)

    @rule(day=days, lines=entered, party=st.none() | someone)
    def take_back_without_bill(self, day: date, lines: Any, party: int | None) -> None:
        owner = None if party is None else self.parties[party]
        command = PostReturn(returned_on=day, lines=self._lines(lines), party_id=owner)
        self._try(lambda: self.books.execute(post_return, command).value)

    @precondition(lambda self: self.posted)
    @rule(nth=st.integers(0, 99))
    def void(self, nth: int) -> None:
        voucher = self.posted[nth % len(self.posted)]

        def do() -> Posted:
            self.keeper.void(voucher)
            return voucher

        self._try(do)

    @precondition(lambda self: self.bills)
    @rule(nth=st.integers(0, 99), lines=entered, to=st.none() | someone)
    def correct_bill(self, nth: int, lines: Any, to: int | None) -> None:
        bill = self.bills[nth % len(self.bills)]
        party = None if to is None else self.parties[to]
        day = booked(self.books, bill).posted_on
        self._try(
            lambda: self.keeper.sell(
                day, *self._lines(lines), to=party, tenders=None, corrects=bill.voucher_id
            ),
            self.bills,
        )

    @rule(round_to=st.sampled_from([0, 5, 100]))
    def change_rounding(self, round_to: int) -> None:
        self.books.execute(change_business, {"round_to_minor": round_to})

    @rule()
    def open_again(self) -> None:
        self.books.close()
        self.books = Books.open(self.books.path)
        self.keeper.books = self.books

    @rule()
    def look(self) -> None:
        assert_all_holds(self.books)

    def teardown(self) -> None:
        assert_all_holds(self.books)
        self.books.close()
        self._folder.cleanup()


_kept: list[TemporaryDirectory[str]] = []


def _beginning() -> Path:
    """Return an empty book, made once: each example begins with a copy."""
    if not _kept:
        _kept.append(TemporaryDirectory())
        Books.create(Path(_kept[0].name) / "empty.khata", name="Any Shop", currency_code="PKR").close()
    return Path(_kept[0].name) / "empty.khata"


TestAnyDay = AnyDay.TestCase
# Without shrinking: each step is written to a real disk, and the steps printed tell the story.
TestAnyDay.settings = settings(
    max_examples=25, stateful_step_count=30, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
