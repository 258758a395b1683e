"""The symmetric keys of a ledger: one a key epoch, rotated whenever a device is shut out.

They travel only sealed to the box keys of devices and to the owner's recovery key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nacl import bindings
from nacl.exceptions import CryptoError

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import CannotDecrypt, KeyMissing
from khata_desktop.wire.signing import BoxKey, BoxPublicKey, seal_to
from khata_desktop.wire.strict_cbor import Fields

_VERSION, _MOST_KEYS = 1, 1000
NONCE_SIZE, LEDGER_KEY_SIZE = 24, 32


@dataclass(frozen=True, slots=True)
class LedgerKeys:
    """All keys of a ledger that a device holds, by key epoch (counted from 1)."""

    by_epoch: Mapping[int, bytes] = field(repr=False)

    @property
    def newest(self) -> int:
        """The key epoch to seal with."""
        return max(self.by_epoch)

    def of(self, key_epoch: int) -> bytes:
        """Return the key of an epoch. Raises KeyMissing."""
        try:
            return self.by_epoch[key_epoch]
        except KeyError:
            raise KeyMissing(key_epoch=key_epoch) from None

    def with_key(self, key_epoch: int, key: bytes) -> LedgerKeys:
        """Return these keys and one more."""
        return LedgerKeys({**self.by_epoch, key_epoch: key})

    def sealed_to(self, public: BoxPublicKey) -> bytes:
        """Return all keys, readable by one device or by the recovery key alone."""
        listed = [[epoch, key] for epoch, key in sorted(self.by_epoch.items())]
        return seal_to(public, strict_cbor.dumps([_VERSION, listed]))


def open_ledger_keys(sealed: bytes, key: BoxKey) -> LedgerKeys:
    """Return the keys sealed to a device. Raises CannotDecrypt, WireError."""
    opened = key.open(sealed)
    if opened is None:
        raise CannotDecrypt(what="keys")
    fields = Fields(strict_cbor.loads(opened, most=64 * _MOST_KEYS), "the keys")
    fields.version(_VERSION)
    keys: dict[int, bytes] = {}
    for pair in fields.items(_MOST_KEYS):
        one = Fields(pair, "a key")
        key_epoch = one.number(1)
        keys[key_epoch] = one.exact(LEDGER_KEY_SIZE)
        one.end()
    fields.end()
    if not keys:
        raise CannotDecrypt(what="keys")
    return LedgerKeys(keys)


def rotation(
    keys: LedgerKeys, devices: Iterable[tuple[bytes, BoxPublicKey]], recovery: BoxPublicKey
) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Return all keys sealed to every remaining device and to the recovery key, with the newest's epoch."""
    shares = [(device_id, keys.sealed_to(box)) for device_id, box in sorted(devices)]
    return keys.newest, shares, keys.sealed_to(recovery)


def encrypt(key: bytes, nonce: bytes, message: bytes, associated: bytes) -> bytes:
    """Return XChaCha20-Poly1305 ciphertext, the 16-byte tag at its end."""
    return bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(message, associated, nonce, key)


def decrypt(key: bytes, nonce: bytes, ciphertext: bytes, associated: bytes, what: str) -> bytes:
    """Return what was encrypted. Raises CannotDecrypt."""
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(ciphertext, associated, nonce, key)
    except (CryptoError, TypeError, ValueError) as problem:
        raise CannotDecrypt(what=what) from problem
