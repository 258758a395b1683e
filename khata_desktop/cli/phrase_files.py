"""The recovery phrase in a file: written whole and durably before anything relies on it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click


def write_phrase(phrase: str, file: Path) -> None:
    """Write the phrase into a new or empty file, for its user alone to read. Raises UsageError, OSError."""
    from khata_desktop.storage.files import fsync_folder

    was_there = file.exists()
    if was_there and file.is_file() and file.stat().st_size:
        # It is not even opened: a book that is open here would lose its locks when it is closed.
        raise click.UsageError(f"{file} is there already; name a new file for the phrase")
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    except IsADirectoryError:
        raise click.UsageError(f"{file} is a folder; name a new file for the phrase") from None
    with os.fdopen(handle, "wb") as opened:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size:
            raise click.UsageError(f"{file} is there already; name a new file for the phrase")
        try:
            if hasattr(os, "fchmod"):
                # An empty one that is there may be for everybody to read.
                os.fchmod(handle, 0o600)
            opened.write(phrase.encode() + b"\n")
            opened.flush()
            os.fsync(handle)
        except OSError as problem:
            if not was_there:
                file.unlink(missing_ok=True)
            problem.filename = str(file)
            raise
    fsync_folder(file.absolute().parent)
