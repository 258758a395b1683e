"""Where files are written that leave the program: only where there is a place for them, as the umask says."""

from __future__ import annotations

import secrets
from pathlib import Path

from khata_desktop.domain.errors import FolderMissing
from khata_desktop.domain.import_errors import NotAFolder, OutputIsFolder


def check_place(path: Path) -> None:
    """Raise FolderMissing, NotAFolder or OutputIsFolder unless a file can have this name.

    A folder is never made on the way: a name that is misspelt, or a stick that is not plugged in, would
    put the file where nobody looks for it.
    """
    folder = path.parent
    if not folder.is_dir():
        there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
        if there.exists() and not there.is_dir():
            raise NotAFolder(path=there)
        raise FolderMissing(path=folder)
    if path.is_dir():
        raise OutputIsFolder(path=path)


def part_name(path: Path) -> Path:
    """Return a name beside a file under which it is made until it is whole."""
    return path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}.part")
