"""One open book: its connection, and the transactions on it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import (
    BookBusy,
    BookDamaged,
    BookGone,
    BookParted,
    BookReplaced,
    DiskFull,
    NoRoomToOpen,
)
from khata_desktop.domain.ids import DeviceId, IdSource, UserId, new_id
from khata_desktop.domain.rights import Actor
from khata_desktop.storage import lookups
from khata_desktop.storage.database import (
    check_stood_still,
    create_file,
    open_connection,
    reads_only_what_stands_still,
    stands_still,
)
from khata_desktop.storage.event_log import read_head, write_clock
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.files import beside
from khata_desktop.storage.held_files import FileMark, file_mark, held_by_others
from khata_desktop.storage.projection import Keys, Projection
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import has_other_writers
from khata_desktop.storage.unit_of_work import UnitOfWork


class BookFile:
    """An open book on one connection, used by one thread at a time.

    Attributes:
        path: the file.
        device_id: the device this file records its events on.
        user_id: the user who owns the book.
        book_id: the identity of the book itself.
        is_read_only: whether the file or its folder could not be written to when it was opened; a full disk
            is none of that, for it can be written to as soon as there is room.
        may_be_put_back: whether nothing was written here since it was opened or changed by another process.
    """

    def __init__(self, path: Path, connection: Any) -> None:
        self.path = path
        self._working: UnitOfWork | None = None
        try:
            self._take(connection)
        except BaseException:
            connection.close()
            raise

    def _take(self, connection: Any) -> None:
        """Work on this connection from now on."""
        self._connection = connection
        self._closed = False
        self._is_of_full_disk = reads_only_what_stands_still(connection)
        self.may_be_put_back = True
        # SQLite needs the folder too: its log of changes lies there.
        self.is_read_only = not all(os.access(place, os.W_OK) for place in (self.path, self.path.parent))
        self._writer = Session(connection)
        self._reader = Session(connection)
        self._keys = Keys(self._writer)
        self._projection = Projection(self._writer, self._keys)
        with faults_named(self.path):
            self._mark = file_mark(self.path)
            self._keys_version = self._data_version()
            self.book_id, self.device_id, self.user_id = self._read_identity()
            self._version = self._data_version()
            # SQLite has made it by now, but for a book that nobody can write to.
            self._log_mark = self._mark_of_log()
            self._written = self._last_written()

    def _read_identity(self) -> tuple[bytes, DeviceId, UserId]:
        book, device, user = (lookups.get_meta(self._reader, name) for name in IDENTITY)
        if book is None or device is None or user is None:
            raise BookDamaged(path=self.path, detail="its identity is missing")
        return book, DeviceId(device), UserId(user)

    @classmethod
    def create(cls, path: Path, identity: Mapping[str, bytes] | None = None) -> BookFile:
        """Make an empty book, with an identity of its own or the given one. Raises BookExists, StorageError.

        An identity holds ``book_id``, ``device_id`` and ``user_id``.
        """
        create_file(path)
        connection = open_connection(path)
        with faults_named(path):
            connection.executemany(
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                [(name, identity[name] if identity else new_id()) for name in IDENTITY],
            )
        return cls(path, connection)

    @classmethod
    def open(cls, path: Path) -> BookFile:
        """Open a book, upgrading an older one. Raises StorageError; what is refused is left untouched."""
        return cls(path, open_connection(path, even_if_full=True))

    def begin(self, actor: Actor, clock: Clock, new_id: IdSource = new_id) -> UnitOfWork:
        """Take the book's write lock (waiting for other processes) and return the unit of work.

        Raises BookReplaced, once, where another book was restored or put under this one's name meanwhile:
        nobody who saw the one may write to the other by mistake. From then on the new one is worked on.
        """
        if self._is_of_full_disk:
            self._open_for_writing()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._check_place()
            version = self._data_version()
            if version != self._keys_version:
                self._check_identity()
            head = read_head(self._writer, self.device_id)
            several = has_other_writers(self._writer)
        except BaseException:
            self.rollback()
            raise
        if version != self._keys_version:
            # Another process wrote, or a backup was restored: ids may have other keys now.
            self._keys.forget()
            self._keys_version = version
            self.may_be_put_back = True
        self._working = UnitOfWork(
            self._reader,
            self._projection,
            head=head,
            actor=actor,
            device_id=self.device_id,
            clock=clock,
            new_id=new_id,
            several_writers=several,
        )
        return self._working

    def commit(self) -> None:
        """Make what was recorded durable."""
        self._projection.flush()
        if self._projection.ends_elsewhere:
            write_clock(self._writer, self._projection.head.hlc)
        self._connection.execute("COMMIT")
        self._written = self._last_written()
        self.may_be_put_back = False
        if self._working is not None:
            # After a restore a book that syncs goes on as another device.
            self.device_id, self._working = self._working.device_id, None

    def rollback(self) -> None:
        """Leave the book as it was before ``begin`` or ``begin_read``."""
        self._keys.forget()
        try:
            self._connection.execute("ROLLBACK")
        except dbapi2.OperationalError:
            # SQLite has rolled back by itself, as it does when the disk is full.
            if self._connection.in_transaction:
                raise

    def begin_read(self) -> Session:
        """Start reading one consistent state of the book."""
        if self._is_of_full_disk and not stands_still(self.path, self._connection):
            self._open_anew(even_if_full=True)
        self._connection.execute("BEGIN")
        return self._reader

    def end_read(self) -> None:
        """Stop reading. Raises BookBusy where what was read may be of two states."""
        # SQLite ends the transaction by itself when the disk fails.
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        check_stood_still(self.path, self._connection)

    def damage(self) -> str | None:
        """Return what SQLite finds wrong with the file, or None; takes seconds for a large one."""
        try:
            found = str(self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        except (dbapi2.DatabaseError, UnicodeDecodeError) as problem:
            return str(problem)
        return None if found == "ok" else found

    def _open_for_writing(self) -> None:
        """Open the book as on any disk, should there be room by now. Raises DiskFull, BookReplaced."""
        before = self._mark, self.book_id, self.user_id
        try:
            self._open_anew(even_if_full=False)
        except NoRoomToOpen as problem:
            raise DiskFull(path=self.path) from problem
        if (self._mark, self.book_id, self.user_id) != before:
            raise BookReplaced(path=self.path)

    def _open_anew(self, *, even_if_full: bool) -> None:
        before = self._connection
        self._take(open_connection(self.path, even_if_full=even_if_full))
        before.close()

    def _check_place(self) -> None:
        """See that the file is still the one that bears the name: what is written must be found again."""
        try:
            if file_mark(self.path) == self._mark:
                self._check_log()
                return
        except FileNotFoundError as problem:
            raise BookGone(path=self.path) from problem
        self._connection.execute("ROLLBACK")
        moved = self._connection
        self._take(open_connection(self.path))
        moved.close()
        raise BookReplaced(path=self.path)

    def _check_log(self) -> None:
        """See that the log of changes is still the one beside the book: nobody looks into another."""
        if self._log_mark is None or (now := self._mark_of_log()) == self._log_mark:
            return
        if now is not None or self._last_written() != self._written:
            # Somebody else has gone on meanwhile, from what the file alone held.
            raise BookParted(path=self.path)
        if held_by_others(self.path, self._connection):
            # What they share with this one would be the new log's too, and it is the lost one's.
            raise BookParted(path=self.path)
        self._connection.execute("ROLLBACK")
        # It can be read here as long as it is open: what is in it goes into the book before it is let go of.
        is_kept_back, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_kept_back:
            raise BookBusy(path=self.path)
        self._connection.close()
        self._take(open_connection(self.path))
        self._connection.execute("BEGIN IMMEDIATE")

    def _mark_of_log(self) -> FileMark | None:
        try:
            return file_mark(beside(self.path, "-wal"))
        except FileNotFoundError:
            return None

    def _last_written(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def _check_identity(self) -> None:
        before = self.book_id, self.user_id
        # As another device the same book may go on meanwhile: one that syncs does so after a restore.
        self.book_id, self.device_id, self.user_id = self._read_identity()
        if (self.book_id, self.user_id) != before:
            raise BookReplaced(path=self.path)

    def changed_elsewhere(self) -> bool:
        """Return whether another process has written to the book since the last call."""
        if self._is_of_full_disk:
            return not stands_still(self.path, self._connection)
        version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def compact(self) -> None:
        """Write the file anew without the gaps that much writing leaves; takes seconds for a large one."""
        self._connection.execute("VACUUM")
        self._written = self._last_written()

    def interrupt(self) -> None:
        """Stop the statement that is running, from another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the file; once it is closed, its log is that of others."""
        if self._closed:
            return
        self._closed = True
        if self._is_of_full_disk or not self._is_log_anothers():
            self._connection.close()
            return
        # SQLite would write what the lost log held over what the new one holds, and remove that.
        log, kept = beside(self.path, "-wal"), beside(self.path, "-wal-kept")
        self._connection.interrupt()
        try:
            os.link(log, kept)
        except OSError:
            # A stick knows no second names.
            log.rename(kept)
        self._connection.close()
        if log.exists():
            kept.unlink()
        else:
            kept.rename(log)

    def _is_log_anothers(self) -> bool:
        """Return whether somebody has written to a log that took the place of the one open here."""
        try:
            found = beside(self.path, "-wal").stat()
        except OSError:
            return False
        return bool(found.st_size) and (found.st_dev, found.st_ino) != self._log_mark

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


#: What a book knows of itself from birth, in its order.
IDENTITY = ("book_id", "device_id", "user_id")
