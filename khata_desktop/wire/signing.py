"""Ed25519 signatures with a domain tag, so that a signature over one thing never counts for another.

libsodium refuses public keys of small order and signatures with a non-canonical S by itself.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import NewType

from nacl import bindings
from nacl.exceptions import BadSignatureError, CryptoError

from khata_desktop.wire.errors import BadSignature

PublicKey = NewType("PublicKey", bytes)
BoxPublicKey = NewType("BoxPublicKey", bytes)

SIGNATURE_SIZE, KEY_SIZE = 64, 32


class SigningKey:
    """A private Ed25519 key.

    Attributes:
        seed: the 32 secret bytes it is kept as.
        public: its public key.
    """

    __slots__ = ("_secret", "public", "seed")

    def __init__(self, seed: bytes) -> None:
        self.seed = seed
        public, self._secret = bindings.crypto_sign_seed_keypair(seed)
        self.public = PublicKey(public)

    def sign(self, domain: bytes, message: bytes) -> bytes:
        """Return the 64 bytes of the signature over a domain tag and a message."""
        return bindings.crypto_sign(_tagged(domain, message), self._secret)[:SIGNATURE_SIZE]

    def __repr__(self) -> str:
        return f"SigningKey({self.public.hex()[:8]}…)"


class BoxKey:
    """A private X25519 key, to which others seal secrets.

    Attributes:
        public: its public key.
    """

    __slots__ = ("_secret", "public")

    def __init__(self, seed: bytes) -> None:
        public, self._secret = bindings.crypto_box_seed_keypair(seed)
        self.public = BoxPublicKey(public)

    def open(self, sealed: bytes) -> bytes | None:
        """Return what was sealed to this key, or None when it was not."""
        try:
            return bindings.crypto_box_seal_open(sealed, self.public, self._secret)
        except (CryptoError, TypeError, ValueError):
            return None

    def __repr__(self) -> str:
        return f"BoxKey({self.public.hex()[:8]}…)"


def seal_to(public: BoxPublicKey, secret: bytes) -> bytes:
    """Return a secret that only the holder of the private key can open; it does not say who sealed it."""
    return bindings.crypto_box_seal(secret, public)


def verify(public: bytes, domain: bytes, message: bytes, signature: bytes) -> None:
    """Return when the signature holds. Raises BadSignature."""
    try:
        bindings.crypto_sign_open(signature + _tagged(domain, message), public)
    except (BadSignatureError, CryptoError, TypeError, ValueError) as problem:
        raise BadSignature(what=domain.decode()) from problem


def is_sound(public: bytes) -> bool:
    """Return whether a public key is a point of the right order, in its one spelling."""
    return bool(bindings.crypto_core_ed25519_is_valid_point(public))


def derived(secret: bytes, purpose: bytes, size: int = 32) -> bytes:
    """Return a key derived from another one for one purpose (at most 16 bytes of name)."""
    return blake2b(secret, digest_size=size, person=purpose).digest()


def _tagged(domain: bytes, message: bytes) -> bytes:
    return b"khata " + domain + b"\0" + message
