"""Who was shut out: the revocations a book keeps, which of them hold, and what that does to the chains.

A root-signed one always holds. An admin's holds for devices that admins let in, never for the owner's own;
and once the admin's device is itself shut out, only those hold that stand in its chain up to where it was
cut, or that somebody vouched for who had checked that. All of it is worked out anew from what is kept
whenever anything is added, so that the order in which things arrive does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from khata_desktop.storage.sync_store import AuthorRow, ChangesetState, SyncStore
from khata_desktop.sync import outbox
from khata_desktop.sync.after_cut import note_late
from khata_desktop.sync.member import Member
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import EventEntry, RevocationEntry, read_changeset
from khata_desktop.wire.errors import OwnersDevice
from khata_desktop.wire.identity import (
    Author,
    Credential,
    Genesis,
    Revocation,
    read_credential,
    read_revocation,
    revoke,
)

#: Where a chain that was not cut ends.
NEVER = (1 << 63) - 1
#: A piece of ``sync_state``.
_REVOCATIONS, _MOST = "revocations", 64 * 1024 * 1024

#: A changeset: its author and number.
Place = tuple[bytes, int]


@lru_cache(maxsize=256)
def credential_of(encoded: bytes, genesis: Genesis) -> Credential:
    """Return a credential that was found good before, without checking its signatures each time."""
    return read_credential(encoded, genesis)


@lru_cache(maxsize=256)
def revocation_of(encoded: bytes, genesis: Genesis) -> Revocation:
    """Return a revocation that was found good before, without checking its signatures each time."""
    return read_revocation(encoded, genesis)


def cut_of(row: AuthorRow, genesis: Genesis) -> int:
    """Return the number of an author's last changeset that counts.

    Under the revocation of another author of the same device nothing of this one counts.
    """
    if row.revocation is None:
        return NEVER
    revocation = revocation_of(row.revocation, genesis)
    return revocation.last_seq if revocation.author == row.author else 0


def is_named(row: AuthorRow, genesis: Genesis) -> bool:
    """Return whether an author was shut out by its own name, not by its device's."""
    return row.revocation is not None and revocation_of(row.revocation, genesis).author == row.author


def shut_out(store: SyncStore, member: Member, revocation: Revocation) -> None:
    """Note a revocation that we signed, or that who told it had checked. Raises OwnersDevice."""
    hear(store, member, revocation.encoded, vouched=True)


def hear(
    store: SyncStore, member: Member, encoded: bytes, *, place: Place | None = None, vouched: bool = False
) -> bool:
    """Note a revocation and return whether it holds; one that is bare and does not hold is not kept.

    ``place`` is the changeset it stood in. Raises OwnersDevice, WireError.
    """
    revocation = revocation_of(encoded, member.genesis)
    kept = _Kept.read(store, member.genesis)
    before = kept.heard.get(encoded)
    heard = (before or _Heard(revocation)).again(place, vouched)
    if heard == before:
        return heard in kept.holding()
    kept.heard[encoded] = heard
    if any(not kept.may_shut_out(revocation, row) for row in kept.authors_of(revocation)):
        raise OwnersDevice
    holds = heard in kept.holding()
    if holds or heard.places:
        kept.write(store)
        _settle(store, member, kept)
    return holds


def heard_of(store: SyncStore, genesis: Genesis) -> frozenset[bytes]:
    """Return the encoded revocations that are kept, whether they hold or not."""
    return frozenset(_Kept.read(store, genesis).heard)


def all_that_hold(store: SyncStore, genesis: Genesis) -> tuple[bytes, ...]:
    """Return the encoded revocations that hold, for passing them on."""
    return tuple(sorted(heard.revocation.encoded for heard in _Kept.read(store, genesis).holding()))


def add_author(store: SyncStore, credential: Credential, genesis: Genesis) -> None:
    """Note an author that was not known; it comes under its own revocation, or else under its device's."""
    store.add_author(credential.author, credential.device_id, credential.encoded)
    kept = _Kept.read(store, genesis)
    own, devices = _strictest(kept.holding())
    found = own.get(credential.author) or devices.get(credential.device_id)
    if found is not None:
        store.revoke(credential.author, found.encoded)


def shut_out_devices(store: SyncStore, genesis: Genesis) -> frozenset[bytes]:
    """Return the devices of which an author was shut out."""
    kept = _Kept.read(store, genesis)
    return frozenset(heard.revocation.device_id for heard in kept.holding())


def nameless(store: SyncStore, genesis: Genesis) -> list[Credential]:
    """Return the authors that are cut only because of their device, of those an admin may revoke by name."""
    found = []
    for row in store.authors():
        if row.revocation is not None and revocation_of(row.revocation, genesis).author != row.author:
            credential = credential_of(row.credential, genesis)
            if credential.issued_by is not None:
                found.append(credential)
    return found


def revoke_nameless(store: SyncStore, member: Member, now_ms: int) -> None:
    """As an admin, revoke those by name.

    Some may have known such an author before they heard of its device, and listen to it until it is named.
    """
    certificate = member.credential.certificate
    if certificate.device_id in shut_out_devices(store, member.genesis):
        return
    for credential in nameless(store, member.genesis):
        encoded = revoke(
            member.secrets.identity,
            certificate,
            ledger_id=member.genesis.ledger_id,
            device_id=credential.device_id,
            author=credential.author,
            last_seq=0,
            last_hash=bytes(32),
            revoked_ms=now_ms,
        )
        hear(store, member, encoded, vouched=True)
        outbox.add(store, RevocationEntry(encoded))


def unnamed(store: SyncStore, genesis: Genesis) -> list[AuthorRow]:
    """Return the authors of the owner's own devices that count though the owner shut their device out.

    Whoever used the phrase did not know of them, and nobody else may name them.
    """
    _, by_owner = _strictest(_Kept.read(store, genesis).signed_by_owner())
    return [
        row
        for row in store.authors()
        if row.revocation is None
        and row.device_id in by_owner
        and credential_of(row.credential, genesis).issued_by is None
    ]


def cut_unnamed(store: SyncStore, member: Member) -> None:
    """Let nothing of those count; what was taken in is passed on, so that all come to the same."""
    _, by_owner = _strictest(_Kept.read(store, member.genesis).signed_by_owner())
    for row in unnamed(store, member.genesis):
        _cut(store, member, row, row._replace(revocation=by_owner[row.device_id].encoded))


# --- what is kept ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Heard:
    """A revocation and how we know of it.

    Attributes:
        vouched: we signed it, or the maker of our snapshot had checked it.
        places: the changesets of its issuer that it stood in.
    """

    revocation: Revocation
    vouched: bool = False
    places: frozenset[Place] = frozenset()

    def again(self, place: Place | None, vouched: bool) -> Self:
        """Return this with one more way we know of it."""
        places = self.places | {place} if place is not None else self.places
        return replace(self, vouched=self.vouched or vouched, places=places)


class _Kept:
    """All revocations heard of, within one transaction."""

    def __init__(self, heard: dict[bytes, _Heard], rows: list[AuthorRow], genesis: Genesis) -> None:
        self.heard, self.rows, self._genesis = heard, rows, genesis

    @classmethod
    def read(cls, store: SyncStore, genesis: Genesis) -> Self:
        """Return what the book keeps."""
        packed, heard = store.get(_REVOCATIONS), {}
        for encoded, vouched, places in strict_cbor.loads(packed, most=_MOST) if packed else ():
            revocation = revocation_of(encoded, genesis)
            heard[encoded] = _Heard(revocation, bool(vouched), frozenset((a, seq) for a, seq in places))
        return cls(heard, store.authors(), genesis)

    def write(self, store: SyncStore) -> None:
        """Keep it in the book."""
        listed = [
            [encoded, int(heard.vouched), sorted(list(place) for place in heard.places)]
            for encoded, heard in sorted(self.heard.items())
        ]
        store.put(_REVOCATIONS, strict_cbor.dumps(listed))

    def authors_of(self, revocation: Revocation) -> list[AuthorRow]:
        """Return the known authors of the device a revocation names."""
        return [row for row in self.rows if row.device_id == revocation.device_id]

    def may_shut_out(self, revocation: Revocation, row: AuthorRow) -> bool:
        """Return whether who signed it may shut this author out: the owner's own devices, only the root."""
        if revocation.author == row.author and revocation.device_id != row.device_id:
            return False
        by_root = credential_of(row.credential, self._genesis).issued_by is None
        return revocation.issued_by is None or not by_root

    def signed_by_owner(self) -> list[_Heard]:
        """Return the revocations that the root key signed, which always hold."""
        return [heard for heard in self.heard.values() if heard.revocation.issued_by is None]

    def holding(self) -> list[_Heard]:
        """Return the revocations that hold."""
        cuts, devices = _strictest(self.signed_by_owner())
        rows = {row.author: row for row in self.rows}

        def counts(place: Place, device_id: bytes) -> bool:
            author, seq = place
            row = rows.get(author)
            if row is None or row.device_id != device_id:
                return False
            own = cuts.get(Author(author))
            return seq <= (own.last_seq if own is not None else cut_of(row, self._genesis))

        def holds(heard: _Heard) -> bool:
            admin = heard.revocation.issued_by
            if not all(self.may_shut_out(heard.revocation, row) for row in self._named(heard.revocation)):
                return False
            if admin is None or admin.device_id not in devices or heard.vouched:
                return True
            return any(counts(place, admin.device_id) for place in heard.places)

        return [heard for heard in self.heard.values() if holds(heard)]

    def _named(self, revocation: Revocation) -> list[AuthorRow]:
        return [
            row
            for row in self.rows
            if row.device_id == revocation.device_id or row.author == revocation.author
        ]


def _strictest(heard: Iterable[_Heard]) -> tuple[dict[Author, Revocation], dict[bytes, Revocation]]:
    """Return what holds of each author and each device: of several the one that leaves least."""
    own: dict[Author, Revocation] = {}
    devices: dict[bytes, Revocation] = {}
    for one in sorted(heard, key=lambda one: (one.revocation.last_seq, one.revocation.encoded)):
        own.setdefault(one.revocation.author, one.revocation)
        devices.setdefault(one.revocation.device_id, one.revocation)
    return own, devices


# --- what it does to the chains -------------------------------------------------------------------


def _settle(store: SyncStore, member: Member, kept: _Kept) -> None:
    """Cut each known author where what holds says; one that was known before only by its own revocation."""
    own, devices = _strictest(kept.holding())
    for row in kept.rows:
        wanted = own.get(Author(row.author))
        if wanted is None and row.revocation is not None:
            by_device = revocation_of(row.revocation, member.genesis).author != row.author
            wanted = devices.get(row.device_id) if by_device else None
        encoded = wanted.encoded if wanted is not None else None
        if encoded != row.revocation:
            _cut(store, member, row, row._replace(revocation=encoded))


def _cut(store: SyncStore, member: Member, row: AuthorRow, after: AuthorRow) -> None:
    """Cut an author's chain elsewhere than before, or no longer.

    What was taken in of what no longer counts stays, since nothing acknowledged is ever lost, and is passed
    on under our own name, so that those who learnt of the revocation first get it too; a review tells of it.
    """
    store.revoke(row.author, after.revocation)
    if row.author == member.author:
        return
    was, now = cut_of(row, member.genesis), cut_of(after, member.genesis)
    for later in store.changesets_after(row.author, min(was, now), NEVER):
        if later.seq > now:
            if later.state is ChangesetState.APPLIED:
                body = read_changeset(later.encoded).open(member.secrets.keys)
                events = [entry for entry in body.entries if isinstance(entry, EventEntry)]
                outbox.add(store, *events)
                note_late(store, row.device_id, (event.payload for event in events))
            store.set_state(later.author, later.seq, ChangesetState.EXCLUDED)
        elif later.state is ChangesetState.EXCLUDED:
            store.set_state(later.author, later.seq, ChangesetState.WAITING)


def ends_as_named(row: AuthorRow, seq: int, digest: bytes, genesis: Genesis) -> bool:
    """Return whether a changeset may stand where it does: the last that counts is the one that was named."""
    if row.revocation is None:
        return True
    revocation = revocation_of(row.revocation, genesis)
    named = revocation.author == row.author and revocation.last_hash != bytes(32)
    return not named or seq != revocation.last_seq or digest == revocation.last_hash
