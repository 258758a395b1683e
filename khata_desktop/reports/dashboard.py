"""The shop at a glance: today, what is in the till, who owes, what runs low, what sells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import case, func, literal, select

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.ids import ItemId
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.reports.common import LIVE, parameter
from khata_desktop.reports.dues import DueRow, dues, dues_totals
from khata_desktop.reports.items_list import IS_LOW
from khata_desktop.reports.vouchers_list import VoucherRow, recent_vouchers
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_DAYS = 30
_SHOWN = 5
_RECENT = 8

_V, _I, _L = t.vouchers.c, t.items.c, t.voucher_lines.c
_M, _A, _PT, _IT = t.account_months.c, t.accounts.c, t.party_totals.c, t.item_totals.c


@dataclass(frozen=True, slots=True)
class DaySale:
    """What was sold on a day, returns not taken off."""

    day: date
    count: int
    total_minor: int


class BestSeller(NamedTuple):
    """An item and what of it was sold, in thousandths of its unit and in minor units."""

    item_id: ItemId
    name: str
    unit: str
    quantity_milli: int
    total_minor: int


class LowItem(NamedTuple):
    """An item that runs low, by the rule of the list of items."""

    item_id: ItemId
    name: str
    unit: str
    on_hand_milli: int
    reorder_milli: int | None


@dataclass(frozen=True, slots=True)
class BookCounts:
    """How much there is in the book."""

    parties: int
    items: int
    vouchers: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        return not (self.parties or self.items or self.vouchers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """All figures of the first page, of one moment. Amounts in minor units, none negative but the till."""

    today: date
    sale_count: int
    sale_minor: int
    sale_minor_yesterday: int
    received_minor: int
    cash_minor: int
    bank_minor: int
    to_collect_minor: int
    to_pay_minor: int
    collect_count: int
    pay_count: int
    low_stock_count: int
    low_stock: tuple[LowItem, ...]
    dues: tuple[DueRow, ...]
    dues_count: int
    dues_minor: int
    best_sellers: tuple[BestSeller, ...]
    series: tuple[DaySale, ...]
    counts: BookCounts
    recent: tuple[VoucherRow, ...]


_BY_DAY = (
    select(_V.posted_on, func.count(), func.sum(_V.total_minor))
    .where(_V.kind == parameter("kind"), _V.posted_on.between(parameter("first"), parameter("last")))
    .where(LIVE)
    .group_by(_V.posted_on)
)
_MONEY = (
    select(_A.use, func.sum(_M.debit_minor - _M.credit_minor))
    .join(t.accounts, _A.key == _M.account_key)
    .where(_A.use.in_([literal(AccountUse.CASH.value), literal(AccountUse.BANK.value)]))
    .group_by(_A.use)
)
_balance = _PT.debit_minor - _PT.credit_minor
_KHATAS = select(
    func.coalesce(func.sum(case((_balance > 0, _balance), else_=0)), 0),
    func.coalesce(func.sum(case((_balance < 0, -_balance), else_=0)), 0),
    func.coalesce(func.sum(case((_balance > 0, 1), else_=0)), 0),
    func.coalesce(func.sum(case((_balance < 0, 1), else_=0)), 0),
)
_on_hand = func.coalesce(_IT.on_hand_milli, 0)
_LOW = (
    select(_I.id, _I.name, _I.unit, _on_hand, _I.reorder_milli)
    .outerjoin(t.item_totals, _IT.item_key == _I.key)
    .where(IS_LOW, _I.deleted == 0)
    .order_by(_on_hand - func.coalesce(_I.reorder_milli, 0), _I.name)
)
# What came back was not sold after all. What was sold before these days and came back in them takes nothing
# off what was sold in them; goods that came back without their bill do.
_bill = t.vouchers.alias("bill")
_sign = case((_V.kind == VoucherKind.SALE.value, 1), else_=-1)
_sold_milli, _sold_minor = func.sum(_sign * _L.quantity_milli), func.sum(_sign * _L.total_minor)
_BEST = (
    select(_I.id, _I.name, _I.unit, _sold_milli, _sold_minor)
    .join(t.vouchers, _V.seq == _L.voucher_seq)
    .join(t.items, _I.key == _L.item_key)
    .outerjoin(_bill, _bill.c.seq == _V.against_seq)
    .where(_V.kind.in_([literal(VoucherKind.SALE.value), literal(VoucherKind.SALE_RETURN.value)]), LIVE)
    .where(_V.posted_on.between(parameter("first"), parameter("last")))
    .where(func.coalesce(_bill.c.posted_on, _V.posted_on) >= parameter("first"))
    .group_by(_L.item_key)
    .having(_sold_milli > 0)
    .order_by(_sold_minor.desc())
    .limit(_SHOWN)
)
_PARTIES = select(func.count()).select_from(t.parties).where(t.parties.c.deleted == 0)
_ITEMS = select(func.count()).select_from(t.items).where(_I.deleted == 0)
# Counting half a million headers takes as long as the rest together; that there are any is enough.
_ANY_VOUCHER = select(func.count()).select_from(
    select(_V.seq).where(_V.status != int(VoucherStatus.REVERSAL)).limit(1).subquery()
)


def book_counts(session: Session) -> BookCounts:
    """Return how much there is in the book; ``vouchers`` is 1 when there are any."""
    return BookCounts(
        parties=session.value(_PARTIES), items=session.value(_ITEMS), vouchers=session.value(_ANY_VOUCHER)
    )


def dashboard(session: Session, *, today: date) -> Dashboard:
    """Return the figures of the first page for the shop's day."""
    first = today - timedelta(days=_DAYS - 1)
    series = _sales_by_day(session, first, today)
    money: dict[str, int] = dict(session.rows(_MONEY))
    to_collect, to_pay, collecting, paying = session.rows(_KHATAS)[0]
    low = [LowItem._make(row) for row in session.rows(_LOW)]
    dues_count, dues_minor = dues_totals(session, until=today)
    day = today.toordinal()
    received = session.rows(_BY_DAY, kind=VoucherKind.RECEIPT.value, first=day, last=day)
    return Dashboard(
        today=today,
        sale_count=series[-1].count,
        sale_minor=series[-1].total_minor,
        sale_minor_yesterday=series[-2].total_minor,
        received_minor=sum(row[2] for row in received),
        cash_minor=money.get(AccountUse.CASH.value, 0),
        bank_minor=money.get(AccountUse.BANK.value, 0),
        to_collect_minor=to_collect,
        to_pay_minor=to_pay,
        collect_count=collecting,
        pay_count=paying,
        low_stock_count=len(low),
        low_stock=tuple(low[:_SHOWN]),
        dues=tuple(dues(session, until=today, limit=_SHOWN)),
        dues_count=dues_count,
        dues_minor=dues_minor,
        best_sellers=tuple(
            BestSeller._make(row) for row in session.rows(_BEST, first=first.toordinal(), last=day)
        ),
        series=series,
        counts=book_counts(session),
        recent=tuple(recent_vouchers(session, limit=_RECENT)),
    )


def _sales_by_day(session: Session, first: date, last: date) -> tuple[DaySale, ...]:
    """Return every day of the stretch, those without a sale too."""
    rows = session.rows(_BY_DAY, kind=VoucherKind.SALE.value, first=first.toordinal(), last=last.toordinal())
    found = {day: (count, total) for day, count, total in rows}
    return tuple(
        DaySale(date.fromordinal(day), *found.get(day, (0, 0)))
        for day in range(first.toordinal(), last.toordinal() + 1)
    )
