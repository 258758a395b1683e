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

    def after_coming_in(self, quantity_milli: int, value_minor: int) -> StockLevel:
        """Return the level once goods of that value came in (positive); its value may be none it can have.

        What was sold before it was there is now known by its cost: so much of the shortage as is covered
        goes with the value it was sold at, and what is left over is worth its share of what came in.
        """
        on_hand, worth = self.on_hand_milli, self.possible_minor(0)
        short, left = -on_hand, on_hand + quantity_milli
        if short <= 0:
            worth += value_minor
        elif left < 0:
            worth += round_half_up(-worth * quantity_milli, short)
        else:
            worth = round_half_up(value_minor * left, quantity_milli)
        return StockLevel(left, StockLevel(left, worth).possible_minor(0))

    def possible_minor(self, otherwise_minor: int) -> int:
        """Return the value, or where goods cannot have it, what they are worth otherwise.

        Goods on hand are worth nothing or more, those that are missing nothing or less, and where there
        are none there is no value.
        """
        if self.on_hand_milli == 0:
            return 0
        fits = self.value_minor >= 0 if self.on_hand_milli > 0 else self.value_minor <= 0
        return self.value_minor if fits else otherwise_minor


NO_STOCK = StockLevel(0, 0)


def cost_of_issue_minor(
    level: StockLevel, quantity_milli: int, fallback_cost_e4: int | None, exponent: int
) -> int:
    """Return the cost of taking ``quantity_milli`` (positive) out at moving average, in minor units.

    Up to what is on hand goes at the average; the last piece takes the whole value with it, so that
    an empty shelf is worth exactly nothing. What is not on hand goes at the last average, or at
    ``fallback_cost_e4`` (the item's own cost), or at what the goods missing already went at, or at
    nothing when none is known. A value that such goods cannot have goes with the first of them.
    """
    on_hand, value = level.on_hand_milli, level.value_minor
    impossible = value - level.possible_minor(0)
    if on_hand <= 0 or (impossible and quantity_milli != on_hand):
        short = quantity_milli - max(on_hand, 0)
        return impossible + (_estimated_minor(level, short, fallback_cost_e4, exponent) if short > 0 else 0)
    if quantity_milli == on_hand:
        return value
    if quantity_milli < on_hand:
        return round_half_up(value * quantity_milli, on_hand)
    return value + round_half_up(value * (quantity_milli - on_hand), on_hand)


def cost_of_goods_back_minor(
    level: StockLevel, quantity_milli: int, fallback_cost_e4: int | None, exponent: int
) -> int:
    """Return what goods are worth that come back without their bill: the average, or the item's own cost."""
    if level.on_hand_milli > 0 and level.value_minor > 0:
        return round_half_up(level.value_minor * quantity_milli, level.on_hand_milli)
    return _estimated_minor(level, quantity_milli, fallback_cost_e4, exponent)


def _estimated_minor(
    level: StockLevel, quantity_milli: int, fallback_cost_e4: int | None, exponent: int
) -> int:
    on_hand, value = level.on_hand_milli, level.value_minor
    if fallback_cost_e4 is None and on_hand < 0 and value < 0:
        return round_half_up(value * quantity_milli, on_hand)
    return line_amount_minor(quantity_milli, fallback_cost_e4 or 0, exponent)
