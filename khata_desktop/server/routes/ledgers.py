"""Ledgers and their devices: everything that is registered proves itself by signatures."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from khata_desktop.server import errors
from khata_desktop.server.accounts import Account
from khata_desktop.server.asking import (
    ACCOUNT_BEARER,
    BEARER,
    WithAccount,
    WithBackend,
    WithCaller,
    asked_by,
)
from khata_desktop.server.documenting import HERE, refusals
from khata_desktop.server.fields import Hex16, Message, Number, Small
from khata_desktop.server.limiting import address_of
from khata_desktop.server.registry import (
    admitted,
    all_revocations,
    check_caller,
    cuts_of,
    epochs,
    genesis_of,
    is_known,
    ledgers_of,
    register_device,
    register_ledger,
    register_revocation,
)
from khata_desktop.wire.errors import BadCertificate, BadSignature, NotCanonical, TooLarge
from khata_desktop.wire.identity import Author, Credential, Genesis, LedgerId, read_credential, read_genesis

router = APIRouter(prefix="/v1", tags=["ledgers"])

_PROOF = (BadCertificate, BadSignature, NotCanonical, TooLarge)
_MEMBER = (errors.Unauthorized, errors.Revoked)
_EITHER_TOKEN: dict[str, Any] = {"security": [{BEARER: []}, {ACCOUNT_BEARER: []}]}


class NewLedger(Message):
    """The signed birth of a ledger, and its first device: an admin's, certified by the owner."""

    genesis: Small
    credential: Small


class LedgerEntered(Message):
    """The name of a ledger: the hash of its genesis."""

    ledger_id: Hex16


class Ledger(Message):
    """A ledger that may be asked about."""

    ledger_id: Hex16
    genesis: Small


class Ledgers(Message):
    """Those of the caller."""

    ledgers: list[Ledger]


@router.post(
    "/ledgers",
    status_code=201,
    responses={
        **HERE,
        **refusals(
            errors.SignUpNeeded, errors.SignUpClosed, errors.Unauthorized, errors.Revoked, errors.TooMany,
            *_PROOF,
        ),
    },
)  # fmt: skip
async def enter_ledger(
    new: NewLedger, request: Request, account: WithAccount, backend: WithBackend, response: Response
) -> LedgerEntered:
    """Enter a ledger. Where owners sign up by SMS, a new one needs the token of an account."""
    settings = backend.settings

    def admit(connection: Connection) -> Account | None:
        return admitted(connection, settings.sign_up, settings.most_ledgers, account)

    def read() -> tuple[Genesis, Credential, bool]:
        genesis = read_genesis(new.genesis)
        credential = read_credential(new.credential, genesis)
        with backend.database.reading() as connection:
            known = is_known(connection, genesis.ledger_id)
            if not known:
                admit(connection)
        return genesis, credential, known

    genesis, credential, known = await run_in_threadpool(read)
    if not known:
        # Only now: who may not enter one is told why, however often he asks.
        await backend.limiter.may(backend.entering, "entering", address_of(request.scope))

    def enter(connection: Connection) -> bool:
        return register_ledger(connection, genesis, credential, backend.now_ms(), admit)

    if not await run_in_threadpool(backend.database.write, enter):
        response.status_code = 200
    return LedgerEntered(ledger_id=genesis.ledger_id)


@router.get("/ledgers", responses=refusals(errors.Unauthorized, errors.Revoked), openapi_extra=_EITHER_TOKEN)
def list_ledgers(request: Request, account: WithAccount, backend: WithBackend) -> Ledgers:
    """Tell which ledgers a token is good for: those of an account, or the one of a device."""
    with backend.database.reading() as connection:
        if account is not None:
            found = ledgers_of(connection, account)
        else:
            caller = asked_by(request)[1]
            check_caller(connection, caller)
            found = [(caller.ledger_id, genesis_of(connection, caller.ledger_id).encoded)]
    return Ledgers(ledgers=[Ledger(ledger_id=ledger_id, genesis=genesis) for ledger_id, genesis in found])


class NewDevice(Message):
    """The credential of a new epoch."""

    credential: Small


class DeviceEntered(Message):
    """Whom it names."""

    ledger_id: Hex16
    author: Hex16


@router.post(
    "/devices",
    status_code=201,
    responses={**HERE, **refusals(errors.Unknown, errors.Revoked, errors.TooMany, *_PROOF)},
)
def enter_device(new: NewDevice, backend: WithBackend, response: Response) -> DeviceEntered:
    """Enter a device, or a new epoch of one. Its credential proves it; no token is needed."""

    def enter(connection: Connection) -> DeviceEntered:
        credential, is_new = register_device(connection, new.credential, backend.now_ms())
        response.status_code = 201 if is_new else 200
        return DeviceEntered(ledger_id=credential.certificate.ledger_id, author=credential.author)

    return backend.database.write(enter)


class Device(Message):
    """One epoch of a device. Times are Unix milliseconds."""

    author: Hex16
    device_id: Hex16
    role: str
    epoch: Number
    series: str
    last_seq: Number
    last_seen_at: Number
    revoked: bool
    credential: Small


class Devices(Message):
    """All that may write or might once, and the signed revocations."""

    devices: list[Device]
    revocations: list[Small]


@router.get("/devices", responses=refusals(*_MEMBER))
def list_devices(caller: WithCaller, backend: WithBackend) -> Devices:
    """Tell who is in the ledger."""
    with backend.database.reading() as connection:
        check_caller(connection, caller)
        known = epochs(connection, caller.ledger_id)
        revoked = cuts_of(connection, caller.ledger_id, [epoch.author for epoch in known])
        signed = all_revocations(connection, caller.ledger_id)
    return Devices(
        devices=[
            Device(
                author=epoch.author,
                device_id=epoch.device_id,
                role=epoch.role.name.lower(),
                epoch=epoch.epoch,
                series=epoch.series,
                last_seq=epoch.last_seq,
                last_seen_at=epoch.seen_ms,
                revoked=epoch.author in revoked,
                credential=epoch.credential,
            )
            for epoch in known
        ],
        revocations=signed,
    )


class Revoke(Message):
    """Signed by the owner or an admin."""

    revocation: Small


class Done(Message):
    """It is so now."""


@router.post(
    "/devices/{author}/revoke",
    responses=refusals(*_MEMBER, errors.NotAllowed, errors.Unknown, errors.TooMany, *_PROOF),
)
def revoke_device(author: Hex16, asked: Revoke, caller: WithCaller, backend: WithBackend) -> Done:
    """Shut a device out; one that was let in and never entered itself, under its own id, after number 0."""
    caller.must_be("admin", "owner")

    def shut_out(connection: Connection) -> None:
        check_caller(connection, caller)
        register_revocation(connection, LedgerId(caller.ledger_id), Author(author), asked.revocation)

    backend.database.write(shut_out)
    return Done()
