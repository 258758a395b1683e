"""What a hand-written program would do to answer the same questions, with the same kept totals.

Each function returns what a screen would show, as plain tuples in the order shown.
"""

from __future__ import annotations

import sqlite3
from itertools import accumulate
from typing import Any

Row = tuple[Any, ...]


def busiest_party(connection: sqlite3.Connection) -> bytes:
    """Return the id of the party with the most entries."""
    row = connection.execute(
        """SELECT p.id FROM party_totals t JOIN parties p ON p.key = t.party_key
        ORDER BY t.entries DESC LIMIT 1"""
    ).fetchone()
    return bytes(row[0])


def all_balances(connection: sqlite3.Connection) -> list[Row]:
    """Return every party with its balance, the largest first."""
    return connection.execute(
        """SELECT p.id, p.name, p.phone, p.kind, t.debit_minor - t.credit_minor
        FROM parties p LEFT JOIN party_totals t ON t.party_key = p.key
        WHERE p.deleted = 0 AND p.archived = 0 ORDER BY abs(t.debit_minor - t.credit_minor) DESC"""
    ).fetchall()


_ENTRIES = """SELECT v.id, v.posted_on, v.number, v.kind, v.narration, sum(max(p.amount_minor, 0)),
sum(max(-p.amount_minor, 0)), v.due_on
FROM postings p JOIN vouchers v ON v.seq = p.voucher_seq AND v.status = 0
WHERE p.party_key = (SELECT key FROM parties WHERE id = ?)
GROUP BY p.posted_on, p.voucher_seq"""


def whole_statement(connection: sqlite3.Connection, party: bytes) -> list[Row]:
    """Return every entry of a party, the oldest first, with the running balance."""
    rows = connection.execute(_ENTRIES + " ORDER BY p.posted_on, p.voucher_seq", (party,)).fetchall()
    return [(*row, balance) for row, balance in zip(rows, accumulate(r[5] - r[6] for r in rows), strict=True)]


def first_screen(connection: sqlite3.Connection, party: bytes, count: int) -> list[Row]:
    """Return the newest entries of a party with balances counted back from the closing balance."""
    balance = connection.execute(
        """SELECT debit_minor - credit_minor FROM party_totals
        WHERE party_key = (SELECT key FROM parties WHERE id = ?)""",
        (party,),
    ).fetchone()[0]
    newest = _ENTRIES + " ORDER BY p.posted_on DESC, p.voucher_seq DESC LIMIT ?"
    shown = []
    for row in connection.execute(newest, (party, count)):
        shown.append((*row, balance))
        balance -= row[5] - row[6]
    return shown


def trial_balance(connection: sqlite3.Connection) -> list[Row]:
    """Return every account with what it moved on both sides."""
    return connection.execute(
        """SELECT a.code, a.name, a.kind, sum(m.debit_minor), sum(m.credit_minor)
        FROM account_months m JOIN accounts a ON a.key = m.account_key
        GROUP BY m.account_key ORDER BY a.code"""
    ).fetchall()


def profit_by_month(connection: sqlite3.Connection, first: int, last: int) -> list[Row]:
    """Return income and expense accounts by month, months as year * 100 + month, both included."""
    return connection.execute(
        """SELECT a.code, a.name, a.kind, m.month, m.debit_minor - m.credit_minor
        FROM account_months m JOIN accounts a ON a.key = m.account_key
        WHERE a.kind IN ('income', 'expense') AND m.month BETWEEN ? AND ?
        ORDER BY a.code, m.month""",
        (first, last),
    ).fetchall()
