"""This device as a member of its ledger, found again: what the book says of it and what the key store holds.

A key store that was put back older than the book lacks the keys of the epochs begun since, and ledger keys
that came since. The identity in it is the same: so the device goes on under a new epoch, and the ledger keys
are taken once more from the changesets that brought them, which lie in the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khata_desktop.services.books import Books
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.sync import outbox
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.errors import KeysMissing, NotSyncing
from khata_desktop.sync.high_water import chain_name
from khata_desktop.sync.member import (
    CREDENTIAL,
    GENESIS,
    KEY_EPOCH,
    Member,
    Surroundings,
    kept_secrets,
    secret_name,
)
from khata_desktop.sync.secrets import DeviceSecrets, Vault, read_secrets
from khata_desktop.wire.changeset import Entry, RotationEntry, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Credential, Genesis, Role, read_credential, read_genesis
from khata_desktop.wire.ledger_keys import LedgerKeys, open_ledger_keys

_AT_ONCE = 200


def load_member(books: Books, around: Surroundings) -> Member:
    """Return this device as a member. Raises NotSyncing, KeysMissing, SyncError."""
    genesis, credential = books.query(_who_we_are)
    secrets = kept_secrets(around.vault, credential)
    if secrets is not None and secrets.identity.public != credential.certificate.identity:
        raise KeysMissing
    earlier = None if secrets is not None else _of_an_earlier_epoch(around.vault, credential)
    found = secrets or earlier
    if found is None:
        raise KeysMissing
    keys = books.query(_all_keys, genesis, credential, found)
    if keys is None:
        raise KeysMissing
    member = Member(genesis, credential, found.with_keys(keys), around, books.path)
    if earlier is not None:
        begin_epoch(books, member)
    elif keys is not found.keys:
        member.keep(member.secrets)
    return member


def _who_we_are(session: Session) -> tuple[Genesis, Credential]:
    store = SyncStore(session)
    genesis_bytes, credential_bytes = store.get(GENESIS), store.get(CREDENTIAL)
    if genesis_bytes is None or credential_bytes is None:
        raise NotSyncing
    genesis = read_genesis(genesis_bytes)
    return genesis, read_credential(credential_bytes, genesis)


def _of_an_earlier_epoch(vault: Vault, credential: Credential) -> DeviceSecrets | None:
    """Return what is kept of the newest epoch before this one that is this device's, or None."""
    for epoch in range(credential.epoch - 1, 0, -1):
        packed = vault.load(secret_name(chain_name(credential), epoch))
        secrets = read_secrets(packed) if packed is not None else None
        if secrets is not None and secrets.identity.public == credential.certificate.identity:
            return secrets
    return None


def _all_keys(
    session: Session, genesis: Genesis, credential: Credential, secrets: DeviceSecrets
) -> LedgerKeys | None:
    """Return the ledger keys held, with those the book came to since; None where it cannot give them."""
    store, keys = SyncStore(session), secrets.keys
    newest = store.get_number(KEY_EPOCH)
    while keys.newest < newest:
        before = keys.newest
        for entry in _rotations(store, genesis, keys):
            share = dict(entry.shares).get(credential.device_id)
            if share is not None:
                brought = open_ledger_keys(share, secrets.box)
                keys = LedgerKeys({**brought.by_epoch, **keys.by_epoch})
        if keys.newest == before:
            return None
    return keys


def _rotations(store: SyncStore, genesis: Genesis, keys: LedgerKeys) -> Iterator[RotationEntry]:
    """Yield the new keys that wait to be sent, and those that admins sent under the newest key held."""
    yield from _only_rotations(outbox.read(store))
    for row in store.authors():
        if read_credential(row.credential, genesis).role is not Role.ADMIN:
            continue
        seq = 0
        while found := store.changesets_after(row.author, seq, _AT_ONCE):
            seq = found[-1].seq
            for one in found:
                changeset = read_changeset(one.encoded)
                if one.state is ChangesetState.APPLIED and changeset.header.key_epoch == keys.newest:
                    try:
                        yield from _only_rotations(changeset.open(keys).entries)
                    except WireError:
                        continue


def _only_rotations(entries: Iterable[Entry]) -> Iterator[RotationEntry]:
    return (entry for entry in entries if isinstance(entry, RotationEntry))
