"""Admitting: an admin's device certifies a new one and tells it what to begin with."""

from __future__ import annotations

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.records import Entity
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import outbox
from khata_desktop.sync.errors import NotAdmin
from khata_desktop.sync.member import KEY_EPOCH, Member, Surroundings
from khata_desktop.sync.owed import Deed, owe
from khata_desktop.sync.receiver import shut_out
from khata_desktop.sync.secrets import DeviceSecrets
from khata_desktop.wire.changeset import HeadSeen, RevocationEntry, RotationEntry
from khata_desktop.wire.identity import (
    Author,
    Certificate,
    Genesis,
    Role,
    issue_certificate,
    read_certificate,
    read_credential,
    read_genesis,
    read_revocation,
    revoke,
    start_epoch,
)
from khata_desktop.wire.ledger_keys import LEDGER_KEY_SIZE, open_ledger_keys, rotation
from khata_desktop.wire.pairing import Answer, Offer
from khata_desktop.wire.signing import BoxPublicKey


def certify(books: Books, member: Member, offer: Offer, *, now_ms: int) -> Certificate:
    """Certify the device of an offer under a free series, and record it. Raises NotAdmin, NotAllowed."""
    if not member.is_admin:
        raise NotAdmin
    series: str = books.execute(_record_device, offer.device_id, offer.name).value
    return issue_certificate(
        member.secrets.identity,
        ledger_id=member.genesis.ledger_id,
        device_id=offer.device_id,
        identity=offer.identity,
        box=offer.box,
        role=Role.MEMBER,
        series=series,
        issued_ms=now_ms,
    )


def answer_to(
    books: Books, member: Member, certificate: Certificate, box: BoxPublicKey, manifest: bytes
) -> Answer:
    """Return what a certified device is told; ``manifest`` names the snapshot it begins with."""
    return Answer(
        genesis=member.genesis.encoded,
        certificate=certificate.encoded,
        issued_by=member.credential.certificate.encoded,
        keys=member.secrets.keys.sealed_to(box),
        heads=books.query(_heads),
        manifest=manifest,
    )


def admitted(answer: Answer, secrets: DeviceSecrets, around: Surroundings) -> Member:
    """Return the new device as a member, by what it was told. Raises WireError."""
    genesis = read_genesis(answer.genesis)
    certificate = read_certificate(answer.certificate)
    issued_by = read_certificate(answer.issued_by) if answer.issued_by is not None else None
    encoded = start_epoch(secrets.identity, secrets.epoch_key, secrets.epoch, certificate, issued_by)
    credential = read_credential(encoded, genesis)
    keys = open_ledger_keys(answer.keys, secrets.box)
    return Member(genesis, credential, secrets.with_keys(keys), around)


def shut_out_device(books: Books, member: Member, author: Author, *, now_ms: int) -> bytes:
    """Shut an author out from its last changeset known here, and give the others a new key.

    Return the encoded revocation, for the server. Raises NotAdmin, NotAllowed.
    """
    if not member.is_admin:
        raise NotAdmin
    return books.execute(_revoke, member, author, now_ms).value


def _record_device(uow: UnitOfWork, device_id: DeviceId, name: str) -> Outcome[str]:
    uow.require(Right.EDIT_BUSINESS)
    rows = uow.session.execute("SELECT id, series FROM devices").fetchall()
    for known, series in rows:
        if known == device_id:
            return Outcome(str(series), frozenset())
    taken = {str(series) for _, series in rows}
    series = next(series for series in _series() if series not in taken)
    uow.change_record(Entity.DEVICE, device_id, {"name": name or "Another device", "series": series})
    return Outcome(series, EVERYTHING)


def _series() -> list[str]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [*letters, *(first + second for first in letters for second in letters)]


def _heads(session: Session) -> tuple[HeadSeen, ...]:
    rows = SyncStore(session).authors()
    return tuple(HeadSeen(Author(row.author), row.seq, row.hash) for row in rows if row.seq)


def _revoke(uow: UnitOfWork, member: Member, author: Author, now_ms: int) -> Outcome[bytes]:
    uow.require(Right.EDIT_BUSINESS)
    store = uow.sync
    rows = store.authors()
    row = next(row for row in rows if row.author == author)
    certificate = member.credential.certificate
    issued_by = certificate if certificate.issuer == member.genesis.root else None
    encoded = revoke(
        member.secrets.identity,
        issued_by,
        ledger_id=member.genesis.ledger_id,
        device_id=DeviceId(row.device_id),
        author=author,
        last_seq=row.seq,
        last_hash=row.hash,
        revoked_ms=now_ms,
    )
    shut_out(store, member, read_revocation(encoded, member.genesis))
    keys = member.secrets.keys.with_key(member.secrets.keys.newest + 1, member.around.random(LEDGER_KEY_SIZE))
    boxes = _boxes(member.genesis, [r.credential for r in rows if r.device_id != row.device_id])
    key_epoch, shares, recovery = rotation(keys, boxes, member.genesis.recovery)
    outbox.add(store, RevocationEntry(encoded), RotationEntry(key_epoch, tuple(shares), recovery))
    # Kept before the commit: a key too many does no harm, and none is used that the book does not name.
    member.keep(member.secrets.with_keys(keys))
    store.put_number(KEY_EPOCH, key_epoch)
    owe(store, (Deed.REVOKE, author), (Deed.KEYS, b""))
    return Outcome(encoded, EVERYTHING)


def _boxes(genesis: Genesis, credentials: list[bytes]) -> list[tuple[bytes, BoxPublicKey]]:
    boxes = {}
    for encoded in credentials:
        certificate = read_credential(encoded, genesis).certificate
        boxes[certificate.device_id] = certificate.box
    return list(boxes.items())
