"""The totals that are kept so that no report has to add up a year: one place, deltas in, upserts out.

They count live vouchers only: a reversal takes away what its original added, on both sides, so that
debit and credit totals read as if the mistake had never been. ``khata verify`` proves each of them
against the sum it stands for.
"""

from __future__ import annotations

import re
from collections import defaultdict

from sqlcipher3 import dbapi2

from khata_desktop.domain.voucher_errors import TotalTooLarge
from khata_desktop.storage.session import Session

_PARTY = """INSERT INTO party_totals (party_key, debit_minor, credit_minor, entries) VALUES (?, ?, ?, ?)
ON CONFLICT (party_key) DO UPDATE SET debit_minor = debit_minor + excluded.debit_minor,
credit_minor = credit_minor + excluded.credit_minor, entries = entries + excluded.entries"""
_ACCOUNT = """INSERT INTO account_months (account_key, month, debit_minor, credit_minor) VALUES (?, ?, ?, ?)
ON CONFLICT (account_key, month) DO UPDATE SET debit_minor = debit_minor + excluded.debit_minor,
credit_minor = credit_minor + excluded.credit_minor"""
_ITEM = """INSERT INTO item_totals (item_key, on_hand_milli, value_minor) VALUES (?, ?, ?)
ON CONFLICT (item_key) DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli,
value_minor = value_minor + excluded.value_minor"""
_OPEN = """INSERT INTO open_items (voucher_seq, party_key, due_on, open_minor)
SELECT seq, ?, COALESCE(due_on, posted_on), ? FROM vouchers WHERE seq = ?
ON CONFLICT (voucher_seq, party_key) DO UPDATE SET open_minor = open_minor + excluded.open_minor"""
_OPEN_NEW = "INSERT INTO open_items (voucher_seq, party_key, due_on, open_minor) VALUES (?, ?, ?, ?)"
_SETTLED = "DELETE FROM open_items WHERE voucher_seq = ? AND party_key = ? AND open_minor = 0"
_SERIES = """INSERT INTO number_series (prefix, last) VALUES (?, ?)
ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)"""


# Six digits filled up with zeros, then up to nine. Longer ones are of another program's counting.
_COUNT = re.compile(r"\d{6}|[1-9]\d{6,8}", re.ASCII)
LAST_COUNT = 999_999_999


def split_number(number: str) -> tuple[str, int] | None:
    """Return the series and the count of a number of ours (``INV-A-``, 123), or None for any other."""
    prefix, dash, digits = number.rpartition("-")
    return (prefix + dash, int(digits)) if dash and _COUNT.fullmatch(digits) else None


class Totals:
    """What the vouchers of one flush add to the kept totals."""

    def __init__(self) -> None:
        self._parties: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._accounts: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
        self._items: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        self._open: defaultdict[tuple[int, int], int] = defaultdict(int)
        self._due: dict[tuple[int, int], int] = {}
        self._series: dict[str, int] = {}

    def add_posting(
        self, account: int, month: int, party: int | None, amount_minor: int, sign: int = 1
    ) -> None:
        """Count a posting; ``sign`` of -1 takes one away again."""
        side, amount = (0, sign * amount_minor) if amount_minor > 0 else (1, -sign * amount_minor)
        self._accounts[account, month][side] += amount
        if party is not None:
            self._parties[party][side] += amount

    def add_entry(self, party: int, sign: int = 1) -> None:
        """Count a voucher in a party's khata."""
        self._parties[party][2] += sign

    def add_movement(self, item: int, quantity_milli: int, value_minor: int) -> None:
        """Count a stock movement."""
        level = self._items[item]
        level[0] += quantity_milli
        level[1] += value_minor

    def add_open(self, voucher: int, party: int, amount_minor: int) -> None:
        """Change what of a voucher is not settled: positive is due to us, negative not yet used up."""
        self._open[voucher, party] += amount_minor

    def open_new(self, voucher: int, party: int, amount_minor: int, due_on: int) -> None:
        """Count a new voucher as open, before anything is settled by it."""
        self._open[voucher, party] += amount_minor
        self._due[voucher, party] = due_on

    def add_number(self, number: str) -> None:
        """Note the number as taken, when it is of one of our series."""
        taken = split_number(number)
        if taken is not None:
            prefix, count = taken
            self._series[prefix] = max(count, self._series.get(prefix, 0))

    def write(self, session: Session) -> None:
        """Write the deltas; the vouchers themselves are in their table already.

        Raises TotalTooLarge where the file's own bounds refuse a total.
        """
        try:
            self._write(session)
        except dbapi2.IntegrityError as problem:
            if "CHECK" in str(problem):
                raise TotalTooLarge from problem
            raise

    def _write(self, session: Session) -> None:
        if self._parties:
            session.execute_many(_PARTY, [(key, *delta) for key, delta in self._parties.items()])
        session.execute_many(_ACCOUNT, [(*key, *delta) for key, delta in self._accounts.items()])
        if self._items:
            session.execute_many(_ITEM, [(key, *delta) for key, delta in self._items.items()])
        if self._open:
            self._write_open(session)
        if self._series:
            session.execute_many(_SERIES, list(self._series.items()))

    def _write_open(self, session: Session) -> None:
        due = self._due
        new = [(*key, due[key], amount) for key, amount in self._open.items() if amount and key in due]
        old = [(seq, party, amount) for (seq, party), amount in self._open.items()
               if amount and (seq, party) not in due]  # fmt: skip
        session.execute_many(_OPEN_NEW, new)
        session.execute_many(_OPEN, [(party, amount, seq) for seq, party, amount in old])
        session.execute_many(_SETTLED, [(seq, party) for seq, party, _ in old])
