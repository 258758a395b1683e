"""The mornings of the sample shop: deliveries, regular expenses, the way to the bank."""

from __future__ import annotations

from typing import Any

from khata_desktop.domain.accounts import BANK, CASH, DRAWINGS, OPENING_BALANCES
from khata_desktop.domain.ids import AccountId, fixed_id
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.vouchers import Posting
from khata_desktop.services.khata import (
    BringIn,
    PostJournal,
    RecordKhataEntry,
    bring_in_balance,
    post_journal,
)
from khata_desktop.services.records import save_item
from khata_desktop.services.sample_shop.lists import MILLI, PRICE_UNITS
from khata_desktop.services.sample_shop.records import Goods
from khata_desktop.services.sample_shop.state import Shop
from khata_desktop.storage.unit_of_work import UnitOfWork

#: For how many days goods are ordered.
STOCK_DAYS = 45


def open_shop(shop: Shop, uow: UnitOfWork) -> None:
    """Do what belongs to a morning: take deliveries, pay what is due, carry money to the bank."""
    a_day = max(1, shop.target // shop.days)
    _take_deliveries(shop, uow, most=max(3, a_day // 3))
    done = shop.days_done
    for place, expense in enumerate(shop.lists["expenses"]):
        if (done + 7 * place) % expense["every_days"] == 0 and shop.left and done:
            _spend(shop, uow, expense)
    if shop.day.weekday() == 5:
        _bank_the_cash(shop, uow)
        _pay_suppliers(shop, uow)
        _draw(shop, uow)


def _take_deliveries(shop: Shop, uow: UnitOfWork, most: int) -> None:
    """Take in what runs low, supplier by supplier; towards the end a few items are let run low."""
    near_end = shop.days - shop.days_done < (12 if shop.large else 80)
    for place, supplier in enumerate(shop.folk.suppliers):
        low = [
            goods
            for number, goods in enumerate(shop.goods)
            if goods.sample.supplier == place
            and goods.on_hand_milli < goods.sample.reorder_milli + 2 * goods.use_milli
            and not (near_end and number % 7 == 3 and number > 3)
        ][:most]
        if not low or shop.left <= len(low) + 1:
            continue
        most -= len(low)
        cost = sum(stock_up(shop, uow, goods, STOCK_DAYS, supplier_place=place) for goods in low)
        # Goods come in against opening balances, and the supplier's bill goes out against them.
        bill = RecordKhataEntry(
            party_id=supplier.party_id,
            gave=False,
            amount_minor=cost,
            entered_on=shop.day,
            against_id=OPENING_BALANCES,
            narration="Goods delivered",
            reference=f"{shop.rng.randint(1_000, 99_999)}",
        )
        shop.enter(uow, bill, supplier)
        if most <= 0:
            return


def stock_up(
    shop: Shop, uow: UnitOfWork, goods: Goods, days: int, *, supplier_place: int | None = None
) -> int:
    """Bring in goods for so many days and up to the level of reordering; return what they cost."""
    wanted = goods.sample.reorder_milli + goods.use_milli * days - goods.on_hand_milli
    step = 12 * MILLI if wanted >= 12 * MILLI and goods.sample.values["barcodes"] else 5 * MILLI
    quantity = -(-max(wanted, MILLI) // step) * step
    narration = ""
    if supplier_place is not None:
        narration = f"From {shop.lists['suppliers'][supplier_place]}"
        if shop.rng.random() < 0.12:
            _raise_price(shop, uow, goods)
    cost = line_amount_minor(quantity, goods.cost_e4, shop.exponent)
    bring_in_balance(
        uow,
        BringIn(
            amount_minor=cost,
            entered_on=shop.day,
            item_id=goods.item_id,
            quantity_milli=quantity,
            narration=narration,
        ),
    )
    shop.posted += 1
    goods.on_hand_milli += quantity
    return cost


def _raise_price(shop: Shop, uow: UnitOfWork, goods: Goods) -> None:
    """Put up the prices of an item, in whole units of money."""
    factor = shop.rng.uniform(1.01, 1.04)
    goods.cost_e4, goods.wholesale_e4, goods.price_e4 = (
        -int(-price * factor // PRICE_UNITS) * PRICE_UNITS
        for price in (goods.cost_e4, goods.wholesale_e4, goods.price_e4)
    )
    values = {"cost_e4": goods.cost_e4, "price_e4": goods.price_e4, "wholesale_e4": goods.wholesale_e4}
    save_item(uow, values, item_id=goods.item_id)


def _spend(shop: Shop, uow: UnitOfWork, expense: dict[str, Any]) -> None:
    account = CASH if expense["by"] == "cash" else BANK
    vary = expense["vary"] / 100
    busier = max(1.0, shop.target / shop.days / 11) ** 0.5
    rupees = expense["amount"] * busier * shop.rng.uniform(1 - vary, 1 + vary)
    amount = shop.rounded(shop.amount(1) * rupees, 10)
    if shop.money[account] > amount:
        shop.pay(uow, amount, account, for_account_id=AccountId(fixed_id(expense["account"])),
                  narration=expense["for"])  # fmt: skip


def _bank_the_cash(shop: Shop, uow: UnitOfWork) -> None:
    spare = shop.rounded(shop.money[CASH] - shop.amount(40_000), 1_000)
    if spare > 0 and shop.left:
        postings = (Posting(BANK, spare), Posting(CASH, -spare))
        post_journal(
            uow, PostJournal(postings=postings, entered_on=shop.day, narration="Cash taken to the bank")
        )
        shop.posted += 1
        shop.money[CASH] -= spare
        shop.money[BANK] += spare


def _pay_suppliers(shop: Shop, uow: UnitOfWork) -> None:
    for supplier in shop.folk.suppliers:
        owed = -supplier.balance_minor
        amount = shop.rounded(owed * shop.rng.choice((0, 0.4, 0.6, 1)), 500)
        if amount >= shop.amount(5_000) and shop.left and shop.money[BANK] > amount:
            shop.pay(
                uow,
                amount,
                BANK,
                person=supplier,
                reference=f"Cheque {shop.rng.randint(10_000, 99_999)}",
            )


def _draw(shop: Shop, uow: UnitOfWork) -> None:
    """Let the owner take home some of what the bank holds beyond what the shop needs."""
    amount = shop.rounded((shop.money[BANK] - shop.amount(220_000)) * 0.25, 1_000)
    if amount >= shop.amount(10_000) and shop.left:
        shop.pay(uow, amount, BANK, for_account_id=DRAWINGS, narration="Household")
