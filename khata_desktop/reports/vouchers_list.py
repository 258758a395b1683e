"""The list of all vouchers, the newest first, narrowed as the user asks and read a page at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, literal_column, or_, select

from khata_desktop.domain.ids import PartyId, VoucherId
from khata_desktop.domain.money import currency
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.reports.common import (
    KINDS,
    LIVE,
    PAGE,
    Anchor,
    Query,
    amount_in,
    contains,
    currency_code,
    is_one_of,
    like,
    line_count_of,
    line_names_of,
    parameter,
    sold_names,
)
from khata_desktop.reports.finding import match_words, word_parameters, words_of
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.voucher_history import was_corrected
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_V, _POSTINGS, _PARTIES = t.vouchers.c, t.postings.c, t.parties.c
_LAST_SEQ = 2**62
_SHORTEST_PHONE = 6
# What is void is not added up; nor is a reversal listed by itself: its original is shown as void.
_COUNTED = _V.total_minor * (_V.status == int(VoucherStatus.LIVE))
_NO_REVERSAL = _V.status != int(VoucherStatus.REVERSAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherFilter:
    """Which vouchers to list.

    Attributes:
        kinds: of these kinds; empty is all.
        party_id: in this party's khata, or sold to it for cash.
        text: in the number, the note, the reference, on a line, in the party's name, or the very amount.
        least_minor, most_minor: bounds of the total.
        include_void: also those that were undone; their reversals are never listed by themselves.
    """

    period: Period = ALL_TIME
    kinds: tuple[VoucherKind, ...] = ()
    party_id: PartyId | None = None
    text: str = ""
    least_minor: int | None = None
    most_minor: int | None = None
    include_void: bool = False

    @property
    def is_search(self) -> bool:
        """Whether no index answers it, so that the whole list must be read."""
        return bool(self.text.strip()) or self.least_minor is not None or self.most_minor is not None


EVERY_VOUCHER = VoucherFilter()


class VoucherRow(NamedTuple):
    """One voucher; ``party_name`` is empty where there is none, ``sold`` the names on a bill, a line each.

    ``corrected`` says, in the list of vouchers, that it is no longer what was posted first.
    """

    voucher_id: VoucherId
    seq: int
    posted_on: date
    number: str
    kind: VoucherKind
    party_id: PartyId | None
    party_name: str
    narration: str
    sold: str
    total_minor: int
    status: VoucherStatus
    revision: int
    corrected: bool = False

    @property
    def line_count(self) -> int:
        """How many lines the bill has, 0 where the voucher is no bill."""
        return line_count_of(self.sold)

    @property
    def line_names(self) -> str:
        """The first things sold: 'atta, ghee, sugar'."""
        return line_names_of(self.sold)


@dataclass(frozen=True, slots=True)
class VoucherTotals:
    """How many vouchers a filter lists; the sum of their amounts is of those that count."""

    count: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class FoundVouchers:
    """What a search found: numbers in the log, the newest day first, and the sum of those that count."""

    seqs: Sequence[int]
    total_minor: int


def vouchers_totals(session: Session, *, filter: VoucherFilter = EVERY_VOUCHER) -> VoucherTotals:
    """Return how many vouchers the filter lists and what they come to."""
    shape, parameters = _prepared(session, filter)
    count, total = session.rows(_totals_statement(shape), **parameters)[0]
    return VoucherTotals(count, total)


def vouchers_page(
    session: Session,
    *,
    filter: VoucherFilter = EVERY_VOUCHER,
    first: int = 0,
    count: int = PAGE,
    anchor: Anchor | None = None,
) -> list[VoucherRow]:
    """Return a page of vouchers, the newest first, from the ``first`` one or from the anchor's on."""
    shape, parameters = _prepared(session, filter)
    parameters |= {"count": count, "offset": first if anchor is None else 0}
    if anchor is not None:
        parameters |= {"last": anchor.day, "seq": anchor.seq}
    return _listed(session, session.rows(_page_statement(shape), **parameters))


def vouchers_anchors(
    session: Session,
    *,
    filter: VoucherFilter = EVERY_VOUCHER,
    every: int = PAGE,
) -> list[Anchor]:
    """Return the key of the first row of every page; empty for a search, whose pages go by offset."""
    if filter.is_search:
        return []
    shape, parameters = _prepared(session, filter)
    keys = session.stream(_keys_statement(shape), **parameters)
    return [Anchor(day, seq) for day, seq in islice(keys, 0, None, every)]


def vouchers_found(session: Session, *, filter: VoucherFilter) -> FoundVouchers:
    """Return all that a search finds, once; ``vouchers_of`` then gives any stretch of it at once.

    A search reads the whole list, so its pages are better not asked of ``vouchers_page`` one by one.
    """
    shape, parameters = _prepared(session, filter)
    seqs, total = array("q"), 0
    for seq, amount in session.stream(_found_statement(shape), **parameters):
        seqs.append(seq)
        total += amount
    return FoundVouchers(seqs, total)


def vouchers_of(session: Session, *, seqs: Sequence[int]) -> list[VoucherRow]:
    """Return the vouchers of these numbers in the log, the newest day first."""
    return _listed(session, session.rows(_OF_SEQS, seqs=json.dumps(list(seqs))))


def recent_vouchers(
    session: Session, *, limit: int = 10, kinds: Sequence[VoucherKind] = ()
) -> list[VoucherRow]:
    """Return the vouchers recorded last, whatever day they are of, the last first."""
    return [voucher_row(row) for row in session.rows(_recent_statement(tuple(kinds)), count=limit)]


def _listed(session: Session, rows: Sequence[Row]) -> list[VoucherRow]:
    # Few vouchers are posted again, and only of those the log is asked.
    listed = map(voucher_row, rows)
    return [
        row._replace(corrected=was_corrected(session, row.seq)) if row.revision else row for row in listed
    ]


def voucher_row(row: Row) -> VoucherRow:
    """Return a row of ``voucher_columns``."""
    own, seq, day, number, kind, party, name, note, sold, total, status, revision = row
    return VoucherRow(
        own, seq, date.fromordinal(day), number, KINDS[kind], party, name, note, sold, total,
        VoucherStatus(status), revision,
    )  # fmt: skip


def voucher_columns() -> Query:
    """Return the SELECT of what ``voucher_row`` takes, for reports that list vouchers of their own choice."""
    return select(
        _V.id, _V.seq, _V.posted_on, _V.number, _V.kind, _PARTIES.id, func.coalesce(_PARTIES.name, ""),
        _V.narration, sold_names(), _V.total_minor, _V.status, _V.revision,
    ).select_from(t.vouchers.outerjoin(t.parties, _PARTIES.key == _V.party_key))  # fmt: skip


class _Shape(NamedTuple):
    """Which conditions a statement has; statements are made once for each combination in use."""

    kinds: tuple[VoucherKind, ...]
    party: bool
    words: int
    text: bool
    amount: bool
    bounds: bool
    dated: bool
    include_void: bool


def _prepared(session: Session, wanted: VoucherFilter) -> tuple[_Shape, dict[str, object]]:
    text = wanted.text.strip()
    # A few digits are an amount or a number; they would be found in every other phone.
    names_somebody = any(char.isalpha() for char in text) or len(text) >= _SHORTEST_PHONE
    words = words_of(text) if names_somebody else []
    amount = amount_in(text, currency(currency_code(session)).exponent) if text else None
    shape = _Shape(
        wanted.kinds,
        wanted.party_id is not None,
        len(words),
        bool(text),
        amount is not None,
        wanted.least_minor is not None or wanted.most_minor is not None,
        not wanted.period.is_open,
        wanted.include_void,
    )
    parameters: dict[str, object] = {
        "first": wanted.period.first,
        "last": wanted.period.last,
        "seq": _LAST_SEQ,
        "party": wanted.party_id,
        "text": like(text),
        "amount": amount,
        "least": wanted.least_minor if wanted.least_minor is not None else 0,
        "most": wanted.most_minor if wanted.most_minor is not None else 2**62,
        **word_parameters(words),
    }
    return shape, parameters


def _conditions(shape: _Shape) -> list[ColumnElement[bool]]:
    """What narrows the list besides its days and kinds."""
    conditions: list[ColumnElement[bool]] = [_NO_REVERSAL if shape.include_void else LIVE]
    if shape.bounds:
        conditions.append(_V.total_minor.between(parameter("least"), parameter("most")))
    if shape.text:
        # Reading the lines once is cheaper than looking for those of each voucher.
        lines = t.voucher_lines.c
        on_a_line = select(lines.voucher_seq).where(contains(lines.description))
        found = [contains(_V.number), contains(_V.narration), contains(_V.reference), _V.seq.in_(on_a_line)]
        if shape.words:
            named = select(_PARTIES.key).where(match_words(t.parties, shape.words))
            found.append(_V.party_key.in_(named))
        if shape.amount:
            found.append(_V.total_minor == parameter("amount"))
        conditions.append(or_(*found))
    return conditions


def _vouchers(shape: _Shape, *columns: ColumnElement[Any]) -> Query:
    """Return the unordered SELECT of columns of all that the shape asks for, its days not considered."""
    statement = select(*columns).where(*_conditions(shape))
    if shape.kinds:
        statement = statement.where(is_one_of(shape.kinds))
    if not shape.party:
        return statement
    party = select(_PARTIES.key).where(_PARTIES.id == parameter("party")).scalar_subquery()
    return (
        statement.select_from(t.postings.join(t.vouchers, _V.seq == _POSTINGS.voucher_seq))
        .where(_POSTINGS.party_key == party)
        .group_by(_POSTINGS.posted_on, _POSTINGS.voucher_seq)
    )


@lru_cache(maxsize=128)
def _keys_statement(shape: _Shape) -> Query:
    """Day and number in the log, the newest first, in the order of an index that holds the rest as well."""
    source = _POSTINGS if shape.party else _V
    days, seqs = (source.posted_on, source.voucher_seq if shape.party else source.seq)
    last = parameter("last")
    # A page from an anchor ends its period there, so this leaves out no more than the rest of that day.
    before_anchor = or_(days < last, seqs <= parameter("seq"))
    keys = _vouchers(shape, days, seqs).where(days.between(parameter("first"), last), before_anchor)
    return keys.order_by(days.desc(), seqs.desc())


@lru_cache(maxsize=128)
def _page_statement(shape: _Shape) -> Query:
    """Only the keys go through the skipping; what is shown is then read for one page."""
    page = _keys_statement(shape).limit(parameter("count")).offset(parameter("offset")).subquery()
    return voucher_columns().join(page, page.c[1] == _V.seq).order_by(page.c[0].desc(), page.c[1].desc())


@lru_cache(maxsize=128)
def _found_statement(shape: _Shape) -> Query:
    """Number in the log and amount of all that is found; ordered by what no index gives.

    Most of the list is read for it anyhow, which goes quickest through the table itself.
    """
    found = _vouchers(shape, _V.seq, _COUNTED).where(*_days(shape))
    return found.order_by((_V.posted_on + literal_column("0")).desc(), _V.seq.desc())


@lru_cache(maxsize=128)
def _totals_statement(shape: _Shape) -> Query:
    counted = _vouchers(shape, _COUNTED.label("counted")).where(*_days(shape)).subquery()
    return select(func.count(), func.coalesce(func.sum(counted.c.counted), 0)).select_from(counted)


def _days(shape: _Shape) -> tuple[ColumnElement[bool], ...]:
    """Without a period there is no word of days, so that the table is read and not looked up by day."""
    return (_V.posted_on.between(parameter("first"), parameter("last")),) if shape.dated else ()


_numbers = func.json_each(parameter("seqs")).table_valued("value")
_OF_SEQS = (
    voucher_columns().where(_V.seq.in_(select(_numbers.c.value))).order_by(_V.posted_on.desc(), _V.seq.desc())
)


@lru_cache(maxsize=16)
def _recent_statement(kinds: tuple[VoucherKind, ...]) -> Query:
    statement = voucher_columns().where(LIVE)
    if kinds:
        statement = statement.where(is_one_of(kinds))
    return statement.order_by(_V.seq.desc()).limit(parameter("count"))
