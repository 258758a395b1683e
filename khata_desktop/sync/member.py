"""This device as a member of a ledger: what the book says of it and what the key store holds, together."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.domain.ids import DeviceId
from khata_desktop.services.books import Books
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.errors import KeysMissing, NotSyncing
from khata_desktop.sync.high_water import HighWater
from khata_desktop.sync.secrets import DeviceSecrets, Vault, read_secrets
from khata_desktop.wire.identity import Author, Credential, Genesis, Role, read_credential, read_genesis

#: Returns so many random bytes.
RandomBytes = Callable[[int], bytes]

#: Pieces of ``sync_state``.
GENESIS, CREDENTIAL, SERVER, INSTANCE = "genesis", "credential", "server", "instance"
SEALED, EARLIER, SEEN, OUTBOX = "sealed", "earlier", "seen", "outbox"
REGISTERED, ACKNOWLEDGED, ROUNDS_WAITED = "registered", "acknowledged", "rounds_waited"
KEY_EPOCH = "key_epoch"
JOINING, JOINED_CHUNKS = "joining", "joined_chunks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a device has around its book: where secrets and marks are kept, and chance."""

    vault: Vault
    folder: Path
    random: RandomBytes = os.urandom

    def high_water(self, device_id: bytes) -> HighWater:
        """Return the high-water file of a device."""
        return HighWater(self.folder / f"{device_id.hex()}.mark")


@dataclass(slots=True)
class Member:
    """A device in its ledger. Its secrets change with key rotations and new epochs.

    Attributes:
        genesis: of the ledger.
        credential: the present epoch's.
        secrets: as the key store holds them.
    """

    genesis: Genesis
    credential: Credential
    secrets: DeviceSecrets
    around: Surroundings

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
        """The mark of how far this device has sealed."""
        return self.around.high_water(self.credential.device_id)

    def keep(self, secrets: DeviceSecrets) -> None:
        """Take other secrets and keep them in the key store."""
        self.around.vault.save(secret_name(self.credential.device_id), secrets.packed())
        self.secrets = secrets


def device_of(credential: Credential) -> DeviceId:
    """Return the device an author is in the log: each epoch after the first is one of its own."""
    return credential.device_id if credential.epoch == 1 else DeviceId(credential.author)


def secret_name(device_id: bytes) -> str:
    """Return the name a device's secrets are kept under."""
    return f"device-{device_id.hex()}"


def load_member(books: Books, around: Surroundings) -> Member:
    """Return this device as a member. Raises NotSyncing, KeysMissing, SyncError."""
    genesis_bytes, credential_bytes = books.query(
        lambda session: (SyncStore(session).get(GENESIS), SyncStore(session).get(CREDENTIAL))
    )
    if genesis_bytes is None or credential_bytes is None:
        raise NotSyncing
    genesis = read_genesis(genesis_bytes)
    credential = read_credential(credential_bytes, genesis)
    packed = around.vault.load(secret_name(credential.device_id))
    if packed is None:
        raise KeysMissing
    secrets = read_secrets(packed)
    if secrets.identity.public != credential.certificate.identity:
        raise KeysMissing
    return Member(genesis, credential, secrets, around)
