"""What accounts moved in a period: whole months from the kept totals, parts of a month from the postings.

So a statement of any period reads some hundred kept totals and at most two months of one index.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from khata_desktop.domain.accounts import AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.common import parameter
from khata_desktop.reports.period import Period, month_number
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

#: The accounts that make the profit.
PROFIT_KINDS = (AccountKind.INCOME, AccountKind.EXPENSE)

_KINDS = {kind.value: kind for kind in AccountKind}
_USES = {use.value: use for use in AccountUse}
_M, _A, _P, _V = t.account_months.c, t.accounts.c, t.postings.c, t.vouchers.c
_DAYS = (parameter("first"), parameter("last"))

_PROFIT_MONTHS = (
    select(_M.account_key, _M.month, _M.debit_minor - _M.credit_minor)
    .select_from(t.accounts)
    .join(t.account_months, _M.account_key == _A.key)
    .where(
        _A.kind.in_([literal_column(f"'{kind.value}'") for kind in PROFIT_KINDS]), _M.month.between(*_DAYS)
    )
)
_MONTHS_SUMMED = (
    select(_M.account_key, func.sum(_M.debit_minor), func.sum(_M.credit_minor))
    .where(_M.month.between(*_DAYS))
    .group_by(_M.account_key)
)
# Beginning with the few accounts leads through the index of postings by account and day.
_PART = (
    select(_A.key, func.sum(func.max(_P.amount_minor, 0)), func.sum(func.max(-_P.amount_minor, 0)))
    .select_from(t.accounts)
    .join(t.postings, _P.account_key == _A.key)
    .where(_P.posted_on.between(*_DAYS))
    .group_by(_A.key)
)
# Each reversal stands for as much debit and as much credit that neither side should count.
_CANCELLED = (
    select(_P.account_key, func.sum(func.abs(_P.amount_minor)))
    .select_from(t.vouchers)
    .join(t.postings, _P.voucher_seq == _V.seq)
    .where(_V.kind == VoucherKind.REVERSAL.value, _V.posted_on.between(*_DAYS))
    .group_by(_P.account_key)
)
_BALANCE_BEFORE_MONTH = select(func.coalesce(func.sum(_M.debit_minor - _M.credit_minor), 0)).where(
    _M.account_key == parameter("key"), _M.month < parameter("month")
)
_BALANCE_IN_MONTH = select(func.coalesce(func.sum(_P.amount_minor), 0)).where(
    _P.account_key == parameter("key"), _P.posted_on.between(*_DAYS)
)
_ACCOUNTS = select(_A.key, _A.id, _A.code, _A.name, _A.kind, _A.use).order_by(_A.code, _A.name)


class AccountHead(NamedTuple):
    """An account as statements show it."""

    key: int
    account_id: AccountId
    code: str
    name: str
    kind: AccountKind
    use: AccountUse


class Moved(NamedTuple):
    """What an account moved, both sides positive; the balance is debit - credit."""

    debit_minor: int
    credit_minor: int

    @property
    def balance_minor(self) -> int:
        """Debit less credit."""
        return self.debit_minor - self.credit_minor


NOTHING_MOVED = Moved(0, 0)


def balance_at_end_of(session: Session, key: int, day: date | None) -> int:
    """Return the balance of one account at the end of a day, or of all that is booked."""
    month = 1_000_000 if day is None else month_number(day)
    balance: int = session.value(_BALANCE_BEFORE_MONTH, key=key, month=month)
    if day is not None:
        first = day.replace(day=1).toordinal()
        balance += session.value(_BALANCE_IN_MONTH, key=key, first=first, last=day.toordinal())
    return balance


def account_heads(session: Session) -> list[AccountHead]:
    """Return all accounts in the order of the chart."""
    return [
        AccountHead(key, own, code, name, _KINDS[kind], _USES[use])
        for key, own, code, name, kind, use in session.rows(_ACCOUNTS)
    ]


class _Cut(NamedTuple):
    """A period as whole months and what is left over at its ends."""

    first_month: int
    last_month: int
    parts: tuple[Period, ...]


_NO_MONTHS = (1, 0)


def _cut(period: Period) -> _Cut:
    first, last = period.first_on, period.last_on
    if first is not None and last is not None and first > last:
        return _Cut(*_NO_MONTHS, ())
    starts_whole = first is None or first.day == 1
    ends_whole = last is None or (last + timedelta(1)).day == 1
    one_month = first is not None and last is not None and month_number(first) == month_number(last)
    if one_month and not (starts_whole and ends_whole):
        return _Cut(*_NO_MONTHS, (period,))
    parts = []
    first_month = 0 if first is None else month_number(first)
    last_month = 999_999 if last is None else month_number(last)
    if first is not None and not starts_whole:
        following = _month_after(first)
        parts.append(Period(first, following - timedelta(1)))
        first_month = month_number(following)
    if last is not None and not ends_whole:
        begins = last.replace(day=1)
        parts.append(Period(begins, last))
        last_month = month_number(begins - timedelta(1))
    return _Cut(first_month, last_month, tuple(parts))


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def _part(session: Session, part: Period) -> dict[int, Moved]:
    days = {"first": part.first, "last": part.last}
    moved = {key: Moved(debit, credit) for key, debit, credit in session.rows(_PART, **days)}
    for key, amount in session.rows(_CANCELLED, **days):
        debit, credit = moved[key]
        moved[key] = Moved(debit - amount, credit - amount)
    return moved


def moved(session: Session, period: Period) -> dict[int, Moved]:
    """Return what each account moved in a period, by its key."""
    cut = _cut(period)
    rows = session.rows(_MONTHS_SUMMED, first=cut.first_month, last=cut.last_month)
    sums = {key: Moved(debit, credit) for key, debit, credit in rows}
    for part in cut.parts:
        for key, (debit, credit) in _part(session, part).items():
            before = sums.get(key, NOTHING_MOVED)
            sums[key] = Moved(before.debit_minor + debit, before.credit_minor + credit)
    return sums


def profit_by_month(session: Session, period: Period) -> dict[int, dict[int, int]]:
    """Return the balance that each income and expense account moved in each month of a period.

    By the account's key and year * 100 + month; debit positive.
    """
    cut = _cut(period)
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for key, month, balance in session.rows(_PROFIT_MONTHS, first=cut.first_month, last=cut.last_month):
        found[key][month] = balance
    for part in cut.parts:
        if part.first_on is not None:
            for key, figures in _part(session, part).items():
                found[key][month_number(part.first_on)] = figures.balance_minor
    return found
