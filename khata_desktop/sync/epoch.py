"""Epochs: a restored or copied book never goes on with a chain of which more may have been sent.

It begins a new one, with a number series of its own, and takes its old chain back as if from another device.
"""

from __future__ import annotations

from dataclasses import replace

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.high_water import Mark
from khata_desktop.sync.member import CREDENTIAL, Member, device_of
from khata_desktop.sync.sealer import note_earlier_name
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.identity import Credential, read_credential, start_epoch
from khata_desktop.wire.signing import SigningKey


def was_restored(books: Books, member: Member) -> bool:
    """Return whether the book is older than what this device has sealed and may have sent.

    A book that is one changeset ahead of the mark was stopped between the two; the mark is then moved on.
    """
    if member.secrets.epoch_key.public != member.credential.public:
        # Stopped after the key of a new epoch was kept and before the book went over to it.
        return True
    mark = member.high_water.read()
    seq, digest = books.query(_own_head, member)
    if mark is None or mark.author != member.author:
        return True
    if (seq, digest) == (mark.seq, mark.hash):
        return False
    if seq > mark.seq and _hash_at(books, member, mark.seq) == mark.hash:
        member.high_water.write(Mark(member.author, seq, digest))
        return False
    return True


def begin_epoch(books: Books, member: Member) -> None:
    """Go on under a new key, a new chain and a new series of numbers."""
    secrets = replace(
        member.secrets,
        epoch_seed=member.around.random(32),
        epoch=max(member.secrets.epoch, member.credential.epoch) + 1,
    )
    encoded = start_epoch(
        secrets.identity,
        SigningKey(secrets.epoch_seed),
        secrets.epoch,
        member.credential.certificate,
        member.credential.issued_by,
    )
    credential = read_credential(encoded, member.genesis)
    # The keys first: a number of an epoch is used once even when we are stopped here.
    member.keep(secrets)
    books.execute(_switch, credential)
    member.credential = credential
    member.high_water.write(Mark(credential.author, 0, FIRST_PREVIOUS))


def _switch(uow: UnitOfWork, credential: Credential) -> Outcome[None]:
    store, new_device = uow.sync, device_of(credential)
    old_name = uow.device_name() or "This computer"
    # What was recorded since the last sealing, and before this, is sealed by the new epoch.
    note_earlier_name(store, uow.device_id)
    store.put(CREDENTIAL, credential.encoded)
    store.add_author(credential.author, credential.device_id, credential.encoded)
    uow.become(DeviceId(new_device))
    uow.change_record(Entity.DEVICE, new_device, {"name": old_name, "series": credential.series})
    return Outcome(None, EVERYTHING)


def _own_head(session: Session, member: Member) -> tuple[int, bytes]:
    store = SyncStore(session)
    row = next((row for row in store.authors() if row.author == member.author), None)
    return (0, FIRST_PREVIOUS) if row is None else (row.seq, row.hash)


def _hash_at(books: Books, member: Member, seq: int) -> bytes | None:
    if seq == 0:
        return FIRST_PREVIOUS
    return books.query(lambda session: SyncStore(session).changeset_hash(member.author, seq))
