"""What lies on the counter and is not in the books: open bills, half-typed forms, which papers were printed.

A small SQLite file of its own per book and computer, in the user's data folder: the book's tables
are written by events only, and a half-typed bill is none.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from khata_desktop.storage.faults import faults_named

_TABLES = """
CREATE TABLE IF NOT EXISTS drafts (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS forms (key TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS printed (voucher_id BLOB PRIMARY KEY, printed_at TEXT NOT NULL);
"""


class Workbench:
    """The counter beside one book. Raises StorageError where the disk refuses."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with faults_named(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA busy_timeout = 5000")
            self._connection.execute("PRAGMA journal_mode = WAL")
            # A bill that was on screen must be there again after the power went.
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.executescript(_TABLES)

    def keep_draft(self, key: str, position: int, body: str) -> None:
        """Keep an open bill under its key; ``body`` is the page's own JSON."""
        with faults_named(self._path):
            self._connection.execute(
                "INSERT INTO drafts VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
                "position = excluded.position, body = excluded.body",
                (key, position, body),
            )

    def drop_draft(self, key: str) -> None:
        """Forget an open bill: it was posted or closed."""
        with faults_named(self._path):
            self._connection.execute("DELETE FROM drafts WHERE key = ?", (key,))

    def drafts(self) -> list[tuple[str, str]]:
        """Return the open bills as (key, body), in the order of their tabs."""
        with faults_named(self._path):
            query = "SELECT key, body FROM drafts ORDER BY position, key"
            return [(key, body) for key, body in self._connection.execute(query)]

    def keep_form(self, key: str, body: str) -> None:
        """Keep what is being typed into a form under the form's key; ``body`` is the form's own JSON."""
        with faults_named(self._path):
            self._connection.execute(
                "INSERT INTO forms VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
                (key, body),
            )

    def drop_form(self, key: str) -> None:
        """Forget what was typed into a form: it was saved or left."""
        with faults_named(self._path):
            self._connection.execute("DELETE FROM forms WHERE key = ?", (key,))

    def form(self, key: str) -> str | None:
        """Return what was being typed into a form when it was interrupted, None for nothing."""
        with faults_named(self._path):
            found = self._connection.execute("SELECT body FROM forms WHERE key = ?", (key,)).fetchone()
            return None if found is None else str(found[0])

    def mark_printed(self, voucher_id: bytes) -> None:
        """Note that a paper was handed out: the next one of it is a copy."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with faults_named(self._path):
            self._connection.execute("INSERT OR IGNORE INTO printed VALUES (?, ?)", (voucher_id, now))

    def was_printed(self, voucher_id: bytes) -> bool:
        """Return whether the original of a paper was handed out."""
        with faults_named(self._path):
            found = self._connection.execute("SELECT 1 FROM printed WHERE voucher_id = ?", (voucher_id,))
            return found.fetchone() is not None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
