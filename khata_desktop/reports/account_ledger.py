"""What went through one account: the cash book, the bank book, any ledger; whole or page by page."""

from __future__ import annotations

from dataclasses import dataclass

from khata_desktop.domain.accounts import AccountKind
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.records import Entity
from khata_desktop.reports import running
from khata_desktop.reports.accounts_list import account_profile
from khata_desktop.reports.common import PAGE, Anchor, key_of
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.running import LedgerFilter, LedgerRow, LedgerTotals
from khata_desktop.storage.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLedger:
    """An account's ledger for a period, the oldest row first; balances are debit positive.

    Unfiltered, opening + debit - credit = closing; with a text, debit and credit are of the rows shown.
    """

    account_id: AccountId
    code: str
    name: str
    kind: AccountKind
    period: Period
    opening_minor: int
    rows: tuple[LedgerRow, ...]
    debit_minor: int
    credit_minor: int
    closing_minor: int


def account_ledger(
    session: Session, *, account_id: AccountId, period: Period = ALL_TIME, text: str = ""
) -> AccountLedger:
    """Return the whole ledger of an account for a period. Raises UnknownRecord."""
    head = account_profile(session, account_id=account_id)
    key = key_of(session, Entity.ACCOUNT, account_id)
    opening = running.balance_before(session, "account_key", key, period)
    wanted = LedgerFilter(period, text=text.strip())
    rows = running.whole_ledger(session, "account_key", key, wanted, opening)
    return AccountLedger(
        account_id=account_id,
        code=head.code,
        name=head.name,
        kind=head.kind,
        period=period,
        opening_minor=opening,
        rows=tuple(rows),
        debit_minor=sum(row.debit_minor for row in rows),
        credit_minor=sum(row.credit_minor for row in rows),
        closing_minor=running.balance_after(session, "account_key", key, period),
    )


def account_ledger_totals(
    session: Session, *, account_id: AccountId, period: Period = ALL_TIME, text: str = ""
) -> LedgerTotals:
    """Return how many rows there are and what they add up to. Raises UnknownRecord."""
    key = key_of(session, Entity.ACCOUNT, account_id)
    return running.ledger_totals(session, "account_key", key, LedgerFilter(period, text=text.strip()))


def account_ledger_page(
    session: Session,
    *,
    account_id: AccountId,
    period: Period = ALL_TIME,
    text: str = "",
    first: int = 0,
    count: int = PAGE,
    anchor: Anchor | None = None,
) -> list[LedgerRow]:
    """Return one page of an account's ledger, the newest row first. Raises UnknownRecord."""
    key = key_of(session, Entity.ACCOUNT, account_id)
    return running.ledger_page(
        session,
        "account_key",
        key,
        LedgerFilter(period, text=text.strip()),
        first=first,
        count=count,
        anchor=anchor,
    )


def account_ledger_anchors(
    session: Session,
    *,
    account_id: AccountId,
    period: Period = ALL_TIME,
    text: str = "",
    every: int = PAGE,
) -> list[Anchor]:
    """Return the key of the first row of every page; empty when pages go by offset."""
    key = key_of(session, Entity.ACCOUNT, account_id)
    wanted = LedgerFilter(period, text=text.strip())
    return running.ledger_anchors(session, "account_key", key, wanted, every)
