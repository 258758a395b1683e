"""Pairing: a place where two devices leave sealed messages for each other, found by the hash of a token."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select, update

from khata_desktop.server.access import Caller
from khata_desktop.server.errors import PairingGone, PairingUsed, Taken, TooMany, Unknown
from khata_desktop.server.tables import pairings
from khata_desktop.wire.identity import LedgerId
from khata_desktop.wire.pairing import VALID_SECONDS

_VALID_MS = VALID_SECONDS * 1000
#: So long an outdated token is still known as outdated.
_REMEMBERED_MS = 24 * 3600 * 1000
MOST_PAIRINGS = 100


class State(StrEnum):
    """How far a pairing is."""

    WAITING = "waiting"
    OFFERED = "offered"
    ANSWERED = "answered"
    REFUSED = "refused"


def begin(connection: Connection, caller: Caller, token_hash: bytes, now_ms: int) -> bool:
    """Open a pairing for ten minutes; return whether it is new. Raises TooMany, PairingUsed."""
    of_ledger = pairings.c.ledger_id == caller.ledger_id
    connection.execute(delete(pairings).where(of_ledger, pairings.c.expires_ms < now_ms - _REMEMBERED_MS))
    known = connection.execute(select(pairings).where(_place(caller.ledger_id, token_hash))).one_or_none()
    if known is not None:
        if known.state != State.WAITING or known.made_by != caller.author:
            raise PairingUsed
        return False
    if (connection.execute(select(func.count()).where(of_ledger)).scalar() or 0) >= MOST_PAIRINGS:
        raise TooMany
    connection.execute(
        pairings.insert().values(
            ledger_id=caller.ledger_id,
            token_hash=token_hash,
            made_by=caller.author,
            expires_ms=now_ms + _VALID_MS,
            state=State.WAITING,
        )
    )
    return True


def forget_expired(connection: Connection, now_ms: int) -> int:
    """Forget the pairings of all ledgers that ended a day ago; return how many."""
    return connection.execute(
        delete(pairings).where(pairings.c.expires_ms < now_ms - _REMEMBERED_MS)
    ).rowcount


def offer(connection: Connection, ledger_id: LedgerId, token_hash: bytes, sealed: bytes, now_ms: int) -> None:
    """Leave the new device's offer. Raises Unknown, PairingGone, PairingUsed: a token is good once."""
    found = _locked(connection, ledger_id, token_hash, now_ms)
    if found.state != State.WAITING:
        raise PairingUsed
    _set(connection, ledger_id, token_hash, state=State.OFFERED, offer=sealed)


def reveal(connection: Connection, ledger_id: LedgerId, token_hash: bytes, nonce: bytes, now_ms: int) -> None:
    """Leave the nonce of the six digits; the first one stays. Raises Unknown, PairingGone, Taken.

    There must be an offer: who knows the nonce before it could choose one that suits him.
    """
    found = _locked(connection, ledger_id, token_hash, now_ms)
    if found.nonce is not None and found.nonce == nonce:
        return
    if found.state != State.OFFERED or found.nonce is not None:
        raise Taken
    # People get ten minutes of their own to compare, and the books to be handed over.
    _set(connection, ledger_id, token_hash, nonce=nonce, expires_ms=now_ms + _VALID_MS)


def answer(
    connection: Connection, ledger_id: LedgerId, token_hash: bytes, sealed: bytes, now_ms: int
) -> None:
    """Leave the answer; the first one stays. Raises Unknown, PairingGone, Taken."""
    found = _locked(connection, ledger_id, token_hash, now_ms)
    if found.state == State.ANSWERED and found.answer == sealed:
        return
    if found.state != State.OFFERED or found.nonce is None:
        raise Taken
    # The new device gets its own ten minutes to collect.
    _set(
        connection, ledger_id, token_hash,
        state=State.ANSWERED, answer=sealed, expires_ms=now_ms + _VALID_MS,
    )  # fmt: skip


def refuse(connection: Connection, ledger_id: LedgerId, token_hash: bytes, now_ms: int) -> None:
    """End a pairing that was not answered. Raises Unknown, PairingGone, Taken."""
    found = _locked(connection, ledger_id, token_hash, now_ms)
    if found.state == State.ANSWERED:
        raise Taken
    _set(connection, ledger_id, token_hash, state=State.REFUSED)


def look(connection: Connection, ledger_id: LedgerId, token_hash: bytes, now_ms: int) -> Any:
    """Return the row of a pairing: state, offer, nonce, answer. Raises Unknown, PairingGone."""
    found = connection.execute(select(pairings).where(_place(ledger_id, token_hash))).one_or_none()
    return _valid(found, now_ms)


def _locked(connection: Connection, ledger_id: LedgerId, token_hash: bytes, now_ms: int) -> Any:
    row = select(pairings).where(_place(ledger_id, token_hash)).with_for_update()
    return _valid(connection.execute(row).one_or_none(), now_ms)


def _valid(found: Any, now_ms: int) -> Any:
    if found is None:
        raise Unknown
    if found.expires_ms < now_ms:
        raise PairingGone
    return found


def _set(connection: Connection, ledger_id: LedgerId, token_hash: bytes, **values: object) -> None:
    connection.execute(update(pairings).where(_place(ledger_id, token_hash)).values(**values))


def _place(ledger_id: LedgerId, token_hash: bytes) -> ColumnElement[bool]:
    return and_(pairings.c.ledger_id == ledger_id, pairings.c.token_hash == token_hash)
