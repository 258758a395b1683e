"""Profit and loss of a period, as one sum or month by month."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal, NamedTuple

from khata_desktop.domain.accounts import SALES_RETURNS, SERVICE_INCOME, AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId
from khata_desktop.reports.account_sums import AccountHead, Moved, account_heads, moved, moved_by_month
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
    heads = [h for h in account_heads(session) if h.kind in (AccountKind.INCOME, AccountKind.EXPENSE)]
    monthly = moved_by_month(session, period) if by_month else {}
    months = _months(period, {m for head in heads for m in monthly.get(head.key, ())}) if by_month else ()
    summed = {} if by_month else moved(session, period)
    rows: dict[SectionName, list[ProfitRow]] = {name: [] for name in SECTIONS}
    for head in heads:
        found = monthly.get(head.key) if by_month else summed.get(head.key)
        if found is None:
            continue
        figures = _figures(head, found, months)
        if figures.total_minor or any(figures.by_month):
            rows[_section_of(head)].append(ProfitRow(head.account_id, head.code, head.name, figures))
    nothing = Figures(0, (0,) * len(months))
    total = {name: _added(nothing, *((1, row.figures) for row in rows[name])) for name in SECTIONS}
    gross = _added(nothing, (1, total["sales"]), (1, total["returns"]), (-1, total["cost"]))
    net = _added(nothing, (1, gross), (1, total["other_income"]), (-1, total["expenses"]))
    sections = tuple(Section(name, tuple(rows[name]), total[name]) for name in SECTIONS)
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


def _figures(head: AccountHead, found: Moved | dict[int, Moved], months: Sequence[int]) -> Figures:
    sign = -1 if head.kind is AccountKind.INCOME else 1
    if isinstance(found, Moved):
        return Figures(sign * found.balance_minor)
    each = tuple(sign * found[month].balance_minor if month in found else 0 for month in months)
    return Figures(sum(each), each)


def _added(nothing: Figures, *parts: tuple[int, Figures]) -> Figures:
    """Return the sum of figures, each with its sign."""
    total, by_month = nothing.total_minor, list(nothing.by_month)
    for sign, figures in parts:
        total += sign * figures.total_minor
        by_month = [sofar + sign * more for sofar, more in zip(by_month, figures.by_month, strict=True)]
    return Figures(total, tuple(by_month))
