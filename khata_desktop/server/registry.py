"""The ledgers, who may write in them, and who was shut out. Everything here proves itself by signatures."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, update

from khata_desktop.server.access import ROOT, Caller, Standing, hash_of
from khata_desktop.server.accounts import Account
from khata_desktop.server.errors import Revoked, SignUpClosed, SignUpNeeded, TooMany, Unknown
from khata_desktop.server.settings import SignUp
from khata_desktop.server.tables import authors, ledgers, revocations, shuts_out
from khata_desktop.wire.errors import BadCertificate, OwnersDevice
from khata_desktop.wire.identity import (
    Author,
    Credential,
    Genesis,
    LedgerId,
    Revocation,
    Role,
    ledger_of_credential,
    read_certificate,
    read_credential,
    read_genesis,
    read_revocation,
)
from khata_desktop.wire.signing import PublicKey

#: A pull answers with all of them.
MOST_AUTHORS = MOST_REVOCATIONS = 4096
#: In the name of one account.
MOST_LEDGERS = 100


class Epoch(NamedTuple):
    """One registered author."""

    author: Author
    device_id: bytes
    role: Role
    epoch: int
    series: str
    last_seq: int
    last_hash: bytes
    seen_ms: int
    credential: bytes


def lock_ledger(connection: Connection, ledger_id: LedgerId) -> tuple[Genesis, int] | None:
    """Return genesis and position of a ledger whose row nobody else may lock until this transaction ends."""
    row = connection.execute(
        select(ledgers.c.genesis, ledgers.c.position)
        .where(ledgers.c.ledger_id == ledger_id)
        .with_for_update()
    ).one_or_none()
    return None if row is None else (read_genesis(row.genesis), row.position)


def register_ledger(
    connection: Connection,
    genesis: Genesis,
    credential: Credential,
    now_ms: int,
    admit: Callable[[Connection], Account | None],
) -> bool:
    """Enter a ledger with its first device; return whether it is new. Raises BadCertificate.

    ``admit`` says in whose name a new one is entered, or refuses it; one that is here already may come again.
    """
    if credential.role is not Role.ADMIN or credential.issued_by is not None:
        raise BadCertificate(detail="the first device is an admin's, certified by the owner")
    known = lock_ledger(connection, genesis.ledger_id)
    if known is None:
        connection.execute(
            ledgers.insert().values(
                ledger_id=genesis.ledger_id,
                genesis=genesis.encoded,
                instance=os.urandom(16),
                position=0,
                made_ms=now_ms,
                account=admit(connection),
                tidied=0,
                changeset_bytes=0,
                blob_bytes=0,
            )
        )
    register_author(connection, credential, now_ms)
    return known is None


def admitted(
    connection: Connection, sign_up: SignUp, most_ledgers: int, account: Account | None
) -> Account | None:
    """Return in whose name a new ledger is entered. Raises SignUpNeeded, SignUpClosed, TooMany."""
    if sign_up == "closed":
        raise SignUpClosed
    if sign_up == "otp" and account is None:
        raise SignUpNeeded
    if account is not None and len(ledgers_of(connection, account)) >= MOST_LEDGERS:
        raise TooMany
    if most_ledgers and (connection.execute(select(func.count()).select_from(ledgers)).scalar() or 0) >= (
        most_ledgers
    ):
        raise SignUpClosed
    return account


def is_known(connection: Connection, ledger_id: LedgerId) -> bool:
    """Return whether a ledger is here."""
    return connection.execute(select(ledgers.c.position).filter_by(ledger_id=ledger_id)).first() is not None


def ledgers_of(connection: Connection, account: Account) -> list[tuple[LedgerId, bytes]]:
    """Return the ledgers entered in the name of an account, with their genesis, oldest first."""
    rows = connection.execute(
        select(ledgers.c.ledger_id, ledgers.c.genesis)
        .where(ledgers.c.account == account)
        .order_by(ledgers.c.made_ms, ledgers.c.ledger_id)
    )
    return [(LedgerId(ledger_id), genesis) for ledger_id, genesis in rows]


def register_device(connection: Connection, encoded: bytes, now_ms: int) -> tuple[Credential, bool]:
    """Enter a new epoch of a device; return it, and whether it is new. Raises Unknown, Revoked, WireError."""
    known = lock_ledger(connection, ledger_of_credential(encoded))
    if known is None:
        raise Unknown
    credential = read_credential(encoded, known[0])
    return credential, register_author(connection, credential, now_ms)


def register_author(connection: Connection, credential: Credential, now_ms: int) -> bool:
    """Enter an author of a locked ledger; return whether it is new. Raises Revoked, TooMany."""
    ledger_id = credential.certificate.ledger_id
    _check_standing(connection, credential)
    mine = authors.c.ledger_id == ledger_id
    if connection.execute(
        select(authors.c.author).where(mine, authors.c.author == credential.author)
    ).first():
        return False
    if (connection.execute(select(func.count()).where(mine)).scalar() or 0) >= MOST_AUTHORS:
        raise TooMany
    connection.execute(
        authors.insert().values(
            ledger_id=ledger_id,
            author=credential.author,
            device_id=credential.device_id,
            certificate=credential.certificate.encoded,
            credential=credential.encoded,
            public=credential.public,
            role=int(credential.role),
            epoch=credential.epoch,
            series=credential.series,
            last_seq=0,
            last_hash=bytes(32),
            seen_ms=now_ms,
        )
    )
    return True


def _check_standing(connection: Connection, credential: Credential) -> None:
    """Refuse a device that was shut out, and a new one certified by an admin that was."""
    ledger_id = credential.certificate.ledger_id
    if credential.issued_by is None:
        _forget_what_admins_said(connection, ledger_id, credential.device_id)
    if _is_revoked(connection, ledger_id, credential.device_id):
        raise Revoked(author=credential.author.hex())
    above = credential.issued_by
    if above is None or not _is_revoked(connection, ledger_id, above.device_id):
        return
    # A device that was certified while the admin was in good standing stays in it, with new epochs too.
    entered_before = select(authors.c.author).where(
        authors.c.ledger_id == ledger_id, authors.c.certificate == credential.certificate.encoded
    )
    if connection.execute(entered_before).first() is None:
        raise Revoked(author=credential.author.hex())


def _forget_what_admins_said(connection: Connection, ledger_id: LedgerId, device_id: bytes) -> None:
    """Of a device that the phrase let in, drop what admins said before it came: only the phrase counts."""
    of_it = revocations.c.ledger_id == ledger_id, revocations.c.device_id == device_id
    for encoded in connection.execute(select(revocations.c.encoded).where(*of_it)).scalars().all():
        if read_revocation(encoded, genesis_of(connection, ledger_id)).issued_by is not None:
            connection.execute(revocations.delete().where(*of_it, revocations.c.hash == hash_of(encoded)))


def _is_revoked(connection: Connection, ledger_id: LedgerId, device_id: bytes) -> bool:
    found = select(revocations.c.author).where(
        revocations.c.ledger_id == ledger_id, revocations.c.device_id == device_id
    )
    return connection.execute(found).first() is not None


def register_revocation(connection: Connection, ledger_id: LedgerId, author: Author, encoded: bytes) -> None:
    """Shut an author out, or under its own id a device that was let in and has not come.

    Raises Unknown, Revoked (who signed it was shut out itself), OwnersDevice, WireError.
    """
    known = lock_ledger(connection, ledger_id)
    if known is None:
        raise Unknown
    genesis = known[0]
    revocation = read_revocation(encoded, genesis)
    _check_revocation(connection, revocation, author, genesis)
    place = {"ledger_id": ledger_id, "author": author, "hash": hash_of(encoded)}
    if connection.execute(select(revocations.c.author).filter_by(**place)).first():
        return
    if (
        connection.execute(select(func.count()).where(revocations.c.ledger_id == ledger_id)).scalar() or 0
    ) >= (MOST_REVOCATIONS):
        raise TooMany
    connection.execute(
        revocations.insert().values(
            **place, device_id=revocation.device_id, last_seq=revocation.last_seq, encoded=encoded
        )
    )


def _check_revocation(
    connection: Connection, revocation: Revocation, author: Author, genesis: Genesis
) -> None:
    device_id = connection.execute(
        select(authors.c.device_id).filter_by(ledger_id=revocation.ledger_id, author=author)
    ).scalar()
    if device_id is None:
        # Whoever was let in and has not come has no author yet.
        if (bytes(author), revocation.last_seq) != (bytes(revocation.device_id), 0):
            raise Unknown
        device_id = author
    if (revocation.author, revocation.device_id) != (author, device_id):
        raise BadCertificate(detail="the revocation is of another device")
    admin = revocation.issued_by
    if admin is None:
        return
    if _is_revoked(connection, revocation.ledger_id, admin.device_id):
        raise Revoked(author=author.hex())
    # As every device judges it: whom the owner's phrase let in, the phrase alone shuts out.
    certificates = select(authors.c.certificate).filter_by(
        ledger_id=revocation.ledger_id, device_id=device_id
    )
    if any(
        read_certificate(one).issuer == genesis.root for one in connection.execute(certificates).scalars()
    ):
        raise OwnersDevice


def genesis_of(connection: Connection, ledger_id: LedgerId) -> Genesis:
    """Return the genesis of a ledger. Raises Unknown."""
    encoded = connection.execute(select(ledgers.c.genesis).filter_by(ledger_id=ledger_id)).scalar()
    if encoded is None:
        raise Unknown
    return read_genesis(encoded)


def key_of(connection: Connection, ledger_id: LedgerId, author: Author) -> tuple[PublicKey, Standing]:
    """Return the key an author signs with, and its standing. Raises Unknown."""
    if author == ROOT:
        return genesis_of(connection, ledger_id).root, "owner"
    row = connection.execute(
        select(authors.c.public, authors.c.role).filter_by(ledger_id=ledger_id, author=author)
    ).one_or_none()
    if row is None:
        raise Unknown
    return PublicKey(row.public), "admin" if row.role == Role.ADMIN else "member"


def check_caller(connection: Connection, caller: Caller) -> None:
    """Return when the caller has not been shut out since its token was made. Raises Revoked, Unknown."""
    if caller.author == ROOT:
        return
    cut = cuts_of(connection, caller.ledger_id, [caller.author])
    if cut:
        raise Revoked(author=caller.author.hex(), last_seq=cut[caller.author])


def cuts_of(connection: Connection, ledger_id: LedgerId, among: list[Author]) -> dict[Author, int]:
    """Return the last number that counts of each of these authors that was shut out."""
    rows = connection.execute(
        select(authors.c.author, func.min(revocations.c.last_seq))
        .join(revocations, shuts_out)
        .where(authors.c.ledger_id == ledger_id, authors.c.author.in_(among))
        .group_by(authors.c.author)
    )
    return {Author(author): seq for author, seq in rows}


def saw(connection: Connection, ledger_id: LedgerId, author: Author, now_ms: int) -> None:
    """Note that a device was heard from."""
    connection.execute(
        update(authors)
        .where(authors.c.ledger_id == ledger_id, authors.c.author == author)
        .values(seen_ms=now_ms)
    )


def epochs(connection: Connection, ledger_id: LedgerId) -> list[Epoch]:
    """Return all authors of a ledger."""
    c = authors.c
    rows: Any = connection.execute(
        select(
            c.author, c.device_id, c.role, c.epoch, c.series, c.last_seq, c.last_hash, c.seen_ms, c.credential
        )
        .where(c.ledger_id == ledger_id)
        .order_by(c.device_id, c.epoch, c.author)
    )
    return [Epoch(*row)._replace(role=Role(row.role)) for row in rows]


def all_revocations(connection: Connection, ledger_id: LedgerId) -> list[bytes]:
    """Return the signed revocations of a ledger."""
    rows = connection.execute(
        select(revocations.c.encoded)
        .where(revocations.c.ledger_id == ledger_id)
        .order_by(revocations.c.author, revocations.c.hash)
    )
    return list(rows.scalars())


def instance_of(connection: Connection, ledger_id: LedgerId) -> bytes:
    """Return the id that changes when the server was restored. Raises Unknown."""
    instance = connection.execute(select(ledgers.c.instance).filter_by(ledger_id=ledger_id)).scalar()
    if instance is None:
        raise Unknown
    return bytes(instance)


def start_new_instance(connection: Connection) -> None:
    """After a restore: tell every device to compare what it knows with what is here."""
    connection.execute(update(ledgers).values(instance=os.urandom(16)))
