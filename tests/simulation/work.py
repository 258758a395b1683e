"""What shopkeepers do all day: bills, receipts, entries, undoing, correcting, prices and names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import ItemId, PartyId, VoucherId
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import reinstate
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import save_item, save_party
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from khata_desktop.storage.session import Session
from tests.reports.shop import RENT, Shopkeeper
from tests.simulation.ready_made import DAY

_RECENT = """SELECT id FROM vouchers WHERE status = 0 AND kind {kind} ORDER BY number DESC, id DESC LIMIT 8"""
_VOID = "SELECT id FROM vouchers WHERE status = 1 ORDER BY number DESC, id DESC LIMIT 4"
_FACT = "SELECT v.id, e.payload FROM vouchers v JOIN event_log e ON e.seq = v.seq WHERE v.id = ?"
_REVERSAL = """SELECT v.id, e.payload FROM vouchers v JOIN event_log e ON e.seq = v.seq
WHERE v.number = ? AND v.status = 2"""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the shopkeeper was told is in the books."""

    id: bytes
    payload: bytes


class Work:
    """Does one thing after another in a book; what is refused by the rules is no harm."""

    def __init__(
        self, books: Books, chance: Random, parties: tuple[PartyId, ...], items: tuple[ItemId, ...]
    ) -> None:
        self._books, self._chance = books, chance
        self._keeper = Shopkeeper(books)
        self._parties, self._items = parties, items
        self._day = DAY + timedelta(days=chance.randrange(40))

    def do_something(self) -> Fact | None:
        """Do one thing and return what was acknowledged, where that is a voucher or a reversal."""
        deed = self._chance.choices(_DEEDS, _WEIGHTS)[0]
        try:
            return deed(self)
        except RuleViolation:
            return None

    def _posted(self, posted: Posted) -> Fact:
        return self._books.query(_fact, _FACT, posted.voucher_id)

    @property
    def _party(self) -> PartyId:
        return self._chance.choice(self._parties)

    @property
    def _amount(self) -> int:
        return self._chance.randrange(100, 50_000)

    def _line(self) -> SoldLine:
        return SoldLine(
            item_id=self._chance.choice(self._items),
            description="Goods",
            quantity_milli=self._chance.randrange(1, 8) * 500,
            unit_price_e4=self._chance.randrange(1, 4) * 500_000,
        )

    def _one_of(self, query: str) -> VoucherId | None:
        found = self._books.query(_ids, query)
        return VoucherId(self._chance.choice(found)) if found else None

    # --- deeds ------------------------------------------------------------------------------------

    def sell_to_walk_in(self) -> Fact:
        command = PostSale(sold_on=self._day, lines=(self._line(), self._line()))
        return self._posted(self._books.execute(post_sale, command).value)

    def sell_on_khata(self) -> Fact:
        tenders = (Tender(CASH, self._chance.randrange(0, 3_000)),)
        command = PostSale(sold_on=self._day, lines=(self._line(),), party_id=self._party, tenders=tenders)
        return self._posted(self._books.execute(post_sale, command).value)

    def gave(self) -> Fact:
        return self._posted(self._keeper.gave(self._day, self._amount, self._party))

    def got(self) -> Fact:
        return self._posted(self._keeper.got(self._day, self._amount, self._party))

    def receive(self) -> Fact:
        return self._posted(self._keeper.receive(self._day, self._amount, self._party))

    def pay_rent(self) -> Fact:
        return self._posted(self._keeper.pay(self._day, self._amount, for_account_id=RENT))

    def void(self) -> Fact | None:
        voucher_id = self._one_of(_RECENT.format(kind="<> 'reversal'"))
        if voucher_id is None:
            return None
        return self._books.query(_fact, _REVERSAL, self._keeper.void(voucher_id))

    def reinstate(self) -> Fact | None:
        voucher_id = self._one_of(_VOID)
        if voucher_id is None:
            return None
        return self._posted(self._books.execute(reinstate, voucher_id).value)

    def correct(self) -> Fact | None:
        sale = self._one_of(_RECENT.format(kind="= 'sale'"))
        if sale is None:
            return None
        command = PostSale(sold_on=self._day, lines=(self._line(),), party_id=self._party, corrects=sale)
        return self._posted(self._books.execute(post_sale, command).value)

    def take_back(self) -> Fact | None:
        sale = self._one_of(_RECENT.format(kind="= 'sale'"))
        if sale is None:
            return None
        command = PostReturn(returned_on=self._day, against_id=sale, taken=((1, 500),))
        return self._posted(self._books.execute(post_return, command).value)

    def rename(self) -> None:
        values = {"name": f"Name {self._chance.randrange(1000)}", "phone": str(self._chance.randrange(9))}
        self._books.execute(save_party, values, party_id=self._party)

    def set_price(self) -> None:
        price = self._chance.randrange(1, 100) * 10_000
        self._books.execute(save_item, {"price_e4": price}, item_id=self._chance.choice(self._items))

    def add_party(self) -> None:
        party = self._keeper.party(f"Party {self._chance.randrange(10**9)}")
        self._parties = (*self._parties, party)

    def add_item(self) -> None:
        item = self._keeper.item(f"Item {self._chance.randrange(10**9)}", unit="kg", price_e4=10_000)
        self._items = (*self._items, item)

    def delete_or_bring_back(self) -> None:
        values = {"deleted": self._chance.random() < 0.5}
        self._books.execute(save_party, values, party_id=self._party)


_CHOICES: tuple[tuple[Callable[[Work], Fact | None], int], ...] = (
    (Work.sell_to_walk_in, 6), (Work.sell_on_khata, 8), (Work.gave, 6), (Work.got, 4), (Work.receive, 6),
    (Work.pay_rent, 3), (Work.void, 7), (Work.reinstate, 3), (Work.correct, 5), (Work.take_back, 3),
    (Work.rename, 5), (Work.set_price, 4), (Work.add_party, 2), (Work.add_item, 2),
    (Work.delete_or_bring_back, 2),
)  # fmt: skip
_DEEDS = [deed for deed, _ in _CHOICES]
_WEIGHTS = [weight for _, weight in _CHOICES]


def _ids(session: Session, query: str) -> list[bytes]:
    return [row[0] for row in session.execute(query).fetchall()]


def _fact(session: Session, query: str, cause: object) -> Fact:
    return Fact(*session.execute(query, (cause,)).fetchone())
