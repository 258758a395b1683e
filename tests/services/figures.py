"""What must hold in every book at every moment, worked out from the plain rows and not by the program."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from khata_desktop.domain.accounts import INVENTORY
from khata_desktop.domain.events import VoucherPosted
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, VoucherId
from khata_desktop.domain.vouchers import Voucher
from khata_desktop.services.books import Books
from khata_desktop.services.posting import Posted
from khata_desktop.storage import lookups
from khata_desktop.storage.event_log import FIRST_HASH, entry_hash, read_entries
from khata_desktop.wire.encoding import decode_event

Rows = list[tuple[Any, ...]]


def rows(books: Books, sql: str, values: Sequence[object] = ()) -> Rows:
    """Return the rows of a question put to the file in plain SQL."""
    found: Rows = books.query(lambda session: session.execute(sql, values).fetchall())
    return found


def balance(books: Books, account_id: AccountId) -> int:
    """Return an account's balance, debit positive, from its postings."""
    sql = "SELECT SUM(amount_minor) FROM postings JOIN accounts ON key = account_key WHERE id = ?"
    return int(rows(books, sql, (account_id,))[0][0] or 0)


def khata(books: Books, party_id: PartyId) -> int:
    """Return what a party owes, from its postings."""
    sql = "SELECT SUM(amount_minor) FROM postings JOIN parties ON key = party_key WHERE id = ?"
    return int(rows(books, sql, (party_id,))[0][0] or 0)


def on_hand(books: Books, item_id: ItemId) -> tuple[int, int]:
    """Return what is on hand of an item (thousandths) and its value, from its movements."""
    sql = """SELECT SUM(quantity_milli), SUM(value_minor) FROM stock_movements
    JOIN items ON key = item_key WHERE id = ?"""
    quantity, value = rows(books, sql, (item_id,))[0]
    return quantity or 0, value or 0


def still_open(books: Books, party_id: PartyId) -> dict[str, int]:
    """Return what stands open in a khata, by voucher number; advances are negative."""
    found = books.query(lookups.unsettled_of, party_id)
    return {entry.number: entry.open_minor for entry in found}


def booked(books: Books, voucher: Posted | VoucherId) -> Voucher:
    """Return a voucher as it lies in the log."""
    own = voucher.voucher_id if isinstance(voucher, Posted) else voucher
    header = books.query(lookups.get_header, own)
    assert header is not None
    event = decode_event(header.payload)
    assert isinstance(event, VoucherPosted)
    return event.voucher


def posted_to(voucher: Voucher) -> dict[AccountId, list[int]]:
    """Return the amounts of a voucher's postings, by account."""
    found: dict[AccountId, list[int]] = defaultdict(list)
    for posting in voucher.postings:
        found[posting.account_id].append(posting.amount_minor)
    return dict(found)


def log_length(books: Books) -> int:
    """Return how many events are in the log."""
    return int(rows(books, "SELECT COUNT(*) FROM event_log")[0][0])


def assert_all_holds(books: Books) -> None:
    """Check everything that must hold in every book at every moment."""
    _every_voucher_balances(books)
    _account_months_are_the_sums(books)
    _party_totals_are_the_sums(books)
    _stock_is_the_sum_of_movements_and_the_stock_account(books)
    _open_items_are_what_is_not_settled(books)
    _numbers_are_taken_once(books)
    _log_is_one_chain(books)


def _every_voucher_balances(books: Books) -> None:
    sql = "SELECT voucher_seq, SUM(amount_minor) FROM postings GROUP BY 1 HAVING SUM(amount_minor) <> 0"
    assert rows(books, sql) == []
    headless = "SELECT 1 FROM postings WHERE voucher_seq NOT IN (SELECT seq FROM vouchers)"
    assert rows(books, headless) == []


def _account_months_are_the_sums(books: Books) -> None:
    sums: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    sql = """SELECT account_key, p.posted_on, amount_minor FROM postings p
    JOIN vouchers ON seq = voucher_seq WHERE status = 0"""
    for account, day, amount in rows(books, sql):
        posted_on = date.fromordinal(day)
        sums[account, posted_on.year * 100 + posted_on.month][amount < 0] += abs(amount)
    kept = {(account, month): [debit, credit]
            for account, month, debit, credit in rows(books, "SELECT * FROM account_months")
            if debit or credit}  # fmt: skip
    assert kept == {key: sides for key, sides in sums.items() if any(sides)}
    assert sum(debit - credit for debit, credit in kept.values()) == 0


def _party_totals_are_the_sums(books: Books) -> None:
    sql = """SELECT party_key, SUM(max(amount_minor, 0)), SUM(max(-amount_minor, 0)),
    COUNT(DISTINCT voucher_seq) FROM postings JOIN vouchers ON seq = voucher_seq
    WHERE status = 0 AND postings.party_key IS NOT NULL GROUP BY 1"""
    sql = sql.replace("party_key", "postings.party_key", 1)
    kept = [row for row in rows(books, "SELECT * FROM party_totals ORDER BY 1") if any(row[1:])]
    assert kept == sorted(rows(books, sql))


def _stock_is_the_sum_of_movements_and_the_stock_account(books: Books) -> None:
    sql = "SELECT item_key, SUM(quantity_milli), SUM(value_minor) FROM stock_movements GROUP BY 1"
    moved = rows(books, sql)
    assert rows(books, "SELECT * FROM item_totals ORDER BY 1") == sorted(moved)
    assert sum(value for _, _, value in moved) == balance(books, INVENTORY)
    for _, quantity, value in moved:
        # Goods on hand are worth nothing or more, missing ones nothing or less, and no goods nothing.
        assert quantity * value > 0 or value == 0, (quantity, value)
    apart = """SELECT voucher_seq, SUM(moved), SUM(posted) FROM (
    SELECT voucher_seq, value_minor AS moved, 0 AS posted FROM stock_movements UNION ALL
    SELECT voucher_seq, 0, amount_minor FROM postings JOIN accounts ON key = account_key WHERE id = ?)
    GROUP BY 1 HAVING SUM(moved) <> SUM(posted)"""
    assert rows(books, apart, (INVENTORY,)) == []


def _open_items_are_what_is_not_settled(books: Books) -> None:
    effects = """SELECT voucher_seq, p.party_key, SUM(amount_minor) FROM postings p
    JOIN vouchers ON seq = voucher_seq WHERE status = 0 AND p.party_key IS NOT NULL GROUP BY 1, 2"""
    left = {(seq, party): effect for seq, party, effect in rows(books, effects)}
    was = dict(left)
    settled = """SELECT voucher_seq, a.against_seq, v.party_key, amount_minor FROM allocations a
    JOIN vouchers v ON v.seq = voucher_seq JOIN vouchers w ON w.seq = a.against_seq
    WHERE v.status = 0 AND w.status = 0"""
    for seq, against, party, amount in rows(books, settled):
        for own in ((seq, party), (against, party)):
            left[own] -= amount if was[own] > 0 else -amount
    assert all(rest * was[own] >= 0 for own, rest in left.items()), "more is settled than there was"
    kept = {(seq, party): rest for seq, party, _, rest in rows(books, "SELECT * FROM open_items")}
    assert kept == {own: rest for own, rest in left.items() if rest}
    owed: Counter[int] = Counter()
    for (_, party), rest in kept.items():
        owed[party] += rest
    balances = (
        "SELECT party_key, debit_minor - credit_minor FROM party_totals WHERE debit_minor <> credit_minor"
    )
    assert {party: rest for party, rest in owed.items() if rest} == dict(rows(books, balances))


def _numbers_are_taken_once(books: Books) -> None:
    live = "SELECT number FROM vouchers WHERE status <> 1 GROUP BY number HAVING COUNT(*) > 1"
    assert rows(books, live) == []
    highest: dict[str, int] = {}
    for (number,) in rows(books, "SELECT number FROM vouchers"):
        prefix, _, digits = number.rpartition("-")
        if digits.isdecimal() and len(digits) < 10 and digits == f"{int(digits):06d}":
            highest[prefix + "-"] = max(int(digits), highest.get(prefix + "-", 0))
    assert dict(rows(books, "SELECT * FROM number_series")) == highest


def _log_is_one_chain(books: Books) -> None:
    previous, clock, expected = FIRST_HASH, 0, 1
    for entry in books.query(lambda session: list(read_entries(session))):
        assert entry.seq == expected
        assert entry.envelope.hlc > clock
        assert entry.hash == entry_hash(previous, entry.seq, entry.envelope, entry.payload)
        previous, clock, expected = entry.hash, entry.envelope.hlc, expected + 1
