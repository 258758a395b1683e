"""What was sold or paid out on two devices that was there only once: items and money below zero.

One device may take more than there is: goods are sold before their bill is written down. It is a matter
for a person where two of them did it, each believing in what the other had taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from sqlalchemy import func, select

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind, review_id
from khata_desktop.reports.common import LIVE, parameter
from khata_desktop.reports.review_parts import Devices, Review, devices_of
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

_V, _LOG, _I, _A = t.vouchers.c, t.event_log.c, t.items.c, t.accounts.c
_M, _S, _P, _MONTHS = t.stock_movements.c, t.item_totals.c, t.postings.c, t.account_months.c

#: So many vouchers are shown side by side: the last of each device, the one that went too far among them.
_SHOWN = 4
#: So far back it is looked for the moment at which there was still enough.
_MONTHS_BACK = 12

_SHORT_ITEMS = (
    select(_S.item_key, _I.id, _I.name, _I.unit, _S.on_hand_milli)
    .join(t.items, _I.key == _S.item_key)
    .where(_S.on_hand_milli < 0)
)
_EVER_IN = select(_M.voucher_seq).where(_M.item_key == parameter("key"), _M.quantity_milli > 0).limit(1)
_ITEM_MOVES = (
    select(_M.posted_on, _LOG.hlc, _V.id, _V.seq, _LOG.device, _M.quantity_milli)
    .select_from(t.stock_movements)
    .join(t.vouchers, _V.seq == _M.voucher_seq)
    .join(t.event_log, _LOG.seq == _V.seq)
    .where(_M.item_key == parameter("key"), LIVE)
)
_SHORT_MONEY = (
    select(_A.key, _A.id, _A.name)
    .join(t.account_months, _MONTHS.account_key == _A.key)
    .where(_A.use.in_([AccountUse.CASH.value, AccountUse.BANK.value]))
    .group_by(_A.key)
    .having(func.sum(_MONTHS.debit_minor - _MONTHS.credit_minor) < 0)
)
_BY_MONTH = (
    select(_MONTHS.month, _MONTHS.debit_minor - _MONTHS.credit_minor)
    .where(_MONTHS.account_key == parameter("key"))
    .order_by(_MONTHS.month)
)
_MONEY_MOVES = (
    select(_P.posted_on, _LOG.hlc, _V.id, _V.seq, _LOG.device, _P.amount_minor)
    .select_from(t.postings)
    .join(t.vouchers, _V.seq == _P.voucher_seq)
    .join(t.event_log, _LOG.seq == _V.seq)
    .where(_P.account_key == parameter("key"), _P.posted_on.between(parameter("first"), parameter("last")))
    .where(LIVE)
)


class _Move(NamedTuple):
    """What one voucher did to a stock or an account; in the order of the ledger, the same everywhere."""

    day: int
    hlc: int
    voucher_id: bytes
    seq: int
    device: int
    change: int


class _Shortfall(NamedTuple):
    """How it came below zero: the voucher that went too far, and those that took since there was enough."""

    crossing: _Move
    taken: tuple[_Move, ...]
    #: Whether a moment with enough for the crossing one was found.
    found_enough: bool


def shortfalls(session: Session, devices: Devices) -> Iterator[Review]:
    """Yield the items and the money accounts that two devices brought below zero."""
    for key, own, name, unit, on_hand in session.rows(_SHORT_ITEMS):
        # Where no goods were ever brought in, the stock is not kept, and nobody believed in it.
        if session.value(_EVER_IN, key=key) is None:
            continue
        # In the order they were entered, whatever day they bear: that is what each device knew of the other.
        moves = sorted(_merged(session.rows(_ITEM_MOVES, key=key)), key=lambda move: move[1:])
        found = _shortfall(moves, 0)
        if found is not None:
            review = _review(ReviewKind.OVERSOLD, devices, found, own)
            if review is not None:
                yield _named(review, Entity.ITEM, own, name, on_hand, unit)
    for key, own, name in session.rows(_SHORT_MONEY):
        balance, found = _account_shortfall(session, key)
        if found is not None:
            review = _review(ReviewKind.OVERDRAWN, devices, found, own)
            if review is not None:
                yield _named(review, Entity.ACCOUNT, own, name, balance, "")


def _account_shortfall(session: Session, key: int) -> tuple[int, _Shortfall | None]:
    """Return an account's balance and how it came below zero, reading no more months than it takes."""
    months: list[tuple[int, int]] = list(session.rows(_BY_MONTH, key=key))
    closing = list(accumulate(change for _, change in months))
    # The last stretch below zero begins after the last month that closed at zero or above.
    first = next((n + 1 for n in range(len(closing) - 1, -1, -1) if closing[n] >= 0), 0)
    rows = _money_moves(session, key, months[first][0], None)
    for back in range(_MONTHS_BACK + 1):
        opening = closing[first - 1] if first else 0
        found = _shortfall(_merged(rows), opening, began_before=first > 0)
        if found is None or found.found_enough or not first or back == _MONTHS_BACK:
            return closing[-1], found
        first -= 1
        rows = [*_money_moves(session, key, months[first][0], months[first + 1][0]), *rows]
    return closing[-1], None


def _money_moves(session: Session, key: int, month: int, before: int | None) -> list[_Move]:
    last = (
        (_first_day(before) - timedelta(days=1)).toordinal() if before is not None else date.max.toordinal()
    )
    first = _first_day(month).toordinal()
    return [_Move._make(row) for row in session.rows(_MONEY_MOVES, key=key, first=first, last=last)]


def _first_day(month: int) -> date:
    return date(month // 100, month % 100, 1)


def _merged(rows: Sequence[Row]) -> list[_Move]:
    """Return what each voucher did as a whole, in order."""
    by_voucher: dict[int, _Move] = {}
    for row in rows:
        move = _Move._make(row)
        before = by_voucher.get(move.seq)
        by_voucher[move.seq] = move if before is None else before._replace(change=before.change + move.change)
    return sorted(move for move in by_voucher.values() if move.change)


def _shortfall(moves: Sequence[_Move], opening: int, *, began_before: bool = False) -> _Shortfall | None:
    """Return how the moves brought it below zero for good; None where nothing had ever come in before."""
    after = list(accumulate((move.change for move in moves), initial=opening))[1:]
    if not after or after[-1] >= 0:
        return None
    crossing = next((n + 1 for n in range(len(after) - 1, -1, -1) if after[n] >= 0), 0)
    if not began_before and not any(move.change > 0 for move in moves[:crossing]):
        return None
    # The last moment at which there was what the crossing one took: who took since then, it did not know of.
    needed = -moves[crossing].change
    begin = next((n + 1 for n in range(crossing - 1, -1, -1) if after[n] >= needed), None)
    if begin is None and opening >= needed:
        begin = 0
    since = moves[begin if begin is not None else crossing :]
    taken = tuple(move for move in since if move.change < 0)
    return _Shortfall(moves[crossing], taken, begin is not None)


def _review(kind: ReviewKind, devices: Devices, found: _Shortfall, subject_id: bytes) -> Review | None:
    if len({move.device for move in found.taken}) < 2:
        return None
    # The one that went too far and, of every other device, the one next to it.
    shown = {found.crossing.device: found.crossing}
    place = found.taken.index(found.crossing)
    for move in (*found.taken[:place][::-1], *found.taken[place:]):
        if len(shown) < _SHOWN:
            shown.setdefault(move.device, move)
    versions = devices.vouchers({move.seq: move.change for move in shown.values()})
    return Review(
        id=review_id(kind, subject_id, found.crossing.voucher_id),
        kind=kind,
        hlc=max(move.hlc for move in found.taken),
        versions=versions,
        devices=devices_of(versions),
    )


def _named(review: Review, entity: Entity, own: bytes, name: str, amount: int, unit: str) -> Review:
    return replace(review, entity=entity, subject_id=own, subject=name, amount=amount, unit=unit)
