"""Pairing: what the QR code says, what the two devices tell each other, and the six digits on both screens.

The code carries a secret that never reaches the server; offer and answer are encrypted under it. It also
carries a commitment to a nonce, which the device inside tells only once an offer has reached it. Both screens
show six digits made from the secret, the offer as it was sent, and the nonce: who stole the code and has the
server in hand must choose his keys before anybody can know the digits, and so cannot choose them to agree.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.names_from_outside import MOST_DEVICE_NAME
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.errors import (
    DeviceNameTooLong,
    NotCanonical,
    PairingTampered,
    PairingTextWrong,
    PairingVersion,
    WireError,
)
from khata_desktop.wire.identity import Author, LedgerId
from khata_desktop.wire.ledger_keys import NONCE_SIZE, decrypt, encrypt
from khata_desktop.wire.signing import BoxPublicKey, PublicKey
from khata_desktop.wire.strict_cbor import Fields

_VERSION = 1
_PREFIX = "khata:"
VALID_SECONDS = 600
_OFFER, _ANSWER = b"khata pairing offer", b"khata pairing answer"
REVEAL_SIZE = 16
MOST_SEALED = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What the device inside shows.

    Attributes:
        token: 16 bytes that open the exchange on the server once; the server keeps only their hash.
        secret: 32 bytes that only the two devices know.
        commitment: to the nonce that the digits are made with; see ``commitment_to``.
    """

    server_url: str
    ledger_id: LedgerId
    root: PublicKey
    token: bytes
    secret: bytes
    commitment: bytes

    def text(self) -> str:
        """Return the text of the QR code."""
        packed = strict_cbor.dumps(
            [
                _VERSION, self.server_url, self.ledger_id, self.root, self.token, self.secret,
                self.commitment,
            ]
        )  # fmt: skip
        return _PREFIX + urlsafe_b64encode(packed).rstrip(b"=").decode()

    @property
    def token_hash(self) -> bytes:
        """What the server knows the exchange by."""
        return hash_of_token(self.token)

    def check(self, nonce: bytes) -> None:
        """Require that this is the nonce committed to. Raises PairingTampered."""
        if len(nonce) != REVEAL_SIZE or commitment_to(nonce) != self.commitment:
            raise PairingTampered


def commitment_to(nonce: bytes) -> bytes:
    """Return what the code says of a nonce before anybody may know it."""
    return blake2b(nonce, digest_size=32, person=b"khata commitment").digest()


def six_digits(secret: bytes, sealed_offer: bytes, nonce: bytes) -> str:
    """Return the code both screens show, as six digits: of the offer as it travelled, and of the nonce."""
    digest = blake2b(nonce + sealed_offer, key=secret, digest_size=16, person=b"khata digits").digest()
    return f"{int.from_bytes(digest, 'big') % 1_000_000:06d}"


def hash_of_token(token: bytes) -> bytes:
    """Return what the server keeps of a token."""
    return blake2b(token, digest_size=32, person=b"khata token").digest()


def read_invitation(text: str) -> Invitation:
    """Return the invitation of a code, spaces ignored. Raises PairingTextWrong, PairingVersion.

    Whether it still holds is for the server to say: clocks differ.
    """
    joined = "".join(text.split())
    if not joined.startswith(_PREFIX):
        raise PairingTextWrong
    try:
        body = joined.removeprefix(_PREFIX)
        packed = urlsafe_b64decode(body + "=" * (-len(body) % 4))
        fields = Fields(strict_cbor.loads(packed, most=2048), "the invitation")
        if fields.number() != _VERSION:
            raise PairingVersion
        invitation = Invitation(
            server_url=_address(fields.text(500)),
            ledger_id=LedgerId(fields.exact(16)),
            root=PublicKey(fields.exact(32)),
            token=fields.exact(16),
            secret=fields.exact(32),
            commitment=fields.exact(32),
        )
        fields.end()
    except PairingVersion:
        raise
    except (WireError, binascii.Error, ValueError) as problem:
        raise PairingTextWrong from problem
    return invitation


def _address(url: str) -> str:
    """Return the address of a server. Raises ValueError for what is none: it is asked, and shown."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError(url)
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError(url)
    return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The new device's keys and the name it would like to bear."""

    device_id: DeviceId
    identity: PublicKey
    box: BoxPublicKey
    name: str

    def _packed(self) -> bytes:
        return strict_cbor.dumps([_VERSION, self.device_id, self.identity, self.box, self.name])

    def sealed(self, secret: bytes, nonce: bytes) -> bytes:
        """Return the offer, readable only with the secret of the code. Raises DeviceNameTooLong."""
        if len(self.name) > MOST_DEVICE_NAME:
            raise DeviceNameTooLong(limit=MOST_DEVICE_NAME)
        return nonce + encrypt(secret, nonce, self._packed(), _OFFER)


def open_offer(sealed: bytes, secret: bytes) -> Offer:
    """Return the offer made under this secret. Raises WireError."""
    if len(sealed) > MOST_SEALED:
        raise NotCanonical(detail="an offer too large")
    plain = decrypt(secret, sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], _OFFER, "offer")
    fields = Fields(strict_cbor.loads(plain, most=4096), "the offer")
    fields.version(_VERSION)
    offer = Offer(
        device_id=DeviceId(fields.exact(16)),
        identity=PublicKey(fields.exact(32)),
        box=BoxPublicKey(fields.exact(32)),
        name=fields.text(MOST_DEVICE_NAME),
    )
    fields.end()
    return offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the device inside gives a new one.

    Attributes:
        genesis: of the ledger, encoded; must hash to the ledger id of the code.
        certificate, issued_by: the new device's and its issuer's, encoded.
        keys: all ledger keys, sealed to the new device's box key.
        heads: the newest changesets the device inside knows, so that a stale bootstrap is refused.
        manifest: the hash of the sealed manifest of the snapshot to begin with.
    """

    genesis: bytes
    certificate: bytes
    issued_by: bytes | None
    keys: bytes
    heads: tuple[HeadSeen, ...]
    manifest: bytes

    def sealed(self, secret: bytes, nonce: bytes) -> bytes:
        """Return the answer, readable only with the secret of the code."""
        plain = strict_cbor.dumps(
            [
                _VERSION, self.genesis, self.certificate, self.issued_by, self.keys,
                [list(head) for head in self.heads], self.manifest,
            ]
        )  # fmt: skip
        return nonce + encrypt(secret, nonce, plain, _ANSWER)


def open_answer(sealed: bytes, secret: bytes) -> Answer:
    """Return the answer given under this secret. Raises WireError."""
    if len(sealed) > MOST_SEALED:
        raise NotCanonical(detail="an answer too large")
    plain = decrypt(secret, sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], _ANSWER, "answer")
    fields = Fields(strict_cbor.loads(plain, most=MOST_SEALED), "the answer")
    fields.version(_VERSION)
    genesis, certificate, issued_by, keys = (
        fields.some(1024),
        fields.some(1024),
        fields.optional(1024),
        fields.some(65536),
    )
    heads = []
    for value in fields.items(4096):
        one = Fields(value, "a head")
        heads.append(HeadSeen(Author(one.exact(16)), one.number(1), one.exact(32)))
        one.end()
    answer = Answer(
        genesis=genesis,
        certificate=certificate,
        issued_by=issued_by,
        keys=keys,
        heads=tuple(heads),
        manifest=fields.exact(32),
    )
    fields.end()
    return answer
