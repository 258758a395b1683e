"""What a book keeps of its chains with others: state, authors and their cursors, changesets, alarms.

All of it is written in the transaction of the effects it speaks of. Heads of record fields that conflict are
not here: they are the books' own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from khata_desktop.storage.session import Session


class ChangesetState(IntEnum):
    """What has become of a changeset that was received, its signature and place in the chain checked."""

    APPLIED = 0
    #: Something it speaks of has not arrived.
    WAITING = 1
    #: A newer program wrote it, or the key of its time is not here.
    PARKED = 2
    #: Its body is not what the protocol allows; the chain goes on without it.
    QUARANTINED = 3
    #: Its author was shut out before it.
    EXCLUDED = 4


class AuthorRow(NamedTuple):
    """An author: whose credential, and the last changeset received of it."""

    author: bytes
    device_id: bytes
    credential: bytes
    seq: int
    hash: bytes
    heard_at: int | None
    revocation: bytes | None


class ChangesetRow(NamedTuple):
    """A changeset as it lies in the book."""

    author: bytes
    seq: int
    hash: bytes
    state: ChangesetState
    encoded: bytes


class OwnEvent(NamedTuple):
    """An event of this device as its log holds it."""

    seq: int
    hlc: int
    user_id: bytes
    payload: bytes


class Alarm(NamedTuple):
    """Something that went wrong between devices and that no table shows."""

    id: bytes
    kind: str
    hlc: int
    detail: str


_CHANGESET = "SELECT author, seq, hash, state, encoded FROM sync_changesets"
_OWN = """SELECT e.seq, e.hlc, u.id, e.payload FROM event_log e
JOIN log_actors d ON d.key = e.device JOIN log_actors u ON u.key = e.user
WHERE e.seq > ? AND {ours} ORDER BY e.seq LIMIT ?"""
_OWN_COUNT = """SELECT count(*) FROM event_log e JOIN log_actors d ON d.key = e.device
WHERE e.seq > ? AND {ours}"""
_PAST = """SELECT e.seq, e.hlc, d.id, u.id, e.payload FROM event_log e
JOIN log_actors d ON d.key = e.device JOIN log_actors u ON u.key = e.user
WHERE e.seq > ? ORDER BY e.seq LIMIT ?"""

_MOST_ASKED = 400
_LIVE = """SELECT (SELECT count(*) FROM parties WHERE NOT deleted)
+ (SELECT count(*) FROM items WHERE NOT deleted), (SELECT count(*) FROM vouchers WHERE status = 0)"""
_DELETED = """SELECT id FROM parties WHERE deleted AND id IN ({marks})
UNION ALL SELECT id FROM items WHERE deleted AND id IN ({marks})"""
_VOID = "SELECT id FROM vouchers WHERE status = 1 AND id IN ({marks})"
_REPLACED = """SELECT o.id FROM vouchers o JOIN vouchers n ON n.supersedes_seq = o.seq
WHERE o.id IN ({marks})"""


class SyncStore:
    """Reads and writes the sync tables of one book within the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- state --------------------------------------------------------------------------------

    def get(self, key: str) -> bytes | None:
        """Return a piece of state, or None."""
        row = self._session.execute("SELECT value FROM sync_state WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def put(self, key: str, value: bytes) -> None:
        """Set a piece of state."""
        self._session.execute("INSERT OR REPLACE INTO sync_state (key, value) VALUES (?, ?)", (key, value))

    def get_number(self, key: str) -> int:
        """Return a number of the state; 0 where it was never set."""
        value = self.get(key)
        return 0 if value is None else int.from_bytes(value, "big")

    def put_number(self, key: str, value: int) -> None:
        """Set a number of the state, 0 or more."""
        self.put(key, value.to_bytes(8, "big"))

    # --- authors ------------------------------------------------------------------------------

    def authors(self) -> list[AuthorRow]:
        """Return every known author."""
        rows = self._session.execute(
            "SELECT author, device_id, credential, seq, hash, heard_at, revocation FROM sync_authors "
            "ORDER BY author"
        )
        return [AuthorRow(*row) for row in rows.fetchall()]

    def add_author(self, author: bytes, device_id: bytes, credential: bytes) -> None:
        """Note an author whose credential holds; known ones stay as they are."""
        self._session.execute(
            "INSERT OR IGNORE INTO sync_authors (author, device_id, credential, seq, hash) "
            "VALUES (?, ?, ?, 0, ?)",
            (author, device_id, credential, bytes(32)),
        )

    def certify_anew(self, author: bytes, credential: bytes) -> None:
        """Note another credential of a known author."""
        self._session.execute("UPDATE sync_authors SET credential = ? WHERE author = ?", (credential, author))

    def move_head(self, author: bytes, seq: int, digest: bytes, heard_at: int | None) -> None:
        """Note the last changeset received of an author, and when (Unix milliseconds)."""
        self._session.execute(
            "UPDATE sync_authors SET seq = ?, hash = ?, heard_at = COALESCE(?, heard_at) WHERE author = ?",
            (seq, digest, heard_at, author),
        )

    def revoke(self, author: bytes, revocation: bytes | None) -> None:
        """Note that an author was shut out, or with None that it was not after all."""
        self._session.execute("UPDATE sync_authors SET revocation = ? WHERE author = ?", (revocation, author))

    def has_device(self, device_id: bytes) -> bool:
        """Return whether the books have a record of a device."""
        row = self._session.execute("SELECT 1 FROM devices WHERE id = ?", (device_id,)).fetchone()
        return row is not None

    # --- changesets ---------------------------------------------------------------------------

    def add_changeset(self, row: ChangesetRow) -> None:
        """Keep a changeset's exact bytes."""
        self._session.execute(
            "INSERT INTO sync_changesets (author, seq, hash, state, encoded) VALUES (?, ?, ?, ?, ?)",
            (row.author, row.seq, row.hash, int(row.state), row.encoded),
        )

    def forget_after(self, author: bytes, seq: int) -> None:
        """Let go of an author's changesets after a number."""
        self._session.execute("DELETE FROM sync_changesets WHERE author = ? AND seq > ?", (author, seq))

    def set_state(self, author: bytes, seq: int, state: ChangesetState) -> None:
        """Note what has become of a changeset."""
        self._session.execute(
            "UPDATE sync_changesets SET state = ? WHERE author = ? AND seq = ?", (int(state), author, seq)
        )

    def changeset_hash(self, author: bytes, seq: int) -> bytes | None:
        """Return the hash of a changeset held, or None."""
        row = self._session.execute(
            "SELECT hash FROM sync_changesets WHERE author = ? AND seq = ?", (author, seq)
        ).fetchone()
        return None if row is None else row[0]

    def changesets_after(self, author: bytes, seq: int, limit: int) -> list[ChangesetRow]:
        """Return an author's changesets held after a number, in order."""
        rows = self._session.execute(
            f"{_CHANGESET} WHERE author = ? AND seq > ? ORDER BY seq LIMIT ?", (author, seq, limit)
        )
        return [_changeset(row) for row in rows.fetchall()]

    def changeset(self, author: bytes, seq: int) -> ChangesetRow | None:
        """Return a changeset held, or None."""
        row = self._session.execute(f"{_CHANGESET} WHERE author = ? AND seq = ?", (author, seq)).fetchone()
        return None if row is None else _changeset(row)

    def waiting(self) -> list[tuple[bytes, int]]:
        """Return author and number of the changesets that wait, in the order they were received."""
        rows = self._session.execute(
            "SELECT author, seq FROM sync_changesets WHERE state = ? AND state <> 0 ORDER BY rowid",
            (int(ChangesetState.WAITING),),
        )
        return [(author, seq) for author, seq in rows.fetchall()]

    def wake_parked(self) -> None:
        """Let everything that was parked be tried again."""
        self._session.execute(
            "UPDATE sync_changesets SET state = ? WHERE state = ? AND state <> 0",
            (int(ChangesetState.WAITING), int(ChangesetState.PARKED)),
        )

    def in_state(self, *states: ChangesetState) -> list[ChangesetRow]:
        """Return the changesets in any of these states, not APPLIED, by author and number."""
        marks = ", ".join("?" * len(states))
        rows = self._session.execute(
            f"{_CHANGESET} WHERE state <> 0 AND state IN ({marks}) ORDER BY author, seq",
            [int(state) for state in states],
        )
        return [_changeset(row) for row in rows.fetchall()]

    def unhandled(self, *states: ChangesetState) -> dict[bytes, int]:
        """Return, of each author with a changeset in one of these states (WAITING), the first such."""
        wanted = [int(state) for state in states or (ChangesetState.WAITING,)]
        rows = self._session.execute(
            "SELECT author, min(seq) FROM sync_changesets WHERE state <> 0 "
            f"AND state IN ({', '.join('?' * len(wanted))}) GROUP BY author",
            wanted,
        )
        return dict(rows.fetchall())

    # --- the log ------------------------------------------------------------------------------

    def own_events(
        self, device_id: bytes, after: int, limit: int, *, earlier: Sequence[tuple[bytes, int]] = ()
    ) -> list[OwnEvent]:
        """Return this device's events after a number of the log.

        ``earlier`` says what it was called before, each time up to which number of the log.
        """
        ours, names = _ours(device_id, earlier)
        rows = self._session.execute(_OWN.format(ours=ours), (after, *names, limit))
        return [OwnEvent(*row) for row in rows.fetchall()]

    def count_own_events(
        self, device_id: bytes, after: int, *, earlier: Sequence[tuple[bytes, int]] = ()
    ) -> int:
        """Return how many events ``own_events`` would return without a limit."""
        ours, names = _ours(device_id, earlier)
        return int(self._session.execute(_OWN_COUNT.format(ours=ours), (after, *names)).fetchone()[0])

    def past_events(self, after: int, limit: int) -> list[tuple[int, int, bytes, bytes, bytes]]:
        """Return (number, clock, device, user, payload) of the log's events after a number."""
        return [tuple(row) for row in self._session.execute(_PAST, (after, limit)).fetchall()]

    # --- what there is ------------------------------------------------------------------------

    def count_live(self) -> tuple[int, int]:
        """Return how many parties and items are not deleted, and how many vouchers count."""
        row = self._session.execute(_LIVE).fetchone()
        return int(row[0]), int(row[1])

    def still_deleted(self, ids: Iterable[bytes]) -> set[bytes]:
        """Return those of some parties and items that are deleted now."""
        return self._among(_DELETED, ids)

    def still_void(self, ids: Iterable[bytes]) -> set[bytes]:
        """Return those of some vouchers that are void, and that no other one was written in place of."""
        return self._among(_VOID, ids) - self._among(_REPLACED, ids)

    def _among(self, query: str, ids: Iterable[bytes]) -> set[bytes]:
        found: set[bytes] = set()
        asked = list(ids)
        for first in range(0, len(asked), _MOST_ASKED):
            some = asked[first : first + _MOST_ASKED]
            marks = ", ".join("?" * len(some))
            rows = self._session.execute(query.format(marks=marks), some * query.count("{marks}"))
            found.update(row[0] for row in rows.fetchall())
        return found

    # --- the log's length ---------------------------------------------------------------------

    def log_length(self) -> int:
        """Return the number of the log's last event."""
        return int(self._session.execute("SELECT COALESCE(max(seq), 0) FROM event_log").fetchone()[0])

    # --- alarms -------------------------------------------------------------------------------

    def raise_alarm(self, alarm: Alarm) -> None:
        """Note an alarm; its id comes from its cause, so that it is raised once."""
        self._session.execute(
            "INSERT OR IGNORE INTO sync_alarms (id, kind, hlc, detail) VALUES (?, ?, ?, ?)", tuple(alarm)
        )

    def drop_alarm(self, alarm_id: bytes) -> None:
        """Take an alarm back, since what it said is true no more."""
        self._session.execute("DELETE FROM sync_alarms WHERE id = ?", (alarm_id,))

    def alarms(self) -> Iterator[Alarm]:
        """Yield the alarms, the oldest first."""
        for row in self._session.execute("SELECT id, kind, hlc, detail FROM sync_alarms ORDER BY hlc, id"):
            yield Alarm(*row)


def has_other_writers(session: Session) -> bool:
    """Return whether other devices write to these books."""
    return session.execute("SELECT 1 FROM sync_authors LIMIT 1").fetchone() is not None


def _ours(device_id: bytes, earlier: Sequence[tuple[bytes, int]]) -> tuple[str, list[object]]:
    """Return the condition for our own events, and its values."""
    conditions, values = ["d.id = ?"], list[object]([device_id])
    for name, upto in earlier:
        conditions.append("(d.id = ? AND e.seq <= ?)")
        values += [name, upto]
    return f"({' OR '.join(conditions)})", values


def _changeset(row: tuple[bytes, int, bytes, int, bytes]) -> ChangesetRow:
    author, seq, digest, state, encoded = row
    return ChangesetRow(author, seq, digest, ChangesetState(state), encoded)
