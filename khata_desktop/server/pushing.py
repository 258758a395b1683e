"""From the bytes of a push to changesets whose authors really signed them."""

from __future__ import annotations

import threading

from sqlalchemy import select

from khata_desktop.server.access import Caller
from khata_desktop.server.chains import Push
from khata_desktop.server.database import Database
from khata_desktop.server.errors import UnknownAuthor
from khata_desktop.server.tables import authors
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.errors import WrongLedger
from khata_desktop.wire.exchange import read_push
from khata_desktop.wire.identity import Author, LedgerId
from khata_desktop.wire.signing import PublicKey

_MOST_KEPT, _SMALL_BODY = 50_000, 2_048


class SignatureChecker:
    """Checks pushes. What key an author signs with never changes, so it is asked for once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys: dict[tuple[LedgerId, Author], PublicKey] = {}
        self._lock = threading.Lock()

    def checked_at_once(self, caller: Caller, body: bytes) -> Push | None:
        """Return the push of a small body, or None where it would keep the event loop. Raises WireError.

        To change threads costs more than to check one signature.
        """
        if len(body) > _SMALL_BODY:
            return None
        changesets = [_read(encoded, caller.ledger_id) for encoded in read_push(body)]
        for changeset in changesets:
            key = self._keys.get((caller.ledger_id, changeset.header.author))
            if key is None:
                return None
            changeset.check_signature(key)
        return Push(caller, changesets)

    def checked(self, caller: Caller, body: bytes) -> Push:
        """Return the push of a request's body. Raises WireError, UnknownAuthor."""
        changesets = [_read(encoded, caller.ledger_id) for encoded in read_push(body)]
        keys = self._keys_of(caller.ledger_id, {changeset.header.author for changeset in changesets})
        for changeset in changesets:
            changeset.check_signature(keys[changeset.header.author])
        return Push(caller, changesets)

    def _keys_of(self, ledger_id: LedgerId, wanted: set[Author]) -> dict[Author, PublicKey]:
        known = {author: self._keys.get((ledger_id, author)) for author in wanted}
        missing = [author for author, key in known.items() if key is None]
        if missing:
            with self._database.reading() as connection:
                rows = connection.execute(
                    select(authors.c.author, authors.c.public).where(
                        authors.c.ledger_id == ledger_id, authors.c.author.in_(missing)
                    )
                )
                found = {Author(author): PublicKey(public) for author, public in rows}
            for author in missing:
                if author not in found:
                    raise UnknownAuthor(author=author.hex())
            self._keep(ledger_id, found)
            known.update(found)
        return {author: key for author, key in known.items() if key is not None}

    def _keep(self, ledger_id: LedgerId, found: dict[Author, PublicKey]) -> None:
        with self._lock:
            if len(self._keys) > _MOST_KEPT:
                self._keys.clear()
            self._keys.update({(ledger_id, author): key for author, key in found.items()})


def _read(encoded: bytes, ledger_id: LedgerId) -> Changeset:
    changeset = read_changeset(encoded)
    if changeset.header.ledger_id != ledger_id:
        raise WrongLedger
    return changeset
