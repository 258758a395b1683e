"""Ledgers with a running balance, of a party or of an account: whole, or a page at a time.

A row is a voucher, whatever it posted to the ledger's party or account: 'bill 1,000, paid 400' is one
row with both. A page of the newest rows counts its balances back from the closing balance, so it
costs the same in a khata of a hundred entries and of a million.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, islice, repeat
from operator import itemgetter, sub
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, func, literal, or_, select

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.account_sums import balance_at_end_of
from khata_desktop.reports.common import (
    KINDS,
    LIVE,
    PAGE,
    Anchor,
    Query,
    is_one_of,
    like,
    line_count_of,
    line_names_of,
    parameter,
    sold_names,
    voucher_holds_text,
)
from khata_desktop.reports.period import Period
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

#: Above the number of any voucher.
LAST_SEQ = 2**62

Owner = Literal["party_key", "account_key"]
Side = Literal["all", "gave", "got"]

_V, _P = t.vouchers.c, t.postings.c
_FIRST, _LAST = parameter("first"), parameter("last")


class LedgerRow(NamedTuple):
    """One voucher in a ledger.

    ``debit_minor`` and ``credit_minor`` are never negative; ``balance_minor`` is what the ledger stood
    at after it. ``sold`` is the names on a bill, one a line of text. ``party_name`` is filled in the
    ledger of an account.
    """

    voucher_id: VoucherId
    seq: int
    posted_on: date
    number: str
    kind: VoucherKind
    narration: str
    sold: str
    debit_minor: int
    credit_minor: int
    balance_minor: int
    due_on: date | None
    party_name: str

    @property
    def line_count(self) -> int:
        """How many lines the bill has, 0 where the voucher is no bill."""
        return line_count_of(self.sold)

    @property
    def line_names(self) -> str:
        """The first things sold: 'atta, ghee, sugar'."""
        return line_names_of(self.sold)


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """What a ledger adds up to for a filter.

    The opening and closing balances are those of the period, filtered or not; the other figures are
    of the rows that the filter shows.
    """

    count: int
    opening_minor: int
    debit_minor: int
    credit_minor: int
    closing_minor: int


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which rows of a ledger to show; ``side`` 'gave' is those with a debit, 'got' those with a credit."""

    period: Period
    side: Side = "all"
    kinds: tuple[VoucherKind, ...] = ()
    text: str = ""

    @property
    def by_period_only(self) -> bool:
        """Whether nothing but the period narrows the rows."""
        return self.side == "all" and not self.kinds and not self.text

    def parameters(self, key: int) -> dict[str, object]:
        """Return the parameters of every statement of this module."""
        return {
            "key": key,
            "first": self.period.first,
            "last": self.period.last,
            "text": like(self.text),
        }


_DEBIT = func.sum(func.max(_P.amount_minor, 0))
_CREDIT = func.sum(func.max(-_P.amount_minor, 0))


def _owned(owner: Owner) -> ColumnElement[bool]:
    return _P[owner] == parameter("key")


def _party_name(owner: Owner) -> ColumnElement[str]:
    """Whose voucher it is, in the ledger of an account; the ledger of a party need not say."""
    return func.coalesce(t.parties.c.name, "") if owner == "account_key" else literal("")


_PARTY_BALANCE = select(t.party_totals.c.debit_minor - t.party_totals.c.credit_minor).where(
    t.party_totals.c.party_key == parameter("key")
)
_PARTY_BALANCE_UNTIL = select(func.coalesce(func.sum(_P.amount_minor), 0)).where(
    _P.party_key == parameter("key"), _P.posted_on <= _LAST
)


@lru_cache(maxsize=8)
def _postings_statement(owner: Owner, newest_first: bool) -> Query:
    """Every posting of a ledger in a period; those of one voucher follow each other.

    They are put together in ``_vouchers``: that is cheaper than grouping, and one statement read as
    far as needed serves a page of any length.
    """
    days, seqs = _P.posted_on, _P.voucher_seq
    statement = (
        select(
            _V.id, seqs, days, _V.number, _V.kind, _V.narration, sold_names(),
            func.max(_P.amount_minor, 0), func.max(-_P.amount_minor, 0), _V.due_on, _party_name(owner),
        )
        .select_from(t.postings)
        .join(t.vouchers, _V.seq == seqs)
        .where(_owned(owner), days.between(_FIRST, _LAST), LIVE)
    )  # fmt: skip
    if owner == "account_key":
        statement = statement.outerjoin(t.parties, t.parties.c.key == _V.party_key)
    if not newest_first:
        return statement.order_by(days, seqs)
    # The period ends with the anchor's day, so this leaves out no more than the rest of that day.
    before_anchor = or_(days < _LAST, seqs <= parameter("seq"))
    return statement.where(before_anchor).order_by(days.desc(), seqs.desc())


@lru_cache(maxsize=8)
def _entries_statement(owner: Owner) -> Query:
    """Day, number in the log and effect of every row of a ledger, the newest first."""
    return (
        select(_P.posted_on, _P.voucher_seq, func.sum(_P.amount_minor).label("effect"))
        .join(t.vouchers, _V.seq == _P.voucher_seq)
        .where(_owned(owner), _P.posted_on.between(_FIRST, _LAST), LIVE)
        .group_by(_P.posted_on, _P.voucher_seq)
        .order_by(_P.posted_on.desc(), _P.voucher_seq.desc())
    )


@lru_cache(maxsize=8)
def _skipped_statement(owner: Owner) -> Query:
    """The key of the row behind the newest ``count`` ones, and what those add up to."""
    entries = _entries_statement(owner)
    newest = entries.limit(parameter("count")).subquery()
    effect = select(func.coalesce(func.sum(newest.c.effect), 0)).scalar_subquery()
    behind = entries.limit(1).offset(parameter("count")).subquery()
    return select(behind.c.posted_on, behind.c.voucher_seq, effect)


@lru_cache(maxsize=8)
def _totals_statement(owner: Owner) -> Query:
    return (
        select(func.count(_P.voucher_seq.distinct()), func.coalesce(_DEBIT, 0), func.coalesce(_CREDIT, 0))
        .join(t.vouchers, _V.seq == _P.voucher_seq)
        .where(_owned(owner), _P.posted_on.between(_FIRST, _LAST), LIVE)
    )


@lru_cache(maxsize=64)
def _filtered(owner: Owner, side: Side, kinds: tuple[VoucherKind, ...], with_text: bool, what: str) -> Query:
    """The rows that a filter shows, with the true running balance within the period as last column."""
    grouped = (
        select(
            _P.voucher_seq.label("seq"),
            _P.posted_on.label("day"),
            _DEBIT.label("debit"),
            _CREDIT.label("credit"),
        )
        .where(_owned(owner), _P.posted_on.between(_FIRST, _LAST))
        .group_by(_P.posted_on, _P.voucher_seq)
        .subquery()
    )
    g = grouped.c
    # A void voucher and its reversal lie on one day and cancel out, so the sum runs over both unharmed.
    running = (
        select(grouped, func.sum(g.debit - g.credit).over(order_by=(g.day, g.seq)).label("balance"))
    ).subquery()
    r = running.c
    conditions = [LIVE]
    if side != "all":
        conditions.append((r.debit if side == "gave" else r.credit) > 0)
    if kinds:
        conditions.append(is_one_of(kinds))
    if with_text:
        conditions.append(voucher_holds_text())
    source = running.join(t.vouchers, _V.seq == r.seq)
    if what == "totals":
        figures = (func.count(), func.coalesce(func.sum(r.debit), 0), func.coalesce(func.sum(r.credit), 0))
        return select(*figures).select_from(source).where(*conditions)
    if owner == "account_key":
        source = source.outerjoin(t.parties, t.parties.c.key == _V.party_key)
    statement = (
        select(
            _V.id, r.seq, r.day, _V.number, _V.kind, _V.narration, sold_names(),
            r.debit, r.credit, r.balance, _V.due_on,
            _party_name(owner),
        )
        .select_from(source)
        .where(*conditions)
    )  # fmt: skip
    if what == "whole":
        return statement.order_by(r.day, r.seq)
    page = statement.order_by(r.day.desc(), r.seq.desc())
    return page.limit(parameter("count")).offset(parameter("offset"))


def balance_before(session: Session, owner: Owner, key: int, period: Period) -> int:
    """Return the balance with which the first day of a period begins."""
    if period.first_on is None:
        return 0
    return _balance_at_end_of(session, owner, key, period.first_on - timedelta(1))


def balance_after(session: Session, owner: Owner, key: int, period: Period) -> int:
    """Return the balance at the end of the last day of a period."""
    return _balance_at_end_of(session, owner, key, period.last_on)


def _balance_at_end_of(session: Session, owner: Owner, key: int, day: date | None) -> int:
    if owner == "account_key":
        return balance_at_end_of(session, key, day)
    if day is None:
        return session.value(_PARTY_BALANCE, key=key) or 0
    return int(session.value(_PARTY_BALANCE_UNTIL, key=key, last=day.toordinal()))


def _built(rows: list[Row], balances: Iterable[int]) -> list[LedgerRow]:
    """Return ledger rows; made column by column, which for a long statement halves the time."""
    if not rows:
        return []
    ids, seqs, days, numbers, kinds, notes, sold, debits, credits, dues, parties = zip(*rows, strict=True)
    # A long khata has several rows a day, and each day need be made only once.
    day_of = {day: date.fromordinal(day) for day in {*days, *dues} if day is not None}
    return list(
        map(
            tuple.__new__,
            repeat(LedgerRow),
            zip(
                ids, seqs, map(day_of.__getitem__, days), numbers, map(KINDS.__getitem__, kinds), notes,
                sold, debits, credits, balances, map(day_of.get, dues), parties,
                strict=False,
            ),
        )
    )  # fmt: skip


def _vouchers(postings: list[Row]) -> list[Row]:
    """Return one row a voucher, its postings added up."""
    if len({row[1] for row in postings}) == len(postings):
        return postings
    return list(_put_together(postings))


def _put_together(postings: Iterable[Row]) -> Iterator[Row]:
    last: Row | None = None
    for row in postings:
        if last is None or last[1] != row[1]:
            if last is not None:
                yield last
            last = row
        else:
            last = (*row[:7], last[7] + row[7], last[8] + row[8], *row[9:])
    if last is not None:
        yield last


def whole_ledger(
    session: Session, owner: Owner, key: int, wanted: LedgerFilter, opening_minor: int
) -> list[LedgerRow]:
    """Return the rows that a filter shows, the oldest first."""
    parameters = wanted.parameters(key)
    if not wanted.by_period_only:
        statement = _filtered(owner, wanted.side, wanted.kinds, bool(wanted.text), "whole")
        return _from_filtered(session.rows(statement, **parameters), opening_minor)
    rows = _vouchers(session.rows(_postings_statement(owner, False), **parameters))
    effects = map(sub, map(itemgetter(7), rows), map(itemgetter(8), rows))
    return _built(rows, islice(accumulate(effects, initial=opening_minor), 1, None))


def _from_filtered(rows: list[Row], opening_minor: int) -> list[LedgerRow]:
    return _built([row[:9] + row[10:] for row in rows], [opening_minor + row[9] for row in rows])


def ledger_totals(
    session: Session,
    owner: Owner,
    key: int,
    wanted: LedgerFilter,
) -> LedgerTotals:
    """Return what the rows of a filter add up to."""
    if wanted.by_period_only:
        statement = _totals_statement(owner)
    else:
        statement = _filtered(owner, wanted.side, wanted.kinds, bool(wanted.text), "totals")
    count, debit, credit = session.rows(statement, **wanted.parameters(key))[0]
    opening = balance_before(session, owner, key, wanted.period)
    return LedgerTotals(count, opening, debit, credit, balance_after(session, owner, key, wanted.period))


def ledger_page(
    session: Session,
    owner: Owner,
    key: int,
    wanted: LedgerFilter,
    *,
    first: int,
    count: int,
    anchor: Anchor | None,
) -> list[LedgerRow]:
    """Return ``count`` rows, the newest first, from the ``first`` one or from the anchor's on."""
    parameters = wanted.parameters(key) | {"count": count, "offset": first}
    if not wanted.by_period_only:
        statement = _filtered(owner, wanted.side, wanted.kinds, bool(wanted.text), "page")
        opening = balance_before(session, owner, key, wanted.period)
        return _from_filtered(session.rows(statement, **parameters), opening)
    if anchor is None:
        closing_minor = balance_after(session, owner, key, wanted.period)
        anchor = Anchor(wanted.period.last, LAST_SEQ, closing_minor)
        if first:
            found = session.row(_skipped_statement(owner), **parameters | {"count": first})
            if found is None:
                return []
            day, seq, skipped = found
            anchor = Anchor(day, seq, closing_minor - skipped)
    parameters |= {"last": anchor.day, "seq": anchor.seq}
    postings = session.stream(_postings_statement(owner, True), **parameters)
    rows = list(islice(_put_together(postings), count))
    effects = map(sub, map(itemgetter(8), rows), map(itemgetter(7), rows))
    return _built(rows, accumulate(effects, initial=anchor.balance_minor))


def ledger_anchors(
    session: Session, owner: Owner, key: int, wanted: LedgerFilter, every: int = PAGE
) -> list[Anchor]:
    """Return the key of every ``every``-th row, the newest first; empty where pages go by offset.

    Rows narrowed by more than the period are few enough for that.
    """
    if not wanted.by_period_only:
        return []
    anchors = []
    balance = balance_after(session, owner, key, wanted.period)
    entries = session.stream(_entries_statement(owner), **wanted.parameters(key))
    for number, (day, seq, effect) in enumerate(entries):
        if number % every == 0:
            anchors.append(Anchor(day, seq, balance))
        balance -= effect
    return anchors
