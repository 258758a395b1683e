"""Epochs: a restored or copied book never goes on with a chain of which more may have been sent.

It begins a new one, with a number series of its own, and takes its old chain back as if from another device.
"""

from __future__ import annotations

from dataclasses import replace

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.high_water import HighWater, Mark, chain_name
from khata_desktop.sync.member import Member, device_of, keep_secrets, note_epoch, secret_name
from khata_desktop.sync.sealer import note_earlier_name
from khata_desktop.wire.changeset import FIRST_PREVIOUS
from khata_desktop.wire.identity import Credential, read_credential, start_epoch
from khata_desktop.wire.signing import SigningKey

#: More than any chain has: nobody goes on with it.
_ENDED = (1 << 63) - 1


def was_restored(books: Books, member: Member) -> bool:
    """Return whether the book is older than what was sealed in its epoch and may have been sent, or a copy.

    A book that is ahead of the mark was stopped between the two; the mark is then moved on. A copy of a book
    that is still there is left to that one, and begins an epoch of its own: once, for that has its own mark.
    Raises StorageError.
    """
    member.book = books.path
    high_water = member.high_water
    with faults_named(high_water.path):
        return _was_restored(books, member, high_water)


def _was_restored(books: Books, member: Member, high_water: HighWater) -> bool:
    mark = high_water.read()
    seq, digest = books.query(_own_head, member)
    if mark is None or mark.author != member.author or high_water.is_anothers():
        return True
    if (seq, digest) == (mark.seq, mark.hash):
        if not high_water.is_held():
            # The book was moved here, or has only now got its name.
            high_water.write(mark)
        return False
    if seq > mark.seq and _hash_at(books, member, mark.seq) == mark.hash:
        high_water.write(Mark(member.author, seq, digest))
        return False
    return True


def begin_epoch(books: Books, member: Member) -> None:
    """Go on under a new key, a new chain and a new series of numbers.

    Its number is taken first, then its keys are kept, then the book goes over: wherever this is stopped, the
    keys of the epoch the book names are there, and no number is given twice. Raises StorageError.
    """
    member.book = books.path
    with faults_named(member.high_water.path):
        _begin_epoch(books, member)


def _begin_epoch(books: Books, member: Member) -> None:
    secrets = replace(member.secrets, epoch_seed=member.around.random(32), epoch=_take_number(books, member))
    encoded = start_epoch(
        secrets.identity,
        SigningKey(secrets.epoch_seed),
        secrets.epoch,
        member.credential.certificate,
        member.credential.issued_by,
    )
    credential = read_credential(encoded, member.genesis)
    keep_secrets(member.around.vault, credential, secrets)
    high_water = member.around.high_water(chain_name(credential), credential.epoch, books.path)
    high_water.write(Mark(credential.author, 0, FIRST_PREVIOUS))
    if not member.high_water.is_anothers():
        # What was entered last in the old epoch is sealed by the new one: put back, it must not go on either.
        member.high_water.write(Mark(member.author, _ENDED, bytes(32)))
    books.execute(_switch, credential)
    member.credential, member.secrets = credential, secrets


def _take_number(books: Books, member: Member) -> int:
    """Take the next epoch of this device that neither the book, nor the key store, nor a mark knows of."""
    chain, vault = chain_name(member.credential), member.around.vault
    epoch = books.query(_newest_epoch, member) + 1
    while not (
        vault.load(secret_name(chain, epoch)) is None
        and member.around.high_water(chain, epoch, books.path).claim()
    ):
        epoch += 1
    return epoch


def _newest_epoch(session: Session, member: Member) -> int:
    device_id = member.credential.device_id
    epochs = [
        read_credential(row.credential, member.genesis).epoch
        for row in SyncStore(session).authors()
        if row.device_id == device_id
    ]
    return max([member.credential.epoch, *epochs])


def _switch(uow: UnitOfWork, credential: Credential) -> Outcome[None]:
    store, new_device = uow.sync, device_of(credential)
    old_name = uow.device_name() or "This computer"
    # What was recorded since the last sealing, and before this, is sealed by the new epoch.
    note_earlier_name(store, uow.device_id)
    note_epoch(store, credential)
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
