"""The records of the sample shop: its goods and its people, and what the shopkeeper has in mind of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from khata_desktop.domain.ids import ItemId, PartyId, TaxId
from khata_desktop.domain.records import FieldValue
from khata_desktop.services.records import save_item, save_party, save_tax
from khata_desktop.services.sample_shop.lists import (
    PRICE_UNITS,
    SampleItem,
    customer_names,
    people,
    phone_number,
    sample_items,
)
from khata_desktop.storage.unit_of_work import UnitOfWork

TAX_RATE_PPM = 180_000


@dataclass(slots=True, kw_only=True)
class Goods:
    """One item on the shelf, as the shopkeeper has it in mind; ``use_milli`` is what goes in a day."""

    sample: SampleItem
    item_id: ItemId
    tax_ids: tuple[TaxId, ...]
    price_e4: int
    wholesale_e4: int
    cost_e4: int
    use_milli: int
    on_hand_milli: int = 0


@dataclass(slots=True, kw_only=True)
class Person:
    """A party: what it owes (negative: is owed), what it usually owes, and until when it pays."""

    party_id: PartyId
    balance_minor: int = 0
    usual_minor: int = 0
    wholesale: bool = False
    pays_until: date = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Folk:
    """Everybody the shop deals with. ``often`` adds up how often each customer comes."""

    suppliers: list[Person]
    staff: list[Person]
    customers: list[Person]
    often: list[float]


def make_goods(uow: UnitOfWork, lines_a_day: float) -> list[Goods]:
    """Record the tax and the items of the shipped list."""
    tax = save_tax(uow, {"name": "GST", "rate_ppm": TAX_RATE_PPM}).value
    whole = sum(sample.popularity for sample in sample_items())
    made = []
    for sample in sample_items():
        values: dict[str, FieldValue] = dict(sample.values)
        if sample.taxed:
            values |= {"tax_ids": bytes(tax), "price_includes_tax": True}
        usual = sum(sample.quantities_milli) // len(sample.quantities_milli)
        goods = Goods(
            sample=sample,
            item_id=save_item(uow, values).value,
            tax_ids=(tax,) if sample.taxed else (),
            price_e4=sample.price_e4,
            wholesale_e4=sample.wholesale_e4,
            cost_e4=sample.cost_e4,
            use_milli=round(lines_a_day * sample.popularity / whole * usual),
        )
        made.append(goods)
    delivery: dict[str, FieldValue] = {"name": "Home delivery", "code": "900", "category": "Services"}
    delivery |= {"kind": "service", "unit": "trip", "price_e4": 100 * PRICE_UNITS}
    save_item(uow, {**delivery, "other_names": "گھر پہنچانا, घर पहुँचाना"})
    return made


def make_folk(
    uow: UnitOfWork, rng: Random, *, customers: int, busiest: float, first_day: date, days: int
) -> Folk:
    """Record suppliers, staff and customers; the first customer takes a share of ``busiest`` of the khata."""
    unit: int = 10**uow.currency.exponent
    lists = people()
    suppliers = []
    for name in lists["suppliers"]:
        address = f"{rng.choice(('Akbari Mandi', 'Badami Bagh', 'Shah Alam Market'))}, Lahore"
        person = _save(uow, name=name, kind="supplier", phone=phone_number(rng), address=address)
        person.usual_minor = rng.randint(40, 120) * 1_000 * unit
        suppliers.append(person)
    staff = [_save(uow, name=name, kind="staff", phone=phone_number(rng)) for name in lists["staff"]]

    def money(rupees: float) -> int:
        return round(rupees / 10) * 10 * unit

    bought = []
    for place, name in enumerate(customer_names(rng, customers)):
        person = _customer(uow, rng, name, place, money)
        if place > 1 and rng.random() < 0.08:
            person.pays_until = first_day + timedelta(days=round(rng.uniform(0.3, 0.95) * days))
        bought.append(person)
    often = [1 / (place + 4) ** 0.6 for place in range(len(bought))]
    whole = sum(often)
    often[0], often[1] = busiest * whole, 0.6 * busiest * whole
    return Folk(suppliers=suppliers, staff=staff, customers=bought, often=list(accumulate(often)))


def _customer(uow: UnitOfWork, rng: Random, name: str, place: int, money: Callable[[float], int]) -> Person:
    lists = people()
    is_shop = name in lists["shops"]
    values: dict[str, FieldValue] = {"name": name}
    if rng.random() < 0.93:
        values["phone"] = phone_number(rng)
    if is_shop or rng.random() < 0.4:
        values["address"] = f"{rng.randint(1, 190)} {rng.choice(lists['areas'])}, Lahore"
    if is_shop:
        values |= {"due_days": rng.choice((7, 15, 30)), "credit_limit_minor": money(120_000)}
    elif rng.random() < 0.2:
        values["credit_limit_minor"] = money(rng.choice((10, 15, 20, 25)) * 1_000)
    person = _save(uow, **values)
    person.usual_minor = money(rng.lognormvariate(10.6, 0.4) if is_shop else rng.lognormvariate(8.2, 0.7))
    person.wholesale = is_shop
    if place == 0:
        person.usual_minor = money(60_000)
    return person


def _save(uow: UnitOfWork, **values: FieldValue) -> Person:
    return Person(party_id=save_party(uow, values).value)
