"""This device as a member of a ledger: what the book says of it and what the key store holds, together."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.domain.ids import DeviceId
from khata_desktop.storage import put_back
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.errors import OtherKeysThere
from khata_desktop.sync.high_water import HighWater, chain_name
from khata_desktop.sync.secrets import DeviceSecrets, Vault, read_secrets
from khata_desktop.wire.identity import Author, Credential, Genesis, Role

#: Returns so many random bytes.
RandomBytes = Callable[[int], bytes]

#: Pieces of ``sync_state``.
GENESIS, CREDENTIAL, SERVER, INSTANCE = "genesis", "credential", "server", "instance"
SEALED, EARLIER, SEEN, OUTBOX = "sealed", "earlier", "seen", "outbox"
REGISTERED, ACKNOWLEDGED, ROUNDS_WAITED = "registered", "acknowledged", "rounds_waited"
KEY_EPOCH = "key_epoch"
OWED, SNAPSHOT_LEFT = "owed", "snapshot_left"
JOINING, JOINED_CHUNKS = "joining", "joined_chunks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a device has around its book: where secrets and marks are kept, and chance."""

    vault: Vault
    folder: Path
    random: RandomBytes = os.urandom

    def high_water(self, chain: str, epoch: int, book: Path | None) -> HighWater:
        """Return the high-water file of a device's epoch, as a book sees it."""
        return HighWater.of_epoch(self.folder, chain, epoch, book)


@dataclass(slots=True)
class Member:
    """A device in its ledger. Its secrets change with key rotations and new epochs.

    Attributes:
        genesis: of the ledger.
        credential: the present epoch's.
        secrets: as the key store holds them.
        book: the file; None until it is made.
    """

    genesis: Genesis
    credential: Credential
    secrets: DeviceSecrets
    around: Surroundings
    book: Path | None = None

    @property
    def author(self) -> Author:
        """The author of the present epoch."""
        return self.credential.author

    @property
    def device(self) -> DeviceId:
        """What this device is called in the log: each epoch after the first is a device of its own."""
        return device_of(self.credential)

    @property
    def is_admin(self) -> bool:
        """Whether this device may certify and shut out others."""
        return self.credential.role is Role.ADMIN

    @property
    def high_water(self) -> HighWater:
        """The mark of how far this device has sealed in the present epoch."""
        return self.around.high_water(chain_name(self.credential), self.credential.epoch, self.book)

    def keep(self, secrets: DeviceSecrets) -> None:
        """Take other secrets of the present epoch and keep them in the key store. Raises OtherKeysThere."""
        keep_secrets(self.around.vault, self.credential, secrets)
        self.secrets = secrets


def device_of(credential: Credential) -> DeviceId:
    """Return the device an author is in the log: each epoch after the first is one of its own."""
    return credential.device_id if credential.epoch == 1 else DeviceId(credential.author)


def note_epoch(store: SyncStore, credential: Credential) -> None:
    """Note the epoch this device is in."""
    store.put(CREDENTIAL, credential.encoded)
    put_back.note_epoch(store, chain_name(credential), credential.epoch, credential.certificate.series)


def secret_name(chain: str, epoch: int) -> str:
    """Return the name the secrets of an epoch are kept under: books that share a key store share no entry."""
    return f"{chain}-{epoch}"


def keep_secrets(vault: Vault, credential: Credential, secrets: DeviceSecrets) -> None:
    """Keep the secrets of an epoch, never in the place of another's. Raises OtherKeysThere, SyncError."""
    name = secret_name(chain_name(credential), credential.epoch)
    there = vault.load(name)
    if there is not None and read_secrets(there).epoch_key.public != credential.public:
        raise OtherKeysThere
    vault.save(name, secrets.packed())


def kept_secrets(vault: Vault, credential: Credential) -> DeviceSecrets | None:
    """Return what is kept of an epoch, or None where nothing or another's is. Raises SyncError."""
    packed = vault.load(secret_name(chain_name(credential), credential.epoch))
    kept = read_secrets(packed) if packed is not None else None
    return kept if kept is not None and kept.epoch_key.public == credential.public else None
