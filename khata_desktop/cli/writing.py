"""Writing a document to the file that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click


def write_file(path: Path, content: Callable[[], bytes], *, but: Path) -> None:
    """Write a document in one go; the book itself is never overwritten.

    Raises FolderMissing, NotAFolder, OutputIsFolder, StorageError.
    """
    from khata_desktop.config import write_atomically
    from khata_desktop.interchange.outputs import check_place
    from khata_desktop.storage.faults import faults_named

    check_place(path)
    if path.exists() and path.samefile(but):
        raise click.UsageError(f"{path} is the book itself; choose another file")
    made = content()
    with faults_named(path):
        if path.exists() and not path.is_file():
            # A pipe or a device, such as /dev/stdout, takes what comes and is not to be replaced by a file.
            path.write_bytes(made)
            return
        write_atomically(path, made)
    click.echo(f"Wrote {path}.")
