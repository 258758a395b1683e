"""Who may write: the ledger's genesis, the certificates of its devices, their epochs, and revocations.

The owner's root key makes a ledger and certifies the first device as an admin; an admin certifies others.
A device's identity key signs its epochs: each epoch is a signing key, a chain of changesets and a series of
voucher numbers of its own. The author of a changeset is the hash of the epoch's public key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from typing import NewType

from khata_desktop.domain.ids import DeviceId
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import BadCertificate, WrongLedger
from khata_desktop.wire.signing import BoxPublicKey, PublicKey, SigningKey, is_sound, verify
from khata_desktop.wire.strict_cbor import Fields, moment

LedgerId = NewType("LedgerId", bytes)
Author = NewType("Author", bytes)

_VERSION = 1
_GENESIS, _CERTIFICATE, _EPOCH, _REVOCATION = b"genesis", b"certificate", b"epoch", b"revocation"
_MOST_PART, _MOST = 1024, 4096
LONGEST_SERIES = 4


class Role(IntEnum):
    """What a device may do beyond writing vouchers."""

    ADMIN = 1
    MEMBER = 2


def author_of(epoch_public: bytes) -> Author:
    """Return the author that signs with this key: 16 bytes."""
    return Author(blake2b(epoch_public, digest_size=16, person=b"khata author").digest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Genesis:
    """The birth of a ledger: its root key and the key its secrets are sealed to for recovery.

    Attributes:
        ledger_id: the hash of the signed statement, so that no other root can ever claim it.
        encoded: the signed bytes.
    """

    ledger_id: LedgerId
    root: PublicKey
    recovery: BoxPublicKey
    encoded: bytes


def make_genesis(root: SigningKey, recovery: BoxPublicKey) -> Genesis:
    """Return the genesis of the ledger of a root key."""
    payload = strict_cbor.dumps([_VERSION, root.public, recovery])
    encoded = strict_cbor.dumps([payload, root.sign(_GENESIS, payload)])
    return read_genesis(encoded)


def read_genesis(encoded: bytes) -> Genesis:
    """Return a genesis whose signature holds. Raises WireError."""
    payload, signature = _signed(encoded, "the genesis")
    fields = Fields(strict_cbor.loads(payload, most=_MOST_PART), "the genesis")
    fields.version(_VERSION)
    root, recovery = PublicKey(fields.exact(32)), BoxPublicKey(fields.exact(32))
    fields.end()
    verify(root, _GENESIS, payload, signature)
    ledger_id = LedgerId(blake2b(payload, digest_size=16, person=b"khata ledger").digest())
    return Genesis(ledger_id=ledger_id, root=root, recovery=recovery, encoded=encoded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A device's identity, certified by the root key or by an admin.

    Attributes:
        series: what its voucher numbers carry (``A`` in ``INV-A-000123``).
        issuer: the public key that signed.
        encoded: the signed bytes.
    """

    ledger_id: LedgerId
    device_id: DeviceId
    identity: PublicKey
    box: BoxPublicKey
    role: Role
    series: str
    issuer: PublicKey
    issued_ms: int
    encoded: bytes


def issue_certificate(
    issuer: SigningKey,
    *,
    ledger_id: LedgerId,
    device_id: DeviceId,
    identity: PublicKey,
    box: BoxPublicKey,
    role: Role,
    series: str,
    issued_ms: int,
) -> Certificate:
    """Return a certificate for a device, signed by the root key or an admin's identity key."""
    payload = strict_cbor.dumps(
        [_VERSION, ledger_id, device_id, identity, box, int(role), series, issuer.public, moment(issued_ms)]
    )
    return read_certificate(strict_cbor.dumps([payload, issuer.sign(_CERTIFICATE, payload)]))


def read_certificate(encoded: bytes) -> Certificate:
    """Return a certificate whose signature holds, whoever signed it. Raises WireError."""
    payload, signature = _signed(encoded, "the certificate")
    fields = Fields(strict_cbor.loads(payload, most=_MOST_PART), "the certificate")
    fields.version(_VERSION)
    certificate = Certificate(
        ledger_id=LedgerId(fields.exact(16)),
        device_id=DeviceId(fields.exact(16)),
        identity=PublicKey(fields.exact(32)),
        box=BoxPublicKey(fields.exact(32)),
        role=Role(fields.number(1, 2)),
        series=fields.text(LONGEST_SERIES),
        issuer=PublicKey(fields.exact(32)),
        issued_ms=fields.number(),
        encoded=encoded,
    )
    fields.end()
    if not (certificate.series.isascii() and certificate.series.isalpha()):
        # Digits are left to the epochs (A2), and a series stands within file names and the server's rows.
        raise BadCertificate(detail="the series is not of letters")
    verify(certificate.issuer, _CERTIFICATE, payload, signature)
    return certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """Everything that proves one author: certificate, the issuer's own one where it is an admin, the epoch.

    Attributes:
        author: names the epoch's key; the author of its changesets.
        epoch: counts from 1; a new one after a restore.
        public: the key its changesets are signed with.
        series: of this epoch's voucher numbers.
        encoded: the bytes that travel.
    """

    author: Author
    certificate: Certificate
    issued_by: Certificate | None
    epoch: int
    public: PublicKey
    series: str
    encoded: bytes

    @property
    def device_id(self) -> DeviceId:
        """The device behind the author."""
        return self.certificate.device_id

    @property
    def role(self) -> Role:
        """What the device may do."""
        return self.certificate.role


def series_of_epoch(base: str, epoch: int) -> str:
    """Return the series of a device's epoch: ``A``, then ``A2``, ``A3`` after each restore."""
    return base if epoch == 1 else f"{base}{epoch}"


def start_epoch(
    identity: SigningKey,
    epoch_key: SigningKey,
    epoch: int,
    certificate: Certificate,
    issued_by: Certificate | None,
) -> bytes:
    """Return the encoded credential of a device's new epoch."""
    series = series_of_epoch(certificate.series, epoch)
    payload = strict_cbor.dumps(
        [_VERSION, certificate.ledger_id, certificate.device_id, epoch, epoch_key.public, series]
    )
    statement = strict_cbor.dumps([payload, identity.sign(_EPOCH, payload)])
    above = issued_by.encoded if issued_by is not None else None
    return strict_cbor.dumps([certificate.encoded, above, statement])


def ledger_of_credential(encoded: bytes) -> LedgerId:
    """Return the ledger a credential names, nothing else checked. Raises NotCanonical, TooLarge."""
    outer = Fields(strict_cbor.loads(encoded, most=_MOST), "the credential")
    payload, _signature = _signed(outer.some(_MOST_PART), "the certificate")
    fields = Fields(strict_cbor.loads(payload, most=_MOST_PART), "the certificate")
    fields.version(_VERSION)
    return LedgerId(fields.exact(16))


def read_credential(encoded: bytes, genesis: Genesis) -> Credential:
    """Return a credential that holds in this ledger. Raises BadCertificate, WrongLedger, WireError."""
    fields = Fields(strict_cbor.loads(encoded, most=_MOST), "the credential")
    certificate_bytes, above, statement = (
        fields.some(_MOST_PART),
        fields.optional(_MOST_PART),
        fields.some(_MOST_PART),
    )
    fields.end()
    certificate = read_certificate(certificate_bytes)
    issued_by = read_certificate(above) if above is not None else None
    check_certificate(certificate, issued_by, genesis)
    payload, signature = _signed(statement, "the epoch")
    verify(certificate.identity, _EPOCH, payload, signature)
    epoch_fields = Fields(strict_cbor.loads(payload, most=_MOST_PART), "the epoch")
    epoch_fields.version(_VERSION)
    if epoch_fields.exact(16) != certificate.ledger_id or epoch_fields.exact(16) != certificate.device_id:
        raise BadCertificate(detail="the epoch is of another device")
    epoch = epoch_fields.number(1, 1_000_000)
    public = PublicKey(epoch_fields.exact(32))
    series = epoch_fields.text(16)
    epoch_fields.end()
    if series != series_of_epoch(certificate.series, epoch):
        raise BadCertificate(detail="the series is not its own")
    if not is_sound(public):
        raise BadCertificate(detail="the epoch's key signs nothing")
    return Credential(
        author=author_of(public),
        certificate=certificate,
        issued_by=issued_by,
        epoch=epoch,
        public=public,
        series=series,
        encoded=encoded,
    )


def check_certificate(certificate: Certificate, issued_by: Certificate | None, genesis: Genesis) -> None:
    """Return when a certificate holds in this ledger. Raises BadCertificate, WrongLedger."""
    if certificate.ledger_id != genesis.ledger_id:
        raise WrongLedger
    if certificate.issuer == genesis.root:
        if issued_by is not None:
            raise BadCertificate(detail="two issuers")
        return
    if issued_by is None or issued_by.identity != certificate.issuer:
        raise BadCertificate(detail="nobody known signed it")
    if issued_by.ledger_id != genesis.ledger_id or issued_by.issuer != genesis.root:
        raise BadCertificate(detail="its issuer was not certified by the owner")
    if issued_by.role is not Role.ADMIN:
        raise BadCertificate(detail="its issuer may not certify devices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A device is shut out: of this author, nothing after ``last_seq`` counts.

    Attributes:
        last_seq, last_hash: the last changeset that still counts; 0 and zero bytes for none.
        issuer: the public key that signed, the root's or an admin's.
        encoded: the signed bytes.
    """

    ledger_id: LedgerId
    device_id: DeviceId
    author: Author
    last_seq: int
    last_hash: bytes
    issuer: PublicKey
    issued_by: Certificate | None
    revoked_ms: int
    encoded: bytes


def revoke(
    issuer: SigningKey,
    issued_by: Certificate | None,
    *,
    ledger_id: LedgerId,
    device_id: DeviceId,
    author: Author,
    last_seq: int,
    last_hash: bytes,
    revoked_ms: int,
) -> bytes:
    """Return the encoded revocation, signed by the root key (no certificate) or an admin (with its own)."""
    payload = strict_cbor.dumps(
        [_VERSION, ledger_id, device_id, author, last_seq, last_hash, issuer.public, moment(revoked_ms)]
    )
    above = issued_by.encoded if issued_by is not None else None
    return strict_cbor.dumps([payload, above, issuer.sign(_REVOCATION, payload)])


def read_revocation(encoded: bytes, genesis: Genesis) -> Revocation:
    """Return a revocation that holds in this ledger. Raises BadCertificate, WrongLedger, WireError."""
    outer = Fields(strict_cbor.loads(encoded, most=_MOST), "the revocation")
    payload, above, signature = outer.some(_MOST_PART), outer.optional(_MOST_PART), outer.exact(64)
    outer.end()
    fields = Fields(strict_cbor.loads(payload, most=_MOST_PART), "the revocation")
    fields.version(_VERSION)
    revocation = Revocation(
        ledger_id=LedgerId(fields.exact(16)),
        device_id=DeviceId(fields.exact(16)),
        author=Author(fields.exact(16)),
        last_seq=fields.number(),
        last_hash=fields.exact(32),
        issuer=PublicKey(fields.exact(32)),
        revoked_ms=fields.number(),
        issued_by=read_certificate(above) if above is not None else None,
        encoded=encoded,
    )
    fields.end()
    if revocation.ledger_id != genesis.ledger_id:
        raise WrongLedger
    verify(revocation.issuer, _REVOCATION, payload, signature)
    if revocation.issuer == genesis.root:
        return revocation
    admin = revocation.issued_by
    if admin is None or admin.identity != revocation.issuer or admin.issuer != genesis.root:
        raise BadCertificate(detail="nobody known signed the revocation")
    if admin.role is not Role.ADMIN or admin.ledger_id != genesis.ledger_id:
        raise BadCertificate(detail="its issuer may not revoke devices")
    return revocation


def _signed(encoded: bytes, what: str) -> tuple[bytes, bytes]:
    fields = Fields(strict_cbor.loads(encoded, most=_MOST_PART), what)
    payload, signature = fields.some(_MOST_PART), fields.exact(64)
    fields.end()
    return payload, signature
