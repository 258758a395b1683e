"""What the shop sells, what of it is in stock, and what that stock cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khata_desktop.domain.ids import ItemId, TaxId
from khata_desktop.domain.money import line_amount_minor, round_half_up


class ItemKind(StrEnum):
    """Goods have stock; services do not."""

    GOODS = "goods"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item as the rules see it. Prices in ten-thousandths of a major unit; None is not set."""

    id: ItemId
    name: str
    code: str = ""
    unit: str = ""
    kind: ItemKind = ItemKind.GOODS
    price_e4: int | None = None
    wholesale_e4: int | None = None
    cost_e4: int | None = None
    tax_ids: tuple[TaxId, ...] = ()
    price_includes_tax: bool = False
    archived: bool = False
    deleted: bool = False

    @property
    def has_stock(self) -> bool:
        """Whether selling it moves stock."""
        return self.kind is ItemKind.GOODS


@dataclass(frozen=True, slots=True)
class StockLevel:
    """What is on hand of an item: thousandths of its unit, and its value at cost in minor units.

    Below zero, more was sold than was ever recorded as bought; the value is then negative too.
    """

    on_hand_milli: int
    value_minor: int

    def moved(self, quantity_milli: int, value_minor: int) -> StockLevel:
        """Return the level after a movement; quantities and values in are positive, out negative."""
        return StockLevel(self.on_hand_milli + quantity_milli, self.value_minor + value_minor)


NO_STOCK = StockLevel(0, 0)


def cost_of_issue_minor(
    level: StockLevel, quantity_milli: int, fallback_cost_e4: int | None, exponent: int
) -> int:
    """Return the cost of taking ``quantity_milli`` (positive) out at moving average, in minor units.

    Up to what is on hand goes at the average; the last piece takes the whole value with it, so that
    an empty shelf is worth exactly nothing. What is not on hand goes at the last average, or at
    ``fallback_cost_e4`` (the item's own cost), or at nothing when neither is known.
    """
    on_hand, value = max(level.on_hand_milli, 0), level.value_minor
    if on_hand == 0:
        return line_amount_minor(quantity_milli, fallback_cost_e4 or 0, exponent)
    if quantity_milli == on_hand:
        return value
    if quantity_milli < on_hand:
        return round_half_up(value * quantity_milli, on_hand)
    return value + round_half_up(value * (quantity_milli - on_hand), on_hand)
