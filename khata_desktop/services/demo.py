"""A lifelike sample shop of any size, the same again for the same seed and last day.

Rahmat General Store sells groceries in Lahore, for cash and on khata. Everything is posted through the
services a shopkeeper's clicks end in, at the moments it would have happened, many vouchers a transaction.
With a last day that is said the file is the same to the last byte; else the book's own identity is fresh each
time, so that two samples of one computer are not taken for one book.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import BookExists, StorageError
from khata_desktop.domain.ids import SeededIds, new_id
from khata_desktop.domain.money import currency
from khata_desktop.domain.records import FieldValue
from khata_desktop.services.books import Books
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.sample_shop.counter import HAPPENINGS
from khata_desktop.services.sample_shop.morning import STOCK_DAYS, open_shop, stock_up
from khata_desktop.services.sample_shop.records import make_folk, make_goods
from khata_desktop.services.sample_shop.state import Shop
from khata_desktop.storage.files import put_in_place, remove_file, unfinished_name
from khata_desktop.storage.lookups import business_rules
from khata_desktop.storage.unit_of_work import UnitOfWork

#: Told how many vouchers are posted, of how many; what it raises ends the work.
Progress = Callable[[int, int], object]

BATCH = 2_000
_OPENS, _HOURS_OPEN = time(4, 0, tzinfo=UTC), 13  # 9 in the morning to 10 at night in Lahore

BUSINESS: dict[str, FieldValue] = {
    "address": "14 Main Bazaar, Ichhra, Lahore",
    "phone": "0300 4567890",
    "tax_number": "NTN 4210987-6",
    "terms": "Goods are taken back within seven days with this bill.",
    "payment_id": "PK36SCBL0000001123456702",
    "round_to_minor": 100,
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """How large the shop is for a number of vouchers: its days and the vouchers of each."""

    first_day: date
    last_day: date
    parties: int

    @classmethod
    def of(cls, vouchers: int, last_day: date) -> _Scale:
        days = min(1_200, max(30, round(182 * (vouchers / 2_000) ** 0.33)))
        parties = max(20, min(60, vouchers // 10), vouchers // 50)
        return cls(last_day - timedelta(days=days - 1), last_day, parties)

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1

    def quotas(self, rng: Random, vouchers: int) -> list[int]:
        """Return how many vouchers are posted by the end of each day: business grows, Fridays are slow."""
        weekdays = (1.0, 0.95, 0.95, 1.0, 0.6, 1.3, 1.25)
        weights = [
            weekdays[(self.first_day + timedelta(days=day)).weekday()]
            * (0.8 + 0.4 * day / self.days)
            * rng.uniform(0.75, 1.25)
            for day in range(self.days)
        ]
        whole = sum(weights)
        return [round(vouchers * part / whole) for part in accumulate(weights)]


class _Calendar:
    """Where the sample's time stands; the books' clock reads it."""

    def __init__(self, scale: _Scale, latest: datetime | None) -> None:
        self._latest = latest
        self.day = scale.first_day
        self.moment = datetime.combine(scale.first_day, _OPENS)

    def now(self) -> datetime:
        return self.moment

    def stand_at(self, day: date, share: float) -> None:
        """Go to a share (0 to 1) of a day's opening hours, never past the present moment."""
        self.day = day
        moment = datetime.combine(day, _OPENS) + timedelta(hours=_HOURS_OPEN * share)
        self.moment = moment if self._latest is None else min(moment, self._latest)


def create_demo(
    path: Path,
    *,
    vouchers: int = 2_000,
    seed: int = 1,
    ends_on: date | None = None,
    name: str = "Rahmat General Store",
    currency_code: str = "PKR",
    progress: Progress | None = None,
) -> Books:
    """Make a new book with the sample shop in it, and return it open.

    Raises BookExists, StorageError, or what ``progress`` raises; then no file is left behind.
    """
    if path.exists():
        raise BookExists(path=path)
    latest = datetime.now(UTC) if ends_on is None else None
    scale = _Scale.of(vouchers, ends_on or Clock().today())
    calendar = _Calendar(scale, latest)
    clock = Clock(calendar.now)
    # Under another name until it is whole, so that nobody ever opens half a shop.
    unfinished = unfinished_name(path)
    try:
        books = Books.create(
            unfinished,
            name=name,
            currency_code=currency_code,
            clock=clock,
            new_id=new_id if ends_on is None else SeededIds(f"{seed}, the business", calendar.now),
            **BUSINESS,
        )
        with books:
            make_demo(books, vouchers=vouchers, seed=seed, ends_on=ends_on, progress=progress)
        put_in_place(unfinished, path)
    except StorageError as failure:
        # Nobody knows it by the name it is made under.
        failure.params["path"] = path
        raise
    finally:
        remove_file(unfinished)
    return Books.open(path)


def make_demo(
    books: Books,
    *,
    vouchers: int = 2_000,
    seed: int = 1,
    ends_on: date | None = None,
    progress: Progress | None = None,
) -> None:
    """Fill a new book with the sample shop: exactly so many vouchers (void ones included, but not what
    undid them), the last ones today.

    ``ends_on`` fixes the last day, so that the same books can be made on another day. Raises
    StorageError or what ``progress`` raises; batches already posted then stay.
    """
    latest = datetime.now(UTC) if ends_on is None else None
    scale = _Scale.of(vouchers, ends_on or Clock().today())
    calendar = _Calendar(scale, latest)
    rng = Random(f"sample shop {seed}")
    quotas = scale.quotas(rng, vouchers)
    shop = Shop(
        rng,
        vouchers=vouchers,
        days=scale.days,
        first_day=scale.first_day,
        exponent=currency(books.query(business_rules).currency_code).exponent,
    )
    chances = list(accumulate(large if shop.large else small for _, small, large in HAPPENINGS))

    def set_up(uow: UnitOfWork) -> Outcome[None]:
        sold = chances[1] / chances[-1] * vouchers / scale.days
        _set_up(uow, shop, sold, scale.parties)
        return Outcome(None, EVERYTHING)

    def work_on(uow: UnitOfWork) -> Outcome[None]:
        stop = min(vouchers, shop.posted + BATCH)
        while shop.posted < stop:
            day = bisect_right(quotas, shop.posted)
            before = quotas[day - 1] if day else 0
            share = (shop.posted - before) / (quotas[day] - before)
            calendar.stand_at(scale.first_day + timedelta(days=day), share)
            if shop.day != calendar.day:
                shop.day = calendar.day
                open_shop(shop, uow)
            if shop.left:
                happening, _, _ = HAPPENINGS[shop.choose(chances)]
                happening(shop, uow)
        return Outcome(None, EVERYTHING)

    with books.standing_in(Clock(calendar.now), SeededIds(seed, calendar.now)):
        books.execute(set_up)
        while shop.posted < vouchers:
            if progress is not None:
                progress(shop.posted, vouchers)
            books.execute(work_on)
    books.compact()
    if progress is not None:
        progress(vouchers, vouchers)


def _set_up(uow: UnitOfWork, shop: Shop, sold_a_day: float, parties: int) -> None:
    """Make the records, and bring in what was there when the books begin."""
    usual = sum(shop.line_counts) / len(shop.line_counts)
    goods = make_goods(uow, sold_a_day * usual)
    others = len(shop.lists["suppliers"]) + len(shop.lists["staff"])
    folk = make_folk(
        uow,
        shop.rng,
        customers=max(4, parties - others),
        busiest=0.015 if shop.large else 0.06,
        first_day=shop.first_day,
        days=shop.days,
    )
    shop.meet(goods, folk)
    most = shop.target // 3
    for account, rupees in ((CASH, 60_000), (BANK, 250_000)):
        if shop.posted < most:
            money = shop.money[account] = shop.amount(rupees)
            _bring_in(uow, shop, BringIn(amount_minor=money, entered_on=shop.day, account_id=account))
    for one in goods:
        if shop.posted < most:
            stock_up(shop, uow, one, round(STOCK_DAYS * shop.rng.uniform(0.4, 1.1)))
    for person in (*folk.suppliers[::2], *folk.customers[::3][:400]):
        if shop.posted < most:
            owed = shop.rounded(person.usual_minor * shop.rng.uniform(0.3, 1.2), 50)
            owed = person.balance_minor = -owed if person in folk.suppliers else owed
            _bring_in(uow, shop, BringIn(amount_minor=owed, entered_on=shop.day, party_id=person.party_id))


def _bring_in(uow: UnitOfWork, shop: Shop, command: BringIn) -> None:
    bring_in_balance(uow, command)
    shop.posted += 1
