"""Profit and loss of a period, as one sum or month by month."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal, NamedTuple

from khata_desktop.domain.accounts import SALES_RETURNS, SERVICE_INCOME, AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId
from khata_desktop.reports.account_sums import (
    PROFIT_KINDS,
    AccountHead,
    Moved,
    account_heads,
    moved,
    profit_by_month,
)
from khata_desktop.reports.period import Period, month_number
from khata_desktop.storage.session import Session

SectionName = Literal["sales", "returns", "cost", "other_income", "expenses"]
SECTIONS: tuple[SectionName, ...] = ("sales", "returns", "cost", "other_income", "expenses")


class Figures(NamedTuple):
    """An amount for the whole period and for each of its months, in the order of the report's months."""

    total_minor: int
    by_month: tuple[int, ...] = ()


class ProfitRow(NamedTuple):
    """One account of a section."""

    account_id: AccountId
    code: str
    name: str
    figures: Figures


class Section(NamedTuple):
    """Accounts of one sort and what they come to."""

    name: SectionName
    rows: tuple[ProfitRow, ...]
    total: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfitAndLoss:
    """Income is credit positive (so returns are negative), cost and expenses are debit positive.

    gross = sales + returns - cost; net = gross + other income - expenses; negative is a loss.
    ``months`` are year * 100 + month, empty when the months were not asked for.
    """

    period: Period
    months: tuple[int, ...]
    sections: tuple[Section, ...]
    gross: Figures
    net: Figures

    def section(self, name: SectionName) -> Section:
        """Return one section; it is there even when it has no rows."""
        return self.sections[SECTIONS.index(name)]

    @property
    def sales(self) -> Figures:
        """Sales and services before returns."""
        return self.section("sales").total

    @property
    def returns(self) -> Figures:
        """What came back, zero or negative."""
        return self.section("returns").total

    @property
    def cost(self) -> Figures:
        """What the goods sold had cost."""
        return self.section("cost").total

    @property
    def other_income(self) -> Figures:
        """Income that is not from selling."""
        return self.section("other_income").total

    @property
    def expenses(self) -> Figures:
        """Expenses besides the cost of goods."""
        return self.section("expenses").total


def profit_and_loss(session: Session, *, period: Period, by_month: bool = False) -> ProfitAndLoss:
    """Return the profit and loss of a period.

    Its months run without a gap from the period's first to its last, or, where the period is open at
    an end, from or to the month of the first or last posting.
    """
    heads = [head for head in account_heads(session) if head.kind in PROFIT_KINDS]
    months: tuple[int, ...] = ()
    monthly: dict[int, dict[int, int]] = {}
    summed: dict[int, Moved] = {}
    if by_month:
        monthly = profit_by_month(session, period)
        months = _months(period, {month for head in heads for month in monthly.get(head.key, ())})
    else:
        summed = moved(session, period)
    nothing = (0,) * len(months)
    rows: dict[SectionName, list[ProfitRow]] = {name: [] for name in SECTIONS}
    for head in heads:
        sign = -1 if head.kind is AccountKind.INCOME else 1
        if head.key in monthly:
            balance_of = monthly[head.key].get
            each = tuple([sign * balance_of(month, 0) for month in months])
            figures = Figures(sum(each), each)
        elif head.key in summed:
            figures = Figures(sign * summed[head.key].balance_minor)
        else:
            continue
        if figures.total_minor or any(figures.by_month):
            rows[_section_of(head)].append(ProfitRow(head.account_id, head.code, head.name, figures))
    sections = tuple(
        Section(name, tuple(found), _added([row.figures for row in found], nothing))
        for name, found in rows.items()
    )
    sales, returns, cost, other_income, expenses = (section.total for section in sections)
    gross = _added((sales, returns, _negative(cost)), nothing)
    net = _added((gross, other_income, _negative(expenses)), nothing)
    return ProfitAndLoss(period=period, months=months, sections=sections, gross=gross, net=net)


def _months(period: Period, found: Set[int]) -> tuple[int, ...]:
    ends = set(found)
    ends |= {month_number(day) for day in (period.first_on, period.last_on) if day is not None}
    if not found and len(ends) < 2 and period.first_on != period.last_on:
        return ()
    months, month = [], min(ends, default=1)
    while month <= max(ends, default=0):
        months.append(month)
        month += 1 if month % 100 < 12 else 89
    return tuple(months)


def _section_of(head: AccountHead) -> SectionName:
    if head.kind is AccountKind.EXPENSE:
        return "cost" if head.use is AccountUse.COST else "expenses"
    if head.account_id == SALES_RETURNS:
        return "returns"
    of_selling = head.use is AccountUse.SALES or head.account_id == SERVICE_INCOME
    return "sales" if of_selling else "other_income"


def _added(parts: Sequence[Figures], nothing: tuple[int, ...]) -> Figures:
    """Return the sum of figures; ``nothing`` is what no figures at all come to by month."""
    if not parts:
        return Figures(0, nothing)
    return Figures(
        sum(part.total_minor for part in parts),
        tuple(map(sum, zip(*(part.by_month for part in parts), strict=True))),
    )


def _negative(figures: Figures) -> Figures:
    return Figures(-figures.total_minor, tuple([-amount for amount in figures.by_month]))
