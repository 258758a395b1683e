"""Pairing: the device inside opens a place, the new one leaves its offer there, and collects the answer."""

from __future__ import annotations

from fastapi import APIRouter, Response
from sqlalchemy import Connection

from khata_desktop.server import errors, pairings
from khata_desktop.server.asking import WithBackend, WithCaller
from khata_desktop.server.documenting import HERE, refusals
from khata_desktop.server.fields import Hex16, Hex32, Message, Sealed
from khata_desktop.server.registry import check_caller
from khata_desktop.wire.identity import LedgerId
from khata_desktop.wire.pairing import hash_of_token

router = APIRouter(prefix="/v1/pairings", tags=["pairings"])
_GONE = (errors.Unknown, errors.PairingGone)
_ADMIN = (errors.Unauthorized, errors.NotAllowed, errors.Revoked)


class NewPairing(Message):
    """The hash of the token that the QR code carries."""

    token_hash: Hex32


class Done(Message):
    """It is so now."""


@router.post(
    "",
    status_code=201,
    responses={**HERE, **refusals(*_ADMIN, errors.PairingUsed, errors.TooMany)},
)
def begin(new: NewPairing, caller: WithCaller, backend: WithBackend, response: Response) -> Done:
    """Open a place for ten minutes."""
    caller.must_be("admin")

    def work(connection: Connection) -> bool:
        check_caller(connection, caller)
        return pairings.begin(connection, caller, new.token_hash, backend.now_ms())

    response.status_code = 201 if backend.database.write(work) else 200
    return Done()


class Offered(Message):
    """The new device's keys, sealed under the secret of the QR code, which never comes here."""

    ledger_id: Hex16
    token: Hex16
    offer: Sealed


@router.post("/offer", responses=refusals(*_GONE, errors.PairingUsed))
def leave_offer(offered: Offered, backend: WithBackend) -> Done:
    """Leave an offer; a token is good once."""
    ledger_id, token_hash = LedgerId(offered.ledger_id), hash_of_token(offered.token)
    backend.database.write(
        lambda connection: pairings.offer(connection, ledger_id, token_hash, offered.offer, backend.now_ms())
    )
    return Done()


class Collect(Message):
    """The token of the QR code."""

    ledger_id: Hex16
    token: Hex16


class Collected(Message):
    """How far the pairing is, and once they are there the nonce of the digits and the sealed answer."""

    state: pairings.State
    nonce: Hex16 | None
    answer: Sealed | None


@router.post("/collect", responses=refusals(*_GONE))
def collect(asked: Collect, backend: WithBackend) -> Collected:
    """Give the new device what it waits for."""
    with backend.database.reading() as connection:
        found = pairings.look(
            connection, LedgerId(asked.ledger_id), hash_of_token(asked.token), backend.now_ms()
        )
    return Collected(state=pairings.State(found.state), nonce=found.nonce, answer=found.answer)


class Seen(Message):
    """How far the pairing is, and the sealed offer once there is one."""

    state: pairings.State
    offer: Sealed | None


@router.get("/{token_hash}", responses=refusals(*_ADMIN, *_GONE))
def look(token_hash: Hex32, caller: WithCaller, backend: WithBackend) -> Seen:
    """Give the device inside what was offered."""
    caller.must_be("admin")
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        found = pairings.look(connection, caller.ledger_id, token_hash, backend.now_ms())
    return Seen(state=pairings.State(found.state), offer=found.offer)


class Revealed(Message):
    """The nonce that the QR code carries a commitment to."""

    nonce: Hex16


@router.post("/{token_hash}/reveal", responses=refusals(*_ADMIN, *_GONE, errors.Taken))
def reveal(token_hash: Hex32, revealed: Revealed, caller: WithCaller, backend: WithBackend) -> Done:
    """Tell the nonce of the six digits, once the offer is fixed; the first one stays."""
    caller.must_be("admin")

    def work(connection: Connection) -> None:
        check_caller(connection, caller)
        pairings.reveal(connection, caller.ledger_id, token_hash, revealed.nonce, backend.now_ms())

    backend.database.write(work)
    return Done()


class Answered(Message):
    """Certificate, keys and heads, sealed for the new device."""

    answer: Sealed


@router.post("/{token_hash}/answer", responses=refusals(*_ADMIN, *_GONE, errors.Taken))
def leave_answer(token_hash: Hex32, answered: Answered, caller: WithCaller, backend: WithBackend) -> Done:
    """Leave the answer; the first one stays."""
    caller.must_be("admin")

    def work(connection: Connection) -> None:
        check_caller(connection, caller)
        pairings.answer(connection, caller.ledger_id, token_hash, answered.answer, backend.now_ms())

    backend.database.write(work)
    return Done()


@router.post("/{token_hash}/refuse", responses=refusals(*_ADMIN, *_GONE, errors.Taken))
def refuse(token_hash: Hex32, caller: WithCaller, backend: WithBackend) -> Done:
    """End the pairing: the six digits differ, or it was not meant."""
    caller.must_be("admin")

    def work(connection: Connection) -> None:
        check_caller(connection, caller)
        pairings.refuse(connection, caller.ledger_id, token_hash, backend.now_ms())

    backend.database.write(work)
    return Done()
