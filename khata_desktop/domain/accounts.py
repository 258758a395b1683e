"""Accounts and the standard chart that every book has from birth.

A standard account's id is its code as a 16-byte number (``fixed_id(1000)``), the same in every book,
so that two devices agree on it before they ever meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khata_desktop.domain.ids import AccountId, fixed_id


class AccountKind(StrEnum):
    """The five kinds of account; assets and expenses are debit-positive, the others credit-positive."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class AccountUse(StrEnum):
    """What the program uses an account for; decides where it can be chosen."""

    CASH = "cash"
    BANK = "bank"
    RECEIVABLE = "receivable"
    PAYABLE = "payable"
    INVENTORY = "inventory"
    TAX = "tax"
    SALES = "sales"
    COST = "cost"
    OPENING = "opening"
    ROUNDING = "rounding"
    OTHER = "other"


MONEY_USES = frozenset({AccountUse.CASH, AccountUse.BANK})

#: The accounts that carry khatas: what is posted to them names whose.
KHATA_USES = frozenset({AccountUse.RECEIVABLE, AccountUse.PAYABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of the chart."""

    id: AccountId
    code: str
    name: str
    kind: AccountKind
    use: AccountUse = AccountUse.OTHER
    archived: bool = False
    deleted: bool = False

    @property
    def holds_money(self) -> bool:
        """Whether tenders and payments can go through it."""
        return self.use in MONEY_USES

    @property
    def carries_khatas(self) -> bool:
        """Whether its balance is that of khatas, so that every posting must name a party."""
        return self.use in KHATA_USES


CASH = AccountId(fixed_id(1000))
BANK = AccountId(fixed_id(1010))
RECEIVABLE = AccountId(fixed_id(1100))
INVENTORY = AccountId(fixed_id(1200))
INPUT_TAX = AccountId(fixed_id(1300))
PAYABLE = AccountId(fixed_id(2000))
OUTPUT_TAX = AccountId(fixed_id(2100))
CAPITAL = AccountId(fixed_id(3000))
DRAWINGS = AccountId(fixed_id(3100))
OPENING_BALANCES = AccountId(fixed_id(3200))
SALES = AccountId(fixed_id(4000))
SALES_RETURNS = AccountId(fixed_id(4010))
SERVICE_INCOME = AccountId(fixed_id(4100))
OTHER_INCOME = AccountId(fixed_id(4900))
COST_OF_GOODS = AccountId(fixed_id(5000))
ROUNDING = AccountId(fixed_id(5900))
GENERAL_EXPENSES = AccountId(fixed_id(6000))


def _account(code: int, name: str, kind: AccountKind, use: AccountUse = AccountUse.OTHER) -> Account:
    return Account(id=AccountId(fixed_id(code)), code=str(code), name=name, kind=kind, use=use)


_A, _L, _Q, _I, _X = AccountKind
STANDARD_CHART: tuple[Account, ...] = (
    _account(1000, "Cash in hand", _A, AccountUse.CASH),
    _account(1010, "Bank", _A, AccountUse.BANK),
    _account(1020, "Digital wallet", _A, AccountUse.BANK),
    _account(1100, "Customers", _A, AccountUse.RECEIVABLE),
    _account(1200, "Stock", _A, AccountUse.INVENTORY),
    _account(1300, "Tax paid on purchases", _A, AccountUse.TAX),
    _account(1500, "Furniture and equipment", _A),
    _account(2000, "Suppliers", _L, AccountUse.PAYABLE),
    _account(2100, "Tax collected on sales", _L, AccountUse.TAX),
    _account(2500, "Loans taken", _L),
    _account(3000, "Owner's capital", _Q),
    _account(3100, "Owner's drawings", _Q),
    _account(3200, "Opening balances", _Q, AccountUse.OPENING),
    _account(4000, "Sales", _I, AccountUse.SALES),
    _account(4010, "Sales returns", _I),
    _account(4100, "Service income", _I),
    _account(4900, "Other income", _I),
    _account(5000, "Cost of goods sold", _X, AccountUse.COST),
    _account(5900, "Rounding", _X, AccountUse.ROUNDING),
    _account(6000, "General expenses", _X),
    _account(6100, "Rent", _X),
    _account(6200, "Electricity and bills", _X),
    _account(6300, "Salaries and wages", _X),
    _account(6400, "Transport", _X),
    _account(6500, "Tea and food", _X),
    _account(6600, "Repairs", _X),
    _account(6700, "Bank charges", _X),
)
