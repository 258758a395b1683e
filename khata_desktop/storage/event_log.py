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
from khata_desktop.storage.tables import event_log, log_actors, sync_state

FIRST_HASH = bytes(32)


class Head(NamedTuple):
    """The end of the log: the last event's number and hash, and how far the book's own clock has come.

    ``hlc`` is the last own event's, or what was adopted since of other devices' clocks.
    """

    seq: int
    hlc: int
    hash: bytes


class LogEntry(NamedTuple):
    """One event as it lies in the log."""

    seq: int
    envelope: Envelope
    payload: bytes
    hash: bytes


_HEAD = (
    select(event_log.c.seq, event_log.c.hlc, event_log.c.hash, log_actors.c.id)
    .join(log_actors, log_actors.c.key == event_log.c.device)
    .order_by(event_log.c.seq.desc())
    .limit(1)
)
_CLOCK = select(sync_state.c.value).where(sync_state.c.key == "clock")
_device, _user = log_actors.alias("device_actor"), log_actors.alias("user_actor")
_ENTRIES = (
    select(event_log.c.seq, event_log.c.hlc, _device.c.id, _user.c.id, event_log.c.payload, event_log.c.hash)
    .join(_device, _device.c.key == event_log.c.device)
    .join(_user, _user.c.key == event_log.c.user)
    .order_by(event_log.c.seq)
)


def read_head(session: Session, device_id: DeviceId | None = None) -> Head:
    """Return the end of the log; an empty log has seq 0. Given the own device, the clock is its own."""
    row = session.row(_HEAD)
    if row is None:
        return Head(0, 0, FIRST_HASH)
    seq, hlc, digest, device = row
    if device_id is not None and device != device_id:
        # Another device's event ends the log; its clock may be anywhere. What was adopted of it is noted.
        noted = session.value(_CLOCK)
        hlc = int.from_bytes(noted, "big") if noted is not None else 0
    return Head(seq, hlc, digest)


def write_clock(session: Session, hlc: int) -> None:
    """Note how far the clock has come, where the log's own end does not say it."""
    session.execute(
        "INSERT OR REPLACE INTO sync_state (key, value) VALUES ('clock', ?)", (hlc.to_bytes(8, "big"),)
    )


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
