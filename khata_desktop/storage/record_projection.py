"""Projecting a record's change: heads of each field are kept, the highest shows.

A write replaces the heads it names and becomes one itself. Where two devices wrote at once, both stay
as heads and the highest (HLC, write id) shows, on every device the same. A write may come after what replaces
it, since what one device writes does not wait for everything another had seen: it is then no head any more.
"""

from __future__ import annotations

from khata_desktop.domain.events import Envelope, RecordChanged
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.search_key import search_key
from khata_desktop.storage.session import Session
from khata_desktop.storage.tables import RECORD_TABLES

_DROP_HEAD = "DELETE FROM field_heads WHERE entity = ? AND record_key = ? AND field = ? AND write_id = ?"
_ADD_HEAD = """INSERT INTO field_heads (entity, record_key, field, write_id, hlc, device, value)
VALUES (?, ?, ?, ?, ?, ?, ?)"""
_WINNER = """SELECT value FROM field_heads WHERE entity = ? AND record_key = ? AND field = ?
ORDER BY hlc DESC, write_id DESC LIMIT 1"""
# As the index event_log_changes has it: the id of a change of a record stands after three bytes.
_WRITTEN = "SELECT 1 FROM event_log WHERE substr(payload, 2, 1) = x'03' AND substr(payload, 4, 16) = ?"
_NOTE_REPLACED = "INSERT OR IGNORE INTO sync_state (key, value) VALUES (?, x'')"
_IS_REPLACED = "SELECT 1 FROM sync_state WHERE key = ?"

#: The fields whose text finds a record, by kind of record.
SEARCHED: dict[Entity, tuple[str, ...]] = {
    Entity.PARTY: ("name", "phone", "code"),
    Entity.ITEM: ("name", "other_names", "code", "barcodes"),
    Entity.ACCOUNT: ("name", "code"),
}


def _replaced(field: str, write_id: bytes) -> str:
    """Return the name under which is noted that a write was replaced before it came."""
    return f"replaced {field} {write_id.hex()}"


def project_record(session: Session, event: RecordChanged, envelope: Envelope, device: int) -> None:
    """Write a record's change into its heads and its row, making the row at the first one."""
    table, entity = RECORD_TABLES[event.entity].name, event.entity.value
    row = session.execute(f'SELECT key FROM "{table}" WHERE id = ?', (event.record_id,)).fetchone()
    if row is None:
        key = session.execute(f'INSERT INTO "{table}" (id) VALUES (?)', (event.record_id,)).lastrowid
    else:
        key = row[0]
    shown: dict[str, FieldValue] = {}
    for write in event.writes:
        for replaced in write.replaces:
            dropped = session.execute(_DROP_HEAD, (entity, key, write.name, replaced)).rowcount
            if not dropped and session.execute(_WRITTEN, (replaced,)).fetchone() is None:
                session.execute(_NOTE_REPLACED, (_replaced(write.name, replaced),))
        if (
            row is None
            or session.execute(_IS_REPLACED, (_replaced(write.name, event.id),)).fetchone() is None
        ):
            head = (entity, key, write.name, event.id, envelope.hlc, device, write.value)
            session.execute(_ADD_HEAD, head)
        shown[write.name] = (
            session.execute(_WINNER, (entity, key, write.name)).fetchone()[0]
            if row is not None
            else write.value
        )
    names = ", ".join(f'"{name}" = ?' for name in shown)
    session.execute(f'UPDATE "{table}" SET {names} WHERE key = ?', (*shown.values(), key))
    searched = SEARCHED.get(event.entity, ())
    if any(name in shown for name in searched):
        columns = ", ".join(f'"{name}"' for name in searched)
        texts = session.execute(f'SELECT {columns} FROM "{table}" WHERE key = ?', (key,)).fetchone()
        found = " ".join(search_key(text) for text in texts if text)
        session.execute(f'UPDATE "{table}" SET search = ? WHERE key = ?', (found, key))
