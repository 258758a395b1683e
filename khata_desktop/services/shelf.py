"""The shelf of a shop while one voucher moves goods on it, line after line: what they cost and are worth."""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.domain.ids import ItemId
from khata_desktop.domain.items import Item, StockLevel, cost_of_goods_back_minor, cost_of_issue_minor
from khata_desktop.domain.money import round_half_up
from khata_desktop.domain.vouchers import StockMovement, Voucher, VoucherKind
from khata_desktop.services.outcome import Notice
from khata_desktop.storage.unit_of_work import UnitOfWork


class Shelf:
    """Takes goods off and puts goods on. What the stock is worth after it is always possible: see
    ``StockLevel.after_coming_in``.

    Attributes:
        movements: what moved so far, each with the value by which the stock changes.
        revalued_minor: how much of those values is not what goods cost, but comes from a shortage that is
            now covered at another cost than was thought; it goes to the cost of goods sold.
    """

    def __init__(self, uow: UnitOfWork, *, corrected: Voucher | None = None) -> None:
        self._uow = uow
        self._levels: dict[ItemId, StockLevel] = {}
        self._kept = dict(_costs_of(corrected)) if corrected is not None else {}
        self._missing: dict[ItemId, Notice] = {}
        self.movements: list[StockMovement] = []
        self.revalued_minor = 0

    @property
    def notices(self) -> tuple[Notice, ...]:
        """A notice for each item of which more was taken off than there was."""
        return tuple(self._missing.values())

    def take_off(self, item_id: ItemId | None, quantity_milli: int) -> int:
        """Take goods off (positive) and return what they cost. Services and mere words cost nothing."""
        item = self._goods(item_id)
        if item is None:
            return 0
        quantity, cost = self._cost_kept(item.id, quantity_milli)
        if quantity < quantity_milli:
            level = self._level(item.id).moved(-quantity, -cost)
            rest = quantity_milli - quantity
            cost += cost_of_issue_minor(level, rest, item.cost_e4, self._uow.currency.exponent)
        level = self._move(item.id, -quantity_milli, -cost)
        if level.on_hand_milli < 0:
            missing = {"name": item.name, "on_hand_milli": level.on_hand_milli, "unit": item.unit}
            self._missing[item.id] = Notice("stock_below_zero", missing)
        return cost

    def put_back(self, item_id: ItemId | None, quantity_milli: int) -> int:
        """Put goods on (positive) whose bill is not known, and return what they are worth."""
        item = self._goods(item_id)
        if item is None:
            return 0
        quantity, cost = self._cost_kept(item.id, -quantity_milli)
        if rest := quantity_milli + quantity:
            exponent = self._uow.currency.exponent
            cost -= cost_of_goods_back_minor(self._level(item.id), rest, item.cost_e4, exponent)
        self.put(item.id, quantity_milli, -cost)
        return -cost

    def put(self, item_id: ItemId, quantity_milli: int, cost_minor: int) -> None:
        """Put goods on (positive) that cost so much."""
        level = self._level(item_id)
        value = level.after_coming_in(quantity_milli, cost_minor).value_minor - level.value_minor
        self.revalued_minor += value - cost_minor
        self._move(item_id, quantity_milli, value)

    def _goods(self, item_id: ItemId | None) -> Item | None:
        if item_id is None:
            return None
        item = self._uow.item(item_id)
        return item if item.has_stock else None

    def _level(self, item_id: ItemId) -> StockLevel:
        level = self._levels.get(item_id)
        return self._uow.stock(item_id) if level is None else level

    def _move(self, item_id: ItemId, quantity_milli: int, value_minor: int) -> StockLevel:
        level = self._levels[item_id] = self._level(item_id).moved(quantity_milli, value_minor)
        self.movements.append(StockMovement(item_id, quantity_milli, value_minor))
        return level

    def _cost_kept(self, item_id: ItemId, quantity_milli: int) -> tuple[int, int]:
        """Return how much of what moves (out positive) moved in what is corrected too, and its cost then."""
        out = quantity_milli > 0
        whole, whole_cost = self._kept.get((item_id, out), (0, 0))
        quantity = min(quantity_milli, whole) if out else max(quantity_milli, whole)
        if not quantity:
            return 0, 0
        cost = round_half_up(whole_cost * quantity, whole)
        self._kept[item_id, out] = whole - quantity, whole_cost - cost
        return quantity, cost


def _costs_of(voucher: Voucher) -> Iterable[tuple[tuple[ItemId, bool], tuple[int, int]]]:
    """Return what a voucher moved of each item each way (out positive), and what that cost."""
    sign = 1 if voucher.kind is VoucherKind.SALE else -1
    moved = {m.item_id for m in voucher.movements}
    sums: dict[tuple[ItemId, bool], tuple[int, int]] = {}
    for line in voucher.lines:
        if line.item_id is not None and line.item_id in moved:
            key = line.item_id, sign * line.quantity_milli > 0
            quantity, cost = sums.get(key, (0, 0))
            sums[key] = quantity + sign * line.quantity_milli, cost + sign * line.cost_minor
    return sums.items()
