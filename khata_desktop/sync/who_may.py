"""Who may write: the authors a book knows, and what it believes of those that were shut out."""

from __future__ import annotations

from functools import lru_cache

from khata_desktop.storage.sync_store import AuthorRow, ChangesetState, SyncStore
from khata_desktop.sync import outbox
from khata_desktop.sync.member import Member
from khata_desktop.wire.changeset import EventEntry, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import (
    Author,
    Credential,
    Genesis,
    Revocation,
    read_credential,
    read_revocation,
)


@lru_cache(maxsize=256)
def credential_of(encoded: bytes, genesis: Genesis) -> Credential:
    """Return a credential that was found good before, without checking its signatures each time."""
    return read_credential(encoded, genesis)


@lru_cache(maxsize=256)
def revocation_of(encoded: bytes, genesis: Genesis) -> Revocation:
    """Return a revocation that was found good before, without checking its signatures each time."""
    return read_revocation(encoded, genesis)


class Authors:
    """The known authors within one transaction, their credentials read once."""

    def __init__(self, store: SyncStore, member: Member) -> None:
        self._store, self._genesis = store, member.genesis
        self._rows: dict[bytes, AuthorRow] = {row.author: row for row in store.authors()}
        self._encoded = {row.credential for row in self._rows.values()}

    def introduce(self, encoded: bytes) -> None:
        """Note an author whose credential holds; any other is passed over."""
        if encoded in self._encoded:
            return
        try:
            credential = read_credential(encoded, self._genesis)
        except WireError:
            return
        if credential.author not in self._rows:
            self._store.add_author(credential.author, credential.device_id, encoded)
            self._rows[credential.author] = AuthorRow(
                credential.author, credential.device_id, encoded, 0, bytes(32), None, None
            )

    def row(self, author: Author) -> AuthorRow | None:
        """Return what is known of an author."""
        return self._rows.get(author)

    def credential(self, author: Author) -> Credential:
        """Return the credential of a known author."""
        return credential_of(self._rows[author].credential, self._genesis)

    def revocation(self, author: Author) -> Revocation | None:
        """Return how a known author was shut out, or None."""
        encoded = self._rows[author].revocation
        return None if encoded is None else revocation_of(encoded, self._genesis)

    def moved(self, author: Author, seq: int, digest: bytes) -> None:
        """Follow an author's head."""
        self._rows[author] = self._rows[author]._replace(seq=seq, hash=digest)


def shut_out(store: SyncStore, member: Member, revocation: Revocation) -> None:
    """Note a revocation: what its author sealed afterwards and is not taken in yet no longer counts.

    What was taken in already stays, since nothing acknowledged is ever lost, and is passed on under our own
    name, so that those who learnt of the revocation first get it too.
    """
    row = next((row for row in store.authors() if row.author == revocation.author), None)
    if row is None or row.revocation is not None:
        return
    store.revoke(revocation.author, revocation.encoded)
    if revocation.author == member.author:
        return
    for later in store.changesets_after(revocation.author, revocation.last_seq, 1_000_000):
        if later.state is ChangesetState.APPLIED:
            body = read_changeset(later.encoded).open(member.secrets.keys)
            outbox.add(store, *(entry for entry in body.entries if isinstance(entry, EventEntry)))
        store.set_state(later.author, later.seq, ChangesetState.EXCLUDED)
