"""A ledger with an owner, an admin's device and a member's, made from fixed seeds."""

from __future__ import annotations

from dataclasses import dataclass

from khata_desktop.domain.ids import DeviceId
from khata_desktop.wire.changeset import (
    FIRST_PREVIOUS,
    Changeset,
    Entry,
    EventEntry,
    HeadSeen,
    body_bytes,
    seal,
)
from khata_desktop.wire.identity import (
    Certificate,
    Credential,
    Role,
    issue_certificate,
    read_credential,
    start_epoch,
)
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.recovery import OwnerKeys, owner_keys, phrase_of
from khata_desktop.wire.signing import BoxKey, SigningKey

OWNER: OwnerKeys = owner_keys(phrase_of(bytes(range(32))))
STRANGER: OwnerKeys = owner_keys(phrase_of(bytes(range(1, 33))))
KEYS = LedgerKeys({1: b"k" * 32})
EVENT = EventEntry(1 << 40, b"u" * 16, b"\x83\x01\x02\x03")


@dataclass(frozen=True)
class Device:
    """A device with its private keys."""

    identity: SigningKey
    box: BoxKey
    epoch: SigningKey
    certificate: Certificate
    credential: Credential

    def seal(
        self,
        seq: int,
        previous: bytes = FIRST_PREVIOUS,
        *entries: Entry,
        seen: tuple[HeadSeen, ...] = (),
        min_reader: int = 1,
    ) -> Changeset:
        """Return a changeset of this device's first epoch."""
        return seal(
            body_bytes(seen, entries or (EVENT,)),
            key=self.epoch,
            keys=KEYS,
            ledger_id=self.certificate.ledger_id,
            author=self.credential.author,
            seq=seq,
            previous=previous,
            nonce=bytes([seq % 256]) * 24,
            min_reader=min_reader,
        )


def device(
    letter: str,
    *,
    role: Role = Role.MEMBER,
    by: Device | None = None,
    owner: OwnerKeys = OWNER,
    series: str | None = None,
) -> Device:
    """Return a device certified by the owner, or by another device."""
    seed = letter.encode() * 16
    identity, box, epoch = (
        SigningKey(seed + b"i" * 16),
        BoxKey(seed + b"b" * 16),
        SigningKey(seed + b"e" * 16),
    )
    certificate = issue_certificate(
        by.identity if by else owner.root,
        ledger_id=owner.genesis.ledger_id,
        device_id=DeviceId(seed),
        identity=identity.public,
        box=box.public,
        role=role,
        series=letter if series is None else series,
        issued_ms=0,
    )
    encoded = start_epoch(identity, epoch, 1, certificate, by.certificate if by else None)
    credential = read_credential(encoded, owner.genesis)
    return Device(identity, box, epoch, certificate, credential)


ADMIN = device("A", role=Role.ADMIN)
MEMBER = device("B", by=ADMIN)
