"""A shopkeeper for tests: short words for what is done in a book, and a small shop of known figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from khata_desktop.domain.accounts import CASH, GENERAL_EXPENSES, SALES
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, TaxId, VoucherId, fixed_id
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
from khata_desktop.services.posting import Posted
from khata_desktop.services.receiving import RecordMoney, record_payment, record_receipt
from khata_desktop.services.records import save_item, save_party, save_tax
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale

RENT = AccountId(fixed_id(6100))


class Shopkeeper:
    """Does things in a book. Amounts are minor units, quantities thousandths, prices ten-thousandths."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self._names: dict[ItemId, str] = {}

    def in_book(self, books: Books) -> Shopkeeper:
        """Return one who keeps a copy of the book."""
        other = Shopkeeper(books)
        other._names = dict(self._names)
        return other

    def party(self, name: str, **fields: Any) -> PartyId:
        return self.books.execute(save_party, {"name": name, **fields}).value

    def item(self, name: str, **fields: Any) -> ItemId:
        item_id = self.books.execute(save_item, {"name": name, **fields}).value
        self._names[item_id] = name
        return item_id

    def tax(self, name: str, rate_ppm: int) -> TaxId:
        return self.books.execute(save_tax, {"name": name, "rate_ppm": rate_ppm}).value

    def line(self, item_id: ItemId, quantity_milli: int, price_e4: int, **fields: Any) -> SoldLine:
        return SoldLine(
            item_id=item_id,
            description=self._names[item_id],
            quantity_milli=quantity_milli,
            unit_price_e4=price_e4,
            **fields,
        )

    def sell(
        self, day: date, *lines: SoldLine, to: PartyId | None = None, paid: int = 0, **fields: Any
    ) -> Posted:
        tenders = (Tender(CASH, paid),) if to is not None and "tenders" not in fields else None
        command = PostSale(sold_on=day, lines=lines, party_id=to, **{"tenders": tenders, **fields})
        return self.books.execute(post_sale, command).value

    def take_back(self, day: date, sale: Posted, *taken: tuple[int, int]) -> Posted:
        command = PostReturn(returned_on=day, against_id=sale.voucher_id, taken=taken)
        return self.books.execute(post_return, command).value

    def receive(self, day: date, amount: int, party: PartyId | None, **fields: Any) -> Posted:
        command = RecordMoney(amount_minor=amount, paid_on=day, party_id=party, **fields)
        return self.books.execute(record_receipt, command).value

    def pay(self, day: date, amount: int, party: PartyId | None = None, **fields: Any) -> Posted:
        command = RecordMoney(amount_minor=amount, paid_on=day, party_id=party, **fields)
        return self.books.execute(record_payment, command).value

    def gave(self, day: date, amount: int, party: PartyId, **fields: Any) -> Posted:
        return self._entry(day, amount, party, gave=True, **{"against_id": SALES, **fields})

    def got(self, day: date, amount: int, party: PartyId, **fields: Any) -> Posted:
        return self._entry(day, amount, party, gave=False, **{"against_id": CASH, **fields})

    def _entry(self, day: date, amount: int, party: PartyId, **fields: Any) -> Posted:
        command = RecordKhataEntry(party_id=party, amount_minor=amount, entered_on=day, **fields)
        return self.books.execute(record_khata_entry, command).value

    def bring_in(self, day: date, amount: int, **fields: Any) -> Posted:
        return self.books.execute(
            bring_in_balance, BringIn(amount_minor=amount, entered_on=day, **fields)
        ).value

    def journal(self, day: date, *postings: Posting, narration: str = "") -> Posted:
        command = PostJournal(postings=postings, entered_on=day, narration=narration)
        return self.books.execute(post_journal, command).value

    def void(self, voucher: Posted | VoucherId, reason: str = "") -> str:
        own = voucher.voucher_id if isinstance(voucher, Posted) else voucher
        return self.books.execute(void_voucher, own, reason=reason).value


class SmallShop:
    """January and February 2026 of a shop, worked out by hand in rupees:

    1 Jan   10 kg sugar brought in for 1,000
    2 Jan   Aslam buys 3 kg at 150 = 450, pays 100                    Aslam owes 350
    3 Jan   Aslam pays 200                                            Aslam owes 150
    6 Jan   Bilal, a supplier, gave something for the shop worth 500  we owe Bilal 500
    7 Jan   a walk-in buys 2 kg at 150 = 300
    20 Jan  Aslam buys 1 kg at 150, corrected at once to 140          Aslam owes 290
    5 Feb   you gave Aslam 70                                         Aslam owes 360
    10 Feb  1 kg of the first bill comes back = 150                   Aslam owes 210
    15 Feb  a walk-in bill of 150, made by mistake and void
    20 Feb  rent of 80 paid in cash
    """

    def __init__(self, keeper: Shopkeeper) -> None:
        self.keeper = keeper
        self.aslam = keeper.party("Aslam", phone="0300 1234567")
        self.bilal = keeper.party("Bilal Traders", kind="supplier")
        self.sugar = keeper.item(
            "Sugar", unit="kg", code="SUG", price_e4=1_500_000, reorder_milli=6_000, category="Food"
        )

        def sugar(kilos: int, price_e4: int = 1_500_000) -> SoldLine:
            return keeper.line(self.sugar, kilos * 1000, price_e4)

        self.stock = keeper.bring_in(date(2026, 1, 1), 100_000, item_id=self.sugar, quantity_milli=10_000)
        self.bill = keeper.sell(date(2026, 1, 2), sugar(3), to=self.aslam, paid=10_000)
        self.receipt = keeper.receive(date(2026, 1, 3), 20_000, self.aslam)
        self.supply = keeper.got(date(2026, 1, 6), 50_000, self.bilal, against_id=GENERAL_EXPENSES)
        self.walk_in = keeper.sell(date(2026, 1, 7), sugar(2))
        self.wrong_bill = keeper.sell(date(2026, 1, 20), sugar(1), to=self.aslam)
        self.right_bill = keeper.sell(
            date(2026, 1, 20), sugar(1, 1_400_000), to=self.aslam, corrects=self.wrong_bill.voucher_id
        )
        self.entry = keeper.gave(date(2026, 2, 5), 7_000, self.aslam, narration="Eid udhaar")
        self.goods_back = keeper.take_back(date(2026, 2, 10), self.bill, (1, 1_000))
        self.mistake = keeper.sell(date(2026, 2, 15), sugar(1))
        keeper.void(self.mistake, reason="not sold")
        self.rent = keeper.pay(date(2026, 2, 20), 8_000, for_account_id=RENT, narration="Shop rent February")
