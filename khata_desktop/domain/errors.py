"""What can be wrong and be told to the user, one class a failure: the kinds, and what the disk does.

What is wrong with an entry is in ``reading_errors``, ``voucher_errors``, ``record_errors`` and
``import_errors``.

Each class carries a stable ``code`` (the window translates it), the ``field`` it concerns where it
concerns one, and an English ``template`` that names the remedy; ``str(error)`` is that sentence
filled in. A bug raises outside this tree and reaches the global handler.
"""

from __future__ import annotations

from typing import ClassVar


class KhataError(Exception):
    """Base of every failure the program foresees.

    Attributes:
        code: stable name of the failure, the key of its translation.
        field: the command's field it concerns, or None.
        params: the values that fill the template.
    """

    code: ClassVar[str] = "khata_error"
    template: ClassVar[str] = "{message}"
    field: str | None = None

    def __init__(self, *, field: str | None = None, **params: object) -> None:
        super().__init__(params)
        self.params = params
        if field is not None:
            self.field = field

    def __str__(self) -> str:
        return self.template.format(**self.params)


class RuleViolation(KhataError):
    """The user can mend it: names the field and says how."""


class StorageError(KhataError):
    """The environment is at fault: the disk, the folder, the file."""


class SyncError(KhataError):
    """Another device or the server is at fault."""


# --- the disk and the file ---------------------------------------------------------------------


class BookMissing(StorageError):
    code = "book_missing"
    template = "There is no book at {path}; check the name, or make one with 'khata new'."


class BookGone(BookMissing):
    """It was there when it was opened."""

    code = "book_gone"
    template = (
        "The file of this khata is no longer there. "
        "Plug the stick in again or put it back, then save once more."
    )


class BookExists(StorageError):
    code = "book_exists"
    template = "{path} is already there; choose another name, nothing was overwritten."


class NotABook(StorageError):
    code = "not_a_book"
    template = "{path} is not a Khata book; it was left untouched."


class BookDamaged(StorageError):
    code = "book_damaged"
    template = "{path} is damaged ({detail}); it was left untouched. Restore the last backup."


class BookTooNew(StorageError):
    code = "book_too_new"
    template = "{path} was made by a newer version of the program; update the program. It was left untouched."


class BookBusy(StorageError):
    code = "book_busy"
    template = "Another program has been writing to {path} for too long; close it and try again."


class BookInUse(StorageError):
    code = "book_in_use"
    template = "{path} is open in a window or another program; close it there, and try again."


class BookReplaced(StorageError):
    code = "book_replaced"
    template = "Another book has taken the place of {path}; nothing was saved. Look at it, and save again."


class BookParted(StorageError):
    code = "book_parted"
    template = (
        "The file beside {path} that holds its latest entries was taken away while the book was open; "
        "nothing was saved. Close the program, open it again, look at what is there, and save once more."
    )


class FolderMissing(StorageError):
    code = "folder_missing"
    template = "There is no folder {path}; plug in the disk or stick it is on, or make the folder first."


class DiskFull(StorageError):
    code = "disk_full"
    template = "The disk is full, so nothing was saved; free some space and save again."


class NoRoomToOpen(DiskFull):
    """Even to read a book, files are made beside it."""

    code = "no_room_to_open"
    template = "The disk is full, so {path} cannot be opened; free some space and open it again."


class ReadOnlyPlace(StorageError):
    code = "read_only_place"
    template = "{path} cannot be written to; move the book to a folder you may write to, and save again."


class DiskFault(StorageError):
    code = "disk_fault"
    template = "The disk refused ({detail}); nothing was saved. Check the disk or USB stick, and save again."


class BackupSpoiled(StorageError):
    code = "backup_spoiled"
    template = "The copy at {path} did not come out right ({detail}); use another disk, and back up again."


class UpgradeFailed(StorageError):
    code = "upgrade_failed"
    template = "{path} could not be upgraded ({detail}); it is as it was, and a copy is at {backup}."


class ChainBroken(StorageError):
    code = "chain_broken"
    template = "The event log of {path} is broken at entry {seq}; restore the last good backup."
