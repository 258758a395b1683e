"""What tests do to a book behind the program's back, and how they compare two books."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from khata_desktop.storage.tables import metadata

#: What tells one book from another though the same was done in both: who keeps it, and the hashes.
OWN = frozenset({"meta", "log_actors", "users", "devices", "event_log"})


def copy_book(source: Path, target: Path) -> Path:
    """Copy a book that nobody has open."""
    return Path(shutil.copyfile(source, target))


def tamper(path: Path, *statements: str) -> None:
    """Change a file as somebody would who knows SQL: without triggers and without foreign keys."""
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, f"changed nothing: {statement}"
        for _, sql in triggers:
            connection.execute(sql)


def contents(path: Path, *, leave_out: Iterable[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, sorted, so that two books can be compared."""
    with closing(dbapi2.connect(str(path))) as connection:
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for name in metadata.tables
            if name not in leave_out
        }
