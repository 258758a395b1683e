"""Copies of a book that were proved good, and the way back to one of them.

A backup is made while the book is in use, opened, and its trial balance compared with its postings
before it gets its name. Restoring proves the backup first and keeps the book as it was beside it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from khata_desktop.domain.errors import BackupSpoiled, BookDamaged, StorageError
from khata_desktop.storage.database import copy_file, open_connection, remove_file
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.verification import Progress, verify_file

_NAME = re.compile(r"^(?P<stem>.+)-(?P<stamp>\d{8}-\d{6})\.khata$")
_STAMP = "%Y%m%d-%H%M%S"
_PAGES_A_STEP = 4096

#: Kept while thinning: every one of the last day, then one a day, a week, a month: (days back, days apart).
_THINNING: tuple[tuple[int, int], ...] = ((1, 0), (14, 1), (90, 7), (3650, 30))

_SUMS = """SELECT p.account_key, sum(p.amount_minor) FROM postings p GROUP BY p.account_key
HAVING sum(p.amount_minor) <> 0 ORDER BY p.account_key"""
_KEPT = """SELECT account_key, sum(debit_minor - credit_minor) FROM account_months GROUP BY account_key
HAVING sum(debit_minor - credit_minor) <> 0 ORDER BY account_key"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup copy: where it lies, when it was made (the computer's own time), and its size in bytes."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored book, and where the one it replaced is kept; None when there was none."""

    path: Path
    way_back: Path | None


def back_up(path: Path, folder: Path, *, now: datetime) -> Backup:
    """Copy a book into a folder under its name with date and time, and prove the copy.

    ``now`` is the computer's own time. Raises StorageError (no room, no right, no such folder),
    BackupSpoiled when the copy is not as good as the book; nothing half made is left behind.
    """
    target = folder / f"{path.stem}-{now.strftime(_STAMP)}.khata"
    open_connection(path, upgrade=False).close()
    copy_file(path, target)
    try:
        drill(target)
    except StorageError:
        remove_file(target)
        raise
    return Backup(target, now.replace(microsecond=0), target.stat().st_size)


def drill(backup: Path) -> None:
    """Open a backup and compare its trial balance with its postings. Raises BackupSpoiled, StorageError."""
    connection = open_connection(backup, upgrade=False)
    with closing(connection), faults_named(backup):
        problems = [row[0] for row in connection.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
        if problems:
            raise BackupSpoiled(path=backup, detail=problems[0])
        sums, kept = connection.execute(_SUMS).fetchall(), connection.execute(_KEPT).fetchall()
        if sums != kept or sum(amount for _, amount in sums):
            raise BackupSpoiled(path=backup, detail="its trial balance is not that of its postings")


def list_backups(path: Path, folder: Path) -> list[Backup]:
    """Return the backups of a book in a folder, the newest first; none for a folder that is not there."""
    found = []
    for file in folder.glob("*.khata") if folder.is_dir() else ():
        name = _NAME.match(file.name)
        if name is not None and name["stem"] == path.stem:
            try:
                made_at = datetime.strptime(name["stamp"], _STAMP)  # noqa: DTZ007
                found.append(Backup(file, made_at, file.stat().st_size))
            except (ValueError, OSError):
                continue
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def thin_out(backups: Sequence[Backup], *, now: datetime) -> list[Backup]:
    """Delete the backups that are no longer worth their room, and return them.

    Every one of the last day stays, then one a day for two weeks, one a week for a quarter, one a month.
    The newest always stays.
    """
    kept: list[Backup] = []
    gone = []
    for backup in sorted(backups, key=lambda b: b.made_at, reverse=True):
        age = (now.replace(tzinfo=None) - backup.made_at.replace(tzinfo=None)).days
        apart = next((apart for back, apart in _THINNING if age < back), _THINNING[-1][1])
        if kept and apart and (kept[-1].made_at.date() - backup.made_at.date()).days < apart:
            gone.append(backup)
        else:
            kept.append(backup)
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return gone


def restore(file: Path, to: Path, *, now: datetime, progress: Progress | None = None) -> Restored:
    """Make ``to`` the book that ``file`` is, once the file has been verified.

    A book that is there already is kept beside it under another name, and replaced within one
    transaction, so that a window that has it open sees the restored one. Raises StorageError;
    BookDamaged for a backup that does not verify, and then ``to`` is as it was.
    """
    found = verify_file(file, progress=progress)
    if not found.is_right:
        raise BookDamaged(path=file, detail=found.findings[0].detail)
    if not to.exists():
        copy_file(file, to)
        _make_concurrent(to)
        return Restored(to, None)
    way_back = _free(to.with_name(f"{to.stem}-before-restore-{now.strftime(_STAMP)}.khata"))
    try:
        open_connection(to, upgrade=False).close()
        copy_file(to, way_back)
    except (BookDamaged, StorageError):
        # It cannot be read as a book any more: that is why it is restored. Its bytes are kept as they are.
        with faults_named(to):
            os.replace(to, way_back)
            remove_file(to)
        copy_file(file, to)
        _make_concurrent(to)
        return Restored(to, way_back)
    _replace_content(file, to, progress)
    return Restored(to, way_back)


def _free(path: Path) -> Path:
    """Return the path, or one beside it: a restore undone within its second must keep the way back."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.stem}-{number}.khata"), number + 1
    return free


def _replace_content(file: Path, to: Path, progress: Progress | None) -> None:
    """Write the backup's pages over the book's, all at once for everybody who reads it."""

    def told(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total, "restoring")

    with faults_named(to):
        source, target = dbapi2.connect(str(file)), _target(to)
        with closing(source), closing(target):
            source.backup(target, pages=_PAGES_A_STEP, progress=told)
    _make_concurrent(to)


def _target(to: Path) -> Any:
    connection = dbapi2.connect(str(to), isolation_level=None)
    connection.execute("PRAGMA busy_timeout = 30000")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _make_concurrent(path: Path) -> None:
    """Give a copied file the write-ahead log that lets a reader and a writer work at once."""
    with faults_named(path), closing(_target(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
