"""The standard accounts in the user's language; an account that was renamed or added keeps its own name."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from khata_desktop.reports.accounts_list import AccountRow

_STANDARD = (
    QT_TRANSLATE_NOOP("Account", "Cash in hand"),
    QT_TRANSLATE_NOOP("Account", "Bank"),
    QT_TRANSLATE_NOOP("Account", "Digital wallet"),
    QT_TRANSLATE_NOOP("Account", "Customers"),
    QT_TRANSLATE_NOOP("Account", "Stock"),
    QT_TRANSLATE_NOOP("Account", "Tax paid on purchases"),
    QT_TRANSLATE_NOOP("Account", "Furniture and equipment"),
    QT_TRANSLATE_NOOP("Account", "Suppliers"),
    QT_TRANSLATE_NOOP("Account", "Tax collected on sales"),
    QT_TRANSLATE_NOOP("Account", "Loans taken"),
    QT_TRANSLATE_NOOP("Account", "Owner's capital"),
    QT_TRANSLATE_NOOP("Account", "Owner's drawings"),
    QT_TRANSLATE_NOOP("Account", "Opening balances"),
    QT_TRANSLATE_NOOP("Account", "Sales"),
    QT_TRANSLATE_NOOP("Account", "Sales returns"),
    QT_TRANSLATE_NOOP("Account", "Service income"),
    QT_TRANSLATE_NOOP("Account", "Other income"),
    QT_TRANSLATE_NOOP("Account", "Cost of goods sold"),
    QT_TRANSLATE_NOOP("Account", "Rounding"),
    QT_TRANSLATE_NOOP("Account", "General expenses"),
    QT_TRANSLATE_NOOP("Account", "Rent"),
    QT_TRANSLATE_NOOP("Account", "Electricity and bills"),
    QT_TRANSLATE_NOOP("Account", "Salaries and wages"),
    QT_TRANSLATE_NOOP("Account", "Transport"),
    QT_TRANSLATE_NOOP("Account", "Tea and food"),
    QT_TRANSLATE_NOOP("Account", "Repairs"),
    QT_TRANSLATE_NOOP("Account", "Bank charges"),
)


def account_name(account: AccountRow) -> str:
    """Return what to call an account in the window."""
    return translated_account_name(account.name)


def translated_account_name(name: str) -> str:
    """Return a standard account's name in the user's language, any other as it is."""
    return QCoreApplication.translate("Account", name) if name in _STANDARD else name
