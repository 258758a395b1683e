"""The trial balance: every account's balance; debits and credits come to the same sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from khata_desktop.domain.accounts import AccountKind
from khata_desktop.domain.ids import AccountId
from khata_desktop.reports.account_sums import NOTHING_MOVED, account_heads, moved
from khata_desktop.reports.period import Period
from khata_desktop.storage.session import Session


class TrialBalanceRow(NamedTuple):
    """One account. Opening and balance are debit positive; what moved has both sides positive."""

    account_id: AccountId
    code: str
    name: str
    kind: AccountKind
    opening_minor: int
    moved_debit_minor: int
    moved_credit_minor: int
    balance_minor: int

    @property
    def debit_minor(self) -> int:
        """The balance where it is a debit, else 0."""
        return max(self.balance_minor, 0)

    @property
    def credit_minor(self) -> int:
        """The balance where it is a credit, as a positive amount, else 0."""
        return max(-self.balance_minor, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance:
    """A trial balance at the end of ``period``; debit and credit are equal in each of the three pairs."""

    period: Period
    rows: tuple[TrialBalanceRow, ...]
    opening_debit_minor: int
    opening_credit_minor: int
    moved_debit_minor: int
    moved_credit_minor: int
    debit_minor: int
    credit_minor: int


def trial_balance(
    session: Session, *, as_of: date | None = None, period: Period | None = None
) -> TrialBalance:
    """Return the trial balance at the end of ``period``, or of the day ``as_of``, or of all that is booked.

    Accounts that never moved are left out.
    """
    shown = period or Period(None, as_of)
    now, before = moved(session, shown), {}
    if shown.first_on is not None:
        before = moved(session, Period(None, shown.first_on - timedelta(1)))
    rows = []
    for key, account_id, code, name, kind, _ in account_heads(session):
        debit, credit = now.get(key, NOTHING_MOVED)
        opening = before[key].balance_minor if key in before else 0
        if opening or debit or credit:
            balance = opening + debit - credit
            rows.append(TrialBalanceRow(account_id, code, name, kind, opening, debit, credit, balance))
    return TrialBalance(
        period=shown,
        rows=tuple(rows),
        opening_debit_minor=sum(max(row.opening_minor, 0) for row in rows),
        opening_credit_minor=sum(max(-row.opening_minor, 0) for row in rows),
        moved_debit_minor=sum(row.moved_debit_minor for row in rows),
        moved_credit_minor=sum(row.moved_credit_minor for row in rows),
        debit_minor=sum(row.debit_minor for row in rows),
        credit_minor=sum(row.credit_minor for row in rows),
    )
