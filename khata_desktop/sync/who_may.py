"""Who may write: the authors a book knows, and whom it lets in beside them."""

from __future__ import annotations

from khata_desktop.storage.sync_store import AuthorRow, SyncStore
from khata_desktop.sync.member import Member
from khata_desktop.sync.revocations import (
    add_author,
    credential_of,
    cut_of,
    shut_out_devices,
)
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author, Credential, read_credential


class Authors:
    """The known authors within one transaction, their credentials read once.

    Attributes:
        genesis: of the ledger.
        turned_away: authors whose credential holds, but who were let in by an admin that was shut out, and of
            whose device the books have no record.
        newcomers: the first author of each device that was not known before.
    """

    def __init__(self, store: SyncStore, member: Member) -> None:
        self._store, self.genesis = store, member.genesis
        self._rows: dict[bytes, AuthorRow] = {row.author: row for row in store.authors()}
        self._encoded = {row.credential for row in self._rows.values()}
        self.turned_away: set[Author] = set()
        self.newcomers: list[Credential] = []

    def introduce(self, encoded: bytes) -> None:
        """Note an author whose credential holds; any other is passed over."""
        if encoded in self._encoded:
            return
        try:
            credential = read_credential(encoded, self.genesis)
        except WireError:
            return
        if credential.author in self._rows:
            return
        if not self._is_admitted(credential):
            self.turned_away.add(credential.author)
            return
        if all(row.device_id != credential.device_id for row in self._rows.values()):
            self.newcomers.append(credential)
        add_author(self._store, credential, self.genesis)
        row = next(row for row in self._store.authors() if row.author == credential.author)
        self._rows[row.author] = row

    def row(self, author: Author) -> AuthorRow | None:
        """Return what is known of an author."""
        return self._rows.get(author)

    def credential(self, author: Author) -> Credential:
        """Return the credential of a known author."""
        return credential_of(self._rows[author].credential, self.genesis)

    def cut(self, author: Author) -> int:
        """Return the last number of a known author that counts."""
        return cut_of(self._rows[author], self.genesis)

    def moved(self, author: Author, seq: int, digest: bytes) -> None:
        """Follow an author's head."""
        self._rows[author] = self._rows[author]._replace(seq=seq, hash=digest)

    def _is_admitted(self, credential: Credential) -> bool:
        """Return whether an author that is new here was let in by one who might.

        An admin that was shut out can still sign certificates; but not write the record of a device, which
        admitting leaves in the books.
        """
        admin = credential.issued_by
        if admin is None or admin.device_id not in shut_out_devices(self._store, self.genesis):
            return True
        return self._store.has_device(credential.device_id)
