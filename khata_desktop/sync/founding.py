"""Switching sync on: a ledger is founded, and this device becomes its first, an admin."""

from __future__ import annotations

from dataclasses import dataclass, field

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.lookups import device_series
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import AlreadySyncing
from khata_desktop.sync.high_water import Mark
from khata_desktop.sync.member import (
    GENESIS,
    KEY_EPOCH,
    SEALED,
    SERVER,
    Member,
    RandomBytes,
    Surroundings,
    note_epoch,
)
from khata_desktop.sync.owed import Deed, owe
from khata_desktop.sync.secrets import DeviceSecrets
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.identity import (
    Credential,
    Role,
    issue_certificate,
    read_credential,
    start_epoch,
)
from khata_desktop.wire.ledger_keys import LEDGER_KEY_SIZE, LedgerKeys
from khata_desktop.wire.recovery import ENTROPY_SIZE, OwnerKeys, owner_keys, phrase_of
from khata_desktop.wire.signing import SigningKey


@dataclass(frozen=True, slots=True)
class Founded:
    """A new ledger: the phrase, shown once and kept nowhere, and this device as its member."""

    phrase: str = field(repr=False)
    member: Member


def new_phrase(random: RandomBytes) -> str:
    """Return a fresh recovery phrase, which nothing was done with yet."""
    return phrase_of(random(ENTROPY_SIZE))


def found_ledger(books: Books, around: Surroundings, server_url: str, phrase: str | None = None) -> Founded:
    """Switch sync on for a book. Raises AlreadySyncing, PhraseWrong, NotAllowed, SyncError, StorageError.

    ``phrase`` is one of ``new_phrase`` that its owner has written down already; without it one is made.
    What the book holds so far reaches other devices by a snapshot; from here on everything is sealed.
    """
    if books.query(lambda session: SyncStore(session).get(GENESIS)) is not None:
        raise AlreadySyncing
    phrase = phrase or new_phrase(around.random)
    owner = owner_keys(phrase)
    secrets = fresh_secrets(around, LedgerKeys({1: around.random(LEDGER_KEY_SIZE)}))
    device_id = books.device_id
    series = books.query(device_series, device_id)
    credential = root_credential(owner, secrets, device_id, series, _now_ms(books))
    member = Member(owner.genesis, credential, secrets, around, books.path)
    books.execute(_found, member, server_url)
    return Founded(phrase, member)


def fresh_secrets(around: Surroundings, keys: LedgerKeys) -> DeviceSecrets:
    """Return the secrets of a new device in its first epoch."""
    return DeviceSecrets(
        identity_seed=around.random(32),
        box_seed=around.random(32),
        epoch_seed=around.random(32),
        epoch=1,
        keys=keys,
    )


def root_credential(
    owner: OwnerKeys, secrets: DeviceSecrets, device_id: DeviceId, series: str, now_ms: int
) -> Credential:
    """Return the credential of an admin, certified by the owner's root key."""
    certificate = issue_certificate(
        owner.root,
        ledger_id=owner.genesis.ledger_id,
        device_id=device_id,
        identity=secrets.identity.public,
        box=secrets.box.public,
        role=Role.ADMIN,
        series=series,
        issued_ms=now_ms,
    )
    encoded = start_epoch(secrets.identity, SigningKey(secrets.epoch_seed), 1, certificate, None)
    return read_credential(encoded, owner.genesis)


def _found(uow: UnitOfWork, member: Member, server_url: str) -> Outcome[None]:
    uow.require(Right.EDIT_BUSINESS)
    store, credential = uow.sync, member.credential
    if store.get(GENESIS) is not None:
        raise AlreadySyncing
    # Under the book's lock, and before it says that it syncs: a book never names keys that are not there.
    member.keep(member.secrets)
    member.high_water.write(Mark(credential.author, 0, FIRST_PREVIOUS))
    store.put(GENESIS, member.genesis.encoded)
    note_epoch(store, credential)
    store.put(SERVER, server_url.encode())
    store.add_author(credential.author, credential.device_id, credential.encoded)
    store.put_number(SEALED, store.log_length())
    store.put_number(KEY_EPOCH, 1)
    owe(store, (Deed.KEYS, b""), (Deed.SNAPSHOT, b""))
    return Outcome(None, frozenset())


def _now_ms(books: Books) -> int:
    return int(books.clock.now().timestamp() * 1000)
