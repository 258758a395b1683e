"""What the shop sells, what of it is on hand, and what is running low."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from khata_desktop.domain.ids import ItemId
from khata_desktop.domain.items import ItemKind
from khata_desktop.reports.common import Query, parameter
from khata_desktop.reports.finding import match_words, word_parameters, words_of
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_I, _S = t.items.c, t.item_totals.c
_ON_HAND, _VALUE = func.coalesce(_S.on_hand_milli, 0), func.coalesce(_S.value_minor, 0)

#: An item runs low when it is goods that the shop still deals in, and no more is on hand than the level to
#: reorder at; or less than nothing, whatever that level: then goods are missing, or their bill is.
IS_LOW: ColumnElement[bool] = and_(
    _I.kind == ItemKind.GOODS.value,
    _I.archived == 0,
    or_(_ON_HAND < 0, func.coalesce(_I.reorder_milli >= _ON_HAND, 0)),
)


class ItemRow(NamedTuple):
    """An item and its stock.

    Prices are ten-thousandths of a major unit, None where not set; quantities thousandths of the unit,
    below zero when more was sold than was brought in; the value is at moving-average cost. ``kind`` is
    an ItemKind's value; ``archived`` and ``is_low`` are 0 or 1, as the book has them.
    """

    item_id: ItemId
    name: str
    code: str
    category: str
    unit: str
    kind: str
    price_e4: int | None
    cost_e4: int | None
    on_hand_milli: int
    value_minor: int
    reorder_milli: int | None
    archived: int
    is_low: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsList:
    """Items, the value of their stock together, and how many of them run low."""

    rows: tuple[ItemRow, ...]
    value_minor: int
    low_count: int


def item_columns() -> Query:
    """Return the SELECT of what an ItemRow is made of, for reports that list items of their own choice."""
    return select(
        _I.id, _I.name, _I.code, _I.category, _I.unit, _I.kind, _I.price_e4, _I.cost_e4, _ON_HAND, _VALUE,
        _I.reorder_milli, _I.archived, IS_LOW,
    ).select_from(t.items.outerjoin(t.item_totals, _S.item_key == _I.key)).where(_I.deleted == 0)  # fmt: skip


@lru_cache(maxsize=64)
def _statement(words: int, category: bool, low_only: bool, include_archived: bool) -> Query:
    statement = item_columns()
    if not include_archived:
        # What is on the shelf is somebody's money, whatever became of the item.
        statement = statement.where(or_(_I.archived == 0, _ON_HAND != 0, _VALUE != 0))
    if words:
        statement = statement.where(match_words(t.items, words))
    if category:
        statement = statement.where(_I.category == parameter("category"))
    return statement.where(IS_LOW) if low_only else statement


def items_list(
    session: Session,
    *,
    search: str = "",
    category: str | None = None,
    low_stock_first: bool = False,
    low_stock_only: bool = False,
    include_archived: bool = False,
) -> ItemsList:
    """Return the items by name, those that run low first or alone where asked.

    Archived items that still have stock are among them in any case, so that the value of all together is
    that of the stock account.
    """
    words = words_of(search)
    statement = _statement(len(words), category is not None, low_stock_only, include_archived)
    found = session.rows(statement, category=category, **word_parameters(words))
    rows: list[ItemRow] = list(map(tuple.__new__, repeat(ItemRow), found))
    rows.sort(key=lambda row: row.name.casefold())
    low_count = sum(row.is_low for row in rows)
    if low_stock_first:
        rows.sort(key=lambda row: not row.is_low)
    return ItemsList(rows=tuple(rows), value_minor=sum(row.value_minor for row in rows), low_count=low_count)


_CATEGORIES = select(_I.category).where(_I.category != "", _I.deleted == 0).distinct().order_by(_I.category)


def item_categories(session: Session) -> list[str]:
    """Return the categories in use, in order."""
    return [row[0] for row in session.rows(_CATEGORIES)]
