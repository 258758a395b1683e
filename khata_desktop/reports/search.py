"""Search everything: parties, items, vouchers and accounts for one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, or_, select

from khata_desktop.domain.accounts import AccountKind
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.money import currency
from khata_desktop.reports.common import LIVE, amount_in, currency_code, like, parameter
from khata_desktop.reports.pickers import ItemPick, PartyPick, find_items, find_parties
from khata_desktop.reports.vouchers_list import VoucherRow, voucher_columns, voucher_row
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_V, _A = t.vouchers.c, t.accounts.c
#: Amounts and notes have no index: they are looked for among so many of the newest vouchers, and the
#: vouchers page searches the rest.
_AMOUNTS_AMONG, _NOTES_AMONG = 100_000, 20_000


class AccountHit(NamedTuple):
    """An account that was found."""

    account_id: AccountId
    code: str
    name: str
    kind: AccountKind


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a text found, the best of each kind first."""

    parties: tuple[PartyPick, ...] = ()
    items: tuple[ItemPick, ...] = ()
    vouchers: tuple[VoucherRow, ...] = ()
    accounts: tuple[AccountHit, ...] = ()


_COLUMNS = voucher_columns()
# Ranges rather than LIKE, so that the index on the number serves.
_BY_NUMBER = (
    _COLUMNS.where(_V.number >= parameter("begin"), _V.number < parameter("end"), LIVE)
    .order_by(_V.seq.desc())
    .limit(parameter("limit"))
)
_AMONG_NEWEST = _V.seq > select(func.max(_V.seq) - parameter("among")).correlate(None).scalar_subquery()
_BY_AMOUNT = (
    _COLUMNS.where(_AMONG_NEWEST, _V.total_minor == parameter("amount"), LIVE)
    .order_by(_V.seq.desc())
    .limit(parameter("limit"))
)
_noted = or_(
    _V.narration.like(parameter("text"), escape="!"), _V.reference.like(parameter("text"), escape="!")
)
_BY_NOTE = _COLUMNS.where(_AMONG_NEWEST, _noted, LIVE).order_by(_V.seq.desc()).limit(parameter("limit"))
_PREFIXES = select(t.number_series.c.prefix)
_ACCOUNTS = (
    select(_A.id, _A.code, _A.name, _A.kind)
    .where(_A.deleted == 0, or_(_A.name.like(parameter("text"), escape="!"), _A.code == parameter("exact")))
    .order_by(_A.code)
    .limit(parameter("limit"))
)


def search(session: Session, *, text: str, limit: int = 6) -> SearchResults:
    """Return what a text finds: names in any script, phones, codes, numbers, amounts, notes.

    ``123`` finds ``INV-A-000123`` of every series as well as the amount 123. An empty text finds nothing.
    """
    text = text.strip()
    if not text:
        return SearchResults()
    return SearchResults(
        parties=tuple(find_parties(session, text=text, limit=limit)),
        items=tuple(find_items(session, text=text, limit=limit)),
        vouchers=_vouchers(session, text, limit),
        accounts=tuple(
            AccountHit(AccountId(own), code, name, AccountKind(kind))
            for own, code, name, kind in session.rows(_ACCOUNTS, text=like(text), exact=text, limit=limit)
        ),
    )


def _vouchers(session: Session, text: str, limit: int) -> tuple[VoucherRow, ...]:
    found: dict[int, VoucherRow] = {}
    beginnings = [text, text.upper()] if text != text.upper() else [text]
    if text.isascii() and text.isdigit():
        beginnings += [f"{prefix}{int(text):06d}" for (prefix,) in session.rows(_PREFIXES)]
    for begin in beginnings:
        _take(found, session.rows(_BY_NUMBER, begin=begin, end=begin + "\U0010ffff", limit=limit))
    amount = amount_in(text, currency(currency_code(session)).exponent)
    if amount is not None:
        _take(found, session.rows(_BY_AMOUNT, amount=amount, among=_AMOUNTS_AMONG, limit=limit))
    if len(found) < limit and len(text) > 1:
        _take(found, session.rows(_BY_NOTE, text=like(text), among=_NOTES_AMONG, limit=limit))
    return tuple(found.values())[:limit]


def _take(found: dict[int, VoucherRow], rows: list[tuple[object, ...]]) -> None:
    for row in rows:
        voucher = voucher_row(row)
        found.setdefault(voucher.seq, voucher)
