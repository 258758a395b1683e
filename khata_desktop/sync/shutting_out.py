"""Shutting devices out: every author of theirs is cut, and the others get a key they do not know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync import outbox
from khata_desktop.sync.errors import NotAdmin
from khata_desktop.sync.member import KEY_EPOCH, Member
from khata_desktop.sync.owed import Deed, owe, unmet
from khata_desktop.sync.revocations import shut_out, shut_out_devices
from khata_desktop.wire.changeset import RevocationEntry, RotationEntry
from khata_desktop.wire.errors import WrongLedger
from khata_desktop.wire.identity import Author, Certificate, read_credential, read_revocation, revoke
from khata_desktop.wire.ledger_keys import LEDGER_KEY_SIZE, rotation
from khata_desktop.wire.recovery import OwnerKeys, owner_keys
from khata_desktop.wire.signing import BoxPublicKey, SigningKey


@dataclass(frozen=True, slots=True)
class Signer:
    """Who shuts out: an admin under its own certificate, or the owner, whose root key needs none."""

    key: SigningKey
    certificate: Certificate | None

    @classmethod
    def admin(cls, member: Member) -> Self:
        """Return this device as one who may. Raises NotAdmin."""
        if not member.is_admin:
            raise NotAdmin
        return cls(member.secrets.identity, member.credential.certificate)

    @classmethod
    def owner(cls, owner: OwnerKeys) -> Self:
        """Return the owner."""
        return cls(owner.root, None)


def shut_out_device(books: Books, member: Member, author: Author, *, now_ms: int) -> bytes:
    """Shut an author's device out from its last changesets known here, and give the others a new key.

    Return the encoded revocation of this author. Raises NotAdmin, OwnersDevice, NotAllowed.
    """
    return books.execute(_shut_out_one, member, Signer.admin(member), author, now_ms).value


def shut_out_by_phrase(books: Books, member: Member, author: Author, phrase: str, *, now_ms: int) -> None:
    """Do the same as the owner, whose phrase alone shuts out a device that it let in.

    Raises PhraseWrong, NotAdmin, NotAllowed, WrongLedger.
    """
    owner = owner_keys(phrase)
    if owner.genesis.ledger_id != member.genesis.ledger_id:
        raise WrongLedger
    if not member.is_admin:
        raise NotAdmin
    books.execute(_shut_out_one, member, Signer.owner(owner), author, now_ms)


def _shut_out_one(
    uow: UnitOfWork, member: Member, signer: Signer, author: Author, now_ms: int
) -> Outcome[bytes]:
    device_id = next((row.device_id for row in uow.sync.authors() if row.author == author), author)
    cut_devices(uow, member, signer, {device_id}, now_ms)
    row = next((row for row in uow.sync.authors() if row.author == author), None)
    encoded = row.revocation if row is not None else unmet(uow.sync, member.genesis).get(author)
    return Outcome(encoded or b"", EVERYTHING)


def cut_devices(
    uow: UnitOfWork, member: Member, signer: Signer, devices: Collection[bytes], now_ms: int
) -> None:
    """Revoke every author of these devices that is not revoked yet, and change the ledger's key.

    A restored device has several authors, and the thief has the keys of all. One that was let in and has not
    come has none that is known: its revocation names the device itself, of which nothing counts then. Raises
    OwnersDevice, NotAllowed.
    """
    uow.require(Right.EDIT_BUSINESS)
    store = uow.sync
    rows = store.authors()
    cuts = [
        (row.device_id, row.author, row.seq, row.hash)
        for row in rows
        if row.device_id in devices and row.revocation is None
    ]
    met = {row.device_id for row in rows} | shut_out_devices(store, member.genesis)
    cuts += [(device_id, device_id, 0, bytes(32)) for device_id in sorted(devices) if device_id not in met]
    for device_id, author, seq, digest in cuts:
        encoded = revoke(
            signer.key,
            signer.certificate,
            ledger_id=member.genesis.ledger_id,
            device_id=DeviceId(device_id),
            author=Author(author),
            last_seq=seq,
            last_hash=digest,
            revoked_ms=now_ms,
        )
        shut_out(store, member, read_revocation(encoded, member.genesis))
        outbox.add(store, RevocationEntry(encoded))
        owe(store, (Deed.REVOKE, author))
    _change_key(store, member)


def _change_key(store: SyncStore, member: Member) -> None:
    """Make a new ledger key and share it with every device that is not shut out, and with the phrase."""
    held = member.secrets.keys
    keys = held.with_key(held.newest + 1, member.around.random(LEDGER_KEY_SIZE))
    out = shut_out_devices(store, member.genesis)
    boxes: dict[bytes, BoxPublicKey] = {}
    for row in store.authors():
        if row.device_id not in out:
            certificate = read_credential(row.credential, member.genesis).certificate
            boxes[certificate.device_id] = certificate.box
    key_epoch, shares, recovery = rotation(keys, boxes.items(), member.genesis.recovery)
    # Sealed with the key before its number: the book's, for one newer than that may be held by us alone.
    following = store.get_number(KEY_EPOCH) + 1
    outbox.add(store, RotationEntry(following, tuple(shares), recovery))
    # Kept before the commit: a key too many does no harm, and none is used that the book does not name.
    member.keep(member.secrets.with_keys(keys))
    store.put_number(KEY_EPOCH, key_epoch)
    owe(store, (Deed.KEYS, b""))
