"""Proving a book: the chain of the log, every voucher's balance, every kept total against its sum.

The deep check builds every table anew from the log, in a scratch file and by the same projection that
wrote the book, and compares them row by row. Nothing is ever mended here: what is found is told.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from khata_desktop.storage.amount_words import amounts_of
from khata_desktop.storage.database import check_stood_still, open_connection
from khata_desktop.storage.event_log import FIRST_HASH, link_hash
from khata_desktop.storage.faults import NONSENSE, faults_named
from khata_desktop.storage.findings import Finding, Progress
from khata_desktop.storage.khata_check import khatas_apart
from khata_desktop.storage.rebuild_check import apart_from_log
from khata_desktop.storage.session import Session
from khata_desktop.storage.totals import split_number

_MOST_FINDINGS = 20
_EVERY = 20_000


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a book came to; ``findings`` is empty for a book that is right."""

    findings: tuple[Finding, ...]
    events: int
    vouchers: int
    deep: bool

    @property
    def is_right(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify_file(path: Path, *, deep: bool = False, progress: Progress | None = None) -> Verification:
    """Check a book, which may be in use meanwhile.

    ``progress`` is called with (done, total, what); what it raises ends the check. Raises StorageError
    for a file that cannot be read at all.
    """
    tell = progress or (lambda _done, _total, _words: None)
    with tempfile.TemporaryDirectory(prefix="khata-verify-") if deep else nullcontext("") as folder:
        connection = open_connection(path, upgrade=False, even_if_full=True)
        with closing(connection), faults_named(path):
            # One state of the book for all checks, whatever is written in between.
            connection.execute("BEGIN")
            session = Session(connection)
            findings = [*verify_session(session, progress=tell)]
            if deep and not findings:
                scratch = Path(folder) / "rebuilt.khata"
                findings += apart_from_log(session, scratch, tell)
            events = _one(session, "SELECT count(*) FROM event_log")
            vouchers = _one(session, "SELECT count(*) FROM vouchers WHERE status <> 2")
            connection.execute("COMMIT")
            check_stood_still(path, connection)
    return Verification(tuple(findings), events, vouchers, deep)


def verify_session(session: Session, *, progress: Progress | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the book that the session reads, the file first, the totals last."""
    tell = progress or (lambda _done, _total, _words: None)
    checks: tuple[tuple[str, Callable[[Session], Iterator[Finding]]], ...] = (
        ("file", _file),
        ("balance of every voucher", _vouchers),
        ("khata totals", _party_totals),
        ("account totals", _account_months),
        ("stock totals", _item_totals),
        ("stock value", _stock_value),
        ("khata accounts", _khatas),
        ("open items", _open_items),
        ("numbers", _number_series),
    )
    yield from _chain(session, tell)
    for number, (words, check) in enumerate(checks):
        tell(number, len(checks), words)
        yield from _carried_out(words, check(session))
    tell(len(checks), len(checks), "totals")


def _carried_out(words: str, check: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what a check finds; that it cannot be carried out on a damaged file is a finding too."""
    try:
        yield from check
    except (dbapi2.Error, *NONSENSE) as problem:
        yield Finding(words, f"cannot be checked: {problem}")


# --- the log ----------------------------------------------------------------------------------


def _chain(session: Session, tell: Progress) -> Iterator[Finding]:
    first = 1
    try:
        total = _one(session, "SELECT COALESCE(max(seq), 0) FROM event_log")
        actors = dict(session.execute("SELECT key, id FROM log_actors").fetchall())
        previous, who = FIRST_HASH, set[tuple[int, int]]()
    except (dbapi2.Error, *NONSENSE) as problem:
        yield Finding("chain", f"the log cannot be read: {problem}")
        return
    while first <= total:
        tell(first - 1, total, "chain of the log")
        try:
            last = min(first + _EVERY - 1, total)
            previous = _check_links(session, actors, previous, first, last, who)
        except (dbapi2.Error, *NONSENSE) as problem:
            yield Finding("chain", str(problem))
            return
        first += _EVERY
    yield from _carried_out("actors", _actors(session, {(actors[one], actors[other]) for one, other in who}))


def _check_links(
    session: Session,
    actors: dict[int, bytes],
    previous: bytes,
    first: int,
    last: int,
    who: set[tuple[int, int]],
) -> bytes:
    """Check some events of the log and return the hash of the last. Raises ValueError naming the bad one.

    The (device, user) of each is added to ``who``.
    """
    expected = first
    for seq, hlc, device, user, payload, digest in session.execute(_LINKS, (first, last)):
        if seq != expected:
            raise ValueError(f"event {expected} is missing")
        if device not in actors or user not in actors:
            raise ValueError(f"event {seq} names no known device or user")
        if link_hash(previous, seq, hlc, actors[device], actors[user], payload) != digest:
            raise ValueError(f"event {seq} was altered, or the hash before it")
        who.add((device, user))
        previous, expected = digest, seq + 1
    if expected <= last:
        raise ValueError(f"event {expected} is missing")
    return previous


def _actors(session: Session, who: set[tuple[bytes, bytes]]) -> Iterator[Finding]:
    """Yield which devices and users of the log the book, as it is now, does not know.

    A device that writes to these books too is known by its credential, and may come before its record; one
    that goes on after a restore bears its author's name.
    """
    devices, users, authors = (
        {one for row in session.execute(f"SELECT {columns} FROM {table}").fetchall() for one in row}
        for columns, table in (("id", "devices"), ("id", "users"), ("device_id, author", "sync_authors"))
    )
    for device in sorted({device for device, _ in who} - devices - authors):
        yield Finding("actors", f"the log names a device the book does not know: {device.hex()}")
    for user in sorted({user for device, user in who if device in devices} - users):
        yield Finding("actors", f"the log names a user the book does not know: {user.hex()}")


def _file(session: Session) -> Iterator[Finding]:
    for (words,) in session.execute("PRAGMA quick_check(5)").fetchall():
        if words != "ok":
            yield Finding("file", str(words))
    for table, key, parent, _ in session.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FINDINGS):
        yield Finding("file", f"row {key} of {table} names nothing in {parent}")
    for meta, table in (("device_id", "devices"), ("user_id", "users")):
        known = f"SELECT count(*) FROM meta JOIN {table} ON id = value WHERE meta.key = ?"
        if not session.execute(known, (meta,)).fetchone()[0]:
            yield Finding("file", f"the book's own {meta} is that of nobody it knows")


# --- vouchers and totals ----------------------------------------------------------------------

_LINKS = """SELECT seq, hlc, device, user, payload, hash FROM event_log WHERE seq BETWEEN ? AND ?
ORDER BY seq"""
_UNBALANCED = """SELECT COALESCE(v.number, 'entry ' || p.voucher_seq), p.difference FROM
(SELECT voucher_seq, sum(amount_minor) AS difference FROM postings NOT INDEXED
GROUP BY voucher_seq HAVING sum(amount_minor) <> 0 LIMIT 20) p
LEFT JOIN vouchers v ON v.seq = p.voucher_seq"""
# The second byte of an event says what it is: 1 a voucher, 2 a reversal, 3 a change of a record.
_WITHOUT_EVENT = """SELECT e.seq FROM event_log e
WHERE (substr(e.payload, 2, 1) IN (x'01', x'02')) <> EXISTS (SELECT 1 FROM vouchers v WHERE v.seq = e.seq)
LIMIT 20"""
_BILLS_APART = """SELECT v.number, v.total_minor, l.total_minor + v.round_off_minor
FROM (SELECT voucher_seq, sum(total_minor) AS total_minor FROM voucher_lines GROUP BY voucher_seq) l
JOIN vouchers v ON v.seq = l.voucher_seq
WHERE l.total_minor + v.round_off_minor <> v.total_minor LIMIT 20"""
_TWINS = """SELECT v.number FROM vouchers v JOIN vouchers r ON r.seq = v.counterpart_seq
WHERE v.status = 1 AND (r.status <> 2 OR r.counterpart_seq <> v.seq) LIMIT 20"""
# Few vouchers do not count, so leaving them out is faster than looking up each that does.
_COUNTS = "voucher_seq NOT IN (SELECT seq FROM vouchers WHERE status <> 0)"
_PARTY_SUMS = f"""SELECT party_key, sum(max(amount_minor, 0)), -sum(min(amount_minor, 0)),
count(DISTINCT voucher_seq)
FROM postings WHERE party_key IS NOT NULL AND {_COUNTS} GROUP BY party_key"""
_ACCOUNT_DAYS = f"""SELECT account_key, posted_on, sum(max(amount_minor, 0)), -sum(min(amount_minor, 0))
FROM postings WHERE {_COUNTS} GROUP BY account_key, posted_on"""
_ITEM_SUMS = f"""SELECT item_key, sum(quantity_milli), sum(value_minor) FROM stock_movements
WHERE {_COUNTS} GROUP BY item_key"""
_STOCK_APART = """SELECT v.number, m.value, COALESCE(p.value, 0) FROM
(SELECT voucher_seq, sum(value_minor) AS value FROM stock_movements GROUP BY voucher_seq) m
JOIN vouchers v ON v.seq = m.voucher_seq
LEFT JOIN (SELECT voucher_seq, sum(amount_minor) AS value FROM postings
    JOIN accounts ON accounts.key = account_key AND accounts.use = 'inventory' GROUP BY voucher_seq) p
ON p.voucher_seq = m.voucher_seq WHERE m.value <> COALESCE(p.value, 0) LIMIT 20"""
# What each voucher left open: its effect on the khata, less what is settled of it on either side.
_SETTLED = (
    "DROP TABLE IF EXISTS temp.settled",
    """CREATE TEMP TABLE settled (seq INTEGER, party INTEGER, amount INTEGER, PRIMARY KEY (seq, party))
    WITHOUT ROWID""",
    f"""INSERT INTO settled SELECT a.voucher_seq, v.party_key, sum(a.amount_minor)
    FROM allocations a JOIN vouchers v ON v.seq = a.voucher_seq AND v.status = 0
    WHERE a.against_{_COUNTS.removeprefix("voucher_")} GROUP BY a.voucher_seq""",
    f"""INSERT INTO settled SELECT a.against_seq, v.party_key, sum(a.amount_minor)
    FROM allocations a JOIN vouchers v ON v.seq = a.voucher_seq AND v.status = 0
    WHERE a.against_{_COUNTS.removeprefix("voucher_")} GROUP BY a.against_seq, v.party_key
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount""",
)
# Where that differs: what two devices settled at once is overpaid, and others of its own sign use that up, so
# each settling voucher's sign counts. It costs too much to ask it of all.
_LEFT = f"""own.effect - sign(own.effect) * (
    SELECT COALESCE(sum(a.amount_minor), 0) FROM allocations a
    JOIN vouchers v ON v.seq = a.voucher_seq AND v.party_key = own.party_key
    WHERE a.voucher_seq = own.voucher_seq AND a.against_{_COUNTS.removeprefix("voucher_")}
) + (
    SELECT COALESCE(sum(a.amount_minor * (SELECT sign(sum(q.amount_minor)) FROM postings q
        WHERE q.voucher_seq = a.voucher_seq AND q.party_key = own.party_key)), 0)
    FROM allocations a JOIN vouchers v
        ON v.seq = a.voucher_seq AND v.status = 0 AND v.party_key = own.party_key
    WHERE a.against_seq = own.voucher_seq
)"""
_OPEN_APART = f"""SELECT own.number, own.left_minor, COALESCE(i.open_minor, 0) FROM (
    SELECT p.voucher_seq, p.party_key, v.number, sum(p.amount_minor) AS effect,
        sum(p.amount_minor) - sign(sum(p.amount_minor)) * COALESCE(s.amount, 0) AS left_minor
    FROM postings p NOT INDEXED
    CROSS JOIN vouchers v ON v.seq = p.voucher_seq AND v.status = 0
    LEFT JOIN settled s ON s.seq = p.voucher_seq AND s.party = p.party_key
    WHERE p.party_key IS NOT NULL GROUP BY p.voucher_seq, p.party_key
) own
LEFT JOIN open_items i ON i.voucher_seq = own.voucher_seq AND i.party_key = own.party_key
WHERE own.left_minor <> COALESCE(i.open_minor, 0) AND {_LEFT} <> COALESCE(i.open_minor, 0) LIMIT 20"""
_OPEN_OF_NOTHING = """SELECT v.number, i.open_minor FROM open_items i
LEFT JOIN vouchers v ON v.seq = i.voucher_seq
WHERE v.status IS NOT 0 OR NOT EXISTS (
    SELECT 1 FROM postings p WHERE p.voucher_seq = i.voucher_seq AND p.party_key = i.party_key) LIMIT 20"""


def _vouchers(session: Session) -> Iterator[Finding]:
    shown = amounts_of(session)
    for number, difference in session.execute(_UNBALANCED).fetchall():
        yield Finding("balance", f"{number} is out of balance by {shown(difference)}")
    for (number,) in session.execute(_TWINS).fetchall():
        yield Finding("balance", f"{number} is void without its reversal")
    for (seq,) in session.execute(_WITHOUT_EVENT).fetchall():
        yield Finding("balance", f"event {seq} and the vouchers do not agree whether there is one")
    for number, total, lines in session.execute(_BILLS_APART).fetchall():
        yield Finding("balance", f"{number} comes to {shown(total)}, but its lines to {shown(lines)}")


def _party_totals(session: Session) -> Iterator[Finding]:
    kept = session.execute("SELECT party_key, debit_minor, credit_minor, entries FROM party_totals")
    yield from _compare(
        "khata totals",
        {key: figures for key, *figures in kept if any(figures)},
        {key: figures for key, *figures in session.execute(_PARTY_SUMS)},
        lambda key: f"party {key}",
    )


def _account_months(session: Session) -> Iterator[Finding]:
    sums: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for account, day, debit, credit in session.execute(_ACCOUNT_DAYS):
        on = date.fromordinal(day)
        total = sums[account, on.year * 100 + on.month]
        total[0] += debit
        total[1] += credit
    kept = session.execute("SELECT account_key, month, debit_minor, credit_minor FROM account_months")
    yield from _compare(
        "account totals",
        {(account, month): figures for account, month, *figures in kept if any(figures)},
        dict(sums),
        lambda key: f"account {key[0]} in month {key[1]}",
    )


def _item_totals(session: Session) -> Iterator[Finding]:
    kept = session.execute("SELECT item_key, on_hand_milli, value_minor FROM item_totals")
    sums = session.execute(_ITEM_SUMS)
    yield from _compare(
        "stock totals",
        {key: figures for key, *figures in kept.fetchall() if any(figures)},
        {key: figures for key, *figures in sums.fetchall() if any(figures)},
        lambda key: f"item {key}",
    )


def _stock_value(session: Session) -> Iterator[Finding]:
    shown = amounts_of(session)
    for number, goods, posted in session.execute(_STOCK_APART).fetchall():
        apart = f"{number} moves goods worth {shown(goods)} but posts {shown(posted)} to stock"
        yield Finding("stock value", apart)


def _khatas(session: Session) -> Iterator[Finding]:
    return (Finding("khata accounts", words) for words in khatas_apart(session))


def _open_items(session: Session) -> Iterator[Finding]:
    shown = amounts_of(session)
    for statement in _SETTLED:
        session.execute(statement)
    for number, left, kept in session.execute(_OPEN_APART).fetchall():
        apart = f"{number}: kept {shown(kept)}, what is settled of it leaves {shown(left)}"
        yield Finding("open items", apart)
    for number, kept in session.execute(_OPEN_OF_NOTHING).fetchall():
        gone = number or "a voucher that is not there"
        yield Finding("open items", f"{gone}: kept {shown(kept)}, leaves nothing")
    session.execute("DROP TABLE temp.settled")


def _number_series(session: Session) -> Iterator[Finding]:
    taken: dict[str, int] = {}
    for (number,) in session.execute("SELECT number FROM vouchers"):
        found = split_number(number)
        if found is not None and found[1] > taken.get(found[0], 0):
            taken[found[0]] = found[1]
    kept = dict(session.execute("SELECT prefix, last FROM number_series").fetchall())
    for prefix, last in taken.items():
        if kept.get(prefix) != last:
            yield Finding("numbers", f"series {prefix} is kept at {kept.get(prefix)}, but {last} was given")


def _compare(
    check: str, kept: dict[Any, Any], sums: dict[Any, Any], name: Callable[[Any], str]
) -> Iterator[Finding]:
    wrong = (key for key in {**kept, **sums} if list(kept.get(key, ())) != list(sums.get(key, ())))
    for _, key in zip(range(_MOST_FINDINGS), wrong, strict=False):
        yield Finding(
            check, f"{name(key)}: kept {tuple(kept.get(key, ()))}, sums give {tuple(sums.get(key, ()))}"
        )


def _one(session: Session, sql: str) -> int:
    return int(session.execute(sql).fetchone()[0])
