"""The balance sheet: what the shop has, what it owes, and what is the owner's, at the end of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from khata_desktop.domain.accounts import AccountKind
from khata_desktop.domain.ids import AccountId
from khata_desktop.reports.account_sums import PROFIT_KINDS, Moved, account_heads, moved
from khata_desktop.reports.period import Period, financial_year_start
from khata_desktop.storage.session import Session


class BalanceRow(NamedTuple):
    """An account; assets are debit positive, liabilities and equity credit positive."""

    account_id: AccountId
    code: str
    name: str
    balance_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceSheet:
    """Total assets = total liabilities + total equity, always.

    ``profit_minor`` is the profit of the financial year that ``as_of`` lies in, up to that day, and
    ``earlier_profit_minor`` that of the years before; both are part of the total equity.
    """

    as_of: date | None
    assets: tuple[BalanceRow, ...]
    liabilities: tuple[BalanceRow, ...]
    equity: tuple[BalanceRow, ...]
    earlier_profit_minor: int
    profit_minor: int
    total_assets_minor: int
    total_liabilities_minor: int
    total_equity_minor: int


def balance_sheet(session: Session, *, as_of: date | None = None, year_start_month: int = 1) -> BalanceSheet:
    """Return the balance sheet at the end of a day; None is all that is booked, its profit undivided."""
    heads = account_heads(session)
    figures = moved(session, Period(None, as_of))
    rows: dict[AccountKind, list[BalanceRow]] = {kind: [] for kind in AccountKind}
    for head in heads:
        balance = figures[head.key].balance_minor if head.key in figures else 0
        if balance:
            shown = balance if head.kind is AccountKind.ASSET else -balance
            rows[head.kind].append(BalanceRow(head.account_id, head.code, head.name, shown))
    keys = {head.key for head in heads if head.kind in PROFIT_KINDS}
    profit, earlier = _profit(figures, keys), 0
    if as_of is not None:
        year = financial_year_start(as_of, year_start_month)
        earlier = _profit(moved(session, Period(None, year - timedelta(1))), keys)
    total = {kind: sum(row.balance_minor for row in found) for kind, found in rows.items()}
    return BalanceSheet(
        as_of=as_of,
        assets=tuple(rows[AccountKind.ASSET]),
        liabilities=tuple(rows[AccountKind.LIABILITY]),
        equity=tuple(rows[AccountKind.EQUITY]),
        earlier_profit_minor=earlier,
        profit_minor=profit - earlier,
        total_assets_minor=total[AccountKind.ASSET],
        total_liabilities_minor=total[AccountKind.LIABILITY],
        total_equity_minor=total[AccountKind.EQUITY] + profit,
    )


def _profit(figures: dict[int, Moved], keys: set[int]) -> int:
    return -sum(moved.balance_minor for key, moved in figures.items() if key in keys)
