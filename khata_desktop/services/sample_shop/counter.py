"""What happens at the counter of the sample shop, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.ids import AccountId, fixed_id
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.receiving import RecordMoney, record_receipt
from khata_desktop.services.sample_shop.records import Person
from khata_desktop.services.sample_shop.state import Shop
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale, work_out
from khata_desktop.storage.unit_of_work import UnitOfWork

Happening = Callable[[Shop, UnitOfWork], None]


def _walk_in(shop: Shop, uow: UnitOfWork) -> None:
    """Sell to somebody nobody knows, for cash or through the bank's app."""
    lines = _basket(shop, wholesale=False)
    if not lines:
        return _got(shop, uow)
    by_app = shop.rng.random() < 0.15
    tenders, tendered = None, 0
    if by_app or shop.rng.random() < 0.2:
        total = work_out(uow, lines).total_minor
        tenders = (Tender(BANK if by_app else CASH, total),)
        tendered = 0 if by_app else shop.rounded(total + shop.amount(499), 500)
    sale = PostSale(sold_on=shop.day, lines=lines, tenders=tenders, tendered_minor=tendered)
    return _sold(shop, uow, sale, None, BANK if by_app else CASH)


def _bill(shop: Shop, uow: UnitOfWork) -> None:
    """Sell to a customer: on khata, partly paid, or paid."""
    person = shop.customer()
    if person.balance_minor > 2 * person.usual_minor and shop.day < person.pays_until:
        return _receive_from(shop, uow, person)
    lines = _basket(shop, wholesale=person.wholesale)
    if not lines:
        return _got(shop, uow)
    gross = sum(shop.worth(line) for line in lines)
    discount = 0
    if gross > shop.amount(1_500) and shop.rng.random() < 0.15:
        discount = gross % shop.amount(50) or shop.amount(20)
    tenders: tuple[Tender, ...] = ()
    kind = shop.rng.random()
    if kind < 0.25:
        tenders = (Tender(CASH, shop.rounded(gross * shop.rng.uniform(0.2, 0.7), 50)),)
    elif kind < 0.4:
        total = work_out(uow, lines, bill_discount_minor=discount).total_minor
        tenders = (Tender(CASH, total),)
    sale = PostSale(
        sold_on=shop.day,
        party_id=person.party_id,
        lines=lines,
        bill_discount_minor=discount,
        tenders=tenders,
    )
    return _sold(shop, uow, sale, person, CASH)


def _basket(shop: Shop, *, wholesale: bool) -> tuple[SoldLine, ...]:
    rng, basket = shop.rng, dict[int, SoldLine]()
    for _ in range(rng.choice(shop.line_counts)):
        place = shop.choose(shop.popularity)
        goods = shop.goods[place]
        quantity = rng.choice(goods.sample.quantities_milli) * (rng.choice((2, 4, 5)) if wholesale else 1)
        if place in basket or quantity > goods.on_hand_milli:
            continue
        price = goods.wholesale_e4 if wholesale else goods.price_e4
        worth = line_amount_minor(quantity, price, shop.exponent)
        discount = shop.rounded(worth * 0.05, 5) if worth > shop.amount(500) and rng.random() < 0.05 else 0
        basket[place] = SoldLine(
            item_id=goods.item_id,
            description=str(goods.sample.values["name"]),
            quantity_milli=quantity,
            unit_price_e4=price,
            unit=str(goods.sample.values["unit"]),
            discount_minor=discount,
            tax_ids=goods.tax_ids,
            price_includes_tax=bool(goods.tax_ids),
        )
    return tuple(basket.values())


def _sold(shop: Shop, uow: UnitOfWork, sale: PostSale, person: Person | None, account: AccountId) -> None:
    posted = post_sale(uow, sale).value
    shop.posted += 1
    shop.shelve(sale.lines, -1)
    paid = sum(t.amount_minor for t in sale.tenders or ())
    if person is None:
        paid = posted.total_minor
    else:
        person.balance_minor += posted.total_minor - paid
    shop.money[account] += paid
    shop.note(posted, sale, person, posted.total_minor - paid)


def _gave(shop: Shop, uow: UnitOfWork) -> None:
    """Write down what a customer took, without the goods one by one."""
    person = shop.customer()
    if person.balance_minor > 2 * person.usual_minor and shop.day < person.pays_until:
        return _receive_from(shop, uow, person)
    most = max(person.usual_minor // 4, shop.amount(200))
    entry = RecordKhataEntry(
        party_id=person.party_id,
        gave=True,
        amount_minor=shop.rounded(shop.rng.uniform(0.15, 1) * most, 10) or shop.amount(50),
        entered_on=shop.day,
        narration=shop.now_and_then("gave"),
    )
    return shop.enter(uow, entry, person)


def _received(shop: Shop, uow: UnitOfWork) -> None:
    """Take a payment from somebody who owes."""
    for _ in range(6):
        person = shop.customer()
        if person.balance_minor > 0.5 * person.usual_minor and shop.day < person.pays_until:
            return _receive_from(shop, uow, person)
    return _gave(shop, uow)


def _receive_from(shop: Shop, uow: UnitOfWork, person: Person) -> None:
    by_app = shop.rng.random() < 0.2
    account = BANK if by_app else CASH
    money = RecordMoney(
        amount_minor=shop.part_of(person.balance_minor),
        paid_on=shop.day,
        party_id=person.party_id,
        account_id=account,
        narration=shop.now_and_then("got"),
        reference=f"App {shop.rng.randint(100_000, 999_999)}" if by_app else "",
    )
    posted = record_receipt(uow, money).value
    shop.posted += 1
    person.balance_minor -= posted.total_minor
    shop.money[account] += posted.total_minor
    shop.note(posted, money, person, -posted.total_minor)


def _got(shop: Shop, uow: UnitOfWork) -> None:
    """Write down money a customer brought, in the plain way."""
    person = shop.customer()
    if person.balance_minor <= 0.5 * person.usual_minor or shop.day >= person.pays_until:
        return _gave(shop, uow)
    entry = RecordKhataEntry(
        party_id=person.party_id,
        gave=False,
        amount_minor=shop.part_of(person.balance_minor),
        entered_on=shop.day,
        narration=shop.now_and_then("got"),
    )
    shop.money[CASH] += entry.amount_minor
    return shop.enter(uow, entry, person)


def _advance(shop: Shop, uow: UnitOfWork) -> None:
    """Give an advance to a helper, who is kept a khata like everybody; the next pay takes it back."""
    person = shop.rng.choice(shop.folk.staff)
    gave = person.balance_minor < shop.amount(3_000)
    amount = shop.amount(shop.rng.choice((500, 1_000, 1_500, 2_000))) if gave else person.balance_minor
    entry = RecordKhataEntry(
        party_id=person.party_id,
        gave=gave,
        amount_minor=amount,
        entered_on=shop.day,
        against_id=CASH if gave else AccountId(fixed_id(6300)),
        narration="Advance" if gave else "Taken off the pay",
    )
    shop.money[CASH] -= amount if gave else 0
    shop.enter(uow, entry, person)


def _return(shop: Shop, uow: UnitOfWork) -> None:
    """Take back the last line of a bill of the last days."""
    done = shop.recall(lambda done: isinstance(done.command, PostSale) and _is_whole(shop, done.command))
    if done is None or not isinstance(done.command, PostSale):
        return _gave(shop, uow)
    place = len(done.command.lines)
    line = done.command.lines[-1]
    back = PostReturn(
        returned_on=shop.day,
        against_id=done.posted.voucher_id,
        taken=((place, line.quantity_milli),),
        narration=shop.rng.choice(("Not wanted after all", "Packet was torn", "Wrong size")),
    )
    total = post_return(uow, back).value.total_minor
    shop.posted += 1
    shop.shelve((line,), 1)
    if done.person is not None:
        done.person.balance_minor -= total
    else:
        shop.money[CASH] -= total
    return None


def _is_whole(shop: Shop, sale: PostSale) -> bool:
    """Return whether every line of a bill comes to whole units of money, as no shop pays out a paisa.

    What was taken off a whole bill, or rounded off it, is shared out among its lines to the last paisa.
    """
    return not sale.bill_discount_minor and all(shop.worth(line) % shop.unit == 0 for line in sale.lines)


def _correct(shop: Shop, uow: UnitOfWork) -> None:
    """Mend the amount of a plain entry: it is undone and posted again."""
    done = shop.recall(lambda done: isinstance(done.command, RecordKhataEntry) and done.command.gave)
    if done is None or done.person is None or not isinstance(done.command, RecordKhataEntry):
        return _gave(shop, uow)
    amount = done.command.amount_minor + shop.amount(shop.rng.choice((10, 50, 100)))
    entry = replace(done.command, amount_minor=amount, corrects=done.posted.voucher_id)
    record_khata_entry(uow, entry)
    shop.posted += 1
    done.person.balance_minor += amount - done.command.amount_minor
    return None


def _void(shop: Shop, uow: UnitOfWork) -> None:
    """Void an entry that was written twice."""
    done = shop.recall(lambda done: not isinstance(done.command, PostSale))
    if done is None or done.person is None:
        return _gave(shop, uow)
    void_voucher(uow, done.posted.voucher_id, reason="Entered twice")
    done.person.balance_minor -= done.effect_minor
    match done.command:
        case RecordMoney(account_id=account, amount_minor=amount):
            shop.money[account] -= amount
        case RecordKhataEntry(gave=False, amount_minor=amount):
            shop.money[CASH] -= amount
    return None


#: What can happen, and how often in a small and in a large shop.
HAPPENINGS: tuple[tuple[Happening, float, float], ...] = (
    (_walk_in, 38, 7),
    (_bill, 24, 9),
    (_gave, 10, 39),
    (_received, 19, 29.5),
    (_got, 5, 14),
    (_return, 1.6, 0.6),
    (_correct, 1.2, 0.4),
    (_void, 0.7, 0.3),
    (_advance, 0.5, 0.2),
)
