"""Copies of a book that were proved good, and the way back to one of them.

A backup is made while the book is in use and verified before it gets its name, so that what was saved can be
restored. `restoring.py` is the way back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from khata_desktop.domain.errors import BackupSpoiled, BookDamaged, BookExists, FolderMissing
from khata_desktop.storage.database import copy_content
from khata_desktop.storage.files import put_in_place, unfinished
from khata_desktop.storage.verification import verify_file

_NAME = re.compile(r"^(?P<stem>.+)-(?P<stamp>\d{8}-\d{6})\.khata$")
STAMP = "%Y%m%d-%H%M%S"

#: Kept while thinning: every one of the last day, then one a day, a week, a month: (days back, days apart).
_THINNING: tuple[tuple[int, int], ...] = ((1, 0), (14, 1), (90, 7), (3650, 30))


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup copy: where it lies, when it was made (aware, in the computer's own zone), and its size."""

    path: Path
    made_at: datetime
    size: int


def back_up(path: Path, folder: Path, *, now: datetime) -> Backup:
    """Copy a book into a folder under its name with date and time, and prove the copy.

    ``now`` is the computer's own time; where another backup bears that second, the next one is taken. Raises
    FolderMissing, BackupSpoiled when the copy is not as good as the book, BookDamaged when the book itself
    is not right, or another StorageError; nothing half made is left behind.
    """
    if not folder.is_dir():
        raise FolderMissing(path=folder)
    moment = now.replace(microsecond=0)
    with unfinished(folder / path.name) as copy:
        copy_content(path, copy, named=folder)
        _prove(copy, path)
        while True:
            target = folder / f"{path.stem}-{moment.strftime(STAMP)}.khata"
            try:
                put_in_place(copy, target)
            except BookExists:
                moment += timedelta(seconds=1)
            else:
                return Backup(target, moment.astimezone(), target.stat().st_size)


def drill(backup: Path) -> None:
    """Prove that a backup can be restored: it must verify. Raises BackupSpoiled, StorageError."""
    try:
        found = verify_file(backup)
    except BookDamaged as damage:
        raise BackupSpoiled(path=backup, detail=damage.params["detail"]) from damage
    if not found.is_right:
        raise BackupSpoiled(path=backup, detail=found.findings[0].detail)


def _prove(copy: Path, book: Path) -> None:
    try:
        drill(copy)
    except BackupSpoiled as spoiled:
        found = verify_file(book)
        if not found.is_right:
            # The copy is as the book is, and another disk would not help.
            raise BookDamaged(path=book, detail=found.findings[0].detail) from spoiled
        spoiled.params["path"] = copy.parent
        raise


def list_backups(path: Path, folder: Path) -> list[Backup]:
    """Return the backups of a book in a folder, the newest first; none for a folder that is not there."""
    found = []
    for file in folder.glob("*.khata") if folder.is_dir() else ():
        name = _NAME.match(file.name)
        if name is not None and name["stem"] == path.stem:
            try:
                made_at = datetime.strptime(name["stamp"], STAMP).astimezone()
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
        age = (now - backup.made_at).days
        apart = next((apart for back, apart in _THINNING if age < back), _THINNING[-1][1])
        if kept and apart and (kept[-1].made_at.date() - backup.made_at.date()).days < apart:
            gone.append(backup)
        else:
            kept.append(backup)
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return gone
