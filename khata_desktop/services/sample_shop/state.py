"""What the shopkeeper of the sample shop has in mind, and the handful of things every happening needs."""

from __future__ import annotations

from bisect import bisect
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.ids import AccountId, ItemId
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.posting import Posted
from khata_desktop.services.receiving import RecordMoney, record_payment
from khata_desktop.services.sample_shop.lists import people
from khata_desktop.services.sample_shop.records import Folk, Goods, Person
from khata_desktop.services.selling import PostSale
from khata_desktop.storage.unit_of_work import UnitOfWork

#: Above so many vouchers the shop is a wholesaler's, whose books are mostly plain entries.
LARGE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A voucher that may still be returned, corrected or voided, and what it did to a khata."""

    posted: Posted
    command: PostSale | RecordKhataEntry | RecordMoney
    person: Person | None
    effect_minor: int


class Shop:
    """The shop as its keeper knows it.

    Attributes:
        posted: how many vouchers are posted, void ones included but not what undid them; ``target`` is
            how many are wanted.
        day: the day it is.
        money: what lies in the till and in the bank, in minor units.
        recent: the last vouchers that may still be touched.
    """

    def __init__(self, rng: Random, *, vouchers: int, days: int, first_day: date, exponent: int) -> None:
        self.rng = rng
        self.posted, self.target = 0, vouchers
        self.first_day = self.day = first_day
        self.days = days
        self.exponent = exponent
        self.unit: int = 10**exponent
        self.large = vouchers > LARGE
        self.lists = people()
        self.money: dict[AccountId, int] = {CASH: 0, BANK: 0}
        self.recent: deque[Done] = deque(maxlen=150)
        self.line_counts = (1, 1, 1, 1, 2) if self.large else (1, 1, 1, 2, 2, 3, 3, 4, 6)
        self.goods: list[Goods] = []
        self.shelf: dict[ItemId, Goods] = {}
        self.popularity: list[int] = []
        self.folk = Folk(suppliers=[], staff=[], customers=[], often=[])

    def meet(self, goods: list[Goods], folk: Folk) -> None:
        """Take in what the shop sells and whom it deals with."""
        self.goods, self.folk = goods, folk
        self.shelf = {one.item_id: one for one in goods}
        self.popularity = list(accumulate(one.sample.popularity for one in goods))

    @property
    def days_done(self) -> int:
        """How many days lie behind."""
        return (self.day - self.first_day).days

    # --- posting what several happenings post -------------------------------------------------

    def pay(
        self,
        uow: UnitOfWork,
        amount: int,
        account: AccountId,
        *,
        person: Person | None = None,
        for_account_id: AccountId | None = None,
        narration: str = "",
        reference: str = "",
    ) -> None:
        """Pay a party, or for an account."""
        payment = RecordMoney(
            amount_minor=amount,
            paid_on=self.day,
            party_id=person.party_id if person is not None else None,
            for_account_id=for_account_id,
            account_id=account,
            narration=narration,
            reference=reference,
        )
        record_payment(uow, payment)
        self.posted += 1
        self.money[account] -= amount
        if person is not None:
            person.balance_minor += amount

    def enter(self, uow: UnitOfWork, entry: RecordKhataEntry, person: Person) -> None:
        """Write an entry into a khata."""
        posted = record_khata_entry(uow, entry).value
        self.posted += 1
        effect = entry.amount_minor if entry.gave else -entry.amount_minor
        person.balance_minor += effect
        if entry.against_id is None:
            self.note(posted, entry, person, effect)

    # --- what they share ----------------------------------------------------------------------

    @property
    def left(self) -> int:
        """How many vouchers are still wanted."""
        return self.target - self.posted

    def choose(self, added_up: Sequence[float]) -> int:
        """Return a place in a list of added-up weights."""
        return bisect(added_up, self.rng.random() * added_up[-1])

    def customer(self) -> Person:
        """Return whoever comes in, the regulars more often."""
        return self.folk.customers[self.choose(self.folk.often)]

    def amount(self, rupees: int) -> int:
        """Return so many whole units of money in minor units."""
        return rupees * self.unit

    def rounded(self, amount: float, to: int) -> int:
        """Return an amount rounded down to so many whole units of money."""
        step = self.amount(to)
        return int(amount) // step * step

    def part_of(self, owed_minor: int) -> int:
        """Return what somebody pays of what they owe: all of it, or a round part."""
        if self.rng.random() < (0.5 if self.large else 0.15):
            return owed_minor
        part = self.rounded(owed_minor * self.rng.uniform(0.25, 0.8), 100)
        return part or owed_minor

    def now_and_then(self, kind: str) -> str:
        """Return a narration of the lists, or none."""
        often = 0.06 if self.large else 0.6
        return str(self.rng.choice(self.lists[kind])) if self.rng.random() < often else ""

    def worth(self, line: SoldLine) -> int:
        """Return what a line comes to, before the bill's own discount."""
        return line_amount_minor(line.quantity_milli, line.unit_price_e4, self.exponent) - line.discount_minor

    def shelve(self, lines: Sequence[SoldLine], sign: int) -> None:
        """Put the goods of some lines on the shelf (1) or take them off (-1)."""
        for line in lines:
            if line.item_id is not None:
                self.shelf[line.item_id].on_hand_milli += sign * line.quantity_milli

    def note(
        self,
        posted: Posted,
        command: PostSale | RecordKhataEntry | RecordMoney,
        person: Person | None,
        effect_minor: int,
    ) -> None:
        """Keep in mind what was posted."""
        self.recent.append(Done(posted=posted, command=command, person=person, effect_minor=effect_minor))

    def recall(self, fits: Callable[[Done], bool]) -> Done | None:
        """Return a fitting voucher of the last days and forget it, so that it is touched once."""
        for _ in range(8):
            if self.recent:
                place = self.rng.randrange(len(self.recent))
                if fits(self.recent[place]):
                    done = self.recent[place]
                    del self.recent[place]
                    return done
        return None
