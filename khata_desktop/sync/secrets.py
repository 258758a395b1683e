"""The secrets of one device in one ledger, and where they are kept: never in the book, never in a backup."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.ledger_keys import LEDGER_KEY_SIZE, LedgerKeys
from khata_desktop.wire.signing import BoxKey, SigningKey
from khata_desktop.wire.strict_cbor import Fields

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceSecrets:
    """Private keys, as the seeds they are made from.

    Attributes:
        epoch_seed: of the present epoch.
        epoch: counts from 1; 0 before the first.
        keys: of the ledger.
    """

    identity_seed: bytes = field(repr=False)
    box_seed: bytes = field(repr=False)
    epoch_seed: bytes = field(repr=False)
    epoch: int
    keys: LedgerKeys

    @property
    def identity(self) -> SigningKey:
        """The device's identity key."""
        return SigningKey(self.identity_seed)

    @property
    def box(self) -> BoxKey:
        """The key others seal ledger keys to."""
        return BoxKey(self.box_seed)

    @property
    def epoch_key(self) -> SigningKey:
        """The key changesets are signed with."""
        return SigningKey(self.epoch_seed)

    def with_keys(self, keys: LedgerKeys) -> DeviceSecrets:
        """Return the secrets with other ledger keys."""
        return replace(self, keys=keys)

    def packed(self) -> bytes:
        """Return the bytes a key store keeps."""
        listed = [[epoch, key] for epoch, key in sorted(self.keys.by_epoch.items())]
        return strict_cbor.dumps(
            [_VERSION, self.identity_seed, self.box_seed, self.epoch_seed, self.epoch, listed]
        )


def read_secrets(packed: bytes) -> DeviceSecrets:
    """Return the secrets a key store kept. Raises WireError."""
    fields = Fields(strict_cbor.loads(packed, most=1 << 20), "the secrets")
    fields.version(_VERSION)
    identity, box, epoch_seed, epoch = fields.exact(32), fields.exact(32), fields.exact(32), fields.number()
    keys = {}
    for pair in fields.items(10_000):
        one = Fields(pair, "a key")
        key_epoch = one.number(1)
        keys[key_epoch] = one.exact(LEDGER_KEY_SIZE)
        one.end()
    fields.end()
    return DeviceSecrets(
        identity_seed=identity, box_seed=box, epoch_seed=epoch_seed, epoch=epoch, keys=LedgerKeys(keys)
    )


class Vault(Protocol):
    """Keeps the secrets of this computer's user, one entry a device of a book."""

    def load(self, name: str) -> bytes | None:
        """Return what was saved under a name, or None. Raises SyncError."""

    def save(self, name: str, packed: bytes) -> None:
        """Keep bytes under a name, for good. Raises SyncError."""

    def forget(self, name: str) -> None:
        """Delete what was saved under a name, if anything."""
