"""What the sample shop sells and to whom: the shipped lists, and names made from them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from khata_desktop.config import resource_path
from khata_desktop.domain.records import FieldValue

PRICE_UNITS = 10_000
MILLI = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem:
    """One item of the shipped list.

    Attributes:
        values: the fields of its record, the tax apart.
        taxed: whether the sales tax is within its price.
        popularity: how often it is bought, against the others.
        quantities_milli: what people usually take, the usual ones repeated.
        supplier: the place of its supplier in the list of suppliers.
    """

    values: dict[str, FieldValue]
    taxed: bool
    popularity: int
    quantities_milli: tuple[int, ...]
    supplier: int
    price_e4: int
    wholesale_e4: int
    cost_e4: int
    reorder_milli: int


@lru_cache(maxsize=1)
def people() -> dict[str, Any]:
    """Return the shipped lists of names, areas, narrations and regular expenses."""
    lists: dict[str, Any] = json.loads(resource_path("samples", "people.json").read_text("utf-8"))
    return lists


@lru_cache(maxsize=1)
def sample_items() -> tuple[SampleItem, ...]:
    """Return the shipped list of groceries."""
    supplier_of = people()["categories_of_suppliers"]
    with resource_path("samples", "items.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_item(row, supplier_of[row["category"]]) for row in csv.DictReader(file))


def _item(row: dict[str, str], supplier: int) -> SampleItem:
    texts = ("code", "barcodes", "name", "other_names", "category", "unit")
    price, wholesale, cost = (int(row[name]) * PRICE_UNITS for name in ("price", "wholesale", "cost"))
    reorder = int(row["reorder"]) * MILLI
    values: dict[str, FieldValue] = {name: row[name] for name in texts}
    values |= {"price_e4": price, "wholesale_e4": wholesale, "cost_e4": cost, "reorder_milli": reorder}
    return SampleItem(
        values=values,
        taxed=row["taxed"] == "1",
        popularity=int(row["popularity"]),
        quantities_milli=tuple(round(float(q) * MILLI) for q in row["quantities"].split()),
        supplier=supplier,
        price_e4=price,
        wholesale_e4=wholesale,
        cost_e4=cost,
        reorder_milli=reorder,
    )


def customer_names(rng: Random, count: int) -> list[str]:
    """Return that many different names: some of shops, most in Latin, some in Urdu and Hindi script."""
    lists, taken = people(), set[str]()
    names: list[str] = list(lists["shops"][: max(2, count // 6)])[:count]
    taken.update(names)
    while len(names) < count:
        script = rng.choices(("latin", "urdu", "hindi"), (78, 14, 8))[0]
        name = f"{rng.choice(lists[script]['first'])} {rng.choice(lists[script]['family'])}"
        for told_apart in _told_apart(rng, name, lists["areas"]):
            if told_apart not in taken:
                taken.add(told_apart)
                names.append(told_apart)
                break
    return names


def _told_apart(rng: Random, name: str, areas: Sequence[str]) -> list[str]:
    """Return the name as people would tell two of that name apart: alone, by the area, by the street."""
    area = rng.choice(areas)
    return [name, f"{name} ({area})", f"{name} ({area}, street {rng.randint(1, 60)})"]


def phone_number(rng: Random) -> str:
    """Return a mobile number of Pakistan's form."""
    return f"03{rng.randint(0, 4)}{rng.randint(0, 9)} {rng.randint(1_000_000, 9_999_999)}"
