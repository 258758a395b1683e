"""What somebody with a device's keys can do to the others, past every server: chains, papers, deliveries."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from khata_desktop.domain.ids import DeviceId
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import ChangesetRow, ChangesetState, SyncStore
from khata_desktop.sync.applying import Received
from khata_desktop.sync.member import SEALED
from khata_desktop.sync.receiver import receive
from khata_desktop.sync.sealer import seal_pending
from khata_desktop.wire.changeset import (
    Entry,
    EventEntry,
    HeadSeen,
    body_bytes,
    chain_hash,
    read_changeset,
    seal,
)
from khata_desktop.wire.identity import Author, revoke
from khata_desktop.wire.recovery import owner_keys
from khata_desktop.wire.signing import SigningKey
from tests.sync.floor import Device, Floor


@dataclass
class Bag:
    """What is carried from one device to another."""

    changesets: list[bytes] = field(default_factory=list)
    credentials: list[bytes] = field(default_factory=list)
    revocations: list[bytes] = field(default_factory=list)


def all_of(*devices: Device) -> Bag:
    """Return the chains and papers of devices, as they hold them of themselves; sealed first."""
    bag = Bag()
    for device in devices:
        seal_pending(device.books, device.member)
        for row in device.books.query(lambda s: SyncStore(s).authors()):
            if row.device_id != device.member.credential.device_id:
                continue
            bag.credentials.append(row.credential)
            bag.changesets += [c.encoded for c in chain(device, Author(row.author))]
    return bag


def chain(device: Device, author: Author, after: int = 0) -> Sequence[ChangesetRow]:
    """Return the changesets a device holds of an author."""
    return device.books.query(lambda s: SyncStore(s).changesets_after(author, after, 10_000))


def bring(device: Device, bag: Bag) -> Received:
    """Let a device receive what a bag holds."""
    return receive(device.books, device.member, bag.changesets, bag.credentials, bag.revocations, now_ms=0)


def forge(
    device: Device,
    *entries: Entry,
    seen: Sequence[HeadSeen] = (),
    min_reader: int = 1,
    after: bytes | None = None,
) -> bytes:
    """Return the next changeset of a device's chain with any inside, signed as it should be."""
    return forge_body(device, body_bytes(seen, entries), min_reader=min_reader, after=after)


def forge_body(device: Device, body: bytes, *, min_reader: int = 1, after: bytes | None = None) -> bytes:
    """Return the next changeset of a device's chain, or the one after another, around any bytes."""
    member = device.member
    rows = device.books.query(lambda s: SyncStore(s).authors())
    row = next(row for row in rows if row.author == member.author)
    seq, previous = row.seq + 1, row.hash
    if after is not None:
        seq, previous = read_changeset(after).header.seq + 1, chain_hash(after)
    return seal(
        body,
        key=member.secrets.epoch_key,
        keys=member.secrets.keys,
        ledger_id=member.genesis.ledger_id,
        author=member.author,
        seq=seq,
        previous=previous,
        nonce=os.urandom(24),
        min_reader=min_reader,
    ).encoded


def news_of(device: Device) -> list[EventEntry]:
    """Return what a device has recorded and not sealed yet."""
    member = device.member

    def events(session: Session) -> list[EventEntry]:
        store = SyncStore(session)
        after = store.get_number(SEALED)
        return [EventEntry(*event[1:]) for event in store.own_events(member.device, after, 999)]

    return device.books.query(events)


def root_shuts_out(floor: Floor, device: Device, last_seq: int | None = None) -> bytes:
    """Return the owner's own revocation of a device, by the phrase."""
    return _revoked(owner_keys(floor.phrase).root, None, device, last_seq)


def admin_shuts_out(admin: Device, device: Device, last_seq: int | None = None) -> bytes:
    """Return an admin's revocation of a device, which it tells nobody."""
    return _revoked(admin.member.secrets.identity, admin, device, last_seq)


def _revoked(key: SigningKey, admin: Device | None, device: Device, last_seq: int | None) -> bytes:
    member = device.member
    rows = device.books.query(lambda s: SyncStore(s).authors())
    row = next(row for row in rows if row.author == member.author)
    at_head = last_seq is None or last_seq == row.seq
    return revoke(
        key,
        admin.member.credential.certificate if admin else None,
        ledger_id=member.genesis.ledger_id,
        device_id=DeviceId(row.device_id),
        author=member.author,
        last_seq=row.seq if last_seq is None else last_seq,
        last_hash=row.hash if at_head else bytes(32),
        revoked_ms=0,
    )


def amounts(device: Device) -> list[int]:
    """Return the amounts of a device's vouchers."""
    rows = device.books.query(
        lambda s: s.execute("SELECT total_minor FROM vouchers ORDER BY total_minor").fetchall()
    )
    return [amount for (amount,) in rows]


def states(device: Device, author: Author) -> list[ChangesetState]:
    """Return what has become of an author's changesets at a device."""
    return [row.state for row in device.books.query(lambda s: SyncStore(s).changesets_after(author, 0, 999))]


def kinds(device: Device) -> set[str]:
    """Return the kinds of the alarms a device has raised."""
    return {alarm.kind for alarm in device.alarms()}
