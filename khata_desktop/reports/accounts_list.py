"""The accounts of the chart with their balances."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import func, or_, select

from khata_desktop.domain.accounts import MONEY_USES, AccountKind, AccountUse
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.reports.common import Query, parameter
from khata_desktop.reports.finding import is_heard_in, words_of
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_A, _M = t.accounts.c, t.account_months.c


class AccountRow(NamedTuple):
    """An account; the balance is debit positive, whatever the kind of account."""

    account_id: AccountId
    code: str
    name: str
    kind: AccountKind
    use: AccountUse
    balance_minor: int
    archived: bool

    @property
    def holds_money(self) -> bool:
        """Whether tenders and payments can go through it."""
        return self.use in MONEY_USES


@lru_cache(maxsize=16)
def _statement(kind: bool, money_only: bool, archived: bool, by_hand: bool, one: bool) -> Query:
    balance = (
        select(func.coalesce(func.sum(_M.debit_minor - _M.credit_minor), 0))
        .where(_M.account_key == _A.key)
        .correlate(t.accounts)
        .scalar_subquery()
    )
    statement = select(_A.id, _A.code, _A.name, _A.kind, _A.use, balance, _A.archived)
    statement = statement.where(_A.deleted == 0).order_by(_A.code, _A.name)
    if one:
        return statement.where(_A.id == parameter("id"))
    if kind:
        statement = statement.where(_A.kind == parameter("kind"))
    if money_only:
        statement = statement.where(or_(*(_A.use == use.value for use in sorted(MONEY_USES))))
    if by_hand:
        statement = statement.where(_A.use != AccountUse.INVENTORY.value)
    return statement if archived else statement.where(_A.archived == 0)


def _row(row: Row) -> AccountRow:
    own, code, name, kind, use, balance, archived = row
    return AccountRow(own, code, name, AccountKind(kind), AccountUse(use), balance, bool(archived))


def accounts_list(
    session: Session,
    *,
    kind: AccountKind | None = None,
    money_only: bool = False,
    include_archived: bool = False,
    by_hand: bool = False,
    search: str = "",
) -> list[AccountRow]:
    """Return the accounts in the order of the chart; ``money_only`` those that hold cash or are a bank.

    ``by_hand`` leaves out what no journal may post to: the stock account, which follows the goods.
    """
    statement = _statement(kind is not None, money_only, include_archived, by_hand, False)
    accounts = [_row(row) for row in session.rows(statement, kind=kind.value if kind is not None else None)]
    words = words_of(search)
    if not words:
        return accounts
    # The standard accounts come with the book, without the key that other records are found by.
    return [account for account in accounts if is_heard_in(words, f"{account.name} {account.code}")]


def account_profile(session: Session, *, account_id: AccountId) -> AccountRow:
    """Return one account. Raises UnknownRecord."""
    row = session.row(_statement(False, False, True, False, True), id=account_id)
    if row is None:
        raise UnknownRecord(field="account", entity="account", name=account_id.hex())
    return _row(row)
