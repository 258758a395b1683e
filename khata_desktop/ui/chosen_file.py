"""Writing a file where the user said."""

from pathlib import Path

from khata_desktop.config import write_atomically
from khata_desktop.domain.errors import FolderMissing
from khata_desktop.storage.faults import faults_named


def write_chosen(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises StorageError.

    A folder that is not there is not made: it was mistyped, or is on a stick that is not in.
    """
    with faults_named(path):
        if not path.parent.is_dir():
            raise FolderMissing(path=path.parent)
        write_atomically(path, content)
