"""The deep check of a book: every table built anew from the log, and compared row by row with the book's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import KhataError
from khata_desktop.storage.database import create_file, open_connection
from khata_desktop.storage.event_log import FIRST_HASH, Head, read_entries
from khata_desktop.storage.faults import NONSENSE
from khata_desktop.storage.findings import Finding, Progress
from khata_desktop.storage.projection import Keys, Projection
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import has_other_writers
from khata_desktop.storage.tables import metadata
from khata_desktop.wire.encoding import decode_event

_MOST_FINDINGS = 20
_TOLD_EVERY = 2_000

#: Tables that describe the file itself rather than the books.
_NOT_REBUILT = frozenset({"meta", "sync_state", "sync_authors", "sync_changesets", "sync_alarms"})


def apart_from_log(session: Session, scratch: Path, tell: Progress) -> Iterator[Finding]:
    """Compare what the session reads with what the log makes anew in a scratch file, to be thrown away."""
    create_file(scratch)
    with closing(open_connection(scratch)) as connection:
        # It need not survive a power cut, and must be readable from a connection that cannot write.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        broken = _rebuild(session, Session(connection), tell)
    if broken is not None:
        yield broken
        return
    # Within the session's own transaction, so that it is compared with the very state that was rebuilt.
    session.execute("ATTACH DATABASE ? AS rebuilt", (str(scratch),))
    session.execute("PRAGMA rebuilt.cache_size = -32768")
    yield from _schema_differences(session)
    # Beyond the quick check: whether every index says what its table says.
    for (words,) in session.execute("PRAGMA main.integrity_check(5)").fetchall():
        if words != "ok":
            yield Finding("file", str(words))
    tables = [name for name in metadata.tables if name not in _NOT_REBUILT]
    for number, table in enumerate(tables):
        tell(number, len(tables), "comparing tables")
        yield from _differences(session, table)
    tell(len(tables), len(tables), "comparing tables")


def _rebuild(session: Session, scratch: Session, tell: Progress) -> Finding | None:
    """Project the whole log into the scratch file; return what could not be projected."""
    total = int(session.execute("SELECT count(*) FROM event_log").fetchone()[0])
    projection = Projection(scratch, Keys(scratch))
    projection.begin(Head(0, 0, FIRST_HASH), several_writers=has_other_writers(session))
    scratch.execute("BEGIN IMMEDIATE")
    for seq, envelope, payload, _ in read_entries(session):
        if seq % _TOLD_EVERY == 1:
            tell(seq - 1, total, "rebuilding from the log")
        try:
            projection.project(decode_event(payload), envelope, payload)
        except (KhataError, dbapi2.Error, *NONSENSE) as problem:
            return Finding("rebuild", f"event {seq} cannot be read again: {problem}")
    try:
        projection.flush()
    except dbapi2.Error as problem:
        return Finding("rebuild", f"the last events cannot be written again: {problem}")
    scratch.execute("COMMIT")
    return None


_SCHEMA = "SELECT type, name, sql FROM {}.sqlite_schema WHERE name NOT LIKE 'sqlite_%'"


def _schema_differences(session: Session) -> Iterator[Finding]:
    """Yield which tables, indexes and triggers are not as the migrations make them."""
    made = set(session.execute(_SCHEMA.format("rebuilt")).fetchall())
    found = set(session.execute(_SCHEMA.format("main")).fetchall())
    for kind, name in sorted({(kind, name) for kind, name, _ in made ^ found}):
        yield Finding("rebuild", f"the {kind} {name} is not as the program makes it")


def _differences(session: Session, table: str) -> Iterator[Finding]:
    """Yield rows of a table that are not the same in the rebuilt file and in the book, by primary key."""
    columns = session.execute(f'PRAGMA rebuilt.table_info("{table}")').fetchall()
    keys = [name for _, name, *_, key in columns if key]
    others = [name for _, name, *_, key in columns if not key]
    on = " AND ".join(f'a."{key}" = b."{key}"' for key in keys)
    shown = ", ".join(f'a."{key}"' for key in keys)
    missing = f'b."{keys[0]}" IS NULL'
    apart = [f'a."{name}" IS NOT b."{name}"' for name in others]
    for *row, is_missing, differing in session.execute(
        f"SELECT {shown}, {missing}, {_names_where(others, apart)} "
        f'FROM rebuilt."{table}" a LEFT JOIN main."{table}" b ON {on} '
        f"WHERE {' OR '.join([missing, *apart])} LIMIT {_MOST_FINDINGS}"
    ).fetchall():
        words = "is missing" if is_missing else f"differs in {differing[2:]}"
        yield Finding("rebuild", f"{table}: row {_shown(row)} {words}")
    for row in session.execute(
        f'SELECT {shown} FROM main."{table}" a LEFT JOIN rebuilt."{table}" b ON {on} '
        f"WHERE {missing} LIMIT {_MOST_FINDINGS}"
    ).fetchall():
        yield Finding("rebuild", f"{table}: row {_shown(row)} is in no event of the log")


def _names_where(names: Sequence[str], conditions: Sequence[str]) -> str:
    """Return SQL for the names whose conditions hold, each after a comma."""
    pairs = zip(names, conditions, strict=True)
    return " || ".join([f"iif({condition}, ', {name}', '')" for name, condition in pairs] or ["''"])


def _shown(key: Sequence[object]) -> str:
    """Return a row's key as it is told: alone, or in brackets where it has several parts."""
    parts = [part.hex() if isinstance(part, bytes) else str(part) for part in key]
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"
