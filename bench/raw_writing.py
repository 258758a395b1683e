"""What a hand-written program would do to write the same vouchers: ``sqlite3`` and nothing else.

The rows are those the program itself has written into another copy of the same book, with the same
tables, indexes, triggers and durability; only the work of making them is spared.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]

PARTS = ("postings", "voucher_lines", "line_taxes", "stock_movements", "allocations")
_KEPT = ("party_totals", "account_months", "item_totals", "open_items", "number_series")

_PARTY = """INSERT INTO party_totals VALUES (?, ?, ?, ?) ON CONFLICT (party_key) DO UPDATE SET
debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor,
entries = entries + excluded.entries"""
_MONTH = """INSERT INTO account_months VALUES (?, ?, ?, ?) ON CONFLICT (account_key, month) DO UPDATE SET
debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor"""
_ITEM = """INSERT INTO item_totals VALUES (?, ?, ?) ON CONFLICT (item_key) DO UPDATE SET
on_hand_milli = on_hand_milli + excluded.on_hand_milli, value_minor = value_minor + excluded.value_minor"""
_OPEN = """INSERT INTO open_items VALUES (?, ?, ?, ?)
ON CONFLICT (voucher_seq, party_key) DO UPDATE SET open_minor = open_minor + excluded.open_minor"""
_CLOSE = "DELETE FROM open_items WHERE voucher_seq = ? AND party_key = ? AND open_minor = 0"
_SERIES = """INSERT INTO number_series VALUES (?, ?)
ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)"""


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection with the program's own settings."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -32768", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class Batch:
    """The rows of some vouchers, and what they add to the kept totals, ready to be written."""

    def __init__(self, source: sqlite3.Connection, first_seq: int, last_seq: int) -> None:
        span = (first_seq, last_seq)
        self.log: list[Row] = source.execute(
            "SELECT * FROM event_log WHERE seq BETWEEN ? AND ?", span
        ).fetchall()
        self.parts: dict[str, list[Row]] = {
            name: source.execute(f"SELECT * FROM {name} WHERE voucher_seq BETWEEN ? AND ?", span).fetchall()
            for name in PARTS
        }
        self.vouchers: list[Row] = source.execute(
            "SELECT * FROM vouchers WHERE seq BETWEEN ? AND ?", span
        ).fetchall()
        self._add_up(source)

    def _add_up(self, source: sqlite3.Connection) -> None:
        parties: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        months: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
        items: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        due: defaultdict[tuple[int, int], int] = defaultdict(int)
        month_of = dict(
            source.execute(
                """SELECT DISTINCT posted_on,
                CAST(strftime('%Y%m', posted_on - 719163 + 2440587.5) AS INTEGER)
                FROM vouchers WHERE seq BETWEEN ? AND ?""",
                (self.vouchers[0][0], self.vouchers[-1][0]),
            )
        )
        for seq, _, account, party, day, amount in self.parts["postings"]:
            side = 0 if amount > 0 else 1
            months[account, month_of[day]][side] += abs(amount)
            if party is not None:
                parties[party][side] += abs(amount)
                due[seq, party] += amount
        for _, party in due:
            parties[party][2] += 1
        for _, _, item, _, quantity, value in self.parts["stock_movements"]:
            items[item][0] += quantity
            items[item][1] += value
        sign_of = {seq: 1 if amount > 0 else -1 for (seq, _), amount in due.items()}
        party_of = {voucher[0]: voucher[6] for voucher in self.vouchers}
        for seq, against, amount in self.parts["allocations"]:
            due[against, party_of[seq]] += sign_of[seq] * amount
            due[seq, party_of[seq]] -= sign_of[seq] * amount
        due_on = dict(
            source.execute(
                f"""SELECT seq, COALESCE(due_on, posted_on) FROM vouchers
                WHERE seq IN ({", ".join(str(seq) for seq, _ in due)})"""
            )
        )
        self.parties = [(key, *delta) for key, delta in parties.items()]
        self.months = [(*key, *delta) for key, delta in months.items()]
        self.items = [(key, *delta) for key, delta in items.items()]
        self.due = [(*key, due_on[key[0]], delta) for key, delta in due.items() if delta]
        self.closed = [key for key, delta in due.items() if delta]
        self.series: dict[str, int] = {}
        for voucher in self.vouchers:
            prefix, _, count = voucher[3].rpartition("-")
            self.series[prefix + "-"] = max(int(count), self.series.get(prefix + "-", 0))


def write(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write a batch in one durable transaction."""
    connection.execute("BEGIN IMMEDIATE")
    _insert(connection, "event_log", batch.log)
    for name in PARTS:
        _insert(connection, name, batch.parts[name])
    _insert(connection, "vouchers", batch.vouchers)
    _many(connection, _PARTY, batch.parties)
    _many(connection, _MONTH, batch.months)
    _many(connection, _ITEM, batch.items)
    _many(connection, _OPEN, batch.due)
    _many(connection, _CLOSE, batch.closed)
    _many(connection, _SERIES, list(batch.series.items()))
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        _many(connection, f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _many(connection: sqlite3.Connection, sql: str, rows: Sequence[Row]) -> None:
    if len(rows) == 1:
        connection.execute(sql, rows[0])
    elif rows:
        connection.executemany(sql, rows)


def same_totals(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Return whether two books keep the same totals, which shows that the same was written to both."""
    return all(
        one.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        == other.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        for name in _KEPT
    )
