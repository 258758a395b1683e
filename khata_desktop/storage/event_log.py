"""The log of all events: appended to, chained by hashes, never changed.

``hash = SHA-256(previous hash, seq, hlc, device id, user id, payload)``, integers as eight big-endian
bytes; the first event's previous hash is 32 zero bytes. So who changed any byte of any past event
would have to make every later hash anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select

from khata_desktop.domain.events import Envelope
from khata_desktop.domain.ids import DeviceId, UserId
from khata_desktop.storage.session import Session
from khata_desktop.storage.tables import event_log, log_actors

FIRST_HASH = bytes(32)


class Head(NamedTuple):
    """The end of the log: the last event's number, clock and hash."""

    seq: int
    hlc: int
    hash: bytes


class LogEntry(NamedTuple):
    """One event as it lies in the log."""

    seq: int
    envelope: Envelope
    payload: bytes
    hash: bytes


_HEAD = select(event_log.c.seq, event_log.c.hlc, event_log.c.hash).order_by(event_log.c.seq.desc()).limit(1)
_device, _user = log_actors.alias("device_actor"), log_actors.alias("user_actor")
_ENTRIES = (
    select(event_log.c.seq, event_log.c.hlc, _device.c.id, _user.c.id, event_log.c.payload, event_log.c.hash)
    .join(_device, _device.c.key == event_log.c.device)
    .join(_user, _user.c.key == event_log.c.user)
    .order_by(event_log.c.seq)
)


def read_head(session: Session) -> Head:
    """Return the end of the log; an empty log has seq 0."""
    row = session.row(_HEAD)
    return Head(0, 0, FIRST_HASH) if row is None else Head(*row)


def entry_hash(previous: bytes, seq: int, envelope: Envelope, payload: bytes) -> bytes:
    """Return the hash that chains one event to the one before it."""
    return link_hash(previous, seq, envelope.hlc, envelope.device_id, envelope.user_id, payload)


def link_hash(previous: bytes, seq: int, hlc: int, device_id: bytes, user_id: bytes, payload: bytes) -> bytes:
    """Return the hash that chains one event to the one before it, from the parts of its envelope."""
    return sha256(
        previous + seq.to_bytes(8, "big") + hlc.to_bytes(8, "big") + device_id + user_id + payload
    ).digest()


def read_entries(session: Session) -> Iterator[LogEntry]:
    """Yield every event from the first to the last."""
    for seq, hlc, device, user, payload, digest in session.stream(_ENTRIES):
        envelope = Envelope(hlc=hlc, device_id=DeviceId(device), user_id=UserId(user))
        yield LogEntry(seq, envelope, payload, digest)
