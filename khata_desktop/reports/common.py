"""What several reports share: what was sold in a few words, texts to look for, ids to keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

#: The kind of a voucher by its name in the book; a plain lookup is quicker than calling the enum.
KINDS: dict[str, VoucherKind] = {kind.value: kind for kind in VoucherKind}

#: Rows of one page of a long list; a key is kept for the first row of each.
PAGE = 256

#: Any SELECT, whatever its columns.
Query: TypeAlias = Select[*tuple[Any, ...]]

#: Something that is due to us, written as the index of open items by party has it.
IS_DUE: ColumnElement[bool] = (t.open_items.c.open_minor < literal_column("0")) == literal_column("0")

LIVE = t.vouchers.c.status == int(VoucherStatus.LIVE)

_NAMED = 3
_WITH_LINES = (VoucherKind.SALE, VoucherKind.SALE_RETURN)


class Anchor(NamedTuple):
    """The key of a page's first row, and the running balance after that row where the list has one."""

    day: int
    seq: int
    balance_minor: int = 0


def parameter(name: str) -> BindParameter[Any]:
    """Return a parameter of a statement, given by its name when the statement is run."""
    return bindparam(name)


def day_or_none(ordinal: int | None) -> date | None:
    """Return the day of an ordinal."""
    return None if ordinal is None else date.fromordinal(ordinal)


def sold_names() -> ColumnElement[str]:
    """Return what is on the lines of the voucher that the statement speaks of, a name a line of text.

    One string a bill, cut up only when it is shown: a statement of thousands of bills takes them all
    in the same query.
    """
    lines = t.voucher_lines.c
    joined = (
        select(func.group_concat(lines.description, "\n"))
        .where(lines.voucher_seq == t.vouchers.c.seq)
        .correlate(t.vouchers)
        .scalar_subquery()
    )
    return case((is_one_of(_WITH_LINES), func.coalesce(joined, "")), else_="")


def is_one_of(kinds: Iterable[VoucherKind]) -> ColumnElement[bool]:
    """Return the condition that the voucher is of one of the kinds, written out in the statement."""
    return t.vouchers.c.kind.in_([literal_column(f"'{kind.value}'") for kind in kinds])


def line_count_of(sold: str) -> int:
    """Return how many lines there are in what ``sold_names`` gave."""
    return sold.count("\n") + 1 if sold else 0


def line_names_of(sold: str) -> str:
    """Return the first names in what ``sold_names`` gave: 'atta, ghee, sugar'."""
    return ", ".join(sold.split("\n", _NAMED)[:_NAMED])


def like(text: str) -> str:
    """Return the LIKE pattern (escape character ``!``) that finds the text anywhere."""
    for special in "!%_":
        text = text.replace(special, "!" + special)
    return f"%{text}%"


def contains(column: ColumnElement[Any], parameter: str = "text") -> ColumnElement[bool]:
    """Return the condition that a column holds the LIKE pattern given under ``parameter``."""
    return column.like(bindparam(parameter), escape="!")


def voucher_holds_text(parameter: str = "text") -> ColumnElement[bool]:
    """Return the condition that a voucher's number, note, reference or any of its lines holds the pattern."""
    v, lines = t.vouchers.c, t.voucher_lines.c
    sold = exists().where(and_(lines.voucher_seq == v.seq, contains(lines.description, parameter)))
    return or_(
        contains(v.number, parameter),
        contains(v.narration, parameter),
        contains(v.reference, parameter),
        sold.correlate(t.vouchers),
    )


def amount_in(text: str, exponent: int) -> int | None:
    """Return the amount that a search for '1500' or '1,500.50' means, in minor units, or None."""
    try:
        amount = Decimal(text.replace(",", "").strip()).scaleb(exponent)
    except InvalidOperation:
        return None
    if not amount.is_finite() or amount != amount.to_integral_value() or not 0 < amount < 10**15:
        return None
    return int(amount)


_KEY: dict[Entity, Query] = {
    entity: select(table.c.key).where(table.c.id == bindparam("id"))
    for entity, table in t.RECORD_TABLES.items()
}


def key_of(session: Session, entity: Entity, record_id: bytes) -> int:
    """Return the key of a record. Raises UnknownRecord."""
    key = session.value(_KEY[entity], id=record_id)
    if key is None:
        raise UnknownRecord(field=entity.value, entity=entity.value, name=record_id.hex())
    return int(key)


_EXPONENT = select(t.businesses.c.currency)


def currency_code(session: Session) -> str:
    """Return the code of the book's currency."""
    code: str | None = session.value(_EXPONENT)
    return code or "USD"
